//! What exports make of edits, against the truth: which guids were kept, lost, or given to something else.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::field::field;
use soa_anki::{Config, Lock, MediaIndex, Note, NoteKind, Origin, Outcome, collect, extract};

use super::edit::{Edited, Kind};
use super::notebook::{Line, Notebook, Page};

/// Who an entry truly is: its kind, its first line, and which it is of how many of its kind that begin there.
type Key = (NoteKind, u32, usize, usize);

/// An entry of an export.
#[derive(Clone, Debug)]
pub struct Found {
    /// What is judged: the guid, or what Anki makes of it.
    pub guid: String,
    /// The guid of its note.
    pub note: String,
    pub kind: NoteKind,
    pub path: String,
    pub context: Vec<String>,
    pub text: String,
    pub definition: String,
    /// All that can change of it.
    pub said: String,
    /// Its first line.
    pub line: u32,
    /// Lines of its own after the first, which are no part of another entry.
    pub own: Vec<u32>,
    /// Whether no other entry stands in it.
    pub leaf: bool,
    /// By what it was recognised, as text.
    pub how: String,
    pub deletions: Vec<(u16, String)>,
    keys: BTreeSet<Key>,
    /// All that it asks, as it reads: of a question also its later lines and its options.
    asked: String,
}

/// What became of the entries that were touched by edits of one kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    pub steps: usize,
    pub kept: usize,
    pub lost: usize,
    pub wrong: usize,
    /// Of entries which are not touched, but changed with what stands around them.
    pub kept_around: usize,
    pub lost_around: usize,
    /// Of all these, those that are called otherwise or stand under something else: who they are is not plain.
    pub kept_renamed: usize,
    pub lost_renamed: usize,
}

/// An entry that did not get the guid that it should.
pub struct Miss {
    pub kind: Kind,
    pub wrong: bool,
    pub told: String,
}

/// The exports of edited notes, one after the other.
pub struct History {
    pub lock: Lock,
    pub found: Vec<Found>,
    pub rows: BTreeMap<Kind, Row>,
    pub unaffected: Row,
    pub numbers_moved: Vec<String>,
    pub misses: Vec<Miss>,
    /// Who each guid ever was.
    owners: BTreeMap<String, BTreeSet<Key>>,
    /// Which guid each last had, and in what words.
    last: BTreeMap<Key, (String, Found)>,
    /// The lines that were there at the last export.
    lines: BTreeSet<u32>,
    now: i64,
}

impl History {
    /// The first export.
    pub fn begin(notebook: &Notebook, now: i64) -> (Self, Outcome) {
        let mut history = Self {
            lock: Lock::default(),
            found: Vec::new(),
            rows: BTreeMap::new(),
            unaffected: Row::default(),
            numbers_moved: Vec::new(),
            misses: Vec::new(),
            owners: BTreeMap::new(),
            last: BTreeMap::new(),
            lines: notebook.pages.iter().flat_map(|page| &page.lines).map(|line| line.id).collect(),
            now,
        };
        let outcome = history.export(notebook);
        history.remember();
        (history, outcome)
    }

    /// The next export. `name` tells what counts as an entry's identity, by its guid: that is what is judged.
    pub fn step(
        &mut self,
        notebook: &Notebook,
        now: i64,
        step: Kind,
        edited: &Edited,
        name: impl Fn(&str) -> Option<String>,
    ) -> Outcome {
        self.now = now;
        let yesterday = std::mem::take(&mut self.found);
        let outcome = self.export(notebook);
        for entry in &mut self.found {
            entry.guid = name(&entry.note).unwrap_or_default();
        }
        self.rows.entry(step).or_default().steps += 1;
        self.know_folded(&yesterday, notebook);
        self.judge(&yesterday, step, edited, notebook);
        self.judge_numbers(&yesterday);
        self.remember();
        outcome
    }

    /// From now on, the entries of the first export are known by these names in place of their guids.
    pub fn rename(&mut self, names: &BTreeMap<String, String>) {
        for entry in &mut self.found {
            entry.guid.clone_from(&names[&entry.note]);
        }
        self.owners.clear();
        self.last.clear();
        self.remember();
    }

    fn export(&mut self, notebook: &Notebook) -> Outcome {
        let sources = notebook.sources();
        let config = Config::default();
        let outcome = collect(extract(&sources, &config), Some(&self.lock), &MediaIndex::default(), &config, self.now);
        self.found = found(notebook, &outcome, &self.lock);
        self.lock = outcome.lock.clone().unwrap();
        outcome
    }

    /// An entry that says what another one says is part of that one, and both are who it is.
    fn know_folded(&mut self, yesterday: &[Found], notebook: &Notebook) {
        let here: BTreeSet<(NoteKind, u32)> = self.found.iter().map(|entry| (entry.kind, entry.line)).collect();
        let there: BTreeMap<u32, &str> =
            notebook.pages.iter().flat_map(|page| &page.lines).map(|line| (line.id, &*line.text)).collect();
        for old in yesterday {
            if here.contains(&(old.kind, old.line)) || !there.contains_key(&old.line) {
                continue;
            }
            let same =
                |entry: &&mut Found| entry.kind == old.kind && entry.asked == old.asked && entry.context == old.context;
            if let Some(entry) = self.found.iter_mut().find(same) {
                entry.keys.extend(&old.keys);
            }
        }
        for entry in &mut self.found {
            let seen = self.lines.contains(&entry.line) && !self.last.contains_key(entry.keys.first().unwrap());
            // What stands above it may be called otherwise since.
            if !seen {
                continue;
            }
            let answer = answer(entry);
            let same = |old: &&Found| {
                let near = entry.path == old.path && entry.context.len() == old.context.len();
                // Or it was part of one in another file, which asked and answered the same.
                let repeated = || entry.context == old.context && answer == self::answer(old);
                entry.kind == old.kind && entry.asked == old.asked && (near || repeated())
            };
            if let Some(old) = yesterday.iter().find(same) {
                entry.keys.extend(&old.keys);
            }
        }
        self.lines = there.keys().copied().collect();
        let mut families: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for (copy, of) in &notebook.copied {
            families.entry(*of).or_insert_with(|| [*of].into()).insert(*copy);
        }
        for entry in &mut self.found {
            let root = notebook.copied.get(&entry.line).unwrap_or(&entry.line);
            for line in families.get(root).into_iter().flatten() {
                let same = there.get(line).is_some_and(|text| reading(text) == reading(there[&entry.line]));
                if same && !here.contains(&(entry.kind, *line)) {
                    entry.keys.insert((entry.kind, *line, 0, 1));
                }
            }
        }
    }

    fn judge(&mut self, yesterday: &[Found], step: Kind, edited: &Edited, notebook: &Notebook) {
        let before: BTreeMap<&str, &Found> = yesterday.iter().map(|entry| (&*entry.guid, entry)).collect();
        let carried: BTreeMap<&str, &Found> = self.found.iter().map(|entry| (&*entry.guid, entry)).collect();
        for entry in &self.found {
            let was: Vec<&(String, Found)> = entry.keys.iter().filter_map(|key| self.last.get(key)).collect();
            let kind = edited.touched.get(&entry.line).copied();
            let right = self.is_right(entry, edited, notebook);
            if right == Some(false) {
                let row = self.rows.entry(kind.unwrap_or(step)).or_default();
                row.wrong += 1;
                let owner = self.last.values().find(|(guid, _)| *guid == entry.guid).map(|(_, found)| found);
                let told = told("WRONG", kind.unwrap_or(step), was.first().map(|(_, was)| was), entry, owner);
                self.misses.push(Miss { kind: kind.unwrap_or(step), wrong: true, told });
                continue;
            }
            // Those that were there yesterday, or were brought back on purpose.
            let returned = kind == Some(Kind::Returned);
            let Some((_, old)) = was.iter().find(|(guid, _)| returned || before.contains_key(&**guid)) else {
                continue;
            };
            let kept = right == Some(true);
            let other = carried.get(&*old.guid).is_some_and(|other| !other.keys.is_disjoint(&old.keys));
            let taken = edited.either.iter().any(|(one, two)| [*one, *two].contains(&entry.line));
            if !kept && (other || taken) {
                continue;
            }
            let changed = old.said != entry.said || old.path != entry.path;
            let row = match kind {
                None if !changed && old.context == entry.context => &mut self.unaffected,
                _ => self.rows.entry(kind.unwrap_or(step)).or_default(),
            };
            match (kind, kept) {
                (Some(_), true) => row.kept += 1,
                (Some(_), false) => row.lost += 1,
                (None, true) => row.kept_around += 1,
                (None, false) => row.lost_around += 1,
            }
            let renamed = old.text != entry.text || old.context != entry.context;
            row.kept_renamed += usize::from(renamed && kept);
            row.lost_renamed += usize::from(renamed && !kept);
            if !kept {
                let label = if kind.is_some() { "LOST" } else { "LOST around" };
                let kind = kind.unwrap_or(step);
                self.misses.push(Miss { kind, wrong: false, told: told(label, kind, Some(old), entry, None) });
            }
        }
    }

    /// Whether the guid is one that the entry had; `None` of a guid that nobody had.
    fn is_right(&self, entry: &Found, edited: &Edited, notebook: &Notebook) -> Option<bool> {
        let owners = self.owners.get(&entry.guid)?;
        let same = |owner: &Key, own: &Key| owner == own || owner.0 == own.0 && owner.1 == own.1 && owner.3 != own.3;
        let either = |owner: &Key| {
            let pair = |(one, two): &(u32, u32)| {
                (*one, *two) == (owner.1, entry.line) || (*two, *one) == (owner.1, entry.line)
            };
            let heirs = &notebook.heirs;
            let heir = heirs.get(&owner.1).is_some_and(|heir| heirs.get(&entry.line) == Some(heir));
            heir || self.is_copy_of_what_is_gone(owner, entry, notebook) || edited.either.iter().any(pair)
        };
        Some(owners.iter().any(|owner| either(owner) || entry.keys.iter().any(|own| same(owner, own))))
    }

    /// Whether a new entry was copied from another one, or both from a third, and reads like that one, which is no
    /// more: nobody could tell whether that one has come back.
    fn is_copy_of_what_is_gone(&self, owner: &Key, entry: &Found, notebook: &Notebook) -> bool {
        let root = |line: u32| notebook.copied.get(&line).copied().unwrap_or(line);
        let same = |(_, old): &(String, Found)| reading(&old.definition) == reading(&entry.definition);
        root(owner.1) == root(entry.line) && !self.lines.contains(&owner.1) && self.last.get(owner).is_some_and(same)
    }

    /// Deletions that stay in a cloze keep their numbers.
    fn judge_numbers(&mut self, yesterday: &[Found]) {
        let before: BTreeMap<&str, &Found> = yesterday.iter().map(|entry| (&*entry.guid, entry)).collect();
        for entry in &self.found {
            let Some(old) = before.get(&*entry.guid) else { continue };
            for (number, text) in &entry.deletions {
                let was: Vec<u16> = old.deletions.iter().filter(|(_, was)| was == text).map(|(at, _)| *at).collect();
                // The same words may be hidden in a second place by now.
                let kept = |(number, same): &(u16, String)| same == text && was.contains(number);
                if !was.is_empty() && !entry.deletions.iter().any(kept) {
                    self.numbers_moved.push(format!("{}: {text} was {was:?}, is {number}", entry.text));
                }
            }
        }
    }

    fn remember(&mut self) {
        for entry in &self.found {
            self.owners.entry(entry.guid.clone()).or_default().extend(&entry.keys);
            for key in &entry.keys {
                self.last.insert(*key, (entry.guid.clone(), entry.clone()));
            }
        }
    }
}

/// What is right, less what explains it.
fn answer(entry: &Found) -> String {
    reading(entry.definition.lines().next().unwrap_or_default())
}

/// The page of each note, and the positions of its lines.
fn places(notebook: &Notebook, outcome: &Outcome) -> Vec<(usize, Range<usize>)> {
    let starts = |page: &Page| -> Vec<usize> {
        let next = |at: &mut usize, line: &Line| {
            let start = *at;
            *at += line.text.len() + 1;
            Some(start)
        };
        page.lines.iter().scan(0, next).collect()
    };
    let starts: Vec<Vec<usize>> = notebook.pages.iter().map(starts).collect();
    let place = |Origin { source, span, .. }: &Origin| {
        let line_at = |offset: usize| starts[*source].partition_point(|start| *start <= offset) - 1;
        let last = span.end.saturating_sub(1).max(span.start);
        (*source, line_at(span.start)..line_at(last) + 1)
    };
    outcome.origins.iter().map(place).collect()
}

/// The notes of an export as lines know them.
fn found(notebook: &Notebook, outcome: &Outcome, before: &Lock) -> Vec<Found> {
    let places = places(notebook, outcome);
    let mut together: BTreeMap<(NoteKind, usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, (note, (page, lines))) in outcome.collection.notes.iter().zip(&places).enumerate() {
        together.entry((note.kind, *page, lines.start)).or_default().push(at);
    }
    let one = |(at, note): (usize, &Note)| {
        let (page, lines) = &places[at];
        let of = &notebook.pages[*page];
        let line = of.lines[lines.start].id;
        let inner = |line: &usize| {
            let within = |(other, inner): &(usize, Range<usize>)| {
                other == page && inner.contains(line) && inner.start > lines.start
            };
            places.iter().any(within)
        };
        let own = (lines.start + 1..lines.end).filter(|line| !inner(line));
        let own: Vec<u32> = own.map(|line| of.lines[line].id).collect();
        let siblings = &together[&(note.kind, *page, lines.start)];
        let nth = siblings.iter().position(|sibling| *sibling == at).unwrap();
        let origin = &outcome.origins[at];
        Found {
            guid: note.guid.as_str().to_owned(),
            note: note.guid.as_str().to_owned(),
            kind: note.kind,
            path: of.path.clone(),
            context: origin.context.to_vec(),
            text: origin.text.clone(),
            asked: asked(note, &origin.text),
            definition: definition(note),
            said: said(note),
            line,
            leaf: own.len() + 1 == lines.len(),
            own,
            how: how(outcome, at, before),
            deletions: deletions(note),
            keys: [(note.kind, line, nth, siblings.len())].into(),
        }
    };
    outcome.collection.notes.iter().enumerate().map(one).collect()
}

/// By what a note was recognised, as text.
fn how(outcome: &Outcome, at: usize, before: &Lock) -> String {
    let Some(known) = outcome.fates[at].known else { return "new".to_owned() };
    let removed = if before.records[known.record].removed { ", removed" } else { "" };
    format!("{:?} {:.2}{removed}", known.step, known.score)
}

fn asked(note: &Note, text: &str) -> String {
    match note.kind {
        NoteKind::Term => reading(&field(note, "Term").text()),
        NoteKind::Cloze => reading(text),
    }
}

fn definition(note: &Note) -> String {
    match note.kind {
        NoteKind::Term => field(note, "Definition").text(),
        NoteKind::Cloze => field(note, "Text").text(),
    }
}

/// All that a user sees of it: not where it stands in the files.
fn said(note: &Note) -> String {
    let fields: Vec<&str> = note.fields.iter().map(soa_anki::Html::as_str).collect();
    format!("{} {}", fields[..fields.len() - 2].join("\u{1f}"), note.tags.join(" "))
}

/// The numbers of a cloze's deletions, with their words.
fn deletions(note: &Note) -> Vec<(u16, String)> {
    if note.kind == NoteKind::Term {
        return Vec::new();
    }
    let text = field(note, "Text").as_str();
    let parts = text.split("{{c").skip(1);
    parts
        .filter_map(|part| {
            let (number, rest) = part.split_once("::")?;
            Some((number.parse().ok()?, rest.split("}}").next()?.to_owned()))
        })
        .collect()
}

/// A text without all that formatters change.
pub fn reading(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn told(what: &str, kind: Kind, old: Option<&Found>, new: &Found, owner: Option<&Found>) -> String {
    let shown = |entry: &Found| {
        let definition: String = entry.definition.chars().take(160).collect();
        format!(
            "{}: {} ▸ {}\n         {}",
            entry.path,
            entry.context.join(" / "),
            entry.text,
            definition.replace('\n', "⏎")
        )
    };
    let was = old.map_or(String::new(), |old| format!("\n    was  {}", shown(old)));
    let took = owner.map_or(String::new(), |owner| format!("\n    took the guid of {}", shown(owner)));
    format!("{what} {kind:?} ({}){was}\n    is   {}{took}", new.how, shown(new))
}

impl Row {
    pub fn add(&mut self, other: &Row) {
        self.steps += other.steps;
        self.kept += other.kept;
        self.lost += other.lost;
        self.wrong += other.wrong;
        self.kept_around += other.kept_around;
        self.lost_around += other.lost_around;
        self.kept_renamed += other.kept_renamed;
        self.lost_renamed += other.lost_renamed;
    }
}
