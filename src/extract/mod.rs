//! Sources to entries: which parts of free-form notes become cards.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::entry::{Entry, Span};
use crate::source::Source;

/// What was found in the notes.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// One per source, in the order of the sources.
    pub documents: Vec<Document>,
    /// In the order of the notes.
    pub entries: Vec<Entry>,
    /// What is not an entry, and why. In the order of the notes.
    pub decisions: Vec<Decision>,
    /// What the author should act on.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a source says of all its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The source's path.
    pub path: String,
    /// Its title: by front matter, else a sole leading top heading, else the file's stem.
    pub title: String,
    /// The deck that front matter names in place of the file's own.
    pub deck: Option<String>,
    /// Front matter's tags.
    pub tags: Vec<String>,
}

/// Why a part of a source is not an entry of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Position of its source.
    pub source: usize,
    /// The part.
    pub span: Span,
    /// The rule that left it out.
    pub rule: Rule,
}

/// The rules of extraction, by which an entry is made or a part of the notes is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A heading with its own body.
    Heading,
}

/// Finds the entries of `sources`.
pub fn extract(_sources: &[Source], _config: &Config) -> Extraction {
    Extraction::default()
}
