//! What `export` says.

use crate::cli::language::{Lang, tr};
use crate::model::note::Collection;
use crate::model::notetype::Kind;

use super::Refusal;
use super::count::{Thing, bytes, count, joined};
use super::session::before_particle;

/// The package would replace notes.
pub fn replaces_notes(path: &str) -> Refusal {
    Refusal {
        wrong: tr!(
            "{path}: this would overwrite your notes with the package",
            "{path}: ノートがパッケージで上書きされてしまいます"
        ),
        help: tr!("give -o a name that ends in .apkg", "-o には .apkg で終わる名前を指定してください"),
    }
}

/// A package was named as if it were notes.
pub fn is_a_package(path: &str) -> Refusal {
    Refusal {
        wrong: tr!("{path}: this is a package, not notes", "{path}: ノートではなく、パッケージです"),
        help: tr!(
            "name your notes, and the package after -o: soa-anki export notes/ -o {path}",
            "ノートを指定し、パッケージは -o の後に書いてください: soa-anki export notes/ -o {path}"
        ),
    }
}

/// The package would replace a file that this program needs.
pub fn replaces_own_file(path: &str) -> Refusal {
    Refusal {
        wrong: tr!(
            "{path}: soa-anki itself uses files of this name, so a package cannot be written here",
            "{path}: soa-anki 自身が使うファイルの名前なので、パッケージは書き出せません"
        ),
        help: tr!("give -o a name that ends in .apkg", "-o には .apkg で終わる名前を指定してください"),
    }
}

/// The package would replace a file that is none.
pub fn replaces_other_file(path: &str, better: &str) -> Refusal {
    Refusal {
        wrong: tr!(
            "{path}: this file is not a package of soa-anki, so it was not overwritten",
            "{path}: soa-anki のパッケージではないので、上書きしませんでした"
        ),
        help: tr!(
            "give -o another name, such as {better}, or delete this file first",
            "-o に {better} のような別の名前を指定するか、先にこのファイルを削除してください"
        ),
    }
}

/// There are warnings, and the user denies them.
pub fn denied(target: &str, warnings: usize) -> Refusal {
    let number = match Lang::current() {
        Lang::En => count(warnings, Thing::Warning),
        Lang::Ja => warnings.to_string(),
    };
    Refusal {
        wrong: tr!(
            "{target}: not written because of {number} (--deny-warnings)",
            "{target}: 警告が {number} 件あるため、書き出しませんでした (--deny-warnings)"
        ),
        help: tr!(
            "fix them (`soa-anki check` shows them), or leave out --deny-warnings",
            "直すか (`soa-anki check` で表示します)、--deny-warnings を外してください"
        ),
    }
}

/// All files are none of the notes.
pub fn all_skipped(target: &str) -> String {
    let target = before_particle(target);
    tr!(
        "all files were skipped (-v shows why); {target} was not written",
        "すべてのファイルが対象外なので (理由は -v で表示)、{target}は書き出しませんでした"
    )
}

/// The author skips all of it.
pub fn all_skipped_by_author(target: &str) -> (String, String) {
    let target = before_particle(target);
    (
        tr!(
            "no card is left: the notes say `soa: skip`; {target} was not written",
            "ノートに `soa: skip` と書かれていて、カードになるものがないので、{target}は書き出しませんでした"
        ),
        tr!(
            "delete `soa: skip` where you want cards; `soa-anki explain FILE` shows where it counts",
            "カードにしたい所の `soa: skip` を消してください。どこに効いているかは `soa-anki explain FILE` で表示できます"
        ),
    )
}

/// The package of the last export is as it was.
pub fn old_package_stays(target: &str) -> String {
    let target = before_particle(target);
    tr!("{target} still holds the last export", "{target}には前回書き出した内容が残っています")
}

/// No file could be read.
pub fn nothing_read(target: &str) -> String {
    let target = before_particle(target);
    tr!("no file could be read; {target} was not written", "読めるファイルがないので、{target}は書き出しませんでした")
}

/// Nothing in the notes makes a card, and what does.
pub fn nothing_to_learn(target: &str, files: usize) -> (String, String) {
    let (files, target) = (count(files, Thing::File), before_particle(target));
    let wrong = tr!(
        "nothing in {files} makes a card; {target} was not written",
        "{files}を読みましたが、カードになるものがないので、{target}は書き出しませんでした"
    );
    let help = tr!(
        "write text under a heading, or `- term: definition`",
        "見出しの下に文章を書くか、`- 用語: 説明` と書くと、カードになります"
    );
    (wrong, help)
}

/// What was written.
pub fn wrote(made: &Collection, decks: usize, target: &str) -> String {
    let (contents, files, decks) = (contents(made), files(made), count(decks, Thing::Deck));
    let target = before_particle(target);
    tr!("wrote {contents}{files} in {decks} to {target}", "{target}に書き出しました: {contents}{files}、{decks}")
}

/// What would be written.
pub fn would_write(made: &Collection, decks: usize, target: &str) -> String {
    let (contents, files, decks) = (contents(made), files(made), count(decks, Thing::Deck));
    let target = before_particle(target);
    tr!("would write {contents}{files} in {decks} to {target}", "{target}に書き出す内容: {contents}{files}、{decks}")
}

/// Decks that are not listed.
pub fn more_decks(rest: usize) -> String {
    let rest = count(rest, Thing::MoreDeck);
    tr!("        and {rest}", "        {rest}")
}

/// What the lock is for, after the first export.
pub fn keep_lock(name: &str) -> String {
    tr!(
        "keep {name} with your notes: it tells the next export which card is which",
        "{name} はノートと一緒に保管してください。次に書き出すとき、同じカードだと見分けるのに使います"
    )
}

/// The package is one of an earlier export, whose lock is not there any more, and what to do.
pub fn lock_is_gone(package: &str, lock: &str) -> (String, String) {
    (
        tr!(
            "{package} held an earlier export of these notes, but the {lock} of that export is gone",
            "{package} には、このノートから前に書き出した内容がありましたが、そのときの {lock} がなくなっています"
        ),
        tr!(
            "if you still have the former one (in the trash, a backup or Git), copy it over the new one and export again. If \
             not, go on and import: only cards whose terms or headings have changed become new ones",
            "前の soa-anki.lock が残っていれば (ごみ箱、バックアップ、Git など)、新しくできたものに上書きして、もう一度書き出してください。\
             どこにもなければ、そのまま読み込めます。ただし、用語や見出しを変えたカードは新しいカードになります"
        ),
    )
}

/// What to do next.
pub fn next() -> String {
    tr!(
        "next: choose File > Import in Anki, or open the file on your phone",
        "次に、Anki の「ファイル」>「読み込む」(古い版では「インポート」) で選ぶか、スマホで開いてください"
    )
}

/// What to do next with a package whose name Anki does not accept.
pub fn next_rename(path: &str) -> String {
    let path = before_particle(path);
    tr!(
        "next: rename {path} so that it ends in .apkg (Anki imports no other name), then choose File > Import in Anki",
        "次に、{path}の名前を .apkg で終わるように変えて (ほかの名前は Anki が読み込めません)、Anki の「ファイル」>\
         「読み込む」(古い版では「インポート」) で選んでください"
    )
}

/// Such as `6 cards (5 Anki notes: 3 terms, 2 clozes)`.
fn contents(made: &Collection) -> String {
    let of = |kind| made.notes.iter().filter(|note| note.kind == kind).count();
    let kinds = [(of(Kind::Term), Thing::Term), (of(Kind::Cloze), Thing::Cloze)];
    let kinds = kinds.into_iter().filter(|(number, _)| *number > 0);
    let kinds: Vec<String> = kinds.map(|(number, kind)| count(number, kind)).collect();
    let cards = made.notes.iter().map(|note| note.cards.len()).sum();
    let (cards, notes, kinds) = (count(cards, Thing::Card), count(made.notes.len(), Thing::AnkiNote), joined(&kinds));
    tr!("{cards} ({notes}: {kinds})", "{cards} ({notes}: {kinds})")
}

/// Such as ` and 2 media files (1.2 MB)`; nothing where there are none.
fn files(made: &Collection) -> String {
    match made.media.len() {
        0 => String::new(),
        number => {
            let (files, size) =
                (count(number, Thing::MediaFile), bytes(made.media.iter().map(|media| media.size).sum()));
            tr!(" and {files} ({size})", "、{files} ({size})")
        }
    }
}
