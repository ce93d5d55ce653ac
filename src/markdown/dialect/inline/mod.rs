//! What authors write inside of text and CommonMark does not know, rewritten into code spans and tags.
//!
//! The parser itself is asked where text is: its blocks are the ones that will be read. It runs twice then, but only over
//! a source that holds something for this to do. One file per concern:
//!
//! - `scanner`: what of text is text, and not code, a tag or an address
//! - `formula`: `$x$`, `$$x$$`, `\(x\)`, and what only looks like it: prices, shell variables
//! - `ruby`: `{漢字|かんじ}`, `|漢字《かんじ》`
//! - `mark`: `==text==`
//! - `script`: `x^2^`, `H~2~O`
//! - `shortcode`: `:rocket:`

pub(super) mod formula;
mod mark;
pub(super) mod ruby;
mod scanner;
mod script;
pub(super) mod shortcode;

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::edits::Edits;
use super::{Rewritten, Trap};
use crate::entry::Span;
use crate::markdown::OPTIONS;
use crate::markdown::emphasis::is_inline;
use scanner::{Leaf, Scanner};

/// A range of a text, and what is to stand there.
type Change = (Span, Cow<'static, str>);

/// Rewrites what stands inside of the text of `lines`, from the byte `body` on.
pub(super) fn rewrite(lines: Rewritten<'_>, body: usize) -> Rewritten<'_> {
    if !holds_any(&lines.text[body..]) {
        return lines;
    }
    let mut scanner = Scanner::new(&lines.text);
    for leaf in leaves(&lines.text, body) {
        scanner.scan(leaf);
    }
    let (mut changes, words) = scanner.finish();
    if changes.is_empty() {
        return lines;
    }
    changes.sort_by_key(|(span, _)| (span.start, span.end));
    let mut edits = Edits::new(&lines.text);
    for (span, new) in changes {
        edits.replace(span, &[&new]);
    }
    let (text, origins) = edits.finish();
    let text = text.into_owned();
    let in_source = |span: Span| lines.original(span.start)..lines.original(span.end);
    let mut traps = lines.traps.clone();
    traps.extend(words.into_iter().map(|span| (in_source(span), Trap::Markup)));
    traps.sort_by_key(|(span, trap)| (span.start, span.end, *trap));
    Rewritten { text: text.into(), traps, anchors: lines.anchors, origins: origins.after(lines.origins) }
}

/// Whether there is anything to rewrite in `text`: mostly not, and that is told without parsing it.
fn holds_any(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'$', b'\\', b'{', bytes).any(|at| match bytes[at] {
        b'{' => ruby::braced(text, at, 0).is_some(),
        b'$' if text[..at].ends_with('\\') => false,
        _ => formula::at(text, at, text.len()).is_some(),
    }) || memchr::memchr3_iter(b':', b'^', b'~', bytes).any(|at| match bytes[at] {
        b':' => shortcode::at(text, at).is_some(),
        _ => script::at(text, at).is_some(),
    }) || memmem::find_iter(bytes, b"==").any(|at| mark::flanks(&text[..at], "==", &text[at + 2..]).open)
        || memmem::find(bytes, "《".as_bytes()).is_some()
}

/// Where inline content stands in `text`, from the byte `body` on.
fn leaves(text: &str, body: usize) -> impl Iterator<Item = Leaf> + '_ {
    let mut events = Parser::new_ext(&text[body..], OPTIONS).into_offset_iter();
    let mut blocks = Blocks::default();
    std::iter::from_fn(move || {
        loop {
            let Some((event, span)) = events.next() else { return blocks.text.take().map(Leaf::Text) };
            if let Some(leaf) = blocks.push(&event, span.start + body..span.end + body, text) {
                return Some(leaf);
            }
        }
    })
}

/// The blocks that the parser is in.
#[derive(Default)]
struct Blocks {
    /// Inline content that may go on.
    text: Option<Range<usize>>,
    /// What is inside is no text, or known already.
    closed: bool,
}

impl Blocks {
    /// Takes the next event; tells of inline content that ended with it.
    fn push(&mut self, event: &Event<'_>, span: Span, text: &str) -> Option<Leaf> {
        if is_inline(event) {
            if !self.closed {
                let start = self.text.as_ref().map_or(span.start, |before| before.start);
                self.text = Some(start..span.end.max(start));
            }
            return None;
        }
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => self.closed = true,
            // A formula may hold what the parser took for the edge of a cell.
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.closed = true;
                let end = memchr::memchr(b'\n', &text.as_bytes()[span.start..]);
                return Some(Leaf::Row(span.start..end.map_or(text.len(), |end| span.start + end)));
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Table) => self.closed = false,
            _ => {}
        }
        self.text.take().map(Leaf::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_notes_are_not_parsed_twice() {
        for text in [
            "S3は$0.023/GBで、$5から$10まで",
            "if (a == b) { return x === y; }",
            "https://example.com/a?b=c:d 10:30:45 std::fs::File",
            "10~20個で30~40円、~~旧~~",
            "`a[^1]` {a|b} {{x}} \\* \\(例\\)",
            "小説『こころ』 (^_^)",
        ] {
            assert!(!holds_any(text), "{text}");
        }
        assert!(holds_any("$x$") && holds_any("a ==b== c") && holds_any(":x:") && holds_any("《"));
    }
}
