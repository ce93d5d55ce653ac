//! W-media-unreadable: a picture or a sound that cannot be read.

use super::super::Reason;
use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What there is to know of it.
pub(super) const CODE: Code = Code {
        code: "W-media-unreadable",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A picture or a sound that cannot be read",
            why: "The card shows its text instead.",
            cure: "Change who may read it.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "読めない画像や音声",
            why: "カードには代わりの文字だけが載る。",
            cure: "読み取りの権限を直してください。",
            example: &[],
            cured: &[],
        },
    };

/// Says why the system refused to read `target`.
pub(super) fn message(target: &str, reason: &Reason, lang: Lang) -> String {
    let reason = reason.said(lang);
    in_lang!(lang, "`{target}` cannot be read: {reason}", "`{target}` を読めません: {reason}")
}

/// Says that `target` is a device or a pipe.
pub(super) fn message_of_no_file(target: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{target}` is no file; save it as one",
        "`{target}` は普通のファイルではありません。ファイルとして保存してください"
    )
}

