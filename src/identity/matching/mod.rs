//! Who of today's entries is who of the lock.
//!
//! It owns the order of the steps: from what is certain to what is only likely, each a file of its own. What was found
//! speaks for what is looked for next.

mod candidates;
#[cfg(test)]
mod cases;
mod children;
mod definition;
mod group;
mod likeness;
mod names;
mod refusal;
mod sides;
mod similar;
mod term;
mod text;
mod twins;
mod unchanged;
mod votes;

use super::lock::Lock;
use crate::model::entry::Entry;
use sides::{Sides, Wave};

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
///
/// The subjects of one source follow each other, in the order of the notes.
pub fn identify<'a>(subjects: &[Subject<'a>], lock: &'a Lock) -> Matching {
    let mut matches = vec![None; subjects.len()];
    let mut known: Vec<bool> = lock.records.iter().map(|record| lock.elsewhere.contains(&record.source)).collect();
    unchanged::told(subjects, lock, &mut matches, &mut known);
    unchanged::unchanged(subjects, lock, &mut matches, &mut known);
    if known.iter().all(|known| *known) || matches.iter().all(Option::is_some) {
        return Matching { matches, ambiguous: Vec::new() };
    }
    let mut sides = Sides::new(subjects, lock, matches);
    for wave in [Wave::Live, Wave::Removed] {
        if sides.is_open(wave) {
            twins::same(&mut sides, wave);
        }
    }
    if sides.is_open(Wave::Live) {
        look(&mut sides);
    }
    if sides.is_open(Wave::Removed) {
        look_back(&mut sides);
    }
    sides.finish()
}

/// The steps for those that were in the notes, from the surest on.
fn look(sides: &mut Sides<'_>) {
    let wave = Wave::Live;
    text::same_text(sides, wave);
    for _ in 0..2 {
        twins::mapped(sides, wave);
        definition::same_definition(sides, wave);
        text::same_text(sides, wave);
    }
    twins::mapped(sides, wave);
    children::follow(sides);
    twins::mapped(sides, wave);
    term::same_term(sides);
    similar::alike(sides);
    children::follow(sides);
    twins::mapped(sides, wave);
}

/// The steps for those that left the notes: they come back as they were. With the years there are many of them, and
/// something new is like one of them by chance.
fn look_back(sides: &mut Sides<'_>) {
    text::same_text(sides, Wave::Removed);
    twins::mapped(sides, Wave::Removed);
    definition::same_definition(sides, Wave::Removed);
}
