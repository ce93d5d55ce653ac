//! W-answers-itself: an answer that says nothing new.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A term whose definition only repeats it, or says nothing. It is not a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersItself {
    /// The term.
    pub term: String,
    /// What there is in place of an answer.
    pub says: Says,
}

/// What stands in place of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Nothing new.
    Nothing,
    /// Where the answer is, or that it will follow.
    Elsewhere,
}

impl Describe for AnswersItself {
    const CODES: &'static [Code] = &[Code {
        code: "W-answers-itself",
        severity: Severity::Warning,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "An answer that says nothing new",
            why: "It only repeats its term or points elsewhere, so there is nothing to recall and it does not become \
             a card.",
            cure: "Write what the term means, or delete the line.",
            example: &[("notes.md", "\
- Visibility timeout: see above
")],
            cured: &[("notes.md", "\
- Visibility timeout: how long a message is hidden after it was received
")],
        },
        ja: Words {
            title: "答えになっていない説明",
            why: "用語の繰り返しや「上記参照」だけでは思い出すことがないため、カードになりません。",
            cure: "用語の意味を書くか、その行を消してください。",
            example: &[("notes.md", "\
- 可視性タイムアウト: 上記参照
")],
            cured: &[("notes.md", "\
- 可視性タイムアウト: 受信したメッセージがほかの受信者から見えなくなる時間
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term, says } = self;
        match says {
            Says::Nothing => in_lang!(
                reader.lang,
                "the answer to `{term}` says nothing new, so it does not become a card; write what the term means",
                "`{term}` の説明は答えになっていないため、カードになりません。用語の意味を書いてください"
            ),
            Says::Elsewhere => in_lang!(
                reader.lang,
                "the text under `{term}` only says where or when to read about it, so it does not become a card; write the \
                 answer there",
                "`{term}` の下には参照先か予告しかないため、カードになりません。ここに答えを書いてください"
            ),
        }
    }
}

