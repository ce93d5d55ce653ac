//! W-heading-in-html: a heading directly below HTML.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A heading directly below HTML, which was read as a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingInHtml {
    /// The line.
    pub text: String,
}

impl Describe for HeadingInHtml {
    const CODES: &'static [Code] = &[Code {
        code: "W-heading-in-html",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A heading directly below HTML",
            why: "In Markdown, HTML goes on to the next blank line. soa-anki reads the heading as a heading; other programs \
             show its `#`.",
            cure: "Put a blank line above the heading.",
            example: &[("notes.md", "\
## Left half
<center>The left half of the heart pumps into the body.</center>
## Right half
It pumps into the lungs.
")],
            cured: &[("notes.md", "\
## Left half
<center>The left half of the heart pumps into the body.</center>

## Right half
It pumps into the lungs.
")],
        },
        ja: Words {
            title: "HTML のすぐ下の見出し",
            why: "Markdown では、HTML は次の空行まで続きます。soa-anki は見出しとして読みますが、ほかのソフトでは `#` のまま表示されます。",
            cure: "見出しの上に空行を入れてください。",
            example: &[("notes.md", "\
## 左心
<center>左心は全身に血液を送り出す。</center>
## 右心
肺に血液を送り出す。
")],
            cured: &[("notes.md", "\
## 左心
<center>左心は全身に血液を送り出す。</center>

## 右心
肺に血液を送り出す。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text } = self;
        in_lang!(
            reader.lang,
            "`{text}` stands directly below HTML, and was read as a heading all the same; put a blank line above it",
            "`{text}` は HTML のすぐ下にありますが、見出しとして読みました。上に空行を入れてください"
        )
    }
}
