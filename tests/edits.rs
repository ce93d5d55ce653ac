//! Who is who after edits: generated edits of real notes, and the truth about them.
//!
//! For each seed, notes are edited step by step and exported in memory, each time with the lock of the last export.
//! `SOA_ANKI_SEEDS` and `SOA_ANKI_STEPS` say how many (`SOA_ANKI_SEEDS=10` is what a change of the matching must pass),
//! `SOA_ANKI_SHOW=1` prints each entry that lost its guid or got another's, `SOA_ANKI_SHOW=Typo` those of one kind.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "edits/mod.rs"]
mod edits;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use edits::edit::{Kept, Kind, edit};
use edits::history::{History, Row};
use edits::notebook::Notebook;
use edits::random::Random;

const STEPS: usize = 60;
const SEEDS: u64 = 2;
const START: i64 = 1_700_000_000;

/// A folder of sub-folders with notes of others.
const CORPUS: &str = "SOA_ANKI_CORPUS";

/// The notes that the program was made for, where they are: what holds for our notes must hold for them.
const SEED: &str = "seed";

#[test]
fn a_year_of_edits_keeps_every_history_of_our_notes() {
    years("notes", &[root("notes")]).judge_strictly();
}

#[test]
fn a_year_of_edits_keeps_every_history_of_the_notes_that_this_was_made_for() {
    let seed = root("../shared/corpus").join(SEED);
    if seed.is_dir() {
        years(SEED, &[seed]).judge_strictly();
    }
}

#[test]
fn a_year_of_edits_of_other_peoples_notes() {
    let Some(corpus) = env::var_os(CORPUS) else { return };
    let mut folders: Vec<PathBuf> = fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let only = env::var("SOA_ANKI_ONLY").unwrap_or_default();
        if !name.contains(&only) || Notebook::try_read(&folder).is_none() {
            continue;
        }
        let table = years(&name, &[folder]);
        if name == SEED { table.judge_strictly() } else { table.judge_foreign() }
    }
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn number<T: std::str::FromStr>(variable: &str, otherwise: T) -> T {
    env::var(variable).ok().map_or(otherwise, |value| value.parse().ok().expect(variable))
}

/// What came of all seeds.
#[derive(Default)]
struct Table {
    name: String,
    rows: BTreeMap<Kind, Row>,
    unaffected: Row,
    numbers_moved: Vec<String>,
}

fn years(name: &str, notes: &[PathBuf]) -> Table {
    let mut table = Table { name: name.to_owned(), ..Table::default() };
    for seed in 1..=number("SOA_ANKI_SEEDS", SEEDS) {
        year(notes, seed, &mut table);
    }
    table.print();
    table
}

fn year(notes: &[PathBuf], seed: u64, table: &mut Table) {
    let mut random = Random::new(seed);
    let mut notebook = Notebook::read(notes);
    let (mut history, _) = History::begin(&notebook, START);
    let steps = number("SOA_ANKI_STEPS", STEPS);
    let mut plan: Vec<Kind> = Vec::new();
    while plan.len() < steps {
        let mut kinds = Kind::ALL.to_vec();
        kinds.extend([Kind::Mixed; 3]);
        random.shuffle(&mut kinds);
        plan.extend(kinds);
    }
    for (step, kind) in plan[..steps].iter().enumerate() {
        let edited = edit(*kind, &mut notebook, &history.found, &mut random);
        let misses = history.misses.len();
        history.step(&notebook, *kind, &edited);
        if let Ok(show) = env::var("SOA_ANKI_SHOW") {
            for miss in &history.misses[misses..] {
                if show == "1" || show == format!("{:?}", miss.kind) || show == "wrong" && miss.wrong {
                    println!("seed {seed}, step {step} ({kind:?}): {}", miss.told);
                }
            }
        }
    }
    table.add(&history);
}

impl Table {
    fn add(&mut self, history: &History) {
        for (kind, row) in &history.rows {
            self.rows.entry(*kind).or_default().add(row);
        }
        self.unaffected.add(&history.unaffected);
        self.numbers_moved.extend(history.numbers_moved.iter().cloned());
    }

    fn print(&self) {
        println!("{}", self.name);
        println!(
            "{:<22}{:>6}{:>7}{:>6}{:>7}{:>14}{:>6}",
            "kind", "steps", "kept", "lost", "wrong", "around: kept", "lost"
        );
        let line = |name: &str, row: &Row| {
            println!(
                "{name:<22}{:>6}{:>7}{:>6}{:>7}{:>14}{:>6}",
                row.steps, row.kept, row.lost, row.wrong, row.kept_around, row.lost_around
            );
        };
        for (kind, row) in &self.rows {
            line(&format!("{kind:?}"), row);
        }
        line("not touched", &self.unaffected);
        let sum = self.sum();
        line("all", &sum);
        println!("renamed or under something else: {} kept, {} lost", sum.kept_renamed, sum.lost_renamed);
        for moved in &self.numbers_moved {
            println!("a deletion's number moved: {moved}");
        }
    }

    /// What nobody would call another note keeps its history, nearly all that is renamed does, and no history goes
    /// to another note.
    fn judge_strictly(&self) {
        let mut faults = Vec::new();
        for (kind, row) in &self.rows {
            let least = match kind.kept() {
                Kept::All => 100,
                Kept::NearlyAll => 98,
                Kept::Most => 95,
                Kept::Open => 0,
            };
            if row.kept * 100 < (row.kept + row.lost) * least {
                faults.push(format!("{kind:?}: {} of {} lost", row.lost, row.lost + row.kept));
            }
            if row.wrong > 0 {
                faults.push(format!("{kind:?}: {} wrong", row.wrong));
            }
            if row.lost_around > 0 && kind.kept() != Kept::Open {
                faults.push(format!("{kind:?}: {} lost around", row.lost_around));
            }
        }
        faults.extend(self.numbers_moved.iter().cloned());
        assert!(faults.is_empty(), "{}: {}", self.name, faults.join("; "));
    }

    /// Of the entries that are called otherwise or stand under something else, nearly all are recognised, and hardly
    /// one as another.
    fn judge_foreign(&self) {
        let all = self.sum();
        let (kept, lost, wrong) = (all.kept_renamed, all.lost_renamed, all.wrong);
        assert!(kept * 100 >= (kept + lost) * 93, "{}: {lost} of {} lost", self.name, kept + lost);
        assert!(wrong * 400 <= kept + wrong, "{}: {wrong} of {} wrong", self.name, kept + wrong);
    }

    fn sum(&self) -> Row {
        let mut sum = self.unaffected;
        for row in self.rows.values() {
            sum.add(row);
        }
        sum
    }
}
