//! Which text is in a normal form of Unicode already, told without its tables wherever that can be.

use memchr::memchr3;
use unicode_normalization::{IsNormalized, is_nfc_quick};

/// The characters of a text that are not common, in their order.
///
/// Common are the printable ones of ASCII, tabs, line feeds, kana and ideographs: nearly all of what notes are written
/// with. No normal form changes them, whatever stands before or after, they have no case but that of ASCII, and none
/// but space, tab and line feed is white space. So most questions about the characters of a text are questions about
/// the others.
pub(crate) fn uncommon(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = &rest[common_bytes(rest.as_bytes())..];
        let mut chars = rest.chars();
        let first = chars.next();
        rest = chars.as_str();
        first
    })
}

/// `text` in lower case, if it is of common characters with one space between words and none around them: most terms
/// and titles, which need no table of Unicode for it.
pub(crate) fn lower_if_common(text: &str) -> Option<String> {
    let is_common = common_bytes(text.as_bytes()) == text.len() && !has_odd_space(text);
    is_common.then(|| text.to_ascii_lowercase())
}

/// Whether a text of common characters has white space at its ends, or other than one space at once.
fn has_odd_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Most terms in Japanese have none.
    let Some(first) = memchr3(b' ', b'\t', b'\n', bytes) else { return false };
    let mut before = if first == 0 { b' ' } else { bytes[first - 1] };
    let is_odd =
        |&byte: &u8| matches!(byte, b'\t' | b'\n') || (byte, std::mem::replace(&mut before, byte)) == (b' ', b' ');
    bytes[first..].iter().any(is_odd) || text.ends_with(' ')
}

/// How many bytes of a text its common characters take, up to the first other one.
fn common_bytes(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let length = match first {
            ..0x80 if bytes[at..].first_chunk().is_some_and(are_common) => RUN,
            ..0x80 => usize::from(is_common(first)),
            _ => common_letter(&bytes[at..]),
        };
        if length == 0 {
            break;
        }
        at += length;
    }
    at
}

/// How many bytes of ASCII are looked at together.
const RUN: usize = 16;

/// Whether these bytes are common characters of ASCII: without a branch for each.
fn are_common(run: &[u8; RUN]) -> bool {
    run.iter().fold(true, |all, &byte| all & is_common(byte))
}

fn is_common(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t' | b'\n')
}

/// How many bytes the first letter takes if it is an ideograph (U+4000 to U+9FFF), kana or a mark of punctuation beside
/// them, else 0. Text mixes kana and ideographs without a pattern: a branch for each would be guessed wrongly half the time.
fn common_letter(text: &[u8]) -> usize {
    let &[first @ 0xe3..=0xe9, second, third, ..] = text else { return 0 };
    let letter = (u32::from(first) & 0xf) << 12 | (u32::from(second) & 0x3f) << 6 | (u32::from(third) & 0x3f);
    let is_in = |from: u32, to: u32| letter.wrapping_sub(from) <= to - from;
    let is_common = is_in(0x4000, 0x9fff) | is_in(0x3041, 0x3096) | is_in(0x30a1, 0x30fe) | is_in(0x3001, 0x3002);
    3 * usize::from(is_common)
}

/// Returns true if a text is in NFC for certain: that of some texts is not seen.
pub(crate) fn is_surely_nfc(text: &str) -> bool {
    // Without what stands alone the check is stricter, and several times faster.
    is_nfc_quick(uncommon(text).filter(|&c| !stands_alone(c))) == IsNormalized::Yes
}

/// Returns true if a text for certain is in NFC and holds no control character but tabs and line feeds: most texts, told
/// in one pass.
pub(crate) fn is_surely_clean(text: &str) -> bool {
    are_surely_clean(text.as_bytes()) || uncommon(text).all(|c| stands_alone(c) && !c.is_control())
}

/// The same of a text of nothing but ASCII and U+3000 to U+9FFF, without a branch for each character.
fn are_surely_clean(mut bytes: &[u8]) -> bool {
    while let Some(window) = bytes.first_chunk() {
        if !is_run_clean(window) {
            return false;
        }
        bytes = &bytes[RUN..];
    }
    let mut last = [b' '; 2 * (RUN + 2)];
    last[..bytes.len()].copy_from_slice(bytes);
    last.windows(3).all(|window| is_clean(window[0], window[1], window[2]))
}

/// Whether the characters that begin in a run are clean; with it, the two bytes behind it are given.
fn is_run_clean(window: &[u8; RUN + 2]) -> bool {
    (0..RUN).fold(true, |all, at| all & is_clean(window[at], window[at + 1], window[at + 2]))
}

/// Whether a byte, with the two behind it, is a common character of ASCII, begins one of U+3000 to U+9FFF that [stands
/// alone](stands_alone), or is no first byte.
#[expect(clippy::needless_bitwise_bool, reason = "a branch for each character would be guessed wrongly too often")]
fn is_clean(byte: u8, second: u8, third: u8) -> bool {
    let is_in = |byte: u8, from: u8, to: u8| byte.wrapping_sub(from) <= to - from;
    // U+302A to U+302F are tone marks, U+3099 and U+309A voice marks.
    let combines = (second == 0x80) & is_in(third, 0xaa, 0xaf) | (second == 0x82) & is_in(third, 0x99, 0x9a);
    is_common(byte) | is_in(byte, 0x80, 0xbf) | is_in(byte, 0xe4, 0xe9) | (byte == 0xe3) & !combines
}

/// Whether NFC leaves `c` as it is, whatever is before it.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2ff}'
        | '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{30ff}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ffee}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::canonical_combining_class;

    use super::*;

    fn is_common_char(c: char) -> bool {
        uncommon(c.encode_utf8(&mut [0; 4])).next().is_none()
    }

    #[test]
    fn no_form_changes_what_is_common() {
        for c in (char::MIN..=char::MAX).filter(|&c| is_common_char(c)) {
            let alone = std::iter::once(c);
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
            assert_eq!(unicode_normalization::is_nfkc_quick(alone.clone()), IsNormalized::Yes, "{c:?}");
            assert_eq!(is_nfc_quick(alone), IsNormalized::Yes, "{c:?}");
            assert!(c.is_ascii() || c.to_lowercase().eq([c]), "{c:?}");
            assert!(!c.is_whitespace() || matches!(c, ' ' | '\t' | '\n'), "{c:?}");
            assert!(!c.is_control() || matches!(c, '\t' | '\n'), "{c:?}");
        }
    }

    #[test]
    fn what_is_common_is_most_of_what_is_written() {
        assert!("The 1st: (可視性タイムアウト)、キュー。龠ァヾ".chars().all(is_common_char));
        assert_eq!(
            uncommon("aé漢゛か\u{3099}\u{3000}ヿ\r\u{a0}Å🎈z").collect::<String>(),
            "é゛\u{3099}\u{3000}ヿ\r\u{a0}Å🎈"
        );
    }

    #[test]
    fn what_stands_alone_is_normal_and_a_starter() {
        for c in (char::MIN..=char::MAX).filter(|&c| stands_alone(c)) {
            let normal = is_nfc_quick(std::iter::once(c));
            assert_eq!((canonical_combining_class(c), normal), (0, IsNormalized::Yes), "{c:?}");
        }
    }

    #[test]
    fn what_is_surely_nfc_is_nfc() {
        for text in
            ["é", "か\u{3099}", "漢字 e\u{301}", "한국어", "\u{1100}\u{1161}", "a\u{323}\u{307}", "a\u{307}漢\u{323}"]
        {
            assert!(!is_surely_nfc(text) || text.nfc().eq(text.chars()), "{text}");
        }
        assert!(is_surely_nfc("é 한국어 漢字…！"));
    }

    #[test]
    fn what_is_surely_clean_is_nfc_without_controls() {
        for c in char::MIN..=char::MAX {
            let text = format!("sixteen of ASCII{c}\t漢\n");
            let is_clean = is_nfc_quick(text.chars()) == IsNormalized::Yes
                && !text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n'));
            assert!(!is_surely_clean(&text) || is_clean, "{c:?}");
        }
        assert!(is_surely_clean("More than sixteen letters of ASCII: é 한국어 漢字…！\n"));
        assert!(!is_surely_clean("More than sixteen letters of ASCII\r\n"));
    }
}
