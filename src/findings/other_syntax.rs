//! W-other-syntax: cards that are written for another program.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader, quoted};
use crate::text::in_lang;

/// The card syntax of another program, which is text here. The first of its kind in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSyntax {
    /// What is written.
    pub text: String,
    /// Whose syntax it is.
    pub syntax: Syntax,
}

/// How other programs are told what is a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `{{c1::words}}`, as in fields of Anki.
    Gap,
    /// `Front: …` over `Back: …`.
    Sides,
    /// `term::definition`.
    Colons,
}

impl Describe for OtherSyntax {
    const CODES: &'static [Code] = &[Code {
        code: "W-other-syntax",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Cards that are written for another program",
            why: "`{{c1::words}}`, `Front:` over `Back:`, and `term::definition` are text to soa-anki, which needs no card syntax. Only \
                  the first of each kind in a file is reported.",
            cure: "Put the words to be hidden in bold, write `Q:` and `A:`, or `term: definition`. What is only an example can stay as it is.",
            example: &[("notes.md", "\
## Japan
- The capital of Japan is {{c1::Tokyo}}.
")],
            cured: &[("notes.md", "\
## Japan
- The capital of Japan is **Tokyo**.
")],
        },
        ja: Words {
            title: "ほかのソフト用に書かれたカード",
            why: "`{{c1::言葉}}`、`Front:` と `Back:`、`用語::説明` は、soa-anki ではただの文字です。カード用の記法は要りません。\
                  1 つのファイルで、それぞれ最初の 1 つだけを表示します。",
            cure: "隠す言葉は太字に、問題と答えは `Q:` と `A:` に、用語と説明は `用語：説明` に書き換えてください。例として書いただけなら、そのままでかまいません。",
            example: &[("notes.md", "\
## 日本
- 日本の首都は{{c1::東京}}である。
")],
            cured: &[("notes.md", "\
## 日本
- 日本の首都は**東京**である。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let (text, lang) = (quoted(&self.text), reader.lang);
        match self.syntax {
            Syntax::Gap => in_lang!(
                lang,
                "`{text}` is how Anki writes a gap, and ordinary text here; write a list item with these words in bold instead",
                "`{text}` は Anki の穴埋めの書き方で、ここでは普通の文章として読みます。箇条書きの文で、その言葉を太字にしてください"
            ),
            Syntax::Sides => in_lang!(
                lang,
                "`{text}` is how another program writes a question, and ordinary text here; write `Q:` and `A:` instead of \
                 `Front:` and `Back:`",
                "`{text}` はほかのソフトの書き方で、ここでは普通の文章として読みます。`Front:` と `Back:` の代わりに `Q:` と `A:` と書いてください"
            ),
            Syntax::Colons => in_lang!(
                lang,
                "`{text}` is how another program writes a card, and ordinary text here; write `term: definition` with one colon",
                "`{text}` はほかのソフトの書き方で、ここでは普通の文章として読みます。コロンを 1 つにして `用語: 説明` と書いてください"
            ),
        }
    }
}
