//! W-footnote: a footnote without its reference, or the other way round.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A footnote that nothing refers to, or a reference to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its label.
    pub label: String,
    /// What is missing.
    pub slip: FootnoteSlip,
}

impl Describe for Footnote {
    const CODES: &'static [Code] = &[Code {
        code: "W-footnote",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A footnote or its reference is missing",
            why: "A footnote goes to the cards that refer to it. One that nothing refers to stays in the text where it is \
             written, and a reference to none is shown as its signs.",
            cure: "Write the reference `[^1]` where the footnote belongs, and the footnote `[^1]: text` on a line of its own. \
             Their labels must be the same. Put signs that are no footnote in backticks, such as a regular expression.",
            example: &[("notes.md", "\
## SQS
A message queue.[^limits]

[^limit]: A message has at most 256 KB.
")],
            cured: &[("notes.md", "\
## SQS
A message queue.[^limit]

[^limit]: A message has at most 256 KB.
")],
        },
        ja: Words {
            title: "参照と本文がそろっていない脚注",
            why: "脚注は、参照しているカードに載ります。どこからも参照されない脚注は書いた場所の本文に残り、\
             脚注のない参照は記号のまま表示されます。",
            cure: "脚注を付けたい所に `[^1]`、脚注の本文を独立した行に `[^1]: 本文` と書き、名前をそろえてください。正規表現のように脚注でないものは、バッククォートで囲みます。",
            example: &[("notes.md", "\
## SQS
メッセージキュー。[^limits]

[^limit]: メッセージは 256 KB まで。
")],
            cured: &[("notes.md", "\
## SQS
メッセージキュー。[^limit]

[^limit]: メッセージは 256 KB まで。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let (label, lang) = (&self.label, reader.lang);
        match self.slip {
            FootnoteSlip::Unused => in_lang!(
                lang,
                "nothing refers to this footnote, so it stays here in the text; write `[^{label}]` where it belongs, or put these \
                 signs in backticks if they are no footnote",
                "この脚注はどこからも参照されないため、ここに本文として残ります。付けたい所に `[^{label}]` と書くか、脚注でなければこの記号を\
                 バッククォートで囲んでください"
            ),
            FootnoteSlip::Missing => in_lang!(
                lang,
                "there is no footnote `[^{label}]`, so cards show these signs; write `[^{label}]: text` on a line of its \
                 own, or put these signs in backticks if they are no footnote",
                "脚注 `[^{label}]` がないため、カードには記号のまま表示されます。独立した行に `[^{label}]: 本文` と書くか、\
                 脚注でなければバッククォートで囲んでください"
            ),
        }
    }
}

/// What is missing of a footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FootnoteSlip {
    /// Nothing refers to it.
    Unused,
    /// There is only the reference.
    Missing,
}
