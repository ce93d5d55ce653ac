//! Step 3: those of the same term and definition, wherever they stand.

use super::Step;
use super::group::{Group, Pair, best_first, groups};
use super::sides::{Item, Sides, Wave};
use crate::model::notetype::Kind;

/// What tells so much is no formula that two entries have by chance.
const TELLING: f32 = 24.0;

/// The same, if nobody else ever said it.
const TELLING_ALONE: f32 = 12.0;

/// Same kind, term and definition.
pub(super) fn same_text(sides: &mut Sides<'_>, wave: Wave) {
    sides.map();
    let key =
        |item: &Item<'_>, whole: u64| (whole != 0 || item.kind == Kind::Cloze).then_some((item.kind, item.term, whole));
    let found = groups(
        sides,
        wave,
        |sides, old| key(&sides.old[old], sides.old[old].sketch().whole),
        |sides, new| key(&sides.new[new], sides.about(new).whole),
    );
    for group in found {
        settle(sides, wave, &group);
    }
}

/// What left the notes comes back to where it was, or near it.
fn may_return(sides: &Sides<'_>, wave: Wave, old: usize, new: usize) -> bool {
    wave == Wave::Live || sides.in_same_source(old, new) || sides.contexts(old, new) > 0.0
}

/// Nobody can tell apart what says the same; where it stands decides.
fn settle(sides: &mut Sides<'_>, wave: Wave, group: &Group) {
    let pairs = group.open_pairs(sides, wave);
    let mut pairs: Vec<Pair> = pairs
        .into_iter()
        .map(|(old, new)| {
            let file = 0.5 * f32::from(u8::from(sides.in_same_source(old, new)));
            let hidden = 2.0 * f32::from(u8::from(sides.hide_the_same(old, new)));
            let place = sides.contexts(old, new) + sides.neighbours(old, new) + file;
            Pair { score: hidden + place, old, new }
        })
        .collect();
    best_first(&mut pairs);
    for Pair { old, new, .. } in pairs {
        if !sides.may(old, new) {
            continue;
        }
        let told = sides.names.information(sides.new[new].term) + sides.new[new].information();
        let telling = if group.is_pair() { TELLING_ALONE } else { TELLING };
        let told = if may_return(sides, wave, old, new) { told } else { 0.0 };
        if told >= telling || sides.neighbours(old, new) >= 0.5 || sides.contexts(old, new) >= 1.0 {
            sides.take(old, new, Step::SameText, 1.0);
        } else {
            sides.doubt(old, new);
        }
    }
}
