//! Older encodings: which one a file that is not UTF-8 is in, and its text.
//!
//! Notes from old Windows and Unix systems are in `Shift_JIS`, EUC-JP, UTF-16 or ISO-2022-JP. A
//! wrong guess would put rubbish on cards, so only what decodes without one error is
//! taken, and only when it then reads as notes. All else stays unread, and is told.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_16BE, UTF_16LE};

/// A text that was not UTF-8.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Converted {
    pub text: String,
    /// What it was taken for, as people call it.
    pub from: &'static str,
}

/// The text of bytes that are not UTF-8, or hold NUL or escape characters; `None` when it is anyone's guess.
pub(super) fn convert(bytes: &[u8]) -> Option<Converted> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = strictly(encoding, &bytes[mark..])?;
        return (!text.contains('\0')).then(|| Converted { text, from: encoding.name() });
    }
    if bytes.contains(&0) {
        return unmarked_utf_16(bytes);
    }
    if has_japanese_escape(bytes) {
        return strictly(ISO_2022_JP, bytes).map(|text| Converted { text, from: ISO_2022_JP.name() });
    }
    japanese(bytes)
}

/// Whether there is an escape sequence that begins kanji in ISO-2022-JP, the old encoding of mail: ASCII to the eye.
pub(super) fn has_japanese_escape(bytes: &[u8]) -> bool {
    bytes.contains(&0x1B) && bytes.windows(3).any(|three| matches!(three, b"\x1b$B" | b"\x1b$@"))
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
}

/// UTF-16 without its mark. Notes have line breaks, spaces and signs of Markdown; in UTF-16, each
/// of them holds a NUL, always on the same side. Binary data has NULs everywhere and odd characters.
fn unmarked_utf_16(bytes: &[u8]) -> Option<Converted> {
    let first = bytes.iter().position(|&byte| byte == 0)?;
    let encoding = if first % 2 == 1 { UTF_16LE } else { UTF_16BE };
    let text = strictly(encoding, bytes)?;
    let is_text = text.chars().nth(2).is_some() && text.chars().all(is_in_notes);
    is_text.then(|| Converted { text, from: encoding.name() })
}

/// Scripts and signs that notes are written with. Not: control characters, private use, unassigned.
fn is_in_notes(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r' | ' '..='~'
        | '\u{a0}'..='\u{1fff}' | '\u{2000}'..='\u{2bff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe00}'..='\u{fe4f}' | '\u{ff01}'..='\u{ffee}'
        | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether it is rather UTF-8 in which some bytes went wrong than `Shift_JIS`. It could decode without an error
/// (the notorious 縺), so a bad byte among good characters must not make it that. (EUC-JP has no such bytes.)
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut wide, mut narrow, mut bad) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        wide += 3 * chunk.valid().chars().filter(|&c| is_common_in_east_asia(c)).count();
        narrow += 2 * chunk.valid().chars().filter(|c| c.len_utf8() == 2).count();
        match chunk.invalid() {
            [] => {}
            [_] => bad += 1,
            // The beginning of a character whose end is lost.
            cut => wide += cut.len(),
        }
    }
    // By chance, Shift_JIS holds characters of UTF-8, too: many of two bytes, few of three, and
    // these are seldom the kana, ideographs and punctuation of notes.
    wide > 0 && wide >= bad || narrow > 0 && narrow >= 6 * bad
}

fn is_common_in_east_asia(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff9f}')
}

/// `Shift_JIS` or EUC-JP, when one of them is likely.
///
/// The detector knows which characters follow each other in all older encodings, and is right on nearly
/// every line. Where it chooses another language, a text is still Japanese when it shows kana:
/// they are rows of their own in both encodings, which no other language fills by chance.
fn japanese(bytes: &[u8]) -> Option<Converted> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let read = |encoding| strictly(encoding, bytes).filter(|text: &String| text.chars().all(is_in_notes));
    let mut candidates = vec![];
    let possible = if is_damaged_utf_8(bytes) { &[EUC_JP][..] } else { &[SHIFT_JIS, EUC_JP] };
    for encoding in possible {
        candidates.extend(read(encoding).map(|text| Converted { text, from: encoding.name() }));
    }
    let is_guess = |candidate: &Converted| candidate.from == guess.name();
    candidates.retain(|candidate| is_guess(candidate) || reads_as_japanese(candidate));
    candidates.into_iter().max_by_key(|candidate| (count_kana(candidate), is_guess(candidate)))
}

/// Whether at least a sixth of what is not ASCII is kana.
fn reads_as_japanese(candidate: &Converted) -> bool {
    let kana = count_kana(candidate);
    let all = candidate.text.chars().filter(|c| !c.is_ascii()).count();
    kana > 0 && kana * 6 >= all
}

/// Kana that are there on purpose. Half-width kana of `Shift_JIS` are one byte each, which
/// accented letters of other encodings and halves of EUC-JP are, too; those of EUC-JP have a mark.
fn count_kana(candidate: &Converted) -> usize {
    let marked = candidate.from == EUC_JP.name();
    let counts = |c| is_kana(c) || marked && matches!(c, '\u{ff66}'..='\u{ff9f}');
    candidate.text.chars().filter(|&c| counts(c)).count()
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fc}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, EUC_KR, GBK, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

    /// Lines of notes, short ones too.
    const JAPANESE: &str = "# 監視（重要）\n- 標準キュー\n  順序は保証されず、まれに二重に届く。\n- FIFOキュー：順序が守られる\n\
        - 可視性タイムアウト：受信したメッセージを他から隠す時間。\n- メッセージは最長14日間保持される。\n\
        ## RAID①と②\n- 髙速なディスク ～ 予備\n| 用語 | 意味 |\n- IPアドレス\n- ｷｬｯｼｭとメモリ\n";

    fn read(bytes: &[u8]) -> Option<(&'static str, String)> {
        convert(bytes).map(|converted| (converted.from, converted.text))
    }

    /// `None` where the encoding lacks a character.
    fn written(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
        let (bytes, _, lacking) = encoding.encode(text);
        (!lacking).then(|| bytes.into_owned())
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn japanese_notes_are_read_line_by_line_and_whole() {
        for encoding in [SHIFT_JIS, EUC_JP, ISO_2022_JP] {
            for text in JAPANESE.lines().chain([JAPANESE]) {
                let Some(bytes) = written(text, encoding) else { continue };
                let lacks_half_width = encoding == ISO_2022_JP && text.contains('ｷ');
                if !text.is_ascii() && !lacks_half_width {
                    assert_eq!(read(&bytes), Some((encoding.name(), text.to_owned())));
                }
            }
        }
    }

    #[test]
    fn half_width_kana_are_read_in_company() {
        let text = "ﾒﾓﾘ ﾊ ｼｭｷｵｸｿｳﾁ ﾃﾞ ｱﾙ。ｷｬｯｼｭは速い。\n";
        for encoding in [SHIFT_JIS, EUC_JP] {
            let bytes = written(text, encoding).unwrap();
            assert_eq!(read(&bytes), Some((encoding.name(), text.to_owned())));
        }
    }

    #[test]
    fn one_kana_is_enough() {
        assert_eq!(read(b"- a\x82\xA0: b\n"), Some(("Shift_JIS", "- aあ: b\n".into())));
        assert_eq!(read(b"- a\xA4\xA2: b\n"), Some(("EUC-JP", "- aあ: b\n".into())));
    }

    #[test]
    fn other_languages_are_not_taken_for_japanese() {
        let texts = [
            (WINDOWS_1252, "It\u{2019}s \u{201c}cloud\u{201d} \u{2013} what you don\u{2019}t own.\n"),
            (WINDOWS_1252, "don\u{2019}t\n"),
            (WINDOWS_1252, "\u{201c}Hello\u{201d}\n"),
            (WINDOWS_1252, "- caf\u{e9}: na\u{ef}ve \u{2026}\n"),
            (WINDOWS_1252, "Größe über Straße, schöne Grüße aus München\n"),
            (WINDOWS_1250, "Żółta łódź, pamięć podręczna\n"),
            (WINDOWS_1251, "Память и процессы: виртуальная память\n"),
            (EUC_KR, "- 프로세스: 실행 중인 프로그램\n"),
            (EUC_KR, "스케줄러\n"),
            (GBK, "标准队列不保证消息的顺序，偶尔会重复投递。\n"),
            (GBK, "死锁\n"),
            (BIG5, "資料庫的正規化是為了減少重複資料。\n"),
        ];
        for (encoding, text) in texts {
            assert_eq!(read(&written(text, encoding).unwrap()), None, "{text}");
        }
    }

    #[test]
    fn damaged_utf_8_is_not_taken_for_another_encoding() {
        for text in JAPANESE.lines().chain([JAPANESE, "あ\n", "cafés où l’été\n"]) {
            for at in (0..text.len()).filter(|&at| text.as_bytes()[at] >= 0x80) {
                let mut bytes = text.as_bytes().to_vec();
                bytes.remove(at);
                assert_not_taken(&bytes);
                for byte in [b'?', 0x80, 0x82, 0xFF] {
                    let mut bytes = text.as_bytes().to_vec();
                    bytes[at] = byte;
                    assert_not_taken(&bytes);
                }
            }
        }
    }

    fn assert_not_taken(bytes: &[u8]) {
        if std::str::from_utf8(bytes).is_err() {
            assert_eq!(read(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn utf_16_is_read_with_its_mark_and_without() {
        for text in ["# 見出し\n- EC2: 仮想サーバー 🖥️\n", "abc", "한국어 ㄱ\r\n"] {
            let expected = |name| Some((name, text.to_owned()));
            assert_eq!(read(&utf_16(text, u16::to_le_bytes)), expected("UTF-16LE"));
            assert_eq!(read(&utf_16(text, u16::to_be_bytes)), expected("UTF-16BE"));
            let marked = format!("\u{feff}{text}");
            assert_eq!(read(&utf_16(&marked, u16::to_le_bytes)), expected("UTF-16LE"));
            assert_eq!(read(&utf_16(&marked, u16::to_be_bytes)), expected("UTF-16BE"));
        }
    }

    #[test]
    fn binary_data_is_not_utf_16() {
        for bytes in [
            &b"PK\x03\x04\0\0"[..],
            b"a\0b",
            b"\0",
            b"\0\0\0\0",
            b"a\0",
            b"a\0b\0\x01\0",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
            b"RIFF\x24\x08\0\0WAVEfmt ",
            b"\xFF\xFE\0\0a\0\0\0",
            b"ab\0\0cd\0\0",
        ] {
            assert_eq!(read(bytes), None, "{bytes:x?}");
        }
    }
}
