//! Which files a package may replace: packages, and nothing that somebody wrote.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::BufReader;
use std::iter;
use std::path::{Path, PathBuf};

use crate::apkg;
use crate::cli::stop::Stop;
use crate::cli::words::export as words;
use crate::model::config::Config;
use crate::model::note::{Collection, Guid};
use crate::read::LOCK_FILE;

/// Refuses a file that a package must not be written to; `notes`: the paths of the notes.
pub fn review(path: &Path, notes: &[PathBuf]) -> Result<(), Stop> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let is_named = |name: &str| [path, &real].iter().any(|path| path.file_name().is_some_and(|own| own == name));
    let shown = path.display().to_string();
    if [Config::FILE, LOCK_FILE].into_iter().any(is_named) {
        return Err(words::replaces_own_file(&shown).into());
    }
    if is_package(path)
        && notes.iter().any(|note| is_package(note) && same_file::is_same_file(path, note).unwrap_or(false))
    {
        return Err(words::is_a_package(&shown).into());
    }
    if is_note(path, notes) || is_note(&real, notes) {
        return Err(words::replaces_notes(&shown).into());
    }
    if !holds_other_things(&real) {
        return Ok(());
    }
    Err(words::replaces_other_file(&shown, &free_name(path).display().to_string()).into())
}

/// Whether Anki takes a file for a package, by its name.
pub fn is_package(path: &Path) -> bool {
    ending(path) == PACKAGE
}

/// How the names of packages end.
const PACKAGE: &str = "apkg";

/// Whether writing to `path` would destroy notes.
fn is_note(path: &Path, notes: &[PathBuf]) -> bool {
    let named = |note| same_file::is_same_file(path, note).unwrap_or(false);
    matches!(&*ending(path), "md" | "markdown") || path.is_file() && notes.iter().any(named)
}

/// Whether a file is there that is neither empty nor a package of this program.
fn holds_other_things(path: &Path) -> bool {
    let is_filled = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > 0);
    is_filled && !File::open(path).is_ok_and(|file| apkg::is_ours(BufReader::new(file)))
}

/// Whether a package of this program holds some of the notes that are made now.
pub fn holds_some_of(path: &Path, made: &Collection) -> bool {
    let is_there = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > 0);
    let held = is_there.then(|| apkg::read(&fs::read(path).ok()?).ok()).flatten().unwrap_or_default();
    let held: BTreeSet<&Guid> = held.iter().map(|held| &held.guid).collect();
    made.notes.iter().any(|note| held.contains(&note.guid))
}

/// A name near `path` at which nothing is: `bio.apkg`, `bio-2.apkg`, …
fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let numbered = (2..).map(|number| path.with_file_name(format!("{stem}-{number}.{PACKAGE}")));
    let mut names = iter::once(path.with_extension(PACKAGE)).chain(numbered);
    names.find(|name| !name.exists()).unwrap_or_default()
}

fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_ascii_lowercase().to_string_lossy().into_owned()
}
