//! A collection to an `.apkg`: the file that Anki imports.
//!
//! It owns Anki's file formats, and knows nothing of Markdown, of the lock or of the clock.

mod facts;
mod ids;
mod json;
mod legacy;
mod read;
mod text;

use std::io::{Cursor, Write};

pub use read::{Held, read};
use rusqlite::MAIN_DB;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{DateTime, System};

use crate::error::Error;
use crate::note::Collection;

/// Writes `collection` as a package that every Anki from 2.1.38, every AnkiDroid and AnkiMobile reads.
///
/// The same collection gives the same bytes, on every machine and at any time. All cards are
/// new, in the order of [`Collection::notes`]. Text is written in NFC and without control
/// characters, as Anki would make it on import. The database is built in memory, where SQLite
/// ends at 1 GiB: some two million notes.
///
/// # Errors
///
/// [`Error::Sqlite`] when the database outgrows that, and nothing is written; [`Error::Write`] when
/// `to` refuses, and what it then holds is of no use.
///
/// # Panics
///
/// When a note's deck is not one of [`Collection::decks`].
pub fn write(collection: &Collection, to: &mut impl Write) -> Result<(), Error> {
    let mut database = legacy::database(collection)?;
    let archive =
        archive(&[(facts::COLLECTION_ENTRY, &database.serialize(MAIN_DB)?), (facts::MEDIA_ENTRY, facts::NO_MEDIA)])?;
    to.write_all(&archive)?;
    to.flush()?;
    Ok(())
}

/// A zip archive of `entries`. In memory, since a `ZipWriter` over a file that fails also fails
/// when it is dropped, and prints of it.
fn archive(entries: &[(&str, &[u8])]) -> Result<Vec<u8>, Error> {
    // Neither the clock nor the system that it is made on may reach the bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT).system(System::Unix);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        archive.start_file(*name, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}
