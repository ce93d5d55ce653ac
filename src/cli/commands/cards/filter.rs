//! Which cards are shown: by deck, kind, tag and words.

use clap::{Args, ValueEnum};
use unicode_normalization::UnicodeNormalization;

/// What cards must have to be shown.
#[derive(Args)]
#[command(next_help_heading = "Filters")]
pub struct Filter {
    /// In this deck or one below it; the end of its name is enough, such as EC2 where it is in AWS
    #[arg(long, value_name = "NAME")]
    in_deck: Option<String>,
    /// Of this kind
    #[arg(long, value_enum)]
    kind: Option<KindName>,
    /// With this tag or one below it
    #[arg(long, value_name = "TAG")]
    tag: Option<String>,
    /// With all of these words in the question or the answer, in any case and any width of letters
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum KindName {
    /// A term and its definition
    Term,
    /// A sentence with hidden words
    Cloze,
}

/// What a filter looks at.
pub struct Seen<'a> {
    /// The deck's full name.
    pub deck: &'a str,
    /// `term` or `cloze`.
    pub kind: &'a str,
    /// All tags.
    pub tags: &'a [String],
    /// What is asked, as plain text.
    pub asked: &'a str,
}

impl Filter {
    /// Whether anything is filtered.
    pub fn is_any(&self) -> bool {
        let Self { in_deck, kind, tag, text } = self;
        in_deck.is_some() || kind.is_some() || tag.is_some() || text.is_some()
    }

    /// Whether no card is in the deck that is asked for. `decks`: those of all cards.
    pub fn lacks_deck(&self, decks: &[&str]) -> bool {
        self.in_deck.as_ref().is_some_and(|name| !decks.iter().any(|deck| is_in(&folded(deck), &folded(name))))
    }

    /// The same for the tag.
    pub fn lacks_tag(&self, tags: &[&str]) -> bool {
        self.tag.as_ref().is_some_and(|wanted| !tags.iter().any(|tag| is_under(tag, wanted)))
    }

    /// Whether a card is to be shown; `answer` gives its answer as plain text.
    pub fn fits(&self, seen: &Seen<'_>, answer: impl FnOnce() -> String) -> bool {
        let kind = self.kind.is_none_or(|kind| match kind {
            KindName::Term => seen.kind == "term",
            KindName::Cloze => seen.kind == "cloze",
        });
        kind && self.in_deck.as_ref().is_none_or(|name| is_in(&folded(seen.deck), &folded(name)))
            && self.tag.as_ref().is_none_or(|wanted| seen.tags.iter().any(|tag| is_under(tag, wanted)))
            && self.text.as_ref().is_none_or(|text| {
                let all = folded(&format!("{}\n{}", seen.asked, answer()));
                folded(text).split_whitespace().all(|word| all.contains(word))
            })
    }
}

/// Whether the levels of `name` stand side by side among those of `deck`.
fn is_in(deck: &str, name: &str) -> bool {
    format!("::{deck}::").contains(&format!("::{name}::"))
}

/// Whether a tag is `wanted`, or one below it.
fn is_under(tag: &str, wanted: &str) -> bool {
    format!("{}::", folded(tag)).starts_with(&format!("{}::", folded(wanted.trim_start_matches('#'))))
}

/// A text as it is compared: in lower case, and with letters of the usual width.
fn folded(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(filter: &Filter) -> bool {
        let tags = ["aws::ec2".to_owned(), "重要".to_owned()];
        let seen = Seen { deck: "aws::EC2::Pricing", kind: "term", tags: &tags, asked: "ｽﾎﾟｯﾄ instance" };
        filter.fits(&seen, || "Cheap & ＲＥＣＬＡＩＭＥＤ at any time".to_owned())
    }

    fn filter() -> Filter {
        Filter { in_deck: None, kind: None, tag: None, text: None }
    }

    #[test]
    fn decks_are_found_by_their_levels() {
        for (deck, found) in
            [("aws", true), ("ec2", true), ("EC2::pricing", true), ("EC", false), ("aws::Pricing", false)]
        {
            assert_eq!(shows(&Filter { in_deck: Some(deck.to_owned()), ..filter() }), found, "{deck}");
        }
    }

    #[test]
    fn tags_are_found_with_those_under_them() {
        for (tag, found) in [("aws", true), ("#AWS::EC2", true), ("ec2", false), ("重要", true), ("重", false)] {
            assert_eq!(shows(&Filter { tag: Some(tag.to_owned()), ..filter() }), found, "{tag}");
        }
    }

    #[test]
    fn words_are_found_in_any_order_case_and_width() {
        for (text, found) in [("reclaimed スポット", true), ("ＣＨＥＡＰ", true), ("cheap dear", false), ("", true)]
        {
            assert_eq!(shows(&Filter { text: Some(text.to_owned()), ..filter() }), found, "{text}");
        }
    }

    #[test]
    fn filters_combine() {
        let both = |kind| Filter { kind: Some(kind), in_deck: Some("aws".to_owned()), ..filter() };
        assert!(shows(&both(KindName::Term)) && !shows(&both(KindName::Cloze)) && !filter().is_any());
    }
}
