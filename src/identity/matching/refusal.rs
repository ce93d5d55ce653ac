//! What refuses a guess, however much speaks for it.

use std::collections::{HashMap, HashSet};

use super::names::{Name, Path};
use super::sides::{Item, Sides, Wave};
use crate::model::notetype::Kind;

/// Terms that are less alike are not told apart by their numbers alone.
const NUMBERED: f32 = 0.5;

/// Terms of those that are open, by source: who is called so has the better right.
pub(super) struct Claims {
    then: HashSet<(Kind, usize, Name)>,
    now: HashSet<(Kind, usize, Name)>,
    /// The same by context, wherever the source is now.
    paths: HashSet<(Kind, Path)>,
    /// Those that are open and stood last in the notes, by the context that theirs is now.
    places: HashMap<(Kind, Path), Vec<usize>>,
}

/// Terms in one section that are so alike may be one.
const ALIKE: f32 = 0.5;

/// Most of a section that are asked whether they are nearer.
const MOST_NEARER: usize = 20;

impl Claims {
    /// The claims of all that are open, also of those that left the notes.
    pub fn new(sides: &Sides<'_>) -> Self {
        let open = |item: &&Item<'_>| !item.is_known() && item.wave.is_some();
        let paths = sides.old.iter().filter(open).map(|item| (item.kind, item.path)).collect();
        let then = sides.old.iter().filter(open);
        let then = then.map(|item| (item.kind, sides.mapped_source(item.source), item.term)).collect();
        let now = sides.new.iter().filter(open).map(|item| (item.kind, item.source, item.term)).collect();
        let mut places: HashMap<(Kind, Path), Vec<usize>> = HashMap::default();
        for old in sides.open_old(Wave::Live) {
            places.entry((sides.old[old].kind, sides.mapped_context(old).0)).or_default().push(old);
        }
        Self { then, now, paths, places }
    }

    /// Whether somebody else of the section that `new` stands in is called as much like it as `old`, who is from
    /// elsewhere: what was there before has the better right, however well the text of another fits.
    pub fn has_nearer(&self, sides: &Sides<'_>, old: usize, new: usize) -> bool {
        let item = &sides.new[new];
        let least = sides.terms(old, new).max(ALIKE);
        let nearer = |&&other: &&usize| other != old && sides.may_guess(other, new) && sides.terms(other, new) >= least;
        let mut here = self.places.get(&(item.kind, item.context)).into_iter().flatten().take(MOST_NEARER);
        sides.contexts(old, new) < 1.0 && here.any(|other| nearer(&other))
    }

    /// Whether a pair must not be guessed.
    pub fn refuse(&self, sides: &Sides<'_>, old: usize, new: usize) -> bool {
        let (one, other) = (&sides.old[old], &sides.new[new]);
        if one.term == other.term {
            return false;
        }
        let source = sides.mapped_source(one.source);
        let claimed = self.now.contains(&(one.kind, source, one.term))
            || self.then.contains(&(other.kind, other.source, other.term))
            || self.paths.contains(&(other.kind, other.path));
        claimed || is_nested(sides, old, new) || is_another_number(sides, old, new)
    }
}

/// Whether one of them is what the other stood or stands under: text that slides from one to the other makes them not
/// the same.
fn is_nested(sides: &Sides<'_>, old: usize, new: usize) -> bool {
    let (one, other) = (&sides.old[old], &sides.new[new]);
    let paths = &sides.paths;
    paths.is_within(one.context, other.path)
        || paths.is_within(sides.mapped_context(old).0, other.path)
        || paths.is_within(other.context, one.path)
}

/// Whether two terms are told apart by a number: gp2 is not gp3. In a statement, a number is what is corrected.
fn is_another_number(sides: &Sides<'_>, old: usize, new: usize) -> bool {
    let (one, other) = (&sides.old[old], &sides.new[new]);
    let digits = sides.names.shape(one.term).has_other_digits(sides.names.shape(other.term));
    one.kind == Kind::Term && digits && sides.terms(old, new) >= NUMBERED
}
