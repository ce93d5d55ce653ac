//! What today's entries were at the last export: guids, ids, times, numbers of deletions.

use std::collections::BTreeSet;

use super::fields::{self, Fields, Place};
use super::reverse::Question;
use super::{Fate, Origin};
use crate::identity::{
    Content, Deletion, Guids, Lock, Match, MatchTrace, Matching, Record, Sketch, Stamp, Subject, Tracing, author_id,
    identify, labels, number,
};
use crate::markdown::Html;
use crate::model::decision::Document;
use crate::model::entry::{Body, Entry, kind};
use crate::model::note::{DeckName, Holds, Note};
use crate::model::notetype::Kind;
use crate::model::templates::Templates;

/// What is remembered while notes are made, in the order of the entries.
pub(super) struct Past<'a> {
    lock: Option<&'a Lock>,
    now: i64,
    matching: Matching,
    guids: Guids<'a>,
    ids: Ids,
    fates: Vec<Fate>,
    records: Vec<Record>,
    templates: Option<Stamp>,
    /// Where the last entry stands.
    place: Option<Place>,
}

/// What came of all entries.
pub(super) struct Remembered {
    pub fates: Vec<Fate>,
    pub ambiguous: Vec<(usize, Vec<usize>)>,
    pub trace: MatchTrace,
    pub lock: Option<Lock>,
}

/// What is kept of an entry beside its note.
struct Kept {
    known: Option<Match>,
    author_id: Option<String>,
    deck: String,
    /// The numbers of its gaps.
    gaps: Vec<u16>,
    deletions: Vec<Deletion>,
    body: Body,
}

impl<'a> Past<'a> {
    pub fn new(entries: &[Entry], documents: &[Document], lock: Option<&'a Lock>, now: i64, tracing: Tracing) -> Self {
        let subjects: Vec<Subject<'_>> =
            entries.iter().map(|entry| Subject { source: &documents[entry.source].path, entry }).collect();
        let matching = lock.map(|lock| identify(&subjects, lock, tracing)).unwrap_or_default();
        let cards = entries.iter().map(Entry::card_count).sum();
        Self {
            lock,
            now,
            matching,
            guids: Guids::new(lock),
            ids: Ids::new(lock, cards, now),
            fates: Vec::with_capacity(entries.len()),
            records: Vec::new(),
            templates: None,
            place: None,
        }
    }

    /// The note of the next entry, in the deck at `deck`.
    /// With `reversed`, its term is asked for, too.
    pub fn note(
        &mut self,
        entry: Entry,
        reversed: bool,
        documents: &[Document],
        deck: usize,
        name: &DeckName,
    ) -> (Note, Origin) {
        let known = self.matching.matches.get(self.fates.len()).copied().flatten();
        let record = known.and_then(|known| Some(&self.lock?.records[known.record]));
        let document = &documents[entry.source];
        let author_id = author_id(&entry).map(str::to_owned);
        let guid = self.guids.next(&entry, author_id.as_deref(), record);
        let tags = fields::tags(document, &entry);
        let kind = kind(&entry);
        let deletions = deletions(&entry.body, record);
        let Entry { source, span, context, hint, rule, mut body, .. } = entry;
        let place = Place::new(self.place.take(), source, &context, document);
        let mut fields = Fields::new(&body, &place, hint.as_deref(), &deletions.0);
        self.place = Some(place);
        let text = body.take_text();
        if reversed && let Some(question) = Question::new(&text, &body, document, &context) {
            question.ask(&mut fields);
        }
        let id_field = kind.notetype().fields.len() - 1;
        fields.html[id_field] = Html::escape(guid.as_str());
        let (id, modified, holds) = (self.ids.next(record), self.now, fields.take_holds());
        let mut note = Note { guid, kind, fields: fields.html, tags, deck, id, modified, cards: fields.cards, holds };
        let origin = Origin { source, span, context, text, rule };
        if self.lock.is_some() {
            let (deck, (gaps, deletions)) = (name.as_str().to_owned(), deletions);
            self.remember(&mut note, &origin, document, Kept { known, author_id, deck, gaps, deletions, body });
        } else {
            self.fates.push(Fate { changed: true, ..Fate::default() });
        }
        (note, origin)
    }

    /// Compares a note with what it was, and keeps what the next export is to know of it.
    fn remember(&mut self, note: &mut Note, origin: &Origin, document: &Document, kept: Kept) {
        let Kept { known, author_id, deck, gaps, deletions, body } = kept;
        let record = known.and_then(|known| Some(&self.lock?.records[known.record]));
        let stamp = Stamp::next(record.map(|record| record.stamp), content(note, &note.fields), self.now);
        note.modified = stamp.modified;
        let same = record.filter(|record| record.stamp == stamp);
        let sketch = same.map_or_else(|| sketch(origin, &body), |record| record.sketch.clone());
        let changed = same.is_none();
        let unreversed = changed && record.is_some_and(|was| is_unreversed(was, note, &body, origin, document));
        let filled = record.filter(|_| changed).map_or(0, |was| filled(was, &gaps));
        self.fates.push(Fate { known, changed, unreversed, filled });
        self.records.push(Record {
            guid: note.guid.clone(),
            kind: note.kind,
            author_id,
            source: document.path.clone(),
            context: origin.context.clone(),
            term: origin.text.clone(),
            deck,
            sketch,
            stamp,
            id: note.id,
            deletions,
            removed: false,
        });
    }

    /// When the templates last changed, in seconds.
    pub fn templates(&mut self, templates: &Templates) -> i64 {
        let Some(lock) = self.lock else { return self.now };
        let stamp = Stamp::next(lock.templates, Content::of(templates.texts()), self.now);
        self.templates = Some(stamp);
        stamp.modified
    }

    /// What came of it.
    pub fn finish(self) -> Remembered {
        let lock = self.lock.map(|old| {
            let mut matched = vec![false; old.records.len()];
            for known in self.matching.matches.iter().flatten() {
                matched[known.record] = true;
            }
            let gone = old.records.iter().zip(matched).filter(|(_, matched)| !matched).map(|(record, _)| {
                let removed = record.removed || old.has_left(record);
                Record { removed, ..record.clone() }
            });
            let records = in_order(self.records, gone);
            Lock { templates: self.templates, records, elsewhere: old.elsewhere.clone(), beyond: old.beyond.clone() }
        });
        let Matching { ambiguous, trace, .. } = self.matching;
        Remembered { fates: self.fates, ambiguous, trace, lock }
    }
}

/// All records, by source: those of today in the order of the notes, those that left the notes after them.
fn in_order(today: Vec<Record>, others: impl Iterator<Item = Record>) -> Vec<Record> {
    let mut records = today;
    records.extend(others);
    // Stable: what left the notes keeps the order that it has.
    records.sort_by(|one, other| (&one.source, one.removed).cmp(&(&other.source, other.removed)));
    records
}

/// What a note holds with these fields.
fn content(note: &Note, fields: &[Html]) -> Content {
    Content::of_note(note.kind, fields.iter().map(Html::as_str), &note.tags)
}

/// Whether a note is what it was, but for the question for its term.
fn is_unreversed(was: &Record, note: &Note, body: &Body, origin: &Origin, document: &Document) -> bool {
    if note.kind != Kind::Term || note.cards.len() > 1 {
        return false;
    }
    let mut fields = Fields { html: note.fields.clone(), cards: Vec::new(), holds: Holds::default() };
    let Some(question) = Question::new(&origin.text, body, document, &origin.context) else { return false };
    question.ask(&mut fields);
    content(note, &fields.html) == was.stamp.content
}

/// How many gaps of a changed note were taken away. The lock knows all gaps that a note ever had; one that it had last had
/// its words in the sentence.
fn filled(was: &Record, gaps: &[u16]) -> usize {
    let words = |deletion: &Deletion| {
        let text = &deletion.text;
        let counted = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
        counted.map_or(text.as_str(), |(words, _)| words).to_owned()
    };
    let is_gone = |deletion: &&Deletion| !gaps.contains(&deletion.number) && was.term.contains(&words(deletion));
    was.deletions.iter().filter(is_gone).count()
}

/// The sketch of what a note's definition says itself, without its children.
fn sketch(origin: &Origin, body: &Body) -> Sketch {
    match body {
        Body::Term { term, definition, .. } => Sketch::of_answer(origin.rule, &origin.text, term, definition),
        Body::Cloze { .. } => Sketch::default(),
    }
}

/// The number of each deletion of an entry, in its order, and those that its note has or ever had.
fn deletions(body: &Body, record: Option<&Record>) -> (Vec<u16>, Vec<Deletion>) {
    match body {
        Body::Cloze { cloze, deletions, .. } => {
            number(record.map_or(&[], |record| &record.deletions), &labels(cloze, deletions))
        }
        Body::Term { .. } => Default::default(),
    }
}

/// Ids of notes: milliseconds of the first export, made unique.
struct Ids {
    taken: BTreeSet<i64>,
    next: i64,
}

impl Ids {
    /// New ids count on from here and stay in the past; Anki takes none below 1.
    fn new(lock: Option<&Lock>, cards: usize, now: i64) -> Self {
        let latest = lock.and_then(|lock| lock.records.iter().map(|record| record.id).max()).unwrap_or(0);
        let first = now * 1000 - i64::try_from(cards).unwrap_or_default();
        Self { taken: BTreeSet::new(), next: first.max(latest + 1).max(1) }
    }

    /// The id of a note that the lock knows, or a new one. Two branches of the notes may have given one id twice.
    fn next(&mut self, record: Option<&Record>) -> i64 {
        if let Some(id) = record.map(|record| record.id).filter(|id| self.taken.insert(*id)) {
            return id;
        }
        self.next += 1;
        self.next - 1
    }
}
