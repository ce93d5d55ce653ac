//! What the author wrote, found in the notes: the seam between Markdown and Anki.
//!
//! An [`Entry`] knows nothing of guids, note types or decks in Anki; it is a
//! term with its definition, and where it stands.

use std::ops::Range;
use std::sync::Arc;

use crate::directive::Directive;
use crate::extract::Rule;
use crate::markdown::Html;

/// Byte offsets in a source's text. Always on character boundaries.
pub type Span = Range<usize>;

/// The headings and terms above an entry, top first, as plain text.
///
/// The file's title is not part of it: a renamed file must not change who is
/// who. Siblings share one allocation.
pub type Context = Arc<[String]>;

/// A term with its definition. Becomes one note in Anki.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Position of its source among the sources that were extracted.
    pub source: usize,
    /// Where it stands in the source: the term's line up to the definition's end.
    pub span: Span,
    /// What stands above it.
    pub context: Context,
    /// The line that leads in the list that it stands in, less its colon: shown with the term, and no part of identity.
    pub hint: Html,
    /// Tags by markers such as `(重要)`, in the order of the notes.
    pub tags: Vec<String>,
    /// The rule by which the entry was made.
    pub rule: Rule,
    /// What a comment of the author tells of it.
    pub directive: Option<Box<Directive>>,
    /// What is asked and what is answered.
    pub body: Body,
}

/// The two kinds of entries, which become Anki's two note types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// "What is this?"
    Term {
        /// The term as plain text: identity is computed from it.
        text: String,
        /// The term as shown.
        term: Html,
        /// The answer. Never empty.
        definition: Html,
    },
    /// A sentence with hidden words.
    Cloze {
        /// The sentence as plain text, without deletions: identity is computed from it.
        text: String,
        /// The sentence with Anki's `{{c1::…}}` around each deletion.
        cloze: Html,
        /// The hidden words as plain text; the first one is number 1.
        deletions: Vec<String>,
    },
}

impl Entry {
    /// How many cards Anki makes of it.
    pub fn card_count(&self) -> usize {
        match &self.body {
            Body::Term { .. } => 1,
            Body::Cloze { deletions, .. } => deletions.len(),
        }
    }

    /// The term or the sentence, as plain text.
    pub fn text(&self) -> &str {
        match &self.body {
            Body::Term { text, .. } | Body::Cloze { text, .. } => text,
        }
    }
}
