//! Which pictures, sounds and films the entries of a source refer to, and where.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::findings::Places;
use crate::markdown::Fragment;
use crate::model::decision::Reference;
use crate::model::entry::Entry;
use crate::read::Source;
use crate::text::{Span, line_start};

/// What `entries` of a source refer to, each target once for each place.
pub(super) fn references(source: &Source, entries: &[Entry]) -> Vec<Reference> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    let mut places = Places::new(&source.text);
    for entry in entries {
        // They stand in the order of the source: what was passed is not looked at again.
        let mut rest = entry.span.clone();
        for reference in entry.fragments().flat_map(Fragment::media) {
            let target = reference.target.clone();
            let span = place_of(&target, &source.text, &rest);
            rest.start = span.as_ref().map_or(rest.start, |span| span.end);
            let span = span.unwrap_or(entry.span.start..entry.span.start);
            if seen.insert((span.start, target.clone())) {
                let linked = is_linked(&source.text, span.start);
                found.push(Reference { target, place: places.place(span), linked });
            }
        }
    }
    found
}

/// Whether the picture whose target begins there is all that a link shows: `[![](back.png)](index.md)`.
fn is_linked(text: &str, target: usize) -> bool {
    let line = &text[line_start(text, target)..target];
    let picture = line.rfind("![").max(line.rfind("<img"));
    let before = picture.map_or("", |picture| line[..picture].trim_end());
    let tag = before.rfind('<').filter(|_| before.ends_with('>'));
    before.ends_with('[') || tag.is_some_and(|tag| before[tag..].starts_with("<a "))
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
