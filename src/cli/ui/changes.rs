//! What an import will bring: the sum of it, and what the user should look at.

use crate::Outcome;
use crate::cli::language::tr;
use crate::cli::words::changes as words;
use crate::cli::words::count::{Thing, count};
use crate::collect::changes::{self, Change, Changes};

use super::console::Console;
use super::paths::File;

/// Notes of one kind that are listed before the rest is only counted.
const LISTED: usize = 5;

/// Tells what an import will bring, where the last export was imported.
pub fn tell(changes: &Changes<'_>, outcome: &Outcome, files: &[File], console: &Console) {
    let Some(counts) = words::counts(changes) else {
        return console.say(&tr!(
            "an import changes nothing: all is as it was at the last export",
            "読み込んでも何も変わりません。すべて前回の書き出しのままです"
        ));
    };
    console.say(&words::brings(&counts));
    let place = |change: &Change<'_>| {
        let origin = &outcome.origins[change.note];
        files[origin.source].place(origin.span.start)
    };
    let text = |change: &Change<'_>| outcome.origins[change.note].text.clone();
    let doubtful = changes.notes.iter().filter(|change| words::is_guess(change));
    list(console, doubtful, |change| {
        change.was.map(|(was, found)| {
            let (place, text, was, how) = (place(change), text(change), &was.term, words::how(found));
            tr!("{place}: `{text}` was `{was}` ({how})", "{place}: `{text}` は以前の `{was}` ({how})")
        })
    });
    let ambiguous = changes.notes.iter().filter(|change| !change.candidates.is_empty());
    list(console, ambiguous, |change| {
        let (place, text, candidates) = (place(change), text(change), words::candidates(&change.candidates));
        Some(tr!("{place}: `{text}` is new: {candidates}", "{place}: `{text}` は新しいカードです: {candidates}"))
    });
    tell_elsewhere(changes, console);
    tell_empty(changes, console);
    tell_gone(changes, console);
}

/// Anki leaves cards in the deck that they are in.
fn tell_elsewhere(changes: &Changes<'_>, console: &Console) {
    let elsewhere: Vec<&Change<'_>> = changes.notes.iter().filter(|change| change.other_deck).collect();
    if let Some((was, _)) = elsewhere.first().and_then(|change| change.was) {
        let (notes, deck) = (count(elsewhere.len(), Thing::Note), &was.deck);
        console.say(&tr!(
            "the cards of {notes} stay in their old deck, such as `{deck}`, until you move them in Anki",
            "{notes}のカードは、Anki で移すまで元のデッキ (`{deck}` など) に残ります"
        ));
    }
}

/// What has no question any more stays in Anki, too.
pub fn tell_empty(changes: &Changes<'_>, console: &Console) {
    if changes.empty > 0 {
        let cards = count(changes.empty, Thing::ReverseCard);
        console.advise(
            &tr!(
                "{cards} will be empty in Anki until you delete them there",
                "{cards}が、Anki で消すまで空のまま残ります"
            ),
            &tr!(
                "choose Tools > Empty Cards in Anki after the import",
                "読み込んだ後、Anki で「ツール」>「空のカードを確認」を選んでください"
            ),
        );
    }
}

/// What left the notes stays in Anki: where it is found there.
fn tell_gone(changes: &Changes<'_>, console: &Console) {
    let gone = changes.gone.iter().copied();
    list(console, changes.gone.iter(), |record| {
        let (source, term) = (&record.source, &record.term);
        Some(tr!("{source}: `{term}` left the notes", "{source}: `{term}` はノートからなくなりました"))
    });
    if let Some(search) =
        changes::search(gone.chain(changes.gone_before.iter().copied())).filter(|_| !changes.gone.is_empty())
    {
        let stays = tr!(
            "what left the notes stays in Anki until you delete it there",
            "ノートからなくなったものは、Anki で消すまで Anki に残ります"
        );
        console.advise(&stays, &words::search_for(&search));
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
        console.say(&tr!("  and {rest} more (-v shows all)", "  ほかに {rest} 件 (-v ですべて表示)"));
    }
}
