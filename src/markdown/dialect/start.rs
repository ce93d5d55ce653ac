//! How the text of a line begins: what its first characters make of it.

use super::inline::formula::Delimiters;
use super::inline::shortcode;
use crate::text::is_wide;

/// Fewest digits of a number in a line of its own that counts no item.
const LONE_DIGITS: usize = 3;

/// What the first characters of a line, after its indentation, make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// Text, or a table's row.
    Text,
    /// An item of a list, as CommonMark knows it.
    Marker(Marker),
    /// An item of a list, as people write it: `・`. Bytes before the item's text, and how
    /// high such a sign stands: `■` above `●` above `・`.
    Sign { length: usize, rank: Rank },
    /// An emoji: an item if another such line stands next to it.
    Emoji,
    /// A heading.
    Heading,
    /// A heading to its author: so many `#` of so many bytes each, directly before its text. The last is the length of
    /// white space that is none to CommonMark.
    Hash { level: usize, sign: usize, wide: usize },
    /// The fence of a code block.
    Fence(Fence),
    /// `>`
    Quote,
    /// So many dashes, and nothing else.
    Dashes(usize),
    /// `===`, which makes a heading of the text above.
    Equals,
    /// A thematic break that cannot be mistaken for a heading's underline.
    Rule,
    /// `: text`, which defines the term above.
    Definition,
    /// `[^1]: text`
    Footnote,
    /// `:::message`, `<details>`
    Container(Container),
    /// `:::` or `</details>`
    Closer(Container),
    /// HTML up to the next blank line.
    Html,
    /// HTML up to this end.
    HtmlUntil(&'static str),
    /// `$$` or `\[`, which ends on another line.
    Math,
}

/// An item's marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Bytes, which are columns too.
    pub width: usize,
    /// Of an ordered item.
    pub number: Option<u64>,
}

/// How high the items of a sign stand: people nest `・` under `■` without indentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Square,
    Circle,
    Dot,
    /// CommonMark's own markers.
    Ascii,
    /// No item.
    None,
}

/// The fence of a code block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    pub byte: u8,
    pub length: usize,
    pub info: Info,
}

/// Whether a fence says something of its code: one that does never closes a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Info {
    Bare,
    Given,
}

/// The two families of containers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// `:::`, with so many colons.
    Colons(usize),
    /// `<details>`
    Details,
}

impl Start {
    /// What begins with `text`, which has no white space at its start.
    pub fn of(text: &str) -> Self {
        let Some(&first) = text.as_bytes().first() else {
            return Start::Text;
        };
        match first {
            b'-' => dashes(text),
            b'*' | b'+' | b'_' => stars(text),
            b'0'..=b'9' => number(text),
            b'#' => hash(text),
            b'`' | b'~' => Fence::of(text).map_or(Start::Text, Start::Fence),
            b'>' => Start::Quote,
            b'=' if text.trim_end_matches([' ', '\t']).bytes().all(|byte| byte == b'=') => Start::Equals,
            b':' => colon(text),
            b'<' => html(text),
            b'[' if is_footnote(text) => Start::Footnote,
            b'$' | b'\\' | b'[' if opens_formula(text) => Start::Math,
            // Of the first bytes of Japanese text, only that of `・` is one of a sign.
            0xEF if text.starts_with('＃') => wide_hash(text),
            0xE2 | 0xEF | 0xF0 => sign(text),
            0xE3 if text.starts_with(['・', 'ー']) => sign(text),
            _ => Start::Text,
        }
    }

    pub fn rank(self) -> Rank {
        match self {
            Start::Sign { rank, .. } => rank,
            Start::Marker(_) => Rank::Ascii,
            _ => Rank::None,
        }
    }

    /// Whether it goes on in a paragraph above it.
    pub fn is_text(self) -> bool {
        matches!(self, Start::Text | Start::Emoji | Start::Definition | Start::Dashes(2))
    }

    /// Whether, below a quote, it would be read as a part of it.
    pub fn joins_quote(self) -> bool {
        self.is_text()
            || matches!(
                self,
                Start::Quote | Start::Container(_) | Start::Equals | Start::Footnote | Start::Hash { .. } | Start::Math
            )
    }

    pub fn is_heading(self) -> bool {
        matches!(self, Start::Heading | Start::Hash { .. })
    }
}

impl Fence {
    fn of(text: &str) -> Option<Self> {
        let byte = *text.as_bytes().first()?;
        let length = text.bytes().take_while(|&b| b == byte).count();
        let info = text[length..].trim();
        let broken = byte == b'`' && info.contains('`');
        let info = if info.is_empty() { Info::Bare } else { Info::Given };
        (length >= 3 && !broken).then_some(Self { byte, length, info })
    }

    /// Whether this fence ends the code that `opener` began.
    pub fn closes(self, opener: Fence) -> bool {
        self.info == Info::Bare && self.byte == opener.byte && self.length >= opener.length
    }
}

fn dashes(text: &str) -> Start {
    let text = text.trim_end_matches([' ', '\t']);
    let count = text.bytes().take_while(|&byte| byte == b'-').count();
    if count == text.len() {
        return Start::Dashes(count);
    }
    stars(text)
}

/// A thematic break or an item.
fn stars(text: &str) -> Start {
    let sign = text.as_bytes()[0];
    let signs = || text.bytes().filter(|&byte| byte == sign).count();
    if sign != b'+' && text.bytes().all(|byte| byte == sign || byte == b' ' || byte == b'\t') && signs() >= 3 {
        return Start::Rule;
    }
    if sign != b'_' && ends_marker(&text[1..]) {
        return Start::Marker(Marker { width: 1, number: None });
    }
    Start::Text
}

/// Whether a marker may end before `rest`. A full-width space there is a slip of the input method.
fn ends_marker(rest: &str) -> bool {
    let wide = rest.starts_with('\u{3000}') && rest.contains(char::is_alphanumeric);
    wide || matches!(rest.as_bytes().first(), None | Some(b' ' | b'\t'))
}

fn number(text: &str) -> Start {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    // A keycap: `1️⃣`.
    if rest.starts_with("\u{fe0f}\u{20e3}") {
        return Start::Emoji;
    }
    if lone_number(text).is_some() {
        return Start::Text;
    }
    if digits <= 9 && rest.starts_with(['.', ')']) && ends_marker(&rest[1..]) {
        return Start::Marker(Marker { width: digits + 1, number: text[..digits].parse().ok() });
    }
    Start::Text
}

/// Where the full stop of a line stands that is only a year or a large number: `1665.` To CommonMark, it is an item
/// without text.
pub(super) fn lone_number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits >= LONE_DIGITS && text[digits..].trim_end() == ".").then_some(digits)
}

/// CommonMark asks for a space after `#`. Authors who leave it out mean a heading all the same;
/// but one `#` is also a hashtag, a number, a comment.
fn hash(text: &str) -> Start {
    let level = text.bytes().take_while(|&byte| byte == b'#').count();
    let rest = &text[level..];
    if level > 6 {
        return Start::Text;
    }
    let Some(first) = rest.chars().next() else {
        return Start::Heading;
    };
    match first {
        ' ' | '\t' => Start::Heading,
        '\u{3000}' | '\u{a0}' => Start::Hash { level, sign: 1, wide: first.len_utf8() },
        _ if level > 1 && is_title(first, rest) => Start::Hash { level, sign: 1, wide: 0 },
        _ if level == 1 && is_wide(first) && first.is_alphabetic() && !rest.contains('#') => {
            Start::Hash { level, sign: 1, wide: 0 }
        }
        _ => Start::Text,
    }
}

/// `#` as an input method for Chinese characters types it, with a space behind it: 「＃ 見出し」.
fn wide_hash(text: &str) -> Start {
    let rest = text.trim_start_matches('＃');
    let (sign, wide) = ('＃'.len_utf8(), rest.chars().next().map_or(0, char::len_utf8));
    let level = (text.len() - rest.len()) / sign;
    let is_apart = rest.starts_with([' ', '\t', '\u{3000}', '\u{a0}']) && !rest.trim().is_empty();
    if level <= 6 && is_apart { Start::Hash { level, sign, wide } } else { Start::Text }
}

/// Whether a title may begin so: with a letter, a number before one, or a bracket.
fn is_title(first: char, rest: &str) -> bool {
    first.is_alphabetic()
        || "【「『（〈《*".contains(first)
        || (first.is_ascii_digit() && rest.contains(char::is_alphabetic))
}

fn colon(text: &str) -> Start {
    let colons = text.bytes().take_while(|&byte| byte == b':').count();
    let rest = &text[colons..];
    match colons {
        1 if rest.starts_with([' ', '\t']) && !rest.trim().is_empty() => Start::Definition,
        1 if shortcode::at(text, 0).is_some() => Start::Emoji,
        3.. if rest.trim().is_empty() => Start::Closer(Container::Colons(colons)),
        3.. => Start::Container(Container::Colons(colons)),
        _ => Start::Text,
    }
}

/// HTML that begins a block, and goes on to the next blank line.
const BLOCK_TAGS: &[&str] = &[
    "address",
    "article",
    "aside",
    "base",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

fn html(text: &str) -> Start {
    if text.starts_with("<!--") {
        return Start::HtmlUntil("-->");
    }
    if spoken_of(text) > 0 {
        return Start::Text;
    }
    let closing = text.starts_with("</");
    let name = tag_name(text);
    let is = |tag: &str| name.eq_ignore_ascii_case(tag);
    if is("details") {
        return if closing { Start::Closer(Container::Details) } else { Start::Container(Container::Details) };
    }
    if !closing {
        let raw = [("pre", "</pre>"), ("script", "</script>"), ("style", "</style>"), ("textarea", "</textarea>")];
        if let Some((_, end)) = raw.iter().find(|(tag, _)| is(tag)) {
            return Start::HtmlUntil(end);
        }
    }
    if BLOCK_TAGS.iter().any(|tag| is(tag)) { Start::Html } else { Start::Text }
}

/// The name of the tag that `text` begins with.
pub(super) fn tag_name(text: &str) -> &str {
    let inner = text.trim_start_matches('<').trim_start_matches('/');
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let ends = matches!(inner.as_bytes().get(length), None | Some(b' ' | b'\t' | b'>' | b'/'));
    if ends { &inner[..length] } else { "" }
}

/// Elements that hold no text but in others: words behind one of their tags speak of it.
const WITHOUT_TEXT: &[&str] =
    &["base", "colgroup", "dl", "head", "html", "link", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"];

/// How much of a line speaks of tags, which it begins with, and says something of them: `<table>: …`, `<ol> / <ul> – …`,
/// `<tr> is a row`.
pub(super) fn spoken_of(text: &str) -> usize {
    let mut rest = text;
    while let Some(after) = rest.starts_with('<').then(|| after_bare_tag(rest)).flatten() {
        let next = after.trim_start_matches([' ', '\t']);
        let spaced = next.len() < after.len();
        if next.starts_with('：') || separates(next, spaced) {
            // `<td>: </td>` is one.
            let end = format!("</{}>", tag_name(text));
            return if next.trim_end().ends_with(&end) { 0 } else { text.len() - after.len() };
        }
        let holds_none = WITHOUT_TEXT.iter().any(|name| name.eq_ignore_ascii_case(tag_name(rest)));
        if holds_none && spaced && next.starts_with(char::is_alphabetic) && !next.contains("</") {
            return text.len() - after.len();
        }
        // Tags that stand side by side are markup, but for one with its end.
        let joined = next.trim_start_matches([',', '/', '、', '・', '&', '.', '…', ' ']);
        if joined.len() == next.len() && !joined.starts_with("</") {
            break;
        }
        rest = joined;
    }
    0
}

/// What follows the tag without attributes that `text` begins with.
fn after_bare_tag(text: &str) -> Option<&str> {
    let after = &text[text.find(tag_name(text)).filter(|_| !tag_name(text).is_empty())? + tag_name(text).len()..];
    after.strip_prefix('>').or_else(|| after.strip_prefix("/>")).or_else(|| after.strip_prefix(" />"))
}

/// Whether a definition begins with `text`, behind a term and perhaps a space.
fn separates(text: &str, spaced: bool) -> bool {
    let signs: &[&str] = if spaced { &[": ", "- ", "– ", "— ", "= ", "→", "-> "] } else { &[": "] };
    signs.iter().any(|sign| text.strip_prefix(sign).is_some_and(|rest| !rest.trim().is_empty()))
}

/// Whether a formula begins here that does not end on this line.
fn opens_formula(text: &str) -> bool {
    Delimiters::of(text).is_some_and(|found| {
        let rest = &text[found.open..];
        !rest.starts_with('$') && !rest.contains(&*found.close)
    })
}

fn is_footnote(text: &str) -> bool {
    text.starts_with("[^") && text.find("]:").is_some_and(|end| end > 2 && !text[2..end].contains([' ', '[']))
}

/// Signs that begin a line as an item of a list.
fn sign(text: &str) -> Start {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return Start::Text;
    };
    let rank = match first {
        '■' | '□' | '◆' | '◇' | '▼' | '▽' => Rank::Square,
        '●' | '○' | '◎' => Rank::Circle,
        '・' | '･' | '•' | '◦' | '‣' | '⁃' | '▪' | '▫' | '▸' | '▹' | '►' | '▶' | '➤' => {
            Rank::Dot
        }
        // `-`, `*` and `+` as an input method types them.
        '－' | '−' | 'ー' | '＊' | '＋' if ends_marker(chars.as_str()) => Rank::Ascii,
        _ if is_emoji(first) => return Start::Emoji,
        _ => return Start::Text,
    };
    let rest = chars.as_str();
    let item = rest.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    // `・・・` is a pause, `●●` a name left open, and a sign without a word no item.
    if rest.starts_with([first, '…']) || !item.contains(char::is_alphanumeric) {
        return Start::Text;
    }
    if rest.starts_with('\u{fe0f}') {
        return Start::Emoji;
    }
    Start::Sign { length: text.len() - item.len(), rank }
}

/// Whether a line that begins with this may be an item: ✅ 🔹 👉. (★ and ☆ say how much something matters.)
pub(super) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{2600}'..='\u{2604}' | '\u{2607}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_need_no_space() {
        let level = |text| match Start::of(text) {
            Start::Hash { level, .. } => level,
            _ => 0,
        };
        assert_eq!(
            [level("#見出し"), level("##見出し"), level("###Title"), level("##1.概要"), level("#\u{3000}題")],
            [1, 2, 3, 2, 1]
        );
        assert_eq!([level("＃ 題"), level("＃＃\u{3000}題"), level("＃タグ"), level("＃")], [1, 2, 0, 0]);
        for text in ["#aws #soa", "#タグ1 #タグ2", "#!/bin/sh", "#1", "#include", "####### a", "## a", "##"] {
            assert_eq!(level(text), 0, "{text}");
        }
    }

    #[test]
    fn signs_are_items_and_pauses_are_not() {
        let is_sign = |text| matches!(Start::of(text), Start::Sign { .. });
        assert!(["・a", "• a", "●用語", "■ 概要", "･a"].into_iter().all(is_sign));
        assert!(["－ a", "ー\u{3000}a", "＊ a", "＋ a", "− a"].into_iter().all(is_sign));
        assert!(!["・・・", "●●銀行", "・", "…", "★重要", "※注"].into_iter().any(is_sign));
        assert!(!["－5", "−5 度", "ー", "＊注", "＋α"].into_iter().any(is_sign));
    }

    #[test]
    fn colons_open_define_and_close() {
        assert_eq!(Start::of(":::message"), Start::Container(Container::Colons(3)));
        assert_eq!(Start::of("::::"), Start::Closer(Container::Colons(4)));
        assert_eq!(Start::of(": text"), Start::Definition);
        assert_eq!(Start::of(":30分"), Start::Text);
    }

    #[test]
    fn lines_that_speak_of_tags_are_told_from_html() {
        for (text, spoken) in [
            ("<table>: rows and columns", "<table>"),
            ("</p> – the end", "</p>"),
            ("<ol> / <ul> - lists", "<ol> / <ul>"),
            ("<p>…</p>: a paragraph", "<p>…</p>"),
            ("<h1></h1>：見出し", "<h1></h1>"),
            ("<br/> = a break", "<br/>"),
            ("<table> and <tr> are for tables", "<table>"),
        ] {
            assert_eq!(&text[..spoken_of(text)], spoken, "{text}");
        }
        for text in [
            "<table>",
            "<p>text: more",
            "<td>: x</td>",
            "<table><tr><td>: x",
            "<div>:</div>",
            "<div> text",
            "<tr> x</tr>",
            "<table> <tr>",
            "<p align=left>: x",
            "<p>- x",
            "<p>:",
            "<b>x</b>: y",
        ] {
            assert_eq!(spoken_of(text), 0, "{text}");
        }
    }

    #[test]
    fn breaks_are_no_items() {
        assert_eq!(Start::of("***"), Start::Rule);
        assert_eq!(Start::of("- - -"), Start::Rule);
        assert_eq!(Start::of("--"), Start::Dashes(2));
        assert_eq!(Start::of("**a**"), Start::Text);
        assert_eq!(Start::of("- a"), Start::Marker(Marker { width: 1, number: None }));
        assert_eq!(Start::of("10. a"), Start::Marker(Marker { width: 3, number: Some(10) }));
    }
}
