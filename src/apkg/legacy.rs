//! The database of the legacy package: schema 11, with note types and decks as JSON.
//!
//! It knows SQLite and Anki's tables, not how the database is packed.

use rusqlite::{Connection, OpenFlags, Statement, params};

use super::facts::{CONFIGURATION, FIELD_SEPARATOR, INDEXES, LAST_POSITION, NOT_SYNCED, PRESETS, SCHEMA, TABLES};
use super::ids::{self, Numbered};
use super::{json, text};
use crate::model::error::Error;
use crate::model::note::{Collection, Note};

/// The database of `collection`, in memory.
pub(super) fn database(collection: &Collection) -> Result<Connection, Error> {
    let deck_ids = ids::of_decks(&collection.decks);
    let mut database = open()?;
    let transaction = database.transaction()?;
    transaction.execute_batch(TABLES)?;
    insert_collection(&transaction, collection, &deck_ids)?;
    insert_notes(&transaction, collection, &deck_ids)?;
    // Made over all rows at once, they cost a fraction of what each insert would pay.
    transaction.execute_batch(INDEXES)?;
    transaction.commit()?;
    Ok(database)
}

/// An empty database that leaves no file behind, however the program ends.
///
/// SQLite's `memdb` keeps the file as one piece, so that serialising it copies
/// nothing; `:memory:` would hold it twice.
fn open() -> Result<Connection, Error> {
    let flags = OpenFlags::default() | OpenFlags::SQLITE_OPEN_URI;
    let database = Connection::open_with_flags("file:collection?vfs=memdb", flags)?;
    database.execute_batch("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;")?;
    Ok(database)
}

fn insert_collection(database: &Connection, collection: &Collection, deck_ids: &[i64]) -> Result<(), Error> {
    let created = collection.created;
    database.execute(
        "INSERT INTO col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)
         VALUES (1, ?1, ?2, ?2, ?3, 0, 0, 0, ?4, ?5, ?6, ?7, '{}')",
        params![
            created,
            created * 1000,
            SCHEMA,
            CONFIGURATION,
            json::notetypes(collection),
            json::decks(&collection.decks, deck_ids, created),
            PRESETS,
        ],
    )?;
    Ok(())
}

fn insert_notes(database: &Connection, collection: &Collection, deck_ids: &[i64]) -> Result<(), Error> {
    let mut note_row = database.prepare(
        "INSERT INTO notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, '')",
    )?;
    let mut card_row = database.prepare(
        "INSERT INTO cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps,
                            lapses, left, odue, odid, flags, data)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, 0, 0, 0, 0, 0, 0, 0, 0, '')",
    )?;
    for numbered in ids::number(&collection.notes) {
        insert_note(&mut note_row, numbered.note)?;
        insert_cards(&mut card_row, &numbered, deck_ids[numbered.note.deck])?;
    }
    Ok(())
}

fn insert_note(row: &mut Statement<'_>, note: &Note) -> Result<(), Error> {
    let notetype = note.kind.notetype();
    debug_assert_eq!(note.fields.len(), notetype.fields.len(), "{}", note.guid);
    let mut fields = String::with_capacity(note.fields.iter().map(|field| field.len() + FIELD_SEPARATOR.len()).sum());
    for (position, field) in note.fields.iter().enumerate() {
        fields.push_str(if position == 0 { "" } else { FIELD_SEPARATOR });
        fields.push_str(&text::normalise(field.as_str()));
    }
    // Anki removes what separates from fields, so that none holds it.
    let first = fields.split(FIELD_SEPARATOR).next().unwrap_or_default();
    let sort_field = text::strip(first);
    row.execute(params![
        note.id,
        note.guid.as_str(),
        notetype.id,
        note.modified,
        NOT_SYNCED,
        tags(note),
        fields,
        sort_field,
        text::checksum(&sort_field),
    ])?;
    Ok(())
}

/// The tags with a space on either side of each, by which Anki searches them.
fn tags(note: &Note) -> String {
    if note.tags.is_empty() {
        return String::new();
    }
    text::normalise(&format!(" {} ", note.tags.join(" "))).into_owned()
}

fn insert_cards(row: &mut Statement<'_>, numbered: &Numbered<'_>, deck: i64) -> Result<(), Error> {
    let note = numbered.note;
    for (id, template) in (numbered.first_card..).zip(&note.cards) {
        row.execute(params![
            id,
            note.id,
            deck,
            template,
            note.modified,
            NOT_SYNCED,
            numbered.position.min(LAST_POSITION),
        ])?;
    }
    Ok(())
}
