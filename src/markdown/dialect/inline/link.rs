//! `(text)[https://…]`, a link whose brackets were mixed up.

use std::ops::Range;

/// A link, as it is written.
pub(super) struct Reversed {
    /// All of it.
    pub span: Range<usize>,
    /// Where the two brackets meet in the middle.
    pub middle: Range<usize>,
}

/// The reversed link whose `[` is at `at`, in a text that is looked at from `start` on.
pub(super) fn reversed(text: &str, at: usize, start: usize) -> Option<Reversed> {
    let before = text[start..at].strip_suffix(')').filter(|before| !before.ends_with('\\'))?;
    let address = text[at + 1..].split([']', '[', '(', ' ', '\n']).next()?;
    let end = at + 1 + address.len();
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    // What goes on is a link of its own: `(text)[https://a](https://b)`.
    let closes = text[end..].starts_with(']') && !text[end + 1..].starts_with(['(', '[', ':']);
    let open = if is_address && closes { start + opening(before)? } else { return None };
    Some(Reversed { span: open..end + 1, middle: at - 1..at + 1 })
}

/// What stands between the first bracket of the link whose `[` is at `at` and its last one.
pub(super) fn inside(text: &str, at: usize) -> Option<Range<usize>> {
    let middle = at + 1 + text[at + 1..].find(['[', ']', '\n'])?;
    let address = text[middle..].strip_prefix("](")?;
    let length = address.find([')', ' ', '\n']).filter(|&length| address[length..].starts_with(')'))?;
    Some(at + 1..middle + 2 + length)
}

/// Where the round bracket opens that is closed behind `text`, on the same line and around something.
fn opening(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' if depth == 0 => return Some(at).filter(|&at| !text[at + 1..].trim().is_empty()),
            '(' => depth -= 1,
            '[' | ']' | '\n' => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        reversed(text, text.find('[')?, 0).map(|link| &text[link.span])
    }

    #[test]
    fn only_an_address_behind_brackets_is_a_reversed_link() {
        let whole = "(CAF (Framework))[https://example.com/caf]";
        assert_eq!(found(&format!("see {whole}.")), Some(whole));
        for text in [
            "(a)[b]",
            "(a)[https://x](https://y)",
            "a)[https://x]",
            "()[https://x]",
            "(a) [https://x]",
            "(a)[https://x y]",
            "(a)[https://x]: y",
            r"(a\)[https://x]",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
