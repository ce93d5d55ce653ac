//! Paragraphs whose lines are `term – definition`.

use std::ops::Range;

use crate::markdown::{BlockId, LineId};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Evidence, Found, Inside, Part, Spot};
use crate::recognise::cursor::Blocks;
use crate::recognise::facts::Facts;
use crate::recognise::phrase::{self, Separated};
use crate::recognise::sides::{self, FEWEST_EQUALS, FEWEST_LEADS, Shared};

/// Fewest lines of a glossary.
const FEWEST_LINES: usize = 3;

/// Fewest numbered lines that have others below them.
const FEWEST_NUMBERED: usize = 2;

/// Enough lines of a paragraph, and at least half of them, are `term – def` or `term：def`: three; two where they begin with
/// a lead or share `＝`; one after a glossary has begun.
pub(in crate::recognise) fn lines(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<Found> {
    if !facts.is_paragraph(at.first()) {
        return None;
    }
    let lines = facts.tree.block(at.first()).lines.clone();
    let loose = at.style.leads >= FEWEST_LEADS;
    let leads = lines.clone().filter(|&line| leads_alone(facts, line) || loose && leads_loosely(facts, line)).count();
    let begun = at.style.glossary || begins_glossary(facts, at.ids);
    let fewest = match leads {
        _ if begun => 1,
        FEWEST_LEADS.. => FEWEST_LEADS,
        _ => FEWEST_LINES,
    };
    // Nearly no paragraph of two lines is one.
    let may_equal = || lines.len() >= FEWEST_EQUALS && facts.masked(lines.start).contains('＝');
    if lines.len() < fewest && !may_equal() {
        return None;
    }
    let all: Vec<LineId> = lines.clone().collect();
    let style = LineStyle { loose, shared: Shared::by_lines(facts, &all) };
    let fewest = if style.shared == Shared::Equals { fewest.min(FEWEST_EQUALS) } else { fewest };
    if lines.len() < fewest {
        return None;
    }
    let own = own_entries(facts, &lines, style);
    if own.iter().flatten().count() < fewest
        || is_outnumbered(facts, &lines, &own)
        || repeats_under_numbers(facts, &lines, &own)
    {
        return None;
    }
    let mut found = entries(facts, &lines, &own, leads, at.context);
    if let Some(list) = list_below(facts, at)
        && let Some(last) = found.claims.last_mut().filter(|last| last.span.end == facts.lines_span(&lines).end)
        && let Asks::Term(term) = &last.asks
        && leads_alone(facts, term.line)
    {
        last.inside = Inside::Blocks(vec![list], facts.under(at.context, &term.named.range));
        last.footprint.blocks.push(list);
        last.answer.push(Part::Blocks(vec![list]));
        last.span.end = facts.span(list).end;
        found.count += 1;
    }
    Some(found)
}

/// Returns true if most lines are other prose. A line that only names a group is none.
fn is_outnumbered(facts: &Facts<'_>, lines: &Range<LineId>, own: &[Option<Separated>]) -> bool {
    let groups = lines.clone().zip(own).filter(|(line, own)| own.is_none() && phrase::names_group(facts.text(*line)));
    own.iter().flatten().count() * 2 + groups.count() < lines.len()
}

/// Why the lines of a paragraph whose first one is parted are no glossary, as far as that can be told of them alone.
pub(in crate::recognise) fn why_not(facts: &Facts<'_>, lines: &Range<LineId>) -> Option<NotAGlossary> {
    let all: Vec<LineId> = lines.clone().collect();
    let style = LineStyle { loose: false, shared: Shared::by_lines(facts, &all) };
    let own = own_entries(facts, lines, style);
    let parted = |line: LineId| defined(facts, line, style).is_some() && !facts.is_label(line);
    if lines.clone().filter(|&line| parted(line)).count() < FEWEST_LINES {
        Some(NotAGlossary::TooFew)
    } else if own.iter().flatten().count() < FEWEST_LINES {
        Some(NotAGlossary::GoesOn)
    } else if is_outnumbered(facts, lines, &own) {
        Some(NotAGlossary::Outnumbered)
    } else {
        repeats_under_numbers(facts, lines, &own).then_some(NotAGlossary::Repeats)
    }
}

/// Returns true if numbered lines have the same terms below them: each says something else of another subject.
fn repeats_under_numbers(facts: &Facts<'_>, lines: &Range<LineId>, own: &[Option<Separated>]) -> bool {
    if lines.clone().filter(|&line| phrase::is_numbered(facts.text(line))).take(FEWEST_NUMBERED).count()
        < FEWEST_NUMBERED
    {
        return false;
    }
    let mut terms: Vec<&str> = own.iter().flatten().map(|sides| facts.tree.text(&sides.left)).collect();
    terms.sort_unstable();
    terms.windows(2).any(|pair| pair[0] == pair[1])
}

/// The list right below a paragraph that some blocks begin with.
fn list_below(facts: &Facts<'_>, at: &Blocks<'_>) -> Option<BlockId> {
    let list = *at.ids.get(1).filter(|&&next| facts.is_list(next))?;
    let above = &facts.source.text[..facts.span(list).start];
    let is_right_below = above[above.trim_end().len()..].matches('\n').count() < 2;
    is_right_below.then_some(list)
}

/// Why lines of which some are parted are no terms and definitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAGlossary {
    /// Too few of them are parted.
    TooFew,
    /// Most of them go on with the line above.
    GoesOn,
    /// Most of them are not parted.
    Outnumbered,
    /// The same terms stand under several numbers.
    Repeats,
}

/// How the lines of a paragraph are written.
#[derive(Clone, Copy, Default)]
struct LineStyle {
    /// Whether bold and white space separate.
    loose: bool,
    /// What the lines share that separates.
    shared: Shared,
}

/// Returns true if the next blocks are paragraphs of lines that each begin an entry, however blank lines part them.
pub(in crate::recognise) fn begins_glossary(facts: &Facts<'_>, blocks: &[BlockId]) -> bool {
    let is_entry = |&line: &LineId| {
        let sides = || defined(facts, line, LineStyle::default()).filter(|_| !facts.is_label(line));
        sides::any_lead(facts, line).is_none() && sides().is_some()
    };
    let paragraphs = blocks.iter().take_while(|&&id| facts.is_paragraph(id));
    let lines = paragraphs.flat_map(|&id| facts.tree.block(id).lines.clone());
    lines.take(FEWEST_LINES).take_while(is_entry).count() == FEWEST_LINES
}

/// Returns true if a line has a bold or bracketed lead that counts alone.
fn leads_alone(facts: &Facts<'_>, line: LineId) -> bool {
    (sides::bold_lead(facts, line).is_some() || sides::bracket_lead(facts, line).is_some()) && !facts.is_label(line)
}

fn leads_loosely(facts: &Facts<'_>, line: LineId) -> bool {
    sides::loose_lead(facts, line).is_some() && !facts.is_label(line)
}

/// Both sides of each line of a paragraph that begins an entry.
fn own_entries(facts: &Facts<'_>, lines: &Range<LineId>, style: LineStyle) -> Vec<Option<Separated>> {
    let mut own: Vec<Option<Separated>> =
        lines.clone().map(|line| defined(facts, line, style).filter(|_| !facts.is_label(line))).collect();
    // An editor that wraps prose hardly breaks it before three terms in a row: their author wrote a line each.
    let in_rows = own.windows(FEWEST_LINES).any(|rows| rows.iter().all(Option::is_some));
    for (sides, line) in own.iter_mut().zip(lines.clone()).skip(1) {
        if sides.is_some() && goes_on(facts, line, lines.start, in_rows) {
            *sides = None;
        }
    }
    own
}

/// Returns true if a parted line goes on with the one above it, in a paragraph that begins at `first`. A line in lower case
/// may begin an entry: it goes on if it is indented, if the line above is an open sentence, or if an editor wrapped that.
fn goes_on(facts: &Facts<'_>, line: LineId, first: LineId, in_rows: bool) -> bool {
    let is_open = |text| phrase::is_open(text) && !phrase::is_equation(text);
    let is_lower = |line: LineId| facts.text(line).starts_with(char::is_lowercase);
    let may_be_wrapped = || !in_rows || is_lower(line) && !is_lower(first);
    facts.indent(line) > facts.indent(first) + 1
        || is_open(facts.text(line - 1))
        || facts.reaches_margin(line - 1, line) && may_be_wrapped()
}

/// Both sides of a line with something on its right side.
fn defined(facts: &Facts<'_>, line: LineId, style: LineStyle) -> Option<Separated> {
    let loose = if style.loose { sides::lead_of_list(facts, line) } else { None };
    loose
        .or_else(|| style.shared.sides(facts, line))
        .or_else(|| sides::separated(facts, line))
        .filter(|sides| phrase::has_word(facts.tree.text(&sides.right)))
}

/// The claims of a paragraph. `own`: both sides of each line that begins an entry. `leads`: how many lines begin with a
/// lead.
fn entries(
    facts: &Facts<'_>,
    lines: &Range<LineId>,
    own: &[Option<Separated>],
    leads: usize,
    context: &Context,
) -> Found {
    let indent = facts.indent(lines.start);
    let goes_on = |next: usize| {
        // Where two lines or more begin with a lead, any other line continues the entry above.
        leads >= FEWEST_LEADS && own[next].is_none() || continues(facts, lines.start + next, indent, own[next].as_ref())
    };
    // The nearest line above that names a group is said of what follows it.
    let mut group = None;
    let claims = own.iter().enumerate().filter_map(|(at, sides)| {
        let line = lines.start + at;
        if sides.is_none() && (at == 0 || !goes_on(at)) && is_group(facts, line) {
            group = Some(line);
        }
        let sides = sides.clone()?;
        let end = (at + 1..own.len()).find(|&next| !goes_on(next)).unwrap_or(own.len());
        let mut claim = entry(facts, line, sides, line + 1..lines.start + end, context);
        claim.hint = group;
        Some(claim)
    });
    Found { claims: claims.collect(), begins_glossary: true, ..Found::nothing() }
}

/// Returns true if a line names what follows it.
fn is_group(facts: &Facts<'_>, line: LineId) -> bool {
    let text = facts.text(line);
    phrase::names_group(text) || phrase::leads_in(&facts.config.words, text)
}

/// Returns true if lines are those of a glossary, as they stand.
pub(super) fn is_one(facts: &Facts<'_>, lines: &Range<LineId>) -> bool {
    let all: Vec<LineId> = lines.clone().collect();
    let style = LineStyle { loose: false, shared: Shared::by_lines(facts, &all) };
    own_entries(facts, lines, style).iter().flatten().count() * 2 >= lines.len()
}

/// Returns true if a line goes on with the entry above it: it is indented, or its editor wrapped it.
fn continues(facts: &Facts<'_>, line: LineId, indent: usize, separated: Option<&Separated>) -> bool {
    separated.is_none() && (facts.indent(line) > indent + 1 || facts.continues(line - 1, line))
}

fn entry(facts: &Facts<'_>, line: LineId, sides: Separated, below: Range<LineId>, context: &Context) -> Claim {
    let end = if below.is_empty() { line } else { below.end - 1 };
    let span = facts.tree.line(line).span.start..facts.tree.line(end).span.end;
    let mut claim = Claim::term(Rule::GlossaryLine, span, line, facts.named(&sides.left), context);
    claim.answer = vec![Part::Paragraph(Some((line, sides.right.clone())), below.clone())];
    if !sides::answers_by_arrow(facts, &sides, context) {
        claim.footprint.term = Some(Spot::Line(line));
        claim.footprint.lines = below;
    }
    claim.evidence = Evidence::Sides(sides);
    claim
}
