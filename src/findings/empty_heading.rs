//! W-empty-heading: a heading with nothing under it.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A heading with nothing under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyHeading {
    /// The heading.
    pub term: String,
}

impl Describe for EmptyHeading {
    const CODES: &'static [Code] = &[Code {
        code: "W-empty-heading",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A heading with nothing under it",
            why: "It asks a question without an answer, so it makes no card.",
            cure: "Write what it is, or delete the heading.",
            example: &[("notes.md", "\
## NAT gateway
")],
            cured: &[("notes.md", "\
## NAT gateway
Lets instances without a public address reach the internet.
")],
        },
        ja: Words {
            title: "中身のない見出し",
            why: "問いだけで答えがないため、カードにならない。",
            cure: "説明を書くか、見出しを消してください。",
            example: &[("notes.md", "\
## NAT gateway
")],
            cured: &[("notes.md", "\
## NAT gateway
Lets instances without a public address reach the internet.
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term } = self;
        in_lang!(
            reader.lang,
            "nothing is under `{term}`, so it makes no card",
            "`{term}` の下に何もないので、カードになりません"
        )
    }
}

