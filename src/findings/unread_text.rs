//! W-unread-text: prose that is on no card.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader, quoted};
use crate::text::in_lang;

/// Prose that is on no card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadText {
    /// Its first line.
    pub text: String,
    /// Why no rule could use it.
    pub reason: Unread,
}

impl Describe for UnreadText {
    const CODES: &'static [Code] = &[Code {
        code: "W-unread-text",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Prose that is on no card",
            why: "No heading or term asks for it, so it will never be learned.",
            cure: "Put a heading over it, or leave it: an introduction need not be a card.",
            example: &[("notes.md", "\
Amazon SQS keeps messages until a consumer has deleted them. A message that was received is hidden from all others for some time, and comes back when it was not deleted until then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
            cured: &[("notes.md", "\
## Amazon SQS
Amazon SQS keeps messages until a consumer has deleted them. A message that was received is hidden from all others for some time, and comes back when it was not deleted until then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
        },
        ja: Words {
            title: "どのカードにも載らない文章",
            why: "問いになる見出しや用語がないため、覚える機会がない。",
            cure: "見出しを付けてください。前書きなら、そのままで構いません。",
            example: &[("notes.md", "\
Amazon SQS keeps messages until a consumer has deleted them. A message that was received is hidden from all others for some time, and comes back when it was not deleted until then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
            cured: &[("notes.md", "\
## Amazon SQS
Amazon SQS keeps messages until a consumer has deleted them. A message that was received is hidden from all others for some time, and comes back when it was not deleted until then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text, reason } = self;
        let (text, lang) = (quoted(text), reader.lang);
        match reason {
            Unread::AboveHeadings => in_lang!(
                lang,
                "`{text}` stands above the first heading, so it is on no card; put a heading over it",
                "`{text}` は最初の見出しより前にあり、どのカードにも載りません。見出しを付けてください"
            ),
            Unread::WithoutHeadings => in_lang!(
                lang,
                "`{text}` is on no card: there is no heading that would ask for it; put one over each subject",
                "`{text}` には問いになる見出しがなく、どのカードにも載りません。話題ごとに見出しを付けてください"
            ),
            Unread::Nameless => in_lang!(
                lang,
                "the text under this heading without a name is on no card; give the heading a name",
                "この見出しには名前がないので、下の文章はどのカードにも載りません。見出しに名前を付けてください"
            ),
            Unread::LargeTable => in_lang!(
                lang,
                "this table is too large for an answer, and its rows make no cards of their own; put a short term first in \
                 each row, or split it",
                "この表は答えには大きすぎ、行もカードになりません。各行の先頭に短い用語を置くか、表を分けてください"
            ),
            Unread::LongList => in_lang!(
                lang,
                "this list is too long for an answer; put headings over its parts, or say behind each item what it is",
                "この箇条書きは答えには長すぎます。見出しで分けるか、各項目に説明を付けてください"
            ),
        }
    }
}
/// Why prose is on no card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It stands above the first heading.
    AboveHeadings,
    /// The file has no headings, and it is too long for one card, or the file's name asks nothing.
    WithoutHeadings,
    /// It stands under a heading without words.
    Nameless,
    /// It is a table that is too large for an answer, and its rows make no cards.
    LargeTable,
    /// It is a list of bare phrases that is too long for an answer.
    LongList,
}
