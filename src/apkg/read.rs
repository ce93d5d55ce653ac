//! What a package of ours holds, to say what another one changes.

use std::io::{Cursor, Read, Seek};

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
    let database = database(&mut ZipArchive::new(Cursor::new(package))?)?;
    let mut rows = database.prepare("SELECT guid, mid, flds, tags, mod FROM notes")?;
    let rows = rows.query_map([], |row| {
        let (guid, notetype): (String, i64) = (row.get(0)?, row.get(1)?);
        let (fields, tags): (String, String) = (row.get(2)?, row.get(3)?);
        Ok(held(guid, notetype, &fields, &tags, row.get(4)?))
    })?;
    let held: Vec<Option<Held>> = rows.collect::<Result<_, _>>()?;
    Ok(held.into_iter().flatten().collect())
}

/// Whether a file is a package that some version of this program wrote. One that Anki wrote is none: it may hold the same
/// notes, with what was learned.
pub fn is_ours(file: impl Read + Seek) -> bool {
    let Ok(mut archive) = ZipArchive::new(file) else { return false };
    let of_anki = archive.file_names().flatten().any(|name| facts::ENTRIES_OF_ANKI.contains(&&*name));
    !of_anki && database(&mut archive).is_ok_and(|database| holds_ours_alone(&database).unwrap_or(false))
}

/// Whether a collection has notes, all of our note types, and nothing was ever learned in it.
fn holds_ours_alone(database: &Connection) -> rusqlite::Result<bool> {
    let [term, cloze] = Kind::ALL.map(|kind| kind.notetype().id);
    let ours = "SELECT count(*) > 0 AND sum(mid NOT IN (?1, ?2)) = 0 FROM notes";
    let ours: bool = database.query_row(ours, [term, cloze], |row| row.get(0))?;
    let learned = "SELECT EXISTS (SELECT 1 FROM revlog) OR EXISTS (SELECT 1 FROM cards WHERE reps > 0)";
    let learned: bool = database.query_row(learned, [], |row| row.get(0))?;
    Ok(ours && !learned)
}

/// The collection of a package in the older format.
fn database(archive: &mut ZipArchive<impl Read + Seek>) -> Result<Connection, Error> {
    let mut file = archive.by_name(facts::COLLECTION_ENTRY)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(ZipError::Io)?;
    let mut database = Connection::open_in_memory()?;
    database.deserialize_read_exact(MAIN_DB, Cursor::new(&bytes), bytes.len(), true)?;
    Ok(database)
}

fn held(guid: String, notetype: i64, fields: &str, tags: &str, modified: i64) -> Option<Held> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.notetype().id == notetype)?;
    let fields = fields.split(facts::FIELD_SEPARATOR).map(str::to_owned).collect();
    let tags = tags.split_whitespace().map(str::to_owned).collect();
    Some(Held { guid: Guid::new(guid), kind, fields, tags, modified })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;
    use crate::apkg::facts::{COLLECTION_ENTRY, TABLES};

    /// A package with a collection of which `more` is true, and an entry besides it.
    fn package(more: &str, entry: &str) -> Cursor<Vec<u8>> {
        let [term, cloze] = Kind::ALL.map(|kind| kind.notetype().id);
        let mut database = Connection::open_in_memory().unwrap();
        database.execute_batch(TABLES).unwrap();
        for (id, notetype) in [(1, term), (2, cloze)] {
            let note = format!("INSERT INTO notes VALUES ({id}, 'g{id}', {notetype}, 1, -1, '', 'a', 0, 0, 0, '')");
            database.execute_batch(&note).unwrap();
        }
        database.execute_batch(more).unwrap();
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in [(COLLECTION_ENTRY, &*database.serialize(MAIN_DB).unwrap()), (entry, b"{}")] {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap()
    }

    #[test]
    fn what_anki_wrote_is_not_ours_even_with_our_notes() {
        assert!(is_ours(package("", "media")));
        for entry in facts::ENTRIES_OF_ANKI {
            assert!(!is_ours(package("", entry)), "{entry}");
        }
        for more in [
            "INSERT INTO notes VALUES (3, 'g3', 1342697561419, 1, -1, '', 'a', 0, 0, 0, '')",
            "INSERT INTO revlog VALUES (1, 1, -1, 3, 1, 1, 2500, 9000, 0)",
            "INSERT INTO cards VALUES (1, 1, 1, 0, 1, -1, 2, 2, 9, 9, 2500, 1, 0, 0, 0, 0, 0, '')",
            "DELETE FROM notes",
        ] {
            assert!(!is_ours(package(more, "media")), "{more}");
        }
        assert!(!is_ours(Cursor::new(b"essay".to_vec())));
    }
}
