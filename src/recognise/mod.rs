//! Facts to claims: which parts of free-form notes ask something, and what answers them.
//!
//! `Facts` are what is known of a source. A shape looks at some blocks or items and makes a `Claim` of them, or
//! passes. `BLOCKS` and `ITEMS` are all shapes, in the order in which they are tried. Shapes look at the tree and at
//! plain text; they know nothing of Anki, nor of what becomes of a claim.

pub(crate) mod claim;
pub(crate) mod cursor;
mod directives;
pub(crate) mod facts;
mod groups;
mod keys;
mod line;
pub(crate) mod outline;
pub(crate) mod phrase;
pub(crate) mod seams;
pub(crate) mod settled;
mod shapes;
mod sides;
mod title;

pub use line::{Alike, HeadingFacts, LineFacts, LineKind, NotAGlossary, line_facts};

use claim::{Claim, Found};
use cursor::{Blocks, ItemsFrom};
use facts::Facts;
pub(crate) use shapes::head::habit;
pub(crate) use shapes::quiz::of_heading as asked_by_heading;
pub(crate) use shapes::style::of as style;
use shapes::to_do::to_dos;
use shapes::{bold, command, details, glossary, head, item, list, numbered, pairs, question, table};

use crate::markdown::{BlockKind, LineId};
use crate::model::entry::Context;

/// A shape of blocks that stand side by side: what it makes of the first of them, or `None` where it is another shape.
type BlockShape = fn(&Facts<'_>, &Blocks<'_>) -> Option<Found>;
/// A shape of items of a list.
type ItemShape = fn(&Facts<'_>, &ItemsFrom<'_>) -> Option<Found>;

/// What blocks may be, the first that fits: their order is the precedence.
pub(crate) const BLOCKS: &[BlockShape] = &[
    list::contents,
    list::quiz,
    command::over_code,
    list::hanging,
    list::items,
    details::details,
    details::quote,
    table::off,
    table::rows,
    question::choice,
    question::lettered,
    question::open_quiz,
    question::quiz,
    question::lines,
    pairs::lines,
    question::answered,
    bold::line,
    head::over,
    numbered::names,
    glossary::lines,
    bold::lead,
    head::over_lines,
];

/// What items of a list may be, the first that fits: their order is the precedence.
pub(crate) const ITEMS: &[ItemShape] = &[
    question::items,
    item::left_out,
    item::without_text,
    item::unfinished,
    item::told_to_hide,
    item::choice,
    item::question,
    item::judged,
    item::answered,
    item::label,
    item::keyed_apart,
    item::told,
    item::left_open,
    item::separated,
    item::defined,
    item::with_rest,
    item::lone_line,
];

/// What the first of some blocks claim, by the shapes from the one at `from` on; and the position of the shape after
/// the one that fits. What no shape fits stays in the answer that it stands in.
pub(crate) fn blocks(facts: &Facts<'_>, at: &Blocks<'_>, from: usize) -> (Found, usize) {
    let block = facts.tree.block(at.first());
    if matches!(block.kind, BlockKind::Paragraph(_)) {
        let unread = block.lines.is_empty() || facts.is_to_do(block.lines.start);
        let found =
            if unread { (Found::nothing(), BLOCKS.len()) } else { first(BLOCKS, from, |shape| shape(facts, at)) };
        return (with_to_dos(facts, found.0, block.lines.clone(), at.context), found.1);
    }
    first(BLOCKS, from, |shape| shape(facts, at))
}

/// The same of the first of some items.
pub(crate) fn items(facts: &Facts<'_>, at: &ItemsFrom<'_>, from: usize) -> (Found, usize) {
    let (found, next) = first(ITEMS, from, |shape| shape(facts, at));
    match at.item.filter(|_| found.drops_unfinished) {
        Some(item) => (with_to_dos(facts, found, item.lines(), at.context), next),
        None => (found, next),
    }
}

fn first<S: Copy>(shapes: &[S], from: usize, found: impl Fn(S) -> Option<Found>) -> (Found, usize) {
    let fits = shapes.iter().enumerate().skip(from).find_map(|(at, &shape)| Some((found(shape)?, at + 1)));
    fits.unwrap_or_else(|| (Found::nothing(), shapes.len()))
}

/// The unfinished ones of some lines go first: they leave what they stand in.
fn with_to_dos(facts: &Facts<'_>, mut found: Found, lines: impl Iterator<Item = LineId>, context: &Context) -> Found {
    let to_dos: Vec<Claim> = to_dos(facts, lines, context).collect();
    if !to_dos.is_empty() {
        found.claims.splice(0..0, to_dos);
    }
    found
}
