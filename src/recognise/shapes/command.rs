//! Lines that say what is to be done, each over the code that does it: the last item of a list, `1. List all metrics`, or a
//! paragraph, `Undo the last commit:`.

use std::ops::Range;

use super::list;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, LineId};
use crate::model::decision::{NotATerm, Rule};
use crate::recognise::claim::{Asks, Claim, Found, Part, Spot};
use crate::recognise::cursor::{Blocks, Commands, Item};
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::text::columns;

/// Fewest lines over code of one program: one alone may be a step.
const FEWEST: usize = 2;
/// Widest line that asks for a command, in columns.
const WIDEST: usize = 100;
/// Most blocks of code, with the lines between them, behind which a line still says what code shows. Each such line is looked at
/// as the first one, too.
const MOST_SHOWN: usize = 8;
/// Most lines of code that a command takes.
const MOST_LINES: usize = 5;

/// A line that code answers.
struct Asked {
    /// The item or the paragraph that it is.
    block: BlockId,
    line: LineId,
    /// Where the code stands among the blocks.
    code: Range<usize>,
}

/// The last item of a list or a paragraph, over code, where others beside it ask for commands of the same program. Steps of
/// a walk call one program after the other.
pub(in crate::recognise) fn over_code(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let Commands { items, lines } = at.style.commands;
    let Asked { block, line, code } =
        asks(facts, at.ids).filter(|_| if facts.is_list(at.first()) { items } else { lines })?;
    let below = at.ids[code.clone()].to_vec();
    let named = facts.named(&facts.tree.line(line).text);
    let span = facts.span(block).start..facts.span(at.ids[code.end - 1]).end;
    let mut claim = Claim::term(Rule::TermLine, span, line, named, at.context);
    if let Asks::Term(term) = &mut claim.asks {
        term.directive = Some(block);
    }
    claim.footprint.term = Some(Spot::Block(block));
    claim.footprint.blocks.clone_from(&below);
    claim.answer = vec![Part::Blocks(below)];
    let mut others = if facts.is_list(at.first()) { facts.children(at.first()) } else { Vec::new() };
    others.pop();
    let others = (!others.is_empty()).then(|| list::all(facts, at.first(), others, at));
    Some(Found::of(others.into_iter().chain([claim]).collect(), code.end))
}

/// What of some blocks asks for commands of one program.
pub(super) fn are_asked(facts: &Facts<'_>, blocks: &[BlockId]) -> Commands {
    let asked: Vec<(Asked, usize)> =
        (0..blocks.len()).filter_map(|at| Some((asks(facts, &blocks[at..])?, at))).collect();
    let share = |are_items: bool| {
        let asked = asked.iter().filter(|(_, at)| facts.is_list(blocks[*at]) == are_items);
        share_a_program(asked.map(|(asked, at)| program(facts, blocks[at + asked.code.start])).collect())
    };
    let is_step = |(asked, _): &(Asked, usize)| phrase::is_linked_step(facts.text(asked.line));
    Commands { items: share(true), lines: share(false) && !asked.iter().any(is_step) }
}

/// Returns true if most calls are such of programs that others call, too.
fn share_a_program(mut programs: Vec<&str>) -> bool {
    let count = programs.len();
    programs.retain(|program| !program.is_empty());
    programs.sort_unstable();
    let calls = programs.chunk_by(|program, next| program == next).map(<[&str]>::len);
    calls.filter(|&calls| calls >= FEWEST).sum::<usize>() * 2 > count
}

/// What some blocks begin with, if it says what is to be done, and code right below it does that.
fn asks(facts: &Facts<'_>, blocks: &[BlockId]) -> Option<Asked> {
    let first = *blocks.first().filter(|&&first| facts.is_list(first) || facts.is_paragraph(first))?;
    let codes = codes(facts, &blocks[1..]);
    let (block, line) = if codes > 0 { lone_line(facts, first)? } else { return None };
    let text = facts.text(line);
    let (code, BlockKind::Code(language)) = (blocks[1], facts.tree.block(blocks[1]).kind) else { return None };
    let is_shell = language.is_none_or(|at| lexicon::is(Class::Shell, &lexicon::key(facts.tree.target(at))));
    let fits = is_shell
        && columns(text) <= WIDEST
        && !facts.is_label(line)
        && !facts.is_to_do(line)
        && matches!(facts.not_a_term(text), None | Some(NotATerm::Clause))
        && facts.tree.text(&facts.tree.block(code).text).trim().lines().count() <= MOST_LINES;
    fits.then_some(Asked { block, line, code: 1..1 + codes })
}

/// How many of the first of some blocks are code, or a line that says what code shows with that: "The output looks like this:".
fn codes(facts: &Facts<'_>, blocks: &[BlockId]) -> usize {
    let is_code = |at: usize| blocks.get(at).is_some_and(|&id| facts.is_code(id));
    let shows = |at: usize| {
        let id = blocks.get(at).copied().filter(|&id| facts.is_paragraph(id) && facts.tree.block(id).lines.len() == 1);
        id.is_some_and(|id| phrase::points_forward(facts.text(facts.tree.block(id).lines.start).trim_end_matches(':')))
    };
    let mut count = 0;
    while is_code(count) || count > 0 && count < MOST_SHOWN && shows(count) && is_code(count + 1) {
        count += 1;
    }
    count
}

/// The last item of a list, or a paragraph, if it is nothing but one line, and that line.
fn lone_line(facts: &Facts<'_>, block: BlockId) -> Option<(BlockId, LineId)> {
    if facts.is_paragraph(block) {
        let lines = facts.tree.block(block).lines.clone();
        let names = lines.len() == 1 && phrase::names_group(facts.text(lines.start));
        return (names && !phrase::is_statement(facts.text(lines.start))).then_some((block, lines.start));
    }
    let item = Item::read(facts, *facts.children(block).last()?)?;
    (item.below.is_empty() && item.blocks.is_empty()).then_some((item.id, item.line))
}

/// The program that code calls first.
fn program<'f>(facts: &Facts<'f>, code: BlockId) -> &'f str {
    let text = facts.tree.text(&facts.tree.block(code).text);
    let mut words = text.split_whitespace().skip_while(|word| matches!(*word, "$" | "sudo" | "#"));
    let first = words.next().unwrap_or_default();
    // `V = {1, 2}` is no call.
    if words.next() == Some("=") { "" } else { first }
}
