//! Tags of HTML in text: the elements that people put there become spans, and all others leave their text.
//!
//! Spans of HTML need not nest in those of Markdown: what is open when its surroundings end, ends with them.

use super::{Builder, OpenSpan, Visible, Written};
use crate::markdown::dialect::Trap;
use crate::markdown::tags::{self, Role};
use crate::markdown::tree::{Break, InlineKind, Tag};
use crate::text::Span;

/// What is being read in a `<ruby>`, and is no text of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// A reading, for the target at this position.
    Reading(usize),
    /// What stands around one where it cannot stand above.
    Parenthesis,
}

impl Builder<'_> {
    /// Tags are markup; anything else in angle brackets is text.
    pub(super) fn inline_html(&mut self, html: &str, span: Span) {
        if html.starts_with("<!--") {
            return self.tree.comments.push(span);
        }
        let Some(element) = tags::element(html) else {
            return self.inline(InlineKind::Text, html, Visible::No, span);
        };
        let role = tags::role(&element);
        if html.starts_with("</") {
            return self.end_element(role, span.end);
        }
        match role {
            Role::Break => self.line_break(Break::Hard, span),
            Role::Media => self.html_media(html, &span),
            Role::Reading | Role::Parenthesis => self.begin_aside(role),
            Role::None => {}
            Role::Link | Role::Ruby | Role::Span(_) if !self.is_closed_ahead(&element, span.end) => {
                if self.is_type_parameter(html, span.start) {
                    self.inline(InlineKind::Text, html, Visible::No, span);
                }
            }
            Role::Link => self.begin_link(html, span),
            Role::Ruby => {
                let reading = self.target("");
                self.open_tag(Tag::Ruby(reading), Written::Html, span);
            }
            Role::Span(tag) => self.open_tag(tag, Written::Html, span),
        }
    }

    fn begin_link(&mut self, html: &str, span: Span) {
        if let Some(address) = tags::attribute(html, "href").filter(|_| !self.in_link()) {
            let target = self.target(&tags::named_characters(address));
            self.open_tag(Tag::Link(target), Written::Html, span);
        }
    }

    /// Ends the innermost element of that kind; one that holds a span of Markdown which is still open ends with that.
    fn end_element(&mut self, role: Role, end: usize) {
        self.aside = None;
        let is = |span: &OpenSpan| match (role, span.tag) {
            (Role::Link, Tag::Link(_)) | (Role::Ruby, Tag::Ruby(_)) => true,
            (Role::Span(asked), tag) => asked == tag,
            _ => false,
        };
        let Some(at) = self.spans.iter().rposition(|span| span.by == Written::Html && is(span)) else { return };
        self.spans[at].by = Written::HtmlEnded;
        if self.spans[at..].iter().all(|span| span.by != Written::Markdown) {
            while self.spans.len() > at {
                self.close_tag(end);
            }
        }
    }

    /// Ends the elements that are open in the innermost span of Markdown.
    pub(super) fn end_elements(&mut self, end: usize) {
        self.aside = None;
        while self.spans.last().is_some_and(|span| span.by != Written::Markdown) {
            self.close_tag(end);
        }
    }

    /// Ends the elements whose end tags were in the span of Markdown that has ended.
    pub(super) fn close_ended(&mut self, end: usize) {
        while self.spans.last().is_some_and(|span| span.by == Written::HtmlEnded) {
            self.close_tag(end);
        }
    }

    /// Whether an element that opens has its end tag in the same block. Without one, HTML would go on and on.
    ///
    /// The place of the last one that was found is kept, so that hostile sources take no time.
    fn is_closed_ahead(&mut self, element: &str, from: usize) -> bool {
        let blocks = self.open.iter().rev().map(|&open| &self.tree.blocks[open.block()]);
        let end = blocks.map(|block| block.span.end).find(|&end| end > from).unwrap_or(self.source.len());
        let known = self.ends.iter().position(|(name, _)| name == element).unwrap_or(self.ends.len());
        if known == self.ends.len() {
            self.ends.push((element.to_owned(), 0));
        }
        let at = &mut self.ends[known].1;
        if *at <= from {
            *at = end_tag(&self.source[..end], element, from).unwrap_or(end);
        }
        *at < end
    }

    /// Whether a tag that nothing closes is the parameter of a type: `Vec<S>`.
    fn is_type_parameter(&self, html: &str, start: usize) -> bool {
        html.len() == 3 && self.source[..start].ends_with(|c: char| c.is_ascii_alphanumeric())
    }

    // Ruby.

    fn begin_aside(&mut self, role: Role) {
        self.aside = match self.spans.last() {
            Some(OpenSpan { tag: Tag::Ruby(_), .. }) if role == Role::Parenthesis => Some(Aside::Parenthesis),
            Some(&OpenSpan { tag: Tag::Ruby(reading), .. }) => Some(Aside::Reading(reading)),
            _ => None,
        };
    }

    /// Takes text that is no text of its line. Tells whether it was.
    pub(super) fn takes_aside(&mut self, kind: InlineKind, text: &str, span: &Span) -> bool {
        match (kind, self.aside) {
            (InlineKind::Open(_) | InlineKind::Close(_), _) => return false,
            (InlineKind::Break(_), _) => self.aside = None,
            (_, Some(Aside::Parenthesis)) => return true,
            (_, Some(Aside::Reading(reading))) => {
                self.tree.targets[reading].push_str(text);
                // It is shown, but no term holds it.
                self.tree.traps.push((span.clone(), Trap::Markup));
                self.last = span.end;
                return true;
            }
            (_, None) => self.part_ruby(span.start),
        }
        false
    }

    /// What follows a reading has a reading of its own: `<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>`.
    fn part_ruby(&mut self, start: usize) {
        if let Some(&OpenSpan { tag: Tag::Ruby(reading), by }) = self.spans.last()
            && !self.tree.targets[reading].is_empty()
        {
            self.close_tag(start);
            let reading = self.target("");
            self.open_tag(Tag::Ruby(reading), by, start..start);
        }
    }
}

/// Where the end tag of `element` stands in `text`, from the byte `from` on.
fn end_tag(text: &str, element: &str, from: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[from..];
    let is_end = |&at: &usize| {
        let name = bytes.get(at + 2..at + 2 + element.len());
        let after = bytes.get(at + 2 + element.len());
        bytes.get(at + 1) == Some(&b'/')
            && name.is_some_and(|name| name.eq_ignore_ascii_case(element.as_bytes()))
            && after.is_some_and(|byte| *byte == b'>' || byte.is_ascii_whitespace())
    };
    memchr::memchr_iter(b'<', bytes).find(is_end).map(|at| from + at)
}
