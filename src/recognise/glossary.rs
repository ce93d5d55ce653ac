//! Paragraphs that hold terms: glossary lines, bold leads, bold lines used as headings.

use std::ops::Range;

use super::bullet::Shared;
use super::phrase::{self, Separated};
use super::roles::Role;
use super::walk::{Draft, Walk};
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, InlineKind, LineId, Tag};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::text::columns;

/// Fewest lines of a glossary.
const FEWEST_LINES: usize = 3;
/// Fewest lines or items with a bold lead that stand side by side: one alone is emphasis.
pub(super) const FEWEST_LEADS: usize = 2;
/// Fewest lines over lists that make terms of them: one alone only leads its list in.
const FEWEST_HEADS: usize = 2;
/// Widest bold line that is taken for a heading, in columns.
const WIDEST_BOLD_LINE: usize = 60;

/// How the paragraphs of a section define terms: one of them alone may only emphasise.
#[derive(Clone, Copy, Default)]
pub(super) struct Style {
    /// Lines that begin with a bold lead, and bold lines used as headings: both say that bold names a subject here.
    pub leads: usize,
    /// Questions over lists of options.
    pub quizzes: usize,
    /// Whether a glossary has begun: after it, one line is enough.
    pub glossary: bool,
    /// What the lines share that separates.
    pub shared: Shared,
    /// Terms in lines of their own, directly over a list: `Thiazides` and what is to be known of them.
    pub heads: usize,
}

impl Walk<'_> {
    /// The style of blocks that stand side by side.
    pub fn style(&self, blocks: &[BlockId], context: &Context) -> Style {
        let paragraphs = blocks.iter().filter(|&&id| matches!(self.tree.block(id).kind, BlockKind::Paragraph(_)));
        let lines = paragraphs.flat_map(|&id| self.tree.block(id).lines.clone());
        let leads = lines.filter(|&line| self.any_lead(line).is_some() && !self.is_label(line)).count();
        let headings = blocks.iter().filter(|&&id| self.is_bold_line(id, context)).count();
        let quizzes = (0..blocks.len()).filter(|&at| self.asks_over_options(&blocks[at..])).count();
        let heads = (0..blocks.len()).filter(|&at| self.heads_list(&blocks[at..])).count();
        Style { leads: leads + headings, quizzes, heads, ..Style::default() }
    }

    /// Finds the entries of a paragraph, and of the blocks below that it is a heading or a lead for.
    /// Tells how many of the blocks it spoke for.
    pub fn paragraph(&mut self, blocks: &[BlockId], style: &mut Style, context: &Context) -> usize {
        let lines = self.tree.block(blocks[0]).lines.clone();
        self.drop_to_dos(lines.clone());
        if lines.is_empty() || self.roles.line(lines.start) == Role::Gone {
            return 1;
        }
        let asked = self.questions(blocks, *style, context);
        if asked > 0 {
            return asked;
        }
        if self.is_bold_line(blocks[0], context) {
            return self.bold_line(blocks, context);
        }
        if !style.glossary && self.begins_glossary(blocks) {
            style.glossary = true;
        }
        if self.glossary(lines, *style, context) {
            style.glossary = true;
            return 1;
        }
        if self.has_lead(blocks[0]) && (style.leads >= FEWEST_LEADS || self.names_in_bold(blocks[0])) {
            return self.lead(blocks, context);
        }
        if style.heads >= FEWEST_HEADS && self.heads_list(blocks) { self.list_head(blocks, context) } else { 1 }
    }

    /// Whether a paragraph begins with a bold lead: `**X**: d`.
    pub fn has_lead(&self, id: BlockId) -> bool {
        let block = self.tree.block(id);
        matches!(block.kind, BlockKind::Paragraph(_))
            && !block.lines.is_empty()
            && self.any_lead(block.lines.start).is_some()
            && !self.is_label(block.lines.start)
    }

    /// Whether a paragraph begins with a name in bold and a separator: that alone says what it is about.
    fn names_in_bold(&self, id: BlockId) -> bool {
        let line = self.tree.block(id).lines.start;
        let inlines = self.tree.inlines(&self.tree.line(line).inlines);
        let bold = inlines.first().is_some_and(|first| first.kind == InlineKind::Open(Tag::Strong));
        let sides = self.bold_lead(line).filter(|_| bold);
        sides.is_some_and(|sides| phrase::not_a_term(self.tree.text(&sides.left)).is_none())
    }

    // Glossary lines.

    /// Whether lines that stand apart are the lines of a glossary.
    fn begins_glossary(&self, blocks: &[BlockId]) -> bool {
        let is_line = |&&id: &&BlockId| {
            let block = self.tree.block(id);
            let line = block.lines.start;
            matches!(block.kind, BlockKind::Paragraph(_))
                && block.lines.len() == 1
                && self.any_lead(line).is_none()
                && self.begins_entry(line, line, Style::default()).is_some()
        };
        blocks.iter().take_while(is_line).take(FEWEST_LINES).count() == FEWEST_LINES
    }

    /// Three or more lines of a paragraph, and at least half of it, are `term – def` or `term：def`.
    fn glossary(&mut self, lines: Range<LineId>, style: Style, context: &Context) -> bool {
        let loose = style.leads >= FEWEST_LEADS;
        let leads =
            |&line: &LineId| self.leads_alone(line) || loose && self.loose_lead(line).is_some() && !self.is_label(line);
        let leads = lines.clone().filter(leads).count();
        let fewest = match leads {
            _ if style.glossary => 1,
            FEWEST_LEADS.. => FEWEST_LEADS,
            _ => FEWEST_LINES,
        };
        if lines.len() < fewest {
            return false;
        }
        let indent = self.indent(lines.start);
        let all: Vec<LineId> = lines.clone().collect();
        let style = Style { shared: self.shared_by(&all), ..style };
        let own: Vec<Option<Separated>> =
            lines.clone().map(|line| self.begins_entry(line, lines.start, style)).collect();
        let count = own.iter().flatten().count();
        if count < fewest || count * 2 < lines.len() {
            return false;
        }
        let made = self.entries.len();
        for (at, separated) in own.iter().enumerate() {
            if let Some(separated) = separated {
                // Between names in bold, all is said of the one above.
                let goes_on = |next: usize| {
                    leads >= FEWEST_LEADS && own[next].is_none()
                        || self.continues(lines.start + next, indent, own[next].as_ref())
                };
                let end = (at + 1..own.len()).find(|&next| !goes_on(next));
                let below = lines.start + at + 1..lines.start + end.unwrap_or(own.len());
                self.glossary_line(lines.start + at, separated, below, context);
            }
        }
        let above = own.iter().position(Option::is_some).and_then(|first| first.checked_sub(1));
        let above = above.map(|above| lines.start + above).filter(|&line| phrase::leads_in(self.text(line)));
        self.lead_in(above, made, context);
        true
    }

    /// Whether a line has a lead that is hardly chance.
    fn leads_alone(&self, line: LineId) -> bool {
        (self.bold_lead(line).is_some() || self.bracket_lead(line).is_some()) && !self.is_label(line)
    }

    /// The sides of a line of a paragraph that begins at `first`, if the line begins an entry.
    fn begins_entry(&self, line: LineId, first: LineId, style: Style) -> Option<Separated> {
        let sides = self.defined(line, style).filter(|_| !self.is_label(line))?;
        // Terms in lower case are no sentence that goes on, unless the line above is open or an editor wrapped it.
        let wrapped = |above| phrase::is_open(self.text(above)) || self.reaches_margin(above, line);
        let continues = line > first && (self.indent(line) > self.indent(first) + 1 || wrapped(line - 1));
        (!continues).then_some(sides)
    }

    /// Whether a line goes on with the entry above it: it is indented, or its editor wrapped it.
    fn continues(&self, line: LineId, indent: usize, separated: Option<&Separated>) -> bool {
        separated.is_none() && (self.indent(line) > indent + 1 || self.goes_on(line - 1, line))
    }

    /// A separated line with something on its right side.
    fn defined(&self, line: LineId, style: Style) -> Option<Separated> {
        let loose = if style.leads >= FEWEST_LEADS { self.lead_of_list(line) } else { None };
        loose
            .or_else(|| self.at_shared(line, style.shared))
            .or_else(|| self.separated(line))
            .filter(|sides| phrase::has_word(self.tree.text(&sides.right)))
    }

    fn glossary_line(&mut self, line: LineId, sides: &Separated, below: Range<LineId>, context: &Context) {
        let named = self.named(&sides.left);
        let shown = named.range.clone();
        let mut renderer = self.renderer();
        renderer.paragraph(Some((line, sides.right.clone())), below.clone());
        let definition = renderer.finish();
        let end = if below.is_empty() { line } else { below.end - 1 };
        let span = self.tree.line(line).span.start..self.tree.line(end).span.end;
        let draft = Draft { span, ..Draft::new(self, named, line, context, Rule::GlossaryLine) };
        if self.add(draft, definition).is_ok() {
            self.roles.line_is_term(line, shown);
            for line in below {
                self.roles.line_is_gone(line);
            }
        }
    }

    /// The column at which a line begins in its source.
    fn indent(&self, line: LineId) -> usize {
        let start = self.tree.line(line).span.start;
        let before = &self.source.text[..start];
        columns(&before[before.rfind('\n').map_or(0, |at| at + 1)..])
    }

    // Bold leads.

    /// A paragraph with a bold lead, and a list that follows it, are an entry.
    fn lead(&mut self, blocks: &[BlockId], context: &Context) -> usize {
        let (id, lines) = (blocks[0], self.tree.block(blocks[0]).lines.clone());
        let Some(sides) = self.any_lead(lines.start).filter(|_| !self.is_label(lines.start)) else {
            return 1;
        };
        let named = self.named(&sides.left);
        if self.repeats(context, &named.range) {
            return 1;
        }
        let list = blocks.get(1).filter(|&&next| matches!(self.tree.block(next).kind, BlockKind::List(_)));
        let below: Vec<BlockId> = list.copied().into_iter().collect();
        self.blocks(&below, &self.under(context, &named.range));
        let mut renderer = self.renderer();
        renderer.paragraph(Some((lines.start, sides.right)), lines.start + 1..lines.end);
        renderer.blocks(below.iter().copied());
        let definition = renderer.finish();
        self.add_above(id, &below, Draft::new(self, named, lines.start, context, Rule::BoldLead), definition);
        1 + below.len()
    }

    /// Whether a term only repeats the heading that it stands under.
    fn repeats(&self, context: &Context, term: &Range<usize>) -> bool {
        let above = context.last().map_or(self.title, String::as_str);
        lexicon::key(above) == lexicon::key(self.tree.text(term))
    }

    // Bold lines.

    /// Whether a paragraph begins with a line that is one bold span, or in brackets, and reads like a heading.
    pub fn is_bold_line(&self, id: BlockId, context: &Context) -> bool {
        let block = self.tree.block(id);
        if !matches!(block.kind, BlockKind::Paragraph(_)) || block.lines.is_empty() {
            return false;
        }
        let line = self.tree.line(block.lines.start);
        let text = self.tree.text(&line.text).trim_end_matches([':', '：']);
        let end = line.text.start + text.len();
        let bold = self.tree.whole_span(line, &(line.text.start..end), |tag| tag == Tag::Strong);
        (bold
            || phrase::separate_at_bracket(text, &self.config.words.markers)
                .is_some_and(|found| found.right.is_empty()))
            && columns(text) <= WIDEST_BOLD_LINE
            && phrase::not_a_term(text).is_none()
            && !self.is_label(block.lines.start)
            && !self.repeats(context, &self.bold_name(block.lines.start).range)
    }

    /// The name in a bold line.
    fn bold_name(&self, line: LineId) -> phrase::Named {
        let text = self.tree.line(line).text.clone();
        let bracket = phrase::separate_at_bracket(self.text(line), &self.config.words.markers)
            .filter(|found| found.right.is_empty());
        self.named(&bracket.map_or(text.clone(), |found| found.from(text.start).left))
    }

    /// A bold line used as heading speaks for the lines below it, or for the blocks up to the next one.
    fn bold_line(&mut self, blocks: &[BlockId], context: &Context) -> usize {
        let (id, lines) = (blocks[0], self.tree.block(blocks[0]).lines.clone());
        let below = if lines.len() > 1 { &[] } else { &blocks[1..] };
        let asks = phrase::asks(self.text(lines.start));
        let next = below.iter().position(|&block| {
            self.is_bold_line(block, context) || self.has_lead(block) || (asks && self.begins_question(block))
        });
        let below = below[..next.unwrap_or(below.len())].to_vec();
        if lines.len() == 1 && below.is_empty() {
            return 1;
        }
        let named = self.bold_name(lines.start);
        self.blocks(&below, &self.under(context, &named.range));
        let mut renderer = self.renderer();
        renderer.paragraph(None, lines.start + 1..lines.end);
        renderer.blocks(below.iter().copied());
        let definition = renderer.finish();
        self.add_above(id, &below, Draft::new(self, named, lines.start, context, Rule::BoldLine), definition);
        1 + below.len()
    }

    // Terms over lists.

    /// Whether a paragraph is one line that reads like a term, directly over a list.
    fn heads_list(&self, blocks: &[BlockId]) -> bool {
        let [paragraph, list, ..] = blocks else { return false };
        let (head, list) = (self.tree.block(*paragraph), self.tree.block(*list));
        if !matches!(head.kind, BlockKind::Paragraph(_)) || !matches!(list.kind, BlockKind::List(_)) {
            return false;
        }
        let adjacent = !self.source.text[head.span.end..list.span.start].trim_matches(' ').contains("\n\n");
        let text = self.text(head.lines.start);
        head.lines.len() == 1
            && adjacent
            && columns(text) <= WIDEST_BOLD_LINE
            && phrase::has_word(text)
            && phrase::not_a_term(text).is_none()
            && !phrase::is_remark(text)
            && !lexicon::is(Class::NamelessHeading, &lexicon::key(text))
            && !self.is_label(head.lines.start)
    }

    /// A term over a list is an entry, and the list its definition.
    fn list_head(&mut self, blocks: &[BlockId], context: &Context) -> usize {
        let line = self.tree.block(blocks[0]).lines.start;
        let named = self.named(&self.tree.line(line).text.clone());
        if self.repeats(context, &named.range) {
            return 1;
        }
        let below = [blocks[1]];
        self.blocks(&below, &self.under(context, &named.range));
        let mut renderer = self.renderer();
        renderer.blocks(below);
        let definition = renderer.finish();
        self.add_above(blocks[0], &below, Draft::new(self, named, line, context, Rule::TermLine), definition);
        2
    }

    /// Whether a paragraph begins with `Q:`: it answers no question above it.
    fn begins_question(&self, id: BlockId) -> bool {
        let first = self.tree.block(id).lines.clone().next();
        first.is_some_and(|line| phrase::question_mark(self.text(line)).is_some())
    }

    /// Adds an entry whose definition goes on in the blocks `below` it: they leave what it stands under.
    fn add_above(
        &mut self,
        id: BlockId,
        below: &[BlockId],
        mut draft: Draft,
        definition: super::definition::Definition,
    ) {
        let last = below.last().copied().unwrap_or(id);
        draft.span = self.tree.block(id).span.start..self.tree.block(last).span.end;
        let (line, shown) = (draft.line, draft.named.range.clone());
        if self.add(draft, definition).is_ok() {
            if phrase::asks(self.tree.text(&shown)) {
                self.roles.block_is_gone(id);
            } else {
                self.roles.block_is_term(id, line, shown);
            }
            for &block in below {
                self.roles.block_is_gone(block);
            }
        }
    }
}
