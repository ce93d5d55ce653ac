//! Entries to a collection: guids, fields, decks and tags. Pure.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Finding};
use crate::entry::{Body, Context, Entry, Span, first_of_each, reading};
use crate::extract::{Decision, Document, Extraction, Rule};
use crate::identity::{Lock, guid, guid_of_id};
use crate::markdown::Html;
use crate::note::{Collection, DeckName, Guid, Note};
use crate::notetype::{Kind, cloze_field, term_field};

/// What an export writes, and what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What goes into the package.
    pub collection: Collection,
    /// What each note of the collection was made from, in the same order.
    pub origins: Vec<Origin>,
    /// What the sources say of all their entries.
    pub documents: Vec<Document>,
    /// What the next export is to remember.
    pub lock: Lock,
    /// What is not an entry, and why.
    pub decisions: Vec<Decision>,
    /// What the author should act on.
    pub diagnostics: Vec<Diagnostic>,
}

/// Where a note comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Position of its document.
    pub source: usize,
    /// Where it stands in the source.
    pub span: Span,
    /// What stands above it, as plain text.
    pub context: Context,
    /// The term or the sentence, as plain text.
    pub text: String,
    /// The rule by which it was made.
    pub rule: Rule,
}

/// Makes the notes of the entries.
///
/// Cannot fail, and depends on nothing but its arguments: the same notes, lock
/// and time give the same collection. `now` is in seconds.
pub fn collect(extraction: Extraction, lock: &Lock, config: &Config, now: i64) -> Outcome {
    let Extraction { documents, entries, mut decisions, mut diagnostics } = extraction;
    let entries = fold_repeated(entries, &documents, &mut decisions);
    let decks = Decks::new(&documents, &entries, config, &mut diagnostics);
    let mut guids = Guids::default();
    let cards: usize = entries.iter().map(Entry::card_count).sum();
    // Ids count on from here and stay in the past; Anki takes none below 1.
    let first_id = (now * 1000 - i64::try_from(cards).unwrap_or_default()).max(1);
    let mut notes = Vec::with_capacity(entries.len());
    let mut origins = Vec::with_capacity(entries.len());
    for (id, entry) in (first_id..).zip(entries) {
        let document = &documents[entry.source];
        let guid = guids.next(&entry);
        if let Some(id) = told_id(&entry).filter(|_| guids.repeated) {
            diagnostics.push(Diagnostic::of_file(document.path.clone(), Finding::DuplicateId { id: id.to_owned() }));
        }
        let deck = decks.of(&entry);
        let tags = tags(document, &entry);
        let (note, origin) = note(entry, document, guid);
        notes.push(Note { tags, deck, id, modified: now, ..note });
        origins.push(origin);
    }
    let collection = Collection {
        decks: decks.names,
        notes,
        templates: config.templates.clone(),
        templates_modified: now,
        created: now,
    };
    Outcome { collection, origins, documents, lock: lock.clone(), decisions, diagnostics }
}

/// An entry that says again what an earlier one says, but for case and punctuation, is no second note: it is a
/// decision, and its tags are the first one's. Question papers share questions; nobody wants to answer them twice as
/// often. Of two explanations of one answer, the longer one stays.
///
/// Those that the author steers stay as they are.
fn fold_repeated(entries: Vec<Entry>, documents: &[Document], decisions: &mut Vec<Decision>) -> Vec<Entry> {
    let unsteered = |entry: &Entry| entry.directive.is_none();
    let first = first_of_each(&entries, unsteered, |entry| {
        // Under another heading it is another note: else its guid would hang on which file comes first.
        (Said::of(entry), &entry.context, documents[entry.source].reversed)
    });
    if first.iter().enumerate().all(|(at, &first)| at == first) {
        return entries;
    }
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut place = vec![0; first.len()];
    for (at, entry) in entries.into_iter().enumerate() {
        if first[at] == at {
            place[at] = kept.len();
            kept.push(entry);
            continue;
        }
        let earlier = &mut kept[place[first[at]]];
        let rule = Rule::Repeated { source: earlier.source, start: earlier.span.start };
        decisions.push(Decision { source: entry.source, span: entry.span, rule });
        earlier.add_tags(entry.tags);
        earlier.add_tags(documents[entry.source].tags.iter().cloned());
        explain_better(&mut earlier.body, entry.body);
    }
    decisions.sort_by_key(|decision| (decision.source, decision.span.start, decision.span.end));
    kept
}

/// What an entry asks and answers, as it reads.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    kind: Kind,
    question: String,
    answer: String,
}

impl Said {
    fn of(entry: &Entry) -> Self {
        let (question, answer) = match &entry.body {
            Body::Term { term, definition, .. } => (term.text(), answer(term, definition)),
            Body::Cloze { cloze, .. } => (cloze.text(), String::new()),
        };
        Self { kind: kind(entry), question: reading(&question).collect(), answer: reading(&answer).collect() }
    }
}

/// What is right. Of a question with options, what explains it is left aside.
fn answer(term: &Html, definition: &Html) -> String {
    let chosen = definition.as_str().starts_with("<ul>") && term.as_str().contains("<li>");
    let end = definition.as_str().find("</ul>").filter(|_| chosen);
    end.map_or_else(|| definition.text(), |end| definition.as_str()[..end].to_owned())
}

fn explain_better(earlier: &mut Body, later: Body) {
    if let (Body::Term { definition, .. }, Body::Term { definition: other, .. }) = (earlier, later)
        && other.as_str().len() > definition.as_str().len()
    {
        *definition = other;
    }
}

/// Gives each entry its guid; twins are told apart by their order.
#[derive(Default)]
struct Guids {
    seen: BTreeMap<Guid, usize>,
    /// Those of ids that directives gave.
    told: BTreeSet<Guid>,
    /// Whether the last entry repeated an id.
    repeated: bool,
}

impl Guids {
    fn next(&mut self, entry: &Entry) -> Guid {
        let kind = kind(entry);
        self.repeated = false;
        if let Some(id) = told_id(entry) {
            let guid = guid_of_id(id);
            if self.told.insert(guid.clone()) {
                return guid;
            }
            // Two notes of one guid would overwrite each other: the second keeps its own.
            self.repeated = true;
        }
        let first = guid(kind, &entry.context, entry.text(), 0);
        let twins = self.seen.entry(first.clone()).or_default();
        *twins += 1;
        if *twins == 1 { first } else { guid(kind, &entry.context, entry.text(), *twins - 1) }
    }
}

/// The id that a directive gives an entry.
fn told_id(entry: &Entry) -> Option<&str> {
    entry.directive.as_ref()?.id.as_deref()
}

fn kind(entry: &Entry) -> Kind {
    match entry.body {
        Body::Term { .. } => Kind::Term,
        Body::Cloze { .. } => Kind::Cloze,
    }
}

/// The note of an entry, without what collecting gives it: deck, tags, id and time.
fn note(entry: Entry, document: &Document, guid: Guid) -> (Note, Origin) {
    let kind = kind(&entry);
    let context = context_field(document, &entry.context);
    let source = source_field(document, &entry.context);
    let id = Html::escape(guid.as_str());
    let told = entry.directive.as_ref().and_then(|directive| directive.reversed);
    let reversed = told.unwrap_or(document.reversed);
    let Entry { source: index, span, context: above, hint, rule, body, .. } = entry;
    let (text, fields, cards) = match body {
        Body::Term { text, term, definition } => {
            let mut fields = vec![Html::default(); term_field::COUNT];
            if reversed {
                fields[term_field::REVERSE] = definition.blank(&text);
            }
            fields[term_field::TERM] = term;
            fields[term_field::DEFINITION] = definition;
            fields[term_field::CONTEXT] = context;
            fields[term_field::HINT] = hint;
            fields[term_field::SOURCE] = source;
            fields[term_field::ID] = id;
            (text, fields, if reversed { vec![0, 1] } else { vec![0] })
        }
        Body::Cloze { text, cloze, deletions } => {
            let mut fields = vec![Html::default(); cloze_field::COUNT];
            fields[cloze_field::TEXT] = cloze;
            fields[cloze_field::CONTEXT] = context;
            fields[cloze_field::SOURCE] = source;
            fields[cloze_field::ID] = id;
            (text, fields, (0..u16::try_from(deletions.len()).unwrap_or(u16::MAX)).collect())
        }
    };
    let note = Note { guid, kind, fields, tags: Vec::new(), deck: 0, id: 0, modified: 0, cards };
    (note, Origin { source: index, span, context: above, text, rule })
}

/// The title and what stands above the entry; the style draws what separates them.
fn context_field(document: &Document, context: &Context) -> Html {
    let mut html = Html::default();
    let mut last = "";
    for part in std::iter::once(&document.title).chain(context.iter()) {
        // A top heading that repeats the title says nothing new.
        if part.is_empty() || part == last {
            continue;
        }
        if !html.is_empty() {
            html.push_text(" ");
        }
        html.push_markup("<span>");
        html.push_text(part);
        html.push_markup("</span>");
        last = part;
    }
    html
}

/// The file and the nearest thing above the entry. Never a line number: an
/// inserted line must not touch every note below it.
fn source_field(document: &Document, context: &Context) -> Html {
    let mut html = Html::escape(&document.path);
    if let Some(nearest) = context.last() {
        html.push_text(" › ");
        html.push_text(nearest);
    }
    html
}

fn tags(document: &Document, entry: &Entry) -> Vec<String> {
    let told = entry.directive.iter().flat_map(|directive| &directive.tags);
    let all =
        document.tags.iter().chain(&entry.tags).chain(told).map(|tag| tag_name(tag)).filter(|tag| !tag.is_empty());
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

/// A tag as Anki can hold it: without white space.
fn tag_name(tag: &str) -> String {
    let words: Vec<&str> = tag.trim_start_matches('#').split_whitespace().collect();
    words.join("_").replace('"', "")
}

/// The decks of a collection.
struct Decks {
    names: Vec<DeckName>,
    /// The position of each document's deck.
    of_documents: Vec<usize>,
    /// The positions of decks that directives name.
    told: BTreeMap<String, usize>,
}

impl Decks {
    fn new(documents: &[Document], entries: &[Entry], config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Self {
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

    fn of(&self, entry: &Entry) -> usize {
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
