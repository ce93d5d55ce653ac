//! The shapes of the JSON that schema 11 keeps note types and decks in.
//!
//! Maps are ordered and fields stand in the order of their declaration, so that the same
//! collection gives the same text. The names of the fields are Anki's.

use std::collections::BTreeMap;

use serde::Serialize;

use super::facts::{CLOZE, DEFAULT_DECK, DEFAULT_PRESET, EDITOR_FONT, LATEX, NORMAL, NOT_SYNCED};
use crate::model::note::{Collection, DeckName};
use crate::model::notetype::{Kind, Part, cloze_field, term_field};
use crate::model::templates::Sides;

/// `col.models`: both note types, by id.
pub(super) fn notetypes(collection: &Collection) -> String {
    let models: BTreeMap<i64, Model> =
        Kind::ALL.into_iter().map(|kind| (kind.notetype().id, model(kind, collection))).collect();
    text(&models)
}

/// `col.decks`: the decks of these names and ids, and the default one, by id.
pub(super) fn decks(names: &[DeckName], ids: &[i64], modified: i64) -> String {
    let (default_id, default_name) = DEFAULT_DECK;
    let mut decks = BTreeMap::from([(default_id, deck(default_id, default_name, modified))]);
    for (name, &id) in names.iter().zip(ids) {
        decks.entry(id).or_insert_with(|| deck(id, name.as_str(), modified));
    }
    text(&decks)
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain structs with integer keys are JSON")
}

#[derive(Serialize)]
struct Model<'a> {
    id: i64,
    name: &'a str,
    #[serde(rename = "type")]
    kind: u8,
    #[serde(rename = "mod")]
    modified: i64,
    usn: i64,
    sortf: u16,
    did: Option<i64>,
    tmpls: Vec<Template<'a>>,
    flds: Vec<Field<'a>>,
    css: &'a str,
    #[serde(rename = "latexPre")]
    latex_pre: &'a str,
    #[serde(rename = "latexPost")]
    latex_post: &'a str,
    latexsvg: bool,
    req: Vec<Requirement>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    ord: usize,
    sticky: bool,
    rtl: bool,
    font: &'a str,
    size: u8,
    id: i64,
}

#[derive(Serialize)]
struct Template<'a> {
    name: &'a str,
    ord: usize,
    qfmt: &'a str,
    afmt: &'a str,
    bqfmt: &'a str,
    bafmt: &'a str,
    did: Option<i64>,
    id: i64,
}

/// Position of a template, "any" or "all", and the fields of which so many must hold something
/// for a card. Clients before 2.1.28 make cards by it.
#[derive(Serialize)]
struct Requirement(usize, &'static str, [usize; 1]);

fn model(kind: Kind, collection: &Collection) -> Model<'_> {
    let notetype = kind.notetype();
    let sides = collection.templates.of(kind);
    let (latex_pre, latex_post) = LATEX;
    Model {
        id: notetype.id,
        name: notetype.name,
        kind: match kind {
            Kind::Term => NORMAL,
            Kind::Cloze => CLOZE,
        },
        modified: collection.templates_modified,
        usn: NOT_SYNCED,
        sortf: 0,
        did: None,
        tmpls: notetype.templates.iter().zip(sides).enumerate().map(template).collect(),
        flds: notetype.fields.iter().enumerate().map(field).collect(),
        css: &collection.templates.css,
        latex_pre,
        latex_post,
        latexsvg: false,
        req: requirements(kind),
    }
}

fn field((ord, part): (usize, &'static Part)) -> Field<'static> {
    let (font, size) = EDITOR_FONT;
    Field { name: part.name, ord, sticky: false, rtl: false, font, size, id: part.id }
}

fn template<'a>((ord, (part, sides)): (usize, (&'static Part, &'a Sides))) -> Template<'a> {
    Template {
        name: part.name,
        ord,
        qfmt: &sides.front,
        afmt: &sides.back,
        bqfmt: "",
        bafmt: "",
        did: None,
        id: part.id,
    }
}

fn requirements(kind: Kind) -> Vec<Requirement> {
    match kind {
        Kind::Term => vec![Requirement(0, "any", [term_field::TERM]), Requirement(1, "all", [term_field::REVERSE])],
        Kind::Cloze => vec![Requirement(0, "any", [cloze_field::TEXT])],
    }
}

#[derive(Serialize)]
struct Deck<'a> {
    id: i64,
    name: &'a str,
    #[serde(rename = "mod")]
    modified: i64,
    usn: i64,
    /// Each of these four is a day and a count.
    #[serde(rename = "lrnToday")]
    learned_today: [u8; 2],
    #[serde(rename = "revToday")]
    reviewed_today: [u8; 2],
    #[serde(rename = "newToday")]
    new_today: [u8; 2],
    #[serde(rename = "timeToday")]
    time_today: [u8; 2],
    collapsed: bool,
    #[serde(rename = "browserCollapsed")]
    browser_collapsed: bool,
    desc: &'a str,
    md: bool,
    #[serde(rename = "dyn")]
    filtered: u8,
    conf: i64,
    #[serde(rename = "extendNew")]
    extend_new: u8,
    #[serde(rename = "extendRev")]
    extend_rev: u8,
}

fn deck(id: i64, name: &str, modified: i64) -> Deck<'_> {
    Deck {
        id,
        name,
        modified,
        usn: NOT_SYNCED,
        learned_today: [0, 0],
        reviewed_today: [0, 0],
        new_today: [0, 0],
        time_today: [0, 0],
        collapsed: false,
        browser_collapsed: false,
        desc: "",
        md: false,
        filtered: 0,
        conf: DEFAULT_PRESET,
        extend_new: 0,
        extend_rev: 0,
    }
}
