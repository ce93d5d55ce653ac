//! What needs no looking for: what was told, and what did not change. Nearly always that is nearly all.

use std::hash::Hash;

use super::{Match, Step, Subject};
use crate::identity::Sketch;
use crate::identity::hash::HashMap;
use crate::identity::lock::{Lock, Record};
use crate::model::entry::{Body, kind};

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

/// Who is called the same, letter by letter, in the same source, when nobody else is called so; and then, who has
/// namesakes in other sources only, and says the same as before.
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

/// Matches the subjects and records that share a key with nobody else, if they are the same.
fn pair<'a, K: Hash + Eq>(
    subjects: &[Subject<'a>],
    lock: &'a Lock,
    matches: &mut [Option<Match>],
    known: &mut [bool],
    (of_record, of_subject): (impl Fn(&'a Record) -> K, impl Fn(&Subject<'a>) -> K),
    is_same: impl Fn(&Subject<'a>, &Record) -> bool,
) {
    let mut called: HashMap<K, Called> = HashMap::with_capacity_and_hasher(lock.records.len(), <_>::default());
    for (at, record) in lock.records.iter().enumerate().filter(|&(at, record)| !known[at] && !record.removed) {
        called.entry(of_record(record)).or_default().record.meet(at);
    }
    let mut order = Vec::with_capacity(called.len());
    for (at, subject) in subjects.iter().enumerate().filter(|&(at, _)| matches[at].is_none()) {
        if let Some(one) = called.get_mut(&of_subject(subject)) {
            one.subject.meet(at);
            order.push((at, one.record));
        }
    }
    for (at, record) in order {
        let (subject, Number::One(record)) = (&subjects[at], record) else { continue };
        let alone = called[&of_subject(subject)].subject == Number::One(at);
        if alone && is_same(subject, &lock.records[record]) {
            known[record] = true;
            matches[at] = Some(Match { record, step: Step::Same, score: 1.0 });
        }
    }
}

/// Whether a subject's definition is the record's. That of a cloze is none.
fn says_the_same(subject: &Subject<'_>, record: &Record) -> bool {
    match &subject.entry.body {
        Body::Term { definition, children, .. } => Sketch::of_definition(definition, children) == record.sketch,
        Body::Cloze { .. } => true,
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
