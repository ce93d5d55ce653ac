//! Which files are notes: what git would see in a folder, and what is given by name.

use std::io;
use std::path::{Component, Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::decode::nfc;
use super::{order, unreadable};
use crate::diagnostic::{Diagnostic, Finding};
use crate::error::{Error, reason};

/// A path that was given, found to exist.
pub(super) enum Given {
    /// A folder, to be walked.
    Folder {
        /// Absolute, and as the user knows it: links are kept.
        place: PathBuf,
        /// Where it really is.
        real: PathBuf,
    },
    /// Anything else that can be read.
    File {
        /// Absolute, and as the user knows it.
        place: PathBuf,
    },
}

/// A file to read.
pub(super) struct Found {
    /// Absolute, as the user knows it.
    pub place: PathBuf,
    /// Relative to the root, NFC, with `/`.
    pub path: String,
    /// Whether the user asked for this very file.
    pub named: bool,
    /// Where it really is: files are the same when this is.
    real: PathBuf,
}

/// What was found under all paths.
pub(super) struct Walk {
    /// Each once, in natural order.
    pub files: Vec<Found>,
    /// Folders that could not be looked into.
    pub unreadable: Vec<Diagnostic>,
}

impl Given {
    /// Looks at a path as the user gave it.
    pub fn new(path: &Path) -> Result<Self, Error> {
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound => Error::NotFound(path.to_owned()),
            _ => unreadable(path, source),
        };
        let real = path.canonicalize().map_err(failed)?;
        let above = |part| part == Component::ParentDir;
        let place = if path.components().any(above) {
            // Beyond a link, `..` is not the folder that the path's text says.
            real.clone()
        } else {
            std::path::absolute(path).map_err(failed)?
        };
        Ok(if real.is_dir() { Self::Folder { place, real } } else { Self::File { place } })
    }
}

/// Finds the notes in `given`.
pub(super) fn walk(given: &[Given], root: &Path) -> Result<Walk, Error> {
    let mut walk = Walk { files: Vec::new(), unreadable: Vec::new() };
    for given in given {
        match given {
            Given::Folder { place, real } => walk.folder(root, place, real)?,
            Given::File { place } => {
                let real = place.canonicalize();
                let real = real.map_err(|source| unreadable(place, source))?;
                walk.files.push(Found::new(root, place, real, Asked::ByName));
            }
        }
    }
    walk.files.sort_by_cached_key(|file| order::key(&file.path));
    keep_one_of_each(&mut walk.files);
    walk.unreadable.sort_by(|a, b| a.path.cmp(&b.path));
    walk.unreadable.dedup();
    Ok(walk)
}

/// How a file came to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    ByName,
    InFolder,
}

impl Walk {
    fn folder(&mut self, root: &Path, place: &Path, real: &Path) -> Result<(), Error> {
        // Like git, but for `.gitignore` outside of a repository too; ripgrep's `.ignore` is not git's.
        let entries = WalkBuilder::new(place).require_git(false).ignore(false).build();
        for entry in entries {
            match entry {
                Ok(entry) => {
                    if let Some(real) = real_note(&entry, place, real) {
                        let found = Found::new(root, entry.path(), real, Asked::InFolder);
                        self.files.push(found);
                    }
                }
                Err(error) => self.failed(root, place, error)?,
            }
        }
        Ok(())
    }

    fn failed(&mut self, root: &Path, place: &Path, error: ignore::Error) -> Result<(), Error> {
        let path = path_of(&error).unwrap_or(place).to_owned();
        let source = error.into_io_error();
        let source = source.unwrap_or_else(|| io::Error::other("it cannot be walked"));
        if path == place {
            return Err(unreadable(place, source));
        }
        let finding = Finding::Unreadable { reason: reason(&source) };
        let path = relative(&path, root);
        self.unreadable.push(Diagnostic::of_file(path, finding));
        Ok(())
    }
}

impl Found {
    fn new(root: &Path, place: &Path, real: PathBuf, asked: Asked) -> Self {
        Self { place: place.to_owned(), path: relative(place, root), named: asked == Asked::ByName, real }
    }

    /// Whether it stands where it really is.
    fn is_itself(&self) -> bool {
        self.place == self.real
    }
}

/// Where a walked entry really is, when it is a note: links to files are followed, links to folders are not.
fn real_note(entry: &DirEntry, place: &Path, real: &Path) -> Option<PathBuf> {
    if !is_markdown(entry.path()) {
        return None;
    }
    let kind = entry.file_type()?;
    if kind.is_file() {
        let inner = entry.path().strip_prefix(place).ok()?;
        return Some(real.join(inner));
    }
    let target = entry.path().canonicalize().ok()?;
    (kind.is_symlink() && target.is_file()).then_some(target)
}

fn is_markdown(path: &Path) -> bool {
    let endings = ["md", "markdown"];
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Removes files that were found twice. Of a file and links to it, the file stays.
fn keep_one_of_each(files: &mut Vec<Found>) {
    let mut by_file: Vec<usize> = (0..files.len()).collect();
    by_file.sort_by(|&a, &b| {
        let key = |at: usize| (&files[at].real, !files[at].is_itself(), !files[at].named, at);
        key(a).cmp(&key(b))
    });
    let mut keep = vec![true; files.len()];
    for pair in by_file.windows(2) {
        keep[pair[1]] = files[pair[0]].real != files[pair[1]].real;
    }
    let mut keep = keep.into_iter();
    files.retain(|_| keep.next().unwrap_or(true));
}

/// `path` from the root, NFC, with `/`; as it is when it is outside.
fn relative(path: &Path, root: &Path) -> String {
    let Ok(inner) = path.strip_prefix(root) else {
        return nfc(&path.to_string_lossy());
    };
    let parts = inner.components();
    let parts: Vec<String> = parts.map(|part| nfc(&part.as_os_str().to_string_lossy())).collect();
    parts.join("/")
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
