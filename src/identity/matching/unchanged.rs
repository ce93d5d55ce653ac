//! What needs no looking for: what was told, and what did not change. Nearly always that is nearly all.

use crate::identity::hash::HashMap;

use super::{Match, Step, Subject};
use crate::entry::kind;
use crate::identity::lock::{Lock, Record};

/// Records by the ids that authors gave them, before all else. A record that is still in the notes goes first.
///
/// A guid is an id, too: by it an author says whose history an entry is to have.
pub(super) fn told(subjects: &[Subject<'_>], lock: &Lock, matches: &mut [Option<Match>], known: &mut [bool]) {
    if subjects.iter().all(|subject| told_id(subject).is_none()) {
        return;
    }
    let mut records: HashMap<&str, Vec<usize>> = HashMap::default();
    for removed in [false, true] {
        for (at, record) in lock.records.iter().enumerate().filter(|(_, record)| record.removed == removed) {
            for id in record.told.as_deref().into_iter().chain([record.guid.as_str()]) {
                records.entry(id).or_default().push(at);
            }
        }
    }
    for (subject, found) in subjects.iter().zip(matches) {
        let same = told_id(subject).and_then(|id| records.get(id)).into_iter().flatten();
        let kind = kind(subject.entry);
        let record = same.copied().find(|&at| !known[at] && lock.records[at].kind == kind);
        if let Some(record) = record {
            known[record] = true;
            *found = Some(Match { record, step: Step::Told, score: 1.0 });
        }
    }
}

/// The id that its author gives an entry.
pub(super) fn told_id<'a>(subject: &Subject<'a>) -> Option<&'a str> {
    subject.entry.directive.as_ref()?.id.as_deref()
}

/// Who is called the same, letter by letter, in the same source, when nobody else is called so.
pub(super) fn unchanged<'a>(
    subjects: &[Subject<'a>],
    lock: &'a Lock,
    matches: &mut [Option<Match>],
    known: &mut [bool],
) {
    let mut called = HashMap::with_capacity_and_hasher(lock.records.len(), <_>::default());
    for (at, record) in lock.records.iter().enumerate().filter(|&(at, record)| !known[at] && !record.removed) {
        let one = called.entry((record.kind, &*record.context, &*record.term)).or_insert(Called::default());
        one.record.meet(at);
    }
    let mut order = Vec::with_capacity(called.len());
    for (at, subject) in subjects.iter().enumerate().filter(|&(at, _)| matches[at].is_none()) {
        let entry = subject.entry;
        if let Some(one) = called.get_mut(&(kind(entry), &*entry.context, entry.text())) {
            one.subject.meet(at);
            order.push((at, one.record));
        }
    }
    for (at, record) in order {
        let (subject, Number::One(record)) = (&subjects[at], record) else { continue };
        let entry = subject.entry;
        let alone = called[&(kind(entry), &*entry.context, entry.text())].subject == Number::One(at);
        if alone && stayed(subject, &lock.records[record]) {
            known[record] = true;
            matches[at] = Some(Match { record, step: Step::Same, score: 1.0 });
        }
    }
}

/// Whether a subject of the same name is in the record's source, and its author does not say otherwise.
fn stayed(subject: &Subject<'_>, record: &Record) -> bool {
    subject.source == record.source && (told_id(subject).is_none() || record.told.is_none())
}

/// Who is called so.
#[derive(Clone, Copy, Default)]
struct Called {
    record: Number,
    subject: Number,
}

/// How many there are.
#[derive(Clone, Copy, Default, PartialEq)]
enum Number {
    #[default]
    None,
    One(usize),
    Many,
}

impl Number {
    fn meet(&mut self, at: usize) {
        *self = if *self == Self::None { Self::One(at) } else { Self::Many };
    }
}
