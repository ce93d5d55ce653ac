//! W-to-do: something that is not finished.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Something marked as unfinished: `TODO`, `(未)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// The line.
    pub text: String,
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
        let Self { text } = self;
        in_lang!(reader.lang, "not finished: {text}; finish it, or delete the mark", "書きかけです。書き終えるか、印を消してください: {text}")
    }
}

