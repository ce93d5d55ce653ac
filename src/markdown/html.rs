//! [`Html`]: text that is safe in a field of a card.

use std::fmt::{self, Write as _};

/// HTML as it stands in a field of a note.
///
/// Only escaping and rendering make one, so that plain text cannot reach a field
/// unescaped. Within it `{{`, `}}` and `[sound:` are never the author's text:
/// Anki would take them for its own syntax.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Html(String);

/// The bytes that may have to be escaped.
const SPECIAL: &[u8; 8] = b"&<>\"{}]:";

/// The same as a table.
const IS_SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut at = 0;
    while at < SPECIAL.len() {
        special[SPECIAL[at] as usize] = true;
        at += 1;
    }
    special
};

/// Whether one of those bytes is in `text`: mostly none is, and that is told of 32 bytes at once.
///
/// Without a way out in the middle of a chunk, the compiler compares all of it by vectors. Most text is too
/// short for several searches through it to pay: they took twice the time.
fn has_special(text: &str) -> bool {
    let bytes = text.as_bytes();
    // 0 where a byte is alike.
    let distance = |byte: u8| SPECIAL.iter().fold(u8::MAX, |least, special| least.min(byte ^ special));
    let is_in = |chunk: &[u8; 32]| chunk.iter().fold(u8::MAX, |least, &byte| least.min(distance(byte))) == 0;
    match bytes.last_chunk::<32>() {
        Some(last) => bytes.as_chunks::<32>().0.iter().any(is_in) || is_in(last),
        None => bytes.iter().any(|&byte| IS_SPECIAL[usize::from(byte)]),
    }
}

impl Html {
    /// The HTML that shows `text` as it is written.
    ///
    /// ```
    /// use soa_anki::markdown::Html;
    /// assert_eq!(Html::escape("a < b && {{x}}").as_str(), "a &lt; b &amp;&amp; {&#123;x}&#125;");
    /// ```
    pub fn escape(text: &str) -> Self {
        let mut html = Self::default();
        html.push_text(text);
        html
    }

    /// Appends plain text, escaped.
    ///
    /// What Anki would take for its own syntax is broken up, also where it only
    /// comes together with what was appended before.
    pub fn push_text(&mut self, text: &str) {
        if !has_special(text) {
            return self.0.push_str(text);
        }
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| IS_SPECIAL[usize::from(byte)]) {
            self.0.push_str(&rest[..at]);
            let special = &rest[at..=at];
            let escaped = self.entity(special.as_bytes()[0]);
            self.0.push_str(escaped.unwrap_or(special));
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
    }

    /// What must stand for `byte` after what is there already, if not itself.
    fn entity(&self, byte: u8) -> Option<&'static str> {
        let after = |ends: &[&str]| ends.iter().any(|end| self.0.ends_with(end));
        match byte {
            b'&' => Some("&amp;"),
            b'<' => Some("&lt;"),
            b'>' => Some("&gt;"),
            b'"' => Some("&quot;"),
            b'{' => after(&["{"]).then_some("&#123;"),
            b'}' => after(&["}"]).then_some("&#125;"),
            // `::` in deletions, and what Anki plays or speaks.
            b':' => after(&[":", "[sound", "[anki"]).then_some("&#58;"),
            // What old clients typeset by LaTeX.
            b']' => after(&["[latex", "[$", "[$$"]).then_some("&#93;"),
            _ => None,
        }
    }

    /// The same HTML with every occurrence of `words` in its text blanked out, whatever the case of Latin letters.
    ///
    /// ```
    /// use soa_anki::markdown::Html;
    /// let html = Html::escape("SQSの標準キュー");
    /// assert_eq!(html.blank("sqs").as_str(), "<span class=\"soa-blank\">…</span>の標準キュー");
    /// ```
    #[must_use]
    pub fn blank(&self, words: &str) -> Html {
        let words = Html::escape(words).0.to_ascii_lowercase();
        let mut out = Html::default();
        for piece in self.0.split_inclusive('>') {
            let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
            let lower = text.to_ascii_lowercase();
            let mut done = 0;
            let is_name = |at: usize| text[..at].rfind("[sound:").is_some_and(|start| !text[start..at].contains(']'));
            for (at, found) in lower.match_indices(&words).filter(|(at, _)| !words.is_empty() && !is_name(*at)) {
                out.0.push_str(&text[done..at]);
                out.0.push_str("<span class=\"soa-blank\">…</span>");
                done = at + found.len();
            }
            out.0.push_str(&text[done..]);
            out.0.push_str(tag);
        }
        out
    }

    /// Begins a cloze deletion: what follows is asked for on the card of this number, from 1.
    pub fn open_deletion(&mut self, number: usize) {
        if self.0.ends_with('{') {
            self.0.pop();
            self.0.push_str("&#123;");
        }
        let _ = write!(self.0, "{{{{c{number}::");
    }

    /// Ends a cloze deletion. Anki ends it at the first `}}`, so a brace before it is escaped.
    pub fn close_deletion(&mut self) {
        if self.0.ends_with('}') {
            self.0.pop();
            self.0.push_str("&#125;");
        }
        self.0.push_str("}}");
    }

    /// Appends HTML.
    pub fn push(&mut self, html: &Html) {
        self.0.push_str(&html.0);
    }

    /// Appends HTML on a line of its own.
    pub fn push_below(&mut self, html: &Html) {
        let ends = ["</p>", "</ul>", "</ol>", "</table>", "</pre>", "</blockquote>", "</div>", "</details>"];
        let blocks = ends.iter().any(|end| self.0.ends_with(end)) || html.0.starts_with("<p>");
        if !self.0.is_empty() && !blocks {
            self.0.push_str("<br>");
        }
        self.push(html);
    }

    /// Appends markup that this program wrote: never text of the author.
    pub(crate) fn push_markup(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Makes room for so many bytes more.
    pub(crate) fn reserve(&mut self, bytes: usize) {
        self.0.reserve(bytes);
    }

    /// Its length, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Takes back what was appended since it had this length.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// Takes `open` and `close` off its ends, if both are there.
    /// Tells how many bytes are gone at its start.
    pub(crate) fn unwrap_markup(&mut self, open: &str, close: &str) -> usize {
        if !(self.0.starts_with(open) && self.0.ends_with(close)) {
            return 0;
        }
        self.0.truncate(self.0.len() - close.len());
        self.0.drain(..open.len());
        open.len()
    }

    /// The HTML as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is between its tags, a line for each of its blocks. Entities stay as they are.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for piece in self.0.split('<') {
            let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
            if matches!(tag, "br" | "/p" | "/li") {
                out.push('\n');
            }
            out.push_str(text);
        }
        out
    }

    /// The same text, without what stands in these ranges.
    pub fn text_without(&self, ranges: &[std::ops::Range<usize>]) -> String {
        let mut kept = Self::default();
        let mut at = 0;
        for range in ranges {
            kept.0.push_str(&self.0[at..range.start]);
            at = range.end;
        }
        kept.0.push_str(&self.0[at..]);
        kept.text()
    }

    /// The same with other numbers for its deletions, in their order. Only this program writes `{{c`.
    #[must_use]
    pub fn with_numbers(&self, numbers: &[u16]) -> Self {
        let mut pieces = self.0.split("{{c");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for (piece, number) in pieces.zip(numbers) {
            let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
            let _ = write!(out, "{{{{c{number}{rest}");
        }
        Self(out)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(pieces: &[&str]) -> String {
        let mut html = Html::default();
        for piece in pieces {
            html.push_text(piece);
        }
        html.to_string()
    }

    #[test]
    fn ankis_syntax_is_broken_up_even_where_pieces_meet() {
        assert_eq!(pushed(&["{", "{c1::a}}"]), "{&#123;c1:&#58;a}&#125;");
        assert_eq!(pushed(&["[", "sound:a.mp3]"]), "[sound&#58;a.mp3]");
        assert_eq!(pushed(&["[$$]x[/$$]", "[latex]"]), "[$$&#93;x[/$$][latex&#93;");
        assert_eq!(pushed(&["a::", ":b"]), "a:&#58;:b");
    }

    #[test]
    fn the_name_of_a_sound_is_not_blanked() {
        let mut html = Html::escape("an mp3 ");
        html.push_sound("soa-1.mp3");
        html.push_text(" mp3");
        let blank = "<span class=\"soa-blank\">…</span>";
        assert_eq!(html.blank("mp3").as_str(), format!("an {blank} [sound:soa-1.mp3] {blank}"));
    }

    #[test]
    fn braces_at_the_edges_of_a_deletion_stay_outside_of_it() {
        let mut html = Html::escape("f{");
        html.open_deletion(1);
        html.push_text("{x}");
        html.close_deletion();
        assert_eq!(html.as_str(), "f&#123;{{c1::{x&#125;}}");
    }
}
