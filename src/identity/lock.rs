//! The lock: what earlier exports remember of each entry.
//!
//! It owns what is remembered and how that is written down; who reads and writes the file is no concern of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::sketch::Sketch;
use crate::model::entry::Context;
use crate::model::note::Guid;
use crate::model::notetype::{Kind, cloze_field, term_field};

/// What earlier exports remember.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lock {
    /// The templates of the last export.
    pub templates: Option<Stamp>,
    /// One per entry that was ever exported: by source, then in the order of the notes; those that left the notes
    /// stand at the end of their source.
    pub records: Vec<Record>,
    /// Sources that are there, but were not read this time: nothing that stands in them has left the notes. Not
    /// written down.
    pub elsewhere: BTreeSet<String>,
}

/// What an entry was at the last export.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// By which Anki knows it.
    pub guid: Guid,
    /// Its note type.
    pub kind: Kind,
    /// The id that its author gave it.
    pub told: Option<String>,
    /// The path of its source.
    pub source: String,
    /// What stood above it.
    pub context: Context,
    /// The term or the sentence, as plain text.
    pub term: String,
    /// The deck of its cards.
    pub deck: String,
    /// What its definition read like, without its children.
    pub sketch: Sketch,
    /// When it last changed, and what it was then.
    pub stamp: Stamp,
    /// The note's id in Anki: milliseconds of its first export.
    pub id: i64,
    /// The deletions that it has or ever had, by number.
    pub deletions: Vec<Deletion>,
    /// Whether it has left the notes.
    pub removed: bool,
}

/// A deletion of a cloze: its number is a card with a history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deletion {
    /// From 1.
    pub number: u16,
    /// The hidden words, as plain text; and which of several they are, where the sentence says them more than once.
    pub text: String,
}

/// What something was when it last changed, and when that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// What it was.
    pub content: Content,
    /// In seconds.
    pub modified: i64,
}

/// A hash of what the user sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Content(pub [u8; 9]);

impl Content {
    /// The hash of what the user sees of a note. The field Source is left out: a moved note has not changed.
    pub fn of_note<'a>(kind: Kind, fields: impl Iterator<Item = &'a str>, tags: &'a [String]) -> Self {
        let (name, source) = match kind {
            Kind::Term => ("term", term_field::SOURCE),
            Kind::Cloze => ("cloze", cloze_field::SOURCE),
        };
        let fields = fields.enumerate().filter(|&(at, _)| at != source).map(|(_, field)| field);
        Self::of([name].into_iter().chain(fields).chain(tags.iter().map(String::as_str)))
    }

    /// The hash of parts, each of its own length.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let digest = hash.finalize();
        let (first, _) = digest.split_first_chunk().expect("a digest has 32 bytes");
        Self(*first)
    }
}

impl Stamp {
    /// The stamp of something that is now `content`: `earlier`, if that is what it was; else a later one.
    ///
    /// A changed note must be newer than what was imported, or Anki ignores it, also where the clock went back. One
    /// that did not change must not be, or Anki overwrites what the user did to it.
    pub fn next(earlier: Option<Stamp>, content: Content, now: i64) -> Self {
        match earlier {
            Some(earlier) if earlier.content == content => earlier,
            Some(earlier) => Self { content, modified: now.max(earlier.modified + 1) },
            None => Self { content, modified: now },
        }
    }
}
