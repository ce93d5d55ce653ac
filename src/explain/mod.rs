//! What became of each piece of a source, and what is known of it: a look-up in the trace, and pure.
//!
//! It decides nothing itself. What would change the fate of a piece is tried before it is advised (`cure`). It knows no
//! words for any of it.

mod cure;
mod edit;
mod hidden;
mod lines;
mod proposal;
mod together;
mod written;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::collect::{Origin, Outcome};
use crate::compose::trace;
use crate::model::decision::{Decision, Rule};
use crate::model::notetype::Kind;
use crate::model::trace::{EntryId, Evidence, Trace, Verdict};
use crate::recognise::{LineFacts, LineKind, line_facts};
use crate::text::Span;
use crate::text::has_word;
use crate::{Config, Source};
pub use cure::Cures;
pub use edit::{Cure, Edit, Goal};
pub use lines::Lines;
pub(crate) use proposal::{asks, parted_by_a_space};

/// A piece of a source: a heading, an item, a row, some lines of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its lines, from 0.
    pub lines: Range<usize>,
    /// What the rules saw of its first line, where there is one that they look at.
    pub facts: Option<LineFacts>,
    /// What became of it: the most telling first.
    pub fates: Vec<Fate>,
}

/// What became of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It begins a card, or the cards of a cloze.
    Card {
        /// What asks.
        kind: Kind,
        /// The rule that made it.
        rule: Rule,
        /// What is asked, as plain text.
        text: String,
        /// By what in the text it was recognised.
        evidence: Evidence,
        /// The line behind its last one, from 0.
        end: usize,
    },
    /// It stands on a card that begins elsewhere.
    Part {
        /// The rule that made that card.
        rule: Rule,
        /// What it asks.
        text: String,
        /// The line that it begins on, from 0.
        line: usize,
    },
    /// It asks what an earlier line asks, and is on its card.
    Joined {
        /// What both ask.
        text: String,
        /// The line that the card begins on, from 0.
        line: usize,
    },
    /// It leads in what so many cards ask.
    Hint(usize),
    /// It is shown above what so many cards ask.
    Context(usize),
    /// It is the file's title, and so many cards stand under it.
    Title(usize),
    /// A rule kept it from being a card of its own, or left it out.
    LeftOut(Rule),
    /// A rule left out what it stands in, which begins on this line, from 0.
    Within(Rule, usize),
    /// It is the file's front matter.
    FrontMatter,
}

/// What became of a source, whose position is `index`, in its order. Every line that says something is in one piece.
pub fn explain(source: &Source, index: usize, outcome: &Outcome, config: &Config) -> Vec<Piece> {
    let lines = Lines::new(&source.text);
    let line_facts = line_facts(source, config);
    let known = Known::new(source, index, outcome, &lines, &line_facts, config);
    let mut starts: Vec<usize> =
        line_facts.iter().filter(|facts| begins(facts)).map(|facts| facts.span.start).collect();
    starts.extend(known.cards.iter().map(|card| card.origin.span.start));
    starts.extend(known.decisions.iter().map(|decided| decided.span.start));
    // What stands below an unfinished line is not unfinished with it.
    let unfinished = known.decisions.iter().filter(|decided| decided.rule == Rule::ToDo);
    starts.extend(unfinished.filter_map(|decided| line_below(&source.text, decided.span.end)));
    // Nor is what stands below a card's last line on that card.
    starts.extend(known.cards.iter().filter_map(|card| line_below(&source.text, card.origin.span.end)));
    starts.extend([0, source.body]);
    let mut starts: Vec<usize> = starts.into_iter().map(|start| lines.at(start)).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([lines.count()]);
    let pieces = starts.iter().zip(ends).filter_map(|(&start, end)| {
        let said = |&line: &usize| has_word(&source.text[lines.span(&(line..line + 1), &source.text)]);
        let last = (start..end).rfind(said).or_else(|| known.begins_something(start).then_some(start))?;
        Some(known.piece(start..last + 1, &line_facts))
    });
    pieces.collect()
}

/// Where the line below a place begins, if it says something.
fn line_below(text: &str, place: usize) -> Option<usize> {
    let start = place + text[place..].find('\n')? + 1;
    has_word(text[start..].lines().next()?).then_some(start)
}

/// Whether a piece begins there: later lines of a paragraph go on with it.
fn begins(facts: &LineFacts) -> bool {
    match facts.kind {
        LineKind::Heading(_)
        | LineKind::Item
        | LineKind::Paragraph
        | LineKind::Head
        | LineKind::Row
        | LineKind::Code
        | LineKind::Html => true,
        LineKind::Line => false,
    }
}

/// All that is known of a source.
struct Known<'a> {
    source: &'a Source,
    lines: &'a Lines,
    cards: Vec<Card<'a>>,
    /// What became of its parts, of the entries that became notes only.
    traces: Vec<Trace>,
    decisions: Vec<Decided>,
}

/// What a rule left out.
struct Decided {
    span: Span,
    rule: Rule,
    /// The rule that left out the heading above, with which this one is left out, and where that begins.
    with: Option<(Rule, usize)>,
}

/// A note with where it comes from.
struct Card<'a> {
    kind: Kind,
    origin: &'a Origin,
    /// How many cards it has.
    count: usize,
}

impl<'a> Known<'a> {
    fn new(
        source: &'a Source,
        index: usize,
        outcome: &'a Outcome,
        lines: &'a Lines,
        line_facts: &[LineFacts],
        config: &Config,
    ) -> Self {
        let joined = outcome.collection.notes.iter().zip(&outcome.origins);
        let cards = joined.filter(|(_, origin)| origin.source == index);
        let cards: Vec<Card<'_>> =
            cards.map(|(note, origin)| Card { kind: note.kind, origin, count: note.cards.len() }).collect();
        let of_source = outcome.decisions.iter().filter(|decision| decision.source == index);
        let decisions = decided(of_source, line_facts);
        let known: BTreeSet<(usize, &str)> =
            cards.iter().map(|card| (card.origin.span.start, card.origin.text.as_str())).collect();
        let mut traces = trace(source, config);
        traces.retain(|trace| entry(trace).is_some_and(|entry| known.contains(&(entry.start, &*entry.text))));
        Self { source, lines, cards, traces, decisions }
    }

    /// Returns true if a card or a decision about words begins on a line without one: `&&` in code is a term, and a
    /// heading of nothing but emoji stands over words.
    fn begins_something(&self, line: usize) -> bool {
        let asks = |card: &Card| self.lines.at(card.origin.span.start) == line;
        let decides = |decided: &Decided| {
            self.lines.at(decided.span.start) == line && has_word(&self.source.text[decided.span.clone()])
        };
        self.cards.iter().any(asks) || self.decisions.iter().any(decides)
    }

    fn piece(&self, lines: Range<usize>, line_facts: &[LineFacts]) -> Piece {
        let span = self.lines.span(&lines, &self.source.text);
        let facts = line_facts.iter().find(|facts| span.contains(&facts.span.start)).cloned();
        let mut fates = self.cards_of(&span);
        let is_term = fates.iter().any(|fate| matches!(fate, Fate::Card { kind: Kind::Term, .. }));
        if !is_term {
            let heads = || self.heads(&span, facts.as_ref());
            let part = || heads().or_else(|| self.part_of(&span)).or_else(|| self.hints(&span));
            fates.extend(self.joined(&span).or_else(part));
        }
        let mut own = self.left_out(&span);
        if facts.as_ref().is_some_and(|facts| facts.kind == LineKind::Row) {
            own.extend(self.table_around(&span).filter(|fate| !own.contains(fate)));
        }
        own.retain(|fate| !fates.contains(fate));
        let says_all = |fate: &Fate| !matches!(fate, Fate::LeftOut(rule) if reach(*rule) == Reach::Marks);
        let rest = if fates.is_empty() && !own.iter().any(says_all) { self.around(&span) } else { None };
        fates.extend(own);
        fates.extend(rest);
        keep_what_tells(&mut fates);
        if span.start < self.source.body {
            fates = vec![Fate::FrontMatter];
        } else if fates.is_empty() {
            fates.extend(self.inside(&span));
        }
        Piece { lines, facts, fates }
    }

    /// What rules left out of a piece, each rule once.
    fn left_out(&self, span: &Span) -> Vec<Fate> {
        let own = self.decisions.iter().filter(|decided| span.contains(&decided.span.start));
        let own = own
            .filter(|decided| decided.rule != Rule::FenceInfo || !is_formula(&self.source.text[decided.span.clone()]));
        let mut fates = Vec::new();
        for decided in own {
            let fate = match decided.with {
                Some((rule, start)) => Fate::Within(rule, self.lines.at(start)),
                None => Fate::LeftOut(decided.rule),
            };
            if !fates.contains(&fate) {
                fates.push(fate);
            }
        }
        fates
    }

    /// The rule that kept the rows of a table from being cards, for one of them.
    fn table_around(&self, row: &Span) -> Option<Fate> {
        let is_of_table = |rule: Rule| {
            matches!(
                rule,
                Rule::TableWithoutTerms
                    | Rule::TableOfNumbers
                    | Rule::TableOfRivals
                    | Rule::TablesAreOff
                    | Rule::LargeTable
            )
        };
        let holds = |decided: &&Decided| is_of_table(decided.rule) && decided.span.contains(&row.start);
        self.decisions.iter().find(holds).map(|decided| Fate::LeftOut(decided.rule))
    }

    fn cards_of(&self, span: &Span) -> Vec<Fate> {
        let begin = self.cards.iter().filter(|card| span.contains(&card.origin.span.start));
        let fate = |card: &Card| {
            let Origin { span, rule, text, .. } = card.origin;
            let evidence = self.evidence(span.start, text);
            let end = self.lines.at(card.origin.span.end.saturating_sub(1)) + 1;
            Fate::Card { kind: card.kind, rule: *rule, text: text.clone(), evidence, end }
        };
        begin.map(fate).collect()
    }

    /// By what the entry that begins there was recognised.
    fn evidence(&self, start: usize, text: &str) -> Evidence {
        let asks = |trace: &&Trace| matches!(&trace.verdict, Verdict::Asks(entry) if entry.text == text);
        self.traces_at(start..start + 1).find(asks).map(|trace| trace.evidence.clone()).unwrap_or_default()
    }

    fn traces_at(&self, span: Span) -> impl Iterator<Item = &Trace> {
        let first = self.traces.partition_point(|trace| trace.span.start < span.start);
        self.traces[first..].iter().take_while(move |trace| trace.span.start < span.end)
    }

    /// The traces of a piece.
    fn traces_of(&self, span: &Span) -> impl Iterator<Item = &Verdict> {
        self.traces_at(span.clone()).map(|trace| &trace.verdict)
    }

    /// The earlier card that asks the same.
    fn joined(&self, span: &Span) -> Option<Fate> {
        self.traces_of(span).find_map(|verdict| match verdict {
            Verdict::Joins(entry) => Some(Fate::Joined { text: entry.text.clone(), line: self.lines.at(entry.start) }),
            Verdict::Asks(_) | Verdict::Shown(_) | Verdict::Hints(_) | Verdict::Heads(_) | Verdict::LeftOut(_) => None,
        })
    }

    /// The innermost card around a piece that shows it; else the first other that does.
    fn part_of(&self, span: &Span) -> Option<Fate> {
        let shown = self.traces_of(span).filter_map(|verdict| match verdict {
            Verdict::Shown(entry) => Some(entry),
            Verdict::Asks(_) | Verdict::Joins(_) | Verdict::Hints(_) | Verdict::Heads(_) | Verdict::LeftOut(_) => None,
        });
        let shown: Vec<&EntryId> = shown.filter(|entry| !span.contains(&entry.start)).collect();
        let around = shown.iter().filter(|entry| entry.start < span.start && entry.end > span.start);
        let entry = around.max_by_key(|entry| entry.start).or(shown.first())?;
        Some(self.part(entry.rule, &entry.text, entry.start))
    }

    /// The cards that a piece is the hint of.
    fn hints(&self, span: &Span) -> Option<Fate> {
        let cards = self.count(span, |verdict| match verdict {
            Verdict::Hints(entry) => Some(entry),
            Verdict::Asks(_) | Verdict::Shown(_) | Verdict::Joins(_) | Verdict::Heads(_) | Verdict::LeftOut(_) => None,
        });
        (cards > 0).then_some(Fate::Hint(cards))
    }

    /// The cards that a heading stands above.
    fn heads(&self, span: &Span, facts: Option<&LineFacts>) -> Option<Fate> {
        let cards = self.count(span, |verdict| match verdict {
            Verdict::Heads(entry) => Some(entry),
            Verdict::Asks(_) | Verdict::Shown(_) | Verdict::Joins(_) | Verdict::Hints(_) | Verdict::LeftOut(_) => None,
        });
        let is_title = facts.is_some_and(|facts| facts.heading.is_title);
        (cards > 0).then_some(if is_title { Fate::Title(cards) } else { Fate::Context(cards) })
    }

    /// How many cards the entries have that verdicts on a piece name: a sentence with two gaps has two.
    fn count(&self, span: &Span, named: impl Fn(&Verdict) -> Option<&EntryId>) -> usize {
        let cards = |entry: &EntryId| {
            let first = self.cards.partition_point(|card| card.origin.span.start < entry.start);
            let there = self.cards[first..].iter().take_while(|card| card.origin.span.start == entry.start);
            there.filter(|card| card.origin.text == entry.text).map(|card| card.count).sum::<usize>()
        };
        self.traces_of(span).filter_map(named).map(cards).sum()
    }

    /// The innermost card around a piece: what has no text of its own, such as a comment, is on that one.
    fn inside(&self, span: &Span) -> Option<Fate> {
        let around = |card: &&Card| card.origin.span.start <= span.start && card.origin.span.end > span.start;
        let card = self.cards.iter().filter(around).max_by_key(|card| card.origin.span.start)?;
        Some(self.part(card.origin.rule, &card.origin.text, card.origin.span.start))
    }

    fn part(&self, rule: Rule, text: &str, start: usize) -> Fate {
        Fate::Part { rule, text: text.to_owned(), line: self.lines.at(start) }
    }

    /// The rule that left out what is around a piece that has no trace of its own.
    fn around(&self, span: &Span) -> Option<Fate> {
        let is_around = |decided: &&Decided| decided.span.start < span.start && decided.span.end > span.start;
        let around = self.decisions.iter().filter(is_around);
        let inner = around.max_by_key(|decided| (decided.span.start, std::cmp::Reverse(decided.span.end)))?;
        let (rule, start) = inner.with.unwrap_or((inner.rule, inner.span.start));
        Some(Fate::Within(rule, self.lines.at(start)))
    }
}

/// The decisions of a source. What is under a heading that is left out is left out with it, whatever it says itself.
fn decided<'d>(decisions: impl Iterator<Item = &'d Decision>, line_facts: &[LineFacts]) -> Vec<Decided> {
    let decisions: Vec<&Decision> = decisions.collect();
    let with = |start: usize| {
        let heading = line_facts.iter().find(|facts| facts.span.start == start)?;
        let above = heading.heading.left_out_with?;
        let mut rules = decisions.iter().filter(|decision| decision.span.start == above).map(|decision| decision.rule);
        rules.rfind(|&rule| rule == Rule::Skipped || rule == Rule::References).map(|rule| (rule, above))
    };
    let decided = |decision: &&Decision| Decided {
        span: decision.span.clone(),
        rule: decision.rule,
        with: (decision.rule == Rule::References).then(|| with(decision.span.start)).flatten(),
    };
    decisions.iter().map(decided).collect()
}

/// How much of a piece a rule is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The whole piece.
    Piece,
    /// A part of it that its card does not show.
    Rest,
    /// Marks in it, which are no text.
    Marks,
}

fn reach(rule: Rule) -> Reach {
    if matches!(rule, Rule::ExtraCells | Rule::FenceInfo) {
        Reach::Rest
    } else if matches!(rule, Rule::Comment | Rule::Markup | Rule::Anchor) {
        Reach::Marks
    } else {
        Reach::Piece
    }
}

/// Keeps of all that became of a piece what tells something: what is a card is not left out, and of a line with text, marks
/// are nothing to know.
fn keep_what_tells(fates: &mut Vec<Fate>) {
    let is = |fates: &[Fate], is: fn(&Fate) -> bool| fates.iter().any(is);
    let asks = is(fates, |fate| matches!(fate, Fate::Card { .. }));
    let shown = is(fates, |fate| !matches!(fate, Fate::LeftOut(_) | Fate::Within(..)));
    let tells = is(fates, |fate| !matches!(fate, Fate::LeftOut(rule) if reach(*rule) == Reach::Marks));
    fates.retain(|fate| match fate {
        Fate::LeftOut(rule) => match reach(*rule) {
            // Text above all headings is on no card for that; what is on one all the same stands in another claim.
            Reach::Piece => !(asks || shown && *rule == Rule::Preamble),
            Reach::Rest => true,
            Reach::Marks => !tells,
        },
        Fate::Within(..) => !shown,
        Fate::Card { .. }
        | Fate::Part { .. }
        | Fate::Joined { .. }
        | Fate::Hint(_)
        | Fate::Context(_)
        | Fate::Title(_)
        | Fate::FrontMatter => true,
    });
}

/// Whether a block of code is a formula, for Markdown.
fn is_formula(block: &str) -> bool {
    let first = block.trim_start().lines().next().unwrap_or_default().trim();
    first.starts_with("$$") || first.starts_with("\\[") || first.trim_start_matches(['`', '~']).trim() == "math"
}

/// The entry that a trace is about.
fn entry(trace: &Trace) -> Option<&EntryId> {
    match &trace.verdict {
        Verdict::Asks(entry)
        | Verdict::Shown(entry)
        | Verdict::Joins(entry)
        | Verdict::Hints(entry)
        | Verdict::Heads(entry) => Some(entry),
        Verdict::LeftOut(_) => None,
    }
}
