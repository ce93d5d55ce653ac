//! Questions without a mark, and their answers in the lines of the same paragraph: behind them, or below.

use std::ops::Range;

use super::asked;
use crate::markdown::{BlockId, LineId};
use crate::recognise::claim::{Asks, Claim, Found, Part};
use crate::recognise::cursor::Blocks;
use crate::recognise::facts::Facts;
use crate::recognise::phrase::{self, PartedBy, Separated};

/// Fewest such questions of a section: one alone may be how its prose begins.
const FEWEST_PAIRS: usize = 2;

/// A question and its answer.
enum Pair {
    /// `Who wrote Emma? Jane Austen`
    Behind(LineId, Separated),
    /// The line of the question, and those below it.
    Below(LineId, Range<LineId>),
}

/// A paragraph of such questions, where its section has several.
pub(in crate::recognise) fn lines(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let pairs = (at.style.pairs >= FEWEST_PAIRS).then(|| read(facts, at.first())).flatten()?;
    let claims = pairs.into_iter().map(|pair| match pair {
        Pair::Behind(line, sides) => {
            let mut claim = claim(facts, line, line..line + 1, at);
            if let Asks::Term(term) = &mut claim.asks {
                term.named = facts.named(&sides.left);
            }
            claim.answer = vec![Part::Paragraph(Some((line, sides.right)), line + 1..line + 1)];
            claim
        }
        Pair::Below(line, answer) => {
            let mut claim = claim(facts, line, line..answer.end, at);
            claim.answer = vec![asked::marked_paragraph(facts, &answer)];
            claim
        }
    });
    Some(Found::of(claims.collect(), 1))
}

fn claim(facts: &Facts<'_>, line: LineId, lines: Range<LineId>, at: &Blocks<'_>) -> Claim {
    let mut claim = asked::claim(facts, &(line..line + 1), facts.lines_span(&lines), at.context);
    claim.footprint.lines = lines;
    claim
}

/// How many such questions stand in some blocks, as far as that counts.
pub(super) fn count(facts: &Facts<'_>, blocks: &[BlockId]) -> usize {
    let pairs = blocks.iter().filter_map(|&id| read(facts, id));
    let mut count = 0;
    for pairs in pairs {
        count += pairs.len();
        if count >= FEWEST_PAIRS {
            break;
        }
    }
    count
}

/// The questions of a paragraph that is made of nothing but questions and their answers.
fn read(facts: &Facts<'_>, id: BlockId) -> Option<Vec<Pair>> {
    if !facts.is_paragraph(id) {
        return None;
    }
    let lines = facts.tree.block(id).lines.clone();
    let mut pairs: Vec<Pair> = Vec::new();
    for line in lines.clone() {
        if let Some((sides, by)) = facts.told_behind(line) {
            let is_brief = || phrase::answers_briefly(facts.tree.text(&sides.right));
            if !is_answered(pairs.last()) || by == PartedBy::Space && !is_brief() || is_other(facts, line) {
                return None;
            }
            pairs.push(Pair::Behind(line, sides));
        } else if asks(facts, line, lines.end) {
            if !is_answered(pairs.last()) || is_other(facts, line) {
                return None;
            }
            pairs.push(Pair::Below(line, line + 1..line + 1));
        } else {
            match pairs.last_mut()? {
                // A line below an answer that stands behind its question is of the prose.
                Pair::Behind(..) => return None,
                Pair::Below(_, answer) => answer.end = line + 1,
            }
            if may_be_other(facts, line) {
                return None;
            }
        }
    }
    is_answered(pairs.last()).then_some(pairs).filter(|pairs| !pairs.is_empty())
}

fn is_answered(pair: Option<&Pair>) -> bool {
    match pair {
        Some(Pair::Below(_, answer)) => !answer.is_empty(),
        Some(Pair::Behind(..)) | None => true,
    }
}

/// Returns true if a line of a paragraph that ends at `end` asks, and the next one answers: by its mark, or by the arrow of
/// the answer.
fn asks(facts: &Facts<'_>, line: LineId, end: LineId) -> bool {
    let text = facts.text(line);
    let next = line + 1;
    if next >= end {
        return facts.has_questions && text.ends_with(['?', '？']);
    }
    let by_mark = || facts.has_questions && text.ends_with(['?', '？']) && !facts.reaches_margin(line, next);
    let by_arrow = || phrase::answer_arrow(facts.text(next)).is_some() && phrase::is_question(text);
    by_mark() || by_arrow()
}

/// Returns true if another shape reads a line of a question: it is marked, or is a label.
fn is_other(facts: &Facts<'_>, line: LineId) -> bool {
    facts.question_mark(line).is_some() || facts.is_label(line) || facts.is_to_do(line)
}

/// Returns true if a line of an answer may be an option, or a key.
fn may_be_other(facts: &Facts<'_>, line: LineId) -> bool {
    let text = facts.text(line);
    facts.question_mark(line).is_some() || phrase::option_label(text).is_some() && !facts.says_it_answers(line)
}
