//! Headings directly below HTML, which CommonMark reads as HTML up to the next blank line.

use super::Trap;
use super::line::Line;
use super::rewriter::{Above, Rewriter, prefix};
use super::start::{Start, tag_name};

/// Elements in which no heading stands, but in others inside of them.
const WITHOUT_HEADINGS: &[&str] = &["table", "thead", "tbody", "tfoot", "tr", "colgroup", "ul", "ol", "dl", "select"];

impl<'a> Rewriter<'a> {
    /// Ends the HTML above a heading, unless an element is open there in which none stands.
    pub fn leave_html(&mut self, line: Line<'a>, start: Start) {
        if !start.is_heading() || line.column < self.base_column() || !self.is_in_html() {
            return;
        }
        let above = self.source[..line.start].trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
        let last = above.rfind('<').map_or("", |at| &above[at..]);
        if !last.starts_with("</") && WITHOUT_HEADINGS.iter().any(|name| name.eq_ignore_ascii_case(tag_name(last))) {
            return;
        }
        let blank = prefix(&self.frames).trim_end();
        self.edits.insert(line.start, &[blank, "\n"]);
        self.trap(line.content()..line.end(), Trap::HeadingInHtml);
        self.above = Above::Blank;
    }

    /// Whether a line below would be HTML: of a block, or of what a tag on a line of its own begins.
    fn is_in_html(&self) -> bool {
        match self.above {
            Above::Html => true,
            Above::Text => is_lone_tag(Line::at(self.source, self.paragraph.start).text.trim()),
            Above::Blank | Above::Quote | Above::Other => false,
        }
    }
}

/// Whether a line is one tag, and nothing else.
fn is_lone_tag(text: &str) -> bool {
    let inner = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
    inner.is_some_and(|inner| !inner.contains(['<', '>'])) && !tag_name(text).is_empty()
}
