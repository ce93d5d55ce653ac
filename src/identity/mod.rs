//! Who is who: guids, and the lock that remembers them.

mod guid;
mod lock;

pub use guid::{guid, guid_of_id};
pub use lock::Lock;
