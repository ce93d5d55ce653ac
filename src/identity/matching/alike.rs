//! Step 8: entries that read alike, and like no other.
//!
//! The score is S = (1 − w)·T + w·D + context + neighbours, where T is the likeness of the terms, D that of the
//! definitions, and w grows with the length of the shorter definition. Without definitions, T alone counts for the text. The weights are those of `weights`.

use super::MatchStep;
use super::candidates::GramIndex;
use super::matcher::{Matcher, Wave};
use super::refusal::Rights;
use super::tables::PathId;
use super::trace::{Contest, Refusal, Rival, Ruling};
use crate::identity::weights;

/// What a pair has in common, whatever its place. It does not change from round to round.
struct Pair {
    old: usize,
    new: usize,
    /// T.
    terms: f32,
    /// D.
    definitions: Option<f32>,
    /// Both, weighted.
    text: f32,
}

/// Matches pairs that read alike. What one round matches counts as neighbours and contexts in the next.
pub(super) fn alike(matcher: &mut Matcher<'_>) {
    let mut pairs = candidates(matcher);
    for _ in 0..weights::ALIKE_ROUNDS {
        matcher.map();
        add_beside(matcher, &mut pairs);
        if !round(matcher, &pairs) {
            break;
        }
    }
}

/// The pairs of an open record or entry with every candidate, matched or not.
fn candidates(matcher: &mut Matcher<'_>) -> Vec<Pair> {
    matcher.map();
    let old: Vec<usize> = matcher.open_old(Wave::Live).collect();
    let new: Vec<usize> = matcher.open_new().filter(|&new| !matcher.new[new].has_author_id).collect();
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let of_old = |at: usize| (matcher.old[at].term, matcher.old[at].sketch());
    let of_new = |at: usize| (matcher.new[at].term, matcher.about(at));
    let all_old = (0..matcher.old.len()).filter(|&at| matcher.old[at].wave == Some(Wave::Live));
    let all_old = all_old.map(|at| (at, of_old(at).0, of_old(at).1));
    let all_new = (0..matcher.new.len()).map(|at| (at, of_new(at).0, of_new(at).1));
    let records = GramIndex::new(&matcher.names, new.iter().map(|&at| of_new(at)), all_old);
    let entries = GramIndex::new(&matcher.names, old.iter().map(|&at| of_old(at)), all_new);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for &new in &new {
        let (term, sketch) = of_new(new);
        pairs.extend(records.candidates(&matcher.names, term, sketch).into_iter().map(|old| (old, new)));
    }
    for &old in &old {
        let (term, sketch) = of_old(old);
        pairs.extend(entries.candidates(&matcher.names, term, sketch).into_iter().map(|new| (old, new)));
    }
    pairs.extend(in_one_section(matcher, &old, &new));
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().filter_map(|(old, new)| likeness(matcher, old, new)).collect()
}

/// The pairs of records and entries that are open in one section.
pub(super) fn in_one_section(matcher: &Matcher<'_>, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let mut then: Vec<(PathId, usize)> = old.iter().map(|&at| (matcher.mapped_context(at).0, at)).collect();
    let mut now: Vec<(PathId, usize)> = new.iter().map(|&at| (matcher.new[at].context, at)).collect();
    then.sort_unstable();
    now.sort_unstable();
    let mut pairs = Vec::new();
    for section in now.chunk_by(|one, other| one.0 == other.0) {
        let path = section[0].0;
        let begin = then.partition_point(|(context, _)| *context < path);
        let gone = then[begin..].iter().take_while(|(context, _)| *context == path).take(weights::ALIKE_SECTION);
        for &(_, old) in gone {
            pairs.extend(section.iter().take(weights::ALIKE_SECTION).map(|&(_, new)| (old, new)));
        }
    }
    pairs
}

/// Adds the pairs that stand beside matched neighbours.
fn add_beside(matcher: &Matcher<'_>, pairs: &mut Vec<Pair>) {
    let open = matcher.open_new().filter(|&new| !matcher.new[new].has_author_id);
    let beside: Vec<(usize, usize)> = open.flat_map(|new| matcher.beside(new).map(move |old| (old, new))).collect();
    let known: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
    for (old, new) in beside {
        if known.binary_search(&(old, new)).is_err() {
            pairs.extend(likeness(matcher, old, new));
        }
    }
    pairs.sort_by_key(|pair| (pair.old, pair.new));
    pairs.dedup_by_key(|pair| (pair.old, pair.new));
}

/// What a pair has in common; `None` if their kinds differ.
fn likeness(matcher: &Matcher<'_>, old: usize, new: usize) -> Option<Pair> {
    if matcher.old[old].kind != matcher.new[new].kind {
        return None;
    }
    let terms = matcher.terms(old, new);
    let definitions = matcher.definitions(old, new);
    let text = match definitions {
        None => terms,
        Some(definitions) => {
            let share = (shorter(matcher, old, new) / weights::ALIKE_FULL_LENGTH).min(1.0);
            let weight = weights::ALIKE_DEFINITION * share;
            (1.0 - weight) * terms + weight * definitions
        }
    };
    Some(Pair { old, new, terms, definitions, text })
}

/// The length of the shorter definition, in characters.
#[allow(clippy::cast_precision_loss, reason = "no definition is so long that it matters")]
fn shorter(matcher: &Matcher<'_>, old: usize, new: usize) -> f32 {
    matcher.old[old].sketch().length().min(matcher.new[new].sketch().length()) as f32
}

/// The score of a pair.
struct Scored {
    /// S.
    all: f32,
    /// S without the neighbours, which matched pairs nearly always share.
    alone: f32,
}

/// The pairs of one round, their scores, and where each record and each entry has its pairs.
struct Round<'a> {
    pairs: &'a [Pair],
    scores: Vec<Scored>,
    of_old: Vec<Vec<usize>>,
    of_new: Vec<Vec<usize>>,
}

/// Takes the pairs that are certain enough, the best first. Returns true if there were any.
fn round(matcher: &mut Matcher<'_>, pairs: &[Pair]) -> bool {
    let round = Round::new(matcher, pairs);
    let rights = Rights::new(matcher);
    let mut order = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let is_open = matcher.old[pair.old].wave == Some(Wave::Live) && matcher.may_guess(pair.old, pair.new);
        if !is_open {
            continue;
        }
        match round.screen(matcher, &rights, at) {
            Some(why) => round.note_refusal(matcher, at, why),
            None => order.push(at),
        }
    }
    order.sort_by(|&one, &other| round.scores[other].all.total_cmp(&round.scores[one].all).then(one.cmp(&other)));
    let mut found = false;
    for at in order {
        let pair = &pairs[at];
        if !matcher.may(pair.old, pair.new) {
            continue;
        }
        if let Some(why) = exclusion(matcher, pair) {
            round.note_refusal(matcher, at, why);
            continue;
        }
        match round.contest(matcher, at) {
            (contest, None) => {
                matcher.take(pair.old, pair.new, MatchStep::Alike, pair.text, contest);
                found = true;
            }
            (contest, Some(why)) => matcher.doubt(pair.old, pair.new, MatchStep::Alike, why, contest),
        }
    }
    found
}

impl<'a> Round<'a> {
    fn new(matcher: &Matcher<'_>, pairs: &'a [Pair]) -> Self {
        let score = |pair: &Pair| {
            let alone = pair.text + weights::ALIKE_CONTEXT * matcher.contexts(pair.old, pair.new);
            Scored { all: alone + weights::ALIKE_NEIGHBOURS * matcher.neighbours(pair.old, pair.new), alone }
        };
        let scores = pairs.iter().map(score).collect();
        let mut of_old: Vec<Vec<usize>> = vec![Vec::new(); matcher.old.len()];
        let mut of_new: Vec<Vec<usize>> = vec![Vec::new(); matcher.new.len()];
        for (at, pair) in pairs.iter().enumerate() {
            of_old[pair.old].push(at);
            of_new[pair.new].push(at);
        }
        Self { pairs, scores, of_old, of_new }
    }

    /// Why a pair is not considered.
    fn screen(&self, matcher: &Matcher<'_>, rights: &Rights, at: usize) -> Option<Refusal> {
        let least = weights::ALIKE_ENOUGH;
        if self.scores[at].all < least {
            return Some(Refusal::Score { least });
        }
        rights.refuse(matcher, self.pairs[at].old, self.pairs[at].new)
    }

    /// Notes why a pair is not matched.
    fn note_refusal(&self, matcher: &Matcher<'_>, at: usize, why: Refusal) {
        let (pair, total) = (&self.pairs[at], Some(self.scores[at].all));
        let contest = Contest { total, rival: None };
        matcher.trace(pair.old, pair.new, MatchStep::Alike, Ruling::Refused(why), contest);
    }

    /// How a pair stands against all others of its record or its entry, and why that is not enough.
    fn contest(&self, matcher: &Matcher<'_>, at: usize) -> (Contest, Option<Refusal>) {
        let (pair, score) = (&self.pairs[at], &self.scores[at]);
        let rivals =
            || self.of_old[pair.old].iter().chain(&self.of_new[pair.new]).copied().filter(move |&other| other != at);
        let open = rivals().filter(|&other| matcher.may(self.pairs[other].old, self.pairs[other].new));
        let best_open = self.best(open, |scored| scored.all);
        let best = self.best(rivals(), |scored| scored.alone);
        let lead = weights::ALIKE_LEAD;
        let total = Some(score.all);
        if score.all - best_open.map_or(0.0, |rival| rival.score) < lead {
            return (Contest { total, rival: best_open }, Some(Refusal::NotAhead { lead }));
        }
        // The best score that a pair may have without neighbours. A pair must be nearer to it than its best rival is, by
        // `ALIKE_NEARER`.
        let top = 1.0 + weights::ALIKE_CONTEXT;
        let distance = top - best.map_or(0.0, |rival| rival.score);
        let is_nearer = top - score.alone <= weights::ALIKE_NEARER * distance + weights::ALIKE_ROUNDING;
        (Contest { total, rival: best }, (!is_nearer).then_some(Refusal::NotNearer))
    }

    /// The pair with the best score.
    fn best(&self, pairs: impl Iterator<Item = usize>, score: impl Fn(&Scored) -> f32) -> Option<Rival> {
        let rival = |at: usize| {
            let Pair { old: record, new: subject, .. } = self.pairs[at];
            Rival { subject, record, score: score(&self.scores[at]) }
        };
        pairs.map(rival).max_by(|one, other| one.score.total_cmp(&other.score))
    }
}

/// Why a pair is no match, whatever its score.
fn exclusion(matcher: &Matcher<'_>, pair: &Pair) -> Option<Refusal> {
    let terms = |least: f32| Some(Refusal::Terms { least }).filter(|_| pair.terms < least);
    let Some(definitions) = pair.definitions else { return terms(weights::ALIKE_FLOOR) };
    let (old, new) = (matcher.old[pair.old].sketch(), matcher.new[pair.new].sketch());
    // Of what is too short to compare, the place must agree.
    if old.is_empty() || new.is_empty() {
        let in_place = matcher.have_one_context(pair.old, pair.new);
        return if in_place { terms(weights::ALIKE_TERM_ALONE) } else { Some(Refusal::TooShort) };
    }
    // Elsewhere, the terms must be alike as well.
    if !matcher.have_much_context(pair.old, pair.new) && pair.terms < weights::ALIKE_OTHER_TERM {
        return terms(weights::ALIKE_OTHER_TERM);
    }
    // Many subjects have an "Overview": one term is not enough.
    let least = weights::ALIKE_SAME_TERM;
    if pair.terms >= 1.0 && definitions < least {
        return Some(Refusal::Definitions { least });
    }
    let is_long = shorter(matcher, pair.old, pair.new) >= weights::ALIKE_FLOOR_LENGTH;
    let floor = weights::ALIKE_FLOOR;
    if is_long && definitions >= floor { None } else { terms(floor) }
}
