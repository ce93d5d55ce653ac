//! [`Fragment`]: text with typed operations, from which the HTML of a field is made.
//!
//! It owns what a field shows and in which order. It knows nothing of how HTML escapes it: that is
//! [`Html`](super::Html)'s.

mod join;
mod media;
mod read;

use std::cmp::Ordering;

use super::element::{Element, Place};
use super::math::{self, Math};
use super::media::{MediaReference, Size};

/// Text with typed operations at offsets of it, in order.
///
/// Composing makes fragments. What is asked of them is answered without their HTML, but for its length. The HTML of a
/// field is made of its fragment by [`Fragment::html`]. What Anki would take for its own syntax is plain text here.
///
/// Two fragments are equal if they have the same text and operations, wherever in the source they come from.
///
/// ```
/// use soa_anki::{Element, Fragment};
/// let mut fragment = Fragment::plain("a < b, ");
/// fragment.open(Element::Strong);
/// fragment.push_text("{{c}}");
/// fragment.close(Element::Strong);
/// assert_eq!(fragment.text(), "a < b, {{c}}");
/// assert_eq!(fragment.html().as_str(), "a &lt; b, <strong>{&#123;c}&#125;</strong>");
/// ```
#[derive(Clone, Debug)]
pub struct Fragment {
    pub(super) text: String,
    pub(super) ops: Vec<Op>,
    pub(super) aside: Option<Box<Aside>>,
    /// Where the source of its first line of text begins, or [`UNKNOWN`].
    source: u32,
}

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Op {
    /// The byte of the fragment's text before which it stands.
    pub at: u32,
    /// What it does.
    pub kind: OpKind,
}

/// What an operation does. Positions are those of a fragment's own tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpKind {
    /// Opens an element.
    Open(Element),
    /// Closes the innermost element.
    Close(Element),
    /// Opens an [`Element::Ordered`] that begins with this number, and not with 1.
    OpenOrdered(u32),
    /// Opens the cell at this position, which covers several rows or columns.
    OpenSpanning(u32),
    /// Opens a link to the string at this position.
    OpenLink(u32),
    /// Closes the link.
    CloseLink,
    /// Opens a block of code, in the language at this position, which may be empty.
    OpenCode(u32),
    /// Closes the block of code.
    CloseCode,
    /// Opens a formula, whose text is its TeX.
    OpenMath(Math),
    /// Closes the formula.
    CloseMath(Math),
    /// Ends a line.
    Break,
    /// A thematic break.
    Rule,
    /// The placeholder of a name that is hidden.
    Blank,
    /// A reference to the footnote in this block of the tree. `number_footnotes` replaces it.
    FootnoteReference(u32),
    /// A reference to the footnote of this number.
    FootnoteNumber(u32),
    /// Opens what the card of this number asks for, from 1.
    OpenGap(u32),
    /// Closes the gap.
    CloseGap,
    /// The picture, sound or film at this position.
    Media(u32),
    /// What follows comes from the line of the source that begins at this byte.
    Source(u32),
}

/// A cell of raw HTML that covers several rows or columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spanning {
    pub element: Element,
    pub columns: Option<u16>,
    pub rows: Option<u16>,
}

/// What operations refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Aside {
    pub strings: Vec<String>,
    pub media: Vec<MediaReference>,
    pub cells: Vec<Spanning>,
}

/// No source is known.
const UNKNOWN: u32 = u32::MAX;

/// A state of a fragment, to which `take_back` returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    text: usize,
    ops: usize,
    strings: usize,
    media: usize,
    cells: usize,
}

impl Default for Fragment {
    fn default() -> Self {
        Self { text: String::new(), ops: Vec::new(), aside: None, source: UNKNOWN }
    }
}

impl Fragment {
    /// Text without operations.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether it shows nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.markup().next().is_none()
    }

    /// Makes room for so many more bytes of text.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// The place after all that was pushed.
    pub(crate) fn checkpoint(&self) -> Checkpoint {
        let (strings, media, cells) =
            self.aside.as_ref().map_or((0, 0, 0), |aside| (aside.strings.len(), aside.media.len(), aside.cells.len()));
        Checkpoint { text: self.text.len(), ops: self.ops.len(), strings, media, cells }
    }

    /// Whether nothing was pushed since.
    pub(crate) fn is_at(&self, checkpoint: Checkpoint) -> bool {
        self.text.len() == checkpoint.text && self.ops.len() == checkpoint.ops
    }

    /// Takes back what was pushed since.
    pub(crate) fn take_back(&mut self, checkpoint: Checkpoint) {
        self.text.truncate(checkpoint.text);
        self.ops.truncate(checkpoint.ops);
        if let Some(aside) = &mut self.aside {
            aside.strings.truncate(checkpoint.strings);
            aside.media.truncate(checkpoint.media);
            aside.cells.truncate(checkpoint.cells);
        }
        if self.text.is_empty() {
            self.source = UNKNOWN;
        }
    }

    // What is pushed.

    /// Appends text.
    pub fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Opens an element.
    pub fn open(&mut self, element: Element) {
        self.push(OpKind::Open(element));
    }

    /// Closes it.
    pub fn close(&mut self, element: Element) {
        self.push(OpKind::Close(element));
    }

    /// Opens an ordered list whose first item has this number. [`Element::Ordered`] closes it.
    pub fn open_ordered(&mut self, number: u64) {
        match u32::try_from(number).unwrap_or(u32::MAX) {
            1 => self.open(Element::Ordered),
            number => self.push(OpKind::OpenOrdered(number)),
        }
    }

    /// Opens a cell that covers several rows or columns. `element` closes it.
    pub(super) fn open_spanning(&mut self, cell: Spanning) {
        let aside = self.aside.get_or_insert_default();
        aside.cells.push(cell);
        let at = offset(aside.cells.len() - 1);
        self.push(OpKind::OpenSpanning(at));
    }

    /// Opens a link. Whether the target is safe is for the caller to know.
    pub(super) fn open_link(&mut self, target: &str) {
        let at = self.push_string(target);
        self.push(OpKind::OpenLink(at));
    }

    /// Closes it.
    pub(super) fn close_link(&mut self) {
        self.push(OpKind::CloseLink);
    }

    /// Ends a line.
    pub fn push_break(&mut self) {
        self.push(OpKind::Break);
    }

    /// Appends a thematic break.
    pub(super) fn push_rule(&mut self) {
        self.push(OpKind::Rule);
    }

    /// Appends a block of code.
    pub fn push_code(&mut self, language: &str, code: &str) {
        let at = self.push_string(language);
        self.push(OpKind::OpenCode(at));
        self.push_text(code);
        self.push(OpKind::CloseCode);
    }

    /// Appends a formula. TeX that is unsafe for `MathJax` becomes code.
    pub fn push_math(&mut self, tex: &str, math: Math) {
        let (open, close) = if math::is_safe(tex, math) {
            (OpKind::OpenMath(math), OpKind::CloseMath(math))
        } else {
            (OpKind::Open(Element::Code), OpKind::Close(Element::Code))
        };
        self.push(open);
        self.push_text(tex);
        self.push(close);
    }

    /// Appends a reference to the footnote in this block of the tree.
    pub(super) fn push_footnote_reference(&mut self, footnote: usize) {
        self.push(OpKind::FootnoteReference(offset(footnote)));
    }

    /// Opens what is asked for on the card of this number, from 1.
    pub fn open_gap(&mut self, number: usize) {
        self.push(OpKind::OpenGap(offset(number)));
    }

    /// Closes it.
    pub fn close_gap(&mut self) {
        self.push(OpKind::CloseGap);
    }

    /// Appends a picture, a sound or a film. Its alternative text follows by [`Self::push_alternative`].
    pub fn push_media(&mut self, target: &str, size: Size) {
        let aside = self.aside.get_or_insert_default();
        aside.media.push(MediaReference { target: target.to_owned(), size, ..MediaReference::default() });
        let at = offset(aside.media.len() - 1);
        self.push(OpKind::Media(at));
    }

    /// Appends to the alternative text of the last one.
    pub fn push_alternative(&mut self, text: &str) {
        if let Some(media) = self.aside.as_mut().and_then(|aside| aside.media.last_mut()) {
            media.alternative.push_str(text);
        }
    }

    /// Notes from which line of the source the text since `checkpoint` comes. `line`: the byte at which it begins.
    pub(crate) fn come_from(&mut self, line: usize, checkpoint: Checkpoint) {
        if self.is_at(checkpoint) {
            return;
        }
        if checkpoint.text == 0 {
            self.source = offset(line);
        } else {
            self.ops.insert(checkpoint.ops, Op { at: offset(checkpoint.text), kind: OpKind::Source(offset(line)) });
        }
    }

    pub(super) fn push(&mut self, kind: OpKind) {
        self.ops.push(Op { at: offset(self.text.len()), kind });
    }

    fn push_string(&mut self, string: &str) -> u32 {
        let aside = self.aside.get_or_insert_default();
        aside.strings.push(string.to_owned());
        offset(aside.strings.len() - 1)
    }

    // What is in it.

    /// Its operations, in order.
    pub fn ops(&self) -> &[Op] {
        &self.ops
    }

    /// Its operations that show, in order.
    pub fn markup(&self) -> impl DoubleEndedIterator<Item = &Op> + Clone {
        self.ops.iter().filter(|op| op.kind.shows())
    }

    /// The target of a link, or the language of code; empty at a position that is unknown.
    pub fn string(&self, at: u32) -> &str {
        self.aside.as_ref().and_then(|aside| aside.strings.get(at as usize)).map_or("", String::as_str)
    }

    pub(super) fn cell(&self, at: u32) -> Option<Spanning> {
        self.aside.as_ref()?.cells.get(at as usize).copied()
    }

    /// Where in its text lines of the source begin: the byte of the text, and that of the source.
    pub fn sources(&self) -> impl Iterator<Item = (usize, usize)> {
        let first = (self.source != UNKNOWN).then_some((0, self.source as usize));
        first.into_iter().chain(self.ops.iter().filter_map(|op| match op.kind {
            OpKind::Source(line) => Some((op.at as usize, line as usize)),
            _ => None,
        }))
    }
}

impl OpKind {
    /// Whether it changes the HTML.
    pub(super) fn shows(self) -> bool {
        match self {
            Self::Source(_) => false,
            Self::Open(element) | Self::Close(element) => element.place() != Place::Nowhere,
            _ => true,
        }
    }
}

/// What `Fragment` is compared by.
type Compared<'f> = (&'f str, &'f Option<Box<Aside>>);

impl Fragment {
    fn compared(&self) -> Compared<'_> {
        (&self.text, &self.aside)
    }

    fn known(&self) -> impl Iterator<Item = &Op> {
        self.ops.iter().filter(|op| !matches!(op.kind, OpKind::Source(_)))
    }
}

impl PartialEq for Fragment {
    fn eq(&self, other: &Self) -> bool {
        self.compared() == other.compared() && self.known().eq(other.known())
    }
}

impl Eq for Fragment {}

impl PartialOrd for Fragment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fragment {
    fn cmp(&self, other: &Self) -> Ordering {
        self.compared().cmp(&other.compared()).then_with(|| self.known().cmp(other.known()))
    }
}

/// A position, of four bytes: no source is so long that it does not fit.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
