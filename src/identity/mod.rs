//! Who is who: guids, and the lock that remembers them.

pub mod lock;

pub use lock::Lock;
