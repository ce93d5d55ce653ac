//! The seams of groups that are written without blank lines: a line that names what is below it, right below what the
//! line before it names.
//!
//! CommonMark makes one paragraph of such lines, or gives them to the items above them and makes one list of all. Here
//! they are parted, so that all shapes see the blocks that their author meant.

use std::ops::Range;

use super::phrase;
use crate::lexicon::Lexicon;
use crate::markdown::{BlockId, BlockKind, GroupName, Inline, InlineKind, LineId, Parts, Tag, Tree, closing};
use crate::text::{columns, line_start};

/// Widest line that names a list, in columns.
const WIDEST_NAME: usize = 60;
/// Fewest names in a paragraph with lines that say what they are: one is a heading over all.
const FEWEST_TOLD: usize = 2;
/// Widest line after which its author, and no editor, began a new one, in columns.
const WIDEST_BROKEN: usize = 48;

/// How a line is written that names what stands below it. Those of one section are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// It is in bold, or begins with a name in bold.
    Bold,
    /// It begins with a name in brackets: 【砂】.
    Bracketed,
    /// It asks.
    Asks,
    /// It ends in a colon.
    Announces,
    /// A name: a capital, or a script without capitals.
    Name,
    /// A name in lower case.
    LowerName,
}

/// The groups of a list.
pub(super) struct Found {
    items: Vec<BlockId>,
    names: Vec<GroupName>,
    /// The paragraph above the list and its last line, if that is to be parted from it, too.
    first: Option<(BlockId, LineId)>,
}

impl Found {
    /// Parts the list, and the paragraph above it.
    pub fn part(&self, tree: &mut Tree, parts: &mut Parts, list: BlockId) {
        parts.part_groups(tree, list, &self.items, &self.names);
        if let Some((above, line)) = self.first {
            parts.part_paragraph(tree, above, &[line]);
        }
    }
}

/// A source whose groups are looked for.
pub(super) struct Groups<'t> {
    pub tree: &'t Tree,
    /// The text of the source.
    pub text: &'t str,
    pub words: &'t Lexicon,
}

impl Groups<'_> {
    /// The lines of a paragraph before which it is to be parted: those that are a name in bold or in brackets, over lines
    /// that say what it is, if it begins with one.
    pub fn of_lines(&self, lines: &Range<LineId>) -> Vec<LineId> {
        let may_begin = self.line_text(lines.start).starts_with('【') || self.begins_bold(lines.start);
        if lines.len() < 2 * FEWEST_TOLD || !may_begin || !self.is_bare_name(lines.start) {
            return Vec::new();
        }
        let names: Vec<LineId> = lines.clone().filter(|&line| self.is_bare_name(line)).collect();
        let ends = names.iter().skip(1).copied().chain([lines.end]);
        let told = names.iter().zip(ends).filter(|&(&name, end)| end > name + 1).count();
        if told < FEWEST_TOLD { Vec::new() } else { names[1..].to_vec() }
    }

    /// Returns true if a line is nothing but a name in bold or in brackets.
    fn is_bare_name(&self, line: LineId) -> bool {
        let text = self.line_text(line);
        let name = text.trim_end_matches([':', '：']);
        let line = self.tree.line(line);
        let bold = || {
            let end = line.text.start + name.len();
            self.tree.whole_span(line, &(line.text.start..end), |tag| tag == Tag::Strong)
        };
        let in_brackets = || phrase::separate_at_bracket(name, self.words).is_some_and(|found| found.right.is_empty());
        columns(name) <= WIDEST_NAME && phrase::not_a_term(name).is_none() && (in_brackets() || bold())
    }

    /// The lines of a list that name the items below them, if there is any.
    pub fn of_list(&self, parts: &Parts, list: BlockId) -> Option<Found> {
        let (above, look) = self.named_by(list)?;
        let items: Vec<BlockId> = self.tree.children(list).collect();
        let column = self.column(self.tree.block(list).span.start);
        let name = |at: usize| self.name_below(parts, &items, at, column, look);
        let names: Vec<GroupName> = (0..items.len()).filter_map(name).collect();
        // What stands below the last item, too, says what the item above it is.
        names.last().filter(|name| name.at + 1 < items.len())?;
        // The first name may stand below what is said of all.
        let lines = &self.tree.block(above).lines;
        let is_parted = lines.len() > 1 && !self.goes_on(lines.end - 2, lines.end - 1);
        let first = is_parted.then(|| (above, lines.end - 1));
        Some(Found { items, names, first })
    }

    /// The paragraph whose last line names a list, and how that is written: it stands right above the list, at the same
    /// indentation.
    fn named_by(&self, list: BlockId) -> Option<(BlockId, Look)> {
        let id = list.checked_sub(1)?;
        let above = self.tree.block(id);
        let line = above.lines.end.checked_sub(1).filter(|_| matches!(above.kind, BlockKind::Paragraph(_)))?;
        let span = &self.tree.line(line).span;
        let start = self.tree.block(list).span.start;
        let before = self.text[..start].trim_end();
        let touches = self.text[before.len()..start].matches('\n').count() < 2;
        let fits = touches && self.column(span.start) == self.column(start);
        fits.then(|| self.look(line)).flatten().map(|look| (id, look))
    }

    /// The line below an item, by its position, that names what stands below that.
    fn name_below(&self, parts: &Parts, items: &[BlockId], at: usize, column: usize, look: Look) -> Option<GroupName> {
        let paragraph = self.tree.block(items[at]).end - 1;
        let block = self.tree.block(paragraph);
        let fits = matches!(block.kind, BlockKind::Paragraph(_)) && block.lines.len() > 1 && !parts.are_of(paragraph);
        let line = block.lines.end.checked_sub(1).filter(|_| fits)?;
        let is_outside = self.column(self.tree.line(line).span.start) == column;
        let names = is_outside && self.look(line) == Some(look) && !self.goes_on(line - 1, line);
        let number = items.get(at + 1).and_then(|&next| self.number(next));
        names.then_some(GroupName { at, paragraph, line, number })
    }

    /// The number of an item, as its author wrote it.
    fn number(&self, item: BlockId) -> Option<u64> {
        let text = &self.text[self.tree.block(item).span.start..];
        text[..text.find(|c: char| !c.is_ascii_digit())?].parse().ok()
    }

    /// Returns true if a sentence goes on in the next line.
    fn goes_on(&self, line: LineId, next: LineId) -> bool {
        let (first, second) = (self.line_text(line), self.line_text(next));
        let ends = first.ends_with(['.', '。', '!', '！', '?', '？', ':', '：']);
        phrase::is_open(first) || phrase::is_broken_sentence(first, second) || !ends && columns(first) > WIDEST_BROKEN
    }

    fn look(&self, line: LineId) -> Option<Look> {
        let text = self.line_text(line);
        if self.has_bold_name(line) {
            return Some(Look::Bold);
        }
        if phrase::question_mark(self.words, text).is_some() || phrase::asks(text) {
            return Some(Look::Asks);
        }
        let is_name = columns(text) <= WIDEST_NAME
            && phrase::has_word(text)
            && phrase::not_a_term(text).is_none()
            && !phrase::is_remark(text);
        is_name.then(|| {
            if text.starts_with('【') {
                Look::Bracketed
            } else if text.ends_with([':', '：']) {
                Look::Announces
            } else if text.starts_with(char::is_lowercase) {
                Look::LowerName
            } else {
                Look::Name
            }
        })
    }

    /// Returns true if a line is in bold, or begins with a name in bold and a sign that separates.
    fn has_bold_name(&self, line: LineId) -> bool {
        let line = self.tree.line(line);
        let inlines = self.tree.inlines(&line.inlines);
        let Some(first) = inlines.first().filter(|first| is_strong(first)) else { return false };
        let end = inlines[closing(inlines, 0)].start.min(line.text.end);
        let (name, after) = (self.tree.text(&(first.start..end)), self.tree.text(&(end..line.text.end)).trim_start());
        after.is_empty() || after.starts_with([':', '：', '-', '–', '—', '=']) || name.trim_end().ends_with([':', '：'])
    }

    fn begins_bold(&self, line: LineId) -> bool {
        self.tree.inlines(&self.tree.line(line).inlines).first().is_some_and(is_strong)
    }

    fn line_text(&self, line: LineId) -> &str {
        self.tree.text(&self.tree.line(line).text)
    }

    /// How many bytes stand before a place on its line.
    fn column(&self, at: usize) -> usize {
        at - line_start(self.text, at)
    }
}

fn is_strong(inline: &Inline) -> bool {
    inline.kind == InlineKind::Open(Tag::Strong)
}
