//! Step 2 for the usual case: entries whose name did not change. Nearly always that is nearly all.
//!
//! It compares texts as they are written and makes no key; `same_name` decides about the rest.

use std::hash::Hash;

use super::{Match, MatchStep, Subject};
use crate::identity::hash::HashMap;
use crate::identity::lock::{Lock, Record};
use crate::identity::{Sketch, author_id};
use crate::model::entry::{Body, kind};

/// Matches entries and records that have the same name (kind, context and term, letter by letter) and the same source,
/// where no other has that name; then those that have namesakes in other sources only, and the same definition.
pub(super) fn unchanged<'a>(
    subjects: &[Subject<'a>],
    lock: &'a Lock,
    matches: &mut [Option<Match>],
    known: &mut [bool],
) {
    let name = |record: &'a Record| (record.kind, &*record.context, &*record.term);
    let own = |subject: &Subject<'a>| (kind(subject.entry), &*subject.entry.context, subject.entry.text());
    pair(subjects, lock, matches, known, (name, own), stayed);
    if matches.iter().any(Option::is_none) {
        let name = |record: &'a Record| (&*record.source, name(record));
        let own = |subject: &Subject<'a>| (subject.source, own(subject));
        pair(subjects, lock, matches, known, (name, own), |subject, record| {
            stayed(subject, record) && says_the_same(subject, record)
        });
    }
}

/// Matches the entries and records that share a key with no other, if they are the same.
fn pair<'a, K: Hash + Eq>(
    subjects: &[Subject<'a>],
    lock: &'a Lock,
    matches: &mut [Option<Match>],
    known: &mut [bool],
    (of_record, of_subject): (impl Fn(&'a Record) -> K, impl Fn(&Subject<'a>) -> K),
    is_same: impl Fn(&Subject<'a>, &Record) -> bool,
) {
    let mut owners: HashMap<K, Owners> = HashMap::with_capacity_and_hasher(lock.records.len(), <_>::default());
    for (at, record) in lock.records.iter().enumerate().filter(|&(at, record)| !known[at] && !record.removed) {
        owners.entry(of_record(record)).or_default().record.meet(at);
    }
    let mut order = Vec::with_capacity(owners.len());
    for (at, subject) in subjects.iter().enumerate().filter(|&(at, _)| matches[at].is_none()) {
        if let Some(one) = owners.get_mut(&of_subject(subject)) {
            one.subject.meet(at);
            order.push((at, one.record));
        }
    }
    for (at, record) in order {
        let (subject, Owner::One(record)) = (&subjects[at], record) else { continue };
        let alone = owners[&of_subject(subject)].subject == Owner::One(at);
        if alone && is_same(subject, &lock.records[record]) {
            known[record] = true;
            matches[at] = Some(Match { record, step: MatchStep::SameName, score: 1.0 });
        }
    }
}

/// Returns true if an entry's definition is the record's. A cloze has none.
fn says_the_same(subject: &Subject<'_>, record: &Record) -> bool {
    match &subject.entry.body {
        Body::Term { text, term, definition } => {
            Sketch::of_answer(subject.entry.rule, text, term, definition) == record.sketch
        }
        Body::Cloze { .. } => true,
    }
}

/// Returns true if an entry is in the record's source, and their author did not give an id to each.
fn stayed(subject: &Subject<'_>, record: &Record) -> bool {
    subject.source == record.source && (author_id(subject.entry).is_none() || record.author_id.is_none())
}

/// The record and the entry that have a key.
#[derive(Clone, Copy, Default)]
struct Owners {
    record: Owner,
    subject: Owner,
}

/// None, one or several.
#[derive(Clone, Copy, Default, PartialEq)]
enum Owner {
    #[default]
    None,
    One(usize),
    Many,
}

impl Owner {
    fn meet(&mut self, at: usize) {
        *self = if *self == Self::None { Self::One(at) } else { Self::Many };
    }
}
