//! What the codes of findings mean.

use crate::cli::language::Lang;
use crate::findings::codes::{Code, Words};

/// What a code means, in the language of the user.
pub fn words(code: &Code) -> Words {
    match Lang::current() {
        Lang::En => code.en,
        Lang::Ja => code.ja,
    }
}
