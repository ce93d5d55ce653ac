//! Items of lists: which one a line belongs to, and the bullets that CommonMark does not know.

use super::Trap;
use super::inline::ruby;
use super::line::{Indent, Line, spaces};
use super::rewriter::{Above, Home, Item, Kind, Rewriter, prefix};
use super::start::{Marker, Rank, Start};
use crate::text::columns;

/// Where a line belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Into the innermost open item, or the container around all items.
    Inside,
    /// Into the paragraph above it, without its indentation.
    Lazy,
    /// It begins code, by indentation, that ends there.
    Code(usize),
}

/// Whether an item holds a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    Inside,
    /// It would, if the line were indented more.
    Shallow,
    Lazy,
    Outside,
}

// Markers that authors hardly write: a list of another marker is another list, so that what
// they wrote above or below stays a list of its own, as tight as it was.
/// What stands for `・`.
const SIGN: &str = "+ ";
/// What stands before the term of a definition list.
const TERM: &str = "* ";

/// Widest term of a definition list, in columns.
const WIDEST_DEFINED: usize = 60;

impl Item {
    fn hold(&self, line: Line<'_>, start: Start, above: Above) -> Hold {
        let (column, under) = (line.column, start.rank() > self.rank);
        if self.kind == Kind::Definition && start == Start::Definition && column < self.marker + 4 {
            return Hold::Inside;
        }
        let is_sign = matches!(start, Start::Sign { .. });
        if column >= self.content
            && (column > self.marker || (is_sign && under) || (self.is_sign() && start.rank() == Rank::Ascii))
        {
            return Hold::Inside;
        }
        if start.is_text() && matches!(above, Above::Text | Above::Quote) {
            return Hold::Lazy;
        }
        let least = self.marker + if is_sign { 1 } else { 2 };
        if column >= least && column < self.content && self.may_hold(start) {
            return Hold::Shallow;
        }
        // `・` under `■` is nested by its sign.
        if column == self.marker && self.is_high() && under && start.rank() != Rank::None {
            return Hold::Shallow;
        }
        Hold::Outside
    }

    /// Whether something that is indented too little may be meant as a child.
    fn may_hold(&self, start: Start) -> bool {
        match start {
            Start::Marker(Marker { number: Some(number), .. }) => self.number.is_none_or(|own| own + 1 != number),
            Start::Heading
            | Start::Hash { .. }
            | Start::Dashes(_)
            | Start::Equals
            | Start::Rule
            | Start::Definition => false,
            _ => self.kind != Kind::Footnote,
        }
    }

    fn is_sign(&self) -> bool {
        self.rank < Rank::Ascii
    }

    /// Whether lower signs below it belong to it.
    fn is_high(&self) -> bool {
        self.rank < Rank::Dot
    }
}

impl<'a> Rewriter<'a> {
    /// Finds where a line belongs, and closes the items that it does not belong to.
    pub fn place(&mut self, line: Line<'a>, start: Start) -> Place {
        self.leave_chunks(line);
        if self.is_lazy_sign(line, start) {
            return Place::Lazy;
        }
        while let Some(item) = self.item() {
            match item.hold(line, start, self.above) {
                Hold::Inside => break,
                Hold::Lazy => return Place::Lazy,
                Hold::Shallow => {
                    self.deepen(line, start);
                    break;
                }
                Hold::Outside => {
                    self.items.pop();
                }
            }
        }
        if line.column < self.base_column() + 4 || start == Start::Definition {
            Place::Inside
        } else {
            self.deep(line, start)
        }
    }

    /// Leaves chunks that a line is not indented enough for. What is open in them is open
    /// where it is written: for CommonMark, the line may still belong there.
    fn leave_chunks(&mut self, line: Line<'_>) {
        let first = self.first_item();
        let left = |item: &Item| item.kind == Kind::Chunk && line.column < item.content;
        let Some(at) = self.items[first..].iter().position(left) else {
            return;
        };
        let outer = self.items[first..first + at].last().map_or(0, |item| item.shift);
        let less = outer - self.items[first + at].shift;
        self.items.remove(first + at);
        if self.paragraph.depth > first + at {
            self.paragraph.depth -= 1;
        }
        for item in &mut self.items[first + at..] {
            item.marker = item.marker.saturating_add_signed(-less);
            item.content = item.content.saturating_add_signed(-less);
            item.shift += less;
        }
    }

    /// Under an item of CommonMark's, `・` at the same indentation is what the item says.
    fn is_lazy_sign(&self, line: Line<'_>, start: Start) -> bool {
        let sign = matches!(start, Start::Sign { .. }) && start.rank() < Rank::Ascii;
        let under = |item: &Item| item.rank == Rank::Ascii && line.column <= item.marker;
        sign && self.above == Above::Text && self.item().is_some_and(under)
    }

    /// Children that are indented by 2 under `1. ` are no children to CommonMark: from here on they are written deeper.
    fn deepen(&mut self, line: Line<'_>, start: Start) {
        if !matches!(start, Start::Sign { .. }) && self.item().is_some_and(|item| item.rank == Rank::Ascii) {
            self.trap(line.content()..line.end(), Trap::ShallowChildren);
        }
        if let Some(item) = self.items.last_mut() {
            item.shift += isize::try_from(item.content - line.column).unwrap_or(0);
            item.content = line.column;
        }
    }

    /// A line with a marker, and what stands behind it: text, another marker, a fence.
    pub fn marker(&mut self, line: Line<'a>, marker: Marker) -> usize {
        self.indent(line);
        let content = self.open_item(line, marker);
        self.item_content(content)
    }

    /// What stands behind a marker.
    fn item_content(&mut self, content: Line<'a>) -> usize {
        let mut content = content;
        while !content.is_blank() {
            match Start::of(content.rest()) {
                Start::Marker(inner) if self.has_room() => {
                    content = self.open_item(content, inner);
                    continue;
                }
                Start::Fence(fence) => return self.fence(content, fence, content.column),
                Start::Container(container) => return self.open_container(content, container),
                Start::HtmlUntil(_) | Start::Html | Start::Heading | Start::Rule | Start::Dashes(3..) => {
                    self.above = Above::Other;
                }
                Start::Quote => self.above = Above::Quote,
                _ => {
                    self.inlines(content, content.content());
                    self.above = Above::Other;
                    self.begin_paragraph(content.content(), Home::Item);
                }
            }
            return content.next;
        }
        self.above = Above::Other;
        content.next
    }

    /// Opens the item whose marker `line` begins with. What follows the marker is a line of its own.
    fn open_item(&mut self, line: Line<'a>, marker: Marker) -> Line<'a> {
        let after = line.content() + marker.width;
        let mut content = line.from(after);
        let mut gap = content.column.max(1);
        // A full-width space after the marker is a slip of the input method.
        if content.text.starts_with('\u{3000}') && !content.is_blank() {
            self.edits.replace(content.start..content.content(), &[" "]);
            gap = 1;
        }
        if content.is_blank() || gap > 4 {
            gap = 1;
        }
        let column = line.column + marker.width + gap;
        content.column = column;
        let shift = self.shift();
        self.items.push(Item {
            marker: line.column,
            content: column,
            shift,
            rank: Rank::Ascii,
            number: marker.number,
            kind: Kind::List,
        });
        content
    }

    /// `・` and the like become a marker; before an emoji it is put.
    pub fn sign(&mut self, line: Line<'a>, length: usize, rank: Rank) -> usize {
        let column = self.written_column(line.column);
        let text = line.content() + length;
        self.edits.replace(line.start..text, &[prefix(&self.frames), spaces(column), SIGN]);
        self.items.push(Item {
            marker: line.column,
            content: line.column + 2,
            shift: self.shift(),
            rank,
            number: None,
            kind: Kind::List,
        });
        self.item_content(Line { column: line.column + 2, ..line.from(text) })
    }

    /// A footnote holds what is indented by 4 below it.
    pub fn footnote(&mut self, line: Line<'a>) {
        self.text(line);
        let (content, shift) = (line.column + 4, self.shift());
        self.items.push(Item {
            marker: line.column,
            content,
            shift,
            rank: Rank::Ascii,
            number: None,
            kind: Kind::Footnote,
        });
    }

    // Definition lists.

    /// A line of text, unless `: text` below makes a term of it.
    pub fn text_or_term(&mut self, line: Line<'a>) -> usize {
        if !self.is_term(line) {
            return self.text(line);
        }
        // The next term may stand directly below a definition.
        self.leave_items(line);
        let column = self.written_column(line.column);
        self.edits.replace(line.start..line.content(), &[prefix(&self.frames), spaces(column), TERM]);
        self.inlines(line, line.content());
        let shift = self.shift();
        let item = Item {
            marker: line.column,
            content: line.column + 2,
            shift,
            rank: Rank::Ascii,
            number: None,
            kind: Kind::Definition,
        };
        self.items.push(item);
        self.above = Above::Other;
        self.begin_paragraph(line.content(), Home::Item);
        line.next
    }

    /// Whether a line is a term of a definition list: short, on its own, with `: text` below.
    fn is_term(&self, line: Line<'a>) -> bool {
        if !self.colon_follows(line.next) {
            return false;
        }
        let is_alone = match self.above {
            Above::Quote => false,
            // The next term may stand directly below a definition.
            Above::Text => self.item().is_some_and(|item| item.kind == Kind::Definition && line.column <= item.marker),
            // What a colon stands before is no term.
            _ => line.kind_of_indent() != Indent::Marked || !self.defines(line),
        };
        let mut below = self.line_at(line.next);
        if below.is_blank() && self.above != Above::Text && below.next < self.source.len() {
            below = self.line_at(below.next);
        }
        let defined =
            !below.is_blank() && below.column < line.column + 4 && Start::of(below.rest()) == Start::Definition;
        let is_row = line.rest().starts_with('|') && ruby::barred(line.rest(), 0).is_none();
        is_alone && defined && !is_row && columns(line.rest()) <= WIDEST_DEFINED
    }

    /// Whether the next line begins with a colon, or the one after a blank line: a look at a few bytes.
    pub fn colon_follows(&self, next: usize) -> bool {
        // The bytes of a full-width space are passed over, too.
        let mut bytes = self.source.as_bytes()[next..].iter();
        bytes.find(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | 0xE3 | 0x80)) == Some(&b':')
    }

    /// The definition list that `: text` is in, if it stands under a term.
    fn definition_list(&self, line: Line<'a>) -> Option<&Item> {
        let items = self.items[self.first_item()..].iter().rev().take(8);
        items.filter(|item| line.column < item.marker + 4).find(|item| item.kind == Kind::Definition)
    }

    /// Whether `: text` stands under a term.
    pub fn defines(&self, line: Line<'a>) -> bool {
        self.definition_list(line).is_some()
    }

    /// `: text` becomes a line of the term's item: the colon is taken for indentation.
    pub fn definition(&mut self, line: Line<'a>) -> Line<'a> {
        let column = self.definition_list(line).map_or(line.column, |item| item.content);
        let text = line.rest()[1..].trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
        line.indented_by(line.rest().len() - text.len(), column)
    }

    /// Closes the items that a line is not indented enough for, however it continues them.
    pub fn leave_items(&mut self, line: Line<'a>) {
        while self.item().is_some_and(|item| line.column < item.content) {
            self.items.pop();
        }
    }
}
