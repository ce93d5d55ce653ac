//! Items of lists: terms with definitions, statements, labels, bare items.

use std::ops::Range;

use super::cloze;
use super::glossary::FEWEST_LEADS;
use super::phrase::{self, Separated};
use super::walk::{Draft, Walk};
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, InlineKind, LineId, Tag, Task, closing, trimmed};
use crate::model::decision::NotATerm;
use crate::model::decision::Rule;
use crate::model::entry::Context;

/// An item, as its rules look at it.
struct Item {
    id: BlockId,
    /// Its first line.
    line: LineId,
    /// The lines below it in its first paragraph.
    below: Range<LineId>,
    /// The blocks after its first paragraph.
    blocks: Vec<BlockId>,
}

/// What separates a term from its definition in all of a list.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Shared {
    /// An arrow in each item.
    Arrow,
    /// A bold span and white space, in most items.
    Lead,
    /// Wide white space or dots, in most items.
    Gap,
    /// A year, in some items: then an arrow separates others.
    Year,
    /// A separator, in some items: then an arrow is one, too.
    Separator,
    #[default]
    Nothing,
}

/// Fewest items that share an arrow.
const FEWEST_ARROWS: usize = 2;
/// Fewest items that share a gap.
const FEWEST_GAPS: usize = 3;
/// Fewest items with a separator that make one of an arrow.
const FEWEST_SEPARATED: usize = 2;
/// Widest name that an arrow separates alone, in columns.
const WIDEST_BEFORE_ARROW: usize = 24;
/// Fewest items that begin with a year.
const FEWEST_YEARS: usize = 2;
/// Fewest links of a table of contents.
const FEWEST_LINKS: usize = 2;
/// Most words of a term after its first one in bold.
const MOST_CUT_WORDS: usize = 3;
/// Widest bold lead, in columns.
const WIDEST_LEAD: usize = 80;
/// Most words of a bold lead.
const MOST_LEAD_WORDS: usize = 12;

impl Walk<'_> {
    /// Finds the entries of a list, the first of `blocks`. Tells how many of the blocks it spoke for: what is below
    /// the list may answer what its last item asks.
    pub fn list(&mut self, blocks: &[BlockId], context: &Context) -> usize {
        let id = blocks[0];
        let mut items = self.children(id);
        if self.is_contents(&items) {
            self.contents_are_gone(id);
            self.decide(self.tree.block(id).span.clone(), Rule::OnlyLinks);
            return 1;
        }
        let answers = self.quiz_list(&items, &blocks[1..], context);
        items.truncate(items.len() - usize::from(answers > 0));
        self.items(id, &items, context);
        1 + answers
    }

    /// Finds the entries of items of a list.
    fn items(&mut self, list: BlockId, items: &[BlockId], context: &Context) {
        let shared = match (self.shared(items), self.tree.block(list).kind) {
            // A step begins with what is to be done: `1. **Fork** the repository`.
            (Shared::Lead, BlockKind::List(Some(_))) => Shared::Nothing,
            (shared, _) => shared,
        };
        let mut at = 0;
        while at < items.len() {
            let pair = items.get(at + 1).is_some_and(|&next| self.question_items(items[at], next, context));
            if !pair {
                self.item(items[at], shared, context);
            }
            at += if pair { 2 } else { 1 };
        }
    }

    /// A table of contents leaves its section, and so does the line above that calls it one.
    fn contents_are_gone(&mut self, list: BlockId) {
        self.roles.block_is_gone(list);
        let is_name = |&above: &BlockId| {
            let block = self.tree.block(above);
            let key = lexicon::key(self.tree.text(&block.text));
            matches!(block.kind, BlockKind::Paragraph(_))
                && (lexicon::is(Class::Reference, &key) || lexicon::is(Class::ReferenceOverLinks, &key))
        };
        if let Some(above) = list.checked_sub(1).filter(is_name) {
            self.roles.block_is_gone(above);
            self.decide(self.tree.block(above).span.clone(), Rule::References);
        }
    }

    /// A list of links to places in the same file is its table of contents.
    fn is_contents(&self, items: &[BlockId]) -> bool {
        let leads_on = |&&item: &&BlockId| self.first_line(item).is_some_and(|line| self.is_anchor(line));
        let links = items.iter().filter(leads_on).count();
        links >= FEWEST_LINKS && links * 3 >= items.len() * 2
    }

    fn is_anchor(&self, line: LineId) -> bool {
        let line = self.tree.line(line);
        let inside = |tag| matches!(tag, Tag::Link(target) if self.tree.target(target).starts_with('#'));
        self.tree.whole_span(line, &line.text, inside)
    }

    fn first_line(&self, item: BlockId) -> Option<LineId> {
        let lines = self.tree.block(self.tree.children(item).next()?).lines.clone();
        (!lines.is_empty()).then_some(lines.start)
    }

    /// What the items of a list share that separates: what one alone does may be chance.
    fn shared(&self, items: &[BlockId]) -> Shared {
        let lines: Vec<LineId> = items.iter().filter_map(|&item| self.first_line(item)).collect();
        let leads = items.len().div_ceil(2).max(FEWEST_LEADS);
        let arrow = || lines.iter().any(|&line| self.at_arrow(line).is_some());
        match self.shared_by(&lines) {
            shared @ (Shared::Year | Shared::Arrow) => shared,
            _ if share(&lines, leads, |line| self.lead_of_list(line).is_some()) => Shared::Lead,
            Shared::Nothing if arrow() && share(&lines, FEWEST_SEPARATED, |line| self.separated(line).is_some()) => {
                Shared::Separator
            }
            shared => shared,
        }
    }

    /// What lines that stand side by side share, other than bold.
    pub fn shared_by(&self, lines: &[LineId]) -> Shared {
        // Chains of arrows are flows, and statements: `situation → service` has one.
        if self.share_years(lines) {
            Shared::Year
        } else if self.share_arrows(lines) {
            Shared::Arrow
        } else if self.share_gaps(lines) {
            Shared::Gap
        } else {
            Shared::Nothing
        }
    }

    /// The sides of a line at what it shares with others.
    pub fn at_shared(&self, line: LineId, shared: Shared) -> Option<Separated> {
        match shared {
            Shared::Arrow => self.at_arrow(line),
            Shared::Lead => self.lead_of_list(line),
            Shared::Gap => self.at_gap(line),
            Shared::Year => self.at_year(line),
            Shared::Separator | Shared::Nothing => None,
        }
    }

    /// Whether lines that stand side by side are written as `term → definition`.
    fn share_arrows(&self, lines: &[LineId]) -> bool {
        share(lines, two_thirds(lines).max(FEWEST_ARROWS), |line| self.at_arrow(line).is_some())
    }

    /// Whether they are written as `term　definition`.
    fn share_gaps(&self, lines: &[LineId]) -> bool {
        share(lines, two_thirds(lines).max(FEWEST_GAPS), |line| self.at_gap(line).is_some())
    }

    /// Whether they are written as `year event`.
    fn share_years(&self, lines: &[LineId]) -> bool {
        share(lines, FEWEST_YEARS, |line| self.at_year(line).is_some())
    }

    /// Finds the entries of an item, and decides how its parent shows it.
    fn item(&mut self, id: BlockId, shared: Shared, context: &Context) {
        if self.tree.block(id).kind == BlockKind::Item(Some(Task::Open)) {
            self.roles.block_is_gone(id);
            return self.decide(self.tree.block(id).span.clone(), Rule::OpenTask);
        }
        if self.is_skipped(id) {
            self.roles.block_is_gone(id);
            return self.decide(self.tree.block(id).span.clone(), Rule::Skipped);
        }
        let Some(item) = self.read_item(id) else {
            return self.blocks(&self.children(id), context);
        };
        let first = item.line..item.below.end;
        self.drop_to_dos(first.clone());
        if self.roles.is_to_do(item.line) {
            return self.unfinished_item(&item, context);
        }
        let hide = self.directive(id).is_some_and(|directive| directive.cloze == Some(true));
        if hide && cloze::statement(self, id, item.line, item.below.clone(), context) {
            return self.blocks(&item.blocks, context);
        }
        if !self.choice_item(id, &first, &item.blocks, context) && !self.asking_item(&item, context) {
            self.telling_item(&item, shared, context);
        }
    }

    /// An item that begins with `Q:`. Tells whether it is one.
    fn asking_item(&mut self, item: &Item, context: &Context) -> bool {
        let text = self.text(item.line);
        let marked = phrase::question_mark(text).is_some();
        if marked && self.has_rest(item) {
            self.question_item(item, context);
            return true;
        }
        // `Q: queen` defines a card of the pack.
        let unanswered = marked && phrase::asks(text);
        if unanswered {
            self.unanswered_item(item.id, item.line);
        }
        unanswered
    }

    /// A label, a term with its definition, or a statement.
    fn telling_item(&mut self, item: &Item, shared: Shared, context: &Context) {
        if self.is_label(item.line) {
            return self.decide(self.tree.block(item.id).span.clone(), Rule::Label);
        }
        let is_cut = |sides: &Separated| shared == Shared::Lead && self.is_cut(item, sides);
        let by_list = self.at_shared(item.line, shared).filter(|sides| !is_cut(sides));
        let with_others = matches!(shared, Shared::Year | Shared::Separator);
        let arrow = || if with_others { self.at_short_arrow(item.line) } else { None };
        if let Some(separated) = by_list.or_else(|| self.separated(item.line)).or_else(arrow) {
            return self.separated_item(item, &separated, context);
        }
        if self.has_rest(item) {
            self.item_with_rest(item, context);
        } else {
            self.lone_line(item, context);
        }
    }

    /// Whether a bold span is only the first word of a term whose definition stands below: `**client** side encryption`.
    fn is_cut(&self, item: &Item, sides: &Separated) -> bool {
        let after = self.tree.text(&sides.right);
        let words = after.split_whitespace().count();
        let lower = after.starts_with(|c: char| c.is_ascii_lowercase());
        lower && words <= MOST_CUT_WORDS && !after.ends_with('.') && self.has_rest(item)
    }

    fn read_item(&self, id: BlockId) -> Option<Item> {
        let first = self.first_paragraph(id)?;
        let blocks = self.tree.children(id).skip(1).collect();
        Some(Item { id, line: first.start, below: first.start + 1..first.end, blocks })
    }

    /// Whether something stands under the first line of an item, and why that line is no term, if it is none.
    pub fn look_at_item(&self, id: BlockId) -> Option<(bool, Option<Rule>)> {
        let item = self.read_item(id)?;
        Some((self.has_rest(&item), self.not_a_term_line(&item)))
    }

    /// The lines that an item begins with.
    fn first_paragraph(&self, item: BlockId) -> Option<Range<LineId>> {
        let block = self.tree.block(self.tree.children(item).next()?);
        let paragraph = matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Heading(_));
        (paragraph && !block.lines.is_empty()).then(|| block.lines.clone())
    }

    /// The first line is a to-do; what is under it may be finished.
    fn unfinished_item(&mut self, item: &Item, context: &Context) {
        self.blocks(&item.blocks, context);
        if item.below.is_empty() && item.blocks.is_empty() {
            self.roles.block_is_unfinished(item.id);
        }
    }

    /// Whether something stands under the first line.
    fn has_rest(&self, item: &Item) -> bool {
        item.below.clone().any(|line| self.roles.line(line) != super::roles::Role::Gone)
            || item.blocks.iter().any(|&id| !matches!(self.tree.block(id).kind, BlockKind::Rule))
    }

    pub fn is_label(&self, line: LineId) -> bool {
        let (text, masked) = (self.text(line), self.masked(line));
        let own = || phrase::is_own_label(text, &self.config.words.labels);
        let ours = phrase::is_label(text, || {
            let after = masked.find([':', '：', ' ']).map_or("", |at| &masked[at..]);
            !phrase::has_word(after)
        });
        ours || own()
    }

    /// `Q: …` with its answer below, marked as such or not.
    fn question_item(&mut self, item: &Item, context: &Context) {
        let text = self.tree.line(item.line).text.clone();
        let mark = phrase::question_mark(self.text(item.line)).unwrap_or(0);
        let named = self.named(&(text.start + mark..text.end));
        let answer = self.answer_list(&item.blocks);
        if answer.is_none() {
            self.children_of_term(item, &named.range, context);
        }
        let mut renderer = self.renderer();
        match item.below.clone() {
            below if below.is_empty() => {}
            below => renderer.paragraph(Some(self.marked_answer(below.start)), below.start + 1..below.end),
        }
        match answer {
            Some(lines) => renderer.paragraph(Some(self.marked_answer(lines.start)), lines.start + 1..lines.end),
            None => renderer.blocks(item.blocks.iter().copied()),
        }
        let definition = renderer.finish();
        self.add_item(item, named, Rule::Question, context, definition);
    }

    // Separated on one line.

    pub fn at_arrow(&self, line: LineId) -> Option<Separated> {
        let start = self.tree.line(line).text.start;
        phrase::separate_at_arrow(self.text(line), self.masked(line)).map(|sides| sides.from(start))
    }

    /// An arrow behind a short name.
    fn at_short_arrow(&self, line: LineId) -> Option<Separated> {
        let is_name = |sides: &Separated| {
            let name = self.tree.text(&sides.left);
            crate::text::columns(name) <= WIDEST_BEFORE_ARROW && phrase::not_a_term(name).is_none()
        };
        self.at_arrow(line).filter(is_name)
    }

    pub fn at_gap(&self, line: LineId) -> Option<Separated> {
        let start = self.tree.line(line).text.start;
        phrase::separate_at_gap(self.text(line), self.masked(line)).map(|sides| sides.from(start))
    }

    pub fn at_year(&self, line: LineId) -> Option<Separated> {
        let text = &self.tree.line(line).text;
        let sides = phrase::separate_at_year(self.text(line))?.from(text.start);
        // What has a name and a definition behind its year is called by the name.
        let is_event = self.sides(&sides.right).is_none();
        is_event.then_some(sides)
    }

    /// The two sides of a line, as ranges of the tree's plain text.
    pub fn separated(&self, line: LineId) -> Option<Separated> {
        let text = &self.tree.line(line).text;
        if let Some(lead) = self.bold_lead(line) {
            return Some(lead);
        }
        let found = self.sides(text)?;
        // A colon at the end separates nothing: the line is looked at as a whole.
        if !phrase::has_word(&self.tree.text(text)[found.right.clone()]) {
            return None;
        }
        let found = found.from(text.start);
        (!self.is_in_bold(line, &found)).then_some(found)
    }

    /// A bold, slanted or code span at the start separates whatever it holds: `**X:** d`, `**X**: d`, `*X* – d`.
    pub fn bold_lead(&self, line: LineId) -> Option<Separated> {
        let (line_text, inlines) = (&self.tree.line(line).text, self.tree.inlines(&self.tree.line(line).inlines));
        let first = inlines.first()?;
        let (lead, bold) = match first.kind {
            InlineKind::Open(Tag::Strong | Tag::Emphasis) => (first.start..inlines[closing(inlines, 0)].start, true),
            InlineKind::Code | InlineKind::Math(_) => (first.start..first.end, false),
            _ => return None,
        };
        let inner = self.tree.text(&lead).trim_end();
        let after = self.tree.text(&(lead.end.min(line_text.end)..line_text.end));
        let note = if bold { phrase::bracketed_start(after) } else { 0 };
        // `**etc.** – d` is separated by its dash, and what stands in code is exact.
        let (length, marks): (usize, &[char]) = match lead_separator(&after[note..], bold) {
            Some(length) => (note + length, if bold { &[':', '：'] } else { &[] }),
            None if bold && inner.ends_with([':', '：', '.']) => (0, &[':', '：', '.']),
            None => return None,
        };
        let named =
            if note > 0 && length > 0 { lead.end + note } else { lead.start + inner.trim_end_matches(marks).len() };
        let left = trimmed_of(self, lead.start..named);
        let right = trimmed_of(self, lead.end + length..line_text.end);
        let name = self.tree.text(&left);
        let fits = self.is_name(line, &left)
            && !name.contains(['。', '！', '？', '\n'])
            && crate::text::columns(name) <= WIDEST_LEAD
            && name.split_whitespace().count() <= MOST_LEAD_WORDS
            && phrase::has_word(self.tree.text(&right));
        fits.then_some(Separated { left, right })
    }

    /// A bold span at the start and what follows it after white space only: `**X** d`.
    pub fn loose_lead(&self, line: LineId) -> Option<Separated> {
        let (text, inlines) = (&self.tree.line(line).text, self.tree.inlines(&self.tree.line(line).inlines));
        let first = inlines.first().filter(|first| first.kind == InlineKind::Open(Tag::Strong))?;
        let end = inlines[closing(inlines, 0)].start.min(text.end);
        let left = trimmed_of(self, first.start..end);
        let name = self.tree.text(&left);
        let fits = phrase::has_word(name)
            && !name.ends_with(['。', '.', '!', '！', '、', ',', ':', '：'])
            && phrase::not_a_term(name).is_none()
            && phrase::defines_loosely(self.tree.text(&(end..text.end)));
        let right = trimmed_of(self, end..text.end);
        fits.then(|| self.separated_later(line, &left, &right).unwrap_or(Separated { left, right }))
    }

    /// The sides of a line whose bold span is only the begin of its term: `**Direct** attached storage - disks`.
    fn separated_later(&self, line: LineId, bold: &Range<usize>, after: &Range<usize>) -> Option<Separated> {
        let text = &self.tree.line(line).text;
        let sides = self.sides(text)?.from(text.start);
        let rest = self.tree.text(&(after.start..sides.left.end.max(after.start)));
        let fits = rest.starts_with(char::is_alphanumeric)
            && rest.split_whitespace().count() <= MOST_CUT_WORDS
            && phrase::has_word(self.tree.text(&sides.right));
        fits.then_some(Separated { left: bold.start..sides.left.end, right: sides.right })
    }

    /// A lead that separates when others beside it do the same.
    pub fn lead_of_list(&self, line: LineId) -> Option<Separated> {
        self.loose_lead(line).or_else(|| self.bracket_lead(line))
    }

    /// A term in brackets at the start: 「【分散】 標準偏差の二乗」.
    pub fn bracket_lead(&self, line: LineId) -> Option<Separated> {
        let start = self.tree.line(line).text.start;
        let found = phrase::separate_at_bracket(self.text(line), &self.config.words.markers)
            .filter(|found| !found.right.is_empty());
        found.map(|sides| sides.from(start))
    }

    /// A bold lead of either kind, or one in brackets.
    pub fn any_lead(&self, line: LineId) -> Option<Separated> {
        self.bold_lead(line).or_else(|| self.lead_of_list(line))
    }

    /// Whether a separator is inside bold text that goes on after it: no separator of the line.
    fn is_in_bold(&self, line: LineId, found: &Separated) -> bool {
        let inlines = self.tree.inlines(&self.tree.line(line).inlines);
        inlines.iter().enumerate().any(|(at, inline)| {
            let strong = matches!(inline.kind, InlineKind::Open(Tag::Strong));
            strong && inline.start <= found.left.end && {
                let end = inlines[closing(inlines, at)].start;
                end > found.right.start
                    || (found.right.is_empty() && inline.start < found.left.end && end > found.left.end + 3)
            }
        })
    }

    fn separated_item(&mut self, item: &Item, separated: &Separated, context: &Context) {
        let named = self.named(&separated.left);
        self.children_of_term(item, &named.range, context);
        let mut renderer = self.renderer();
        renderer.paragraph(Some((item.line, separated.right.clone())), item.below.clone());
        renderer.blocks(item.blocks.iter().copied());
        let definition = renderer.finish();
        self.add_item(item, named, Rule::Separated, context, definition);
    }

    // A term line, then the rest.

    fn item_with_rest(&mut self, item: &Item, context: &Context) {
        if let Some(rule) = self.not_a_term_line(item) {
            self.decide(self.tree.line(item.line).span.clone(), rule);
            cloze::statement(self, item.id, item.line, item.below.clone(), context);
            let made = self.entries.len();
            self.blocks(&item.blocks, context);
            let last = Some(item.below.end - 1).filter(|&line| leads_in(self.text(line), rule));
            return self.lead_in(last, made, context);
        }
        self.term_line(item, &self.tree.line(item.line).text.clone(), context);
    }

    fn term_line(&mut self, item: &Item, text: &Range<usize>, context: &Context) {
        let named = self.named(text);
        if !self.has_rest(item) {
            return self.decide(self.tree.block(item.id).span.clone(), Rule::BareItem);
        }
        self.children_of_term(item, &named.range, context);
        let mut renderer = self.renderer();
        renderer.paragraph(None, item.below.clone());
        renderer.blocks(item.blocks.iter().copied());
        let definition = renderer.finish();
        self.add_item(item, named, Rule::TermLine, context, definition);
    }

    fn not_a_term_line(&self, item: &Item) -> Option<Rule> {
        let line = self.tree.line(item.line);
        let whole = self.tree.whole_span(line, &line.text, |tag| matches!(tag, Tag::Strong | Tag::Link(_)))
            || matches!(self.tree.inlines(&line.inlines), [inline, ..] if matches!(inline.kind, InlineKind::Code | InlineKind::Math(_)) && inline.end >= line.text.end);
        if whole {
            return None;
        }
        if !item.below.is_empty() && self.goes_on(item.line, item.below.start) {
            return Some(Rule::Wrapped);
        }
        let text = self.text(item.line);
        // A step that code shows is a question: how is it done?
        let shown = || item.blocks.iter().any(|&id| matches!(self.tree.block(id).kind, BlockKind::Code(_)));
        let remark = || (phrase::is_remark(text) && !shown()).then_some(NotATerm::Remark);
        self.not_a_term(text).or_else(remark).map(Rule::Statement)
    }

    fn children_of_term(&mut self, item: &Item, term: &Range<usize>, context: &Context) {
        if item.blocks.is_empty() {
            return;
        }
        let under = self.under(context, term);
        self.blocks(&item.blocks, &under);
    }

    fn add_item(
        &mut self,
        item: &Item,
        named: phrase::Named,
        rule: Rule,
        context: &Context,
        definition: super::definition::Definition,
    ) {
        let (line, shown) = (item.line, named.range.clone());
        let span = self.tree.block(item.id).span.clone();
        let directive = self.directive(item.id).cloned().map(Box::new);
        match self.add(Draft { span, directive, ..Draft::new(self, named, line, context, rule) }, definition) {
            // A question is no member of what it stands under.
            Ok(()) if rule == Rule::Question => self.roles.block_is_gone(item.id),
            Ok(()) => self.roles.block_is_term(item.id, line, shown),
            Err(Rule::Shelf) => self.roles.block_is_shelf(item.id),
            Err(_) => {}
        }
    }

    // A line with nothing under it.

    fn lone_line(&mut self, item: &Item, context: &Context) {
        if !cloze::statement(self, item.id, item.line, item.below.clone(), context) {
            let sentence = self.not_a_term(self.text(item.line));
            let rule = sentence.map_or(Rule::BareItem, Rule::Statement);
            self.decide(self.tree.block(item.id).span.clone(), rule);
        }
    }
}

/// Whether at least `fewest` of the lines are what is asked for. Told as soon as it is settled: in nearly all lists,
/// by the first few lines.
fn share(lines: &[LineId], fewest: usize, is: impl Fn(LineId) -> bool) -> bool {
    let mut missing = fewest;
    let left = (0..=lines.len()).rev();
    for (&line, left) in lines.iter().zip(left) {
        if missing == 0 || missing > left {
            break;
        }
        missing -= usize::from(is(line));
    }
    missing == 0
}

fn two_thirds(lines: &[LineId]) -> usize {
    (lines.len() * 2).div_ceil(3)
}

fn trimmed_of(walk: &Walk<'_>, range: Range<usize>) -> Range<usize> {
    trimmed(walk.tree.plain(), range)
}

/// Whether an item that is no term by `rule` says what stands under it, rather than something of its own.
fn leads_in(text: &str, rule: Rule) -> bool {
    use NotATerm::{AnswersItself, PointsForward, Remark};
    matches!(rule, Rule::Statement(AnswersItself | PointsForward | Remark)) || phrase::leads_in(text)
}

/// The length of a separator after a bold or code span, with the white space around it.
fn lead_separator(after: &str, bold: bool) -> Option<usize> {
    let rest = after.trim_start();
    let spaced = rest.len() < after.len();
    let mark = rest.chars().next()?;
    let next = rest[mark.len_utf8()..].chars().next();
    let fits = match mark {
        '：' | '→' | '\t' => true,
        '…' | '‥' => bold,
        ':' => next != Some(':'),
        '-' | '–' | '—' | '=' => spaced && next.is_some_and(char::is_whitespace),
        _ => after.starts_with('\t'),
    };
    fits.then_some(after.len() - rest.len() + if after.starts_with('\t') { 0 } else { mark.len_utf8() })
}
