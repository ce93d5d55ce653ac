//! What commands begin with: choices, notes, the lock, and the files to write.

pub mod choices;
pub mod clock;
pub mod environment;
pub mod layers;
pub mod look;
pub mod output;
pub mod overwrite;
pub mod remembered;
pub mod study;
