//! Questions with their answers: `Q:` and `A:`, and multiple choice.
//!
//! The options of a multiple-choice question belong to its front; the right ones
//! and the explanation are the answer. A question is no member of what it stands under,
//! so it leaves the definition there.

use std::ops::Range;

use super::definition::Definition;
use super::glossary::Style;
use super::phrase;
use super::walk::{Draft, Walk};
use crate::findings;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, LineId, Tag, Task};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::text::Span;

/// A question that is asked in lines, and what was found of its answer.
struct Pair {
    /// The lines of the question, the first without its mark.
    question: Range<LineId>,
    /// The lines of the answer, the first without its mark.
    answer: Range<LineId>,
}

/// The options of a multiple-choice question, and which of them are right.
struct Choice {
    list: BlockId,
    /// The number of the first option, if they are numbered.
    start: Option<u64>,
    right: Vec<BlockId>,
}

/// A question whose options are lines of its own paragraph: `a) …`, `b) …`.
struct Lettered {
    /// The question and its options.
    lines: Range<LineId>,
    options: Range<LineId>,
}

/// Fewest questions over lists that make a section a quiz: one alone may be answered by its list.
const FEWEST_QUIZZES: usize = 2;

impl Walk<'_> {
    /// Makes entries of the `Q:` and `A:` lines of a paragraph, and of the blocks that answer its last question.
    /// Tells how many blocks that spoke for; 0 if the paragraph asks nothing.
    pub fn questions(&mut self, blocks: &[BlockId], style: Style, context: &Context) -> usize {
        let lines = self.tree.block(blocks[0]).lines.clone();
        if let Some(lettered) = self.lettered(&lines) {
            let answers = self.answers(&blocks[1..]);
            if answers > 0 && self.lettered_entry(&lettered, blocks[0], &blocks[1..=answers], context) {
                return 1 + answers;
            }
        }
        if phrase::question_mark(self.text(lines.start)).is_none() {
            let pair = Pair { answer: lines.end..lines.end, question: lines };
            let marked = blocks.get(2).is_some_and(|&id| self.is_answer(id));
            if style.quizzes >= FEWEST_QUIZZES && self.asks_over_options(blocks) && !marked {
                return self.unanswered(blocks, 2);
            }
            return if self.is_quiz(blocks) { self.answered_below(&pair, blocks, context) } else { 0 };
        }
        let mut pairs = self.pairs(lines);
        let last = pairs.pop();
        for pair in pairs {
            self.answered_in_lines(&pair, context);
        }
        match last {
            Some(pair) if pair.answer.is_empty() => self.answered_below(&pair, blocks, context),
            Some(pair) => {
                self.answered_in_lines(&pair, context);
                1
            }
            None => 1,
        }
    }

    /// The questions of lines that begin with one.
    fn pairs(&self, lines: Range<LineId>) -> Vec<Pair> {
        let mut pairs: Vec<Pair> = Vec::new();
        for line in lines {
            let text = self.text(line);
            match pairs.last_mut() {
                Some(pair) if pair.answer.is_empty() && self.begins_answer(pair, line) => {
                    pair.answer = line..line + 1;
                }
                Some(pair) if phrase::question_mark(text).is_none() => {
                    let part = if pair.answer.is_empty() { &mut pair.question } else { &mut pair.answer };
                    part.end = line + 1;
                }
                _ => pairs.push(Pair { question: line..line + 1, answer: line + 1..line + 1 }),
            }
        }
        pairs
    }

    /// Whether the answer of a question begins in a line: it says so, or an arrow leads to it, or the question is
    /// closed by its mark or its bold.
    fn begins_answer(&self, pair: &Pair, line: LineId) -> bool {
        let text = self.text(line);
        let asked = self.tree.line(pair.question.end - 1);
        let closed = self.text(pair.question.end - 1).ends_with(['?', '？'])
            || self.tree.whole_span(asked, &asked.text, |tag| tag == Tag::Strong);
        phrase::answer_mark(text).is_some()
            || phrase::answer_arrow(text).is_some()
            || (closed && phrase::question_mark(text).is_none() && phrase::letter(text).is_none())
    }

    fn answered_in_lines(&mut self, pair: &Pair, context: &Context) {
        if pair.answer.is_empty() {
            return self.unanswered_lines(&pair.question);
        }
        let mut renderer = self.renderer();
        renderer.paragraph(Some(self.marked_answer(pair.answer.start)), pair.answer.start + 1..pair.answer.end);
        let definition = renderer.finish();
        let span = self.tree.line(pair.question.start).span.start..self.lines_span(&pair.answer).end;
        let draft = Draft { span, ..self.question_draft(&pair.question, context) };
        if self.add(draft, definition).is_ok() {
            for line in pair.question.clone().chain(pair.answer.clone()) {
                self.roles.line_is_gone(line);
            }
        }
    }

    /// A question whose answer is in the blocks below it: options, and a paragraph, a list or a callout.
    fn answered_below(&mut self, pair: &Pair, blocks: &[BlockId], context: &Context) -> usize {
        let choice = blocks.get(1).and_then(|&id| self.choice(&pair.question, id));
        let count = 1 + self.answer_blocks(pair, choice.as_ref(), &blocks[1..], context);
        let below = &blocks[1..count];
        let mut draft = self.question_draft(&pair.question, context);
        draft.span.end = below.last().map_or(draft.span.end, |&last| self.tree.block(last).span.end);
        if below.is_empty() && choice.is_some() {
            return self.unanswered(blocks, 2);
        }
        if below.is_empty() {
            self.unanswered_lines(&pair.question);
        } else if self.choice_entry(choice.as_ref(), below, draft) {
            for line in pair.question.clone() {
                self.roles.line_is_gone(line);
            }
        }
        count
    }

    /// The options that a list gives a question, if it does.
    fn choice(&self, question: &Range<LineId>, list: BlockId) -> Option<Choice> {
        let BlockKind::List(start) = self.tree.block(list).kind else { return None };
        let choose = question.clone().any(|line| phrase::asks_to_choose(self.text(line)));
        self.options(list).or(choose.then_some(Choice { list, start, right: Vec::new() }))
    }

    /// How many of the blocks after a question are its options and its answer.
    fn answer_blocks(&self, pair: &Pair, choice: Option<&Choice>, blocks: &[BlockId], context: &Context) -> usize {
        let options = usize::from(choice.is_some());
        let rest = &blocks[options.min(blocks.len())..];
        let marked = self.answers(rest);
        match choice {
            Some(choice) if marked > 0 || !choice.right.is_empty() => options + marked,
            // What stands under a question answers it, whether it says so or not, up to the next one.
            None if marked == 0 && phrase::surely_asks(self.text(pair.question.start)) => {
                rest.iter().take_while(|&&id| self.may_answer(id, context)).count()
            }
            None => marked,
            Some(_) => 0,
        }
    }

    /// Whether a block may answer the question above it without saying so.
    fn may_answer(&self, id: BlockId, context: &Context) -> bool {
        let block = self.tree.block(id);
        match block.kind {
            BlockKind::Paragraph(_) if !block.lines.is_empty() => {
                let first = self.text(block.lines.start);
                phrase::question_mark(first).is_none() && !phrase::asks(first) && !self.is_bold_line(id, context)
            }
            BlockKind::List(_) => {
                let first = self.all_lines(id).first().copied();
                first.is_some_and(|line| phrase::question_mark(self.text(line)).is_none())
            }
            kind => matches!(kind, BlockKind::Code(_) | BlockKind::Table | BlockKind::Quote(_)),
        }
    }

    /// An entry that asks by the blocks after its question: options go to the front, the rest is the answer.
    /// Tells whether it was made.
    fn choice_entry(&mut self, choice: Option<&Choice>, below: &[BlockId], mut draft: Draft) -> bool {
        let rest = &below[usize::from(choice.is_some())..];
        let right = choice.map_or(Vec::new(), |choice| self.right_options(choice, rest));
        if let Some(choice) = choice {
            let mut renderer = self.renderer();
            renderer.options(choice.list, choice.start);
            draft.suffix.push(&renderer.finish().html);
        }
        let mut renderer = self.renderer();
        renderer.chosen(&right);
        renderer.answers(rest);
        let definition = renderer.finish();
        let made = self.add(draft, definition).is_ok();
        for &block in below.iter().filter(|_| made) {
            self.roles.block_is_gone(block);
        }
        made
    }

    /// Makes an entry of an item that asks by options and answers below them. Tells whether it spoke for the item.
    pub fn choice_item(&mut self, id: BlockId, lines: &Range<LineId>, blocks: &[BlockId], context: &Context) -> bool {
        if let Some(lettered) = self.lettered(lines) {
            return self.lettered_item(id, &lettered, blocks, context);
        }
        let Some(&list) = blocks.first() else { return false };
        let Some(choice) = self.options(list) else { return false };
        let answered = blocks.len() > 1 && blocks[1..].iter().any(|&id| self.is_answer(id));
        if !answered && choice.right.is_empty() {
            let asks = phrase::asks(self.text(lines.end - 1)) && self.is_lettered(list);
            if asks {
                self.unanswered_item(id, lines.start);
            }
            return asks;
        }
        let span = self.tree.block(id).span.clone();
        let draft = Draft { span, ..self.question_draft(lines, context) };
        let made = self.choice_entry(Some(&choice), blocks, draft);
        if made {
            self.roles.block_is_gone(id);
        }
        made
    }

    /// How many of the blocks below a question say that they answer it.
    fn answers(&self, blocks: &[BlockId]) -> usize {
        blocks.iter().take_while(|&&id| self.is_answer(id)).count()
    }

    // Options in lines of their own.

    /// The question and the options of lines that begin with letters in their order.
    fn lettered(&self, lines: &Range<LineId>) -> Option<Lettered> {
        let letter = |line: LineId| phrase::letter(self.text(line));
        let first = (lines.start + 1..lines.end).find(|&line| letter(line) == Some('A'))?;
        let letters: Vec<Option<char>> = (first..lines.end).map(letter).collect();
        let in_order = letters.len() >= 2 && letters.iter().all(Option::is_some) && letters.is_sorted();
        in_order.then(|| Lettered { lines: lines.clone(), options: first..lines.end })
    }

    /// Makes an entry of a lettered question that stands in `asked`, and of the blocks that answer it. Tells whether
    /// it was made.
    fn lettered_entry(&mut self, lettered: &Lettered, asked: BlockId, answers: &[BlockId], context: &Context) -> bool {
        let named: Vec<char> = answers.iter().filter_map(|&id| self.answer_letters(id)).flatten().collect();
        let mut renderer = self.renderer();
        for line in lettered.options.clone() {
            if phrase::letter(self.text(line)).is_some_and(|letter| named.contains(&letter)) {
                renderer.paragraph(None, line..line + 1);
            }
        }
        renderer.answers(answers);
        let definition = renderer.finish();
        let end = answers.last().map_or(asked, |&last| last);
        let span = self.tree.block(asked).span.start..self.tree.block(end).span.end;
        let draft = Draft { span, ..self.question_draft(&lettered.lines, context) };
        let made = self.add(draft, definition).is_ok();
        for &block in answers.iter().chain([&asked]).filter(|_| made) {
            self.roles.block_is_gone(block);
        }
        made
    }

    /// Makes an entry of an item with a lettered question and its answer. Tells whether it spoke for the item.
    fn lettered_item(&mut self, id: BlockId, lettered: &Lettered, blocks: &[BlockId], context: &Context) -> bool {
        let answered = !blocks.is_empty() && self.answers(blocks) == blocks.len();
        if answered && self.lettered_entry(lettered, id, blocks, context) {
            return true;
        }
        let asks = blocks.is_empty() && phrase::asks(self.text(lettered.options.start - 1));
        if asks {
            self.unanswered_item(id, lettered.lines.start);
        }
        asks
    }

    /// A list whose last item asks by options, and the blocks below the list that answer it. Tells how many blocks
    /// that are, 0 if it is no such list.
    pub fn quiz_list(&mut self, items: &[BlockId], below: &[BlockId], context: &Context) -> usize {
        let (Some(&last), answers @ 1..) = (items.last(), self.answers(below)) else { return 0 };
        let Some(lettered) = self.first_lines(last).and_then(|lines| self.lettered(&lines)) else { return 0 };
        if self.lettered_entry(&lettered, last, &below[..answers], context) { answers } else { 0 }
    }

    /// The lines of the paragraph that an item begins with.
    fn first_lines(&self, item: BlockId) -> Option<Range<LineId>> {
        let lines = self.tree.block(self.tree.children(item).next()?).lines.clone();
        (!lines.is_empty()).then_some(lines)
    }

    /// Items that stand side by side, `Q: …` and `A: …`. Tells whether the two are an entry.
    pub fn question_items(&mut self, question: BlockId, answer: BlockId, context: &Context) -> bool {
        let (Some(asked), Some(answered)) = (self.only_lines(question), self.only_lines(answer)) else { return false };
        let marks = phrase::question_mark(self.text(asked.start)).is_some()
            && phrase::answer_mark(self.text(answered.start)).is_some();
        if !marks {
            return false;
        }
        let mut renderer = self.renderer();
        renderer.paragraph(Some(self.marked_answer(answered.start)), answered.start + 1..answered.end);
        let definition = renderer.finish();
        let span = self.tree.block(question).span.start..self.tree.block(answer).span.end;
        let draft = Draft { span, ..self.question_draft(&asked, context) };
        if self.add(draft, definition).is_err() {
            return false;
        }
        self.roles.block_is_gone(question);
        self.roles.block_is_gone(answer);
        true
    }

    /// The lines of the only item of a list, if it begins with `A:`.
    pub fn answer_list(&self, blocks: &[BlockId]) -> Option<Range<LineId>> {
        let [list] = blocks else { return None };
        let BlockKind::List(_) = self.tree.block(*list).kind else { return None };
        let [item] = self.children(*list)[..] else { return None };
        let lines = self.only_lines(item)?;
        phrase::answer_mark(self.text(lines.start)).map(|_| lines)
    }

    /// The lines of an item that holds one paragraph and nothing else.
    fn only_lines(&self, item: BlockId) -> Option<Range<LineId>> {
        let mut children = self.tree.children(item);
        let lines = self.tree.block(children.next()?).lines.clone();
        (children.next().is_none() && !lines.is_empty()).then_some(lines)
    }

    // The parts of a question.

    fn question_draft(&self, lines: &Range<LineId>, context: &Context) -> Draft {
        let line = self.tree.line(lines.start);
        let mark = phrase::question_mark(self.text(lines.start)).unwrap_or(0);
        let named = self.named(&(line.text.start + mark..line.text.end));
        let mut draft = Draft::new(self, named, lines.start, context, Rule::Question);
        if lines.len() > 1 {
            let mut renderer = self.renderer();
            renderer.paragraph(None, lines.start + 1..lines.end);
            draft.suffix.push(&renderer.finish().html);
        }
        draft
    }

    /// The first line of an answer, less its mark.
    pub fn marked_answer(&self, line: LineId) -> (LineId, Range<usize>) {
        let text = self.tree.line(line).text.clone();
        let mark = phrase::answer_mark(self.text(line)).or_else(|| phrase::answer_arrow(self.text(line))).unwrap_or(0);
        (line, text.start + mark..text.end)
    }

    fn lines_span(&self, lines: &Range<LineId>) -> Span {
        self.tree.line(lines.start).span.start..self.tree.line(lines.end - 1).span.end
    }

    /// Whether a block answers the question above it: 「答え：…」, or a callout with such a title.
    fn is_answer(&self, id: BlockId) -> bool {
        let lines = match self.tree.block(id).kind {
            BlockKind::Quote(Some(_)) => self.tree.title(id),
            BlockKind::Paragraph(_) => Some(id),
            _ => None,
        };
        let line = lines.map_or(0..0, |id| self.tree.block(id).lines.clone()).next();
        let Some(title) = line.map(|line| self.text(line)) else { return false };
        phrase::answer_mark(title).is_some() || lexicon::is(Class::AnswerTitle, &lexicon::key(title))
    }

    /// A list of options: lettered, or tasks of which some are done.
    fn options(&self, id: BlockId) -> Option<Choice> {
        let BlockKind::List(start) = self.tree.block(id).kind else { return None };
        let items = self.children(id);
        let task = |item: &BlockId| matches!(self.tree.block(*item).kind, BlockKind::Item(Some(_)));
        let done = |item: &BlockId| self.tree.block(*item).kind == BlockKind::Item(Some(Task::Done));
        let right: Vec<BlockId> = items.iter().copied().filter(done).collect();
        let tasks = items.iter().all(task) && !right.is_empty() && right.len() < items.len();
        (items.len() >= 2 && (tasks || self.is_lettered(id))).then_some(Choice { list: id, start, right })
    }

    /// Whether the items of a list begin with letters in their order: `A.`, `B.`
    fn is_lettered(&self, list: BlockId) -> bool {
        let letters: Option<Vec<char>> = self.tree.children(list).map(|item| self.letter(item)).collect();
        letters.is_some_and(|letters| letters.len() >= 2 && letters.is_sorted())
    }

    fn letter(&self, item: BlockId) -> Option<char> {
        let first = self.tree.children(item).next()?;
        let line = self.tree.block(first).lines.clone();
        (!line.is_empty()).then(|| phrase::letter(self.text(line.start)))?
    }

    /// The options that are right: those that are ticked, or whose letters or numbers the answer names.
    fn right_options(&self, choice: &Choice, answer: &[BlockId]) -> Vec<BlockId> {
        if !choice.right.is_empty() {
            return choice.right.clone();
        }
        let named: Vec<char> = answer.iter().filter_map(|&id| self.answer_letters(id)).flatten().collect();
        let number = |at: u32| char::from_digit(u32::try_from(choice.start?).ok()?.checked_add(at)?, 10);
        let items = (0..).zip(self.children(choice.list));
        let right = items.filter(|&(at, item)| {
            let label = self.letter(item).or_else(|| number(at));
            label.is_some_and(|label| named.contains(&label))
        });
        right.map(|(_, item)| item).collect()
    }

    /// The letters that an answer names, if its first line says nothing else: "Correct answer: B, E".
    fn answer_letters(&self, id: BlockId) -> Option<Vec<char>> {
        let lines = self.all_lines(id);
        lines.into_iter().find_map(|line| phrase::named_letters(self.text(line)))
    }

    /// The lines of a block and of all that is in it.
    fn all_lines(&self, id: BlockId) -> Vec<LineId> {
        let block = self.tree.block(id);
        (id..block.end).flat_map(|id| self.tree.block(id).lines.clone()).collect()
    }

    // Questions without an answer.

    /// A paragraph that ends in a question, over a list of as many items as options are.
    pub fn asks_over_options(&self, blocks: &[BlockId]) -> bool {
        let [paragraph, list, ..] = blocks else { return false };
        let (question, options) = (self.tree.block(*paragraph), self.tree.block(*list));
        let asked = matches!(question.kind, BlockKind::Paragraph(_)) && !question.lines.is_empty();
        let mark = |text: &str| text.trim_end_matches(['。', ')', '）']).ends_with(['?', '？']);
        asked
            && mark(self.text(question.lines.end - 1))
            && matches!(options.kind, BlockKind::List(_))
            && (3..=6).contains(&self.children(*list).len())
    }

    /// A paragraph that asks to choose among the items of the list below it.
    fn is_quiz(&self, blocks: &[BlockId]) -> bool {
        let [paragraph, list, ..] = blocks else { return false };
        let lines = &self.tree.block(*paragraph).lines;
        let asks = phrase::asks_to_choose(self.text(lines.end - 1));
        asks && matches!(self.tree.block(*list).kind, BlockKind::List(_))
    }

    /// An item that asks and gives no answer leaves the definition too.
    pub fn unanswered_item(&mut self, id: BlockId, line: LineId) {
        self.roles.block_is_gone(id);
        self.unanswered_question(self.tree.block(id).span.clone(), line);
    }

    /// The same of lines, if they ask for sure: 「問題：」 may also name a problem.
    fn unanswered_lines(&mut self, lines: &Range<LineId>) {
        if !phrase::surely_asks(self.text(lines.start)) {
            return;
        }
        for line in lines.clone() {
            self.roles.line_is_gone(line);
        }
        self.unanswered_question(self.lines_span(lines), lines.start);
    }

    /// A quiz without answers teaches nothing: it leaves the definition.
    fn unanswered(&mut self, blocks: &[BlockId], count: usize) -> usize {
        let line = self.tree.block(blocks[0]).lines.start;
        for &id in &blocks[..count] {
            self.roles.block_is_gone(id);
        }
        let span = self.tree.block(blocks[0]).span.start..self.tree.block(blocks[count - 1]).span.end;
        self.unanswered_question(span, line);
        count
    }

    fn unanswered_question(&mut self, span: Span, line: LineId) {
        let question = self.text(line).to_owned();
        self.decide(span.clone(), Rule::Unanswered);
        self.report(span, findings::UnansweredQuestion { question }.into());
    }

    // Callouts that hide an answer.

    /// Whether a block hides an example, by its summary.
    pub fn hides_example(&self, id: BlockId) -> bool {
        let Some(line) = self.tree.title(id).map(|title| self.tree.block(title).lines.start) else { return false };
        let key = lexicon::key(self.text(line));
        lexicon::starts(Class::ExampleStart, &key)
    }

    /// A details block whose summary is a question or a term is an entry. Tells whether it is.
    pub fn details(&mut self, id: BlockId, context: &Context) -> bool {
        let Some(line) = self.tree.title(id).map(|title| self.tree.block(title).lines.start) else { return false };
        let title = self.text(line);
        if self.hides_example(id)
            || phrase::is_summary(title)
            || self.is_label(line)
            || phrase::not_a_term(title).is_some()
        {
            return false;
        }
        let mark = phrase::question_mark(title).unwrap_or(0);
        let text = self.tree.line(line).text.clone();
        let named = self.named(&(text.start + mark..text.end));
        let hidden: Vec<BlockId> = self.tree.content(id).collect();
        self.blocks(&hidden, &self.under(context, &named.range));
        let mut renderer = self.renderer();
        renderer.blocks(hidden);
        let definition: Definition = renderer.finish();
        let shown = named.range.clone();
        let span = self.tree.block(id).span.clone();
        let made =
            self.add(Draft { span, ..Draft::new(self, named, line, context, Rule::Details) }, definition).is_ok();
        if made {
            self.roles.block_is_term(id, line, shown);
        }
        made
    }
}
