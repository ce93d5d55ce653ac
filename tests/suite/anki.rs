//! What the real Anki makes of our packages: run with `cargo test --features real-anki`.
//!
//! `anki/judge.py` imports a package into a new collection, and tells what that holds; here it is
//! compared with what was said to be exported.

pub mod environment;
mod verdict;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use soa_anki::{Collection, Note, write_package};
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

use verdict::{Faults, Verdict, shown};

use crate::sample;

/// A folder of sub-folders with notes, for [`the_corpus_reaches_anki_whole`].
const CORPUS: &str = "SOA_ANKI_CORPUS";

#[test]
fn a_collection_made_by_hand_reaches_anki_whole() {
    let collection = sample::sample();
    let folder = TempDir::new().unwrap();
    let package = folder.path().join("sample.apkg");
    write(&collection, &package);

    let verdict = Verdict::of(&[&package, &package]);
    let mut faults = verdict.faults(collection.notes.len());
    let order = collection.notes.iter().map(|note| note.guid.as_str());
    verdict.compare_order(order, &mut faults);
    for note in &collection.notes {
        let cards = verdict.cards_of(note.guid.as_str());
        let templates: Vec<u16> = cards.iter().map(|card| card.template).collect();
        faults.unless_equal(&note.guid, "cards", &templates, &note.cards);
        let deck = collection.decks[note.deck].as_str();
        verdict.compare_place(note.guid.as_str(), deck, &note.tags, &mut faults);
        let held = verdict.note(note.guid.as_str());
        faults.unless_equal(&note.guid, "fields", &held.fields, &fields(note));
    }
    faults.report("the collection made by hand");
}

#[test]
fn only_what_changed_is_updated() {
    let mut collection = sample::sample();
    let folder = TempDir::new().unwrap();
    let [first, second] = ["first.apkg", "second.apkg"].map(|name| folder.path().join(name));
    write(&collection, &first);
    let mut changed = sample::term("number", "007", "James Bond");
    changed.id = collection.notes[2].id;
    changed.modified += 1;
    let definition = changed.fields[1].to_string();
    collection.notes[2] = changed;
    write(&collection, &second);

    let verdict = Verdict::of(&[&first, &second]);
    let import = &verdict.imports[1];
    assert_eq!((import["updated"], import["new"], import["conflicting"]), (1, 0, 0));
    assert_eq!(verdict.note("number").fields["Definition"], definition);
}

#[test]
fn a_picture_that_is_another_one_reaches_its_card_and_no_other() {
    let picture = |width: u8| [b"GIF89a", &[width, 0, 3, 0, 0, 0, 0][..], b"\x3b"].concat();
    let folder = TempDir::new().unwrap();
    let notes = folder.path().join("notes");
    fs::create_dir(&notes).unwrap();
    let text =
        "## State\n![of an instance](state.gif)\n\n## Ring\n![](ring.wav) It rings.\n\n## Stop\n![](other.gif)\n";
    fs::write(notes.join("a.md"), text).unwrap();
    fs::write(notes.join("ring.wav"), b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0").unwrap();
    fs::write(notes.join("other.gif"), picture(9)).unwrap();
    let [first, second] = [("first.apkg", 5), ("second.apkg", 6)].map(|(name, width)| {
        fs::write(notes.join("state.gif"), picture(width)).unwrap();
        let package = folder.path().join(name);
        soa_anki(&["export", "-o", path(&package), path(&notes)]);
        package
    });

    Verdict::of(&[&first, &first]).faults(3).report("a package with pictures");
    let verdict = Verdict::of(&[&first, &second]);
    let import = &verdict.imports[1];
    assert_eq!((import["updated"], import["duplicate"], import["new"], import["conflicting"]), (1, 2, 0, 0));
    let said = soa_anki(&["cards", "--format", "json", path(&notes)]);
    let said: Vec<Said> = serde_json::from_str(&said).unwrap();
    for said in &said {
        assert_eq!(verdict.note(&said.guid).fields["Definition"], said.definition);
    }
    assert!(said[0].definition.contains("width=\"6\""), "{}", said[0].definition);
    assert_eq!(verdict.media_missing, Vec::<String>::new());
}

#[test]
fn the_notes_of_the_readme_reach_anki_whole() {
    reaches_anki_whole(&root("notes"));
}

#[test]
fn the_golden_notes_reach_anki_whole() {
    reaches_anki_whole(&root("tests/golden"));
}

#[test]
fn the_corpus_reaches_anki_whole() {
    let Some(corpus) = std::env::var_os(CORPUS) else {
        eprintln!("{CORPUS} is not set: no corpus to ask about");
        return;
    };
    let mut folders: Vec<PathBuf> = fs::read_dir(&corpus)
        .unwrap_or_else(|error| panic!("{CORPUS}: {}: {error}", Path::new(&corpus).display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty(), "{CORPUS} names a folder without folders");
    for folder in folders {
        reaches_anki_whole(&folder);
    }
}

/// Exports `notes`, and compares what Anki then holds with what `soa-anki cards` says.
fn reaches_anki_whole(notes: &Path) {
    let folder = TempDir::new().unwrap();
    // An export leaves a lock beside the notes, and the top deck has the folder's name.
    let copy = folder.path().join(notes.file_name().unwrap());
    copy_folder(notes, &copy);
    let package = folder.path().join("notes.apkg");
    let named = text_files_alone(&copy).unwrap_or_else(|| vec![copy]);
    let named: Vec<&str> = named.iter().map(|named| path(named)).collect();
    soa_anki(&[&["export", "-o", path(&package)], &named[..]].concat());
    let said = soa_anki(&[&["cards", "--format", "json"], &named[..]].concat());
    let said: Vec<Said> = serde_json::from_str(&said)
        .unwrap_or_else(|error| panic!("`soa-anki cards` says what is not expected: {error}"));

    let verdict = Verdict::of(&[&package, &package]);
    let mut faults = verdict.faults(said.len());
    verdict.compare_order(said.iter().map(|said| said.guid.as_str()), &mut faults);
    for said in said.iter().filter(|said| verdict.holds(&said.guid)) {
        compare(&verdict, said, &mut faults);
    }
    faults.report(&notes.display().to_string());
}

/// The `.txt` files of a folder that holds nothing else: they are notes only when they are named.
fn text_files_alone(folder: &Path) -> Option<Vec<PathBuf>> {
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let has =
        |ending: &str| files.iter().any(|file| file.is_dir() || file.extension().is_some_and(|own| own == ending));
    let text = |file: &PathBuf| file.extension().is_some_and(|own| own == "txt");
    (!has("md") && has("txt")).then(|| files.into_iter().filter(text).collect())
}

/// A note as `soa-anki cards --format json` tells of it.
#[derive(Deserialize)]
struct Said {
    guid: String,
    kind: Kind,
    term: String,
    definition: String,
    context: Vec<String>,
    deck: String,
    tags: Vec<String>,
    file: String,
    line: usize,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Term,
    Cloze,
}

fn compare(verdict: &Verdict, said: &Said, faults: &mut Faults) {
    let place = format!("{}:{}: {}", said.file, said.line, said.term);
    verdict.compare_place(&said.guid, &said.deck, &said.tags, faults);
    let note = verdict.note(&said.guid);
    let (notetype, asked) = match said.kind {
        Kind::Term => ("SOA Term", "Term"),
        Kind::Cloze => ("SOA Cloze", "Text"),
    };
    faults.unless_equal(&place, "note type", &note.notetype, &notetype.to_owned());
    if note.notetype != notetype {
        return;
    }
    faults.unless_shown(&place, asked, &note.fields[asked], &said.term);
    if let Kind::Term = said.kind {
        faults.unless_shown(&place, "Definition", &note.fields["Definition"], &said.definition);
    }
    faults.unless_equal(&place, "Id", &note.fields["Id"], &said.guid);
    let context = shown(&note.fields["Context"]);
    for level in &said.context {
        if !context.contains(&shown(level)) && !context.contains(&verdict::squeezed(level)) {
            faults.add(&place, format!("its context is {context:?}, without {level:?}"));
        }
    }
}

/// The fields as Anki is to hold them: composed, and without control characters.
fn fields(note: &Note) -> std::collections::BTreeMap<String, String> {
    let kept = |c: &char| !c.is_ascii_control() || matches!(c, '\n' | '\t');
    let held = |html: &str| html.chars().filter(kept).nfc().collect();
    let names = note.kind.notetype().fields.iter();
    names.zip(&note.fields).map(|(part, field)| (part.name.to_owned(), held(field.as_str()))).collect()
}

fn write(collection: &Collection, to: &Path) {
    write_package(collection, &mut fs::File::create(to).unwrap()).unwrap();
}

/// Runs the program, which must succeed, for what it prints.
fn soa_anki(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_soa-anki")).args(arguments).output().unwrap();
    assert!(
        output.status.success(),
        "soa-anki {}: {}\n{}",
        arguments.join(" "),
        output.status,
        String::from_utf8_lossy(&output.stderr),
    );
    String::from_utf8(output.stdout).unwrap()
}

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    let entries = fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    for entry in entries.map(Result::unwrap) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy_folder(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}
