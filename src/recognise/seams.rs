//! The seams of a quiz that is written without blank lines: between a question, its options and its key.
//!
//! CommonMark makes one paragraph of such lines, or gives the key to the last option. Here they are parted, so that
//! all shapes see the blocks that their author meant.

use std::ops::Range;

use super::groups::Groups;
use super::phrase;
use crate::lexicon::{self, Class, Lexicon};
use crate::markdown::{BlockId, BlockKind, LineId, Parts, Tree, parse_into};
use crate::model::config::Config;
use crate::read::Source;

/// Fewest options of a question.
const FEWEST_OPTIONS: usize = 2;
/// Most lines that an option goes on in, and one.
const MOST_MORE: usize = 4;
/// Longest key that is nothing but labels, in bytes: `B`, `B, D`.
const LONGEST_BARE_KEY: usize = 6;
/// Most options of a question, of which a key may name some: as many as there are letters. To look for each of them in
/// each word of a key takes as many steps as both have together, multiplied.
pub(super) const MOST_OPTIONS: usize = 26;

/// Parses a source, and parts its quizzes and groups.
pub(crate) fn parse(tree: &mut Tree, source: &Source, config: &Config) {
    parse_into(tree, &source.text, source.body);
    part(tree, &source.text, &config.words);
}

/// Parts all quizzes and groups of the tree of a text. Returns how many blocks were moved for it.
fn part(tree: &mut Tree, text: &str, words: &Lexicon) -> usize {
    let mut quizzes = Quizzes { tree, source: text, words, parts: Parts::default() };
    // From the end on: what a list holds is parted before it.
    for id in (1..quizzes.tree.len()).rev() {
        step();
        match quizzes.tree.block(id).kind {
            BlockKind::Paragraph(_) => quizzes.part_paragraph(id),
            BlockKind::List(_) => quizzes.part_list(id),
            _ => {}
        }
    }
    let Quizzes { tree, parts, .. } = quizzes;
    parts.place(tree)
}

/// Counts what is looked at. Only the test of how the work grows asks for it.
#[cfg(not(test))]
fn step() {}

#[cfg(test)]
use tests::step;

/// What a line or an item is to a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It begins with a mark of a question: `Q1.`
    Question,
    /// It may be an option, with this label.
    Option(char),
    /// It holds options, after a question or alone: `a) oak  b) balsa`.
    Options,
    /// It names the right option: `Answer: B`.
    Key,
    /// It may be anything, and it asks.
    Asks,
    /// It may be anything.
    Other,
}

fn role(words: &Lexicon, text: &str) -> Role {
    step();
    if !phrase::options_in_line(text).is_empty() {
        Role::Options
    } else if let Some(label) = phrase::option_label(text) {
        Role::Option(label)
    } else if is_key(words, text) {
        Role::Key
    } else if phrase::question_mark(words, text).is_some() {
        Role::Question
    } else if phrase::asks(text) {
        Role::Asks
    } else {
        Role::Other
    }
}

/// Returns true if a text may be the first option: asked of all lines, and seldom so.
fn begins_options(text: &str) -> bool {
    phrase::option_label(text).is_some_and(phrase::is_first_label)
}

/// Returns true if a text says by a word that it answers, or is nothing but labels: `A. DNA` may be an option.
fn is_key(words: &Lexicon, text: &str) -> bool {
    let is_bare = || text.len() <= LONGEST_BARE_KEY && phrase::named_letters(words, text).is_some();
    is_bare()
        || phrase::letter(text).is_none()
            && (phrase::key_told(words, text).is_some() || words.is(Class::AnswerTitle, &lexicon::key(text)))
}

/// The positions of options in a row, from the first that stands at `from` or after it.
fn options(roles: &[Role], from: usize) -> Option<Range<usize>> {
    (from..roles.len()).find_map(|start| options_at(roles, start))
}

/// The positions of options in a row of which the first stands at `start`.
fn options_at(roles: &[Role], start: usize) -> Option<Range<usize>> {
    step();
    let label = |at: usize| match roles.get(at)? {
        Role::Option(label) => Some(*label),
        Role::Options | Role::Question | Role::Key | Role::Asks | Role::Other => None,
    };
    if roles.get(start) == Some(&Role::Options) {
        return Some(start..start + 1);
    }
    let first = label(start).filter(|&label| phrase::is_first_label(label))?;
    let mut last = first;
    let mut end = start + 1;
    let mut count = 1;
    // An option may go on in lines of its own.
    let is_more = |at: usize| roles.get(at) == Some(&Role::Other);
    while let Some(at) = (end..end + MOST_MORE).find(|&at| !is_more(at)) {
        let Some(next) = label(at).filter(|&next| next > last) else { break };
        (last, end, count) = (next, at + 1, count + 1);
    }
    (count >= FEWEST_OPTIONS).then_some(start..end)
}

/// Before which lines a paragraph is to be parted, by their roles: before options, keys, and the next questions.
fn seams(roles: &[Role]) -> Vec<usize> {
    let mut seams = Vec::new();
    let mut from = 0;
    while let Some(options) = options(roles, from) {
        let asks = roles[from..options.start].iter().any(|role| matches!(role, Role::Question | Role::Asks));
        let is_answered = roles.get(options.end) == Some(&Role::Key);
        if is_answered || asks {
            seams.push(options.start);
            seams.push(options.end);
            from = next_question(roles, options.end);
            seams.push(from);
        } else {
            from = options.end;
        }
    }
    seams.retain(|&at| at > 0 && at < roles.len());
    seams.dedup();
    seams
}

/// Where the next question begins: at its mark, or at the line over its options that asks.
fn next_question(roles: &[Role], from: usize) -> usize {
    let over_options = |at: usize| roles[at] == Role::Asks && options_at(roles, at + 1).is_some();
    (from..roles.len()).find(|&at| roles[at] == Role::Question || over_options(at)).unwrap_or(roles.len())
}

/// The quizzes of a tree that are being parted.
struct Quizzes<'t> {
    tree: &'t mut Tree,
    /// The text of the source.
    source: &'t str,
    words: &'t Lexicon,
    parts: Parts,
}

impl Quizzes<'_> {
    fn part_paragraph(&mut self, id: BlockId) {
        let lines = self.tree.block(id).lines.clone();
        if lines.len() > 1 {
            let mut seams = self.of_lines(&lines);
            if seams.is_empty() {
                seams = self.groups().of_lines(&lines);
            }
            self.parts.part_paragraph(self.tree, id, &seams);
        }
    }

    fn groups(&self) -> Groups<'_> {
        Groups { tree: self.tree, text: self.source, words: self.words }
    }

    fn part_list(&mut self, id: BlockId) {
        if let Some(found) = self.groups().of_list(&self.parts, id) {
            found.part(self.tree, &mut self.parts, id);
            return;
        }
        let items: Vec<BlockId> = self.tree.children(id).collect();
        let seams = self.of_items(&items);
        self.parts.part_list(self.tree, id, &items, &seams);
        let first = &items[..seams.first().copied().unwrap_or(items.len())];
        if let Some((item, key)) = self.key_of(first) {
            self.parts.part_key(self.tree, id, item, key);
        }
    }

    /// The text of a line.
    fn text(&self, line: LineId) -> &str {
        self.tree.text(&self.tree.line(line).text)
    }

    /// The lines of a paragraph before which it is to be parted.
    fn of_lines(&self, lines: &Range<LineId>) -> Vec<LineId> {
        let may_begin = |line| begins_options(self.text(line)) || phrase::may_hold_options(self.text(line));
        if !lines.clone().any(may_begin) {
            return Vec::new();
        }
        let roles: Vec<Role> = lines.clone().map(|line| role(self.words, self.text(line))).collect();
        seams(&roles).into_iter().map(|at| lines.start + at).collect()
    }

    /// The positions of the items of a list before which it is to be parted: `- Answer: B` under options.
    fn of_items(&self, items: &[BlockId]) -> Vec<usize> {
        let text = |item: BlockId| {
            let lines = self.tree.block(self.tree.children(item).next()?).lines.clone();
            (!lines.is_empty()).then(|| self.text(lines.start))
        };
        let Some((&end, others)) = items.split_last().filter(|_| items.len() > 1) else { return Vec::new() };
        if !items.iter().any(|&item| text(item).is_some_and(begins_options)) {
            let names = |key: &str| is_key(self.words, key) && self.names_an_item(others, key);
            let is_key = others.len() >= FEWEST_OPTIONS && text(end).is_some_and(names);
            return if is_key { vec![others.len()] } else { Vec::new() };
        }
        let of = |&item: &BlockId| text(item).map_or(Role::Other, |text| role(self.words, text));
        seams(&items.iter().map(of).collect::<Vec<Role>>())
    }

    /// A key right below a list of options: the last of its items, where CommonMark puts it, and its line there.
    fn key_of(&self, items: &[BlockId]) -> Option<(BlockId, LineId)> {
        let (&end, others) = items.split_last().filter(|_| (FEWEST_OPTIONS..=MOST_OPTIONS).contains(&items.len()))?;
        let lines = self.tree.block(self.only_paragraph(end)?).lines.clone();
        let is_bare = |id: BlockId| self.tree.block(id).lines.len() == 1;
        let are_bare = || others.iter().all(|&item| self.only_paragraph(item).is_some_and(is_bare));
        let key = lines.skip(1).find(|&line| is_key(self.words, self.text(line))).filter(|_| are_bare())?;
        self.names_an_item(items, self.text(key)).then_some((end, key))
    }

    /// The paragraph of an item that holds nothing else.
    fn only_paragraph(&self, item: BlockId) -> Option<BlockId> {
        let mut children = self.tree.children(item);
        let first = children.next().filter(|&id| matches!(self.tree.block(id).kind, BlockKind::Paragraph(_)))?;
        let is_only = children.next().is_none() && !self.parts.are_of(first);
        (is_only && !self.tree.block(first).lines.is_empty()).then_some(first)
    }

    /// Returns true if a key names an item, by its label, its number or its words.
    fn names_an_item(&self, items: &[BlockId], key: &str) -> bool {
        let told = phrase::key_told(self.words, key).filter(|_| items.len() <= MOST_OPTIONS);
        let Some(told) = told else { return false };
        let paragraphs = items.iter().filter_map(|&item| self.only_paragraph(item));
        let texts: Vec<&str> = paragraphs.map(|id| self.text(self.tree.block(id).lines.start)).collect();
        let is_option = |label: &char| {
            let number = label
                .to_digit(10)
                .is_some_and(|number| usize::try_from(number).is_ok_and(|number| (1..=items.len()).contains(&number)));
            // Where no option has a letter, `B` is the second one.
            let counted = || phrase::place_of_label(*label).is_some_and(|at| at < items.len());
            number || counted() || texts.iter().any(|text| phrase::option_label(text) == Some(*label))
        };
        let words = lexicon::key(told);
        // A letter below options with letters is a key, also where it names none of them.
        let are_lettered = || texts.iter().all(|text| phrase::option_label(text).is_some());
        phrase::key_labels(told).is_some_and(|labels| labels.iter().all(is_option) || are_lettered())
            || texts.iter().any(|text| words.contains(&*lexicon::key(text)))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::markdown::parse;

    thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn step() {
        STEPS.set(STEPS.get() + 1);
    }

    /// How many steps it takes to part the quizzes of a text.
    fn steps(text: &str) -> usize {
        let (mut tree, before) = (parse(text, 0), STEPS.get());
        let moved = part(&mut tree, text, &Lexicon::default());
        STEPS.get() - before + moved
    }

    #[test]
    fn the_work_grows_no_faster_than_the_number_of_questions() {
        // In paragraphs, in one paragraph, under numbers, in bullets, and questions without options.
        let quizzes = [
            ("", "Which floats?\nA. oak\nB. balsa\nAnswer: B\n\n"),
            ("", "Q1. Which floats?\nA. oak\nB. balsa\nAnswer: B\n"),
            ("", "1. Which floats?\n   - oak\n   - balsa\n   Answer: 2\n\n"),
            ("", "- Q1. Which floats?\n- A. oak\n- B. balsa\n- Answer: B\n"),
            ("Which floats?\nA. oak\nB. balsa\nAnswer: B\n", "Which floats?\n"),
        ];
        for (above, quiz) in quizzes {
            let steps = |times: usize| steps(&format!("{above}{}", quiz.repeat(times)));
            let (fewer, more) = (steps(200), steps(400));
            assert!(more <= 2 * fewer, "{quiz}: {fewer} steps, then {more}");
        }
    }

    #[test]
    fn a_paragraph_is_parted_at_options_keys_and_the_next_question() {
        let roles = |lines: &[&str]| -> Vec<usize> {
            seams(&lines.iter().map(|line| role(&Lexicon::default(), line)).collect::<Vec<Role>>())
        };
        assert_eq!(roles(&["Which floats?", "A. oak", "B. balsa", "Answer: B"]), [1, 3]);
        assert_eq!(
            roles(&["Q1. Which floats?", "A. oak", "B. balsa", "Q2. Which sinks?", "a) ash", "b) ebony"]),
            [1, 3, 4]
        );
        assert_eq!(roles(&["Steps are these:", "A. wash", "B. cook"]), [0; 0]);
        assert_eq!(roles(&["Which floats?", "a) oak  b) balsa", "Answer: b"]), [1, 2]);
        assert_eq!(roles(&["Which floats? a) oak b) balsa", "Answer: b"]), [1]);
        assert_eq!(roles(&["Q. What floats?", "A. balsa", "It is light."]), [0; 0]);
    }
}
