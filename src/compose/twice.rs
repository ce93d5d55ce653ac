//! What is given twice in the notes: ids, and terms with two definitions.

use crate::lexicon::{self, Class, Lexicon};
use std::collections::BTreeMap;

use crate::findings::{self, Diagnostic, Finding, Place, Places};
use crate::markdown::Element;
use crate::model::decision::Rule;
use crate::model::entry::{Body, Entry, answer, first_of_each, reading, spelling};
use crate::read::Source;
use crate::recognise::phrase;

/// What is given twice, in the order of the notes.
pub(super) fn find(entries: &[Entry], sources: &[Source], words: &Lexicon) -> Vec<Diagnostic> {
    let (ids, mut terms) = (ids(entries), terms(entries, words));
    terms.extend(questions(entries));
    let pairs = || ids.iter().map(|&(_, earlier, later)| (earlier, later)).chain(terms.iter().copied());
    let places = places(pairs().flat_map(|(earlier, later)| [earlier, later]), entries, sources);
    let told = |earlier: usize, later: usize, finding: &dyn Fn(String, usize) -> Finding| {
        let path = |at: usize| sources[entries[at].source].path.clone();
        let finding = finding(path(earlier), places[&earlier].line);
        Diagnostic { path: path(later), place: Some(places[&later].clone()), finding }
    };
    let ids = ids.iter().map(|&(id, earlier, later)| {
        told(earlier, later, &|path, line| findings::DuplicateId { id: id.to_owned(), path, line }.into())
    });
    let terms = terms.iter().map(|&(earlier, later)| {
        let term = || entries[later].text().into();
        told(earlier, later, &|path, line| findings::DefinedTwice { term: term(), path: path.into(), line }.into())
    });
    ids.chain(terms).collect()
}

/// Ids, the entry that has each first, and another that has it too.
fn ids(entries: &[Entry]) -> Vec<(&str, usize, usize)> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let Some(id) = entry.directive.as_ref().and_then(|directive| directive.id.as_deref()) else { continue };
        let earlier = *first.entry(id).or_insert(at);
        if earlier != at {
            found.push((id, earlier, at));
        }
    }
    found
}

/// Terms of the same subjects that say different things: the cards ask the same, and are answered otherwise. What any
/// subject has is told apart by the subject, and is none itself.
fn terms(entries: &[Entry], words: &Lexicon) -> Vec<(usize, usize)> {
    let is_named =
        |entry: &Entry| matches!(entry.body, Body::Term { .. }) && !matches!(entry.rule, Rule::Question | Rule::Title);
    let first = first_of_each(entries, is_named, |entry| {
        (spelling(entry.text()).collect::<String>(), subjects(entry).next_back())
    });
    let twice = first.iter().enumerate().filter(|&(at, &first)| at != first).map(|(at, &first)| (first, at));
    let confuses = |&(earlier, later): &(usize, usize)| {
        let (one, other) = (&entries[earlier], &entries[later]);
        // Where one tells more of what stands above, it may be the same; of different subjects, it is not.
        let alike = subjects(one).rev().zip(subjects(other).rev()).all(|(one, other)| one == other);
        alike && may_confuse(one, words) && may_confuse(other, words) && says(one) != says(other)
    };
    twice.filter(confuses).collect()
}

/// Questions with the same options and another answer: of question papers that were copied, one is often wrong.
fn questions(entries: &[Entry]) -> Vec<(usize, usize)> {
    let has_options = |entry: &Entry| matches!(&entry.body, Body::Term { term, .. } if entry.rule == Rule::Question && term.has(Element::Item));
    let first = first_of_each(entries, has_options, |entry| match &entry.body {
        Body::Term { term, .. } => reading(&term.text()).collect(),
        Body::Cloze { .. } => String::new(),
    });
    let twice = first.iter().enumerate().filter(|&(at, &first)| at != first).map(|(at, &first)| (first, at));
    twice.filter(|&(earlier, later)| is_right(&entries[earlier]) != is_right(&entries[later])).collect()
}

/// The options of a question that are right, as they read.
fn is_right(entry: &Entry) -> String {
    match &entry.body {
        Body::Term { term, definition, .. } => reading(&answer(term, definition)).collect(),
        Body::Cloze { .. } => String::new(),
    }
}

/// Whether an entry asks for one thing, and only here. Pictures are told apart by what they show, and what its author
/// steers is known to them; under まとめ, Summary is told again what was told.
fn may_confuse(entry: &Entry, words: &Lexicon) -> bool {
    let is_picture = matches!(&entry.body, Body::Term { term, .. } if term.has_media());
    let is_summary = || entry.context.iter().any(|above| words.is(Class::AboutTheNote, &lexicon::key(above)));
    let is_asked = || {
        lexicon::is_aspect(&lexicon::key(entry.text()))
            || phrase::asks(entry.text())
            || phrase::names_a_part(words, entry.text())
    };
    !is_picture && entry.directive.is_none() && !is_asked() && !is_summary()
}

/// What stands above an entry, as it reads, but for what any subject has.
fn subjects(entry: &Entry) -> impl DoubleEndedIterator<Item = String> {
    let subjects = entry.context.iter().filter(|above| !lexicon::is_aspect(&lexicon::key(above)));
    subjects.map(|above| reading(above).collect())
}

/// What an entry answers, as it reads.
fn says(entry: &Entry) -> String {
    match &entry.body {
        Body::Term { definition, .. } => reading(&definition.text()).collect(),
        Body::Cloze { .. } => String::new(),
    }
}

/// Where entries begin. They are looked up in the order of the notes, so that lines are counted once.
fn places(wanted: impl Iterator<Item = usize>, entries: &[Entry], sources: &[Source]) -> BTreeMap<usize, Place> {
    let mut wanted: Vec<usize> = wanted.collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = BTreeMap::new();
    for of_source in wanted.chunk_by(|one, other| entries[*one].source == entries[*other].source) {
        let text = &sources[entries[of_source[0]].source].text;
        let mut places = Places::new(text);
        for &at in of_source {
            let start = entries[at].span.start;
            let line = text[start..].find('\n').map_or(text.len(), |end| start + end);
            found.insert(at, places.place(start..line));
        }
    }
    found
}
