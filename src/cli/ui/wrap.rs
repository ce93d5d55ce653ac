//! Lines broken as Japanese is: between any two characters, but for signs that end or begin a phrase.

use crate::text::columns;

/// What no line begins with.
const NOT_FIRST: &str = "、。，．・：；？！）」』】〉》〕]),.:;?!ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";

/// What no line ends with.
const NOT_LAST: &str = "（「『【〈《〔([";

/// `text` in lines of at most `width` columns, as far as words allow it.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let wide = columns(piece);
        if used > 0 && used + columns(piece.trim_end()) > width {
            lines.truncate(lines.trim_end_matches(' ').len());
            lines.push('\n');
            used = 0;
        }
        lines.push_str(piece);
        used = if piece.ends_with('\n') { 0 } else { used + wide };
    }
    lines
}

/// The parts that stay together.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ends =
            rest.char_indices().zip(rest.chars().skip(1)).find(|((_, before), after)| may_break(*before, *after));
        let end = ends.map_or(rest.len(), |((at, before), _)| at + before.len_utf8());
        let (piece, left) = rest.split_at(end);
        rest = left;
        (!piece.is_empty()).then_some(piece)
    })
}

fn may_break(before: char, after: char) -> bool {
    let is_wide = |c: char| columns(c.encode_utf8(&mut [0; 4])) == 2;
    let between = before == '\n' || before == ' ' && after != ' ' || is_wide(before) || is_wide(after) && before != ' ';
    let in_word = is_katakana(before) && is_katakana(after);
    between && !in_word && after != ' ' && !NOT_FIRST.contains(after) && !NOT_LAST.contains(before)
}

/// Words of katakana are long, and read badly in halves.
fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_a_reader_expects_it() {
        assert_eq!(wrapped("すべてのカードを入れるデッキ。階層は", 12), "すべての\nカードを入れ\nるデッキ。階\n層は");
        assert_eq!(wrapped("値は (soa-anki help) を参照", 12), "値は\n(soa-anki\nhelp) を参照");
        assert_eq!(wrapped("一行\n二行", 80), "一行\n二行");
    }

    #[test]
    fn no_line_is_wider_than_asked_for() {
        let text = "ノート。ファイルか、.md のあるフォルダ [既定: notes/ があればそれ、なければ .]";
        for width in 20..60 {
            assert!(wrapped(text, width).lines().all(|line| columns(line) <= width), "{width}");
        }
    }
}
