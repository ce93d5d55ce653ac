//! `x^2^` and `H~2~O`, as pandoc has them; `10~20個で30~40円` has ranges.

/// Longest index or exponent, in bytes.
const LONGEST: usize = 48;

/// An index or an exponent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Script {
    kind: Kind,
    /// Where it ends, after its second sign.
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sub,
    Sup,
}

impl Script {
    pub fn tags(self) -> (&'static str, &'static str) {
        match self.kind {
            Kind::Sub => ("<sub>", "</sub>"),
            Kind::Sup => ("<sup>", "</sup>"),
        }
    }
}

/// The index or exponent whose first sign is at `at`.
///
/// It stands directly behind what it belongs to, and is one word. Whatever else has two such signs on a line is
/// something else: a range, a path, a regular expression.
pub(super) fn at(text: &str, at: usize) -> Option<Script> {
    let bytes = text.as_bytes();
    let sign = bytes[at];
    let kind = if sign == b'~' { Kind::Sub } else { Kind::Sup };
    let before = text[..at].chars().next_back()?;
    let stop = |&byte: &u8| byte == sign || byte.is_ascii_whitespace();
    let length = bytes[at + 1..].iter().take(LONGEST).position(stop)?;
    let end = at + 1 + length + 1;
    let doubled = bytes.get(end) == Some(&sign);
    if bytes[end - 1] != sign || length == 0 || doubled {
        return None;
    }
    let inner = &text[at + 1..end - 1];
    let after = text[end..].chars().next();
    let fits = match kind {
        Kind::Sub => can_have_index(before) && inner.bytes().all(is_index),
        Kind::Sup => can_have_exponent(before) && inner.chars().all(is_exponent),
    };
    (fits && !goes_on(inner, after)).then_some(Script { kind, end })
}

/// A number before `~` begins a range.
fn can_have_index(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, ')' | ']')
}

fn can_have_exponent(c: char) -> bool {
    // An ion has both: `SO~4~^2-^`.
    let letter = c.is_alphanumeric() && c < '\u{1f000}';
    letter || matches!(c, ')' | ']' | '）' | '~')
}

fn is_index(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b',' | b'(' | b')' | b'=')
}

fn is_exponent(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '+' | '-' | '−' | ',' | '.' | '(' | ')' | '/' | '*')
}

/// Whether a word or a number goes on behind it: `2^3^4`, `Mon~Wed~Fri`. Behind a number, letters are the next symbol.
fn goes_on(inner: &str, after: Option<char>) -> bool {
    let number = inner.bytes().all(|byte| !byte.is_ascii_alphabetic());
    after.is_some_and(|c| c.is_ascii_digit() || (!number && c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(text: &str) -> String {
        let (mut out, mut from) = (String::new(), 0);
        while let Some(sign) = text[from..].find(['^', '~']).map(|found| from + found) {
            out.push_str(&text[from..sign]);
            from = sign + 1;
            match at(text, sign) {
                Some(script) => {
                    let (open, close) = script.tags();
                    out.extend([open, &text[sign + 1..script.end - 1], close]);
                    from = script.end;
                }
                None => out.push_str(&text[sign..=sign]),
            }
        }
        out + &text[from..]
    }

    #[test]
    fn formulas_of_chemists_have_indices() {
        assert_eq!(tagged("C~6~H~12~O~6~"), "C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>");
        assert_eq!(tagged("SO~4~^2-^、V~max~は"), "SO<sub>4</sub><sup>2-</sup>、V<sub>max</sub>は");
        assert_eq!(
            tagged("面積m^2^、10^-3^、x^2^y、1^st^"),
            "面積m<sup>2</sup>、10<sup>-3</sup>、x<sup>2</sup>y、1<sup>st</sup>"
        );
    }

    #[test]
    fn ranges_paths_and_faces_are_text() {
        for text in [
            "10~20個で30~40円",
            "a~z、A~Z",
            "~/a:~/b",
            "Mon~Wed~Fri",
            "2^3^4",
            "(^_^)",
            "[^1] [^2]",
            "^a^",
            "x^ y^",
            "a~~b~~",
            "^^",
            "9時~12時、13時~15時",
        ] {
            assert_eq!(tagged(text), text);
        }
    }
}
