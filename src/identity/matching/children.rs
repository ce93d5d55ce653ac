//! Step 6: a heading follows the entries that stand under it.

use super::MatchStep;
use super::matcher::{Matcher, Wave};
use super::refusal::Rights;
use super::tables::PathId;
use super::trace::{Contest, Refusal};
use crate::identity::hash::HashMap;
use crate::identity::weights;

/// The entries under each path of each source.
type Families = HashMap<(usize, PathId), Vec<usize>>;

/// Takes headings whose children went elsewhere together.
pub(super) fn follow(matcher: &mut Matcher<'_>) {
    matcher.map();
    let mut below_old = Families::default();
    for (at, view) in matcher.old.iter().enumerate().filter(|(_, view)| view.wave == Some(Wave::Live)) {
        below_old.entry((view.source, view.context)).or_default().push(at);
    }
    let mut below_new = Families::default();
    for (at, view) in matcher.new.iter().enumerate() {
        below_new.entry((view.source, view.context)).or_default().push(at);
    }
    let mut headings: HashMap<(usize, PathId), usize> = HashMap::default();
    for new in matcher.open_new() {
        headings.entry((matcher.new[new].source, matcher.new[new].path)).or_insert(new);
    }
    let rights = Rights::new(matcher);
    let open: Vec<usize> = matcher.open_old(Wave::Live).collect();
    for old in open {
        let view = &matcher.old[old];
        let Some(children) = below_old.get(&(view.source, view.path)) else { continue };
        let Some((place, followed)) = most(matcher, children) else { continue };
        let Some(&new) = headings.get(&place) else { continue };
        let family = Family { children: children.len(), followed, today: &below_new[&place] };
        if let Some(why) = screen(matcher, &rights, &family, old, new) {
            matcher.refuse(old, new, MatchStep::Children, why);
        } else {
            let score = matcher.terms(old, new);
            matcher.take(old, new, MatchStep::Children, score, Contest::default());
        }
    }
}

/// The entries under a heading, then and now.
struct Family<'a> {
    /// How many there were.
    children: usize,
    /// How many of them are under the new heading.
    followed: usize,
    /// The entries under the new heading.
    today: &'a [usize],
}

/// Why a heading is not the one that most of its children are under now.
fn screen(matcher: &Matcher<'_>, rights: &Rights, family: &Family<'_>, old: usize, new: usize) -> Option<Refusal> {
    let from = |child: &&usize| {
        matcher.new[**child].partner.is_some_and(|partner| matcher.old[partner].context == matcher.old[old].path)
    };
    let came = family.today.iter().filter(from).count();
    let others = family.today.len() - came;
    let all = family.followed >= weights::CHILDREN_LEAD * (family.children - family.followed)
        && came > weights::CHILDREN_SHARE * others;
    let enough = family.followed >= weights::CHILDREN_ENOUGH || is_witnessed(matcher, old, new);
    if !all || !enough || matcher.old[old].kind != matcher.new[new].kind {
        return Some(Refusal::Children);
    }
    if !matcher.may_guess(old, new) {
        return Some(Refusal::AuthorId);
    }
    rights.refuse(matcher, old, new)
}

/// Where most of `children` are now, and how many.
fn most(matcher: &Matcher<'_>, children: &[usize]) -> Option<((usize, PathId), usize)> {
    let mut places: Vec<((usize, PathId), usize)> = Vec::new();
    for new in children.iter().filter_map(|&child| matcher.old[child].partner) {
        let place = (matcher.new[new].source, matcher.new[new].context);
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => places.push((place, 1)),
        }
    }
    places.into_iter().rev().max_by_key(|(_, count)| *count)
}

/// Returns true if something beside its only known child agrees.
fn is_witnessed(matcher: &Matcher<'_>, old: usize, new: usize) -> bool {
    let same = matcher.old[old].term == matcher.new[new].term;
    let like = || matcher.terms(old, new) >= weights::CHILDREN_TERM;
    same || matcher.have_one_context(old, new) && (matcher.share_both_neighbours(old, new) || like())
}
