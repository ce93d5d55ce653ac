//! `---` under text, and headings without a space.

use super::Trap;
use super::line::Line;
use super::rewriter::{Above, Home, Rewriter};
use super::start::{Marker, Start};
use crate::lexicon::{self, Class};
use crate::text::is_wider;

/// Widest line that `---` makes a heading of, in columns.
const WIDEST_TITLE: usize = 60;

impl<'a> Rewriter<'a> {
    /// `---` or `===`.
    ///
    /// Directly below text, CommonMark takes dashes for the underline of a heading. People
    /// mean a rule, or leave an empty bullet behind, except under one short line that
    /// stands by itself and has something to head.
    pub fn underline(&mut self, line: Line<'a>, start: Start) -> usize {
        let heads = self.above == Above::Text && self.items.len() >= self.paragraph.depth;
        match start {
            Start::Dashes(_) if heads && self.is_title(line, start) => {}
            Start::Dashes(1) if heads => return self.lone_dash(line),
            Start::Dashes(_) if heads => return self.rule(line),
            Start::Dashes(1) => {
                return self.marker(line, Marker { width: 1, number: None });
            }
            // Below text that it cannot underline, it would be text.
            Start::Dashes(2) if self.above == Above::Text => return self.rule(line),
            Start::Dashes(2) => return self.text(line),
            Start::Equals if !heads => return self.text(line),
            _ => {}
        }
        self.indent(line);
        self.above = Above::Other;
        line.next
    }

    /// Asterisks make a rule below any text, and unlike a blank line they leave a list as tight as it is.
    fn rule(&mut self, line: Line<'a>) -> usize {
        self.indent(line);
        let dashes = line.content()..line.content() + line.rest().trim_end().len();
        self.trap(dashes.clone(), Trap::Setext);
        self.edits.replace(dashes, &["***"]);
        self.above = Above::Other;
        line.next
    }

    /// A bullet that its author left empty goes; between lines of text, it parts them.
    fn lone_dash(&mut self, line: Line<'a>) -> usize {
        let next = (line.next < self.source.len()).then(|| self.line_at(line.next));
        let text_follows = next.is_some_and(|next| !next.is_blank() && Start::of(next.rest()).is_text());
        if text_follows || self.colon_follows(line.next) {
            return self.rule(line);
        }
        self.trap(line.content()..line.end(), Trap::Setext);
        self.edits.remove(line.start..line.next);
        line.next
    }

    fn is_title(&mut self, line: Line<'a>, start: Start) -> bool {
        let paragraph = self.paragraph;
        let alone = paragraph.lines == 1 && paragraph.above == Above::Blank && paragraph.home == Home::OwnLine;
        if !alone || start == Start::Dashes(1) {
            return false;
        }
        let title = Line::at(self.source, paragraph.start).text.trim();
        let short = !is_wider(title, WIDEST_TITLE) && !title.starts_with('|');
        short && !lexicon::ends(Class::ProseEnd, title) && self.has_body(line)
    }

    /// Whether something stands below that a heading could head.
    fn has_body(&mut self, line: Line<'a>) -> bool {
        let Some(below) = self.next_filled(line.next) else {
            return false;
        };
        !matches!(
            Start::of(below.rest()),
            Start::Heading | Start::Hash { .. } | Start::Dashes(2..) | Start::Rule | Start::Closer(_)
        )
    }

    /// `#見出し` becomes `# 見出し`.
    pub fn hash(&mut self, line: Line<'a>, level: usize, sign: usize, wide: usize) {
        self.indent(line);
        let title = line.content() + level * sign;
        if sign > 1 {
            self.edits.replace(line.content()..title, &[&"######"[..level]]);
        }
        self.trap(line.content()..line.end(), Trap::HeadingWithoutSpace);
        self.edits.replace(title..title + wide, &[" "]);
        self.inlines(line, title + wide);
        self.above = Above::Other;
    }
}
