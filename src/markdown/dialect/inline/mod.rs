//! What authors write inside of text and CommonMark does not know, rewritten into code spans and tags.
//!
//! The parser itself is asked where text is: its blocks are the ones that will be read. It runs twice then, but only over
//! the parts of a source that hold something for this to do. One file per concern:
//!
//! - `scanner`: what of text is text, and not code, a tag or an address
//! - `formula`: `$x$`, `$$x$$`, `\(x\)`, and what only looks like it: prices, shell variables
//! - `ruby`: `{漢字|かんじ}`, `|漢字《かんじ》`
//! - `mark`: `==text==`
//! - `script`: `x^2^`, `H~2~O`
//! - `shortcode`: `:rocket:`
//! - `link`: `(text)[https://…]`
//! - `name`: `__init__`, which is not bold
//! - `note`: `語^[注]`
//! - `attributes`: `## Title {#id}`, `[a](b){target=_blank}`
//!
//! In a row of a table, bars in code, links and formulas part no cells.

mod attributes;
pub(super) mod formula;
mod link;
mod mark;
mod name;
mod note;
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
use crate::markdown::OPTIONS;
use crate::markdown::emphasis::is_inline;
use crate::text::Span;
use scanner::{Leaf, Scanner};

/// A range of a text, and what is to stand there.
type Change = (Span, Cow<'static, str>);

/// How often text is gone through at most. The text of a footnote was not gone through where it stood.
const MOST_PASSES: usize = 3;

/// Rewrites what stands inside of the text of `lines`, from the byte `body` on.
pub(super) fn rewrite(lines: Rewritten<'_>, body: usize) -> Rewritten<'_> {
    let (mut rewritten, mut left) = (lines, MOST_PASSES);
    while left > 0 {
        let moved;
        (rewritten, moved) = pass(rewritten, body);
        left = if moved == Moved::Notes { left - 1 } else { 0 };
    }
    rewritten
}

/// Whether there is text at the end that was not gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moved {
    Nothing,
    Notes,
}

fn pass(lines: Rewritten<'_>, body: usize) -> (Rewritten<'_>, Moved) {
    if !holds_any(&lines.text[body..]) {
        return (lines, Moved::Nothing);
    }
    let mut scanner = Scanner::new(&lines.text);
    for part in parts(&lines.text, body).filter(|part| holds_any(&lines.text[part.clone()])) {
        for leaf in leaves(&lines.text, part) {
            scanner.scan(leaf);
        }
    }
    let moved = scanner.moved();
    let (mut changes, found) = scanner.finish();
    if changes.is_empty() {
        return (lines, moved);
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
    traps.extend(found.into_iter().map(|(span, trap)| (in_source(span), trap)));
    traps.sort_by_key(|(span, trap)| (span.start, span.end, *trap));
    (Rewritten { text: text.into(), traps, anchors: lines.anchors, origins: origins.after(lines.origins) }, moved)
}

/// Whether there is anything to rewrite in `text`: mostly not, and that is told without parsing it.
fn holds_any(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'$', b'\\', b'{', bytes).any(|at| match bytes[at] {
        b'{' => ruby::braced(text, at, 0).is_some() || attributes::at(text, at, 0).is_some(),
        b'$' if text[..at].ends_with('\\') => false,
        b'$' if text[..at].ends_with('[') && formula::at(text, at - 1, text.len()).is_some() => true,
        _ => formula::at(text, at, text.len()).is_some(),
    }) || memchr::memchr3_iter(b':', b'^', b'~', bytes).any(|at| match bytes[at] {
        b':' => shortcode::at(text, at).is_some(),
        b'^' if note::at(text, at).is_some() => true,
        _ => script::at(text, at).is_some(),
    }) || memchr::memchr3_iter(b'=', b'_', b'[', bytes).any(|at| match bytes[at] {
        b'=' => bytes[at..].starts_with(b"==") && mark::flanks(&text[..at], "==", &text[at + 2..]).open,
        b'_' => bytes[at..].starts_with(b"__") && name::at(text, at, name::Use::Names).is_some(),
        _ => bytes[..at].ends_with(b")") && bytes[at..].starts_with(b"[http"),
    }) || holds_reading(bytes)
        || holds_bars(text)
}

/// Whether `《` is in a text. It is known by its last byte: the first two begin much else.
fn holds_reading(bytes: &[u8]) -> bool {
    let open = "《".as_bytes();
    memchr::memchr_iter(open[open.len() - 1], bytes).any(|at| bytes[..=at].ends_with(open))
}

/// Whether there may be a table with bars in code or in links.
fn holds_bars(text: &str) -> bool {
    let is_edge =
        |line: &str| line.contains('-') && line.contains('|') && line.bytes().all(|byte| b"|-: \t>".contains(&byte));
    let may_hold = |line: &str| line.contains('|') && (line.contains(['`', '[']));
    memchr::memchr(b'|', text.as_bytes()).is_some() && text.lines().any(may_hold) && text.lines().any(is_edge)
}

/// Raw HTML that does not end at a blank line.
const LONG_HTML: &[&str] = &["<!", "<?", "<script", "<style", "<pre", "<textarea"];

/// `text` from the byte `body` on, in parts that can be read by themselves: behind a blank line, what is not indented
/// begins a block of its own. Code and some raw HTML may hold blank lines.
fn parts(text: &str, body: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let whole = LONG_HTML.iter().any(|tag| memmem::find(&text.as_bytes()[body..], tag.as_bytes()).is_some());
    let mut at = body;
    std::iter::from_fn(move || {
        let start = at;
        let mut fence: Option<&str> = None;
        let mut blank = false;
        while at < text.len() {
            let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end + 1);
            let line = &text[at..end];
            let begins = !line.starts_with([' ', '\t', '\n']);
            if blank && begins && fence.is_none() && !whole && at > start {
                break;
            }
            fence = fence_after(fence, line);
            blank = line.trim().is_empty();
            at = end;
        }
        (at > start).then_some(start..at)
    })
}

/// The fence that is open behind a line.
fn fence_after<'t>(open: Option<&'t str>, line: &'t str) -> Option<&'t str> {
    match (open, fence_mark(line)) {
        (None, Some((mark, info))) if !(mark.starts_with('`') && info.contains('`')) => Some(mark),
        (Some(open), Some((mark, ""))) if mark.starts_with(open) => None,
        (open, _) => open,
    }
}

/// Whether what is written below a text would be code, or HTML.
fn is_open_at_end(text: &str) -> bool {
    text.lines().fold(None, fence_after).is_some() || note::ends_in_html(text)
}

/// The run of signs that a line begins with, if it may open or close code, and what follows it.
fn fence_mark(line: &str) -> Option<(&str, &str)> {
    let before = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\t' | '>' | '-' | '*' | '+' | '.' | ')');
    let text = line.trim_start_matches(before);
    let sign = text.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let (run, info) = text.split_at(text.len() - text.trim_start_matches(sign).len());
    (run.len() >= 3).then(|| (run, info.trim()))
}

/// Where inline content stands in a part of `text`.
fn leaves(text: &str, part: Range<usize>) -> impl Iterator<Item = Leaf> + '_ {
    let body = part.start;
    let mut events = Parser::new_ext(&text[part], OPTIONS).into_offset_iter();
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
    /// How many columns the table has.
    columns: usize,
}

impl Blocks {
    /// Takes the next event; tells of inline content that ended with it.
    fn push(&mut self, event: &Event<'_>, span: Span, text: &str) -> Option<Leaf> {
        if is_inline(event) {
            if !self.closed {
                // The parser's text begins behind a backslash that escapes: `\(x\)`.
                let first = || span.start - usize::from(text[..span.start].ends_with('\\'));
                let start = self.text.as_ref().map_or_else(first, |before| before.start);
                self.text = Some(start..span.end.max(start));
            }
            return None;
        }
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => self.closed = true,
            Event::Start(Tag::Table(columns)) => self.columns = columns.len(),
            // A formula may hold what the parser took for the edge of a cell.
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.closed = true;
                let end = memchr::memchr(b'\n', &text.as_bytes()[span.start..]);
                let end = end.map_or(text.len(), |end| span.start + end);
                return Some(Leaf::Row(span.start..end, self.columns));
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
    fn parts_are_blocks_with_all_that_is_theirs() {
        let text = "a\nb\n\n- c\n\n  d\n\n- ```\n\ne\n  ```\n\nf";
        let parts: Vec<&str> = parts(text, 0).map(|part| &text[part]).collect();
        assert_eq!(parts, ["a\nb\n\n", "- c\n\n  d\n\n", "- ```\n\ne\n  ```\n\n", "f"]);
        assert_eq!(super::parts("<!-- a\n\nb -->", 0).count(), 1);
    }

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
