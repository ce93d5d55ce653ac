//! Emphasis as its author meant it in Chinese, Japanese and Korean: `**「重要」**です` is bold.
//!
//! [`Emphasis`] keeps back the inline events of a block from its first delimiter on. Where the rules
//! disagree on what one of them can do, all of them are taken for plain delimiters again, and paired by
//! the parser's algorithm. All else stays as it came. This knows nothing of trees.

use std::mem;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::flanking::{self, Flanks, Rule};
use crate::text::Span;

/// An event, and where it stands in the source.
type Spanned<'a> = (Event<'a>, Span);

/// Takes the parser's events, in order, and keeps those back in which emphasis may be paired anew.
pub(super) struct Emphasis<'a> {
    source: &'a str,
    /// The next run on which the rules disagree. What ends before it is passed on without a look.
    pivot: usize,
    /// The pivot may be in the block that is being read.
    watching: bool,
    /// The end of the items that are open: one holds text and other blocks side by side.
    items: usize,
    in_code: bool,
    line: Line,
    /// What is kept back of a block, and where the line begins that it begins in.
    kept: Vec<Spanned<'a>>,
    kept_line: Line,
    /// The first span of each block that the parser would not have made.
    gained: Vec<Span>,
}

impl<'a> Emphasis<'a> {
    /// For the events of `source`: spans count from its start.
    pub fn new(source: &'a str) -> Self {
        let line = Line::default();
        let pivot = next_pivot(source, 0);
        Self {
            source,
            pivot,
            watching: false,
            items: 0,
            in_code: false,
            line,
            kept: Vec::new(),
            kept_line: line,
            gained: Vec::new(),
        }
    }

    /// Whether the next event is to be kept until its block ends.
    #[inline]
    pub fn keeps(&mut self, (event, span): &Spanned<'_>) -> bool {
        if !self.kept.is_empty() {
            return is_inline(event);
        }
        (self.watching || span.end > self.pivot) && self.begins(event, span)
    }

    /// Keeps an event.
    pub fn keep(&mut self, spanned: Spanned<'a>) {
        self.kept.push(spanned);
    }

    /// What was kept, if something was, with emphasis paired by the CJK-friendly rule. The block has ended.
    #[inline]
    pub fn release(&mut self) -> Option<impl Iterator<Item = Spanned<'a>> + '_> {
        (!self.kept.is_empty()).then(|| {
            self.pair();
            self.kept.drain(..)
        })
    }

    #[inline(never)]
    fn begins(&mut self, event: &Event<'_>, span: &Span) -> bool {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) if self.watching => return self.begin(),
            Event::Text(text) if self.watching && !self.in_code && may_delimit(text, span) => return self.begin(),
            // What is in it is seen only from its start.
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. })
                if self.watching && is_raw(*link_type) =>
            {
                return self.begin();
            }
            Event::Start(Tag::Item) => {
                self.items = self.items.max(span.end);
                self.watch(span);
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell) => self.watch(span),
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            _ => {}
        }
        self.line.pass(event, span);
        false
    }

    fn watch(&mut self, block: &Span) {
        if self.pivot < block.start {
            self.pivot = next_pivot(self.source, block.start);
        }
        self.watching = self.pivot < block.end.max(self.items);
    }

    fn begin(&mut self) -> bool {
        self.kept_line = self.line;
        true
    }

    #[inline(never)]
    fn pair(&mut self) {
        self.line = Line::default();
        if differs(self.source, &self.kept, self.kept_line) {
            let before: Vec<Span> = emphasised(&self.kept).cloned().collect();
            pair_again(self.source, Rule::CjkFriendly, &mut self.kept, self.kept_line);
            self.gained.extend(emphasised(&self.kept).find(|span| !before.contains(span)).cloned());
        }
    }

    /// What only the CJK-friendly rule takes for emphasis: the first of it in each block.
    pub fn gained(self) -> Vec<Span> {
        self.gained
    }
}

/// The spans of emphasis among the events of a block.
fn emphasised<'e>(events: &'e [Spanned<'_>]) -> impl Iterator<Item = &'e Span> {
    let starts = |event: &Event<'_>| matches!(event, Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough));
    events.iter().filter(move |(event, _)| starts(event)).map(|(_, span)| span)
}

/// Where the first run from `start` on begins on which the rules disagree, if it is no code or the like.
fn next_pivot(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes();
    let mut from = start;
    while let Some(found) = memchr::memchr3(b'*', b'_', b'~', &bytes[from..]) {
        let at = from + found;
        from = run_end(source, at);
        if flanking::differ(&source[..at], &source[at..from], &source[from..]) {
            return at;
        }
    }
    usize::MAX
}

/// The end of the run that begins at `start`.
fn run_end(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes();
    start + bytes[start..].iter().take_while(|byte| **byte == bytes[start]).count()
}

/// Whether an event is of inline content.
pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline_tag(tag.to_end()),
        Event::End(end) => is_inline_tag(*end),
        Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => false,
        _ => true,
    }
}

fn is_inline_tag(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// Where the line begins; nowhere yet before its first event.
#[derive(Clone, Copy, Debug, Default)]
struct Line(Option<usize>);

impl Line {
    fn pass(&mut self, event: &Event<'_>, span: &Span) {
        match event {
            Event::SoftBreak | Event::HardBreak => self.0 = None,
            _ if is_inline(event) => _ = self.0.get_or_insert(span.start),
            _ => self.0 = None,
        }
    }
}

fn differs(source: &str, events: &[Spanned<'_>], line: Line) -> bool {
    let mut runs = Runs::new(source, events, line);
    events.iter().any(|(event, span)| {
        let mut within = runs.enter(event, span);
        std::iter::from_fn(|| runs.next(&mut within)).any(|run| flanking::differ(run.before, run.delimiters, run.after))
    })
}

/// Whether there may be delimiters in a text event. The parser gives most of those that did nothing one by one.
fn may_delimit(text: &str, span: &Span) -> bool {
    // `&ast;` is longer than what it says.
    span.len() == text.len() && text.bytes().any(is_delimiter)
}

/// Whether the character at `at` stands behind a backslash that is not behind one itself.
fn is_escaped(source: &str, at: usize) -> bool {
    source.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'~')
}

/// A run of delimiters, between the text of its line before it and the text after it.
struct Run<'a> {
    start: usize,
    before: &'a str,
    delimiters: &'a str,
    after: &'a str,
}

impl Run<'_> {
    fn end(&self) -> usize {
        self.start + self.delimiters.len()
    }

    fn flanks(&self, rule: Rule) -> Flanks {
        flanking::flanks(rule, self.before, self.delimiters, self.after)
    }
}

/// Finds the runs in the events of a block, in order.
struct Runs<'a> {
    source: &'a str,
    line: Line,
    /// Where the block's content ends: in a table, more follows.
    end: usize,
    /// Delimiters before this are in a run that was found.
    seen: usize,
    /// In a link whose text was not parsed.
    raw: bool,
}

impl<'a> Runs<'a> {
    fn new(source: &'a str, events: &[Spanned<'_>], line: Line) -> Self {
        let end = events.last().map_or(0, |(_, span)| span.end);
        Self { source, line, end, seen: 0, raw: false }
    }

    /// Takes the next event, and tells in what part of the source it may have delimiters.
    fn enter(&mut self, event: &Event<'_>, span: &Span) -> Range<usize> {
        self.line.pass(event, span);
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => return span.start..span.start + 1,
            Event::End(TagEnd::Emphasis) => return span.end - 1..span.end,
            Event::End(TagEnd::Strong) => return span.end - 2..span.end,
            Event::End(TagEnd::Strikethrough) => {
                let double = self.source[span.start..].starts_with("~~");
                return span.end - 1 - usize::from(double)..span.end;
            }
            Event::Text(text) if !self.raw && may_delimit(text, span) => return span.clone(),
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => self.raw = is_raw(*link_type),
            Event::End(TagEnd::Link | TagEnd::Image) => self.raw = false,
            _ => {}
        }
        0..0
    }

    /// The next run that begins in `within`.
    fn next(&mut self, within: &mut Range<usize>) -> Option<Run<'a>> {
        let bytes = self.source.as_bytes();
        within.start = within.start.max(self.seen);
        while within.start < within.end {
            let at = within.start + bytes[within.clone()].iter().copied().position(is_delimiter)?;
            within.start = at + 1;
            if !is_escaped(self.source, at) {
                let run = self.run(at);
                self.seen = run.end();
                within.start = self.seen;
                return Some(run);
            }
        }
        None
    }

    fn run(&self, start: usize) -> Run<'a> {
        let (source, end) = (self.source, run_end(self.source, start));
        // What the parser took for a table's pipe or a quotation's mark is not of the line.
        let line = self.line.0.unwrap_or(start).min(start);
        let after = if end >= self.end { "" } else { &source[end..] };
        Run { start, before: &source[line..start], delimiters: &source[start..end], after }
    }
}

/// Whether a link shows its address: such text is not parsed.
fn is_raw(link: LinkType) -> bool {
    matches!(link, LinkType::Autolink | LinkType::Email | LinkType::WikiLink { has_pothole: false })
}

/// Pairs the delimiters in the events of a block by `rule`.
///
/// Gives how many openers were looked at, which grows as the runs do.
fn pair_again<'a>(source: &'a str, rule: Rule, events: &mut Vec<Spanned<'a>>, line: Line) -> usize {
    let mut runs = Runs::new(source, events, line);
    let mut pairing = Pairing::default();
    let mut parts = Vec::with_capacity(events.len());
    for (event, span) in events.drain(..) {
        let mut within = runs.enter(&event, &span);
        let found = std::iter::from_fn(|| runs.next(&mut within));
        match event {
            Event::Text(_) if span.start < pairing.end() => {}
            Event::Text(_) => split(source, (event, span), found, rule, &mut pairing, &mut parts),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                parts.extend(found.map(|run| Part::Run(pairing.push(&run, rule))));
            }
            _ => {
                pairing.enter(&event);
                parts.push(Part::Event((event, span)));
            }
        }
    }
    for part in parts {
        match part {
            Part::Event(event) => events.push(event),
            Part::Run(run) => pairing.write(source, run, events),
        }
    }
    pairing.looked
}

/// What a block is made of.
enum Part<'a> {
    Event(Spanned<'a>),
    /// The run at this position.
    Run(usize),
}

/// Takes the runs that can do something out of a text.
fn split<'a>(
    source: &'a str,
    (event, span): Spanned<'a>,
    found: impl Iterator<Item = Run<'a>>,
    rule: Rule,
    pairing: &mut Pairing,
    parts: &mut Vec<Part<'a>>,
) {
    let mut rest = span.start;
    for run in found.filter(|run| run.flanks(rule) != Flanks { open: false, close: false }) {
        if run.start > rest {
            parts.push(Part::Event((Event::Text(source[rest..run.start].into()), rest..run.start)));
        }
        rest = run.end();
        parts.push(Part::Run(pairing.push(&run, rule)));
    }
    if rest == span.start {
        parts.push(Part::Event((event, span)));
    } else if rest < span.end {
        parts.push(Part::Event((Event::Text(source[rest..span.end].into()), rest..span.end)));
    }
}

/// A run while it is paired: it closes spans with its first delimiters and opens some with its last.
#[derive(Debug)]
struct Delimiters {
    start: usize,
    delimiter: u8,
    len: usize,
    flanks: Flanks,
    /// How many close.
    closing: usize,
    /// How many are not used, after those that close.
    left: usize,
    /// The position of its first mark.
    marks: usize,
}

/// What became of a delimiter.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Text,
    /// It opens a span that ends here.
    Open(TagEnd, usize),
    /// It closes a span that began here.
    Close(TagEnd, usize),
    /// It is the second of a pair.
    Second,
}

/// The content of a link or of the block: delimiters pair only within one.
#[derive(Debug, Default)]
struct Level {
    /// The openers before this are outside.
    bottom: usize,
    /// For each kind of closer, the run before which it finds no opener.
    bounds: [usize; 13],
}

/// The algorithm of CommonMark's appendix, with the parser's own ways for `~`.
#[derive(Default)]
struct Pairing {
    runs: Vec<Delimiters>,
    marks: Vec<Mark>,
    /// The runs that may still open, in order.
    openers: Vec<usize>,
    level: Level,
    /// The levels around it.
    outer: Vec<Level>,
    /// How many openers were looked at.
    looked: usize,
}

impl Pairing {
    fn enter(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                let inner = Level { bottom: self.openers.len(), ..Level::default() };
                self.outer.push(mem::replace(&mut self.level, inner));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.openers.truncate(self.level.bottom);
                self.level = self.outer.pop().unwrap_or_default();
            }
            _ => {}
        }
    }

    /// Where the last run ends.
    fn end(&self) -> usize {
        self.runs.last().map_or(0, |run| run.start + run.len)
    }

    /// Takes the next run, and gives its position.
    fn push(&mut self, run: &Run<'_>, rule: Rule) -> usize {
        let (at, len, flanks) = (self.runs.len(), run.delimiters.len(), run.flanks(rule));
        let delimiter = run.delimiters.as_bytes()[0];
        self.runs.push(Delimiters {
            start: run.start,
            delimiter,
            len,
            flanks,
            closing: 0,
            left: len,
            marks: self.marks.len(),
        });
        self.marks.resize(self.marks.len() + len, Mark::Text);
        while flanks.close && self.runs[at].left > 0 {
            let Some(opener) = self.opener(at) else { break };
            self.pair(opener, at);
        }
        if flanks.open && self.runs[at].left > 0 {
            self.openers.push(at);
        }
        at
    }

    /// The nearest run that opens what `closer` closes; those after it will open nothing.
    fn opener(&mut self, closer: usize) -> Option<usize> {
        let kind = bound(&self.runs[closer]);
        let inside = &self.openers[self.level.bottom..];
        let near = inside.iter().rev().take_while(|run| **run >= self.level.bounds[kind]);
        let found = near.inspect(|_| self.looked += 1).position(|run| matches(&self.runs[*run], &self.runs[closer]));
        let Some(skipped) = found else {
            self.level.bounds[kind] = closer;
            return None;
        };
        self.openers.truncate(self.openers.len() - skipped);
        self.openers.last().copied()
    }

    /// Makes a span of the delimiters of two runs that are nearest to each other.
    fn pair(&mut self, opener: usize, closer: usize) {
        let width = self.runs[opener].left.min(self.runs[closer].left).min(2);
        let tag = match (self.runs[opener].delimiter, width) {
            (b'~', _) => TagEnd::Strikethrough,
            (_, 1) => TagEnd::Emphasis,
            _ => TagEnd::Strong,
        };
        self.runs[opener].left -= width;
        self.runs[closer].left -= width;
        let open = self.runs[opener].closing + self.runs[opener].left;
        let close = self.runs[closer].closing;
        self.runs[closer].closing += width;
        let start = self.runs[opener].start + open;
        let end = self.runs[closer].start + close + width;
        self.mark(opener, open, width, Mark::Open(tag, end));
        self.mark(closer, close, width, Mark::Close(tag, start));
        if self.runs[opener].left == 0 {
            self.openers.pop();
        }
    }

    fn mark(&mut self, run: usize, offset: usize, width: usize, mark: Mark) {
        let first = self.runs[run].marks + offset;
        self.marks[first..first + width].fill(Mark::Second);
        self.marks[first] = mark;
    }

    /// Writes what a run became.
    fn write<'a>(&self, source: &'a str, run: usize, events: &mut Vec<Spanned<'a>>) {
        let run = &self.runs[run];
        for (mark, at) in self.marks[run.marks..run.marks + run.len].iter().zip(run.start..) {
            let width = |tag| if tag == TagEnd::Emphasis { 1 } else { 2 };
            match *mark {
                Mark::Second => {}
                Mark::Text => events.push((Event::Text(source[at..=at].into()), at..at + 1)),
                Mark::Open(tag, end) => events.push((Event::Start(start_tag(tag)), at..end)),
                Mark::Close(TagEnd::Strikethrough, start) => {
                    events.push((Event::End(TagEnd::Strikethrough), start..at + run.len));
                }
                Mark::Close(tag, start) => events.push((Event::End(tag), start..at + width(tag))),
            }
        }
    }
}

fn start_tag(tag: TagEnd) -> Tag<'static> {
    match tag {
        TagEnd::Strong => Tag::Strong,
        TagEnd::Strikethrough => Tag::Strikethrough,
        _ => Tag::Emphasis,
    }
}

fn matches(opener: &Delimiters, closer: &Delimiters) -> bool {
    let both = opener.flanks.close || closer.flanks.open;
    opener.delimiter == closer.delimiter
        && match opener.delimiter {
            b'~' => opener.len == closer.len,
            _ => !both || !(opener.len + closer.len).is_multiple_of(3) || closer.len.is_multiple_of(3),
        }
}

/// Closers of one kind match the same openers, so that none needs to look where another found nothing.
fn bound(closer: &Delimiters) -> usize {
    let kind = usize::from(closer.flanks.open) * 3 + closer.len % 3;
    match closer.delimiter {
        b'*' => kind,
        b'_' => 6 + kind,
        // The parser has one bound for `~` and `~~`.
        _ => 12,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Options, Parser};

    use super::*;

    fn events(text: &str) -> Vec<Spanned<'_>> {
        let options =
            Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_WIKILINKS | Options::ENABLE_GFM;
        Parser::new_ext(text, options).into_offset_iter().collect()
    }

    fn friendly(text: &str) -> Vec<Spanned<'_>> {
        let (mut emphasis, mut out) = (Emphasis::new(text), Vec::new());
        for spanned in events(text) {
            if emphasis.keeps(&spanned) {
                emphasis.keep(spanned);
            } else {
                out.extend(emphasis.release().into_iter().flatten());
                out.push(spanned);
            }
        }
        out
    }

    /// Bold text in `【】`, emphasised text in `‹›`, struck text in `{}`; blocks between `/`.
    fn marked(text: &str) -> String {
        let mut out = String::new();
        for (event, _) in friendly(text) {
            match event {
                Event::Start(Tag::Strong) => out.push('【'),
                Event::End(TagEnd::Strong) => out.push('】'),
                Event::Start(Tag::Emphasis) => out.push('‹'),
                Event::End(TagEnd::Emphasis) => out.push('›'),
                Event::Start(Tag::Strikethrough) => out.push('{'),
                Event::End(TagEnd::Strikethrough) => out.push('}'),
                Event::Text(text) | Event::Code(text) => out.push_str(&text),
                Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_))
                | Event::SoftBreak => out.push('/'),
                _ => {}
            }
        }
        out.trim_end_matches('/').to_owned()
    }

    #[test]
    fn punctuation_inside_does_not_keep_japanese_from_being_bold() {
        assert_eq!(marked("**「重要」**です"), "【「重要」】です");
        assert_eq!(marked("**注意。**次に"), "【注意。】次に");
        assert_eq!(
            marked("これは**私のやりたかったこと。**だからするの。"),
            "これは【私のやりたかったこと。】だからするの。"
        );
        assert_eq!(marked("**SQS（キュー）**は*「非同期」*に"), "【SQS（キュー）】は‹「非同期」›に");
        assert_eq!(marked("~~「旧」~~は__使わない__。"), "{「旧」}は__使わない__。");
        assert_eq!(marked("税込**¥10,000**で"), "税込【¥10,000】で");
        assert_eq!(marked("***「両方」***も"), "‹【「両方」】›も");
    }

    #[test]
    fn links_and_code_stand_in_emphasis_beside_particles() {
        assert_eq!(marked("**[リンク](u)**と**`code`**の"), "【リンク】と【code】の");
        assert_eq!(marked("先頭の**`コード`も注意。**"), "先頭の【コードも注意。】");
        assert_eq!(marked("**[[甲|乙]]**と"), "【乙】と");
    }

    #[test]
    fn korean_particles_follow_brackets() {
        assert_eq!(marked("**스크립트(script)**은 빠르다"), "【스크립트(script)】은 빠르다");
        assert_eq!(marked("**이 [링크](u)**만을"), "【이 링크】만을");
        assert_eq!(marked("ᅡ**(a)**"), "ᅡ【(a)】");
    }

    #[test]
    fn chinese_punctuation_is_full_width() {
        assert_eq!(marked("**该星号不会被识别。**这是因为"), "【该星号不会被识别。】这是因为");
        assert_eq!(marked("使用**“引号”**的文字"), "使用【“引号”】的文字");
        assert_eq!(marked("我可以强调**这个`code`**吗"), "我可以强调【这个code】吗");
    }

    #[test]
    fn selectors_belong_to_what_they_stand_on() {
        assert_eq!(marked("禰\u{e0100}**(ね)**豆子"), "禰\u{e0100}【(ね)】豆子");
        assert_eq!(marked("大塚\u{fe00}**(異体字)**は"), "大塚\u{fe00}【(異体字)】は");
        assert_eq!(marked("“\u{fe01}Git”\u{fe01}__Hub__"), "“\u{fe01}Git”\u{fe01}【Hub】");
        assert_eq!(marked("正體字。\u{fe01}_Traditional._"), "正體字。\u{fe01}‹Traditional.›");
        assert_eq!(marked("。\u{fe01}https://example.com/a_b_c"), "。\u{fe01}https://example.com/a_b_c");
    }

    #[test]
    fn emoji_are_not_cjk() {
        assert_eq!(marked("a**🚀**b"), "a**🚀**b");
        assert_eq!(marked("a**㊗**b"), "a【㊗】b");
        assert_eq!(marked("あ**🚀**い"), "あ【🚀】い");
    }

    #[test]
    fn what_is_no_delimiter_stays_text() {
        assert_eq!(marked("\\**「重要」*です"), "*‹「重要」›です");
        assert_eq!(marked("\\*\\*「重要」**です"), "**「重要」**です");
        assert_eq!(marked("&ast;*「重要」*です"), "*‹「重要」›です");
        assert_eq!(marked("`**「重要」**です`"), "**「重要」**です");
        assert_eq!(marked("[[**「重要」**です]]"), "**「重要」**です");
        assert_eq!(marked("```\n*\n```\n**「a」**b"), "*\n【「a」】b");
    }

    #[test]
    fn delimiters_pair_only_within_a_block_and_a_link() {
        assert_eq!(marked("**「甲\n\n乙」**丙"), "**「甲/乙」**丙");
        assert_eq!(marked("- **「甲\n- 乙」**丙"), "**「甲/乙」**丙");
        assert_eq!(
            marked("|**「甲**|乙」**丙|\n|-|-|\n|**「甲」**丙|**「乙」**丙|"),
            "【「甲】/乙」**丙/【「甲」】丙/【「乙」】丙"
        );
        assert_eq!(marked("**「[甲」**乙](u)"), "**「甲」**乙");
        assert_eq!(marked("[甲**「乙」**丙](u)"), "甲【「乙」】丙");
    }

    #[test]
    fn a_line_begins_after_the_marks_of_its_quotation() {
        assert_eq!(marked(">**「甲\n>**「乙"), "**「甲/**「乙");
        assert_eq!(marked(">**「甲」**乙\n>**「丙」**丁"), "【「甲」】乙/【「丙」】丁");
    }

    #[test]
    fn spans_are_those_that_the_parser_would_give() {
        let spans: Vec<_> = friendly("甲**「乙」**丙")
            .into_iter()
            .map(|(event, span)| (matches!(event, Event::Text(_)), span))
            .collect();
        let expected = [
            (false, 0..19),
            (true, 0..3),
            (false, 3..16),
            (true, 5..14),
            (false, 3..16),
            (true, 16..19),
            (false, 0..19),
        ];
        assert_eq!(spans, expected);
    }

    #[test]
    fn hostile_runs_are_paired_in_linear_time() {
        let units = ["**「", "」**", "*「_", "*「** _", "**「a」*b", "~~「~", "」~~あ~「", "*あ**「", "![*「"];
        for unit in units {
            let looked = |times: usize| {
                let text = format!("{}あ**「い」**う{}", unit.repeat(times), "」*う".repeat(times));
                let (text, mut kept) = (text.as_str(), events(&text));
                kept.retain(|(event, _)| is_inline(event));
                pair_again(text, Rule::CjkFriendly, &mut kept, Line::default())
            };
            assert!(looked(20_000) < 20_000 * 40, "{unit}: {}", looked(20_000));
        }
    }

    /// Pieces of inline content, and of blocks around it.
    const PIECES: &[&str] = &[
        "*",
        "**",
        "***",
        "_",
        "__",
        "~",
        "~~",
        "~~~",
        "a",
        "あ",
        "「",
        "」",
        "。",
        ".",
        "(",
        " ",
        "\n",
        "\n> ",
        "\n>",
        "\\",
        "\\*",
        "\\_",
        "`",
        "`*`",
        "[",
        "](u)",
        "![",
        "[[",
        "]]",
        "|",
        "<b>",
        "<http://a*b*>",
        "&ast;",
        "\u{fe00}",
        "🚀",
        "- ",
        "\n|-|-|\n|",
        "\u{3000}",
        "\\~",
    ];

    /// The inline events of each leaf block.
    fn leaves(text: &str) -> Vec<Vec<Spanned<'_>>> {
        let (mut leaves, mut in_code) = (vec![Vec::new()], false);
        for (event, span) in events(text) {
            match event {
                _ if is_inline(&event) && !in_code => leaves.last_mut().unwrap().push((event, span)),
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(TagEnd::CodeBlock) => in_code = false,
                _ => leaves.push(Vec::new()),
            }
        }
        leaves
    }

    /// The same events, with texts that touch as one.
    fn merged<'a>(events: &[Spanned<'a>]) -> Vec<Spanned<'a>> {
        let mut merged: Vec<Spanned<'a>> = Vec::new();
        for (event, span) in events {
            match (event, merged.last_mut()) {
                (Event::Text(text), Some((Event::Text(before), last))) if last.end == span.start => {
                    *before = format!("{before}{text}").into();
                    last.end = span.end;
                }
                _ => merged.push((event.clone(), span.clone())),
            }
        }
        merged
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(4_000), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn by_the_parsers_rule_pairing_again_changes_nothing(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let text = pieces.concat();
            for leaf in leaves(&text) {
                let mut again = leaf.clone();
                pair_again(&text, Rule::CommonMark, &mut again, Line::default());
                prop_assert_eq!(merged(&again), merged(&leaf));
            }
        }

        #[test]
        fn spans_lie_in_their_source_and_nest(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let text = pieces.concat();
            let mut open = Vec::new();
            for (event, span) in friendly(&text) {
                prop_assert!(text.get(span.clone()).is_some(), "{:?}", span);
                match event {
                    Event::Start(tag) => open.push((tag.to_end(), span)),
                    Event::End(tag) => prop_assert_eq!(open.pop(), Some((tag, span))),
                    _ => {}
                }
            }
            prop_assert!(open.is_empty());
        }
    }
}
