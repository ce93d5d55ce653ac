//! The files beside the notes of a package. How they are found is not known here.

use std::path::PathBuf;

/// A file that a package holds beside the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Its name in Anki, by which fields refer to it.
    pub name: String,
    /// Where it was found.
    pub path: PathBuf,
    /// Its size, in bytes.
    pub size: u64,
    /// What is in it.
    pub content: Content,
}

/// What a file of a package holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// What the file at its path holds: its SHA-256.
    OfFile([u8; 32]),
    /// This.
    Bytes(Vec<u8>),
}
