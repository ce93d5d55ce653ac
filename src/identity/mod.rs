//! Who is who: guids, and the lock that remembers them.

mod guid;
mod lock;

pub use guid::guid;
pub use lock::Lock;
