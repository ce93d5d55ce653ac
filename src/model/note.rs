//! Anki's side of the seam: notes, decks and the collection that a package holds.
//!
//! Plain data. It knows Anki's nouns and nothing of Markdown's blocks, SQLite or zip.

use std::fmt;

use crate::markdown::{CodeBlock, Html};
use crate::model::notetype::Kind;
use crate::model::templates::Templates;

pub use super::media::{Content, Media};

/// What Anki knows a note by: an import updates the note with the same guid.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(String);

impl Guid {
    /// A guid of `text`, which any text is fit for.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The guid as it stands in the package.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A deck's full name, its levels joined by `::`.
///
/// No level is empty, and `::` within a level is written `：：`, since Anki
/// would split the level there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeckName(String);

impl DeckName {
    /// The deck of these levels, top first. Levels without text are left out.
    ///
    /// ```
    /// use soa_anki::DeckName;
    /// assert_eq!(DeckName::from_levels(["aws", "C++ std::vec"]).as_str(), "aws::C++ std：：vec");
    /// ```
    pub fn from_levels<'a>(levels: impl IntoIterator<Item = &'a str>) -> Self {
        let clean = |level: &str| {
            let words: Vec<&str> = level.split_whitespace().collect();
            // A lone colon at an edge would join with the separator.
            words.join(" ").replace("::", "：：").trim_matches(':').to_owned()
        };
        let levels: Vec<String> = levels.into_iter().map(clean).filter(|level| !level.is_empty()).collect();
        if levels.is_empty() { Self("Default".to_owned()) } else { Self(levels.join("::")) }
    }

    /// The full name, as a person sees it in Anki.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The decks above it, top first.
    pub fn parents(&self) -> impl Iterator<Item = DeckName> {
        self.0.match_indices("::").map(|(at, _)| DeckName(self.0[..at].to_owned()))
    }
}

impl fmt::Display for DeckName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A note as Anki stores it, with the cards it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Anki's identity of the note.
    pub guid: Guid,
    /// The note type.
    pub kind: Kind,
    /// One per field of the note type, in its order.
    pub fields: Vec<Html>,
    /// Sorted, without white space and without duplicates.
    pub tags: Vec<String>,
    /// Position of its deck in [`Collection::decks`].
    pub deck: usize,
    /// The note's id: milliseconds of its first export, made unique. Its cards count on from it.
    pub id: i64,
    /// When its content last changed, in seconds.
    pub modified: i64,
    /// Positions of the templates that make a card of it (of a cloze note: deletion numbers less one).
    pub cards: Vec<u16>,
    /// What its fields hold that is more than text, if any do.
    pub holds: Option<Box<Holds>>,
}

/// What the fields of a note hold that is more than text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// The names of the files that they refer to, in order.
    pub media: Vec<String>,
    /// The code that can be shown in colours, and the positions of the fields that it stands in. In order.
    pub code: Vec<(usize, CodeBlock)>,
}

impl Note {
    /// The names of the files that its fields refer to, in order.
    pub fn media(&self) -> impl Iterator<Item = &str> {
        self.holds.iter().flat_map(|holds| &holds.media).map(String::as_str)
    }
}

/// All that a package holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// Every deck that a note is in, and every deck above one.
    pub decks: Vec<DeckName>,
    /// In the order in which new cards are to be learned.
    pub notes: Vec<Note>,
    /// The files that the notes refer to, in the order of the notes.
    pub media: Vec<Media>,
    /// HTML and CSS of the note types.
    pub templates: Templates,
    /// When the templates last changed, in seconds.
    pub templates_modified: i64,
    /// When the collection was made, in seconds.
    pub created: i64,
}
