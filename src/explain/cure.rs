//! What to write to change what becomes of a piece. Each change is tried on the notes before it is told.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use super::edit::{Cure, Edit, Goal};
use super::lines::Lines;
use super::proposal::Proposer;
use super::together::{Notes, Together, asked};
use super::written::told;
use super::{Fate, Piece};
use crate::compose::{Composed, compose};
use crate::markdown::Tree;
use crate::model::decision::Rule;
use crate::model::entry::Entry;
use crate::recognise::{LineFacts, LineKind, line_facts};
use crate::text::Span;
use crate::{Config, Source};

/// The cures of a source's pieces. What becomes of it now is found once for all of them.
pub struct Cures<'a> {
    source: &'a Source,
    config: &'a Config,
    lines: Lines,
    /// What is found in it now.
    now: Composed,
    /// The room for its tree: a source is read again for every change that is tried.
    tree: RefCell<Tree>,
    /// The facts of its lines, when they are first asked for.
    facts: OnceCell<Vec<LineFacts>>,
    /// The lines that can be left out.
    together: Together,
}

impl<'a> Cures<'a> {
    /// Those of `source`.
    pub fn new(source: &'a Source, config: &'a Config) -> Self {
        let mut tree = Tree::default();
        let now = compose(source, &mut tree, config);
        let lines = Lines::new(&source.text);
        Self {
            source,
            config,
            lines,
            now,
            tree: RefCell::new(tree),
            facts: OnceCell::new(),
            together: Together::default(),
        }
    }

    /// What to write to have a card of a piece, or none. `above`: the heading over it, or the title.
    pub fn of(&self, piece: &Piece, above: &str) -> Option<Cure> {
        let Self { source, lines, now, .. } = self;
        let proposed = Proposer { source, piece, lines, above }.all();
        if proposed.is_empty() {
            return None;
        }
        let span = lines.span(&piece.lines, &source.text);
        let scope = lines.span(&self.scope(piece), &source.text);
        let bench = Bench { cures: self, piece, now: cards(&now.entries, &span), scope };
        let mut second = None;
        for (goal, edit) in proposed {
            match bench.tried(goal, edit) {
                // Best is what costs no other card.
                Some(cure) if cure.replaces.is_none() => return Some(cure),
                cure => second = second.or(cure),
            }
        }
        second
    }

    /// Returns true if a change leaves out a line that begins a card, and no other card changes by it.
    fn only_leaves_out(&self, piece: &Piece, edit: &Edit) -> bool {
        let Self { source, config, lines, now, tree, .. } = self;
        let line = source.text[lines.span(&edit.lines, &source.text)].trim_end_matches('\n');
        edit.lines == (piece.lines.start..piece.lines.start + 1)
            && edit.text == told(line, "skip")
            && self.together.has(piece.lines.start, &Notes { source, config, lines, now, tree })
    }

    /// The lines of all that stands under a piece.
    fn scope(&self, piece: &Piece) -> Range<usize> {
        let start = piece.lines.start;
        let cards = piece.fates.iter().filter_map(|fate| match fate {
            Fate::Card { end, .. } => Some(*end),
            Fate::Part { .. }
            | Fate::Joined { .. }
            | Fate::Hint(_)
            | Fate::Context(_)
            | Fate::Title(_)
            | Fate::LeftOut(_)
            | Fate::Within(..)
            | Fate::FrontMatter => None,
        });
        let end = cards.max().unwrap_or(start).max(piece.lines.end);
        let Some(LineKind::Heading(level)) = piece.facts.as_ref().map(|facts| facts.kind) else {
            return start..end;
        };
        let all = self.facts.get_or_init(|| line_facts(self.source, self.config));
        let ends = |kind: LineKind| matches!(kind, LineKind::Heading(other) if other <= level);
        let lines = all.iter().filter(|facts| ends(facts.kind)).map(|facts| self.lines.at(facts.span.start));
        start..lines.filter(|&line| line > start).min().unwrap_or(self.lines.count())
    }
}

/// A piece on which changes are tried.
struct Bench<'a> {
    cures: &'a Cures<'a>,
    piece: &'a Piece,
    now: Cards<'a>,
    /// Where all stands that is under the piece.
    scope: Span,
}

impl Bench<'_> {
    /// A change, if it does what it is for. No other card may change for it, but for one that was nothing but this, and for
    /// those under what is left out.
    fn tried(&self, goal: Goal, edit: Edit) -> Option<Cure> {
        if goal == Goal::NoCard && self.cures.only_leaves_out(self.piece, &edit) {
            return Some(Cure { goal, edit, replaces: None, under: 0 });
        }
        let start = self.piece.lines.start.min(edit.lines.start);
        let after = start..self.piece.lines.end.max(edit.lines.end) + edit.added();
        let source = Source { text: edit.apply(&self.cures.source.text), ..self.cures.source.clone() };
        let span = Lines::new(&source.text).span(&after, &source.text);
        let Cures { tree, config, .. } = self.cures;
        let Composed { entries, decisions } = compose(&source, &mut tree.borrow_mut(), config);
        let then = cards(&entries, &span);
        let (lost, won) = self.now.changes(&then);
        if !won.is_empty() {
            return None;
        }
        let decided = || decisions.iter().filter(|decision| span.contains(&decision.span.start));
        let cure = Cure { goal, edit, replaces: None, under: 0 };
        match goal {
            Goal::Card => {
                let replaces = match *lost {
                    [] => None,
                    [card] if self.now.is_around(card) => Some(card.text().to_owned()),
                    _ => return None,
                };
                (then.here.len() > self.now.here.len()).then_some(Cure { replaces, ..cure })
            }
            Goal::NoCard => {
                let all_under = lost.iter().all(|card| self.scope.contains(&card.span.start));
                let is_told = !cure.edit.text.contains("soa: skip") || decided().any(|it| it.rule == Rule::Skipped);
                (then.here.is_empty() && all_under && is_told)
                    .then_some(Cure { under: lost.iter().map(|card| card.card_count()).sum(), ..cure })
            }
            Goal::Part => {
                let is_part = then.is_any_around() && decided().next().is_none();
                (is_part && lost.is_empty()).then_some(cure)
            }
        }
    }
}

/// The cards of a source, seen from some lines.
struct Cards<'e> {
    /// Those that begin there.
    here: Vec<&'e Entry>,
    /// Those that begin elsewhere.
    elsewhere: Vec<&'e Entry>,
    /// Where the lines stand.
    span: Span,
}

impl<'e> Cards<'e> {
    /// Those elsewhere that are no longer there, and those that are new, by what tells them apart.
    ///
    /// A change leaves nearly all cards as they are and in their order: only those between are looked for.
    fn changes<'n>(&self, then: &Cards<'n>) -> (Vec<&'e Entry>, Vec<&'n Entry>) {
        let (old, new) = (&self.elsewhere, &then.elsewhere);
        let are_same = |(one, other): &(&&Entry, &&Entry)| is_same(one, other);
        let before = old.iter().zip(new).take_while(are_same).count();
        let after = old[before..].iter().rev().zip(new[before..].iter().rev()).take_while(are_same).count();
        let mut won = new[before..new.len() - after].to_vec();
        let mut lost = Vec::new();
        for card in &old[before..old.len() - after] {
            match won.iter().position(|kept| is_same(card, kept)) {
                Some(at) => drop(won.remove(at)),
                None => lost.push(*card),
            }
        }
        (lost, won)
    }

    fn is_any_around(&self) -> bool {
        self.elsewhere.iter().any(|card| self.is_around(card))
    }

    fn is_around(&self, card: &Entry) -> bool {
        card.span.start < self.span.start && card.span.end > self.span.start
    }
}

/// The cards of a source, seen from the lines at `span`.
fn cards<'e>(entries: &'e [Entry], span: &Span) -> Cards<'e> {
    let (here, elsewhere) = entries.iter().partition(|entry| span.contains(&entry.span.start));
    Cards { here, elsewhere, span: span.clone() }
}

/// Returns true if two cards ask the same.
fn is_same(one: &Entry, other: &Entry) -> bool {
    asked(one) == asked(other)
}
