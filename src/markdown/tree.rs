//! [`Tree`]: a source as blocks, lines and inlines, in three flat lists.
//!
//! Blocks stand in source order, a parent before its children, so that a subtree
//! is a range. All text of the source, markup taken off, is one string; inlines
//! and lines are ranges of it. Rules read lines of plain text, and rendering cuts
//! any range of it, without a copy.

use std::ops::Range;

use super::callout::Callout;
use super::dialect::Trap;
use super::element::Element;
use super::math::Math;
use super::media::Image;
use crate::text::Span;

/// Position of a block in its tree.
pub type BlockId = usize;
/// Position of a line in its tree.
pub type LineId = usize;

/// A parsed source.
#[derive(Debug, Default)]
pub struct Tree {
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    pub(super) lines: Vec<Line>,
    pub(super) plain: String,
    pub(super) mask: String,
    pub(super) targets: Vec<String>,
    pub(super) images: Vec<Image>,
    pub(super) remote: Vec<(Span, usize)>,
    pub(super) comments: Vec<Span>,
    pub(super) traps: Vec<(Span, Trap)>,
    pub(super) anchors: Vec<(Span, String)>,
    pub(super) footnotes: Vec<Footnote>,
}

/// A footnote, where it was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its block.
    pub block: BlockId,
    /// Whether the text, or a footnote of it, refers to it.
    pub is_referred_to: bool,
}

/// A block: `CommonMark`'s, or a part of one.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the source.
    pub span: Span,
    /// The block after its last descendant.
    pub end: BlockId,
    /// Its plain text; of containers, empty.
    pub text: Range<usize>,
    /// Its lines, if it holds inlines.
    pub lines: Range<LineId>,
}

/// The kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The whole source.
    Root,
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph(Fit),
    /// A list; ordered ones have the number of their first item.
    List(Option<u64>),
    /// An item of a list; a task is done or not.
    Item(Option<Task>),
    /// A block quote, or a callout of this kind.
    Quote(Option<Callout>),
    /// The title of a callout, which is its first child.
    Title,
    /// Code, fenced or indented; its language is at this position among the tree's targets.
    Code(Option<usize>),
    /// Raw HTML.
    Html,
    /// A table.
    Table,
    /// The first row of a table.
    TableHead,
    /// A later row.
    TableRow,
    /// A cell, whose text stands where the column says.
    TableCell(Align),
    /// A thematic break.
    Rule,
    /// The text of a footnote, whose label is at this position among the tree's targets.
    Footnote(usize),
}

/// Whether a paragraph stands apart from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// In a tight list: no space around it.
    Tight,
    /// With blank lines around it.
    Loose,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Where lines begin.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the end: numbers, by their digits.
    End,
}

/// The state of a task in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// `- [ ]`
    Open,
    /// `- [x]`
    Done,
}

/// A piece of inline content, or the edge of one that holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where its text begins in the tree's plain text.
    pub start: usize,
    /// Where its text ends; edges have none.
    pub end: usize,
}

/// The kinds of inlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InlineKind {
    /// Text.
    Text,
    /// A code span.
    Code,
    /// A formula; its text is its TeX, without delimiters.
    Math(Math),
    /// A line break; its text is `\n`.
    Break(Break),
    /// A reference to the footnote in this block; it has no text.
    FootnoteReference(BlockId),
    /// The beginning of a span.
    Open(Tag),
    /// The end of a span.
    Close(Tag),
}

/// The kinds of line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The author's line ended.
    Soft,
    /// The author asked for a new line.
    Hard,
}

/// The kinds of spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Strikethrough,
    /// A link to the target at this position among the tree's targets.
    Link(usize),
    /// What is embedded from the target at this position, as a link to it.
    Embed(usize),
    /// The image at this position among the tree's images; what it holds is its alternative text.
    Image(usize),
    /// Characters with their reading above them, which is at this position among the tree's targets.
    Ruby(usize),
    /// Text that looks otherwise: `==…==`, `<kbd>…</kbd>`.
    Look(Look),
}

/// How text can look otherwise, by an element of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// `<code>`, `<samp>`, `<tt>`
    Code,
    /// `<kbd>`
    Key,
    /// `<mark>`
    Mark,
    /// `<q>`
    Quoted,
    /// `<small>`
    Small,
    /// `<sub>`
    Sub,
    /// `<sup>`
    Sup,
    /// `<u>`, `<ins>`
    Underline,
}

impl Look {
    /// The element that shows it.
    pub fn element(self) -> Element {
        match self {
            Look::Code => Element::Code,
            Look::Key => Element::Key,
            Look::Mark => Element::Mark,
            Look::Quoted => Element::Quoted,
            Look::Small => Element::Small,
            Look::Sub => Element::Sub,
            Look::Sup => Element::Sup,
            Look::Underline => Element::Underline,
        }
    }
}

/// A line of a paragraph, a heading or a cell, as its author broke it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its plain text, without white space around it.
    pub text: Range<usize>,
    /// Its inlines; a span that reaches over several lines keeps them together in one.
    pub inlines: Range<usize>,
    /// Where it stands in the source, up to the end of what it holds.
    pub span: Span,
}

impl Tree {
    /// Empties it, and keeps its memory for another source.
    pub(super) fn clear(&mut self) {
        let Self { blocks, inlines, lines, plain, mask, targets, images, remote, comments, traps, anchors, footnotes } =
            self;
        blocks.clear();
        inlines.clear();
        lines.clear();
        plain.clear();
        mask.clear();
        targets.clear();
        images.clear();
        remote.clear();
        comments.clear();
        traps.clear();
        anchors.clear();
        footnotes.clear();
    }

    /// Takes spans of a rewritten source to where they stand in the source.
    pub(super) fn map_spans(&mut self, original: impl Fn(usize) -> usize) {
        let spans = self.blocks.iter_mut().map(|block| &mut block.span);
        let spans = spans.chain(self.lines.iter_mut().map(|line| &mut line.span));
        let traps = self.traps.iter_mut().map(|(span, _)| span);
        let remote = self.remote.iter_mut().map(|(span, _)| span);
        for span in spans.chain(&mut self.comments).chain(traps).chain(remote) {
            *span = original(span.start)..original(span.end);
        }
    }

    /// The block at `id`.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id]
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// How a line ends: with a break of this kind, whose `\n` stands there in the plain text, or not at all.
    pub fn line_end(&self, id: LineId) -> Option<(Break, usize)> {
        let last = self.inlines[self.lines[id].inlines.clone()].last()?;
        match last.kind {
            InlineKind::Break(kind) => Some((kind, last.start)),
            _ => None,
        }
    }

    /// How many lines there are.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The children of a block, in order.
    pub fn children(&self, id: BlockId) -> impl Iterator<Item = BlockId> + '_ {
        self.siblings(id + 1..self.blocks[id].end)
    }

    /// The title of a callout, if it has one that says something.
    pub fn title(&self, id: BlockId) -> Option<BlockId> {
        let title = self.children(id).next()?;
        let block = &self.blocks[title];
        (block.kind == BlockKind::Title && !block.lines.is_empty()).then_some(title)
    }

    /// The children of a block, in order, less the title of a callout.
    pub fn content(&self, id: BlockId) -> impl Iterator<Item = BlockId> + '_ {
        self.children(id).filter(|&child| self.blocks[child].kind != BlockKind::Title)
    }

    /// The blocks that stand side by side in a range of blocks.
    pub fn siblings(&self, range: Range<BlockId>) -> impl Iterator<Item = BlockId> + '_ {
        let mut next = range.start;
        std::iter::from_fn(move || {
            let id = (next < range.end).then_some(next)?;
            next = self.blocks[id].end;
            Some(id)
        })
    }

    /// The line at `id`.
    pub fn line(&self, id: LineId) -> &Line {
        &self.lines[id]
    }

    /// All plain text.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// A range of the plain text.
    pub fn text(&self, range: &Range<usize>) -> &str {
        &self.plain[range.clone()]
    }

    /// The same range, with code, links and addresses blotted out by control
    /// characters: where separators are looked for.
    pub fn masked(&self, range: &Range<usize>) -> &str {
        &self.mask[range.clone()]
    }

    /// The inlines at these positions.
    pub fn inlines(&self, range: &Range<usize>) -> &[Inline] {
        &self.inlines[range.clone()]
    }

    /// Where comments stand among inline content.
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// What was meant otherwise than it is written, and what is no text.
    pub fn traps(&self) -> &[(Span, Trap)] {
        &self.traps
    }

    /// Obsidian's block ids, without `^`. In the order of the source.
    pub fn anchors(&self) -> &[(Span, String)] {
        &self.anchors
    }

    /// Whether rendering it may give a reference to media: only then it is worth to look for one.
    pub fn may_have_media(&self) -> bool {
        !self.images.is_empty() || self.blocks.iter().any(|block| block.kind == BlockKind::Html)
    }

    /// An image that an inline refers to.
    pub fn image(&self, at: usize) -> &Image {
        &self.images[at]
    }

    /// Where images stand that are no files of the project, and their targets, but for those in links. In the order of the
    /// source.
    pub fn remote_images(&self) -> impl Iterator<Item = (&Span, &str)> {
        self.remote.iter().map(|(span, target)| (span, self.targets[*target].as_str()))
    }

    /// Where the first of them begins in a part of the source.
    pub fn remote_image_in(&self, part: &Span) -> Option<usize> {
        let first = self.remote.partition_point(|(span, _)| span.start < part.start);
        self.remote.get(first).map(|(span, _)| span.start).filter(|start| part.contains(start))
    }

    /// The footnotes, in the order of the source.
    pub fn footnotes(&self) -> &[Footnote] {
        &self.footnotes
    }

    /// Whether a block is a footnote that something refers to: it is shown there.
    pub fn is_referred_to(&self, id: BlockId) -> bool {
        let found = self.footnotes.binary_search_by_key(&id, |footnote| footnote.block);
        found.is_ok_and(|at| self.footnotes[at].is_referred_to)
    }

    /// An address, a language or a label that a block or a span refers to.
    pub fn target(&self, at: usize) -> &str {
        &self.targets[at]
    }

    /// The span of `tag`'s kind that covers all of `text`, if one does: its text without the edges.
    pub fn whole_span(&self, line: &Line, text: &Range<usize>, is: impl Fn(Tag) -> bool) -> bool {
        let inlines = self.inlines(&line.inlines);
        let opens = |inline: &Inline| matches!(inline.kind, InlineKind::Open(tag) if is(tag));
        let Some(open) = inlines.iter().position(|inline| opens(inline) && inline.start <= text.start) else {
            return false;
        };
        let close = closing(inlines, open);
        inlines[close].start >= text.end
    }
}

/// The position of the edge that closes the span opened at `open`.
pub(crate) fn closing(inlines: &[Inline], open: usize) -> usize {
    let mut depth = 0;
    for (at, inline) in inlines.iter().enumerate().skip(open) {
        match inline.kind {
            InlineKind::Open(_) => depth += 1,
            InlineKind::Close(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    inlines.len() - 1
}
