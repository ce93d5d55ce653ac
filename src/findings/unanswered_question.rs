//! W-unanswered-question: a question without an answer.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A question without an answer, which is not a card.
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
            why: "It does not become a card.",
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
            title: "答えのない問題",
            why: "カードになりません。",
            cure: "問題の下に答えを書いてください。",
            example: &[("notes.md", "\
Q: NAT ゲートウェイの役割は？
")],
            cured: &[("notes.md", "\
Q: NAT ゲートウェイの役割は？
A: パブリック IP アドレスのないインスタンスを、インターネットに接続できるようにする。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { question } = self;
        in_lang!(
            reader.lang,
            "there is no answer under `{question}`, so it does not become a card",
            "`{question}` の下に答えがないため、カードになりません"
        )
    }
}

