//! What an import of this export changes, where the last export was imported; and what a person should know of.

use super::Outcome;
use std::collections::BTreeSet;

use crate::identity::{Lock, Match, Record, is_like_guid};

/// All changes since the last export.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes<'a> {
    /// Notes that are new, changed, renamed or moved, in the order of the notes.
    pub notes: Vec<Change<'a>>,
    /// What has left the notes since. It stays in Anki.
    pub gone: Vec<&'a Record>,
    /// What left them earlier and was not forgotten since.
    pub gone_before: Vec<&'a Record>,
    /// Files that are not there any more, outside of the notes that were read: what stood in them may stand elsewhere.
    pub missing: Vec<&'a str>,
    /// Whether the templates are others.
    pub templates: bool,
    /// How many reverse cards are empty now, which Anki keeps.
    pub empty: usize,
    /// The same of cards of clozes, by gaps that were taken away.
    pub filled: usize,
}

/// What happened to a note.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any may go with any")]
pub struct Change<'a> {
    /// Its position in the collection.
    pub note: usize,
    /// What it was, and by what it was recognised; `None` of a new one.
    pub was: Option<(&'a Record, Match)>,
    /// Whether its fields or its tags are others.
    pub changed: bool,
    /// Whether it is called otherwise.
    pub renamed: bool,
    /// Whether it stands in another file or under other headings.
    pub moved: bool,
    /// Whether it had left the notes, and is back.
    pub back: bool,
    /// Whether its cards belong into another deck now: those that Anki has stay where they are.
    pub other_deck: bool,
    /// What it may have been, if several come into question: then it is new.
    pub candidates: Vec<&'a Record>,
}

impl Change<'_> {
    /// Whether Anki does not know it.
    pub fn is_new(&self) -> bool {
        self.was.is_none()
    }

    /// Whether nothing of it has changed but where it stands, in the notes or among the decks.
    pub fn only_moved(&self) -> bool {
        !(self.is_new() || self.changed || self.renamed || self.back)
    }
}

impl<'a> Changes<'a> {
    /// The changes from `lock`, which is what the last export remembers, to `outcome`.
    pub fn since(lock: &'a Lock, outcome: &Outcome) -> Self {
        let record = |at: usize| &lock.records[at];
        let mut notes: Vec<Change<'a>> = (0..outcome.fates.len()).filter_map(|at| change(at, lock, outcome)).collect();
        for (at, candidates) in &outcome.ambiguous {
            if let Ok(found) = notes.binary_search_by_key(at, |change| change.note) {
                notes[found].candidates = candidates.iter().map(|&at| record(at)).collect();
            }
        }
        let mut known = vec![false; lock.records.len()];
        for found in outcome.fates.iter().filter_map(|fate| fate.known) {
            known[found.record] = true;
        }
        let unknown = lock.records.iter().zip(known).filter(|(_, known)| !known).map(|(record, _)| record);
        let (gone_before, left): (Vec<_>, Vec<_>) = unknown.partition(|record| record.removed);
        let (gone, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|record| lock.has_left(record));
        let missing = others.into_iter().map(|record| record.source.as_str());
        let mut missing: Vec<&str> = missing.filter(|source| lock.beyond.contains(*source)).collect();
        missing.dedup();
        let after = outcome.lock.as_ref().and_then(|lock| lock.templates);
        let templates = lock.templates.is_some() && lock.templates != after;
        let empty = outcome.fates.iter().filter(|fate| fate.unreversed).count();
        let filled = outcome.fates.iter().map(|fate| fate.filled).sum();
        Self { notes, gone, gone_before, missing, templates, empty, filled }
    }

    /// Whether an import changes anything in a collection that holds the last export.
    pub fn reach_anki(&self) -> bool {
        self.templates || self.notes.iter().any(|change| change.changed || change.back)
    }
}

/// What happened to the note at `at`, if anything did.
fn change<'a>(at: usize, lock: &'a Lock, outcome: &Outcome) -> Option<Change<'a>> {
    let (fate, origin, note) = (&outcome.fates[at], &outcome.origins[at], &outcome.collection.notes[at]);
    let was = fate.known.map(|found| (&lock.records[found.record], found));
    let is = |other: &dyn Fn(&Record) -> bool| was.is_some_and(|(record, _)| other(record));
    let path = &outcome.documents[origin.source].path;
    let deck = outcome.collection.decks[note.deck].as_str();
    let change = Change {
        note: at,
        was,
        changed: fate.changed,
        renamed: is(&|record| record.term != origin.text),
        moved: is(&|record| record.source != *path || record.context != origin.context),
        other_deck: is(&|record| record.deck != deck),
        back: is(&|record| record.removed),
        candidates: Vec::new(),
    };
    let any = change.back || change.changed || change.renamed || change.moved || change.other_deck;
    any.then_some(change)
}

/// The records of today whose author gave them a guid for an id, of which `lock` knows nothing: whose history they were to
/// have is forgotten.
pub fn unknown_ids<'o>(lock: &Lock, outcome: &'o Outcome) -> Vec<&'o Record> {
    let all = outcome.lock.iter().flat_map(|lock| &lock.records).filter(|record| !record.removed);
    let id_of = |record: &'o Record| record.author_id.as_deref().filter(|id| is_like_guid(id));
    let given: Vec<&Record> = all.filter(|record| id_of(record).is_some()).collect();
    if given.is_empty() {
        return given;
    }
    let ids = lock.records.iter().flat_map(|record| [Some(record.guid.as_str()), record.author_id.as_deref()]);
    let known: BTreeSet<&str> = ids.flatten().collect();
    given.into_iter().filter(|record| id_of(record).is_some_and(|id| !known.contains(id))).collect()
}

/// The search that finds notes in Anki, ready to be pasted. `None` for none.
///
/// One expression over the field Id: a chain of `OR` fails in Anki at about a thousand terms.
pub fn search<'a>(records: impl IntoIterator<Item = &'a Record>) -> Option<String> {
    let guids: Vec<&str> = records.into_iter().map(|record| record.guid.as_str()).collect();
    (!guids.is_empty()).then(|| format!("\"Id:re:^({})$\"", guids.join("|")))
}
