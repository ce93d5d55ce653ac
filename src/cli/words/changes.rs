//! What an import will bring, in words.

use crate::collect::changes::{Change, Changes};
use crate::identity::{Match, MatchStep, Record};

use super::count::{Thing, count, joined};
use crate::cli::language::tr;

/// Such as `on import: Anki notes +12 new`.
pub fn on_import(counts: &str) -> String {
    tr!("on import: {counts}", "読み込むと: {counts}")
}

/// The same where an import changes nothing, such as `since the last export: Anki notes →9 moved in your notes`.
pub fn since_last(counts: &str) -> String {
    tr!("since the last export: {counts}", "前回の書き出しから: {counts}")
}

/// What has changed is on no card.
pub fn nothing_to_import() -> String {
    tr!(
        "nothing new to import: the cards are the same as in the last export",
        "新しく読み込むものはありません。カードは前回書き出したものと同じです"
    )
}

/// Nothing has changed.
pub fn nothing() -> String {
    tr!("nothing has changed since the last export", "前回の書き出しから何も変わっていません")
}

/// A card was recognised, but only by likeness. `how`: by what.
pub fn guessed(place: &str, text: &str, was: &str, how: &str) -> String {
    tr!("{place}: `{text}` was `{was}` ({how})", "{place}: `{text}` は以前の `{was}` ({how})")
}

/// A card is new, and may be one, or one of several, that left the notes.
pub fn ambiguous(place: &str, text: &str, records: &[&Record], shown: &dyn Fn(&str) -> String) -> String {
    let may: Vec<String> = records
        .iter()
        .map(|record| format!("`{}` ({}, id={})", record.term, shown(&record.source), record.guid))
        .collect();
    let may = may.join(&tr!(" or ", " か "));
    tr!(
        "{place}: `{text}` is a new card, but may be {may}; to settle it, write <!-- soa: id=… --> after it",
        "{place}: `{text}` は新しいカードにしました。以前の {may} かもしれません。同じカードなら、後ろに <!-- soa: id=… --> と書いてください"
    )
}

/// Cards stay in the deck that they are in, such as `deck`, and how to move them.
pub fn stay_in_old_deck(notes: usize, deck: &str) -> (String, String) {
    let notes = count(notes, Thing::AnkiNote);
    (
        tr!(
            "the deck has changed for {notes}, but existing cards stay in the old one (such as `{deck}`) until you move \
             them in Anki",
            "{notes}のデッキが変わりました。すでにあるカードは、Anki で移すまで元のデッキ (`{deck}` など) に残ります"
        ),
        tr!(
            "to move them, select them in Anki's browser and choose Cards > Change Deck",
            "Anki の「カード管理」(古い版では「検索」か「ブラウザ」) でカードを選び、「カード」>「デッキを変更」で移せます"
        ),
    )
}

/// Reverse cards and cards of gaps are empty, and what to do. `None` for none.
pub fn empty(reverse: usize, gaps: usize) -> Option<(String, String)> {
    let counted = |number: usize, thing: Thing| (number > 0).then(|| count(number, thing));
    let cards: Vec<String> =
        [counted(reverse, Thing::ReverseCard), counted(gaps, Thing::GapCard)].into_iter().flatten().collect();
    let cards = (!cards.is_empty()).then(|| cards.join(&tr!(" and ", "と")))?;
    let will_be_empty = if reverse + gaps == 1 {
        tr!("{cards} will be empty in Anki until you delete it", "{cards}が空になり、Anki で削除するまで残ります")
    } else {
        tr!("{cards} will be empty in Anki until you delete them", "{cards}が空になり、Anki で削除するまで残ります")
    };
    Some((
        will_be_empty,
        tr!(
            "after the import, choose Tools > Empty Cards in Anki",
            "読み込んだ後、Anki の「ツール」>「空のカードを確認」(古い版では「白紙カードをチェック」) で削除してください"
        ),
    ))
}

/// A card is no longer made: its text left the notes, or is no question any more.
pub fn gone(path: &str, term: &str) -> String {
    tr!("{path}: `{term}` is no card any more", "{path}: `{term}` はカードにならなくなりました")
}

/// A sentence with gaps left the notes, or has no gap any more.
pub fn gone_cloze(path: &str, term: &str) -> String {
    let why = no_gap();
    tr!("{path}: `{term}`: {why}", "{path}: `{term}`: {why}")
}

/// Why a sentence with gaps is no longer one.
pub fn no_gap() -> String {
    tr!(
        "it has no gap any more, because its bold was taken off or the sentence is gone",
        "太字がなくなったか、文がなくなったため、穴埋めではなくなりました"
    )
}

/// A card left the notes, and another one stands in its place.
pub fn replaced(path: &str, term: &str) -> String {
    tr!(
        "{path}: `{term}` is a card with another ID now: keep that one, and delete the one that the search below finds",
        "{path}: `{term}` は、別の ID のカードになりました。今のカードは残し、下の検索式で見つかるカードを削除してください"
    )
}

/// A note has an ID of which there is no record.
pub fn unknown_id(path: &str, term: &str, id: &str) -> String {
    tr!(
        "{path}: `{term}`: there is no record of the ID {id} in the lock, so it has no effect; it may have been removed by \
         `lock prune`",
        "{path}: `{term}`: ID {id} の記録が lock にないため、元のカードには戻りません (`lock prune` で削除した可能性があります)"
    )
}

/// A file is gone, and `rest` others with it, outside of the part of the notes that was read; and what to do.
pub fn missing(path: &str, rest: usize) -> (String, String) {
    let what = match rest {
        0 => tr!("{path} is not there any more", "{path} が見つかりません"),
        _ => tr!("{path} and {rest} more are not there any more", "{path} (ほか {rest} 件) が見つかりません"),
    };
    (
        what,
        tr!(
            "this was only a part of your notes; export all of them to see whether it was renamed. Until then, delete \
             none of its cards in Anki",
            "今回読んだのはノートの一部です。すべてのノートを書き出すと、名前が変わっただけかどうか分かります。\
             それまでは、そのカードを Anki で削除しないでください"
        ),
    )
}

/// What is no longer made stays in Anki, and how to find it there.
pub fn gone_stays(search: &str) -> (String, String) {
    (
        tr!(
            "a card that is no longer made stays in Anki until you delete it there; where its text is still in your notes, \
             `soa-anki explain FILE` says why",
            "作られなくなったカードは、Anki で削除するまで Anki に残ります。文章がノートに残っているなら、\
             `soa-anki explain ファイル` で理由が分かります"
        ),
        found_by(search),
    )
}

/// What earlier exports no longer made may still be in Anki, and how to find it there.
pub fn gone_before(records: usize, search: &str) -> (String, String) {
    let notes = count(records, Thing::AnkiNote);
    (
        tr!(
            "no longer made since an earlier export, and perhaps still in Anki: {notes}",
            "以前の書き出しで作られなくなった {notes}が、まだ Anki に残っているかもしれません"
        ),
        found_by(search),
    )
}

/// How to find in Anki what is no longer made.
fn found_by(search: &str) -> String {
    tr!(
        "to find what is left there, search in Anki's browser for {search}; once that is deleted, `soa-anki lock prune` ends this message",
        "Anki の「カード管理」(古い版では「検索」か「ブラウザ」) で次を検索すると見つかります: {search}。\
         削除した後は、`soa-anki lock prune` でこの表示を消せます"
    )
}

/// More changes of a kind than are listed.
pub fn more(rest: usize) -> String {
    tr!("and {rest} more (-v shows all)", "ほかに {rest} 件 (-v ですべて表示)")
}

/// Such as `+12 new, ~3 changed, →1 moved, −2 no longer made`. `None` when nothing happened.
pub fn counts(changes: &Changes<'_>) -> Option<String> {
    let of = |is: &dyn Fn(&Change<'_>) -> bool| changes.notes.iter().filter(|change| is(change)).count();
    let renamed = of(&|change| change.renamed);
    let edited = of(&|change| change.changed && !change.is_new());
    let parts = [
        (of(&|change| change.is_new()), "+", tr!("new", "新規")),
        (of(&|change| change.back), "+", tr!("back in your notes", "元のノートに戻った")),
        (edited, "~", changed(renamed)),
        (of(&|change| change.moved && change.only_moved()), "→", tr!("moved in your notes", "元のノートの中で移動")),
        (of(&|change| !change.moved && change.only_moved()), "→", tr!("in another deck now", "デッキの変更")),
        (changes.gone.len(), "−", tr!("no longer made", "作られなくなった")),
    ];
    let parts = parts.into_iter().filter(|(number, ..)| *number > 0);
    let parts = parts.map(|(number, sign, word)| format!("{sign}{number} {word}"));
    let look = changes.templates.then(|| tr!("~ look of all cards", "~ すべてのカードの見た目"));
    let numbers = joined(&parts.collect::<Vec<_>>());
    let numbers = (!numbers.is_empty()).then(|| tr!("Anki notes {numbers}", "Anki のノート {numbers}"));
    let parts: Vec<String> = numbers.into_iter().chain(look).collect();
    (!parts.is_empty()).then(|| joined(&parts))
}

fn changed(renamed: usize) -> String {
    match renamed {
        0 => tr!("changed", "変更"),
        _ => tr!("changed ({renamed} renamed)", "変更 (うち名前の変更 {renamed})"),
    }
}

/// Whether a note was recognised by likeness, so that a person should look at it.
pub fn is_guess(change: &Change<'_>) -> bool {
    change.was.is_some_and(|(_, found)| !found.step.is_exact() && (change.renamed || change.moved))
}

/// By what a note was recognised, for other programs.
pub fn code(found: Match) -> &'static str {
    match found.step {
        MatchStep::AuthorId => "id",
        MatchStep::SameName | MatchStep::SameText => "same",
        MatchStep::MappedName => "same-heading",
        MatchStep::SameDefinition => "same-answer",
        MatchStep::Children => "same-terms-below",
        MatchStep::SameTerm => "same-term",
        MatchStep::Alike => "alike",
    }
}

/// By what a note was recognised, in words, and how alike it is called, where that says anything.
pub fn how(found: Match) -> String {
    /// Names that are less alike have nothing in common but chance.
    const WORTH_SAYING: f32 = 0.3;
    let words = step(found.step);
    if (WORTH_SAYING..1.0).contains(&found.score) { joined(&[words, likeness(found.score)]) } else { words }
}

/// A step of matching, in words.
pub fn step(step: MatchStep) -> String {
    match step {
        MatchStep::AuthorId => tr!("the same ID", "ID が同じ"),
        MatchStep::SameName => tr!("the same term under the same headings", "見出しと用語が同じ"),
        MatchStep::SameText => tr!("the same term and answer", "用語と答えが同じ"),
        MatchStep::MappedName => tr!("its heading was renamed or moved", "見出しの名前か場所が変わった"),
        MatchStep::SameDefinition => tr!("the same answer", "答えが同じ"),
        MatchStep::Children => tr!("the same terms below it", "下にある用語が同じ"),
        MatchStep::SameTerm => tr!("the same term", "用語が同じ"),
        MatchStep::Alike => tr!("similar text", "文面が似ている"),
    }
}

/// How alike two terms are.
fn likeness(score: f32) -> String {
    let percent = format!("{:.0} %", score * 100.0);
    tr!("terms {percent} alike", "用語の近さ {percent}")
}
