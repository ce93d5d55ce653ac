//! How wide text is, in columns: rules look at the width that its author saw.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The width of `text`: full-width characters count 2.
///
/// ```
/// assert_eq!(soa_anki::markdown::columns("S3バケット"), 10);
/// ```
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Whether a character takes two columns.
pub fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}
