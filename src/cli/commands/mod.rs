//! The commands, a file for each. None of them knows another.

pub mod cards;
pub mod check;
pub mod config;
pub mod diff;
pub mod explain;
pub mod export;
pub mod help;
pub mod lock;
pub mod templates;
