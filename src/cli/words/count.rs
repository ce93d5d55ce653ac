//! Numbers of things, in words: English has a plural, Japanese a counter for each kind of thing.

use crate::cli::language::{Lang, tr};
use crate::text;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Card,
    ReverseCard,
    GapCard,
    AnkiNote,
    Record,
    Term,
    Cloze,
    Section,
    Deck,
    MoreDeck,
    File,
    MediaFile,
    Warning,
    Remark,
}

impl Thing {
    /// In English: the singular.
    fn singular(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::ReverseCard => "reverse card",
            Self::GapCard => "cloze card",
            Self::AnkiNote => "Anki note",
            Self::Record => "record",
            Self::Term => "term",
            Self::Cloze => "cloze",
            Self::Section => "section",
            Self::Deck => "deck",
            Self::MoreDeck => "more deck",
            Self::File => "file",
            Self::MediaFile => "media file",
            Self::Warning => "warning",
            Self::Remark => "remark",
        }
    }

    /// In Japanese: the noun before the number, and the counter after it.
    fn counted(self) -> (&'static str, &'static str) {
        match self {
            Self::Card => ("カード ", "枚"),
            Self::ReverseCard => ("逆向きのカード ", "枚"),
            Self::GapCard => ("穴埋めのカード ", "枚"),
            Self::AnkiNote => ("Anki のノート ", "件"),
            Self::Record => ("記録 ", "件"),
            Self::Term => ("用語 ", "件"),
            Self::Cloze => ("穴埋め ", "件"),
            Self::Section => ("節 ", "個"),
            Self::Deck => ("デッキ ", "個"),
            Self::MoreDeck => ("ほかにデッキ ", "個"),
            Self::File => ("ファイル ", "個"),
            Self::MediaFile => ("メディア ", "個"),
            Self::Warning => ("警告 ", "件"),
            Self::Remark => ("お知らせ ", "件"),
        }
    }
}

/// A text of the notes; in Japanese in other brackets where it holds the usual ones itself.
pub fn quoted(text: &str) -> String {
    if text.contains(['「', '」']) { tr!("`{text}`", "『{text}』") } else { tr!("`{text}`", "「{text}」") }
}

/// A number of things: `1 card`, `2 cards`, `カード 2 枚`.
pub fn count(number: usize, thing: Thing) -> String {
    match Lang::current() {
        Lang::En => format!("{number} {}{}", thing.singular(), if number == 1 { "" } else { "s" }),
        Lang::Ja => {
            let (before, counter) = thing.counted();
            format!("{before}{number} {counter}")
        }
    }
}

/// A size: `12 KB`, `3.4 MB`.
pub fn bytes(size: u64) -> String {
    text::size(size, Lang::current())
}

/// Several things in one phrase: `2 terms, 1 cloze`.
pub fn joined(parts: &[String]) -> String {
    parts.join(match Lang::current() {
        Lang::En => ", ",
        Lang::Ja => "、",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_no_plural() {
        assert_eq!(count(1, Thing::Card), "1 card");
        assert_eq!(count(0, Thing::Card), "0 cards");
    }
}
