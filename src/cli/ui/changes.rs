//! What an import will bring: the sum of it, and what the user should look at.

use crate::Outcome;
use crate::cli::words::changes as words;
use crate::collect::changes::{self, Change, Changes};
use crate::identity::{Lock, Record};
use crate::model::notetype::Kind;

use super::console::Console;
use super::paths::{File, Shown};

/// Notes of one kind that are listed before the rest is only counted.
const LISTED: usize = 5;

/// Shows what an import will bring, where the last export was imported.
pub fn show(changes: &Changes<'_>, outcome: &Outcome, files: &[File], shown: &Shown, console: &Console) {
    show_counts(changes, console);
    let place = |change: &Change<'_>| {
        let origin = &outcome.origins[change.note];
        files[origin.source].place(origin.span.start)
    };
    let text = |change: &Change<'_>| &outcome.origins[change.note].text;
    let doubtful = changes.notes.iter().filter(|change| words::is_guess(change));
    list(console, doubtful, |change| {
        let (was, found) = change.was?;
        Some(words::guessed(&place(change), text(change), &was.term, &words::how(found)))
    });
    let ambiguous = changes.notes.iter().filter(|change| !change.candidates.is_empty());
    list(console, ambiguous, |change| {
        Some(words::ambiguous(&place(change), text(change), &change.candidates, &|path| shown.path(path)))
    });
    show_elsewhere(changes, console);
    show_empty(changes, console);
    show_gone(changes, outcome, shown, console);
    show_missing(changes, shown, console);
}

/// Says which notes have an ID of which there is no record.
pub fn show_unknown_ids(lock: &Lock, outcome: &Outcome, shown: &Shown, console: &Console) {
    list(console, changes::unknown_ids(lock, outcome).into_iter(), |record| {
        let id = record.author_id.as_deref()?;
        Some(words::unknown_id(&shown.path(&record.source), &record.term, id))
    });
}

/// Says which files are gone, outside of the part of the notes that was read: only all of them can tell what became of
/// their cards.
pub fn show_missing(changes: &Changes<'_>, shown: &Shown, console: &Console) {
    let paths: Vec<String> = changes.missing.iter().map(|path| shown.path(path)).collect();
    if let Some((first, rest)) = paths.split_first() {
        let (what, help) = words::missing(first, rest.len());
        console.advise(&what, &help);
    }
}

/// Shows how much an import will bring; or that it brings nothing, where not even a deck is another one.
pub fn show_counts(changes: &Changes<'_>, console: &Console) {
    match words::counts(changes) {
        Some(counts) if changes.reach_anki() => console.say(&words::on_import(&counts)),
        Some(counts) => console.say(&words::since_last(&counts)),
        None if changes.notes.is_empty() => console.say(&words::nothing()),
        None => {}
    }
}

/// Says that there is nothing to import, where something has changed, but no card.
pub fn show_whether_to_import(changes: &Changes<'_>, console: &Console) {
    if words::counts(changes).is_some() && !changes.reach_anki() {
        console.say(&words::nothing_to_import());
    }
}

/// Anki leaves cards in the deck that they are in.
pub fn show_elsewhere(changes: &Changes<'_>, console: &Console) {
    let elsewhere: Vec<&Change<'_>> = changes.notes.iter().filter(|change| change.other_deck).collect();
    if let Some((was, _)) = elsewhere.first().and_then(|change| change.was) {
        let (what, help) = words::stay_in_old_deck(elsewhere.len(), &was.deck);
        console.advise(&what, &help);
    }
}

/// Anki keeps reverse cards whose question is gone, and cards of clozes whose gap is.
pub fn show_empty(changes: &Changes<'_>, console: &Console) {
    if let Some((what, help)) = words::empty(changes.empty, changes.filled) {
        console.advise(&what, &help);
    }
}

/// Anki keeps what is no longer in the notes.
pub fn show_gone(changes: &Changes<'_>, outcome: &Outcome, shown: &Shown, console: &Console) {
    list(console, changes.gone.iter(), |record| {
        let said = match record.kind {
            _ if is_replaced(record, outcome) => words::replaced,
            Kind::Cloze => words::gone_cloze,
            Kind::Term => words::gone,
        };
        Some(said(&shown.path(&record.source), &record.term))
    });
    if !changes.gone.is_empty() {
        show_search(changes, console);
    }
}

/// Whether a card of the same name stands where one was that left: its ID is another one.
pub fn is_replaced(record: &Record, outcome: &Outcome) -> bool {
    outcome.origins.iter().any(|origin| {
        let path = &outcome.documents[origin.source].path;
        origin.text == record.term && *path == record.source && origin.context == record.context
    })
}

/// How to find in Anki what is no longer in the notes.
pub fn show_search(changes: &Changes<'_>, console: &Console) {
    if let Some(search) = changes::search(changes.gone.iter().chain(&changes.gone_before).copied()) {
        let (stays, help) = match &*changes.gone {
            [] => words::gone_before(changes.gone_before.len(), &search),
            [_, ..] => words::gone_stays(&search),
        };
        console.advise(&stays, &help);
    }
}

fn list<T>(console: &Console, all: impl Iterator<Item = T>, line: impl Fn(T) -> Option<String>) {
    let mut rest = 0;
    for (at, line) in all.filter_map(line).enumerate() {
        if at < LISTED || console.is_verbose() {
            console.say(&format!("  {line}"));
        } else {
            rest += 1;
        }
    }
    if rest > 0 {
        console.say(&format!("  {}", words::more(rest)));
    }
}
