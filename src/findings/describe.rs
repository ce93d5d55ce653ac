//! What the file of a finding has to provide.

use super::codes::Code;
use crate::text::Lang;

/// A kind of finding: its code, and its message as a function of its values.
pub trait Describe {
    /// Every code that it may have, in the order of the documents: one, except where several share their values.
    const CODES: &'static [Code];

    /// The one that it has.
    fn code(&self) -> &'static Code {
        &Self::CODES[0]
    }

    /// What is wrong, and what to do: lower case, no full stop.
    fn message(&self, reader: &Reader<'_>) -> String;
}

/// Whom a message is for.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The language of the message.
    pub lang: Lang,
    /// How the reader knows a file, given its path from the root of the notes.
    pub path: &'a dyn Fn(&str) -> String,
}

impl Reader<'_> {
    /// How the reader knows a file.
    pub(super) fn path(&self, path: &str) -> String {
        (self.path)(path)
    }
}

/// The beginning of a text that a message quotes. An address may be a whole picture (`data:`).
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 100;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_cut() {
        assert_eq!(quoted(&"漢".repeat(100)), "漢".repeat(100));
        assert_eq!(quoted(&"漢".repeat(101)), "漢".repeat(100) + "…");
    }
}
