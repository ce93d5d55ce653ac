//! Statements with hidden words, and the entries that they become.

use std::collections::BTreeSet;

use super::Composer;
use super::slips::has_gap;
use crate::findings;
use crate::markdown::{Bold, Fragment, LineId, Tag, render, render_break};
use crate::model::entry::{Body, Entry};
use crate::recognise::claim::{Asks, Claim, Statement};
use crate::recognise::phrase::is_cjk;

impl Composer<'_> {
    /// Makes a cloze entry of a statement.
    pub(super) fn statement(&mut self, claim: Claim) {
        let Claim { rule, span, asks: Asks::Statement(statement), context, .. } = claim else { return };
        self.review_statement(&statement);
        let Statement { item, lines, text, deletions, hides, .. } = *statement;
        self.placements.as_asked(item);
        let mut cloze = self.cloze(&lines, hides);
        let notes = self.footnotes_of_cloze(&mut cloze);
        let directive = self.facts.directive(item).cloned().map(Box::new);
        let body = Body::Cloze { text, cloze, notes, deletions };
        let (hint, tags) = (None, Vec::new());
        self.entries.push(Entry { source: self.index, span, context, hint, tags, rule, directive, body });
    }

    /// Reports a cloze that shows its answer, and one that is easily broken in Anki.
    fn review_statement(&mut self, statement: &Statement) {
        let Some(span) = statement.lines.first().map(|&line| self.facts.tree.line(line).span.clone()) else { return };
        let given_away = statement.given_away.as_ref().or_else(|| hidden_twice(&statement.deletions));
        if let Some(words) = given_away.or_else(|| shown_in_longer(statement)) {
            self.report(span.clone(), findings::GivenAway { words: words.clone() }.into());
        }
        // Of a gap as Anki writes one, more is told.
        if statement.text.contains("}}") && !has_gap(&statement.text) {
            self.report(span, findings::ClozeBraces.into());
        }
    }

    /// The lines of a statement, with a gap for what is hidden.
    fn cloze(&self, lines: &[LineId], hides: fn(Tag) -> bool) -> Fragment {
        let (tree, breaks) = (self.facts.tree, self.facts.breaks());
        let mut out = Fragment::default();
        let mut number = 0;
        for (at, &id) in lines.iter().enumerate() {
            let line = tree.line(id);
            let before = out.checkpoint();
            render(tree, &line.inlines, &line.text, Bold::Deletion(&mut number, hides), breaks, &mut out);
            out.come_from(line.span.start, before);
            if let (Some((kind, end)), Some(_)) = (tree.line_end(id), lines.get(at + 1)) {
                render_break(tree, end, kind, breaks, &mut out);
            }
        }
        out
    }
}

/// Words in Chinese characters or kana that can be read in longer ones of the same sentence: 「**光合成**は光合成細菌も行う」.
fn shown_in_longer(Statement { text, deletions, .. }: &Statement) -> Option<&String> {
    deletions.iter().find(|words| {
        let is_word = words.chars().count() > 1 && words.chars().all(is_cjk);
        let hidden = || deletions.iter().map(|other| other.matches(words.as_str()).count()).sum::<usize>();
        is_word && text.matches(words.as_str()).count() > hidden()
    })
}

/// Words that two gaps hide: the card of each shows the other.
fn hidden_twice(deletions: &[String]) -> Option<&String> {
    let (mut known, mut lower) = (BTreeSet::new(), deletions.iter().map(|words| (words, words.to_lowercase())));
    lower.find_map(|(words, lower)| (!known.insert(lower)).then_some(words))
}
