//! Formulas in text, and what only looks like one: `$5`, `$HOME`, `foo\(bar\)`. When in doubt it is text.

use std::borrow::Cow;
use std::ops::Range;

use crate::markdown::math::Math;
use crate::text::Span;
use crate::text::is_wide;

/// A formula in text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown::dialect) struct Formula {
    /// All of it, with its delimiters.
    pub span: Span,
    /// What `MathJax` is to be given.
    pub tex: Range<usize>,
    pub math: Math,
    pub backslashes: Backslashes,
}

/// How backslashes stand in a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown::dialect) enum Backslashes {
    Plain,
    /// Each of its delimiters has two, of which Markdown would leave one; its commands may have two as well.
    Doubled,
}

/// What a formula on lines of its own stands between.
pub(in crate::markdown::dialect) struct Delimiters {
    /// Bytes of the first one.
    pub open: usize,
    /// The other one.
    pub close: Cow<'static, str>,
    pub shown: Shown,
}

/// Whether its delimiters are part of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown::dialect) enum Shown {
    Yes,
    No,
}

impl Delimiters {
    /// The one that `text` begins with.
    pub fn of(text: &str) -> Option<Self> {
        if let Some(name) = environment(text) {
            let close = format!("\\end{{{name}}}").into();
            return Some(Self { open: "\\begin{}".len() + name.len(), close, shown: Shown::Yes });
        }
        let signs = [("$$", "$$"), ("\\[", "\\]"), ("\\\\[", "\\\\]"), ("[$$]", "[/$$]")];
        let (open, close) = signs.into_iter().find(|(open, _)| text.starts_with(open))?;
        Some(Self { open: open.len(), close: close.into(), shown: Shown::No })
    }
}

/// Longest formula in a line, in bytes.
const LONGEST: usize = 4000;

/// Environments of LaTeX that are formulas, with or without a star.
#[rustfmt::skip]
const ENVIRONMENTS: &[&str] = &[
    "Bmatrix", "Vmatrix", "align", "alignat", "aligned", "array", "bmatrix", "cases", "eqnarray", "equation", "flalign", "gather", "gathered", "matrix", "multline", "pmatrix",
    "smallmatrix", "split", "vmatrix",
];

/// The formula that begins at `at`, where a `$`, a `\` or a `[` stands, and ends before `end`.
///
/// A look from one `$` ends at the next one, so that looking from each takes linear time.
pub(in crate::markdown::dialect) fn at(text: &str, at: usize, end: usize) -> Option<Formula> {
    let (before, rest) = (&text[..at], &text[at..floor(text, end.min(at + LONGEST), at)]);
    let found = match rest.as_bytes().first()? {
        b'$' => dollars(before, rest)?,
        b'[' => ankis(rest)?,
        _ => environment(rest).map_or_else(|| brackets(before, rest), |name| whole_environment(rest, name))?,
    };
    let Found { open, length, close, math } = found;
    let (tex, after) = (at + open..at + open + length, at + open + length + close);
    let backslashes = if rest.starts_with("\\\\") { Backslashes::Doubled } else { Backslashes::Plain };
    Some(Formula { span: at..after, tex, math, backslashes })
}

/// A formula at the start of a text: the lengths of its delimiters and of what is between them.
struct Found {
    open: usize,
    length: usize,
    close: usize,
    math: Math,
}

fn dollars(before: &str, rest: &str) -> Option<Found> {
    if let Some(inner) = rest.strip_prefix("$`") {
        // GitHub's and GitLab's.
        let length = inner.find('`').filter(|&length| length > 0 && inner[length..].starts_with("`$"))?;
        return is_whole(&inner[..length]).then_some(Found { open: 2, length, close: 2, math: Math::Inline });
    }
    if let Some(inner) = rest.strip_prefix("$$") {
        let length = closing_dollar(inner)?;
        let tex = &inner[..length];
        let closes = inner[length..].starts_with("$$") && !inner[length..].starts_with("$$$");
        let fits = is_whole(tex) && !is_prose(tex);
        let found = Found { open: 2, length, close: 2, math: Math::Display };
        return (closes && fits && !before.ends_with('$')).then_some(found);
    }
    let inner = rest.strip_prefix('$')?;
    let length = closing_dollar(inner)?;
    let (tex, after) = (&inner[..length], &inner[length + 1..]);
    let fits = may_open(before, inner) && may_close(tex, after) && is_formula(tex);
    let found = Found { open: 1, length, close: 1, math: Math::Inline };
    (fits || is_loose(before, tex, after)).then_some(found)
}

/// `[$]x[/$]` and `[$$]x[/$$]`
fn ankis(rest: &str) -> Option<Found> {
    let signs = [("[$$]", "[/$$]", Math::Display), ("[$]", "[/$]", Math::Inline)];
    let (open, close, math) = signs.into_iter().find(|(open, ..)| rest.starts_with(open))?;
    let inner = &rest[open.len()..];
    let length = inner.find(close).filter(|&length| is_whole(&inner[..length]) && !inner[..length].contains("[$"))?;
    Some(Found { open: open.len(), length, close: close.len(), math })
}

fn whole_environment(rest: &str, name: &str) -> Option<Found> {
    let length = rest.find(&format!("\\end{{{name}}}"))? + "\\end{}".len() + name.len();
    is_whole(&rest[..length]).then_some(Found { open: 0, length, close: 0, math: Math::Display })
}

/// `\(x\)` and `\[x\]`. With two backslashes each, it is by choice, and Markdown leaves one of them.
fn brackets(before: &str, rest: &str) -> Option<Found> {
    let signs = [
        ("\\\\(", "\\\\)", Math::Inline),
        ("\\\\[", "\\\\]", Math::Display),
        ("\\(", "\\)", Math::Inline),
        ("\\[", "\\]", Math::Display),
    ];
    let (open, close, math) = signs.into_iter().find(|(open, ..)| rest.starts_with(open))?;
    let inner = &rest[open.len()..];
    let length = if open.len() == 2 { next_backslash(inner, close)? } else { next_doubled(inner, close)? };
    let (tex, in_word) = (&inner[..length], before.ends_with(|c: char| c.is_ascii_alphanumeric()));
    // Some programs write `\(` for any `(`.
    let may_be_single = math == Math::Inline || open.len() > 2;
    let fits = has_sign(tex) || (may_be_single && !in_word && is_single(tex));
    (fits && is_whole(tex) && !has_bare_wide(tex)).then_some(Found {
        open: open.len(),
        length,
        close: close.len(),
        math,
    })
}

/// Where in `tex` of that kind a backslash stands that Markdown would take. All commands have two, or none has.
pub(in crate::markdown::dialect) fn doubled(tex: &str) -> Vec<usize> {
    let bytes = tex.as_bytes();
    let (mut runs, mut at) = (Vec::new(), 0);
    while let Some(start) = memchr::memchr(b'\\', &bytes[at..]).map(|found| at + found) {
        at = start + bytes[start..].iter().take_while(|byte| **byte == b'\\').count();
        runs.push((start, at - start, bytes.get(at).copied().unwrap_or(b' ')));
    }
    if runs.iter().any(|(_, length, after)| *length == 1 && after.is_ascii_alphabetic()) {
        return Vec::new();
    }
    // Two before a space end a row, unless four do.
    let rows = runs.iter().any(|(_, length, _)| *length >= 4);
    let is_doubled = |(_, length, after): &&(usize, usize, u8)| {
        let sign = after.is_ascii_alphabetic() || (after.is_ascii_punctuation() && *after != b'[');
        *length >= 4 || (*length == 2 && (sign || rows))
    };
    runs.iter().filter(is_doubled).flat_map(|&(start, length, _)| start..start + length / 2).collect()
}

/// The name of the environment that `text` begins with: `\begin{align}`.
fn environment(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix("\\begin{")?.split_once('}')?;
    ENVIRONMENTS.contains(&name.strip_suffix('*').unwrap_or(name)).then_some(name)
}

/// Whether what stands between two `$`, one with white space inside of it, is a formula: `$T_i = $` is none of a price.
fn is_loose(before: &str, tex: &str, after: &str) -> bool {
    let inner = tex.trim();
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '$' | '\\' | '_'));
    let says = inner.contains(['\\', '^', '_']) || (inner.contains('=') && inner.starts_with(char::is_alphabetic));
    inner.len() < tex.len()
        && !tex.contains('\n')
        && !in_word(before.chars().next_back())
        && !in_word(after.chars().next())
        && says
        && (inner.contains('\\') || longest_word(inner) <= 2)
        && is_formula(inner)
}

/// Whether what stands between `$$` or `\[` on lines of their own is a formula.
pub(in crate::markdown::dialect) fn is_display(tex: &str) -> bool {
    !holds_formula(tex) && !tex.trim().is_empty() && !is_prose(tex)
}

/// Whether all of it is in one block, and no other formula in it.
fn is_whole(tex: &str) -> bool {
    // Longer runs of backticks would be fences, once there are some around it.
    !tex.trim().is_empty() && !tex.contains("\n\n") && !tex.contains("``") && !holds_formula(tex)
}

/// Whether there is a formula in it that was found before.
fn holds_formula(tex: &str) -> bool {
    [Math::Inline, Math::Display].iter().any(|math| tex.contains(math.sentinel()))
}

/// `at`, or the first boundary of a character before it.
fn floor(text: &str, at: usize, least: usize) -> usize {
    (least..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(least)
}

/// Where the next `$` stands that is not behind a backslash.
fn closing_dollar(inner: &str) -> Option<usize> {
    let bytes = inner.as_bytes();
    memchr::memchr_iter(b'$', bytes).find(|&at| {
        let backslashes = bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count();
        backslashes % 2 == 0
    })
}

/// Where `close`, a backslash with a bracket, stands, if no other formula begins before it.
fn next_backslash(inner: &str, close: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = inner[from..].find('\\').map(|found| from + found) {
        match inner.as_bytes().get(at + 1)? {
            _ if inner[at..].starts_with(close) => return Some(at),
            b'(' | b'[' => return None,
            byte => from = at + 1 + usize::from(byte.is_ascii()),
        }
    }
    None
}

/// The same of one with two backslashes. Four of them end a row.
fn next_doubled(inner: &str, close: &str) -> Option<usize> {
    let bytes = inner.as_bytes();
    let mut from = 0;
    loop {
        let at = from + memchr::memchr(b'\\', &bytes[from..])?;
        from = at + bytes[at..].iter().take_while(|byte| **byte == b'\\').count();
        match bytes.get(from)? {
            _ if from - at != 2 => {}
            _ if inner[at..].starts_with(close) => return Some(at),
            b'(' | b'[' => return None,
            _ => {}
        }
    }
}

/// Whether a `$` between `before` and `inner` may open a formula: in a word, an exponent or a command follows.
fn may_open(before: &str, inner: &str) -> bool {
    let Some(first) = inner.chars().next() else { return false };
    match before.chars().next_back() {
        Some('$' | '\\') => false,
        Some(c) if c.is_ascii_alphanumeric() || c == '_' => matches!(first, '^' | '_' | '\\'),
        _ => !first.is_whitespace() && !matches!(first, '$' | '(' if inner[1..].starts_with(')')),
    }
}

/// Whether a `$` between `tex` and `after` may close a formula: a price or a variable does not follow.
fn may_close(tex: &str, after: &str) -> bool {
    let word = &after[..after.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let suffix = word.is_empty() || ["th", "st", "nd", "rd", "s", "D"].contains(&word);
    // `$\sim$3` is no price.
    let number = tex.starts_with('\\') && word.bytes().all(|byte| byte.is_ascii_digit());
    (suffix || number) && !tex.ends_with(char::is_whitespace) && !after.starts_with(['$', '_'])
}

/// Whether what stands between two `$` is a formula.
fn is_formula(tex: &str) -> bool {
    let lines = tex.matches('\n').count();
    is_whole(tex)
        && lines <= 3
        && !tex.contains(['`', '"'])
        && !tex.starts_with("**")
        && !tex.ends_with("**")
        && !has_bare_wide(tex)
        && !is_prose(tex)
        && !is_variable(tex)
        && !is_price(tex)
}

/// `${NAME}`, `$(command)`, `$HOME/bin`: a shell's, a template's.
fn is_variable(tex: &str) -> bool {
    let says = || tex.contains(['\\', '^']) || tex.contains("}_");
    match tex.as_bytes()[0] {
        b'{' => !says(),
        b'A'..=b'Z' | b'_' => {
            let name = tex.bytes().take_while(|byte| byte.is_ascii_uppercase() || *byte == b'_').count();
            let path = tex[name..].starts_with(['/', ':', ';']) || tex[name..].starts_with("-$");
            name >= 2 && (path || tex[name..].is_empty() || tex.contains("://"))
        }
        b'/' | b':' | b';' | b'|' | b'?' | b'@' | b'*' | b'!' | b'#' if tex.len() == 1 => true,
        _ => false,
    }
}

/// A number and words: `$5 per GB or 10$`; not `$6CO_2 + 6H_2O$`.
fn is_price(tex: &str) -> bool {
    let is_reaction = || tex.contains(['_', '^', '\\']) && longest_run(tex, |byte| byte.is_ascii_lowercase()) < 2;
    let has_words = tex.contains(char::is_whitespace) && longest_word(tex) >= 2;
    tex.starts_with(|c: char| c.is_ascii_digit()) && has_words && !is_reaction()
}

/// Two or more words, or Japanese, and nothing that a formula has.
fn is_prose(tex: &str) -> bool {
    let words = tex.split_whitespace().filter(|word| longest_word(word) >= 3).count();
    (words >= 2 || tex.contains(is_wide)) && !has_sign(tex)
}

/// Whether there is something that formulas have and prose has not.
fn has_sign(tex: &str) -> bool {
    tex.contains(['\\', '^', '_', '=']) || (tex.contains(['+', '*', '/']) && longest_word(tex) < 3)
}

/// Symbols of one letter each, as in `f(x)`: no word, no number.
fn is_single(tex: &str) -> bool {
    longest_word(tex) == 1 && tex.is_ascii()
}

/// How many letters the longest word has that is no command.
fn longest_word(tex: &str) -> usize {
    longest_run(tex, |byte| byte.is_ascii_alphabetic())
}

/// The length of the longest run of such letters that is in no command.
fn longest_run(tex: &str, is_letter: impl Fn(u8) -> bool) -> usize {
    let (mut longest, mut length, mut command) = (0, 0, false);
    for byte in tex.bytes() {
        if is_letter(byte) {
            length += 1;
            longest = if command { longest } else { longest.max(length) };
        } else if !byte.is_ascii_alphabetic() || !command {
            (length, command) = (0, byte == b'\\');
        }
    }
    longest
}

/// Whether there is Chinese, Japanese or Korean outside of braces: there, it is the label of something.
fn has_bare_wide(tex: &str) -> bool {
    let mut depth = 0_usize;
    tex.chars().any(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0 && is_wide(c),
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The formulas of a text.
    fn found(text: &str) -> Vec<&str> {
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(sign) = text[from..].find(['$', '\\', '[']).map(|sign| from + sign) {
            let formula = at(text, sign, text.len());
            found.extend(formula.as_ref().map(|formula| &text[formula.tex.clone()]));
            let run = text[sign..].bytes().take_while(|byte| *byte == text.as_bytes()[sign]).count();
            from = formula.map_or(sign + run, |formula| formula.span.end);
        }
        found
    }

    #[test]
    fn formulas_are_found() {
        assert_eq!(found("$x$と$y_1$"), ["x", "y_1"]);
        assert_eq!(found("$2x+1$、$10^3$、$0.5$"), ["2x+1", "10^3", "0.5"]);
        assert_eq!(found("CO$_2$ and 10$^{-3}$"), ["_2", "^{-3}"]);
        assert_eq!(found("the $n$th of $k$s"), ["n", "k"]);
        assert_eq!(found(r"$v_{\text{最大}}$ $E = mc^2$ $a\$b$"), [r"v_{\text{最大}}", "E = mc^2", r"a\$b"]);
        assert_eq!(found("$$ a + b $$"), [" a + b "]);
        assert_eq!(found(r"\(x\) \(f(x)\) \[ a = b \\ c \]"), ["x", "f(x)", r" a = b \\ c "]);
        assert_eq!(found(r"2.5 ($\sim$3)"), [r"\sim"]);
        assert_eq!(found("$`a_b`$"), ["a_b"]);
        assert_eq!(found("[$]x+1[/$] [$$]y[/$$]"), ["x+1", "y"]);
        assert_eq!(found(r"\\(x\\) \\[ a^2 \\]"), ["x", " a^2 "]);
        assert_eq!(found(r"\\[ a_1 \\\\[2pt] b \\] \\(a \\(x\\)"), [r" a_1 \\\\[2pt] b ", "x"]);
        assert_eq!(found(r"so \begin{align*}a&=b\end{align*}."), [r"\begin{align*}a&=b\end{align*}"]);
        assert_eq!(found("$T_i = $ period, $ E = mc^2 $, $a = $ sum"), ["T_i = ", " E = mc^2 ", "a = "]);
        assert_eq!(found(r"${}^{14}\mathrm{C}$ ${n \choose k}$"), [r"{}^{14}\mathrm{C}", r"{n \choose k}"]);
        assert_eq!(
            found(r"$6CO_2 + 6H_2O \Rightarrow C_6$ $2Na + Cl_2$"),
            [r"6CO_2 + 6H_2O \Rightarrow C_6", "2Na + Cl_2"]
        );
        assert_eq!(found("$P(A|B)$ $\\sin x$ $x$"), ["P(A|B)", "\\sin x", "x"]);
        let long = |bytes: usize| format!("$x{}$", "+1".repeat((bytes - 3) / 2));
        assert_eq!([3_999, 4_001].map(|bytes| found(&long(bytes)).len()), [1, 0]);
    }

    #[test]
    fn prices_variables_and_escapes_are_text() {
        for text in [
            "$100から$200",
            "$5 and $10",
            "US$5 to US$7",
            "$5/$10",
            "$5、$6",
            "5$ or 6$",
            "it is $5 per GB or 10$",
            "it is $5 for A_1 or 10$",
            "$HOME/bin:$PATH",
            "$HOME$",
            "${x}と${y}",
            "${FOO}$",
            "$(pwd) and $(ls)",
            "$A$1",
            "=SUM($A$1:$B$2)",
            "\"$a\" \"$b\"",
            "$x, $y",
            "$a,$b;$c",
            "^foo$|^bar$",
            "kill $$ and echo $$",
            "$$ で得られ、$$ と書く",
            "$",
            "$$",
            "$$$$",
            r"S3 \(Simple Storage Service\)",
            r"\(EC2\)",
            r"instance\(s\)",
            r"\[x\] \[1\]",
            r"\[リンク\]",
            "$foo bar baz$",
            "$月額$",
            "**$**と**$**",
            "価格は$3.50（$4ではない）",
            "$1M–$2M",
            "| $5 | $10 |",
            "|$0.10/GB|$0.20|",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
