//! Golden pairs: `tests/golden/NAME.md`, and in `NAME.expected` what becomes of it. What `NAME.toml` chooses, if it is
//! there, is chosen for it.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes them anew; read the difference
//! before it is committed. Guids stand in them, so that a change of identity is seen.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use soa_anki::findings::Place;
use soa_anki::model::config::settings;
use soa_anki::model::note::Note;
use soa_anki::model::notetype::Kind;
use soa_anki::{Config, Outcome, Source, collect, extract, media, paint, read};

#[test]
fn notes_become_what_their_golden_files_say() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    let notes = golden_notes();
    assert!(!notes.is_empty(), "no golden notes were found");
    for path in notes {
        let expected_path = path.with_extension("expected");
        let shown = show(&path);
        if update {
            fs::write(&expected_path, shown).unwrap();
        } else if fs::read_to_string(&expected_path).unwrap_or_default() != shown {
            wrong.push(format!("{}\n{shown}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "not as expected (UPDATE_GOLDEN=1 rewrites):\n{}", wrong.join("\n"));
}

fn golden_notes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut notes: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    notes.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    notes.sort();
    notes
}

/// All that becomes of one file, as text that a person can read.
fn show(path: &Path) -> String {
    let notes = read::read(&[path.to_owned()]).unwrap();
    let config = config(path);
    let extraction = extract(&notes.sources, &config);
    let mut diagnostics = notes.diagnostics;
    let media = media::find(&extraction.documents, &notes.root);
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
    let mut config = Config::default();
    let text = fs::read_to_string(path.with_extension("toml")).unwrap_or_default();
    for setting in settings(&text).unwrap() {
        setting.key.set(&mut config, setting.value).unwrap();
    }
    config
}

fn show_note(out: &mut String, outcome: &Outcome, at: usize, sources: &[Source]) {
    let (note, origin): (&Note, _) = (&outcome.collection.notes[at], &outcome.origins[at]);
    let line = Place::new(&sources[origin.source].text, origin.span.clone()).line;
    let kind = match note.kind {
        Kind::Term => "term",
        Kind::Cloze => "cloze",
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
