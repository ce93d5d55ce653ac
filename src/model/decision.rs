//! What became of the notes: entries, and for all else the rule that left it out.

use crate::findings::{Diagnostic, Place};
use crate::model::entry::{Context, Entry};
use crate::text::Span;

pub use super::rule::{NotATerm, NotHidden, Rule};

/// What was found in the notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// One per source, in the order of the sources.
    pub documents: Vec<Document>,
    /// In the order of the notes.
    pub entries: Vec<Entry>,
    /// What is not an entry, and why. In the order of the notes.
    pub decisions: Vec<Decision>,
    /// What the author should act on, in the order of the notes.
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
    /// Whether front matter asks for reverse cards; `None` where it does not tell.
    pub reversed: Option<bool>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Codes of findings that its author does not want to hear of, and where.
    pub allowed: Vec<(Span, Vec<&'static str>)>,
    /// The pictures, sounds and films that its entries refer to.
    pub media: Vec<Reference>,
}

impl Document {
    /// The heading that what begins at `offset` stands under, or is.
    pub fn heading(&self, offset: usize) -> Option<&Heading> {
        let above = self.headings.partition_point(|heading| heading.span.start <= offset);
        Some(&self.headings[above.checked_sub(1)?])
    }
}

/// A heading with its own body, up to the next heading; or what stands before the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Where it stands in the source.
    pub span: Span,
    /// The headings down to this one, without the file's title: the context of what stands right under it.
    pub path: Context,
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

/// A picture, a sound or a film that entries of a source refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it is, as the author wrote it.
    pub target: String,
    /// Where it is referred to.
    pub place: Place,
    /// Whether it is the face of a link: an arrow that leads back, a badge.
    pub linked: bool,
}
