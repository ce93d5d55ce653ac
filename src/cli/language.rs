//! The language of all that the program says: Japanese or English, both in one place for each message.

use std::env;
use std::sync::OnceLock;

use clap::ValueEnum;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    En,
    Ja,
}

/// One for the whole process, as its user is: it is chosen before anything is said.
static CHOSEN: OnceLock<Lang> = OnceLock::new();

/// Variables that tell the language, the first that is set counts.
const VARIABLES: [&str; 4] = ["SOA_ANKI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

impl Lang {
    /// The language that messages are in.
    pub fn current() -> Self {
        *CHOSEN.get().unwrap_or(&Self::En)
    }

    /// Speaks this language from now on, if none was chosen before.
    pub fn choose(self) {
        let _ = CHOSEN.set(self);
    }

    /// The language that the environment tells; English if it tells another or none.
    pub fn of_environment() -> Self {
        let set = VARIABLES.iter().filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty());
        set.map_or(Self::En, |locale| Self::of_locale(&locale))
    }

    fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") { Self::Ja } else { Self::En }
    }
}

/// A message in the language of the user: both are written side by side, with the same values in braces.
macro_rules! tr {
    ($en:literal, $ja:literal $(,)?) => {
        match $crate::cli::language::Lang::current() {
            $crate::cli::language::Lang::En => format!($en),
            $crate::cli::language::Lang::Ja => format!($ja),
        }
    };
}
pub(crate) use tr;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_tells_the_language() {
        for (locale, lang) in [
            ("ja_JP.UTF-8", Lang::Ja),
            ("ja", Lang::Ja),
            ("JA-jp", Lang::Ja),
            ("en_US.UTF-8", Lang::En),
            ("C", Lang::En),
            ("jam", Lang::En),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn english_is_spoken_until_another_is_chosen() {
        let cards = 3;
        assert_eq!(tr!("{cards} cards", "カード {cards} 枚"), "3 cards");
    }
}
