//! The rules of ARCHITECTURE.md that a person would forget: who may know what.

use crate::sources::sources;

/// What may be named only in some parts of the program, and why.
const RULES: &[(&str, &[&str], &str)] = &[
    ("pulldown_cmark", &["markdown/"], "the parser is the dialect's; everyone else reads its tree"),
    ("rusqlite", &["apkg/", "model/error.rs"], "only the package knows the database"),
    ("zip::", &["apkg/", "model/error.rs"], "only the package knows the archive"),
    ("std::fs", &["read/", "media/", "apkg/", "cli/"], "effects are at the edge"),
    ("clap", &["cli/", "main.rs"], "the library has no command line"),
    ("println!", &["cli/"], "only the program prints"),
    ("SystemTime", &["cli/"], "the library is given the time"),
    ("Instant", &["cli/"], "the library is given the time"),
    ("std::env", &["cli/", "main.rs"], "the library is given what it needs"),
    ("HashMap", &["identity/"], "its order would reach the output"),
    ("HashSet", &["identity/"], "its order would reach the output"),
];

/// The layers, the lowest first: each may use those before it and no other.
const LAYERS: [&str; 15] = [
    "text",
    "lexicon",
    "findings",
    "markdown",
    "model",
    "read",
    "recognise",
    "compose",
    "media",
    "identity",
    "collect",
    "template",
    "apkg",
    "explain",
    "cli",
];

/// The longest function that fits a screen, in lines between its braces.
const LONGEST_FUNCTION: usize = 45;

#[test]
fn each_part_knows_only_what_is_its_own() {
    let mut wrong = Vec::new();
    for (path, text) in sources("") {
        for (word, allowed, why) in RULES {
            let mine = allowed.iter().any(|part| path.starts_with(part));
            if !mine && code(&text).any(|(_, line)| line.contains(word)) {
                wrong.push(format!("src/{path} names {word}: {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_layer_uses_one_above_it() {
    let rank = |layer: &str| LAYERS.iter().position(|known| *known == layer);
    let mut wrong = Vec::new();
    for (path, text) in sources("").filter(|(path, _)| path.contains('/')) {
        let layer = path.split('/').next().unwrap();
        let own = rank(layer).unwrap_or_else(|| panic!("src/{path} is in no layer of tests/architecture.rs"));
        for (number, line) in code(&text) {
            for (at, _) in line.match_indices("crate::") {
                let used: String = line[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if rank(&used).is_some_and(|used| used > own)
                    || (own < LAYERS.len() - 2 && !used.is_empty() && rank(&used).is_none())
                {
                    wrong.push(format!("src/{path}:{number} uses {used}, which stands above {layer}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_says_what_it_owns() {
    let silent: Vec<_> = sources("").filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "no `//!` at the top: {silent:?}");
}

#[test]
fn every_function_fits_a_screen() {
    let mut long = Vec::new();
    for (path, text) in sources("") {
        let mut open: Option<(usize, String, String)> = None;
        for (number, line) in code(&text) {
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            if let Some((start, name, edge)) = &open {
                if line == format!("{edge}}}") {
                    if number - start > LONGEST_FUNCTION {
                        long.push(format!("src/{path}:{start} {name}: {} lines", number - start));
                    }
                    open = None;
                }
            } else if line.trim_start().starts_with("fn ") || line.contains(" fn ") {
                open = (!line.ends_with(';') && !line.ends_with('}')).then(|| (number, line.trim().to_owned(), indent));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// The lines of code, with their numbers: no comments, and nothing from the unit tests on.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.take_while(|(_, line)| *line != "#[cfg(test)]").filter(|(_, line)| !line.trim_start().starts_with("//"))
}
