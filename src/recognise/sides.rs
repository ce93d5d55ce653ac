//! Where a line splits into a term and its definition, and at what.
//!
//! Some signs split a line wherever they stand; others only where lines side by side are written alike ([`Shared`]).

use std::ops::Range;

use super::facts::Facts;
use super::phrase::{self, Separated};
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, Inline, InlineKind, LineId, Look, Tag, closing, trimmed};
use crate::model::entry::Context;
use crate::text::columns;

/// Fewest lines or items with a bold lead that stand side by side: one alone is emphasis.
pub(crate) const FEWEST_LEADS: usize = 2;
/// Fewest items that share an arrow.
const FEWEST_ARROWS: usize = 2;
/// Fewest items that share a gap.
const FEWEST_GAPS: usize = 3;
/// Fewest items with a separator that make one of an arrow.
const FEWEST_SEPARATED: usize = 2;
/// Fewest items that begin with a number.
const FEWEST_NUMBERS: usize = 2;
/// Fewest items that begin with a year.
const FEWEST_YEARS: usize = 2;
/// Fewest items of a vocabulary.
const FEWEST_PHRASES: usize = 3;
/// Fewest lines with `＝` between their sides.
pub(crate) const FEWEST_EQUALS: usize = 2;
/// Fewest lines of a foreign word and its meaning.
const FEWEST_MEANINGS: usize = 3;
/// Widest name that an arrow separates alone, in columns.
const WIDEST_BEFORE_ARROW: usize = 24;
/// Most words of a term after its first one in bold.
pub(crate) const MOST_CUT_WORDS: usize = 3;
/// Widest bold lead, in columns.
const WIDEST_BOLD_LEAD: usize = 80;
/// Most words of a bold lead.
const MOST_LEAD_WORDS: usize = 12;

/// What separates a term from its definition in all lines that stand side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shared {
    /// An arrow in each item.
    Arrow,
    /// A bold span and white space, in most items.
    Lead,
    /// Wide white space or dots, in most items.
    Gap,
    /// A year, in some items: then an arrow separates others.
    Year,
    /// A number that names something, and does not count the items.
    Number,
    /// `＝` without white space, in some lines.
    Equals,
    /// A word of a foreign language and its meaning, in most items.
    Meaning,
    /// A separator, in some items: then an arrow is one, too.
    Separator,
    /// A few words on both sides of a separator, in all items: then one may begin like a sentence.
    Phrase,
    /// Nothing.
    #[default]
    Nothing,
}

impl Shared {
    /// All that lines may share.
    pub const ALL: [Self; 10] = [
        Self::Lead,
        Self::Arrow,
        Self::Gap,
        Self::Year,
        Self::Number,
        Self::Equals,
        Self::Meaning,
        Self::Separator,
        Self::Phrase,
        Self::Nothing,
    ];

    /// What the items of a list share: what one alone has may be chance.
    pub fn by_items(facts: &Facts<'_>, items: &[BlockId]) -> Self {
        let lines: Vec<LineId> = items.iter().filter_map(|&item| facts.first_line(item)).collect();
        let leads = items.len().div_ceil(2).max(FEWEST_LEADS);
        let arrow = || lines.iter().any(|&line| at_arrow(facts, line).is_some());
        match Self::by_lines(facts, &lines) {
            shared @ (Self::Year | Self::Arrow) => shared,
            _ if share(&lines, leads, |line| lead_of_list(facts, line).is_some()) => Self::Lead,
            Self::Nothing if arrow() && share(&lines, FEWEST_SEPARATED, |line| separated(facts, line).is_some()) => {
                Self::Separator
            }
            Self::Nothing if is_vocabulary(facts, &lines) => Self::Phrase,
            shared => shared,
        }
    }

    /// What lines that stand side by side share, other than bold.
    pub fn by_lines(facts: &Facts<'_>, lines: &[LineId]) -> Self {
        let (half, two_thirds) = (lines.len().div_ceil(2), (lines.len() * 2).div_ceil(3));
        // Chains of arrows are flows, and statements: `situation → service` has one.
        if share(lines, FEWEST_YEARS, |line| at_year(facts, line).is_some()) {
            Self::Year
        } else if share(lines, two_thirds.max(FEWEST_ARROWS), |line| at_arrow(facts, line).is_some()) {
            Self::Arrow
        } else if share(lines, two_thirds.max(FEWEST_GAPS), |line| at_gap(facts, line).is_some()) {
            Self::Gap
        } else if share(lines, FEWEST_NUMBERS, |line| at_number(facts, line).is_some())
            && share(lines, half, |line| at_number(facts, line).is_some() || separated(facts, line).is_some())
            && !count(facts, lines)
        {
            Self::Number
        } else if share(lines, FEWEST_EQUALS, |line| at_equals(facts, line).is_some()) {
            Self::Equals
        } else if share(lines, two_thirds.max(FEWEST_MEANINGS), |line| at_meaning(facts, line).is_some())
            && share(lines, half, |line| explains(facts, line))
        {
            Self::Meaning
        } else {
            Self::Nothing
        }
    }

    /// Both sides of a line at what it shares with others.
    pub fn sides(self, facts: &Facts<'_>, line: LineId) -> Option<Separated> {
        match self {
            Self::Arrow => at_arrow(facts, line),
            Self::Lead => lead_of_list(facts, line),
            Self::Gap => at_gap(facts, line),
            Self::Year => at_year(facts, line).or_else(|| beside_years(facts, line)),
            Self::Number => at_number(facts, line),
            Self::Equals => at_equals(facts, line),
            Self::Meaning => at_meaning(facts, line),
            Self::Phrase => at_phrase(facts, line),
            Self::Separator | Self::Nothing => None,
        }
    }

    /// How many lines side by side must be written so, at least.
    pub fn fewest(self) -> usize {
        match self {
            Self::Arrow => FEWEST_ARROWS,
            Self::Lead => FEWEST_LEADS,
            Self::Gap => FEWEST_GAPS,
            Self::Year => FEWEST_YEARS,
            Self::Number => FEWEST_NUMBERS,
            Self::Equals => FEWEST_EQUALS,
            Self::Meaning => FEWEST_MEANINGS,
            Self::Separator => FEWEST_SEPARATED,
            Self::Phrase => FEWEST_PHRASES,
            Self::Nothing => 1,
        }
    }

    /// Returns true if an arrow behind a short name separates, too.
    pub fn allows_arrows(self) -> bool {
        matches!(self, Self::Year | Self::Separator)
    }
}

/// Returns true if at least `fewest` of the lines are what is asked for. Stops as soon as that is settled: in nearly
/// all lists, after the first few lines.
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

/// Whether all lines of a list are phrases with their meaning, of which one begins like a sentence.
fn is_vocabulary(facts: &Facts<'_>, lines: &[LineId]) -> bool {
    let parted = |line: LineId| separated(facts, line).is_some();
    lines.len() >= FEWEST_PHRASES
        && lines.iter().all(|&line| at_phrase(facts, line).is_some())
        && share(lines, lines.len().div_ceil(2), parted)
}

/// Both sides of a phrase with its meaning.
fn at_phrase(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    if let Some(lead) = bold_lead(facts, line) {
        return Some(lead);
    }
    let start = facts.tree.line(line).text.start;
    let found = phrase::separate_a_phrase(facts.text(line), facts.masked(line))?.shifted_by(start);
    (!is_in_bold(facts, line, &found)).then_some(found)
}

/// Both sides of a line at a bold lead or at a separator.
pub(crate) fn separated(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let text = &facts.tree.line(line).text;
    if let Some(lead) = bold_lead(facts, line) {
        return Some(lead);
    }
    let found = at_separator(facts, text)?;
    // A colon at the end separates nothing: the line is looked at as a whole.
    if !phrase::has_word(&facts.tree.text(text)[found.right.clone()]) {
        return None;
    }
    let found = found.shifted_by(text.start);
    (!is_in_bold(facts, line, &found)).then_some(found)
}

/// Both sides of a part of a line, as offsets in it: at one of the author's own separators, else at one of ours.
fn at_separator(facts: &Facts<'_>, text: &Range<usize>) -> Option<Separated> {
    let (line, masked) = (facts.tree.text(text), facts.tree.masked(text));
    let own = phrase::separate_at_own(line, masked, &facts.config.separators);
    own.or_else(|| phrase::separate(line, masked))
}

/// Both sides of the only arrow in a line.
pub(crate) fn at_arrow(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let start = facts.tree.line(line).text.start;
    phrase::separate_at_arrow(facts.text(line), facts.masked(line)).map(|sides| sides.shifted_by(start))
}

/// Returns true if a line that an arrow parts is a part of the answer to the question right above it, which needs both sides:
/// `2 groups → t-test` under "Which test?".
pub(crate) fn answers_by_arrow(facts: &Facts<'_>, sides: &Separated, context: &Context) -> bool {
    let is_arrow = || {
        let between = facts.tree.text(&(sides.left.end..sides.right.start.max(sides.left.end)));
        lexicon::start(Class::Arrow, between.trim_start()).is_some()
    };
    context.last().is_some_and(|above| above.ends_with(['?', '？'])) && is_arrow()
}

/// Both sides of an arrow behind a short name.
pub(crate) fn at_short_arrow(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let is_name = |sides: &Separated| {
        let name = facts.tree.text(&sides.left);
        columns(name) <= WIDEST_BEFORE_ARROW && phrase::not_a_term(name).is_none()
    };
    at_arrow(facts, line).filter(is_name)
}

/// Both sides of wide white space or dots.
pub(crate) fn at_gap(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let start = facts.tree.line(line).text.start;
    phrase::separate_at_gap(facts.text(line), facts.masked(line)).map(|sides| sides.shifted_by(start))
}

/// A year and what happened in it.
pub(crate) fn at_year(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    with_event(facts, line, phrase::separate_at_year(facts.text(line))?)
}

/// The same, of a line beside others with years.
fn beside_years(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    with_event(facts, line, phrase::separate_beside_years(facts.text(line))?)
}

fn with_event(facts: &Facts<'_>, line: LineId, sides: Separated) -> Option<Separated> {
    let sides = sides.shifted_by(facts.tree.line(line).text.start);
    // What has a name and a definition behind its year is called by the name.
    let is_event = at_separator(facts, &sides.right).is_none();
    is_event.then_some(sides)
}

/// Both sides of `＝` without white space.
pub(crate) fn at_equals(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let start = facts.tree.line(line).text.start;
    let found =
        phrase::separate_at_equals(facts.text(line), facts.masked(line)).map(|sides| sides.shifted_by(start))?;
    (!is_in_bold(facts, line, &found)).then_some(found)
}

/// A term and what a sentence says that it is. Where the author marked words in it, these are asked.
pub(crate) fn at_definition(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let start = facts.tree.line(line).text.start;
    let sides = phrase::separate_at_definition(facts.text(line), facts.masked(line))?;
    let inlines = facts.tree.inlines(&facts.tree.line(line).inlines);
    let is_marked = |inline: &Inline| matches!(inline.kind, InlineKind::Open(Tag::Strong | Tag::Look(Look::Mark)));
    (!inlines.iter().any(is_marked)).then(|| sides.shifted_by(start))
}

/// A foreign word and its meaning in the language of the notes.
pub(crate) fn at_meaning(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let start = facts.tree.line(line).text.start;
    phrase::separate_at_meaning(facts.text(line)).map(|sides| sides.shifted_by(start))
}

/// Returns true if a line with a foreign word explains it, and does not only go on with its name.
fn explains(facts: &Facts<'_>, line: LineId) -> bool {
    at_meaning(facts, line).is_some_and(|sides| phrase::is_meaning(facts.tree.text(&sides.right)))
}

/// A number and what it is the name of.
pub(crate) fn at_number(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let start = facts.tree.line(line).text.start;
    phrase::separate_at_number(facts.text(line)).map(|sides| sides.shifted_by(start))
}

/// Whether the numbers that lines begin with only count them: at least half are one more than the number above.
fn count(facts: &Facts<'_>, lines: &[LineId]) -> bool {
    let number = |&line: &LineId| facts.tree.text(&at_number(facts, line)?.left).parse::<u32>().ok();
    let numbers: Vec<u32> = lines.iter().filter_map(number).collect();
    let steps = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
    steps * 2 >= numbers.len().saturating_sub(1)
}

/// A bold, slanted or code span at the start separates whatever it holds: `**X:** d`, `**X**: d`, `*X* – d`.
pub(crate) fn bold_lead(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let tree = facts.tree;
    let (line_text, inlines) = (&tree.line(line).text, tree.inlines(&tree.line(line).inlines));
    let (at, first) = lead_span(facts, line)?;
    let (lead, bold) = match first.kind {
        InlineKind::Open(Tag::Strong | Tag::Emphasis) => (first.start..inlines[closing(inlines, at)].start, true),
        InlineKind::Code | InlineKind::Math(_) => (first.start..first.end, false),
        _ => return None,
    };
    let inner = tree.text(&lead).trim_end();
    let after = tree.text(&(lead.end.min(line_text.end)..line_text.end));
    let note = if bold { phrase::bracketed_start(after) } else { 0 };
    // `**etc.** – d` is separated by its dash, and what stands in code is exact.
    let (length, marks): (usize, &[char]) = match lead_separator(&after[note..], bold) {
        Some(length) => (note + length, if bold { &[':', '：'] } else { &[] }),
        None if bold && inner.ends_with([':', '：', '.']) && !is_stopped_label(inner) => (0, &[':', '：', '.']),
        // `**Theorem 1** (Uniqueness). Limits are …`
        None if note > 0 && after[note..].starts_with(". ") => (note + 1, &[]),
        None => return None,
    };
    let named = if note > 0 && length > 0 { lead.end + note } else { lead.start + inner.trim_end_matches(marks).len() };
    let left = trimmed(tree.plain(), lead.start..named);
    let right = trimmed(tree.plain(), lead.end + length..line_text.end);
    let name = tree.text(&left);
    let fits = facts.is_name(line, &left)
        && !name.contains(['。', '！', '？', '\n'])
        && columns(name) <= WIDEST_BOLD_LEAD
        && name.split_whitespace().count() <= MOST_LEAD_WORDS
        && phrase::has_word(tree.text(&right));
    fits.then_some(Separated { left, right })
}

/// Whether a line says of itself that it belongs to what stands above it: 「例：…」, `*Proof.* …`.
pub(crate) fn is_labelled(facts: &Facts<'_>, line: LineId) -> bool {
    let stopped = || {
        let (at, first) = lead_span(facts, line)?;
        let inlines = facts.tree.inlines(&facts.tree.line(line).inlines);
        let is_span = matches!(first.kind, InlineKind::Open(Tag::Strong | Tag::Emphasis));
        is_span
            .then(|| is_stopped_label(facts.tree.text(&(first.start..inlines[closing(inlines, at)].start)).trim_end()))
    };
    facts.is_label(line) || stopped() == Some(true)
}

/// Whether a lead is a label that ends in a full stop: *Proof.*, **Remark 2.** belong to what they are said of.
fn is_stopped_label(lead: &str) -> bool {
    let Some(name) = lead.strip_suffix('.') else { return false };
    let name = name.split(['(', '（']).next().unwrap_or(name).trim_end();
    let name = name.trim_end_matches(|c: char| c.is_numeric() || matches!(c, '.' | ' '));
    lexicon::is(Class::Label, name)
}

/// The first span of a line, with its position, if nothing stands before it but an ornament.
fn lead_span<'f>(facts: &'f Facts<'_>, line: LineId) -> Option<(usize, &'f Inline)> {
    let tree = facts.tree;
    let (text, inlines) = (&tree.line(line).text, tree.inlines(&tree.line(line).inlines));
    let at = usize::from(inlines.first()?.kind == InlineKind::Text);
    let first = inlines.get(at)?;
    let is_ornament = || text.start + phrase::ornament(tree.text(text)) == first.start;
    (at == 0 || is_ornament()).then_some((at, first))
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

/// A bold span at the start and what follows it after white space only: `**X** d`.
pub(crate) fn loose_lead(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let tree = facts.tree;
    let (text, inlines) = (&tree.line(line).text, tree.inlines(&tree.line(line).inlines));
    let first = inlines.first().filter(|first| first.kind == InlineKind::Open(Tag::Strong))?;
    let end = inlines[closing(inlines, 0)].start.min(text.end);
    let left = trimmed(tree.plain(), first.start..end);
    let name = tree.text(&left);
    let fits = phrase::has_word(name)
        && !name.ends_with(['。', '.', '!', '！', '、', ',', ':', '：'])
        && phrase::not_a_term(name).is_none()
        && !lexicon::is(Class::EmptyBold, &lexicon::key(name))
        && phrase::defines_loosely(tree.text(&(end..text.end)));
    let right = trimmed(tree.plain(), end..text.end);
    // A separator behind a note in brackets counts here as elsewhere: `**X** (note): d`.
    let parted = || bold_lead(facts, line).or_else(|| separated_later(facts, line, &left, &right));
    fits.then(|| parted().unwrap_or_else(|| Separated { left: left.clone(), right: right.clone() }))
}

/// Both sides of a line whose bold span is only the beginning of its term: `**Direct** attached storage - disks`.
fn separated_later(facts: &Facts<'_>, line: LineId, bold: &Range<usize>, after: &Range<usize>) -> Option<Separated> {
    let text = &facts.tree.line(line).text;
    let sides = at_separator(facts, text)?.shifted_by(text.start);
    let rest = facts.tree.text(&(after.start..sides.left.end.max(after.start)));
    let fits = rest.starts_with(char::is_alphanumeric)
        && rest.split_whitespace().count() <= MOST_CUT_WORDS
        && phrase::has_word(facts.tree.text(&sides.right));
    fits.then_some(Separated { left: bold.start..sides.left.end, right: sides.right })
}

/// A lead that separates when others beside it do the same.
pub(crate) fn lead_of_list(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    loose_lead(facts, line).or_else(|| bracket_lead(facts, line))
}

/// A term in brackets at the start: 「【分散】 標準偏差の二乗」.
pub(crate) fn bracket_lead(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    let start = facts.tree.line(line).text.start;
    let found =
        phrase::separate_at_bracket(facts.text(line), &facts.config.words).filter(|found| !found.right.is_empty());
    found.map(|sides| sides.shifted_by(start))
}

/// A bold lead of either kind, or one in brackets.
pub(crate) fn any_lead(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    bold_lead(facts, line).or_else(|| lead_of_list(facts, line))
}

/// Returns true if a separator is inside bold text that goes on after it: it separates nothing.
fn is_in_bold(facts: &Facts<'_>, line: LineId, found: &Separated) -> bool {
    let inlines = facts.tree.inlines(&facts.tree.line(line).inlines);
    inlines.iter().enumerate().any(|(at, inline)| {
        let strong = matches!(inline.kind, InlineKind::Open(Tag::Strong));
        strong && inline.start <= found.left.end && {
            let end = inlines[closing(inlines, at)].start;
            end > found.right.start
                || (found.right.is_empty() && inline.start < found.left.end && end > found.left.end + 3)
        }
    })
}
