//! Readings above characters: `{漢字|かんじ}`, `|漢字《かんじ》`, `漢字《かんじ》`.

use super::Change;
use crate::text::Span;

/// Longest of them, in bytes.
const LONGEST: usize = 240;

/// Characters with a reading, and how they become tags.
pub(in crate::markdown::dialect) struct Ruby {
    pub changes: Vec<Change>,
    /// Where it ends.
    pub end: usize,
    /// Readings that do not stand where they stood.
    pub moved: Option<Span>,
}

impl Ruby {
    /// The base from `start` on ends at `rt`, and its reading goes up to `close`. `open` bytes stand before the base, `edge` bytes
    /// between the two and after the reading.
    fn simple(start: usize, open: usize, rt: usize, close: usize, edge: usize) -> Self {
        let changes = vec![
            (start..start + open, "<ruby>".into()),
            (rt..rt + edge, "<rt>".into()),
            (close..close + edge, "</rt></ruby>".into()),
        ];
        Self { changes, end: close + edge, moved: None }
    }
}

/// The ruby whose `{` is at `at`, behind text from `from` on: `{漢字|かんじ}`, `{漢字|かん|じ}`.
///
/// `{a|b}` is a choice, `{{a|b}}` a template's.
pub(super) fn braced(text: &str, at: usize, from: usize) -> Option<Ruby> {
    let rest = &text[at + 1..];
    let inner = &rest[..rest.bytes().take(LONGEST).position(|byte| matches!(byte, b'}' | b'{' | b'\n'))?];
    let end = at + 1 + inner.len();
    let (base, readings) = inner.split_once('|')?;
    let alone = !text[from.min(at)..at].ends_with(['{', '$', '%', '#'])
        && text[end..].starts_with('}')
        && !text[end..].starts_with("}}");
    let fits = |reading: &str| is_reading(reading, if has_kanji(base) { is_sound } else { is_kana });
    if !alone || !is_base(base) || !readings.split('|').all(fits) {
        return None;
    }
    let rt = at + 1 + base.len();
    if base.chars().count() == readings.split('|').count() {
        return Some(by_character(at, base, readings));
    }
    let mut ruby = Ruby::simple(at, 1, rt, end, 1);
    let pipes = memchr::memchr_iter(b'|', readings.as_bytes()).map(|pipe| (rt + 1 + pipe..rt + 2 + pipe, "".into()));
    ruby.changes.extend(pipes);
    Some(ruby)
}

/// Each character of the base has its reading: `{漢字|かん|じ}`.
fn by_character(at: usize, base: &str, readings: &str) -> Ruby {
    let end = at + 1 + base.len() + 1 + readings.len();
    let mut new = String::with_capacity(end - at + base.len() * 10);
    for (character, reading) in base.chars().zip(readings.split('|')) {
        new.push_str("<ruby>");
        new.push(character);
        new.extend(["<rt>", reading, "</rt></ruby>"]);
    }
    let moved = Some(end - readings.len()..end);
    Ruby { changes: vec![(at..end + 1, new.into())], end: end + 1, moved }
}

/// The ruby of Aozora Bunko and of novels on the web whose bar is at `at`: `|漢字《かんじ》`.
pub(in crate::markdown::dialect) fn barred(text: &str, at: usize) -> Option<Ruby> {
    let bar = text[at..].chars().next().filter(|bar| matches!(bar, '|' | '｜'))?.len_utf8();
    let rest = &text[at + bar..];
    let length =
        rest.char_indices().take_while(|(at, c)| *at < LONGEST && !"|｜\n".contains(*c)).find(|(_, c)| *c == '《')?.0;
    let open = at + bar + length;
    let close = reading_end(text, open, is_kana)?;
    is_base(&rest[..length]).then(|| Ruby::simple(at, bar, open, close, '《'.len_utf8()))
}

/// Whether the `|` at `at` in a row of a table may belong to a ruby: behind the edge of a cell and a space.
pub(super) fn may_bar(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t']);
    before.len() < at && before.ends_with('|')
}

/// The same without a bar, whose `《` is at `at`: the kanji before it, back to `from` at most.
pub(super) fn bare(text: &str, at: usize, from: usize) -> Option<Ruby> {
    let close = text[at..].starts_with('《').then(|| reading_end(text, at, is_hiragana))??;
    let before = &text[from.min(at)..at];
    let base = before.len() - before.trim_end_matches(is_kanji).len();
    // More kana than that for each kanji are the title of a book.
    let (kanji, kana) = (text[at - base..at].chars().count(), text[at..close].chars().count() - 1);
    (base > 0 && kana <= kanji * 5).then(|| Ruby::simple(at - base, 0, at, close, '《'.len_utf8()))
}

/// The end of the reading after the `《` at `open`.
fn reading_end(text: &str, open: usize, is: impl Fn(char) -> bool) -> Option<usize> {
    let rest = &text[open + '《'.len_utf8()..];
    let (reading, _) =
        rest.split_at(rest.char_indices().take_while(|(at, _)| *at < LONGEST).find(|(_, c)| *c == '》')?.0);
    is_reading(reading, is).then(|| open + '《'.len_utf8() + reading.len())
}

fn is_base(base: &str) -> bool {
    !base.is_empty() && base.chars().all(char::is_alphanumeric)
}

fn is_reading(reading: &str, is: impl Fn(char) -> bool) -> bool {
    !reading.is_empty() && reading.chars().all(is)
}

fn has_kanji(text: &str) -> bool {
    text.contains(is_kanji)
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}' | '々' | '〆' | 'ヶ')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}' | 'ー')
}

fn is_kana(c: char) -> bool {
    is_hiragana(c) || matches!(c, '\u{30a1}'..='\u{30ff}')
}

/// Also pinyin and Latin letters, but not another word in kanji: `{必須|任意}` is a choice.
fn is_sound(c: char) -> bool {
    is_kana(c) || (c.is_alphabetic() && !is_kanji(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(text: &str, find: char, ruby: impl Fn(&str, usize) -> Option<Ruby>) -> String {
        let Some(mut ruby) = text.find(find).and_then(|at| ruby(text, at)) else { return text.to_owned() };
        ruby.changes.sort_by_key(|(span, _)| span.start);
        let (mut out, mut done) = (String::new(), 0);
        for (span, new) in ruby.changes {
            out.extend([&text[done..span.start], &new]);
            done = span.end;
        }
        out + &text[done..]
    }

    #[test]
    fn readings_stand_above_their_characters() {
        assert_eq!(tagged("{漢字|かんじ}", '{', |text, at| braced(text, at, 0)), "<ruby>漢字<rt>かんじ</rt></ruby>");
        assert_eq!(
            tagged("{漢字|かん|じ}", '{', |text, at| braced(text, at, 0)),
            "<ruby>漢<rt>かん</rt></ruby><ruby>字<rt>じ</rt></ruby>"
        );
        assert_eq!(
            tagged("{東京都|とう|きょうと}", '{', |text, at| braced(text, at, 0)),
            "<ruby>東京都<rt>とうきょうと</rt></ruby>"
        );
        assert_eq!(
            tagged("{AWS|エーダブリューエス}", '{', |text, at| braced(text, at, 0)),
            "<ruby>AWS<rt>エーダブリューエス</rt></ruby>"
        );
        assert_eq!(tagged("{北京|Běijīng}", '{', |text, at| braced(text, at, 0)), "<ruby>北京<rt>Běijīng</rt></ruby>");
        assert_eq!(tagged("｜取り扱い《とりあつかい》", '｜', barred), "<ruby>取り扱い<rt>とりあつかい</rt></ruby>");
        assert_eq!(
            tagged("私は煙草《たばこ》を", '《', |text, at| bare(text, at, 0)),
            "私は<ruby>煙草<rt>たばこ</rt></ruby>を"
        );
    }

    #[test]
    fn choices_templates_and_titles_have_no_reading() {
        for text in ["{a|b}", "{{漢字|かんじ}}", "{必須|任意}", "{漢字}", "{漢字|}", "${漢字|かんじ}", "{漢 字|かんじ}"]
        {
            assert_eq!(tagged(text, '{', |text, at| braced(text, at, 0)), text);
        }
        for text in ["《こころ》", "映画《タイタニック》", "小説《吾輩は猫である》", "本《あいうえおかきくけこ》"]
        {
            assert_eq!(tagged(text, '《', |text, at| bare(text, at, 0)), text);
        }
    }
}
