//! What Anki makes of the text of a field: the form it stores, the sort field and the checksum.
//!
//! An import repairs all three where they differ, so a package must agree with it beforehand:
//! Anki 26.9.3 is asked in the tests.

use std::borrow::Cow;

use sha1::{Digest, Sha1};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::markdown;
use crate::text::{entity, is_surely_clean, is_surely_nfc, uncommon};

/// `text` in NFC and without the control characters that Anki removes from fields.
pub(super) fn normalise(text: &str) -> Cow<'_, str> {
    if is_surely_clean(text) {
        return Cow::Borrowed(text);
    }
    let removed = |c: char| c.is_ascii_control() && c != '\n' && c != '\t';
    let has_removed = uncommon(text).any(removed);
    let kept = if has_removed { Cow::Owned(text.replace(removed, "")) } else { Cow::Borrowed(text) };
    if is_surely_nfc(&kept) || is_nfc(&kept) { kept } else { Cow::Owned(kept.nfc().collect()) }
}

/// The text of a field without its HTML: Anki's sort field, and what its checksum is of.
///
/// Of media the file's name remains, with a space on either side. Comments, styles,
/// scripts and tags go without a trace, `<br>` too. Entities become what they stand for, a no-break
/// space a plain one; but when one of them is unknown, none is decoded. Known are
/// those by number and those that [`Html`](crate::markdown::Html) is written with.
pub(super) fn strip(html: &str) -> Cow<'_, str> {
    if !html.contains(['<', '&']) {
        return Cow::Borrowed(html);
    }
    let text = without_tags(&with_media_as_names(html));
    Cow::Owned(decode(&text).unwrap_or(text))
}

/// Anki's checksum of a stripped field: the first four bytes of its SHA-1.
pub(super) fn checksum(stripped: &str) -> u32 {
    let digest = Sha1::digest(stripped);
    let (first, _) = digest.split_first_chunk().expect("a digest has 20 bytes");
    u32::from_be_bytes(*first)
}

fn with_media_as_names(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        if let Some((name, after)) = media(tag) {
            out.extend([" ", name, " "]);
            rest = after;
        } else {
            out.push('<');
            rest = &tag[1..];
        }
    }
    out + rest
}

/// The file that a tag of media names, and what follows the tag. `tag` begins with `<`.
fn media(tag: &str) -> Option<(&str, &str)> {
    const ELEMENTS: [&str; 5] = ["img", "audio", "video", "object", "source"];
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (element, rest) = tag[1..].split_at(tag[1..].find(|c| !is_word(c))?);
    ELEMENTS.iter().find(|name| element.eq_ignore_ascii_case(name))?;
    let (attributes, after) = rest.split_at(markdown::end_of_tag(rest)?);
    let name = ["src=", "data="]
        .into_iter()
        .filter_map(|key| attribute(attributes, key))
        .min_by_key(|(at, _)| *at)
        .map(|(_, value)| value)?;
    Some((name, &after[1..]))
}

/// The value of the first attribute that `key` (with its `=`) ends the name of, and where it stands.
fn attribute<'a>(attributes: &'a str, key: &str) -> Option<(usize, &'a str)> {
    let lower = attributes.to_ascii_lowercase();
    let at = lower
        .match_indices(key)
        .map(|(at, _)| at)
        .find(|&at| !lower[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))?;
    let value = &attributes[at + key.len()..];
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.split(quote).next())
        .filter(|value| !value.is_empty());
    let bare = || value.split(' ').next().filter(|value| !value.is_empty());
    Some((at, quoted.or_else(bare)?))
}

fn without_tags(html: &str) -> String {
    // ASCII letters only, so that offsets are the same in both.
    let lower = html.to_ascii_lowercase();
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        out.push_str(&html[at..start]);
        let Some(length) = markup_length(&lower[start..]) else {
            at = start;
            break;
        };
        at = start + length;
    }
    out + &html[at..]
}

/// How many bytes go with the `<` that `lower` begins with. `None`: neither it nor any later one is of a tag.
fn markup_length(lower: &str) -> Option<usize> {
    const WITH_CONTENT: [(&str, &str); 3] = [("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>")];
    WITH_CONTENT
        .into_iter()
        .filter(|(open, _)| lower.starts_with(open))
        .find_map(|(open, close)| {
            let content = lower[open.len()..].find(close)?;
            Some(open.len() + content + close.len())
        })
        .or_else(|| Some(lower.find('>')? + 1))
}

/// `text` with its entities decoded; `None` when an `&` begins none.
fn decode(text: &str) -> Option<String> {
    let mut pieces = text.split('&');
    pieces.next();
    let known = |piece: &str| piece.split_once(';').and_then(|(name, _)| entity::character(name)).is_some();
    if !pieces.all(known) {
        return None;
    }
    let decoded = entity::decoded(text, entity::character);
    // Only text with entities has its no-break spaces replaced.
    Some(if matches!(decoded, Cow::Owned(_)) { decoded.replace('\u{a0}', " ") } else { decoded.into_owned() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::markdown::Html;

    /// HTML, and the sort field and checksum that Anki 26.9.3 gave it.
    const ANKI: [(&str, &str, u32); 35] = [
        ("", "", 3_661_210_606),
        ("a<br>b", "ab", 3_659_751_758),
        ("<div>x</div>y", "xy", 1_602_509_208),
        ("a < b > c", "a  c", 3_664_237_147),
        ("a<b", "a<b", 3_127_307_912),
        ("<ruby>漢<rt>か</rt></ruby>", "漢か", 1_350_477_841),
        ("<!-- c -->d", "d", 1_010_186_294),
        ("<!-- never", "<!-- never", 848_563_787),
        ("<style>q</style>r", "r", 1_304_938_988),
        ("<STYLE type=\"a\">.x{}</STYLE>k", "k", 335_271_836),
        ("<style>open", "open", 1_606_935_435),
        ("<script src=\"q.js\">z</script>w", "w", 2_951_750_910),
        ("&lt;b&gt;", "<b>", 3_574_796_752),
        ("&amp;lt;", "&lt;", 1_563_171_456),
        ("&#58;&#58;", "::", 4_130_213_542),
        ("&#123;&#123;x&#125;", "{{x}", 3_872_980_048),
        ("{{c1::x}}", "{{c1::x}}", 25_509_827),
        ("a & b &lt;", "a & b &lt;", 3_227_471_385),
        ("a &unknown; &lt; b", "a &unknown; &lt; b", 181_475_251),
        ("&#xD800; &lt;", "&#xD800; &lt;", 2_883_296_204),
        ("&#38; &#x26; &#X26;", "&#38; &#x26; &#X26;", 1_569_372_052),
        ("&nbsp;only&nbsp;", " only ", 4_001_326_652),
        ("&#160;x", " x", 205_295_790),
        ("\u{a0}z", "\u{a0}z", 1_266_693_378),
        ("[sound:a.mp3]", "[sound:a.mp3]", 2_685_632_892),
        ("<img src=\"x y.png\">z", " x y.png z", 1_983_198_677),
        ("a<img src=unq.png>b", "a unq.png b", 4_271_835_875),
        ("<img alt=\"a>b\" src=\"c.png\">", " c.png ", 1_443_773_589),
        ("<img data-src=\"l.png\" src=\"m.png\">", " l.png ", 2_731_953_755),
        ("<IMG SRC=\"A.PNG\">", " A.PNG ", 3_571_265_499),
        ("<img src=\"a&amp;b.png\">&amp;", " a&b.png &", 2_779_921_371),
        ("<img src = \"sp.png\">", "", 3_661_210_606),
        ("<imgx src=\"a\">", "", 3_661_210_606),
        ("<object data=\"d.svg\" src=\"e\"></object>", " d.svg ", 1_077_012_389),
        ("<source src=x.mp3 type=a>", " x.mp3 ", 3_140_794_844),
    ];

    #[test]
    fn a_field_is_stripped_as_anki_strips_it() {
        for (html, sort_field, csum) in ANKI {
            assert_eq!(strip(html), sort_field, "{html}");
            assert_eq!(checksum(sort_field), csum, "{html}");
        }
    }

    #[test]
    fn anki_removes_the_same_control_characters() {
        assert_eq!(normalise("a\u{1}b\u{7f}c\u{1b}\u{1f}d\te\n"), "abcd\te\n");
        assert_eq!(normalise("か\u{3099}"), "が");
    }

    proptest! {
        #[test]
        fn stripping_undoes_escaping(text in "[^\u{a0}]*") {
            let html = Html::escape(&text);
            prop_assert_eq!(strip(html.as_str()), text);
        }

        #[test]
        fn any_html_can_be_stripped(html in "[<>&;#x0-9\"'= a-z!/-]*|(<img |src=|data=|<!--|-->|<style|</style>|&lt;|\"|')*") {
            strip(&html);
        }
    }
}
