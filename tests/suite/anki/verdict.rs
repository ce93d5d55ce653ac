//! What `judge.py` tells of packages, and what is amiss in it.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::environment;

/// What a new collection holds once packages were imported into it.
#[derive(Deserialize)]
pub struct Verdict {
    /// For each package, how many notes were new, updated and so on, in Anki's words.
    pub imports: Vec<BTreeMap<String, usize>>,
    notes: Vec<HeldNote>,
    cards: Vec<Card>,
    empty_cards: Vec<String>,
    check_database: Vec<String>,
    cards_generated: i64,
    pub media_missing: Vec<String>,
    media_unused: Vec<String>,
}

/// A note in Anki.
#[derive(Deserialize)]
pub struct HeldNote {
    guid: String,
    pub notetype: String,
    /// By the names of the note type's fields.
    pub fields: BTreeMap<String, String>,
    tags: Vec<String>,
    sort_field_held: (String, i64),
    sort_field_written: (String, i64),
}

/// A card in Anki.
#[derive(Deserialize)]
pub struct Card {
    guid: String,
    pub template: u16,
    deck: String,
    is_new: bool,
    due: i64,
    front: String,
    error: Option<String>,
}

impl Verdict {
    /// Imports `packages`, one after the other.
    pub fn of(packages: &[&Path]) -> Self {
        let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/anki/judge.py");
        let output = Command::new(environment::python())
            .env("PYTHONIOENCODING", "utf-8")
            .arg(judge)
            .args(packages)
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "Anki refuses the package:\n{stderr}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Whether Anki has a note of this guid.
    pub fn holds(&self, guid: &str) -> bool {
        self.notes.iter().any(|note| note.guid == guid)
    }

    /// The note of this guid, which Anki must have.
    pub fn note(&self, guid: &str) -> &HeldNote {
        let found = self.notes.iter().find(|note| note.guid == guid);
        found.unwrap_or_else(|| panic!("Anki has no note {guid}"))
    }

    /// The note's cards in the order of learning.
    pub fn cards_of(&self, guid: &str) -> Vec<&Card> {
        self.cards.iter().filter(|card| card.guid == guid).collect()
    }

    /// What is wrong with two imports of one package, which holds so many `notes`, whatever they say.
    pub fn faults(&self, notes: usize) -> Faults {
        let mut faults = Faults::default();
        self.check_imports(notes, &mut faults);
        for note in &self.notes {
            let (held, written) = (&note.sort_field_held, &note.sort_field_written);
            faults.unless_equal(&note.guid, "sort field and checksum", held, written);
        }
        for card in &self.cards {
            card.check(&mut faults);
        }
        for guid in &self.empty_cards {
            faults.add(guid, "has an empty card");
        }
        for (what, found) in [
            ("Check Database", &self.check_database),
            ("missing media", &self.media_missing),
            ("unused media", &self.media_unused),
        ] {
            faults.unless_equal(&"collection", what, found, &Vec::new());
        }
        faults.unless_equal(&"collection", "missing cards", &self.cards_generated, &0);
        faults
    }

    fn check_imports(&self, notes: usize, faults: &mut Faults) {
        for (import, outcome) in self.imports.iter().zip(["new", "duplicate"]) {
            for (name, &count) in import {
                let wanted = if name == outcome { notes } else { 0 };
                faults.unless_equal(&"import", &format!("{name} notes"), &count, &wanted);
            }
        }
    }

    /// New cards must come in the order of the notes, siblings at the same position.
    pub fn compare_order<'a>(&self, guids: impl Iterator<Item = &'a str>, faults: &mut Faults) {
        let wanted: Vec<&str> = guids.collect();
        let mut learned: Vec<(i64, &str)> = self.cards.iter().map(|card| (card.due, card.guid.as_str())).collect();
        learned.dedup();
        for (index, guid) in wanted.iter().enumerate() {
            let position = i64::try_from(index + 1).unwrap();
            if learned.get(index) != Some(&(position, guid)) {
                let found = learned.get(index);
                faults.add(guid, format!("is to be learned at {position}, where Anki has {found:?}"));
                return;
            }
        }
        faults.unless_equal(&"collection", "positions", &learned.len(), &wanted.len());
    }

    /// Compares the deck of all its cards and its tags.
    pub fn compare_place(&self, guid: &str, deck: &str, tags: &[String], faults: &mut Faults) {
        for card in self.cards_of(guid) {
            faults.unless_equal(&guid, "deck", &card.deck.as_str(), &deck);
        }
        let sorted = |tags: &[String]| {
            let mut tags = tags.to_vec();
            tags.sort();
            tags
        };
        faults.unless_equal(&guid, "tags", &sorted(&self.note(guid).tags), &sorted(tags));
    }
}

impl Card {
    fn check(&self, faults: &mut Faults) {
        let place = format!("{}, card {}", self.guid, self.template);
        if let Some(error) = &self.error {
            faults.add(&place, format!("cannot be rendered: {error}"));
        } else if self.front.is_empty() || self.front.contains("errors.html") {
            faults.add(&place, "shows nothing on its front");
        }
        if !self.is_new {
            faults.add(&place, "is not new");
        }
    }
}

/// What is amiss, all of it at once: one fault seldom comes alone.
#[derive(Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// Notes that something is amiss at `place`.
    pub fn add(&mut self, place: &dyn Display, what: impl Display) {
        self.0.push(format!("{place}: {what}"));
    }

    /// Anki must have what was exported.
    pub fn unless_equal<T: PartialEq + Debug>(&mut self, place: &dyn Display, what: &str, held: &T, exported: &T) {
        if held != exported {
            self.add(place, format!("{what}: Anki has {held:?}, exported was {exported:?}"));
        }
    }

    /// A field must show what was said, which may be HTML or its text.
    pub fn unless_shown(&mut self, place: &dyn Display, field: &str, html: &str, said: &str) {
        let found = shown(html);
        if html != said && found != squeezed(said) && found != shown(said) {
            self.add(place, format!("{field}: Anki has {html:?}, said was {said:?}"));
        }
    }

    /// # Panics
    ///
    /// When there are any, with the first of them.
    pub fn report(self, of: &str) {
        const TOLD: usize = 20;
        let count = self.0.len();
        let told = self.0.into_iter().take(TOLD).collect::<Vec<_>>().join("\n");
        assert!(count == 0, "{of}: {count} faults\n{told}");
    }
}

/// The text that HTML shows, without white space, tags and the marks of deletions.
pub fn shown(html: &str) -> String {
    let mut text = String::new();
    for (index, part) in html.split('<').enumerate() {
        let after_tag = part.split_once('>').map_or(part, |(_, after)| after);
        text.push_str(if index == 0 { part } else { after_tag });
    }
    for number in 1..100 {
        text = text.replace(&format!("{{{{c{number}::"), "");
    }
    let text = text.replace("}}", "");
    squeezed(&decoded(&text))
}

/// `text` composed and without white space.
pub fn squeezed(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).collect()
}

fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('&');
    out.extend(parts.next());
    for part in parts {
        let known = part.split_once(';').and_then(|(entity, after)| {
            let character = match entity {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                "nbsp" => ' ',
                _ => char::from_u32(entity.strip_prefix('#')?.parse().ok()?)?,
            };
            Some((character, after))
        });
        match known {
            Some((character, after)) => {
                out.push(character);
                out.push_str(after);
            }
            None => out.extend(["&", part]),
        }
    }
    out
}
