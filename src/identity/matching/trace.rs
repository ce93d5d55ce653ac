//! Why a pair was taken or refused, as values.
//!
//! It owns the verdicts and knows nothing of how they are shown. Nothing is kept unless it is asked for.

use super::MatchStep;

/// Whether matching keeps its verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tracing {
    /// Nothing is kept, which costs nothing.
    #[default]
    Off,
    /// Every verdict of the steps that weigh something is kept. What is taken by its name or its id leaves none: the step of its
    /// [`Match`](super::Match) says it.
    On,
}

/// The verdicts of one run of matching; empty unless it was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatchTrace {
    /// By subject, then by record, each in the order of the steps. A step that ran again counts by its last verdict.
    pub verdicts: Vec<Verdict>,
}

/// What a step decided about a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The position of the entry among the subjects.
    pub subject: usize,
    /// The position of the record in [`Lock::records`](crate::identity::Lock::records).
    pub record: usize,
    /// The step that decided.
    pub step: MatchStep,
    /// What it decided.
    pub ruling: Ruling,
    /// What it looked at.
    pub scores: Scores,
}

/// Whether a pair was taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ruling {
    /// The entry is the record's.
    Taken,
    /// It is not, as far as this step can say.
    Refused(Refusal),
}

/// Why a step did not take a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The entry has an id of its author's that the record does not have.
    AuthorId,
    /// An entry or a record of the same place has exactly the other's term.
    TermTaken,
    /// One of them stands, or stood, under the other.
    Nested,
    /// Their terms differ in a number.
    OtherNumber,
    /// A record of the entry's section has a term at least as much like it.
    NearerInSection,
    /// Their definitions are less alike than `least`.
    Definitions {
        /// From 0 to 1.
        least: f32,
    },
    /// Their terms are less alike than `least`, and the place does not make up for it.
    Terms {
        /// From 0 to 1.
        least: f32,
    },
    /// What they have in common is so short that two entries may have it by chance, and no place agrees.
    TooShort,
    /// The rival, a namesake in another source, has a definition that is more like the record's by at least `by`.
    NamesakeNearer {
        /// From 0 to 1.
        by: f32,
    },
    /// The score is less than `least`.
    Score {
        /// On the scale of the step's score.
        least: f32,
    },
    /// The rival is less than `lead` behind.
    NotAhead {
        /// On the scale of the step's score.
        lead: f32,
    },
    /// The rival, which may be recognised, is nearly as much like it: what they share is the style of a section.
    NotNearer,
    /// Too few of the entries under the record's heading are under the new one.
    Children,
}

/// What a step looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    /// The likeness of the terms (T), from 0 to 1.
    pub terms: f32,
    /// The likeness of the definitions (D), from 0 to 1; `None` where neither has one.
    pub definitions: Option<f32>,
    /// How well the contexts agree, from 0 to 1.
    pub context: f32,
    /// The neighbours that they share: 0, 0.5 or 1.
    pub neighbours: f32,
    /// The score of the step (S), where it has one: the sum of weighted witnesses, which may exceed 1.
    pub total: Option<f32>,
    /// The best other pair with the same entry or the same record, where the step compares.
    pub rival: Option<Rival>,
}

/// The best other pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rival {
    /// The position of its entry.
    pub subject: usize,
    /// The position of its record.
    pub record: usize,
    /// Its score, on the scale of the step's.
    pub score: f32,
}

/// What a step knows about a pair beside the pair itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Contest {
    pub total: Option<f32>,
    pub rival: Option<Rival>,
}

impl MatchTrace {
    /// The trace of verdicts in the order in which they were made.
    pub(super) fn new(mut verdicts: Vec<Verdict>) -> Self {
        verdicts.sort_by_key(|verdict| (verdict.subject, verdict.record, verdict.step));
        // Of equal keys the last one stays.
        verdicts.reverse();
        verdicts.dedup_by_key(|verdict| (verdict.subject, verdict.record, verdict.step));
        verdicts.reverse();
        Self { verdicts }
    }
}

impl Verdict {
    /// Returns true if the step took the pair.
    pub fn is_taken(&self) -> bool {
        self.ruling == Ruling::Taken
    }
}
