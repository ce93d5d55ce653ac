//! Entries to a collection: pure.
//!
//! `media` puts pictures and sounds in place of what refers to them, `repeated` makes one note of what is said twice,
//! `fields` says what a note holds, `decks` where it goes, `past` who it was at the last export, `reverse` how its term
//! is asked for, and `changes` what has happened since.

pub mod changes;
mod decks;
mod fields;
mod media;
pub(crate) mod paint;
mod past;
mod repeated;
mod reverse;

use std::collections::BTreeMap;

use crate::findings::Diagnostic;
use crate::identity::{Lock, Match, MatchTrace, Tracing};
use crate::media::Index;
use crate::model::config::Config;
use crate::model::decision::{Decision, Document, Extraction, Rule};
use crate::model::entry::Context;
use crate::model::note::Collection;
use crate::text::Span;
use decks::Decks;
pub(crate) use fields::shown_above;
use past::{Past, Remembered};

/// What an export writes, and what it tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What goes into the package.
    pub collection: Collection,
    /// What each note of the collection was made from, in the same order.
    pub origins: Vec<Origin>,
    /// What an import makes of each note, in the same order.
    pub fates: Vec<Fate>,
    /// What the sources say of all their entries.
    pub documents: Vec<Document>,
    /// What the next export is to remember; `None` when this one remembers nothing.
    pub lock: Option<Lock>,
    /// Notes that may be one of several that the lock knows, and so are new: their positions, and those of the
    /// records.
    pub ambiguous: Vec<(usize, Vec<usize>)>,
    /// Why matching took and refused pairs of notes and records; empty unless it was asked for.
    pub trace: MatchTrace,
    /// What is not an entry, and why.
    pub decisions: Vec<Decision>,
    /// What the author should act on.
    pub diagnostics: Vec<Diagnostic>,
}

/// Where a note comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Position of its document.
    pub source: usize,
    /// Where it stands in the source.
    pub span: Span,
    /// What stands above it, as plain text.
    pub context: Context,
    /// The term or the sentence, as plain text.
    pub text: String,
    /// The rule by which it was made.
    pub rule: Rule,
}

/// What an import makes of a note, where the last export was imported.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fate {
    /// By what the lock knows it; `None` of a new note.
    pub known: Option<Match>,
    /// Whether its fields or its tags are others than at the last export.
    pub changed: bool,
    /// Whether it had a reverse card, and now has none: that is all that changed.
    pub unreversed: bool,
    /// How many of its gaps were taken away: their cards are empty.
    pub filled: usize,
}

/// Makes the notes of the entries.
///
/// Cannot fail, and depends on nothing but its arguments: the same notes, lock, media
/// and time give the same collection. Without a lock, nothing is remembered, and every note is as new as `now`,
/// which is in seconds.
pub fn collect(extraction: Extraction, lock: Option<&Lock>, media: &Index, config: &Config, now: i64) -> Outcome {
    collect_with(extraction, lock, media, config, now, Tracing::Off)
}

/// The same; with [`Tracing::On`], the outcome has the trace of matching, too.
pub fn collect_with(
    extraction: Extraction,
    lock: Option<&Lock>,
    media: &Index,
    config: &Config,
    now: i64,
    tracing: Tracing,
) -> Outcome {
    let Extraction { documents, entries, mut decisions, mut diagnostics } = extraction;
    let mut entries = media::place(entries, &documents, media, &mut decisions, &mut diagnostics);
    fields::give_tags(&mut entries, &documents, config);
    let entries = repeated::fold(entries, &documents, &mut decisions);
    let decks = Decks::new(&documents, &entries, config, &mut diagnostics);
    drop_allowed(&mut diagnostics, &documents, config);
    let mut past = Past::new(&entries, &documents, lock, now, tracing);
    let mut notes = Vec::with_capacity(entries.len());
    let mut origins = Vec::with_capacity(entries.len());
    for entry in entries {
        let deck = decks.of(&entry, &documents);
        let reversed = reverse::is_wanted(&entry, &documents[entry.source], config);
        let (note, origin) = past.note(entry, reversed, &documents, deck, &decks.names[deck]);
        notes.push(note);
        origins.push(origin);
    }
    let templates_modified = past.templates(&config.templates);
    let created = notes.iter().map(|note| note.modified).chain([templates_modified]).max().unwrap_or(now);
    let templates = config.templates.clone();
    let media = templates.files.iter().cloned().chain(media::of_notes(&notes, media)).collect();
    let collection = Collection { decks: decks.names, notes, media, templates, templates_modified, created };
    let Remembered { fates, ambiguous, trace, lock } = past.finish();
    Outcome { collection, origins, fates, documents, lock, ambiguous, trace, decisions, diagnostics }
}

/// Leaves out what the author does not want to hear of: by the configuration, in a file, or at a heading or an item.
fn drop_allowed(diagnostics: &mut Vec<Diagnostic>, documents: &[Document], config: &Config) {
    let allowed = documents.iter().filter(|document| !document.allowed.is_empty());
    let allowed: BTreeMap<&str, &Document> = allowed.map(|document| (document.path.as_str(), document)).collect();
    diagnostics.retain(|told| {
        let code = told.finding.code();
        let holds =
            |span: &Span| told.place.as_ref().is_none_or(|place| (span.start..=span.end).contains(&place.span.start));
        let in_file = allowed
            .get(&*told.path)
            .is_some_and(|document| document.allowed.iter().any(|(span, codes)| codes.contains(&code) && holds(span)));
        !in_file && config.allow.iter().all(|allowed| allowed != code)
    });
}
