//! Inline content to a [`Fragment`], cut to any range of its text.

use std::borrow::Cow;
use std::ops::Range;

use super::address::is_safe_link;
use super::element::Element;
use super::embed;
use super::fragment::Fragment;
use super::media::is_named_like_media;
use super::tree::{Break, Inline, InlineKind, Tag, Tree};
use crate::text;

/// What bold text becomes.
#[derive(Debug)]
pub enum Bold<'n> {
    /// `<strong>`.
    Strong,
    /// Nothing: all of the text is bold, or none of it should be.
    Plain,
    /// `<strong>`, but what is hidden is a cloze deletion, unless it is in another span: the number is that of the last
    /// deletion, and the question is whether a span is hidden.
    Deletion(&'n mut usize, fn(Tag) -> bool),
}

/// What a soft line break becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// A line break, as the author broke it.
    Kept,
    /// A space (none between wide characters) after lines that reach this column:
    /// an editor wrapped them. Shorter lines are broken on purpose.
    Joined(usize),
}

/// What rendering came upon: it tells whether there is something to learn in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Bytes of text with a word character, outside links.
    pub prose: usize,
    /// Bytes of text with a word character, in links.
    pub linked: usize,
    /// The part of that in links to a place in the same file.
    pub anchored: usize,
    /// Pictures, sounds and films.
    pub images: usize,
    /// What is embedded.
    pub embeds: usize,
}

impl Seen {
    /// What was added since it was `earlier`.
    pub(crate) fn since(self, earlier: Self) -> Self {
        Self {
            prose: self.prose - earlier.prose,
            linked: self.linked - earlier.linked,
            anchored: self.anchored - earlier.anchored,
            images: self.images - earlier.images,
            embeds: self.embeds - earlier.embeds,
        }
    }

    /// Adds what was come upon elsewhere.
    pub(crate) fn append(&mut self, other: Self) {
        self.prose += other.prose;
        self.linked += other.linked;
        self.anchored += other.anchored;
        self.images += other.images;
        self.embeds += other.embeds;
    }
}

/// Renders the part of `inlines` whose text is in `text`; spans that would be empty are left out.
pub fn render(
    tree: &Tree,
    inlines: &Range<usize>,
    text: &Range<usize>,
    bold: Bold<'_>,
    breaks: Breaks,
    out: &mut Fragment,
) -> Seen {
    let mut renderer = Renderer { tree, out, bold, breaks, seen: Seen::default(), open: Vec::new() };
    for inline in tree.inlines(inlines) {
        renderer.push(*inline, text);
    }
    renderer.seen
}

#[derive(Clone, Copy)]
enum Edge {
    Open,
    Close,
}

struct Renderer<'a, 'n> {
    tree: &'a Tree,
    out: &'a mut Fragment,
    bold: Bold<'n>,
    breaks: Breaks,
    seen: Seen,
    /// The spans that are open, and whether they are in the fragment yet: one without text never is.
    open: Vec<(Tag, bool)>,
}

impl<'a> Renderer<'a, '_> {
    fn push(&mut self, inline: Inline, text: &Range<usize>) {
        match inline.kind {
            InlineKind::Open(tag) => self.open.push((tag, false)),
            InlineKind::Close(_) => self.close(),
            InlineKind::FootnoteReference(footnote) => {
                if self.is_at(inline.start, text) {
                    self.out.push_footnote_reference(footnote);
                }
            }
            _ => {
                let cut = inline.start.max(text.start)..inline.end.min(text.end);
                if cut.start < cut.end {
                    self.write_open_tags();
                    if self.open.iter().any(is_image) {
                        self.write_alternative(inline.kind, cut);
                    } else {
                        self.write(inline, cut);
                    }
                }
            }
        }
    }

    /// Whether what has no text itself stands in `text`, or next to it.
    fn is_at(&self, at: usize, text: &Range<usize>) -> bool {
        let parted = |from: usize, to: usize| self.tree.plain.get(from..to).is_some_and(|gap| !gap.trim().is_empty());
        !parted(at, text.start) && !parted(text.end, at)
    }

    fn close(&mut self) {
        // The text of an image has no markup.
        if let Some((tag, true)) = self.open.pop()
            && !self.open.iter().any(is_image)
        {
            self.write_edge(tag, self.open.len(), Edge::Close);
        }
    }

    fn write_open_tags(&mut self) {
        for at in 0..self.open.len() {
            let (tag, written) = self.open[at];
            let is_in_image = self.open[..at].iter().any(is_image);
            self.open[at].1 = true;
            if !written && !is_in_image {
                self.write_edge(tag, at, Edge::Open);
            }
        }
    }

    /// Writes where a span begins or ends that is in `depth` others.
    fn write_edge(&mut self, tag: Tag, depth: usize, edge: Edge) {
        match (&mut self.bold, edge) {
            (Bold::Deletion(last, hides), Edge::Open) if depth == 0 && hides(tag) => {
                **last += 1;
                self.out.open_gap(**last);
            }
            (Bold::Deletion(_, hides), Edge::Close) if depth == 0 && hides(tag) => self.out.close_gap(),
            (_, Edge::Open) => self.write_open(tag),
            (_, Edge::Close) => self.write_close(tag),
        }
    }

    fn write_open(&mut self, tag: Tag) {
        match tag {
            Tag::Emphasis => self.out.open(Element::Emphasis),
            Tag::Strikethrough => self.out.open(Element::Deleted),
            Tag::Link(target) | Tag::Embed(target) if is_safe_link(self.tree.target(target)) => {
                self.seen.embeds += usize::from(matches!(tag, Tag::Embed(_)));
                self.out.open_link(self.tree.target(target));
            }
            Tag::Image(image) => {
                self.count_image();
                let image = self.tree.image(image);
                self.out.push_media(&image.target, image.size);
            }
            Tag::Ruby(reading) if !self.tree.target(reading).is_empty() => self.out.open(Element::Ruby),
            Tag::Look(look) => self.out.open(look.element()),
            Tag::Strong if !matches!(self.bold, Bold::Plain) => self.out.open(Element::Strong),
            Tag::Link(_) | Tag::Embed(_) | Tag::Ruby(_) | Tag::Strong => {}
        }
    }

    fn write_close(&mut self, tag: Tag) {
        match tag {
            Tag::Strong if !matches!(self.bold, Bold::Plain) => self.out.close(Element::Strong),
            Tag::Emphasis => self.out.close(Element::Emphasis),
            Tag::Strikethrough => self.out.close(Element::Deleted),
            Tag::Link(target) | Tag::Embed(target) if is_safe_link(self.tree.target(target)) => self.out.close_link(),
            Tag::Ruby(reading) if !self.tree.target(reading).is_empty() => {
                self.out.open(Element::Reading);
                self.out.push_text(self.tree.target(reading));
                self.out.close(Element::Reading);
                self.out.close(Element::Ruby);
            }
            Tag::Look(look) => self.out.close(look.element()),
            Tag::Link(_) | Tag::Embed(_) | Tag::Ruby(_) | Tag::Strong | Tag::Image(_) => {}
        }
    }

    /// What stands for an image, on one line.
    fn write_alternative(&mut self, kind: InlineKind, cut: Range<usize>) {
        match kind {
            InlineKind::Break(_) => self.out.push_alternative(" "),
            _ => self.out.push_alternative(&self.tree.plain[cut]),
        }
    }

    fn write(&mut self, inline: Inline, cut: Range<usize>) {
        let text = &self.tree.plain[cut.clone()];
        match inline.kind {
            InlineKind::Break(kind) => {
                return render_break(self.tree, cut.start, kind, self.breaks, self.out);
            }
            InlineKind::Code => {
                self.out.open(Element::Code);
                self.out.push_text(text);
                self.out.close(Element::Code);
                // Code says something whatever it is made of: `&&`.
                return self.count(text.len());
            }
            InlineKind::Math(math) if cut.len() == inline.end - inline.start => {
                self.out.push_math(text, math);
                return self.count(text.len());
            }
            // Of a formula, no part is one.
            InlineKind::Text
            | InlineKind::Math(_)
            | InlineKind::FootnoteReference(_)
            | InlineKind::Open(_)
            | InlineKind::Close(_) => {
                let shown = self.shown(text);
                self.out.push_text(&shown);
            }
        }
        if text::has_word(text) {
            self.count(text.len());
        }
    }

    /// Text as it is shown: an address that leads to itself may be cut.
    fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.open.last() {
            Some((Tag::Link(target), _)) if self.tree.target(*target) == text => embed::short(text),
            Some((Tag::Embed(target), _)) if self.tree.target(*target) == text => embed::place(text),
            _ => Cow::Borrowed(text),
        }
    }

    fn count(&mut self, bytes: usize) {
        match self.link() {
            None => self.seen.prose += bytes,
            Some(target) => {
                self.seen.linked += bytes;
                self.seen.anchored += if target.starts_with('#') { bytes } else { 0 };
            }
        }
    }

    /// Counts an image. One that leads to other notes is an arrow or a button.
    fn count_image(&mut self) {
        match self.link() {
            Some(target) if !is_safe_link(target) && !is_named_like_media(target) => self.seen.linked += 1,
            _ => self.seen.images += 1,
        }
    }

    /// Where the outermost open link leads.
    fn link(&self) -> Option<&'a str> {
        self.open.iter().find_map(|(tag, _)| match tag {
            Tag::Link(target) | Tag::Embed(target) => Some(self.tree.target(*target)),
            _ => None,
        })
    }
}

/// Whether a span is an image that is in the fragment.
fn is_image((tag, written): &(Tag, bool)) -> bool {
    *written && matches!(tag, Tag::Image(_))
}

/// Renders the line break whose `\n` stands at `at` in the tree's plain text.
pub fn render_break(tree: &Tree, at: usize, kind: Break, breaks: Breaks, out: &mut Fragment) {
    let (before, after) = (tree.plain[..at].trim_end(), tree.plain[at + 1..].trim_start());
    let line = &before[text::line_start(before, before.len())..];
    match breaks {
        Breaks::Joined(column) if kind == Break::Soft && text::columns(line) >= column => {
            if !text::join_without_space(before.chars().next_back(), after.chars().next()) {
                out.push_text(" ");
            }
        }
        _ => out.push_break(),
    }
}
