//! Questions with their answers: `Q:` and `A:`, in lines, blocks and items.
//!
//! A question is no member of what it stands under, so it leaves the answer there.

use std::ops::Range;

use super::asked::{all_lines, claim, marked_paragraph, unanswered_finding};
use super::bold;
use super::choice::{self, Choice, Extent, Lettered, OPTIONS, Told};
use crate::findings::NoAnswer;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, LineId, Tag};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Found, Refused};
use crate::recognise::cursor::{Blocks, ItemsFrom};
use crate::recognise::facts::Facts;
use crate::recognise::phrase;

/// Fewest questions over lists that make a section a quiz: one alone may be answered by its list.
const FEWEST_QUIZZES: usize = 2;

/// A question that is asked in lines, and what was found of its answer.
struct Pair {
    /// The line with the mark of the question, which may stand above it: 【問】.
    mark: LineId,
    /// The lines of the question, the first with its mark if that does not stand above it.
    question: Range<LineId>,
    /// The lines of the answer, the first with its mark.
    answer: Range<LineId>,
}

impl Pair {
    /// All its lines.
    fn lines(&self) -> Range<LineId> {
        self.mark..self.question.end.max(self.answer.end)
    }

    /// A question that begins at a line, and has no answer yet.
    fn begin(facts: &Facts<'_>, line: LineId) -> Self {
        let start = if is_mark_alone(facts, line) { line + 1 } else { line };
        let end = line + 1;
        Self { mark: line, question: start..end, answer: end..end }
    }

    /// Returns true if nothing says of the answer that it is one: it stands below a question mark.
    fn is_presumed(&self, facts: &Facts<'_>) -> bool {
        let first = self.answer.start;
        self.question.end <= first
            && !self.answer.is_empty()
            && !facts.says_it_answers(first)
            && phrase::answer_arrow(facts.text(first)).is_none()
    }

    /// What was taken for the answer goes on asking: the answer is elsewhere.
    fn goes_on_to(&mut self, answer: Range<LineId>) {
        self.question.end = self.answer.end;
        self.answer = answer;
    }

    /// Returns true if the lines of the answer say something: not `A:` alone.
    fn is_answered(&self, facts: &Facts<'_>) -> bool {
        says_something(facts, &self.answer)
    }
}

/// Returns true if the lines of an answer hold more than its mark.
fn says_something(facts: &Facts<'_>, answer: &Range<LineId>) -> bool {
    match answer.len() {
        0 => false,
        1 => !phrase::is_answer_mark(&facts.config.words, facts.text(answer.start)),
        _ => true,
    }
}

/// A paragraph with a question and its options, one a line, and the blocks that answer it.
pub(in crate::recognise) fn lettered(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let lines = paragraph(facts, at.first())?;
    let lettered = Lettered::read(facts, &lines)?;
    let answers = choice::answers(facts, &at.ids[1..]);
    let claim = || choice::lettered(facts, &lettered, at.first(), &at.ids[1..=answers], at.context);
    (answers > 0).then(|| Found::of(vec![claim()], 1 + answers))
}

/// A paragraph that asks, over options: the blocks below them that say so answer it.
pub(in crate::recognise) fn choice(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let lines = paragraph(facts, at.first()).filter(|lines| !lines.is_empty())?;
    let begins = |line: LineId| facts.question_mark(line).is_some();
    let answers = |line| answers_by_word(facts, line) || answers_by_letter(facts, &lines, line);
    if lines.clone().skip(1).any(|line| begins(line) || answers(line)) {
        return None;
    }
    let below = &at.ids[1..];
    let (choice, told) = Choice::under(facts, &lines, below, Extent::Marked)?;
    match told {
        Told::Open(why, answers) => Some(open_question(facts, &at.ids[..=choice.count() + answers], at.context, why)),
        Told::Answered(answers) => {
            let answered = choice.count() + answers;
            let is_told = answers > 0 || choice.is_ticked();
            let explained = if is_told { explanation(facts, &below[answered..], at.context) } else { 0 };
            let blocks = &below[..answered + explained];
            let end = blocks.last().copied().unwrap_or(at.first());
            let span = facts.tree.line(lines.start).span.start..facts.span(end).end;
            let mut claim = claim(facts, &lines, span, at.context);
            choice::with_blocks(facts, Some(&choice), blocks, &mut claim);
            claim.footprint.lines = lines;
            Some(Found::of(vec![claim], 1 + blocks.len()))
        }
    }
}

/// How many paragraphs below a key explain it: those up to the next question, or the last one of all.
fn explanation(facts: &Facts<'_>, below: &[BlockId], context: &Context) -> usize {
    let explains = |&&id: &&BlockId| facts.is_paragraph(id) && may_answer(facts, id, context);
    let count = below.iter().take_while(explains).count();
    match below.get(count) {
        None if count == 1 => 1,
        Some(&next) if asks_next(facts, next) => count,
        None | Some(_) => 0,
    }
}

/// Returns true if a block begins the next question, or only parts it from what stands above.
fn asks_next(facts: &Facts<'_>, id: BlockId) -> bool {
    let asks = |line: LineId| {
        let text = facts.text(line);
        phrase::asks(text) || begins_question(facts, line)
    };
    match facts.tree.block(id).kind {
        BlockKind::Rule => true,
        BlockKind::Paragraph(_) => facts.tree.block(id).lines.clone().next().is_some_and(asks),
        BlockKind::List(_) => all_lines(facts, id).first().copied().is_some_and(asks),
        _ => false,
    }
}

/// A quiz without answers teaches nothing: it leaves the answer around it.
pub(in crate::recognise) fn open_quiz(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    paragraph(facts, at.first()).filter(|lines| !is_marked(facts, lines))?;
    let answered = at.ids.get(2).is_some_and(|&id| choice::is_answer(facts, id));
    let open = at.style.quizzes >= FEWEST_QUIZZES && asks_over_options(facts, at.ids) && !answered;
    let choice = Choice::of_items(facts, at.ids.get(1).copied().filter(|_| open)?)?;
    let why = NoAnswer::Unclear { example: choice.example_of_key(facts) };
    Some(open_question(facts, &at.ids[..2], at.context, why))
}

/// A paragraph over options, of which ticks or a key below them say which are right; or one that asks to choose.
pub(in crate::recognise) fn quiz(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let question = paragraph(facts, at.first()).filter(|lines| !lines.is_empty() && !is_marked(facts, lines))?;
    let below = &at.ids[1..];
    let last = facts.text(question.end - 1);
    let (chooses, asks) = (phrase::asks_to_choose(last), ends_in_question(last));
    let over_list = below.first().is_some_and(|&list| facts.is_list(list));
    let by_choice = || {
        let choice = Choice::below(facts, &question, below)?;
        let rest = &below[choice.count()..];
        // What is ticked under a line that asks nothing is done.
        let told = choice.is_ticked() && asks || !choice.is_ticked() && choice.is_answered(facts, rest);
        (told && (asks || choice.is_sure)).then_some(())
    };
    let is_open = || asks && over_list && Choice::open_tasks(facts, below[0]).is_some();
    let pair = Pair { mark: question.start, answer: question.end..question.end, question: question.clone() };
    (chooses && over_list || by_choice().is_some() || is_open()).then(|| answered_below(facts, &pair, at))
}

/// A paragraph that asks, over a block that says that it answers; or with a line that says so.
pub(in crate::recognise) fn answered(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let lines = paragraph(facts, at.first()).filter(|lines| !lines.is_empty() && !is_marked(facts, lines))?;
    let answer = lines.clone().skip(1).find(|&line| answers_by_word(facts, line));
    if let Some(answer) = answer {
        // What stands above the title of an example is no part of what that asks.
        let titled = (lines.start..answer).rfind(|&line| phrase::is_worked_example(facts.text(line)));
        let first = titled.unwrap_or(lines.start);
        let pair = Pair { mark: first, question: first..answer, answer: answer..lines.end };
        let asks = ends_in_question(facts.text(answer - 1)) || answer == first + 1 && begins_as_question(facts, first);
        return asks.then(|| {
            if pair.is_answered(facts) {
                Found::of(answered_in_lines(facts, &pair, at.context).into_iter().collect(), 1)
            } else {
                answered_below(facts, &pair, at)
            }
        });
    }
    let asks = ends_in_question(facts.text(lines.end - 1)) && choice::answers(facts, &at.ids[1..]) > 0;
    let pair = Pair { mark: lines.start, answer: lines.end..lines.end, question: lines };
    asks.then(|| answered_below(facts, &pair, at))
}

/// Returns true if a line says by a word that it answers, or is nothing but `A:`. `A. DNA` may be an option.
fn answers_by_word(facts: &Facts<'_>, line: LineId) -> bool {
    let text = facts.text(line);
    (phrase::letter(text).is_none() || phrase::is_answer_mark(&facts.config.words, text)) && facts.says_it_answers(line)
}

/// Returns true if a line of a marked question begins with `A:`: options of it would stand in a block of their own.
fn answers_by_letter(facts: &Facts<'_>, lines: &Range<LineId>, line: LineId) -> bool {
    facts.says_it_answers(line) && is_marked(facts, lines)
}

/// Returns true if a line begins like a question: what, how.
fn begins_as_question(facts: &Facts<'_>, line: LineId) -> bool {
    let first = facts.text(line).split_whitespace().next().unwrap_or_default();
    lexicon::is(Class::QuestionWord, first)
}

/// Returns true if a line ends in a question mark.
fn ends_in_question(text: &str) -> bool {
    text.trim_end_matches(['。', ')', '）']).ends_with(['?', '？'])
}

/// The `Q:` and `A:` lines of a paragraph, and the blocks that answer its last question.
pub(in crate::recognise) fn lines(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let lines = paragraph(facts, at.first())?;
    let is_marked = is_marked(facts, &lines);
    if !is_marked && !is_marked_above(facts, &lines) {
        return None;
    }
    let mut pairs = pairs(facts, lines);
    // A mark alone in the last line says nothing.
    let mut last = pairs.pop().filter(|last| !last.question.is_empty()).or_else(|| pairs.pop())?;
    let below = at.ids.get(1).and_then(|&below| paragraph(facts, below)).filter(|below| !below.is_empty());
    if below.is_some_and(|below| is_the_answer(facts, below.start)) && last.is_presumed(facts) {
        last.goes_on_to(last.answer.end..last.answer.end);
    }
    let mut found = if last.is_answered(facts) {
        let claim = answered_in_lines(facts, &last, at.context);
        let has_list = announces_list(facts, last.answer.end - 1, at.ids.get(1), at.context);
        let count = if has_list { 1 } else { choice::answers(facts, &at.ids[1..]) };
        let below = &at.ids[1..=count];
        Found::of(claim.map(|claim| with_more(facts, claim, below)).into_iter().collect(), 1 + count)
    } else {
        answered_below(facts, &last, at)
    };
    let earlier = pairs.iter().filter_map(|pair| answered_in_lines(facts, pair, at.context));
    found.claims.splice(0..0, earlier.collect::<Vec<_>>());
    // `Q1` may also name a quarter.
    (is_marked || !found.claims.is_empty()).then_some(found)
}

/// The same claim, answered by the blocks below it as well: a list that it announces, or what explains it.
fn with_more(facts: &Facts<'_>, mut claim: Claim, below: &[BlockId]) -> Claim {
    if let Some(&last) = below.last() {
        claim.span.end = facts.span(last).end;
        choice::with_blocks(facts, None, below, &mut claim);
    }
    claim
}

/// The lines of a paragraph.
fn paragraph(facts: &Facts<'_>, id: BlockId) -> Option<Range<LineId>> {
    facts.is_paragraph(id).then(|| facts.tree.block(id).lines.clone())
}

/// Returns true if lines begin with a question's mark.
fn is_marked(facts: &Facts<'_>, lines: &Range<LineId>) -> bool {
    facts.question_mark(lines.start).is_some()
}

/// Returns true if lines begin with one that is only a question's mark.
fn is_marked_above(facts: &Facts<'_>, lines: &Range<LineId>) -> bool {
    lines.len() > 1 && is_mark_alone(facts, lines.start)
}

/// Returns true if a line says no more than that a question follows: 【問】, 問1.
fn is_mark_alone(facts: &Facts<'_>, line: LineId) -> bool {
    phrase::is_question_mark(&facts.config.words, facts.text(line))
}

/// Returns true if a line begins with a question's mark, or is one.
fn begins_question(facts: &Facts<'_>, line: LineId) -> bool {
    facts.question_mark(line).is_some() || is_mark_alone(facts, line)
}

/// The questions of lines that begin with one.
fn pairs(facts: &Facts<'_>, lines: Range<LineId>) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for line in lines {
        match pairs.last_mut() {
            Some(pair) if pair.question.is_empty() => pair.question.end = line + 1,
            Some(pair) if pair.answer.is_empty() && begins_answer(facts, pair, line) => {
                pair.answer = line..line + 1;
            }
            Some(pair) if pair.is_presumed(facts) && is_the_answer(facts, line) => pair.goes_on_to(line..line + 1),
            Some(pair) if !begins_question(facts, line) => {
                let part = if pair.answer.is_empty() { &mut pair.question } else { &mut pair.answer };
                part.end = line + 1;
            }
            _ if facts.answered_behind(line).is_some() => {
                pairs.push(Pair { mark: line, question: line..line + 1, answer: line..line + 1 });
            }
            _ => pairs.push(Pair::begin(facts, line)),
        }
    }
    pairs
}

/// Returns true if a line says that it is the answer, and does not only explain it.
fn is_the_answer(facts: &Facts<'_>, line: LineId) -> bool {
    let text = facts.text(line);
    facts.says_it_answers(line)
        && (phrase::letter(text).is_some() || phrase::begins_solution(&facts.config.words, text))
}

/// Returns true if the answer of a question begins in a line: it says so, or an arrow leads to it, or the question is
/// closed by its mark or its bold.
fn begins_answer(facts: &Facts<'_>, pair: &Pair, line: LineId) -> bool {
    let text = facts.text(line);
    let asked = facts.tree.line(pair.question.end - 1);
    let closed = facts.text(pair.question.end - 1).ends_with(['?', '？'])
        || facts.tree.whole_span(asked, &asked.text, |tag| tag == Tag::Strong);
    facts.says_it_answers(line)
        || phrase::answer_arrow(text).is_some()
        || (closed && facts.question_mark(line).is_none() && phrase::letter(text).is_none())
}

fn answered_in_lines(facts: &Facts<'_>, pair: &Pair, context: &Context) -> Option<Claim> {
    if !pair.is_answered(facts) {
        return open_lines(facts, pair, context);
    }
    let span = facts.tree.line(pair.mark).span.start..facts.lines_span(&pair.answer).end;
    let mut claim = claim(facts, &pair.question, span, context);
    if let (Asks::Term(term), true) = (&mut claim.asks, pair.answer.start == pair.question.start)
        && let Some((asked, _)) = facts.answered_behind(pair.question.start)
    {
        term.named = facts.named(&asked);
    }
    claim.answer = vec![marked_paragraph(facts, &pair.answer)];
    claim.footprint.lines = pair.lines();
    Some(claim)
}

/// A question whose answer is in the blocks below it: options, and a paragraph, a list or a callout.
fn answered_below(facts: &Facts<'_>, pair: &Pair, at: &Blocks<'_>) -> Found {
    let below = &at.ids[1..];
    let open = || Choice::open_tasks(facts, *below.first()?).filter(|_| choice::answers(facts, &below[1..]) == 0);
    let choice = Choice::below(facts, &pair.question, below).or_else(open);
    let count = 1 + answer_blocks(facts, pair, choice.as_ref(), &at.ids[1..], at.context);
    let below = &at.ids[1..count];
    if below.is_empty() {
        if let Some(choice) = choice {
            let why = NoAnswer::NoKey { example: choice.example_of_key(facts) };
            return open_question(facts, &at.ids[..2], at.context, why);
        }
        return Found::of(open_lines(facts, pair, at.context).into_iter().collect(), 1);
    }
    let end = facts.tree.block(*below.last().unwrap_or(&at.first())).span.end;
    let span = facts.tree.line(pair.mark).span.start..end;
    let mut claim = claim(facts, &pair.question, span, at.context);
    choice::with_blocks(facts, choice.as_ref(), below, &mut claim);
    claim.footprint.lines = pair.lines();
    Found::of(vec![claim], count)
}

/// How many of the blocks after a question are its options and its answer.
fn answer_blocks(
    facts: &Facts<'_>,
    pair: &Pair,
    choice: Option<&Choice>,
    blocks: &[BlockId],
    context: &Context,
) -> usize {
    let options = choice.map_or(0, Choice::count);
    let rest = &blocks[options.min(blocks.len())..];
    let marked = choice::answers(facts, rest);
    let surely_asks = || phrase::surely_asks(&facts.config.words, facts.text(pair.question.start));
    match choice {
        Some(choice) if marked > 0 || choice.is_ticked() => options + marked,
        // What stands under a question answers it, whether it says so or not, up to the next one.
        None if marked == 0 && (!pair.answer.is_empty() || surely_asks()) => {
            rest.iter().take_while(|&&id| may_answer(facts, id, context)).count()
        }
        None => marked + usize::from(announced(facts, rest, marked, context)),
        Some(_) => 0,
    }
}

/// Returns true if the last of so many blocks that answer announces by a colon the list below it.
fn announced(facts: &Facts<'_>, blocks: &[BlockId], answers: usize, context: &Context) -> bool {
    let last = answers.checked_sub(1).and_then(|last| paragraph(facts, blocks[last])).filter(|lines| !lines.is_empty());
    last.is_some_and(|lines| announces_list(facts, lines.end - 1, blocks.get(answers), context))
}

/// Returns true if a line announces by a colon a list, which is right below it.
fn announces_list(facts: &Facts<'_>, line: LineId, below: Option<&BlockId>, context: &Context) -> bool {
    let announces = || facts.text(line).ends_with([':', '：']);
    below.is_some_and(|&list| facts.is_list(list) && announces() && may_answer(facts, list, context))
}

/// Returns true if a block may answer the question above it without saying so.
fn may_answer(facts: &Facts<'_>, id: BlockId, context: &Context) -> bool {
    let block = facts.tree.block(id);
    // What holds the keys of all questions answers none of them alone.
    if facts.keys == Some(id) {
        return false;
    }
    match block.kind {
        BlockKind::Paragraph(_) if !block.lines.is_empty() => {
            !begins_question(facts, block.lines.start)
                && !phrase::asks(facts.text(block.lines.start))
                && !bold::is_line(facts, id, context)
        }
        BlockKind::List(_) => {
            let first = all_lines(facts, id).first().copied();
            first.is_some_and(|line| !begins_question(facts, line) && !ends_in_question(facts.text(line)))
        }
        kind => matches!(kind, BlockKind::Code(_) | BlockKind::Table | BlockKind::Quote(_)),
    }
}

/// Items that stand side by side, `Q: …` and `A: …`.
pub(in crate::recognise) fn items(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let [question, answer, ..] = *at.ids else { return None };
    let (asked, answered) = (only_lines(facts, question)?, only_lines(facts, answer)?);
    let marks = facts.question_mark(asked.start).is_some()
        && facts.says_it_answers(answered.start)
        && says_something(facts, &answered);
    if !marks {
        return None;
    }
    let span = facts.tree.block(question).span.start..facts.tree.block(answer).span.end;
    let mut claim = claim(facts, &asked, span, at.context);
    claim.answer = vec![marked_paragraph(facts, &answered)];
    claim.footprint.blocks = vec![question, answer];
    claim.refused = Refused::TryNext;
    Some(Found::of(vec![claim], 2).keeping_unfinished())
}

/// The lines of the only item of a list, if it begins with `A:`.
pub(super) fn answer_list(facts: &Facts<'_>, blocks: &[BlockId]) -> Option<Range<LineId>> {
    let [list] = blocks else { return None };
    let BlockKind::List(_) = facts.tree.block(*list).kind else { return None };
    let [item] = facts.children(*list)[..] else { return None };
    let lines = only_lines(facts, item)?;
    (facts.says_it_answers(lines.start) && says_something(facts, &lines)).then_some(lines)
}

/// The lines of an item that holds one paragraph and nothing else.
fn only_lines(facts: &Facts<'_>, item: BlockId) -> Option<Range<LineId>> {
    let mut children = facts.tree.children(item);
    let lines = facts.tree.block(children.next()?).lines.clone();
    (children.next().is_none() && !lines.is_empty()).then_some(lines)
}

// Questions without an answer.

/// Returns true if a paragraph ends in a question, over a list of as many items as options are.
pub(in crate::recognise) fn asks_over_options(facts: &Facts<'_>, blocks: &[BlockId]) -> bool {
    let [question, options, ..] = *blocks else { return false };
    let lines = &facts.tree.block(question).lines;
    facts.is_paragraph(question)
        && !lines.is_empty()
        && ends_in_question(facts.text(lines.end - 1))
        && facts.is_list(options)
        && OPTIONS.contains(&facts.tree.children(options).count())
}

/// Lines that ask and are not answered, if they ask for sure: 「問題：」 may also name a problem.
fn open_lines(facts: &Facts<'_>, pair: &Pair, context: &Context) -> Option<Claim> {
    let (lines, question) = (pair.lines(), facts.text(pair.question.start));
    phrase::surely_asks(&facts.config.words, question).then(|| {
        let finding = unanswered_finding(facts, question, NoAnswer::Missing);
        let mut claim = Claim::left_out(Rule::Unanswered, facts.lines_span(&lines), context).with_finding(finding);
        claim.footprint.lines = lines;
        claim.told_at = Some(pair.question.start).filter(|&line| line != pair.mark);
        claim
    })
}

/// Blocks that ask and are not answered.
fn open_question(facts: &Facts<'_>, blocks: &[BlockId], context: &Context, why: NoAnswer) -> Found {
    let (first, last) = (blocks[0], blocks[blocks.len() - 1]);
    let line = facts.tree.block(first).lines.start;
    let span = facts.tree.block(first).span.start..facts.tree.block(last).span.end;
    let finding = unanswered_finding(facts, facts.text(line), why);
    let mut claim = Claim::left_out(Rule::Unanswered, span, context).with_finding(finding);
    claim.footprint.blocks = blocks.to_vec();
    Found::of(vec![claim], blocks.len())
}
