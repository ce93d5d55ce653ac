//! [`Html`]: text that is safe in a field of a card.

use std::fmt;

/// HTML as it stands in a field of a note.
///
/// Only escaping and rendering make one, so that plain text cannot reach a field
/// unescaped. Within it `{{`, `}}` and `[sound:` are never the author's text:
/// Anki would take them for its own syntax.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Html(String);

impl Html {
    /// The HTML that shows `text` as it is written.
    ///
    /// ```
    /// use soa_anki::markdown::Html;
    /// assert_eq!(Html::escape("a < b && {{x}}").as_str(), "a &lt; b &amp;&amp; &#123;&#123;x&#125;&#125;");
    /// ```
    pub fn escape(text: &str) -> Self {
        let mut html = Self::default();
        html.push_text(text);
        html
    }

    /// Appends plain text, escaped.
    pub fn push_text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '{', '}', '[', ':']) {
            self.0.push_str(&rest[..at]);
            let (escaped, length) = escape_at(&rest[at..]);
            self.0.push_str(escaped);
            rest = &rest[at + length..];
        }
        self.0.push_str(rest);
    }

    /// Appends HTML.
    pub fn push(&mut self, html: &Html) {
        self.0.push_str(&html.0);
    }

    /// Appends HTML on a line of its own.
    pub fn push_below(&mut self, html: &Html) {
        let blocks = self.0.ends_with('>') || html.0.starts_with("<p>");
        if !self.0.is_empty() && !blocks {
            self.0.push_str("<br>");
        }
        self.push(html);
    }

    /// Appends markup that this program wrote: never text of the author.
    pub(crate) fn push_markup(&mut self, markup: &str) {
        self.0.push_str(markup);
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
    pub(crate) fn unwrap_markup(&mut self, open: &str, close: &str) {
        if self.0.starts_with(open) && self.0.ends_with(close) {
            self.0.truncate(self.0.len() - close.len());
            self.0.drain(..open.len());
        }
    }

    /// The HTML as text.
    pub fn as_str(&self) -> &str {
        &self.0
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

/// What stands for the special character that `rest` begins with, and how many bytes of `rest` that covers.
fn escape_at(rest: &str) -> (&'static str, usize) {
    // Anki's own syntax within fields: cloze deletions, and what it plays or typesets.
    const ANKI: [(&str, &str); 4] = [
        ("{{", "&#123;&#123;"),
        ("}}", "&#125;&#125;"),
        ("::", "&#58;&#58;"),
        ("[sound:", "&#91;sound:"),
    ];
    const BRACKETS: [&str; 4] = ["[latex]", "[$]", "[$$]", "[anki:"];
    if let Some((text, escaped)) = ANKI.iter().find(|(text, _)| rest.starts_with(text)) {
        return (escaped, text.len());
    }
    match rest.as_bytes()[0] {
        b'&' => ("&amp;", 1),
        b'<' => ("&lt;", 1),
        b'>' => ("&gt;", 1),
        b'"' => ("&quot;", 1),
        b'{' => ("{", 1),
        b'}' => ("}", 1),
        b'[' if BRACKETS.iter().any(|bracket| rest.starts_with(bracket)) => ("&#91;", 1),
        b'[' => ("[", 1),
        _ => (":", 1),
    }
}
