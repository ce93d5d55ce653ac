//! The language of all that the program says: Japanese or English, both in one place for each message.

use std::env;
use std::ffi::OsString;
use std::sync::OnceLock;

use clap::ValueEnum;
use clap::builder::PossibleValue;

pub use crate::text::Lang;

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::En, Self::Ja]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::En => "en",
            Self::Ja => "ja",
        }))
    }
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

    /// The language that arguments tell, before they are looked at in earnest.
    pub fn told(arguments: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let arguments = arguments.into_iter().map(|argument| argument.to_string_lossy().into_owned());
        let mut arguments = arguments.take_while(|argument| argument != "--");
        let found = arguments.find(|argument| argument == "--lang" || argument.starts_with("--lang="))?;
        let value = found.strip_prefix("--lang=").map(str::to_owned).or_else(|| arguments.next())?;
        Self::from_str(&value, false).ok()
    }

    /// The language that the environment tells; English if it tells another or none.
    pub fn of_environment() -> Self {
        let set = VARIABLES.iter().filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty());
        set.or_else(of_system).map_or(Self::En, |locale| Self::of_locale(&locale))
    }

    fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") { Self::Ja } else { Self::En }
    }
}

/// The locale that the user chose in the settings of the system, where no variable tells it.
#[cfg(any(windows, target_os = "macos"))]
fn of_system() -> Option<String> {
    sys_locale::get_locale()
}

/// Other systems tell it by the variables alone.
#[cfg(not(any(windows, target_os = "macos")))]
fn of_system() -> Option<String> {
    None
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
    fn arguments_tell_the_language_wherever_they_stand() {
        let told = |line: &str| Lang::told(line.split(' ').map(OsString::from));
        assert_eq!(told("soa-anki cards --lang ja"), Some(Lang::Ja));
        assert_eq!(told("soa-anki --lang=en cards"), Some(Lang::En));
        assert_eq!(told("soa-anki cards -- --lang=ja"), None);
        assert_eq!(told("soa-anki cards --lang"), None);
        assert_eq!(told("soa-anki cards --lang fr"), None);
    }

    #[test]
    fn english_is_spoken_until_another_is_chosen() {
        let cards = 3;
        assert_eq!(tr!("{cards} cards", "カード {cards} 枚"), "3 cards");
    }
}
