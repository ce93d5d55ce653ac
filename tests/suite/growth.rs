//! How the work of recognising entries grows with the notes: a measurement, to be looked at by a person.

use std::time::Instant;

use soa_anki::{Config, Extraction, Lock, MediaIndex, Outcome, Source, collect, extract};

/// Entries of a file.
const FILE: usize = 100;

#[test]
#[ignore = "a measurement"]
fn a_renamed_folder_with_half_of_its_terms_edited() {
    for number in [25_000, 50_000, 100_000] {
        let old = found(number, "a", |_| false);
        let lock = export(old.clone(), None).1.lock.unwrap();
        let first = export(old.clone(), Some(&lock));
        println!("{number} unchanged: {:.3} s, without a lock {:.3} s", first.0, alone(old.clone()));
        let cases = [
            ("one term edited", found(number, "a", |at| at == 777)),
            ("renamed, half of the terms edited", found(number, "b", |at| at % 4 < 2)),
        ];
        for (what, today) in cases {
            let (seconds, outcome) = export(today, Some(&lock));
            let known = outcome.fates.iter().filter(|fate| fate.known.is_some()).count();
            println!("{number} {what}: {seconds:.3} s, {known} of {} known", outcome.fates.len());
        }
    }
}

/// That the steps of parting them grow no faster is held beside `recognise::seams`.
#[test]
#[ignore = "a measurement"]
fn quizzes_without_blank_lines() {
    let quizzes = [
        ("in paragraphs", "Which floats?\nA. oak\nB. balsa\nAnswer: B\n\n"),
        ("in one paragraph", "Q1. Which floats?\nA. oak\nB. balsa\nAnswer: B\n"),
        ("under numbers", "1. Which floats?\n   - oak\n   - balsa\n   Answer: 2\n\n"),
        ("in bullets", "- Q1. Which floats?\n- A. oak\n- B. balsa\n- Answer: B\n"),
    ];
    for (what, quiz) in quizzes {
        for number in [1_000, 2_000, 4_000] {
            // Numbered, because what asks the same is joined.
            let quiz = |at: usize| quiz.replace("floats", &format!("floats in pond {at}"));
            let text: String = (0..number).map(quiz).collect();
            let source = Source { path: "a.md".to_owned(), text, ..Source::default() };
            let start = Instant::now();
            let found = extract(&[source], &Config::default());
            println!("{number} {what}: {:.3} s, {} entries", start.elapsed().as_secs_f64(), found.entries.len());
        }
    }
}

/// Seconds that it takes to collect with a lock, and what comes of it. Without one, an empty one.
fn export(extraction: Extraction, lock: Option<&Lock>) -> (f64, Outcome) {
    let start = Instant::now();
    let outcome = collect(
        extraction,
        Some(lock.unwrap_or(&Lock::default())),
        &MediaIndex::default(),
        &Config::default(),
        1_700_000_000,
    );
    (start.elapsed().as_secs_f64(), outcome)
}

/// Seconds that it takes without a lock.
fn alone(extraction: Extraction) -> f64 {
    let start = Instant::now();
    collect(extraction, None, &MediaIndex::default(), &Config::default(), 1_700_000_000);
    start.elapsed().as_secs_f64()
}

/// What is found in notes with so many entries in a folder of this name. Some have other terms than at first, and
/// half of those other definitions, too.
fn found(number: usize, folder: &str, edited: impl Fn(usize) -> bool) -> Extraction {
    let item = |at: usize| {
        let word = format!("{:x}", at.wrapping_mul(0x9e37_79b9) & 0xffff_ffff);
        let term = if edited(at) { "edited" } else { "Term" };
        let verb = if edited(at) && at.is_multiple_of(2) { "was" } else { "is" };
        format!("- {term} {word}: what {word} {verb} and does, as said in part {} of the {word} book.\n", at % 97)
    };
    let file = |file: usize| {
        let items: String = (file * FILE..(file + 1) * FILE).map(item).collect();
        let text = format!("## Section {file}\n{items}");
        Source { path: format!("{folder}/{file}.md"), text, ..Source::default() }
    };
    extract(&(0..number / FILE).map(file).collect::<Vec<_>>(), &Config::default())
}
