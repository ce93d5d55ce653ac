//! Which deck a note is in.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::{self, Diagnostic};
use crate::model::config::{Config, DecksBy};
use crate::model::decision::Document;
use crate::model::entry::Entry;
use crate::model::note::DeckName;

/// The decks of a collection.
pub(super) struct Decks {
    pub names: Vec<DeckName>,
    /// The position of each document's deck.
    of_documents: Vec<usize>,
    /// The positions of the decks of top headings, by document.
    of_headings: BTreeMap<(usize, String), usize>,
    /// The positions of decks that directives name.
    told: BTreeMap<String, usize>,
}

impl Decks {
    pub fn new(documents: &[Document], entries: &[Entry], config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let root = config.deck.as_deref().unwrap_or_default();
        let of_documents = names_of_documents(root, documents, config.decks_by, diagnostics);
        let of_headings: BTreeMap<(usize, String), DeckName> = match config.decks_by {
            DecksBy::Heading => names_of_headings(documents, entries, &of_documents),
            DecksBy::File | DecksBy::Folder | DecksBy::Flat => BTreeMap::new(),
        };
        let told: BTreeMap<String, DeckName> = entries
            .iter()
            .filter_map(|entry| told_deck(entry))
            .map(|deck| (deck.to_owned(), DeckName::from_levels(root.split("::").chain(deck.split("::")))))
            .collect();
        let all: BTreeSet<&DeckName> = of_documents.iter().chain(of_headings.values()).chain(told.values()).collect();
        let names: BTreeSet<DeckName> =
            all.iter().flat_map(|name| name.parents()).chain(all.iter().map(|&name| name.clone())).collect();
        let names: Vec<DeckName> = names.into_iter().collect();
        let position = |name: &DeckName| names.binary_search(name).expect("every deck is among the names");
        let of_documents = of_documents.iter().map(position).collect();
        let of_headings = of_headings.iter().map(|(heading, name)| (heading.clone(), position(name))).collect();
        let told = told.iter().map(|(deck, name)| (deck.clone(), position(name))).collect();
        Self { names, of_documents, of_headings, told }
    }

    pub fn of(&self, entry: &Entry, documents: &[Document]) -> usize {
        if let Some(deck) = told_deck(entry) {
            return self.told[deck];
        }
        let of_document = self.of_documents[entry.source];
        if self.of_headings.is_empty() {
            return of_document;
        }
        let top = top_heading(entry, documents).map(|top| (entry.source, top.to_owned()));
        top.and_then(|top| self.of_headings.get(&top).copied()).unwrap_or(of_document)
    }
}

/// The deck that a directive names for an entry.
fn told_deck(entry: &Entry) -> Option<&str> {
    entry.directive.as_ref()?.deck.as_deref()
}

/// The heading of the first level that an entry stands under, or is.
fn top_heading<'a>(entry: &Entry, documents: &'a [Document]) -> Option<&'a str> {
    Some(documents[entry.source].heading(entry.span.start)?.path.first()?)
}

/// The decks of top headings, under those of their files. One that stands over nothing but its own card needs none, and
/// where front matter names a deck, that is where its cards go.
fn names_of_headings(
    documents: &[Document],
    entries: &[Entry],
    of_documents: &[DeckName],
) -> BTreeMap<(usize, String), DeckName> {
    let mut names = BTreeMap::new();
    for entry in entries.iter().filter(|entry| documents[entry.source].deck.is_none()) {
        let Some(top) = top_heading(entry, documents) else { continue };
        if entry.context.first().is_some_and(|above| above == top) {
            let levels = || of_documents[entry.source].as_str().split("::").chain([top]);
            names.entry((entry.source, top.to_owned())).or_insert_with(|| DeckName::from_levels(levels()));
        }
    }
    names
}

/// The deck of each document; two of one name are told apart by their files' names.
fn names_of_documents(
    root: &str,
    documents: &[Document],
    by: DecksBy,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<DeckName> {
    let own = match by {
        DecksBy::File | DecksBy::Heading => true,
        DecksBy::Folder | DecksBy::Flat => false,
    };
    let mut taken: BTreeMap<DeckName, &str> = BTreeMap::new();
    let mut names = Vec::with_capacity(documents.len());
    for document in documents {
        let mut name = deck_name(root, document, by, &document.title);
        if let Some(&other) = taken.get(&name).filter(|_| own && document.deck.is_none()) {
            diagnostics.push(same_title(document, other));
            name = deck_name(root, document, by, &format!("{} ({})", document.title, file_name(&document.path)));
        }
        taken.entry(name.clone()).or_insert(&document.path);
        names.push(name);
    }
    names
}

fn deck_name(root: &str, document: &Document, by: DecksBy, title: &str) -> DeckName {
    let root = root.split("::");
    if let Some(deck) = &document.deck {
        return DeckName::from_levels(root.chain(deck.split("::")));
    }
    let folders = document.path.rsplit_once('/').map_or("", |(folders, _)| folders);
    match by {
        DecksBy::Flat => DeckName::from_levels(root),
        DecksBy::Folder => DeckName::from_levels(root.chain(folders.split('/'))),
        DecksBy::File | DecksBy::Heading => DeckName::from_levels(root.chain(folders.split('/')).chain([title])),
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn same_title(document: &Document, other: &str) -> Diagnostic {
    let finding = findings::SameTitle { title: document.title.clone(), other: other.to_owned() }.into();
    Diagnostic { path: document.path.clone(), place: None, finding }
}
