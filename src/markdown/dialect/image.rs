//! Images that CommonMark does not read: Zenn's sizes, and file names with spaces.

use std::ops::Range;

use super::rewriter::Rewriter;
use crate::markdown::{Size, is_named_like_media};

/// Longest image that is looked at, in bytes: what keeps hostile sources linear.
const LONGEST: usize = 1024;

impl Rewriter<'_> {
    /// Rewrites the images of a line's text, which begins at `from` in the source: `(a.png =250x)` becomes
    /// `(a.png "=250x")`, and `(my pic.png)` becomes `(<my pic.png>)`.
    pub fn images(&mut self, from: usize, text: &str) {
        let (mut at, mut ticks) = (0, 0);
        while let Some(start) = text[at..].find("![").map(|found| at + found) {
            ticks += text[at..start].matches('`').count();
            at = start + 2;
            // In code, it is code.
            let Some(inner) = destination(text, at).filter(|_| ticks % 2 == 0) else { continue };
            let Parts { target, size } = parts(&text[inner.clone()]);
            let offset = from + inner.start;
            if target.contains(' ') {
                self.edits.insert(offset, &["<"]);
                self.edits.insert(offset + target.len(), &[">"]);
            }
            if let Some(size) = size {
                self.edits.insert(offset + size.start, &["\""]);
                self.edits.insert(offset + size.end, &["\""]);
            }
            at = inner.end;
        }
    }
}

/// What stands in the parentheses of an image.
struct Parts<'t> {
    /// Its target, at the start; empty where nothing is to be done about it.
    target: &'t str,
    /// Where its size stands: `=250x`.
    size: Option<Range<usize>>,
}

fn parts(inner: &str) -> Parts<'_> {
    let size = inner.rfind(" =").filter(|at| Size::parse(&inner[at + 2..]).is_some());
    let rest = &inner[..size.unwrap_or(inner.len())];
    let title = rest.rfind(" \"").or_else(|| rest.rfind(" '")).filter(|_| rest.ends_with(['"', '\'']));
    let target = rest[..title.unwrap_or(rest.len())].trim_end();
    let plain = !target.contains(['<', '>']) && is_named_like_media(target);
    // One title is all that an image can have.
    let size = size.filter(|_| title.is_none()).map(|at| at + 1..inner.len());
    Parts { target: if plain { target } else { "" }, size }
}

/// The content of the parentheses of an image whose text begins at `start`, less the spaces around it.
fn destination(text: &str, start: usize) -> Option<Range<usize>> {
    let open = matching(text, start, b'[', b']')?;
    if !text[open + 1..].starts_with('(') {
        return None;
    }
    let inner = open + 2..matching(text, open + 2, b'(', b')')?;
    let content = text[inner.clone()].trim_start();
    let start = inner.end - content.len();
    (!content.is_empty()).then(|| start..start + content.trim_end().len())
}

/// Where the bracket is closed that was opened before `start`.
fn matching(text: &str, start: usize, open: u8, close: u8) -> Option<usize> {
    let (mut depth, mut escaped) = (0, false);
    for (at, &byte) in text.as_bytes().iter().enumerate().skip(start).take(LONGEST) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if byte == open => depth += 1,
            _ if byte == close && depth == 0 => return Some(at),
            _ if byte == close => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::rewrite;

    #[test]
    fn images_are_rewritten_into_what_commonmark_reads() {
        for (written, meant) in [
            ("![a](/images/a.png =250x)", "![a](/images/a.png \"=250x\")"),
            ("![](a.png =x100) and ![](b.png =5x5)", "![](a.png \"=x100\") and ![](b.png \"=5x5\")"),
            ("- ![a](my pic.png)", "- ![a](<my pic.png>)"),
            ("## ![a]( my pic (1).png \"title\" )", "## ![a]( <my pic (1).png> \"title\" )"),
            ("![](att\\Bibi & Bubu.png)", "![](<att\\Bibi & Bubu.png>)"),
            ("![図](図 1.png =250x)", "![図](<図 1.png> \"=250x\")"),
            ("| ![](a b.png) |\n|---|\n| ![](a.png =9x) |", "| ![](<a b.png>) |\n|---|\n| ![](a.png \"=9x\") |"),
        ] {
            assert_eq!(rewrite(written, 0).text, meant);
            assert!(rewrite(meant, 0).is_unchanged(), "{meant}");
        }
    }

    #[test]
    fn what_is_no_such_image_is_left_alone() {
        for text in [
            "`![a](my pic.png)`",
            "![a](b c)",
            "![a](b.png \"=9x\")",
            "![a](<my pic.png>)",
            "![a] (my pic.png)",
            "![a](b.png",
            "![a](b.png =x)",
            "```\n![a](b.png =9x)\n```",
        ] {
            assert!(rewrite(text, 0).is_unchanged(), "{text}");
        }
    }

    #[test]
    fn only_1023_bytes_between_brackets_are_looked_at() {
        let image = |bytes: usize| format!("![a](my {}.png)", "b".repeat(bytes - "my .png".len()));
        assert_eq!([1023, 1024].map(|bytes| rewrite(&image(bytes), 0).is_unchanged()), [false, true]);
    }
}
