//! Bytes to text: UTF-8 (from older encodings, too), NFC, `\n` for every line ending, no control characters.

use unicode_normalization::UnicodeNormalization;

use super::encoding::{self, Converted};
use crate::findings::{self, Finding, Nature};
use crate::text::{is_surely_clean, is_surely_nfc, uncommon};

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The text of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    /// The encoding that it was converted from, when it was not UTF-8.
    pub from: Option<&'static str>,
}

/// The text of a file, or why it has none.
///
/// Most files are as they should be, and are not copied.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<Decoded, Finding> {
    let marked = bytes.starts_with(BOM);
    let skipped = if marked { BOM.len() } else { 0 };
    bytes.drain(..skipped);
    let decoded = match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => {
            older(text.as_bytes(), marked).ok_or_else(|| unread(text.as_bytes(), skipped))?
        }
        Ok(text) if encoding::has_japanese_escape(text.as_bytes()) => {
            older(text.as_bytes(), marked).unwrap_or(Decoded { text, from: None })
        }
        Ok(text) => Decoded { text, from: None },
        Err(error) => older(error.as_bytes(), marked).ok_or_else(|| unread(error.as_bytes(), skipped))?,
    };
    let is_clean = is_clean(&decoded.text);
    Ok(if is_clean { decoded } else { Decoded { text: clean(&decoded.text), ..decoded } })
}

/// What is marked as UTF-8 is nothing else, however damaged.
fn older(bytes: &[u8], marked: bool) -> Option<Decoded> {
    let converted = if marked { None } else { encoding::convert(bytes) };
    converted.map(|Converted { text, from }| Decoded { text, from: Some(from) })
}

/// Why there is no text. `skipped` bytes were before it.
fn unread(bytes: &[u8], skipped: usize) -> Finding {
    let is_utf_16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !is_utf_16 && let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        let nature = if is_package(bytes) { Nature::Package } else { Nature::Other };
        return findings::Binary { offset: skipped + at, nature }.into();
    }
    let at = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    findings::NotUtf8 { offset: skipped + at, byte: bytes[at] }.into()
}

/// Whether a file is a zip archive in which Anki's collection comes early, as in all packages.
fn is_package(bytes: &[u8]) -> bool {
    let early = &bytes[..bytes.len().min(EARLY)];
    bytes.starts_with(b"PK\x03\x04") && memchr::memmem::find(early, b"collection.anki2").is_some()
}

/// Where the name of a package's first entries is, in bytes.
const EARLY: usize = 256;

/// Characters composed, as identity and search need them.
pub(super) fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn is_clean(text: &str) -> bool {
    is_surely_clean(text) || (!uncommon(text).any(is_unwanted) && is_surely_nfc(text))
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
        decode(bytes.to_vec()).unwrap().text
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
        let text = decode(bytes).unwrap().text;
        assert_eq!(text.as_ptr(), before);
    }

    #[test]
    fn offsets_count_from_the_start_of_the_file() {
        let bytes = b"\xEF\xBB\xBFab\xFF".to_vec();
        let byte = 0xFF;
        assert_eq!(decode(bytes), Err(findings::NotUtf8 { offset: 5, byte }.into()));
        let bytes = b"\xEF\xBB\xBFab\0".to_vec();
        assert_eq!(decode(bytes), Err(findings::Binary { offset: 5, nature: Nature::Other }.into()));
    }

    #[test]
    fn a_package_of_anki_is_no_image() {
        let nature = |bytes: &[u8]| match decode(bytes.to_vec()) {
            Err(Finding::Binary(found)) => found.nature,
            other => panic!("{other:?}"),
        };
        assert_eq!(nature(b"PK\x03\x04\x14\0\0\0collection.anki2\0"), Nature::Package);
        assert_eq!(nature(b"PK\x03\x04\x14\0\0\0word/document.xml\0"), Nature::Other);
        assert_eq!(nature(b"\x89PNG collection.anki2\0"), Nature::Other);
        // An archive of a folder may hold one further down.
        let named_at = |at: usize| nature(&[b"PK\x03\x04", &vec![0; at - 4][..], b"collection.anki2"].concat());
        assert_eq!((named_at(240), named_at(241)), (Nature::Package, Nature::Other));
    }

    #[test]
    fn what_is_marked_as_utf_8_is_no_older_encoding() {
        let bytes = b"\xEF\xBB\xBF\x82\xA9\x82\xC8";
        assert_eq!(decode(bytes.to_vec()), Err(findings::NotUtf8 { offset: 3, byte: 0x82 }.into()));
    }

    #[test]
    fn damaged_utf_16_is_not_read() {
        let byte = 0xFF;
        let expected = Err(findings::NotUtf8 { offset: 0, byte }.into());
        assert_eq!(decode(b"\xFF\xFEa\0b".to_vec()), expected);
        assert_eq!(decode(b"\xFF\xFEa\0\x00\xD8".to_vec()), expected);
    }

    #[test]
    fn converted_text_is_cleaned_too() {
        let decoded = decode(b"\xFF\xFEa\0\r\0\n\0K0\x990".to_vec()).unwrap();
        assert_eq!(decoded, Decoded { text: "a\nが".into(), from: Some("UTF-16LE") });
    }

    #[test]
    fn an_escape_that_begins_nothing_is_only_a_control_character() {
        assert_eq!(text("\u{1b}$B 鍵 \u{1b}$".as_bytes()), "$B 鍵 $");
    }
}
