//! What became of each piece of a source, and what is known of it: a look-up in the trace, and pure.
//!
//! It decides nothing itself. What would change the fate of a piece is tried before it is advised (`cure`). It knows no
//! words for any of it.

mod cure;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::collect::{Origin, Outcome};
use crate::compose::trace;
use crate::model::decision::Rule;
use crate::model::notetype::Kind;
use crate::model::trace::{EntryId, Evidence, Trace, Verdict};
use crate::recognise::{LineFacts, LineKind, line_facts};
use crate::text::Span;
use crate::text::has_word;
use crate::{Config, Source};
pub use cure::{Cure, Cures, Edit, Goal};

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
    /// It leads in what so many cards ask.
    Hint(usize),
    /// It stands above what so many cards ask.
    Context(usize),
    /// A rule kept it from being a card of its own, or left it out.
    LeftOut(Rule),
    /// A rule left out what it stands in, which begins on this line, from 0.
    Within(Rule, usize),
    /// It is the file's front matter.
    FrontMatter,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Those of `text`.
    pub fn new(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line that `offset` is on, from 0.
    pub fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset) - 1
    }

    /// The bytes of these lines, with their ends.
    pub fn span(&self, lines: &Range<usize>, text: &str) -> Span {
        let start = |line: usize| self.0.get(line).copied().unwrap_or(text.len());
        start(lines.start)..start(lines.end)
    }
}

/// What became of a source, whose position is `index`, in its order. Every line that says something is in one piece.
pub fn explain(source: &Source, index: usize, outcome: &Outcome, config: &Config) -> Vec<Piece> {
    let lines = Lines::new(&source.text);
    let line_facts = line_facts(source, config);
    let known = Known::new(source, index, outcome, &lines, config);
    let mut starts: Vec<usize> =
        line_facts.iter().filter(|facts| begins(facts)).map(|facts| facts.span.start).collect();
    starts.extend(known.cards.iter().map(|card| card.origin.span.start));
    starts.extend(known.decisions.iter().map(|(span, _)| span.start));
    starts.extend([0, source.body]);
    let mut starts: Vec<usize> = starts.into_iter().map(|start| lines.at(start)).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([lines.0.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|(&start, end)| {
        let said = |&line: &usize| has_word(&source.text[lines.span(&(line..line + 1), &source.text)]);
        let last = (start..end).rfind(said).or_else(|| known.begins_something(start).then_some(start))?;
        Some(known.piece(start..last + 1, &line_facts))
    });
    pieces.collect()
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
    decisions: Vec<(Span, Rule)>,
}

/// A note with where it comes from.
struct Card<'a> {
    kind: Kind,
    origin: &'a Origin,
}

impl<'a> Known<'a> {
    fn new(source: &'a Source, index: usize, outcome: &'a Outcome, lines: &'a Lines, config: &Config) -> Self {
        let joined = outcome.collection.notes.iter().zip(&outcome.origins);
        let cards = joined.filter(|(_, origin)| origin.source == index);
        let cards: Vec<Card<'_>> = cards.map(|(note, origin)| Card { kind: note.kind, origin }).collect();
        let of_source = outcome.decisions.iter().filter(|decision| decision.source == index);
        let decisions = of_source.map(|decision| (decision.span.clone(), decision.rule)).collect();
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
        let decides =
            |(at, _): &(Span, Rule)| self.lines.at(at.start) == line && has_word(&self.source.text[at.clone()]);
        self.cards.iter().any(asks) || self.decisions.iter().any(decides)
    }

    fn piece(&self, lines: Range<usize>, line_facts: &[LineFacts]) -> Piece {
        let span = self.lines.span(&lines, &self.source.text);
        let facts = line_facts.iter().find(|facts| span.contains(&facts.span.start)).cloned();
        let mut fates = self.cards_of(&span);
        let is_term = fates.iter().any(|fate| matches!(fate, Fate::Card { kind: Kind::Term, .. }));
        let own = self.decisions.iter().filter(|(at, _)| span.contains(&at.start)).map(|(_, rule)| *rule);
        let mut own: Vec<Rule> = own.collect();
        own.dedup();
        if !is_term {
            fates.extend(self.heads(&span).or_else(|| self.part_of(&span)).or_else(|| self.hints(&span)));
        }
        fates.extend(own.into_iter().map(Fate::LeftOut));
        if span.start < self.source.body {
            fates = vec![Fate::FrontMatter];
        } else if fates.is_empty() {
            fates.extend(self.around(&span).or_else(|| self.inside(&span)));
        }
        Piece { lines, facts, fates }
    }

    fn cards_of(&self, span: &Span) -> Vec<Fate> {
        let begin = self.cards.iter().filter(|card| span.contains(&card.origin.span.start));
        let fate = |card: &Card| {
            let Origin { span, rule, text, .. } = card.origin;
            let evidence = self.evidence(span.start, text);
            Fate::Card { kind: card.kind, rule: *rule, text: text.clone(), evidence }
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

    /// The innermost card around a piece that shows it; else the first other that does.
    fn part_of(&self, span: &Span) -> Option<Fate> {
        let shown = self.traces_of(span).filter_map(|verdict| match verdict {
            Verdict::Shown(entry) => Some(entry),
            Verdict::Asks(_) | Verdict::Hints(_) | Verdict::Heads(_) | Verdict::LeftOut(_) => None,
        });
        let shown: Vec<&EntryId> = shown.filter(|entry| !span.contains(&entry.start)).collect();
        let around = shown.iter().filter(|entry| entry.start < span.start && entry.end > span.start);
        let entry = around.max_by_key(|entry| entry.start).or(shown.first())?;
        Some(self.part(entry.rule, &entry.text, entry.start))
    }

    /// The cards that a piece is the hint of.
    fn hints(&self, span: &Span) -> Option<Fate> {
        let cards = self.traces_of(span).filter(|verdict| matches!(verdict, Verdict::Hints(_))).count();
        (cards > 0).then_some(Fate::Hint(cards))
    }

    /// The cards that a heading stands above.
    fn heads(&self, span: &Span) -> Option<Fate> {
        let cards = self.traces_of(span).filter(|verdict| matches!(verdict, Verdict::Heads(_))).count();
        (cards > 0).then_some(Fate::Context(cards))
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
        let around = self.decisions.iter().filter(|(at, _)| at.start < span.start && at.end > span.start);
        let inner = around.max_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
        inner.map(|(at, rule)| Fate::Within(*rule, self.lines.at(at.start)))
    }
}

/// The entry that a trace is about.
fn entry(trace: &Trace) -> Option<&EntryId> {
    match &trace.verdict {
        Verdict::Asks(entry) | Verdict::Shown(entry) | Verdict::Hints(entry) | Verdict::Heads(entry) => Some(entry),
        Verdict::LeftOut(_) => None,
    }
}
