//! Lines of paragraphs that name what stands below them: over a list, over code, over lines without bullets.

use crate::lexicon::{self, Class};
use std::ops::Range;

use super::{bold, glossary};
use crate::markdown::{BlockId, BlockKind, LineId, Tag};
use crate::model::decision::Rule;
use crate::recognise::claim::{Evidence, Found, Part};
use crate::recognise::cursor::{Blocks, Habit, Style};
use crate::recognise::facts::Facts;
use crate::recognise::phrase::{self, Named, Separated};
use crate::recognise::sides;
use crate::text::columns;

/// Fewest lines over lists that make terms of them: one alone only announces its list.
const FEWEST_HEADS: usize = 2;
/// Fewest lines of a source that make a style of it.
const FEWEST_IN_SOURCE: usize = 4;
/// Widest line that is taken for a name, in columns.
const WIDEST_HEAD: usize = 60;
/// Widest name of a group that has text below it, in columns, and most words: a longer line is a sentence that leads it in.
const WIDEST_GROUP: usize = 36;
const MOST_GROUP_WORDS: usize = 4;
/// Widest line without a bullet that is an item, in columns.
const WIDEST_ITEM: usize = 60;
/// Fewest lines without bullets that are items.
const FEWEST_ITEMS: usize = 2;

/// A line, and what it stands over.
pub(super) struct Head {
    line: LineId,
    /// Both sides of it, if it holds a definition, too: `X - definition`.
    sides: Option<Separated>,
    /// At least one block.
    below: Vec<BlockId>,
}

impl Head {
    /// The name of the kind of thing that the line names, less its number: `USE CASE: …`, `Step 2: …`.
    pub fn kind(&self, facts: &Facts<'_>) -> Option<String> {
        self.sides.as_ref().map(|sides| kind(facts.tree.text(&sides.left)))
    }
}

fn kind(left: &str) -> String {
    lexicon::key(left).trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace()).to_owned()
}

/// How many such lines make a style of a section: one, in a source that is written so, if it does not only announce.
fn fewest(facts: &Facts<'_>, line: LineId, habit: Habit) -> usize {
    let announces = facts.text(line).ends_with([':', '：']);
    if !announces && habit == Habit::Names { 1 } else { FEWEST_HEADS }
}

/// A line over what it names, where others in its section are written alike.
pub(in crate::recognise) fn over(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let head = read(facts, at.ids, at.style.habit)
        .filter(|head| at.style.heads >= fewest(facts, head.line, at.style.habit))?;
    let (named, answered) = asked(facts, &head, at.style)?;
    if facts.repeats(at.context, &named.range) {
        return Some(Found::nothing());
    }
    let count = 1 + head.below.len();
    let mut claim = bold::above(facts, Rule::TermLine, at.first(), head.line, named, &head.below, at.context);
    let first = answered.then(|| head.sides.clone()).flatten();
    if let Some(sides) = first {
        claim.answer.push(Part::Paragraph(Some((head.line, sides.right.clone())), head.line + 1..head.line + 1));
        claim.evidence = Evidence::Sides(sides);
    }
    claim.answer.push(Part::Blocks(head.below));
    Some(Found::of(vec![claim], count))
}

/// What a head asks, and whether its right side answers. `USE CASE: X` asks X, and so does each that is called so.
fn asked(facts: &Facts<'_>, head: &Head, style: &Style) -> Option<(Named, bool)> {
    let whole = || facts.named(&facts.tree.line(head.line).text);
    let Some(sides) = &head.sides else { return Some((whole(), false)) };
    let left = facts.tree.text(&sides.left);
    let numbered = left.ends_with(|c: char| c.is_numeric());
    if style.kinds.contains(&kind(left)) {
        // Steps of a walk are no questions.
        return (!numbered).then(|| (facts.named(&sides.right), false));
    }
    if is_title(facts.tree.text(&sides.right)) {
        return Some((whole(), false));
    }
    (!numbered).then(|| (facts.named(&sides.left), true))
}

/// Returns true if what stands behind a dash only goes on with a name: `CMKs - AWS-managed vs Customer-managed`.
fn is_title(right: &str) -> bool {
    right.starts_with(|c: char| c.is_uppercase())
        && columns(right) <= WIDEST_HEAD
        && phrase::not_a_term(right).is_none()
        && !phrase::is_remark(right)
        && right.contains(' ')
}

/// The line that some blocks begin with, if it may name what stands directly below it.
pub(super) fn read(facts: &Facts<'_>, blocks: &[BlockId], habit: Habit) -> Option<Head> {
    let first = *blocks.first().filter(|_| blocks.len() > 1)?;
    let lines = facts.tree.block(first).lines.clone();
    let line = lines.start;
    let below_it = blocks[1];
    let may = facts.is_paragraph(first)
        && lines.len() == 1
        && (facts.is_list(below_it) || facts.is_paragraph(below_it) || facts.is_code(below_it));
    if !may || facts.is_label(line) || facts.is_to_do(line) || is_image(facts, line) {
        return None;
    }
    let sides = sides::separated(facts, line).filter(|sides| defines(facts, sides));
    if sides.is_none() && !is_name(facts, line, habit) {
        return None;
    }
    let is_defined = sides.as_ref().is_some_and(|sides| !is_title(facts.tree.text(&sides.right)));
    let below = below(facts, blocks, is_defined);
    (!below.is_empty()).then_some(Head { line, sides, below })
}

/// Returns true if a line is nothing but an image: it illustrates what stands below, and names nothing.
fn is_image(facts: &Facts<'_>, line: LineId) -> bool {
    let line = facts.tree.line(line);
    facts.tree.whole_span(line, &line.text, |tag| matches!(tag, Tag::Image(_)))
}

/// Returns true if the left side of a line reads like a term.
fn defines(facts: &Facts<'_>, sides: &Separated) -> bool {
    let left = facts.tree.text(&sides.left);
    let mark = facts.tree.text(&(sides.left.end..sides.right.start.max(sides.left.end)));
    !mark.contains('=') && phrase::not_a_term(left).is_none() && !phrase::is_remark(left) && !phrase::points_back(left)
}

/// Returns true if a whole line reads like a term.
fn is_name(facts: &Facts<'_>, line: LineId, habit: Habit) -> bool {
    let text = facts.text(line);
    columns(text) <= WIDEST_HEAD
        && phrase::has_word(text)
        && (phrase::not_a_term(text).is_none() && !phrase::is_remark(text)
            || habit == Habit::Names && phrase::leads_in_of_subject(text))
        && !facts.config.words.is_nameless(&lexicon::key(text))
}

/// The blocks that a line at the head of some blocks names.
fn below(facts: &Facts<'_>, blocks: &[BlockId], is_defined: bool) -> Vec<BlockId> {
    let between = |at: usize| facts.span(blocks[at - 1]).end..facts.span(blocks[at]).start;
    let touches = |at: usize| !facts.source.text[between(at)].trim_matches(' ').contains("\n\n");
    let line = facts.tree.block(blocks[0]).lines.start;
    let announces = phrase::names_group(facts.text(line));
    let before = &facts.source.text[..facts.span(blocks[1]).start];
    let directly = before[before.trim_end().len()..].matches('\n').count() < 2;
    let fits = match facts.tree.block(blocks[1]).kind {
        BlockKind::List(_) if is_defined => directly || columns(facts.text(line)) <= WIDEST_HEAD,
        BlockKind::List(_) => touches(1) || announces,
        BlockKind::Code(_) => is_defined && directly && !facts.text(line).contains(['：', ':']),
        BlockKind::Paragraph(_) if announces && !is_defined => {
            if !are_items(facts, &facts.tree.block(blocks[1]).lines) {
                return told_group(facts, blocks);
            }
            true
        }
        _ => false,
    };
    if !fits {
        return Vec::new();
    }
    let more =
        (2..blocks.len()).take_while(|&at| touches(at) && (facts.is_code(blocks[at]) || facts.is_list(blocks[at])));
    let count = more.count();
    blocks[1..2 + count].to_vec()
}

/// The blocks up to the next line that names a group, if they say what theirs is and list or table more of it: `Filtration:`,
/// a paragraph, a list. A line over text alone may only lead it in.
fn told_group(facts: &Facts<'_>, blocks: &[BlockId]) -> Vec<BlockId> {
    let names = |id: BlockId| {
        let lines = facts.tree.block(id).lines.clone();
        let alone = facts.is_paragraph(id) && lines.len() == 1;
        alone && facts.text(lines.start).ends_with([':', '：']) && names_subject(facts, lines.start)
    };
    let line = facts.text(facts.tree.block(blocks[0]).lines.start);
    let is_short = columns(line) <= WIDEST_GROUP && line.split_whitespace().count() <= MOST_GROUP_WORDS;
    if !is_short || !names(blocks[0]) {
        return Vec::new();
    }
    let count = blocks[1..].iter().take_while(|&&id| !names(id)).count();
    let group = &blocks[1..=count];
    let lists = |&id: &BlockId| matches!(facts.tree.block(id).kind, BlockKind::List(_) | BlockKind::Table);
    if group.len() > 1 && group.iter().any(lists) { group.to_vec() } else { Vec::new() }
}

/// Returns true if a line names something, and does not only say that an answer or an example follows.
fn names_subject(facts: &Facts<'_>, line: LineId) -> bool {
    let text = facts.text(line);
    let words = &facts.config.words;
    let is_title = || words.is(Class::AnswerTitle, &lexicon::key(text)) || phrase::is_answer_mark(words, text);
    is_name(facts, line, Habit::None) && !facts.is_label(line) && !is_title()
}

/// Returns true if the lines of a paragraph are items that only lack their bullets.
fn are_items(facts: &Facts<'_>, lines: &Range<LineId>) -> bool {
    let is_item = |line: LineId| {
        let text = facts.text(line);
        columns(text) <= WIDEST_ITEM
            && !text.ends_with(['.', '。', ',', '、', ':', '：', ';', '?', '？'])
            && phrase::has_word(text)
    };
    lines.len() >= FEWEST_ITEMS
        && lines.clone().all(is_item)
        && lines.clone().skip(1).all(|line| !facts.continues(line - 1, line))
        && !glossary::is_one(facts, lines)
}

/// A line over lines without bullets in one paragraph: `Hardening:`, and four lines.
pub(in crate::recognise) fn over_lines(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let line = heads_lines(facts, at.first()).filter(|_| at.style.heads >= FEWEST_HEADS)?;
    let named = facts.named(&facts.tree.line(line).text);
    if facts.repeats(at.context, &named.range) {
        return Some(Found::nothing());
    }
    let lines = facts.tree.block(at.first()).lines.clone();
    let mut claim = bold::above(facts, Rule::TermLine, at.first(), line, named, &[], at.context);
    claim.answer.push(Part::Paragraph(None, line + 1..lines.end));
    Some(Found::of(vec![claim], 1))
}

/// The first line of a paragraph, if it names the other ones.
pub(super) fn heads_lines(facts: &Facts<'_>, id: BlockId) -> Option<LineId> {
    if !facts.is_paragraph(id) {
        return None;
    }
    let lines = facts.tree.block(id).lines.clone();
    let line = lines.start;
    let fits = lines.len() > FEWEST_ITEMS
        && phrase::names_group(facts.text(line))
        && is_name(facts, line, Habit::None)
        && !facts.is_label(line)
        && !facts.is_to_do(line)
        && are_items(facts, &(line + 1..lines.end));
    fits.then_some(line)
}

/// What the heads of a section have in common.
pub(super) fn style(facts: &Facts<'_>, blocks: &[BlockId], habit: Habit) -> (usize, Vec<String>) {
    let heads: Vec<Head> = (0..blocks.len()).filter_map(|at| read(facts, &blocks[at..], habit)).collect();
    let mut kinds: Vec<String> = heads.iter().filter_map(|head| head.kind(facts)).collect();
    kinds.sort_unstable();
    let repeated = kinds.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone());
    let mut repeated: Vec<String> = repeated.collect();
    repeated.dedup();
    let lines = blocks.iter().filter(|&&id| heads_lines(facts, id).is_some()).count();
    (heads.len() + lines, repeated)
}

/// Whether it is a habit of a source that lines at its top name what stands directly below them, and say what it is.
pub(crate) fn habit(facts: &Facts<'_>) -> Habit {
    let blocks = facts.children(0);
    let defines = |at: &usize| {
        let line = facts.tree.block(blocks[*at]).lines.clone().next();
        let sides = line.and_then(|line| sides::separated(facts, line)).filter(|sides| defines(facts, sides));
        sides.is_some_and(|sides| !is_title(facts.tree.text(&sides.right)))
            && read(facts, &blocks[*at..], Habit::None).is_some()
    };
    if (0..blocks.len()).filter(defines).take(FEWEST_IN_SOURCE).count() == FEWEST_IN_SOURCE {
        Habit::Names
    } else {
        Habit::None
    }
}
