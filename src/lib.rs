//! Turns ordinary Markdown study notes into an Anki deck.
//!
//! 1. [`mod@read`] reads the notes: paths in, [`Source`]s out.
//! 2. [`recognise`] finds what is worth asking: pure, `[Source]` in, [`Extraction`] out.
//! 3. [`media`] finds the pictures, sounds and films that they refer to.
//! 4. [`collect()`] makes notes of the entries: pure, [`Extraction`] in, [`Outcome`] out.
//! 5. [`paint()`] gives code its colours.
//! 6. [`apkg`] writes the collection as an `.apkg`.
//!
//! Data flows one way, and the steps in the middle cannot fail.

pub mod apkg;
#[cfg(feature = "cli")]
pub mod cli;
pub mod collect;
pub mod compose;
pub mod explain;
pub mod findings;
pub mod identity;
pub mod lexicon;
pub mod markdown;
pub mod media;
pub mod model;
pub mod read;
pub mod recognise;
pub mod template;
pub mod text;

pub use collect::paint::paint;
pub use collect::{Fate, Origin, Outcome, collect, collect_with};
pub use compose::extract;
pub use findings::Diagnostic;
pub use model::config::Config;
pub use model::decision::Extraction;
pub use model::entry::Entry;
pub use model::error::Error;
pub use read::Source;
