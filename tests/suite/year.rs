//! A year of edits in the real Anki: run with `cargo test --features real-anki --test suite year`.
//!
//! Notes are edited step by step, exported by the program with the lock beside them, and imported into one
//! collection in which every card has been studied (`anki/year.py`). What is counted are the histories of cards.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::Deserialize;
use serde_json::json;
use soa_anki::read;
use tempfile::TempDir;

use crate::edits::edit::{Edited, Kind, edit, plan};
use crate::edits::history::History;
use crate::edits::notebook::Notebook;
use crate::edits::random::Random;
use crate::edits::table::Table;

/// When the year begins: a year before any clock that this runs by.
const START: i64 = 1_700_000_000;
const DAY: i64 = 86_400;
const STEPS: usize = 60;
const LOCK: &str = "soa-anki.lock";
/// The step after which the user writes into notes.
const SCRIBBLE: usize = 20;

#[test]
fn a_year_of_edits_keeps_every_history_in_anki() {
    let mut year = Year::begin(1);
    year.lose_the_lock();
    for (step, kind) in plan(STEPS, &mut Random::new(7)).into_iter().enumerate() {
        let edited = edit(kind, &mut year.notebook, &year.history.found, &mut year.random);
        year.now += DAY;
        year.step(kind, &edited);
        if step == SCRIBBLE {
            year.scribble();
        }
    }
    year.two_exports_within_a_second();
    year.a_clock_that_was_set_back();
    year.nothing_was_edited();
    year.the_users_own_words_are_there();
    year.two_branches_merge();
    let mut table = Table::named("notes, by the cards of Anki");
    table.add(&year.history);
    table.print();
    table.judge_strictly();
}

/// Notes, exports and the collection of a year.
struct Year {
    folder: TempDir,
    notebook: Notebook,
    random: Random,
    history: History,
    anki: Anki,
    now: i64,
    /// Notes into which the user wrote, and which no export has changed since.
    scribbled: BTreeSet<String>,
}

impl Year {
    /// The first export, and its import.
    fn begin(seed: u64) -> Self {
        let folder = TempDir::new().unwrap();
        let notebook = Notebook::read(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("notes")]);
        let (history, _) = History::begin(&notebook, START);
        let anki = Anki::start();
        let random = Random::new(seed);
        let mut year = Self { folder, notebook, random, history, anki, now: START, scribbled: BTreeSet::new() };
        let import = year.export();
        assert_eq!((import.new, import.updated), (year.history.found.len(), 0));
        year.history.rename(&import.histories);
        year
    }

    /// Exports and imports the notes after an edit, and judges what became of them.
    fn step(&mut self, kind: Kind, edited: &Edited) -> Import {
        self.write();
        let import = self.export();
        let names = import.histories.clone();
        let outcome = self.history.step(&self.notebook, self.now, kind, edited, |guid| names.get(guid).cloned());
        let exported: BTreeSet<&str> = outcome.collection.notes.iter().map(|note| note.guid.as_str()).collect();
        let missing: Vec<&&str> = exported.iter().filter(|guid| !names.contains_key(**guid)).collect();
        assert!(missing.is_empty(), "the program and the library disagree on {missing:?}");
        for (note, fate) in outcome.collection.notes.iter().zip(&outcome.fates) {
            if fate.changed {
                self.scribbled.remove(note.guid.as_str());
            }
        }
        import
    }

    fn notes(&self) -> PathBuf {
        self.folder.path().join("notes")
    }

    fn package(&self) -> PathBuf {
        self.folder.path().join("notes.apkg")
    }

    /// Writes the notes as they are now, and puts them in the order in which they are read.
    fn write(&mut self) {
        let notes = self.notes();
        for entry in fs::read_dir(&notes).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() && !entry.ends_with(".git") {
                fs::remove_dir_all(entry).unwrap();
            } else if entry.extension().is_some_and(|ending| ending == "md") {
                fs::remove_file(entry).unwrap();
            }
        }
        fs::create_dir_all(&notes).unwrap();
        self.notebook.write(&notes);
        let read = read(&[notes]).unwrap().sources;
        let place = |path: &str| read.iter().position(|source| source.path == path).unwrap();
        self.notebook.pages.sort_by_key(|page| place(&page.path));
        assert_eq!(read, self.notebook.sources(), "what is read is not what was written");
    }

    /// Runs the program, and imports what it makes.
    fn export(&mut self) -> Import {
        if !self.notes().exists() {
            self.write();
        }
        self.run_export();
        let import = self.anki.ask(&json!({ "import": self.package(), "now": self.now }));
        let import: Import = serde_json::from_value(import).unwrap();
        assert!(import.faults.is_empty(), "{}", import.faults.join("\n"));
        assert_eq!((import.conflicting, import.first_field_match, import.missing_notetype), (0, 0, 0));
        import
    }

    fn run_export(&self) {
        let output = Command::new(env!("CARGO_BIN_EXE_soa-anki"))
            .args(["export", "-o"])
            .args([self.package(), self.notes()])
            .env("SOURCE_DATE_EPOCH", self.now.to_string())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Edits one definition.
    fn edit_one(&mut self) -> Edited {
        let found = &self.history.found;
        let one = [found[self.random.below(found.len())].clone()];
        let edited = edit(Kind::DefinitionLonger, &mut self.notebook, &one, &mut self.random);
        if edited.touched.is_empty() { self.edit_one() } else { edited }
    }

    /// Without its lock, an export still updates, and makes no second note of what is called the same.
    fn lose_the_lock(&mut self) {
        fs::remove_file(self.notes().join(LOCK)).unwrap();
        self.history.lock = soa_anki::Lock::default();
        let edited = self.edit_one();
        self.now += DAY;
        let import = self.step(Kind::DefinitionLonger, &edited);
        assert_eq!(import.new, 0, "a lost lock makes new notes");
        assert!(import.updated > 0);
    }

    fn two_exports_within_a_second(&mut self) {
        for _ in 0..2 {
            let edited = self.edit_one();
            let import = self.step(Kind::DefinitionLonger, &edited);
            assert!(import.updated > 0 && import.new == 0, "{} updated, {} new", import.updated, import.new);
        }
    }

    fn a_clock_that_was_set_back(&mut self) {
        self.now -= 30 * DAY;
        let edited = self.edit_one();
        let import = self.step(Kind::DefinitionLonger, &edited);
        assert!(import.updated > 0 && import.new == 0);
        self.now += 31 * DAY;
    }

    fn nothing_was_edited(&mut self) {
        let before = fs::read(self.package()).unwrap();
        let import = self.step(Kind::TitleChanged, &Edited::default());
        assert_eq!((import.new, import.updated), (0, 0));
        assert!(before == fs::read(self.package()).unwrap(), "the same notes and lock give another package");
    }

    /// The user writes into every seventh note, and gives it a tag.
    fn scribble(&mut self) {
        let entries = self.history.found.iter().step_by(7);
        self.scribbled = entries.map(|entry| entry.note.clone()).collect();
        self.anki.ask(&json!({ "edit": self.scribbled, "now": self.now }));
    }

    fn the_users_own_words_are_there(&mut self) {
        assert!(self.scribbled.len() > 3, "{} notes of the user's are left to look at", self.scribbled.len());
        let answer = self.anki.ask(&json!({ "check": self.scribbled }));
        assert_eq!(answer, json!({ "lost": [], "check_database": [] }));
    }

    /// Two branches rename something each, and git merges notes and locks.
    fn two_branches_merge(&mut self) {
        let notes = self.notes();
        let git = |arguments: &[&str]| {
            let identity = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "core.autocrlf=false"];
            Command::new("git")
                .current_dir(&notes)
                .args(identity)
                .args(arguments)
                .output()
                .is_ok_and(|done| done.status.success())
        };
        if !git(&["init", "--quiet", "--initial-branch=main"]) {
            eprintln!("there is no git to merge branches with");
            return;
        }
        assert!(git(&["add", "."]) && git(&["commit", "--quiet", "-m", "0"]));
        let mut edited = Edited::default();
        let base = self.notebook.clone();
        let last = base.pages.len() - 1;
        let mut pages = Vec::new();
        for (branch, page) in [("one", 0), ("two", last)] {
            assert!(git(&["switch", "--quiet", "main"]) && git(&["switch", "--quiet", "--create", branch]));
            self.notebook = base.clone();
            let entries: Vec<_> =
                self.history.found.iter().filter(|entry| entry.path == base.pages[page].path).cloned().collect();
            let done = edit(Kind::Typo, &mut self.notebook, &entries, &mut self.random);
            assert!(!done.touched.is_empty());
            edited.touched.extend(done.touched);
            self.now += DAY;
            self.write();
            self.run_export();
            pages.push((page, self.notebook.pages[page].clone()));
            assert!(git(&["add", "."]) && git(&["commit", "--quiet", "-m", branch]));
        }
        assert!(git(&["merge", "--no-edit", "one"]), "git does not merge the locks of two branches");
        self.notebook = base;
        for (page, edited) in pages {
            self.notebook.pages[page] = edited;
        }
        self.now += DAY;
        let import = self.step(Kind::Typo, &edited);
        assert!(import.updated > 0 && import.new == 0, "{} updated, {} new", import.updated, import.new);
    }
}

/// What Anki tells of an import.
#[derive(Deserialize)]
struct Import {
    new: usize,
    updated: usize,
    conflicting: usize,
    first_field_match: usize,
    missing_notetype: usize,
    #[serde(deserialize_with = "as_text")]
    histories: BTreeMap<String, String>,
    faults: Vec<String>,
}

fn as_text<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    let histories = BTreeMap::<String, u64>::deserialize(from)?;
    Ok(histories.into_iter().map(|(guid, history)| (guid, history.to_string())).collect())
}

/// The program that holds the collection.
struct Anki {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Anki {
    fn start() -> Self {
        let python =
            env::var_os("SOA_ANKI_PYTHON").map_or_else(|| crate::anki::environment::python().to_owned(), PathBuf::from);
        let mut child = Command::new(python)
            .env("PYTHONIOENCODING", "utf-8")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/anki/year.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let questions = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self { child, questions, answers }
    }

    fn ask(&mut self, question: &serde_json::Value) -> serde_json::Value {
        let questions = self.questions.as_mut().unwrap();
        writeln!(questions, "{question}").unwrap();
        questions.flush().unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap_or_else(|error| panic!("Anki gives no answer: {error}"))
    }
}

impl Drop for Anki {
    fn drop(&mut self) {
        // It ends with its input.
        self.questions = None;
        let _ = self.child.wait();
    }
}
