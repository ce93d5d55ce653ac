//! Formulas: how one passes the parser as it was written, and which ones `MathJax` may be given.
//!
//! Before parsing, a formula becomes a code span that begins with a control character: no source holds one, and
//! in code nothing is markup. It knows nothing of where formulas are found.

use std::borrow::Cow;

/// How a formula stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Math {
    /// In a line: `$x$`.
    Inline,
    /// On lines of its own: `$$x$$`.
    Display,
}

/// Stands for `|` in a formula, where it would end a table's cell.
pub(super) const PIPE: &str = "\u{4}";

/// Deepest braces in a formula: `MathJax` goes down them by recursion.
const DEEPEST: usize = 50;

/// Commands that make links, styles, classes or ids, fetch something, or give any of these another name.
#[rustfmt::skip]
const UNSAFE: &[&str] = &[
    "DeclareMathOperator", "DeclarePairedDelimiter", "DeclarePairedDelimiters", "DeclarePairedDelimiterX", "DeclarePairedDelimiterXPP", "Newextarrow", "bbox", "catcode", "class",
    "csname", "cssId", "def", "edef", "futurelet", "gdef", "global", "href", "includegraphics", "let", "mmlToken", "newcommand", "newenvironment", "newtagform", "providecommand",
    "renewcommand", "renewenvironment", "renewtagform", "require", "style", "texttip", "tooltip", "unicode", "url", "usetagform", "xdef",
];

/// What names of commands of that kind begin with.
const UNSAFE_PREFIXES: &[&str] = &["data", "html"];

/// What Anki would take for its own syntax, and no space breaks up without a change of what is shown.
const ANKIS: &[&str] = &["[sound:", "[anki:", "[latex]", "[$]", "[$$]", "[/"];

impl Math {
    /// What the code span of such a formula begins with.
    pub(super) fn sentinel(self) -> &'static str {
        match self {
            Math::Inline => "\u{2}",
            Math::Display => "\u{3}",
        }
    }

    /// What Anki has formulas between.
    pub(super) fn delimiters(self) -> (&'static str, &'static str) {
        match self {
            Math::Inline => ("\\(", "\\)"),
            Math::Display => ("\\[", "\\]"),
        }
    }
}

/// `tex` as it is written on a card. Entities would keep `}}` from ending a deletion only until somebody edits the note,
/// so that a space does.
pub(super) fn spaced(tex: &str) -> impl Iterator<Item = char> + '_ {
    let mut last = None;
    tex.chars().flat_map(move |c| {
        let meets = last.replace(c) == Some(c) && matches!(c, '{' | '}' | ':');
        meets.then_some(' ').into_iter().chain([c])
    })
}

/// The formula that a code span stands for, if it does for one.
pub(super) fn read(code: &str) -> Option<(Math, Cow<'_, str>)> {
    let math = [Math::Inline, Math::Display].into_iter().find(|math| code.starts_with(math.sentinel()))?;
    let tex = code[math.sentinel().len()..].trim();
    Some((math, if tex.contains(PIPE) { tex.replace(PIPE, "|").into() } else { tex.into() }))
}

/// Whether `MathJax` can be given `tex`: it does no harm, and ends where its author ended it.
pub(super) fn is_safe(tex: &str, math: Math) -> bool {
    let (_, close) = math.delimiters();
    !tex.trim().is_empty()
        && !tex.contains(close)
        && !ANKIS.iter().any(|syntax| tex.contains(syntax))
        && is_balanced(tex)
        && commands(tex).all(|(name, after)| is_safe_command(name, after))
}

fn is_safe_command(name: &str, after: &str) -> bool {
    match name {
        // The name of an environment is looked up: it is a name, and nothing that makes one.
        "begin" | "end" => {
            after.trim_start().strip_prefix('{').and_then(|name| name.split_once('}')).is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'*')
            })
        }
        _ => !UNSAFE.contains(&name) && !UNSAFE_PREFIXES.iter().any(|prefix| name.starts_with(prefix)),
    }
}

/// The names of the commands in `tex`, each with what follows it.
fn commands(tex: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tex;
    std::iter::from_fn(move || {
        let start = rest.find('\\')? + 1;
        let letters = rest[start..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let other = rest[start..].chars().next().map_or(0, char::len_utf8);
        let (name, after) = rest[start..].split_at(if letters > 0 { letters } else { other });
        rest = after;
        Some((name, after))
    })
}

/// Whether each brace in `tex` has its other one: `MathJax` ends a formula only outside of all.
fn is_balanced(tex: &str) -> bool {
    let (mut depth, mut escaped) = (0_usize, false);
    for byte in tex.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'{' if depth == DEEPEST => return false,
            b'{' => depth += 1,
            b'}' if depth == 0 => return false,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    depth == 0 && !escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_links_or_styles_is_not_given_to_mathjax() {
        for tex in [
            r"\href{javascript:alert(1)}{x}",
            r"\text{a \href {u}{x}}",
            r"\style{background:url(//x)}{a}",
            r"\let\x=\href \x{u}{a}",
            r"\csname href\endcsname{u}{a}",
            r"\mmlToken{mi}[href='javascript:x']{a}",
            r"\htmlData{a=b}{x}",
            r"\bbox[background:url(//x)]{a}",
            r"\begin{\x}a\end{\x}",
            r"\\href{a}\href{b}{c}",
        ] {
            assert!(!is_safe(tex, Math::Inline), "{tex}");
        }
        for tex in [r"\\href{a}", r"\hat{x}", r"\begin{align*}a&=b\\[2pt]c&=d\end{align*}", r"\text{円}", r"\{x\}"] {
            assert!(is_safe(tex, Math::Inline), "{tex}");
        }
    }

    #[test]
    fn what_would_not_end_where_it_ends_is_not_given_to_mathjax() {
        for tex in [r"\text{\)}", "{a", "a}", "a\\", "", " ", "[latex]", &"{".repeat(60)] {
            assert!(!is_safe(tex, Math::Inline), "{tex}");
        }
        assert!(!is_safe(r"a\]", Math::Display));
        let nested = |depth: usize| "{".repeat(depth) + "a" + &"}".repeat(depth);
        assert_eq!([50, 51].map(|depth| is_safe(&nested(depth), Math::Inline)), [true, false]);
    }
}
