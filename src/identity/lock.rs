//! The lock: what earlier exports remember about each entry.
//!
//! It owns what is remembered, and when a note counts as changed; `lockfile` owns how that is written down, and the
//! program who reads and writes the file.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::sketch::Sketch;
use crate::model::entry::Context;
use crate::model::note::Guid;
use crate::model::notetype::{Kind, cloze_field, term_field};

/// What earlier exports remember. See `lockfile` for its form as text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lock {
    /// The hash and the time of the templates at the last export; `None` in a lock without an export.
    pub templates: Option<Stamp>,
    /// One for each entry that was ever exported: by source, then in the order of the notes. Those that left the notes
    /// are at the end of their source.
    pub records: Vec<Record>,
    /// The paths of sources that exist and were not read this time: none of their entries has left the notes. Not
    /// written down.
    pub elsewhere: BTreeSet<String>,
    /// The paths of sources that do not exist, outside of the notes that were read: their entries may be recognised, and
    /// none of the others is known to have left the notes. Not written down.
    pub beyond: BTreeSet<String>,
}

impl Lock {
    /// Whether a record that no entry is has left the notes: its source was read, or looked for in vain.
    pub fn has_left(&self, record: &Record) -> bool {
        !self.elsewhere.contains(&record.source) && !self.beyond.contains(&record.source)
    }
}

/// What an entry was at the last export.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The guid by which Anki knows the note.
    pub guid: Guid,
    /// Its note type.
    pub kind: Kind,
    /// The id that its author gave it (`<!-- soa: id=x -->`), which the file calls `told`.
    pub author_id: Option<String>,
    /// The path of its source, from the root of the notes, with `/`.
    pub source: String,
    /// The headings and terms above it, as plain text.
    pub context: Context,
    /// The term or the sentence, as plain text.
    pub term: String,
    /// The full name of the deck of its cards.
    pub deck: String,
    /// The sketch of its definition, without the terms of its children; empty for a cloze.
    pub sketch: Sketch,
    /// The hash of its content, and when that last changed.
    pub stamp: Stamp,
    /// The note's id in Anki: the time of its first export, in milliseconds since 1970.
    pub id: i64,
    /// The deletions that it has or ever had, by number. Numbers are not used again.
    pub deletions: Vec<Deletion>,
    /// True if it has left the notes.
    pub removed: bool,
}

/// A deletion of a cloze: its number is a card with a history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deletion {
    /// From 1, as in `{{c1::…}}`.
    pub number: u16,
    /// Its label, see [`labels`](super::labels).
    pub text: String,
}

/// The content of something, and when it last changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The hash of its content.
    pub content: Content,
    /// In seconds since 1970.
    pub modified: i64,
}

/// A hash of what the user sees: the first 72 bits of SHA-256, a multiple of 6 for base 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Content(pub [u8; 9]);

impl Content {
    /// The hash of a note's fields and tags. The field Source is left out: a note that only moved has not changed.
    pub fn of_note<'a>(kind: Kind, fields: impl Iterator<Item = &'a str>, tags: &'a [String]) -> Self {
        let (name, source) = match kind {
            Kind::Term => ("term", term_field::SOURCE),
            Kind::Cloze => ("cloze", cloze_field::SOURCE),
        };
        let fields = fields.enumerate().filter(|&(at, _)| at != source).map(|(_, field)| field);
        Self::of([name].into_iter().chain(fields).chain(tags.iter().map(String::as_str)))
    }

    /// The hash of parts, each with its length before it: `a`, `bc` and `ab`, `c` differ.
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
    /// The stamp of something with this content at `now` (seconds since 1970): `earlier`, if the content is the same,
    /// else one that is later than `earlier`, even where the clock went back.
    ///
    /// Anki ignores a note that is not newer than the one it has, and with a newer one it replaces fields and tags, the
    /// user's own tags too (measured on Anki 2.1.60, 24.11 and 25.09). So a changed note must be newer and an unchanged one must
    /// not.
    ///
    /// ```
    /// use soa_anki::{KnownContent, Stamp};
    ///
    /// let first = Stamp::next(None, KnownContent::of(["a"]), 100);
    /// assert_eq!(Stamp::next(Some(first), KnownContent::of(["a"]), 200), first);
    /// assert_eq!(Stamp::next(Some(first), KnownContent::of(["b"]), 50).modified, 101);
    /// ```
    pub fn next(earlier: Option<Stamp>, content: Content, now: i64) -> Self {
        match earlier {
            Some(earlier) if earlier.content == content => earlier,
            Some(earlier) => Self { content, modified: now.max(earlier.modified + 1) },
            None => Self { content, modified: now },
        }
    }
}
