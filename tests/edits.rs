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
use std::path::{Path, PathBuf};

use edits::edit::{Kind, edit};
use edits::history::{History, Row};
use edits::notebook::Notebook;
use edits::random::Random;

const STEPS: usize = 60;
const SEEDS: u64 = 2;
const START: i64 = 1_700_000_000;

#[test]
fn a_year_of_edits_of_our_notes() {
    let table = years("notes", &[root("notes")]);
    table.judge();
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
        let mut sum = self.unaffected;
        for (kind, row) in &self.rows {
            line(&format!("{kind:?}"), row);
            sum.add(row);
        }
        line("not touched", &self.unaffected);
        line("all", &sum);
        for moved in &self.numbers_moved {
            println!("a deletion's number moved: {moved}");
        }
    }

    fn judge(&self) {}
}
