//! Tables whose first column holds terms: a row is an entry.

use crate::lexicon::{self, Class};
use std::collections::BTreeSet;

use super::to_do::to_dos;
use crate::findings::{self, Unfinished};
use crate::markdown::{BlockId, BlockKind};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::{Claim, Found, Inside, Part, Rows};
use crate::recognise::cursor::Blocks;
use crate::recognise::facts::Facts;
use crate::recognise::phrase::{self, has_word};
use crate::text::columns;

/// Widest link of two rivals in a title, in columns: " compared with ".
const WIDEST_LINK: usize = 15;
/// Widest term of a row, in columns.
const WIDEST_FIRST_CELL: usize = 60;

/// Last number that may count the rows of a table, or the records in it: one of more digits names a year or a port.
const LAST_COUNT: u64 = 999;
/// Most digits of a code.
const LONGEST_CODE: usize = 5;
/// Last number of a month.
const LAST_MONTH: u32 = 12;
/// Last number of a day.
const LAST_DAY: u32 = 31;
/// Fewest rows that begin with a range.
const FEWEST_LEVELS: usize = 2;

/// A table, as its rules look at it.
struct Table {
    /// The cells of the head.
    head: Vec<BlockId>,
    /// The rows below it, with their cells.
    rows: Vec<Row>,
}

/// A row with its cells.
struct Row {
    id: BlockId,
    cells: Vec<BlockId>,
}

/// A table whose rows the author wants no cards of.
pub(in crate::recognise) fn off(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let off = is_table(facts, at.first()) && !facts.config.tables;
    off.then(|| Found::one(Claim::left_out(Rule::TablesAreOff, facts.span(at.first()), at.context)))
}

/// The rows of a table, if its first column holds terms.
///
/// The table itself stays in the answer of its section, as overview, if it is small.
pub(in crate::recognise) fn rows(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    let id = at.first();
    if !is_table(facts, id) {
        return None;
    }
    let mut table = Table::read(facts, id);
    table.drop_count(facts);
    let mut claims = Vec::new();
    table.rows.retain(|row| {
        let unfinished = row.is_unfinished(facts);
        claims.extend(row.to_dos(facts, at.context));
        !unfinished
    });
    let groups = table.groups(facts, at.context);
    let refused = table.not_terms(facts, at.context);
    claims.extend(refused.map(|rule| Claim::left_out(rule, facts.span(id), at.context)));
    // A range asks nothing without what is measured.
    let measured = (refused.is_none() && groups.is_empty() && table.are_levels(facts))
        .then(|| facts.under(at.context, &facts.tree.block(table.head[0]).text));
    let context = |at_row: usize| groups.get(at_row).or(measured.as_ref()).unwrap_or(at.context);
    let rows = table.rows.iter().enumerate().filter(|_| refused.is_none());
    let rows = rows.map(|(at, row)| row.claim(facts, &table.head, context(at))).collect();
    claims.push(Claim::group(Inside::Rows(Rows { table: id, claims: rows, count: table.rows.len() }), at.context));
    Some(Found::of(claims, 1))
}

fn is_table(facts: &Facts<'_>, id: BlockId) -> bool {
    facts.tree.block(id).kind == BlockKind::Table
}

impl Table {
    fn read(facts: &Facts<'_>, id: BlockId) -> Self {
        let mut table = Self { head: Vec::new(), rows: Vec::new() };
        for row in facts.tree.children(id) {
            let cells = facts.children(row);
            match facts.tree.block(row).kind {
                BlockKind::TableHead => table.head = cells,
                _ => table.rows.push(Row { id: row, cells }),
            }
        }
        table
    }

    /// Where the first column names groups, by empty cells under each name or by the same name again, the terms stand in
    /// the next one: the contexts of the rows, whose first cells are taken.
    fn groups(&mut self, facts: &Facts<'_>, context: &Context) -> Vec<Context> {
        let column = |at: usize| -> Vec<&str> {
            self.rows.iter().map(|row| row.cells.get(at).map_or("", |&cell| facts.cell(cell))).collect()
        };
        let (first, second) = (column(0), column(1));
        let distinct: BTreeSet<&str> = second.iter().copied().filter(|text| has_word(text)).collect();
        let names: BTreeSet<&str> = first.iter().copied().filter(|text| has_word(text)).collect();
        let is_grouped = self.head.len() > 2
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
        for row in &mut self.rows {
            let group = row.cells.remove(0);
            if has_word(facts.cell(group)) {
                above = Some(facts.tree.block(group).text.clone());
            }
            contexts.push(above.as_ref().map_or_else(|| context.clone(), |group| facts.under(context, group)));
        }
        self.head.remove(0);
        contexts
    }

    /// A first column that only counts the rows names nothing: the terms stand in the next one.
    fn drop_count(&mut self, facts: &Facts<'_>) {
        let counts =
            self.head.len() > 2 && facts.config.words.is(Class::RowCount, &lexicon::key(facts.cell(self.head[0])));
        if counts && self.rows.iter().all(|row| row.cells.first().is_none_or(|&cell| is_number(facts.cell(cell)))) {
            self.head.remove(0);
            for row in self.rows.iter_mut().filter(|row| !row.cells.is_empty()) {
                row.cells.remove(0);
            }
        }
    }

    /// Why the first column holds no terms, if it does not.
    fn not_terms(&self, facts: &Facts<'_>, context: &Context) -> Option<Rule> {
        let first: Vec<&str> = self.rows.iter().filter_map(|row| Some(facts.cell(*row.cells.first()?))).collect();
        let is_name = |text: &&str| has_word(text) || phrase::is_sign(text);
        let named: Vec<&str> = first.iter().copied().filter(is_name).collect();
        if self.head.len() < 2 || named.is_empty() {
            return Some(Rule::TableWithoutTerms);
        }
        let key = lexicon::key(facts.cell(self.head[0]));
        let numbers = named.iter().filter(|text| is_number(text)).count();
        if facts.config.words.is(Class::CountingColumn, &key)
            || numbers * 10 >= named.len() * 6 && !self.are_codes(facts, &named) && !self.are_levels(facts)
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
        // A few rows that are no terms take nothing from the others: whoever adds a row loses no card.
        if !is_most(short, named.len()) || distinct.len() * 4 <= named.len() * 3 || self.is_wide_first(facts, &named) {
            return Some(Rule::TableWithoutTerms);
        }
        self.compares_rivals(facts, &key, context).then_some(Rule::TableOfRivals)
    }

    /// Whether numbers name something each, as codes, ports and years do: they do not count the rows, and words say what
    /// each is.
    fn are_codes(&self, facts: &Facts<'_>, first: &[&str]) -> bool {
        let numbers: Vec<u64> = first.iter().filter_map(|text| text.parse().ok()).collect();
        let several = first.iter().filter(|text| are_several(text)).count();
        let counts = if is_most(numbers.len() + several, first.len()) {
            let steps = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
            steps && several == 0 && numbers.first().is_none_or(|&first| first <= LAST_COUNT)
        } else {
            !is_most(first.iter().filter(|text| phrase::is_year(text)).count(), first.len())
        };
        let says = |row: &&Row| {
            let text = row.cells.get(1).map_or("", |&cell| facts.cell(cell));
            text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && !is_number(text)
        };
        !counts && is_most(self.rows.iter().filter(says).count(), self.rows.len())
    }

    /// Whether most of the first cells are ranges of what their head names, and words say what holds in each: `5 ~ 45`,
    /// `> 70` under "Level (μg/dL)".
    fn are_levels(&self, facts: &Facts<'_>) -> bool {
        let cell = |row: &Row, at: usize| row.cells.get(at).map_or("", |&cell| facts.cell(cell));
        let says = |row: &Row| cell(row, 1).chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
        let levels = self.rows.iter().filter(|row| is_level(cell(row, 0)) && says(row)).count();
        has_word(facts.cell(self.head[0])) && levels >= FEWEST_LEVELS && levels * 2 > self.rows.len()
    }

    /// A first column that is longer than all others holds descriptions and not terms.
    fn is_wide_first(&self, facts: &Facts<'_>, first: &[&str]) -> bool {
        let width = median(first.iter().map(|text| columns(text)).collect());
        let others = (1..self.head.len()).map(|at| {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(at)).map(|&cell| facts.cell(cell));
            median(cells.filter(|text| has_word(text)).map(columns).collect())
        });
        let widest = others.max().unwrap_or(0);
        width > 24 && widest > 16 && width > widest
    }

    /// Where rivals are compared, the table is the answer: its rows alone ask nothing.
    ///
    /// The head names the rivals; the first column names what they are compared by.
    fn compares_rivals(&self, facts: &Facts<'_>, first: &str, context: &Context) -> bool {
        let title = context.last().map(|title| lexicon::key(title)).unwrap_or_default();
        let rival = |&cell: &BlockId| {
            let name = lexicon::key(facts.cell(cell));
            name.chars().count() > 1 && title.contains(&name)
        };
        let named = self.head[1..].iter().filter(|cell| rival(cell)).count();
        let compared = facts.config.words.words(Class::Comparison).any(|word| title.contains(word));
        if self.head.len() == 2 {
            let keys: Vec<String> = self.head.iter().map(|&cell| lexicon::key(facts.cell(cell))).collect();
            return compared
                || self.share_a_noun(facts)
                || self.head.iter().all(rival) && are_side_by_side(&title, &keys[0], &keys[1]);
        }
        named >= 2 || (compared && self.head.len() <= 4) || facts.config.words.is(Class::AspectColumn, first)
    }

    /// Two columns of one kind are rivals: "AWS responsibilities", "Customer responsibilities".
    fn share_a_noun(&self, facts: &Facts<'_>) -> bool {
        let words = |at: usize| facts.cell(self.head[at]).split_whitespace();
        let last = |at: usize| words(at).next_back().map(str::to_lowercase);
        let several = |at: usize| words(at).count() > 1;
        several(0) && several(1) && last(0) == last(1)
    }
}

impl Row {
    /// Returns true if the author has not finished the row.
    fn is_unfinished(&self, facts: &Facts<'_>) -> bool {
        self.cells.first().is_some_and(|&cell| phrase::is_to_do(&facts.config.words, facts.cell(cell)))
    }

    /// What of the row is unfinished: all of it, or some lines.
    fn to_dos(&self, facts: &Facts<'_>, context: &Context) -> Vec<Claim> {
        if self.is_unfinished(facts) {
            let text = facts.cell(self.cells[0]).to_owned();
            let finding = findings::ToDo { text, place: Unfinished::NoCard }.into();
            let mut claim = Claim::left_out(Rule::ToDo, facts.span(self.id), context).with_finding(finding);
            claim.footprint.blocks.push(self.id);
            return vec![claim];
        }
        let lines = self.cells.iter().flat_map(|&cell| facts.tree.block(cell).lines.clone());
        to_dos(facts, lines, context).collect()
    }

    fn claim(&self, facts: &Facts<'_>, head: &[BlockId], context: &Context) -> Claim {
        let empty = || Claim::left_out(Rule::NoDefinition, facts.span(self.id), context);
        let Some((&term, rest)) = self.cells.split_first() else { return Claim::group(Inside::Nothing, context) };
        let lines = facts.tree.block(term).lines.clone();
        if lines.is_empty() || !rest.iter().any(|&cell| has_word(facts.cell(cell))) {
            return empty();
        }
        let named = facts.named(&facts.tree.line(lines.start).text);
        let mut claim = Claim::term(Rule::TableRow, facts.span(self.id), lines.start, named, context);
        claim.answer = answer(facts, rest, head);
        claim
    }
}

/// Whether two names stand side by side in a title, with no more than a word between them: "EBS and EFS".
fn are_side_by_side(title: &str, one: &str, other: &str) -> bool {
    let between = |first: &str, second: &str| {
        let rest = title.split_once(first)?.1;
        Some(columns(rest.split_once(second)?.0))
    };
    let widths = [between(one, other), between(other, one)];
    widths.into_iter().flatten().any(|width| width <= WIDEST_LINK)
}

/// The other cells, each under its column's name where there are several.
fn answer(facts: &Facts<'_>, cells: &[BlockId], head: &[BlockId]) -> Vec<Part> {
    let part = |(at, &cell): (usize, &BlockId)| {
        let lines = facts.tree.block(cell).lines.clone();
        let name = head.get(at + 1).filter(|_| cells.len() > 1).map(|&cell| facts.tree.block(cell).lines.clone());
        (!lines.is_empty()).then_some(Part::Cell(name, lines))
    };
    cells.iter().enumerate().filter_map(part).collect()
}

/// A range of numbers, or all above or below one: `5 ~ 45`, `≥ 70`. Dates and times have none of their own.
fn is_level(text: &str) -> bool {
    let number = |text: &str| {
        let text = text.trim();
        let digits = text.trim_end_matches(['%', '％']);
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    let limit = text.trim_start_matches(['<', '>', '≤', '≥', '＜', '＞', '≦', '≧', '=']);
    let range = text.split_once(['~', '〜', '～', '-', '–', '—']);
    limit.len() < text.len() && number(limit) || range.is_some_and(|(lower, upper)| number(lower) && number(upper))
}

/// Whether a cell holds several codes, or years from one to another: `20/21`, `80, 443`, `1939-45`. Not a date, nor an
/// amount of thousands.
fn are_several(text: &str) -> bool {
    let is_code =
        |code: &str| (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    let all = |sign: &str| text.split(sign).all(is_code);
    if text.contains(", ") || text.contains('、') {
        return all(", ") || all("、");
    }
    let Some((first, last)) = text.split_once(['/', '-', '–', '〜', '～', '~']) else { return false };
    let is_date = || {
        let numbers = first.parse::<u32>().ok().zip(last.parse::<u32>().ok());
        numbers.is_none_or(|(first, last)| first.min(last) <= LAST_MONTH && first.max(last) <= LAST_DAY)
    };
    is_code(first) && is_code(last) && (first.len() > 2 || text.contains('/')) && !is_date()
}

/// Whether so many rows are most of all: they decide, and the others follow.
fn is_most(count: usize, all: usize) -> bool {
    count * 4 >= all * 3
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
