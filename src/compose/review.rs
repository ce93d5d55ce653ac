//! What an author should know of a card that was made, or of prose that is on none: it changes no card.

use super::Composer;
use super::definition::Definition;
use crate::findings::{self, NoAnswer, Says, Unfinished, Unread};
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, Element, Line, LineId, Tag};
use crate::model::decision::{Decision, Rule};
use crate::recognise::phrase;
use crate::text::{Span, one_line};

/// Most facts of an answer. People recall about seven things at once; three times as many are clearly no answer, but a
/// chapter.
const MOST_FACTS: usize = 20;
/// Shortest answer that may hold more, in bytes of HTML: few facts are shorter than this together.
const LEAST_OF_A_CHAPTER: usize = 800;
/// Least prose that is worth a word when it is on no card, in bytes: a long sentence.
const LEAST_PROSE: usize = 100;

impl Composer<'_> {
    /// Tells of an answer that nobody can recall at once.
    pub(super) fn review(&mut self, line: LineId, term: &str, definition: &Definition) {
        if definition.content.is_html_shorter_than(LEAST_OF_A_CHAPTER) {
            return;
        }
        let facts = count_facts(definition);
        if facts > MOST_FACTS {
            self.report(
                self.facts.tree.line(line).span.clone(),
                findings::LongAnswer { term: term.to_owned(), facts }.into(),
            );
        }
    }

    /// Tells of a term that its author meant to define, and of a list that is on no card.
    pub(super) fn review_refused(&mut self, line: LineId, rule: Rule, term: &str, definition: &Definition) {
        if rule == Rule::Leftovers {
            return self.review_leftovers(line, definition);
        }
        let finding = match rule {
            // "OR" between two items defines neither, and nobody meant it to.
            Rule::NoDefinition
                if definition.plain_line().is_some_and(|text| lexicon::is_upper(Class::ShoutedLink, text)) =>
            {
                return;
            }
            Rule::NoDefinition if definition.seen.is_own() => {
                findings::AnswersItself { term: term.to_owned(), says: Says::Nothing }.into()
            }
            Rule::ToDo => {
                let text = definition.plain_line().unwrap_or_default().to_owned();
                findings::ToDo { text, place: Unfinished::NoCard }.into()
            }
            Rule::Unanswered => {
                let text = definition.text();
                let first = text.lines().find(|line| phrase::has_word(line)).unwrap_or_default();
                findings::UnansweredQuestion { question: one_line(first), why: NoAnswer::Missing }.into()
            }
            // What a day is about, only its text says.
            Rule::AboutTheNote if phrase::is_day_of_journal(term) && definition.seen.inline.prose >= LEAST_PROSE => {
                findings::UnreadText { text: term.to_owned(), reason: Unread::Nameless }.into()
            }
            Rule::LongList => findings::UnreadText { text: term.to_owned(), reason: Unread::LongList }.into(),
            _ => return,
        };
        self.report(self.facts.tree.line(line).span.clone(), finding);
    }

    /// Tells of the first line that is left between the terms under a heading.
    fn review_leftovers(&mut self, line: LineId, definition: &Definition) {
        let text = &self.facts.source.text;
        let start = if let Some((answer, _)) = definition.content.outline() {
            answer.sources().next().map(|(_, start)| start)
        } else {
            let below = self.facts.tree.line(line).span.end;
            let rest = definition.content.text_without_names();
            let first = rest.lines().find(|line| phrase::has_word(line));
            first.and_then(|first| text[below..].find(first)).map(|at| below + at)
        };
        if let Some(start) = start {
            self.unread_from(start..text.len(), Unread::Leftovers);
        }
    }

    /// Tells of prose that no heading asks for.
    pub(super) fn review_preamble(&mut self, blocks: &[BlockId], definition: &Definition, reason: Unread) {
        if let Some(&first) = blocks.first().filter(|_| definition.is_a_sentence() && definition.may_be_missed()) {
            self.unread(first, reason);
        }
    }

    /// Tells of a quotation that is read as a motto, and may say what the title is.
    pub(super) fn review_motto(&mut self, blocks: &[BlockId], definition: &Definition) {
        let tree = self.facts.tree;
        let quote = blocks.iter().find(|&&id| matches!(tree.block(id).kind, BlockKind::Quote(_)));
        if let Some(&quote) = quote.filter(|_| definition.is_a_sentence()) {
            self.unread(quote, Unread::Motto);
        }
    }

    /// Tells of what stands under a heading without words.
    pub(super) fn review_nameless(&mut self, heading: BlockId, definition: &Definition) {
        if phrase::has_word(definition.content.raw_text()) {
            self.unread(heading, Unread::Nameless);
        }
    }

    /// Tells of notes that say something and of which nothing becomes a card, where nothing else is told of them.
    pub(super) fn review_notes(&mut self) {
        if !self.entries.is_empty() || !self.diagnostics.is_empty() {
            return;
        }
        let mut decisions: Vec<&Decision> = self.decisions.iter().collect();
        decisions.sort_by_key(|decision| (decision.span.start, std::cmp::Reverse(decision.span.end)));
        let said = self.lines_that_say();
        let says = |span: &Span| {
            said.get(said.partition_point(|&line| line < span.start)).is_some_and(|line| span.contains(line))
        };
        // What is left out with what is around it says no more than that.
        let mut quiet = 0;
        let first = decisions.into_iter().find(|decision| {
            let Span { start, end } = decision.span;
            let is_told = start >= quiet && !is_quiet(decision.rule);
            quiet = if is_quiet(decision.rule) { quiet.max(end) } else { quiet };
            is_told && says(&decision.span)
        });
        if let Some(first) = first {
            self.unread_from(first.span.clone(), Unread::AllNotes);
        }
    }

    /// Where lines begin that hold words, and are no links as a whole.
    fn lines_that_say(&self) -> Vec<usize> {
        let tree = self.facts.tree;
        let lines = (0..tree.line_count()).map(|id| tree.line(id));
        let is_link = |line: &Line| tree.whole_span(line, &line.text, |tag| matches!(tag, Tag::Link(_)));
        let says = lines.filter(|line| phrase::has_word(tree.text(&line.text)) && !is_link(line));
        says.map(|line| line.span.start).collect()
    }

    /// Tells of a block that is on no card, at its first line.
    pub(super) fn unread(&mut self, id: BlockId, reason: Unread) {
        self.unread_from(self.facts.tree.block(id).span.clone(), reason);
    }

    fn unread_from(&mut self, span: Span, reason: Unread) {
        let first = self.facts.source.text[span.clone()].lines().next().unwrap_or_default();
        let text = one_line(first.trim());
        self.report(span.start..span.start + first.len(), findings::UnreadText { text, reason }.into());
    }
}

/// Whether a rule leaves out what nobody misses: links, what is unfinished, or what is no text.
fn is_quiet(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::EmptyHeading
            | Rule::References
            | Rule::OnlyLinks
            | Rule::OpenTask
            | Rule::ToDo
            | Rule::Skipped
            | Rule::TablesAreOff
            | Rule::Comment
            | Rule::Markup
            | Rule::Property
            | Rule::Anchor
            | Rule::Footnote
            | Rule::FenceInfo
    )
}

/// How many things a definition tells: its sentences, items and rows. Terms that have cards of their own, and lines of
/// code, are none.
pub(super) fn count_facts(definition: &Definition) -> usize {
    let (content, seen) = (&definition.content, &definition.seen);
    let cells = content.cells().saturating_sub(content.count(|element| element == Element::Row));
    let told: usize = definition.text().lines().map(sentences).sum();
    told.saturating_sub(cells + seen.code_lines + seen.names)
}

/// The sentences of a line; at least one, if it says anything.
pub(super) fn sentences(line: &str) -> usize {
    let numbered = |at: usize| line[..at].ends_with(|c: char| c.is_ascii_digit());
    let ends = line.match_indices(". ").filter(|&(at, _)| !numbered(at)).count();
    let ends = ends + line.match_indices(['。', '．']).count();
    let open = !line.trim_end().ends_with(['。', '．', '.']);
    let last = usize::from(line.trim_end().ends_with('.'));
    if phrase::has_word(line) { (ends + last + usize::from(open)).max(1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_counted_in_both_scripts() {
        for (line, count) in [
            ("", 0),
            ("---", 0),
            ("a queue", 1),
            ("One. Two.", 2),
            ("一つ。二つ。", 2),
            ("一つ。二つ", 2),
            ("Rule 1. x", 1),
        ] {
            assert_eq!(sentences(line), count, "{line}");
        }
    }
}
