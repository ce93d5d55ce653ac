//! Which sources of earlier exports are there, but were not read this time.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::Notes;
use super::decode::nfc;
use crate::findings::{Diagnostic, Exclusion, Finding, LeftOut};

impl Notes {
    /// Those of `paths` that are files, and none of these sources: what stands in them has not left the notes. What an author
    /// skips has.
    ///
    /// A file that was renamed only in case, or to which a link of the old name leads, is among the sources, whatever it is called.
    pub fn elsewhere<'a>(&self, paths: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
        let read: BTreeSet<&str> = self.sources.iter().map(|source| &*source.path).collect();
        let mut others: Vec<&str> = paths.into_iter().collect();
        // Nearly all are next to their like: a lock is sorted.
        others.dedup();
        let others: BTreeSet<&str> =
            others.into_iter().filter(|path| !read.contains(path) && !self.is_skipped(path)).collect();
        let others: Vec<(&str, PathBuf)> =
            others.into_iter().filter_map(|path| Some((path, real(&self.root, path)?))).collect();
        if others.is_empty() {
            return BTreeSet::new();
        }
        let read: BTreeSet<PathBuf> = read.into_iter().filter_map(|path| real(&self.root, path)).collect();
        others.into_iter().filter(|(_, real)| !read.contains(real)).map(|(path, _)| path.to_owned()).collect()
    }

    /// Those of `paths` that are not there, and stand in none of the folders that were looked into: what stood in them may
    /// stand in a file now that was not read.
    pub fn beyond<'a>(&self, paths: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
        let mut others: Vec<&str> = paths.into_iter().filter(|path| !self.is_looked_for(path)).collect();
        others.dedup();
        let others = others.into_iter().filter(|path| real(&self.root, path).is_none());
        others.map(str::to_owned).collect()
    }

    /// Whether a file at `path` would be among those that were looked for.
    fn is_looked_for(&self, path: &str) -> bool {
        let holds = |folder: &String| {
            folder.is_empty() || path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        self.folders.iter().any(holds)
    }

    /// Whether the front matter of the file at `path` says that it makes no cards.
    pub fn is_skipped(&self, path: &str) -> bool {
        let skips = |found: &Diagnostic| {
            let Finding::LeftOut(LeftOut { reason }) = &found.finding else { return false };
            *reason == Exclusion::Skipped && found.path == path
        };
        self.diagnostics.iter().any(skips)
    }
}

/// Where the file at `path`, relative to `root` and in NFC, really is.
fn real(root: &Path, path: &str) -> Option<PathBuf> {
    let place = root.join(path);
    let real = fs::canonicalize(&place).ok().or_else(|| fs::canonicalize(composed_otherwise(root, path)?).ok())?;
    real.is_file().then_some(real)
}

/// A file whose name is `path` only when it is composed: some systems decompose names.
fn composed_otherwise(root: &Path, path: &str) -> Option<PathBuf> {
    if path.is_ascii() {
        return None;
    }
    path.split('/').try_fold(root.to_owned(), |folder, part| {
        let exact = folder.join(part);
        if exact.exists() {
            return Some(exact);
        }
        let mut entries = fs::read_dir(&folder).ok()?.flatten();
        entries.find(|entry| nfc(&entry.file_name().to_string_lossy()) == part).map(|entry| entry.path())
    })
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn what_is_there_and_was_not_read_is_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let file = |path: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "- a: b").unwrap();
        };
        for path in ["a/x.md", "a/new.md", "b/y.md", "b/か\u{3099}.md"] {
            file(path);
        }
        std::os::unix::fs::symlink("new.md", folder.path().join("a/old.md")).unwrap();
        fs::write(folder.path().join(crate::read::LOCK_FILE), "").unwrap();
        let notes = read(&[folder.path().join("a")]).unwrap();
        let known = ["a/x.md", "a/old.md", "a/gone.md", "b/y.md", "b/が.md", "b"];
        let elsewhere = notes.elsewhere(known);
        assert_eq!(elsewhere.into_iter().collect::<Vec<_>>(), ["b/y.md", "b/が.md"]);
        let gone = ["a/gone.md", "ab/gone.md", "b/gone.md", "b/y.md"];
        assert_eq!(notes.beyond(gone).into_iter().collect::<Vec<_>>(), ["ab/gone.md", "b/gone.md"]);
        let notes = read(&[folder.path().join("a/x.md")]).unwrap();
        assert_eq!(notes.beyond(gone).into_iter().collect::<Vec<_>>(), ["a/gone.md", "ab/gone.md", "b/gone.md"]);
        let notes = read(&[folder.path().to_owned()]).unwrap();
        assert!(notes.elsewhere(known).is_empty() && notes.beyond(gone).is_empty());
    }
}
