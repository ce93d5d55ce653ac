//! W-binary: a file that is not text.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A file with binary data (a NUL byte), which was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binary {
    /// In bytes, from the start of the file.
    pub offset: usize,
}

impl Describe for Binary {
    const CODES: &'static [Code] = &[Code {
        code: "W-binary",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file that is not text",
            why: "It was skipped.",
            cure: "Give it an extension other than `.md`.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "テキストではないファイル",
            why: "読み飛ばしました。",
            cure: "拡張子を `.md` 以外にしてください。",
            example: &[],
            cured: &[],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { offset } = self;
        in_lang!(
            reader.lang,
            "this is not text (a NUL byte at offset {offset}) and was skipped; give it an extension other than .md",
            "テキストではないため (オフセット {offset} に NUL)、読み飛ばしました。拡張子を .md 以外にしてください"
        )
    }
}

