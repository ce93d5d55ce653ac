//! The zip archive: the database, the media, and the map from the archive's names to theirs.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};
use tempfile::SpooledTempFile;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, System};

use super::facts;
use crate::model::error::{Error, Step};
use crate::model::note::{Content, Media};

/// How hard the database is packed, of 1 to 9. Level 6, the usual one, makes packages smaller by a twentieth, and takes
/// twice the time: a quarter of an export.
const LEVEL: i64 = 3;
/// How much of an archive is kept in memory, in bytes; a larger one is in a file meanwhile.
const IN_MEMORY: usize = 4 * 1024 * 1024;
/// Bytes of a file that are copied at once.
const PIECE: usize = 64 * 1024;

/// Writes the archive of a database and of media to `to`.
///
/// It is made elsewhere first, since a zip is not written from its start to its end. Nothing of that is left behind,
/// however the program ends: the file has no name.
pub(super) fn write(database: &[u8], media: &[Media], to: &mut impl Write) -> Result<(), Error> {
    let mut archive = ZipWriter::new(Spool { file: SpooledTempFile::new(IN_MEMORY), failure: None });
    // Neither the clock nor the system that it is made on may reach the bytes.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .compression_level(Some(LEVEL));
    archive.start_file(facts::COLLECTION_ENTRY, options).map_err(spooling)?;
    archive.write_all(database).map_err(unspooled)?;
    archive.start_file(facts::MEDIA_ENTRY, options).map_err(spooling)?;
    archive.write_all(map(media).as_bytes()).map_err(unspooled)?;
    // Pictures and sounds are packed already.
    let stored = options.compression_method(CompressionMethod::Stored).compression_level(None);
    for (number, media) in media.iter().enumerate() {
        archive.start_file(number.to_string(), stored).map_err(spooling)?;
        match &media.content {
            Content::Bytes(bytes) => archive.write_all(bytes).map_err(unspooled)?,
            Content::OfFile(digest) => copy(media, digest, &mut archive)?,
        }
    }
    let mut spool = archive.finish().map_err(spooling)?;
    spool.failure.take().map_or(Ok(()), |error| Err(unspooled(error)))?;
    spool.file.rewind().map_err(unspooled)?;
    io::copy(&mut spool.file, to)?;
    to.flush()?;
    Ok(())
}

/// The map from the archive's names to those of the media, in their order.
fn map(media: &[Media]) -> String {
    let pairs = media.iter().enumerate();
    let pairs: Vec<String> =
        pairs.map(|(number, media)| format!("\"{number}\":{}", serde_json::Value::from(media.name.as_str()))).collect();
    format!("{{{}}}", pairs.join(","))
}

/// Copies a file piece by piece: its name is a hash of what it held, so that it must still hold that.
fn copy(media: &Media, digest: &[u8; 32], archive: &mut ZipWriter<Spool>) -> Result<(), Error> {
    let unreadable = |source| Error::Io { path: media.path.clone(), step: Step::Read, source };
    let mut file = File::open(&media.path).map_err(unreadable)?.take(media.size + 1);
    let (mut hash, mut piece) = (Sha256::new(), vec![0; PIECE]);
    loop {
        match file.read(&mut piece).map_err(unreadable)? {
            0 => break,
            length => {
                hash.update(&piece[..length]);
                archive.write_all(&piece[..length]).map_err(unspooled)?;
            }
        }
    }
    if hash.finalize()[..] == digest[..] { Ok(()) } else { Err(Error::Changed(media.path.clone())) }
}

/// What an archive is made in. A `ZipWriter` that cannot write also fails when it is dropped, and prints of it: so
/// a failure is kept to the end.
struct Spool {
    file: SpooledTempFile,
    failure: Option<io::Error>,
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failure.is_some() {
            return Ok(bytes.len());
        }
        self.file.write(bytes).or_else(|error| {
            self.failure = Some(error);
            Ok(bytes.len())
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Spool {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// A failure of the place that the archive is made in.
fn unspooled(source: io::Error) -> Error {
    Error::Io { path: tempfile::env::temp_dir(), step: Step::Spool, source }
}

fn spooling(error: ZipError) -> Error {
    match error {
        ZipError::Io(source) => unspooled(source),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_packed() {
        let mut out = Vec::new();
        write(&[0; 10_000], &[], &mut out).unwrap();
        assert!(out.len() < 1000, "{} bytes", out.len());
    }
}
