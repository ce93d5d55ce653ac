//! Lists: tables of contents, quizzes whose last item is answered below the list, lists that take turns, and all others.

use super::asked;
use super::choice::{self, Choice, Extent, Told};
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, LineId, Tag};
use crate::model::decision::Rule;
use crate::recognise::claim::{Claim, Found, Inside, Items, Part, Spot};
use crate::recognise::cursor::{Blocks, Item};
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::recognise::sides::Shared;

/// Fewest links of a table of contents.
const FEWEST_LINKS: usize = 2;

/// A table of contents leaves its section, and so does the line above that calls it one.
pub(in crate::recognise) fn contents(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let list = at.first();
    if !facts.is_list(list) || !is_contents(facts, &facts.children(list)) {
        return None;
    }
    let words = &facts.config.words;
    let is_name = |&above: &BlockId| {
        let key = lexicon::key(facts.tree.text(&facts.tree.block(above).text));
        facts.is_paragraph(above) && (words.is(Class::Reference, &key) || words.is(Class::ReferenceOverLinks, &key))
    };
    let gone = |id: BlockId, rule: Rule| {
        let mut claim = Claim::left_out(rule, facts.span(id), at.context);
        claim.footprint.blocks.push(id);
        claim
    };
    let above = list.checked_sub(1).filter(is_name).map(|above| gone(above, Rule::References));
    Some(Found::of(above.into_iter().chain([gone(list, Rule::OnlyLinks)]).collect(), 1))
}

/// A list of links to places in the same file is its table of contents.
fn is_contents(facts: &Facts<'_>, items: &[BlockId]) -> bool {
    let leads_on = |&&item: &&BlockId| facts.first_line(item).is_some_and(|line| is_anchor(facts, line));
    let links = items.iter().filter(leads_on).count();
    links >= FEWEST_LINKS && links * 3 >= items.len() * 2
}

fn is_anchor(facts: &Facts<'_>, line: LineId) -> bool {
    let line = facts.tree.line(line);
    let inside = |tag| matches!(tag, Tag::Link(target) if facts.tree.target(target).starts_with('#'));
    facts.tree.whole_span(line, &line.text, inside)
}

/// A list whose last item asks by options, and the blocks below the list that answer it.
pub(in crate::recognise) fn quiz(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let asked_in = at.first();
    if !facts.is_list(asked_in) {
        return None;
    }
    let (mut options, answers) = (facts.children(asked_in), choice::answers(facts, &at.ids[1..]));
    let last = options.pop()?;
    if let Some(found) = over_options(facts, at, last, &options) {
        return Some(found);
    }
    let first = facts.tree.children(last).next().filter(|_| answers > 0)?;
    let lines = facts.tree.block(first).lines.clone();
    let quiz = choice::Lettered::read(facts, &lines)?;
    let asked = choice::lettered(facts, &quiz, last, &at.ids[1..=answers], at.context);
    Some(Found::of(vec![asked, all(facts, asked_in, options, at)], 1 + answers))
}

/// A list whose last item asks, over options below the list: `1. Which floats?`, and `a) …` at the margin.
fn over_options(facts: &Facts<'_>, at: &Blocks<'_>, last: BlockId, others: &[BlockId]) -> Option<Found> {
    let item = Item::read(facts, last)?;
    let asks = phrase::asks(facts.text(item.below.end - 1)) || facts.question_mark(item.line).is_some();
    if !asks {
        return None;
    }
    let inside = item.blocks.len();
    let below: Vec<BlockId> = item.blocks.iter().chain(&at.ids[1..]).copied().collect();
    let (choice, told) = Choice::under(facts, &item.lines(), &below, Extent::Marked)?;
    let (claim, count) = match told {
        Told::Open(..) if inside > 0 => return None,
        Told::Open(why, answers) => {
            let count = choice.count() + answers;
            let mut claim = asked::unanswered(facts, last, item.line, at.context, why);
            claim.span.end = below[..count].last().map_or(claim.span.end, |&end| facts.span(end).end);
            claim.footprint.blocks.extend(&below[..count]);
            (claim, count)
        }
        Told::Answered(answers) => {
            let count = choice.count() + answers;
            let blocks = &below[..count];
            let end = blocks.last().copied().unwrap_or(last);
            let span = facts.span(last).start..facts.span(end).end;
            let mut claim = asked::claim(facts, &item.lines(), span, at.context);
            choice::with_blocks(facts, Some(&choice), blocks, &mut claim);
            claim.footprint.blocks.push(last);
            (claim, count)
        }
    };
    if count <= inside {
        return None;
    }
    let others = (!others.is_empty()).then(|| all(facts, at.first(), others.to_vec(), at));
    Some(Found::of(others.into_iter().chain([claim]).collect(), 1 + count - inside))
}

/// Lists that take turns without a blank line between them, by their marks: `+ A`, `- of A`, `+ B`, `- of B`. What has
/// another mark hangs on the item above it.
pub(in crate::recognise) fn hanging(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    if !at.style.hanging || !hangs(facts, at.ids) {
        return None;
    }
    let mut others = facts.children(at.first());
    let item = Item::read(facts, others.pop()?)?;
    let is_bare = item.below.is_empty() && item.blocks.is_empty();
    if !is_bare || facts.is_label(item.line) || facts.is_to_do(item.line) || item.not_a_term(facts).is_some() {
        return None;
    }
    let below = vec![at.ids[1]];
    let named = facts.named(&facts.tree.line(item.line).text);
    let span = facts.span(item.id).start..facts.span(at.ids[1]).end;
    let under = facts.under(at.context, &named.range);
    let mut claim = Claim::term(Rule::TermLine, span, item.line, named, at.context);
    claim.inside = Inside::Blocks(below.clone(), under);
    claim.footprint.term = Some(Spot::Block(item.id));
    claim.footprint.blocks.clone_from(&below);
    claim.answer = vec![Part::Blocks(below)];
    let others = (!others.is_empty()).then(|| all(facts, at.first(), others, at));
    Some(Found::of(others.into_iter().chain([claim]).collect(), 2))
}

/// Returns true if lists take turns by their marks: a mark, another one, and the first again.
pub(super) fn take_turns(facts: &Facts<'_>, blocks: &[BlockId]) -> bool {
    blocks
        .windows(3)
        .any(|three| hangs(facts, three) && hangs(facts, &three[1..]) && mark(facts, three[0]) == mark(facts, three[2]))
}

/// Returns true if a list stands directly over one with another mark.
fn hangs(facts: &Facts<'_>, blocks: &[BlockId]) -> bool {
    let [above, below, ..] = *blocks else { return false };
    let bullets = |id: BlockId| facts.tree.block(id).kind == BlockKind::List(None);
    let directly = || {
        let before = &facts.source.text[..facts.span(below).start];
        before[before.trim_end().len()..].matches('\n').count() < 2
    };
    bullets(above) && bullets(below) && mark(facts, above) != mark(facts, below) && directly()
}

/// The mark of a list's items.
fn mark(facts: &Facts<'_>, list: BlockId) -> Option<char> {
    facts.source.text[facts.span(list)].trim_start().chars().next()
}

/// A list: its items are looked at one by one.
pub(in crate::recognise) fn items(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let list = at.first();
    facts.is_list(list).then(|| Found::one(all(facts, list, facts.children(list), at)))
}

pub(super) fn all(facts: &Facts<'_>, list: BlockId, items: Vec<BlockId>, at: &Blocks<'_>) -> Claim {
    let shared = match (Shared::by_items(facts, &items), facts.tree.block(list).kind) {
        // A step begins with what is to be done: `1. **Fork** the repository`.
        (Shared::Lead, BlockKind::List(Some(_))) => Shared::Nothing,
        (shared, _) => shared,
    };
    let inside = Inside::Items(Items { ids: items, shared, context: at.context.clone() });
    Claim::group(inside, at.context)
}
