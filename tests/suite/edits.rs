//! Who is who after edits: generated edits of real notes, and the truth about them.
//!
//! For each seed, notes are edited step by step and exported in memory, each time with the lock of the last export.
//! `SOA_ANKI_SEEDS` and `SOA_ANKI_STEPS` say how many (a change of the matching must pass `SOA_ANKI_SEEDS=10`),
//! `SOA_ANKI_SHOW=1` prints each entry that lost its guid or got another's, `SOA_ANKI_SHOW=Typo` those of one kind.
//!
//! `notebook` is the notes as lines that know who they are; `edit` chooses edits and changes text, `moves`
//! changes what stands where, by `structure`; `words` knows how people write; `history` compares exports with the
//! truth, `table` counts.

pub mod edit;
pub mod history;
mod moves;
pub mod notebook;
pub mod random;
pub mod structure;
pub mod table;
pub mod words;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use edit::{edit, plan};
use history::History;
use notebook::Notebook;
use random::Random;
use table::Table;

const STEPS: usize = 60;
const SEEDS: u64 = 2;
const STEPS_ELSEWHERE: usize = 16;
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
        let table = if name == SEED { years(&name, &[folder]) } else { few_steps(&name, &[folder]) };
        if name == SEED { table.judge_strictly() } else { table.judge_foreign() }
    }
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn number<T: std::str::FromStr>(variable: &str, otherwise: T) -> T {
    env::var(variable).ok().map_or(otherwise, |value| value.parse().ok().expect(variable))
}

fn years(name: &str, notes: &[PathBuf]) -> Table {
    judged(name, notes, SEEDS, STEPS)
}

/// The same of notes that may be many: unless more is asked for, as much as takes a minute or two.
fn few_steps(name: &str, notes: &[PathBuf]) -> Table {
    judged(name, notes, 1, STEPS_ELSEWHERE)
}

/// Years of edits: as many and as long as the environment says, or else as given.
fn judged(name: &str, notes: &[PathBuf], seeds: u64, steps: usize) -> Table {
    let mut table = Table::named(name);
    let steps = number("SOA_ANKI_STEPS", steps);
    for seed in 1..=number("SOA_ANKI_SEEDS", seeds) {
        year(notes, seed, steps, &mut table);
    }
    table.print();
    table
}

fn year(notes: &[PathBuf], seed: u64, steps: usize, table: &mut Table) {
    let mut random = Random::new(seed);
    let mut notebook = Notebook::read(notes);
    let (mut history, _) = History::begin(&notebook, START);
    for (step, kind) in plan(steps, &mut random).into_iter().enumerate() {
        let edited = edit(kind, &mut notebook, &history.found, &mut random);
        let misses = history.misses.len();
        let now = START + 86_400 * (1 + i64::try_from(step).unwrap());
        history.step(&notebook, now, kind, &edited, |guid| Some(guid.to_owned()));
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
