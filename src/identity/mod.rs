//! Who is who: guids, the lock that remembers them, and the matching of today with it.

// Hash maps are only looked up here: their order reaches nothing.
#![allow(clippy::disallowed_types)]

mod base64;
mod deletion;
mod guid;
mod hash;
mod key;
mod lock;
mod lockfile;
mod matching;
mod sketch;

pub use deletion::{labels, number};
pub use guid::{Guids, guid, guid_of_id};
pub use lock::{Content, Deletion, Lock, Record, Stamp};
pub use matching::{Match, Matching, Step, Subject, identify};
pub use sketch::Sketch;
