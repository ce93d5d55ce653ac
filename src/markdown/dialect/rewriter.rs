//! What is open at a line of a source that is being rewritten, and how the line is written there.
//!
//! Follows CommonMark's containers closely enough to know in which item of a list a line
//! stands, and whether it goes on in the paragraph above it. It knows none of the constructs that are rewritten.

use super::Trap;
use super::edits::Edits;
use super::line::{Indent, Line, spaces};
use super::start::{Container, Rank};
use crate::markdown::conflict::{Conflict, conflicts};
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
    /// Where the lines of Git's marks begin that are still ahead, the last one first.
    pub marks: Vec<usize>,
}

/// An item that is open. Columns are those of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The column of its marker.
    pub marker: usize,
    /// The column from which on lines belong to it.
    pub content: usize,
    /// How much further right than in the source its lines are written.
    pub shift: isize,
    pub rank: Rank,
    pub number: Option<u64>,
    pub kind: Kind,
}

/// Where an item comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    /// A term with `: text` below.
    Definition,
    Footnote,
    /// No item, but lines that are indented too much.
    Chunk,
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

/// Where Git's marks of conflicts begin, the last one first.
fn marks(source: &str) -> Vec<usize> {
    let conflicts = conflicts(source).into_iter().rev().filter(Conflict::is_whole);
    conflicts.flat_map(|conflict| conflict.marks.into_iter().rev().map(|mark| mark.start)).collect()
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
            marks: marks(source),
        }
    }

    /// The line that begins at `start`, in the container that is open.
    pub fn line_at(&self, start: usize) -> Line<'a> {
        let mut line = Line::at(self.source, start);
        line.column = line.column.max(self.frame_column());
        line
    }

    pub fn begin_paragraph(&mut self, start: usize, home: Home) {
        self.paragraph = Paragraph { start, lines: 1, above: self.above, depth: self.items.len(), home };
        self.above = Above::Text;
    }

    /// Writes a line's indentation as CommonMark needs it where the line belongs.
    pub fn indent(&mut self, line: Line<'a>) {
        if self.frames.is_empty() && self.shift() == 0 && line.kind_of_indent() == Indent::Plain {
            return;
        }
        let column = self.written_column(line.column);
        self.edits.replace(line.start..line.content(), &[prefix(&self.frames), spaces(column)]);
    }

    /// The same for text, whose indentation says nothing outside items.
    pub fn indent_text(&mut self, line: Line<'a>) {
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
    pub fn separate(&mut self, line: Line<'a>) {
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
}
