//! What is said, in English and Japanese: texts out of values, and nothing is printed here.

pub mod changes;
pub mod count;
pub mod errors;
pub mod help;
pub mod matching;
pub mod reasons;
pub mod settings;

use super::language::tr;

/// What the user knows standard output by.
pub fn stdout_name() -> String {
    tr!("standard output", "標準出力")
}
