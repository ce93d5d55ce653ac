//! W-clock-behind: a clock that is behind the last export.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::{duration, in_lang};

/// The lock holds notes that changed later than the present time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockBehind {
    /// By how much.
    pub seconds: i64,
    /// The source of the present time.
    pub clock: Clock,
}

impl Describe for ClockBehind {
    const CODES: &'static [Code] = &[Code {
        code: "W-clock-behind",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A clock that is behind the last export",
            why: "Anki up to 24.11 ignores notes that are older than its last import, so your edits might not arrive.",
            cure: "Set the clock, or `SOURCE_DATE_EPOCH`, to the present time.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "前回の書き出しより前の時刻を指す時計",
            why: "Anki 24.11 までは、前回の読み込みより古いノートを無視するため、変更が反映されないことがあります。",
            cure: "時計、または `SOURCE_DATE_EPOCH` を今の時刻に合わせてください。",
            example: &[],
            cured: &[],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { seconds, clock } = self;
        let ago = duration(seconds.unsigned_abs(), reader.lang);
        match clock {
            Clock::System => in_lang!(
                reader.lang,
                "the clock is {ago} behind the newest note in the lock; set it: Anki up to 24.11 ignores notes older \
                 than its last import",
                "時計が、lock にある最新のノートより {ago}遅れています。合わせてください (Anki 24.11 までは、\
                 前回の読み込みより古いノートを無視します)"
            ),
            Clock::Told => in_lang!(
                reader.lang,
                "SOURCE_DATE_EPOCH is {ago} behind the newest note in the lock; give the present time: Anki up to \
                 24.11 ignores notes older than its last import",
                "SOURCE_DATE_EPOCH が、lock にある最新のノートより {ago}遅れています。\
                 今の時刻にしてください (Anki 24.11 までは、前回の読み込みより古いノートを無視します)"
            ),
        }
    }
}
/// The source of the present time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The system.
    System,
    /// The user, by `SOURCE_DATE_EPOCH`.
    Told,
}
