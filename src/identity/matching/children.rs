//! Step 5: a heading follows what stands under it.

use std::collections::HashMap;

use super::Step;
use super::names::Path;
use super::refusal::Claims;
use super::sides::{Sides, Wave};

/// What stands under a path in a source.
type Families = HashMap<(usize, Path), Vec<usize>>;

/// Headings whose children went elsewhere together.
pub(super) fn follow(sides: &mut Sides<'_>) {
    sides.map();
    let mut below_old = Families::new();
    for (at, item) in sides.old.iter().enumerate().filter(|(_, item)| item.wave == Some(Wave::Live)) {
        below_old.entry((item.source, item.context)).or_default().push(at);
    }
    let mut below_new = Families::new();
    for (at, item) in sides.new.iter().enumerate() {
        below_new.entry((item.source, item.context)).or_default().push(at);
    }
    let mut headings: HashMap<(usize, Path), usize> = HashMap::new();
    for new in sides.open_new() {
        headings.entry((sides.new[new].source, sides.new[new].path)).or_insert(new);
    }
    let claims = Claims::new(sides);
    let open: Vec<usize> = sides.open_old(Wave::Live).collect();
    for old in open {
        let item = &sides.old[old];
        let Some(children) = below_old.get(&(item.source, item.path)) else { continue };
        let Some((place, followed)) = most(sides, children) else { continue };
        let Some(&new) = headings.get(&place) else { continue };
        let today = &below_new[&place];
        let from = |child: &&usize| {
            sides.new[**child].partner.is_some_and(|partner| sides.old[partner].context == sides.old[old].path)
        };
        let came = today.iter().filter(from).count();
        let all = followed * 3 >= children.len() * 2 && came * 2 > today.len();
        let enough = followed >= 2 || witness(sides, old, new);
        if all
            && enough
            && sides.old[old].kind == sides.new[new].kind
            && sides.may_guess(old, new)
            && !claims.refuse(sides, old, new)
        {
            let score = sides.terms(old, new);
            sides.take(old, new, Step::Children, score);
        }
    }
}

/// Where most of `children` are now, and how many.
fn most(sides: &Sides<'_>, children: &[usize]) -> Option<((usize, Path), usize)> {
    let mut places: Vec<((usize, Path), usize)> = Vec::new();
    for new in children.iter().filter_map(|&child| sides.old[child].partner) {
        let place = (sides.new[new].source, sides.new[new].context);
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => places.push((place, 1)),
        }
    }
    places.into_iter().rev().max_by_key(|(_, count)| *count)
}

/// What else speaks for a heading of which only one child is known.
fn witness(sides: &Sides<'_>, old: usize, new: usize) -> bool {
    let same = sides.old[old].term == sides.new[new].term;
    same || sides.contexts(old, new) >= 1.0 && (sides.neighbours(old, new) >= 1.0 || sides.terms(old, new) >= 0.4)
}
