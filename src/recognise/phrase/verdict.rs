//! Verdicts: ○ or × behind a statement makes a question of it, and answers it.

use std::ops::Range;

use super::has_word;
use crate::lexicon::{self, Class};

/// Where a verdict may stand, other than in brackets.
const COLONS: [char; 2] = [':', '：'];
/// What stands between a verdict and its reason: 「×（木ではない）」, 「×：木ではない」.
const BEFORE_REASON: [char; 10] = ['(', '（', ':', '：', '、', '。', ',', '.', ' ', '\u{3000}'];

/// Whether any line of a text may hold a verdict.
pub fn has_verdict(text: &str) -> bool {
    lexicon::VERDICTS.is_in(text)
}

/// Whether an answer is a verdict, with its reason or without: ○, 「×（木ではない）」.
pub fn is_verdict(text: &str) -> bool {
    let rest = text.trim_start().strip_prefix(lexicon::signs(Class::Verdict));
    rest.is_some_and(|rest| rest.trim().is_empty() || rest.starts_with(BEFORE_REASON))
}

/// The statement in a line and the only verdict on it: 「水は燃える。 → ×」, 「水は燃える（○）」, 「水は燃える：× 火を消す」.
pub fn verdict_behind(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let signs = lexicon::signs(Class::Verdict);
    let mut found = line.char_indices().filter(|&(at, sign)| signs.contains(&sign) && is_behind(&line[..at]));
    let (at, _) = found.next().filter(|_| found.next().is_none())?;
    let (before, verdict) = (line[..at].trim_end(), line[at..].trim_end());
    if !is_verdict(verdict.trim_end_matches([')', '）'])) {
        return None;
    }
    let (statement, end) = match before.strip_suffix(['(', '（']) {
        Some(statement) => (statement, verdict.strip_suffix([')', '）'])?.len()),
        None => (before.trim_end_matches(COLONS), verdict.len()),
    };
    let arrow = lexicon::end(Class::Arrow, statement).map_or(0, str::len);
    let left = crate::markdown::trimmed(line, 0..statement.len() - arrow);
    has_word(&line[left.clone()]).then(|| (left, at..at + end))
}

/// Whether what stands before a sign says that it is a verdict: `4 × 2` and 「○○市」 hold none.
fn is_behind(before: &str) -> bool {
    let text = before.trim_end();
    let is_apart = text.len() < before.len();
    text.ends_with(['(', '（'])
        || text.ends_with(COLONS)
        || lexicon::ends(Class::Arrow, text)
        || is_apart && text.ends_with(['。', '．', '?', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_stands_apart_from_its_statement() {
        let sides =
            |line: &'static str| verdict_behind(line).map(|(statement, verdict)| (&line[statement], &line[verdict]));
        assert_eq!(sides("水は燃える。 → ×"), Some(("水は燃える。", "×")));
        assert_eq!(sides("水は燃える（○）"), Some(("水は燃える", "○")));
        assert_eq!(sides("水は燃える。（×：火を消す）"), Some(("水は燃える。", "×：火を消す")));
        assert_eq!(sides("水は燃える → ×（火を消す）"), Some(("水は燃える", "×（火を消す）")));
        assert_eq!(sides("水は燃える。　× 火を消す"), Some(("水は燃える。", "× 火を消す")));
        let none = ["4 × 2 = 8", "幅：3×4", "○○市", "可（○）、不可（×）", "水は燃える ×", "→ ×", "氏名（○○課）"];
        assert_eq!(none.map(verdict_behind), [const { None }; 7]);
    }
}
