//! What stands in notes and is no text: comments, properties, block ids, attributes.

use super::Trap;
use super::line::Line;
use super::rewriter::Rewriter;
use super::start::{Start, lone_number, spoken_of, tag_name};

/// Properties that Logseq writes for itself, or that say something of the page. Others are the author's words.
const PROPERTIES: &[&str] = &[
    "id",
    "title",
    "collapsed",
    "tags",
    "tag",
    "alias",
    "type",
    "created",
    "created-at",
    "updated",
    "updated-at",
    "public",
    "icon",
    "heading",
    "background-color",
    "exclude-from-graph-view",
    "card-last-interval",
    "card-repeats",
    "card-ease-factor",
    "card-next-schedule",
    "card-last-reviewed",
    "card-last-score",
    "logseq.order-list-type",
    "ls-type",
    "hl-page",
    "hl-color",
    "hl-type",
    "hl-stamp",
    "file",
    "file-path",
    "template",
    "template-including-parent",
    "query-table",
    "query-properties",
    "query-sort-by",
    "query-sort-desc",
];

/// What is no text at the start of a line.
pub(super) enum Aside<'a> {
    /// Nothing.
    None,
    /// Its first part; this is the rest.
    Less(Line<'a>),
    /// All of it; the next one begins there.
    Gone(usize),
}

impl<'a> Rewriter<'a> {
    /// Takes out a line that is no text, or what is none at its start.
    ///
    /// What is around a line closes up: it stands as if the line had never been.
    pub fn aside(&mut self, line: Line<'a>) -> Aside<'a> {
        let rest = line.rest();
        let trap = match rest.as_bytes().first() {
            Some(b'%') if rest.starts_with("%%") => return self.comment(line),
            Some(b'{') if rest.starts_with("{:") && rest.trim_end().ends_with('}') => Trap::Markup,
            Some(b'^') if self.holds.anchors && anchor(rest) == Some(0) => {
                self.keep_anchor(line, line.content());
                Trap::Anchor
            }
            // Text over `=======` would be a heading.
            Some(b'<' | b'|' | b'=' | b'>') if self.is_mark(line) => Trap::Markup,
            // CommonMark would take what follows for HTML.
            Some(b'<') if is_break(rest) => Trap::Markup,
            Some(_) if self.holds.properties && is_property(rest) => Trap::Property,
            _ => return Aside::None,
        };
        self.remove(line.start..line.next, trap);
        Aside::Gone(line.next)
    }

    /// Whether a line is one of Git's marks of a conflict. Those in code were not asked for.
    fn is_mark(&mut self, line: Line<'a>) -> bool {
        while self.marks.last().is_some_and(|&mark| mark < line.start) {
            self.marks.pop();
        }
        self.marks.last() == Some(&line.start)
    }

    /// `%%`, up to the next one.
    fn comment(&mut self, line: Line<'a>) -> Aside<'a> {
        let start = line.content();
        let Some(length) = self.source[start + 2..].find("%%") else {
            let looked = self.source.len() - start;
            self.holds.comments &= looked <= self.fuel;
            self.fuel = self.fuel.saturating_sub(looked);
            return Aside::None;
        };
        let end = start + 2 + length + 2;
        let last = Line::at(self.source, end);
        if last.is_blank() {
            self.remove(line.start..last.next, Trap::Comment);
            return Aside::Gone(last.next);
        }
        if end > line.end() {
            self.remove(line.start..end, Trap::Comment);
            return Aside::Gone(end);
        }
        self.trap(start..end, Trap::Comment);
        Aside::Less(line.indented_by(last.content() - start, line.column))
    }

    /// Takes out what is no text of a line's text, which begins at `from` in the source.
    pub fn inlines(&mut self, line: Line<'a>, from: usize) {
        let text = &self.source[from.min(line.end())..line.end()];
        if text.starts_with('<') {
            for (at, _) in text[..spoken_of(text)].match_indices('<') {
                self.edits.insert(from + at, &["\\"]);
            }
        }
        if let Some(stop) = lone_number(text) {
            self.edits.insert(from + stop, &["\\"]);
        }
        if !self.holds.comments && !self.holds.anchors && !self.holds.images {
            return;
        }
        // HTML may end in anything.
        let id = if self.holds.anchors && !text.starts_with('<') { anchor(text) } else { None };
        let end = id.map_or(text.len(), |at| text[..at].trim_end().len());
        if self.holds.comments && text[..end].contains("%%") {
            self.inline_comments(from, &text[..end]);
        } else if self.holds.images {
            self.images(from, &text[..end]);
        }
        if let Some(at) = id {
            self.keep_anchor(line, from + at);
            self.remove(from + end..from + text.trim_end().len(), Trap::Anchor);
        }
    }

    fn inline_comments(&mut self, from: usize, text: &str) {
        let (mut at, mut ticks) = (0, 0);
        while let Some(start) = text[at..].find("%%").map(|found| at + found) {
            let Some(length) = text[start + 2..].find("%%") else {
                return;
            };
            let end = start + 2 + length + 2;
            // In code, `%%` is code; after a number, it is a slip.
            ticks += text[at..start].matches('`').count();
            if ticks % 2 == 0 && !text[..start].ends_with(char::is_alphanumeric) {
                self.remove(from + start..from + end, Trap::Comment);
            }
            ticks += text[start..end].matches('`').count();
            at = end;
        }
    }

    fn keep_anchor(&mut self, line: Line<'a>, start: usize) {
        let id = self.source[start + 1..line.end()].trim_end();
        self.anchors.push((start..start + 1 + id.len(), id.to_owned()));
    }
}

/// Where a block id begins at the end of a text, if one does.
fn anchor(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let at = text.rfind('^')?;
    let id = &text[at + 1..];
    let fits = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    // `2 ^10` and `x ^n` are mathematics.
    let named = id.len() >= 6 || (id.len() >= 2 && id.contains(|c: char| c.is_ascii_alphabetic()));
    let before = text[..at].trim_end();
    let apart = at == 0
        || (before.len() < at && before.split_whitespace().next_back().is_none_or(|word| word.chars().count() > 1));
    (fits && named && apart).then_some(at)
}

/// Whether a line is only a line break in HTML.
fn is_break(text: &str) -> bool {
    tag_name(text).eq_ignore_ascii_case("br")
        && text.trim_end().find('>').is_some_and(|end| end + 1 == text.trim_end().len())
}

/// Whether a line is a property that is not about the subject.
fn is_property(text: &str) -> bool {
    let text = match Start::of(text) {
        Start::Marker(_) => return false,
        _ => text,
    };
    text.split_once(":: ").is_some_and(|(key, _)| PROPERTIES.contains(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn block_ids_are_told_from_powers() {
        assert_eq!(anchor("text ^abc-1"), Some(5));
        assert_eq!(anchor("^37066d"), Some(0));
        assert_eq!(anchor("説明。 ^q1  "), Some("説明。 ".len()));
        for text in ["2 ^10", "x ^nn", "a^bc", "text ^", "$x ^2$"] {
            assert_eq!(anchor(text), None, "{text}");
        }
    }

    #[test]
    fn properties_are_known_by_their_keys() {
        assert!(is_property("id:: 64f0"));
        assert!(!is_property("用語:: 説明"));
        assert!(!is_property("std::vec is"));
    }
}
