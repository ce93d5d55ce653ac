//! The fields of notes, by their names.

use soa_anki::{Html, Note, NoteKind};

/// What the field of this name holds.
pub fn field<'n>(note: &'n Note, name: &str) -> &'n Html {
    &note.fields[position(note.kind, name)]
}

/// The position of the field of this name.
pub fn position(kind: NoteKind, name: &str) -> usize {
    kind.notetype().fields.iter().position(|field| field.name == name).unwrap()
}
