//! Which file a reference leads to: beside the note, from the project's root, or by its name alone as in Obsidian.
//!
//! Nothing outside of the project's folder is ever found: notes of others may be read on a machine that holds secrets.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::embedded::from_percent;
use crate::findings::MediaFault;
use crate::findings::Reason;
use crate::markdown::is_named_like_media;
use crate::text::nearest;

/// What makes a folder the project's root, the surest first.
const MARKS: [&str; 2] = [".git", ".obsidian"];
/// Folders that hold no media of the author's.
const SKIPPED: [&str; 5] = [".git", ".obsidian", ".trash", "node_modules", "target"];
/// Most files that are looked through for a name: a whole disk would take minutes.
const MOST_FILES: usize = 100_000;

/// The folder of a project, as the user knows it.
pub(super) struct Project {
    /// The root of the notes.
    notes: PathBuf,
    /// The root of the project, which the notes' is or lies in.
    root: PathBuf,
    /// Where that really is; with links, it may be in two places.
    real: Vec<PathBuf>,
    /// The files of the project by their names without ending, in small letters: looked through when first asked for.
    files: Option<BTreeMap<String, Vec<PathBuf>>>,
    /// What is in folders that were looked into, by its composed names.
    names: BTreeMap<PathBuf, BTreeMap<String, OsString>>,
}

/// What is at a path.
enum There {
    /// This.
    Place(PathBuf),
    /// Nothing.
    Nothing,
    /// Something outside of the project, or it would be.
    Outside,
}

impl Project {
    /// The project that the notes in a folder belong to.
    pub fn of(notes: &Path) -> Self {
        let root = project_root(notes);
        let real = fs::canonicalize(notes).unwrap_or_else(|_| notes.to_owned());
        let real = BTreeSet::from([fs::canonicalize(&root).unwrap_or_else(|_| root.clone()), project_root(&real)]);
        Self { notes: notes.to_owned(), root, real: real.into_iter().collect(), files: None, names: BTreeMap::new() }
    }

    /// The file that `target` in the note at `path` leads to: where it really is.
    pub fn find(&mut self, path: &str, target: &str) -> Result<PathBuf, MediaFault> {
        let note = self.notes.join(path);
        let folder = note.parent().unwrap_or(&self.notes).to_owned();
        let spellings = spellings(target);
        let mut is_outside = false;
        for spelling in &spellings {
            for base in self.bases(&folder, spelling) {
                match self.at(&base, spelling.trim_start_matches('/')) {
                    There::Place(place) => return Ok(place),
                    There::Outside => is_outside = true,
                    There::Nothing => {}
                }
            }
        }
        if is_outside || self.is_absolute_outside(&spellings) {
            return Err(MediaFault::Outside);
        }
        let named = spellings.iter().find_map(|spelling| self.by_name(&folder, spelling));
        named.ok_or_else(|| MediaFault::Missing { meant: self.meant(&folder, &spellings) })
    }

    /// Folders that a target may begin in: the note's own, the project's, the notes', and all between.
    fn bases(&self, folder: &Path, spelling: &str) -> Vec<PathBuf> {
        let between = self.notes.ancestors().take_while(|above| above.starts_with(&self.root) && **above != *self.root);
        let shared = std::iter::once(&*self.root).chain(between).map(Path::to_owned);
        if let Some(absolute) = spelling.strip_prefix('/') {
            let inside = [&self.root, &self.notes].into_iter().any(|root| Path::new(spelling).starts_with(root));
            let whole = (inside && !absolute.is_empty()).then(|| PathBuf::from("/"));
            return shared.chain(whole).collect();
        }
        // `./` and `../` say where they begin.
        let beside = std::iter::once(folder.to_owned());
        if spelling.starts_with('.') { beside.collect() } else { beside.chain(shared).collect() }
    }

    fn at(&mut self, base: &Path, spelling: &str) -> There {
        let Some(path) = normalised(&base.join(spelling)).filter(|path| self.may_hold(path)) else {
            return There::Outside;
        };
        let found = if path.exists() { Some(path) } else { self.composed(&path) };
        let Some(place) = found.filter(|found| !found.is_dir()).and_then(|found| fs::canonicalize(found).ok()) else {
            return There::Nothing;
        };
        if self.real.iter().any(|root| place.starts_with(root)) { There::Place(place) } else { There::Outside }
    }

    /// Whether a path is in the project, as far as names go.
    fn may_hold(&self, path: &Path) -> bool {
        path.starts_with(&self.root) || path.starts_with(&self.notes)
    }

    /// The path of a file whose names are composed otherwise on the disk: が, or か with its mark.
    fn composed(&mut self, path: &Path) -> Option<PathBuf> {
        let inner = path.strip_prefix(&self.root).ok()?.to_owned();
        inner.components().try_fold(self.root.clone(), |folder, part| {
            let exact = folder.join(part);
            if exact.exists() {
                return Some(exact);
            }
            let wanted: String = part.as_os_str().to_str()?.nfc().collect();
            let names = self.names.entry(folder.clone()).or_insert_with(|| names(&folder));
            Some(folder.join(names.get(&wanted)?))
        })
    }

    /// Whether a target is a path of the whole system, and something is there.
    fn is_absolute_outside(&self, spellings: &[String]) -> bool {
        let exists = |path: &Path| path.is_absolute() && !self.may_hold(path) && path.exists();
        spellings.iter().any(|spelling| exists(Path::new(spelling)))
    }

    /// The nearest file of this name, or of the end of this path, anywhere in the project.
    fn by_name(&mut self, folder: &Path, spelling: &str) -> Option<PathBuf> {
        if spelling.starts_with(['.', '/']) {
            return None;
        }
        let wanted: Vec<String> = spelling.split('/').map(|part| part.nfc().collect()).collect();
        let ends = |file: &&PathBuf| {
            let parts =
                file.components().rev().map(|part| part.as_os_str().to_string_lossy().nfc().collect::<String>());
            wanted.iter().rev().eq(parts.take(wanted.len()).collect::<Vec<_>>().iter())
        };
        let found = self.alike(spelling).iter().filter(ends).min_by_key(|file| distance(folder, file)).cloned()?;
        match self.at(&found, "") {
            There::Place(place) => Some(place),
            There::Nothing | There::Outside => None,
        }
    }

    /// What was probably meant, as it would be written in a note of `folder`: only the case, the ending or the folder is
    /// another, or a letter or two of the name.
    fn meant(&mut self, folder: &Path, spellings: &[String]) -> Option<String> {
        let near = spellings.iter().find_map(|spelling| {
            let name = spelling.rsplit('/').next().unwrap_or_default().to_lowercase();
            let is_same =
                |file: &PathBuf| file.file_name().is_some_and(|own| own.to_string_lossy().to_lowercase() == name);
            let alike = self.alike(spelling).iter().filter(|file| is_named_like_media(&file.to_string_lossy()));
            alike.min_by_key(|file| (!is_same(file), distance(folder, file))).cloned()
        });
        let near = near.or_else(|| spellings.iter().find_map(|spelling| self.misspelt(folder, spelling)))?;
        Some(way(folder, &near))
    }

    /// The image, sound or video whose name is a slip away. Pictures are often numbered: another number is another one.
    fn misspelt(&self, folder: &Path, spelling: &str) -> Option<PathBuf> {
        let wanted = stem(spelling.rsplit('/').next().unwrap_or_default());
        let is_media = |file: &&PathBuf| is_named_like_media(&file.to_string_lossy());
        let files = self.files.as_ref()?;
        let named = files.iter().filter(|(_, files)| files.iter().any(|file| is_media(&file)));
        let alike = named.map(|(name, _)| name.as_str()).filter(|name| digits(name).eq(digits(&wanted)));
        let found = files.get(nearest(&wanted, alike)?)?;
        found.iter().filter(is_media).min_by_key(|file| distance(folder, file)).cloned()
    }

    /// The files of the project whose names differ in case and ending at most.
    fn alike(&mut self, spelling: &str) -> &[PathBuf] {
        let root = &self.root;
        let files = self.files.get_or_insert_with(|| files(root, MOST_FILES));
        files.get(&stem(spelling.rsplit('/').next().unwrap_or_default())).map_or(&[], Vec::as_slice)
    }
}

fn digits(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(char::is_ascii_digit)
}

/// The file in `folder` that a target leads to from there.
pub(super) fn inside(folder: &Path, target: &str) -> Result<PathBuf, MediaFault> {
    let root = fs::canonicalize(folder).map_err(|error| MediaFault::Unreadable { reason: Reason::of(&error) })?;
    let found = spellings(target).iter().find_map(|spelling| fs::canonicalize(root.join(spelling)).ok());
    match found {
        Some(place) if place.starts_with(&root) => Ok(place),
        Some(_) => Err(MediaFault::Outside),
        None => Err(MediaFault::Missing { meant: None }),
    }
}

/// The nearest folder upward with the surest mark; without one, the folder itself.
fn project_root(notes: &Path) -> PathBuf {
    let marked = |mark| notes.ancestors().find(|above| above.join(mark).exists());
    MARKS.into_iter().find_map(marked).unwrap_or(notes).to_owned()
}

/// What is in a folder, by its names as they are composed.
fn names(folder: &Path) -> BTreeMap<String, OsString> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.filter_map(|name| Some((name.to_str()?.nfc().collect(), name))).collect()
}

/// The files in a folder, `most` at most, by what their names have in common with those that differ in case and ending.
fn files(root: &Path, most: usize) -> BTreeMap<String, Vec<PathBuf>> {
    let mut found: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    let (mut folders, mut left) = (VecDeque::from([root.to_owned()]), most);
    while let Some(folder) = folders.pop_front() {
        let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().take(left).collect();
        left -= entries.len();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            // Of a link to a folder, what is in it is found where it really is.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && SKIPPED.contains(&name) => {}
                Ok(kind) if kind.is_dir() => folders.push_back(entry.path()),
                _ => found.entry(stem(name)).or_default().push(entry.path()),
            }
        }
    }
    found
}

/// A file's name without its ending, in small letters, composed.
fn stem(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.nfc().flat_map(char::to_lowercase).collect()
}

/// How an author may have written a path: as it is, with `%20` for a space, with what a browser leaves out, with
/// the separators of Windows.
fn spellings(target: &str) -> Vec<String> {
    let target = target.strip_prefix("file://").unwrap_or(target);
    let bare = &target[..target.find(['?', '#']).unwrap_or(target.len())];
    let mut spellings: Vec<String> = Vec::new();
    for written in [target, bare] {
        for spelling in [Some(written.to_owned()), percent_decoded(written), Some(written.replace('\\', "/"))] {
            spellings.extend(spelling.filter(|spelling| !spelling.is_empty()));
        }
    }
    let mut seen = BTreeSet::new();
    spellings.retain(|spelling| seen.insert(spelling.clone()));
    spellings
}

/// `text` with the bytes that its `%XX` stand for, if that is text.
fn percent_decoded(text: &str) -> Option<String> {
    String::from_utf8(from_percent(text)).ok()
}

/// A path without `.` and `..`. `None`: it leads above the top.
fn normalised(path: &Path) -> Option<PathBuf> {
    path.components().try_fold(PathBuf::new(), |mut done, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                done.file_name()?;
                done.pop();
            }
            _ => done.push(part),
        }
        Some(done)
    })
}

/// How far a file is from a folder, and what settles a draw: its depth, and its path.
fn distance<'f>(folder: &Path, file: &'f Path) -> (usize, usize, &'f Path) {
    let (from, to) = (folder.components().count(), file.components().count());
    (from + to - 2 * shared(folder, file), to, file)
}

/// How many folders two paths share.
fn shared(one: &Path, other: &Path) -> usize {
    one.components().zip(other.components()).take_while(|(one, other)| one == other).count()
}

/// The way from a folder to a file, as it is written in notes.
fn way(folder: &Path, file: &Path) -> String {
    let shared = shared(folder, file);
    let up = std::iter::repeat_n("..".to_owned(), folder.components().count() - shared);
    let down = file.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for path in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        folder
    }

    /// What `target` in `note` of the notes in `root` leads to, from the top of the folder.
    fn find(top: &Path, root: &str, note: &str, target: &str) -> Result<String, MediaFault> {
        let top = fs::canonicalize(top).unwrap();
        let found = Project::of(&top.join(root)).find(note, target)?;
        Ok(found.strip_prefix(&top).unwrap().to_str().unwrap().to_owned())
    }

    #[test]
    fn a_reference_begins_beside_the_note_or_at_the_projects_root() {
        let top = folder(&[".git/HEAD", "images/a.png", "articles/b.png", "articles/deep/c.png", "c.png"]);
        let at = |target: &str| find(top.path(), "articles", "deep/n.md", target).unwrap_or_default();
        assert_eq!(at("c.png"), "articles/deep/c.png");
        assert_eq!(at("./c.png"), "articles/deep/c.png");
        assert_eq!(at("../b.png"), "articles/b.png");
        assert_eq!(at("/images/a.png"), "images/a.png");
        assert_eq!(at("/b.png"), "articles/b.png");
        assert_eq!(at("images/a.png"), "images/a.png");
        assert_eq!(at("../../c.png"), "c.png");
        assert_eq!(at("a.png"), "images/a.png");
        assert_eq!(at("./a.png"), "");
        assert_eq!(at("HEAD"), "");
        let whole = fs::canonicalize(top.path()).unwrap().join("images/a.png");
        assert_eq!(at(whole.to_str().unwrap()), "images/a.png");
    }

    #[test]
    fn no_more_files_are_looked_at_than_are_allowed() {
        let top = folder(&["a/1.png", "a/2.png", "b/3.png", "b/4.png"]);
        let count = |most| files(top.path(), most).len();
        assert_eq!([2, 3, 4, 5, 6, 7].map(count), [0, 1, 2, 3, 4, 4]);
    }

    #[test]
    fn of_names_alike_the_one_that_differs_in_case_alone_was_meant() {
        let top = folder(&["a/Map.jpg", "b/c/MAP.png"]);
        let fault = find(top.path(), "", "a/n.md", "map.png").unwrap_err();
        assert!(format!("{fault:?}").contains("../b/c/MAP.png"), "{fault:?}");
    }

    #[test]
    fn spellings_of_a_name_lead_to_it() {
        let top = folder(&["my pic.png", "か\u{3099}/図.png", "100%.png", "a#b.png"]);
        let at = |target| find(top.path(), "", "n.md", target).unwrap_or_default();
        for target in ["my pic.png", "my%20pic.png", "my%20pic.png?raw=true", "my pic.png#x", ".\\my pic.png"] {
            assert_eq!(at(target), "my pic.png", "{target}");
        }
        for target in ["が/図.png", "%E3%81%8C/%E5%9B%B3.png", "か\u{3099}/図.png"] {
            assert_eq!(at(target), "か\u{3099}/図.png", "{target}");
        }
        assert_eq!((at("100%.png"), at("a#b.png")), ("100%.png".to_owned(), "a#b.png".to_owned()));
    }

    #[test]
    fn of_several_files_of_a_name_the_nearest_is_meant() {
        let top = folder(&["a/x/p.png", "a/y/p.png", "b/p.png", "b/z/p.png"]);
        let at = |note, target| find(top.path(), "", note, target).unwrap_or_default();
        assert_eq!(at("a/y/q/n.md", "p.png"), "a/y/p.png");
        assert_eq!(at("b/q/n.md", "p.png"), "b/p.png");
        assert_eq!(at("b/q/n.md", "x/p.png"), "a/x/p.png");
        assert_eq!(at("b/q/n.md", "w/p.png"), "");
    }

    #[test]
    fn nothing_outside_of_the_project_is_found() {
        let top = folder(&["secret.png", "project/.git/HEAD", "project/notes/n.md"]);
        let outside = |target| {
            let found = find(top.path(), "project/notes", "n.md", target);
            assert!(matches!(found, Err(MediaFault::Outside)), "{target}: {found:?}");
        };
        outside("../../secret.png");
        outside("%2e%2e/../secret.png");
        outside("../../missing.png");
        outside("../../../../../../../../../../etc/passwd");
        outside("/etc/passwd");
        outside("file:///etc/passwd");
        #[cfg(unix)]
        {
            let links = top.path().join("project/notes");
            std::os::unix::fs::symlink("../../secret.png", links.join("link.png")).unwrap();
            std::os::unix::fs::symlink("../..", links.join("up")).unwrap();
            outside("link.png");
            outside("up/secret.png");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_within_the_project_is_followed() {
        let top = folder(&["images/a.png", "notes/n.md"]);
        std::os::unix::fs::symlink("../images/a.png", top.path().join("notes/b.png")).unwrap();
        fs::create_dir(top.path().join(".git")).unwrap();
        assert_eq!(find(top.path(), "notes", "n.md", "b.png"), Ok("images/a.png".to_owned()));
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(top.path().join("notes"), elsewhere.path().join("linked")).unwrap();
        let mut linked = Project::of(&elsewhere.path().join("linked"));
        assert!(linked.find("n.md", "b.png").is_ok());
    }

    #[test]
    fn what_was_meant_is_guessed() {
        let top = folder(&["images/Cat.PNG", "images/dog.jpg", "images/dog.md"]);
        let meant = |target| match find(top.path(), "", "n/n.md", target) {
            Err(MediaFault::Missing { meant }) => meant.unwrap_or_default(),
            other => panic!("{target}: {other:?}"),
        };
        assert_eq!(meant("../images/cat.png"), "../images/Cat.PNG");
        assert_eq!(meant("dog.png"), "../images/dog.jpg");
        assert_eq!(meant("./Cat.PNG"), "../images/Cat.PNG");
        assert_eq!((meant("bird.png"), meant("")), (String::new(), String::new()));
    }
}
