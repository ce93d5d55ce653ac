//! What rules ask of characters: how wide text is, in the columns that its author saw, and whether it says anything.

use unicode_width::UnicodeWidthChar;

/// The width of `text`: full-width characters count 2, so that `S3バケット` has 10.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char_columns).sum() }
}

/// Whether `text` is wider than `limit`. No character takes more columns than bytes.
pub fn is_wider(text: &str, limit: usize) -> bool {
    text.len() > limit && columns(text) > limit
}

/// Whether there is anything to read in `text`: a letter or a digit of any script.
pub fn has_word(text: &str) -> bool {
    // Common scripts first: the tables of Unicode are slow to ask.
    let common = |c: char| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}');
    text.contains(|c: char| c.is_ascii_alphanumeric() || (!c.is_ascii() && (common(c) || c.is_alphanumeric())))
}

/// Whether a character takes two columns.
pub fn is_wide(c: char) -> bool {
    char_columns(c) == 2
}

/// Whether two lines that end and begin so are joined without a space: Chinese and Japanese have none between words,
/// Korean has.
pub fn join_without_space(before: Option<char>, after: Option<char>) -> bool {
    let unspaced = |c: char| {
        is_wide(c) && !matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}')
    };
    before.is_some_and(unspaced) && after.is_some_and(unspaced)
}

fn char_columns(c: char) -> usize {
    match c {
        ' '..='~' => 1,
        // Kana, ideographs and full-width forms: nearly all of a Japanese text, without a look into tables.
        '\u{3041}'..='\u{3096}' | '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}' => 2,
        _ => c.width().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_as_their_language_is_written() {
        for (before, after, joined) in
            [('漢', 'か', true), ('。', '「', true), ('漢', 'a', false), ('한', '글', false), ('a', 'b', false)]
        {
            assert_eq!(join_without_space(Some(before), Some(after)), joined, "{before}{after}");
        }
    }

    #[test]
    fn the_short_way_and_the_tables_agree() {
        for c in ('\u{20}'..='\u{7e}')
            .chain('\u{3041}'..='\u{3096}')
            .chain('\u{30a0}'..='\u{30ff}')
            .chain('\u{4e00}'..='\u{9fff}')
            .chain('\u{ff01}'..='\u{ff60}')
        {
            assert_eq!(char_columns(c), c.width().unwrap_or(0), "{c}");
        }
    }
}
