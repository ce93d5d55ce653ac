//! What authors write and CommonMark reads otherwise, rewritten into the CommonMark that they meant.
//!
//! It looks at lines first: where blocks begin and end, and how deep they stand. Then, in `inline`, at what
//! stands inside of text. One file per concern:
//!
//! - `start`: what the first characters of a line make of it
//! - `rewriter`: what is open at a line, and how the line is written there; `lines`: which construct it is handed to
//! - `list`: `・` and emoji as bullets, definition lists, children that are indented too little
//! - `rule`: `---` under text, and `#見出し`
//! - `fence`: code that is not closed, or stands further left than its fence; `display`: formulas on lines of their own
//! - `html`: headings directly below HTML; `answer`: `## Answer: B`
//! - `indented`: prose that is indented like code
//! - `container`, `details`: `:::message`, `<details>`
//! - `aside`: what is no text: comments, properties, block ids
//! - `image`: the sizes of images, and file names with spaces
//!
//! Every change is recorded, so that each byte of the rewritten text has its place in the source.

mod answer;
mod aside;
mod container;
mod details;
mod display;
mod edits;
mod fence;
mod html;
mod image;
mod indented;
mod inline;
#[cfg(test)]
mod laws;
mod line;
mod lines;
mod list;
mod rewriter;
mod rule;
mod start;

use std::borrow::Cow;

use crate::text::Span;
use edits::Origins;
use rewriter::Rewriter;

/// A source as CommonMark.
#[derive(Clone, Debug)]
pub struct Rewritten<'a> {
    /// The text; borrowed when the author wrote CommonMark.
    pub text: Cow<'a, str>,
    /// What was meant otherwise than it is written, or is no text. In the order of the source.
    pub traps: Vec<(Span, Trap)>,
    /// Obsidian's block ids, without `^`. In the order of the source.
    pub anchors: Vec<(Span, String)>,
    origins: Origins,
}

/// Where what an author wrote is not what Markdown reads, or not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trap {
    /// `---` directly below text, which would make a heading of it.
    Setext,
    /// `#見出し`, which would be text.
    HeadingWithoutSpace,
    /// A heading directly below HTML, which would be HTML.
    HeadingInHtml,
    /// A code fence without an end, which would take all that follows; with all that was read as its code.
    UnclosedFence,
    /// `:::message` or `<details>` without an end.
    UnclosedContainer,
    /// Code that stands further left than the item that it is in, or is closed there.
    OutdentedFence,
    /// Prose that is indented like code.
    IndentedProse,
    /// The children of an item that are indented too little for it.
    ShallowChildren,
    /// `**「重要」**です`, which would not be bold.
    Emphasis,
    /// `(text)[address]`, which would be no link.
    ReversedLink,
    /// Markup of the dialect, which has no text: `:::message`, `{: .class}`.
    Markup,
    /// `%%…%%`
    Comment,
    /// A property of Logseq: `id:: …`
    Property,
    /// A block id of Obsidian: `^abc`
    Anchor,
}

/// Rewrites `text` from the byte `body` on into the CommonMark that its author meant.
///
/// Takes time linear in the text. What CommonMark reads as it was meant is not touched, and what
/// is rewritten is not rewritten again.
pub fn rewrite(text: &str, body: usize) -> Rewritten<'_> {
    inline::rewrite(Rewriter::new(text).run(body), body)
}

impl Rewritten<'_> {
    /// Where a byte of the rewritten text stands in the source: monotone, and on character boundaries.
    pub fn original(&self, offset: usize) -> usize {
        self.origins.original(offset)
    }

    /// Whether nothing was rewritten.
    pub fn is_unchanged(&self) -> bool {
        self.origins.is_identity()
    }
}
