//! The parts of a question that all shapes of questions share.

use std::borrow::Cow;
use std::ops::Range;

use crate::findings::{self, Finding, NoAnswer};
use crate::markdown::{BlockId, BlockKind, LineId, html_text};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Part};
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::text::Span;

/// A claim that asks what these lines ask.
pub(super) fn claim(facts: &Facts<'_>, lines: &Range<LineId>, span: Span, context: &Context) -> Claim {
    let line = facts.tree.line(lines.start);
    let mark = facts.question_mark(lines.start).unwrap_or(0);
    let named = facts.named(&(line.text.start + mark..line.text.end));
    let mut claim = Claim::term(Rule::Question, span, lines.start, named, context);
    if let Asks::Term(term) = &mut claim.asks
        && lines.len() > 1
    {
        term.more.push(Part::Paragraph(None, lines.start + 1..lines.end));
    }
    claim
}

/// The first line of an answer, less its mark: nothing where the answer stands below its mark.
pub(super) fn marked_answer(facts: &Facts<'_>, line: LineId) -> (LineId, Range<usize>) {
    let text = facts.tree.line(line).text.clone();
    if phrase::is_answer_mark(&facts.config.words, facts.text(line)) {
        return (line, text.end..text.end);
    }
    if let Some((_, answer)) = facts.answered_behind(line) {
        return (line, answer);
    }
    let mark = facts.answer_mark(line).or_else(|| phrase::answer_arrow(facts.text(line))).unwrap_or(0);
    (line, text.start + mark..text.end)
}

/// The lines of an answer, less its mark.
pub(super) fn marked_paragraph(facts: &Facts<'_>, lines: &Range<LineId>) -> Part {
    Part::Paragraph(Some(marked_answer(facts, lines.start)), lines.start + 1..lines.end)
}

/// The lines of a block and of all that is in it.
pub(super) fn all_lines(facts: &Facts<'_>, id: BlockId) -> Vec<LineId> {
    let block = facts.tree.block(id);
    (id..block.end).flat_map(|id| facts.tree.block(id).lines.clone()).collect()
}

/// The lines of a block and of all that is in it, as text; of raw HTML what reads.
pub(super) fn all_texts<'f>(facts: &'f Facts<'_>, id: BlockId) -> Vec<Cow<'f, str>> {
    let mut texts = Vec::new();
    for id in id..facts.tree.block(id).end {
        let block = facts.tree.block(id);
        if block.kind == BlockKind::Html {
            let text = html_text(facts.tree.text(&block.text));
            texts.extend(text.lines().map(|line| Cow::Owned(line.trim().to_owned())));
        } else {
            texts.extend(block.lines.clone().map(|line| Cow::Borrowed(facts.text(line).trim())));
        }
    }
    texts
}

/// What the author of a question without an answer should hear of.
pub(super) fn unanswered_finding(facts: &Facts<'_>, question: &str, why: NoAnswer) -> Finding {
    let why = match (why, facts.keys_line()) {
        (NoAnswer::Missing | NoAnswer::NoKey { .. } | NoAnswer::Unclear { .. }, Some(line)) => {
            NoAnswer::Elsewhere(line)
        }
        (why, _) => why,
    };
    findings::UnansweredQuestion { question: question.to_owned(), why }.into()
}

/// An item that asks and gives no answer leaves the answer around it, too.
pub(super) fn unanswered(facts: &Facts<'_>, id: BlockId, line: LineId, context: &Context, why: NoAnswer) -> Claim {
    let finding = unanswered_finding(facts, facts.text(line), why);
    let mut claim = Claim::left_out(Rule::Unanswered, facts.span(id), context).with_finding(finding);
    claim.footprint.blocks.push(id);
    claim
}
