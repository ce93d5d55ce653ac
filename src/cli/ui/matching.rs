//! Why entries are, or are not, those of the last export: shown with `-v`.

use super::console::Console;
use super::paths::{File, Shown};
use crate::Outcome;
use crate::cli::words::matching::{self as words, Reasons};
use crate::collect::changes::Changes;
use crate::identity::Lock;

/// Shows it for every note that was not an exact match, and for every record that left the notes.
pub fn show(changes: &Changes<'_>, lock: &Lock, outcome: &Outcome, files: &[File], shown: &Shown, console: &Console) {
    if !console.is_verbose() {
        return;
    }
    let reasons = Reasons::new(lock, outcome);
    for change in &changes.notes {
        let origin = &outcome.origins[change.note];
        let (place, text) = (files[origin.source].place(origin.span.start), &origin.text);
        let lines = reasons.of_note(change.note);
        let title = words::why_note(&place, text, change.was.map(|(was, _)| was.term.as_ref()));
        say(&title, &lines, console);
    }
    for record in &changes.gone {
        let title = words::why_gone(&shown.path(&record.source), &record.term);
        say(&title, &reasons.of_record(record), console);
    }
}

fn say(title: &str, lines: &[String], console: &Console) {
    if !lines.is_empty() {
        console.detail(title);
    }
    for line in lines {
        console.detail(&format!("  {line}"));
    }
}
