//! W-heading-without-space: a heading without a space.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A heading without a space after `#`; it was read as a heading.
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
            title: "A heading without a space",
            why: "Markdown wants a space after `#`. Here it is read as a heading, elsewhere as text.",
            cure: "Put a space after `#`.",
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
            title: "空白のない見出し",
            why: "Markdown では `#` の後に空白が要る。ここでは見出しとして読むが、ほかではただの文字になる。",
            cure: "`#` の後に空白を入れてください。",
            example: &[("notes.md", "\
##EC2
Virtual servers.
")],
            cured: &[("notes.md", "\
## EC2
Virtual servers.
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text } = self;
        in_lang!(
            reader.lang,
            "`{text}` is read as a heading; put a space after `#`",
            "`{text}` は見出しとして読みました。`#` の後ろに空白を入れてください"
        )
    }
}

