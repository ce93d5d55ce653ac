//! Raw HTML in notes: which of it is markup, and what text it leaves.

use super::media::file_name;
use super::tree::{Look, Tag};
use crate::text::entity;

/// The elements of HTML that people put into notes. Anything else in angle
/// brackets is text: `Vec<T>`, `<your-bucket>`.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "a", "abbr", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "button", "caption", "center", "cite", "code", "col", "colgroup", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "object", "ol", "p", "picture", "pre", "q", "rb", "rp", "rt",
    "ruby", "s", "samp", "script", "section", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
];

/// Attributes that are written without a value.
#[rustfmt::skip]
const BARE_ATTRIBUTES: &[&str] = &[
    "allowfullscreen", "async", "autofocus", "autoplay", "border", "checked", "compact", "controls", "default", "defer", "disabled", "download", "hidden", "ismap", "loop",
    "multiple", "muted", "noshade", "nowrap", "open", "playsinline", "readonly", "required", "reversed", "selected",
];

/// Elements whose content is no text.
const SILENT: &[&str] = &["script", "style", "svg"];

/// The name of the element of a tag such as `<br/>` or `</p>`, in lower case, if HTML has it. `a<b and b>c` compares.
pub fn element(tag: &str) -> Option<String> {
    let inner = tag.strip_prefix('<')?.trim_start_matches('/');
    let (name, after) = inner.split_at(inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len()));
    if after.starts_with(|c: char| !c.is_ascii_whitespace() && !matches!(c, '/' | '>')) {
        return None;
    }
    let name = name.to_ascii_lowercase();
    (ELEMENTS.contains(&name.as_str()) && are_attributes(after)).then_some(name)
}

/// Whether what follows an element's name up to `>` are attributes.
fn are_attributes(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return true;
        }
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/' | '<' | '"' | '\'');
        let (name, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = match after.trim_start().strip_prefix('=') {
            // Every attribute of HTML has two letters or more: `b=c` compares.
            Some(value) if name.len() >= 2 => match after_value(value.trim_start()) {
                Some(rest) => rest,
                None => return false,
            },
            None if is_bare_attribute(name) => after,
            _ => return false,
        };
    }
}

fn is_bare_attribute(name: &str) -> bool {
    let is_of_a_program = name.len() >= 2 && name.contains(['-', ':', '@', '#']);
    is_of_a_program || BARE_ATTRIBUTES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// What follows the value that `text` begins with. A quote that is not closed was none.
fn after_value(text: &str) -> Option<&str> {
    if let Some(quote) = text.chars().next().filter(|first| matches!(first, '"' | '\''))
        && let Some(end) = text[1..].find(quote)
    {
        return Some(&text[end + 2..]);
    }
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '<' | '>')).unwrap_or(text.len());
    (end > 0 && !text[end..].starts_with('<')).then_some(&text[end..])
}

/// Whether a tag has no attributes.
pub fn is_bare(tag: &str) -> bool {
    let inner = tag.trim_start_matches(['<', '/']).trim_end_matches(['>', '/', ' ', '\t', '\n']);
    inner.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Elements with one of which an element ends, if it has no end of its own.
pub fn parents(element: &str) -> &'static [&'static str] {
    match element {
        "li" => &["ul", "ol"],
        "td" | "th" => &["tr", "table"],
        "caption" | "colgroup" | "tbody" | "tfoot" | "thead" | "tr" => &["table"],
        "dd" | "dt" => &["dl"],
        "p" => &["blockquote", "center", "div", "td"],
        "summary" => &["details"],
        _ => &[],
    }
}

/// Elements without an end.
pub fn is_void(element: &str) -> bool {
    matches!(element, "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "source" | "wbr")
}

/// What the tag of an element in text does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `<br>`, `<hr>`
    Break,
    /// `<li>`, `<p>`: it begins a line.
    Line,
    /// `<img>`, `<audio>`, `<video>`, `<source>`
    Media,
    /// `<a>`
    Link,
    /// `<ruby>`: its content has a reading.
    Ruby,
    /// `<rt>`: the reading.
    Reading,
    /// `<rp>`: what stands around the reading where it cannot stand above.
    Parenthesis,
    /// It shows its content as this does.
    Span(Tag),
    /// It leaves its content.
    None,
}

/// What the tag of `element` does in text.
pub fn role(element: &str) -> Role {
    let look = match element {
        "br" | "hr" => return Role::Break,
        "dd" | "div" | "dt" | "li" | "p" | "tr" => return Role::Line,
        "img" | "audio" | "video" | "source" => return Role::Media,
        "a" => return Role::Link,
        "ruby" => return Role::Ruby,
        "rt" => return Role::Reading,
        "rp" => return Role::Parenthesis,
        "b" | "strong" => return Role::Span(Tag::Strong),
        "i" | "em" | "cite" | "dfn" | "var" => return Role::Span(Tag::Emphasis),
        "s" | "strike" | "del" => return Role::Span(Tag::Strikethrough),
        "code" | "samp" | "tt" => Look::Code,
        "kbd" => Look::Key,
        "mark" => Look::Mark,
        "q" => Look::Quoted,
        "small" => Look::Small,
        "sub" => Look::Sub,
        "sup" => Look::Sup,
        "u" | "ins" => Look::Underline,
        _ => return Role::None,
    };
    Role::Span(Tag::Look(look))
}

/// What an image's tag shows as text: its `alt`, or else its file's name.
pub fn image_text(tag: &str) -> Option<&str> {
    let named = attribute(tag, "alt").filter(|alt| !alt.trim().is_empty());
    named.or_else(|| attribute(tag, "src").filter(|source| !source.is_empty()).map(file_name))
}

/// The value of an attribute of a tag.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.match_indices(name).find_map(|(at, _)| {
        let before = lower[..at].ends_with(char::is_whitespace);
        let rest = lower[at + name.len()..].trim_start();
        (before && rest.starts_with('=')).then(|| lower.len() - rest.len() + 1)
    })?;
    let value = tag[at..].trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split(|c: char| c.is_whitespace() || c == '>').next(),
    }
}

/// The text that a piece of raw HTML shows, a line for each that it begins: tags and comments are taken off.
pub fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        rest = skip_markup(&rest[start..], &mut out);
    }
    out.push_str(rest);
    let lines: Vec<&str> = out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    named_characters(&lines.join("\n"))
}

/// Goes past the markup that `rest` begins with, and writes what it stands for.
fn skip_markup<'r>(rest: &'r str, out: &mut String) -> &'r str {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or("", |end| &rest[end + 3..]);
    }
    let Some(end) = rest.find('>') else {
        out.push_str(rest);
        return "";
    };
    let (tag, after) = rest.split_at(end + 1);
    match element(tag) {
        None => {
            out.push('<');
            return &rest[1..];
        }
        Some(name) if SILENT.contains(&name.as_str()) && !tag.starts_with("</") => {
            let close = format!("</{name}");
            return after.to_ascii_lowercase().find(&close).map_or("", |at| &after[at..]);
        }
        Some(name) if name == "img" => out.push_str(image_text(tag).unwrap_or_default()),
        Some(name) if matches!(name.as_str(), "br" | "p" | "div" | "li" | "tr" | "hr" | "h1" | "h2" | "h3" | "h4") => {
            out.push('\n');
        }
        Some(name) if matches!(name.as_str(), "td" | "th" | "dd" | "summary") => out.push(' '),
        Some(_) => {}
    }
    after
}

/// Where the `>` is of the tag that `rest` begins with: one in quotes ends nothing.
pub(crate) fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    rest.bytes().position(|byte| {
        match quote {
            Some(open) if open == byte => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => return byte == b'>',
            Some(_) => {}
        }
        false
    })
}

/// Text with the few named characters that people write in raw HTML.
pub fn named_characters(text: &str) -> String {
    // A space of any kind is a space.
    let named = |name: &str| if name == "nbsp" { Some(' ') } else { entity::named(name) };
    entity::decoded(text, named).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_taken_off_and_unknown_tags_are_text() {
        assert_eq!(text("<p align=\"center\">a <b>b</b></p>\n</br>"), "a b");
        assert_eq!(text("Vec<T> & <your-bucket>"), "Vec<T> & <your-bucket>");
        assert_eq!(text("<img src='a/b.png' alt=\"図\"> x<!-- y -->"), "図 x");
        assert_eq!(text("<img src=a/b.png>"), "b.png");
        assert_eq!(text("<script>alert(1)</script>after"), "after");
        assert_eq!(text("a < b"), "a < b");
        assert_eq!(text("one<br>two<p>three</p>four<td>five<td>six"), "one\ntwo\nthree\nfour five six");
    }

    #[test]
    fn what_holds_no_attributes_is_no_tag() {
        for tag in
            ["<b>", "</b >", "<br/>", "<td width=50%>", "<a href='x y'title=\"b>c\">", "<ol reversed>", "<p data-x>"]
        {
            assert!(element(tag).is_some(), "{tag}");
        }
        for text in ["<b and b>", "<q or r>", "<i = 3>", "<s t=4>", "<b id=1 or c>", "<a href=>", "<b \"x\">", "<p <b>"]
        {
            assert_eq!(element(text), None, "{text}");
        }
        assert!(is_bare("<b>") && is_bare("</b >") && is_bare("<br/>") && !is_bare("<b id=x>"));
    }
}
