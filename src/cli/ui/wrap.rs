//! Lines broken as Japanese is read: between phrases, and never inside a word.

use crate::text::columns;

/// Hiragana that end a phrase where no more hiragana follow: particles, and endings of verbs before a noun.
///
/// No `い`, `き`, `し`, `み`, `り`: words such as 使い方 and 書き出す go on behind them.
const PHRASE_ENDS: &str = "はがをにでともへやのばてたるすくむぶぐぬな";

/// Signs that end a phrase.
const CLOSERS: &str = "、。，．：；？！）」』】〉》〕]),;";

/// Signs that begin a phrase.
const OPENERS: &str = "（「『【〈《〔([<`";

/// `text` in lines of at most `width` columns, as far as phrases allow it. Lines that begin with a space stay whole.
pub fn wrapped(text: &str, width: usize) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| wrapped_line(line, width)).collect();
    lines.join("\n")
}

fn wrapped_line(line: &str, width: usize) -> String {
    if line.starts_with(' ') {
        return line.to_owned();
    }
    let (mut lines, mut used) = (String::new(), 0);
    for phrase in phrases(line) {
        if used > 0 && used + columns(phrase.trim_end()) > width {
            lines.truncate(lines.trim_end_matches(' ').len());
            lines.push('\n');
            used = 0;
        }
        lines.push_str(phrase);
        used += columns(phrase);
    }
    lines
}

/// The parts of a line that stay whole.
fn phrases(line: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = line.char_indices().collect();
    let (mut phrases, mut start, mut code) = (Vec::new(), 0, None);
    for (nth, &(at, letter)) in letters.iter().enumerate() {
        code = match code {
            None if letter == '`' => Some("`"),
            None if line[at..].starts_with("<!--") => Some("-->"),
            Some(end) if at > start && line[..at + letter.len_utf8()].ends_with(end) => None,
            other => other,
        };
        let Some(&(next_at, next)) = letters.get(nth + 1).filter(|_| code.is_none()) else { continue };
        if is_break(nth.checked_sub(1).map(|before| letters[before].1), letter, next) {
            phrases.push(&line[start..next_at]);
            start = next_at;
        }
    }
    phrases.push(&line[start..]);
    phrases
}

/// Whether a line may end behind `letter`.
fn is_break(before: Option<char>, letter: char, next: char) -> bool {
    if next == ' ' || CLOSERS.contains(next) || is_hiragana(next) && letter != '。' && letter != '、' {
        return false;
    }
    match letter {
        // A number and what it counts stay together, and so do a list of values and its name, and a sign and its meaning.
        ' ' => {
            !before.is_some_and(|before| ",:?+~→−●│·".contains(before) || before.is_ascii_digit() && is_japanese(next))
        }
        _ if CLOSERS.contains(letter) && is_japanese(letter) => true,
        _ if PHRASE_ENDS.contains(letter) => is_japanese(next) || next.is_alphanumeric() || OPENERS.contains(next),
        _ => false,
    }
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

/// Kana, kanji, and signs of full width.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_phrases() {
        assert_eq!(
            wrapped("すべてのカードを入れるデッキ。階層は :: で区切ります", 16),
            "すべてのカードを\n入れるデッキ。\n階層は :: で\n区切ります"
        );
        assert_eq!(wrapped("値は (`soa-anki help` を参照)", 12), "値は\n(`soa-anki help` を\n参照)");
        assert_eq!(wrapped("一行\n  二行  目", 4), "一行\n  二行  目");
    }

    #[test]
    fn no_word_is_broken() {
        for whole in
            ["使い方の", "書き出した", "引き継げる", "読み込む", "デッキ", "1 行に", "soa-anki.lock を", "二つ目の"]
        {
            assert_eq!(wrapped(whole, 1), whole, "{whole}");
        }
    }

    #[test]
    fn no_line_is_wider_than_asked_for() {
        let text = "ノート。ファイルか、.md のあるフォルダ [既定: notes/ があればそれ、なければ .]";
        for width in 30..60 {
            assert!(wrapped(text, width).lines().all(|line| columns(line) <= width), "{width}");
        }
    }
}
