//! What refuses a guess, however much speaks for it.

use std::collections::HashSet;

use super::names::{Name, Path};
use super::sides::{Item, Sides};
use crate::notetype::Kind;

/// Terms that are less alike are not told apart by their numbers alone.
const NUMBERED: f32 = 0.5;

/// Terms of those that are open, by source: who is called so has the better right.
pub(super) struct Claims {
    then: HashSet<(Kind, usize, Name)>,
    now: HashSet<(Kind, usize, Name)>,
    /// The same by context, wherever the source is now.
    paths: HashSet<(Kind, Path)>,
}

impl Claims {
    /// The claims of all that are open, also of those that left the notes.
    pub fn new(sides: &Sides<'_>) -> Self {
        let open = |item: &&Item<'_>| !item.is_known() && item.wave.is_some();
        let paths = sides.old.iter().filter(open).map(|item| (item.kind, item.path)).collect();
        let then = sides.old.iter().filter(open);
        let then = then.map(|item| (item.kind, sides.mapped_source(item.source), item.term)).collect();
        let now = sides.new.iter().filter(open).map(|item| (item.kind, item.source, item.term)).collect();
        Self { then, now, paths }
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
