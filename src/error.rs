//! The world failing: what could not be read or written, and at which step.

use std::path::PathBuf;
use std::{fmt, io};

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
    #[error("{}: cannot {step}: {}", path.display(), Reason::of(source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        step: Step,
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
    #[error("cannot write the package: {}", Reason::of(.0))]
    Write(#[from] io::Error),
}

/// What was being done when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading notes, or what they refer to.
    Read,
    /// Writing a file.
    Write,
    /// Reading the lock.
    ReadLock,
    /// Writing the lock.
    WriteLock,
    /// Reading templates.
    ReadTemplates,
    /// Keeping the unfinished package.
    Spool,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::ReadLock => "read the lock",
            Self::WriteLock => "write the lock",
            Self::ReadTemplates => "read the templates",
            Self::Spool => "keep the unfinished package",
        })
    }
}

/// Why the system refused. It is shown in words that need no knowledge of the system, where there are some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it is.
    pub kind: io::ErrorKind,
    /// The system's words.
    pub words: String,
}

impl Reason {
    /// Why the system refused.
    pub fn of(error: &io::Error) -> Self {
        Self { kind: error.kind(), words: error.to_string() }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use io::ErrorKind as Kind;
        f.write_str(match self.kind {
            Kind::NotFound => "no such file or folder",
            Kind::PermissionDenied => "no permission",
            Kind::ReadOnlyFilesystem => "the disk is read-only",
            Kind::StorageFull | Kind::QuotaExceeded => "the disk is full",
            Kind::FileTooLarge => "the file is too large for this disk",
            Kind::BrokenPipe => "nobody reads it to its end",
            Kind::IsADirectory => "it is a folder",
            Kind::NotADirectory => "a part of the path is a file, not a folder",
            _ => &self.words,
        })
    }
}
