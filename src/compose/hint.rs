//! Hints: the line that announces a list is shown with the terms that the list asks for.

use std::sync::Arc;

use super::Composer;
use super::definition::term_fragment;
use super::placement::Placement;
use crate::markdown::{BlockId, BlockKind, LineId};
use crate::model::entry::{Body, Context};
use crate::recognise::phrase;

impl Composer<'_> {
    /// Shows the line above a list or a table on the entries that were made of `count` blocks from the one at `at`.
    /// `leader` is the block whose last line announces terms over lists, one after the other. Returns the leader of what
    /// follows.
    pub(super) fn lead_in_blocks(
        &mut self,
        blocks: &[BlockId],
        at: usize,
        count: usize,
        (leader, begins_glossary): (Option<usize>, bool),
        made: usize,
        context: &Context,
    ) -> Option<usize> {
        let tree = self.facts.tree;
        let is_list = |at: usize| matches!(tree.block(blocks[at]).kind, BlockKind::List(_) | BlockKind::Table);
        let heads_list = count == 2 && is_list(at + 1);
        let is_one_of_many = heads_list || begins_glossary;
        // Of terms over lists or in lines, one after the other, the line above the first is said of all.
        let leader = leader.filter(|_| is_one_of_many).or_else(|| at.checked_sub(1));
        if is_one_of_many || is_list(at) {
            let above = leader.and_then(|above| self.last_line(blocks[above]));
            self.lead_in(
                above.filter(|&line| phrase::leads_in(&self.facts.config.words, self.facts.text(line))),
                made,
                context,
            );
        }
        leader.filter(|_| is_one_of_many)
    }

    /// Shows a line on those entries of `context` that were made since there were `made`, if it says what they have in
    /// common.
    pub(super) fn lead_in(&mut self, line: Option<LineId>, made: usize, context: &Context) {
        let facts = self.facts;
        let whole = |&line: &LineId| self.placements.line(line) == Placement::Whole;
        let Some(line) = line.filter(whole).filter(|_| self.entries.len() > made) else { return };
        let Some(lead) = phrase::lead_in(&self.facts.config.words, facts.text(line)) else { return };
        let start = facts.tree.line(line).text.start;
        let text = lead.start + start..lead.end + start;
        if facts.is_shown(context, facts.tree.text(&text)) {
            return;
        }
        let mut hint = term_fragment(facts.tree, line, &text, facts.breaks());
        hint.number_footnotes(|_| None);
        let hint = (!hint.is_empty()).then(|| Arc::new(hint));
        for entry in &mut self.entries[made..] {
            let gives_away =
                |deletion: &String| facts.tree.text(&text).to_lowercase().contains(&deletion.to_lowercase());
            let is_told = match &entry.body {
                Body::Term { .. } => true,
                Body::Cloze { deletions, .. } => !deletions.iter().any(gives_away),
            };
            if is_told && entry.context == *context && entry.hint.is_none() {
                entry.hint.clone_from(&hint);
            }
        }
    }

    /// The last line of a paragraph that is no term itself.
    pub(super) fn last_line(&self, id: BlockId) -> Option<LineId> {
        let block = self.facts.tree.block(id);
        let prose = self.facts.is_paragraph(id) && self.placements.block(id) == Placement::Whole;
        (prose && !block.lines.is_empty()).then(|| block.lines.end - 1)
    }
}
