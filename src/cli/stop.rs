//! Why a command ends early. How that is said is in `words`.

use crate::Error;

/// Why a command ends early.
#[derive(Debug)]
pub enum Stop {
    /// Wrong usage: what is wrong, and what to do.
    Usage { wrong: String, help: String },
    /// Something could not be read or written.
    Failed(Error),
    /// None of the notes could be read, as was said.
    Unread,
    /// There are warnings, and `--deny-warnings` is set.
    Denied,
    /// `diff` found changes.
    Different,
    /// The reader of standard output has closed it.
    ClosedPipe,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}
