//! The language of messages: English or Japanese, both written at the same place.

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

/// One for the whole process, set before any message.
static CHOSEN: OnceLock<Lang> = OnceLock::new();

/// Variables that set the language; the first one that is set counts.
const VARIABLES: [&str; 4] = [Lang::VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"];

impl Lang {
    /// The program's own variable.
    pub const VARIABLE: &str = "SOA_ANKI_LANG";

    /// The language that messages are in.
    pub fn current() -> Self {
        *CHOSEN.get().unwrap_or(&Self::En)
    }

    /// Sets the language of all messages, unless it was set before.
    pub fn choose(self) {
        let _ = CHOSEN.set(self);
    }

    /// The language of `--lang`, without parsing the other arguments.
    pub fn of_arguments(arguments: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let arguments = arguments.into_iter().map(|argument| argument.to_string_lossy().into_owned());
        let mut arguments = arguments.take_while(|argument| argument != "--");
        let found = arguments.find(|argument| argument == "--lang" || argument.starts_with("--lang="))?;
        let value = found.strip_prefix("--lang=").map(str::to_owned).or_else(|| arguments.next())?;
        Self::from_str(&value, false).ok()
    }

    /// The language that the environment sets; English if it sets another one or none.
    pub fn of_environment() -> Self {
        let set = VARIABLES.iter().filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty());
        set.or_else(of_system).map_or(Self::En, |locale| Self::of_locale(&locale))
    }

    /// What the program's own variable holds, if that is no language that messages are in.
    pub fn unknown_locale() -> Option<String> {
        let set = env::var(Self::VARIABLE).ok().filter(|locale| !locale.is_empty())?;
        let known = ["en", "ja", "C", "POSIX"].iter().any(|known| language(&set).eq_ignore_ascii_case(known));
        (!known).then_some(set)
    }

    fn of_locale(locale: &str) -> Self {
        if language(locale).eq_ignore_ascii_case("ja") { Self::Ja } else { Self::En }
    }
}

/// The language of a locale: `ja` of `ja_JP.UTF-8`.
fn language(locale: &str) -> &str {
    locale.split(['_', '-', '.', '@']).next().unwrap_or_default()
}

/// The locale in the settings of the system, where no variable sets it.
#[cfg(any(windows, target_os = "macos"))]
fn of_system() -> Option<String> {
    sys_locale::get_locale()
}

/// On other systems only the variables set it.
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
    fn a_locale_sets_the_language() {
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
    fn the_option_sets_the_language_wherever_it_is() {
        let of = |line: &str| Lang::of_arguments(line.split(' ').map(OsString::from));
        assert_eq!(of("soa-anki cards --lang ja"), Some(Lang::Ja));
        assert_eq!(of("soa-anki --lang=en cards"), Some(Lang::En));
        assert_eq!(of("soa-anki cards -- --lang=ja"), None);
        assert_eq!(of("soa-anki cards --lang"), None);
        assert_eq!(of("soa-anki cards --lang fr"), None);
    }

    #[test]
    fn messages_are_english_unless_another_language_is_set() {
        let cards = 3;
        assert_eq!(tr!("{cards} cards", "カード {cards} 枚"), "3 cards");
    }
}
