//! Turns ordinary Markdown study notes into an Anki deck.
//!
//! The steps, in their order:
//!
//! 1. [`read()`] reads the notes: paths in, [`Source`]s out.
//! 2. [`extract`] finds what is worth asking: pure, [`Source`]s in, [`Extraction`] out.
//! 3. [`find_media`] finds the images, sounds and videos that they refer to.
//! 4. [`collect()`] makes notes for Anki of the entries: pure, [`Extraction`] in, [`Outcome`] out.
//! 5. [`paint()`] gives code its colours.
//! 6. [`write_package`] writes the collection as an `.apkg`.
//!
//! Data flows one way. The steps in the middle cannot fail: no text is too strange for them. What the author should act
//! on is a [`Diagnostic`], and why something is on no card is a [`Decision`].
//!
//! ```
//! use soa_anki::{Config, collect, extract, find_media, paint, read, write_package};
//!
//! # let folder = tempfile::tempdir()?;
//! # let notes = folder.path().to_owned();
//! std::fs::write(notes.join("aws.md"), "## SQS\nA queue of messages.\n\n- DLQ: where failed messages go\n")?;
//!
//! let config = Config::default();
//! let notes = read(&[notes])?;
//! let extraction = extract(&notes.sources, &config);
//! let media = find_media(&extraction.documents, &notes.root);
//! // Without a lock of an earlier export, all notes are new. The last argument is the present time, in seconds.
//! let mut outcome = collect(extraction, None, &media, &config, 1_767_225_600);
//! paint(&mut outcome.collection);
//! let mut package = Vec::new();
//! write_package(&outcome.collection, &mut package)?;
//!
//! let asked: Vec<&str> = outcome.origins.iter().map(|origin| origin.text.as_str()).collect();
//! assert_eq!(asked, ["SQS", "DLQ"]);
//! assert!(package.starts_with(b"PK"), "a package is a zip archive");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To keep review histories over edits, give [`collect()`] the [`Lock`] of the last export, and keep the one that is in
//! its [`Outcome`] for the next.

#![cfg_attr(not(feature = "cli"), allow(dead_code, unused_imports, reason = "some of it is for the program only"))]

mod apkg;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
mod collect;
mod compose;
mod explain;
pub mod findings;
mod identity;
mod lexicon;
mod markdown;
mod media;
mod model;
mod read;
mod recognise;
mod template;
mod text;

// What is chosen.
pub use lexicon::{Class, Lexicon};
pub use model::config::{
    Cloze, Config, DecksBy, Fault as ConfigFault, Files, Form as ConfigForm, Key as ConfigKey, LineBreaks,
    Mistake as ConfigMistake, Slip as ConfigSlip, Value as ConfigValue, Wrong as WrongValue,
};
pub use model::templates::{Sides as TemplateSides, Templates};
pub use template::{Refusal as TemplateRefusal, replace as replace_template};

// What is read.
pub use model::directive::{Directive, Parsed as ParsedDirective, Unknown as UnknownDirective};
pub use read::{Choice, FrontMatter, LOCK_FILE, Notes, Source, read, read_chosen};

// What is found in it.
pub use compose::{extract, trace};
pub use markdown::{CodeBlock, Element, Fragment, Html, Math, MediaReference, Op, OpKind, Shown, Size};
pub use model::decision::{Decision, Document, Extraction, Heading, NotATerm, NotHidden, Reference, Rule};
pub use model::entry::{Body, Context, Entry};
pub use text::{Lang, Span};

// The files that it refers to.
pub use media::{
    File as MediaFile, Index as MediaIndex, Kind as MediaKind, find as find_media, of_template as find_template_media,
};

// What becomes of it in Anki.
pub use collect::changes::{Change, Changes, search};
pub use collect::paint::paint;
pub use collect::{Fate, Origin, Outcome, collect, collect_with};
pub use identity::{Content as KnownContent, Deletion, Lock, Record, Sketch, Stamp};
pub use identity::{Match, MatchStep, MatchTrace, Refusal as MatchRefusal, Rival, Ruling, Scores, Tracing, Verdict};
pub use identity::{Matching, Subject, guid, identify, labels as deletion_labels, number as number_deletions};
pub use model::note::{Collection, Content as MediaContent, DeckName, Guid, Holds, Media, Note};
pub use model::notetype::{Kind as NoteKind, Notetype, Part as NotetypePart};

// What is written.
pub use apkg::{Held, read as read_package, write as write_package};

// What is reported, and explained.
pub use explain::{Cure, Cures, Edit, Fate as PieceFate, Goal, Piece, explain};
pub use findings::Diagnostic;
pub use model::error::{Damage, Error, LockFault, Step as FailedStep, TemplateFault, TemplateMistake};
pub use model::trace::{EntryId, Evidence, Split, Trace, Verdict as TraceVerdict};
pub use recognise::{Alike, HeadingFacts, LineFacts, LineKind};
