//! W-heading-without-space: a heading without a space after `#`.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A heading without a space after `#`, which was read as a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingWithoutSpace {
    /// The line.
    pub text: String,
}

impl Describe for HeadingWithoutSpace {
    const CODES: &'static [Code] = &[Code {
        code: "W-heading-without-space",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A heading without a space after `#`",
            why: "Markdown needs a space after `#`, and the `#` of half width. soa-anki reads the line as a heading all \
             the same; other programs show plain text.",
            cure: "Put a space after `#`. Write `＃` as `#`.",
            example: &[("notes.md", "\
##EC2
Virtual servers.
")],
            cured: &[("notes.md", "\
## EC2
Virtual servers.
")],
        },
        ja: Words {
            title: "`#` の後に空白のない見出し",
            why: "Markdown の見出しには、半角の `#` と、その後の空白が必要です。soa-anki は見出しとして読みますが、\
             ほかのソフトではただの文字になります。",
            cure: "`#` の後に空白を入れてください。全角の `＃` は、半角の `#` にしてください。",
            example: &[("notes.md", "\
##EC2
仮想サーバー。
")],
            cured: &[("notes.md", "\
## EC2
仮想サーバー。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text } = self;
        if text.starts_with('＃') {
            return in_lang!(
                reader.lang,
                "`{text}` was read as a heading; write `#`, of half width, in place of `＃`",
                "`{text}` を見出しとして読みました。`＃` を半角の `#` に直してください"
            );
        }
        in_lang!(
            reader.lang,
            "`{text}` was read as a heading; put a space after `#`",
            "`{text}` を見出しとして読みました。`#` の後に空白を入れてください"
        )
    }
}

