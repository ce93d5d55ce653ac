//! The lock: what earlier exports remember of each entry. Empty for now.

/// What earlier exports remember.
#[derive(Clone, Debug, Default)]
pub struct Lock {}
