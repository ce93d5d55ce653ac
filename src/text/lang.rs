//! The languages that the program speaks.

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Japanese.
    Ja,
}

/// Formats a message in a language: both are written side by side, with the same values in braces.
macro_rules! in_lang {
    ($lang:expr, $en:literal, $ja:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::En => format!($en),
            $crate::text::Lang::Ja => format!($ja),
        }
    };
}
pub(crate) use in_lang;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_in_the_language_that_is_asked_for() {
        let cards = 3;
        assert_eq!(in_lang!(Lang::En, "{cards} cards", "カード {cards} 枚"), "3 cards");
        assert_eq!(in_lang!(Lang::Ja, "{cards} cards", "カード {cards} 枚"), "カード 3 枚");
    }
}
