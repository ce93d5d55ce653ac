//! The root of the notes: the folder that their paths are relative to.

use std::path::{Path, PathBuf};

use super::decode::nfc;
use super::walk::{Given, Kind};
use crate::model::config::Config;

/// The name of the lock, which stands at the root.
pub const LOCK_FILE: &str = "soa-anki.lock";

/// Files that make their folder the root of the notes in and under it.
const MARKS: [&str; 2] = [Config::FILE, LOCK_FILE];

/// The root and what is named by it.
pub(super) struct Root {
    /// Absolute.
    pub folder: PathBuf,
    /// Its own name.
    pub name: String,
    /// See [`Notes::stem`](super::Notes::stem).
    pub stem: String,
}

impl Root {
    /// The nearest folder upward with one of the [`MARKS`], else the common parent of what was given.
    pub fn of(given: &[Given]) -> Self {
        let common = common_parent(given);
        let folder = marked(&common).map_or_else(|| common.clone(), Path::to_owned);
        let name = name_of(&folder);
        let stem = match given {
            [one] if one.kind == Kind::Folder => name_of(&one.place),
            [one] => stem_of(&one.place),
            _ => name.clone(),
        };
        Self { folder, name, stem }
    }
}

/// The deepest folder that everything given is in.
fn common_parent(given: &[Given]) -> PathBuf {
    let mut folders = given.iter().map(|given| match given.kind {
        Kind::Folder => &*given.place,
        Kind::File => given.place.parent().unwrap_or(&given.place),
    });
    let first = folders.next().unwrap_or(Path::new(""));
    let common = folders.fold(first, |common, folder| {
        let shared = common.ancestors().find(|above| folder.starts_with(above));
        // Only drives of Windows have nothing in common.
        shared.unwrap_or(common)
    });
    common.to_owned()
}

/// The nearest file upward from what was given that is called `name`.
pub(super) fn above(given: &[Given], name: &str) -> Option<PathBuf> {
    common_parent(given).ancestors().map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn marked(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|above| MARKS.iter().any(|mark| above.join(mark).is_file()))
}

/// The last part of a path; the top of a file system has none.
fn name_of(folder: &Path) -> String {
    let name = folder.file_name().map(|name| name.to_string_lossy());
    name.map_or_else(|| "notes".to_owned(), |name| nfc(&name))
}

fn stem_of(file: &Path) -> String {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy());
    stem.map_or_else(|| name_of(file), |stem| nfc(&stem))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn given(place: &str, kind: Kind) -> Given {
        Given { path: place.into(), place: place.into(), real: place.into(), kind }
    }

    fn folder(place: &str) -> Given {
        given(place, Kind::Folder)
    }

    fn file(place: &str) -> Given {
        given(place, Kind::File)
    }

    fn root(given: &[Given]) -> (String, String, String) {
        let root = Root::of(given);
        let folder = root.folder.to_str().unwrap().to_owned();
        (folder, root.name, root.stem)
    }

    fn strings(folder: &str, name: &str, stem: &str) -> (String, String, String) {
        (folder.into(), name.into(), stem.into())
    }

    #[test]
    fn one_folder_is_the_root() {
        let expected = strings("/no/aws.v2", "aws.v2", "aws.v2");
        assert_eq!(root(&[folder("/no/aws.v2")]), expected);
    }

    #[test]
    fn one_file_keeps_the_deck_of_its_folder_and_names_the_package() {
        let expected = strings("/no/aws", "aws", "ec2");
        assert_eq!(root(&[file("/no/aws/ec2.md")]), expected);
    }

    #[test]
    fn several_paths_have_their_common_parent() {
        let given = [file("/no/aws/a/ec2.md"), folder("/no/aws/ab")];
        assert_eq!(root(&given), strings("/no/aws", "aws", "aws"));
    }

    #[test]
    fn a_mark_above_is_the_root_but_does_not_name_the_package_of_a_part() {
        let top = tempfile::tempdir().unwrap();
        let top = top.path().join("学習");
        std::fs::create_dir_all(top.join("aws/deep")).unwrap();
        std::fs::write(top.join("soa-anki.toml"), "").unwrap();
        let (folder, name, stem) = root(&[folder(top.join("aws/deep").to_str().unwrap())]);
        assert_eq!(Path::new(&folder), top);
        assert_eq!((&*name, &*stem), ("学習", "deep"));
    }

    #[test]
    fn the_top_of_the_file_system_has_a_name_too() {
        assert_eq!(root(&[folder("/")]), strings("/", "notes", "notes"));
    }
}
