//! What an import will bring, in words.

use crate::collect::changes::{Change, Changes};
use crate::identity::{Match, MatchStep, Record};

use super::count::joined;
use crate::cli::language::tr;

/// Such as `an import brings: +12 new`.
pub fn brings(counts: &str) -> String {
    tr!("an import brings: {counts}", "読み込むと: {counts}")
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

/// How to find notes in Anki.
pub fn search_for(search: &str) -> String {
    tr!("search in Anki's browser for {search}", "Anki の「カード管理」で次を検索してください: {search}")
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

/// By what a note was recognised, in words, and how alike it is called.
pub fn how(found: Match) -> String {
    let words = step(found.step);
    if found.score < 1.0 { joined(&[words, percent(found.score)]) } else { words }
}

/// A step of matching, in words.
pub fn step(step: MatchStep) -> String {
    match step {
        MatchStep::AuthorId => tr!("the same id", "id が同じ"),
        MatchStep::SameName | MatchStep::SameText => tr!("the same", "同じもの"),
        MatchStep::MappedName => {
            tr!("under a heading that was renamed or moved", "見出しの名前か場所が変わった")
        }
        MatchStep::SameDefinition => tr!("the same answer", "答えが同じ"),
        MatchStep::Children => tr!("over the same terms", "下にある用語が同じ"),
        MatchStep::SameTerm => tr!("the same term", "用語が同じ"),
        MatchStep::Alike => tr!("it reads alike", "文面が似ている"),
    }
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
