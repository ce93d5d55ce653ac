//! Attributes of what stands before them, as Pandoc, kramdown and the programs for web pages read them: `## Title {#id}`,
//! `[a](b){target=_blank}`, `**term**{: .new}`. They are no text.

use crate::text::{Span, line_start};

/// Signs that mean something right behind others.
const SIGNS: [char; 12] = ['^', '~', '=', '_', '$', '`', '{', '[', '*', '<', '\\', '('];

/// Attributes in text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attributes {
    /// With the space before them.
    pub span: Span,
    /// Where the `[` stands of a text that is in brackets only to have them: `[text]{.new}`.
    pub bracket: Option<usize>,
}

/// How attributes begin, without the space before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dress {
    /// `{: .new}`.
    Kramdown,
    /// `{.new}`.
    Pandoc,
}

/// The attributes whose `{` is at `at`, in text that begins at `start`.
pub(super) fn at(text: &str, at: usize, start: usize) -> Option<Attributes> {
    let rest = &text[at + 1..];
    let inner = &rest[..memchr::memchr3(b'}', b'{', b'\n', rest.as_bytes())?];
    let end = at + 1 + inner.len() + 1;
    let (dress, list) = match inner.strip_prefix(':') {
        Some(list) => (Dress::Kramdown, list),
        None => (Dress::Pandoc, inner),
    };
    // Signs that would meet without them would mean something else.
    let parts_signs = text[end..].starts_with(SIGNS);
    if !text[..end].ends_with('}') || !is_list(list) || parts_signs {
        return None;
    }
    let before = &text[start.min(at)..at];
    let owner = before.trim_end_matches([' ', '\t']);
    let line = &text[line_start(text, at).max(start.min(at))..at];
    let names = list.trim_start().starts_with(['#', '.']);
    let touches = owner.len() == before.len() && owner.ends_with([')', ']', '`', '*']);
    let fits = match dress {
        _ if owner.is_empty() || owner.ends_with('\n') => false,
        Dress::Kramdown => touches || owner.len() < before.len(),
        Dress::Pandoc if touches => names || line.contains("]("),
        Dress::Pandoc => names && owner.len() < before.len() && ends_the_line(&text[end..]),
    };
    let bracket = if line.ends_with(']') { Some(at - line.len() + opening(line, &text[end..])?) } else { None };
    fits.then(|| Attributes { span: at - (before.len() - owner.len())..end, bracket })
}

/// Where the bracket opens with which a line ends, if both it and what follows the attributes stand apart.
fn opening(line: &str, after: &str) -> Option<usize> {
    let open = line.rfind('[')?;
    let before = &line[..open];
    let is_apart = before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '（' | '「'));
    (is_apart && !after.starts_with(char::is_alphanumeric)).then_some(open)
}

/// Returns true if a text is nothing but attributes: `#id`, `.class`, `key=value`, `key="a value"`.
fn is_list(text: &str) -> bool {
    let mut rest = text.trim();
    let is_empty = rest.is_empty();
    while !rest.is_empty() {
        let Some(after) = after_first(rest) else { return false };
        rest = after.trim_start();
    }
    !is_empty
}

/// What follows the first of some attributes.
fn after_first(text: &str) -> Option<&str> {
    let name = text.trim_start_matches(['#', '.']);
    let marked = text.len() - name.len();
    let in_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':');
    let length = name.find(|c| !in_name(c)).unwrap_or(name.len());
    let after = &name[length..];
    let stands_apart = |after: &str| after.is_empty() || after.starts_with([' ', '\t', '.', '#']);
    match marked {
        _ if !name.starts_with(char::is_alphabetic) => None,
        0 => {
            let value = after.strip_prefix('=')?;
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
            let length = match quote {
                Some(quote) => value[1..].find(quote)? + 2,
                None => value.find([' ', '\t']).unwrap_or(value.len()),
            };
            Some(&value[length..]).filter(|after| length > 0 && stands_apart(after))
        }
        1 => Some(after).filter(|after| stands_apart(after)),
        _ => None,
    }
}

/// Returns true if nothing more is said in a line or a cell that goes on with `rest`; the `#` of a heading may close it.
fn ends_the_line(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']).trim_start_matches('#').trim_start_matches([' ', '\t', '\r']);
    rest.is_empty() || rest.starts_with(['\n', '|'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text without its first attributes.
    fn without(text: &str) -> String {
        let found = text.match_indices('{').find_map(|(open, _)| at(text, open, 0));
        found.map_or(text.to_owned(), |found| [&text[..found.span.start], &text[found.span.end..]].concat())
    }

    #[test]
    fn attributes_are_no_text() {
        for (text, left) in [
            ("Title {#title}", "Title"),
            ("題 {#題}", "題"),
            ("Title {.unnumbered #a-b key=\"a value\"} ##", "Title ##"),
            ("**Term** {: #term } : a word", "**Term** : a word"),
            ("the [first](a){:target=\"_blank\"} letter", "the [first](a) letter"),
            ("the [first](a){target=_blank rel='x y'} letter", "the [first](a) letter"),
            ("`x = 1`{.python} runs", "`x = 1` runs"),
            ("some **new**{.red} words", "some **new** words"),
            ("a cell {.wide} | another", "a cell | another"),
        ] {
            assert_eq!(without(text), left);
        }
    }

    #[test]
    fn what_only_looks_like_attributes_stays() {
        for text in [
            "the set {a, b}",
            "the point {x=1}",
            "\"{:.3f}\".format(x)",
            "a number {:.3f} of digits",
            "f(x){y=1}",
            "x_{.a}",
            "\\newcommand{\\x}[1]{#1}",
            "{.first}",
            "a rule div {.red} of CSS",
            "{漢字|かんじ}",
            "{{#if x}}",
            "a {#} b",
            "a {..} b",
            "a {#x",
        ] {
            assert_eq!(without(text), text);
        }
    }

    #[test]
    fn brackets_are_found_that_are_there_for_them() {
        let text = "an [important word]{.red} here";
        assert_eq!(at(text, 19, 0), Some(Attributes { span: 19..25, bracket: Some(3) }));
    }
}
