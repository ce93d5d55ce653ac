//! What an export tells of what an import will bring.

use soa_anki::Outcome;
use soa_anki::collect::changes::{self, Change, Changes};
use soa_anki::identity::{Match, Record, Step};

use super::console::Console;
use super::messages::count;
use super::place::File;

/// Notes of one kind that are listed before the rest is only counted.
const LISTED: usize = 5;

/// Tells what an import will bring, where the last export was imported.
pub fn tell(changes: &Changes<'_>, outcome: &Outcome, files: &[File], console: &Console) {
    let Some(counts) = counts(changes) else {
        return console.say("an import changes nothing: all is as it was at the last export");
    };
    console.say(&format!("an import brings: {counts}"));
    let place = |change: &Change<'_>| {
        let origin = &outcome.origins[change.note];
        files[origin.source].place(origin.span.start)
    };
    let text = |change: &Change<'_>| outcome.origins[change.note].text.clone();
    let doubtful = changes.notes.iter().filter(|change| is_guess(change));
    list(console, doubtful, |change| {
        change
            .was
            .map(|(was, found)| format!("{}: `{}` was `{}` ({})", place(change), text(change), was.term, how(found)))
    });
    let ambiguous = changes.notes.iter().filter(|change| !change.candidates.is_empty());
    list(console, ambiguous, |change| {
        Some(format!("{}: `{}` is new: {}", place(change), text(change), candidates(&change.candidates)))
    });
    let elsewhere: Vec<&Change<'_>> = changes.notes.iter().filter(|change| change.other_deck).collect();
    if let Some((was, _)) = elsewhere.first().and_then(|change| change.was) {
        let cards = count(elsewhere.len(), "note");
        console.say(&format!(
            "the cards of {cards} stay in their old deck, such as `{}`, until you move them in Anki",
            was.deck
        ));
    }
    tell_empty(changes, console);
    tell_gone(changes, console);
}

/// Such as `+12 new, ~3 changed, →1 moved, −2 removed`. `None` when nothing happened.
pub fn counts(changes: &Changes<'_>) -> Option<String> {
    let of = |is: &dyn Fn(&Change<'_>) -> bool| changes.notes.iter().filter(|change| is(change)).count();
    let renamed = of(&|change| change.renamed);
    let edited = of(&|change| change.changed && !change.is_new());
    let parts = [
        (of(&|change| change.is_new()), "+", "new".to_owned()),
        (edited, "~", if renamed > 0 { format!("changed ({renamed} renamed)") } else { "changed".to_owned() }),
        (of(&|change| change.moved), "→", "moved".to_owned()),
        (changes.gone.len(), "−", "removed".to_owned()),
        (usize::from(changes.templates), "~", "look of the cards".to_owned()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, sign, word)| format!("{sign}{number} {word}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What has no question any more stays in Anki, too.
pub fn tell_empty(changes: &Changes<'_>, console: &Console) {
    if changes.empty > 0 {
        let cards = count(changes.empty, "reverse card");
        console.advise(
            &format!("{cards} will be empty in Anki until you delete them there"),
            "choose Tools > Empty Cards in Anki after the import",
        );
    }
}

/// What left the notes stays in Anki: where it is found there.
fn tell_gone(changes: &Changes<'_>, console: &Console) {
    let gone = changes.gone.iter().copied();
    list(console, changes.gone.iter(), |record| Some(format!("{}: `{}` left the notes", record.source, record.term)));
    if let Some(search) =
        changes::search(gone.chain(changes.gone_before.iter().copied())).filter(|_| !changes.gone.is_empty())
    {
        console.advise(
            "what left the notes stays in Anki until you delete it there",
            &format!("search in Anki's browser for {search}"),
        );
    }
}

/// Whether a note was recognised by likeness, so that a person should look at it.
pub fn is_guess(change: &Change<'_>) -> bool {
    change.was.is_some_and(|(_, found)| found.step > Step::SameText && (change.renamed || change.moved))
}

/// By what a note was recognised, in words, and how alike it is called.
pub fn how(found: Match) -> String {
    let words = match found.step {
        Step::Told => "the same id",
        Step::Same | Step::SameText => "the same",
        Step::MappedContext => "under a heading that was renamed or moved",
        Step::SameDefinition => "the same answer",
        Step::Children => "over the same terms",
        Step::SameTerm => "the same term",
        Step::Alike => "it reads alike",
    };
    if found.score < 1.0 { format!("{words}, {}", percent(found.score)) } else { words.to_owned() }
}

fn percent(score: f32) -> String {
    format!("{:.0} %", score * 100.0)
}

/// What a note may have been, and how to settle it.
pub fn candidates(records: &[&Record]) -> String {
    let may: Vec<String> =
        records.iter().map(|record| format!("`{}` ({}, id={})", record.term, record.source, record.guid)).collect();
    format!("it may have been {}; to settle it, write <!-- soa: id=… --> behind it", may.join(" or "))
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
        console.say(&format!("  and {rest} more (-v shows all)"));
    }
}
