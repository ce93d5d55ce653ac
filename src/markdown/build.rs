//! The parser's events to a [`Tree`].

mod elements;
mod embeds;
mod images;

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Parser, Tag as CmTag, TagEnd};

use super::OPTIONS;
use super::callout::Marker;
use super::dialect::{self, Rewritten, Trap};
use super::emphasis::Emphasis;
use super::footnote::References;
use super::math;
use super::tree::{Align, Block, BlockId, BlockKind, Break, Fit, Inline, InlineKind, Line, Look, Tag, Task, Tree};
use crate::text::Span;
use elements::{Aside, Known};
use images::OpenImage;

/// Stands in the mask for text in which no separator is looked for.
const BLOT: char = '\u{1}';

/// Containers nested deeper than this are taken for their content: rules and
/// rendering go down the tree by recursion, and nobody reads deeper.
const DEEPEST: usize = 100;

/// Parses `text` from the byte `body` on, as its author meant it. Spans count from the start of `text`.
#[cfg(test)]
pub fn parse(text: &str, body: usize) -> Tree {
    let mut tree = Tree::default();
    parse_into(&mut tree, text, body);
    tree
}

/// Parses `text` from the byte `body` on, as its author meant it. Spans count from the start of `text`.
///
/// `tree` is one that is no longer needed: to take and to give back that of each
/// tree anew was a twentieth of all time.
pub fn parse_into(tree: &mut Tree, text: &str, body: usize) {
    let rewritten = dialect::rewrite(text, body);
    tree.clear();
    build(&rewritten.text, body, tree);
    if !rewritten.is_unchanged() {
        // The marker of a callout that the rewriting made is no text of the author's.
        let source = |span: &Span| &text[rewritten.original(span.start)..rewritten.original(span.end)];
        let is_written = |span: &Span| source(span) == &rewritten.text[span.clone()];
        tree.traps.retain(|(span, _)| is_written(span));
        tree.map_spans(|offset| rewritten.original(offset));
    }
    let Rewritten { traps, anchors, .. } = rewritten;
    let (comments, traps): (Vec<_>, Vec<_>) = traps.into_iter().partition(|(_, trap)| *trap == Trap::Comment);
    tree.comments.extend(comments.into_iter().map(|(span, _)| span));
    tree.traps.extend(traps);
    tree.anchors = anchors;
}

/// The tree of CommonMark, into an empty one. Spans count from the start of `text`.
fn build(text: &str, body: usize, tree: &mut Tree) {
    let mut builder = Builder::new(text, body, tree);
    let source = &text[body..];
    let mut emphasis = Emphasis::new(source);
    for spanned in Parser::new_ext(source, OPTIONS).into_offset_iter() {
        if emphasis.keeps(&spanned) {
            emphasis.keep(spanned);
            continue;
        }
        if let Some(kept) = emphasis.release() {
            builder.push_all(kept, body);
        }
        let (event, span) = &spanned;
        let span = span.start + body..span.end + body;
        match event {
            Event::Start(CmTag::BlockQuote(_)) => builder.callout = Marker::at(text, span.start),
            Event::Start(CmTag::FootnoteDefinition(_)) => {
                let end = text[span.clone()].find("]:").map_or(span.start, |at| span.start + at + 2);
                // A label is no text: a card counts its own.
                builder.tree.traps.push((span.start..end, Trap::Markup));
            }
            _ => {}
        }
        builder.push(event, span);
    }
    let gained = emphasis.gained().into_iter().map(|span| (span.start + body..span.end + body, Trap::Emphasis));
    builder.tree.traps.extend(gained);
    builder.finish(text.len());
}

/// A block that is open.
#[derive(Clone, Copy)]
enum Open {
    /// It is this block of the tree.
    Block(BlockId),
    /// It lies too deep, and this block has what it holds.
    TooDeep(BlockId),
}

impl Open {
    fn block(self) -> BlockId {
        match self {
            Open::Block(id) | Open::TooDeep(id) => id,
        }
    }
}

/// A span that is open.
#[derive(Clone, Copy)]
struct OpenSpan {
    tag: Tag,
    by: Written,
}

/// How a span is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Markdown,
    Html,
    /// In HTML, and its end tag was read in a span of Markdown that is still open.
    HtmlEnded,
}

struct Builder<'tree> {
    tree: &'tree mut Tree,
    source: &'tree str,
    /// The parts of the plain text that are blotted out in the mask, in order.
    blots: Vec<Range<usize>>,
    /// The blocks that are open, outermost first.
    open: Vec<Open>,
    /// The spans that are open, outermost first.
    spans: Vec<OpenSpan>,
    /// What is read that is no text of its line.
    aside: Option<Aside>,
    /// The elements of HTML that were come upon.
    known: Vec<Known>,
    /// Positions of the first inline and source offset of the line that is being read.
    line: Option<(usize, usize)>,
    /// Where the last inline ended in the source.
    last: usize,
    /// The marker of the callout that was opened last.
    callout: Option<Marker>,
    references: References,
    /// The images that are open, outermost first.
    images: Vec<OpenImage>,
    /// Whether the last tag of a player or a source says what is played.
    has_source: bool,
    /// The columns of the table that is open: no table holds another.
    columns: Vec<Alignment>,
    /// How many cells its row has so far.
    column: usize,
}

impl<'tree> Builder<'tree> {
    fn new(source: &'tree str, body: usize, tree: &'tree mut Tree) -> Self {
        tree.plain.reserve(source.len() - body);
        // Notes have a block in some 80 bytes.
        tree.blocks.reserve((source.len() - body) / 64);
        tree.lines.reserve((source.len() - body) / 64);
        tree.inlines.reserve((source.len() - body) / 32);
        let mut builder = Self {
            tree,
            source,
            blots: Vec::new(),
            open: Vec::new(),
            spans: Vec::new(),
            aside: None,
            known: Vec::new(),
            line: None,
            last: body,
            callout: None,
            references: References::default(),
            images: Vec::new(),
            has_source: false,
            columns: Vec::new(),
            column: 0,
        };
        builder.open_block(BlockKind::Root, body..source.len());
        builder
    }

    fn finish(mut self, end: usize) {
        while !self.open.is_empty() {
            self.close_block(end);
        }
        write_mask(&mut self.tree.mask, &self.tree.plain, &self.blots);
        self.references.resolve(self.tree);
    }

    // Few blocks are kept, and the loop over all others is the faster for not having this in it.
    #[inline(never)]
    fn push_all<'a>(&mut self, events: impl Iterator<Item = (Event<'a>, Span)>, body: usize) {
        for (event, span) in events {
            self.push(&event, span.start + body..span.end + body);
        }
    }

    // By reference: to move an event costs as much as to take it in.
    fn push(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(end) => self.end(*end, &span),
            Event::Text(text) => self.text(text, span),
            Event::Code(code) | Event::InlineMath(code) | Event::DisplayMath(code) => self.code(code, span),
            Event::InlineHtml(html) => self.inline_html(html, span),
            Event::Html(html) => {
                self.pass_html(html);
                self.push_plain(html, Visible::No);
            }
            Event::FootnoteReference(label) => self.reference(label, span),
            Event::SoftBreak => self.line_break(Break::Soft, span),
            Event::HardBreak => self.line_break(Break::Hard, span),
            Event::Rule => self.leaf(BlockKind::Rule, span),
            Event::TaskListMarker(done) => self.task(if *done { Task::Done } else { Task::Open }),
        }
    }

    fn start(&mut self, tag: &CmTag<'_>, span: Span) {
        match tag {
            CmTag::Emphasis => self.open_tag(Tag::Emphasis, Written::Markdown, span),
            CmTag::Strong => self.open_tag(Tag::Strong, Written::Markdown, span),
            CmTag::Strikethrough => self.open_tag(Tag::Strikethrough, Written::Markdown, span),
            CmTag::Link { link_type, dest_url, .. } => self.open_link(*link_type, dest_url, span),
            CmTag::Image { link_type, dest_url, title, .. } => self.open_image(*link_type, dest_url, title, span),
            block => {
                let kind = self.block_kind(block);
                self.close_tight_paragraph(span.start);
                let start = self.marker(&kind, &span);
                self.open_block(kind, start..span.end);
            }
        }
    }

    fn end(&mut self, end: TagEnd, span: &Span) {
        match end {
            TagEnd::Image => self.close_image(span),
            TagEnd::Link if self.embed(span) => {}
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.end_elements(span.end);
                self.close_tag(span.end);
                self.close_ended(span.end);
            }
            _ => {
                self.close_tight_paragraph(span.end);
                self.close_block(span.end);
            }
        }
    }

    fn block_kind(&mut self, tag: &CmTag<'_>) -> BlockKind {
        match tag {
            CmTag::Heading { level, .. } => BlockKind::Heading(*level as u8),
            CmTag::BlockQuote(_) => self.quote(),
            // The first line of a callout is its title.
            CmTag::Paragraph if self.begins_callout() => BlockKind::Title,
            CmTag::CodeBlock(CodeBlockKind::Fenced(info)) if !info.trim().is_empty() => {
                BlockKind::Code(Some(self.target(info.trim())))
            }
            CmTag::CodeBlock(_) => BlockKind::Code(None),
            CmTag::HtmlBlock => BlockKind::Html,
            CmTag::List(start) => BlockKind::List(*start),
            CmTag::Item => BlockKind::Item(None),
            CmTag::FootnoteDefinition(label) => BlockKind::Footnote(self.target(label)),
            CmTag::Table(columns) => {
                self.columns.clone_from(columns);
                BlockKind::Table
            }
            CmTag::TableHead => self.row(BlockKind::TableHead),
            CmTag::TableRow => self.row(BlockKind::TableRow),
            CmTag::TableCell => self.cell(),
            _ => BlockKind::Paragraph(Fit::Loose),
        }
    }

    /// Where a block begins. Of a list behind a tab, the parser tells the end of the line before.
    fn marker(&self, kind: &BlockKind, span: &Span) -> usize {
        let text = &self.source[span.clone()];
        let is_list = matches!(kind, BlockKind::List(_) | BlockKind::Item(_));
        if is_list && text.starts_with('\n') { span.end - text.trim_start().len() } else { span.start }
    }

    fn row(&mut self, kind: BlockKind) -> BlockKind {
        self.column = 0;
        kind
    }

    fn cell(&mut self) -> BlockKind {
        let align = match self.columns.get(self.column) {
            Some(Alignment::Center) => Align::Center,
            Some(Alignment::Right) => Align::End,
            _ => Align::Start,
        };
        self.column += 1;
        BlockKind::TableCell(align)
    }

    fn target(&mut self, text: &str) -> usize {
        self.tree.targets.push(text.to_owned());
        self.tree.targets.len() - 1
    }

    // Blocks.

    fn open_block(&mut self, kind: BlockKind, span: Span) {
        let container = matches!(kind, BlockKind::List(_) | BlockKind::Item(_) | BlockKind::Quote(_));
        if let (true, Some(id)) = (container && self.open.len() >= DEEPEST, self.innermost()) {
            return self.open.push(Open::TooDeep(id));
        }
        let (text, lines) = (self.tree.plain.len(), self.tree.lines.len());
        self.open.push(Open::Block(self.tree.blocks.len()));
        self.tree.blocks.push(Block { kind, span, end: 0, text: text..text, lines: lines..lines });
    }

    fn close_block(&mut self, end: usize) {
        self.end_elements(end);
        self.end_line(end);
        let Some(Open::Block(id)) = self.open.pop() else {
            return;
        };
        let (next, plain, lines) = (self.tree.blocks.len(), self.tree.plain.len(), self.tree.lines.len());
        let block = &mut self.tree.blocks[id];
        block.end = next;
        block.text.end = plain;
        block.lines.end = lines;
        if matches!(block.kind, BlockKind::Paragraph(Fit::Tight)) {
            block.span.end = end;
        }
    }

    /// The innermost open block of the tree.
    fn innermost(&self) -> Option<BlockId> {
        self.open.last().map(|open| open.block())
    }

    fn current(&self) -> Option<BlockKind> {
        self.innermost().map(|id| self.tree.blocks[id].kind)
    }

    fn leaf(&mut self, kind: BlockKind, span: Span) {
        let end = span.end;
        self.close_tight_paragraph(span.start);
        self.open_block(kind, span);
        self.close_block(end);
    }

    /// In a tight list the parser gives no paragraph around an item's text: it begins here.
    fn open_tight_paragraph(&mut self, start: usize) {
        if let Some(BlockKind::Item(_) | BlockKind::Footnote(_) | BlockKind::Quote(_)) = self.current() {
            self.open_block(BlockKind::Paragraph(Fit::Tight), start..start);
        }
    }

    fn close_tight_paragraph(&mut self, end: usize) {
        if self.current() == Some(BlockKind::Paragraph(Fit::Tight)) {
            self.close_block(self.last.min(end));
        }
    }

    fn task(&mut self, task: Task) {
        let mut open = self.open.iter().rev().take(2).map(|open| open.block());
        if let Some(id) = open.find(|&id| matches!(self.tree.blocks[id].kind, BlockKind::Item(_))) {
            self.tree.blocks[id].kind = BlockKind::Item(Some(task));
        }
    }

    // Callouts.

    fn quote(&mut self) -> BlockKind {
        let marker = self.callout.as_ref();
        // Its kind is no text, unless it is the title.
        let kind = marker.filter(|marker| marker.text.is_empty()).map(|marker| (marker.span.clone(), Trap::Markup));
        self.tree.traps.extend(kind);
        BlockKind::Quote(marker.map(|marker| marker.callout))
    }

    /// Whether nothing of the callout that is open was read yet.
    fn begins_callout(&self) -> bool {
        let empty = self.innermost().is_some_and(|id| id + 1 == self.tree.blocks.len());
        empty && self.callout.is_some() && matches!(self.current(), Some(BlockKind::Quote(Some(_))))
    }

    /// What of a text is no part of a callout's marker.
    fn after_marker<'t>(&self, text: &'t str, span: Span) -> (&'t str, Span) {
        let Some(marker) = self.callout.as_ref().filter(|marker| span.start < marker.span.end) else {
            return (text, span);
        };
        let kept = if span.end > marker.span.end {
            marker.span.end..span.end
        } else {
            span.start.max(marker.text.start)..span.end.min(marker.text.end)
        };
        let part = kept.start.wrapping_sub(span.start)..kept.end.wrapping_sub(span.start);
        (text.get(part).unwrap_or_default(), kept)
    }

    /// What follows a callout's title is text.
    fn end_title(&mut self, line_break: &Span) {
        let Some(id) = self.innermost() else { return };
        let end = std::mem::replace(&mut self.tree.blocks[id].span.end, line_break.start);
        self.close_block(line_break.start);
        self.open_block(BlockKind::Paragraph(Fit::Loose), line_break.end..end.max(line_break.end));
    }

    // Inlines.

    fn inline(&mut self, kind: InlineKind, text: &str, visible: Visible, span: Span) {
        if !self.spans.is_empty() && self.takes_aside(kind, text, &span) {
            return;
        }
        if self.line.is_none() {
            self.open_tight_paragraph(span.start);
            self.line = Some((self.tree.inlines.len(), span.start));
        }
        let start = self.tree.plain.len();
        self.push_plain(text, visible);
        self.tree.inlines.push(Inline { kind, start, end: self.tree.plain.len() });
        self.last = span.end;
    }

    fn push_plain(&mut self, text: &str, visible: Visible) {
        let start = self.tree.plain.len();
        self.tree.plain.push_str(text);
        if visible == Visible::No {
            self.blots.push(start..self.tree.plain.len());
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        let (text, span) = self.after_marker(text, span);
        if text.is_empty() {
            return;
        }
        if self.in_code_or_html() {
            self.push_plain(text, Visible::No);
            return;
        }
        let visible = if self.is_blotted() { Visible::No } else { Visible::Yes };
        if visible == Visible::Yes && has_address(text) {
            self.text_with_addresses(text, &span);
        } else {
            self.inline(InlineKind::Text, text, visible, span);
        }
    }

    /// Bare addresses become links: GitHub and Zenn show them so.
    fn text_with_addresses(&mut self, text: &str, span: &Span) {
        let mut rest = 0;
        while let Some(address) = next_address(text, rest) {
            if address.start > rest {
                self.inline(InlineKind::Text, &text[rest..address.start], Visible::Yes, span.clone());
            }
            let target = self.target(&text[address.clone()]);
            self.open_tag(Tag::Link(target), Written::Markdown, span.clone());
            self.inline(InlineKind::Text, &text[address.clone()], Visible::No, span.clone());
            self.close_tag(span.end);
            rest = address.end;
        }
        if rest < text.len() {
            self.inline(InlineKind::Text, &text[rest..], Visible::Yes, span.clone());
        }
    }

    /// Code, or the formula that stands there as code.
    fn code(&mut self, code: &str, span: Span) {
        match math::read(code) {
            Some((math, tex)) => self.inline(InlineKind::Math(math), &tex, Visible::No, span),
            None => self.inline(InlineKind::Code, code, Visible::No, span),
        }
    }

    /// Its label is no text: a card counts its own footnotes.
    fn reference(&mut self, label: &str, span: Span) {
        let footnote = self.open.iter().find_map(|open| match open {
            Open::Block(id) if matches!(self.tree.blocks[*id].kind, BlockKind::Footnote(_)) => Some(*id),
            _ => None,
        });
        self.tree.traps.push((span.clone(), Trap::Markup));
        // Which block it is, is known when all are.
        self.references.push(self.tree.inlines.len(), label, footnote);
        self.inline(InlineKind::FootnoteReference(0), "", Visible::Yes, span);
    }

    fn line_break(&mut self, kind: Break, span: Span) {
        if self.current() == Some(BlockKind::Title) && self.spans.is_empty() {
            return self.end_title(&span);
        }
        self.inline(InlineKind::Break(kind), "\n", Visible::Yes, span.clone());
        if self.spans.is_empty() {
            self.end_line(span.start);
        }
    }

    fn open_link(&mut self, link_type: LinkType, target: &str, span: Span) {
        let at = match link_type {
            LinkType::Email => self.target(&format!("mailto:{target}")),
            // In a table, the bar after a target is escaped.
            LinkType::WikiLink { .. } => self.target(target.trim_end_matches('\\')),
            _ => self.target(target),
        };
        self.open_tag(Tag::Link(at), Written::Markdown, span);
    }

    fn open_tag(&mut self, tag: Tag, by: Written, span: Span) {
        let start = span.start;
        self.inline(InlineKind::Open(tag), "", Visible::Yes, start..start);
        self.spans.push(OpenSpan { tag, by });
    }

    fn close_tag(&mut self, end: usize) {
        if let Some(OpenSpan { tag, .. }) = self.spans.pop() {
            self.inline(InlineKind::Close(tag), "", Visible::Yes, end..end);
        }
    }

    fn end_line(&mut self, end: usize) {
        let Some((first, start)) = self.line.take() else {
            return;
        };
        let inlines = first..self.tree.inlines.len();
        let from = self.tree.inlines[first].start;
        let text = trimmed(&self.tree.plain, from..self.tree.plain.len());
        self.tree.lines.push(Line { text, inlines, span: start..end.max(start) });
    }

    fn in_link(&self) -> bool {
        self.spans.iter().any(|span| matches!(span.tag, Tag::Link(_) | Tag::Embed(_) | Tag::Image(_)))
    }

    /// Whether the spans that are open hold names as they are: no separator is looked for in them.
    fn is_blotted(&self) -> bool {
        let is_name =
            |tag| matches!(tag, Tag::Link(_) | Tag::Embed(_) | Tag::Image(_) | Tag::Look(Look::Code | Look::Key));
        self.spans.iter().any(|span| is_name(span.tag))
    }

    fn in_code_or_html(&self) -> bool {
        matches!(self.current(), Some(BlockKind::Code(_) | BlockKind::Html))
    }
}

/// Writes `plain` with these parts blotted out.
fn write_mask(mask: &mut String, plain: &str, blots: &[Range<usize>]) {
    mask.reserve(plain.len());
    for blot in blots {
        mask.push_str(&plain[mask.len()..blot.start]);
        mask.extend(std::iter::repeat_n(BLOT, blot.len()));
    }
    mask.push_str(&plain[mask.len()..]);
}

/// Whether text can be looked at for separators.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visible {
    Yes,
    No,
}

/// `range` of `text` without the white space around it; of a range that ends before it begins, nothing.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    if range.is_empty() {
        return range.start..range.start;
    }
    let inner = &text[range.clone()];
    let start = range.start + inner.len() - inner.trim_start().len();
    start..(range.start + inner.trim_end().len()).max(start)
}

/// Whether there may be a bare address in `text`.
fn has_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b':', bytes).any(|at| bytes[at..].starts_with(b"://"))
}

/// The next bare web address in `text` from the byte `from` on.
///
/// It ends where GitHub ends one, and before text of a wide script: 「<https://example.com/aを参照>」.
fn next_address(text: &str, from: usize) -> Option<Range<usize>> {
    let mut search = from;
    loop {
        let colon = search + text[search..].find("://")?;
        let scheme = ["https", "http"].iter().find(|scheme| text[from..colon].ends_with(**scheme));
        search = colon + 3;
        let Some(scheme) = scheme else { continue };
        let stop = |c: char| c.is_whitespace() || !c.is_ascii() || matches!(c, '<' | '>' | '"' | '`' | '|');
        let end = search + text[search..].find(stop).unwrap_or(text.len() - search);
        let mut address = &text[colon - scheme.len()..end];
        loop {
            let cut = address.trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~']);
            let unbalanced = cut.ends_with(')') && cut.matches(')').count() > cut.matches('(').count();
            let cut = if unbalanced { &cut[..cut.len() - 1] } else { cut };
            if cut.len() == address.len() {
                break;
            }
            address = cut;
        }
        if address.len() > scheme.len() + 3 {
            return Some(colon - scheme.len()..colon - scheme.len() + address.len());
        }
    }
}
