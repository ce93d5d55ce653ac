//! W-to-do: something that is not finished.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Something marked as unfinished: `TODO`, `(未)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// The line.
    pub text: String,
    /// Where it is while it is not finished.
    pub place: Unfinished,
}

/// Where text is while it is not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// On no card.
    NoCard,
    /// On no card, like this line below it, which is read as a part of it.
    NoCardWith(String),
    /// In its place.
    InPlace,
}

impl Describe for ToDo {
    const CODES: &'static [Code] = &[Code {
        code: "W-to-do",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Something that is not finished",
            why: "A line that begins or ends with `TODO`, or has `(未)`, is not put on a card, nor is what stands behind an open \
                  box `[ ]`. A line with `TODO:` in its middle stays on its card. Each of them gives the card a tag.",
            cure: "Finish it, or delete the mark.",
            example: &[("notes.md", "\
## NAT gateway
Lets instances reach the internet.

TODO: prices
")],
            cured: &[("notes.md", "\
## NAT gateway
Lets instances reach the internet.
")],
        },
        ja: Words {
            title: "書きかけの部分",
            why: "`TODO` で始まるか終わる行、「(未)」のある行、チェックのない `[ ]` の項目は、カードに載りません。\
                  途中に `TODO:` のある行はカードに残ります。どの場合も、カードにタグが付きます。",
            cure: "書き終えるか、印を消してください。",
            example: &[("notes.md", "\
## NAT ゲートウェイ
インスタンスをインターネットに接続できるようにする。

TODO: 料金
")],
            cured: &[("notes.md", "\
## NAT ゲートウェイ
インスタンスをインターネットに接続できるようにする。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text, place } = self;
        let lang = reader.lang;
        match place {
            Unfinished::NoCard => in_lang!(
                lang,
                "not finished, so this text is on no card: {text}; finish it, or delete the mark",
                "書きかけのため、カードに載りません。書き終えるか、印を消してください: {text}"
            ),
            Unfinished::NoCardWith(below) => in_lang!(
                lang,
                "not finished, so this text is on no card, nor is the line under it, `{below}`: {text}; if that line is \
                 no part of it, make it a bullet of its own",
                "書きかけのため、カードに載りません。すぐ下の行 `{below}` も同じです: {text}。下の行が別の内容なら、\
                 箇条書きの項目にしてください"
            ),
            Unfinished::InPlace => in_lang!(
                lang,
                "not finished, though the text stays on its card: {text}; finish it, or delete the mark",
                "書きかけですが、カードには載ります。書き終えるか、印を消してください: {text}"
            ),
        }
    }
}
