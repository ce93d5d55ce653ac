//! What a package of ours holds, to say what another one changes.

use std::io::{Cursor, Read};

use rusqlite::{Connection, MAIN_DB};
use zip::ZipArchive;
use zip::result::ZipError;

use super::facts;
use crate::model::error::Error;
use crate::model::note::Guid;
use crate::model::notetype::Kind;

/// A note as a package holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Anki's identity of the note.
    pub guid: Guid,
    /// Its note type.
    pub kind: Kind,
    /// One per field of the note type, in its order, as HTML.
    pub fields: Vec<String>,
    /// Sorted.
    pub tags: Vec<String>,
    /// When its content last changed, in seconds.
    pub modified: i64,
}

/// The notes of a package in the older format, but for those of other note types than ours.
///
/// # Errors
///
/// [`Error::Zip`] when `package` is no zip archive or holds no collection in that format, [`Error::Sqlite`] when
/// the collection is no database of Anki's.
pub fn read(package: &[u8]) -> Result<Vec<Held>, Error> {
    let mut archive = ZipArchive::new(Cursor::new(package))?;
    let mut file = archive.by_name(facts::COLLECTION_ENTRY)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(ZipError::Io)?;
    let mut database = Connection::open_in_memory()?;
    database.deserialize_read_exact(MAIN_DB, Cursor::new(&bytes), bytes.len(), true)?;
    let mut rows = database.prepare("SELECT guid, mid, flds, tags, mod FROM notes")?;
    let rows = rows.query_map([], |row| {
        let (guid, notetype): (String, i64) = (row.get(0)?, row.get(1)?);
        let (fields, tags): (String, String) = (row.get(2)?, row.get(3)?);
        Ok(held(guid, notetype, &fields, &tags, row.get(4)?))
    })?;
    let held: Vec<Option<Held>> = rows.collect::<Result<_, _>>()?;
    Ok(held.into_iter().flatten().collect())
}

fn held(guid: String, notetype: i64, fields: &str, tags: &str, modified: i64) -> Option<Held> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.notetype().id == notetype)?;
    let fields = fields.split(facts::FIELD_SEPARATOR).map(str::to_owned).collect();
    let tags = tags.split_whitespace().map(str::to_owned).collect();
    Some(Held { guid: Guid::new(guid), kind, fields, tags, modified })
}
