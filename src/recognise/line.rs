//! The facts of each line as a value, for those who want to know why.
//!
//! It asks [`Facts`] what the shapes ask, and decides nothing.

use std::ops::Range;

use super::cursor::Item;
use super::facts::Facts;
use super::outline::{Outline, SectionPart};
use super::phrase::{self, Separated};
use super::seams;
use super::shapes::{cloze, glossary};
use super::sides::{self, Shared};
use crate::markdown::{BlockId, BlockKind, InlineKind, LineId, Tag, Tree, closing};
use crate::model::config::Config;
use crate::model::decision::{NotATerm, NotHidden, Rule};
use crate::model::entry::Context;
use crate::model::trace::Split;
use crate::read::Source;
use crate::text::Span;
pub use glossary::NotAGlossary;

/// What a piece of a source is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A heading of this level.
    Heading(u8),
    /// The first line of an item.
    Item,
    /// The first line of a paragraph.
    Paragraph,
    /// A later line of a paragraph or an item.
    Line,
    /// The head of a table.
    Head,
    /// A row of a table.
    Row,
    /// Code.
    Code,
    /// Raw HTML.
    Html,
}

/// A line, or a block that is looked at as a whole, as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFacts {
    /// What it is written as.
    pub kind: LineKind,
    /// Where it stands.
    pub span: Span,
    /// Its plain text.
    pub text: String,
    /// The same, less numbering, ornaments and markers.
    pub name: String,
    /// Whether something stands under it; only items and headings have something under them.
    pub rest: bool,
    /// The term, the separator and the definition, where one stands between them.
    pub sides: Option<Split>,
    /// The same, by what only counts where others beside it do the same: an arrow, a gap, a bold or bracketed lead.
    pub shared: Option<Alike>,
    /// A separator that was found, whether or not its left side reads like a term.
    pub mark: Option<String>,
    /// Why it is no term, if it is none, and the piece of it that decided.
    pub not_a_term: Option<(NotATerm, String)>,
    /// How wide it may be and still be a term, in columns.
    pub widest: usize,
    /// Whether it goes on in the next line.
    pub wrapped: bool,
    /// Why it and the lines below it are no terms and definitions, of the first line of a paragraph that is parted.
    pub not_a_glossary: Option<NotAGlossary>,
    /// Whether it is a label of what it stands under: 例, Note.
    pub label: bool,
    /// What is in bold.
    pub bold: Vec<String>,
    /// Why nothing of an item is hidden though words of it are marked, and the words that decided.
    pub not_hidden: Option<(NotHidden, String)>,
    /// What a heading is to what stands under it.
    pub heading: HeadingFacts,
}

/// Both sides of a line, divided by what counts only where lines side by side are written alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The sides.
    pub sides: Split,
    /// How many lines must be written so.
    pub fewest: usize,
}

/// What a heading is to what stands under it; of other lines, the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeadingFacts {
    /// Whether it is the file's title, which no card shows.
    pub is_title: bool,
    /// Where the heading begins with which it is left out, in bytes.
    pub left_out_with: Option<usize>,
}

/// The facts of all lines of a source, in their order.
pub fn line_facts(source: &Source, config: &Config) -> Vec<LineFacts> {
    let mut tree = Tree::default();
    seams::parse(&mut tree, source, config);
    let facts = Facts::new(source, &tree, config);
    let outline = Outline::new(&facts);
    let viewer = Viewer { facts: &facts, outline: &outline };
    let mut all = Vec::new();
    for id in 1..tree.len() {
        viewer.look_at(id, &mut all);
    }
    look_at_sections(&tree, &outline, &mut all);
    all
}

/// Notes of each heading what it is to what stands under it.
fn look_at_sections(tree: &Tree, outline: &Outline, all: &mut [LineFacts]) {
    let sections = &outline.sections;
    let start = |at: usize| sections[at].heading.map(|heading| tree.block(heading).span.start);
    for at in 0..sections.len() {
        let above = std::iter::successors(sections[at].parent, |&above| sections[above].parent);
        let outermost = above.filter(|&above| sections[above].part.is_left_out()).last();
        // One that the author leaves out itself says so.
        let with = outermost.filter(|_| sections[at].part != SectionPart::Skipped).and_then(start);
        let heading = HeadingFacts { is_title: outline.title == Some(at), left_out_with: with };
        for known in all.iter_mut().filter(|known| Some(known.span.start) == start(at)) {
            known.heading = heading;
        }
    }
}

struct Viewer<'f> {
    facts: &'f Facts<'f>,
    outline: &'f Outline,
}

impl Viewer<'_> {
    fn look_at(&self, id: BlockId, all: &mut Vec<LineFacts>) {
        let block = self.facts.tree.block(id);
        match block.kind {
            BlockKind::Heading(level) => self.look_at_lines(id, LineKind::Heading(level), all),
            BlockKind::Paragraph(_) | BlockKind::Title => {
                let item =
                    id.checked_sub(1).filter(|&above| matches!(self.facts.tree.block(above).kind, BlockKind::Item(_)));
                let kind = if item.is_some() { LineKind::Item } else { LineKind::Paragraph };
                self.look_at_lines(id, kind, all);
            }
            BlockKind::Code(_) => all.push(self.whole(id, LineKind::Code)),
            BlockKind::Html => all.push(self.whole(id, LineKind::Html)),
            BlockKind::TableHead => all.push(self.whole(id, LineKind::Head)),
            BlockKind::TableRow => all.push(self.whole(id, LineKind::Row)),
            BlockKind::Root
            | BlockKind::List(_)
            | BlockKind::Item(_)
            | BlockKind::Quote(_)
            | BlockKind::Table
            | BlockKind::TableCell(_)
            | BlockKind::Rule
            | BlockKind::Footnote(_) => {}
        }
    }

    /// A block that no rule looks at line by line.
    fn whole(&self, id: BlockId, kind: LineKind) -> LineFacts {
        let cells =
            self.facts.tree.children(id).map(|cell| self.facts.tree.text(&self.facts.tree.block(cell).text).trim());
        let block = self.facts.tree.block(id);
        let text = match kind {
            LineKind::Head | LineKind::Row => cells.collect::<Vec<_>>().join(" | "),
            _ => self.facts.tree.text(&block.text).trim().to_owned(),
        };
        LineFacts {
            kind,
            span: block.span.clone(),
            name: text.clone(),
            text,
            rest: false,
            sides: None,
            shared: None,
            mark: None,
            not_a_term: None,
            widest: self.facts.config.longest_term,
            wrapped: false,
            not_a_glossary: None,
            label: false,
            bold: Vec::new(),
            not_hidden: None,
            heading: HeadingFacts::default(),
        }
    }

    fn look_at_lines(&self, id: BlockId, kind: LineKind, all: &mut Vec<LineFacts>) {
        let lines = self.facts.tree.block(id).lines.clone();
        for line in lines.clone() {
            let first = line == lines.start;
            let later = if matches!(kind, LineKind::Heading(_)) { kind } else { LineKind::Line };
            let mut known = self.look_at_line(line, if first { kind } else { later });
            match kind {
                LineKind::Item if first => {
                    // Items of tight lists begin at their mark.
                    known.span.start = self.facts.tree.block(id - 1).span.start.min(known.span.start);
                    if let Some(item) = Item::read(self.facts, id - 1) {
                        self.look_at_item(&item, &mut known);
                    }
                }
                LineKind::Paragraph if first && known.sides.is_some() => {
                    known.not_a_glossary = glossary::why_not(self.facts, &lines);
                }
                LineKind::Heading(_) => {
                    if first {
                        known.span.start = self.facts.tree.block(id).span.start.min(known.span.start);
                    }
                    known.rest = self.has_body(id);
                }
                _ => {}
            }
            all.push(known);
        }
    }

    /// Notes of the first line of an item what is known of the whole.
    fn look_at_item(&self, item: &Item, known: &mut LineFacts) {
        let why = item.not_a_term(self.facts);
        let remark = || Some((NotATerm::Remark, known.text.clone()));
        known.rest = item.has_rest(self.facts);
        known.wrapped = why == Some(Rule::Wrapped);
        known.not_a_term = match why {
            Some(Rule::Statement(_)) => known.not_a_term.take().or_else(remark),
            _ if known.rest => None,
            _ => known.not_a_term.take(),
        };
        known.not_hidden = cloze::why_not(self.facts, item, || self.context(item.id));
    }

    /// The headings and the items above an item.
    fn context(&self, item: BlockId) -> Context {
        let sections = &self.outline.sections;
        let is_before = |at: &usize| sections[*at].heading.is_none_or(|heading| heading < item);
        let section = (0..sections.len()).rfind(is_before).map(|at| &sections[at]);
        let start = section.and_then(|section| section.heading).unwrap_or_default();
        let headings = section.map(|section| section.context.clone()).unwrap_or_default();
        let tree = self.facts.tree;
        let is_around = |&id: &BlockId| matches!(tree.block(id).kind, BlockKind::Item(_)) && tree.block(id).end > item;
        let above = (start..item).filter(is_around).filter_map(|id| self.facts.first_line(id));
        above.fold(headings, |context, line| self.facts.under(&context, &tree.line(line).text))
    }

    /// Whether something stands between a heading and the next one.
    fn has_body(&self, heading: BlockId) -> bool {
        let next = self.facts.tree.block(heading).end;
        next < self.facts.tree.len()
            && !matches!(self.facts.tree.block(next).kind, BlockKind::Heading(_) | BlockKind::Rule)
    }

    fn look_at_line(&self, line: LineId, kind: LineKind) -> LineFacts {
        let text = self.facts.text(line);
        let masked = self.facts.masked(line);
        let sides = |sides: Separated| self.both_sides(&sides);
        let alike = |shared: &Shared| {
            let sides = self.both_sides(&shared.sides(self.facts, line)?);
            // One line more is needed where they are no items.
            let is_plain = kind != LineKind::Item && matches!(shared, Shared::Year | Shared::Arrow | Shared::Number);
            Some(Alike { sides, fewest: shared.fewest() + usize::from(is_plain) })
        };
        LineFacts {
            kind,
            span: self.facts.tree.line(line).span.clone(),
            text: text.to_owned(),
            name: self.facts.tree.text(&self.facts.named(&self.facts.tree.line(line).text).range).to_owned(),
            rest: false,
            sides: sides::separated(self.facts, line).map(sides),
            shared: Shared::ALL.iter().find_map(alike),
            mark: phrase::separator(masked).map(|(start, end)| masked[start..end].to_owned()),
            not_a_term: self.deciding(text),
            widest: self.facts.config.longest_term,
            wrapped: false,
            not_a_glossary: None,
            label: self.facts.is_label(line),
            bold: self.bold(line).map(|text| self.facts.tree.text(&text).to_owned()).collect(),
            not_hidden: None,
            heading: HeadingFacts::default(),
        }
    }

    /// Why a line is no term, and the piece of it that decided.
    fn deciding(&self, text: &str) -> Option<(NotATerm, String)> {
        match self.facts.not_a_term(text)? {
            NotATerm::Wide => Some((NotATerm::Wide, text.to_owned())),
            _ => phrase::deciding(text),
        }
    }

    fn both_sides(&self, sides: &Separated) -> Split {
        let between = sides.left.end..sides.right.start.max(sides.left.end);
        let text = |range: &Range<usize>| self.facts.tree.text(range).to_owned();
        Split { left: text(&sides.left), mark: text(&between), right: text(&sides.right) }
    }

    fn bold(&self, line: LineId) -> impl Iterator<Item = Range<usize>> {
        let inlines = self.facts.tree.inlines(&self.facts.tree.line(line).inlines);
        let opens = inlines.iter().enumerate().filter(|(_, inline)| inline.kind == InlineKind::Open(Tag::Strong));
        opens.map(|(at, open)| open.start..inlines[closing(inlines, at)].start)
    }
}
