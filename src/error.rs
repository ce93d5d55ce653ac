//! The world failing: what could not be read or written, and at which step.

use std::io;
use std::path::PathBuf;

use crate::identity::Damage;
use crate::template::Mistake;

/// Why the job could not be done. Wrong notes are never an error: see
/// [`Diagnostic`](crate::diagnostic::Diagnostic).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that was named does not exist.
    #[error("{}: no such file or folder", .0.display())]
    NotFound(PathBuf),
    /// There is no note in any of the paths that were named; this is the first.
    #[error("{}: no notes here", .0.display())]
    NoNotes(PathBuf),
    /// The system refused to read or write.
    #[error("{}: cannot {step}: {}", path.display(), reason(source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done, as a verb with its object.
        step: &'static str,
        /// The system's reason.
        source: io::Error,
    },
    /// Another export is writing the same file.
    #[error("{}: another export is writing this file; wait for it to end", .0.display())]
    Busy(PathBuf),
    /// The lock cannot be relied on. It is left as it is.
    #[error("{}:{}: {}", path.display(), damage.line, damage.fault)]
    Lock {
        /// The lock.
        path: PathBuf,
        /// What is wrong with it.
        damage: Damage,
    },
    /// A template that cards cannot be made with.
    #[error("{}:{}:{}: {}", path.display(), mistake.line, mistake.column, mistake.fault)]
    Template {
        /// Its file.
        path: PathBuf,
        /// What is wrong in it.
        mistake: Mistake,
    },
    /// A file among templates whose name says nothing.
    #[error("{}: no template has this name", path.display())]
    UnknownTemplate {
        /// The file.
        path: PathBuf,
        /// What it was probably to be called.
        meant: Option<&'static str>,
    },
    /// There is no template in this folder.
    #[error("{}: no templates here", .0.display())]
    NoTemplates(PathBuf),
    /// A file that was to be bundled is another one than a moment ago.
    #[error("{}: it changed while the package was made; export again", .0.display())]
    Changed(PathBuf),
    /// The database engine failed.
    #[error("cannot build the package's database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The zip archive could not be written.
    #[error("cannot write the package: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The package could not be written to.
    #[error("cannot write the package: {}", reason(.0))]
    Write(#[from] io::Error),
}

/// Why the system refused, in words that need no knowledge of it.
pub fn reason(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let words = match error.kind() {
        Kind::NotFound => "no such file or folder",
        Kind::PermissionDenied => "no permission",
        Kind::ReadOnlyFilesystem => "the disk is read-only",
        Kind::StorageFull | Kind::QuotaExceeded => "the disk is full",
        Kind::FileTooLarge => "the file is too large for this disk",
        Kind::BrokenPipe => "nobody reads it to its end",
        Kind::IsADirectory => "it is a folder",
        Kind::NotADirectory => "a part of the path is a file, not a folder",
        _ => return error.to_string(),
    };
    words.to_owned()
}
