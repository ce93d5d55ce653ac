//! Notes as lines that know who they are, whatever becomes of their text and of their place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use soa_anki::{FrontMatter, Notes, Source, read};

use super::random::Random;
use super::words;

/// A line of the notes. Edited or moved, it stays the same line; a copy of it is another one.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: u32,
    pub text: String,
}

/// A file of the notes.
#[derive(Clone, Debug)]
pub struct Page {
    pub path: String,
    pub front_matter: FrontMatter,
    /// How many lines the front matter takes.
    pub front: usize,
    pub lines: Vec<Line>,
}

/// Something that was deleted, and may come back.
#[derive(Clone, Debug)]
pub struct Scrap {
    /// The line that it stood under.
    pub after: Option<u32>,
    pub lines: Vec<Line>,
}

/// All notes.
#[derive(Clone, Debug)]
pub struct Notebook {
    pub pages: Vec<Page>,
    pub scraps: Vec<Scrap>,
    /// Which line a line was copied from, at the end of all copying.
    pub copied: BTreeMap<u32, u32>,
    /// Headings of one text, in the course of time: where a heading goes, what it stood over belongs to the one above,
    /// and a new heading takes a part of that. The number is that of the first.
    pub heirs: BTreeMap<u32, u32>,
    /// Lines of what was invented. They read like each other, so that none is put in the place of another.
    pub newcomers: BTreeSet<u32>,
    invented: BTreeSet<String>,
    next: u32,
}

impl Notebook {
    /// The notes in a folder, or these files.
    pub fn read(paths: &[PathBuf]) -> Self {
        Self::of(read(paths).unwrap())
    }

    /// The notes in a folder, if it has any.
    pub fn try_read(folder: &Path) -> Option<Self> {
        read(&[folder.to_owned()]).ok().map(Self::of)
    }

    fn of(notes: Notes) -> Self {
        let mut notebook = Self {
            pages: Vec::new(),
            scraps: Vec::new(),
            copied: BTreeMap::new(),
            heirs: BTreeMap::new(),
            newcomers: BTreeSet::new(),
            invented: BTreeSet::new(),
            next: 0,
        };
        for source in notes.sources {
            let front = source.text[..source.body].matches('\n').count();
            let texts: Vec<&str> = source.text.strip_suffix('\n').unwrap_or(&source.text).split('\n').collect();
            let lines = texts.into_iter().map(|text| notebook.line(text)).collect();
            notebook.pages.push(Page { path: source.path, front_matter: source.front_matter, front, lines });
        }
        notebook
    }

    /// A new line.
    pub fn line(&mut self, text: impl Into<String>) -> Line {
        self.next += 1;
        Line { id: self.next, text: text.into() }
    }

    /// New lines that read like these.
    pub fn copies(&mut self, lines: &[Line]) -> Vec<Line> {
        let copy = |line: &Line| {
            let copy = self.line(line.text.clone());
            let root = self.copied.get(&line.id).copied().unwrap_or(line.id);
            self.copied.insert(copy.id, root);
            copy
        };
        lines.iter().map(copy).collect()
    }

    /// Something that was never in the notes: its name, and what there is to say of it.
    pub fn invent(&mut self, like: &str, random: &mut Random) -> (String, String) {
        loop {
            let (term, definition) = words::invention(like, random.below(1_000_000));
            let texts = self.pages.iter().flat_map(|page| &page.lines);
            let known = texts.into_iter().any(|line| line.text.contains(&term));
            if !known && self.invented.insert(definition.clone()) {
                return (term, definition);
            }
        }
    }

    /// From now on, two headings may be each other.
    pub fn inherit(&mut self, one: u32, other: u32) {
        let root = |line: u32| self.heirs.get(&line).copied().unwrap_or(line);
        let (to, from) = (root(one), root(other));
        for heir in self.heirs.values_mut().filter(|heir| **heir == from) {
            *heir = to;
        }
        self.heirs.extend([(one, to), (other, to)]);
    }

    /// The page and the position of a line.
    pub fn find(&self, id: u32) -> Option<(usize, usize)> {
        self.pages.iter().enumerate().find_map(|(page, lines)| {
            let at = lines.lines.iter().position(|line| line.id == id)?;
            Some((page, at))
        })
    }

    pub fn text(&self, id: u32) -> Option<&str> {
        self.find(id).map(|(page, at)| &*self.pages[page].lines[at].text)
    }

    pub fn text_mut(&mut self, id: u32) -> Option<&mut String> {
        let (page, at) = self.find(id)?;
        Some(&mut self.pages[page].lines[at].text)
    }

    /// In the order of paths, as far as that matters.
    pub fn sources(&self) -> Vec<Source> {
        self.pages.iter().map(Page::source).collect()
    }

    /// Writes all files into an empty folder.
    pub fn write(&self, folder: &Path) {
        for page in &self.pages {
            let path = folder.join(&page.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, page.source().text).unwrap();
        }
    }

    pub fn sort(&mut self) {
        self.pages.sort_by(|one, other| one.path.cmp(&other.path));
        self.pages.retain(|page| page.lines.len() > page.front);
    }
}

impl Page {
    fn source(&self) -> Source {
        let text: String = self.lines.iter().flat_map(|line| [&*line.text, "\n"]).collect();
        let body = self.lines[..self.front].iter().map(|line| line.text.len() + 1).sum();
        Source { path: self.path.clone(), text, body, front_matter: self.front_matter.clone() }
    }

    /// Which lines are of code, by position.
    pub fn code(&self) -> Vec<bool> {
        let mut fence: Option<&str> = None;
        let of = |line: &Line| {
            let text = line.text.trim_start();
            let mark = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark));
            let inside = fence.is_some() || mark.is_some();
            match (fence, mark) {
                (None, Some(mark)) => fence = Some(mark),
                (Some(open), Some(mark)) if open == mark => fence = None,
                _ => {}
            }
            inside
        };
        self.lines.iter().map(of).collect()
    }
}
