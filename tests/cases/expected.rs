//! Files that hold what is expected, and the difference from what happens.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::Failed;

/// Lines of both texts that are shown around a difference.
const AROUND: usize = 2;

/// The files of a folder of `tests/` with this ending, in order, each with its name less the ending.
///
/// # Panics
///
/// If there are none: a suite without cases would pass.
pub fn files(folder: &str, ending: &str) -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|own| own == ending));
    paths.sort();
    assert!(!paths.is_empty(), "no cases in {}", folder.display());
    paths.into_iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)).collect()
}

/// Compares a file with what it should hold. With `UPDATE_GOLDEN` set, writes that into the file.
pub fn compare(path: &Path, happened: &str) -> Result<(), Failed> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == happened {
        return Ok(());
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, happened)?;
        return Ok(());
    }
    let shown = difference(&expected, happened);
    Err(format!("{} differs (UPDATE_GOLDEN=1 rewrites it):\n{shown}", path.display()).into())
}

/// From the first line that differs to the last one: `-` what is expected, `+` what happened.
fn difference(expected: &str, happened: &str) -> String {
    let [old, new]: [Vec<&str>; 2] = [expected, happened].map(|text| text.split_inclusive('\n').collect());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let longest = old.len().min(new.len()) - start;
    let same = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count().min(longest);
    let (before, after) = (start.saturating_sub(AROUND), (old.len() - same + AROUND).min(old.len()));
    let lines = |sign: char, lines: &[&str]| -> Vec<String> {
        lines.iter().map(|line| format!("{sign} {}", line.trim_end_matches('\n'))).collect()
    };
    let parts = [
        lines(' ', &old[before..start]),
        lines('-', &old[start..old.len() - same]),
        lines('+', &new[start..new.len() - same]),
        lines(' ', &old[old.len() - same..after]),
    ];
    parts.concat().join("\n")
}
