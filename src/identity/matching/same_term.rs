//! Step 7: the same term elsewhere, if its definition or its neighbours agree.

use super::MatchStep;
use super::group::{Group, ScoredPair, best_first, groups};
use super::matcher::{EntryView, Matcher, Wave};
use super::trace::Refusal;
use crate::identity::weights;
use crate::model::notetype::Kind;

/// Takes pairs of the same kind and term. A cloze has its statement as its term, which step 3 compared.
pub(super) fn same_term(matcher: &mut Matcher<'_>) {
    matcher.map();
    let key = |view: &EntryView<'_>| (view.kind == Kind::Term).then_some(view.term);
    let found =
        groups(matcher, Wave::Live, |matcher, old| key(&matcher.old[old]), |matcher, new| key(&matcher.new[new]));
    for group in found {
        settle(matcher, &group);
    }
}

fn settle(matcher: &mut Matcher<'_>, group: &Group) {
    let step = MatchStep::SameTerm;
    let mut pairs = Vec::new();
    for (old, new) in group.open_pairs(matcher, Wave::Live, step) {
        if matcher.may_guess(old, new) {
            pairs.push(ScoredPair { score: matcher.definitions(old, new).unwrap_or(0.0), old, new });
        } else {
            matcher.refuse(old, new, step, Refusal::AuthorId);
        }
    }
    best_first(&mut pairs);
    for pair in &pairs {
        let (old, new) = (pair.old, pair.new);
        if !matcher.may(old, new) {
            continue;
        }
        let (least, lead) = (weights::TERM_DEFINITION, weights::TERM_LEAD);
        let contest = if pair.score < least { pair.uncontested() } else { pair.contest(&pairs, matcher) };
        let alone = group.is_pair() && matcher.share_a_neighbour(old, new);
        if alone || pair.score >= least && contest.is_ahead(lead) {
            matcher.take(old, new, step, pair.score, contest);
        } else {
            let why = if pair.score < least { Refusal::Definitions { least } } else { Refusal::NotAhead { lead } };
            matcher.doubt(old, new, step, why, contest);
        }
    }
}
