//! `:rocket:` is 🚀, by the names that GitHub has.

/// Longest name, in bytes; GitHub's longest has 36.
const LONGEST: usize = 40;

/// The emoji whose shortcode begins at `at`, and where that ends.
pub(in crate::markdown::dialect) fn at(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let bytes = text.as_bytes();
    let in_name = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'+' | b'-');
    let length = bytes.get(at + 1..)?.iter().take(LONGEST).take_while(|byte| in_name(byte)).count();
    let end = at + 1 + length + 1;
    let in_word =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'/'));
    let alone = !in_word(at.checked_sub(1).and_then(|before| bytes.get(before))) && !in_word(bytes.get(end));
    if length == 0 || bytes.get(end - 1) != Some(&b':') || !alone {
        return None;
    }
    Some((emojis::get_by_shortcode(&text[at + 1..end - 1])?.as_str(), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_between_colons_that_stand_apart_are_emoji() {
        assert_eq!(at("完了:tada:です", "完了".len()), Some(("🎉", "完了:tada:".len())));
        assert_eq!(at(":+1:", 0), Some(("👍", 4)));
        for text in [":30:", ":nobody_knows:", ":: :", ":", ":rocket", "::x:", ":x::"] {
            assert_eq!(at(text, 0), None, "{text}");
        }
        assert_eq!(at("root:x:0", 4), None);
    }
}
