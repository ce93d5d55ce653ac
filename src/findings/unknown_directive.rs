//! W-unknown-directive: an unknown directive.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// An unknown word of a directive, which was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownDirective {
    /// The word, as it was written.
    pub word: String,
    /// What was probably meant.
    pub meant: Option<&'static str>,
}

impl Describe for UnknownDirective {
    const CODES: &'static [Code] = &[Code {
        code: "W-unknown-directive",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An unknown directive",
            why: "It is ignored, so it has no effect.",
            cure: "Write one of `skip`, `cloze`, `reversed`, `deck=…`, `tags=…`, `id=…` and `allow=…`.",
            example: &[("notes.md", "\
- EC2: virtual servers <!-- soa: skpi -->
")],
            cured: &[("notes.md", "\
- EC2: virtual servers <!-- soa: skip -->
")],
        },
        ja: Words {
            title: "不明な指示",
            why: "無視されるため、何も起こりません。",
            cure: "`skip`、`cloze`、`reversed`、`deck=…`、`tags=…`、`id=…`、`allow=…` のどれかを書いてください。",
            example: &[("notes.md", "\
- EC2: 仮想サーバー <!-- soa: skpi -->
")],
            cured: &[("notes.md", "\
- EC2: 仮想サーバー <!-- soa: skip -->
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { word, meant } = self;
        match meant {
            Some(meant) => in_lang!(
                reader.lang,
                "unknown directive `{word}` was ignored; did you mean `{meant}`?",
                "`{word}` は不明な指示なので無視しました。もしかして: `{meant}`"
            ),
            None => in_lang!(
                reader.lang,
                "unknown directive `{word}` was ignored",
                "`{word}` は不明な指示なので無視しました"
            ),
        }
    }
}

