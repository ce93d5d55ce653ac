//! A collection to an `.apkg`: the file that Anki imports.
//!
//! It owns Anki's file formats, and knows nothing of Markdown, of the lock or of the clock.

mod archive;
mod facts;
mod ids;
mod json;
mod legacy;
mod read;
mod text;

use std::io::Write;

pub use read::{Held, is_ours, read};
use rusqlite::MAIN_DB;

use crate::model::error::Error;
use crate::model::note::Collection;

/// Writes `collection` as a package that every Anki from 2.1.38, every AnkiDroid and AnkiMobile reads.
///
/// The same collection gives the same bytes, on every machine and at any time. All cards are
/// new, in the order of [`Collection::notes`]. Text is written in NFC and without control
/// characters, as Anki would make it on import. The database is built in memory, where SQLite
/// ends at 1 GiB: some two million notes. Media are copied piece by piece, however large they are.
///
/// # Errors
///
/// [`Error::Sqlite`] when the database outgrows that, [`Error::Changed`] when a file is not what it was when it was
/// named, [`Error::Io`] when it cannot be read or there is no room for the unfinished package: then nothing is written.
/// [`Error::Write`] when `to` refuses, and what it then holds is of no use.
///
/// # Panics
///
/// When a note's deck is not one of [`Collection::decks`].
pub fn write(collection: &Collection, to: &mut impl Write) -> Result<(), Error> {
    let mut database = legacy::database(collection)?;
    let database = database.serialize(MAIN_DB)?;
    archive::write(&database, &collection.media, to)
}
