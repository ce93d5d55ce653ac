//! The style of a section, by all shapes that its blocks share.

use super::{bold, command, head, list, numbered, pairs, question};
use crate::markdown::{BlockId, BlockKind};
use crate::model::entry::Context;
use crate::recognise::cursor::{Habit, Style};
use crate::recognise::facts::Facts;
use crate::recognise::sides;

/// The style of blocks that stand side by side.
pub(crate) fn of(facts: &Facts<'_>, blocks: &[BlockId], context: &Context, habit: Habit) -> Style {
    let paragraphs = blocks.iter().filter(|&&id| matches!(facts.tree.block(id).kind, BlockKind::Paragraph(_)));
    let lines = paragraphs.flat_map(|&id| facts.tree.block(id).lines.clone());
    let leads = lines.filter(|&line| sides::any_lead(facts, line).is_some() && !facts.is_label(line)).count();
    let headings = blocks.iter().filter(|&&id| bold::is_line(facts, id, context)).count();
    let quizzes = (0..blocks.len()).filter(|&at| question::asks_over_options(facts, &blocks[at..])).count();
    let (heads, kinds) = head::style(facts, blocks, habit);
    Style {
        leads: leads + headings,
        quizzes,
        pairs: pairs::count(facts, blocks),
        numbered: numbered::count(facts, blocks),
        heads,
        kinds,
        habit,
        commands: command::are_asked(facts, blocks),
        hanging: list::take_turns(facts, blocks),
        glossary: false,
    }
}
