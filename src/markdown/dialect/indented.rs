//! Lines that are indented by 4 columns: code to CommonMark, but to their author mostly prose.

use super::Trap;
use super::line::Line;
use super::list::Place;
use super::rewriter::{Above, Item, Kind, Rewriter};
use super::start::{Rank, Start};
use crate::text::is_wide;

/// Most lines of a chunk that are looked at.
const MOST_LINES: usize = 40;

/// What a line reads as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Prose,
    /// Too short to tell.
    Either,
    Code,
}

impl<'a> Rewriter<'a> {
    /// A line that is indented by 4 columns or more where it belongs.
    pub fn deep(&mut self, line: Line<'a>, start: Start) -> Place {
        let below_text = matches!(self.above, Above::Text | Above::Quote);
        match start {
            // Below text, they would be text.
            Start::Fence(_) | Start::Container(_) => self.dedent(line),
            Start::Marker(_) | Start::Sign { .. } if self.above == Above::Text => self.dedent(line),
            _ if below_text => return Place::Lazy,
            _ => match self.chunk(line) {
                (_, Reading::Prose) => self.dedent(line),
                (end, _) => return Place::Code(end),
            },
        }
        Place::Inside
    }

    /// Writes the chunk that begins here where its item's content begins.
    fn dedent(&mut self, line: Line<'a>) {
        self.trap(line.content()..line.end(), Trap::IndentedProse);
        let less = isize::try_from(line.column - self.base_column()).unwrap_or(0);
        let shift = self.shift() - less;
        let (marker, content) = (line.column.saturating_sub(1), line.column);
        self.items.push(Item { marker, content, shift, rank: Rank::None, number: None, kind: Kind::Chunk });
    }

    /// Lines of code, up to `end`.
    pub fn code(&mut self, line: Line<'a>, end: usize) -> usize {
        self.raw_lines(line.start, end);
        self.above = Above::Other;
        end
    }

    /// Where a chunk of indented lines ends, and what it reads as.
    ///
    /// It is prose if its first line is, and two thirds of all; or if it begins with a bullet.
    fn chunk(&self, line: Line<'a>) -> (usize, Reading) {
        let least = self.base_column() + 4;
        let (mut at, mut end, mut lines, mut prose, mut first) = (line.start, line.next, 0, 0, Reading::Either);
        while at < self.source.len() {
            let inner = self.line_at(at);
            at = inner.next;
            if inner.is_blank() {
                continue;
            }
            if inner.column < least {
                break;
            }
            end = inner.next;
            if lines < MOST_LINES {
                let reading = reading(inner.rest());
                first = if lines == 0 { reading } else { first };
                prose += usize::from(reading == Reading::Prose);
                lines += usize::from(lines == 0 || reading != Reading::Either);
            }
        }
        let reads_as_prose = first == Reading::Prose && prose * 3 >= lines * 2;
        (end, if reads_as_prose { Reading::Prose } else { Reading::Code })
    }
}

/// What prose hardly ever holds.
const SIGNS_OF_CODE: &[&str] =
    &["();", " = ", "==", "=>", "->", "&&", "||", "</", "/>", "${", "\\n", "::", "+=", "):", "){", ") {"];

fn reading(text: &str) -> Reading {
    let text = text.trim_end();
    let (item, text) = match Start::of(text) {
        Start::Marker(marker) => (true, text[marker.width..].trim_start()),
        Start::Sign { length, .. } => (true, &text[length..]),
        Start::Fence(_) | Start::Definition => return Reading::Either,
        _ => (false, text),
    };
    if text.starts_with(['$', '/', '<', '{', '}', '@', '#', ')', ']'])
        || text.ends_with([';', '{', '}', '(', '[', '\\'])
    {
        return if item && !text.ends_with([';', '{']) { Reading::Either } else { Reading::Code };
    }
    if SIGNS_OF_CODE.iter().any(|sign| text.contains(sign)) {
        return Reading::Code;
    }
    if item || is_wide_prose(text) || is_sentence(text) || (text.starts_with('|') && text.ends_with('|')) {
        return Reading::Prose;
    }
    Reading::Either
}

/// Whether a text reads as prose rather than code.
pub(super) fn reads_as_prose(text: &str) -> bool {
    reading(text) == Reading::Prose
}

/// Whether most of a text is of a wide script.
fn is_wide_prose(text: &str) -> bool {
    let (mut wide, mut all) = (0, 0);
    for c in text.chars().filter(|c| !c.is_whitespace()).take(200) {
        all += 1;
        wide += usize::from(is_wide(c));
    }
    wide >= 4 && wide * 2 >= all
}

/// Whether a text is four or more plain words that begin as a sentence or end as one.
fn is_sentence(text: &str) -> bool {
    let (mut words, mut plain) = (0, 0);
    for word in text.split_whitespace().take(40) {
        words += 1;
        plain += usize::from(is_word(word));
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    let query = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "FROM", "WHERE"].contains(&first);
    let begins = first.starts_with(|c: char| c.is_uppercase() || c == '*' || c == '"');
    let ends = text.ends_with(['.', ':', '?', '!', ')']);
    words >= 4 && plain * 5 >= words * 4 && (begins || ends) && !query
}

fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| "\"'“”‘’*_()[],.:;!?`".contains(c));
    !word.is_empty()
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '/'))
        && !word.starts_with(['-', '/'])
}

#[cfg(test)]
mod tests {
    use super::super::rewrite;
    use super::*;

    #[test]
    fn prose_is_told_from_code() {
        for text in [
            "受信したメッセージを隠す。",
            "- item",
            "・項目",
            "The queue keeps messages for a while.",
            "이 변환과정에서 지원하는 기능",
        ] {
            assert_eq!(reading(text), Reading::Prose, "{text}");
        }
        for text in [
            "let x = 1;",
            "// 変数を宣言する",
            "$ aws s3 ls",
            "if (a) {",
            "print(\"こんにちは\");",
            "SELECT name FROM users",
            "sudo apt install nginx",
            "x",
        ] {
            assert_ne!(reading(text), Reading::Prose, "{text}");
        }
    }

    #[test]
    fn the_first_40_lines_tell_prose_from_code() {
        let chunk = |prose: usize| {
            let lines =
                (0..80).map(|at| if at < prose { "    It keeps messages a while.\n" } else { "    let x = 1;\n" });
            "# Queue\n\n".to_owned() + &lines.collect::<String>()
        };
        assert_eq!([27, 26].map(|prose| rewrite(&chunk(prose), 0).is_unchanged()), [false, true]);
    }
}
