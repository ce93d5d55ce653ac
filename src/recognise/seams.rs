//! The seams of a quiz that is written without blank lines: between a question, its options and its key.
//!
//! CommonMark makes one paragraph of such lines, or gives the key to the last option. Here they are parted, so that
//! all shapes see the blocks that their author meant.

use std::ops::Range;

use super::phrase;
use crate::lexicon::{self, Class, Lexicon};
use crate::markdown::{BlockId, BlockKind, LineId, Tree, parse_into};
use crate::model::config::Config;
use crate::read::Source;

/// Fewest options of a question.
const FEWEST_OPTIONS: usize = 2;
/// Most lines that an option goes on in, and one.
const MOST_MORE: usize = 4;
/// Longest key that is nothing but labels, in bytes: `B`, `B, D`.
const LONGEST_BARE_KEY: usize = 6;
/// Most items of a list that a key below it, without a blank line, may belong to.
const MOST_OPTIONS: usize = 10;

/// Parses a source, and parts its quizzes.
pub(crate) fn parse(tree: &mut Tree, source: &Source, config: &Config) {
    parse_into(tree, &source.text, source.body);
    part(tree, &config.words);
}

/// Parts all quizzes of a tree, from its end on: what is parted moves what stands after it.
fn part(tree: &mut Tree, words: &Lexicon) {
    for id in (1..tree.len()).rev() {
        match tree.block(id).kind {
            BlockKind::Paragraph(_) => {
                let lines = tree.block(id).lines.clone();
                let seams = if lines.len() > 1 { of_lines(tree, words, &lines) } else { Vec::new() };
                for &line in seams.iter().rev() {
                    tree.part_paragraph(id, line, id);
                }
            }
            BlockKind::List(_) => {
                for &item in of_items(tree, words, id).iter().rev() {
                    tree.part_list(id, item);
                }
                part_key(tree, words, id);
            }
            _ => {}
        }
    }
}

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

/// Returns true if a text may hold options: one of them follows white space.
fn has_first_label(text: &str) -> bool {
    text.contains("b)")
        || text.contains("B)")
        || text.contains("B.")
        || text.contains("b.")
        || text.contains(['イ', '②'])
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
    let label = |at: usize| match roles.get(at)? {
        Role::Option(label) => Some(*label),
        Role::Options | Role::Question | Role::Key | Role::Asks | Role::Other => None,
    };
    (from..roles.len()).find_map(|start| {
        if roles[start] == Role::Options {
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
    })
}

/// The lines of a paragraph before which it is to be parted.
fn of_lines(tree: &Tree, words: &Lexicon, lines: &Range<LineId>) -> Vec<LineId> {
    let text = |line: LineId| tree.text(&tree.line(line).text);
    if !lines.clone().any(|line| begins_options(text(line)) || has_first_label(text(line))) {
        return Vec::new();
    }
    let roles: Vec<Role> = lines.clone().map(|line| role(words, text(line))).collect();
    seams(&roles).into_iter().map(|at| lines.start + at).collect()
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
    let over_options =
        |at: usize| roles[at] == Role::Asks && options(roles, at).is_some_and(|next| next.start == at + 1);
    (from..roles.len()).find(|&at| roles[at] == Role::Question || over_options(at)).unwrap_or(roles.len())
}

/// The items of a list before which it is to be parted: `- Answer: B` under options.
fn of_items(tree: &Tree, words: &Lexicon, list: BlockId) -> Vec<BlockId> {
    let items: Vec<BlockId> = tree.children(list).collect();
    let text = |item: BlockId| {
        let lines = tree.block(tree.children(item).next()?).lines.clone();
        (!lines.is_empty()).then(|| tree.text(&tree.line(lines.start).text))
    };
    let Some((&end, others)) = items.split_last().filter(|_| items.len() > 1) else { return Vec::new() };
    if !items.iter().any(|&item| text(item).is_some_and(begins_options)) {
        let names = |key: &str| is_key(words, key) && names_an_item(tree, words, others, key);
        let is_key = others.len() >= FEWEST_OPTIONS && text(end).is_some_and(names);
        return if is_key { vec![end] } else { Vec::new() };
    }
    let roles: Vec<Role> = items.iter().map(|&item| text(item).map_or(Role::Other, |text| role(words, text))).collect();
    seams(&roles).into_iter().map(|at| items[at]).collect()
}

/// Takes a key right below a list of options out of the last of them, where CommonMark puts it.
fn part_key(tree: &mut Tree, words: &Lexicon, list: BlockId) {
    let items: Vec<BlockId> = tree.children(list).collect();
    let Some((&end, others)) = items.split_last().filter(|_| (FEWEST_OPTIONS..=MOST_OPTIONS).contains(&items.len()))
    else {
        return;
    };
    let Some(paragraph) = only_paragraph(tree, end) else { return };
    let lines = tree.block(paragraph).lines.clone();
    let text = |line: LineId| tree.text(&tree.line(line).text);
    let are_bare =
        || others.iter().all(|&item| only_paragraph(tree, item).is_some_and(|id| tree.block(id).lines.len() == 1));
    let Some(key) = lines.clone().skip(1).find(|&line| is_key(words, text(line))).filter(|_| are_bare()) else {
        return;
    };
    if names_an_item(tree, words, &items, text(key)) {
        tree.part_paragraph(paragraph, key, list);
    }
}

/// The paragraph of an item that holds nothing else.
fn only_paragraph(tree: &Tree, item: BlockId) -> Option<BlockId> {
    let mut children = tree.children(item);
    let first = children.next().filter(|&id| matches!(tree.block(id).kind, BlockKind::Paragraph(_)))?;
    (children.next().is_none() && !tree.block(first).lines.is_empty()).then_some(first)
}

/// Returns true if a key names an item, by its label, its number or its words; or says nothing but that it follows.
fn names_an_item(tree: &Tree, words: &Lexicon, items: &[BlockId], key: &str) -> bool {
    let Some(told) = phrase::key_told(words, key) else { return items.len() > MOST_OPTIONS };
    let texts: Vec<&str> = items
        .iter()
        .filter_map(|&item| only_paragraph(tree, item))
        .map(|id| tree.text(&tree.line(tree.block(id).lines.start).text))
        .collect();
    let is_option = |label: &char| {
        let number = label
            .to_digit(10)
            .is_some_and(|number| usize::try_from(number).is_ok_and(|number| (1..=items.len()).contains(&number)));
        number || texts.iter().any(|text| phrase::option_label(text) == Some(*label))
    };
    phrase::key_labels(told).is_some_and(|labels| labels.iter().all(is_option))
        || texts.iter().any(|text| lexicon::key(told).contains(&lexicon::key(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

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
