//! W-unanswered-question: a question without an answer.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A question without an answer, which makes no card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnansweredQuestion {
    /// Its first line.
    pub question: String,
}

impl Describe for UnansweredQuestion {
    const CODES: &'static [Code] = &[Code {
        code: "W-unanswered-question",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A question without an answer",
            why: "It makes no card.",
            cure: "Write the answer under the question.",
            example: &[("notes.md", "\
Q: What does a NAT gateway do?
")],
            cured: &[("notes.md", "\
Q: What does a NAT gateway do?
A: It lets instances without a public address reach the internet.
")],
        },
        ja: Words {
            title: "答えのない質問",
            why: "カードにならない。",
            cure: "質問の下に答えを書いてください。",
            example: &[("notes.md", "\
Q: What does a NAT gateway do?
")],
            cured: &[("notes.md", "\
Q: What does a NAT gateway do?
A: It lets instances without a public address reach the internet.
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { question } = self;
        in_lang!(
            reader.lang,
            "no answer is under `{question}`, so it makes no card",
            "`{question}` の下に答えがないので、カードになりません"
        )
    }
}

