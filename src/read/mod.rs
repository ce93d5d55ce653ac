//! Paths to sources: the only place that reads notes.
//!
//! It walks folders as git would, decodes (older encodings, too), and cuts off front matter; it knows
//! nothing of Markdown's blocks.

mod choice;
mod decode;
mod elsewhere;
mod encoding;
mod front_matter;
mod order;
mod root;
mod select;
mod walk;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::findings::{self, Binary, Diagnostic, Finding, Nature, Place, Reason};
use crate::model::directive::Directive;
use crate::model::error::{Error, Step};
pub use choice::Choice;
use decode::Decoded;
pub use root::LOCK_FILE;
use root::Root;
use select::{Candidate, Origin};
use walk::{Found, Given, Kind, Walk};

/// One Markdown file, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Relative to the root, NFC, with `/`: what identity, decks and messages use.
    pub path: String,
    /// The text: UTF-8 without BOM, NFC, lines ended by `\n`, no control characters but tab and `\n`.
    pub text: String,
    /// Where the text after the front matter begins, in bytes.
    pub body: usize,
    /// What the front matter says.
    pub front_matter: FrontMatter,
}

/// The part of a file's front matter that matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// What is told to this program under `soa`.
    pub soa: Directive,
    /// `title`.
    pub title: Option<String>,
    /// `soa`'s `deck`, else `deck`; levels joined by `::`.
    pub deck: Option<String>,
    /// `soa`'s `tags`, else `topics` and `tags`, in their order.
    pub tags: Vec<String>,
    /// `aliases`.
    pub aliases: Vec<String>,
}

/// All notes of an export, read.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The folder that the sources' paths are relative to. Absolute.
    pub root: PathBuf,
    /// The root's name: the top deck's, unless the user chooses another.
    pub name: String,
    /// What a file made of these notes is best called, without its ending: as the one path
    /// that was given, else as the root. (A part of the notes must not replace the whole.)
    pub stem: String,
    /// The folders that were looked into, as [`Source::path`]: the root itself is empty.
    pub folders: Vec<String>,
    /// In natural order: `2-x` before `10-x`, the same on every system.
    pub sources: Vec<Source>,
    /// What could not be read, or not as it was meant. In the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the notes that `paths` name: files, whatever their ending, and folders with all
/// `.md` and `.markdown` files in them that git would not ignore. Files in folders that are not notes (a README
/// above them, templates) are left out, each with a diagnostic.
///
/// A file that two paths lead to is read once. A file that is not text is a diagnostic and stops
/// nothing.
///
/// # Errors
///
/// When a path does not exist or cannot be read, and when there are no notes.
pub fn read(paths: &[PathBuf]) -> Result<Notes, Error> {
    read_chosen(paths, &Choice::default())
}

/// The same, of folders only what `choice` takes.
///
/// # Errors
///
/// The same.
pub fn read_chosen(paths: &[PathBuf], choice: &Choice) -> Result<Notes, Error> {
    let given = given(paths)?;
    let Root { folder, name, stem } = Root::of(&given);
    let walked = walk::walk(&given, &folder, choice)?;
    if let ([], [], Some(path)) = (&*walked.files, &*walked.unreadable, paths.first()) {
        return Err(Error::NoNotes(path.clone()));
    }
    let (sources, diagnostics) = read_all(walked)?;
    let folders = given.iter().filter(|given| given.kind == Kind::Folder);
    let folders = folders.map(|given| walk::relative(&given.place, &folder)).collect();
    Ok(Notes { root: folder, name, stem, folders, sources, diagnostics })
}

/// The root of the notes that `paths` name, without a look into any of them. Absolute.
///
/// # Errors
///
/// When a path does not exist.
pub fn root(paths: &[PathBuf]) -> Result<PathBuf, Error> {
    Ok(Root::of(&given(paths)?).folder)
}

/// The nearest file upward from `paths` that is called so.
///
/// # Errors
///
/// When a path does not exist.
pub fn above(paths: &[PathBuf], name: &str) -> Result<Option<PathBuf>, Error> {
    Ok(root::above(&given(paths)?, name))
}

fn given(paths: &[PathBuf]) -> Result<Vec<Given>, Error> {
    paths.iter().map(|path| Given::new(path)).collect()
}

/// Reads files in parallel; the answer is in their order.
fn read_all(walked: Walk) -> Result<(Vec<Source>, Vec<Diagnostic>), Error> {
    let read = walked.files.into_par_iter().map(read_file);
    let read: Vec<Result<Candidate, Box<Diagnostic>>> = read.collect::<Result<_, Error>>()?;
    let candidates: Vec<&Candidate> = read.iter().flatten().collect();
    let mut reasons = select::reasons(&candidates).into_iter();
    let mut sources = Vec::new();
    let mut diagnostics = walked.unreadable;
    for read in read {
        match read.map(|candidate| (candidate, reasons.next().flatten())) {
            // What is wrong in it is no concern then.
            Ok((Candidate { source, .. }, Some(reason))) => {
                diagnostics.push(Diagnostic::of_file(source.path, findings::LeftOut { reason }));
            }
            Ok((candidate, None)) => {
                sources.push(candidate.source);
                diagnostics.extend(candidate.diagnostics);
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    Ok((sources, diagnostics))
}

/// The text of a file, or why there is none. An error where a file has no text that was asked for by name.
fn read_file(found: Found) -> Result<Result<Candidate, Box<Diagnostic>>, Error> {
    let skipped = |path, finding| Err(Box::new(Diagnostic::of_file(path, finding)));
    let bytes = match fs::read(&found.place) {
        Ok(bytes) => bytes,
        Err(error) => {
            return match found.origin {
                // What the user asked for by name is not passed over.
                Origin::Named(path) => Err(unreadable(&path, error)),
                Origin::Walked { .. } => {
                    Ok(skipped(found.path, findings::Unreadable { reason: Reason::of(&error) }.into()))
                }
            };
        }
    };
    Ok(match decode::decode(bytes) {
        Ok(decoded) => {
            let (source, diagnostics) = parse(found.path, decoded);
            Ok(Candidate { origin: found.origin, source, diagnostics })
        }
        Err(Finding::Binary(Binary { offset, nature: Nature::Other })) if walk::is_markdown(&found.place) => {
            skipped(found.path, Binary { offset, nature: Nature::NamedAsNote }.into())
        }
        Err(finding) => skipped(found.path, finding),
    })
}

/// The source of a decoded file. It never fails: bad front matter is only a diagnostic.
fn parse(path: String, decoded: Decoded) -> (Source, Vec<Diagnostic>) {
    let text = decoded.text;
    let converted = decoded.from.map(|from| Diagnostic::of_file(path.clone(), findings::Converted { from }));
    let cut = front_matter::cut(&text);
    let problems = cut.problems.into_iter().map(|(finding, span)| Diagnostic {
        path: path.clone(),
        place: Some(Place::new(&text, span)),
        finding,
    });
    let diagnostics = converted.into_iter().chain(problems).collect();
    (Source { path, text, body: cut.body, front_matter: cut.front_matter }, diagnostics)
}

fn unreadable(path: &Path, source: io::Error) -> Error {
    Error::Io { path: path.to_owned(), step: Step::Read, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::Files;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn paths(notes: &Notes) -> Vec<&str> {
        notes.sources.iter().map(|source| &*source.path).collect()
    }

    #[test]
    fn a_folder_is_walked_as_git_would() {
        let folder = folder(&[
            (".gitignore", b"drafts/\n"),
            ("a.md", b"a"),
            ("B.MARKDOWN", b"b"),
            ("c.txt", b"c"),
            ("drafts/d.md", b"d"),
            (".obsidian/e.md", b"e"),
            ("sub/f.Md", b"f"),
        ]);
        let notes = read(&[folder.path().to_owned()]).unwrap();
        assert_eq!(paths(&notes), ["a.md", "B.MARKDOWN", "sub/f.Md"]);
    }

    #[test]
    fn of_a_folder_what_is_chosen_is_read_and_all_that_is_named() {
        let folder = folder(&[
            (".gitignore", b"ignored/\n"),
            ("a.md", b"a"),
            ("drafts/b.md", b"b"),
            ("drafts/deep/c.md", b"c"),
            ("ignored/d.md", b"d"),
        ]);
        let read = |include: &[&str], exclude: &[&str], named: &str| {
            let words = |list: &[&str]| list.iter().map(|&pattern| pattern.to_owned()).collect();
            let choice = Choice::new(folder.path(), &Files { include: words(include), exclude: words(exclude) });
            let notes = read_chosen(&[folder.path().join(named)], &choice).unwrap();
            paths(&notes).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(read(&[], &[], ""), ["a.md", "drafts/b.md", "drafts/deep/c.md"]);
        assert_eq!(read(&["drafts/"], &["deep/"], ""), ["drafts/b.md"]);
        assert_eq!(read(&["*.md"], &["drafts/"], ""), ["a.md"]);
        assert_eq!(read(&["drafts/**/c.md"], &[], ""), ["drafts/deep/c.md"]);
        assert_eq!(read(&[], &["drafts/"], "drafts/b.md"), ["b.md"]);
    }

    #[test]
    fn a_folder_that_is_itself_ignored_is_read_when_it_is_named() {
        let folder = folder(&[(".gitignore", b"notes/\n"), ("notes/a.md", b"a")]);
        let notes = read(&[folder.path().join("notes")]).unwrap();
        assert_eq!(paths(&notes), ["a.md"]);
    }

    #[test]
    fn a_named_file_is_read_whatever_its_ending_and_once() {
        let folder = folder(&[("a.txt", b"a"), ("b.md", b"b")]);
        let named = folder.path().join("a.txt");
        let again = folder.path().join("./a.txt");
        let notes = read(&[folder.path().to_owned(), named, again]).unwrap();
        assert_eq!(paths(&notes), ["a.txt", "b.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_note_is_read_unless_the_note_is_there_too() {
        use std::os::unix::fs::symlink;
        let outside = folder(&[("x.md", b"x")]);
        let folder = folder(&[("z.md", b"z")]);
        symlink("z.md", folder.path().join("a.md")).unwrap();
        symlink(outside.path().join("x.md"), folder.path().join("y.md")).unwrap();
        symlink(outside.path(), folder.path().join("linked")).unwrap();
        let notes = read(&[folder.path().to_owned()]).unwrap();
        assert_eq!(paths(&notes), ["y.md", "z.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_folder_is_read_under_the_name_it_was_given() {
        let real = folder(&[("deep/x.md", b"x")]);
        let folder = folder(&[]);
        let link = folder.path().join("aws");
        std::os::unix::fs::symlink(real.path(), &link).unwrap();
        let notes = read(&[link]).unwrap();
        assert_eq!((&*notes.name, paths(&notes)), ("aws", vec!["deep/x.md"]));
    }

    #[test]
    fn a_path_that_is_not_there_is_an_error() {
        let folder = folder(&[]);
        let missing = folder.path().join("missing");
        let error = read(std::slice::from_ref(&missing)).unwrap_err();
        assert!(matches!(error, Error::NotFound(path) if path == missing));
    }

    #[test]
    fn a_folder_without_notes_is_an_error() {
        let folder = folder(&[("a.txt", b"a")]);
        let error = read(&[folder.path().to_owned()]).unwrap_err();
        assert!(matches!(error, Error::NoNotes(_)));
    }

    #[test]
    fn what_is_not_text_is_told_and_skipped() {
        let folder = folder(&[("a.md", b"a\0b"), ("b.md", b"b \x83\xFF"), ("c.md", b"---\ntitle: a: b\n---\nc")]);
        let notes = read(&[folder.path().to_owned()]).unwrap();
        assert_eq!(paths(&notes), ["c.md"]);
        let told = |at: usize| (&*notes.diagnostics[at].path, &notes.diagnostics[at].finding);
        assert_eq!(told(0), ("a.md", &Binary { offset: 1, nature: Nature::NamedAsNote }.into()));
        let byte = findings::NotUtf8 { offset: 2, byte: 0x83 }.into();
        assert_eq!(told(1), ("b.md", &byte));
        assert_eq!(notes.diagnostics[2].finding.code(), "W-front-matter");
        assert_eq!(notes.diagnostics[2].place.as_ref().unwrap().line, 2);
    }

    #[test]
    fn decomposed_file_names_become_nfc() {
        let folder = folder(&[("ほ\u{309a}.md", b"a")]);
        let notes = read(&[folder.path().to_owned()]).unwrap();
        assert_eq!(paths(&notes), ["ぽ.md"]);
    }
}
