//! What became of each piece of a source, and what the rules saw in it: pure.
//!
//! It decides nothing itself. What is on a card is looked up in the notes that were made, why something is not is
//! in the decisions, and what would change that is tried before it is told. It knows no words for any of it.

mod cure;

use std::ops::Range;

use crate::collect::{Origin, Outcome};
use crate::markdown::Html;
use crate::model::decision::Rule;
use crate::model::note::Note;
use crate::model::notetype::{Kind, cloze_field, term_field};
use crate::recognise::{Shape, Sight, sights};
use crate::text::Span;
use crate::text::has_word;
use crate::{Config, Source};
pub use cure::{Cure, Edit, Goal, cure};

/// A piece of a source: a heading, an item, a row, some lines of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its lines, from 0.
    pub lines: Range<usize>,
    /// What the rules saw of its first line, where there is one that they look at.
    pub sight: Option<Sight>,
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
    let sights = sights(source, config);
    let known = Known::new(source, index, outcome, &lines);
    let mut starts: Vec<usize> = sights.iter().filter(|sight| begins(sight)).map(|sight| sight.span.start).collect();
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
        Some(known.piece(start..last + 1, &sights))
    });
    pieces.collect()
}

/// Whether a piece begins there: later lines of a paragraph go on with it.
fn begins(sight: &Sight) -> bool {
    match sight.shape {
        Shape::Heading(_) | Shape::Item | Shape::Paragraph | Shape::Head | Shape::Row | Shape::Code | Shape::Html => {
            true
        }
        Shape::Line => false,
    }
}

/// All that is known of a source.
struct Known<'a> {
    source: &'a Source,
    lines: &'a Lines,
    cards: Vec<Card<'a>>,
    decisions: Vec<(Span, Rule)>,
}

/// A note with where it comes from, and what it shows, squeezed.
struct Card<'a> {
    note: &'a Note,
    origin: &'a Origin,
    shown: String,
    hint: String,
}

impl<'a> Known<'a> {
    fn new(source: &'a Source, index: usize, outcome: &'a Outcome, lines: &'a Lines) -> Self {
        let joined = outcome.collection.notes.iter().zip(&outcome.origins);
        let cards = joined.filter(|(_, origin)| origin.source == index).map(|(note, origin)| {
            let (fields, hint) = match note.kind {
                Kind::Term => (vec![term_field::TERM, term_field::DEFINITION, term_field::EXTRA], term_field::HINT),
                Kind::Cloze => (vec![cloze_field::TEXT, cloze_field::EXTRA], cloze_field::HINT),
            };
            let text = |field: usize| squeezed(&Html::text(&note.fields[field]));
            Card { note, origin, shown: fields.into_iter().map(text).collect(), hint: text(hint) }
        });
        let of_source = outcome.decisions.iter().filter(|decision| decision.source == index);
        let decisions = of_source.map(|decision| (decision.span.clone(), decision.rule)).collect();
        Self { source, lines, cards: cards.collect(), decisions }
    }

    /// Whether a card or a decision about words begins on a line without one: `&&` in code is a term, and a heading of
    /// nothing but emoji stands over words.
    fn begins_something(&self, line: usize) -> bool {
        let asks = |card: &Card| self.lines.at(card.origin.span.start) == line;
        let decides =
            |(at, _): &(Span, Rule)| self.lines.at(at.start) == line && has_word(&self.source.text[at.clone()]);
        self.cards.iter().any(asks) || self.decisions.iter().any(decides)
    }

    fn piece(&self, lines: Range<usize>, sights: &[Sight]) -> Piece {
        let span = self.lines.span(&lines, &self.source.text);
        let sight = sights.iter().find(|sight| span.contains(&sight.span.start)).cloned();
        let mut fates = self.cards_of(&span);
        let is_term = fates.iter().any(|fate| matches!(fate, Fate::Card { kind: Kind::Term, .. }));
        let own = self.decisions.iter().filter(|(at, _)| span.contains(&at.start)).map(|(_, rule)| *rule);
        let mut own: Vec<Rule> = own.collect();
        own.dedup();
        if !is_term {
            let heading = sight.as_ref().is_some_and(|sight| matches!(sight.shape, Shape::Heading(_)));
            let above = if heading { self.above(&span) } else { None };
            fates.extend(above.or_else(|| self.part_of(&span)));
        }
        fates.extend(own.into_iter().map(Fate::LeftOut));
        if span.start < self.source.body {
            fates = vec![Fate::FrontMatter];
        } else if fates.is_empty() {
            fates.extend(self.around(&span).or_else(|| self.inside(&span)));
        }
        Piece { lines, sight, fates }
    }

    fn cards_of(&self, span: &Span) -> Vec<Fate> {
        let begin = self.cards.iter().filter(|card| span.contains(&card.origin.span.start));
        let fate =
            |card: &Card| Fate::Card { kind: card.note.kind, rule: card.origin.rule, text: card.origin.text.clone() };
        begin.map(fate).collect()
    }

    /// The card around a piece that shows it; else any other that does.
    fn part_of(&self, span: &Span) -> Option<Fate> {
        let words = words(&self.source.text[span.clone()]);
        let around = |card: &&Card| card.origin.span.start < span.start && card.origin.span.end > span.start;
        let mut cards: Vec<&Card> = self.cards.iter().filter(around).collect();
        cards.sort_by_key(|card| std::cmp::Reverse((card.origin.span.start, std::cmp::Reverse(card.origin.span.end))));
        // The words of a table of contents stand on cards, and yet it was left out.
        let drops = |rule: &Rule| !matches!(rule, Rule::Statement(_) | Rule::Wrapped | Rule::BareItem | Rule::Label);
        let decided = self.decisions.iter().any(|(at, rule)| drops(rule) && at.start < span.end && at.end > span.start);
        let is_other = |card: &&Card| !decided && !span.contains(&card.origin.span.start) && !around(card);
        let other = self.cards.iter().filter(is_other);
        let shows = |card: &&Card| mostly(&words, &card.shown);
        if let Some(card) = cards.into_iter().chain(other).find(shows) {
            return Some(self.part(card));
        }
        let led = self.cards.iter().filter(|card| !card.hint.is_empty() && mostly(&words, &card.hint)).count();
        (led > 0).then_some(Fate::Hint(led))
    }

    /// The innermost card around a piece: what shows nothing of its letters, such as a sound, is on that one.
    fn inside(&self, span: &Span) -> Option<Fate> {
        let around = |card: &&Card| card.origin.span.start <= span.start && card.origin.span.end > span.start;
        let card = self.cards.iter().filter(around).max_by_key(|card| card.origin.span.start)?;
        Some(self.part(card))
    }

    fn part(&self, card: &Card) -> Fate {
        let Origin { rule, text, span, .. } = card.origin;
        Fate::Part { rule: *rule, text: text.clone(), line: self.lines.at(span.start) }
    }

    /// The cards over which a heading stands.
    fn above(&self, span: &Span) -> Option<Fate> {
        let words = words(&self.source.text[span.clone()]);
        let under = |card: &&Card| mostly(&words, &squeezed(&card.origin.context.join(" ")));
        let cards = self.cards.iter().filter(|card| card.origin.span.start >= span.end).filter(under).count();
        (cards > 0).then_some(Fate::Context(cards))
    }

    /// The rule that left out what is around a piece of which nothing else is told.
    fn around(&self, span: &Span) -> Option<Fate> {
        let around = self.decisions.iter().filter(|(at, _)| at.start < span.start && at.end > span.start);
        let inner = around.max_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
        inner.map(|(at, rule)| Fate::Within(*rule, self.lines.at(at.start)))
    }
}

/// Whether most of `words` can be read in what is shown, which is squeezed.
fn mostly(words: &[String], shown: &str) -> bool {
    let seen = words.iter().filter(|word| shown.contains(word.as_str())).count();
    seen > 0 && seen * 10 >= words.len() * 6
}

/// Runs of letters and digits of a text, without addresses, bullets and numbers of items.
fn words(text: &str) -> Vec<String> {
    let text: String = text.lines().map(|line| cure::part(line).text.to_owned() + "\n").collect();
    let addresses = text.split("](").enumerate().map(|(at, piece)| match piece.split_once(')') {
        Some((_, after)) if at > 0 => after,
        _ => piece,
    });
    // Tags have names and attributes, and no text.
    let texts = addresses.flat_map(|piece| piece.split('<')).map(|piece| piece.rsplit('>').next().unwrap_or_default());
    let runs = texts.flat_map(|piece| piece.split(|c: char| !c.is_alphanumeric()));
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
