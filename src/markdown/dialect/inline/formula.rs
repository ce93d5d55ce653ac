//! Formulas in text, and what only looks like one: `$5`, `$HOME`, `foo\(bar\)`. When in doubt it is text.

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
}

/// Longest formula in a line, in bytes.
const LONGEST: usize = 4000;

/// The formula that begins at `at`, where a `$` or a `\` stands, and ends before `end`.
///
/// A look from one `$` ends at the next one, so that looking from each takes linear time.
pub(in crate::markdown::dialect) fn at(text: &str, at: usize, end: usize) -> Option<Formula> {
    let rest = &text[at..floor(text, end.min(at + LONGEST), at)];
    let formula = |open: usize, length: usize, close: usize, math| {
        let (tex, after) = (at + open..at + open + length, at + open + length + close);
        Formula { span: at..after, tex, math }
    };
    if let Some(inner) = rest.strip_prefix("$`") {
        // GitHub's and GitLab's.
        let length = inner.find('`').filter(|&length| length > 0 && inner[length..].starts_with("`$"))?;
        return is_whole(&inner[..length]).then(|| formula(2, length, 2, Math::Inline));
    }
    if let Some(inner) = rest.strip_prefix("$$") {
        let length = closing_dollar(inner)?;
        let tex = &inner[..length];
        let closes = inner[length..].starts_with("$$") && !inner[length..].starts_with("$$$");
        let fits = is_whole(tex) && !is_prose(tex);
        return (closes && fits && !text[..at].ends_with('$')).then(|| formula(2, length, 2, Math::Display));
    }
    if let Some(inner) = rest.strip_prefix('$').filter(|inner| may_open(&text[..at], inner)) {
        let length = closing_dollar(inner)?;
        let fits = may_close(&inner[..length], &inner[length + 1..]) && is_formula(&inner[..length]);
        return fits.then(|| formula(1, length, 1, Math::Inline));
    }
    let (close, math) = match rest.as_bytes().get(1)? {
        b'(' => ("\\)", Math::Inline),
        b'[' => ("\\]", Math::Display),
        _ => return None,
    };
    let inner = &rest[2..];
    let length = next_backslash(inner, close)?;
    let (tex, in_word) = (&inner[..length], text[..at].ends_with(|c: char| c.is_ascii_alphanumeric()));
    let fits = match math {
        // Some programs write `\(` for any `(`.
        Math::Inline => has_sign(tex) || (!in_word && is_single(tex)),
        Math::Display => has_sign(tex),
    };
    (fits && is_whole(tex) && !has_bare_wide(tex)).then(|| formula(2, length, 2, math))
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

/// A number and words: `$5 per GB or 10$`.
fn is_price(tex: &str) -> bool {
    tex.starts_with(|c: char| c.is_ascii_digit()) && tex.contains(char::is_whitespace) && longest_word(tex) >= 2
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
    let (mut longest, mut length, mut command) = (0, 0, false);
    for byte in tex.bytes() {
        if byte.is_ascii_alphabetic() {
            length += 1;
            longest = if command { longest } else { longest.max(length) };
        } else {
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
        while let Some(sign) = text[from..].find(['$', '\\']).map(|sign| from + sign) {
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
        assert_eq!(found(r"${}^{14}\mathrm{C}$ ${n \choose k}$"), [r"{}^{14}\mathrm{C}", r"{n \choose k}"]);
        assert_eq!(found("$P(A|B)$ $\\sin x$ $x$"), ["P(A|B)", "\\sin x", "x"]);
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
