//! What an export tells of what an import will bring.

use crate::Outcome;
use crate::collect::changes::{self, Change, Changes};
use crate::identity::{Match, Record, Step};

use super::console::Console;
use super::count::{Thing, count, joined};
use super::language::tr;
use super::place::File;

/// Notes of one kind that are listed before the rest is only counted.
const LISTED: usize = 5;

/// Tells what an import will bring, where the last export was imported.
pub fn tell(changes: &Changes<'_>, outcome: &Outcome, files: &[File], console: &Console) {
    let Some(counts) = counts(changes) else {
        return console.say(&tr!(
            "an import changes nothing: all is as it was at the last export",
            "読み込んでも何も変わりません。すべて前回の書き出しのままです"
        ));
    };
    console.say(&brings(&counts));
    let place = |change: &Change<'_>| {
        let origin = &outcome.origins[change.note];
        files[origin.source].place(origin.span.start)
    };
    let text = |change: &Change<'_>| outcome.origins[change.note].text.clone();
    let doubtful = changes.notes.iter().filter(|change| is_guess(change));
    list(console, doubtful, |change| {
        change.was.map(|(was, found)| {
            let (place, text, was, how) = (place(change), text(change), &was.term, how(found));
            tr!("{place}: `{text}` was `{was}` ({how})", "{place}: `{text}` は以前の `{was}` ({how})")
        })
    });
    let ambiguous = changes.notes.iter().filter(|change| !change.candidates.is_empty());
    list(console, ambiguous, |change| {
        let (place, text, candidates) = (place(change), text(change), candidates(&change.candidates));
        Some(tr!("{place}: `{text}` is new: {candidates}", "{place}: `{text}` は新しいカードです: {candidates}"))
    });
    tell_elsewhere(changes, console);
    tell_empty(changes, console);
    tell_gone(changes, console);
}

/// Such as `an import brings: +12 new`.
pub fn brings(counts: &str) -> String {
    tr!("an import brings: {counts}", "読み込むと: {counts}")
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

/// Such as `+12 new, ~3 changed, →1 moved, −2 removed`. `None` when nothing happened.
pub fn counts(changes: &Changes<'_>) -> Option<String> {
    let of = |is: &dyn Fn(&Change<'_>) -> bool| changes.notes.iter().filter(|change| is(change)).count();
    let renamed = of(&|change| change.renamed);
    let edited = of(&|change| change.changed && !change.is_new());
    let parts = [
        (of(&|change| change.is_new()), "+", tr!("new", "新規")),
        (edited, "~", changed(renamed)),
        (of(&|change| change.moved), "→", tr!("moved", "移動")),
        (changes.gone.len(), "−", tr!("removed", "ノートから削除")),
        (usize::from(changes.templates), "~", tr!("look of the cards", "カードの見た目")),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, sign, word)| format!("{sign}{number} {word}"))
        .collect();
    (!parts.is_empty()).then(|| joined(&parts))
}

fn changed(renamed: usize) -> String {
    match renamed {
        0 => tr!("changed", "変更"),
        _ => tr!("changed ({renamed} renamed)", "変更 (うち名前の変更 {renamed})"),
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
        console.advise(&stays, &search_for(&search));
    }
}

/// How to find notes in Anki.
pub fn search_for(search: &str) -> String {
    tr!("search in Anki's browser for {search}", "Anki の「カード管理」で次を検索してください: {search}")
}

/// Whether a note was recognised by likeness, so that a person should look at it.
pub fn is_guess(change: &Change<'_>) -> bool {
    change.was.is_some_and(|(_, found)| found.step > Step::SameText && (change.renamed || change.moved))
}

/// By what a note was recognised, for other programs.
pub fn code(found: Match) -> &'static str {
    match found.step {
        Step::Told => "id",
        Step::Same | Step::SameText => "same",
        Step::MappedContext => "same-heading",
        Step::SameDefinition => "same-answer",
        Step::Children => "same-terms-below",
        Step::SameTerm => "same-term",
        Step::Alike => "alike",
    }
}

/// By what a note was recognised, in words, and how alike it is called.
pub fn how(found: Match) -> String {
    let words = match found.step {
        Step::Told => tr!("the same id", "id が同じ"),
        Step::Same | Step::SameText => tr!("the same", "同じもの"),
        Step::MappedContext => {
            tr!("under a heading that was renamed or moved", "見出しの名前か場所が変わった")
        }
        Step::SameDefinition => tr!("the same answer", "答えが同じ"),
        Step::Children => tr!("over the same terms", "下にある用語が同じ"),
        Step::SameTerm => tr!("the same term", "用語が同じ"),
        Step::Alike => tr!("it reads alike", "文面が似ている"),
    };
    if found.score < 1.0 { joined(&[words, percent(found.score)]) } else { words }
}

fn percent(score: f32) -> String {
    format!("{:.0} %", score * 100.0)
}

/// What a note may have been, and how to settle it.
pub fn candidates(records: &[&Record]) -> String {
    let may: Vec<String> =
        records.iter().map(|record| format!("`{}` ({}, id={})", record.term, record.source, record.guid)).collect();
    let may = may.join(&tr!(" or ", " か "));
    tr!(
        "it may have been {may}; to settle it, write <!-- soa: id=… --> behind it",
        "以前の {may} かもしれません。そうなら、後ろに <!-- soa: id=… --> と書いてください"
    )
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
