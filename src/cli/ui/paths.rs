//! Paths and places in notes as they are shown: from the working folder, by file and line.

use std::env;
use std::path::Path;

use crate::Source;

/// A source, for showing places in it.
pub struct File {
    /// As it is shown.
    pub path: String,
    /// Offsets of its lines except the first, so that a line number needs no counting from the top.
    lines: Vec<usize>,
}

impl File {
    /// The places of a source.
    pub fn new(source: &Source, shown: &Shown) -> Self {
        let ends = memchr::memchr_iter(b'\n', source.text.as_bytes());
        Self { path: shown.path(&source.path), lines: ends.map(|at| at + 1).collect() }
    }

    /// The number of the line that `offset` is on, from 1.
    pub fn line(&self, offset: usize) -> usize {
        1 + self.lines.partition_point(|&start| start <= offset)
    }

    /// `file:line` of what begins at `offset`.
    pub fn place(&self, offset: usize) -> String {
        format!("{}:{}", self.path, self.line(offset))
    }
}

/// How the paths of notes are shown: as they can be opened from where the user is.
pub struct Shown {
    prefix: String,
}

impl Shown {
    /// From the working folder, for notes in `root`.
    pub fn new(root: &Path) -> Self {
        let here = env::current_dir().unwrap_or_default();
        let prefix = root.strip_prefix(here).unwrap_or(root);
        let prefix = prefix.to_string_lossy().replace('\\', "/");
        Self {
            prefix: match prefix.trim_end_matches('/') {
                "" if prefix.is_empty() => String::new(),
                trimmed => format!("{trimmed}/"),
            },
        }
    }

    /// The path of a note, from the working folder when it is in it.
    pub fn path(&self, path: &str) -> String {
        let shown = if Path::new(path).is_absolute() { path.to_owned() } else { format!("{}{path}", self.prefix) };
        printable(&shown)
    }
}

/// Where a file is, from the working folder when it is in it.
pub fn from_here(place: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    printable(&place.strip_prefix(here).unwrap_or(place).to_string_lossy())
}

/// A path without control characters, which could change the terminal.
fn printable(path: &str) -> String {
    path.replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_from_1() {
        let file = File { path: String::new(), lines: vec![4, 5] };
        assert_eq!([0, 3, 4, 5].map(|at| file.line(at)), [1, 1, 2, 3]);
    }

    #[cfg(unix)]
    #[test]
    fn paths_are_shown_from_the_working_folder() {
        let here = env::current_dir().unwrap();
        assert_eq!(Shown::new(&here).path("a.md"), "a.md");
        assert_eq!(Shown::new(&here.join("notes")).path("a/b.md"), "notes/a/b.md");
        assert_eq!(Shown::new(Path::new("/elsewhere")).path("a.md"), "/elsewhere/a.md");
        assert_eq!(Shown::new(Path::new("/")).path("a.md"), "/a.md");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_name_cannot_steer_the_terminal() {
        let shown = Shown::new(Path::new("/elsewhere"));
        assert_eq!(shown.path("a\u{1b}[2J.md"), "/elsewhere/a\u{fffd}[2J.md");
    }
}
