//! Step 6: those of the same term elsewhere, if something else speaks for them.

use super::Step;
use super::group::{Group, Pair, best_first, groups, rival};
use super::sides::{Item, Sides, Wave};
use crate::model::notetype::Kind;

/// How alike definitions must be.
const ALIKE: f32 = 0.3;

/// And how far ahead of the next.
const AHEAD: f32 = 0.1;

/// Same kind and term. The text of a cloze is its statement, which was looked at before.
pub(super) fn same_term(sides: &mut Sides<'_>) {
    sides.map();
    let key = |item: &Item<'_>| (item.kind == Kind::Term).then_some(item.term);
    let found = groups(sides, Wave::Live, |sides, old| key(&sides.old[old]), |sides, new| key(&sides.new[new]));
    for group in found {
        settle(sides, &group);
    }
}

fn settle(sides: &mut Sides<'_>, group: &Group) {
    let pairs = group.open_pairs(sides, Wave::Live);
    let pairs = pairs.into_iter().filter(|&(old, new)| sides.may_guess(old, new));
    let mut pairs: Vec<Pair> =
        pairs.map(|(old, new)| Pair { score: sides.definitions(old, new).unwrap_or(0.0), old, new }).collect();
    best_first(&mut pairs);
    for pair in &pairs {
        let (old, new) = (pair.old, pair.new);
        if !sides.may(old, new) {
            continue;
        }
        let alike = pair.score >= ALIKE && pair.score - rival(&pairs, pair, sides) >= AHEAD;
        let alone = group.is_pair() && sides.neighbours(old, new) >= 0.5;
        if alike || alone {
            sides.take(old, new, Step::SameTerm, pair.score);
        } else {
            sides.doubt(old, new);
        }
    }
}
