//! Where a line belongs, and how it is written there.
//!
//! Follows CommonMark's containers closely enough to know in which item of a list a line
//! stands, and whether it goes on in the paragraph above it.

use super::aside::Aside;
use super::edits::Edits;
use super::line::{Indent, Line, spaces};
use super::list::{Item, Kind, Place};
use super::start::{Container, Rank, Start};
use super::{Rewritten, Trap};
use crate::markdown::embed;
use crate::text::Span;

/// A source that is being rewritten.
pub(super) struct Rewriter<'a> {
    pub source: &'a str,
    pub edits: Edits<'a>,
    /// The items that are open, outermost first.
    pub items: Vec<Item>,
    /// The `:::` and `<details>` that are open, outermost first.
    pub frames: Vec<Frame>,
    /// Containers that are open, but lie too deep to be one.
    pub too_deep: usize,
    pub above: Above,
    pub paragraph: Paragraph,
    /// Where the last line that began with an emoji ended.
    pub last_emoji: usize,
    /// How many bytes may still be looked at in vain: what keeps hostile sources linear.
    pub fuel: usize,
    pub traps: Vec<(Span, Trap)>,
    pub anchors: Vec<(Span, String)>,
    pub holds: Holds,
}

/// What stands directly above a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Above {
    /// Nothing, or a blank line.
    Blank,
    /// A paragraph, which text goes on in.
    Text,
    /// A quote, which text goes on in.
    Quote,
    /// HTML, which goes on up to a blank line.
    Html,
    /// Something that has ended.
    Other,
}

/// The paragraph that is open, if there is text above.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph {
    /// Where its first line begins in the source, after the indentation.
    pub start: usize,
    pub lines: usize,
    /// What stood above it.
    pub above: Above,
    /// How many items were open.
    pub depth: usize,
    /// Whether it begins in the line of an item's marker.
    pub home: Home,
}

/// Where a paragraph begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    Item,
    OwnLine,
}

/// A container that is open: its lines become those of a block quote.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub container: Container,
    /// The column at which it begins in the source.
    pub column: usize,
    /// What its lines begin with: `> `, after what the outer ones' lines begin with.
    pub prefix: String,
    /// How many items were open when it began.
    pub items: usize,
    pub opener: Span,
    /// Whether its end is ahead, once that was looked for.
    pub is_closed: Option<bool>,
}

/// Signs that a source holds anywhere: rules for them are tried only then.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any may go with any")]
pub(super) struct Holds {
    pub comments: bool,
    pub anchors: bool,
    pub properties: bool,
    pub images: bool,
}

/// What lines in the innermost of `frames` begin with.
pub(super) fn prefix(frames: &[Frame]) -> &str {
    frames.last().map_or("", |frame| frame.prefix.as_str())
}

/// Items nested deeper than this are not followed.
const DEEPEST_ITEM: usize = 100;

impl Holds {
    /// One pass over the source, which stops at signs that notes seldom hold.
    fn of(source: &str) -> Self {
        let bytes = source.as_bytes();
        let images = memchr::memmem::find(bytes, b"![").is_some();
        let mut holds = Self { comments: false, anchors: false, properties: false, images };
        for at in memchr::memchr3_iter(b'%', b'^', b':', bytes) {
            let (before, after) = (at.checked_sub(1).map(|at| bytes[at]), bytes.get(at + 1));
            match bytes[at] {
                b'%' => holds.comments |= after == Some(&b'%'),
                b'^' => holds.anchors |= matches!(before, Some(b' ' | b'\n') | None),
                _ => holds.properties |= before == Some(b':') && after == Some(&b' '),
            }
        }
        holds
    }
}

impl<'a> Rewriter<'a> {
    pub fn new(source: &'a str) -> Self {
        Self {
            source,
            edits: Edits::new(source),
            items: Vec::new(),
            frames: Vec::new(),
            too_deep: 0,
            above: Above::Blank,
            paragraph: Paragraph { start: 0, lines: 0, above: Above::Blank, depth: 0, home: Home::OwnLine },
            last_emoji: usize::MAX,
            fuel: source.len() * 8 + 4096,
            traps: Vec::new(),
            anchors: Vec::new(),
            holds: Holds::of(source),
        }
    }

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

    /// The line that begins at `start`, in the container that is open.
    pub fn line_at(&self, start: usize) -> Line<'a> {
        let mut line = Line::at(self.source, start);
        line.column = line.column.max(self.frame_column());
        line
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
            Start::Hash { level, wide } => self.hash(line, level, wide),
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
                    self.inlines(line, line.content());
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

    pub fn begin_paragraph(&mut self, start: usize, home: Home) {
        self.paragraph = Paragraph { start, lines: 1, above: self.above, depth: self.items.len(), home };
        self.above = Above::Text;
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

    // How a line is written.

    /// Writes a line's indentation as CommonMark needs it where the line belongs.
    pub fn indent(&mut self, line: Line<'a>) {
        if self.frames.is_empty() && self.shift() == 0 && line.kind_of_indent() == Indent::Plain {
            return;
        }
        let column = self.written_column(line.column);
        self.edits.replace(line.start..line.content(), &[prefix(&self.frames), spaces(column)]);
    }

    /// The same for text, whose indentation says nothing outside items.
    fn indent_text(&mut self, line: Line<'a>) {
        let free = self.items.len() == self.first_item();
        let lazy = !free && line.column < self.base_column();
        // In a chunk, even that is less than it is written.
        if (!free && !lazy) || self.shift() < 0 {
            return self.indent(line);
        }
        let column = match line.kind_of_indent() {
            Indent::Marked => self.written_column(line.column),
            _ if self.frames.is_empty() => return,
            _ => line.column - self.frame_column(),
        };
        self.edits.replace(line.start..line.content(), &[prefix(&self.frames), spaces(column)]);
    }

    /// A block quote that is to begin in HTML needs a blank line above it.
    fn separate(&mut self, line: Line<'a>) {
        if self.above == Above::Html {
            let blank = prefix(&self.frames).trim_end();
            self.edits.insert(line.start, &[blank, "\n"]);
        }
    }

    /// Lines that are not looked into: of code, of HTML.
    pub fn raw_lines(&mut self, from: usize, to: usize) {
        if self.frames.is_empty() && self.shift() == 0 {
            return;
        }
        let mut at = from;
        while at < to {
            let line = self.line_at(at);
            self.raw_line(line, 0);
            at = line.next;
        }
    }

    /// Such a line, so many columns further right.
    pub fn raw_line(&mut self, line: Line<'a>, right: usize) {
        let own = self.frame_column();
        if line.text.is_empty() {
            if let Some(frame) = self.frames.last() {
                let prefix = frame.prefix.trim_end();
                self.edits.insert(line.start, &[prefix]);
            }
            return;
        }
        let shift = self.shift() + isize::try_from(right).unwrap_or(0);
        // What stands in an item stays there.
        let item = self.list_item().map_or(own, |item| item.content.saturating_add_signed(item.shift));
        let spare = line.column.saturating_sub(item);
        let less = own + usize::try_from(-shift).unwrap_or(0).min(spare);
        let mut more = usize::try_from(shift).unwrap_or(0);
        let (mut bytes, taken) = line.plain_indent(less);
        if more > 0 && line.text[..line.indent].contains('\t') {
            // Behind other columns, a tab has another width.
            let (all, columns) = line.plain_indent(usize::MAX);
            (bytes, more) = (all, columns - taken + more);
        }
        if bytes > 0 || more > 0 || !self.frames.is_empty() {
            self.edits.replace(line.start..line.start + bytes, &[prefix(&self.frames), spaces(more)]);
        }
    }

    /// The column at which the open container begins in the source.
    pub fn frame_column(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.column)
    }

    /// The position of the first item that is inside the open container.
    pub fn first_item(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.items)
    }

    /// The innermost item that is inside the open container.
    pub fn item(&self) -> Option<&Item> {
        self.items[self.first_item()..].last()
    }

    /// The innermost item of a list that is inside the open container.
    pub fn list_item(&self) -> Option<&Item> {
        let items = self.items[self.first_item()..].iter();
        items.rev().find(|item| item.kind != Kind::Chunk)
    }

    /// The column at which content begins in the source, in the innermost item.
    pub fn base_column(&self) -> usize {
        self.item().map_or(self.frame_column(), |item| item.content)
    }

    /// How much further right than in the source a line is written.
    pub fn shift(&self) -> isize {
        self.item().map_or(0, |item| item.shift)
    }

    /// The column, after the container's prefix, at which what stands at `column` is written.
    pub fn written_column(&self, column: usize) -> usize {
        column.saturating_sub(self.frame_column()).saturating_add_signed(self.shift())
    }

    /// Whether another item may be opened.
    pub fn has_room(&self) -> bool {
        self.items.len() < DEEPEST_ITEM
    }

    pub fn trap(&mut self, span: Span, trap: Trap) {
        self.traps.push((span, trap));
    }

    /// Removes something that may have words, and accounts for it.
    pub fn remove(&mut self, span: Span, trap: Trap) {
        self.replace(span, &[], trap);
    }

    pub fn replace(&mut self, span: Span, new: &[&str], trap: Trap) {
        if self.source[span.clone()].contains(char::is_alphanumeric) {
            self.traps.push((span.clone(), trap));
        }
        self.edits.replace(span, new);
    }

    /// The next line that is not blank.
    pub fn next_filled(&mut self, from: usize) -> Option<Line<'a>> {
        let mut at = from;
        while at < self.source.len() {
            let line = self.line_at(at);
            if !line.is_blank() {
                return Some(line);
            }
            self.fuel = self.fuel.checked_sub(line.text.len() + 1)?;
            at = line.next;
        }
        None
    }

    /// What a line may begin with where it stands.
    fn settled(&mut self, start: Start, line: Line<'a>) -> Start {
        match start {
            // One `#` in an item is a tag of it.
            Start::Hash { level: 1, wide: 0 } if line.column.saturating_add_signed(self.shift().min(0)) > 0 => {
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
