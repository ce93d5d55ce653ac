//! The lock: what earlier exports remember of each entry. Empty for now.

/// What earlier exports remember.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {}
