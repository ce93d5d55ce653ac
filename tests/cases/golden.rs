//! Golden pairs: `tests/golden/NAME.md`, and in `NAME.expected` what becomes of it. What `NAME.toml` chooses, if it is
//! there, is chosen for it.
//!
//! `UPDATE_GOLDEN=1 cargo test --test cases golden::` writes them anew; read the difference
//! before it is committed. Guids stand in them, so that a change of identity is seen.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use soa_anki::findings::Place;
use soa_anki::{Config, Note, NoteKind, Outcome, Source, collect, extract, find_media, paint, read};

use crate::expected::{compare, files};

/// A test for each pair.
pub fn cases() -> Vec<Trial> {
    let mut cases = vec![Trial::test("golden::every_expected_file_has_its_notes", every_expected_file_has_its_notes)];
    cases.extend(files("golden", "md").into_iter().map(|(name, path)| {
        Trial::test(format!("golden::{name}"), move || compare(&path.with_extension("expected"), &show(&path)))
    }));
    cases
}

fn every_expected_file_has_its_notes() -> Result<(), Failed> {
    let expected = files("golden", "expected").into_iter();
    let left: Vec<String> =
        expected.filter(|(_, path)| !path.with_extension("md").is_file()).map(|(name, _)| name).collect();
    if left.is_empty() { Ok(()) } else { Err(format!("no notes for {left:?}").into()) }
}

/// All that becomes of one file, as text that a person can read.
fn show(path: &Path) -> String {
    let notes = read(&[path.to_owned()]).unwrap();
    let config = config(path);
    let extraction = extract(&notes.sources, &config);
    let mut diagnostics = notes.diagnostics;
    let media = find_media(&extraction.documents, &notes.root);
    let mut outcome = collect(extraction, None, &media, &config, 0);
    paint(&mut outcome.collection);
    diagnostics.extend(outcome.diagnostics.iter().cloned());
    let mut out = String::new();
    for at in 0..outcome.collection.notes.len() {
        show_note(&mut out, &outcome, at, &notes.sources);
    }
    for decision in &outcome.decisions {
        let line = Place::new(&notes.sources[decision.source].text, decision.span.clone()).line;
        let text = &notes.sources[decision.source].text[decision.span.clone()];
        let first = text.trim().lines().next().unwrap_or_default();
        let _ = writeln!(out, "- line {line}, {:?}: {first}", decision.rule);
    }
    for diagnostic in &diagnostics {
        let place =
            diagnostic.place.as_ref().map_or(String::new(), |place| format!(" {}:{}", place.line, place.column));
        let _ = writeln!(out, "! {}{place}: {:?}", diagnostic.finding.code(), diagnostic.finding);
    }
    out
}

fn config(path: &Path) -> Config {
    Config::parse(&fs::read_to_string(path.with_extension("toml")).unwrap_or_default()).unwrap()
}

fn show_note(out: &mut String, outcome: &Outcome, at: usize, sources: &[Source]) {
    let (note, origin): (&Note, _) = (&outcome.collection.notes[at], &outcome.origins[at]);
    let line = Place::new(&sources[origin.source].text, origin.span.clone()).line;
    let kind = match note.kind {
        NoteKind::Term => "term",
        NoteKind::Cloze => "cloze",
    };
    let _ = writeln!(
        out,
        "{kind} at line {line}, {:?}, {}, in {}",
        origin.rule, note.guid, outcome.collection.decks[note.deck]
    );
    let fields = note.kind.notetype().fields.iter().zip(&note.fields);
    for (field, html) in fields.filter(|(field, html)| field.name != "Id" && !html.is_empty()) {
        let _ = writeln!(out, "  {}: {html}", field.name);
    }
    if !note.tags.is_empty() {
        let _ = writeln!(out, "  Tags: {}", note.tags.join(" "));
    }
    out.push('\n');
}
