//! Step 7: those that read alike, and like nobody else.

use super::Step;
use super::candidates::Index;
use super::names::Path;
use super::refusal::Claims;
use super::sides::{Sides, Wave};

/// What the definition weighs against the term, at most.
const DEFINITION: f32 = 0.6;

/// Characters of a definition from which it weighs so much.
const FULL: f32 = 16.0;

/// What the right context is worth, and the right neighbours.
const CONTEXT: f32 = 0.15;
const NEIGHBOURS: f32 = 0.1;

/// How much must speak for a pair.
const ENOUGH: f32 = 0.7;

/// How alike the term or the definition must be, whatever else speaks for them.
const FLOOR: f32 = 0.45;

/// How far ahead of others that are open a pair must be.
const AHEAD: f32 = 0.05;

/// How much nearer than to anyone else: what is shared with a sibling that stays is house style.
const NEARER: f32 = 0.8;

/// Definitions of one term that are less alike were refused before.
const SAME_TERM: f32 = 0.3;

/// Terms that are less alike must at least stand in much the same place.
const OTHER_TERM: f32 = 0.25;

/// How alike terms must be without a definition on one side.
const TERM_ALONE: f32 = 0.9;

/// Of those in one section, so many on each side are tried.
const SECTION: usize = 12;

/// What a pair has in common, whatever stands around it.
struct Likeness {
    old: usize,
    new: usize,
    terms: f32,
    definitions: Option<f32>,
    text: f32,
}

/// Pairs that read alike. What one round finds may speak for others in the next.
pub(super) fn alike(sides: &mut Sides<'_>) {
    let mut pairs = candidates(sides);
    for _ in 0..2 {
        sides.map();
        add_beside(sides, &mut pairs);
        if !round(sides, &pairs) {
            break;
        }
    }
}

/// All pairs of an open one with whoever may be alike, known or not.
fn candidates(sides: &mut Sides<'_>) -> Vec<Likeness> {
    sides.map();
    let old: Vec<usize> = sides.open_old(Wave::Live).collect();
    let new: Vec<usize> = sides.open_new().filter(|&new| !sides.new[new].told).collect();
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let of_old = |at: usize| (sides.old[at].term, sides.old[at].sketch());
    let of_new = |at: usize| (sides.new[at].term, sides.about(at));
    let all_old = (0..sides.old.len()).filter(|&at| sides.old[at].wave == Some(Wave::Live));
    let all_old = all_old.map(|at| (at, of_old(at).0, of_old(at).1));
    let all_new = (0..sides.new.len()).map(|at| (at, of_new(at).0, of_new(at).1));
    let records = Index::new(&sides.names, new.iter().map(|&at| of_new(at)), all_old);
    let entries = Index::new(&sides.names, old.iter().map(|&at| of_old(at)), all_new);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for &new in &new {
        let (term, sketch) = of_new(new);
        pairs.extend(records.candidates(&sides.names, term, sketch).into_iter().map(|old| (old, new)));
    }
    for &old in &old {
        let (term, sketch) = of_old(old);
        pairs.extend(entries.candidates(&sides.names, term, sketch).into_iter().map(|new| (old, new)));
    }
    pairs.extend(in_one_section(sides, &old, &new));
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().filter_map(|(old, new)| likeness(sides, old, new)).collect()
}

/// Pairs of those that are left in a section.
fn in_one_section(sides: &Sides<'_>, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let mut then: Vec<(Path, usize)> = old.iter().map(|&at| (sides.mapped_context(at).0, at)).collect();
    let mut now: Vec<(Path, usize)> = new.iter().map(|&at| (sides.new[at].context, at)).collect();
    then.sort_unstable();
    now.sort_unstable();
    let mut pairs = Vec::new();
    for section in now.chunk_by(|one, other| one.0 == other.0) {
        let path = section[0].0;
        let begin = then.partition_point(|(context, _)| *context < path);
        let gone = then[begin..].iter().take_while(|(context, _)| *context == path).take(SECTION);
        for &(_, old) in gone {
            pairs.extend(section.iter().take(SECTION).map(|&(_, new)| (old, new)));
        }
    }
    pairs
}

/// Adds those that stand beside the same neighbours.
fn add_beside(sides: &Sides<'_>, pairs: &mut Vec<Likeness>) {
    let open = sides.open_new().filter(|&new| !sides.new[new].told);
    let beside: Vec<(usize, usize)> = open.flat_map(|new| sides.beside(new).map(move |old| (old, new))).collect();
    let known: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
    for (old, new) in beside {
        if known.binary_search(&(old, new)).is_err() {
            pairs.extend(likeness(sides, old, new));
        }
    }
    pairs.sort_by_key(|pair| (pair.old, pair.new));
    pairs.dedup_by_key(|pair| (pair.old, pair.new));
}

fn likeness(sides: &Sides<'_>, old: usize, new: usize) -> Option<Likeness> {
    if sides.old[old].kind != sides.new[new].kind {
        return None;
    }
    let terms = sides.terms(old, new);
    let definitions = sides.definitions(old, new);
    let text = match definitions {
        None => terms,
        Some(definitions) => {
            let weight = DEFINITION * (shorter(sides, old, new) / FULL).min(1.0);
            (1.0 - weight) * terms + weight * definitions
        }
    };
    Some(Likeness { old, new, terms, definitions, text })
}

/// The length of the shorter definition.
#[allow(clippy::cast_precision_loss, reason = "no definition is so long that it matters")]
fn shorter(sides: &Sides<'_>, old: usize, new: usize) -> f32 {
    sides.old[old].sketch().length().min(sides.new[new].sketch().length()) as f32
}

/// What speaks for a pair, by position in the pairs.
struct Scored {
    /// All of it.
    all: f32,
    /// Without the neighbours, which those that are known always have.
    without: f32,
}

/// Takes the pairs that are sure enough, best first, and tells whether there were any.
fn round(sides: &mut Sides<'_>, pairs: &[Likeness]) -> bool {
    let scores: Vec<Scored> = pairs
        .iter()
        .map(|pair| {
            let without = pair.text + CONTEXT * sides.contexts(pair.old, pair.new);
            Scored { all: without + NEIGHBOURS * sides.neighbours(pair.old, pair.new), without }
        })
        .collect();
    let mut of_old: Vec<Vec<usize>> = vec![Vec::new(); sides.old.len()];
    let mut of_new: Vec<Vec<usize>> = vec![Vec::new(); sides.new.len()];
    for (at, pair) in pairs.iter().enumerate() {
        of_old[pair.old].push(at);
        of_new[pair.new].push(at);
    }
    let claims = Claims::new(sides);
    let open = |pair: &Likeness| {
        sides.old[pair.old].wave == Some(Wave::Live)
            && sides.may_guess(pair.old, pair.new)
            && !claims.refuse(sides, pair.old, pair.new)
    };
    let mut order: Vec<usize> = (0..pairs.len()).filter(|&at| scores[at].all >= ENOUGH && open(&pairs[at])).collect();
    order.sort_by(|&one, &other| scores[other].all.total_cmp(&scores[one].all).then(one.cmp(&other)));
    let mut found = false;
    for at in order {
        let pair = &pairs[at];
        if !sides.may(pair.old, pair.new) || !may_be(sides, pair) {
            continue;
        }
        let rivals = || of_old[pair.old].iter().chain(&of_new[pair.new]).copied().filter(move |&other| other != at);
        let open = rivals().filter(|&other| sides.may(pairs[other].old, pairs[other].new));
        let best_open = open.map(|other| scores[other].all).fold(0.0, f32::max);
        let best = rivals().map(|other| scores[other].without).fold(0.0, f32::max);
        let top = 1.0 + CONTEXT;
        let nearer = top - scores[at].without <= NEARER * (top - best) + 1e-6;
        if scores[at].all - best_open >= AHEAD && nearer {
            sides.take(pair.old, pair.new, Step::Alike, pair.text);
            found = true;
        } else {
            sides.doubt(pair.old, pair.new);
        }
    }
    found
}

/// What no score makes good.
fn may_be(sides: &Sides<'_>, pair: &Likeness) -> bool {
    let Some(definitions) = pair.definitions else { return pair.terms >= FLOOR };
    let (old, new) = (sides.old[pair.old].sketch(), sides.new[pair.new].sketch());
    if old.is_empty() || new.is_empty() {
        return pair.terms >= TERM_ALONE && sides.contexts(pair.old, pair.new) >= 1.0;
    }
    if pair.terms < OTHER_TERM && sides.contexts(pair.old, pair.new) < 0.5 {
        return false;
    }
    let enough = if shorter(sides, pair.old, pair.new) >= FULL / 2.0 { definitions } else { 0.0 };
    !(pair.terms >= 1.0 && definitions < SAME_TERM) && pair.terms.max(enough) >= FLOOR
}
