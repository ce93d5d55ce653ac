//! Items that say what is to be done, each over the code that does it, where the list ends: `1. List all metrics`.

use std::ops::Range;

use super::list;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, LineId};
use crate::model::decision::{NotATerm, Rule};
use crate::recognise::claim::{Asks, Claim, Found, Part, Spot};
use crate::recognise::cursor::{Blocks, Item};
use crate::recognise::facts::Facts;
use crate::text::columns;

/// Fewest items over code of one program: one alone may be a step.
const FEWEST: usize = 2;
/// Widest item that asks for a command, in columns.
const WIDEST: usize = 100;
/// Most lines of code that a command takes.
const MOST_LINES: usize = 5;

/// The last item of a list, over code, where others beside it ask for commands of the same program. Steps of a walk
/// call one program after the other.
pub(in crate::recognise) fn over_code(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let (item, line, code) = asks(facts, at.ids).filter(|_| at.style.commands)?;
    let mut others = facts.children(at.first());
    others.pop();
    let below = at.ids[code.clone()].to_vec();
    let named = facts.named(&facts.tree.line(line).text);
    let span = facts.span(item).start..facts.span(at.ids[code.end - 1]).end;
    let mut claim = Claim::term(Rule::TermLine, span, line, named, at.context);
    if let Asks::Term(term) = &mut claim.asks {
        term.directive = Some(item);
    }
    claim.footprint.term = Some(Spot::Block(item));
    claim.footprint.blocks.clone_from(&below);
    claim.answer = vec![Part::Blocks(below)];
    let others = (!others.is_empty()).then(|| list::all(facts, at.first(), others, at));
    Some(Found::of(others.into_iter().chain([claim]).collect(), code.end))
}

/// Returns true if items of some blocks ask for commands of one program.
pub(super) fn are_asked(facts: &Facts<'_>, blocks: &[BlockId]) -> bool {
    let all = (0..blocks.len()).filter_map(|at| Some(program(facts, blocks[at + asks(facts, &blocks[at..])?.2.start])));
    let all: Vec<&str> = all.collect();
    let of = |program: &&str| !program.is_empty() && all.iter().filter(|other| *other == program).count() >= FEWEST;
    all.iter().filter(|program| of(program)).count() * 2 > all.len()
}

/// The last item of a list if code below the list answers it, with its line, and where the code stands among the blocks.
fn asks(facts: &Facts<'_>, blocks: &[BlockId]) -> Option<(BlockId, LineId, Range<usize>)> {
    let list = *blocks.first().filter(|&&list| facts.is_list(list))?;
    let codes = blocks[1..].iter().take_while(|&&id| facts.is_code(id)).count();
    let item = Item::read(facts, *facts.children(list).last().filter(|_| codes > 0)?)?;
    let text = facts.text(item.line);
    let (code, BlockKind::Code(language)) = (blocks[1], facts.tree.block(blocks[1]).kind) else { return None };
    let is_shell = language.is_none_or(|at| lexicon::is(Class::Shell, &lexicon::key(facts.tree.target(at))));
    let fits = is_shell
        && item.below.is_empty()
        && item.blocks.is_empty()
        && columns(text) <= WIDEST
        && !facts.is_label(item.line)
        && !facts.is_to_do(item.line)
        && matches!(facts.not_a_term(text), None | Some(NotATerm::Clause))
        && facts.tree.text(&facts.tree.block(code).text).trim().lines().count() <= MOST_LINES;
    fits.then_some((item.id, item.line, 1..1 + codes))
}

/// The program that code calls first.
fn program<'f>(facts: &Facts<'f>, code: BlockId) -> &'f str {
    let text = facts.tree.text(&facts.tree.block(code).text);
    let mut words = text.split_whitespace().skip_while(|word| matches!(*word, "$" | "sudo" | "#"));
    let first = words.next().unwrap_or_default();
    // `V = {1, 2}` is no call.
    if words.next() == Some("=") { "" } else { first }
}
