//! Pictures, sounds and films: where they lead, how large they are to be, and what stands for them.

use pulldown_cmark::LinkType;

use super::{Builder, Visible, Written};
use crate::markdown::media::{Image, Size, file_name, is_named_like_media, is_remote, size_at_end};
use crate::markdown::tags;
use crate::markdown::tree::{InlineKind, Tag};
use crate::text::Span;

/// An image that is open.
pub(super) struct OpenImage {
    /// The position of its opening edge among the inlines.
    edge: usize,
    target: String,
    text: ImageText,
}

/// What the text of an image is.
#[derive(Clone, Copy)]
enum ImageText {
    /// What stands for it, with its size at the end.
    Alternative,
    /// `![[a.png|300]]`: the same, or the size alone.
    Label,
    /// `![[a.png]]`: its target again.
    Target,
    /// `![[Note]]`: it is no image, but a note of Obsidian's, shown by its name.
    Note,
}

impl Builder<'_> {
    pub(super) fn open_image(&mut self, link_type: LinkType, target: &str, title: &str, span: Span) {
        // In a table, the bar after a target is escaped; some put a blank before it.
        let wanted = target.trim_end_matches('\\').trim_end();
        let text = match link_type {
            LinkType::WikiLink { .. } if !is_named_like_media(wanted) => ImageText::Note,
            LinkType::WikiLink { has_pothole: false } => ImageText::Target,
            LinkType::WikiLink { has_pothole: true } => ImageText::Label,
            _ => ImageText::Alternative,
        };
        let tag = match text {
            ImageText::Note => Tag::Link(self.target(target)),
            ImageText::Target | ImageText::Label => self.media(wanted, Size::default(), &span),
            // How the dialect writes the sizes of Zenn.
            ImageText::Alternative => {
                let size = title.strip_prefix('=').and_then(Size::parse);
                self.media(target, size.unwrap_or_default(), &span)
            }
        };
        self.open_tag(tag, Written::Markdown, span);
        self.images.push(OpenImage { edge: self.tree.inlines.len() - 1, target: wanted.to_owned(), text });
    }

    /// The span of a picture, a sound or a film: of one that is elsewhere, a link that stands for it.
    fn media(&mut self, target: &str, size: Size, span: &Span) -> Tag {
        if !is_remote(target) {
            self.tree.images.push(Image { target: target.to_owned(), size });
            return Tag::Image(self.tree.images.len() - 1);
        }
        let scheme = if target.starts_with("//") { "https:" } else { "" };
        let at = self.target(&format!("{scheme}{target}"));
        // A link holds no other, and a picture in one is an arrow or a badge.
        if self.in_link() {
            return Tag::Link(self.target(""));
        }
        self.tree.remote.push((span.clone(), at));
        Tag::Embed(at)
    }

    /// Raw HTML of a picture, a sound or a film. Of several sources, which are the same, the first counts.
    pub(super) fn html_media(&mut self, tag: &str, span: &Span) {
        let target = tags::attribute(tag, "src").filter(|target| !target.is_empty());
        let has_source = std::mem::replace(&mut self.has_source, target.is_some());
        let is_source = tag.get(1..7).is_some_and(|name| name.eq_ignore_ascii_case("source"));
        let Some(target) = target.filter(|_| !(is_source && has_source)) else { return };
        let size = Size::of_attributes(tags::attribute(tag, "width"), tags::attribute(tag, "height"));
        let media = self.media(&tags::named_characters(target), size, span);
        self.open_tag(media, Written::Markdown, span.clone());
        let text = tags::named_characters(tags::image_text(tag).unwrap_or_default());
        self.inline(InlineKind::Text, &text, Visible::No, span.clone());
        self.close_tag(span.end);
    }

    /// The end of an image: what of its text is its size is taken off. One without alternative text is not lost: its
    /// file's name stands for it.
    pub(super) fn close_image(&mut self, span: &Span) {
        self.end_elements(span.end);
        let Some(OpenImage { edge, target, text: kind }) = self.images.pop() else { return };
        let start = self.tree.inlines[edge].start;
        let text = &self.tree.plain[start..];
        let (end, size) = match kind {
            ImageText::Note => {
                self.close_tag(span.end);
                return self.close_ended(span.end);
            }
            ImageText::Target => (0, None),
            ImageText::Alternative => size_at_end(text),
            ImageText::Label => Size::parse(text.trim()).map_or_else(|| size_at_end(text), |size| (0, Some(size))),
        };
        let end = if text[..end].trim().is_empty() { 0 } else { end };
        if let (Some(size), InlineKind::Open(Tag::Image(at))) = (size, self.tree.inlines[edge].kind) {
            self.tree.images[at].size = size;
        }
        if end < text.len() {
            self.cut_plain(start + end, edge);
        }
        if end == 0 {
            self.inline(InlineKind::Text, file_name(&target), Visible::No, span.clone());
        }
        self.close_tag(span.end);
        self.close_ended(span.end);
    }

    /// Takes back the plain text from the byte `end` on, of the inlines from `first` on.
    fn cut_plain(&mut self, end: usize, first: usize) {
        self.tree.plain.truncate(end);
        for inline in &mut self.tree.inlines[first..] {
            (inline.start, inline.end) = (inline.start.min(end), inline.end.min(end));
        }
        for blot in self.blots.iter_mut().rev().take_while(|blot| blot.end > end) {
            *blot = blot.start.min(end)..end;
        }
    }
}
