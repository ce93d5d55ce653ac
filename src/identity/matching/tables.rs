//! Terms, headings and paths of them as numbers: what is compared often is compared as a number.
//!
//! It owns the tables and knows nothing of entries.

use crate::identity::hash::HashMap;
use std::cell::OnceCell;

use super::likeness::TermGrams;
use crate::identity::key::{information, key};

/// The number of a key.
pub(super) type NameId = usize;

/// The number of a path of names: a context, or a context with a term.
pub(super) type PathId = usize;

/// The empty path.
pub(super) const ROOT: PathId = 0;

/// The keys of all terms and headings, each once.
#[derive(Default)]
pub(super) struct NameTable<'a> {
    /// By the text as it is written, which spares making most keys.
    written: HashMap<&'a str, NameId>,
    by_key: HashMap<String, NameId>,
    grams: Vec<OnceCell<TermGrams>>,
    keys: Vec<String>,
}

impl<'a> NameTable<'a> {
    /// The number of the key of `text`.
    pub fn number(&mut self, text: &'a str) -> NameId {
        if let Some(&name) = self.written.get(text) {
            return name;
        }
        let key = key(text);
        let next = self.keys.len();
        let name = *self.by_key.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            self.grams.push(OnceCell::new());
            next
        });
        self.written.insert(text, name);
        name
    }

    /// The grams of a key.
    pub fn grams(&self, name: NameId) -> &TermGrams {
        self.grams[name].get_or_init(|| TermGrams::new(&self.keys[name]))
    }

    /// A key as text.
    pub fn key(&self, name: NameId) -> &str {
        &self.keys[name]
    }

    /// The information of a key, in letters of an alphabet.
    pub fn information(&self, name: NameId) -> f32 {
        information(&self.keys[name])
    }
}

/// All paths; each has a larger number than the one above it.
pub(super) struct PathTable {
    nodes: Vec<(PathId, NameId)>,
    below: HashMap<(PathId, NameId), PathId>,
}

impl PathTable {
    pub fn new() -> Self {
        Self { nodes: vec![(ROOT, NameId::MAX)], below: HashMap::default() }
    }

    /// The path of `name` below another.
    pub fn child(&mut self, above: PathId, name: NameId) -> PathId {
        *self.below.entry((above, name)).or_insert_with(|| {
            self.nodes.push((above, name));
            self.nodes.len() - 1
        })
    }

    /// The same, if there is such a path.
    pub fn find(&self, above: PathId, name: NameId) -> Option<PathId> {
        self.below.get(&(above, name)).copied()
    }

    /// The path above a path, and its last name; `None` for the root.
    pub fn split(&self, path: PathId) -> Option<(PathId, NameId)> {
        (path != ROOT).then(|| self.nodes[path])
    }

    /// Returns true if a path is `above` or below it. The path above has the smaller number.
    pub fn is_within(&self, path: PathId, above: PathId) -> bool {
        let mut path = path;
        while path > above {
            path = self.nodes[path].0;
        }
        path == above
    }

    /// The names of a path, the last first.
    pub fn names(&self, path: PathId) -> impl Iterator<Item = NameId> + '_ {
        std::iter::successors(self.split(path), |&(above, _)| self.split(above)).map(|(_, name)| name)
    }
}
