//! Paragraphs that name a subject for what follows: bold leads, and bold lines used as headings.

use std::ops::Range;

use super::choice;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, InlineKind, LineId, Math, Tag};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::{Claim, Evidence, Found, Inside, Part, Spot};
use crate::recognise::cursor::Blocks;
use crate::recognise::facts::Facts;
use crate::recognise::phrase::{self, Named};
use crate::recognise::sides::{self, FEWEST_LEADS};
use crate::text::columns;

/// Widest line that is taken for a heading, in columns.
const WIDEST_HEAD: usize = 60;

/// A bold line used as heading counts for the lines below it, or for the blocks up to the next one.
pub(in crate::recognise) fn line(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let id = at.first();
    if !is_line(facts, id, at.context) {
        return None;
    }
    let lines = facts.tree.block(id).lines.clone();
    let below = if lines.len() > 1 { &[] } else { &at.ids[1..] };
    let asks = phrase::asks(facts.text(lines.start));
    let next = below.iter().position(|&block| {
        is_line(facts, block, at.context) || has_lead(facts, block) || (asks && choice::begins_question(facts, block))
    });
    let below = below[..next.unwrap_or(below.len())].to_vec();
    if lines.len() == 1 && below.is_empty() {
        return Some(Found::nothing());
    }
    let rest = lines.start + 1..lines.end;
    let mut claim = above(facts, Rule::BoldLine, id, lines.start, name_of_line(facts, lines.start), &below, at.context);
    claim.answer = vec![Part::Paragraph(None, rest), Part::Blocks(below.clone())];
    Some(Found::of(vec![claim], 1 + below.len()))
}

/// Returns true if a paragraph begins with a line that is one bold span, or in brackets, and reads like a heading.
pub(in crate::recognise) fn is_line(facts: &Facts<'_>, id: BlockId, context: &Context) -> bool {
    let block = facts.tree.block(id);
    if !facts.is_paragraph(id) || block.lines.is_empty() {
        return false;
    }
    let line = facts.tree.line(block.lines.start);
    let text = facts.tree.text(&line.text).trim_end_matches([':', '：']);
    let end = line.text.start + text.len();
    let bold = facts.tree.whole_span(line, &(line.text.start..end), |tag| tag == Tag::Strong);
    let in_brackets = || {
        let found = phrase::separate_at_bracket(text, &facts.config.words);
        found.is_some_and(|found| found.right.is_empty())
    };
    (bold || in_brackets())
        && columns(text) <= WIDEST_HEAD
        && phrase::not_a_term(text).is_none()
        && !facts.is_label(block.lines.start)
        && !facts.repeats(context, &name_of_line(facts, block.lines.start).range)
        && !answers_heading(facts, context, text)
}

/// The name in a bold line.
fn name_of_line(facts: &Facts<'_>, line: LineId) -> Named {
    let text = facts.tree.line(line).text.clone();
    let bracket =
        phrase::separate_at_bracket(facts.text(line), &facts.config.words).filter(|found| found.right.is_empty());
    facts.named(&bracket.map_or(text.clone(), |found| found.shifted_by(text.start).left))
}

/// A paragraph with a bold lead, and what goes on with it below.
pub(in crate::recognise) fn lead(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let id = at.first();
    if !has_lead(facts, id) || !(at.style.leads >= FEWEST_LEADS || names_in_bold(facts, id)) {
        return None;
    }
    let lines = facts.tree.block(id).lines.clone();
    let sides = sides::any_lead(facts, lines.start)?;
    if answers_heading(facts, at.context, facts.tree.text(&sides.left)) {
        return None;
    }
    let named = facts.named(&sides.left);
    if facts.repeats(at.context, &named.range) {
        return Some(Found::nothing());
    }
    let below = below_lead(facts, &at.ids[1..], at.context).to_vec();
    let count = 1 + below.len();
    let mut claim = above(facts, Rule::BoldLead, id, lines.start, named, &below, at.context);
    let first = Some((lines.start, sides.right.clone()));
    claim.answer = vec![Part::Paragraph(first, lines.start + 1..lines.end), Part::Blocks(below)];
    claim.evidence = Evidence::Sides(sides);
    Some(Found::of(vec![claim], count))
}

/// What goes on with a lead: a list, code, tables, formulas and images right below it, and what says of itself that it is said of
/// something, as a proof is. What follows a proof belongs to it where the next lead ends it.
fn below_lead<'b>(facts: &Facts<'_>, below: &'b [BlockId], context: &Context) -> &'b [BlockId] {
    let shown = below.iter().take_while(|&&id| shows_what_is_said(facts, id)).count();
    let is_label = |&id: &BlockId| first_line(facts, id).is_some_and(|line| sides::is_labelled(facts, line));
    if !below.get(shown).is_some_and(is_label) {
        return &below[..shown];
    }
    let ends = |&id: &BlockId| has_lead(facts, id) || is_line(facts, id, context);
    let goes_on = |id: &BlockId| is_label(id) || shows_what_is_said(facts, *id);
    let next = below.iter().position(ends);
    let count = next.unwrap_or_else(|| shown + below[shown..].iter().take_while(|id| goes_on(id)).count());
    &below[..count]
}

/// The first line of a paragraph.
fn first_line(facts: &Facts<'_>, id: BlockId) -> Option<LineId> {
    facts.is_paragraph(id).then(|| facts.tree.block(id).lines.clone().next())?
}

/// Returns true if a block shows what is said above it, and names nothing: a list, code, a table, a formula, an image.
fn shows_what_is_said(facts: &Facts<'_>, id: BlockId) -> bool {
    let shows = |line: LineId| {
        let first = facts.tree.inlines(&facts.tree.line(line).inlines).first();
        first.is_some_and(|first| {
            matches!(first.kind, InlineKind::Math(Math::Display) | InlineKind::Open(Tag::Image(_)))
        })
    };
    match facts.tree.block(id).kind {
        BlockKind::List(_) | BlockKind::Code(_) | BlockKind::Table => true,
        _ => first_line(facts, id).is_some_and(shows),
    }
}

/// Returns true if a lead says that it answers the question in the heading above it: "**Correct answer:** b",
/// "**Explanation:** …", `**A**: …`. Elsewhere, a solution may be a mixture.
fn answers_heading(facts: &Facts<'_>, context: &Context, lead: &str) -> bool {
    let (words, key) = (&facts.config.words, lexicon::key(lead));
    let is_asked = |above: &str| phrase::heads_question(words, above);
    context.last().is_some_and(|above| {
        words.is(Class::AnswerTitle, &key) && is_asked(above)
            || words.is(Class::AnswerMark, &key) && (is_asked(above) || phrase::asks(above))
    })
}

/// Returns true if a paragraph begins with a bold lead: `**X**: d`.
fn has_lead(facts: &Facts<'_>, id: BlockId) -> bool {
    let lines = &facts.tree.block(id).lines;
    facts.is_paragraph(id)
        && !lines.is_empty()
        && sides::any_lead(facts, lines.start).is_some()
        && !facts.is_label(lines.start)
}

/// Returns true if a paragraph begins with a name in bold and a separator: that alone says what it is about.
fn names_in_bold(facts: &Facts<'_>, id: BlockId) -> bool {
    let line = facts.tree.block(id).lines.start;
    let inlines = facts.tree.inlines(&facts.tree.line(line).inlines);
    let bold = inlines.first().is_some_and(|first| first.kind == InlineKind::Open(Tag::Strong));
    let sides = sides::bold_lead(facts, line).filter(|_| bold);
    sides.is_some_and(|sides| phrase::not_a_term(facts.tree.text(&sides.left)).is_none())
}

/// A claim whose answer goes on in the blocks `below` it: they leave what it stands under.
pub(super) fn above(
    facts: &Facts<'_>,
    rule: Rule,
    id: BlockId,
    line: LineId,
    named: Named,
    below: &[BlockId],
    context: &Context,
) -> Claim {
    let last = below.last().copied().unwrap_or(id);
    let span = facts.tree.block(id).span.start..facts.tree.block(last).span.end;
    let (under, range): (Context, Range<usize>) = (facts.under(context, &named.range), named.range.clone());
    let mut claim = Claim::term(rule, span, line, named, context);
    claim.inside = Inside::Blocks(below.to_vec(), under);
    claim.footprint.blocks = below.to_vec();
    if phrase::asks(facts.tree.text(&range)) {
        claim.footprint.blocks.push(id);
    } else {
        claim.footprint.term = Some(Spot::Block(id));
    }
    claim
}
