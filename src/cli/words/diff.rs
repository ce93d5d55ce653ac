//! What `diff` says.

use crate::cli::language::tr;

use super::Refusal;
use super::count::{Thing, count};

/// Nothing was exported yet, and what to do.
pub fn first_export() -> (String, String) {
    (
        tr!("nothing was exported yet, so every card is new", "まだ書き出していないので、すべて新しいカードです"),
        tr!("`soa-anki export` makes the first package", "`soa-anki export` で最初のパッケージを書き出せます"),
    )
}

/// The lock is not there, though a package is, and what to do.
pub fn without_lock(lock: &str) -> (String, String) {
    (
        tr!(
            "there is no {lock} to compare with, so every card counts as new",
            "比較に使う {lock} がないので、すべて新しいカードとして数えました"
        ),
        tr!(
            "if you deleted it, put it back: without it, cards whose terms or headings have changed become new ones",
            "消したのなら、元に戻してください。ないまま書き出すと、用語や見出しの変わったカードは新しいカードになります"
        ),
    )
}

/// A card came back to the notes.
pub fn is_back() -> String {
    tr!(
        "back in your notes; if you deleted it in Anki, the next import brings it back",
        "ノートに戻りました。Anki で削除していても、読み込むと元に戻ります"
    )
}

/// A card left the notes, and one with another ID stands in its place.
pub fn is_replaced() -> String {
    tr!(
        "its place in your notes has a card with another ID now: keep that one, and delete in Anki the one that the search \
         below finds",
        "ノートの同じ場所は、別の ID のカードになりました。今のカードは残し、下の検索式で見つかるカードを Anki で削除してください"
    )
}

/// What some fields held is not known, and what to do.
pub fn unknown_fields() -> (String, String) {
    (
        tr!("the previous content of some fields is unknown", "前の内容が分からないフィールドがあります"),
        tr!(
            "name the package of the last export with --against",
            "前回書き出したパッケージを --against で指定してください"
        ),
    )
}

/// A file to compare with is not one that an export wrote.
pub fn not_a_package(path: &str) -> Refusal {
    Refusal {
        wrong: tr!(
            "{path}: not a package that soa-anki exported",
            "{path}: soa-anki で書き出したパッケージではありません"
        ),
        help: tr!(
            "name the .apkg file of the last export, or leave out --against",
            "前回書き出した .apkg ファイルを指定するか、--against を外してください"
        ),
    }
}

/// What a new card may have been.
pub fn candidate(term: &str, place: &str, id: &str) -> String {
    tr!(
        "may be `{term}` ({place}); if so, write <!-- soa: id={id} --> after it",
        "以前の `{term}` ({place}) かもしれません。同じカードなら、後ろに <!-- soa: id={id} --> と書いてください"
    )
}

/// What a card was called. `how`: by what it was recognised, in brackets.
pub fn was(term: &str, how: &str) -> String {
    tr!("was `{term}`{how}", "以前は `{term}`{how}")
}

/// Where a card was. `how`: by what it was recognised, in brackets.
pub fn was_in(place: &str, how: &str) -> String {
    tr!("was in {place}{how}", "以前の場所は {place}{how}")
}

/// Where the cards of a note stay, and where they belong now.
pub fn stays_in(was: &str, now: &str) -> String {
    tr!(
        "now in the deck `{now}`; the cards stay in `{was}` until you move them in Anki",
        "デッキは `{now}` に変わりましたが、カードは、Anki で移すまで `{was}` に残ります"
    )
}

/// What has changed in the same way on so many notes of a file is listed below.
pub fn on_several(file: &str, notes: usize) -> String {
    let notes = count(notes, Thing::AnkiNote);
    tr!("{file}: the same for {notes} (-v shows each):", "{file}: {notes}に共通 (-v で 1 件ずつ表示):")
}

/// What a field is called: in Japanese what it holds, with the name that Anki shows.
pub fn field(name: &str) -> String {
    match name {
        "Term" => tr!("Term", "用語 (Term)"),
        "Definition" => tr!("Definition", "説明 (Definition)"),
        "Text" => tr!("Text", "文 (Text)"),
        "Context" => tr!("Context", "上の見出し (Context)"),
        "Hint" => tr!("Hint", "前置き (Hint)"),
        "Extra" => tr!("Extra", "補足 (Extra)"),
        "Reverse" => tr!("Reverse", "逆向きの問題 (Reverse)"),
        "Tags" => tr!("Tags", "タグ"),
        other => other.to_owned(),
    }
}
