//! Step 4: those of the same definition, whatever they are called.

use super::Step;
use super::group::{Pair, best_first, groups, rival};
use super::refusal::Claims;
use super::sides::{Sides, Wave};
use crate::model::notetype::Kind;

/// A definition that tells so much is no formula, if something else speaks for it.
const TELLING: f32 = 24.0;

/// One that tells so much is enough.
const TELLING_ALONE: f32 = 39.0;

/// Same definition, not an empty one.
pub(super) fn same_definition(sides: &mut Sides<'_>, wave: Wave) {
    sides.map();
    let key = |kind: Kind, whole: u64| (kind == Kind::Term && whole != 0).then_some(whole);
    let found = groups(
        sides,
        wave,
        |sides, old| key(sides.old[old].kind, sides.old[old].sketch().whole),
        |sides, new| key(sides.new[new].kind, sides.about(new).whole),
    );
    let claims = Claims::new(sides);
    for group in found {
        let pairs = group.open_pairs(sides, wave);
        let mut pairs: Vec<Pair> = pairs
            .into_iter()
            .filter(|&(old, new)| sides.may_guess(old, new) && !claims.refuse(sides, old, new))
            .filter(|&(old, new)| !claims.has_nearer(sides, old, new))
            .map(|(old, new)| {
                let place = f32::from(u8::from(sides.contexts(old, new) >= 1.0)) + sides.neighbours(old, new);
                Pair { score: sides.terms(old, new) + 0.5 * place, old, new }
            })
            .collect();
        best_first(&mut pairs);
        for pair in &pairs {
            if !sides.may(pair.old, pair.new) {
                continue;
            }
            let ahead = pair.score - rival(&pairs, pair, sides) >= 0.2;
            let enough = if group.is_pair() { alone(sides, pair) } else { ahead && pair.score >= 0.9 };
            if wave == Wave::Live && enough || ahead && near(sides, pair, wave) {
                let score = sides.terms(pair.old, pair.new);
                sides.take(pair.old, pair.new, Step::SameDefinition, score);
            } else {
                sides.doubt(pair.old, pair.new);
            }
        }
    }
}

/// Whether a definition that nobody else has is enough.
fn alone(sides: &Sides<'_>, pair: &Pair) -> bool {
    let (old, new) = (pair.old, pair.new);
    let told = sides.new[new].information();
    let (terms, contexts) = (sides.terms(old, new), sides.contexts(old, new));
    let beside = sides.neighbours(old, new) >= 0.5;
    told >= TELLING_ALONE && (terms >= 0.25 || contexts >= 0.5)
        || told >= TELLING && (terms >= 0.25 || contexts >= 1.0 || beside && contexts >= 0.5)
}

/// Whether the term is nearly the same, in the same place.
fn near(sides: &Sides<'_>, pair: &Pair, wave: Wave) -> bool {
    let (old, new) = (pair.old, pair.new);
    let terms = sides.terms(old, new);
    let enough = if wave == Wave::Live && sides.new[new].information() >= TELLING { 0.5 } else { 0.8 };
    terms >= enough && sides.contexts(old, new) >= 1.0
}
