//! The trace of a source: what became of each part, looked up in what was composed.
//!
//! Nothing is guessed. A line is on a card because a run of the card's fragments came from it; a heading is above a
//! card because the card's section is in its own.

use std::collections::BTreeMap;

use super::{Composer, join};
use crate::markdown::{Fragment, Tree};
use crate::model::config::Config;
use crate::model::entry::{Body, Context, Entry};
use crate::model::trace::{EntryId, Evidence, Split, Trace, Verdict};
use crate::read::Source;
use crate::recognise::claim;
use crate::recognise::facts::Facts;
use crate::recognise::outline::Outline;
use crate::recognise::seams;
use crate::text::Span;

/// By what in the text an entry was recognised: the byte where it begins, its text, and the evidence.
pub(super) type Recognised = (usize, String, Evidence);

/// What became of each part of a source, in its order: entries with what they show, and all decisions.
///
/// It composes the source anew, as [`extract`](super::extract) does, so that the two agree.
pub fn trace(source: &Source, config: &Config) -> Vec<Trace> {
    let mut tree = Tree::default();
    seams::parse(&mut tree, source, config);
    let facts = Facts::new(source, &tree, config);
    let outline = Outline::new(&facts);
    let mut composer = Composer::new(&facts, &outline, 0);
    composer.recognised = Some(Vec::new());
    composer.source();
    let Composer { mut entries, decisions, recognised, .. } = composer;
    entries.sort_by_cached_key(|entry| (entry.span.start, std::cmp::Reverse(entry.span.end)));
    let made: Vec<Made> = entries.iter().map(Made::of).collect();
    let (entries, recognised) = (join::repeated(entries, &config.words), recognised.unwrap_or_default());
    let decided = decisions.into_iter().map(|decision| plain(decision.span, Verdict::LeftOut(decision.rule)));
    let mut traces: Vec<Trace> = decided.collect();
    let evidence: BTreeMap<(usize, &str), &Evidence> =
        recognised.iter().map(|(start, text, evidence)| ((*start, &**text), evidence)).collect();
    for entry in &entries {
        traces.push(asks(entry, &evidence));
        of_headings(entry, &outline, &tree, &mut traces);
    }
    let mut first: BTreeMap<(&Context, &str), &Entry> = BTreeMap::new();
    for entry in &entries {
        first.entry((&entry.context, entry.text())).or_insert(entry);
    }
    let own: BTreeMap<(usize, &str), &Entry> =
        entries.iter().map(|entry| ((entry.span.start, entry.text()), entry)).collect();
    for made in &made {
        let entry = own.get(&(made.start, &*made.text)).or_else(|| first.get(&(&made.context, &*made.text)));
        traces.extend(entry.into_iter().flat_map(|entry| made.traces(entry)));
    }
    traces.sort_by_key(|trace| trace.span.start);
    traces
}

/// An entry before those that ask the same are joined, with the lines that it shows.
struct Made {
    start: usize,
    context: Context,
    text: String,
    shown: Vec<usize>,
    hint: Vec<usize>,
}

impl Made {
    fn of(entry: &Entry) -> Self {
        let shown: [&Fragment; 2] = match &entry.body {
            Body::Term { term, definition, .. } => [term, definition],
            Body::Cloze { cloze, notes, .. } => [cloze, notes],
        };
        let lines = |fragment: &Fragment| fragment.sources().map(|(_, line)| line).collect::<Vec<_>>();
        Self {
            start: entry.span.start,
            context: entry.context.clone(),
            text: entry.text().to_owned(),
            shown: shown.into_iter().flat_map(lines).collect(),
            hint: entry.hint.iter().flat_map(|hint| lines(hint)).collect(),
        }
    }

    /// What became of its lines: they stand on the card of `entry`, its own or the first that asks the same.
    fn traces<'m>(&'m self, entry: &'m Entry) -> impl Iterator<Item = Trace> + 'm {
        let joins = (entry.span.start != self.start).then(|| plain(self.start..self.start, Verdict::Joins(id(entry))));
        let shown = self.shown.iter().map(|&line| plain(line..line, Verdict::Shown(id(entry))));
        joins.into_iter().chain(shown).chain(self.hint.iter().map(|&line| plain(line..line, Verdict::Hints(id(entry)))))
    }
}

fn plain(span: Span, verdict: Verdict) -> Trace {
    Trace { span, verdict, evidence: Evidence::Rule }
}

fn id(entry: &Entry) -> EntryId {
    EntryId { start: entry.span.start, end: entry.span.end, rule: entry.rule, text: entry.text().to_owned() }
}

/// What an entry asks, and by what it was recognised.
fn asks(entry: &Entry, evidence: &BTreeMap<(usize, &str), &Evidence>) -> Trace {
    let known = evidence.get(&(entry.span.start, entry.text()));
    let evidence = known.map(|evidence| (*evidence).clone()).unwrap_or_default();
    Trace { span: entry.span.clone(), verdict: Verdict::Asks(id(entry)), evidence }
}

/// The headings above an entry, up to the file's title.
fn of_headings(entry: &Entry, outline: &Outline, tree: &Tree, traces: &mut Vec<Trace>) {
    let sections = &outline.sections;
    let start = |at: usize| sections[at].heading.map_or(0, |heading| tree.block(heading).span.start);
    let mut above = (0..sections.len()).rev().find(|&at| start(at) <= entry.span.start);
    while let Some(at) = above {
        let section = &sections[at];
        if let Some(heading) = section.heading.filter(|_| start(at) < entry.span.start) {
            let span = tree.block(heading).span.clone();
            traces.push(plain(span, Verdict::Heads(id(entry))));
        }
        above = section.parent;
    }
}

/// The evidence of a claim, as texts.
pub(super) fn evidence(facts: &Facts<'_>, claim: &claim::Evidence) -> Evidence {
    match claim {
        claim::Evidence::Rule => Evidence::Rule,
        claim::Evidence::Sides(sides) => {
            let text = |range: std::ops::Range<usize>| facts.tree.text(&range).to_owned();
            let between = sides.left.end..sides.right.start.max(sides.left.end);
            let (left, right) = (text(sides.left.clone()), text(sides.right.clone()));
            Evidence::Split(Split { left, mark: text(between), right })
        }
    }
}
