//! Which words of a statement are worth hiding, and the statement with them in bold.

use std::ops::Range;

use crate::text::has_word;

/// Fewest kanji or kana of a name.
const FEWEST_LETTERS: usize = 3;
/// Most names that are tried.
const MOST_NAMES: usize = 5;

/// The text with one of its names or numbers in bold, the likeliest first. `topic`: what it is about.
pub(super) fn in_bold(text: &str, topic: Option<&str>) -> Vec<String> {
    let mut names = names(text);
    names.sort_by_key(|name| std::cmp::Reverse((!text.starts_with(name), name.chars().count())));
    topic.into_iter().chain(names).take(MOST_NAMES).filter_map(|name| with_bold(text, name)).collect()
}

/// The text with `name` in bold where it first stands by itself: in no bold or link yet, and as no part of a word.
fn with_bold(text: &str, name: &str) -> Option<String> {
    let joins = |before: Option<char>, after: Option<char>| {
        before.zip(after).is_some_and(|(before, after)| before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric())
    };
    let is_apart = |at: usize| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let in_word = joins(before.chars().next_back(), name.chars().next())
            || joins(name.chars().next_back(), after.chars().next());
        let in_sign = before.ends_with([':', '.', '/', '^', '-', '_', '=', '#', '@'])
            || after.starts_with([':', '/', '-', '_', '=', '@', '%']);
        let in_address = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        !(in_word || in_sign || in_address || is_marked(before))
    };
    let at = text.match_indices(name).map(|(at, _)| at).find(|&at| is_apart(at))?;
    Some(format!("{}**{name}**{}", &text[..at], &text[at + name.len()..]))
}

/// Whether what comes next stands in bold, in a mark, in code, in a formula, in brackets or in a tag.
fn is_marked(before: &str) -> bool {
    let is_odd = |sign: &str| before.matches(sign).count() % 2 == 1;
    let is_open = |open: &[char], close: &[char]| before.matches(open).count() > before.matches(close).count();
    ["**", "==", "~~", "`", "$"].into_iter().any(is_odd)
        || is_open(&['[', '<', '{'], &[']', '>', '}'])
        || before.contains("](") && is_open(&['('], &[')'])
}

/// What is worth hiding in a text, if any of its words is: names, also of several words, and numbers.
fn names(text: &str) -> Vec<&str> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for word in name_words(text) {
        let joins = |last: &Range<usize>| {
            &text[last.end..word.start] == " " && text[last.start..last.end].is_ascii() && text[word.clone()].is_ascii()
        };
        match names.last_mut().filter(|last| joins(last)) {
            Some(last) => last.end = word.end,
            None => names.push(word),
        }
    }
    let says = |name: &str| name.is_ascii() || name.contains(|c: char| c.is_ascii_digit());
    let is_worth = |name: &&str| name.len() > 1 && (says(name) || name.chars().count() >= FEWEST_LETTERS);
    names.into_iter().map(|name| &text[name]).filter(is_worth).collect()
}

/// The words of a text that may be of a name: not "Sometimes" at the beginning of a sentence.
fn name_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let inside = |at: usize, c: char| {
        let next = text[at + c.len_utf8()..].chars().next();
        is_of_a_name(c) || ",.-".contains(c) && next.is_some_and(is_of_a_name)
    };
    let mut ends = text.char_indices().filter(move |&(at, c)| !inside(at, c)).map(|(at, c)| (at, at + c.len_utf8()));
    let mut start = 0;
    let words = std::iter::from_fn(move || {
        (start <= text.len()).then(|| {
            let (end, next) = ends.next().unwrap_or((text.len(), text.len() + 1));
            let word = start..end;
            start = next;
            word
        })
    });
    words.filter(|word| {
        let (before, name) = (text[..word.start].trim_end(), &text[word.clone()]);
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '(']);
        let capitals = name.chars().filter(|c| c.is_uppercase()).count();
        let number = name.starts_with(|c: char| c.is_ascii_digit());
        if name.is_ascii() {
            number || capitals > usize::from(begins)
        } else {
            has_word(name) && name.chars().count() > 1
        }
    })
}

/// Letters of names: not kana of grammar, and no punctuation.
fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3041}'..='\u{309f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_put_around_whole_names_that_are_not_bold() {
        let advised = |text: &str, name: &str| with_bold(text, name);
        assert_eq!(advised("**最長14日**と4日", "4日").as_deref(), Some("**最長14日**と**4日**"));
        assert_eq!(advised("**最長14日**で終わる", "4日"), None);
        assert_eq!(advised("SQSS holds SQS", "SQS").as_deref(), Some("SQSS holds **SQS**"));
    }

    #[test]
    fn no_part_of_a_footnote_a_link_or_a_time_is_bold() {
        for text in ["See[^10] there", "See [10](x.md)", "at 10:30 sharp", "`10` is code", "==10== is marked"] {
            assert_eq!(in_bold(text, None), <[&str; 0]>::default(), "{text}");
        }
        assert_eq!(in_bold("It has 64 bits", None), ["It has **64** bits"]);
    }
}
