//! Blocks to the [`Fragment`] of a definition, in which children stand by their terms only.

use crate::lexicon::{self, Class, Lexicon};
use std::ops::Range;

use super::listing;
use super::placement::{Placement, Placements};
use crate::findings::{self, Finding};
use crate::markdown::{
    Align, BlockId, BlockKind, Bold, Breaks, Callout, Checkpoint, Element, FenceInfo, Fit, Fragment, Line, LineId,
    Math, Seen, Tag, Task, Tree, html_text, render, render_break, sanitise,
};
use crate::model::decision::Rule;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::text::{Span, is_wider};

/// Fewest children that are left out because they are what any subject has.
const FEWEST_ASPECTS: usize = 2;

/// A definition, and what is in it.
#[derive(Debug, Default)]
pub(super) struct Definition {
    pub content: Fragment,
    pub seen: Substance,
    /// What was left out of it, and why.
    pub left_out: Vec<(Span, Rule)>,
    /// What its author should hear of.
    pub findings: Vec<(Span, Finding)>,
    /// How many blocks stand side by side at the top.
    pub parts: usize,
    /// What of it only lists what is asked elsewhere.
    pub outline: Outline,
}

/// The part of a definition that only lists what is asked elsewhere: terms, tables whose rows are cards, clozes, with the
/// line that leads each list in. It stands in [`Element::Outline`]s.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outline {
    pub seen: Substance,
    pub parts: usize,
    /// Whether there is an answer above it. What stands below a list only remarks on it.
    pub is_below_answer: bool,
}

/// What a definition holds: it tells whether there is something to learn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Substance {
    pub inline: Seen,
    /// Bytes of lines that only lead in what follows: they end in a colon or point forward.
    pub lead: usize,
    /// Children, shown by their terms.
    pub names: usize,
    /// Children that tell nothing here: those that are not shown, since they are what any subject has, and those that only
    /// restate their terms.
    pub aspects: usize,
    /// Lines of code.
    pub code_lines: usize,
    /// Tables.
    pub tables: usize,
    /// Lines that their author has not finished.
    pub to_dos: usize,
}

/// Most names that are parted from a single statement among them: among more, that is a line which is left over.
const MOST_NAMES: usize = 3;
/// Least prose that says something, in bytes: a short sentence, also in Japanese.
const LEAST_SENTENCE: usize = 30;
/// Widest item that may be a name, in columns.
pub(super) const WIDEST_NAME: usize = 40;
/// Longest definition that may only announce something, in bytes of HTML.
pub(super) const LONGEST_ANNOUNCEMENT: usize = 400;
/// Longest definition that may say only where to look, in bytes: twice the longest of those words, for what stands
/// around them.
const LONGEST_NO_ANSWER: usize = 48;

impl Definition {
    /// A line in bold, as a heading over what is appended.
    ///
    /// `line`: the byte of the source at which the line begins.
    fn heading(name: &str, line: usize) -> Self {
        let mut titled = Self { parts: 1, ..Self::default() };
        let before = titled.content.checkpoint();
        titled.content.open(Element::Paragraph);
        titled.content.open(Element::Strong);
        titled.content.push_text(name);
        titled.content.close(Element::Strong);
        titled.content.close(Element::Paragraph);
        titled.content.come_from(line, before);
        titled
    }

    /// A list of names, each with the byte of the source at which its line begins.
    pub fn list(names: &[(String, usize)]) -> Self {
        let mut list = Self { parts: 1, ..Self::default() };
        list.content.open(Element::List);
        for (name, line) in names {
            list.content.open(Element::Item);
            let before = list.content.checkpoint();
            list.content.push_text(name);
            list.content.come_from(*line, before);
            list.content.close(Element::Item);
        }
        list.content.close(Element::List);
        list
    }

    /// Whether it says something beside its outline. A line that leads in what is apart says nothing.
    fn is_more_than_outline(&self) -> bool {
        Substance { names: 1, ..self.seen.since(self.outline.seen) }.is_own()
    }

    /// Whether it is nothing but tables whose rows are all asked.
    pub fn only_repeats_rows(&self) -> bool {
        self.outline.seen.tables > 0 && self.seen.names == 0 && !self.is_more_than_outline()
    }

    /// Whether it is an answer so far, in words or in a picture: a line of code alone needs what stands below it.
    fn says_something(&self) -> bool {
        let seen = self.seen.since(self.outline.seen);
        seen.inline.prose > seen.lead || seen.inline.images > 0
    }

    /// Whether it has an outline, and an answer above that.
    pub fn has_outline_below(&self) -> bool {
        self.outline.parts > 0 && self.outline.is_below_answer
    }

    /// A line in bold over it. Over nothing but an outline, it belongs to that.
    pub fn under(mut self, name: &str, line: usize) -> Self {
        let mut titled = Self::heading(name, line);
        if self.outline.parts > 0 && !self.is_more_than_outline() {
            titled.content.stand_in(Element::Outline);
            titled.outline.parts = std::mem::take(&mut titled.parts);
        } else if !self.outline.is_below_answer {
            self.join_outline();
        }
        titled.append(self);
        titled
    }

    /// Has all of it answer, the outline as well.
    pub fn join_outline(&mut self) {
        self.content.join_outline();
        self.parts += std::mem::take(&mut self.outline).parts;
    }

    /// The answer. One lone paragraph stands without its element.
    pub fn into_field(mut self) -> Fragment {
        if self.parts == 1 && self.outline.parts == 0 {
            self.content.unwrap_paragraph();
        }
        self.content
    }

    /// Whether it says no more than the term, or than what stands above: 同上.
    pub fn is_told_by(&self, words: &Lexicon, term: &str) -> bool {
        let text = self.plain_line();
        let is_none = |text: &str| {
            let short = text.len() <= LONGEST_NO_ANSWER;
            short && (lexicon::is_upper(Class::ShoutedLink, text) || words.is(Class::NoAnswer, &lexicon::key(text)))
        };
        text == Some(term) || text.is_some_and(is_none)
    }

    /// Whether all that it says is that something follows, and nothing does: "There are two kinds:".
    pub fn only_announces(&self) -> bool {
        let may = self.seen.names == 0
            && self.seen.inline.images == 0
            && phrase::may_announce(self.content.raw_text())
            && self.content.count(|element| element == Element::Item) <= 1;
        may && phrase::is_announcement(&self.text()) && self.content.is_html_shorter_than(LONGEST_ANNOUNCEMENT + 1)
    }

    /// Its text, a line for each of its blocks.
    pub fn text(&self) -> String {
        self.content.text()
    }

    /// Returns true if it is a listing that nobody can recall, with hardly a word beside it: long, or a tree of files.
    pub fn is_mostly_code(&self) -> bool {
        let bare = self.seen.inline.prose == 0 && self.seen.code_lines > 0 && self.seen.tables == 0;
        self.seen.is_mostly_code() || bare && self.seen.names == 0 && listing::is_bare(&self.content.text())
    }

    /// Returns true if its author left something out, or says in a line that something is missing. Code is not asked.
    pub fn is_unfinished(&self) -> bool {
        self.seen.to_dos > 0 || self.seen.code_lines == 0 && phrase::leaves_to_do(self.content.raw_text())
    }

    /// Returns true if it shows nothing at all, and nothing was taken out of it.
    pub fn is_blank(&self) -> bool {
        let Substance { inline, names, aspects, code_lines, tables, to_dos, .. } = self.seen;
        let shown = names + aspects + code_lines + tables + to_dos + inline.images + inline.linked;
        shown == 0 && self.left_out.is_empty() && !phrase::has_word(&self.text())
    }

    /// Returns true if it is long enough for a sentence.
    pub fn is_a_sentence(&self) -> bool {
        self.seen.inline.prose >= LEAST_SENTENCE
    }

    /// Returns true if its author may miss it where it is on no card: it says nothing of the notes.
    pub fn may_be_missed(&self) -> bool {
        let text = self.text();
        !phrase::is_of_the_notes(&text) && !phrase::tells_elsewhere(&text)
    }

    /// Its text, if that is one line without markup.
    pub fn plain_line(&self) -> Option<&str> {
        self.content.plain_line()
    }

    /// Adds what another section says of the same term.
    pub fn append(&mut self, other: Definition) {
        self.content.append(other.content);
        if self.outline.parts == 0 {
            self.outline.is_below_answer = other.outline.is_below_answer || self.is_more_than_outline();
        }
        self.parts += other.parts;
        self.seen.append(other.seen);
        self.outline.parts += other.outline.parts;
        self.outline.seen.append(other.outline.seen);
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

    /// What was added since it was `earlier`.
    fn since(self, earlier: Substance) -> Substance {
        Substance {
            inline: self.inline.since(earlier.inline),
            lead: self.lead - earlier.lead,
            names: self.names - earlier.names,
            aspects: self.aspects - earlier.aspects,
            code_lines: self.code_lines - earlier.code_lines,
            tables: self.tables - earlier.tables,
            to_dos: self.to_dos - earlier.to_dos,
        }
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

/// Renders blocks and lines where they are placed.
pub(super) struct Renderer<'a> {
    tree: &'a Tree,
    words: &'a Lexicon,
    placements: &'a Placements,
    breaks: Breaks,
    /// Whether what is rendered are options of a question, which do not tell by themselves which are right.
    in_options: bool,
    /// The list whose names stand in an outline below it.
    parted: Option<BlockId>,
    out: Definition,
}

impl<'a> Renderer<'a> {
    pub fn new(facts: &'a Facts<'a>, placements: &'a Placements) -> Self {
        let words = &facts.config.words;
        Self {
            tree: facts.tree,
            words,
            placements,
            breaks: facts.breaks(),
            in_options: false,
            parted: None,
            out: Definition::default(),
        }
    }

    pub fn finish(self) -> Definition {
        self.out
    }

    /// Renders the remainder of a first line, and lines after it, as one paragraph.
    pub fn paragraph(&mut self, first: Option<(LineId, Range<usize>)>, lines: Range<LineId>) {
        let before = self.out.content.checkpoint();
        self.reserve(&lines, first.as_ref().map_or(0, |(_, text)| text.len()));
        self.out.content.open(Element::Paragraph);
        let content = self.out.content.checkpoint();
        let mut previous = None;
        if let Some((line, text)) = first.filter(|(_, text)| !text.is_empty()) {
            self.text(line, &text);
            previous = Some(line);
        }
        self.lines(lines, previous);
        if self.out.content.is_at(content) {
            self.out.content.take_back(before);
        } else {
            self.out.content.close(Element::Paragraph);
            self.out.parts += 1;
        }
    }

    /// Makes room for lines, and for so many bytes more: to grow piece by piece was a twentieth of all work.
    fn reserve(&mut self, lines: &Range<LineId>, more: usize) {
        let last = lines.clone().last().map_or(0, |last| self.tree.line(last).text.end);
        let below = last.saturating_sub(if lines.is_empty() { 0 } else { self.tree.line(lines.start).text.start });
        self.out.content.reserve(below + more);
    }

    /// Renders the lines of a cell, under its column's name if it has one.
    pub fn named_lines(&mut self, name: Option<Range<LineId>>, lines: Range<LineId>) {
        if !self.out.content.is_empty() {
            self.out.content.push_break();
        }
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            let before = self.out.seen;
            self.lines(name, None);
            self.out.content.push_text(": ");
            // The column's name is no answer.
            self.out.seen = before;
        }
        self.lines(lines, None);
    }

    /// Renders the options of a question, ticked or not.
    pub fn options(&mut self, list: BlockId, start: Option<u64>) {
        self.in_options = true;
        self.open_list(start);
        for item in self.tree.children(list) {
            self.item_body(item);
        }
        self.close_list(start);
        self.in_options = false;
    }

    /// Renders options in lines of their own.
    pub fn option_lines(&mut self, lines: Range<LineId>) {
        self.in_options = true;
        self.paragraph(None, lines);
        self.in_options = false;
    }

    /// Renders the right options.
    pub fn chosen(&mut self, items: &[BlockId]) {
        if items.is_empty() {
            return;
        }
        self.out.content.open(Element::List);
        for &item in items {
            self.item_body(item);
        }
        self.out.content.close(Element::List);
        self.out.parts += 1;
    }

    /// Renders what answers a question: of a callout that hides it, what is in it.
    pub fn answers(&mut self, blocks: &[BlockId]) {
        for &id in blocks {
            match self.tree.block(id).kind {
                BlockKind::Quote(Some(_)) => {
                    let title = self.tree.title(id).map(|title| self.tree.block(title).span.clone());
                    self.out.left_out.extend(title.map(|span| (span, Rule::Label)));
                    self.blocks(&self.tree.content(id).collect::<Vec<_>>());
                }
                _ => self.blocks(&[id]),
            }
        }
    }

    /// Notes that a block says no more than what it stands over.
    pub fn leave_out(&mut self, id: BlockId) {
        self.out.left_out.push((self.tree.block(id).span.clone(), Rule::RightOption));
    }

    /// Renders blocks that stand side by side. What only lists what is asked elsewhere stands in outlines.
    pub fn blocks(&mut self, blocks: &[BlockId]) {
        let mut previous = None;
        let mut at = 0;
        while at < blocks.len() {
            let listed = self.outline_at(previous, &blocks[at..]);
            let group = &blocks[at..at + listed.max(1)];
            let before = (self.out.content.checkpoint(), self.out.seen, self.out.parts);
            if listed > 0 {
                self.open_outline();
            }
            for &id in group {
                let prose = self.out.seen.inline.prose;
                let names = if listed == 0 { self.names_among_statements(previous, id) } else { Vec::new() };
                self.parted = (!names.is_empty()).then_some(id);
                self.side_by_side(id, previous);
                self.parted = None;
                self.names_below(&names);
                // A picture between a sentence and the list that it announces parts them for no reader.
                let is_picture = matches!(self.tree.block(id).kind, BlockKind::Paragraph(_))
                    && self.out.seen.inline.prose == prose
                    && self.placements.block(id) == Placement::Whole;
                previous = if is_picture { previous } else { Some(id) };
            }
            if listed > 0 {
                self.close_outline(before);
            }
            at += group.len();
        }
    }

    fn side_by_side(&mut self, id: BlockId, previous: Option<BlockId>) {
        if matches!(self.tree.block(id).kind, BlockKind::List(_)) {
            self.count_lead(previous);
        }
        let before = self.out.content.checkpoint();
        self.block(id);
        self.out.parts += usize::from(!self.out.content.is_at(before));
    }

    /// The items of a list that are asked by cards, where the others are statements: between these, a bare name promises what
    /// is not there. Steps and the members of a set keep theirs.
    fn names_among_statements(&self, above: Option<BlockId>, list: BlockId) -> Vec<BlockId> {
        let is_list = self.tree.block(list).kind == BlockKind::List(None);
        if !is_list || self.placements.block(list) != Placement::Whole {
            return Vec::new();
        }
        let names: Vec<BlockId> = self.tree.children(list).filter(|&item| self.is_name(item)).collect();
        if names.is_empty() {
            return names;
        }
        let is_shown = |&item: &BlockId| !self.placements.is_omitted(item) && !self.is_name(item);
        let others: Vec<BlockId> = self.tree.children(list).filter(is_shown).collect();
        let all_state = match others[..] {
            [] => false,
            // What a line announces holds together, and "therefore" needs what stands above it.
            [only] => {
                let stands_alone = |text: &str| is_said(text) && !phrase::points_back(text) && !phrase::follows(text);
                names.len() <= MOST_NAMES && self.says(only, stands_alone) && !self.announces(above)
            }
            _ => others.iter().all(|&item| self.says(item, |text| is_said(text) || is_wider(text, WIDEST_NAME))),
        };
        if all_state { names } else { Vec::new() }
    }

    /// Whether an item has an entry of its own, and is shown by its term only.
    fn is_name(&self, item: BlockId) -> bool {
        matches!(self.placements.block(item), Placement::TermOnly(..))
    }

    /// Whether the first line of an item is so.
    fn says(&self, item: BlockId, is: impl Fn(&str) -> bool) -> bool {
        let paragraph = self.tree.children(item).next().map(|id| self.tree.block(id));
        let line = paragraph.and_then(|block| block.lines.clone().next());
        line.is_some_and(|line| is(self.tree.text(&self.tree.line(line).text)))
    }

    /// Renders items that were left out of their list, as an outline below it.
    fn names_below(&mut self, items: &[BlockId]) {
        if items.is_empty() {
            return;
        }
        let before = (self.out.content.checkpoint(), self.out.seen, self.out.parts);
        self.open_outline();
        self.open_list(None);
        for &item in items {
            self.item(item);
        }
        self.close_list(None);
        self.out.parts += 1;
        self.close_outline(before);
    }

    fn open_outline(&mut self) {
        if self.out.outline.parts == 0 {
            self.out.outline.is_below_answer = self.out.says_something();
        }
        self.out.content.open(Element::Outline);
    }

    /// Ends an outline that was opened where `before` tells.
    fn close_outline(&mut self, before: (Checkpoint, Substance, usize)) {
        let (checkpoint, seen, parts) = before;
        if self.out.parts == parts {
            return self.out.content.take_back(checkpoint);
        }
        self.out.content.close(Element::Outline);
        self.out.outline.parts += std::mem::replace(&mut self.out.parts, parts) - parts;
        self.out.outline.seen.append(self.out.seen.since(seen));
    }

    /// How many of the first of some blocks only list what is asked elsewhere: one, two with the line that leads it in,
    /// or none. A list that a sentence above it announces is the rest of that sentence.
    fn outline_at(&self, above: Option<BlockId>, blocks: &[BlockId]) -> usize {
        match blocks {
            // A name over code is the title of that.
            [name, code, ..] if self.is_title_of(*name, *code) => 0,
            [first, ..] if self.is_outline(*first) => {
                usize::from(!self.announces(above) && !self.names_members(above, *first))
            }
            [lead, list, ..] if self.is_lead_line(*lead) && self.is_outline(*list) => 2,
            _ => 0,
        }
    }

    fn is_title_of(&self, name: BlockId, code: BlockId) -> bool {
        matches!(self.placements.block(name), Placement::TermOnly(..))
            && matches!(self.tree.block(code).kind, BlockKind::Code(_))
            && self.placements.block(code) == Placement::Whole
    }

    fn is_lead_line(&self, id: BlockId) -> bool {
        let block = self.tree.block(id);
        matches!(block.kind, BlockKind::Paragraph(_))
            && block.lines.len() == 1
            && self.placements.block(id) == Placement::Whole
            && phrase::is_lead(self.tree.text(&self.tree.line(block.lines.start).text))
    }

    fn announces(&self, above: Option<BlockId>) -> bool {
        let last = above.and_then(|above| self.shown_last_line(above));
        last.is_some_and(|last| phrase::points_forward(last) || phrase::leads_in(self.words, last))
    }

    /// Whether a sentence above a list says that there are several things, which the list names.
    fn names_members(&self, above: Option<BlockId>, list: BlockId) -> bool {
        let sentence = above.and_then(|above| self.shown_last_line(above));
        matches!(self.tree.block(list).kind, BlockKind::List(_)) && sentence.is_some_and(phrase::names_several)
    }

    /// The last line of a paragraph that is shown as it stands.
    fn shown_last_line(&self, id: BlockId) -> Option<&str> {
        let block = self.tree.block(id);
        let is_shown = self.placements.block(id) == Placement::Whole && !block.lines.is_empty();
        let last = is_shown && matches!(block.kind, BlockKind::Paragraph(_));
        last.then(|| self.tree.text(&self.tree.line(block.lines.end - 1).text))
    }

    fn is_outline(&self, id: BlockId) -> bool {
        let block = self.tree.block(id);
        match (self.placements.block(id), block.kind) {
            (Placement::Asked | Placement::TermOnly(..), _) => true,
            (Placement::Whole, BlockKind::List(_)) => self.lists_only_asked(self.tree.children(id)),
            (Placement::Whole, BlockKind::Paragraph(_)) => {
                let names = block.lines.clone().map(|line| self.placements.line(line));
                names.clone().all(|line| matches!(line, Placement::TermOnly(..) | Placement::Omitted))
                    && names.clone().any(|line| line != Placement::Omitted)
            }
            (Placement::Whole | Placement::Grouping | Placement::Omitted, _) => false,
        }
    }

    /// Whether each of some items is asked by a card, or groups such.
    fn lists_only_asked(&self, mut items: impl Iterator<Item = BlockId>) -> bool {
        let mut any = false;
        items.all(|item| match self.placements.block(item) {
            Placement::Omitted => true,
            placement => {
                any = true;
                matches!(placement, Placement::Asked | Placement::TermOnly(..) | Placement::Grouping)
            }
        }) && any
    }

    /// The last line of a paragraph before a list may only lead it in.
    fn count_lead(&mut self, paragraph: Option<BlockId>) {
        let Some(block) = paragraph.map(|id| self.tree.block(id)) else {
            return;
        };
        if !matches!(block.kind, BlockKind::Paragraph(_)) || block.lines.is_empty() {
            return;
        }
        let line = block.lines.end - 1;
        let last = self.tree.text(&self.tree.line(line).text);
        if self.placements.line(line) == Placement::Whole && phrase::is_lead(last) {
            // What stands before the last sentence says something.
            self.out.seen.lead += phrase::last_sentence(last).len();
        }
    }

    fn block(&mut self, id: BlockId) {
        match self.placements.block(id) {
            Placement::Omitted => return,
            Placement::TermOnly(line, text) => {
                self.out.content.open(Element::Paragraph);
                self.name(line, &text);
                return self.out.content.close(Element::Paragraph);
            }
            Placement::Grouping | Placement::Asked | Placement::Whole => {}
        }
        let block = self.tree.block(id);
        match block.kind {
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::Title => self.prose(id),
            BlockKind::List(start) => self.list(id, start),
            BlockKind::Quote(callout) => self.quote(id, callout),
            BlockKind::Code(language) => self.as_one_piece(id, |renderer| renderer.code(id, language)),
            BlockKind::Html => self.as_one_piece(id, |renderer| renderer.raw_html(id)),
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

    /// Renders a block that is not read line by line, and notes where it comes from.
    fn as_one_piece(&mut self, id: BlockId, render: impl FnOnce(&mut Self)) {
        let before = self.out.content.checkpoint();
        render(self);
        self.out.content.come_from(self.tree.block(id).span.start, before);
    }

    fn children(&mut self, id: BlockId) {
        for child in self.tree.children(id) {
            self.block(child);
        }
    }

    fn prose(&mut self, id: BlockId) {
        let heading = matches!(self.tree.block(id).kind, BlockKind::Heading(_));
        let (before, seen) = (self.out.content.checkpoint(), self.out.seen);
        self.out.content.open(Element::Paragraph);
        if heading {
            self.out.content.open(Element::Strong);
        }
        let content = self.out.content.checkpoint();
        self.lines(self.tree.block(id).lines.clone(), None);
        if self.out.content.is_at(content) {
            return self.out.content.take_back(before);
        }
        if heading {
            self.out.content.close(Element::Strong);
        }
        self.out.content.close(Element::Paragraph);
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
                render_break(self.tree, at, kind, self.breaks, &mut self.out.content);
            } else if previous.is_some() {
                self.out.content.push_break();
            }
            match placement {
                Placement::TermOnly(line, text) => self.name(line, &text),
                _ => self.text(id, &self.tree.line(id).text.clone()),
            }
            previous = Some(id);
        }
    }

    fn text(&mut self, line: LineId, text: &Range<usize>) {
        let before = self.out.content.checkpoint();
        let Line { inlines, span, .. } = self.tree.line(line);
        let unmarked = self.in_options.then(|| phrase::without_right_mark(self.tree.text(text)));
        let shown = unmarked.map_or(text.clone(), |part| text.start + part.start..text.start + part.end);
        let is_bold = |start: usize| {
            let text = start.min(text.end)..text.end;
            self.tree.whole_span(self.tree.line(line), &text, |tag| tag == Tag::Strong)
        };
        // Bold that covers all of an option, or all but its letter, tells that it is right.
        let option = || text.end - phrase::after_label(self.tree.text(text)).len();
        let tells = self.in_options && (is_bold(text.start) || is_bold(option()));
        let bold = if tells { Bold::Plain } else { Bold::Strong };
        let mut seen = render(self.tree, inlines, &shown, bold, self.breaks, &mut self.out.content);
        self.out.content.come_from(span.start, before);
        // 「参考：」 before a link says no more than the link does.
        if seen.linked > 0 && seen.prose <= phrase::link_label(self.tree.text(text)) {
            seen.linked += std::mem::take(&mut seen.prose);
        }
        self.out.seen.inline.append(seen);
    }

    fn name(&mut self, line: LineId, text: &Range<usize>) {
        let before = self.out.content.checkpoint();
        let Line { inlines, span, .. } = self.tree.line(line);
        self.out.content.open(Element::Name);
        let name = self.out.content.checkpoint();
        render(self.tree, inlines, text, Bold::Plain, self.breaks, &mut self.out.content);
        // What stands for a card of its own has its footnotes there.
        self.out.content.drop_footnotes(name);
        if self.out.content.is_at(name) {
            self.out.content.take_back(before);
        } else {
            self.out.content.close(Element::Name);
            self.out.content.come_from(span.start, before);
        }
        self.out.seen.names += 1;
    }

    fn list(&mut self, id: BlockId, start: Option<u64>) {
        let (before, seen) = (self.out.content.checkpoint(), self.out.seen);
        let aspects = self.aspects(id);
        if aspects > 0 {
            self.out.seen.aspects += aspects;
            return;
        }
        self.open_list(start);
        let content = self.out.content.checkpoint();
        let is_parted = self.parted == Some(id);
        for item in self.tree.children(id) {
            if !(is_parted && self.is_name(item)) {
                self.item(item);
            }
        }
        if self.out.content.is_at(content) {
            return self.out.content.take_back(before);
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
            None => self.out.content.open(Element::List),
            Some(number) => self.out.content.open_ordered(number),
        }
    }

    fn close_list(&mut self, start: Option<u64>) {
        self.out.content.close(if start.is_some() { Element::Ordered } else { Element::List });
    }

    /// A block of nothing but links leaves the definition: navigation, references, a table of contents.
    fn leave_out_links(&mut self, id: BlockId, before: Checkpoint, seen: Substance) {
        let now = self.out.seen;
        let inline = Seen { linked: seen.inline.linked, anchored: seen.inline.anchored, ..now.inline };
        let only_links = Substance { inline, ..now } == seen;
        let (linked, anchored) = (now.inline.linked - seen.inline.linked, now.inline.anchored - seen.inline.anchored);
        let contents = anchored == linked && linked >= 2 * (now.inline.prose - seen.inline.prose);
        if linked > 0 && now.names == seen.names && (only_links || contents) {
            self.out.content.take_back(before);
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
                self.out.content.open(Element::Item);
                self.name(line, &text);
                self.out.content.close(Element::Item);
            }
            Placement::Grouping => self.shelf(id),
            // What only restates its term answers nothing around it either.
            Placement::Whole if self.placements.is_restated(id) => {
                self.shelf(id);
                self.out.seen.aspects += 1;
            }
            Placement::Whole | Placement::Asked => match self.tree.block(id).kind {
                BlockKind::Item(Some(Task::Done)) => self.item_under(Element::ItemDone, id),
                BlockKind::Item(Some(Task::Open)) => self.item_under(Element::ItemToDo, id),
                _ => self.item_body(id),
            },
        }
    }

    /// An item that only gathers terms, or says nothing new: what it says itself counts no more than a lead-in.
    fn shelf(&mut self, id: BlockId) {
        let before = self.out.seen.inline.prose;
        self.item_body(id);
        self.out.seen.lead += self.out.seen.inline.prose - before;
    }

    fn item_body(&mut self, id: BlockId) {
        self.item_under(Element::Item, id);
    }

    /// Renders an item as this element.
    fn item_under(&mut self, element: Element, id: BlockId) {
        let before = self.out.content.checkpoint();
        self.out.content.open(element);
        let content = self.out.content.checkpoint();
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
        if self.out.content.is_at(content) {
            return self.out.content.take_back(before);
        }
        self.out.content.close(element);
    }

    fn quote(&mut self, id: BlockId, callout: Option<Callout>) {
        let before = self.out.content.checkpoint();
        let element = match callout {
            None => Element::Quote,
            Some(Callout::Details) => Element::Details,
            Some(callout) if callout.is_alert() => Element::Alert,
            Some(_) => Element::Callout,
        };
        self.out.content.open(element);
        let content = self.out.content.checkpoint();
        let title = self.tree.title(id);
        self.title(callout, title);
        let untitled = self.out.content.checkpoint();
        for child in self.tree.content(id) {
            self.block(child);
        }
        if self.out.content.is_at(content) || (self.out.content.is_at(untitled) && title.is_none()) {
            return self.out.content.take_back(before);
        }
        self.out.content.close(element);
    }

    /// The title that its author gave a callout, or that of its kind.
    fn title(&mut self, callout: Option<Callout>, title: Option<BlockId>) {
        let Some(callout) = callout else { return };
        let element = if callout == Callout::Details { Element::Summary } else { Element::Title };
        let before = self.out.content.checkpoint();
        self.out.content.open(element);
        let content = self.out.content.checkpoint();
        let lines = title.map_or(0..0, |id| self.tree.block(id).lines.clone());
        if lines.is_empty() {
            self.out.content.push_text(callout.name().unwrap_or_default());
        }
        self.lines(lines, None);
        if self.out.content.is_at(content) {
            return self.out.content.take_back(before);
        }
        self.out.content.close(element);
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
            return math_block(text, &mut self.out.content);
        }
        let diagram = info.diagram();
        if let Some(kind) = diagram {
            self.out.findings.push((span(), findings::DiagramAsCode { kind }.into()));
        }
        let title = if info.title.is_empty() { diagram.unwrap_or_default() } else { info.title };
        self.titled_code(text, info.language, title);
    }

    fn titled_code(&mut self, text: &str, language: &str, title: &str) {
        let out = &mut self.out.content;
        if title.is_empty() {
            return out.push_code(language, text);
        }
        out.open(Element::TitledCode);
        out.open(Element::Title);
        out.push_text(title);
        out.close(Element::Title);
        out.push_code(language, text);
        out.close(Element::TitledCode);
    }

    /// Of raw HTML what reads is shown; what acts or dresses is not the author's text.
    fn raw_html(&mut self, id: BlockId) {
        let block = self.tree.block(id);
        let written = self.tree.text(&block.text);
        if html_text(written).len() < written.trim().len() {
            self.out.left_out.push((block.span.clone(), Rule::Comment));
        }
        let kept = sanitise(written);
        let (before, seen) = (self.out.content.checkpoint(), self.out.seen);
        self.out.content.append(kept.content);
        self.out.parts += kept.parts.saturating_sub(1);
        self.out.seen.inline.append(kept.seen);
        self.leave_out_links(id, before, seen);
    }

    fn table(&mut self, id: BlockId) {
        self.out.content.open(Element::Table);
        for row in self.tree.children(id) {
            if self.placements.is_unfinished(row) {
                self.out.seen.to_dos += 1;
                continue;
            }
            let head = self.tree.block(row).kind;
            self.out.content.open(Element::Row);
            for cell in self.tree.children(row) {
                let element = cell_element(head, self.tree.block(cell).kind);
                self.out.content.open(element);
                self.lines(self.tree.block(cell).lines.clone(), None);
                self.out.content.close(element);
            }
            self.out.content.close(Element::Row);
            self.extra_cells(row);
        }
        self.out.content.close(Element::Table);
        self.out.seen.tables += 1;
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
        self.out.content.open(Element::Footnote);
        self.out.content.open(Element::Sup);
        self.out.content.push_text(self.tree.target(label));
        self.out.content.close(Element::Sup);
        self.out.content.push_text(" ");
        self.footnote_text(id);
        self.out.content.close(Element::Footnote);
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

/// Whether a line says something by itself, and is no name: a statement, or what any subject has with its value,
/// "Use: storage".
fn is_said(text: &str) -> bool {
    let label = text.split_once([':', '：']).filter(|(_, told)| phrase::has_word(told));
    phrase::is_statement(text) || label.is_some_and(|(label, _)| lexicon::is_aspect(&lexicon::key(label)))
}

/// The element of a cell, in a row of this kind.
fn cell_element(row: BlockKind, cell: BlockKind) -> Element {
    let align = if let BlockKind::TableCell(align) = cell { align } else { Align::Start };
    match (row, align) {
        (BlockKind::TableHead, Align::Start) => Element::HeadCell,
        (BlockKind::TableHead, Align::Center) => Element::HeadCellCenter,
        (BlockKind::TableHead, Align::End) => Element::HeadCellEnd,
        (_, Align::Start) => Element::Cell,
        (_, Align::Center) => Element::CellCenter,
        (_, Align::End) => Element::CellEnd,
    }
}

/// A formula that stands by itself.
fn math_block(formula: &str, out: &mut Fragment) {
    out.open(Element::Paragraph);
    out.push_math(formula.trim(), Math::Display);
    out.close(Element::Paragraph);
}

/// The term of an entry as shown, in one line; bold that covers all of it says nothing.
pub(super) fn term_fragment(tree: &Tree, line: LineId, text: &Range<usize>, breaks: Breaks) -> Fragment {
    let mut out = Fragment::default();
    out.reserve(text.len());
    let all_bold = tree.whole_span(tree.line(line), text, |tag| tag == Tag::Strong);
    // An underlined heading may have several lines.
    let lines = (line..tree.line_count()).map(|line| tree.line(line)).take_while(|line| line.text.start < text.end);
    for (at, line) in lines.enumerate() {
        if at > 0 {
            out.push_text(" ");
        }
        let bold = if all_bold { Bold::Plain } else { Bold::Strong };
        let cut = line.text.start.max(text.start)..line.text.end.min(text.end);
        let before = out.checkpoint();
        render(tree, &line.inlines, &cut, bold, breaks, &mut out);
        out.come_from(line.span.start, before);
    }
    out
}
