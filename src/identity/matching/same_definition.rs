//! Step 5: the same definition under another term.

use super::MatchStep;
use super::group::{Group, ScoredPair, best_first, groups};
use super::matcher::{Matcher, Wave};
use super::refusal::Rights;
use super::trace::Refusal;
use crate::identity::weights;
use crate::model::notetype::Kind;

/// Takes pairs of the same definition, if it is not empty.
pub(super) fn same_definition(matcher: &mut Matcher<'_>, wave: Wave) {
    matcher.map();
    let key = |kind: Kind, whole: u64| (kind == Kind::Term && whole != 0).then_some(whole);
    let found = groups(
        matcher,
        wave,
        |matcher, old| key(matcher.old[old].kind, matcher.old[old].sketch().whole),
        |matcher, new| key(matcher.new[new].kind, matcher.about(new).whole),
    );
    let rights = Rights::new(matcher);
    for group in found {
        settle(matcher, wave, &group, &rights);
    }
}

fn settle(matcher: &mut Matcher<'_>, wave: Wave, group: &Group, rights: &Rights) {
    let step = MatchStep::SameDefinition;
    let pairs = group.open_pairs(matcher, wave, step);
    let mut pairs: Vec<ScoredPair> = pairs
        .into_iter()
        .filter(|&(old, new)| match screen(matcher, rights, old, new) {
            None => true,
            Some(why) => {
                matcher.refuse(old, new, step, why);
                false
            }
        })
        .map(|(old, new)| {
            let context = f32::from(u8::from(matcher.have_one_context(old, new)));
            let place = context + matcher.neighbours(old, new);
            ScoredPair { score: matcher.terms(old, new) + weights::DEFINITION_PLACE * place, old, new }
        })
        .collect();
    best_first(&mut pairs);
    for pair in &pairs {
        let (old, new) = (pair.old, pair.new);
        if !matcher.may(old, new) {
            continue;
        }
        let contest = pair.contest(&pairs, matcher);
        let lead = weights::DEFINITION_LEAD;
        let ahead = contest.is_ahead(lead);
        let enough = if group.is_pair() {
            is_witnessed(matcher, old, new)
        } else {
            ahead && pair.score >= weights::DEFINITION_SCORE
        };
        if wave == Wave::Live && enough || ahead && is_near(matcher, old, new) {
            matcher.take(old, new, step, matcher.terms(old, new), contest);
        } else {
            let why = if ahead { Refusal::TooShort } else { Refusal::NotAhead { lead } };
            matcher.doubt(old, new, step, why, contest);
        }
    }
}

/// Why a pair must not be guessed.
fn screen(matcher: &Matcher<'_>, rights: &Rights, old: usize, new: usize) -> Option<Refusal> {
    if !matcher.may_guess(old, new) {
        return Some(Refusal::AuthorId);
    }
    let nearer = || rights.is_nearer(matcher, old, new).then_some(Refusal::NearerInSection);
    rights.refuse(matcher, old, new).or_else(nearer)
}

/// Returns true if something agrees with a definition that nobody else has: the less, the more it says.
fn is_witnessed(matcher: &Matcher<'_>, old: usize, new: usize) -> bool {
    let information = matcher.new[new].information();
    let term = matcher.terms(old, new) >= weights::DEFINITION_TERM;
    let much = matcher.have_much_context(old, new);
    let place = matcher.have_one_context(old, new) || matcher.share_a_neighbour(old, new) && much;
    information >= weights::DEFINITION_INFORMATION_ALONE && (term || much)
        || information >= weights::DEFINITION_INFORMATION && (term || place)
}

/// Returns true if the term is nearly the same, in the same place.
fn is_near(matcher: &Matcher<'_>, old: usize, new: usize) -> bool {
    matcher.terms(old, new) >= weights::DEFINITION_TERM_SHORT && matcher.have_one_context(old, new)
}
