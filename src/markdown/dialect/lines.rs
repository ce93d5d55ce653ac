//! Line by line: what each line begins with, and which construct it is handed to.

use super::aside::Aside;
use super::line::{Indent, Line};
use super::list::Place;
use super::rewriter::{Above, Home, Rewriter};
use super::start::{Container, Rank, Start};
use super::{Rewritten, Trap};
use crate::markdown::embed;

impl<'a> Rewriter<'a> {
    pub fn run(mut self, body: usize) -> Rewritten<'a> {
        let mut at = body;
        while at < self.source.len() {
            at = self.line(self.line_at(at));
        }
        while !self.frames.is_empty() {
            self.report_unclosed_frame();
        }
        let (text, origins) = self.edits.finish();
        self.traps.sort_by_key(|(span, trap)| (span.start, span.end, *trap));
        self.anchors.sort_by_key(|(span, _)| span.start);
        Rewritten { text, traps: self.traps, anchors: self.anchors, origins }
    }

    /// Rewrites a line, and with it those that belong to it. Tells where the next one begins.
    fn line(&mut self, line: Line<'a>) -> usize {
        if line.is_blank() {
            return self.blank(line);
        }
        let mut line = self.before_closing_tag(line);
        let start = loop {
            match self.aside(line) {
                Aside::Gone(next) => return next,
                Aside::Less(rest) => line = rest,
                Aside::None => match self.settled(Start::of(line.rest()), line) {
                    Start::Definition => line = self.definition(line),
                    start => break start,
                },
            }
        };
        if let Start::Closer(container) = start
            && let Some(next) = self.close_container(line, container)
        {
            return next;
        }
        let line = self.leave_unclosed(line, start);
        self.leave_aside(line);
        self.leave_html(line, start);
        if self.above == Above::Html && !matches!(start, Start::Container(_)) {
            if line.column >= self.base_column() {
                self.indent(line);
                return line.next;
            }
            // Deeper, it would still be HTML.
            self.leave_items(line);
            self.above = Above::Other;
        }
        match self.place(line, start) {
            Place::Inside => self.block(line, start),
            Place::Lazy => self.text_or_term(line),
            Place::Code(end) => self.code(line, end),
        }
    }

    /// Behind `<aside>` stands text of the notes, as Notion writes it; without a blank line it would be HTML.
    fn leave_aside(&mut self, line: Line<'a>) {
        if self.above != Above::Html || !self.frames.is_empty() || !self.items.is_empty() {
            return;
        }
        let above = self.source[..line.start].trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
        if above.trim() == "<aside>" {
            self.edits.insert(line.start, &["\n"]);
            self.above = Above::Blank;
        }
    }

    /// A blank line. One that only looks blank would be text.
    fn blank(&mut self, line: Line<'a>) -> usize {
        self.above = Above::Blank;
        match self.frames.last() {
            Some(frame) => {
                let prefix = frame.prefix.trim_end();
                self.edits.replace(line.start..line.end(), &[prefix]);
            }
            None if line.kind_of_indent() == Indent::Wide => self.edits.remove(line.start..line.end()),
            None => {}
        }
        line.next
    }

    fn block(&mut self, line: Line<'a>, start: Start) -> usize {
        match start {
            Start::Text | Start::Emoji => return self.text_or_term(line),
            Start::Marker(marker) => return self.marker(line, marker),
            Start::Sign { length, rank } => return self.sign(line, length, rank),
            Start::Hash { level, sign, wide } => self.hash(line, level, sign, wide),
            Start::Fence(fence) => {
                self.indent(line);
                return self.fence(line, fence, line.column);
            }
            Start::Dashes(_) | Start::Equals => return self.underline(line, start),
            Start::Footnote => self.footnote(line),
            Start::Container(container) => {
                self.separate(line);
                self.indent(line);
                return self.open_container(line, container);
            }
            Start::HtmlUntil(end) => return self.html_until(line, end),
            Start::Math => return self.display(line),
            Start::Definition | Start::Heading | Start::Quote | Start::Rule | Start::Html | Start::Closer(_) => {
                self.indent(line);
                if start == Start::Heading {
                    self.heading(line);
                }
                self.above = match start {
                    Start::Quote if has_text(line) => Above::Quote,
                    Start::Html | Start::Closer(Container::Details) => Above::Html,
                    _ => Above::Other,
                };
            }
        }
        line.next
    }

    /// A line of a paragraph.
    pub fn text(&mut self, line: Line<'a>) -> usize {
        self.indent_text(line);
        match line.rest().starts_with('{').then(|| embed::shortcode(line.rest())).flatten() {
            Some((service, target)) => {
                self.replace(line.content()..line.end(), &["@[", service, "](", &target, ")"], Trap::Markup);
            }
            None => self.inlines(line, line.content()),
        }
        match self.above {
            Above::Text => self.paragraph.lines += 1,
            Above::Quote => {}
            _ => self.begin_paragraph(line.content(), Home::OwnLine),
        }
        line.next
    }

    /// HTML that has an end of its own: a comment, `<pre>`. CommonMark reads it up to there.
    fn html_until(&mut self, line: Line<'a>, end: &str) -> usize {
        let after = self.source[line.start..].find(end);
        let next = after.map_or(self.source.len(), |at| Line::at(self.source, line.start + at).next);
        self.indent(line);
        self.raw_lines(line.next.min(next), next);
        self.above = Above::Other;
        next
    }

    /// What a line may begin with where it stands.
    fn settled(&mut self, start: Start, line: Line<'a>) -> Start {
        match start {
            // One `#` in an item is a tag of it.
            Start::Hash { level: 1, wide: 0, .. } if line.column.saturating_add_signed(self.shift().min(0)) > 0 => {
                Start::Text
            }
            Start::Emoji => self.emoji(line),
            Start::Closer(Container::Colons(_)) if !self.is_in_colons() => Start::Text,
            Start::Definition if !self.defines(line) => Start::Text,
            Start::Math if !self.is_display(line) => Start::Text,
            _ => start,
        }
    }

    fn emoji(&mut self, line: Line<'a>) -> Start {
        let begins = |line: Line<'_>| {
            let text = line.rest();
            let text = text.strip_prefix(": ").unwrap_or(text).trim_start();
            Start::of(text) == Start::Emoji
        };
        let beside =
            self.last_emoji == line.start || (line.next < self.source.len() && begins(self.line_at(line.next)));
        if !beside {
            return Start::Text;
        }
        self.last_emoji = line.next;
        Start::Sign { length: 0, rank: Rank::Dot }
    }
}

/// Whether a line of a quote has something that text could go on in.
fn has_text(line: Line<'_>) -> bool {
    line.rest().contains(|c: char| c != '>' && !c.is_whitespace())
}
