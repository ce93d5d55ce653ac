//! How things are shown: in a terminal, and to other programs. Nothing here knows a command.

pub mod changes;
pub mod color;
pub mod console;
pub mod data;
pub mod difference;
pub mod excerpt;
pub mod findings;
pub mod help;
pub mod matching;
pub mod paths;
pub mod table;
mod wrap;
