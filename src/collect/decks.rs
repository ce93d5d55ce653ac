//! Which deck a note is in.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Finding};
use crate::entry::Entry;
use crate::extract::Document;
use crate::note::DeckName;

/// The decks of a collection.
pub(super) struct Decks {
    pub names: Vec<DeckName>,
    /// The position of each document's deck.
    of_documents: Vec<usize>,
    /// The positions of decks that directives name.
    told: BTreeMap<String, usize>,
}

impl Decks {
    pub fn new(documents: &[Document], entries: &[Entry], config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let root = config.deck.as_deref().unwrap_or_default();
        let of_documents = names_of_documents(root, documents, diagnostics);
        let told: BTreeMap<String, DeckName> = entries
            .iter()
            .filter_map(|entry| told_deck(entry))
            .map(|deck| (deck.to_owned(), DeckName::from_levels(root.split("::").chain(deck.split("::")))))
            .collect();
        let all: BTreeSet<&DeckName> = of_documents.iter().chain(told.values()).collect();
        let names: BTreeSet<DeckName> =
            all.iter().flat_map(|name| name.parents()).chain(all.iter().map(|&name| name.clone())).collect();
        let names: Vec<DeckName> = names.into_iter().collect();
        let position = |name: &DeckName| names.binary_search(name).expect("every deck is among the names");
        let of_documents = of_documents.iter().map(position).collect();
        let told = told.iter().map(|(deck, name)| (deck.clone(), position(name))).collect();
        Self { names, of_documents, told }
    }

    pub fn of(&self, entry: &Entry) -> usize {
        told_deck(entry).map_or(self.of_documents[entry.source], |deck| self.told[deck])
    }
}

/// The deck that a directive names for an entry.
fn told_deck(entry: &Entry) -> Option<&str> {
    entry.directive.as_ref()?.deck.as_deref()
}

/// The deck of each document; two of one name are told apart by their files' names.
fn names_of_documents(root: &str, documents: &[Document], diagnostics: &mut Vec<Diagnostic>) -> Vec<DeckName> {
    let mut taken: BTreeMap<DeckName, &str> = BTreeMap::new();
    let mut names = Vec::with_capacity(documents.len());
    for document in documents {
        let mut name = deck_name(root, document, &document.title);
        if let Some(&other) = taken.get(&name).filter(|_| document.deck.is_none()) {
            diagnostics.push(same_title(document, other));
            name = deck_name(root, document, &format!("{} ({})", document.title, file_name(&document.path)));
        }
        taken.entry(name.clone()).or_insert(&document.path);
        names.push(name);
    }
    names
}

fn deck_name(root: &str, document: &Document, title: &str) -> DeckName {
    let root = root.split("::");
    if let Some(deck) = &document.deck {
        return DeckName::from_levels(root.chain(deck.split("::")));
    }
    let folders = document.path.rsplit_once('/').map_or("", |(folders, _)| folders);
    DeckName::from_levels(root.chain(folders.split('/')).chain(Some(title)))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn same_title(document: &Document, other: &str) -> Diagnostic {
    let finding = Finding::SameTitle { title: document.title.clone(), other: other.to_owned() };
    Diagnostic { path: document.path.clone(), place: None, finding }
}
