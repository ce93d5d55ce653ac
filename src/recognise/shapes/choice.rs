//! Multiple choice: options, in a list or in lines of their own, and the answers that name some of them.
//!
//! The options belong to the front; the right ones and the explanation are the answer.

use crate::lexicon::{self, Class};
use std::ops::Range;

use super::asked::{self, claim};
use crate::markdown::{BlockId, BlockKind, LineId, Task};
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Footprint, Part, Refused};
use crate::recognise::cursor::Item;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;

/// Fewest options of a question.
const FEWEST_OPTIONS: usize = 2;

/// The options of a multiple-choice question, and which of them are right.
pub(super) struct Choice {
    pub list: BlockId,
    /// The number of the first option, if they are numbered.
    pub start: Option<u64>,
    pub right: Vec<BlockId>,
}

impl Choice {
    /// The options of a list: lettered, or tasks of which some are done.
    pub fn read(facts: &Facts<'_>, list: BlockId) -> Option<Self> {
        let BlockKind::List(start) = facts.tree.block(list).kind else { return None };
        let items = facts.children(list);
        let task = |item: &BlockId| matches!(facts.tree.block(*item).kind, BlockKind::Item(Some(_)));
        let done = |item: &BlockId| facts.tree.block(*item).kind == BlockKind::Item(Some(Task::Done));
        let right: Vec<BlockId> = items.iter().copied().filter(done).collect();
        let tasks = items.iter().all(task) && !right.is_empty() && right.len() < items.len();
        (items.len() >= FEWEST_OPTIONS && (tasks || is_lettered(facts, list))).then_some(Self { list, start, right })
    }

    /// The options that a list gives a question, if it does.
    pub fn of_question(facts: &Facts<'_>, question: &Range<LineId>, list: BlockId) -> Option<Self> {
        let BlockKind::List(start) = facts.tree.block(list).kind else { return None };
        let choose = question.clone().any(|line| phrase::asks_to_choose(facts.text(line)));
        Self::read(facts, list).or(choose.then_some(Self { list, start, right: Vec::new() }))
    }

    /// The options that are right: those that are ticked, or whose letters or numbers the answer names.
    fn right_options(&self, facts: &Facts<'_>, answer: &[BlockId]) -> Vec<BlockId> {
        if !self.right.is_empty() {
            return self.right.clone();
        }
        let named = named_letters(facts, answer);
        let number = |at: u32| char::from_digit(u32::try_from(self.start?).ok()?.checked_add(at)?, 10);
        let items = (0..).zip(facts.children(self.list));
        let right = items.filter(|&(at, item)| {
            let label = letter(facts, item).or_else(|| number(at));
            label.is_some_and(|label| named.contains(&label))
        });
        right.map(|(_, item)| item).collect()
    }
}

/// Completes a question by the blocks after it: options go to the front, the rest is the answer.
pub(super) fn with_blocks(facts: &Facts<'_>, choice: Option<&Choice>, below: &[BlockId], claim: &mut Claim) {
    let rest = &below[usize::from(choice.is_some())..];
    if let Some(choice) = choice {
        if let Asks::Term(term) = &mut claim.asks {
            term.more.push(Part::Options(choice.list, choice.start));
        }
        claim.answer.push(Part::Chosen(choice.right_options(facts, rest)));
    }
    claim.answer.push(Part::Answers(rest.to_vec()));
    claim.footprint.blocks.extend(below);
}

/// An item that asks by options and answers below it.
pub(super) fn item(facts: &Facts<'_>, item: &Item, context: &Context) -> Option<Claim> {
    let (id, lines, blocks) = (item.id, item.lines(), &item.blocks);
    let unanswered = || asked::unanswered(facts, id, item.line, context);
    if let Some(lettered) = Lettered::read(facts, &lines) {
        if !blocks.is_empty() && answers(facts, blocks) == blocks.len() {
            return Some(self::lettered(facts, &lettered, id, blocks, context));
        }
        let asks = blocks.is_empty() && phrase::asks(facts.text(lettered.options.start - 1));
        return asks.then(unanswered);
    }
    let choice = Choice::read(facts, *blocks.first()?)?;
    let answered = blocks[1..].iter().any(|&id| is_answer(facts, id));
    if !answered && choice.right.is_empty() {
        let asks = phrase::asks(facts.text(lines.end - 1)) && is_lettered(facts, choice.list);
        return asks.then(unanswered);
    }
    let mut claim = claim(facts, &lines, facts.span(id), context);
    with_blocks(facts, Some(&choice), blocks, &mut claim);
    claim.footprint.blocks.push(id);
    claim.refused = Refused::TryNext;
    Some(claim)
}

/// How many of the blocks below a question say that they answer it.
pub(super) fn answers(facts: &Facts<'_>, blocks: &[BlockId]) -> usize {
    blocks.iter().take_while(|&&id| is_answer(facts, id)).count()
}

/// Returns true if a block answers the question above it: 「答え：…」, or a callout with such a title.
pub(super) fn is_answer(facts: &Facts<'_>, id: BlockId) -> bool {
    let lines = match facts.tree.block(id).kind {
        BlockKind::Quote(Some(_)) => facts.tree.title(id),
        BlockKind::Paragraph(_) => Some(id),
        _ => None,
    };
    let line = lines.map_or(0..0, |id| facts.tree.block(id).lines.clone()).next();
    let Some(title) = line.map(|line| facts.text(line)) else { return false };
    phrase::answer_mark(&facts.config.words, title).is_some()
        || facts.config.words.is(Class::AnswerTitle, &lexicon::key(title))
}

// Options in lines of their own.

/// A question whose options are lines of its own paragraph: `a) …`, `b) …`.
pub(super) struct Lettered {
    /// The question and its options.
    pub lines: Range<LineId>,
    pub options: Range<LineId>,
}

impl Lettered {
    /// The question and the options of lines that begin with letters in their order.
    pub fn read(facts: &Facts<'_>, lines: &Range<LineId>) -> Option<Self> {
        let letter = |line: LineId| phrase::letter(facts.text(line));
        let first = (lines.start + 1..lines.end).find(|&line| letter(line) == Some('A'))?;
        let letters: Vec<Option<char>> = (first..lines.end).map(letter).collect();
        let in_order = letters.len() >= FEWEST_OPTIONS && letters.iter().all(Option::is_some) && letters.is_sorted();
        in_order.then(|| Self { lines: lines.clone(), options: first..lines.end })
    }
}

/// A lettered question that stands in `asked`, and the blocks that answer it.
pub(super) fn lettered(
    facts: &Facts<'_>,
    lettered: &Lettered,
    asked: BlockId,
    answers: &[BlockId],
    context: &Context,
) -> Claim {
    let named = named_letters(facts, answers);
    let end = answers.last().map_or(asked, |&last| last);
    let span = facts.tree.block(asked).span.start..facts.tree.block(end).span.end;
    let mut claim = claim(facts, &lettered.lines, span, context);
    let right = lettered.options.clone().filter(|&line| {
        let letter = phrase::letter(facts.text(line));
        letter.is_some_and(|letter| named.contains(&letter))
    });
    claim.answer.extend(right.map(|line| Part::Paragraph(None, line..line + 1)));
    claim.answer.push(Part::Answers(answers.to_vec()));
    claim.footprint = Footprint { blocks: answers.iter().copied().chain([asked]).collect(), ..Footprint::default() };
    claim.refused = Refused::TryNext;
    claim
}

/// Returns true if the items of a list begin with letters in their order: `A.`, `B.`
fn is_lettered(facts: &Facts<'_>, list: BlockId) -> bool {
    let letters: Option<Vec<char>> = facts.tree.children(list).map(|item| letter(facts, item)).collect();
    letters.is_some_and(|letters| letters.len() >= FEWEST_OPTIONS && letters.is_sorted())
}

fn letter(facts: &Facts<'_>, item: BlockId) -> Option<char> {
    facts.first_line(item).and_then(|line| phrase::letter(facts.text(line)))
}

/// The letters that the answers name, each if its first line says nothing else: "Correct answer: B, E".
fn named_letters(facts: &Facts<'_>, answers: &[BlockId]) -> Vec<char> {
    let of = |&id: &BlockId| {
        let lines = asked::all_lines(facts, id);
        lines.into_iter().find_map(|line| phrase::named_letters(&facts.config.words, facts.text(line)))
    };
    answers.iter().filter_map(of).flatten().collect()
}
