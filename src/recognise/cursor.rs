//! Where in the notes a shape looks: blocks or items that stand side by side, and what they have in common.

use std::ops::Range;

use super::claim::Items;
use super::facts::Facts;
use super::sides::Shared;
use crate::markdown::{BlockId, LineId};
use crate::model::entry::Context;

/// What of a section asks for commands of one program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Commands {
    /// Items at the ends of lists.
    pub items: bool,
    /// Paragraphs of a line that ends in a colon.
    pub lines: bool,
}

/// Blocks that stand side by side, from the first one that nothing was made of yet.
#[derive(Clone, Copy)]
pub(crate) struct Blocks<'c> {
    /// At least one.
    pub ids: &'c [BlockId],
    pub style: &'c Style,
    pub context: &'c Context,
}

impl Blocks<'_> {
    /// The block that is looked at.
    pub fn first(&self) -> BlockId {
        self.ids[0]
    }
}

/// Items of a list, from the first one that nothing was made of yet.
#[derive(Clone, Copy)]
pub(crate) struct ItemsFrom<'c> {
    /// At least one.
    pub ids: &'c [BlockId],
    /// The first one, if it begins with a paragraph.
    pub item: Option<&'c Item>,
    /// The item above it.
    pub above: Option<BlockId>,
    /// What separates in all items of the list.
    pub shared: Shared,
    pub context: &'c Context,
}

/// An item that begins with a paragraph.
pub(crate) struct Item {
    pub id: BlockId,
    /// Its first line.
    pub line: LineId,
    /// The lines below it in its first paragraph.
    pub below: Range<LineId>,
    /// The blocks after its first paragraph.
    pub blocks: Vec<BlockId>,
}

impl Item {
    /// Reads an item.
    pub fn read(facts: &Facts<'_>, id: BlockId) -> Option<Self> {
        let first = facts.first_paragraph(id)?;
        let blocks = facts.tree.children(id).skip(1).collect();
        Some(Self { id, line: first.start, below: first.start + 1..first.end, blocks })
    }

    /// The lines of its first paragraph.
    pub fn lines(&self) -> Range<LineId> {
        self.line..self.below.end
    }
}

impl Items {
    /// The items from the one at this position, which is `item`.
    pub fn from<'c>(&'c self, at: usize, item: Option<&'c Item>) -> ItemsFrom<'c> {
        let above = at.checked_sub(1).map(|above| self.ids[above]);
        ItemsFrom { ids: &self.ids[at..], item, above, shared: self.shared, context: &self.context }
    }
}

impl ItemsFrom<'_> {
    /// The item that is looked at.
    pub fn first(&self) -> BlockId {
        self.ids[0]
    }
}

/// Whether lines of a source name what stands below them, and say what it is: `Thiazides - diuretics` over a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Habit {
    /// Seldom or never.
    #[default]
    None,
    /// Time and again.
    Names,
}

/// How the blocks of a section define terms: what one of them alone has may be chance.
#[derive(Clone, Debug, Default)]
pub(crate) struct Style {
    /// Lines that begin with a bold lead, and bold lines used as headings: both say that bold names a subject here.
    pub leads: usize,
    /// Questions over lists of options.
    pub quizzes: usize,
    /// Questions without a mark that lines answer, behind them or below.
    pub pairs: usize,
    /// Numbered names over lines that say what they are, in paragraphs.
    pub numbered: usize,
    /// Terms in lines of their own, directly over what is to be known of them: `Thiazides`, `Thiazides - diuretics`.
    pub heads: usize,
    /// Whether such lines are a habit of the whole source.
    pub habit: Habit,
    /// What several of these lines call what they name: `USE CASE: …`.
    pub kinds: Vec<String>,
    /// What asks for commands of one program, which code below shows.
    pub commands: Commands,
    /// Whether lists take turns by their marks: what has another mark hangs on the item above it.
    pub hanging: bool,
    /// Whether a glossary has begun: after it, one line is enough.
    pub glossary: bool,
}
