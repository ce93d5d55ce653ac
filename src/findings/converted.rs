//! W-converted: a file in another encoding than UTF-8.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A file in an encoding other than UTF-8, which was recognised and read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// What it was taken for.
    pub from: &'static str,
}

impl Describe for Converted {
    const CODES: &'static [Code] = &[Code {
        code: "W-converted",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file in an encoding other than UTF-8",
            why: "It was read, but its encoding is a guess.",
            cure: "Save it as UTF-8.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "UTF-8 以外の文字コードのファイル",
            why: "読み取りましたが、文字コードは推測です。",
            cure: "UTF-8 で保存してください。",
            example: &[],
            cured: &[],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { from } = self;
        in_lang!(
            reader.lang,
            "this is not UTF-8 and was read as {from}; save it as UTF-8 to be sure",
            "UTF-8 ではないため、{from} として読みました。念のため UTF-8 で保存してください"
        )
    }
}

