//! Footnotes that stand in text, as pandoc and Obsidian have them: `語^[注]`. They become footnotes at the end of the text.

use std::ops::Range;

use crate::text::{is_wide, line_start};

/// What the label of each begins with.
pub(super) const LABEL: &str = "[^soa-note-";

/// Longest footnote, in bytes.
const LONGEST: usize = 1000;

/// Fewest letters of a footnote without a space: fewer are a range of signs, or an index.
const LETTERS: usize = 4;

/// The text of the footnote whose `^` is at `at`.
///
/// It stands behind something, and says something: `[^a-z]`, `x^[2]`, `^[[A` do not.
pub(super) fn at(text: &str, at: usize) -> Option<Range<usize>> {
    let inner = text[at..].strip_prefix("^[")?;
    let start = at + 2;
    let length = closing(inner)?;
    let (note, after) = (&inner[..length], &inner[length + 1..]);
    let before = &text[..at];
    // Behind what opens something, it is an expression.
    let opens = |c: char| "([{/|\\^<".contains(c) || (c.is_whitespace() && c != ' ');
    let unquoted = before.strip_suffix(['"', '\'']).unwrap_or(before);
    let behind =
        unquoted.chars().next_back().is_some_and(|c| !opens(c) && (c != ' ' || unquoted.len() == before.len()));
    // Words are in no expression.
    let repeats = after.starts_with(['+', '*', '?', '{', '$']) && !note.contains(|c| c == ' ' || is_wide(c));
    let is_expression = note.starts_with(['^', '[', '\\']) || after.starts_with('(') || repeats;
    (behind && !is_expression && says_something(note) && !note.contains("^[")).then_some(start..start + length)
}

/// What stands in its place. Counted from 0.
pub(super) fn reference(number: usize) -> String {
    format!("{LABEL}{}]", number + 1)
}

/// What stands at the end of the text.
pub(super) fn definition(number: usize, note: &str) -> String {
    format!("\n\n{}: {note}\n", reference(number))
}

/// A footnote on one line, without what its lines begin with in a quotation.
pub(super) fn one_line(note: &str) -> String {
    let lines: Vec<&str> = note.lines().map(|line| line.trim_start_matches(['>', ' ', '\t']).trim_end()).collect();
    lines.join(" ")
}

/// Whether what follows a text would be in its last comment or script.
pub(super) fn ends_in_html(text: &str) -> bool {
    let raw = [
        ("<!--", "-->"),
        ("<script", "</script"),
        ("<style", "</style"),
        ("<pre", "</pre"),
        ("<textarea", "</textarea"),
        ("<?", "?>"),
        ("<![", "]]>"),
    ];
    let begins = |at: usize| {
        let line = &text[line_start(text, at)..at];
        !line.contains(|c: char| c.is_alphabetic() || matches!(c, '`' | '|' | '<'))
    };
    let is_open = |(open, close): (&str, &str)| {
        let last = text.rmatch_indices(open).find(|(at, _)| begins(*at));
        last.is_some_and(|(at, _)| !text[at..].contains(close))
    };
    raw.into_iter().any(is_open)
}

/// Where the bracket is closed that was opened before `inner`.
fn closing(inner: &str) -> Option<usize> {
    let (mut depth, mut escaped) = (0, false);
    for (at, byte) in inner.bytes().enumerate().take(LONGEST) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => depth += 1,
            b']' if depth == 0 => return Some(at),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn says_something(note: &str) -> bool {
    let letters = note.chars().filter(|c| c.is_alphabetic()).count();
    note.contains(is_wide) || letters >= LETTERS || (letters >= 1 && note.trim().contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_told_from_expressions() {
        let found = |text: &str| at(text, text.find('^')?).map(|inner| text[inner].to_owned());
        for (text, note) in [
            ("語^[注]", "注"),
            ("a word.^[See [b](c), too.]", "See [b](c), too."),
            ("**b**^[a note] and", "a note"),
            ("「語」^[注\n> の続き]。", "注\n> の続き"),
        ] {
            assert_eq!(found(text).as_deref(), Some(note), "{text}");
        }
        for text in [
            "[^1]",
            "^[注]",
            "x^[2]",
            "a^[n+1]",
            "(^[a-z]+)",
            "a ^[abcd]*",
            "x^[[A",
            "a^[注",
            "w^[link](to)",
            "a \"^[abcd]\"",
            "a^[b ^[c d]]",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        let long = |letters: usize| format!("a word^[{}]", "b".repeat(letters));
        assert_eq!([999, 1000].map(|letters| found(&long(letters)).is_some()), [true, false]);
        assert_eq!(one_line("注\n> の続き"), "注 の続き");
    }
}
