//! Groups of records and entries that have a key in common.
//!
//! It owns which pairs of a group are compared, in which order, and who is whose rival; the steps choose the keys.

use std::hash::Hash;

use super::MatchStep;
use super::matcher::{Matcher, Wave};
use super::trace::{Contest, Refusal, Rival};
use crate::identity::hash::HashMap;
use crate::identity::weights;

/// The records and entries that have a key in common, also those that are matched: an entry has namesakes whether they
/// were recognised or not.
#[derive(Default)]
pub(super) struct Group {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
}

impl Group {
    /// The pairs of those that are still open.
    pub fn open_pairs(&self, matcher: &Matcher<'_>, wave: Wave, step: MatchStep) -> Vec<(usize, usize)> {
        let is_open = |at: &usize| !matcher.old[*at].is_known() && matcher.old[*at].wave == Some(wave);
        let mut old: Vec<usize> = self.old.iter().copied().filter(is_open).collect();
        let mut new: Vec<usize> = self.new.iter().copied().filter(|&at| !matcher.new[at].is_known()).collect();
        if old.len() * new.len() > weights::GROUP_PAIRS {
            old.truncate(weights::GROUP_SIDE);
            new.truncate(weights::GROUP_SIDE);
        }
        let mut pairs = Vec::with_capacity(old.len() * new.len());
        for &old in &old {
            for &new in &new {
                if matcher.may(old, new) {
                    pairs.push((old, new));
                } else {
                    matcher.refuse(old, new, step, Refusal::AuthorId);
                }
            }
        }
        pairs
    }

    /// Returns true if nobody else has the key.
    pub fn is_pair(&self) -> bool {
        self.old.len() == 1 && self.new.len() == 1
    }
}

/// The groups that have somebody open on both sides, in the order of today's entries.
///
/// Records of the wave and live ones are grouped; those that have no key are not.
pub(super) fn groups<K: Eq + Hash>(
    matcher: &Matcher<'_>,
    wave: Wave,
    old_key: impl Fn(&Matcher<'_>, usize) -> Option<K>,
    new_key: impl Fn(&Matcher<'_>, usize) -> Option<K>,
) -> Vec<Group> {
    let mut places: HashMap<K, usize> = HashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    for key in matcher.open_old(wave).filter_map(|old| old_key(matcher, old)) {
        places.entry(key).or_insert(usize::MAX);
    }
    for key in matcher.open_new().filter_map(|new| new_key(matcher, new)) {
        if let Some(place) = places.get_mut(&key)
            && *place == usize::MAX
        {
            *place = groups.len();
            groups.push(Group::default());
        }
    }
    if groups.is_empty() {
        return groups;
    }
    let place = |key: Option<K>| key.and_then(|key| places.get(&key)).copied().filter(|&place| place != usize::MAX);
    let counts = |old: usize| matcher.old[old].wave.is_some_and(|known| known == wave || known == Wave::Live);
    for old in (0..matcher.old.len()).filter(|&old| counts(old)) {
        if let Some(place) = place(old_key(matcher, old)) {
            groups[place].old.push(old);
        }
    }
    for new in 0..matcher.new.len() {
        if let Some(place) = place(new_key(matcher, new)) {
            groups[place].new.push(new);
        }
    }
    groups
}

/// A pair with its score on the step's own scale.
#[derive(Clone, Copy)]
pub(super) struct ScoredPair {
    pub score: f32,
    pub old: usize,
    pub new: usize,
}

impl ScoredPair {
    /// Its score alone, where no rival can change the decision.
    pub fn uncontested(&self) -> Contest {
        Contest { total: Some(self.score), rival: None }
    }

    /// Its score and its rival among `pairs`.
    pub fn contest(&self, pairs: &[Self], matcher: &Matcher<'_>) -> Contest {
        Contest { total: Some(self.score), rival: rival(pairs, self, matcher) }
    }
}

impl Contest {
    /// Returns true if the score is at least `lead` above that of the rival, if there is one.
    pub fn is_ahead(&self, lead: f32) -> bool {
        let score = self.total.unwrap_or(0.0);
        self.rival.is_none_or(|rival| score - rival.score >= lead)
    }
}

/// Sorts the best first; equal ones in the order of the notes.
pub(super) fn best_first(pairs: &mut [ScoredPair]) {
    pairs.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then_with(|| (one.new, one.old).cmp(&(other.new, other.old)))
    });
}

/// The best of the other pairs that have one of the same two and are still open.
fn rival(pairs: &[ScoredPair], pair: &ScoredPair, matcher: &Matcher<'_>) -> Option<Rival> {
    let others = pairs.iter().filter(|other| (other.old == pair.old) != (other.new == pair.new));
    let open = others.filter(|other| matcher.may(other.old, other.new));
    let best = open.max_by(|one, other| one.score.total_cmp(&other.score))?;
    Some(Rival { subject: best.new, record: best.old, score: best.score })
}
