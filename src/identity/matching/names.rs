//! Numbers for terms, headings and paths of them: what is compared often is compared as a number.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::likeness::Shape;
use crate::identity::key::{information, key};

/// The number of a key.
pub(super) type Name = usize;

/// The number of a path of names: what stands above something, or that with itself.
pub(super) type Path = usize;

/// Where no name stands.
pub(super) const ROOT: Path = 0;

/// The keys of all terms and headings, each once.
#[derive(Default)]
pub(super) struct Names<'a> {
    /// By the text as it was written, which spares most of the work.
    written: HashMap<&'a str, Name>,
    by_key: HashMap<String, Name>,
    shapes: Vec<OnceCell<Shape>>,
    keys: Vec<String>,
}

impl<'a> Names<'a> {
    pub fn number(&mut self, text: &'a str) -> Name {
        if let Some(&name) = self.written.get(text) {
            return name;
        }
        let key = key(text);
        let next = self.keys.len();
        let name = *self.by_key.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            self.shapes.push(OnceCell::new());
            next
        });
        self.written.insert(text, name);
        name
    }

    /// A key as likeness looks at it.
    pub fn shape(&self, name: Name) -> &Shape {
        self.shapes[name].get_or_init(|| Shape::new(&self.keys[name]))
    }

    /// How much a key tells.
    pub fn information(&self, name: Name) -> f32 {
        information(&self.keys[name])
    }
}

/// All paths; each stands after the one above it.
pub(super) struct Paths {
    nodes: Vec<(Path, Name)>,
    below: HashMap<(Path, Name), Path>,
}

impl Paths {
    pub fn new() -> Self {
        Self { nodes: vec![(ROOT, Name::MAX)], below: HashMap::new() }
    }

    /// The path of `name` below another.
    pub fn child(&mut self, above: Path, name: Name) -> Path {
        *self.below.entry((above, name)).or_insert_with(|| {
            self.nodes.push((above, name));
            self.nodes.len() - 1
        })
    }

    /// The same, if anything stands there.
    pub fn find(&self, above: Path, name: Name) -> Option<Path> {
        self.below.get(&(above, name)).copied()
    }

    /// What is above a path, and its last name; `None` of the root.
    pub fn split(&self, path: Path) -> Option<(Path, Name)> {
        (path != ROOT).then(|| self.nodes[path])
    }

    /// Whether a path is `above`, or stands under it. What is above has the smaller number.
    pub fn is_within(&self, path: Path, above: Path) -> bool {
        let mut path = path;
        while path > above {
            path = self.nodes[path].0;
        }
        path == above
    }

    /// The names of a path, last first.
    pub fn names(&self, path: Path) -> impl Iterator<Item = Name> + '_ {
        std::iter::successors(self.split(path), |&(above, _)| self.split(above)).map(|(_, name)| name)
    }
}
