//! The lock's records and today's entries, and what is known about them so far.
//!
//! It owns the pairs that were taken, the votes on headings and files, and the measures of a pair; it knows no step.

use crate::identity::hash::HashMap;
use std::cell::{OnceCell, RefCell};

use super::tables::{NameId, NameTable, PathId, PathTable, ROOT};
use super::trace::{Contest, MatchTrace, Refusal, Ruling, Scores, Tracing, Verdict};
use super::votes::Votes;
use super::{Match, MatchStep, Matching, Subject};
use crate::identity::key::{information, is_called_otherwise, key_of_answer};
use crate::identity::lock::{Lock, Record};
use crate::identity::sketch::Sketch;
use crate::identity::{author_id, weights};
use crate::model::entry::{Body, Context, Entry, kind};
use crate::model::notetype::Kind;
use crate::model::rule::Rule;

/// Which records a step looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wave {
    /// Those whose entries were in the notes at the last export.
    Live,
    /// Those whose entries had left them.
    Removed,
}

/// A record or an entry of today, as matching sees it.
pub(super) struct EntryView<'a> {
    pub kind: Kind,
    /// Whether its author gave it an id.
    pub has_author_id: bool,
    /// The hidden words of a cloze, ascending: two clozes may differ in nothing else.
    hidden: Vec<&'a str>,
    /// The number of its source.
    pub source: usize,
    pub context: PathId,
    /// Its context and its own term.
    pub path: PathId,
    pub term: NameId,
    /// `None` of a record of a source that was not read: it takes no part.
    pub wave: Option<Wave>,
    /// The position of its match on the other side.
    pub partner: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    text: DefinitionText<'a>,
}

/// Where the sketch of a definition comes from.
enum DefinitionText<'a> {
    /// From the lock.
    Remembered(&'a Sketch),
    /// From the entry, when it is first asked for.
    Written(&'a Entry, OnceCell<Reading>),
}

struct Reading {
    sketch: Sketch,
    information: f32,
}

impl EntryView<'_> {
    pub fn sketch(&self) -> &Sketch {
        match &self.text {
            DefinitionText::Remembered(sketch) => sketch,
            DefinitionText::Written(entry, reading) => &reading.get_or_init(|| read(entry)).sketch,
        }
    }

    /// The information of its definition, in letters of an alphabet.
    pub fn information(&self) -> f32 {
        match &self.text {
            #[allow(clippy::cast_precision_loss, reason = "no definition is so long that it matters")]
            DefinitionText::Remembered(sketch) => sketch.length() as f32,
            DefinitionText::Written(entry, reading) => reading.get_or_init(|| read(entry)).information,
        }
    }

    /// Returns true if it is called by its place only, as are all that stand beside it: `Step`, `Q.`
    pub fn is_called_by_place(&self) -> bool {
        let DefinitionText::Written(entry, _) = &self.text else { return false };
        match &entry.body {
            Body::Term { text, term, .. } => entry.rule == Rule::Heading || is_called_otherwise(entry.rule, text, term),
            Body::Cloze { .. } => false,
        }
    }

    /// Returns true if it is matched.
    pub fn is_known(&self) -> bool {
        self.partner.is_some()
    }
}

fn read(entry: &Entry) -> Reading {
    match &entry.body {
        Body::Term { text, term, definition } => {
            let key = key_of_answer(entry.rule, text, term, definition);
            Reading { sketch: Sketch::of_key(&key), information: information(&key) }
        }
        Body::Cloze { .. } => Reading { sketch: Sketch::default(), information: 0.0 },
    }
}

/// The records, the entries, and what was found.
pub(super) struct Matcher<'a> {
    /// The lock's records.
    pub old: Vec<EntryView<'a>>,
    /// Today's entries.
    pub new: Vec<EntryView<'a>>,
    pub names: NameTable<'a>,
    pub paths: PathTable,
    sources: Votes,
    contexts: Votes,
    /// For each old path, the path that it is now, as far as is known; and whether that is certain.
    mapped: Vec<(PathId, bool)>,
    matches: Vec<Option<Match>>,
    /// Subjects and records that may belong together.
    doubts: Vec<(usize, usize)>,
    /// `None` unless a trace is asked for.
    verdicts: Option<RefCell<Vec<Verdict>>>,
}

impl<'a> Matcher<'a> {
    /// The state after `matches` were found.
    pub fn new(subjects: &[Subject<'a>], lock: &'a Lock, matches: Vec<Option<Match>>, tracing: Tracing) -> Self {
        let mut maker =
            Maker { names: NameTable::default(), paths: PathTable::new(), sources: HashMap::default(), last: None };
        let mut old: Vec<EntryView<'a>> = lock.records.iter().map(|record| maker.record(record, lock)).collect();
        let mut new: Vec<EntryView<'a>> = subjects.iter().map(|subject| maker.subject(subject)).collect();
        link(&mut old);
        link(&mut new);
        let (names, paths) = (maker.names, maker.paths);
        let (sources, contexts) = (Votes::default(), Votes::default());
        let verdicts = match tracing {
            Tracing::Off => None,
            Tracing::On => Some(RefCell::default()),
        };
        let (mapped, doubts) = (Vec::new(), Vec::new());
        let mut state = Self { old, new, names, paths, sources, contexts, mapped, matches, doubts, verdicts };
        for subject in 0..state.new.len() {
            if let Some(found) = state.matches[subject] {
                state.count(found.record, subject);
            }
        }
        state.map();
        state
    }

    /// Matches an entry with a record.
    pub fn take(&mut self, old: usize, new: usize, step: MatchStep, score: f32, contest: Contest) {
        self.trace(old, new, step, Ruling::Taken, contest);
        debug_assert!(!self.old[old].is_known() && !self.new[new].is_known());
        self.matches[new] = Some(Match { record: old, step, score: score.clamp(0.0, 1.0) });
        self.count(old, new);
    }

    /// Leaves a pair open that may belong together: unless a later step matches one of them, the author is asked.
    pub fn doubt(&mut self, old: usize, new: usize, step: MatchStep, why: Refusal, contest: Contest) {
        self.trace(old, new, step, Ruling::Refused(why), contest);
        self.doubts.push((new, old));
    }

    /// Asks the author about a pair that no step matched.
    pub fn question(&mut self, old: usize, new: usize) {
        self.doubts.push((new, old));
    }

    /// Notes in the trace why a step does not consider a pair.
    pub fn refuse(&self, old: usize, new: usize, step: MatchStep, why: Refusal) {
        self.trace(old, new, step, Ruling::Refused(why), Contest::default());
    }

    /// Keeps a verdict, if a trace is asked for.
    pub fn trace(&self, old: usize, new: usize, step: MatchStep, ruling: Ruling, contest: Contest) {
        let Some(verdicts) = &self.verdicts else { return };
        let scores = Scores {
            terms: self.terms(old, new),
            definitions: self.definitions(old, new),
            context: self.contexts(old, new),
            neighbours: self.neighbours(old, new),
            total: contest.total,
            rival: contest.rival,
        };
        verdicts.borrow_mut().push(Verdict { subject: new, record: old, step, ruling, scores });
    }

    fn count(&mut self, old: usize, new: usize) {
        let (one, other) = (&mut self.old[old], &mut self.new[new]);
        one.partner = Some(new);
        other.partner = Some(old);
        self.sources.add(one.source, other.source, 1);
        self.contexts.add(one.path, other.path, weights::VOTES_PATH);
        if one.context != ROOT && other.context != ROOT {
            self.contexts.add(one.context, other.context, weights::VOTES_CONTEXT);
        }
    }

    /// Counts the votes of all pairs that were taken so far.
    pub fn map(&mut self) {
        let old = self.old.iter().map(|item| item.context).max().unwrap_or(ROOT);
        self.mapped.clear();
        self.mapped.push((ROOT, true));
        for path in 1..=old {
            let mapped = match (self.contexts.choice(path), self.paths.split(path)) {
                (Some(choice), _) => (choice.to, choice.firm),
                (None, Some((above, name))) => {
                    let (above, firm) = self.mapped[above];
                    (self.paths.child(above, name), firm)
                }
                (None, None) => (path, true),
            };
            self.mapped.push(mapped);
        }
    }

    /// The path that a record's context is now, and whether that is certain.
    pub fn mapped_context(&self, old: usize) -> (PathId, bool) {
        self.mapped[self.old[old].context]
    }

    /// The source that most entries of a source are in now.
    pub fn mapped_source(&self, source: usize) -> usize {
        self.sources.choice(source).map_or(source, |choice| choice.to)
    }

    /// Returns true if there is a record of `wave` and an entry without a match.
    pub fn is_open(&self, wave: Wave) -> bool {
        self.open_old(wave).next().is_some() && self.open_new().next().is_some()
    }

    /// The records of `wave` without a match.
    pub fn open_old(&self, wave: Wave) -> impl Iterator<Item = usize> + '_ {
        let open = move |item: &EntryView<'_>| !item.is_known() && item.wave == Some(wave);
        self.old.iter().enumerate().filter(move |(_, item)| open(item)).map(|(at, _)| at)
    }

    /// The entries without a match.
    pub fn open_new(&self) -> impl Iterator<Item = usize> + '_ {
        self.new.iter().enumerate().filter(|(_, item)| !item.is_known()).map(|(at, _)| at)
    }

    /// Returns true if neither has a match yet.
    pub fn are_open(&self, old: usize, new: usize) -> bool {
        !self.old[old].is_known() && !self.new[new].is_known()
    }

    /// Returns true if neither has a match yet, and they do not have an id of their author's each: those would be equal.
    pub fn may(&self, old: usize, new: usize) -> bool {
        self.are_open(old, new) && !(self.old[old].has_author_id && self.new[new].has_author_id)
    }

    /// The same for the inexact steps 5 to 8: who gives an entry an id does not want a guess.
    pub fn may_guess(&self, old: usize, new: usize) -> bool {
        self.are_open(old, new) && !self.new[new].has_author_id
    }

    /// Returns true if both are in the same source, or in what became of it.
    pub fn in_same_source(&self, old: usize, new: usize) -> bool {
        let (old, new) = (self.old[old].source, self.new[new].source);
        old == new || self.mapped_source(old) == new
    }

    /// Returns true if both hide the same words; so do all that hide none.
    pub fn hide_the_same(&self, old: usize, new: usize) -> bool {
        self.old[old].hidden == self.new[new].hidden
    }

    /// The likeness of their definitions (D), from 0 to 1; `None` if neither has one.
    pub fn definitions(&self, old: usize, new: usize) -> Option<f32> {
        let (one, other) = (self.old[old].sketch(), self.new[new].sketch());
        (!one.is_empty() || !other.is_empty()).then(|| one.likeness(other))
    }

    /// The likeness of their terms (T), from 0 to 1.
    pub fn terms(&self, old: usize, new: usize) -> f32 {
        let (one, other) = (self.old[old].term, self.new[new].term);
        if one == other { 1.0 } else { self.names.grams(one).likeness(self.names.grams(other)) }
    }

    /// How well their contexts agree: 1 if the entry stands where the record's context is now, less if the paths share
    /// names, 0 if they share none.
    pub fn contexts(&self, old: usize, new: usize) -> f32 {
        if self.have_one_context(old, new) {
            return 1.0;
        }
        let (one, other) = (&self.old[old], &self.new[new]);
        let mapped = self.mapped_context(old).0;
        if mapped == other.context {
            return 0.0;
        }
        let mut all = 0.0;
        let mut common = 0.0;
        for name in self.paths.names(other.context) {
            all += 1.0;
            let is_name = |known| known == name;
            if self.paths.names(mapped).any(is_name) || self.paths.names(one.context).any(is_name) {
                common += 1.0;
            }
        }
        if all == 0.0 { 0.0 } else { weights::CONTEXT_SHARED * common / all }
    }

    /// Returns true if the entry stands where the record's context is now. Without headings, that says something
    /// within a source only.
    pub fn have_one_context(&self, old: usize, new: usize) -> bool {
        let mapped = self.mapped_context(old).0;
        mapped == self.new[new].context && (mapped != ROOT || self.in_same_source(old, new))
    }

    /// Returns true if their contexts agree fully or share nearly all names.
    pub fn have_much_context(&self, old: usize, new: usize) -> bool {
        self.contexts(old, new) >= weights::CONTEXT_MUCH
    }

    /// The neighbours that both have in common: 0, 0.5 or 1. Between a neighbour and the two may stand others that are
    /// still open, as many on both sides.
    pub fn neighbours(&self, old: usize, new: usize) -> f32 {
        weights::NEIGHBOUR * f32::from(self.count_neighbours(old, new))
    }

    /// Returns true if both have a neighbour in common.
    pub fn share_a_neighbour(&self, old: usize, new: usize) -> bool {
        self.count_neighbours(old, new) > 0
    }

    /// Returns true if both have both neighbours in common.
    pub fn share_both_neighbours(&self, old: usize, new: usize) -> bool {
        self.count_neighbours(old, new) > 1
    }

    fn count_neighbours(&self, old: usize, new: usize) -> u8 {
        let before = self.meet(old, new, |item| item.previous);
        let after = self.meet(old, new, |item| item.next);
        u8::from(before) + u8::from(after)
    }

    fn meet(&self, old: usize, new: usize, step: impl Fn(&EntryView<'a>) -> Option<usize>) -> bool {
        let (mut old, mut new) = (old, new);
        for _ in 0..weights::NEIGHBOUR_REACH {
            let (Some(one), Some(other)) = (step(&self.old[old]), step(&self.new[new])) else { return false };
            match (self.old[one].partner, self.new[other].partner) {
                (None, None) => (old, new) = (one, other),
                (partner, _) => return partner == Some(other),
            }
        }
        false
    }

    /// The records whose neighbours were matched with the neighbours of an entry.
    pub fn beside(&self, new: usize) -> impl Iterator<Item = usize> + '_ {
        let after = self.new[new].previous.and_then(|at| self.new[at].partner).and_then(|old| self.old[old].next);
        let before = self.new[new].next.and_then(|at| self.new[at].partner).and_then(|old| self.old[old].previous);
        after.into_iter().chain(before)
    }

    /// The sketch of an entry or of its record. The latter spares making a sketch of what did not change.
    pub fn about(&self, new: usize) -> &Sketch {
        let item = &self.new[new];
        match (&item.text, item.partner) {
            (DefinitionText::Written(_, reading), Some(old)) if reading.get().is_none() => self.old[old].sketch(),
            _ => item.sketch(),
        }
    }

    /// What was found.
    pub fn finish(mut self) -> Matching {
        let open = |&(new, old): &(usize, usize)| !self.new[new].is_known() && !self.old[old].is_known();
        self.doubts.retain(open);
        self.doubts.sort_unstable();
        self.doubts.dedup();
        let groups = self.doubts.chunk_by(|one, other| one.0 == other.0);
        let ambiguous = groups.map(|group| (group[0].0, group.iter().map(|&(_, old)| old).collect())).collect();
        let trace = MatchTrace::new(self.verdicts.map(RefCell::into_inner).unwrap_or_default());
        Matching { matches: self.matches, ambiguous, trace }
    }
}

/// Links the entries of a source with those before and after. What left the notes has no neighbours.
fn link(items: &mut [EntryView<'_>]) {
    let mut last: HashMap<usize, usize> = HashMap::default();
    for at in 0..items.len() {
        if items[at].wave == Some(Wave::Live) {
            let previous = last.insert(items[at].source, at);
            items[at].previous = previous;
            if let Some(previous) = previous {
                items[previous].next = Some(at);
            }
        }
    }
}

/// The tables that views share while they are made.
struct Maker<'a> {
    names: NameTable<'a>,
    paths: PathTable,
    sources: HashMap<&'a str, usize>,
    /// The context of the entry before: siblings follow each other.
    last: Option<(&'a Context, PathId)>,
}

impl<'a> Maker<'a> {
    fn record(&mut self, record: &'a Record, lock: &Lock) -> EntryView<'a> {
        let text = DefinitionText::Remembered(&record.sketch);
        let mut view = self.view(record.kind, &record.source, &record.context, &record.term, text);
        view.has_author_id = record.author_id.is_some();
        view.hidden = record.deletions.iter().map(|deletion| &*deletion.text).collect();
        view.hidden.sort_unstable();
        let wave = if record.removed { Wave::Removed } else { Wave::Live };
        view.wave = (!lock.elsewhere.contains(&record.source)).then_some(wave);
        view
    }

    fn subject(&mut self, subject: &Subject<'a>) -> EntryView<'a> {
        let entry = subject.entry;
        let text = DefinitionText::Written(entry, OnceCell::new());
        let mut view = self.view(kind(entry), subject.source, &entry.context, entry.text(), text);
        view.has_author_id = author_id(entry).is_some();
        if let Body::Cloze { deletions, .. } = &entry.body {
            view.hidden = deletions.iter().map(String::as_str).collect();
            view.hidden.sort_unstable();
        }
        view
    }

    fn view(
        &mut self,
        kind: Kind,
        source: &'a str,
        context: &'a Context,
        term: &'a str,
        text: DefinitionText<'a>,
    ) -> EntryView<'a> {
        let number = self.sources.len();
        let source = *self.sources.entry(source).or_insert(number);
        let context = self.context(context);
        let term = self.names.number(term);
        let path = self.paths.child(context, term);
        let (previous, next) = (None, None);
        EntryView {
            kind,
            has_author_id: false,
            hidden: Vec::new(),
            source,
            context,
            path,
            term,
            wave: Some(Wave::Live),
            partner: None,
            previous,
            next,
            text,
        }
    }

    fn context(&mut self, context: &'a Context) -> PathId {
        if let Some((last, path)) = self.last
            && last == context
        {
            return path;
        }
        let path = context.iter().fold(ROOT, |path, part| {
            let name = self.names.number(part);
            self.paths.child(path, name)
        });
        self.last = Some((context, path));
        path
    }
}
