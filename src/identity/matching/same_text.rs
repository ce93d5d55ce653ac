//! Step 3: the same kind, term and definition, under any context.

use super::MatchStep;
use super::group::{Group, ScoredPair, best_first, groups};
use super::matcher::{EntryView, Matcher, Wave};
use super::trace::Refusal;
use crate::identity::weights;
use crate::model::notetype::Kind;

/// Takes pairs of the same kind, term and definition.
pub(super) fn same_text(matcher: &mut Matcher<'_>, wave: Wave) {
    matcher.map();
    let key = |view: &EntryView<'_>, whole: u64| {
        (whole != 0 || view.kind == Kind::Cloze).then_some((view.kind, view.term, whole))
    };
    let found = groups(
        matcher,
        wave,
        |matcher, old| key(&matcher.old[old], matcher.old[old].sketch().whole),
        |matcher, new| key(&matcher.new[new], matcher.about(new).whole),
    );
    for group in found {
        settle(matcher, wave, &group);
    }
}

/// Takes the pairs of a group. Their texts are equal, so the place decides.
fn settle(matcher: &mut Matcher<'_>, wave: Wave, group: &Group) {
    let step = MatchStep::SameText;
    let pairs = group.open_pairs(matcher, wave, step);
    let mut pairs: Vec<ScoredPair> = pairs
        .into_iter()
        .map(|(old, new)| {
            let source = weights::TEXT_SOURCE * f32::from(u8::from(matcher.in_same_source(old, new)));
            let hidden = weights::NAME_DELETIONS * f32::from(u8::from(matcher.hide_the_same(old, new)));
            let place = matcher.contexts(old, new) + matcher.neighbours(old, new) + source;
            ScoredPair { score: hidden + place, old, new }
        })
        .collect();
    best_first(&mut pairs);
    for pair in &pairs {
        let (old, new) = (pair.old, pair.new);
        if !matcher.may(old, new) {
            continue;
        }
        let contest = pair.uncontested();
        let says_enough = may_return(matcher, wave, old, new) && says_enough(matcher, group, new);
        if says_enough || matcher.share_a_neighbour(old, new) || matcher.have_one_context(old, new) {
            matcher.take(old, new, step, 1.0, contest);
        } else {
            matcher.doubt(old, new, step, Refusal::TooShort, contest);
        }
    }
}

/// Returns true if the text is too long for two entries to have it by chance.
fn says_enough(matcher: &Matcher<'_>, group: &Group, new: usize) -> bool {
    let information = matcher.names.information(matcher.new[new].term) + matcher.new[new].information();
    let least = if group.is_pair() { weights::TEXT_INFORMATION_ALONE } else { weights::TEXT_INFORMATION };
    information >= least
}

/// Returns true unless the record left the notes and had nothing in common with the entry's place: what comes back
/// comes back to where it was, or near it.
fn may_return(matcher: &Matcher<'_>, wave: Wave, old: usize, new: usize) -> bool {
    wave == Wave::Live || matcher.in_same_source(old, new) || matcher.contexts(old, new) > 0.0
}
