//! `==text==`, and `a == b`.

use crate::markdown::flanking::Flanks;

/// What the run of `=` can do between the text before and after it.
///
/// As `**` does, but not within a word: `x==y==z` compares.
pub(super) fn flanks(before: &str, run: &str, after: &str) -> Flanks {
    let (left, right) = (before.chars().next_back(), after.chars().next());
    if run.len() != 2 || left == Some('=') || right == Some('=') {
        return Flanks { open: false, close: false };
    }
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    Flanks { open: !spaced(right) && !in_word(left), close: !spaced(left) && !in_word(right) }
}

/// Whether a mark may hold `text`: something of one line, no condition, and no separator that would speak of the tag.
pub(super) fn holds(text: &str) -> bool {
    let separates = text.starts_with(['：', ':']);
    !text.is_empty() && !separates && !text.contains('\n') && !text.contains("&&") && !text.contains("||")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparisons_open_nothing() {
        assert_eq!(flanks("これは", "==", "重要"), Flanks { open: true, close: true });
        assert_eq!(flanks("a ", "==", "b"), Flanks { open: true, close: false });
        assert_eq!(flanks("a ", "==", " b"), Flanks { open: false, close: false });
        assert_eq!(flanks("x", "==", "y"), Flanks { open: false, close: false });
        assert_eq!(flanks("", "===", "y"), Flanks { open: false, close: false });
    }
}
