//! Emphasis in CJK text is paired as by another parser: comrak's `cjk_friendly_emphasis`.

use std::borrow::Cow;

use std::fmt::Write;

use super::{InlineKind, Tag, parse, rewrite};
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use pulldown_cmark::{Event, Parser, Tag as CmTag, TagEnd};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// How many random texts are compared.
const TEXTS: usize = 300_000;

/// What most texts are made of. What a variation selector does after white space is not specified.
const PIECES: &[&str] = &[
    "*",
    "*",
    "**",
    "**",
    "**",
    "***",
    "_",
    "__",
    "*",
    "**",
    "a",
    "b",
    "あ",
    "語",
    "ｶ",
    "한",
    "は",
    " ",
    " ",
    "*\u{3000}あ",
    "\u{3000}**",
    "「",
    "」",
    "。",
    "、",
    "（",
    "）",
    "：",
    "！",
    "(",
    ")",
    ".",
    "\"",
    "-",
    "“",
    "”",
    "…",
    "🚀",
    "⚠\u{fe0f}",
    "㊗",
    "①",
    "\u{fe00}",
    "\u{fe01}",
    "\u{fe0e}",
    "\u{e0100}",
    "\\",
    "\\*",
    "`x`",
    "`*`",
    "**「",
    "」**",
    "。**",
    "**（",
    "[あ](u)",
    "[**「",
    "**](u)",
    "![「",
    "](u)",
    "<x>", // not of HTML, so that it stays
    "&amp;",
    "é",
    "₩",
    "\n",
];

/// Texts in which there is strikethrough. Its delimiters touch no others, since comrak looks past `~` for the
/// neighbours of `*`; they open only where comrak opens too, while the parser opens before any text: `a~~(b~~`.
/// A single `~` is not compared: for the parser it is none within a word, for comrak it is.
const STRUCK: &[&str] = &[
    "あ~~「",
    "」~~語",
    "a~~。",
    "！~~한",
    "語~~（",
    "。\u{fe00}~~a",
    ")~~あ",
    " ~~ ",
    " ~~語",
    "語~~ ",
    "あ",
    "a",
    " ",
    "「",
    "」",
    "**「a」**",
    "*",
    "**",
];

#[test]
fn emphasis_is_paired_as_comrak_pairs_it() {
    let mut random = Random(20_260_725);
    let (mut rewritten, mut skipped, mut changed) = (0, 0, 0);
    for _ in 0..TEXTS * 4 / 5 {
        let text = random.text(PIECES, 20);
        // What the dialect rewrites is another text for comrak: `*` and a wide space begin a bullet.
        if matches!(rewrite(&text, 0).text, Cow::Owned(_)) {
            rewritten += 1;
            continue;
        }
        let plain = by_pulldown(&text);
        // White space before inline HTML, where the block begins: not a matter of emphasis.
        if plain != by_comrak(&text, Rule::CommonMark) {
            skipped += 1;
            continue;
        }
        let ours = by_us(&text);
        assert_eq!(ours, by_comrak(&text, Rule::CjkFriendly), "{text:?}");
        changed += usize::from(ours != plain);
    }
    assert!(rewritten * 50 < TEXTS, "{rewritten} rewritten");
    assert!(skipped * 100 < TEXTS, "{skipped} skipped");
    assert!(changed * 10 > TEXTS, "only {changed} texts are a test");
}

#[test]
fn strikethrough_is_paired_as_comrak_pairs_it() {
    let mut random = Random(2_026);
    for _ in 0..TEXTS / 5 {
        let text = random.text(STRUCK, 12);
        if matches!(rewrite(&text, 0).text, Cow::Owned(_)) {
            continue;
        }
        assert_eq!(by_us(&text), by_comrak(&text, Rule::CjkFriendly), "{text:?}");
    }
}

#[test]
fn every_character_is_classed_as_comrak_classes_it() {
    let scripts = ('\0'..'\u{20000}').chain('\u{2f800}'..'\u{2fa20}').chain('\u{e0100}'..'\u{e01f0}');
    let (mut skipped, mut all) = (0, 0);
    for c in scripts.filter(|c| c.general_category() != GeneralCategory::Unassigned && !c.is_control()) {
        let text = format!("a{c}**(x)**{c}a, a**{c}x{c}**a, あ__{c}x{c}__あ");
        all += 1;
        // The parser's table of punctuation is of an older Unicode. Comrak looks past `~`.
        let is_rewritten = matches!(rewrite(&text, 0).text, Cow::Owned(_));
        if !is_rewritten && by_pulldown(&text) == by_comrak(&text, Rule::CommonMark) {
            assert_eq!(by_us(&text), by_comrak(&text, Rule::CjkFriendly), "{text:?}");
        } else {
            skipped += 1;
        }
    }
    assert!(skipped * 50 < all, "{skipped} skipped");
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    CommonMark,
    CjkFriendly,
}

/// The inline content of `text` as simple markup, by the library.
fn by_us(text: &str) -> String {
    let tree = parse(text, 0);
    let mut out = String::new();
    for line in 0..tree.line_count() {
        for inline in tree.inlines(&tree.line(line).inlines) {
            match inline.kind {
                InlineKind::Open(tag) => edge(&mut out, "<", end(tag)),
                InlineKind::Close(tag) => edge(&mut out, "</", end(tag)),
                InlineKind::Code => code_span(&mut out, tree.text(&(inline.start..inline.end))),
                _ => out.push_str(tree.text(&(inline.start..inline.end))),
            }
        }
    }
    out
}

fn end(tag: Tag) -> TagEnd {
    match tag {
        Tag::Ruby(_) | Tag::Look(_) => unreachable!("no text has it here"),
        Tag::Emphasis => TagEnd::Emphasis,
        Tag::Strong => TagEnd::Strong,
        Tag::Strikethrough => TagEnd::Strikethrough,
        Tag::Link(_) | Tag::Embed(_) => TagEnd::Link,
        Tag::Image(_) => TagEnd::Image,
    }
}

/// The same, by the parser alone.
fn by_pulldown(text: &str) -> String {
    let mut out = String::new();
    let mut in_code = false;
    for event in Parser::new_ext(text, pulldown_cmark::Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(CmTag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(tag) => edge(&mut out, "<", tag.to_end()),
            Event::End(tag) => edge(&mut out, "</", tag),
            Event::Text(text) if !in_code => out.push_str(&text),
            Event::InlineHtml(html) => out.push_str(&html),
            Event::Code(code) => code_span(&mut out, &code),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            _ => {}
        }
    }
    out
}

fn edge(out: &mut String, bracket: &str, tag: TagEnd) {
    let name = match tag {
        TagEnd::Emphasis => "em",
        TagEnd::Strong => "strong",
        TagEnd::Strikethrough => "del",
        TagEnd::Link => "a",
        TagEnd::Image => "img",
        _ => return,
    };
    write!(out, "{bracket}{name}>").unwrap();
}

/// The same, by comrak.
fn by_comrak(text: &str, rule: Rule) -> String {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.cjk_friendly_emphasis = rule == Rule::CjkFriendly;
    let arena = Arena::new();
    let mut out = String::new();
    write_node(&mut out, parse_document(&arena, text, &options));
    out
}

fn write_node<'a>(out: &mut String, node: &'a AstNode<'a>) {
    let name = match &node.data().value {
        NodeValue::Text(text) => return out.push_str(text),
        NodeValue::HtmlInline(html) => return out.push_str(html),
        NodeValue::Code(code) => return code_span(out, &code.literal),
        NodeValue::SoftBreak | NodeValue::LineBreak => return out.push('\n'),
        NodeValue::Emph => "em",
        NodeValue::Strong => "strong",
        NodeValue::Strikethrough => "del",
        NodeValue::Link(_) => "a",
        NodeValue::Image(_) => "img",
        _ => return node.children().for_each(|child| write_node(out, child)),
    };
    write!(out, "<{name}>").unwrap();
    node.children().for_each(|child| write_node(out, child));
    write!(out, "</{name}>").unwrap();
}

fn code_span(out: &mut String, code: &str) {
    write!(out, "<code>{code}</code>").unwrap();
}

/// A small generator, the same everywhere: Knuth's constants, the better half of the bits.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn text(&mut self, pieces: &[&str], most: usize) -> String {
        (0..=self.below(most)).map(|_| pieces[self.below(pieces.len())]).collect()
    }
}
