//! W-question-in-answer: a question that is on the back of a card.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A question without a mark in the answer of a card, where nothing asks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionInAnswer {
    /// The question.
    pub question: String,
    /// What there is besides it in the answer.
    pub answer: Beside,
}

/// What an answer holds besides a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// What may answer it.
    Text,
    /// Nothing.
    Nothing,
}

impl Describe for QuestionInAnswer {
    const CODES: &'static [Code] = &[Code {
        code: "W-question-in-answer",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "A question inside an answer",
            why: "A question in a line of its own may only lead to the next thought, so it stays in the answer of the heading \
                  above it, and is not asked.",
            cure: "Put `Q:` before it and `A:` before its answer, or leave it, if it only leads to what follows.",
            example: &[("notes.md", "\
## Enzymes
Proteins that make reactions faster.

What does Q10 mean?
How much faster a reaction is when it is ten degrees warmer.
")],
            cured: &[("notes.md", "\
## Enzymes
Proteins that make reactions faster.

Q: What does Q10 mean?
A: How much faster a reaction is when it is ten degrees warmer.
")],
        },
        ja: Words {
            title: "答えの中にある問題",
            why: "1 行だけの問いかけは、話の続きを導くだけのこともあるため、上の見出しの答えに残り、問題にはなりません。",
            cure: "問題にするなら、前に `Q:` を、答えの前に `A:` を付けてください。話の続きを導くだけなら、そのままでかまいません。",
            example: &[("notes.md", "\
## 酵素
反応を速めるタンパク質。

最適な温度を過ぎると、どうなりますか？
形が変わり、働きを失う。
")],
            cured: &[("notes.md", "\
## 酵素
反応を速めるタンパク質。

Q: 最適な温度を過ぎると、どうなりますか？
A: 形が変わり、働きを失う。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { question, answer } = self;
        match answer {
            Beside::Text => in_lang!(
                reader.lang,
                "the question `{question}` is a part of the answer above it, so no card asks it; to make a card of it, put \
                 `Q:` before it and `A:` before its answer",
                "`{question}` は上の問題の答えの一部で、問題になりません。カードにするなら、前に `Q:` を、答えの前に `A:` を付けてください"
            ),
            Beside::Nothing => in_lang!(
                reader.lang,
                "the question `{question}` is all there is under the heading above it; put `Q:` before it, and its \
                 answer under it with `A:`",
                "上の見出しの答えが、`{question}` という問いかけだけです。前に `Q:` を付け、下に `A:` と答えを書いてください"
            ),
        }
    }
}
