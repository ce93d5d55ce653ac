//! The two sides, the lock's records and today's entries, and what is known of them so far.

use crate::identity::hash::HashMap;
use std::cell::OnceCell;

use super::names::{Name, Names, Path, Paths, ROOT};
use super::unchanged::told_id;
use super::votes::Votes;
use super::{Match, Matching, Step, Subject};
use crate::identity::key::{information, key_of_definition};
use crate::identity::lock::Lock;
use crate::identity::sketch::Sketch;
use crate::model::entry::{Body, Context, Entry, kind};
use crate::model::notetype::Kind;

/// How far neighbours are looked for over others that nobody recognised yet.
const NEAR: usize = 4;

/// What a context is worth that shares names with the right one.
const SHARED_NAMES: f32 = 0.7;

/// Which records are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wave {
    /// Those that were in the notes at the last export.
    Live,
    /// Those that had left them.
    Removed,
}

/// A record or an entry of today.
pub(super) struct Item<'a> {
    pub kind: Kind,
    pub told: bool,
    /// The hidden words of a cloze, ascending: of one sentence, there may be two.
    hidden: Vec<&'a str>,
    /// The number of its source.
    pub source: usize,
    pub context: Path,
    /// Its context, and its own name.
    pub path: Path,
    pub term: Name,
    /// `None` of a record that stands elsewhere: it is nobody.
    pub wave: Option<Wave>,
    /// Whom it was recognised as, on the other side.
    pub partner: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    text: Text<'a>,
}

/// What a definition reads like.
enum Text<'a> {
    Remembered(&'a Sketch),
    Written(&'a Entry, OnceCell<Reading>),
}

struct Reading {
    sketch: Sketch,
    information: f32,
}

impl Item<'_> {
    pub fn sketch(&self) -> &Sketch {
        match &self.text {
            Text::Remembered(sketch) => sketch,
            Text::Written(entry, reading) => &reading.get_or_init(|| read(entry)).sketch,
        }
    }

    /// How much its definition tells.
    pub fn information(&self) -> f32 {
        match &self.text {
            #[allow(clippy::cast_precision_loss, reason = "no definition is so long that it matters")]
            Text::Remembered(sketch) => sketch.length() as f32,
            Text::Written(entry, reading) => reading.get_or_init(|| read(entry)).information,
        }
    }

    /// Whether it was recognised.
    pub fn is_known(&self) -> bool {
        self.partner.is_some()
    }
}

fn read(entry: &Entry) -> Reading {
    match &entry.body {
        Body::Term { definition, children, .. } => {
            let key = key_of_definition(definition, children);
            Reading { sketch: Sketch::of_key(&key), information: information(&key) }
        }
        Body::Cloze { .. } => Reading { sketch: Sketch::default(), information: 0.0 },
    }
}

/// Both sides, and what was found.
pub(super) struct Sides<'a> {
    /// The lock's records.
    pub old: Vec<Item<'a>>,
    /// Today's entries.
    pub new: Vec<Item<'a>>,
    pub names: Names<'a>,
    pub paths: Paths,
    sources: Votes,
    contexts: Votes,
    /// For each path, what is above entries now, as far as is known; and whether that is sure enough.
    mapped: Vec<(Path, bool)>,
    matches: Vec<Option<Match>>,
    /// Subjects and records that may belong together.
    doubts: Vec<(usize, usize)>,
}

impl<'a> Sides<'a> {
    pub fn new(subjects: &[Subject<'a>], lock: &'a Lock, matches: Vec<Option<Match>>) -> Self {
        let mut maker = Maker { names: Names::default(), paths: Paths::new(), sources: HashMap::default(), last: None };
        let old = lock.records.iter().map(|record| {
            let mut item = maker.item(
                record.kind,
                &record.source,
                &record.context,
                &record.term,
                Text::Remembered(&record.sketch),
            );
            item.told = record.told.is_some();
            item.hidden = record.deletions.iter().map(|deletion| &*deletion.text).collect();
            item.hidden.sort_unstable();
            let wave = if record.removed { Wave::Removed } else { Wave::Live };
            item.wave = (!lock.elsewhere.contains(&record.source)).then_some(wave);
            item
        });
        let mut old: Vec<Item<'a>> = old.collect();
        let new = subjects.iter().map(|subject| {
            let entry = subject.entry;
            let text = Text::Written(entry, OnceCell::new());
            let mut item = maker.item(kind(entry), subject.source, &entry.context, entry.text(), text);
            item.told = told_id(subject).is_some();
            if let Body::Cloze { deletions, .. } = &entry.body {
                item.hidden = deletions.iter().map(String::as_str).collect();
                item.hidden.sort_unstable();
            }
            item
        });
        let mut new: Vec<Item<'a>> = new.collect();
        link(&mut old);
        link(&mut new);
        let (names, paths) = (maker.names, maker.paths);
        let (sources, contexts) = (Votes::default(), Votes::default());
        let mut sides =
            Self { old, new, names, paths, sources, contexts, mapped: Vec::new(), matches, doubts: Vec::new() };
        for subject in 0..sides.new.len() {
            if let Some(found) = sides.matches[subject] {
                sides.count(found.record, subject);
            }
        }
        sides.map();
        sides
    }

    /// Recognises a subject as a record.
    pub fn take(&mut self, old: usize, new: usize, step: Step, score: f32) {
        debug_assert!(!self.old[old].is_known() && !self.new[new].is_known());
        self.matches[new] = Some(Match { record: old, step, score: score.clamp(0.0, 1.0) });
        self.count(old, new);
    }

    /// A pair that may belong together, or not.
    pub fn doubt(&mut self, old: usize, new: usize) {
        self.doubts.push((new, old));
    }

    fn count(&mut self, old: usize, new: usize) {
        let (one, other) = (&mut self.old[old], &mut self.new[new]);
        one.partner = Some(new);
        other.partner = Some(old);
        self.sources.add(one.source, other.source, 1);
        self.contexts.add(one.path, other.path, 2);
        if one.context != ROOT && other.context != ROOT {
            self.contexts.add(one.context, other.context, 1);
        }
    }

    /// Counts the votes of all that were recognised so far.
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

    /// What is above a record's entry now, and whether that is sure enough.
    pub fn mapped_context(&self, old: usize) -> (Path, bool) {
        self.mapped[self.old[old].context]
    }

    /// Where what was in a source is now.
    pub fn mapped_source(&self, source: usize) -> usize {
        self.sources.choice(source).map_or(source, |choice| choice.to)
    }

    pub fn is_open(&self, wave: Wave) -> bool {
        self.open_old(wave).next().is_some() && self.open_new().next().is_some()
    }

    /// Records that nobody was recognised as.
    pub fn open_old(&self, wave: Wave) -> impl Iterator<Item = usize> + '_ {
        let open = move |item: &Item<'_>| !item.is_known() && item.wave == Some(wave);
        self.old.iter().enumerate().filter(move |(_, item)| open(item)).map(|(at, _)| at)
    }

    /// Entries that were not recognised.
    pub fn open_new(&self) -> impl Iterator<Item = usize> + '_ {
        self.new.iter().enumerate().filter(|(_, item)| !item.is_known()).map(|(at, _)| at)
    }

    /// Whether both are still open, and their author does not tell them apart.
    pub fn may(&self, old: usize, new: usize) -> bool {
        let (one, other) = (&self.old[old], &self.new[new]);
        let told_apart = one.told && other.told;
        !one.is_known() && !other.is_known() && !told_apart
    }

    /// The same for steps that are not exact: to give an id is to refuse them.
    pub fn may_guess(&self, old: usize, new: usize) -> bool {
        self.may(old, new) && !self.new[new].told
    }

    /// Whether both are in the same source, or in what became of it.
    pub fn in_same_source(&self, old: usize, new: usize) -> bool {
        let (old, new) = (self.old[old].source, self.new[new].source);
        old == new || self.mapped_source(old) == new
    }

    /// Whether both hide the same words; so do all that hide none.
    pub fn hide_the_same(&self, old: usize, new: usize) -> bool {
        self.old[old].hidden == self.new[new].hidden
    }

    /// How alike their definitions are; `None` if neither has one.
    pub fn definitions(&self, old: usize, new: usize) -> Option<f32> {
        let (one, other) = (self.old[old].sketch(), self.new[new].sketch());
        (!one.is_empty() || !other.is_empty()).then(|| one.likeness(other))
    }

    /// How alike their terms are.
    pub fn terms(&self, old: usize, new: usize) -> f32 {
        let (one, other) = (self.old[old].term, self.new[new].term);
        if one == other { 1.0 } else { self.names.shape(one).likeness(self.names.shape(other)) }
    }

    /// How well their contexts agree, from 0 to 1.
    pub fn contexts(&self, old: usize, new: usize) -> f32 {
        let (one, other) = (&self.old[old], &self.new[new]);
        let mapped = self.mapped_context(old).0;
        if mapped == other.context {
            let said = mapped != ROOT || self.in_same_source(old, new);
            return if said { 1.0 } else { 0.0 };
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
        if all == 0.0 { 0.0 } else { SHARED_NAMES * common / all }
    }

    /// Half for each neighbour that both have in common. Between them and the two may stand others, as many on both
    /// sides, that are still open.
    pub fn neighbours(&self, old: usize, new: usize) -> f32 {
        let before = self.meet(old, new, |item| item.previous);
        let after = self.meet(old, new, |item| item.next);
        0.5 * f32::from(u8::from(before) + u8::from(after))
    }

    fn meet(&self, old: usize, new: usize, step: impl Fn(&Item<'a>) -> Option<usize>) -> bool {
        let (mut old, mut new) = (old, new);
        for _ in 0..NEAR {
            let (Some(one), Some(other)) = (step(&self.old[old]), step(&self.new[new])) else { return false };
            match (self.old[one].partner, self.new[other].partner) {
                (None, None) => (old, new) = (one, other),
                (partner, _) => return partner == Some(other),
            }
        }
        false
    }

    /// Those beside entries that were recognised as neighbours of a record.
    pub fn beside(&self, new: usize) -> impl Iterator<Item = usize> + '_ {
        let after = self.new[new].previous.and_then(|at| self.new[at].partner).and_then(|old| self.old[old].next);
        let before = self.new[new].next.and_then(|at| self.new[at].partner).and_then(|old| self.old[old].previous);
        after.into_iter().chain(before)
    }

    /// The sketch of an entry of today, or of what it was recognised as: spares to read what did not change.
    pub fn about(&self, new: usize) -> &Sketch {
        let item = &self.new[new];
        match (&item.text, item.partner) {
            (Text::Written(_, reading), Some(old)) if reading.get().is_none() => self.old[old].sketch(),
            _ => item.sketch(),
        }
    }

    pub fn finish(mut self) -> Matching {
        let open = |&(new, old): &(usize, usize)| !self.new[new].is_known() && !self.old[old].is_known();
        self.doubts.retain(open);
        self.doubts.sort_unstable();
        self.doubts.dedup();
        let groups = self.doubts.chunk_by(|one, other| one.0 == other.0);
        let ambiguous = groups.map(|group| (group[0].0, group.iter().map(|&(_, old)| old).collect())).collect();
        Matching { matches: self.matches, ambiguous }
    }
}

/// Links those that follow each other in a source. What left the notes has no neighbours.
fn link(items: &mut [Item<'_>]) {
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

/// What is needed to make items.
struct Maker<'a> {
    names: Names<'a>,
    paths: Paths,
    sources: HashMap<&'a str, usize>,
    /// Siblings follow each other.
    last: Option<(&'a Context, Path)>,
}

impl<'a> Maker<'a> {
    fn item(&mut self, kind: Kind, source: &'a str, context: &'a Context, term: &'a str, text: Text<'a>) -> Item<'a> {
        let number = self.sources.len();
        let source = *self.sources.entry(source).or_insert(number);
        let context = self.context(context);
        let term = self.names.number(term);
        let path = self.paths.child(context, term);
        let (previous, next) = (None, None);
        Item {
            kind,
            told: false,
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

    fn context(&mut self, context: &'a Context) -> Path {
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
