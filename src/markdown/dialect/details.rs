//! `<details>`, its summary and its end.

use super::Trap;
use super::line::Line;
use super::rewriter::{Above, Rewriter};
use super::start::{Container, tag_name};
use crate::text::Span;

/// Longest summary, in bytes.
const LONGEST_SUMMARY: usize = 2000;

/// Tags that may stand in a summary: they dress it, and say nothing.
const DRESS: &[&str] = &[
    "a", "b", "big", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "kbd", "mark", "p",
    "small", "span", "strong", "sub", "sup", "u",
];

impl<'a> Rewriter<'a> {
    /// Opens a `<details>`, with its summary as the title. Tells where the next line begins.
    pub fn open_details(&mut self, line: Line<'a>) -> usize {
        let Some(tag) = line.rest().find('>').map(|end| line.content() + end + 1) else {
            self.above = Above::Html;
            return line.next;
        };
        let (title, end) = match self.summary(tag) {
            Some(inner) => (undressed(&self.source[inner.clone()]), inner.end + "</summary>".len()),
            None => (String::new(), tag),
        };
        let gap = if title.is_empty() { "" } else { " " };
        self.replace(line.content()..end, &["> [!details]", gap, &title], Trap::Markup);
        self.push_frame(line, Container::Details);
        // What follows in the same line is the first of the content.
        let last = self.before_closing_tag(Line::at(self.source, end));
        if last.is_blank() {
            self.end_opening(end, last.end());
            return last.next;
        }
        self.end_opening(end, last.content());
        self.edits.insert(last.content(), &["\n"]);
        last.content()
    }

    /// The summary that follows at `from`, perhaps on lines of its own: what stands between its tags.
    fn summary(&self, from: usize) -> Option<Span> {
        let rest = &self.source[from..];
        let open = rest.trim_start();
        let gap = rest.len() - open.len();
        if open.starts_with("</")
            || !tag_name(open).eq_ignore_ascii_case("summary")
            || rest[..gap].matches('\n').count() > 2
        {
            return None;
        }
        let start = from + gap + open.find('>')? + 1;
        let most = (start + LONGEST_SUMMARY..self.source.len())
            .find(|&at| self.source.is_char_boundary(at))
            .unwrap_or(self.source.len());
        let length = self.source[start..most].find("</summary>")?;
        let inner = start..start + length;
        (!self.source[inner.clone()].contains("\n\n")).then_some(inner)
    }

    /// In a `<details>`, a line up to the tag that ends it.
    pub fn before_closing_tag(&self, line: Line<'a>) -> Line<'a> {
        let inside = self.frames.last().is_some_and(|frame| frame.container == Container::Details);
        if !inside {
            return line;
        }
        let text = line.text.trim_end();
        if !text.ends_with("</details>") || line.rest().starts_with("</details") {
            return line;
        }
        line.up_to(line.start + text.len() - "</details>".len())
    }
}

/// The text of a summary, in one line, without the tags that dress it.
fn undressed(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let name = tag_name(rest);
        let Some(end) = rest.find('>').filter(|_| !name.is_empty()) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        let tag = &rest[..=end];
        match name.to_ascii_lowercase().as_str() {
            "code" => out.push('`'),
            "br" => out.push(' '),
            dress if DRESS.contains(&dress) => {}
            _ => out.push_str(tag),
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_lose_their_dress() {
        assert_eq!(undressed("<b>答え</b>"), "答え");
        assert_eq!(undressed("\n    <code>incref()</code>による\n  増減\n"), "`incref()`による 増減");
        assert_eq!(undressed("Vec<T> < 3"), "Vec<T> < 3");
    }

    #[test]
    fn a_summary_ends_within_2000_bytes() {
        let is_title = |letters: usize| {
            let summary = "a".repeat(letters);
            let text = format!("<details><summary>{summary}</summary>\n\nb\n\n</details>\n");
            super::super::rewrite(&text, 0).text.contains(&format!("[!details] {summary}"))
        };
        let end = "</summary>".len();
        assert_eq!([2000 - end, 2001 - end].map(is_title), [true, false]);
    }
}
