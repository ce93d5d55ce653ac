//! Turns ordinary Markdown study notes into an Anki deck.
//!
//! 1. [`source`] reads the notes: paths in, [`Source`]s out.
//! 2. [`mod@extract`] finds what is worth asking: pure, `[Source]` in, [`Extraction`] out.
//! 3. [`media`] finds the pictures, sounds and films that they refer to.
//! 4. [`collect()`] makes notes of the entries: pure, [`Extraction`] in, [`Outcome`] out.
//! 5. [`paint()`] gives code its colours.
//! 6. [`package`] writes the collection as an `.apkg`.
//!
//! Data flows one way, and the steps in the middle cannot fail.

pub mod config;
pub mod diagnostic;
pub mod directive;
pub mod entry;
pub mod error;
pub mod explain;
pub mod extract;
pub mod identity;
pub mod markdown;
pub mod media;
pub mod note;
pub mod notetype;
pub mod package;
pub mod paint;
pub mod source;
pub mod template;

pub mod collect;

mod nearest;

pub use collect::{Fate, Origin, Outcome, collect};
pub use config::Config;
pub use diagnostic::Diagnostic;
pub use entry::Entry;
pub use error::Error;
pub use extract::{Extraction, extract};
pub use paint::paint;
pub use source::Source;
