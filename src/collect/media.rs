//! Pictures, sounds and films, in place of what refers to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::{self, Diagnostic, MediaFault, Place};
use crate::markdown::{Html, Moved, Reference, Size};
use crate::media::{Index, Kind};
use crate::model::decision::{Decision, Document, Rule};
use crate::model::entry::{Body, Entry};
use crate::model::note::{Media, Note};
use crate::text::has_word;

/// The entries with what the index has found in place of their references; of what it has not, the text is shown.
/// An entry whose answer is nothing else is left out.
pub(super) fn place(
    entries: Vec<Entry>,
    documents: &[Document],
    index: &Index,
    decisions: &mut Vec<Decision>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    if documents.iter().all(|document| document.media.is_empty()) {
        return entries;
    }
    let mut told = BTreeSet::new();
    let mut left_out = Vec::new();
    let mut kept = Vec::with_capacity(entries.len());
    for mut entry in entries {
        if documents[entry.source].media.is_empty() {
            kept.push(entry);
        } else if let Some((target, fault)) = only_missing(&entry, index) {
            let document = &documents[entry.source];
            let is_its = |place: &Place| (entry.span.start..=entry.span.end).contains(&place.span.start);
            let place = document.media.iter().find(|found| found.target == target && is_its(&found.place));
            let place = place.map(|reference| reference.place.clone());
            told.insert((entry.source, target.clone()));
            let finding =
                findings::NothingButMissing { term: entry.text().to_owned(), target, fault: Box::new(fault) }.into();
            diagnostics.push(Diagnostic { path: document.path.clone(), place, finding });
            left_out.push(Decision { source: entry.source, span: entry.span, rule: Rule::MissingMedia });
        } else {
            show(&mut entry, index);
            kept.push(entry);
        }
    }
    tell(documents, index, told, diagnostics);
    if !left_out.is_empty() {
        decisions.append(&mut left_out);
        decisions.sort_by_key(|decision| (decision.source, decision.span.start, decision.span.end));
    }
    kept
}

/// Tells which references lead nowhere, each target once in a file, and none that was `told` with what it costs.
fn tell(documents: &[Document], index: &Index, mut told: BTreeSet<(usize, String)>, diagnostics: &mut Vec<Diagnostic>) {
    for (at, document) in documents.iter().enumerate() {
        for reference in &document.media {
            // An arrow or a badge is nothing to learn.
            if reference.linked || !told.insert((at, reference.target.clone())) {
                continue;
            }
            if let Err(fault) = index.file(at, &reference.target) {
                let finding = findings::Media { target: reference.target.clone(), fault: Box::new(fault) }.into();
                let place = Some(reference.place.clone());
                diagnostics.push(Diagnostic { path: document.path.clone(), place, finding });
            }
        }
    }
}

/// The first target of an entry and what is wrong with it, if all of its answer are references that lead nowhere.
fn only_missing(entry: &Entry, index: &Index) -> Option<(String, MediaFault)> {
    let Body::Term { definition, .. } = &entry.body else { return None };
    let mut references = definition.references().peekable();
    let first = references.peek()?.target.clone().into_owned();
    let is_missing = |reference: Reference<'_>| index.file(entry.source, &reference.target).is_err();
    let says_more = has_word(&definition.text()) || definition.as_str().contains("<code");
    if says_more || !references.all(is_missing) {
        return None;
    }
    let fault = index.file(entry.source, &first).err()?;
    Some((first, fault))
}

/// Puts what was found in place of the references of an entry.
fn show(entry: &mut Entry, index: &Index) {
    let source = entry.source;
    let shown = |html: &mut Html| -> Moved {
        let (shown, moved) = html.with_references(|reference, out| show_one(reference, source, index, out));
        *html = shown;
        moved
    };
    shown(&mut entry.hint);
    match &mut entry.body {
        Body::Term { term, definition, children, .. } => {
            shown(term);
            let moved = shown(definition);
            for child in children {
                *child = moved.offset(child.start)..moved.offset(child.end);
            }
        }
        Body::Cloze { cloze, notes, .. } => {
            shown(cloze);
            shown(notes);
        }
    }
}

fn show_one(reference: &Reference<'_>, source: usize, index: &Index, out: &mut Html) {
    match index.file(source, &reference.target) {
        Ok(file) => match file.kind {
            Kind::Image(natural) => {
                out.push_image(&file.media.name, &reference.alternative, scaled(natural, reference.size));
            }
            Kind::Sound => out.push_sound(&file.media.name),
        },
        Err(_) => out.push_text(&reference.alternative),
    }
}

/// The size of a picture on a card: known beforehand, so that nothing moves when the picture comes. A side that the
/// author does not tell follows from the other.
fn scaled(natural: Size, asked: Size) -> Size {
    let of = |side: u32, own: Option<u32>, other: Option<u32>| -> Option<u32> {
        let (own, other) = (u64::from(own?), u64::from(other?));
        let scaled = (u64::from(side) * other + own / 2).checked_div(own)?;
        u32::try_from(scaled.max(1)).ok()
    };
    match asked {
        Size { width: None, height: None } => natural,
        Size { width: Some(width), height: None } => Size { height: of(width, natural.width, natural.height), ..asked },
        Size { width: None, height: Some(height) } => {
            Size { width: of(height, natural.height, natural.width), ..asked }
        }
        Size { width: Some(_), height: Some(_) } => asked,
    }
}

/// What the package is to hold: each file that a note shows, once.
pub(super) fn of_notes(notes: &[Note], index: &Index) -> Vec<Media> {
    let mut files: BTreeMap<&str, &Media> = BTreeMap::new();
    for file in index.files() {
        files.entry(&file.media.name).or_insert(&file.media);
    }
    if files.is_empty() {
        return Vec::new();
    }
    let names = notes.iter().flat_map(|note| &note.fields).flat_map(Html::media_names);
    names.filter_map(|name| files.remove(name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_follows_from_the_other() {
        let size = |width, height| Size { width, height };
        let natural = size(Some(400), Some(300));
        assert_eq!(scaled(natural, size(None, None)), natural);
        assert_eq!(scaled(natural, size(Some(200), None)), size(Some(200), Some(150)));
        assert_eq!(scaled(natural, size(None, Some(10))), size(Some(13), Some(10)));
        assert_eq!(scaled(natural, size(Some(1), Some(1))), size(Some(1), Some(1)));
        assert_eq!(scaled(size(None, None), size(Some(9), None)), size(Some(9), None));
        assert_eq!(scaled(size(Some(5000), Some(1)), size(Some(9), None)), size(Some(9), Some(1)));
    }
}
