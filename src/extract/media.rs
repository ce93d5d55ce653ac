//! Which pictures, sounds and films the entries of a source refer to, and where.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::diagnostic::{Place, Places};
use crate::entry::{Entry, Span};
use crate::markdown::Html;
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
        // They stand in the order of the source: what was passed is not looked at again.
        let mut rest = entry.span.clone();
        for reference in entry.html().flat_map(Html::references) {
            let target = reference.target.into_owned();
            let span = place_of(&target, &source.text, &rest);
            rest.start = span.as_ref().map_or(rest.start, |span| span.end);
            let span = span.unwrap_or(entry.span.start..entry.span.start);
            if seen.insert((span.start, target.clone())) {
                found.push(Reference { target, place: places.place(span) });
            }
        }
    }
    found
}

/// Where a target stands in a part of the text: as it is written, unless that is by an entity or an escape.
fn place_of(target: &str, text: &str, part: &Span) -> Option<Span> {
    if target.is_empty() {
        return None;
    }
    let begins = |start: &usize| text[..*start].ends_with(['(', '<', '[', '"', '\'', '=', ' ']);
    let mut found = memmem::find_iter(&text.as_bytes()[part.clone()], target).map(|at| part.start + at);
    found.find(begins).map(|start| start..start + target.len())
}
