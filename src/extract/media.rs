//! Which pictures, sounds and films the entries of a source refer to, and where.

use std::collections::BTreeSet;

use crate::diagnostic::{Place, Places};
use crate::entry::{Entry, Span};
use crate::source::Source;

/// A picture, a sound or a film that entries of a source refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it is, as the author wrote it.
    pub target: String,
    /// Where it is referred to.
    pub place: Place,
}

/// What `entries` of a source refer to, each target once for each place.
pub(super) fn references(source: &Source, entries: &[Entry]) -> Vec<Reference> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    let mut places = Places::new(&source.text);
    for entry in entries {
        for reference in entry.html().flat_map(crate::markdown::Html::references) {
            let target = reference.target.into_owned();
            let span = place_of(&target, &source.text, &entry.span);
            if seen.insert((span.start, target.clone())) {
                found.push(Reference { target, place: places.place(span) });
            }
        }
    }
    found
}

/// Where a target stands in the text of an entry: as it is written, unless that is by an entity or an escape.
fn place_of(target: &str, text: &str, entry: &Span) -> Span {
    let is_target = |&(at, _): &(usize, &str)| text[..entry.start + at].ends_with(['(', '<', '[', '"', '\'', '=', ' ']);
    let found = text[entry.clone()].match_indices(target).find(is_target).map(|(at, _)| entry.start + at);
    found.map_or(entry.start..entry.start, |start| start..start + target.len())
}
