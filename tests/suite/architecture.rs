//! The rules of ARCHITECTURE.md that a person would forget: who may know what.

use std::collections::{BTreeMap, BTreeSet};

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

/// The parts of the program, the lowest first: each may use those before it. A file belongs to the longest that fits.
const PARTS_OF_CLI: [&str; 10] =
    ["language", "stop", "words/count", "words/system", "messages", "words", "ui", "session", "commands", "arguments"];

#[test]
fn no_part_of_the_program_uses_one_above_it() {
    let rank = |module: &str| {
        let fits = |part: &str| module == part || module.strip_prefix(part).is_some_and(|rest| rest.starts_with('/'));
        let parts = PARTS_OF_CLI.iter().enumerate().filter(|(_, part)| fits(part));
        parts.max_by_key(|(_, part)| part.len()).map(|(rank, _)| rank)
    };
    for (module, used) in uses("cli") {
        let own = rank(&module).unwrap_or_else(|| panic!("src/cli/{module} is in no part of tests/architecture.rs"));
        for used in used {
            assert!(rank(&used).is_some_and(|used| used <= own), "src/cli/{module} uses {used}, which stands above it");
        }
    }
}

#[test]
fn no_module_of_the_program_uses_itself_by_way_of_others() {
    let mut uses = uses("cli");
    // What uses none of the rest is in no circle: taken away again and again, until there is nothing or a circle.
    while let Some(module) = uses.iter().find(|(_, used)| used.is_empty()).map(|(module, _)| module.clone()) {
        uses.remove(&module);
        for used in uses.values_mut() {
            used.remove(&module);
        }
    }
    assert!(uses.is_empty(), "a circle is among {uses:#?}");
}

/// The modules of a folder of `src` by their path in it, each with those that it uses; the folder's own `mod.rs` aside.
fn uses(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let texts: BTreeMap<String, String> = sources(folder)
        .filter_map(|(path, text)| {
            let module = path.strip_prefix(&format!("{folder}/"))?.trim_end_matches(".rs").trim_end_matches("/mod");
            (module != "mod").then(|| (module.to_owned(), code(&text).map(|(_, line)| line).collect()))
        })
        .collect();
    let known = |module: &str| texts.contains_key(module);
    texts.iter().map(|(module, text)| (module.clone(), used(folder, module, text, &known))).collect()
}

/// The modules that `module` names by a path from `crate`, from its parent or from itself, and those that it holds.
fn used(folder: &str, module: &str, text: &str, known: &dyn Fn(&str) -> bool) -> BTreeSet<String> {
    let parent = module.rsplit_once('/').map_or("", |(parent, _)| parent);
    let starts = [(format!("crate::{folder}::"), ""), ("super::".to_owned(), parent), ("self::".to_owned(), module)];
    let mut found = BTreeSet::new();
    for (start, base) in starts {
        for (at, _) in text.match_indices(&start) {
            found.extend(named(&text[at + start.len()..]).iter().map(|path| deepest(base, path, known)));
        }
    }
    for (at, _) in text.match_indices("mod ") {
        let name = text[at + 4..].split(';').next().unwrap_or_default();
        found.extend(Some(format!("{module}/{name}")).filter(|held| known(held)));
    }
    found.remove(module);
    found.remove("");
    found
}

/// The paths that a text begins with: `a::b::{c, d::e}` are two.
fn named(text: &str) -> Vec<String> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let path = &text[..text.find(|c| !is_path(c)).unwrap_or(text.len())];
    match text[path.len()..].strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((inside, _)) => inside.split(',').map(|one| format!("{path}{}", one.trim())).collect(),
        None => vec![path.to_owned()],
    }
}

/// The module deepest in `path` from `base`: the rest of it names what is in there.
fn deepest(base: &str, path: &str, known: &dyn Fn(&str) -> bool) -> String {
    let mut module = base.to_owned();
    for name in path.split("::") {
        let next = if module.is_empty() { name.to_owned() } else { format!("{module}/{name}") };
        if !known(&next) {
            break;
        }
        module = next;
    }
    module
}
