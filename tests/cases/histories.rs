//! Histories: `tests/histories/NAME.txt` has the notes of two or more exports, and who is who at the last one.
//!
//! `<a.md>` begins a file, `---` the notes of the next export, `===` what is expected: a line for each entry of the last
//! export with the record of the lock that it is, or `new`, and the records that it may be. Each number of
//! `src/identity/weights.rs` that is moved to half, double or zero makes one of these, or a unit test, fail.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use libtest_mimic::Trial;
use soa_anki::{Config, Guid, Lock, MediaIndex, Outcome, Record, Source, collect, extract};

use crate::expected::{compare, files};

/// A second later for each export.
const START: i64 = 1_767_225_600;

/// A test for each history.
pub fn cases() -> Vec<Trial> {
    let case = |(name, path): (String, std::path::PathBuf)| {
        Trial::test(format!("histories::{name}"), move || compare(&path, &show(&path)))
    };
    files("histories", "txt").into_iter().map(case).collect()
}

/// The file with who is who as it is.
fn show(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let notes = text.split("===\n").next().unwrap_or_default();
    let mut lock = Lock::default();
    let mut last = None;
    for (at, version) in (0..).zip(notes.split("---\n")) {
        let config = Config::default();
        let extraction = extract(&sources(version), &config);
        let outcome = collect(extraction, Some(&lock), &MediaIndex::default(), &config, START + at);
        let next = outcome.lock.clone().unwrap();
        last = Some((std::mem::replace(&mut lock, next), outcome));
    }
    let (before, outcome) = last.unwrap();
    format!("{notes}===\n{}", who_is_who(&before, &outcome))
}

/// The files of a version. What stands before the first is a comment.
fn sources(version: &str) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for line in version.lines() {
        if let Some(path) = line.strip_prefix('<').and_then(|line| line.strip_suffix(".md>")) {
            sources.push(Source { path: format!("{path}.md"), ..Source::default() });
        } else if let Some(source) = sources.last_mut() {
            source.text += line;
            source.text += "\n";
        }
    }
    sources
}

fn who_is_who(before: &Lock, outcome: &Outcome) -> String {
    let mut out = String::new();
    for (at, (origin, fate)) in outcome.origins.iter().zip(&outcome.fates).enumerate() {
        let now = name(&outcome.documents[origin.source].path, &origin.context, &origin.text);
        let line = match fate.known.map(|known| &before.records[known.record]) {
            Some(record) => format!("{now} = {}", of(before, record)),
            None => format!("{now} = new"),
        };
        let _ = writeln!(out, "{line}");
        for (_, candidates) in outcome.ambiguous.iter().filter(|(new, _)| *new == at) {
            for &candidate in candidates {
                let _ = writeln!(out, "    or {}", of(before, &before.records[candidate]));
            }
        }
    }
    out
}

/// A record; with its number where others have the same name.
fn of(lock: &Lock, record: &Record) -> String {
    let named = |record: &Record| name(&record.source, &record.context, &record.term);
    let own = named(record);
    let same: Vec<&Guid> = lock.records.iter().filter(|other| named(other) == own).map(|other| &other.guid).collect();
    let number = same.iter().position(|guid| **guid == record.guid).map_or(0, |at| at + 1);
    if same.len() > 1 { format!("{own} ({number})") } else { own }
}

fn name(path: &str, context: &[String], term: &str) -> String {
    let parts = std::iter::once(path).chain(context.iter().map(String::as_str)).chain([term]);
    parts.collect::<Vec<_>>().join(" › ")
}
