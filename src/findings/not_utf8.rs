//! W-not-utf8: a file that is not UTF-8.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A file that is not UTF-8, and was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// Of the first bad byte, in bytes from the start of the file.
    pub offset: usize,
    /// The byte.
    pub byte: u8,
}

impl Describe for NotUtf8 {
    const CODES: &'static [Code] = &[Code {
        code: "W-not-utf8",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file that is not UTF-8",
            why: "It is damaged, or its encoding was not recognised, so it was skipped.",
            cure: "Save it as UTF-8.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "UTF-8 ではないファイル",
            why: "壊れているか、文字コードが分からないため、読み飛ばしました。",
            cure: "UTF-8 で保存してください。",
            example: &[],
            cured: &[],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { offset, byte } = self;
        match (offset, byte) {
            (0, 0xFE | 0xFF) => in_lang!(
                reader.lang,
                "this is damaged UTF-16 and was skipped; save it as UTF-8",
                "壊れた UTF-16 なので、読み飛ばしました。UTF-8 で保存してください"
            ),
            _ => in_lang!(
                reader.lang,
                "this is not UTF-8 (byte 0x{byte:02X} at offset {offset}) and was skipped; save it as UTF-8",
                "UTF-8 ではないため (オフセット {offset} に 0x{byte:02X})、読み飛ばしました。UTF-8 で保存してください"
            ),
        }
    }
}

