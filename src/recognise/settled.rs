//! What is on no card, whatever stands around it: what programs write into notes, and what only says that they end.

use super::facts::Facts;
use super::phrase;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, Tag};
use crate::model::decision::Rule;

/// Fewest lines under a title that are known properties of a page.
const FEWEST_PROPERTIES: usize = 2;
/// Longest mark of a table of contents, in bytes.
const LONGEST_MARK: usize = 12;

/// A block that is on no card, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub block: BlockId,
    pub rule: Rule,
}

/// The blocks at the top of a source that are on no card.
pub(crate) fn find(facts: &Facts<'_>) -> Vec<Settled> {
    let mut settled = Vec::new();
    settled.extend(page_properties(facts));
    settled.extend(marks_of_contents(facts));
    settled.extend(lines_of_tags(facts));
    settled.extend(end_of_notes(facts));
    settled.extend(keys(facts).into_iter().map(|block| Settled { block, rule: Rule::AnswerKeys }));
    settled
}

/// The paragraph that lists the keys of all questions, or its title and what stands under that.
fn keys(facts: &Facts<'_>) -> Vec<BlockId> {
    let Some(keys) = facts.keys.filter(|&id| facts.is_paragraph(id)) else { return Vec::new() };
    let below = Some(facts.tree.block(keys).end).filter(|_| facts.is_title_of_keys(keys));
    [keys].into_iter().chain(below).collect()
}

/// What a page's program writes under its title, as lines `Class: ECON 101`, ruled off or not. At the top of a file
/// without a title all of them have to be known.
fn page_properties(facts: &Facts<'_>) -> Option<Settled> {
    let kind = |id: BlockId| facts.tree.block(id).kind;
    let mut blocks = facts.tree.children(0);
    let block = blocks.find(|&id| !matches!(kind(id), BlockKind::Heading(1) | BlockKind::Rule))?;
    if !facts.is_paragraph(block) {
        return None;
    }
    let lines = facts.tree.block(block).lines.clone();
    let keys = lines.map(|line| facts.text(line).split_once([':', '：']).map(|(key, _)| lexicon::key(key)));
    let keys = keys.collect::<Option<Vec<String>>>()?;
    let known = keys.iter().filter(|key| facts.config.words.is(Class::PageProperty, key)).count();
    let is_titled = facts.tree.children(0).next().is_some_and(|id| kind(id) == BlockKind::Heading(1));
    (known >= FEWEST_PROPERTIES && (is_titled || known == keys.len()))
        .then_some(Settled { block, rule: Rule::Property })
}

/// `[toc]` is what another program shows contents for.
fn marks_of_contents(facts: &Facts<'_>) -> impl Iterator<Item = Settled> {
    let is_mark = |&id: &BlockId| {
        let block = facts.tree.block(id);
        let text = || facts.source.text[block.span.clone()].trim().to_lowercase();
        facts.is_paragraph(id)
            && block.lines.len() == 1
            && block.span.len() <= LONGEST_MARK
            && lexicon::is_lower(Class::ContentsMark, &text())
    };
    facts.tree.children(0).filter(is_mark).map(|block| Settled { block, rule: Rule::References })
}

/// `#biology #exam/2024`: tags of the page, as Obsidian and others have them.
fn lines_of_tags(facts: &Facts<'_>) -> impl Iterator<Item = Settled> {
    let is_tags = |&id: &BlockId| {
        let lines = &facts.tree.block(id).lines;
        facts.is_paragraph(id)
            && lines.clone().all(|line| facts.text(line).split_whitespace().all(is_tag))
            && lines.clone().any(|line| facts.text(line).starts_with('#'))
    };
    facts.tree.children(0).filter(is_tags).map(|block| Settled { block, rule: Rule::Property })
}

/// Returns true if a word is a tag: not `#1`, `##`, or `C#`.
fn is_tag(word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '_');
    word.strip_prefix('#').is_some_and(|name| name.starts_with(char::is_alphabetic) && name.chars().all(is_part))
}

/// A last line that only says that the notes end.
fn end_of_notes(facts: &Facts<'_>) -> Option<Settled> {
    let last = facts.tree.children(0).last().filter(|&id| facts.is_paragraph(id))?;
    let block = facts.tree.block(last);
    if block.lines.len() != 1 {
        return None;
    }
    let line = facts.tree.line(block.lines.start);
    let emphasised = facts.tree.whole_span(line, &block.text, |tag| matches!(tag, Tag::Emphasis | Tag::Strong));
    let ends = phrase::ends_the_notes(&facts.config.words, facts.tree.text(&block.text), emphasised);
    ends.then_some(Settled { block: last, rule: Rule::AboutTheNote })
}
