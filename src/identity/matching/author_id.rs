//! Step 1: the id that an author gave.

use super::{Match, MatchStep, Subject};
use crate::identity::author_id;
use crate::identity::hash::HashMap;
use crate::identity::lock::Lock;
use crate::model::entry::kind;

/// Matches entries and records with the same id. A record that is still in the notes goes before one that left them.
///
/// A guid is an id, too: with it, an author says whose history an entry is to have.
pub(super) fn same_id(subjects: &[Subject<'_>], lock: &Lock, matches: &mut [Option<Match>], known: &mut [bool]) {
    if subjects.iter().all(|subject| author_id(subject.entry).is_none()) {
        return;
    }
    let mut records: HashMap<&str, Vec<usize>> = HashMap::default();
    for removed in [false, true] {
        for (at, record) in lock.records.iter().enumerate().filter(|(_, record)| record.removed == removed) {
            for id in record.author_id.as_deref().into_iter().chain([record.guid.as_str()]) {
                records.entry(id).or_default().push(at);
            }
        }
    }
    for (subject, found) in subjects.iter().zip(matches) {
        let same = author_id(subject.entry).and_then(|id| records.get(id)).into_iter().flatten();
        let kind = kind(subject.entry);
        let record = same.copied().find(|&at| !known[at] && lock.records[at].kind == kind);
        if let Some(record) = record {
            known[record] = true;
            *found = Some(Match { record, step: MatchStep::AuthorId, score: 1.0 });
        }
    }
}
