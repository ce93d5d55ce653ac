//! Listings that nobody can recall: long code without a word on it, and trees of files.

use crate::text::{has_word, is_wide};

/// Most lines of code without a comment that are recalled.
const MOST_LINES: usize = 12;
/// Fewest comments by which code tells a procedure.
const FEWEST_COMMENTS: usize = 2;
/// Fewest letters of such a script, and fewest words of a sentence.
const FEWEST_WIDE: usize = 4;
const FEWEST_WORDS: usize = 5;
/// Fewest lines of a tree.
const FEWEST_BRANCHES: usize = 2;

/// Whether code without text beside it is no answer: `code` is all there is.
pub(super) fn is_bare(code: &str) -> bool {
    is_tree(code) || is_long(code)
}

/// Whether half of the lines are branches, and most of those lead to files or folders.
fn is_tree(code: &str) -> bool {
    let branches = || code.lines().filter_map(branch);
    let count = branches().count();
    let files = branches().filter(|name| is_file(name)).count();
    count >= FEWEST_BRANCHES && count * 2 >= code.lines().count() && files * 2 >= count
}

/// What a branch of a tree leads to: `├── main.rs`.
fn branch(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches([' ', '\t', '\u{a0}', '│', '|']);
    let name = rest.trim_start_matches(['├', '└', '─', '-', ' ', '\u{a0}']);
    rest.starts_with(['├', '└']).then_some(name)
}

/// Whether a name of a tree is one of a file or a folder.
fn is_file(name: &str) -> bool {
    let word = name.split_whitespace().next().unwrap_or_default();
    word.ends_with('/') || word.contains('.') || word == name && word.is_ascii() && has_word(word)
}

/// Whether lines of code are more than are recalled, and neither comments nor sentences tell what they do.
fn is_long(code: &str) -> bool {
    let comments = |line: &str| line.trim_start().starts_with(['#', '/', '*', ';']) && line.contains(' ');
    let told = |line: &&str| comments(line) || is_sentence(line);
    let lines = code.lines().filter(|line| has_word(line)).count();
    lines > MOST_LINES && code.lines().filter(told).count() < FEWEST_COMMENTS
}

/// Whether a line reads as words, for authors put notes into fences, too: most of its letters are of a script that no
/// program is written in, or it is a sentence.
fn is_sentence(line: &str) -> bool {
    if line.contains(['"', '\'', ';', '{', '}', '=']) {
        return false;
    }
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let wide = line.chars().filter(|&c| c.is_alphabetic() && is_wide(c)).count();
    let is_told_by_letters = wide >= FEWEST_WIDE && wide * 2 > letters;
    let words = || line.split_whitespace();
    is_told_by_letters || line.ends_with('.') && words().count() >= FEWEST_WORDS && !line.contains(['(', '<', '['])
}
