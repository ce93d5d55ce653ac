//! Which of today's entries is which record of the lock.
//!
//! It owns the order of the steps, from what is certain to what is only likely, each in a file of its own. What one step
//! finds is a witness for the next. It knows no lock file and no note: [`identify`] is a function of values.
//!
//! | step | file | what is the same |
//! |---|---|---|
//! | 1 | `author_id` | the id that the author gave |
//! | 2 | `unchanged`, `same_name` | kind, context and term |
//! | 3 | `same_text` | term and definition, under another context |
//! | 4 | `same_name` | kind and term, under a heading or in a file that was renamed |
//! | 5 | `same_definition` | the definition, under another term |
//! | 6 | `children` | the entries below it |
//! | 7 | `same_term` | the term elsewhere, with a second witness |
//! | 8 | `alike` | most of the text, and no other is as near |

mod alike;
mod author_id;
mod candidates;
#[cfg(test)]
mod cases;
mod children;
mod group;
mod in_place;
mod likeness;
mod matcher;
mod refusal;
mod same_definition;
mod same_name;
mod same_term;
mod same_text;
mod tables;
mod trace;
mod unchanged;
mod votes;

pub use trace::{MatchTrace, Refusal, Rival, Ruling, Scores, Tracing, Verdict};

use super::lock::Lock;
use super::weights;
use crate::model::entry::Entry;
use matcher::{Matcher, Wave};

/// An entry of today, as matching looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The path of its source.
    pub source: &'a str,
    /// The entry.
    pub entry: &'a Entry,
}

/// The step that recognised an entry, in the order of the steps: the later, the less certain.
///
/// ARCHITECTURE.md ("Who is who") lists them by these numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchStep {
    /// The id that its author gave it is the same.
    AuthorId = 1,
    /// Kind, context and term are the same. The definition may be another.
    SameName,
    /// Term and definition are the same, under another context.
    SameText,
    /// Kind and term are the same, under a heading or in a file that was renamed.
    MappedName,
    /// The definition is the same, under another term.
    SameDefinition,
    /// The entries under it are the same.
    Children,
    /// The term is the same elsewhere, and its definition or its neighbours agree.
    SameTerm,
    /// It reads alike, and no other is as near.
    Alike,
}

impl MatchStep {
    /// The number of the step, from 1.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// Returns true for the steps that compare what is equal. The others are guesses, which a person can refuse.
    pub fn is_exact(self) -> bool {
        self <= Self::SameText
    }
}

/// The record with which an entry was matched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its position in [`Lock::records`].
    pub record: usize,
    /// The step that matched them.
    pub step: MatchStep,
    /// How alike they are, from 0 to 1; 1 where the step does not compare.
    pub score: f32,
}

/// What [`identify`] finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matching {
    /// The match of each subject, in their order; `None` for a new entry.
    pub matches: Vec<Option<Match>>,
    /// New entries that may be one of several records: their positions, and those of the records.
    pub ambiguous: Vec<(usize, Vec<usize>)>,
    /// Why pairs were taken or refused; empty unless it was asked for.
    pub trace: MatchTrace,
}

/// Finds out which of `subjects` is which record of the lock.
///
/// Each subject has at most one record, and each record at most one subject. Records whose source is in
/// [`Lock::elsewhere`] have none. What stays ambiguous has none: a history on the wrong card is worse than a lost one.
/// The result depends on the arguments alone; with [`Tracing::On`], only [`Matching::trace`] differs. The work is about
/// linear in entries and records.
///
/// The subjects of one source must follow each other, in the order of the notes.
///
/// ```
/// use soa_anki::{Config, Lock, MatchStep, MediaIndex, Source, Subject, Tracing, collect, extract, identify};
///
/// let config = Config::default();
/// let read = |text: &str| {
///     extract(&[Source { path: "ec2.md".to_owned(), text: text.to_owned(), ..Source::default() }], &config)
/// };
/// let first = read("## AMI\nAn image from which servers are made.\n");
/// let lock = collect(first, Some(&Lock::default()), &MediaIndex::default(), &config, 1_767_225_600).lock.unwrap();
///
/// let today = read("## Image (AMI)\nAn image from which servers are made.\n");
/// let subjects: Vec<Subject> = today.entries.iter().map(|entry| Subject { source: "ec2.md", entry }).collect();
/// let found = identify(&subjects, &lock, Tracing::Off).matches[0].unwrap();
/// assert_eq!((found.record, found.step), (0, MatchStep::SameDefinition));
/// ```
pub fn identify<'a>(subjects: &[Subject<'a>], lock: &'a Lock, tracing: Tracing) -> Matching {
    let mut found = vec![None; subjects.len()];
    let mut known: Vec<bool> = lock.records.iter().map(|record| lock.elsewhere.contains(&record.source)).collect();
    author_id::same_id(subjects, lock, &mut found, &mut known);
    unchanged::unchanged(subjects, lock, &mut found, &mut known);
    if known.iter().all(|known| *known) || found.iter().all(Option::is_some) {
        return Matching { matches: found, ..Matching::default() };
    }
    let mut matcher = Matcher::new(subjects, lock, found, tracing);
    for wave in [Wave::Live, Wave::Removed] {
        if matcher.is_open(wave) {
            same_name::same(&mut matcher, wave);
        }
    }
    if matcher.is_open(Wave::Live) {
        match_live(&mut matcher);
    }
    in_place::ask(&mut matcher);
    if matcher.is_open(Wave::Removed) {
        match_removed(&mut matcher);
    }
    matcher.finish()
}

/// Steps 3 to 8 for records that were in the notes at the last export. Steps whose witnesses later steps find run again.
fn match_live(matcher: &mut Matcher<'_>) {
    let wave = Wave::Live;
    same_text::same_text(matcher, wave);
    for _ in 0..weights::MAPPED_ROUNDS {
        same_name::mapped(matcher, wave);
        same_definition::same_definition(matcher, wave);
        same_text::same_text(matcher, wave);
    }
    same_name::mapped(matcher, wave);
    children::follow(matcher);
    same_name::mapped(matcher, wave);
    same_term::same_term(matcher);
    alike::alike(matcher);
    children::follow(matcher);
    same_name::mapped(matcher, wave);
}

/// Steps 3 to 5 for records that had left the notes: they come back as they were. With the years there are many of
/// them, and a new entry is like one of them by chance.
fn match_removed(matcher: &mut Matcher<'_>) {
    same_text::same_text(matcher, Wave::Removed);
    same_name::mapped(matcher, Wave::Removed);
    same_definition::same_definition(matcher, Wave::Removed);
}
