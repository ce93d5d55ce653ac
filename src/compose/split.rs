//! Where an answer that is too much for one card can be cut: at the seams that its author left.
//!
//! The parts become entries under what they were the answer of, and that shows their names. Without a seam, nothing is
//! cut.

use std::ops::Range;

use super::definition::Definition;
use super::placement::{Placement, Placements};
use super::{Composer, review};
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, InlineKind, LineId, Tag};
use crate::model::entry::Context;
use crate::model::rule::Rule;
use crate::recognise::claim::{Claim, Part, Spot};
use crate::recognise::cursor::Item;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::text::{Span, columns};

/// Most facts that one card asks for: people recall about seven things at once.
const MOST_FACTS: usize = 7;
/// Shortest answer that may hold more, in bytes of HTML.
const LEAST_TO_CUT: usize = 200;
/// Fewest parts that an answer is cut into.
const FEWEST_PARTS: usize = 2;
/// Widest name of a part, in columns, and its most words.
const WIDEST_SUBJECT: usize = 40;
const MOST_WORDS: usize = 5;
/// Fewest letters of a word that ends like a verb: "has", "keeps".
const SHORTEST_VERB: usize = 4;

/// Finds the parts of an answer: what would be asked of these blocks, which stand side by side.
type Split = fn(&Facts<'_>, &Placements, &[BlockId], &Context) -> Vec<Claim>;

/// The seams of an answer, the first that gives enough parts.
const SPLITS: &[Split] = &[subjects_of_paragraphs, subjects_of_items, names_over_lines];

impl Composer<'_> {
    /// Makes entries of the parts of an answer that is too long, where it has seams. Returns false if it stays whole.
    pub(super) fn split(&mut self, blocks: &[BlockId], context: &Context, answer: &Definition) -> bool {
        if answer.content.is_html_shorter_than(LEAST_TO_CUT) {
            return false;
        }
        let mut found = SPLITS.iter().map(|split| split(self.facts, &self.placements, blocks, context));
        let Some(parts) = found.find(|parts| parts.len() >= FEWEST_PARTS) else { return false };
        // Asked last, since the text of the answer is made for it.
        if review::count_facts(answer) <= MOST_FACTS {
            return false;
        }
        // A part that is refused stays in the answer.
        for part in parts {
            let _ = self.claim(part);
        }
        true
    }
}

/// Paragraphs that begin with what they are about, in bold or as code: "**Pods** are …". A list right below one is its.
fn subjects_of_paragraphs(
    facts: &Facts<'_>,
    placements: &Placements,
    blocks: &[BlockId],
    context: &Context,
) -> Vec<Claim> {
    of_paragraphs(facts, placements, blocks, |span, lines, list| part(facts, span, lines, list, context))
}

/// Items that begin with what they are about, as code: "`DeletionPolicy` keeps …". Those with bold are clozes already.
fn subjects_of_items(facts: &Facts<'_>, placements: &Placements, blocks: &[BlockId], context: &Context) -> Vec<Claim> {
    let is_whole = |id: &BlockId| placements.block(*id) == Placement::Whole;
    let lists = blocks.iter().copied().filter(|&id| facts.is_list(id) && is_whole(&id));
    let items = lists.flat_map(|list| facts.children(list)).filter(is_whole);
    let claim = |id: BlockId| {
        let item = Item::read(facts, id).filter(|item| item.blocks.iter().all(is_whole))?;
        let mut claim = part(facts, facts.span(id), item.lines(), item.blocks, context)?;
        claim.footprint.term = Some(Spot::Block(id));
        Some(claim)
    };
    items.filter_map(claim).collect()
}

/// Paragraphs that begin with a name in a line of its own, over sentences about it. A list right below one is its.
fn names_over_lines(facts: &Facts<'_>, placements: &Placements, blocks: &[BlockId], context: &Context) -> Vec<Claim> {
    of_paragraphs(facts, placements, blocks, |span, lines, list| {
        let line = lines.clone().next().filter(|_| lines.len() > 1)?;
        let name = facts.tree.line(line).text.clone();
        let says = facts.text(lines.end - 1).trim_end().ends_with(['.', '。', '．']);
        if !says || !is_name_alone(facts, line, &name) || facts.repeats(context, &name) {
            return None;
        }
        let mut claim = Claim::term(Rule::TermLine, span, line, facts.named(&name), context);
        claim.answer = vec![Part::Paragraph(None, line + 1..lines.end), Part::Blocks(list)];
        Some(claim)
    })
}

/// What is claimed of paragraphs by where they stand, their lines and the list right below each, all of which stand in the
/// answer.
fn of_paragraphs(
    facts: &Facts<'_>,
    placements: &Placements,
    blocks: &[BlockId],
    claim: impl Fn(Span, Range<LineId>, Vec<BlockId>) -> Option<Claim>,
) -> Vec<Claim> {
    let is_whole = |id: BlockId| placements.block(id) == Placement::Whole;
    let paragraphs = blocks.iter().enumerate().filter(|&(_, &id)| facts.is_paragraph(id) && is_whole(id));
    let claim = |(at, &id): (usize, &BlockId)| {
        let is_its = |&next: &BlockId| facts.is_list(next) && facts.tree.children(next).all(is_whole) && is_whole(next);
        let list: Vec<BlockId> = blocks.get(at + 1).copied().filter(is_its).into_iter().collect();
        let span = facts.span(id).start..facts.tree.block(list.last().copied().unwrap_or(id)).span.end;
        let mut claim = claim(span, facts.tree.block(id).lines.clone(), list.clone())?;
        claim.footprint.term = Some(Spot::Block(id));
        claim.footprint.blocks = list;
        Some(claim)
    };
    paragraphs.filter_map(claim).collect()
}

/// Returns true if a line is nothing but a name, and ends like none of a sentence.
fn is_name_alone(facts: &Facts<'_>, line: LineId, name: &Range<usize>) -> bool {
    let called = facts.tree.text(name).trim();
    !called.ends_with(|c: char| {
        c.is_ascii_punctuation() && c != ')' || matches!(c, '。' | '、' | '，' | '：' | '！' | '？')
    }) && is_subject(facts, line, name)
}

/// Returns true if a part of a line is short enough for a name, and names something.
fn is_subject(facts: &Facts<'_>, line: LineId, name: &Range<usize>) -> bool {
    let called = facts.tree.text(name).trim();
    columns(called) <= WIDEST_SUBJECT
        && called.split_whitespace().count() <= MOST_WORDS
        && facts.is_name(line, name)
        && phrase::not_a_term(called).is_none()
        && !facts.is_label(line)
}

/// A claim that asks for the subject of some lines, and is answered by all of them and by the blocks below.
fn part(facts: &Facts<'_>, span: Span, lines: Range<LineId>, below: Vec<BlockId>, context: &Context) -> Option<Claim> {
    // A paragraph of nothing but a picture may have no line.
    let line = lines.clone().next()?;
    let name = subject(facts, line).filter(|name| !facts.repeats(context, name))?;
    let mut claim = Claim::term(Rule::BoldLead, span, line, facts.named(&name), context);
    let text = facts.tree.line(line).text.clone();
    claim.answer = vec![Part::Paragraph(Some((line, text)), line + 1..lines.end), Part::Blocks(below)];
    Some(claim)
}

/// What a line is about, if it begins with a name in bold or as code, and says something of it: as a range of the tree's
/// text.
fn subject(facts: &Facts<'_>, line: LineId) -> Option<Range<usize>> {
    let tree = facts.tree;
    let (text, inlines) = (&tree.line(line).text, tree.inlines(&tree.line(line).inlines));
    let first = inlines.iter().position(|inline| inline.kind != InlineKind::Text)?;
    // Of a line that is trimmed, a span may begin before its text.
    let before = tree.text(&(text.start..inlines[first].start.max(text.start))).trim();
    if !before.is_empty() && !lexicon::is(Class::Article, before) {
        return None;
    }
    let name = match inlines[first].kind {
        InlineKind::Open(Tag::Strong) => {
            let end = inlines[first..].iter().find(|inline| inline.kind == InlineKind::Close(Tag::Strong))?;
            inlines[first].start..end.start
        }
        InlineKind::Code => inlines[first].start..inlines[first].end,
        _ => return None,
    };
    let said = tree.text(&(name.end.min(text.end)..text.end));
    (is_subject(facts, line, &name) && says_of_subject(said)).then_some(name)
}

/// Whether a line goes on after its subject with what is said of it: with a verb, or with the particle of a subject.
fn says_of_subject(after: &str) -> bool {
    let after = after.trim_start();
    let note = after.strip_prefix(['(', '（']);
    let behind = note.and_then(|note| note.find([')', '）']).map(|end| &note[end..]));
    let after = behind.map_or(after, |behind| behind.trim_start_matches([')', '）']).trim_start());
    if lexicon::starts(Class::AfterSubject, after) {
        return true;
    }
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_third_person = || {
        word.len() >= SHORTEST_VERB
            && word.ends_with('s')
            && !word.contains(|c: char| c.is_uppercase())
            && !lexicon::is(Class::NotAVerb, word)
    };
    lexicon::is_any(&[Class::Copula, Class::FiniteVerb, Class::Predicate], word) || is_third_person()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_followed_by_what_is_said_of_it() {
        for (after, says) in [
            (" are the smallest unit.", true),
            (" (K8s) runs containers.", true),
            ("（8代将軍）は改革を行った。", true),
            ("（8代将軍）", false),
            (" keeps what was deleted.", true),
            ("は最小の単位。", true),
            ("とは、最小の単位。", true),
            (" and nodes", false),
            (": a unit", false),
            ("を使う", false),
            ("", false),
        ] {
            assert_eq!(says_of_subject(after), says, "{after}");
        }
    }
}
