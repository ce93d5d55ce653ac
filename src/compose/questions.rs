//! Questions that stand in an answer, where nothing asks them: what the author is told. It changes no card.

use super::Composer;
use crate::findings::{self, Beside};
use crate::markdown::{BlockId, BlockKind};
use crate::model::decision::Rule;
use crate::recognise::phrase;
use crate::text::{Span, columns, one_line};

/// Narrowest question that is told, in columns: "Why?" only leads on.
const NARROWEST_QUESTION: usize = 16;

impl Composer<'_> {
    /// Reports them all.
    pub(super) fn report_questions(&mut self) {
        if !self.facts.has_questions {
            return;
        }
        let (asked, starts) = (self.asked(), self.starts());
        let outline = self.outline;
        for section in &outline.sections {
            let Some(heading) = section.heading else { continue };
            // What is on no card has been told, or nobody misses it.
            if starts.binary_search(&self.facts.span(heading).start).is_err() {
                continue;
            }
            for at in 0..section.blocks.len() {
                self.report_question(&section.blocks, at, &asked, &starts);
            }
        }
    }

    /// Reports a paragraph that begins with a question, if no card asks it.
    fn report_question(&mut self, blocks: &[BlockId], at: usize, asked: &[(usize, usize)], starts: &[usize]) {
        let facts = self.facts;
        let block = facts.tree.block(blocks[at]);
        if !matches!(block.kind, BlockKind::Paragraph(_)) || block.lines.is_empty() {
            return;
        }
        let line = block.lines.start;
        let (text, span) = (facts.text(line), facts.tree.line(line).span.clone());
        let is_question = text.ends_with(['?', '？'])
            && columns(text) >= NARROWEST_QUESTION
            && !text.contains(['。', '！', '!'])
            && !text.contains(". ");
        if !is_question || phrase::question_mark(&facts.config.words, text).is_some() {
            return;
        }
        let is_asked = starts.binary_search(&span.start).is_ok() || covers(asked, span.start);
        let answer = match blocks.get(at + 1).map(|&next| facts.tree.block(next).kind) {
            _ if block.lines.len() > 1 && !facts.text(line + 1).ends_with(['?', '？']) => Beside::Text,
            _ if block.lines.len() > 1 => return,
            Some(BlockKind::Paragraph(_) | BlockKind::List(_) | BlockKind::Table | BlockKind::Code(_)) => Beside::Text,
            None if blocks.len() == 1 => Beside::Nothing,
            Some(_) | None => return,
        };
        if !is_asked {
            self.report(span, findings::QuestionInAnswer { question: one_line(text), answer }.into());
        }
    }

    /// Where entries begin, in order.
    fn starts(&self) -> Vec<usize> {
        let mut starts: Vec<usize> = self.entries.iter().map(|entry| entry.span.start).collect();
        starts.sort_unstable();
        starts
    }

    /// Where questions begin that were read as such, in order, and how far these and those before them reach.
    fn asked(&self) -> Vec<(usize, usize)> {
        let entries = self.entries.iter().filter(|entry| entry.rule == Rule::Question).map(|entry| &entry.span);
        let open = self.decisions.iter().filter(|decision| decision.rule == Rule::Unanswered);
        let mut spans: Vec<&Span> = entries.chain(open.map(|decision| &decision.span)).collect();
        spans.sort_unstable_by_key(|span| span.start);
        let mut reach = 0;
        let reached = spans.into_iter().map(|span| {
            reach = reach.max(span.end);
            (span.start, reach)
        });
        reached.collect()
    }
}

/// Returns true if a place is in one of some spans, given by where they begin and how far they and those before them reach.
fn covers(spans: &[(usize, usize)], place: usize) -> bool {
    let before = spans.partition_point(|&(start, _)| start <= place);
    before > 0 && spans[before - 1].1 > place
}
