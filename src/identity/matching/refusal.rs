//! What forbids an inexact match, however high its score.
//!
//! It owns who has a better right to a term or a place; the steps ask it before they compare scores.

use std::collections::{HashMap, HashSet};

use super::matcher::{EntryView, Matcher, Wave};
use super::tables::{NameId, PathId};
use super::trace::Refusal;
use crate::identity::weights;
use crate::model::notetype::Kind;

/// The terms and places of all that are open: who has exactly that term there has the better right.
pub(super) struct Rights {
    /// Of the records, by the source that theirs is now.
    then: HashSet<(Kind, usize, NameId)>,
    /// Of the entries.
    now: HashSet<(Kind, usize, NameId)>,
    /// The paths of the records, in any source.
    paths: HashSet<(Kind, PathId)>,
    /// The live records, by the path that their context is now.
    places: HashMap<(Kind, PathId), Vec<usize>>,
}

impl Rights {
    /// The rights of all that are open, also of records that left the notes.
    pub fn new(matcher: &Matcher<'_>) -> Self {
        let open = |view: &&EntryView<'_>| !view.is_known() && view.wave.is_some();
        let paths = matcher.old.iter().filter(open).map(|view| (view.kind, view.path)).collect();
        let then = matcher.old.iter().filter(open);
        let then = then.map(|view| (view.kind, matcher.mapped_source(view.source), view.term)).collect();
        let now = matcher.new.iter().filter(open).map(|view| (view.kind, view.source, view.term)).collect();
        let mut places: HashMap<(Kind, PathId), Vec<usize>> = HashMap::default();
        for old in matcher.open_old(Wave::Live) {
            places.entry((matcher.old[old].kind, matcher.mapped_context(old).0)).or_default().push(old);
        }
        Self { then, now, paths, places }
    }

    /// Returns true if `old` is from elsewhere and another record of the section that `new` stands in has a term at
    /// least as much like it: what was there before has the better right, even if the text of `old` fits.
    pub fn is_nearer(&self, matcher: &Matcher<'_>, old: usize, new: usize) -> bool {
        let view = &matcher.new[new];
        let least = matcher.terms(old, new).max(weights::DEFINITION_NEARER);
        let nearer =
            |&&other: &&usize| other != old && matcher.may_guess(other, new) && matcher.terms(other, new) >= least;
        let here = self.places.get(&(view.kind, view.context)).into_iter().flatten();
        let mut here = here.take(weights::DEFINITION_NEARER_TRIED);
        !matcher.have_one_context(old, new) && here.any(|other| nearer(&other))
    }

    /// Why a pair of different terms must not be matched.
    pub fn refuse(&self, matcher: &Matcher<'_>, old: usize, new: usize) -> Option<Refusal> {
        let (one, other) = (&matcher.old[old], &matcher.new[new]);
        if one.term == other.term {
            return None;
        }
        let source = matcher.mapped_source(one.source);
        if self.now.contains(&(one.kind, source, one.term))
            || self.then.contains(&(other.kind, other.source, other.term))
            || self.paths.contains(&(other.kind, other.path))
        {
            return Some(Refusal::TermTaken);
        }
        if is_nested(matcher, old, new) {
            return Some(Refusal::Nested);
        }
        is_another_number(matcher, old, new).then_some(Refusal::OtherNumber)
    }
}

/// Returns true if one of them stands or stood under the other: text that moves from a heading to the entry below it
/// does not make them one.
fn is_nested(matcher: &Matcher<'_>, old: usize, new: usize) -> bool {
    let (one, other) = (&matcher.old[old], &matcher.new[new]);
    let paths = &matcher.paths;
    paths.is_within(one.context, other.path)
        || paths.is_within(matcher.mapped_context(old).0, other.path)
        || paths.is_within(other.context, one.path)
}

/// Returns true if two like terms differ in a number: gp2 is not gp3. In a statement, a number is what is corrected.
fn is_another_number(matcher: &Matcher<'_>, old: usize, new: usize) -> bool {
    let (one, other) = (&matcher.old[old], &matcher.new[new]);
    let digits = matcher.names.grams(one.term).has_other_digits(matcher.names.grams(other.term));
    one.kind == Kind::Term && digits && matcher.terms(old, new) >= weights::ALIKE_NUMBERED
}
