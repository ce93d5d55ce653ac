//! Variables of the environment that are for this program, and say nothing to it.

use std::env;

use crate::cli::language::Lang;
use crate::cli::ui::console::Console;
use crate::cli::words::settings as words;
use crate::model::config::Key;
use crate::text::nearest;

use super::layers::variable;

/// Tells of each variable `SOA_ANKI_…` that there is not, and of a language that there is not: nothing fails for them, but
/// whoever set one waits for what it does.
pub fn review(console: &Console) {
    let known: Vec<String> = Key::all().map(variable).chain([Lang::VARIABLE.to_owned()]).collect();
    let set = env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
    let mut unknown: Vec<String> = set.filter(|name| name.starts_with("SOA_ANKI_") && !known.contains(name)).collect();
    unknown.sort();
    for name in unknown {
        let (wrong, help) = words::unknown_variable(&name, nearest(&name, known.iter().map(String::as_str)));
        console.advise(&wrong, &help);
    }
    if let Some(locale) = Lang::unknown_locale() {
        let (wrong, help) = words::unknown_language(Lang::VARIABLE, &locale);
        console.advise(&wrong, &help);
    }
}
