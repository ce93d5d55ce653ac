//! Groups of those that have something in common.

use crate::identity::hash::HashMap;
use std::hash::Hash;

use super::sides::{Sides, Wave};

/// Of more pairs than this, a group tries only the first.
pub(super) const MOST_PAIRS: usize = 400;

/// Of more than this on one side, a group tries only the first.
const MOST_TRIED: usize = 20;

/// Those on both sides that have something in common, also those that are known: an entry is one of several twins also
/// when the others were recognised.
pub(super) struct Group {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
}

impl Group {
    /// The pairs of those that are still open.
    pub fn open_pairs(&self, sides: &Sides<'_>, wave: Wave) -> Vec<(usize, usize)> {
        let is_open = |at: &usize| !sides.old[*at].is_known() && sides.old[*at].wave == Some(wave);
        let mut old: Vec<usize> = self.old.iter().copied().filter(is_open).collect();
        let mut new: Vec<usize> = self.new.iter().copied().filter(|&at| !sides.new[at].is_known()).collect();
        if old.len() * new.len() > MOST_PAIRS {
            old.truncate(MOST_TRIED);
            new.truncate(MOST_TRIED);
        }
        let pairs = old.iter().flat_map(|&old| new.iter().map(move |&new| (old, new)));
        pairs.filter(|&(old, new)| sides.may(old, new)).collect()
    }

    /// Whether there is nobody else.
    pub fn is_pair(&self) -> bool {
        self.old.len() == 1 && self.new.len() == 1
    }
}

/// The groups in which somebody is open on both sides, in the order of today's entries.
///
/// Records of the wave and live ones are grouped, those that have no key are not.
pub(super) fn groups<K: Eq + Hash>(
    sides: &Sides<'_>,
    wave: Wave,
    old_key: impl Fn(&Sides<'_>, usize) -> Option<K>,
    new_key: impl Fn(&Sides<'_>, usize) -> Option<K>,
) -> Vec<Group> {
    let mut places: HashMap<K, usize> = HashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    for key in sides.open_old(wave).filter_map(|old| old_key(sides, old)) {
        places.entry(key).or_insert(usize::MAX);
    }
    for key in sides.open_new().filter_map(|new| new_key(sides, new)) {
        if let Some(place) = places.get_mut(&key)
            && *place == usize::MAX
        {
            *place = groups.len();
            groups.push(Group { old: Vec::new(), new: Vec::new() });
        }
    }
    if groups.is_empty() {
        return groups;
    }
    let place = |key: Option<K>| key.and_then(|key| places.get(&key)).copied().filter(|&place| place != usize::MAX);
    let counts = |old: usize| sides.old[old].wave.is_some_and(|known| known == wave || known == Wave::Live);
    for old in (0..sides.old.len()).filter(|&old| counts(old)) {
        if let Some(place) = place(old_key(sides, old)) {
            groups[place].old.push(old);
        }
    }
    for new in 0..sides.new.len() {
        if let Some(place) = place(new_key(sides, new)) {
            groups[place].new.push(new);
        }
    }
    groups
}

/// A pair with what speaks for it.
pub(super) struct Pair {
    pub score: f32,
    pub old: usize,
    pub new: usize,
}

/// Best first; where that is the same, in the order of the notes.
pub(super) fn best_first(pairs: &mut [Pair]) {
    pairs.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then_with(|| (one.new, one.old).cmp(&(other.new, other.old)))
    });
}

/// The best of the others that want one of the same two, and are still open.
pub(super) fn rival(pairs: &[Pair], pair: &Pair, sides: &Sides<'_>) -> f32 {
    let others = pairs.iter().filter(|other| (other.old == pair.old) != (other.new == pair.new));
    let open = others.filter(|other| sides.may(other.old, other.new));
    open.map(|other| other.score).fold(f32::NEG_INFINITY, f32::max)
}
