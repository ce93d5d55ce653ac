//! Raw HTML blocks, made safe: what reads stays, what acts or dresses goes.
//!
//! Three steps, each of which would do alone against most attacks. What is no element of HTML is escaped, so that
//! `Vec<T>` is text. Ammonia parses the rest as a browser does, and takes off what is not on its list. What it wrote
//! is then read token by token, and made anew of elements that this program writes and of text.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::Builder;

use super::address::is_safe_link;
use super::element::Element;
use super::embed;
use super::fragment::{Checkpoint, Fragment, Spanning};
use super::media::{Size, file_name};
use super::render::Seen;
use super::tags;
use crate::text::{self, entity};

/// What is kept of a raw HTML block.
#[derive(Debug, Default)]
pub struct Kept {
    /// What it shows.
    pub content: Fragment,
    /// How many blocks stand side by side in it.
    pub parts: usize,
    /// What there is to read.
    pub seen: Seen,
}

/// Elements that stand in a line.
#[rustfmt::skip]
const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "strong", "sub", "sup", "u", "var",
];

/// Elements that stand apart.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
];

/// Elements that are read, and written as something else.
const TRANSLATED: &[&str] = &["br", "img"];

/// Elements that hold something else than text.
const SILENT: &[&str] = &["audio", "iframe", "object", "svg", "video"];

/// Elements that end where the next one begins, and so do not nest.
const UNNESTED: &[&str] = &[
    "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "p", "rb", "rp", "rt", "source",
    "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
];

/// Elements that go on where what holds them ends, until their own end.
const CARRIED_ON: &[&str] = &["a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"];

/// Longest tag in which quotes are heeded, in bytes.
const LONGEST_TAG: usize = 10_000;

/// Elements nested deeper than this are taken for their content: to parse them would take time without end.
const DEEPEST: usize = 50;

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .add_tags(INLINE.iter().chain(BLOCKS).chain(TRANSLATED).copied())
        .add_clean_content_tags(SILENT.iter().copied())
        .add_tag_attributes("img", ["src", "alt", "width", "height"])
        // A picture that stands there itself. As the address of a link, it is none that is safe.
        .add_url_schemes(["data"])
        .add_tag_attributes("td", ["colspan", "rowspan"])
        .add_tag_attributes("th", ["colspan", "rowspan"])
        .link_rel(None);
    builder
});

/// Makes a raw HTML block safe.
pub fn sanitise(written: &str) -> Kept {
    let prepared = prepared(written);
    if prepared.trim().is_empty() {
        return Kept::default();
    }
    let cleaned = CLEANER.clean(&prepared).to_string();
    let mut writer = Writer::default();
    let mut rest = cleaned.as_str();
    while let Some(start) = memchr::memchr(b'<', rest.as_bytes()) {
        writer.text(&rest[..start]);
        rest = &rest[start..];
        let (tag, after) = rest.split_at(tag_end(rest));
        writer.tag(tag);
        rest = after;
    }
    writer.text(rest);
    writer.finish()
}

// What the parser is given.

/// The block with what is no element escaped, and players as what they play.
fn prepared(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut open: Vec<String> = Vec::new();
    let mut rest = written;
    while let Some(start) = memchr::memchr(b'<', rest.as_bytes()) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some(after) = rest.strip_prefix("<!--") {
            // A comment has no end that an author would not see.
            rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            continue;
        }
        let Some(name) = tags::element(rest) else {
            out.push_str("&lt;");
            rest = &rest[1..];
            continue;
        };
        let (tag, after) = rest.split_at(tag_end(rest));
        if !tag.starts_with("</") {
            out.push_str(&played(&name, tag, after));
        }
        if nests(&mut open, name, tag) {
            out.push_str(tag);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The length of the tag that `text` begins with: a `>` in quotes does not end it.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that is not closed was none.
    text.find('>').map_or(text.len(), |end| end + 1)
}

/// What an element that plays or embeds something becomes: a reference to that. `after`: what follows its tag.
fn played(name: &str, tag: &str, after: &str) -> Cow<'static, str> {
    let source = tags::attribute(tag, "src");
    let (source, called) = match name {
        "audio" | "video" => {
            (source.or_else(|| first_source(after)), source.map(|source| Cow::Borrowed(file_name(source))))
        }
        "iframe" | "embed" => (source.filter(|source| is_safe_link(source)), source.map(embed::place)),
        _ => (None, None),
    };
    let Some(source) = source else { return Cow::Borrowed("") };
    let quoted = |text: &str| text.replace('"', "&quot;");
    let title = tags::attribute(tag, "title").map(Cow::Borrowed).or(called).unwrap_or_default();
    Cow::Owned(format!("<img src=\"{}\" alt=\"{}\">", quoted(source), quoted(&title)))
}

/// What a player that names several files plays first.
fn first_source(after: &str) -> Option<&str> {
    let inner = &after[..after.find("</")?];
    let source = &inner[inner.find("<source")?..];
    tags::attribute(&source[..tag_end(source)], "src")
}

/// Whether a tag does not lie too deep. `open` are the elements that are open, outermost first.
fn nests(open: &mut Vec<String>, name: String, tag: &str) -> bool {
    if UNNESTED.contains(&name.as_str()) {
        return true;
    }
    if tag.starts_with("</") {
        let Some(at) = open.iter().rposition(|other| *other == name) else { return false };
        let inner = open.split_off(at);
        open.extend(inner.into_iter().skip(1).filter(|other| CARRIED_ON.contains(&other.as_str())));
        return true;
    }
    let fits = open.len() < DEEPEST;
    if fits {
        open.push(name);
    }
    fits
}

// What the parser gives.

/// An element that is open.
#[derive(Debug)]
struct Open {
    /// Its name as it came.
    name: &'static str,
    /// What ends it.
    end: End,
    /// The places before and after it was opened.
    before: Checkpoint,
    content: Checkpoint,
}

/// What an element becomes where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Its own end.
    Element(Element),
    /// That of a paragraph in bold.
    Heading,
    /// That of a link.
    Link,
    /// Nothing.
    Content,
}

/// White space that stands before the next word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    /// None, or none that shows.
    #[default]
    None,
    /// A space.
    Space,
    /// The end of the author's line.
    Line,
}

/// Writes what ammonia wrote anew.
#[derive(Default)]
struct Writer {
    kept: Kept,
    open: Vec<Open>,
    gap: Gap,
    /// The last character of the line that is being written.
    last: Option<char>,
}

impl Writer {
    fn finish(mut self) -> Kept {
        while !self.open.is_empty() {
            self.close();
        }
        self.kept
    }

    /// Takes in a tag that ammonia wrote.
    fn tag(&mut self, tag: &str) {
        let closes = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        let known = INLINE.iter().chain(BLOCKS).chain(TRANSLATED).find(|known| **known == name);
        match known.copied() {
            None => {}
            Some("br") => self.line_break(),
            Some("img") => self.image(tag),
            Some("hr") => self.rule(),
            Some(name) if closes => self.close_up_to(name),
            Some(name) if BLOCKS.contains(&name) => self.open_block(name, tag),
            Some(name) => self.open_inline(name, tag),
        }
    }

    fn text(&mut self, escaped: &str) {
        let text = entity::decoded(escaped, entity::named);
        if self.open.iter().any(|open| open.name == "pre") {
            self.kept.content.push_text(&text);
            self.last = text.chars().next_back();
            return self.count(&text);
        }
        if text.trim().is_empty() {
            return self.space(&text);
        }
        self.open_paragraph();
        for piece in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = piece.trim_end_matches(|c: char| c.is_ascii_whitespace());
            self.word(word);
            self.space(&piece[word.len()..]);
        }
        self.count(&text);
    }

    fn word(&mut self, word: &str) {
        let Some(first) = word.chars().next() else { return };
        if self.gap == Gap::Line && text::join_without_space(self.last, Some(first)) && !self.in_paragraph() {
            self.gap = Gap::None;
        }
        self.write_gap();
        self.kept.content.push_text(word);
        self.last = word.chars().next_back();
    }

    /// Outside of elements lines are the author's, as in a paragraph of Markdown.
    fn write_gap(&mut self) {
        match std::mem::take(&mut self.gap) {
            _ if self.last.is_none() => {}
            Gap::None => {}
            Gap::Line if self.in_paragraph() => self.kept.content.push_break(),
            Gap::Space | Gap::Line => self.kept.content.push_text(" "),
        }
        self.last = self.last.map(|_| ' ');
    }

    fn space(&mut self, space: &str) {
        if space.contains('\n') {
            self.gap = Gap::Line;
        } else if !space.is_empty() && self.gap == Gap::None {
            self.gap = Gap::Space;
        }
    }

    fn count(&mut self, text: &str) {
        if !text::has_word(text) {
            return;
        }
        let linked = self.open.iter().any(|open| open.end == End::Link);
        let seen = &mut self.kept.seen;
        *(if linked { &mut seen.linked } else { &mut seen.prose }) += text.trim().len();
    }

    /// What follows begins a line.
    fn begin_line(&mut self) {
        (self.gap, self.last) = (Gap::None, None);
    }

    fn line_break(&mut self) {
        self.open_paragraph();
        if self.last.is_some() {
            self.kept.content.push_break();
        }
        self.begin_line();
    }

    fn rule(&mut self) {
        if self.in_line() {
            return self.line_break();
        }
        self.close_paragraph();
        self.kept.content.push_rule();
        self.begin_line();
    }

    // Elements.

    fn push_open(&mut self, name: &'static str, end: End, before: Checkpoint) {
        self.open.push(Open { name, end, before, content: self.kept.content.checkpoint() });
    }

    fn open_inline(&mut self, name: &'static str, tag: &str) {
        self.open_paragraph();
        // Whether lines of wide characters are parted hangs on the next one.
        if self.gap == Gap::Space || self.in_paragraph() {
            self.write_gap();
        }
        let before = self.kept.content.checkpoint();
        if name != "a" {
            let end = Element::of_name(name).map_or(End::Content, End::Element);
            self.open_element(end);
            return self.push_open(name, end, before);
        }
        let target = attribute(tag, "href").filter(|target| is_safe_link(target));
        let Some(target) = target else { return self.push_open(name, End::Content, before) };
        self.kept.content.open_link(&target);
        self.push_open(name, End::Link, before);
    }

    fn open_block(&mut self, name: &'static str, tag: &str) {
        let before = self.kept.content.checkpoint();
        if self.in_line() {
            self.gap = Gap::Line;
            return self.push_open(name, End::Content, before);
        }
        self.close_paragraph();
        if name == "div" && self.open.is_empty() {
            // It only parts what stands in it from its neighbours, as paragraphs are.
            return self.begin_line();
        }
        let before = self.kept.content.checkpoint();
        let end = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.kept.content.open(Element::Paragraph);
                self.kept.content.open(Element::Strong);
                End::Heading
            }
            _ => Element::of_name(name).map_or(End::Content, End::Element),
        };
        match end {
            End::Element(element @ (Element::Cell | Element::HeadCell)) => self.open_cell(element, tag),
            end => self.open_element(end),
        }
        self.push_open(name, end, before);
        self.begin_line();
    }

    /// Text that is in no element stands in a paragraph of its own.
    fn open_paragraph(&mut self) {
        if self.open.is_empty() {
            let before = self.kept.content.checkpoint();
            let end = End::Element(Element::Paragraph);
            self.open_element(end);
            self.push_open("", end, before);
            self.begin_line();
        }
    }

    fn open_element(&mut self, end: End) {
        if let End::Element(element) = end {
            self.kept.content.open(element);
        }
    }

    fn open_cell(&mut self, element: Element, tag: &str) {
        let number = |name: &str| attribute(tag, name).and_then(|value| value.trim().parse::<u16>().ok());
        match (number("colspan"), number("rowspan")) {
            (None, None) => self.kept.content.open(element),
            (columns, rows) => self.kept.content.open_spanning(Spanning { element, columns, rows }),
        }
    }

    fn close_paragraph(&mut self) {
        if self.open.last().is_some_and(|open| open.name.is_empty()) {
            self.close();
        }
    }

    fn in_paragraph(&self) -> bool {
        self.open.first().is_some_and(|open| open.name.is_empty())
    }

    /// Whether an element is open that stands in a line.
    fn in_line(&self) -> bool {
        self.open.iter().any(|open| INLINE.contains(&open.name))
    }

    fn close_up_to(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.close_paragraph();
        }
        if self.open.iter().any(|open| open.name == name) {
            while self.open.last().is_some_and(|open| open.name != name) {
                self.close();
            }
            self.close();
        }
    }

    /// Ends the innermost element. One that holds nothing is taken back, but for cells: they keep their column.
    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let content = &mut self.kept.content;
        if content.is_at(open.content) && !matches!(open.name, "td" | "th") {
            content.take_back(open.before);
        } else {
            match open.end {
                End::Content => {}
                End::Link => content.close_link(),
                End::Heading => {
                    content.close(Element::Strong);
                    content.close(Element::Paragraph);
                }
                End::Element(element) => content.close(element),
            }
            self.kept.parts += usize::from(self.open.is_empty());
        }
        if open.end == End::Content {
            self.gap = Gap::Line;
        } else if !INLINE.contains(&open.name) {
            self.begin_line();
        }
    }

    /// A picture of the notes is a reference to it; one of the web is a link.
    fn image(&mut self, tag: &str) {
        let Some(source) = attribute(tag, "src").filter(|source| !source.trim().is_empty()) else {
            return self.named(attribute(tag, "alt").as_deref());
        };
        let alt = attribute(tag, "alt").filter(|alt| !alt.trim().is_empty());
        let alt = alt.as_deref().unwrap_or_else(|| file_name(&source));
        if is_safe_link(&source) {
            self.remote(&source, alt);
        } else {
            self.open_paragraph();
            self.write_gap();
            let size = Size::of_attributes(attribute(tag, "width").as_deref(), attribute(tag, "height").as_deref());
            self.kept.content.push_media(&source, size);
            self.kept.content.push_alternative(alt);
            self.kept.seen.images += 1;
            self.last = Some(' ');
        }
    }

    fn remote(&mut self, source: &str, alt: &str) {
        if self.open.iter().any(|open| open.end == End::Link) {
            return self.named(Some(alt));
        }
        self.open_paragraph();
        self.write_gap();
        let before = self.kept.content.checkpoint();
        self.kept.content.open_link(source);
        self.kept.seen.embeds += 1;
        self.push_open("a", End::Link, before);
        self.named(Some(alt));
        self.close();
    }

    /// What stands for a picture that cannot be shown.
    fn named(&mut self, name: Option<&str>) {
        if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
            self.open_paragraph();
            for word in name.split_whitespace() {
                self.word(word);
                self.gap = Gap::Space;
            }
            self.count(name);
        }
    }
}

/// The value of an attribute of a tag that ammonia wrote: in quotes, and escaped.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<Cow<'t, str>> {
    let mut pieces = tag.split('"');
    while let (Some(before), Some(value)) = (pieces.next(), pieces.next()) {
        if before.strip_suffix('=').is_some_and(|before| before.ends_with(name)) {
            return Some(entity::decoded(value, entity::named));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Shown;

    /// Its HTML, where each target is found.
    fn safe(written: &str) -> String {
        let mut content = sanitise(written).content;
        content.show_media(|found| Some(Shown::Picture { name: found.target.clone(), size: found.size }));
        content.html().to_string()
    }

    #[test]
    fn what_reads_stays_and_what_dresses_goes() {
        assert_eq!(
            safe("<div align=\"center\" onclick=\"x()\">\n中の<b class='a'>字</b>\n</div>"),
            "<p>中の<b>字</b></p>"
        );
        assert_eq!(safe("<center><font color=red>赤</font></center>"), "<p>赤</p>");
        assert_eq!(safe("<h2>題</h2>\n文"), "<p><strong>題</strong></p><p>文</p>");
        assert_eq!(
            safe("<table border=1><tr><td colspan=\"2\" width=9>a</td><td></td></tr></table>"),
            "<table><tbody><tr><td colspan=\"2\">a</td><td></td></tr></tbody></table>"
        );
        assert_eq!(
            safe("<details><summary>問</summary>答</details>"),
            "<details open><summary>問</summary>答</details>"
        );
        assert_eq!(safe("<pre>\n a\n  b</pre>"), "<pre> a\n  b</pre>");
    }

    #[test]
    fn what_acts_is_gone() {
        assert_eq!(safe("<script>alert(1)</script><p>x</p>"), "<p>x</p>");
        assert_eq!(safe("<a href=\"java\nscript:alert(1)\">x</a>"), "<p>x</p>");
        assert_eq!(safe("<svg><a href='https://e.org'><text>y</text></a></svg>x"), "<p>x</p>");
        assert_eq!(
            safe("<svg><style><img src=x onerror=alert(1)></style></svg>x"),
            "<p><img src=\"x\" alt=\"x\">x</p>"
        );
        assert_eq!(safe("<div>{{Term}} [sound:a.mp3]</div>"), "<p>{&#123;Term}&#125; [sound&#58;a.mp3]</p>");
        assert_eq!(safe("<img src=\"x\" onerror=\"alert(1)\">"), "<p><img src=\"x\" alt=\"x\"></p>");
    }

    #[test]
    fn what_is_in_quotes_ends_no_tag() {
        assert_eq!(safe("<img alt=\"a>b\" src='c.png'>"), "<p><img src=\"c.png\" alt=\"a&gt;b\"></p>");
        assert_eq!(safe("<video title='a>b' src=c.mp4></video>"), "<p><img src=\"c.mp4\" alt=\"a&gt;b\"></p>");
        let until = |tag: &str, text: &str| assert_eq!(tag_end(&format!("{tag}{text}")), tag.len());
        until("<a title=\"b>c\">", "d");
        // A quote that is not closed was none, nor one that is closed very far behind.
        until("<a title=\"b>", "c");
        let wide = |width: usize| "y".repeat(width - "<a title=\">\">".len());
        until(&format!("<a title=\">{}\">", wide(10_000)), "d");
        until("<a title=\">", &format!("{}\">d", wide(10_001)));
    }

    #[test]
    fn elements_lie_in_no_more_than_are_allowed() {
        let depth = |count| safe(&"<b>x".repeat(count)).matches("<b>").count();
        assert_eq!([49, 50, 51].map(depth), [49, 50, 50]);
    }

    #[test]
    fn what_is_no_element_is_text() {
        assert_eq!(safe("<your-bucket>\nVec<T> と <T>"), "<p>&lt;your-bucket&gt;<br>Vec&lt;T&gt; と &lt;T&gt;</p>");
        assert_eq!(safe("<textarea><img></textarea>"), "<p>&lt;textarea&gt;&lt;/textarea&gt;</p>");
    }

    #[test]
    fn pictures_are_references_and_those_of_the_web_are_links() {
        assert_eq!(
            safe("<img src='a b.png' width=\"50\">"),
            "<p><img src=\"a b.png\" alt=\"a b.png\" width=\"50\"></p>"
        );
        assert_eq!(
            safe("<p><img src=\"https://e.org/a.png\" alt='図'></p>"),
            "<p><a href=\"https://e.org/a.png\">図</a></p>"
        );
        assert_eq!(
            safe("<a href=\"https://e.org\"><img src=\"https://e.org/a.png\"></a>"),
            "<p><a href=\"https://e.org\">a.png</a></p>"
        );
        assert_eq!(safe("<video controls><source src=\"a.mp4\"></video>"), "<p><img src=\"a.mp4\" alt=\"a.mp4\"></p>");
    }

    #[test]
    fn elements_end_where_they_must() {
        assert_eq!(safe("<div>"), "");
        assert_eq!(safe("<div>a"), "<p>a</p>");
        assert_eq!(safe("<div>a<div>b</div>c</div>"), "<p>a</p><p>b</p><p>c</p>");
        assert_eq!(safe("<ul><li><div>a</div></ul>"), "<ul><li><div>a</div></li></ul>");
        assert_eq!(safe("</p>a</div>"), "<p>a</p>");
        assert_eq!(
            safe("<a href=\"https://e.org\"><div>a</div><div>b</div></a>"),
            "<p><a href=\"https://e.org\">a<br>b</a></p>"
        );
    }

    #[test]
    fn much_that_is_open_takes_no_time() {
        for unit in [
            "<div>",
            "<b id=1>",
            "<b \"",
            "<x",
            "<table>",
            "<!--",
            "<a href='",
            "<p><font size=1>",
            "</div><i id=2><div>",
        ] {
            sanitise(&unit.repeat(40_000));
        }
    }
}
