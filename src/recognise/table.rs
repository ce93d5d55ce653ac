//! Tables whose first column holds terms: a row is an entry.

use std::collections::BTreeSet;
use std::ops::Range;

use super::definition::{Definition, Renderer};
use super::phrase::{self, has_word};
use super::walk::{Draft, Walk};
use crate::findings::Unread;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::text::columns;

/// Most rows of a table that stays in its section's definition, as overview.
const LARGEST_OVERVIEW: usize = 9;
/// Widest term of a row, in columns.
const WIDEST_FIRST_CELL: usize = 60;

/// A table, as its rules look at it.
struct Table {
    /// The cells of the head.
    head: Vec<BlockId>,
    /// The rows below it, with their cells.
    rows: Vec<(BlockId, Vec<BlockId>)>,
}

impl Walk<'_> {
    /// Makes entries of a table's rows, if its first column holds terms.
    ///
    /// The table itself stays in the definition of its section, as overview, if it is small.
    pub fn table(&mut self, id: BlockId, context: &Context) {
        let mut table = self.without_count(self.read_table(id));
        table.rows.retain(|(row, cells)| !self.is_unfinished_row(*row, cells));
        let groups = self.groups(&mut table, context);
        let mut made = 0;
        if let Some(rule) = self.not_terms(&table, context) {
            self.decide(self.tree.block(id).span.clone(), rule);
        } else {
            for (at, (row, cells)) in table.rows.iter().enumerate() {
                let context = groups.get(at).unwrap_or(context);
                made += usize::from(self.row(*row, cells, &table.head, context));
            }
        }
        if table.rows.len() > LARGEST_OVERVIEW {
            self.roles.block_is_gone(id);
            if made < table.rows.len() {
                self.decide(self.tree.block(id).span.clone(), Rule::LargeTable);
            }
            if made == 0 {
                self.unread(id, Unread::LargeTable);
            }
        }
    }

    fn read_table(&self, id: BlockId) -> Table {
        let mut table = Table { head: Vec::new(), rows: Vec::new() };
        for row in self.tree.children(id) {
            let cells = self.children(row);
            match self.tree.block(row).kind {
                BlockKind::TableHead => table.head = cells,
                _ => table.rows.push((row, cells)),
            }
        }
        table
    }

    /// Drops the lines of a row that its author has not finished. Tells whether the row is one itself.
    fn is_unfinished_row(&mut self, row: BlockId, cells: &[BlockId]) -> bool {
        let unfinished = cells.first().is_some_and(|&cell| phrase::is_to_do(self.cell(cell)));
        if unfinished {
            self.roles.block_is_unfinished(row);
            let (span, text) = (self.tree.block(row).span.clone(), self.cell(cells[0]).to_owned());
            self.unfinished(span, text);
        } else {
            for &cell in cells {
                self.drop_to_dos(self.tree.block(cell).lines.clone());
            }
        }
        unfinished
    }

    /// Where the first column names groups, by empty cells under each name or by the same name again, the terms stand in
    /// the next one: the contexts of the rows, whose first cells are taken.
    fn groups(&self, table: &mut Table, context: &Context) -> Vec<Context> {
        let column = |at: usize| -> Vec<&str> {
            table.rows.iter().map(|(_, cells)| cells.get(at).map_or("", |&cell| self.cell(cell))).collect()
        };
        let (first, second) = (column(0), column(1));
        let distinct: BTreeSet<&str> = second.iter().copied().filter(|text| has_word(text)).collect();
        let names: BTreeSet<&str> = first.iter().copied().filter(|text| has_word(text)).collect();
        let is_grouped = table.head.len() > 2
            && first.first().is_some_and(|text| has_word(text))
            && first.iter().all(|text| text.is_empty() || has_word(text))
            && distinct.len() == second.len()
            && names.len() > 1
            && names.len() * 4 <= first.len() * 3
            && distinct.iter().all(|text| columns(text) <= WIDEST_FIRST_CELL && phrase::not_a_term(text).is_none());
        if !is_grouped {
            return Vec::new();
        }
        let mut above = None;
        let mut contexts = Vec::new();
        for (_, cells) in &mut table.rows {
            let group = cells.remove(0);
            if has_word(self.cell(group)) {
                above = Some(self.tree.block(group).text.clone());
            }
            contexts.push(above.as_ref().map_or_else(|| context.clone(), |group| self.under(context, group)));
        }
        table.head.remove(0);
        contexts
    }

    /// A first column that only counts the rows names nothing: the terms stand in the next one.
    fn without_count(&self, mut table: Table) -> Table {
        let counts = table.head.len() > 2 && lexicon::is(Class::RowCount, &lexicon::key(self.cell(table.head[0])));
        if counts && table.rows.iter().all(|(_, cells)| cells.first().is_none_or(|&cell| is_number(self.cell(cell)))) {
            table.head.remove(0);
            for (_, cells) in table.rows.iter_mut().filter(|(_, cells)| !cells.is_empty()) {
                cells.remove(0);
            }
        }
        table
    }

    /// Why the first column holds no terms, if it does not.
    fn not_terms(&self, table: &Table, context: &Context) -> Option<Rule> {
        let first: Vec<&str> = table.rows.iter().filter_map(|(_, cells)| Some(self.cell(*cells.first()?))).collect();
        let named: Vec<&str> = first.iter().copied().filter(|text| has_word(text)).collect();
        if table.head.len() < 2 || named.is_empty() {
            return Some(Rule::TableWithoutTerms);
        }
        let key = lexicon::key(self.cell(table.head[0]));
        let numbers = named.iter().filter(|text| is_number(text)).count();
        if lexicon::is(Class::CountingColumn, &key) || numbers * 10 >= named.len() * 6 && !self.are_codes(table, &named)
        {
            return Some(Rule::TableOfNumbers);
        }
        let sentences = named.iter().filter(|text| text.ends_with(['.', '。']) && text.contains([' ', '。'])).count();
        if sentences * 2 > named.len() {
            return Some(Rule::TableWithoutTerms);
        }
        let short = named.iter().filter(|text| columns(text) <= WIDEST_FIRST_CELL).count();
        let mut distinct = named.clone();
        distinct.sort_unstable();
        distinct.dedup();
        if short * 10 < named.len() * 8 || distinct.len() * 10 < named.len() * 9 || self.is_wide_first(table, &named) {
            return Some(Rule::TableWithoutTerms);
        }
        self.compares_rivals(table, &key, context).then_some(Rule::TableOfRivals)
    }

    /// Whether numbers name something each, as codes, ports and years do: they do not count the rows, and words say what
    /// each is.
    fn are_codes(&self, table: &Table, first: &[&str]) -> bool {
        let numbers: Option<Vec<u64>> = first.iter().map(|text| text.parse().ok()).collect();
        let counts = match numbers.filter(|numbers| numbers.len() == table.rows.len()) {
            Some(numbers) => numbers.windows(2).all(|pair| pair[1] == pair[0] + 1),
            None => !first.iter().all(|text| phrase::is_year(text)),
        };
        let says = |(_, cells): &(BlockId, Vec<BlockId>)| {
            let text = cells.get(1).map_or("", |&cell| self.cell(cell));
            text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && !is_number(text)
        };
        !counts && table.rows.iter().all(says)
    }

    /// A first column that is longer than all others holds descriptions and not terms.
    fn is_wide_first(&self, table: &Table, first: &[&str]) -> bool {
        let width = median(first.iter().map(|text| columns(text)).collect());
        let others = (1..table.head.len()).map(|at| {
            let cells = table.rows.iter().filter_map(|(_, cells)| cells.get(at)).map(|&cell| self.cell(cell));
            median(cells.filter(|text| has_word(text)).map(columns).collect())
        });
        let widest = others.max().unwrap_or(0);
        width > 24 && widest > 16 && width > widest
    }

    /// Where rivals are compared, the table is the answer: its rows alone ask nothing.
    ///
    /// The head names the rivals; the first column names what they are compared by.
    fn compares_rivals(&self, table: &Table, first: &str, context: &Context) -> bool {
        let title = context.last().map(|title| lexicon::key(title)).unwrap_or_default();
        let rival = |&cell: &BlockId| {
            let name = lexicon::key(self.cell(cell));
            name.chars().count() > 1 && title.contains(&name)
        };
        let named = table.head[1..].iter().filter(|cell| rival(cell)).count();
        let compared = lexicon::within(Class::Comparison, &title);
        if table.head.len() == 2 {
            return compared || self.share_a_noun(table.head[0], table.head[1]);
        }
        named >= 2 || (compared && table.head.len() <= 4) || lexicon::is(Class::AspectColumn, first)
    }

    /// Two columns of one kind are rivals: "AWS responsibilities", "Customer responsibilities".
    fn share_a_noun(&self, left: BlockId, right: BlockId) -> bool {
        let last = |cell: BlockId| self.cell(cell).split_whitespace().next_back().map(str::to_lowercase);
        let several = |cell: BlockId| self.cell(cell).split_whitespace().count() > 1;
        several(left) && several(right) && last(left) == last(right)
    }

    /// Makes an entry of a row. Tells whether it did.
    fn row(&mut self, row: BlockId, cells: &[BlockId], head: &[BlockId], context: &Context) -> bool {
        let span = self.tree.block(row).span.clone();
        let Some((&term, rest)) = cells.split_first() else {
            return false;
        };
        let lines = self.tree.block(term).lines.clone();
        let says = rest.iter().any(|&cell| has_word(self.cell(cell)));
        if lines.is_empty() || !says {
            self.decide(span, Rule::NoDefinition);
            return false;
        }
        let named = self.named(&self.tree.line(lines.start).text.clone());
        let definition = self.row_definition(rest, head);
        self.add(Draft { span, ..Draft::new(self, named, lines.start, context, Rule::TableRow) }, definition).is_ok()
    }

    /// The other cells, each under its column's name where there are several.
    fn row_definition(&self, cells: &[BlockId], head: &[BlockId]) -> Definition {
        let mut renderer: Renderer<'_> = self.renderer();
        for (at, &cell) in cells.iter().enumerate() {
            let lines = self.tree.block(cell).lines.clone();
            if lines.is_empty() {
                continue;
            }
            let name = head.get(at + 1).filter(|_| cells.len() > 1).map(|&cell| self.tree.block(cell).lines.clone());
            renderer.named_lines(name, lines);
        }
        renderer.finish()
    }

    /// The text of a cell.
    fn cell(&self, id: BlockId) -> &str {
        let text: &Range<usize> = &self.tree.block(id).text;
        self.tree.text(text).trim()
    }
}

fn median(mut widths: Vec<usize>) -> usize {
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

/// Numbers, dates, amounts, times, measures: digits with nothing beside them but units.
fn is_number(text: &str) -> bool {
    let bare =
        |c: char| c != '°' && !c.is_alphanumeric() || c.is_numeric() || lexicon::signs(Class::UnitSign).contains(&c);
    let mut tokens = text.split(bare).filter(|token| !token.is_empty());
    // A unit stands after its number: `S3` and `M1` are names.
    let letters = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let named = letters.len() < text.len() && letters.starts_with(char::is_numeric);
    !named && text.contains(char::is_numeric) && tokens.all(|token| lexicon::is(Class::UnitWord, token))
}
