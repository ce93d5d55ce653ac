//! Notes that are edited as people edit them, by seed, with the truth about who is who.
//!
//! `notebook` is the notes as lines that know who they are; `edit` chooses edits and changes text, `moves`
//! changes what stands where, by `structure`; `words` knows how people write;
//! `history` compares exports with the truth, `table` counts.

#![allow(dead_code, reason = "each test program uses a part")]

pub mod edit;
pub mod history;
mod moves;
pub mod notebook;
pub mod random;
pub mod structure;
pub mod table;
pub mod words;
