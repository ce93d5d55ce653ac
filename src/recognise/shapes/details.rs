//! Quotations, callouts and blocks that hide an answer.

use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, LineId};
use crate::model::decision::Rule;
use crate::recognise::claim::{Claim, Found, Inside, Part, Spot};
use crate::recognise::cursor::Blocks;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;

/// A block whose summary is a question or a term hides the answer.
pub(in crate::recognise) fn details(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let id = at.first();
    let line = summary(facts, id)?;
    let title = facts.text(line);
    if hides_example(facts, id)
        || phrase::is_summary(&facts.config.words, title)
        || facts.is_label(line)
        || phrase::not_a_term(title).is_some()
    {
        return None;
    }
    let mark = phrase::question_mark(&facts.config.words, title).unwrap_or(0);
    let text = facts.tree.line(line).text.clone();
    let named = facts.named(&(text.start + mark..text.end));
    let hidden: Vec<BlockId> = facts.tree.content(id).collect();
    let under = facts.under(at.context, &named.range);
    let mut claim = Claim::term(Rule::Details, facts.span(id), line, named, at.context);
    claim.answer = vec![Part::Blocks(hidden.clone())];
    claim.inside = Inside::Blocks(hidden, under);
    claim.footprint.term = Some(Spot::Block(id));
    Some(Found::one(claim))
}

/// What is quoted is read like any other text, unless it is an example.
pub(in crate::recognise) fn quote(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let id = at.first();
    if !matches!(facts.tree.block(id).kind, BlockKind::Quote(_)) {
        return None;
    }
    if hides_example(facts, id) {
        return Some(Found::nothing());
    }
    let quoted = Inside::Blocks(facts.tree.content(id).collect(), at.context.clone());
    Some(Found::one(Claim::group(quoted, at.context)))
}

/// The first line of the summary or the title of a block.
fn summary(facts: &Facts<'_>, id: BlockId) -> Option<LineId> {
    if !matches!(facts.tree.block(id).kind, BlockKind::Quote(_)) {
        return None;
    }
    facts.tree.title(id).map(|title| facts.tree.block(title).lines.start)
}

/// Returns true if a block hides an example, by its summary.
fn hides_example(facts: &Facts<'_>, id: BlockId) -> bool {
    let Some(line) = summary(facts, id) else { return false };
    let key = lexicon::key(facts.text(line));
    lexicon::starts(Class::ExampleStart, &key)
}
