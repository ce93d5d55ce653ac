//! Which files a package may replace: packages, and nothing that somebody wrote.

use std::fs;
use std::path::{Path, PathBuf};

use crate::apkg;
use crate::cli::stop::Stop;
use crate::cli::words::export as words;
use crate::model::config::Config;
use crate::read::LOCK_FILE;

/// Refuses a file that a package must not be written to; `notes`: the paths of the notes.
pub fn review(path: &Path, notes: &[PathBuf]) -> Result<(), Stop> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let is_named = |name: &str| [path, &real].iter().any(|path| path.file_name().is_some_and(|own| own == name));
    let shown = path.display().to_string();
    if [Config::FILE, LOCK_FILE].into_iter().any(is_named) {
        return Err(words::replaces_own_file(&shown).into());
    }
    if is_note(path, notes) || is_note(&real, notes) {
        return Err(words::replaces_notes(&shown).into());
    }
    if is_package(path) && is_package(&real) || !holds_other_things(&real) {
        return Ok(());
    }
    let better = if is_package(path) { &real } else { path }.with_extension(PACKAGE);
    Err(words::replaces_other_file(&shown, &better.display().to_string()).into())
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
    let held = || fs::read(path).ok().and_then(|bytes| apkg::read(&bytes).ok());
    is_filled && held().is_none_or(|held| held.is_empty())
}

fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_ascii_lowercase().to_string_lossy().into_owned()
}
