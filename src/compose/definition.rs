//! Blocks to the HTML of a definition, in which children stand by their terms only.

use crate::lexicon::{self, Class};
use std::ops::Range;

use super::placement::{Placement, Placements};
use crate::findings::{self, Finding};
use crate::markdown::{
    Align, BlockId, BlockKind, Bold, Breaks, Callout, FenceInfo, Fit, Html, LineId, Math, Seen, Tag, Task, Tree,
    close_code, html_text, open_code, render, render_break, sanitise,
};
use crate::model::decision::Rule;
use crate::recognise::phrase;
use crate::text::Span;

/// Fewest children that are left out because they are what any subject has.
const FEWEST_ASPECTS: usize = 2;

/// A definition, and what is in it.
#[derive(Debug, Default)]
pub(super) struct Definition {
    pub html: Html,
    pub seen: Substance,
    /// What was left out of it, and why.
    pub left_out: Vec<(Span, Rule)>,
    /// What its author should hear of.
    pub findings: Vec<(Span, Finding)>,
    /// How many blocks stand side by side at the top.
    pub parts: usize,
    /// Where in the HTML children stand by their terms.
    pub names: Vec<Range<usize>>,
}

/// What a definition holds: it tells whether there is something to learn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Substance {
    pub inline: Seen,
    /// Bytes of lines that only lead in what follows: they end in a colon or point forward.
    pub lead: usize,
    /// Children, shown by their terms.
    pub names: usize,
    /// Children that are not shown: their terms would tell nothing.
    pub aspects: usize,
    /// Lines of code.
    pub code_lines: usize,
    /// Tables.
    pub tables: usize,
    /// Lines that their author has not finished.
    pub to_dos: usize,
}

/// Longest definition that may only announce something, in bytes of HTML.
const LONGEST_ANNOUNCEMENT: usize = 400;
/// Longest definition that may say only where to look, in bytes: twice the longest of those words, for what stands
/// around them.
const LONGEST_NO_ANSWER: usize = 48;

impl Definition {
    /// A line in bold, as a heading over what is appended.
    pub fn heading(name: &str) -> Self {
        let mut titled = Self { parts: 1, ..Self::default() };
        titled.html.push_markup("<p><strong>");
        titled.html.push_text(name);
        titled.html.push_markup("</strong></p>");
        titled
    }

    /// A list of names.
    pub fn list(names: &[String]) -> Self {
        let mut list = Self { parts: 1, ..Self::default() };
        list.html.push_markup("<ul>");
        for name in names {
            list.html.push_markup("<li>");
            list.html.push_text(name);
            list.html.push_markup("</li>");
        }
        list.html.push_markup("</ul>");
        list
    }

    /// The HTML of the field, and where in it children stand by their terms. One lone paragraph stands without its
    /// `<p>`.
    pub fn into_field(mut self) -> (Html, Box<[Range<usize>]>) {
        let unwrapped = if self.parts == 1 { self.html.unwrap_markup("<p>", "</p>") } else { 0 };
        for name in &mut self.names {
            *name = name.start - unwrapped..name.end - unwrapped;
        }
        (self.html, self.names.into_boxed_slice())
    }

    /// Moves what children stand by to where it is now. `places`: where the HTML went on before, and where it does now.
    pub fn move_names(&mut self, places: &[(usize, usize)]) {
        for name in &mut self.names {
            if let Some((before, now)) = places.iter().rev().find(|(before, _)| *before <= name.start) {
                *name = name.start - before + now..name.end - before + now;
            }
        }
    }

    /// Takes back what was rendered since the HTML had this length.
    fn take_back(&mut self, length: usize) {
        self.html.truncate(length);
        self.names.truncate(self.names.partition_point(|name| name.end <= length));
    }

    /// Whether it says no more than the term, or than what stands above: 同上.
    pub fn is_told_by(&self, term: &str) -> bool {
        let text = self.plain_line();
        let is_none = |text: &str| {
            let short = text.len() <= LONGEST_NO_ANSWER;
            short && (lexicon::is_upper(Class::ShoutedLink, text) || lexicon::is(Class::NoAnswer, &lexicon::key(text)))
        };
        text == Some(term) || text.is_some_and(is_none)
    }

    /// Whether all that it says is that something follows, and nothing does: "There are two kinds:".
    pub fn only_announces(&self) -> bool {
        let html = self.html.as_str();
        let short = html.len() <= LONGEST_ANNOUNCEMENT && self.seen.names == 0 && self.seen.inline.images == 0;
        short && phrase::may_announce(html) && !html.contains("<li>") && phrase::is_announcement(&self.text())
    }

    /// Its text, a line for each of its blocks.
    pub fn text(&self) -> String {
        self.html.text()
    }

    /// Its text, if that is one line without markup.
    pub fn plain_line(&self) -> Option<&str> {
        let html = self.html.as_str();
        let inner = html.strip_prefix("<p>").unwrap_or(html);
        let text = inner.strip_suffix("</p>").unwrap_or(inner);
        memchr::memchr(b'<', text.as_bytes()).is_none().then_some(text)
    }

    /// Adds what another section says of the same term.
    pub fn append(&mut self, other: Definition) {
        let start = self.html.len();
        self.html.push(&other.html);
        self.names.extend(other.names.into_iter().map(|name| name.start + start..name.end + start));
        self.parts += other.parts;
        self.seen.append(other.seen);
        self.left_out.extend(other.left_out);
        self.findings.extend(other.findings);
    }
}

impl Substance {
    fn append(&mut self, other: Substance) {
        self.inline.append(other.inline);
        self.lead += other.lead;
        self.names += other.names;
        self.aspects += other.aspects;
        self.code_lines += other.code_lines;
        self.tables += other.tables;
        self.to_dos += other.to_dos;
    }

    /// Whether there is something of its own: not only links, lead-ins and names of children.
    pub fn is_own(&self) -> bool {
        let lead = if self.names + self.aspects > 0 { self.lead } else { 0 };
        self.inline.prose > lead || self.code_lines > 0 || self.tables > 0 || self.inline.images > 0
    }

    /// A section that is mostly code asks nothing: over 20 lines, under 200 columns of prose.
    pub fn is_mostly_code(&self) -> bool {
        self.code_lines > 20 && self.inline.prose < 200
    }
}

/// Room for the markup of a paragraph.
const MARKUP: usize = 32;

/// Renders blocks and lines where they are placed.
pub(super) struct Renderer<'a> {
    tree: &'a Tree,
    placements: &'a Placements,
    breaks: Breaks,
    out: Definition,
}

impl<'a> Renderer<'a> {
    pub fn new(tree: &'a Tree, placements: &'a Placements, breaks: Breaks) -> Self {
        Self { tree, placements, breaks, out: Definition::default() }
    }

    pub fn finish(self) -> Definition {
        self.out
    }

    /// Renders the remainder of a first line, and lines after it, as one paragraph.
    pub fn paragraph(&mut self, first: Option<(LineId, Range<usize>)>, lines: Range<LineId>) {
        let before = self.out.html.len();
        self.reserve(&lines, first.as_ref().map_or(0, |(_, text)| text.len()));
        self.out.html.push_markup("<p>");
        let content = self.out.html.len();
        let mut previous = None;
        if let Some((line, text)) = first.filter(|(_, text)| !text.is_empty()) {
            self.text(line, &text);
            previous = Some(line);
        }
        self.lines(lines, previous);
        if self.out.html.len() == content {
            self.out.take_back(before);
        } else {
            self.out.html.push_markup("</p>");
            self.out.parts += 1;
        }
    }

    /// Makes room for lines, and for so many bytes more: to grow piece by piece was a twentieth of all work.
    fn reserve(&mut self, lines: &Range<LineId>, more: usize) {
        let last = lines.clone().last().map_or(0, |last| self.tree.line(last).text.end);
        let below = last.saturating_sub(if lines.is_empty() { 0 } else { self.tree.line(lines.start).text.start });
        self.out.html.reserve(below + more + MARKUP);
    }

    /// Renders the lines of a cell, under its column's name if it has one.
    pub fn named_lines(&mut self, name: Option<Range<LineId>>, lines: Range<LineId>) {
        if !self.out.html.is_empty() {
            self.out.html.push_markup("<br>");
        }
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            let before = self.out.seen;
            self.lines(name, None);
            self.out.html.push_text(": ");
            // The column's name is no answer.
            self.out.seen = before;
        }
        self.lines(lines, None);
    }

    /// Renders the options of a question, ticked or not.
    pub fn options(&mut self, list: BlockId, start: Option<u64>) {
        self.open_list(start);
        for item in self.tree.children(list) {
            self.item_body(item);
        }
        self.close_list(start);
    }

    /// Renders the right options.
    pub fn chosen(&mut self, items: &[BlockId]) {
        if items.is_empty() {
            return;
        }
        self.out.html.push_markup("<ul>");
        for &item in items {
            self.item_body(item);
        }
        self.out.html.push_markup("</ul>");
        self.out.parts += 1;
    }

    /// Renders what answers a question: of a callout that hides it, what is in it.
    pub fn answers(&mut self, blocks: &[BlockId]) {
        for &id in blocks {
            match self.tree.block(id).kind {
                BlockKind::Quote(Some(_)) => {
                    let title = self.tree.title(id).map(|title| self.tree.block(title).span.clone());
                    self.out.left_out.extend(title.map(|span| (span, Rule::Label)));
                    self.blocks(self.tree.content(id).collect::<Vec<_>>());
                }
                _ => self.blocks([id]),
            }
        }
    }

    /// Renders blocks that stand side by side.
    pub fn blocks(&mut self, blocks: impl IntoIterator<Item = BlockId>) {
        let mut previous = None;
        for id in blocks {
            if matches!(self.tree.block(id).kind, BlockKind::List(_)) {
                self.count_lead(previous);
            }
            let before = self.out.html.len();
            self.block(id);
            self.out.parts += usize::from(self.out.html.len() > before);
            previous = Some(id);
        }
    }

    /// The last line of a paragraph before a list may only lead it in.
    fn count_lead(&mut self, paragraph: Option<BlockId>) {
        let Some(block) = paragraph.map(|id| self.tree.block(id)) else {
            return;
        };
        if !matches!(block.kind, BlockKind::Paragraph(_)) || block.lines.is_empty() {
            return;
        }
        let last = self.tree.text(&self.tree.line(block.lines.end - 1).text);
        if phrase::is_lead(last) {
            self.out.seen.lead += last.len();
        }
    }

    fn block(&mut self, id: BlockId) {
        match self.placements.block(id) {
            Placement::Omitted => return,
            Placement::TermOnly(line, text) => {
                self.out.html.push_markup("<p>");
                self.name(line, &text);
                return self.out.html.push_markup("</p>");
            }
            Placement::Grouping | Placement::Whole => {}
        }
        let block = self.tree.block(id);
        match block.kind {
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::Title => self.prose(id),
            BlockKind::List(start) => self.list(id, start),
            BlockKind::Quote(callout) => self.quote(id, callout),
            BlockKind::Code(language) => self.code(id, language),
            BlockKind::Html => self.raw_html(id),
            BlockKind::Table => self.table(id),
            BlockKind::Rule => {}
            BlockKind::Footnote(label) => self.footnote(id, label),
            BlockKind::Root
            | BlockKind::Item(_)
            | BlockKind::TableHead
            | BlockKind::TableRow
            | BlockKind::TableCell(_) => {
                self.children(id);
            }
        }
    }

    fn children(&mut self, id: BlockId) {
        for child in self.tree.children(id) {
            self.block(child);
        }
    }

    fn prose(&mut self, id: BlockId) {
        let heading = matches!(self.tree.block(id).kind, BlockKind::Heading(_));
        let (before, seen) = (self.out.html.len(), self.out.seen);
        self.out.html.push_markup(if heading { "<p><strong>" } else { "<p>" });
        let content = self.out.html.len();
        self.lines(self.tree.block(id).lines.clone(), None);
        if self.out.html.len() == content {
            return self.out.take_back(before);
        }
        self.out.html.push_markup(if heading { "</strong></p>" } else { "</p>" });
        self.leave_out_links(id, before, seen);
    }

    fn lines(&mut self, lines: Range<LineId>, mut previous: Option<LineId>) {
        for id in lines {
            let placement = self.placements.line(id);
            if placement == Placement::Omitted {
                self.out.seen.to_dos += usize::from(self.placements.is_to_do(id));
                continue;
            }
            if let Some((kind, at)) = previous.and_then(|line| self.tree.line_end(line)) {
                render_break(self.tree, at, kind, self.breaks, &mut self.out.html);
            } else if previous.is_some() {
                self.out.html.push_markup("<br>");
            }
            match placement {
                Placement::TermOnly(line, text) => self.name(line, &text),
                _ => self.text(id, &self.tree.line(id).text.clone()),
            }
            previous = Some(id);
        }
    }

    fn text(&mut self, line: LineId, text: &Range<usize>) {
        let mut seen =
            render(self.tree, &self.tree.line(line).inlines, text, Bold::Strong, self.breaks, &mut self.out.html);
        // 「参考：」 before a link says no more than the link does.
        if seen.linked > 0 && seen.prose <= phrase::link_label(self.tree.text(text)) {
            seen.linked += std::mem::take(&mut seen.prose);
        }
        self.out.seen.inline.append(seen);
    }

    fn name(&mut self, line: LineId, text: &Range<usize>) {
        let start = self.out.html.len();
        render(self.tree, &self.tree.line(line).inlines, text, Bold::Plain, self.breaks, &mut self.out.html);
        // What stands for a card of its own has its footnotes there.
        self.out.html.number_references(start, |_| None);
        self.out.names.push(start..self.out.html.len());
        self.out.seen.names += 1;
    }

    fn list(&mut self, id: BlockId, start: Option<u64>) {
        let (before, seen) = (self.out.html.len(), self.out.seen);
        let aspects = self.aspects(id);
        if aspects > 0 {
            self.out.seen.aspects += aspects;
            return;
        }
        self.open_list(start);
        let content = self.out.html.len();
        for item in self.tree.children(id) {
            self.item(item);
        }
        if self.out.html.len() == content {
            return self.out.take_back(before);
        }
        self.close_list(start);
        self.leave_out_links(id, before, seen);
    }

    /// How many items a list has, if they are nothing but what any subject has: 「メリット」 and 「デメリット」 are
    /// asked, and say nothing here. One alone tells that the subject has it.
    fn aspects(&self, list: BlockId) -> usize {
        let is_aspect = |item: BlockId| match self.placements.block(item) {
            Placement::TermOnly(_, text) => lexicon::is_aspect(&lexicon::key(self.tree.text(&text))),
            _ => false,
        };
        let count = self.tree.children(list).count();
        if count >= FEWEST_ASPECTS && self.tree.children(list).all(is_aspect) { count } else { 0 }
    }

    fn open_list(&mut self, start: Option<u64>) {
        match start {
            None => self.out.html.push_markup("<ul>"),
            Some(1) => self.out.html.push_markup("<ol>"),
            Some(number) => self.out.html.push_markup(&format!("<ol start=\"{number}\">")),
        }
    }

    fn close_list(&mut self, start: Option<u64>) {
        self.out.html.push_markup(if start.is_some() { "</ol>" } else { "</ul>" });
    }

    /// A block of nothing but links leaves the definition: navigation, references, a table of contents.
    fn leave_out_links(&mut self, id: BlockId, before: usize, seen: Substance) {
        let now = self.out.seen;
        let inline = Seen { linked: seen.inline.linked, anchored: seen.inline.anchored, ..now.inline };
        let only_links = Substance { inline, ..now } == seen;
        let (linked, anchored) = (now.inline.linked - seen.inline.linked, now.inline.anchored - seen.inline.anchored);
        let contents = anchored == linked && linked >= 2 * (now.inline.prose - seen.inline.prose);
        if linked > 0 && now.names == seen.names && (only_links || contents) {
            self.out.take_back(before);
            self.out.seen.inline.prose = seen.inline.prose;
            self.out.left_out.push((self.tree.block(id).span.clone(), Rule::OnlyLinks));
        }
    }

    fn item(&mut self, id: BlockId) {
        match self.placements.block(id) {
            Placement::Omitted => {
                let task = self.tree.block(id).kind == BlockKind::Item(Some(Task::Open));
                self.out.seen.to_dos += usize::from(task || self.placements.is_unfinished(id));
            }
            Placement::TermOnly(line, text) => {
                self.out.html.push_markup("<li>");
                self.name(line, &text);
                self.out.html.push_markup("</li>");
            }
            Placement::Grouping => self.shelf(id),
            Placement::Whole => match self.tree.block(id).kind {
                BlockKind::Item(Some(Task::Done)) => self.item_under("<li class=\"soa-done\">", id),
                BlockKind::Item(Some(Task::Open)) => self.item_under("<li class=\"soa-todo\">", id),
                _ => self.item_body(id),
            },
        }
    }

    /// An item that only gathers terms: what it says itself leads them in.
    fn shelf(&mut self, id: BlockId) {
        let before = self.out.seen.inline.prose;
        self.item_body(id);
        self.out.seen.lead += self.out.seen.inline.prose - before;
    }

    fn item_body(&mut self, id: BlockId) {
        self.item_under("<li>", id);
    }

    /// Renders an item under its tag.
    fn item_under(&mut self, tag: &str, id: BlockId) {
        let before = self.out.html.len();
        self.out.html.push_markup(tag);
        let content = self.out.html.len();
        let mut previous = None;
        for child in self.tree.children(id) {
            match self.tree.block(child).kind {
                BlockKind::Paragraph(Fit::Tight) => {
                    self.lines(self.tree.block(child).lines.clone(), None);
                }
                BlockKind::List(_) => {
                    self.count_lead(previous);
                    self.block(child);
                }
                _ => self.block(child),
            }
            previous = Some(child);
        }
        if self.out.html.len() == content {
            return self.out.take_back(before);
        }
        self.out.html.push_markup("</li>");
    }

    fn quote(&mut self, id: BlockId, callout: Option<Callout>) {
        let before = self.out.html.len();
        let (start, end) = match callout {
            None => ("<blockquote>", "</blockquote>"),
            Some(Callout::Details) => ("<details open>", "</details>"),
            Some(callout) if callout.is_alert() => ("<div class=\"soa-callout soa-alert\">", "</div>"),
            Some(_) => ("<div class=\"soa-callout\">", "</div>"),
        };
        self.out.html.push_markup(start);
        let content = self.out.html.len();
        let title = self.tree.title(id);
        self.title(callout, title);
        let untitled = self.out.html.len();
        for child in self.tree.content(id) {
            self.block(child);
        }
        if self.out.html.len() == content || (self.out.html.len() == untitled && title.is_none()) {
            return self.out.take_back(before);
        }
        self.out.html.push_markup(end);
    }

    /// The title that its author gave a callout, or that of its kind.
    fn title(&mut self, callout: Option<Callout>, title: Option<BlockId>) {
        let Some(callout) = callout else { return };
        let (start, end) = match callout {
            Callout::Details => ("<summary>", "</summary>"),
            _ => ("<div class=\"soa-title\">", "</div>"),
        };
        let before = self.out.html.len();
        self.out.html.push_markup(start);
        let content = self.out.html.len();
        let lines = title.map_or(0..0, |id| self.tree.block(id).lines.clone());
        if lines.is_empty() {
            self.out.html.push_text(callout.name().unwrap_or_default());
        }
        self.lines(lines, None);
        if self.out.html.len() == content {
            return self.out.take_back(before);
        }
        self.out.html.push_markup(end);
    }

    fn code(&mut self, id: BlockId, language: Option<usize>) {
        let text = self.tree.text(&self.tree.block(id).text).trim_end_matches('\n');
        let span = || self.tree.block(id).span.clone();
        if text.trim().is_empty() {
            return self.out.left_out.push((span(), Rule::NoDefinition));
        }
        // What else a fence says says nothing to a reader.
        let info = FenceInfo::read(language.map_or("", |language| self.tree.target(language)));
        if info.says_more || info.is_math() {
            self.out.left_out.push((span(), Rule::FenceInfo));
        }
        self.out.seen.code_lines += 1 + text.matches('\n').count();
        if info.is_math() {
            return math_block(text, &mut self.out.html);
        }
        let diagram = info.diagram();
        if let Some(kind) = diagram {
            self.out.findings.push((span(), findings::DiagramAsCode { kind }.into()));
        }
        let title = if info.title.is_empty() { diagram.unwrap_or_default() } else { info.title };
        self.titled_code(text, info.language, title);
    }

    fn titled_code(&mut self, text: &str, language: &str, title: &str) {
        let html = &mut self.out.html;
        if !title.is_empty() {
            html.push_markup("<div class=\"soa-code\"><div class=\"soa-title\">");
            html.push_text(title);
            html.push_markup("</div>");
        }
        open_code(language, html);
        html.push_text(text);
        close_code(html);
        if !title.is_empty() {
            html.push_markup("</div>");
        }
    }

    /// Of raw HTML what reads is shown; what acts or dresses is not the author's text.
    fn raw_html(&mut self, id: BlockId) {
        let block = self.tree.block(id);
        let written = self.tree.text(&block.text);
        if html_text(written).len() < written.trim().len() {
            self.out.left_out.push((block.span.clone(), Rule::Comment));
        }
        let kept = sanitise(written);
        let (before, seen) = (self.out.html.len(), self.out.seen);
        self.out.html.push(&kept.html);
        self.out.parts += kept.parts.saturating_sub(1);
        self.out.seen.inline.append(kept.seen);
        self.leave_out_links(id, before, seen);
    }

    fn table(&mut self, id: BlockId) {
        self.out.html.push_markup("<table>");
        for row in self.tree.children(id) {
            if self.placements.is_unfinished(row) {
                self.out.seen.to_dos += 1;
                continue;
            }
            let head = self.tree.block(row).kind == BlockKind::TableHead;
            self.out.html.push_markup("<tr>");
            for cell in self.tree.children(row) {
                let element = if head { "th" } else { "td" };
                self.open_cell(element, self.tree.block(cell).kind);
                self.lines(self.tree.block(cell).lines.clone(), None);
                self.out.html.push_markup(&format!("</{element}>"));
            }
            self.out.html.push_markup("</tr>");
            self.extra_cells(row);
        }
        self.out.html.push_markup("</table>");
        self.out.seen.tables += 1;
    }

    fn open_cell(&mut self, element: &str, cell: BlockKind) {
        let class = match cell {
            BlockKind::TableCell(Align::Center) => " class=\"soa-center\"",
            BlockKind::TableCell(Align::End) => " class=\"soa-end\"",
            _ => "",
        };
        self.out.html.push_markup(&format!("<{element}{class}>"));
    }

    /// Cells beyond those of the head are not part of a table, for Markdown.
    fn extra_cells(&mut self, row: BlockId) {
        let span = &self.tree.block(row).span;
        let end = self.tree.children(row).last().map_or(span.start, |cell| self.tree.block(cell).span.end);
        self.out.left_out.push((end.min(span.end)..span.end, Rule::ExtraCells));
    }

    /// A footnote that something refers to stands there, and not where it was written down.
    fn footnote(&mut self, id: BlockId, label: usize) {
        if self.tree.is_referred_to(id) {
            return;
        }
        self.out.html.push_markup("<div class=\"soa-footnotes\"><sup>");
        self.out.html.push_text(self.tree.target(label));
        self.out.html.push_markup("</sup> ");
        self.footnote_text(id);
        self.out.html.push_markup("</div>");
    }

    /// Renders the text of a footnote.
    pub fn footnote_text(&mut self, id: BlockId) {
        let alone = self.tree.children(id).count() == 1;
        for child in self.tree.children(id) {
            match self.tree.block(child).kind {
                BlockKind::Paragraph(_) if alone => self.lines(self.tree.block(child).lines.clone(), None),
                _ => self.block(child),
            }
        }
    }
}

/// A formula that stands by itself.
fn math_block(formula: &str, html: &mut Html) {
    html.push_markup("<p>");
    html.push_math(formula.trim(), Math::Display);
    html.push_markup("</p>");
}

/// The term of an entry as shown, in one line; bold that covers all of it says nothing.
pub(super) fn term_html(tree: &Tree, line: LineId, text: &Range<usize>, breaks: Breaks) -> Html {
    let mut html = Html::default();
    html.reserve(text.len());
    let all_bold = tree.whole_span(tree.line(line), text, |tag| tag == Tag::Strong);
    // An underlined heading may have several lines.
    let lines = (line..tree.line_count()).map(|line| tree.line(line)).take_while(|line| line.text.start < text.end);
    for (at, line) in lines.enumerate() {
        if at > 0 {
            html.push_text(" ");
        }
        let bold = if all_bold { Bold::Plain } else { Bold::Strong };
        let cut = line.text.start.max(text.start)..line.text.end.min(text.end);
        render(tree, &line.inlines, &cut, bold, breaks, &mut html);
    }
    html
}
