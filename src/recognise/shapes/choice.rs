//! Multiple choice: options, in a list or in lines of their own, and the answers that name some of them.
//!
//! The options belong to the front; the right ones and the explanation are the answer.

use crate::lexicon::{self, Class};
use std::borrow::Cow;
use std::mem;
use std::ops::{Range, RangeInclusive};

use super::asked::{self, claim};
use crate::findings::NoAnswer;
use crate::markdown::{BlockId, BlockKind, LineId, Tag, Task};
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Footprint, Part, Refused};
use crate::recognise::cursor::Item;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::recognise::seams::MOST_OPTIONS;
use crate::text::{columns, line_start};

/// Fewest options of a question.
const FEWEST_OPTIONS: usize = 2;
/// How many items a list has that may be options, though nothing says so.
pub(super) const OPTIONS: RangeInclusive<usize> = 3..=6;
/// Widest key that may name no option, in columns, where all options are narrower: more is an explanation.
const WIDEST_KEY: usize = 12;
/// Widest option that a message repeats as an example of a key, in columns.
const WIDEST_EXAMPLE: usize = 30;

/// The options of a multiple-choice question, and which of them are right.
pub(super) struct Choice {
    options: Options,
    /// The positions of those that are ticked.
    ticked: Vec<usize>,
    /// Whether they are known to be options by letters or ticks, whatever stands below them.
    pub is_sure: bool,
    /// Where the key is told.
    key: Key,
}

/// Where the key of options is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// In blocks that say so themselves.
    Marked,
    /// Under a heading that says so.
    UnderHeading,
}

/// How a key calls options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Labels {
    /// By letters or numbers that they begin with.
    Written,
    /// By their places, since they have none.
    Counted,
}

/// Where options stand.
enum Options {
    /// The items of a list, which begins with this number if it is numbered.
    List(BlockId, Option<u64>),
    /// Lines of a paragraph.
    Lines(Range<LineId>),
    /// Paragraphs, one after the other.
    Paragraphs(Vec<BlockId>),
    /// Parts of one line, in a paragraph of its own or at the end of the question.
    InLine(LineId, Place, Vec<Range<usize>>),
}

/// Where a line with options stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a paragraph of its own.
    Below,
    /// In the question.
    Question,
}

/// What options under a question come to.
pub(super) enum Told {
    /// So many blocks below them answer, with the ticks that they have.
    Answered(usize),
    /// Nothing names the right ones, and why; so many blocks below them say that they do.
    Open(NoAnswer, usize),
}

/// Which blocks below options may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Those that say so.
    Marked,
    /// All, where one of them says so.
    All,
}

impl Choice {
    /// The options of a list: lettered, or tasks of which some are done.
    pub fn read(facts: &Facts<'_>, list: BlockId) -> Option<Self> {
        let choice = Self::of_items(facts, list)?;
        (choice.is_sure || is_lettered(facts, list)).then_some(Self { is_sure: true, ..choice })
    }

    /// The items of a list as options.
    pub fn of_items(facts: &Facts<'_>, list: BlockId) -> Option<Self> {
        let BlockKind::List(start) = facts.tree.block(list).kind else { return None };
        let items = facts.children(list);
        let task = |item: &BlockId| matches!(facts.tree.block(*item).kind, BlockKind::Item(Some(_)));
        let done = |at: &usize| facts.tree.block(items[*at]).kind == BlockKind::Item(Some(Task::Done));
        let some = |ticked: Vec<usize>| (!ticked.is_empty() && ticked.len() < items.len()).then_some(ticked);
        let at = |is: &dyn Fn(&usize) -> bool| some((0..items.len()).filter(is).collect());
        let by_boxes = || items.iter().all(task).then(|| at(&done)).flatten();
        let by_marks = || at(&|&at| is_marked(facts, items[at]));
        let by_bold = || is_lettered(facts, list).then(|| at(&|&at| is_bold(facts, items[at]))).flatten();
        let ticked = by_boxes().or_else(by_marks).or_else(by_bold);
        let is_sure = ticked.is_some();
        let ticked = ticked.unwrap_or_default();
        (items.len() >= FEWEST_OPTIONS).then_some(Self {
            options: Options::List(list, start),
            ticked,
            is_sure,
            key: Key::Marked,
        })
    }

    /// The options under a question, if there are any.
    pub fn below(facts: &Facts<'_>, question: &Range<LineId>, blocks: &[BlockId]) -> Option<Self> {
        let &first = blocks.first()?;
        if facts.is_list(first) {
            return Self::of_question(facts, question, first).or_else(|| Self::by_key(facts, first, &blocks[1..]));
        }
        let found = Self::first_of(facts, blocks).filter(|(_, asked)| asked.is_empty())?.0;
        (answers(facts, &blocks[found.count()..]) > 0).then_some(found)
    }

    /// The options under a question, and what they come to; `None` where a list may be the answer itself.
    pub fn under(
        facts: &Facts<'_>,
        question: &Range<LineId>,
        blocks: &[BlockId],
        extent: Extent,
    ) -> Option<(Self, Told)> {
        let choice = Self::in_question(facts, question).or_else(|| Self::right_below(facts, question, blocks))?;
        let asks = || asks(facts, question);
        let chooses = || chooses(facts, question);
        let rest = &blocks[choice.count()..];
        let count = choice.key_blocks(facts, rest, extent);
        if choice.is_ticked() {
            let shows = extent == Extent::All && choice.has_boxes(facts) || asks_for_options(facts, question);
            return shows.then_some((choice, Told::Answered(count)));
        }
        if choice.is_answered(facts, &rest[..count]) {
            return (choice.is_sure || asks()).then_some((choice, Told::Answered(count)));
        }
        if count > 0 {
            let strange = choice.strange_key(facts, &rest[..count]);
            let is_sure = choice.is_sure || chooses();
            return match strange {
                Some(key) if asks() && (is_sure || phrase::key_labels(&key).is_some()) => {
                    Some((choice, Told::Open(NoAnswer::NotAnOption(key), count)))
                }
                _ => is_sure.then_some((choice, Told::Answered(count))),
            };
        }
        // Where keys are listed at the end, a list under a question holds options.
        let is_keyed_apart = || facts.keys.is_some() && is_numbered(facts, question);
        let is_open = (choice.is_sure || is_lettered_choice(facts, &choice)) && asks() || chooses() || is_keyed_apart();
        let why = || NoAnswer::NoKey { example: choice.example_of_key(facts) };
        is_open.then(why).map(|why| (choice, Told::Open(why, 0)))
    }

    /// What options under a heading come to, by all blocks below them.
    pub fn told_under(&self, facts: &Facts<'_>, rest: &[BlockId]) -> Told {
        if self.is_answered(facts, rest) {
            return Told::Answered(rest.len());
        }
        let is_titled =
            self.key == Key::UnderHeading || rest.iter().any(|&id| is_answer(facts, id) || is_titled_answer(facts, id));
        let count = if is_titled { rest.len() } else { self.key_blocks(facts, rest, Extent::All) };
        match self.strange_key(facts, &rest[..count]) {
            Some(key) => Told::Open(NoAnswer::NotAnOption(key), count),
            None if count == 0 => Told::Open(NoAnswer::NoKey { example: self.example_of_key(facts) }, 0),
            None => Told::Answered(count),
        }
    }

    /// The options at the end of a question: `Which floats? a) oak b) balsa`.
    fn in_question(facts: &Facts<'_>, question: &Range<LineId>) -> Option<Self> {
        let line = question.clone().next_back()?;
        let parts = phrase::options_in_line(facts.text(line));
        let first = parts.first()?.start;
        let is_below = first > facts.question_mark(line).unwrap_or(0);
        is_below.then(|| Self::sure(Options::InLine(line, Place::Question, parts), Vec::new()))
    }

    fn sure(options: Options, ticked: Vec<usize>) -> Self {
        Self { options, ticked, is_sure: true, key: Key::Marked }
    }

    /// The options that the first of some blocks may be.
    pub fn right_below(facts: &Facts<'_>, question: &Range<LineId>, blocks: &[BlockId]) -> Option<Self> {
        let &first = blocks.first()?;
        if !facts.is_list(first) {
            return Self::first_of(facts, blocks).filter(|(_, asked)| asked.is_empty()).map(|(choice, _)| choice);
        }
        let choice = Self::of_items(facts, first)?;
        if choice.is_sure || is_lettered(facts, first) {
            return Some(Self { is_sure: true, ..choice });
        }
        if all_open(facts, first) {
            return Some(choice);
        }
        let items = facts.children(first);
        let bold: Vec<usize> = (0..items.len()).filter(|&at| is_bold(facts, items[at])).collect();
        let which = || question.clone().any(|line| phrase::asks_which(facts.text(line)));
        let counts = || is_counted(facts, question) && asks(facts, question) && are_bare(facts, &items);
        let ticked =
            if bold.len() == 1 && (which() || chooses(facts, question) || counts()) { bold } else { Vec::new() };
        Some(Self { ticked, ..choice })
    }

    /// The items of a list as options, if one of them is in bold and all are as short as options.
    pub fn by_bold(facts: &Facts<'_>, list: BlockId) -> Option<Self> {
        let items = facts.children(list);
        let bold: Vec<usize> = (0..items.len()).filter(|&at| is_bold(facts, items[at])).collect();
        let choice = Self::of_items(facts, list).filter(|_| bold.len() == 1 && are_bare(facts, &items))?;
        Some(Self { ticked: bold, ..choice })
    }

    /// How many of the blocks below options answer.
    fn key_blocks(&self, facts: &Facts<'_>, rest: &[BlockId], extent: Extent) -> usize {
        let bare = rest.first().is_some_and(|&id| self.is_bare_key(facts, id));
        let told = usize::from(bare) + answers(facts, &rest[usize::from(bare)..]);
        match extent {
            Extent::Marked => told,
            Extent::All if bare || self.is_ticked() || rest.iter().any(|&id| is_answer(facts, id)) => rest.len(),
            Extent::All => 0,
        }
    }

    /// Returns true if a block is nothing but the label of an option: **B**.
    fn is_bare_key(&self, facts: &Facts<'_>, id: BlockId) -> bool {
        let lines = &facts.tree.block(id).lines;
        facts.is_paragraph(id) && lines.len() == 1 && {
            let text = facts.text(lines.start).trim();
            let labels = phrase::named_letters(&facts.config.words, text);
            let options = self.named(facts);
            labels
                .is_some_and(|labels| labels.iter().all(|label| options.iter().any(|option| option.0 == Some(*label))))
        }
    }

    /// A key that names none of the options, if it is one: not where it tells more, or several of them.
    fn strange_key(&self, facts: &Facts<'_>, key: &[BlockId]) -> Option<String> {
        let texts: Vec<Cow<'_, str>> = key.iter().flat_map(|&id| told_texts(facts, id)).collect();
        let words = &facts.config.words;
        let told = texts.iter().find_map(|text| phrase::key_told(words, text)).or(texts.first().map(|text| &**text))?;
        let options = self.named(facts);
        if options.len() > MOST_OPTIONS {
            return None;
        }
        let widest = options.iter().map(|(_, text)| columns(text)).max().unwrap_or(0).max(WIDEST_KEY);
        let tells = columns(told) > widest || texts.len() > 1 && phrase::key_labels(told).is_none();
        (!tells && contained(&options, told).is_empty()).then(|| told.trim().to_owned())
    }

    /// Returns true if boxes tell that a list holds options.
    fn has_boxes(&self, facts: &Facts<'_>) -> bool {
        match &self.options {
            Options::List(list, _) => {
                let mut items = facts.tree.children(*list);
                items.all(|item| matches!(facts.tree.block(item).kind, BlockKind::Item(Some(_))))
                    || is_lettered(facts, *list)
            }
            Options::Lines(_) | Options::Paragraphs(_) | Options::InLine(..) => false,
        }
    }

    /// The options that a list gives a question, if it does.
    fn of_question(facts: &Facts<'_>, question: &Range<LineId>, list: BlockId) -> Option<Self> {
        let choose = || question.clone().any(|line| phrase::asks_to_choose(facts.text(line)));
        Self::read(facts, list).or_else(|| Self::of_items(facts, list).filter(|_| choose()))
    }

    /// The options of a list of which the key below it names some.
    pub fn by_key(facts: &Facts<'_>, list: BlockId, below: &[BlockId]) -> Option<Self> {
        // Asked first, since most lists have no key below them.
        below.first().filter(|&&id| is_answer(facts, id))?;
        Self::of_items(facts, list).filter(|choice| !choice.right(facts, below).is_empty())
    }

    /// The options of a list of which what stands under a heading "Answer" names some.
    pub fn by_heading(facts: &Facts<'_>, list: BlockId, answers: &[BlockId]) -> Option<Self> {
        answers.first()?;
        let choice = Self::of_items(facts, list)?.answered_under(answers);
        choice.is_answered(facts, answers).then_some(choice)
    }

    /// The same, and these blocks under a heading "Answer" hold the key, if there are any.
    pub fn answered_under(self, answers: &[BlockId]) -> Self {
        if answers.is_empty() { self } else { Self { key: Key::UnderHeading, ..self } }
    }

    /// The options with which some blocks begin, under a question: also such as stand in lines or paragraphs of their
    /// own. And the lines of the question above them, in the same paragraph.
    pub fn first_of(facts: &Facts<'_>, blocks: &[BlockId]) -> Option<(Self, Range<LineId>)> {
        let &first = blocks.first()?;
        if facts.is_list(first) {
            let choice = Self::read(facts, first).or_else(|| Self::by_key(facts, first, &blocks[1..]));
            return choice.or_else(|| Self::open_tasks(facts, first)).map(|choice| (choice, 0..0));
        }
        let lines = facts.tree.block(first).lines.clone();
        if !facts.is_paragraph(first) || lines.is_empty() {
            return None;
        }
        if let Some(options) = lettered_lines(facts, lines.clone()) {
            let ticked = ticked_lines(facts, &options);
            return Some((Self::sure(Options::Lines(options.clone()), ticked), lines.start..options.start));
        }
        let text = facts.text(lines.start);
        let parts = if lines.len() == 1 && phrase::option_label(text).is_some() {
            phrase::options_in_line(text)
        } else {
            Vec::new()
        };
        if parts.first().is_some_and(|part| part.start == 0) {
            return Some((Self::sure(Options::InLine(lines.start, Place::Below, parts), Vec::new()), 0..0));
        }
        let label = |id: BlockId| {
            let line = facts.tree.block(id).lines.clone().next().filter(|_| facts.is_paragraph(id))?;
            phrase::option_label(facts.text(line))
        };
        let mut last = label(first).filter(|&label| phrase::is_first_label(label))?;
        // So many as there are labels, at most: most paragraphs with one begin no options.
        let is_next = |&&id: &&BlockId| label(id).is_some_and(|label| mem::replace(&mut last, label) < label);
        let in_order = 1 + blocks[1..].iter().take_while(is_next).count();
        (in_order >= FEWEST_OPTIONS)
            .then(|| (Self::sure(Options::Paragraphs(blocks[..in_order].to_vec()), Vec::new()), 0..0))
    }

    /// Boxes none of which is ticked: a question that is left open.
    pub fn open_tasks(facts: &Facts<'_>, list: BlockId) -> Option<Self> {
        all_open(facts, list).then(|| Self::of_items(facts, list)).flatten()
    }

    /// Returns true if ticks say which of the options are right.
    pub fn is_ticked(&self) -> bool {
        !self.ticked.is_empty()
    }

    /// Returns true if the blocks below the options name right ones.
    pub fn is_answered(&self, facts: &Facts<'_>, below: &[BlockId]) -> bool {
        !self.right(facts, below).is_empty()
    }

    /// How many blocks the options are.
    pub fn count(&self) -> usize {
        match &self.options {
            Options::List(..) | Options::Lines(_) | Options::InLine(_, Place::Below, _) => 1,
            Options::InLine(_, Place::Question, _) => 0,
            Options::Paragraphs(blocks) => blocks.len(),
        }
    }

    /// How a key calls the options.
    fn labels(&self, facts: &Facts<'_>) -> Labels {
        let has_label =
            |item: BlockId| facts.first_line(item).is_some_and(|line| phrase::option_label(facts.text(line)).is_some());
        match &self.options {
            Options::List(list, None) if !facts.tree.children(*list).any(has_label) => Labels::Counted,
            Options::List(..) | Options::Lines(_) | Options::Paragraphs(_) | Options::InLine(..) => Labels::Written,
        }
    }

    /// A key of one of the options, as an example: its label, or its words where it has none.
    pub fn example_of_key(&self, facts: &Facts<'_>) -> String {
        let options = self.named(facts);
        let Some(&(label, text)) = options.get(1).or(options.first()) else { return String::new() };
        let text = text.trim();
        match label {
            Some(label) if self.labels(facts) == Labels::Written || columns(text) > WIDEST_EXAMPLE => label.to_string(),
            Some(_) | None => text.to_owned(),
        }
    }

    /// Each option by the label that it begins with or is counted by, and its text after that.
    fn named<'f>(&self, facts: &'f Facts<'_>) -> Vec<(Option<char>, &'f str)> {
        let labelled = |text: &'f str| (phrase::option_label(text), phrase::after_label(text));
        let of_line = |line: LineId| labelled(facts.text(line));
        match &self.options {
            Options::Lines(lines) => groups(facts, lines).into_iter().map(|group| of_line(group.start)).collect(),
            Options::InLine(line, _, parts) => {
                parts.iter().map(|part| labelled(&facts.text(*line)[part.clone()])).collect()
            }
            Options::Paragraphs(blocks) => {
                let first = |&id: &BlockId| of_line(facts.tree.block(id).lines.start);
                blocks.iter().map(first).collect()
            }
            Options::List(list, start) => {
                let number = |at: u32| char::from_digit(u32::try_from(start.unwrap_or(1)).ok()?.checked_add(at)?, 10);
                let items = (0..).zip(facts.tree.children(*list));
                let option = |(at, item): (u32, BlockId)| {
                    let (label, text) = facts.first_line(item).map_or((None, ""), of_line);
                    (label.or_else(|| number(at)), text)
                };
                items.map(option).collect()
            }
        }
    }

    /// Returns true if nothing but boxes says that items are options: they may be tasks.
    pub fn may_be_tasks(&self, facts: &Facts<'_>) -> bool {
        matches!(self.options, Options::List(list, _) if !is_lettered(facts, list)) && self.has_boxes(facts)
    }

    /// The positions of the options that are right: those that are ticked, or that the answer names by their letters,
    /// their numbers or their words.
    fn right(&self, facts: &Facts<'_>, answers: &[BlockId]) -> Vec<usize> {
        if !self.ticked.is_empty() {
            return self.ticked.clone();
        }
        let options = self.named(facts);
        if options.len() > MOST_OPTIONS {
            return Vec::new();
        }
        answers
            .iter()
            .map(|&id| named_in(facts, &options, self.key, self.labels(facts), id))
            .find(|named| !named.is_empty())
            .unwrap_or_default()
    }

    /// The parts of the question that the options are: none where but one of them is written out.
    pub fn parts(&self, facts: &Facts<'_>) -> Vec<Part> {
        let says = |(_, text): &(Option<char>, &str)| phrase::has_word(text);
        let is_picture = |list: BlockId| asked::all_lines(facts, list).is_empty();
        match &self.options {
            Options::List(list, _)
                if self.named(facts).iter().filter(|option| says(option)).count() < FEWEST_OPTIONS
                    && !is_picture(*list) =>
            {
                Vec::new()
            }
            Options::List(list, start) => vec![Part::Options(*list, *start)],
            Options::Lines(lines) => vec![Part::OptionLines(lines.clone())],
            Options::InLine(_, Place::Question, _) => Vec::new(),
            Options::InLine(line, Place::Below, _) => vec![Part::OptionLines(*line..*line + 1)],
            Options::Paragraphs(blocks) => vec![Part::Blocks(blocks.clone())],
        }
    }

    /// The parts of the answer: the right options, as ticks or the blocks below them tell, and these blocks. What only
    /// says the same again is left out.
    pub fn answer(&self, facts: &Facts<'_>, below: &[BlockId]) -> Vec<Part> {
        let right = self.right(facts, below);
        if let Some((&key, rest)) =
            below.split_first().filter(|(key, _)| !right.is_empty() && self.is_bare_key(facts, **key))
        {
            let parts = [Part::LeftOut(key), Part::Answers(rest.to_vec())];
            return self.chosen(facts, &right).into_iter().chain(parts).collect();
        }
        let repeats = |id: BlockId| !right.is_empty() && self.is_repeated_in(facts, &right, id);
        let first = below.first().copied().filter(|&id| repeats(id));
        let Options::List(..) = &self.options else {
            // In lines of their own, the key with its words is the better answer.
            let chosen = if first.is_some() { Vec::new() } else { self.chosen(facts, &right) };
            return chosen.into_iter().chain([Part::Answers(below.to_vec())]).collect();
        };
        let mut parts = self.chosen(facts, &right);
        let alone = first.filter(|&id| told_texts(facts, id).len() == 1);
        parts.extend(alone.map(Part::LeftOut));
        parts.push(Part::Answers(below[usize::from(alone.is_some())..].to_vec()));
        parts
    }

    /// Whether the first line of a key has the words of the options that it names, "Answer: b) Ribosome", or only counts
    /// them.
    fn is_repeated_in(&self, facts: &Facts<'_>, right: &[usize], id: BlockId) -> bool {
        let options = self.named(facts);
        let texts = told_texts(facts, id);
        let is_titled = self.key == Key::UnderHeading || is_titled_answer(facts, id);
        let is_key = |key: &&Cow<'_, str>| is_titled || phrase::key_told(&facts.config.words, key).is_some();
        texts.first().filter(is_key).is_some_and(|key| {
            // A letter says nothing where the front shows none.
            if self.labels(facts) == Labels::Counted && phrase::named_letters(&facts.config.words, key).is_some() {
                return true;
            }
            let key = lexicon::key(key);
            right.iter().all(|&at| phrase::has_word(options[at].1) && key.ends_with(&lexicon::key(options[at].1)))
        })
    }

    /// The options at these positions.
    fn chosen(&self, facts: &Facts<'_>, right: &[usize]) -> Vec<Part> {
        match &self.options {
            Options::List(list, _) => {
                let items = facts.children(*list);
                vec![Part::Chosen(right.iter().map(|&at| items[at]).collect())]
            }
            Options::Lines(lines) => {
                let groups = groups(facts, lines);
                right.iter().map(|&at| Part::Paragraph(None, groups[at].clone())).collect()
            }
            Options::InLine(line, _, parts) => {
                let start = facts.tree.line(*line).text.start;
                let part = |&at: &usize| {
                    let part = start + parts[at].start..start + parts[at].end;
                    Part::Paragraph(Some((*line, part)), *line + 1..*line + 1)
                };
                right.iter().map(part).collect()
            }
            Options::Paragraphs(blocks) => vec![Part::Blocks(right.iter().map(|&at| blocks[at]).collect())],
        }
    }
}

/// Returns true if the options of a question have labels.
fn is_lettered_choice(facts: &Facts<'_>, choice: &Choice) -> bool {
    match &choice.options {
        Options::List(list, _) => is_lettered(facts, *list),
        Options::Lines(_) | Options::Paragraphs(_) | Options::InLine(..) => true,
    }
}

/// Returns true if lines ask, by a mark or by their words.
fn asks(facts: &Facts<'_>, question: &Range<LineId>) -> bool {
    let words = &facts.config.words;
    question.clone().any(|line| phrase::asks(facts.text(line)))
        || question.clone().next().is_some_and(|line| {
            let text = facts.text(line);
            phrase::question_mark(words, text).is_some() && phrase::surely_asks(words, text)
        })
}

/// Returns true if lines ask by options below them, of which some are ticked. A sentence behind a question answers it, and
/// boxes below that are tasks, unless it asks which.
fn asks_for_options(facts: &Facts<'_>, question: &Range<LineId>) -> bool {
    let last = question.end.saturating_sub(1)..question.end;
    let which = || question.clone().any(|line| phrase::asks_which(facts.text(line)));
    asks(facts, question) && (asks(facts, &last) || is_numbered(facts, question) || which()) || chooses(facts, question)
}

/// Returns true if a question has a mark or a number: `Q:`, 問1, `1.`
fn is_numbered(facts: &Facts<'_>, question: &Range<LineId>) -> bool {
    question.clone().next().is_some_and(|line| facts.question_mark(line).is_some())
        || is_counted(facts, question) && asks(facts, question)
}

/// Returns true if a question has a number, as those of exams have: `Q1.`, 問1, `1.`
fn is_counted(facts: &Facts<'_>, question: &Range<LineId>) -> bool {
    let Some(first) = question.clone().next() else { return false };
    let text = facts.text(first);
    let mark = phrase::question_mark(&facts.config.words, text).unwrap_or(0);
    let (source, start) = (&facts.source.text, facts.tree.line(first).span.start);
    let begin = source[line_start(source, start)..start].trim_end();
    text[..mark].contains(char::is_numeric)
        || begin.strip_suffix(['.', ')']).is_some_and(|begin| begin.ends_with(|c: char| c.is_ascii_digit()))
}

/// Returns true if some items are a line each, and as many as options are.
fn are_bare(facts: &Facts<'_>, items: &[BlockId]) -> bool {
    let is_line = |paragraph: Range<LineId>| paragraph.len() == 1;
    let is_bare =
        |&item: &BlockId| facts.tree.children(item).count() == 1 && facts.first_paragraph(item).is_some_and(is_line);
    OPTIONS.contains(&items.len()) && items.iter().all(is_bare)
}

/// Returns true if lines ask to choose.
pub(super) fn chooses(facts: &Facts<'_>, question: &Range<LineId>) -> bool {
    question.clone().any(|line| phrase::asks_to_choose(facts.text(line)))
}

/// Returns true if an option says itself that it is right: "S3 ✅".
fn is_marked(facts: &Facts<'_>, item: BlockId) -> bool {
    facts.first_line(item).is_some_and(|line| phrase::has_right_mark(facts.text(line)))
}

/// Returns true if all of an option is in bold, or all but its letter.
fn is_bold(facts: &Facts<'_>, item: BlockId) -> bool {
    facts.first_line(item).is_some_and(|line| is_bold_line(facts, line))
}

fn is_bold_line(facts: &Facts<'_>, id: LineId) -> bool {
    let line = facts.tree.line(id);
    let text = facts.tree.text(&line.text);
    let after = line.text.end - phrase::after_label(text).len();
    let whole = |start: usize| facts.tree.whole_span(line, &(start..line.text.end), |tag| tag == Tag::Strong);
    whole(line.text.start) || whole(after)
}

/// The positions of options in lines of their own that are marked as right, or in bold.
fn ticked_lines(facts: &Facts<'_>, lines: &Range<LineId>) -> Vec<usize> {
    let groups = groups(facts, lines);
    let at = |is: &dyn Fn(LineId) -> bool| -> Vec<usize> {
        let ticked: Vec<usize> = (0..groups.len()).filter(|&at| is(groups[at].start)).collect();
        if ticked.len() < groups.len() { ticked } else { Vec::new() }
    };
    let marked = at(&|line| phrase::has_right_mark(facts.text(line)));
    if marked.is_empty() { at(&|line| is_bold_line(facts, line)) } else { marked }
}

/// The options that a block of an answer names, by the first of its lines that names any; of a list, by all of its items.
fn named_in(facts: &Facts<'_>, options: &[(Option<char>, &str)], key: Key, labels: Labels, id: BlockId) -> Vec<usize> {
    let position = |label: char| options.iter().position(|option| option.0 == Some(label));
    let by_labels = |labels: Vec<char>| labels.into_iter().map(position).collect::<Option<Vec<usize>>>();
    let counted = |named: Vec<char>| match labels {
        Labels::Written => None,
        Labels::Counted => named.into_iter().map(|label| by_place(options, label)).collect::<Option<Vec<usize>>>(),
    };
    let words = &facts.config.words;
    let is_titled = key == Key::UnderHeading || is_titled_answer(facts, id);
    let in_text = |text: &Cow<'_, str>| {
        let told = || phrase::key_told(words, text).or_else(|| is_titled.then_some(&**text));
        // Options that are only counted may be numbers or letters themselves: "Answer: 4", "Answer: AB".
        let whole = || told().filter(|_| labels == Labels::Counted).and_then(|told| whole_option(options, told));
        let pure = || phrase::named_letters(words, text).and_then(|named| by_labels(named.clone()).or(counted(named)));
        whole().map(|at| vec![at]).or_else(pure).or_else(|| {
            let told = told()?;
            let named = phrase::key_labels(told).and_then(by_labels);
            let named = named.or_else(|| Some(by_words(options, told)).filter(|named| !named.is_empty()));
            named.or_else(|| phrase::key_labels(told).and_then(counted))
        })
    };
    if let Some(named) = numbered_answer(facts, id).and_then(position) {
        return vec![named];
    }
    let texts = asked::all_texts(facts, id);
    let mut named = if facts.is_list(id) {
        texts.iter().map(in_text).collect::<Option<Vec<_>>>().unwrap_or_default().concat()
    } else {
        texts.iter().find_map(in_text).unwrap_or_default()
    };
    named.sort_unstable();
    named.dedup();
    named
}

/// The option without a letter of its own that a letter counts: `B` is the second one. Not where one ends in that letter:
/// "Vitamin B".
fn by_place(options: &[(Option<char>, &str)], label: char) -> Option<usize> {
    let ends = |text: &str| text.strip_suffix(label).is_some_and(|rest| rest.ends_with(' '));
    let own = options.iter().position(|(_, text)| ends(text));
    own.or_else(|| phrase::place_of_label(label)).filter(|&at| at < options.len())
}

/// The lines with words of a block that answers, less its title.
fn told_texts<'f>(facts: &'f Facts<'_>, id: BlockId) -> Vec<Cow<'f, str>> {
    let all = if is_titled_answer(facts, id) {
        facts.tree.content(id).flat_map(|id| asked::all_texts(facts, id)).collect()
    } else {
        asked::all_texts(facts, id)
    };
    all.into_iter().filter(|text| phrase::has_word(text)).collect()
}

/// The number of an answer that Markdown reads as a list: `2. SQS` under "Answer".
fn numbered_answer(facts: &Facts<'_>, id: BlockId) -> Option<char> {
    let list = facts.tree.content(id).next().filter(|_| is_titled_answer(facts, id))?;
    let BlockKind::List(Some(start)) = facts.tree.block(list).kind else { return None };
    let alone = facts.tree.children(list).count() == 1;
    char::from_digit(u32::try_from(start).ok().filter(|_| alone)?, 10)
}

/// The options whose words a key repeats: "Correct answer: S3", "S3 and EFS".
fn by_words(options: &[(Option<char>, &str)], told: &str) -> Vec<usize> {
    let wanted = lexicon::key(told);
    let same = |told: &str| options.iter().position(|(_, text)| phrase::has_word(text) && lexicon::key(text) == told);
    if let Some(whole) = whole_option(options, told) {
        return vec![whole];
    }
    let parts = wanted.split([',', '、', '，']).flat_map(|part| part.split(" and "));
    let named = parts.map(|part| same(part.trim())).collect::<Option<Vec<usize>>>();
    named.unwrap_or_else(|| Some(contained(options, told)).filter(|named| named.len() == 1).unwrap_or_default())
}

/// The option that is all that a key says.
fn whole_option(options: &[(Option<char>, &str)], told: &str) -> Option<usize> {
    let wanted = lexicon::key(told);
    options.iter().position(|(_, text)| phrase::has_word(text) && lexicon::key(text) == wanted)
}

/// The options whose words stand in a key, less those that stand in others of these.
fn contained(options: &[(Option<char>, &str)], told: &str) -> Vec<usize> {
    let wanted = lexicon::key(told);
    let keys: Vec<String> = options.iter().map(|(_, text)| lexicon::key(text)).collect();
    let is_told = |key: &String| phrase::has_word(key) && phrase::has_name(&wanted, key);
    let all: Vec<usize> = (0..keys.len()).filter(|&at| is_told(&keys[at])).collect();
    let in_other =
        |at: usize| all.iter().any(|&other| keys[other].len() > keys[at].len() && keys[other].contains(&keys[at]));
    all.iter().copied().filter(|&at| !in_other(at)).collect()
}

/// Completes a question by the blocks after it: options go to the front, the rest is the answer.
pub(super) fn with_blocks(facts: &Facts<'_>, choice: Option<&Choice>, below: &[BlockId], claim: &mut Claim) {
    let rest = &below[choice.map_or(0, Choice::count)..];
    if let Some(choice) = choice {
        if let Asks::Term(term) = &mut claim.asks {
            term.more.extend(choice.parts(facts));
        }
        claim.answer.extend(choice.answer(facts, rest));
    } else {
        claim.answer.extend(answer(facts, rest));
    }
    claim.footprint.blocks.extend(below);
}

/// An item that asks by options and answers below it.
pub(super) fn item(facts: &Facts<'_>, item: &Item, context: &Context) -> Option<Claim> {
    let (id, lines, blocks) = (item.id, item.lines(), &item.blocks);
    if let Some(lettered) = Lettered::read(facts, &lines) {
        if !blocks.is_empty() && answers(facts, blocks) == blocks.len() {
            return Some(self::lettered(facts, &lettered, id, blocks, context));
        }
        let asks = blocks.is_empty() && phrase::asks(facts.text(lettered.options.start - 1));
        let example = || lettered.choice().example_of_key(facts);
        return asks.then(|| asked::unanswered(facts, id, item.line, context, NoAnswer::NoKey { example: example() }));
    }
    let (choice, told) = Choice::under(facts, &lines, blocks, Extent::All)?;
    if let Told::Open(why, _) = told {
        return Some(asked::unanswered(facts, id, item.line, context, why));
    }
    let mut claim = claim(facts, &lines, facts.span(id), context);
    with_blocks(facts, Some(&choice), blocks, &mut claim);
    claim.footprint.blocks.push(id);
    claim.refused = Refused::TryNext;
    Some(claim)
}

/// Blocks that answer, the first less its mark: `A:` says no more than where it stands.
pub(super) fn answer(facts: &Facts<'_>, blocks: &[BlockId]) -> Vec<Part> {
    let Some((&first, rest)) = blocks.split_first() else { return Vec::new() };
    let lines = facts.tree.block(first).lines.clone();
    let marked = facts.is_paragraph(first)
        && !lines.is_empty()
        && facts.says_it_answers(lines.start)
        && !is_title_alone(facts, first);
    let only_leads = !rest.is_empty() && is_title_alone(facts, first);
    let (first, rest) = match (marked, only_leads) {
        (true, _) => (Some(asked::marked_paragraph(facts, &lines)), rest),
        (false, true) => (Some(Part::LeftOut(first)), rest),
        (false, false) => (None, blocks),
    };
    first.into_iter().chain([Part::Answers(rest.to_vec())]).collect()
}

/// How many of the blocks below a question say that they answer it, with what stands under "Answer:" alone.
pub(super) fn answers(facts: &Facts<'_>, blocks: &[BlockId]) -> usize {
    let mut count = 0;
    while let Some(&id) = blocks.get(count).filter(|&&id| is_answer(facts, id)) {
        let below = blocks.get(count + 1).filter(|_| is_title_alone(facts, id));
        let begins_answer = below.is_some_and(|&id| !begins_question(facts, id));
        count += 1 + usize::from(begins_answer);
    }
    count
}

/// Returns true if a paragraph begins with `Q:`: it answers no question above it.
pub(super) fn begins_question(facts: &Facts<'_>, id: BlockId) -> bool {
    let line = facts.tree.block(id).lines.clone().next().filter(|_| facts.is_paragraph(id));
    line.is_some_and(|line| facts.question_mark(line).is_some())
}

/// The position among the blocks under a question of the first that asks another one: by its mark, or, below what
/// answers the first, by its words and the options under it.
pub(super) fn next_question(facts: &Facts<'_>, blocks: &[BlockId]) -> Option<usize> {
    let is_ticked = |id: BlockId| facts.is_list(id) && Choice::of_items(facts, id).is_some_and(|it| it.is_ticked());
    let mut is_answered = false;
    (0..blocks.len()).find(|&at| {
        let id = blocks[at];
        if begins_question(facts, id) || is_answered && asks_by_options(facts, &blocks[at..]) {
            return true;
        }
        is_answered |= is_answer(facts, id) || is_ticked(id);
        false
    })
}

/// Returns true if a paragraph asks, and options stand right below it.
fn asks_by_options(facts: &Facts<'_>, blocks: &[BlockId]) -> bool {
    let lines = &facts.tree.block(blocks[0]).lines;
    let last = lines.clone().next_back().filter(|_| facts.is_paragraph(blocks[0]));
    last.is_some_and(|line| phrase::asks(facts.text(line)) && Choice::below(facts, lines, &blocks[1..]).is_some())
}

/// Returns true if a block answers the question above it: 「答え：…」, or a callout with such a title, or one without a
/// title that begins so.
pub(super) fn is_answer(facts: &Facts<'_>, id: BlockId) -> bool {
    let begins = |id: BlockId| {
        let first = asked::all_texts(facts, id).into_iter().find(|text| phrase::has_word(text));
        first.is_some_and(|text| phrase::key_told(&facts.config.words, &text).is_some())
    };
    // What holds the keys of all questions answers none of them alone.
    if facts.keys == Some(id) {
        return false;
    }
    match facts.tree.block(id).kind {
        BlockKind::Paragraph(_) => begins(id) || is_title(facts, id) || begins_in_bold(facts, id),
        BlockKind::Quote(_) => {
            let has_words = |id: &BlockId| asked::all_texts(facts, *id).iter().any(|text| phrase::has_word(text));
            let is_told = |title: BlockId| begins(title) || is_title(facts, title);
            facts.tree.title(id).is_some_and(is_told) || facts.tree.content(id).find(has_words).is_some_and(begins)
        }
        // `- Answer: B`
        BlockKind::List(_) => facts.tree.children(id).count() == 1 && begins(id),
        _ => false,
    }
}

/// Returns true if a paragraph begins with `**A**` before its answer: not with a sentence about A.
fn begins_in_bold(facts: &Facts<'_>, id: BlockId) -> bool {
    let line = facts.tree.block(id).lines.clone().next();
    let rest = line.and_then(|line| Some(&facts.text(line)[facts.answer_mark(line)?..]));
    rest.is_some_and(|rest| !rest.starts_with(char::is_lowercase))
}

/// Returns true if a paragraph says no more than that the answer follows: "Answer:".
pub(super) fn is_title_alone(facts: &Facts<'_>, id: BlockId) -> bool {
    facts.is_paragraph(id) && facts.tree.block(id).lines.len() == 1 && is_title(facts, id)
}

/// Returns true if a block is folded under the title of an answer.
fn is_titled_answer(facts: &Facts<'_>, id: BlockId) -> bool {
    matches!(facts.tree.block(id).kind, BlockKind::Quote(Some(_)))
        && facts.tree.title(id).is_some_and(|title| is_title(facts, title))
}

/// Returns true if the first line of a block is the title of an answer.
fn is_title(facts: &Facts<'_>, id: BlockId) -> bool {
    let line = facts.tree.block(id).lines.clone().next();
    let words = &facts.config.words;
    let is_title =
        |text: &str| words.is(Class::AnswerTitle, &lexicon::key(text)) || phrase::is_answer_mark(words, text);
    line.is_some_and(|line| is_title(facts.text(line)))
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
        let options = lettered_lines(facts, lines.clone()).filter(|options| options.start > lines.start)?;
        Some(Self { lines: lines.clone(), options })
    }

    fn choice(&self) -> Choice {
        Choice::sure(Options::Lines(self.options.clone()), Vec::new())
    }
}

/// The last of some lines that begin with letters in their order.
fn lettered_lines(facts: &Facts<'_>, lines: Range<LineId>) -> Option<Range<LineId>> {
    if lines.len() < FEWEST_OPTIONS {
        return None;
    }
    let label = |line: LineId| phrase::option_label(facts.text(line));
    let first = lines.clone().find(|&line| label(line).is_some_and(phrase::is_first_label))?;
    let labels: Vec<char> = (first..lines.end).filter_map(label).collect();
    // What goes on below the last one is no part of a quiz.
    let is_closed = label(lines.end - 1).is_some();
    let in_order = labels.len() >= FEWEST_OPTIONS && is_closed && labels.windows(2).all(|pair| pair[0] < pair[1]);
    in_order.then_some(first..lines.end)
}

/// The lines of each option: one may go on in lines without a label.
fn groups(facts: &Facts<'_>, lines: &Range<LineId>) -> Vec<Range<LineId>> {
    let begins = |line: &LineId| phrase::option_label(facts.text(*line)).is_some();
    let starts: Vec<LineId> = lines.clone().filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([lines.end]);
    starts.iter().zip(ends).map(|(&start, end)| start..end).collect()
}

/// A lettered question that stands in `asked`, and the blocks that answer it.
pub(super) fn lettered(
    facts: &Facts<'_>,
    lettered: &Lettered,
    asked: BlockId,
    answers: &[BlockId],
    context: &Context,
) -> Claim {
    let choice = lettered.choice();
    let end = answers.last().map_or(asked, |&last| last);
    let span = facts.tree.block(asked).span.start..facts.tree.block(end).span.end;
    let mut claim = claim(facts, &lettered.lines, span, context);
    claim.answer.extend(choice.answer(facts, answers));
    claim.footprint = Footprint { blocks: answers.iter().copied().chain([asked]).collect(), ..Footprint::default() };
    claim.refused = Refused::TryNext;
    claim
}

/// Returns true if the items of a list are boxes, and none is ticked.
fn all_open(facts: &Facts<'_>, list: BlockId) -> bool {
    let is_open = |item: BlockId| facts.tree.block(item).kind == BlockKind::Item(Some(Task::Open));
    facts.tree.children(list).all(is_open)
}

/// Returns true if the items of a list begin with letters in their order, each once: `A.`, `B.` Those that all begin
/// with `Q.` ask.
fn is_lettered(facts: &Facts<'_>, list: BlockId) -> bool {
    let letters: Option<Vec<char>> = facts.tree.children(list).map(|item| letter(facts, item)).collect();
    letters.is_some_and(|letters| letters.len() >= FEWEST_OPTIONS && letters.is_sorted_by(|letter, next| letter < next))
}

fn letter(facts: &Facts<'_>, item: BlockId) -> Option<char> {
    facts.first_line(item).and_then(|line| phrase::letter(facts.text(line)))
}
