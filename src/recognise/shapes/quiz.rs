//! Questions that a heading and the blocks under it ask.
//!
//! The heading may ask itself, or only say that a question follows: `Q. 32`, 「問題」. Then the question is what stands
//! under it.

use std::ops::Range;

use super::asked;
use super::choice::{self, Choice, Told};
use crate::findings::NoAnswer;
use crate::markdown::{BlockId, BlockKind, LineId};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Part, Shown};
use crate::recognise::facts::Facts;
use crate::recognise::phrase::{self, Named};

/// Most blocks between a heading that asks and its options: more are a section that ends in a question.
const MOST_BETWEEN: usize = 3;

/// A heading, and the blocks under it.
struct Asked<'a> {
    facts: &'a Facts<'a>,
    heading: BlockId,
    named: Named,
    blocks: Vec<BlockId>,
    /// Those under a heading "Answer" below it.
    answers: Vec<BlockId>,
    manner: Manner,
    context: &'a Context,
}

/// How a heading asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// It only says that a question follows.
    Announces,
    /// It is numbered as a question, and says something of it.
    Numbered,
    /// It is a question.
    Asks,
    /// It is none.
    States,
}

/// What a heading and the blocks under it ask, and what answers it; or that nothing does. And how many of the blocks
/// belong to that: those after them ask something else.
pub(crate) fn of_heading(
    facts: &Facts<'_>,
    heading: BlockId,
    asked: &[BlockId],
    answers: &[BlockId],
    context: &Context,
) -> Option<(Claim, usize)> {
    let next = choice::next_question(facts, asked);
    let asked = &asked[..next.unwrap_or(asked.len())];
    let without_rules = |blocks: &[BlockId]| -> Vec<BlockId> {
        blocks.iter().copied().filter(|&id| facts.tree.block(id).kind != BlockKind::Rule).collect()
    };
    let (blocks, answers) = (without_rules(asked), without_rules(answers));
    if facts.tree.block(heading).lines.is_empty() || blocks.is_empty() {
        return None;
    }
    let named = facts.named(&facts.tree.block(heading).text);
    let text = facts.tree.text(&named.range);
    let manner = match phrase::question_label(&facts.config.words, text) {
        Some("") => Manner::Announces,
        Some(_) => Manner::Numbered,
        None if phrase::asks(text) => Manner::Asks,
        None => Manner::States,
    };
    // A section with questions of its own only gathers them, unless its heading is one, too.
    if next.is_some() && matches!(manner, Manner::Announces | Manner::States) {
        return None;
    }
    let count = asked.len();
    let asked = Asked { facts, heading, named, blocks, answers, manner, context };
    let claim = asked.by_options().or_else(|| asked.in_words().filter(|_| next.is_none()))?;
    Some((claim, count))
}

impl Asked<'_> {
    /// A question with options.
    fn by_options(&self) -> Option<Claim> {
        let facts = self.facts;
        let by_heading = |at: usize| Choice::by_heading(facts, *self.blocks.get(at)?, &self.answers);
        let found = |at: usize| {
            let choice = by_heading(at).map(|choice| (choice, 0..0));
            choice.or_else(|| Choice::first_of(facts, &self.blocks[at..])).map(|(choice, lines)| (at, choice, lines))
        };
        let chosen = |at: usize| self.chosen_from(at).map(|choice| (at, choice, 0..0));
        let all = || 0..self.blocks.len();
        let (at, choice, lines) = all().find_map(found).or_else(|| all().find_map(chosen))?;
        let choice = choice.answered_under(&self.answers);
        let (above, below) = (&self.blocks[..at], &self.blocks[at + choice.count()..]);
        let rest: Vec<BlockId> = self.answers.iter().chain(below).copied().collect();
        let rest = &rest[..];
        let told = choice.told_under(facts, rest);
        let is_answered = choice.is_answered(facts, rest);
        if !self.may_ask_by(&choice, above, &lines, is_answered) {
            return None;
        }
        let mut more = vec![Part::Blocks(above.to_vec()), Part::Paragraph(None, lines.clone())];
        more.extend(choice.parts(facts));
        if let Told::Open(why, _) = told {
            return Some(self.unanswered(above.first().copied().or(self.blocks.first().copied()), why));
        }
        Some(self.claim(more, choice.answer(facts, rest)))
    }

    /// A list as options, where the heading or the line above the list asks to choose.
    fn chosen_from(&self, at: usize) -> Option<Choice> {
        let facts = self.facts;
        let list = *self.blocks.get(at).filter(|&&id| facts.is_list(id))?;
        let above = match at.checked_sub(1) {
            None => facts.tree.block(self.heading).lines.clone(),
            Some(above) => facts.tree.block(self.blocks[above]).lines.clone(),
        };
        let is_counted = matches!(self.manner, Manner::Announces | Manner::Numbered);
        if let Some(choice) = is_counted.then(|| Choice::by_bold(facts, list)).flatten() {
            return Some(choice);
        }
        let is_keyed_apart = || facts.keys.is_some() && self.manner == Manner::Numbered;
        Choice::right_below(facts, &above, &[list]).filter(|_| choice::chooses(facts, &above) || is_keyed_apart())
    }

    /// Whether options under the heading are those of its question.
    fn may_ask_by(&self, choice: &Choice, above: &[BlockId], lines: &Range<LineId>, is_answered: bool) -> bool {
        let facts = self.facts;
        let asks_itself = |&id: &BlockId| {
            let last = facts.tree.block(id).lines.clone().next_back().filter(|_| facts.is_paragraph(id));
            last.is_some_and(|line| phrase::asks(facts.text(line)))
        };
        if above.iter().any(|&id| choice::is_answer(facts, id)) {
            return false;
        }
        match self.manner {
            Manner::Announces | Manner::Numbered => true,
            Manner::Asks if !above.is_empty() && choice.may_be_tasks(facts) => false,
            Manner::Asks => above.len() <= MOST_BETWEEN && !above.last().is_some_and(asks_itself) && lines.is_empty(),
            Manner::States => {
                above.is_empty() && lines.is_empty() && choice.is_sure && !choice.is_ticked() && is_answered
            }
        }
    }

    /// A question without options under a heading that only says that one follows.
    fn in_words(&self) -> Option<Claim> {
        let facts = self.facts;
        let (&first, below) = self.blocks.split_first()?;
        let lines = facts.tree.block(first).lines.clone();
        if below.is_empty() && self.answers.is_empty() && self.is_answered_by(first) {
            return Some(self.claim(Vec::new(), vec![asked::marked_paragraph(facts, &lines)]));
        }
        if self.manner != Manner::Announces || !facts.is_paragraph(first) || lines.is_empty() {
            return None;
        }
        if !self.answers.is_empty() {
            let question = vec![Part::Blocks(self.blocks.clone())];
            return Some(self.claim(question, vec![Part::Blocks(self.answers.clone())]));
        }
        let is_option = |line: LineId| phrase::letter(facts.text(line)).is_some();
        let options = lines.clone().filter(|&line| is_option(line)).count();
        let answers = |line: LineId| answers_in_line(facts, line) || options == 1 && facts.says_it_answers(line);
        let marked = lines.clone().skip(1).find(|&line| answers(line));
        if let Some(answer) = marked {
            let question = vec![Part::Paragraph(None, lines.start..answer)];
            let told = vec![asked::marked_paragraph(facts, &(answer..lines.end)), Part::Answers(below.to_vec())];
            return Some(self.claim(question, told));
        }
        if let Some(at) = below.iter().position(|&id| choice::is_answer(facts, id)) {
            let question = vec![Part::Blocks(self.blocks[..=at].to_vec())];
            return Some(self.claim(question, choice::answer(facts, &below[at..])));
        }
        if !phrase::asks_in_words(facts.text(lines.end - 1)) {
            return None;
        }
        if below.is_empty() {
            return Some(self.unanswered(Some(first), NoAnswer::Missing));
        }
        Some(self.claim(vec![Part::Blocks(vec![first])], vec![Part::Blocks(below.to_vec())]))
    }

    /// Whether a block under a question says by a mark that it answers it: `A: …`. `A.` may be an initial.
    fn is_answered_by(&self, id: BlockId) -> bool {
        let facts = self.facts;
        let asks = matches!(self.manner, Manner::Asks | Manner::Numbered);
        let by_mark = |line: LineId| {
            let text = facts.text(line);
            phrase::answer_mark(&facts.config.words, text)
                .is_some_and(|mark| phrase::letter(text).is_none() || text[..mark].contains([':', '：']))
        };
        asks && facts.is_paragraph(id) && facts.tree.block(id).lines.clone().next().is_some_and(by_mark)
    }

    fn claim(&self, more: Vec<Part>, answer: Vec<Part>) -> Claim {
        let facts = self.facts;
        let line = facts.tree.block(self.heading).lines.start;
        let mut claim = Claim::term(Rule::Question, self.span(), line, self.named.clone(), self.context);
        if let Asks::Term(term) = &mut claim.asks {
            term.directive = Some(self.heading);
            term.more = more;
            if self.manner == Manner::Announces {
                term.shown = Shown::Replaced;
            }
        }
        claim.answer = answer;
        claim
    }

    /// What asks and is not answered, called by its first block where the heading says nothing.
    fn unanswered(&self, first: Option<BlockId>, why: NoAnswer) -> Claim {
        let facts = self.facts;
        let below = first.filter(|_| self.manner == Manner::Announces);
        let line = below.and_then(|id| facts.tree.block(id).lines.clone().next());
        let question = line.map_or_else(|| facts.tree.text(&self.named.range), |line| facts.text(line));
        let finding = asked::unanswered_finding(facts, question, why);
        let mut claim = Claim::left_out(Rule::Unanswered, self.span(), self.context).with_finding(finding);
        claim.told_at = line;
        claim
    }

    fn span(&self) -> crate::text::Span {
        let heading = self.facts.span(self.heading);
        let end = self.answers.last().or(self.blocks.last()).map_or(heading.end, |&last| self.facts.span(last).end);
        heading.start..end.max(heading.end)
    }
}

/// Returns true if a line says by a word that it answers what stands above it.
fn answers_in_line(facts: &Facts<'_>, line: LineId) -> bool {
    phrase::letter(facts.text(line)).is_none() && facts.says_it_answers(line)
}
