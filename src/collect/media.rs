//! Pictures, sounds and films, in place of what refers to them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::findings::{self, Diagnostic, MediaFault, Place};
use crate::markdown::{Fragment, MediaReference, Shown, Size};
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
    let first = definition.media().next()?.target.clone();
    let is_missing = |reference: &MediaReference| index.file(entry.source, &reference.target).is_err();
    let says_more = has_word(&definition.text()) || definition.has_code();
    if says_more || !definition.media().all(is_missing) {
        return None;
    }
    let fault = index.file(entry.source, &first).err()?;
    Some((first, fault))
}

/// Shows what was found for the references of an entry.
fn show(entry: &mut Entry, index: &Index) {
    let source = entry.source;
    let show = |fragment: &mut Fragment| fragment.show_media(|reference| found(reference, source, index));
    if let Some(hint) = entry.hint.as_mut().filter(|hint| hint.has_media()) {
        show(Arc::make_mut(hint));
    }
    match &mut entry.body {
        Body::Term { term, definition, .. } => {
            show(term);
            show(definition);
        }
        Body::Cloze { cloze, notes, .. } => {
            show(cloze);
            show(notes);
        }
    }
}

fn found(reference: &MediaReference, source: usize, index: &Index) -> Option<Shown> {
    let file = index.file(source, &reference.target).ok()?;
    let name = file.media.name.clone();
    Some(match file.kind {
        Kind::Image(natural) => Shown::Picture { name, size: scaled(natural, reference.size) },
        Kind::Sound => Shown::Sound { name },
    })
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
    let names = notes.iter().flat_map(Note::media);
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
