//! Numbered names in lines of a paragraph, over lines that say what each is: `１．成長ホルモン`, `①…`, `(1) …`.
//!
//! CommonMark knows no such numbers, so these are no items.

use std::ops::Range;

use super::choice;
use crate::markdown::{BlockId, LineId};
use crate::model::decision::Rule;
use crate::recognise::claim::{Claim, Found, Part, Spot};
use crate::recognise::cursor::Blocks;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::recognise::sides;

/// Fewest such names of a section.
const FEWEST_NAMES: usize = 2;

/// A paragraph of such names, where its section has several.
pub(in crate::recognise) fn names(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let all = (at.style.numbered >= FEWEST_NAMES).then(|| read(facts, at.first())).flatten()?;
    // Options may have remarks below them.
    if at.ids.get(1).is_some_and(|&next| choice::is_answer(facts, next)) {
        return None;
    }
    let claims = all.into_iter().map(|lines| {
        let (line, below) = (lines.start, lines.start + 1..lines.end);
        let named = facts.named(&facts.tree.line(line).text);
        let mut claim = Claim::term(Rule::TermLine, facts.lines_span(&lines), line, named, at.context);
        claim.answer = vec![Part::Paragraph(None, below.clone())];
        claim.footprint.term = Some(Spot::Line(line));
        claim.footprint.lines = below;
        claim
    });
    Some(Found::of(claims.collect(), 1))
}

/// How many such names stand in some blocks, as far as that counts.
pub(super) fn count(facts: &Facts<'_>, blocks: &[BlockId]) -> usize {
    let names = blocks.iter().filter_map(|&id| read(facts, id)).flatten();
    names.take(FEWEST_NAMES).count()
}

/// The names of a paragraph that begins with one, each with the lines below it.
fn read(facts: &Facts<'_>, id: BlockId) -> Option<Vec<Range<LineId>>> {
    let lines = facts.tree.block(id).lines.clone();
    let is_first = facts.is_paragraph(id) && lines.len() > 1 && phrase::is_numbered(facts.text(lines.start));
    if !is_first {
        return None;
    }
    let mut names: Vec<Range<LineId>> = Vec::new();
    for line in lines {
        match names.last_mut() {
            Some(above) if !phrase::is_numbered(facts.text(line)) => above.end = line + 1,
            _ if is_name(facts, line) => names.push(line..line + 1),
            _ => return None,
        }
    }
    let goes_on = |name: &Range<LineId>| facts.continues(name.start, name.start + 1);
    let is_told = |name: &Range<LineId>| name.len() > 1 && !goes_on(name);
    names.iter().all(is_told).then_some(names)
}

/// Returns true if a numbered line is nothing but a name.
fn is_name(facts: &Facts<'_>, line: LineId) -> bool {
    let text = facts.text(line);
    facts.not_a_term(text).is_none()
        && !phrase::is_remark(text)
        // 「砂を落とす」 is a step.
        && !text.contains('を')
        && !facts.is_to_do(line)
        && sides::separated(facts, line).is_none()
}
