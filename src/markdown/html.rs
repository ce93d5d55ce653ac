//! [`Html`]: text that is safe in a field of a card.

use std::fmt::{self, Write as _};

use super::math;

/// HTML as it stands in a field of a note.
///
/// Only escaping and rendering make one, so that plain text cannot reach a field
/// unescaped. Within it `{{`, `}}`, `[sound:`, `\(` and `\[` are never the author's text:
/// Anki would take them for its own syntax, or that of formulas.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Html(String);

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

/// Not less than the length of `text` when it is escaped.
pub(super) fn most_escaped(text: &str) -> usize {
    /// Longest of what stands for one byte, less that byte.
    const MORE: usize = APART.len();
    if !has_special(text) {
        return text.len();
    }
    text.len() + MORE * text.bytes().filter(|byte| IS_SPECIAL[usize::from(*byte)]).count()
}

impl Html {
    /// The HTML that shows `text` as it is written.
    ///
    /// ```
    /// use soa_anki::Html;
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
    pub(super) fn push_attribute(&mut self, value: &str) {
        self.push_escaped(value, |_| ("&#92;", ""));
    }

    /// Appends the TeX of a formula.
    pub(super) fn push_tex(&mut self, tex: &str) {
        for c in math::spaced(tex) {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                _ => self.0.push(c),
            }
        }
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

    /// Begins a cloze deletion: what follows is asked for on the card of this number, from 1. Returns the byte at which
    /// it begins.
    pub fn open_deletion(&mut self, number: usize) -> usize {
        if self.0.ends_with('{') {
            self.0.pop();
            self.0.push_str("&#123;");
        }
        let start = self.0.len();
        let _ = write!(self.0, "{{{{c{number}::");
        start
    }

    /// Ends a cloze deletion. Anki ends it at the first `}}`, so a brace before it is escaped.
    pub fn close_deletion(&mut self) {
        if self.0.ends_with('}') {
            self.0.pop();
            self.0.push_str("&#125;");
        }
        self.0.push_str("}}");
    }

    /// Appends markup that this program wrote: never text of the author.
    pub(crate) fn push_markup(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Makes room for so many bytes more.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.0.reserve_exact(bytes);
    }

    /// Its length, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
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
    fn text_is_never_taken_for_a_formula() {
        assert_eq!(pushed(&["\\(x\\)"]), "\\<span></span>(x\\)");
        assert_eq!(pushed(&["\\", "[x"]), "\\<span></span>[x");
        assert_eq!(pushed(&["C:\\a (b)"]), "C:\\a (b)");
        let mut html = Html::default();
        html.push_attribute("u\\(\"");
        assert_eq!(html.as_str(), "u&#92;(&quot;");
    }

    #[test]
    fn braces_at_the_edges_of_a_deletion_stay_outside_of_it() {
        let mut html = Html::escape("f{");
        html.open_deletion(1);
        html.push_text("{x}");
        html.close_deletion();
        assert_eq!(html.as_str(), "f&#123;{{c1::{x&#125;}}");
    }

    #[test]
    fn text_has_a_line_for_each_block_and_no_readings() {
        let mut html = Html::default();
        html.push_markup("<p>a<br>b</p><ul><li><ruby>字<rt>じ</rt></ruby></li><li>c</li></ul>");
        assert_eq!(html.text(), "a\nb\n字\nc\n");
    }
}
