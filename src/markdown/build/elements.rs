//! Tags of HTML in text: the elements that people put there become spans, and all others leave their text.
//!
//! Spans of HTML need not nest in those of Markdown: what is open when its surroundings end, ends with them.

use super::{Builder, OpenSpan, Visible, Written};
use crate::lexicon::{self, Class};
use crate::markdown::dialect::Trap;
use crate::markdown::tags::{self, Role};
use crate::markdown::tree::{Break, InlineKind, Tag};
use crate::text::Span;

/// What is known of an element of HTML.
pub(super) struct Known {
    name: String,
    /// How many of it are open.
    open: usize,
    /// Where an end tag of it stands ahead.
    end: usize,
}

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
        if !self.is_markup(html, &element, role, &span) {
            return self.inline(InlineKind::Text, html, Visible::No, span);
        }
        match role {
            Role::Break => self.line_break(Break::Hard, span),
            _ if html.starts_with("</") => self.end_element(role, span.end),
            Role::Media => self.html_media(html, &span),
            Role::Reading | Role::Parenthesis => self.begin_aside(role),
            Role::Line if self.is_in_line() => self.line_break(Break::Hard, span),
            Role::Line | Role::None => {}
            Role::Link | Role::Ruby | Role::Span(_) if self.end_ahead(&element, span.end).is_none() => {}
            Role::Link => self.begin_link(html, span),
            Role::Ruby => {
                let reading = self.target("");
                self.open_tag(Tag::Ruby(reading), Written::Html, span);
            }
            Role::Span(tag) => self.open_tag(tag, Written::Html, span),
        }
    }

    /// Whether a tag dresses something, and is not spoken of: `written with <table> and <tr> tags`. What has attributes does; another
    /// has its end in the same block, with something between the two.
    fn is_markup(&mut self, html: &str, element: &str, role: Role, span: &Span) -> bool {
        let (before, after) = (&self.source[..span.start], &self.source[span.end..]);
        let apart = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
        if role == Role::Break {
            let is_break = element == "br" || html.ends_with("/>") || !apart;
            return is_break && !is_named(before, after);
        }
        if html.starts_with("</") {
            let tag = self.element(element);
            let is_open = tag.open > 0;
            tag.open = tag.open.saturating_sub(1);
            return is_open;
        }
        let is_markup = match role {
            _ if !tags::is_bare(html) => true,
            Role::Reading | Role::Parenthesis => self.spans.iter().any(|span| matches!(span.tag, Tag::Ruby(_))),
            _ if tags::is_void(element) => element == "wbr" && !apart,
            _ => {
                let end = self.end_ahead(element, span.end);
                let is_structure = matches!(role, Role::None | Role::Line);
                end.is_some_and(|end| {
                    let is_word = is_structure && apart && is_word(self.source, end);
                    !is_word && is_dressed(&self.source[span.end..end])
                }) || tags::parents(element).iter().any(|parent| self.is_open_up_to_end(parent, span.end))
            }
        };
        if is_markup && !tags::is_void(element) {
            self.element(element).open += 1;
        }
        is_markup
    }

    fn is_open_up_to_end(&mut self, element: &str, from: usize) -> bool {
        self.element(element).open > 0 && self.end_ahead(element, from).is_some()
    }

    /// Remembers the elements that raw HTML opens: their ends may stand in text.
    pub(super) fn pass_html(&mut self, html: &str) {
        for at in memchr::memchr_iter(b'<', html.as_bytes()) {
            let Some(name) = tags::element(&html[at..]).filter(|name| !tags::is_void(name)) else { continue };
            let open = &mut self.element(&name).open;
            *open = if html[at..].starts_with("</") { open.saturating_sub(1) } else { *open + 1 };
        }
    }

    /// What is known of an element.
    fn element(&mut self, name: &str) -> &mut Known {
        let known = self.known.iter().position(|known| known.name == name).unwrap_or(self.known.len());
        if known == self.known.len() {
            self.known.push(Known { name: name.to_owned(), open: 0, end: 0 });
        }
        &mut self.known[known]
    }

    /// Whether something stands on the line that is being read.
    fn is_in_line(&self) -> bool {
        let start = self.line.map(|(first, _)| self.tree.inlines[first].start);
        start.is_some_and(|start| !self.tree.plain[start..].trim().is_empty())
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

    /// Where an element that opens has its end tag in the same block. Without one, HTML would go on and on.
    ///
    /// The place of the last one that was found is kept, so that hostile sources take no time.
    fn end_ahead(&mut self, element: &str, from: usize) -> Option<usize> {
        let blocks = self.open.iter().rev().map(|&open| &self.tree.blocks[open.block()]);
        let end = blocks.map(|block| block.span.end).find(|&end| end > from).unwrap_or(self.source.len());
        let source = self.source;
        let at = &mut self.element(element).end;
        // At the end of another element, it may begin just there.
        if *at < from || *at == 0 {
            *at = end_tag(&source[..end], element, from).unwrap_or(end);
        }
        Some(*at).filter(|at| *at < end)
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

/// Whether the end tag at `at` stands in spaces, as a word does.
fn is_word(source: &str, at: usize) -> bool {
    let after = source[at..].split_once('>').map_or("", |(_, after)| after);
    source[..at].ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace)
}

/// Whether a word that names elements stands beside a tag, and no other does.
fn is_named(before: &str, after: &str) -> bool {
    let is_first = !before.ends_with(char::is_alphanumeric);
    let named = after.strip_prefix(' ').unwrap_or(after);
    let follows = lexicon::start_in_any_case(Class::TagWord, named)
        .is_some_and(|word| !named[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()));
    let precedes = before.strip_suffix(' ').is_some_and(|before| lexicon::ends(Class::TagWord, before));
    (is_first && follows) || precedes
}

/// Whether what stands between a tag and its end is dressed by them. Of `<p>…</p>` and `<b> and </b>` somebody speaks.
fn is_dressed(content: &str) -> bool {
    let text = content.trim();
    let dots = text.len() >= 2 && text.chars().all(|c| matches!(c, '.' | '…' | '・'));
    let apart = content.starts_with(char::is_whitespace) && content.ends_with(char::is_whitespace);
    let joins = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_punctuation());
    !(text.is_empty() || dots || (apart && joins))
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
