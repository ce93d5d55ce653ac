//! Steps 2, 4 and 8: those of one kind, context and term.

use crate::identity::hash::HashMap;

use super::Step;
use super::group::{Group, Pair, best_first, groups, rival};
use super::sides::{Sides, Wave};
use crate::model::notetype::Kind;

/// How alike definitions must be for twins, or in another source.
const ALIKE: f32 = 0.3;

/// How far ahead the right one of several twins must be.
const AHEAD: f32 = 0.05;

/// Same kind, context and term.
pub(super) fn same(sides: &mut Sides<'_>, wave: Wave) {
    let key = |item: &super::sides::Item<'_>| Some((item.kind, item.path));
    let found = groups(sides, wave, |sides, old| key(&sides.old[old]), |sides, new| key(&sides.new[new]));
    settle(sides, wave, &found, Step::Same);
}

/// The same, where headings stand now.
pub(super) fn mapped(sides: &mut Sides<'_>, wave: Wave) {
    sides.map();
    let old_key = |sides: &Sides<'_>, old: usize| {
        let item = &sides.old[old];
        Some((item.kind, sides.paths.find(sides.mapped_context(old).0, item.term)?))
    };
    let found = groups(sides, wave, old_key, |sides, new| Some((sides.new[new].kind, sides.new[new].path)));
    settle(sides, wave, &found, Step::MappedContext);
}

/// What one definition or one file tells goes before what is only alike, for all groups: it tells where files went.
fn settle(sides: &mut Sides<'_>, wave: Wave, groups: &[Group], step: Step) {
    for group in groups {
        equal(sides, wave, group, step);
    }
    for group in groups {
        one_to_one(sides, wave, group, step);
    }
    for group in groups {
        alike(sides, wave, group, step);
    }
}

/// Twins with equal definitions. The text of a cloze is its statement.
fn equal(sides: &mut Sides<'_>, wave: Wave, group: &Group, step: Step) {
    let mut by_text: HashMap<u64, Group> = HashMap::default();
    let open = |at: &&usize| !sides.old[**at].is_known() && sides.old[**at].wave == Some(wave);
    for &old in group.old.iter().filter(open) {
        let whole = sides.old[old].sketch().whole;
        let texts = by_text.entry(whole).or_insert_with(|| Group { old: Vec::new(), new: Vec::new() });
        texts.old.push(old);
    }
    let mut order = Vec::new();
    for &new in group.new.iter().filter(|&&new| !sides.new[new].is_known()) {
        let item = &sides.new[new];
        let whole = item.sketch().whole;
        if let Some(texts) = by_text.get_mut(&whole).filter(|_| whole != 0 || item.kind == Kind::Cloze) {
            if texts.new.is_empty() {
                order.push(whole);
            }
            texts.new.push(new);
        }
    }
    for whole in order {
        let pairs = by_text[&whole].open_pairs(sides, wave);
        let mut pairs: Vec<Pair> = pairs
            .into_iter()
            .map(|(old, new)| {
                let file = f32::from(u8::from(sides.in_same_source(old, new)));
                let stays = f32::from(u8::from(sides.old[old].source == sides.new[new].source));
                let hidden = 2.0 * f32::from(u8::from(sides.hide_the_same(old, new)));
                Pair { score: hidden + file + 0.5 * stays + sides.neighbours(old, new), old, new }
            })
            .collect();
        best_first(&mut pairs);
        for pair in pairs {
            if sides.may(pair.old, pair.new) {
                sides.take(pair.old, pair.new, step, 1.0);
            }
        }
    }
}

/// Who alone is called so in a source, then and now.
fn one_to_one(sides: &mut Sides<'_>, wave: Wave, group: &Group, step: Step) {
    let mut now: HashMap<usize, Vec<usize>> = HashMap::default();
    for &new in &group.new {
        now.entry(sides.new[new].source).or_default().push(new);
    }
    let mut then: HashMap<usize, usize> = HashMap::default();
    for &old in &group.old {
        *then.entry(sides.mapped_source(sides.old[old].source)).or_default() += 1;
    }
    for &old in &group.old {
        let source = sides.mapped_source(sides.old[old].source);
        let Some(&[new]) = now.get(&source).map(Vec::as_slice) else { continue };
        if then[&source] != 1 || sides.old[old].wave != Some(wave) || !sides.may(old, new) {
            continue;
        }
        let here = sides.definitions(old, new).unwrap_or(0.0);
        let firm = step == Step::Same || sides.mapped_context(old).1;
        let others = group.new.iter().filter(|&&other| other != new && !sides.new[other].is_known()).take(20);
        let best = others.map(|&other| sides.definitions(old, other).unwrap_or(0.0)).fold(0.0, f32::max);
        if best < here + ALIKE && (firm || here >= ALIKE) {
            sides.take(old, new, step, 1.0);
        } else {
            sides.doubt(old, new);
        }
    }
}

/// Twins whose definitions are alike.
fn alike(sides: &mut Sides<'_>, wave: Wave, group: &Group, step: Step) {
    let pairs = group.open_pairs(sides, wave);
    let mut pairs: Vec<Pair> = pairs
        .into_iter()
        .map(|(old, new)| {
            let file = 0.3 * f32::from(u8::from(sides.in_same_source(old, new)));
            let text = sides.definitions(old, new).unwrap_or(0.0);
            Pair { score: text + file + 0.2 * sides.neighbours(old, new), old, new }
        })
        .collect();
    best_first(&mut pairs);
    for pair in &pairs {
        if !sides.may(pair.old, pair.new) {
            continue;
        }
        let text = sides.definitions(pair.old, pair.new).unwrap_or(0.0);
        if text >= ALIKE && pair.score - rival(&pairs, pair, sides) >= AHEAD {
            sides.take(pair.old, pair.new, step, text);
        } else {
            sides.doubt(pair.old, pair.new);
        }
    }
}
