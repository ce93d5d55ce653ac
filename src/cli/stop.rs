//! Why a command ends early. It knows nothing of how that is said.

use crate::Error;

/// Why a command ends early.
#[derive(Debug)]
pub enum Stop {
    /// What was asked for makes no sense: what is wrong, and what to do.
    Usage { wrong: String, help: String },
    /// The world failed.
    Failed(Error),
    /// There are warnings, and the user denies them.
    Denied,
    /// There are differences, which was what was asked for.
    Different,
    /// Nobody reads the output any longer.
    ClosedPipe,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}
