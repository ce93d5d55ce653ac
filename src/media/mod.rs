//! References to media, found: the only place that looks at pictures, sounds and films.
//!
//! `folder` says which file a reference leads to, `embedded` reads one that stands in the notes themselves, `file` says what is in it; `svg` makes drawings safe, `label` keeps their
//! words, and `exif` says which way a photograph is turned. What is wrong with a reference is told as a [`MediaFault`], and stops nothing.

mod embedded;
mod exif;
mod file;
mod folder;
mod label;
mod svg;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::findings::MediaFault;
use crate::markdown::is_embedded;
use crate::model::decision::Document;
use crate::model::note::Media;
pub use file::Kind;
use folder::Project;

/// What the references of some documents lead to. The one by default knows of none.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Of each document, by target.
    found: Vec<BTreeMap<String, Result<usize, MediaFault>>>,
    files: Vec<Result<File, MediaFault>>,
}

/// A file that can be on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// As the package will hold it.
    pub media: Media,
    /// What it is.
    pub kind: Kind,
}

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In the project.
    File(PathBuf),
    /// In the notes, written as this.
    Notes(String),
}

impl Place {
    fn read(&self) -> Result<File, MediaFault> {
        match self {
            Self::File(path) => file::read(path),
            Self::Notes(target) => file::read_embedded(target),
        }
    }
}

/// Finds what `documents` refer to, whose paths are relative to `root`.
///
/// A file is read once, however many references lead to it.
pub fn find(documents: &[Document], root: &Path) -> Index {
    if documents.iter().all(|document| document.media.is_empty()) {
        return Index::default();
    }
    let mut project = Project::of(root);
    let mut find_one = |document: &Document, target: &String| {
        if is_embedded(target) {
            return Ok(Place::Notes(target.clone()));
        }
        project.find(&document.path, target).map(Place::File)
    };
    let mut places_of = |document: &Document| -> BTreeMap<String, Result<Place, MediaFault>> {
        let targets: BTreeSet<&String> = document.media.iter().map(|reference| &reference.target).collect();
        targets.into_iter().map(|target| (target.clone(), find_one(document, target))).collect()
    };
    let places: Vec<_> = documents.iter().map(&mut places_of).collect();
    let wanted: BTreeSet<Place> = places.iter().flat_map(BTreeMap::values).flatten().cloned().collect();
    let wanted: Vec<Place> = wanted.into_iter().collect();
    let at = |place: Place| wanted.binary_search(&place).expect("every place is wanted");
    let found = places.into_iter().map(|places| {
        let found = places.into_iter().map(|(target, place)| (target, place.map(at)));
        found.collect()
    });
    let found = found.collect();
    Index { found, files: wanted.par_iter().map(Place::read).collect() }
}

/// The file that a template in `folder` names, under a name by which Anki keeps it though no note shows it.
pub fn of_template(folder: &Path, target: &str) -> Result<Media, MediaFault> {
    file::of_template(&folder::inside(folder, target)?)
}

impl Index {
    /// The file that a target in the document at this position leads to, or why there is none.
    pub fn file(&self, document: usize, target: &str) -> Result<&File, MediaFault> {
        match self.found.get(document).and_then(|found| found.get(target)) {
            Some(Ok(at)) => self.files[*at].as_ref().map_err(Clone::clone),
            Some(Err(fault)) => Err(fault.clone()),
            None => Err(MediaFault::Missing { meant: None }),
        }
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().flatten()
    }
}
