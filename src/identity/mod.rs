//! Who is who: guids, the lock that remembers them, and the matching of today's entries with it.
//!
//! It owns what makes an entry the same as before. It knows nothing of files, packages and the screen.

// Hash maps are only looked up here: their order reaches no output.
#![allow(clippy::disallowed_types)]

mod author_id;
mod base64;
mod deletion;
mod guid;
mod hash;
mod key;
mod lock;
mod lockfile;
mod matching;
mod sketch;
mod weights;

pub(crate) use author_id::author_id;
pub use deletion::{labels, number};
pub use guid::{Guids, guid, is_like_guid};
pub use lock::{Content, Deletion, Lock, Record, Stamp};
pub use matching::{
    Match, MatchStep, MatchTrace, Matching, Refusal, Rival, Ruling, Scores, Subject, Tracing, Verdict, identify,
};
pub use sketch::Sketch;
