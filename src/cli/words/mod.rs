//! All that the program says, in English and Japanese: values in, texts out. Nothing is printed here.
//!
//! Words of findings are in `findings`, a file for each. Elsewhere in the program no text is written but the English
//! help, which the parser of arguments takes from the commands.

pub mod cards;
pub mod changes;
pub mod check;
pub mod count;
pub mod diff;
pub mod errors;
pub mod explain;
pub mod export;
pub mod findings;
pub mod help;
pub mod lock;
pub mod matching;
mod own_words;
pub mod reasons;
pub mod session;
pub mod settings;
pub mod templates;
pub mod topics;
pub mod usage;

use super::stop::Stop;

/// What is wrong with what the user asked for, and what to do about it.
pub struct Refusal {
    /// What is wrong, and where.
    pub wrong: String,
    /// What to do.
    pub help: String,
}

impl From<Refusal> for Stop {
    fn from(Refusal { wrong, help }: Refusal) -> Self {
        Self::Usage { wrong, help }
    }
}
