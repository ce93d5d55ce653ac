//! [`Html`]: text that is safe in a field of a card.

use std::fmt::{self, Write as _};

use super::math::{self, Math};

/// HTML as it stands in a field of a note.
///
/// Only escaping and rendering make one, so that plain text cannot reach a field
/// unescaped. Within it `{{`, `}}`, `[sound:`, `\(` and `\[` are never the author's text:
/// Anki would take them for its own syntax, or that of formulas.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Html(String);

/// What stands around the number of a reference to a footnote. Only this program writes it.
const REFERENCE: &str = "<sup class=\"soa-note\">";
const REFERENCE_END: &str = "</sup>";

/// The bytes that may have to be escaped.
const SPECIAL: &[u8; 9] = b"&<>\"{}]:\\";

/// What keeps `MathJax` from taking characters on its two sides for a delimiter: it reads text, so that entities
/// would not do, and `<wbr>` is nothing to it.
const APART: &str = "<span></span>";

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

/// The text that this HTML shows; `None` where there is other markup than what keeps Anki and `MathJax` off.
pub(super) fn unescaped(html: &str) -> Option<String> {
    let text = html.replace(APART, "");
    if text.contains('<') {
        return None;
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#58;", ":"),
        ("&#92;", "\\"),
        ("&#93;", "]"),
        ("&#123;", "{"),
        ("&#125;", "}"),
        ("&amp;", "&"),
    ];
    Some(entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character)))
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
        if text.starts_with(['(', '[']) && self.0.ends_with('\\') {
            self.0.push_str(APART);
        }
        self.push_escaped(text, |after| if after.starts_with(['(', '[']) { ("\\", APART) } else { ("\\", "") });
    }

    /// Appends the value of an attribute, which stands in double quotes.
    pub(crate) fn push_attribute(&mut self, value: &str) {
        self.push_escaped(value, |_| ("&#92;", ""));
    }

    /// Appends a formula, for `MathJax` to show. One that it must not be given is shown as code.
    pub fn push_math(&mut self, tex: &str, math: Math) {
        if !math::is_safe(tex, math) {
            self.0.push_str("<code>");
            self.push_text(tex);
            return self.0.push_str("</code>");
        }
        let (open, close) = math.delimiters();
        self.0.push_str(open);
        let mut last = None;
        for c in tex.chars() {
            // Entities would keep `}}` from ending a deletion only until somebody edits the note.
            if last == Some(c) && matches!(c, '{' | '}' | ':') {
                self.0.push(' ');
            }
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                _ => self.0.push(c),
            }
            last = Some(c);
        }
        self.0.push_str(close);
    }

    /// Appends text, escaped; `backslash` tells, from what follows it, what stands for one.
    fn push_escaped(&mut self, text: &str, backslash: impl Fn(&str) -> (&'static str, &'static str)) {
        if !has_special(text) {
            return self.0.push_str(text);
        }
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| IS_SPECIAL[usize::from(byte)]) {
            self.0.push_str(&rest[..at]);
            let special = &rest[at..=at];
            rest = &rest[at + 1..];
            if special == "\\" {
                let (written, apart) = backslash(rest);
                self.0.extend([written, apart]);
                continue;
            }
            let escaped = self.entity(special.as_bytes()[0]);
            self.0.push_str(escaped.unwrap_or(special));
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

    /// Appends the mark of a reference to the footnote in this block of the tree. It waits for its number.
    pub(crate) fn push_reference(&mut self, footnote: usize) {
        let _ = write!(self.0, "{REFERENCE}{footnote}{REFERENCE_END}");
    }

    /// Gives each mark of a reference, from the byte `from` on, the number that `number` has for its footnote, or
    /// takes it off. Tells where the HTML goes on after each mark: where it did, and where it does now.
    pub(crate) fn number_references(
        &mut self,
        from: usize,
        mut number: impl FnMut(usize) -> Option<usize>,
    ) -> Vec<(usize, usize)> {
        // Hardly any text has footnotes.
        if memchr::memmem::find(&self.0.as_bytes()[from..], REFERENCE.as_bytes()).is_none() {
            return Vec::new();
        }
        let tail = self.0.split_off(from);
        let mut rest = tail.as_str();
        let mut places = Vec::new();
        while let Some(at) = rest.find(REFERENCE) {
            self.0.push_str(&rest[..at]);
            let inner = &rest[at + REFERENCE.len()..];
            let (footnote, after) = inner.split_once(REFERENCE_END).unwrap_or((inner, ""));
            if let Some(number) = footnote.parse().ok().and_then(&mut number) {
                self.push_reference(number);
            }
            rest = after;
            places.push((from + tail.len() - rest.len(), self.0.len()));
        }
        self.0.push_str(rest);
        places
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
            match tag {
                "br" | "/p" | "/li" => out.push('\n'),
                // A reading says nothing that its characters do not.
                "rt" => continue,
                _ => {}
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
    fn references_get_numbers_and_what_follows_is_found_again() {
        let mut html = Html::escape("a");
        for footnote in [70, 8, 9] {
            html.push_reference(footnote);
            html.push_text("b");
        }
        let mark = "<sup class=\"soa-note\">";
        let places = html.number_references(0, |footnote| [70, 9].iter().position(|known| *known == footnote));
        assert_eq!(html.as_str(), format!("a{mark}0</sup>bb{mark}1</sup>b"));
        assert_eq!(places, [(31, 30), (61, 31), (91, 61)]);
    }

    #[test]
    fn text_is_never_taken_for_a_formula() {
        assert_eq!(pushed(&["\\(x\\)"]), "\\<span></span>(x\\)");
        assert_eq!(pushed(&["\\", "[x"]), "\\<span></span>[x");
        assert_eq!(pushed(&["C:\\a (b)"]), "C:\\a (b)");
        let mut html = Html::default();
        html.push_attribute("u\\(\"");
        assert_eq!(html.as_str(), "u&#92;(&quot;");
    }

    #[test]
    fn formulas_hold_nothing_of_ankis_syntax() {
        let math = |tex| {
            let mut html = Html::default();
            html.push_math(tex, Math::Inline);
            html.to_string()
        };
        assert_eq!(math("x^{a_{b}}<1&2::c"), "\\(x^{a_{b} }&lt;1&amp;2: :c\\)");
        assert_eq!(math("\\href{u}{x}"), "<code>\\href{u}{x}</code>");
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
