//! Steps 2 and 4: the same kind, context and term.
//!
//! Step 2 compares the paths as they are, step 4 the record's path as its headings are called now. Both decide between
//! namesakes alike.

use super::MatchStep;
use super::group::{Group, ScoredPair, best_first, groups};
use super::matcher::{EntryView, Matcher, Wave};
use super::trace::{Contest, Refusal, Rival};
use crate::identity::hash::HashMap;
use crate::identity::weights;
use crate::model::notetype::Kind;

/// Step 2: the same kind, context and term.
pub(super) fn same(matcher: &mut Matcher<'_>, wave: Wave) {
    let key = |view: &EntryView<'_>| Some((view.kind, view.path));
    let found = groups(matcher, wave, |matcher, old| key(&matcher.old[old]), |matcher, new| key(&matcher.new[new]));
    settle(matcher, wave, &found, MatchStep::SameName);
}

/// Step 4: the same, where the headings stand now.
pub(super) fn mapped(matcher: &mut Matcher<'_>, wave: Wave) {
    matcher.map();
    let old_key = |matcher: &Matcher<'_>, old: usize| {
        let view = &matcher.old[old];
        Some((view.kind, matcher.paths.find(matcher.mapped_context(old).0, view.term)?))
    };
    let found = groups(matcher, wave, old_key, |matcher, new| Some((matcher.new[new].kind, matcher.new[new].path)));
    settle(matcher, wave, &found, MatchStep::MappedName);
}

/// Takes the certain pairs of all groups before the likely ones of any: they say where files went.
fn settle(matcher: &mut Matcher<'_>, wave: Wave, groups: &[Group], step: MatchStep) {
    for group in groups {
        equal(matcher, wave, group, step);
    }
    for group in groups {
        one_to_one(matcher, wave, group, step);
    }
    for group in groups {
        alike(matcher, wave, group, step);
    }
    if step == MatchStep::SameName {
        for group in groups {
            parted(matcher, wave, group, step);
        }
    }
}

/// Takes the first of several headings that are called alike in a source, where there was one: an older version of the
/// program joined them, and the first was where its card came from.
fn parted(matcher: &mut Matcher<'_>, wave: Wave, group: &Group, step: MatchStep) {
    let [old] = group.old[..] else { return };
    let here: Vec<usize> = group.new.iter().copied().filter(|&new| matcher.in_same_source(old, new)).collect();
    let all_new = here.iter().all(|&new| !matcher.new[new].is_known() && matcher.new[new].is_called_by_place());
    let Some(&first) = here.first().filter(|_| here.len() > 1 && all_new) else { return };
    if matcher.old[old].wave == Some(wave) && matcher.may(old, first) {
        let score = matcher.definitions(old, first).unwrap_or(0.0);
        matcher.take(old, first, step, 1.0, Contest { total: Some(score), rival: None });
    }
}

/// Takes namesakes with equal definitions. A cloze has its statement as its term and no definition.
fn equal(matcher: &mut Matcher<'_>, wave: Wave, group: &Group, step: MatchStep) {
    let mut by_text: HashMap<u64, Group> = HashMap::default();
    let open = |at: &&usize| !matcher.old[**at].is_known() && matcher.old[**at].wave == Some(wave);
    for &old in group.old.iter().filter(open) {
        by_text.entry(matcher.old[old].sketch().whole).or_default().old.push(old);
    }
    let mut order = Vec::new();
    for &new in group.new.iter().filter(|&&new| !matcher.new[new].is_known()) {
        let view = &matcher.new[new];
        let whole = view.sketch().whole;
        if let Some(texts) = by_text.get_mut(&whole).filter(|_| whole != 0 || view.kind == Kind::Cloze) {
            if texts.new.is_empty() {
                order.push(whole);
            }
            texts.new.push(new);
        }
    }
    for whole in order {
        let pairs = by_text[&whole].open_pairs(matcher, wave, step);
        let mut pairs: Vec<ScoredPair> = pairs
            .into_iter()
            .map(|(old, new)| {
                let hidden = weights::NAME_DELETIONS * one_if(matcher.hide_the_same(old, new));
                let source = weights::NAME_EQUAL_SOURCE * one_if(matcher.in_same_source(old, new));
                let stays = weights::NAME_EQUAL_PATH * one_if(matcher.old[old].source == matcher.new[new].source);
                ScoredPair { score: hidden + source + stays + matcher.neighbours(old, new), old, new }
            })
            .collect();
        best_first(&mut pairs);
        for pair in &pairs {
            if matcher.may(pair.old, pair.new) {
                matcher.take(pair.old, pair.new, step, 1.0, pair.uncontested());
            }
        }
    }
}

/// Takes a pair that is alone with its name in a source, then and now.
fn one_to_one(matcher: &mut Matcher<'_>, wave: Wave, group: &Group, step: MatchStep) {
    let mut now: HashMap<usize, Vec<usize>> = HashMap::default();
    for &new in &group.new {
        now.entry(matcher.new[new].source).or_default().push(new);
    }
    let mut then: HashMap<usize, usize> = HashMap::default();
    for &old in &group.old {
        *then.entry(matcher.mapped_source(matcher.old[old].source)).or_default() += 1;
    }
    for &old in &group.old {
        let source = matcher.mapped_source(matcher.old[old].source);
        let Some(&[new]) = now.get(&source).map(Vec::as_slice) else { continue };
        if then[&source] != 1 || matcher.old[old].wave != Some(wave) || !matcher.may(old, new) {
            continue;
        }
        let here = matcher.definitions(old, new).unwrap_or(0.0);
        let contest = Contest { total: Some(here), rival: nearest_namesake(matcher, group, old, new) };
        let best = contest.rival.map_or(0.0, |rival| rival.score);
        let certain = step == MatchStep::SameName || matcher.mapped_context(old).1;
        let least = weights::NAME_DEFINITION;
        if best >= here + least {
            matcher.doubt(old, new, step, Refusal::NamesakeNearer { by: least }, contest);
        } else if !certain && here < least {
            matcher.doubt(old, new, step, Refusal::Definitions { least }, contest);
        } else {
            matcher.take(old, new, step, 1.0, contest);
        }
    }
}

/// The open namesake of another source whose definition is most like the record's.
fn nearest_namesake(matcher: &Matcher<'_>, group: &Group, old: usize, new: usize) -> Option<Rival> {
    let others = group.new.iter().copied().filter(|&other| other != new && !matcher.new[other].is_known());
    let rival = |other| Rival { subject: other, record: old, score: matcher.definitions(old, other).unwrap_or(0.0) };
    let rivals = others.take(weights::GROUP_SIDE).map(rival);
    rivals.max_by(|one, other| one.score.total_cmp(&other.score))
}

/// Takes namesakes whose definitions are alike.
fn alike(matcher: &mut Matcher<'_>, wave: Wave, group: &Group, step: MatchStep) {
    let pairs = group.open_pairs(matcher, wave, step);
    let mut pairs: Vec<ScoredPair> = pairs
        .into_iter()
        .map(|(old, new)| {
            let source = weights::NAME_ALIKE_SOURCE * one_if(matcher.in_same_source(old, new));
            let text = matcher.definitions(old, new).unwrap_or(0.0);
            let neighbours = weights::NAME_ALIKE_NEIGHBOURS * matcher.neighbours(old, new);
            ScoredPair { score: text + source + neighbours, old, new }
        })
        .collect();
    best_first(&mut pairs);
    for pair in &pairs {
        let (old, new) = (pair.old, pair.new);
        if !matcher.may(old, new) {
            continue;
        }
        let text = matcher.definitions(old, new).unwrap_or(0.0);
        let (least, lead) = (weights::NAME_DEFINITION, weights::NAME_LEAD);
        if text < least {
            matcher.doubt(old, new, step, Refusal::Definitions { least }, pair.uncontested());
            continue;
        }
        let contest = pair.contest(&pairs, matcher);
        if contest.is_ahead(lead) {
            matcher.take(old, new, step, text, contest);
        } else {
            matcher.doubt(old, new, step, Refusal::NotAhead { lead }, contest);
        }
    }
}

fn one_if(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
