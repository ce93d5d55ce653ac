//! What is embedded, `@[youtube](id)`: a link that says what it leads to.

use super::{Builder, OpenSpan, Visible, Written};
use crate::markdown::embed::Embed;
use crate::markdown::tree::{InlineKind, Tag};
use crate::text::Span;

impl Builder<'_> {
    /// Ends a link that embeds something. Tells whether it is one.
    pub(super) fn embed(&mut self, span: &Span) -> bool {
        let Some(&OpenSpan { tag: Tag::Link(target), .. }) = self.spans.last() else { return false };
        let is_open = |inline: &_| matches!(inline, InlineKind::Open(Tag::Link(at)) if *at == target);
        let Some(open) = self.tree.inlines.iter().rposition(|inline| is_open(&inline.kind)) else { return false };
        let start = self.tree.inlines[open].start;
        if !self.tree.plain[..start].ends_with('@') {
            return false;
        }
        let Some(Embed { address, text }) = Embed::of(&self.tree.plain[start..], &self.tree.targets[target]) else {
            return false;
        };
        self.spans.pop();
        self.take_back(open, start - 1);
        let at = self.target(&address);
        self.open_tag(Tag::Embed(at), Written::Markdown, span.clone());
        self.inline(InlineKind::Text, &text, Visible::No, span.clone());
        self.close_tag(span.end);
        self.close_ended(span.end);
        true
    }

    /// Takes back the inlines from a position on, and the plain text from a byte on.
    fn take_back(&mut self, inlines: usize, text: usize) {
        self.tree.inlines.truncate(inlines);
        self.tree.plain.truncate(text);
        self.blots.retain(|blot| blot.end <= text);
        if let Some(last) = self.tree.inlines.last_mut() {
            last.end = last.end.min(text);
        }
    }
}
