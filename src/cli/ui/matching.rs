//! Why entries are, or are not, those of the last export: shown with `-v`.

use super::console::Console;
use super::paths::File;
use crate::Outcome;
use crate::cli::language::tr;
use crate::cli::words::matching::Reasons;
use crate::collect::changes::Changes;
use crate::identity::Lock;

/// Says it about every note that was not an exact match, and about every record that left the notes.
pub fn tell(changes: &Changes<'_>, lock: &Lock, outcome: &Outcome, files: &[File], console: &Console) {
    if !console.is_verbose() {
        return;
    }
    let reasons = Reasons::new(lock, outcome);
    for change in &changes.notes {
        let origin = &outcome.origins[change.note];
        let (place, text) = (files[origin.source].place(origin.span.start), &origin.text);
        let lines = reasons.of_note(change.note);
        let title = match change.was {
            Some((was, _)) => {
                let was = &was.term;
                tr!("why {place}: `{text}` is `{was}`", "{place}: `{text}` を `{was}` とした理由")
            }
            None => tr!("why {place}: `{text}` is new", "{place}: `{text}` を新しいとした理由"),
        };
        say(&title, &lines, console);
    }
    for record in &changes.gone {
        let (source, term) = (&record.source, &record.term);
        let title = tr!("why {source}: `{term}` left", "{source}: `{term}` がなくなったとした理由");
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
