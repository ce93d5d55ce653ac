//! Signs of Markdown that nothing closes: they stand on the card as text. What the author is told; it changes no card.

use memchr::memchr3;

use super::Composer;
use crate::findings::{self, Reach};
use crate::markdown::LineId;
use crate::recognise::phrase::{has_word, is_cjk};
use crate::text::one_line;

impl Composer<'_> {
    /// Reports the first of a line.
    pub(super) fn report_unclosed(&mut self, id: LineId) {
        let line = self.facts.tree.line(id);
        let source = &self.facts.source.text[line.span.clone()];
        let masked = self.facts.tree.masked(&line.text);
        let open = unclosed(masked, source).map(|opener| (opener, Reach::Shown));
        let Some((opener, reach)) = open.or_else(|| Some((spaced_bold(masked)?, Reach::Spaced))) else { return };
        let at = source.rfind(opener).unwrap_or_default();
        let span = line.span.start + at..line.span.start + at + opener.len();
        let found = findings::UnclosedContainer { opener: one_line(opener), reach };
        self.report(span, found.into());
    }
}

/// The sign that a line opens and does not close. `masked`: what is read as text, without code and links.
fn unclosed<'t>(masked: &'t str, source: &'t str) -> Option<&'t str> {
    // Asked of all lines: few have any of the signs.
    let bytes = masked.as_bytes();
    memchr3(b'*', b'`', b'=', bytes).or_else(|| memchr3(b'$', b'\\', b'[', bytes))?;
    let alone = |sign: &str| {
        let at = masked.find(sign)?;
        let first = sign.chars().next()?;
        let (before, after) = (&masked[..at], &masked[at + sign.len()..]);
        let is_escaped =
            || source.match_indices('\\').any(|(at, escape)| source[at + escape.len()..].starts_with(first));
        let whole = !before.ends_with(first) && !after.contains(first) && !is_escaped();
        whole.then_some((before, after))
    };
    let bold = alone("**");
    let begins = |around: Option<(&str, &str)>| around.is_some_and(|(before, after)| opens(before, after));
    let ends = |around: Option<(&str, &str)>| around.is_some_and(|(before, after)| closes(before, after));
    let formula = || alone("$").is_some_and(|(_, after)| is_formula(after));
    let display = || alone("$$").is_some_and(|(before, after)| has_word(before) && is_formula(after.trim_start()));
    let sign = if begins(bold) {
        "**"
    } else if begins(alone("`")) {
        "`"
    } else if begins(alone("==")) {
        "=="
    } else if ends(bold) {
        "**"
    } else if formula() {
        "$"
    } else if display() {
        "$$"
    } else {
        return environment(masked).or_else(|| link(masked, source));
    };
    Some(sign)
}

/// Text between two `**`, where white space inside of them keeps it from being bold: `** term **: text`.
fn spaced_bold(masked: &str) -> Option<&str> {
    // Asked of all lines: most have no star, and looking for one byte is cheapest.
    let star = memchr::memchr(b'*', masked.as_bytes())?;
    let start = star + masked[star..].find("**")?;
    let (before, rest) = (&masked[..start], &masked[start + 2..]);
    let end = rest.find("**")?;
    let (inner, after) = (&rest[..end], &rest[end + 2..]);
    let is_apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_cjk(c) || ":：、。".contains(c));
    let is_spaced = inner.starts_with(char::is_whitespace) || inner.ends_with(char::is_whitespace);
    let is_text = inner.trim().starts_with(char::is_alphabetic) && !before.ends_with('*') && !after.contains('*');
    // `2 ** 3`, `a ** b ** c`
    let begins =
        before.trim().is_empty() || is_apart(before.chars().next_back()) && before.trim_end().ends_with(is_cjk);
    let is_word =
        |word: Option<&str>| word.is_none_or(|word| word.chars().filter(|c| c.is_alphabetic()).nth(1).is_some());
    let (last, next) = (before.split_whitespace().next_back(), after.split_whitespace().next());
    let in_prose = || before.ends_with(' ') && [last, inner.split_whitespace().next(), next].into_iter().all(is_word);
    let fits = is_spaced && is_text && (begins || in_prose()) && is_apart(after.chars().next());
    fits.then(|| &masked[start..start + end + 4])
}

/// Whether a mark between these begins something: `**term: text`, not `2 ** 3`, `a**b`, or `**kwargs`.
fn opens(before: &str, after: &str) -> bool {
    let name = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let is_argument = name.len() < after.len() && (name.is_empty() || name.starts_with([',', ')', '/']));
    let begins = after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '「' | '『' | '"' | '“'));
    let is_apart =
        before.chars().next_back().is_none_or(|c| c.is_whitespace() || is_cjk(c) || matches!(c, '、' | '。'));
    begins && is_apart && !is_argument && !before.contains("''") && !has_quote(after)
}

/// Whether there is a quotation mark in a text that is no apostrophe of a word: `'`, not "Newton's".
fn has_quote(text: &str) -> bool {
    text.match_indices('\'')
        .any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric) || !text[at + 1..].starts_with(char::is_alphabetic))
}

/// Whether a mark between these ends something: `term**: text`.
fn closes(before: &str, after: &str) -> bool {
    before.ends_with(|c: char| c.is_alphabetic()) && after.starts_with([':', '：'])
}

/// Whether a text that follows `$` is a formula: it has a command, or more than a price.
fn is_formula(after: &str) -> bool {
    let command =
        after.match_indices('\\').any(|(at, _)| after[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
    let starts = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '\\');
    starts && (command || is_equation(after) || after.contains("^{") || after.contains("_{") || after.contains(" = "))
}

/// Whether a text is an equation of symbols without spaces: `F=ma`. Not `x="a"`, `PATH=/bin`, or `a=1;`.
fn is_equation(text: &str) -> bool {
    let Some((left, right)) = text.split_once('=') else { return false };
    let first = right.split_whitespace().next().unwrap_or_default();
    let is_symbol = left.starts_with(|c: char| c.is_ascii_alphabetic())
        && left.bytes().filter(u8::is_ascii_alphabetic).count() == 1
        && left.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'^' | b'\''));
    is_symbol
        && first.starts_with(|c: char| c.is_ascii_alphabetic() || c == '\\')
        && !first.contains([';', '"', '(', '$'])
}

/// `\begin{align}` without its end.
fn environment(masked: &str) -> Option<&str> {
    let at = masked.len() - masked.trim_start().strip_prefix(BEGIN)?.len() - BEGIN.len();
    let end = at + masked[at..].find('}')? + 1;
    let name = &masked[at + BEGIN.len()..end - 1];
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '*');
    is_name.then(|| &masked[at..end])
}

const BEGIN: &str = "\\begin{";

/// A link or an image whose address has no bracket behind it: `![](a.png`.
fn link<'t>(masked: &str, source: &'t str) -> Option<&'t str> {
    let is_open = masked.rfind("](").is_some_and(|at| !masked[at..].contains(')'));
    let at = source.rfind("](").filter(|&at| is_open && !source[at..].contains([')', ' ']))?;
    let open = source[..at].rfind('[')?;
    let is_address = source[at + 2..].contains(['/', '.']) && !source[..open].ends_with('\\');
    let start = if source[..open].ends_with('!') { open - 1 } else { open };
    is_address.then(|| source[start..].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        unclosed(text, text)
    }

    #[test]
    fn what_opens_and_does_not_close_is_found() {
        for (text, opener) in [
            ("**弾力性：変化率の比", "**"),
            ("弾力性**：変化率の比", "**"),
            ("**Newton's law is true", "**"),
            ("`code だけ：値", "`"),
            ("値は==大切 だ", "=="),
            ("浸透圧は $\\Pi = cRT で表す", "$"),
            ("so $$ x = 1 in it", "$$"),
            ("v = $$ v=at", "$$"),
            ("Force: $F=ma", "$"),
            ("\\begin{align}", "\\begin{align}"),
            ("here ![](x.png", "![](x.png"),
            ("see [link](http://x", "[link](http://x"),
        ] {
            assert_eq!(found(text), Some(opener), "{text}");
        }
    }

    #[test]
    fn white_space_inside_of_bold_is_found() {
        for (text, bold) in [
            ("** 太字 ** ：説明", "** 太字 **"),
            ("**太字 **：説明", "**太字 **"),
            ("これは ** 太字** です", "** 太字**"),
            ("** Bold ** text", "** Bold **"),
            ("ATP comes from ** synthase ** in cells", "** synthase **"),
        ] {
            assert_eq!(spaced_bold(text), Some(bold), "{text}");
        }
        let none = ["a ** b ** c", "2 ** 3 ** 4", "**太字** と**別**", "** ** x", "x = ** y **", "*** a ***"];
        assert_eq!(none.map(spaced_bold), [None; 6]);
    }

    #[test]
    fn what_only_looks_like_it_is_not() {
        for text in [
            "2 ** 3",
            "a**b",
            "f(*args, **kwargs)",
            "**kwargs",
            "**/*.md",
            "copy 'a/**x' there",
            "if a ==b",
            "a === b",
            "``quoted''",
            "the ` key",
            "it costs $5",
            "cheap ($$)",
            "\\**x",
            "a $HOME folder",
            "set $x=\"a\" here",
            "then $a=1;",
            "run $PATH=/bin",
            "f[a](b)",
            "an array a[i](",
            "\\begin{}",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
