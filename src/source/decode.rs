//! Bytes to text: UTF-8, NFC, `\n` for every line ending, no control characters.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diagnostic::Finding;

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The text of a file, or why it has none.
///
/// Most files are as they should be, and are not copied.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<String, Finding> {
    let skipped = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    bytes.drain(..skipped);
    // Every second byte of UTF-16 may be NUL, but it is text: so the check for text comes first
    // where its mark stands.
    let is_utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !is_utf16 && let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Finding::Binary { offset: skipped + at });
    }
    match String::from_utf8(bytes) {
        Ok(text) if is_clean(&text) => Ok(text),
        Ok(text) => Ok(clean(&text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Finding::NotUtf8 { offset: skipped + at, byte: error.as_bytes()[at] })
        }
    }
}

/// Characters composed, as identity and search need them.
pub(super) fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn is_clean(text: &str) -> bool {
    // Without what stands alone the check is stricter, and several times faster.
    let others = text.chars().filter(|&c| !stands_alone(c));
    !text.chars().any(is_unwanted) && is_nfc_quick(others) == IsNormalized::Yes
}

/// Whether NFC leaves `c` as it is, whatever is before it: most of what notes are written with.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2ff}'
        | '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{30ff}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ffee}')
}

fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|&c| !is_unwanted(c)).nfc().collect()
}

/// A control character that is not white space in Markdown.
fn is_unwanted(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).unwrap()
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(text(b"\xEF\xBB\xBFa"), "a");
    }

    #[test]
    fn every_line_ends_with_a_line_feed() {
        assert_eq!(text(b"a\r\nb\rc\n\r\n"), "a\nb\nc\n\n");
    }

    #[test]
    fn text_is_composed_and_without_control_characters() {
        assert_eq!(text("か\u{3099}\u{7f}\u{1b}[0m\tx\u{85}".as_bytes()), "が[0m\tx");
    }

    #[test]
    fn removing_a_control_character_leaves_nothing_to_compose() {
        assert_eq!(text("か\u{1}\u{3099}".as_bytes()), "が");
    }

    #[test]
    fn clean_text_is_not_copied() {
        let bytes = "# 見出し\n- a\tb\n".as_bytes().to_vec();
        let before = bytes.as_ptr();
        let text = decode(bytes).unwrap();
        assert_eq!(text.as_ptr(), before);
    }

    #[test]
    fn what_stands_alone_is_normal_and_a_starter() {
        for c in (char::MIN..=char::MAX).filter(|&c| stands_alone(c)) {
            let class = unicode_normalization::char::canonical_combining_class(c);
            let normal = is_nfc_quick(std::iter::once(c));
            assert_eq!((class, normal), (0, IsNormalized::Yes), "{c:?}");
        }
    }

    #[test]
    fn offsets_count_from_the_start_of_the_file() {
        let bytes = b"\xEF\xBB\xBFab\xFF".to_vec();
        let byte = 0xFF;
        assert_eq!(decode(bytes), Err(Finding::NotUtf8 { offset: 5, byte }));
        let bytes = b"\xEF\xBB\xBFab\0".to_vec();
        assert_eq!(decode(bytes), Err(Finding::Binary { offset: 5 }));
    }

    #[test]
    fn utf_16_is_text_of_another_encoding() {
        let byte = 0xFF;
        let expected = Err(Finding::NotUtf8 { offset: 0, byte });
        assert_eq!(decode(b"\xFF\xFEa\0".to_vec()), expected);
    }
}
