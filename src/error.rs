//! The world failing: what could not be read or written, and at which step.

use std::io;
use std::path::PathBuf;

/// Why the job could not be done. Wrong notes are never an error: see
/// [`Diagnostic`](crate::diagnostic::Diagnostic).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that was named does not exist.
    #[error("{}: no such file or folder", .0.display())]
    NotFound(PathBuf),
    /// The system refused to read or write.
    #[error("{}: cannot {step}: {source}", path.display())]
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
    /// SQLite failed.
    #[error("cannot build the package's database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The zip archive could not be written.
    #[error("cannot write the package: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The package could not be written to.
    #[error("cannot write the package: {0}")]
    Write(#[from] io::Error),
}
