//! Cards that can be left out: of a file with many, they are tried some at once.
//!
//! It knows how a line is left out, and nothing of other advice.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeSet;

use super::lines::Lines;
use super::written::told;
use crate::compose::{Composed, compose};
use crate::markdown::Tree;
use crate::model::decision::Rule;
use crate::model::entry::{Context, Entry};
use crate::{Config, Source};

/// In how many groups lines are tried. Neighbours are in different ones: what stands under a heading stays under it.
const GROUPS: usize = 8;

/// The lines of a source that begin a card, and can be left out without any other card changing.
#[derive(Default)]
pub(super) struct Together {
    /// How many lines were asked for.
    asked: Cell<usize>,
    found: OnceCell<BTreeSet<usize>>,
}

impl Together {
    /// Returns true if a line is known to be one of them. The first few that are asked for are not looked for: a trial of
    /// their own costs less.
    pub fn has(&self, line: usize, notes: &Notes<'_>) -> bool {
        self.asked.set(self.asked.get() + 1);
        self.asked.get() > GROUPS && self.found.get_or_init(|| notes.left_out_together()).contains(&line)
    }
}

/// A source, and what it gives now.
pub(super) struct Notes<'a> {
    pub source: &'a Source,
    pub config: &'a Config,
    pub lines: &'a Lines,
    pub now: &'a Composed,
    pub tree: &'a RefCell<Tree>,
}

impl Notes<'_> {
    fn left_out_together(&self) -> BTreeSet<usize> {
        let all = self.lines_of_one_card();
        let group = |number: usize| all.iter().copied().skip(number).step_by(GROUPS).collect();
        (0..GROUPS).flat_map(|number| self.left_out(group(number))).collect()
    }

    /// The lines that begin a card in which no other one begins.
    fn lines_of_one_card(&self) -> Vec<usize> {
        let mut begun: Vec<usize> = self.now.entries.iter().map(|entry| self.lines.at(entry.span.start)).collect();
        begun.sort_unstable();
        let of_one = |entry: &&Entry| {
            let (first, last) = (self.lines.at(entry.span.start), self.lines.at(entry.span.end.saturating_sub(1)));
            begun.partition_point(|&line| line <= last) - begun.partition_point(|&line| line < first) == 1
        };
        self.now.entries.iter().filter(of_one).map(|entry| self.lines.at(entry.span.start)).collect()
    }

    /// Those of some lines that can be left out: all at once, or else those of either half.
    fn left_out(&self, mut group: BTreeSet<usize>) -> BTreeSet<usize> {
        if let Some(found) = self.left_out_at_once(&group) {
            return found;
        }
        let Some(&middle) = group.iter().nth(group.len() / 2).filter(|_| group.len() > 1) else {
            return BTreeSet::new();
        };
        let others = group.split_off(&middle);
        let mut found = self.left_out(group);
        found.extend(self.left_out(others));
        found
    }

    /// Those of some lines that are left out when all are. `None` if another card changes by it.
    fn left_out_at_once(&self, group: &BTreeSet<usize>) -> Option<BTreeSet<usize>> {
        let written = self.source.text.split_inclusive('\n').enumerate().map(|(at, line)| {
            let end = if line.ends_with('\n') { "\n" } else { "" };
            if group.contains(&at) { told(line.trim_end_matches('\n'), "skip") + end } else { line.to_owned() }
        });
        let source = Source { text: written.collect(), ..self.source.clone() };
        let then = compose(&source, &mut self.tree.borrow_mut(), self.config);
        let others = self.now.entries.iter().filter(|entry| !group.contains(&self.lines.at(entry.span.start)));
        let are_kept = others.map(asked).eq(then.entries.iter().map(asked));
        let lines = Lines::new(&source.text);
        let skipped = then.decisions.iter().filter(|decision| decision.rule == Rule::Skipped);
        let skipped: BTreeSet<usize> = skipped.map(|decision| lines.at(decision.span.start)).collect();
        are_kept.then(|| group.intersection(&skipped).copied().collect())
    }
}

/// What a card asks, and under what: by that it is told apart.
pub(super) fn asked(entry: &Entry) -> (&str, &Context) {
    (entry.text(), &entry.context)
}
