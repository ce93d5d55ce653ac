//! W-unreadable: a file that cannot be read.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader, Reason};
use crate::text::in_lang;

/// A file that could not be read, and was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Why the system refused.
    pub reason: Reason,
}

impl Describe for Unreadable {
    const CODES: &'static [Code] = &[Code {
        code: "W-unreadable",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file that cannot be read",
            why: "It was skipped.",
            cure: "Check the permissions of the file.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "読めないファイル",
            why: "読み飛ばしました。",
            cure: "ファイルの読み取り権限を確かめてください。",
            example: &[],
            cured: &[],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { reason } = self;
        let reason = reason.said(reader.lang);
        in_lang!(reader.lang, "cannot be read and was skipped: {reason}", "読めないため、読み飛ばしました: {reason}")
    }
}

