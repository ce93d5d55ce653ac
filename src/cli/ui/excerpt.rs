//! A line of the notes with a part of it underlined.

use crate::findings::Place;
use crate::text::line_start;
use clap::builder::styling::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Most columns of a line that are shown.
const WIDEST: usize = 96;
/// Most columns that are shown before what is underlined, where not all of the line has room.
const BEFORE: usize = 24;

/// The line of a place, and under it a line that marks the place: as wide as the terminal shows it.
pub fn excerpt(text: &str, place: &Place) -> String {
    let start = line_start(text, place.span.start);
    let end = text[place.span.start..].find('\n').map_or(text.len(), |at| place.span.start + at);
    let marked = &text[place.span.start..place.span.end.clamp(place.span.start, end)];
    let before = shown(&text[start..place.span.start]);
    let (marked, after) =
        (shown(marked.trim_end()), shown(text[place.span.start + marked.trim_end().len()..end].trim_end()));
    let before = if (before.clone() + &marked + &after).width() > WIDEST { last(&before, BEFORE) } else { before };
    let marked = first(&marked, WIDEST - before.width());
    let after = first(&after, WIDEST.saturating_sub(before.width() + marked.width()));
    let number = place.line.to_string();
    let (margin, mark) = (Style::new().fg_color(Some(AnsiColor::Blue.into())), Style::new().bold());
    let (indent, signs) = (" ".repeat(before.width()), "^".repeat(marked.width().max(1)));
    let gap = " ".repeat(number.len());
    format!(
        "  {margin}{number} |{margin:#} {before}{marked}{after}\n  {margin}{gap} |{margin:#} {indent}{mark}{signs}{mark:#}\n"
    )
}

/// A text as it is shown: nothing in it moves the cursor.
fn shown(text: &str) -> String {
    text.replace('\t', "    ").replace(char::is_control, "\u{fffd}")
}

/// The end of a text, as wide as there is room.
fn last(text: &str, room: usize) -> String {
    let mut at = text.len();
    for (start, _) in text.char_indices().rev().take_while(|(start, _)| text[*start..].width() < room) {
        at = start;
    }
    if at == 0 { text.to_owned() } else { format!("…{}", &text[at..]) }
}

/// The beginning of a text, as wide as there is room.
fn first(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut width = 0;
    let fits = |c: &char| {
        width += c.width().unwrap_or(0);
        width < room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, part: &str) -> String {
        let start = text.find(part).unwrap();
        let excerpt = excerpt(text, &Place::new(text, start..start + part.len()));
        anstream::adapter::strip_str(&excerpt).to_string()
    }

    #[test]
    fn the_signs_stand_under_what_they_mark() {
        assert_eq!(plain("a\n- 可視性 x: 30 秒\n", "x: 30"), "  2 | - 可視性 x: 30 秒\n    |          ^^^^^\n");
        assert_eq!(plain("\t全角　です", "全角"), "  1 |     全角　です\n    |     ^^^^\n");
        assert_eq!(plain("end\n", "\n"), "  1 | end\n    |    ^\n");
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_marked() {
        let text = format!("{}秘密{}", "あ".repeat(100), "い".repeat(100));
        let excerpt = plain(&text, "秘密");
        let lines: Vec<&str> = excerpt.lines().collect();
        assert!(lines.iter().all(|line| line.width() <= WIDEST + 6), "{excerpt}");
        let at = |line: &str, part: &str| line[..line.find(part).unwrap()].width();
        assert_eq!(at(lines[0], "秘密"), at(lines[1], "^^^^"));
        assert!(lines[0].ends_with('…'));
    }
}
