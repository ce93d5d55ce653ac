//! The package as a file: what stands in its archive and in its database, without asking Anki.

use std::fmt::Write as _;
use std::io::{Cursor, Read};

use crate::field::position;
use proptest::prelude::*;
use rusqlite::{Connection, MAIN_DB};
use serde_json::Value;
use soa_anki::{Collection, DeckName, Error, Html, NoteKind, write_package};
use unicode_normalization::is_nfc;
use zip::ZipArchive;

use crate::sample::{CREATED, sample, term};

/// Names, order and ids as every package that was ever written has them: Anki refuses to update
/// notes whose type has another shape. This text may never change.
const FROZEN: &str = "\
1763512840127 type 0 SOA Term
  field 0 4118520663907215021 Term
  field 1 2940183775610442842 Definition
  field 2 7315092884126530663 Context
  field 3 1206734519840977384 Hint
  field 4 5880461237095618905 Extra
  field 5 3471925086384201526 Reverse
  field 6 6052318794507163247 Source
  field 7 8193640275518094768 Id
  template 0 2617084953361720189 Recall
  template 1 7740296518403185610 Reverse
1763512840128 type 1 SOA Cloze
  field 0 1530862947715308431 Text
  field 1 6904175328650241952 Context
  field 2 3287519640893075273 Hint
  field 3 8041936725184560394 Extra
  field 4 5162408397726013815 Source
  field 5 2395761084549827136 Id
  template 0 4876203519038642757 Cloze
";

#[test]
fn the_note_types_are_frozen() {
    let database = database(&sample());
    let models = json(&database, "models");
    let mut found = String::new();
    for (key, model) in models.as_object().unwrap() {
        assert_eq!(key, &model["id"].to_string());
        assert_eq!(model["sortf"], 0);
        line(&mut found, &format!("{key} type {}", model["type"]), model);
        for (part, list) in [("field", "flds"), ("template", "tmpls")] {
            for (ord, item) in model[list].as_array().unwrap().iter().enumerate() {
                assert_eq!(item["ord"], ord);
                line(&mut found, &format!("  {part} {ord} {}", item["id"]), item);
            }
        }
    }
    assert_eq!(found, FROZEN);
}

fn line(out: &mut String, start: &str, named: &Value) {
    writeln!(out, "{start} {}", named["name"].as_str().unwrap()).unwrap();
}

#[test]
fn the_same_collection_gives_the_same_bytes() {
    assert!(written(&sample()) == written(&sample()));
}

#[test]
fn the_archive_holds_what_every_anki_reads_and_tells_no_time() {
    let mut archive = ZipArchive::new(Cursor::new(written(&sample()))).unwrap();
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        assert_eq!(entry.last_modified(), Some(zip::DateTime::DEFAULT));
        names.push(entry.name().unwrap().into_owned());
    }
    // With `meta` or `collection.anki21` beside them, some would read another one or none.
    assert_eq!(names, ["collection.anki2", "media"]);
    let mut media = String::new();
    archive.by_name("media").unwrap().read_to_string(&mut media).unwrap();
    assert_eq!(media, "{}");
}

#[test]
fn the_database_is_sound_and_of_schema_11() {
    let database = database(&sample());
    let one = |sql: &str| -> String {
        let sql = format!("SELECT CAST(({sql}) AS text)");
        database.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(one("SELECT integrity_check FROM pragma_integrity_check"), "ok");
    assert_eq!(one("SELECT page_size FROM pragma_page_size"), "4096");
    assert_eq!(one("SELECT ver FROM col"), "11");
    assert_eq!(one("SELECT crt FROM col"), CREATED.to_string());
    assert_eq!(one("SELECT mod FROM col"), (CREATED * 1000).to_string());
    assert_eq!(one("SELECT scm FROM col"), (CREATED * 1000).to_string());
    assert_eq!(one("SELECT count(*) FROM revlog"), "0");
    assert_eq!(one("SELECT count(*) FROM graves"), "0");
    assert_eq!(one("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'ix_%'"), "7");
}

#[test]
fn the_database_is_not_in_wal_mode() {
    // "File format write version" and "read version": 1 is a rollback journal, 2 a write-ahead log.
    assert_eq!(database_file(&sample())[18..20], [1, 1]);
}

#[test]
fn every_note_is_there_with_its_fields_and_tags() {
    let collection = sample();
    let database = database(&collection);
    for note in &collection.notes {
        let (fields, tags, model, modified): (String, String, i64, i64) = database
            .query_row(
                "SELECT flds, tags, mid, mod FROM notes WHERE guid = ?1 AND id = ?2 AND usn = -1",
                (note.guid.as_str(), note.id),
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )
            .unwrap();
        assert_eq!(fields.split('\u{1f}').count(), note.fields.len(), "{fields:?}");
        assert_eq!(tags, " soa 重要::試験 ");
        assert_eq!(model, note.kind.notetype().id);
        assert_eq!(modified, note.modified);
    }
}

#[test]
fn text_is_composed_and_without_control_characters() {
    assert_eq!(first_field("not-composed"), "がくせい");
    assert_eq!(first_field("control"), "abc");
}

fn first_field(guid: &str) -> String {
    let fields: String =
        database(&sample()).query_row("SELECT flds FROM notes WHERE guid = ?1", [guid], |row| row.get(0)).unwrap();
    fields.split('\u{1f}').next().unwrap().to_owned()
}

#[test]
fn sort_fields_are_stripped_and_numbers_sort_as_numbers() {
    let database = database(&sample());
    let sort_field = |guid: &str| -> (String, String, i64) {
        database
            .query_row("SELECT CAST(sfld AS text), typeof(sfld), csum FROM notes WHERE guid = ?1", [guid], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .unwrap()
    };
    let text = |text: &str, kind: &str, csum| (text.to_owned(), kind.to_owned(), csum);
    // The checksum is of the text, not of the number.
    assert_eq!(sort_field("number"), text("7", "integer", 355_756_889));
    assert_eq!(sort_field("real"), text("1.5", "real", 3_543_441_724));
    assert_eq!(sort_field("escaped").0, "Vec<T> & \"{{c1::x}}\" }} {{x}}");
    assert_eq!(sort_field("sentence").0, "{{c1::東京は日本の首都である。}}");
}

#[test]
fn all_cards_are_new_and_in_the_order_of_the_notes() {
    let collection = sample();
    let mut wanted = Vec::new();
    for (note, position) in collection.notes.iter().zip(1_i64..) {
        for &card in &note.cards {
            wanted.push((position, card, note.guid.to_string()));
        }
    }
    let database = database(&collection);
    let mut rows = database
        .prepare(
            "SELECT due, ord, guid FROM cards JOIN notes ON notes.id = nid
             WHERE type = 0 AND queue = 0 AND cards.usn = -1 AND cards.mod = notes.mod
               AND (ivl, factor, reps, lapses, left, odue, odid) = (0, 0, 0, 0, 0, 0, 0)
             ORDER BY due, ord",
        )
        .unwrap();
    let found: Vec<(i64, u16, String)> =
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap().map(Result::unwrap).collect();
    assert_eq!(found, wanted);
}

#[test]
fn a_card_is_in_the_deck_of_its_note() {
    let collection = sample();
    let database = database(&collection);
    let decks = json(&database, "decks");
    for note in &collection.notes {
        let ids: Vec<i64> = database
            .prepare("SELECT DISTINCT did FROM cards WHERE nid = ?1")
            .unwrap()
            .query_map([note.id], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(ids.len(), 1);
        let name = &decks[ids[0].to_string()]["name"];
        assert_eq!(name, collection.decks[note.deck].as_str());
    }
}

#[test]
fn every_deck_has_the_decks_above_it_and_the_default_preset() {
    let database = database(&sample());
    let decks = json(&database, "decks");
    let names: Vec<&str> = decks.as_object().unwrap().values().map(|deck| deck["name"].as_str().unwrap()).collect();
    for name in &names {
        for (at, _) in name.match_indices("::") {
            assert!(names.contains(&&name[..at]), "nothing above {name}");
        }
    }
    assert_eq!(decks["1"]["name"], "Default");
    assert_eq!(json(&database, "dconf")["1"]["name"], "Default");
    for (id, deck) in decks.as_object().unwrap() {
        assert_eq!(id, &deck["id"].to_string());
        assert_eq!((&deck["conf"], &deck["dyn"]), (&Value::from(1), &Value::from(0)));
    }
}

#[test]
fn a_deck_keeps_its_id_when_others_come_and_go() {
    let collection = sample();
    let id = |collection: &Collection| {
        let decks = json(&database(collection), "decks");
        let named = |deck: &&Value| deck["name"] == "語学::文字";
        let id = decks.as_object().unwrap().values().find(named).unwrap()["id"].clone();
        id.as_i64().unwrap()
    };
    let mut grown = collection.clone();
    grown.decks.push(DeckName::from_levels(["other"]));
    assert_eq!(id(&collection), id(&grown));
    // As drawn by the first release.
    assert_eq!(id(&collection), 1_574_435_668_451);
}

#[test]
fn a_deck_named_default_is_anki_s_own() {
    let mut collection = sample();
    collection.decks = vec![DeckName::from_levels(["default"])];
    collection.notes = vec![term("only", "term", "definition")];
    collection.notes[0].deck = 0;
    let database = database(&collection);
    let deck: i64 = database.query_row("SELECT did FROM cards", [], |row| row.get(0)).unwrap();
    assert_eq!(deck, 1);
}

#[test]
fn a_collection_without_notes_is_a_package_too() {
    let mut collection = sample();
    collection.notes.clear();
    collection.decks.clear();
    let notes: i64 = database(&collection).query_row("SELECT count(*) FROM notes", [], |row| row.get(0)).unwrap();
    assert_eq!(notes, 0);
}

#[test]
fn a_full_disk_is_an_error() {
    let size = written(&sample()).len();
    for room in [0, 1, size / 2, size - 1] {
        let mut disk = vec![0; room];
        let result = write_package(&sample(), &mut &mut disk[..]);
        assert!(matches!(result, Err(Error::Write(_))), "{room} bytes are not enough");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_makes_a_package_that_opens(texts in prop::collection::vec(".*", 0..20)) {
        let mut collection = sample();
        collection.notes = texts
            .iter()
            .enumerate()
            .map(|(index, text)| {
                let mut note = term(&index.to_string(), text, text);
                note.fields[position(note.kind, "Extra")] = Html::escape(text);
                note.id += i64::try_from(index).unwrap();
                note
            })
            .collect();
        let database = database(&collection);
        let ok: String = database
            .query_row("SELECT integrity_check FROM pragma_integrity_check", [], |row| row.get(0))
            .unwrap();
        prop_assert_eq!(ok, "ok");
        let mut rows = database.prepare("SELECT flds FROM notes").unwrap();
        let rows: Vec<String> =
            rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len(), texts.len());
        for fields in rows {
            prop_assert_eq!(fields.split('\u{1f}').count(), NoteKind::Term.notetype().fields.len());
            prop_assert!(is_nfc(&fields));
        }
    }
}

fn written(collection: &Collection) -> Vec<u8> {
    let mut file = Vec::new();
    write_package(collection, &mut file).unwrap();
    file
}

fn database_file(collection: &Collection) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(written(collection))).unwrap();
    let mut bytes = Vec::new();
    archive.by_name("collection.anki2").unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn database(collection: &Collection) -> Connection {
    let bytes = database_file(collection);
    let mut database = Connection::open_in_memory().unwrap();
    database.deserialize_read_exact(MAIN_DB, &bytes[..], bytes.len(), true).unwrap();
    database
}

fn json(database: &Connection, column: &str) -> Value {
    let text: String = database.query_row(&format!("SELECT {column} FROM col"), [], |row| row.get(0)).unwrap();
    serde_json::from_str(&text).unwrap()
}
