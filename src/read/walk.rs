//! Which files are notes: what git would see in a folder, and what is given by name.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::choice::Choice;
use super::decode::nfc;
use super::select::{MARKS_OF_REPOSITORY, Origin};
use super::{order, unreadable};
use crate::findings::{self, Diagnostic, Reason};
use crate::model::error::Error;

/// A path that was given, found to exist.
pub(super) struct Given {
    /// As it was given: for messages.
    pub path: PathBuf,
    /// Absolute, and as the user knows it: links are kept.
    pub place: PathBuf,
    /// Where it really is.
    pub real: PathBuf,
    /// What it is.
    pub kind: Kind,
}

/// What a path leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder, to be walked.
    Folder,
    /// Anything else that can be read.
    File,
}

/// A file to read.
pub(super) struct Found {
    /// Absolute, as the user knows it.
    pub place: PathBuf,
    /// Relative to the root, NFC, with `/`.
    pub path: String,
    /// How it was found.
    pub origin: Origin,
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
        let kind = if real.is_dir() { Kind::Folder } else { Kind::File };
        Ok(Self { path: path.to_owned(), place, real, kind })
    }
}

/// Finds the notes in `given`: in folders those that are chosen, and all that are named.
pub(super) fn walk(given: &[Given], root: &Path, choice: &Choice) -> Result<Walk, Error> {
    let mut walk = Walk { files: Vec::new(), unreadable: Vec::new() };
    for given in given {
        match given.kind {
            Kind::Folder => walk.folder(root, given, choice)?,
            Kind::File => walk.files.push(Found {
                place: given.place.clone(),
                path: relative(&given.place, root),
                origin: Origin::Named(given.path.clone()),
                real: given.real.clone(),
            }),
        }
    }
    walk.files.sort_by_cached_key(|file| order::key(&file.path));
    keep_one_of_each(&mut walk.files);
    walk.unreadable.sort_by(|a, b| a.path.cmp(&b.path));
    walk.unreadable.dedup();
    Ok(walk)
}

impl Walk {
    fn folder(&mut self, root: &Path, given: &Given, choice: &Choice) -> Result<(), Error> {
        // Like git, but for `.gitignore` outside of a repository too; ripgrep's `.ignore` is not git's.
        let mut builder = WalkBuilder::new(&given.place);
        builder.require_git(false).ignore(false);
        let (choice_of_folders, top) = (choice.clone(), given.place.clone());
        // A folder that is left out is not even looked into.
        builder.filter_entry(move |entry| entry.path() == top || !choice_of_folders.leaves_out(entry));
        let entries = builder.build();
        let mut tops = Tops::default();
        for entry in entries {
            match entry {
                Ok(entry) => {
                    let real = real_note(&entry, given).filter(|_| choice.takes(entry.path()));
                    self.files.extend(real.map(|real| Found {
                        place: entry.path().to_owned(),
                        path: relative(entry.path(), root),
                        origin: Origin::Walked {
                            inner: relative(entry.path(), &given.place),
                            at_top: tops.contains(entry.path(), root),
                        },
                        real,
                    }));
                }
                Err(error) => self.failed(root, given, error)?,
            }
        }
        Ok(())
    }

    fn failed(&mut self, root: &Path, given: &Given, error: ignore::Error) -> Result<(), Error> {
        let path = path_of(&error).unwrap_or(&given.place).to_owned();
        let source = error.into_io_error();
        let source = source.unwrap_or_else(|| io::Error::other("it cannot be walked"));
        if path == given.place {
            return Err(unreadable(&given.path, source));
        }
        let finding = findings::Unreadable { reason: Reason::of(&source) };
        let path = relative(&path, root);
        self.unreadable.push(Diagnostic::of_file(path, finding));
        Ok(())
    }
}

/// Whether folders are at the top of notes. It is looked up once for each of them.
#[derive(Default)]
struct Tops(BTreeMap<PathBuf, bool>);

impl Tops {
    /// Whether `file` is in the root, or in the root of a repository.
    fn contains(&mut self, file: &Path, root: &Path) -> bool {
        let folder = file.parent().unwrap_or(root);
        if let Some(known) = self.0.get(folder) {
            return *known;
        }
        let is_top = folder == root || MARKS_OF_REPOSITORY.iter().any(|mark| folder.join(mark).exists());
        self.0.insert(folder.to_owned(), is_top);
        is_top
    }
}

/// Where a walked entry really is, when it is a note: links to files are followed, links to folders are not.
fn real_note(entry: &DirEntry, given: &Given) -> Option<PathBuf> {
    if !is_markdown(entry.path()) {
        return None;
    }
    let kind = entry.file_type()?;
    if kind.is_file() {
        let inner = entry.path().strip_prefix(&given.place).ok()?;
        return Some(given.real.join(inner));
    }
    let target = entry.path().canonicalize().ok()?;
    (kind.is_symlink() && target.is_file()).then_some(target)
}

/// Whether a file has the name of notes.
pub(super) fn is_markdown(path: &Path) -> bool {
    let endings = ["md", "markdown"];
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Removes files that were found twice. Of a file and links to it, the file stays.
fn keep_one_of_each(files: &mut Vec<Found>) {
    // Of the same file, the one to keep first.
    let rank = |at: usize| {
        let file: &Found = &files[at];
        (&file.real, file.place != file.real, matches!(file.origin, Origin::Walked { .. }), at)
    };
    let mut by_file: Vec<usize> = (0..files.len()).collect();
    by_file.sort_by(|&a, &b| rank(a).cmp(&rank(b)));
    let mut keep = vec![true; files.len()];
    for pair in by_file.windows(2) {
        keep[pair[1]] = files[pair[0]].real != files[pair[1]].real;
    }
    let mut keep = keep.into_iter();
    files.retain(|_| keep.next().unwrap_or(true));
}

/// `path` from the root, NFC, with `/`; as it is when it is outside.
pub(super) fn relative(path: &Path, root: &Path) -> String {
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
