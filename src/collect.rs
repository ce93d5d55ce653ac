//! Entries to a collection: guids, fields, decks and tags. Pure.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::extract::{Decision, Extraction};
use crate::identity::Lock;
use crate::note::Collection;

/// What an export writes, and what it tells.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What goes into the package.
    pub collection: Collection,
    /// What the next export is to remember.
    pub lock: Lock,
    /// What is not an entry, and why.
    pub decisions: Vec<Decision>,
    /// What the author should act on.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes the notes of the entries. `now` is in seconds.
pub fn collect(extraction: Extraction, lock: &Lock, config: &Config, now: i64) -> Outcome {
    let collection = Collection {
        decks: Vec::new(),
        notes: Vec::new(),
        templates: config.templates.clone(),
        templates_modified: now,
        created: now,
    };
    Outcome {
        collection,
        lock: lock.clone(),
        decisions: extraction.decisions,
        diagnostics: extraction.diagnostics,
    }
}
