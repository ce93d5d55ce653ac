//! An edit costs only what it touches: what is added to notes takes no card away elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::Path;

use soa_anki::{Config, Entry, Source, extract};

use crate::files::files;

/// Most places in a file at which each addition is tried.
const PLACES: usize = 4;

/// Of so many tables, one may be turned by a row.
const MOST_TABLES_TURNED: usize = 20;

/// What is added, and where it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Addition {
    /// An item with a term, below an item of one line.
    TermItem,
    /// An item that is a sentence, below an item of one line.
    SentenceItem,
    /// A row of short cells, below a row.
    ShortRow,
    /// A row with a long first cell, below a row.
    LongRow,
    /// A sentence at the end of a paragraph.
    Sentence,
    /// A link between a heading and what is under it.
    Link,
    /// A line above all.
    FirstLine,
}

const ADDITIONS: [Addition; 7] = [
    Addition::TermItem,
    Addition::SentenceItem,
    Addition::ShortRow,
    Addition::LongRow,
    Addition::Sentence,
    Addition::Link,
    Addition::FirstLine,
];

impl Addition {
    /// What is written, without what makes an item or a row of it.
    fn text(self) -> &'static str {
        match self {
            Self::TermItem => "Quokka: a small animal of one island",
            Self::SentenceItem | Self::Sentence | Self::FirstLine => "Quokkas are often seen to smile.",
            Self::ShortRow => "Quokka",
            Self::LongRow => "The quokka is an animal that lives on one island",
            Self::Link => "<https://example.com/quokka>",
        }
    }

    /// What is written in a line of its own below `line`, if it may be there; `below` is the next line.
    fn below(self, line: &str, below: &str) -> Option<String> {
        let depth = |line: &str| line.len() - line.trim_start().len();
        let is_row = |line: &str| line.starts_with('|') && line.trim_end().ends_with('|') && !line.contains("--");
        // What stands below an item moves to one that is written between them.
        let ends_item = below.trim().is_empty() || depth(below) <= depth(line);
        let marker = ["- ", "* ", "+ "].into_iter().find(|marker| line.trim_start().starts_with(marker));
        let may_be = match self {
            Self::TermItem | Self::SentenceItem => marker.is_some() && ends_item,
            Self::ShortRow | Self::LongRow => is_row(line) && is_row(below),
            Self::Sentence => line.starts_with(char::is_alphabetic) && below.trim().is_empty(),
            Self::Link => line.starts_with("## "),
            Self::FirstLine => false,
        };
        let text = self.text();
        may_be.then(|| match self {
            Self::TermItem | Self::SentenceItem => {
                format!("{}{}{text}", &line[..depth(line)], marker.unwrap_or_default())
            }
            Self::ShortRow | Self::LongRow => {
                format!("| {text} |{}", " small |".repeat(line.matches('|').count().saturating_sub(2)))
            }
            Self::Sentence | Self::FirstLine => text.to_owned(),
            Self::Link => format!("\n{text}"),
        })
    }
}

/// What a card asks, under what.
type Asked = (String, Vec<String>);

fn asked(entry: &Entry) -> Asked {
    (entry.text().to_owned(), entry.context.iter().map(ToString::to_string).collect())
}

fn entries(text: String) -> Vec<Entry> {
    let source = Source { path: "a.md".to_owned(), text, ..Source::default() };
    extract(std::slice::from_ref(&source), &Config::default()).entries
}

/// The cards that are lost, of those that do not stand around a place.
fn lost(before: &[Entry], after: &[Entry], place: usize) -> Vec<Asked> {
    let kept: BTreeSet<Asked> = after.iter().map(asked).collect();
    let is_elsewhere = |entry: &&Entry| place < entry.span.start || entry.span.end < place;
    before.iter().filter(is_elsewhere).map(asked).filter(|card| !kept.contains(card)).collect()
}

/// What was tried, and what was lost.
#[derive(Default)]
struct Tally {
    tried: usize,
    losses: Vec<String>,
}

/// The places where something can be added: the byte behind a line, and what is written there.
fn places(addition: Addition, text: &str) -> Vec<(usize, String)> {
    if addition == Addition::FirstLine {
        return vec![(0, addition.text().to_owned())];
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut end, mut is_code, mut found) = (0, false, Vec::new());
    for (at, line) in lines.iter().enumerate() {
        end += line.len();
        is_code ^= line.trim_start().starts_with("```");
        let below = lines.get(at + 1).copied().unwrap_or_default();
        let added = addition.below(line.trim_end_matches('\n'), below.trim_end_matches('\n'));
        found.extend(added.filter(|_| !is_code && line.ends_with('\n')).map(|added| (end, added)));
    }
    found
}

fn try_file(path: &Path, tallies: &mut BTreeMap<Addition, Tally>) {
    let Ok(text) = fs::read_to_string(path) else { return };
    let text = text.replace("\r\n", "\n");
    let before = entries(text.clone());
    for addition in ADDITIONS {
        let places = places(addition, &text);
        let step = places.len().div_ceil(PLACES).max(1);
        for (place, added) in places.into_iter().step_by(step) {
            let after = entries(format!("{}{added}\n{}", &text[..place], &text[place..]));
            let tally = tallies.entry(addition).or_default();
            tally.tried += 1;
            let lost = lost(&before, &after, place);
            if !lost.is_empty() {
                let line = text[..place].matches('\n').count();
                tally.losses.push(format!("{}:{line}: {addition:?} takes {lost:?}", path.display()));
            }
        }
    }
}

fn assert_law(folder: &Path) {
    let mut tallies = BTreeMap::new();
    for path in files(folder, &["md"]) {
        try_file(&path, &mut tallies);
    }
    for (addition, Tally { tried, losses }) in tallies {
        // A table is decided by most of its rows, and one more may turn it.
        let most = if addition == Addition::LongRow { tried / MOST_TABLES_TURNED } else { 0 };
        assert!(losses.len() <= most, "{} of {tried}:\n{}", losses.len(), losses.join("\n"));
    }
}

#[test]
fn what_is_added_to_our_notes_takes_no_card_away_elsewhere() {
    assert_law(&Path::new(env!("CARGO_MANIFEST_DIR")).join("notes"));
}

#[test]
fn what_is_added_to_other_peoples_notes_takes_no_card_away_elsewhere() {
    if let Some(folder) = env::var_os("SOA_ANKI_CORPUS") {
        assert_law(Path::new(&folder));
    }
}
