//! W-unanswered-question: a question without an answer.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A question without an answer, which is not a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnansweredQuestion {
    /// Its first line.
    pub question: String,
    /// Why it has no answer.
    pub why: NoAnswer,
}

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// Nothing stands under it.
    Missing,
    /// It has options, and nothing says which of them is right.
    NoKey {
        /// A key that would name one of them.
        example: String,
    },
    /// It stands over a list, which may hold options or be the answer.
    Unclear {
        /// A key that would name one of its items.
        example: String,
    },
    /// What names the right option names none of them.
    NotAnOption(String),
    /// The right options of all questions are listed in this line and below.
    Elsewhere(usize),
}

impl Describe for UnansweredQuestion {
    const CODES: &'static [Code] = &[Code {
        code: "W-unanswered-question",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A question without an answer",
            why: "It does not become a card.",
            cure: "Write the answer under the question; where it has options, name the right one below them: `Answer: B`.",
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
            cure: "問題の下に答えを書いてください。選択肢があるときは、その下に正しいものを「正解：イ」のように書いてください。",
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
        let Self { question, why } = self;
        match why {
            NoAnswer::Missing => in_lang!(
                reader.lang,
                "there is no answer under `{question}`, so it does not become a card; write one there",
                "`{question}` の下に答えがないため、カードになりません。問題の下に答えを書いてください"
            ),
            NoAnswer::NoKey { example } => in_lang!(
                reader.lang,
                "nothing says which option of `{question}` is right, so it does not become a card; write the right one \
                 under the options, e.g. `Answer: {example}`",
                "`{question}` の選択肢のどれが正しいか書かれていないため、カードになりません。選択肢の下に「正解：{example}」のように書いてください"
            ),
            NoAnswer::Unclear { example } => in_lang!(
                reader.lang,
                "the list under `{question}` may be options or the answer, so it does not become a card; write the right \
                 option below it, e.g. `Answer: {example}`, or, if all of it is the answer, `Answer:` above it",
                "`{question}` の下のリストが選択肢か答えか判断できないため、カードになりません。選択肢なら下に「正解：{example}」のように、全体が答えなら上に\
                 「答え：」と書いてください"
            ),
            NoAnswer::NotAnOption(key) => in_lang!(
                reader.lang,
                "the answer `{key}` is none of the options of `{question}`, so it does not become a card; write the letter, \
                 the number or the words of an option",
                "答え `{key}` は `{question}` の選択肢にないため、カードになりません。選択肢の記号、番号、語句のどれかを書いてください"
            ),
            NoAnswer::Elsewhere(line) => in_lang!(
                reader.lang,
                "the answer to `{question}` is in the list on line {line}, so it does not become a card; write each \
                 answer under its question",
                "`{question}` の答えは {line} 行目からの一覧にあるため、カードになりません。答えは、それぞれの問題の下に書いてください"
            ),
        }
    }
}
