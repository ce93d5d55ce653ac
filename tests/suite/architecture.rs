//! The rules of ARCHITECTURE.md that a person would forget: who may know what.

mod circles;
mod imports;
mod tokens;

use std::sync::LazyLock;

use crate::sources::sources;
use circles::circles;
use imports::{Import, imports};

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

/// The parts of the program, the lowest first, as the layers. A file belongs to the longest that fits.
const PARTS_OF_CLI: [&str; 8] = ["language", "stop", "words/count", "words", "ui", "session", "commands", "arguments"];

/// The first layer that may use the crate's face, as other programs do.
const FACE: usize = LAYERS.len() - 2;

/// Which module uses which.
static IMPORTS: LazyLock<Vec<Import>> = LazyLock::new(|| imports(sources("")));

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
    for import in &*IMPORTS {
        let Some(layer) = import.from.first() else { continue };
        let own = rank(layer).unwrap_or_else(|| panic!("src/{layer} is in no layer of this test"));
        let path = import.path.join("::");
        match import.to.first().and_then(|used| rank(used)) {
            Some(used) if used > own => wrong.push(format!("src/{} uses {path}, which is above {layer}", import.place)),
            _ if own < FACE && rank(&import.path[0]).is_none() => {
                wrong.push(format!("src/{} uses {path} by the crate's face: name its layer", import.place));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_folder_has_a_circle_among_its_parts() {
    let circles: Vec<String> =
        circles(&IMPORTS).iter().map(|(folder, circle)| format!("src/{folder}:\n{circle}")).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn no_part_of_the_program_uses_one_above_it() {
    let rank = |module: &str| {
        let fits = |part: &str| module == part || module.strip_prefix(part).is_some_and(|rest| rest.starts_with('/'));
        let parts = PARTS_OF_CLI.iter().enumerate().filter(|(_, part)| fits(part));
        parts.max_by_key(|(_, part)| part.len()).map(|(rank, _)| rank)
    };
    let below = |module: &[String]| module.strip_prefix(&["cli".to_owned()]).map(|rest| rest.join("/"));
    let mut wrong = Vec::new();
    for import in &*IMPORTS {
        let (Some(from), Some(to)) = (below(&import.from), below(&import.to)) else { continue };
        if from.is_empty() {
            continue;
        }
        let own = rank(&from).unwrap_or_else(|| panic!("src/cli/{from} is in no part of this test"));
        if rank(&to).is_none_or(|used| used > own) {
            wrong.push(format!("src/{} uses {}, which is above it", import.place, import.path.join("::")));
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
