//! Who of today's entries is who of the lock.

use std::collections::HashMap;

use super::lock::Lock;
use crate::entry::{Entry, kind};

/// An entry of today, as matching looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The path of its source.
    pub source: &'a str,
    /// The entry.
    pub entry: &'a Entry,
}

/// By what an entry was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The id that its author gave it.
    Told,
    /// Kind, context and term are the same.
    Same,
    /// Term and definition are the same, under another context.
    SameText,
    /// The term is the same under a heading that was renamed or moved.
    MappedContext,
    /// The definition alone is the same.
    SameDefinition,
    /// Its children are the same.
    Children,
    /// The term is the same elsewhere, and something else speaks for it.
    SameTerm,
    /// It reads alike.
    Alike,
}

/// The record that an entry was recognised by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its position in [`Lock::records`].
    pub record: usize,
    /// By what it was recognised.
    pub step: Step,
    /// How alike they are, from 0 to 1; 1 where that was not asked.
    pub score: f32,
}

/// Who is who.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matching {
    /// What each subject was recognised as.
    pub matches: Vec<Option<Match>>,
    /// Subjects that may be one of several records, and so are none of them: their positions, and the candidates.
    pub ambiguous: Vec<(usize, Vec<usize>)>,
}

/// Finds out who of `subjects` is who of the lock.
///
/// Each subject has at most one record, and each record at most one subject. Of the records, those whose source is
/// in [`Lock::elsewhere`] have none. What stays ambiguous has none: a history on the wrong card is worse than a lost one.
pub fn identify<'a>(subjects: &[Subject<'a>], lock: &'a Lock) -> Matching {
    let mut records = HashMap::new();
    for (at, record) in lock.records.iter().enumerate() {
        if !lock.elsewhere.contains(&record.source) {
            records.entry((record.kind, &*record.context, &*record.term)).or_insert(at);
        }
    }
    let same = |subject: &Subject<'a>| {
        let entry = subject.entry;
        let record = records.remove(&(kind(entry), &*entry.context, entry.text()))?;
        Some(Match { record, step: Step::Same, score: 1.0 })
    };
    Matching { matches: subjects.iter().map(same).collect(), ambiguous: Vec::new() }
}
