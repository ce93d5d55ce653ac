//! Why the system refused, in words that need no knowledge of the system.

use std::{fmt, io};

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
