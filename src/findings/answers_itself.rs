//! W-answers-itself: an answer that says only its term, or nothing.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A term whose definition says the term again, or nothing; it makes no card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersItself {
    /// The term.
    pub term: String,
}

impl Describe for AnswersItself {
    const CODES: &'static [Code] = &[Code {
        code: "W-answers-itself",
        severity: Severity::Warning,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "An answer that says only its term, or nothing",
            why: "There is nothing to recall, so no card is made, though a term was written down.",
            cure: "Write behind the term what it is, or delete the line.",
            example: &[("notes.md", "\
- Visibility timeout: see above
")],
            cured: &[("notes.md", "\
- Visibility timeout: how long a message is hidden after it was received
")],
        },
        ja: Words {
            title: "用語をくり返すだけの答え",
            why: "思い出すことがないため、用語が書いてあってもカードにならない。",
            cure: "用語の後にそれが何かを書くか、行を消してください。",
            example: &[("notes.md", "\
- Visibility timeout: see above
")],
            cured: &[("notes.md", "\
- Visibility timeout: how long a message is hidden after it was received
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term } = self;
        in_lang!(
            reader.lang,
            "the answer of `{term}` says nothing that the question does not, so it makes no card; write what it is",
            "`{term}` の答えは問いのくり返しなので、カードになりません。それが何かを書いてください"
        )
    }
}

