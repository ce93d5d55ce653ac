//! What took the place of a record that left the notes: never a match, but worth a question.
//!
//! It runs after all steps, and only names candidates: where term and definition are rewritten at once, no step can know.

use super::matcher::{Matcher, Wave};
use crate::identity::weights;

/// Asks the author about each entry that stands where a record stood, and is called nearly like it.
pub(super) fn ask(matcher: &mut Matcher<'_>) {
    matcher.map();
    let open = matcher.open_new().filter(|&new| !matcher.new[new].has_author_id);
    let beside: Vec<(usize, usize)> = open.flat_map(|new| matcher.beside(new).map(move |old| (old, new))).collect();
    for (old, new) in beside {
        let (one, other) = (&matcher.old[old], &matcher.new[new]);
        let may = one.wave == Some(Wave::Live) && one.kind == other.kind && matcher.may_guess(old, new);
        if may && matcher.have_one_context(old, new) && is_called_alike(matcher, old, new) {
            matcher.question(old, new);
        }
    }
}

/// Whether one of two terms begins or ends with the other, or they have about a quarter in common, and the same numbers.
fn is_called_alike(matcher: &Matcher<'_>, old: usize, new: usize) -> bool {
    let (one, other) = (matcher.old[old].term, matcher.new[new].term);
    let (was, is) = (matcher.names.key(one), matcher.names.key(other));
    let extends = |long: &str, short: &str| long.starts_with(short) || long.ends_with(short);
    let other_digits = matcher.names.grams(one).has_other_digits(matcher.names.grams(other));
    !other_digits && (extends(is, was) || extends(was, is) || matcher.terms(old, new) >= weights::DEFINITION_TERM)
}
