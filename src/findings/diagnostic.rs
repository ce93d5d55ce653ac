//! A finding with its place.

use super::{Finding, Place};

/// A place in the notes and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, relative to the root, with `/`; as given when it is outside.
    pub path: String,
    /// Where in it; `None` when it is about the whole file.
    pub place: Option<Place>,
    /// What it is.
    pub finding: Finding,
}

impl Diagnostic {
    /// A diagnostic about a whole file.
    pub fn of_file(path: String, finding: impl Into<Finding>) -> Self {
        Self { path, place: None, finding: finding.into() }
    }
}
