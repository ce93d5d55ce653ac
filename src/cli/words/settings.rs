//! What is said of settings: the file that explains them, what may be written, and what is wrong.

use std::fmt::Write as _;

use crate::Config;
use crate::cli::language::{Lang, tr};
use crate::model::config::{Form, Key, Slip, Value, Wrong};

use super::count::joined;
use super::{Refusal, own_words};

/// A value, as it is written in the file.
pub fn toml(value: &Value) -> String {
    // What JSON calls a text, a truth, a number or a list of texts, TOML writes alike.
    serde_json::to_string(value).unwrap_or_default().replace("\",\"", "\", \"")
}

/// The file to start from: each choice with its default, as a comment.
pub fn template() -> String {
    let mut text = tr!(
        "# How soa-anki makes cards of these notes. To change a setting, remove the # from its line and edit the value.\n",
        "# このノートから soa-anki が作るカードの設定。変えるには、行頭の # を外して値を書き換える。\n"
    );
    let mut section = "";
    for key in Key::all() {
        let (of, name) = key.name().split_once('.').unwrap_or_default();
        if of != section {
            let _ = write!(text, "\n[{of}]\n");
            if matches!(key, Key::Words(_)) {
                text += &about_words();
            }
            section = of;
        }
        let default = toml(&key.get(&Config::default()));
        let _ = write!(text, "# {}\n# {name} = {default}\n", about(key));
    }
    text
}

/// Such as `did you mean X?`.
pub fn did_you_mean(meant: &str) -> String {
    tr!("did you mean `{meant}`?", "もしかして: `{meant}`")
}

/// The titles of the columns of `config show`: setting, value, where it comes from.
pub fn columns() -> [String; 3] {
    [tr!("setting", "設定"), tr!("value", "値"), tr!("from", "決まった場所")]
}

/// The source of a value that is not set.
pub fn default() -> String {
    tr!("default", "既定値")
}

/// The file that `config init` would write exists.
pub fn file_exists(path: &str) -> Refusal {
    Refusal {
        wrong: tr!("{path}: it already exists", "{path}: すでにあります"),
        help: tr!(
            "edit it; `soa-anki config show` shows the settings",
            "このファイルを編集してください。いまの設定は `soa-anki config show` で表示できます"
        ),
    }
}

/// `config init` wrote the file.
pub fn wrote(path: &str) -> String {
    tr!("wrote {path}", "{path} を作りました")
}

/// What to do next.
pub fn next() -> String {
    tr!(
        "next: remove the # from the lines that you want to change; `soa-anki config show` shows the result",
        "次に、変えたい行の # を外して値を書き換え、`soa-anki config show` で確認してください"
    )
}

/// The file is not UTF-8.
pub fn not_utf8(path: &str, line: usize) -> Refusal {
    Refusal {
        wrong: tr!("{path}:{line}: this is not UTF-8", "{path}:{line}: UTF-8 ではありません"),
        help: tr!("save it as UTF-8", "UTF-8 で保存してください"),
    }
}

/// The file is not TOML. The reason is the parser's, in English.
pub fn not_toml(place: &str, reason: &str) -> Refusal {
    let reason = english(reason);
    Refusal {
        wrong: tr!("{place}: this is not valid TOML{reason}", "{place}: TOML の書き方が正しくありません{reason}"),
        help: tr!(
            "write `name = value` under a [section], and put text in quotes",
            "[セクション] の下に `名前 = 値` の形で書き、文字列は引用符で囲んでください"
        ),
    }
}

/// The file is not TOML, by a usual mistake.
pub fn slip(place: &str, slip: Slip) -> Refusal {
    let (wrong, help) = (wrong_by_slip(slip), help_with_slip(slip));
    Refusal { wrong: format!("{place}: {wrong}"), help }
}

fn wrong_by_slip(slip: Slip) -> String {
    match slip {
        Slip::Twice => tr!("this name is already there above", "同じ名前がすでに上にあります"),
        Slip::OpenText => tr!("this text has no closing quotation mark", "文字列を閉じる引用符がありません"),
        Slip::OpenList => {
            tr!("this list is not closed, or a comma is missing in it", "一覧が閉じていないか、間のコンマがありません")
        }
        Slip::OpenSection => tr!("the name of this section is not closed", "セクション名が閉じていません"),
        Slip::NoValue => tr!("this setting has no value", "この設定に値がありません"),
        Slip::Unquoted => tr!("this is not a value", "この値は読み取れません"),
        Slip::Name => tr!("this is not the name of a setting", "設定の名前に使えない文字があります"),
        Slip::Backslash => {
            tr!("this backslash has another meaning in quotation marks", "引用符の中の `\\` には特別な意味があります")
        }
        Slip::More => tr!("there is something behind the value", "値の後に余分なものがあります"),
    }
}

fn help_with_slip(slip: Slip) -> String {
    match slip {
        Slip::Twice => tr!("delete one of the two", "どちらか一方を削除してください"),
        Slip::OpenText => {
            tr!("write it as \"text\", on one line", "1 行の中で \"文字列\" のように閉じてください")
        }
        Slip::OpenList => {
            tr!("write it as [\"one\", \"two\"]", "[\"一つ目\", \"二つ目\"] のように書いてください")
        }
        Slip::OpenSection => tr!("write it as [decks]", "[decks] のように書いてください"),
        Slip::NoValue => tr!(
            "write `name = value`; to keep the default, put a # before the line",
            "`名前 = 値` の形で書いてください。既定値のままにするなら、行頭に # を付けてください"
        ),
        Slip::Unquoted => tr!(
            "put text in straight quotation marks, such as \"file\"; true, false and numbers need none",
            "文字列は半角の引用符で囲んでください (例: \"file\")。true、false、数には要りません"
        ),
        Slip::Name => {
            tr!("`soa-anki config show` lists all settings", "設定の一覧は `soa-anki config show` で表示できます")
        }
        Slip::Backslash => tr!("write it twice: `\\\\`", "`\\\\` のように 2 つ書いてください"),
        Slip::More => tr!("write one setting on each line", "1 行に設定を 1 つだけ書いてください"),
    }
}

/// An option that sets a setting names none, or no value for it.
pub fn not_a_setting(option: &str, text: &str, key: Option<Key>) -> Refusal {
    if let Some(key) = key {
        let (name, values) = (key.name(), values(key));
        return Refusal {
            wrong: tr!("{option}: `{name}` has no value here", "{option}: `{name}` に値がありません"),
            help: tr!(
                "write {name}=VALUE, where VALUE is {values}",
                "{name}=値 の形で書いてください。値は{values}です"
            ),
        };
    }
    Refusal {
        wrong: tr!(
            "{option}: `{text}` is not a setting with its value",
            "{option}: `{text}` は「設定=値」の形ではありません"
        ),
        help: tr!(
            "write it as decks.by=folder; `soa-anki config show` lists all settings",
            "decks.by=folder のように書いてください。設定の一覧は `soa-anki config show` で表示できます"
        ),
    }
}

/// The values of a setting, where they are written without quotation marks.
fn values(key: Key) -> String {
    match key.form() {
        Form::Text => tr!("text", "文字列"),
        Form::Flag => tr!("true or false", " true か false "),
        Form::Number => tr!("a whole number, 1 or more", " 1 以上の整数"),
        Form::List => tr!("a list such as one,two", " 一つ目,二つ目 のような一覧"),
        Form::OneOf(names) => {
            let names = names.join(&tr!(", ", "、"));
            tr!("one of {names}", "次のどれか ({names}) ")
        }
    }
}

/// The deck that is named has no name.
pub fn deck_without_name(option: &str) -> Refusal {
    Refusal {
        wrong: tr!("{option}: the name of the deck is empty", "{option}: デッキの名前が空です"),
        help: tr!(
            "give it a name, or leave {option} out: then the deck is named after the folder of the notes",
            "名前を指定するか、{option} を外してください。外すと、ノートのフォルダ名がデッキ名になります"
        ),
    }
}

/// The folder of the templates that a file or a variable names is not there.
pub fn no_templates_folder(place: &str, folder: &str) -> Refusal {
    let name = Key::Templates.name();
    Refusal {
        wrong: tr!(
            "{place}: `{name}` names a folder that does not exist: {folder}",
            "{place}: `{name}` に指定されたフォルダがありません: {folder}"
        ),
        help: tr!(
            "`soa-anki templates export {folder}` creates it; in soa-anki.toml, the path starts at the folder of that file",
            "`soa-anki templates export {folder}` で作れます。soa-anki.toml では、そのファイルのフォルダからのパスを書いてください"
        ),
    }
}

/// A variable is named as those of this program are, and is none of them.
pub fn unknown_variable(name: &str, meant: Option<&str>) -> (String, String) {
    (
        tr!(
            "the environment variable {name} has no effect: soa-anki does not know it",
            "環境変数 {name} は soa-anki にない名前なので、効果がありません"
        ),
        meant.map_or_else(
            || {
                tr!(
                    "unset it; the variable for decks.by is SOA_ANKI_DECKS_BY, and `soa-anki config show` lists all settings",
                    "消してください。たとえば decks.by の変数は SOA_ANKI_DECKS_BY で、設定の一覧は \
                     `soa-anki config show` で表示できます"
                )
            },
            did_you_mean,
        ),
    )
}

/// A variable holds a language that there is not.
pub fn unknown_language(variable: &str, locale: &str) -> (String, String) {
    (
        tr!(
            "the environment variable {variable} is `{locale}`, a language that soa-anki does not speak",
            "環境変数 {variable} の `{locale}` は、soa-anki で使える言語ではありません"
        ),
        tr!("set it to en or ja", "en か ja を設定してください"),
    )
}

/// A reason that there is in English only, behind a colon; nothing in other languages.
pub fn english(reason: &str) -> String {
    match Lang::current() {
        Lang::En => format!(": {reason}"),
        Lang::Ja => String::new(),
    }
}

/// There is no setting of this name.
pub fn unknown(place: &str, name: &str, meant: Option<&str>) -> Refusal {
    if let Some(section) = meant.filter(|meant| *meant == name) {
        return section_alone(place, section);
    }
    Refusal {
        wrong: tr!("{place}: there is no setting `{name}`", "{place}: `{name}` という設定はありません"),
        help: meant.map_or_else(
            || tr!("`soa-anki config show` lists all settings", "設定の一覧は `soa-anki config show` で表示できます"),
            did_you_mean,
        ),
    }
}

/// The name of a section stands where that of a setting should.
fn section_alone(place: &str, section: &str) -> Refusal {
    /// Settings that are named.
    const NAMED: usize = 4;
    let of_section = |key: &Key| key.name().split_once('.').is_some_and(|(of, _)| of == section);
    let mut names: Vec<&str> = Key::all().filter(of_section).map(Key::name).collect();
    if names.len() > NAMED {
        names.splice(NAMED.., ["…"]);
    }
    let names = joined(&names.into_iter().map(str::to_owned).collect::<Vec<_>>());
    Refusal {
        wrong: tr!(
            "{place}: `{section}` is a group of settings, not a setting",
            "{place}: `{section}` は設定のまとまりの名前で、設定ではありません"
        ),
        help: tr!("its settings are {names}", "この中の設定は {names}"),
    }
}

/// A value cannot be chosen.
pub fn wrong_value(place: &str, key: Key, wrong: &Wrong) -> Refusal {
    let name = key.name();
    match wrong {
        Wrong::Form => Refusal {
            wrong: tr!("{place}: this is not a value for `{name}`", "{place}: `{name}` に使えない値です"),
            help: allowed(key),
        },
        Wrong::Empty => Refusal {
            wrong: tr!("{place}: `{name}` holds an empty text", "{place}: `{name}` に空の文字列があります"),
            help: allowed(key),
        },
        Wrong::Code { code, meant } => Refusal {
            wrong: tr!(
                "{place}: there is no finding with the code `{code}`",
                "{place}: `{code}` というコードの指摘はありません"
            ),
            help: meant.map_or_else(
                || tr!("`soa-anki help codes` lists all codes", "コードの一覧は `soa-anki help codes` で表示できます"),
                did_you_mean,
            ),
        },
        Wrong::Pattern(pattern) => Refusal {
            wrong: tr!(
                "{place}: the pattern `{pattern}` in `{name}` is not valid",
                "{place}: `{name}` のパターン `{pattern}` を解釈できません"
            ),
            help: tr!(
                "write it as in a .gitignore, such as `drafts/` or `*.draft.md`",
                ".gitignore と同じ書き方にしてください (例: `drafts/`、`*.draft.md`)"
            ),
        },
    }
}

/// What is said above all settings of words.
fn about_words() -> String {
    tr!(
        "# Words of your own, in addition to the built-in ones. Each line says what its words do; in parentheses is a word\n\
         # that is built in. With reference = [\"Links\"], a heading `Links` is treated as `Further reading` is.\n",
        "# 自分の言葉。標準の言葉に加えて使う。どの行も「どんな言葉か」の説明で、かっこ内は標準で知っている言葉の例。\n\
         # たとえば reference = [\"文献\"] と書くと、見出し「文献」も「参考文献」と同じように扱う。\n"
    )
}

/// What may be written for a choice.
fn allowed(key: Key) -> String {
    match key.form() {
        Form::Text => tr!("write text in quotes", "文字列を引用符で囲んで書いてください"),
        Form::Flag => tr!("write true or false", "true か false を書いてください"),
        Form::Number => tr!("write a whole number, 1 or more", "1 以上の整数を書いてください"),
        Form::List => tr!(
            "write a list of texts, such as [\"one\", \"two\"]",
            "文字列の一覧を書いてください (例: [\"一つ目\", \"二つ目\"])"
        ),
        Form::OneOf(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
            let names = names.join(", ");
            tr!("write one of {names}", "次のどれかを書いてください: {names}")
        }
    }
}

/// What a choice is about, on a line.
fn about(key: Key) -> String {
    match key {
        Key::Include | Key::Exclude | Key::DeckName | Key::DecksBy | Key::HeadingTags | Key::Tags => of_notes(key),
        Key::Breaks | Key::Reverse | Key::Templates | Key::Allow => of_cards(key),
        Key::Words(class) => own_words::about(class),
        Key::GenericHeadings => tr!(
            "headings whose text belongs to the heading above, in addition to the built-in ones (Overview, Features)",
            "本文が上の見出しの説明になる見出し (「概要」「特徴」などに追加)"
        ),
        Key::Labels => tr!(
            "words at the start of a line that belongs to the answer above, in addition to the built-in ones (Note, Example)",
            "上の項目の説明になる行の、先頭の言葉 (「例」「注意」などに追加)"
        ),
        Key::Markers => tr!(
            "words in brackets after a term that become tags, in addition to the built-in ones (important, exam)",
            "用語に添えたかっこの中の、タグになる言葉 (「重要」などに追加)"
        ),
        Key::Separators => tr!(
            "what separates a term from its definition, in addition to the built-in ones (a colon, a dash)",
            "1 行の中で用語と説明を分ける記号 (コロンやダッシュなどに追加)"
        ),
        Key::Cloze => tr!(
            "which words of a sentence are hidden: \"bold\", \"highlight\" (==x==), \"both\" or \"off\"",
            "文の中で穴埋めにする語句: \"bold\" (太字)、\"highlight\" (==x==)、\"both\" (両方)、\"off\" (しない)"
        ),
        Key::Tables => tr!("whether rows of tables become cards", "表の行をカードにするかどうか"),
        Key::LongestTerm => tr!(
            "the longest line that is a term of the text below it, in columns (a kanji is 2)",
            "下に説明のある行を用語とみなす、最大の幅 (半角は 1、全角は 2)"
        ),
        Key::LongestList => {
            tr!(
                "the longest list of phrases without definitions that is an answer, in items",
                "語句だけの箇条書きを答えとみなす、最大の項目数"
            )
        }
    }
}

fn of_notes(key: Key) -> String {
    match key {
        Key::Include => tr!(
            "the files and folders to read, written as in a .gitignore; empty: all",
            "読むファイルとフォルダ (.gitignore と同じ書き方)。空ならすべて"
        ),
        Key::Exclude => tr!(
            "the files and folders not to read, written as in a .gitignore",
            "読まないファイルとフォルダ (.gitignore と同じ書き方)"
        ),
        Key::DeckName => tr!(
            "the deck for all cards, with :: between its levels; empty: the name of the notes' folder",
            "すべてのカードを入れるデッキ (階層は :: で区切る)。空ならノートのフォルダ名"
        ),
        Key::DecksBy => tr!(
            "what has a deck of its own: \"file\", \"folder\", \"heading\" (files and their top headings) or \"flat\"",
            "デッキの分け方: \"file\" (ファイル)、\"folder\" (フォルダ)、\"heading\" (ファイルと大見出し)、\"flat\" (分けない)"
        ),
        Key::HeadingTags => tr!(
            "whether to add the headings above a card as a tag: EC2::Pricing",
            "上の見出しもタグにするかどうか (例: EC2::料金)"
        ),
        _ => tr!("tags for all cards", "すべてのカードに付けるタグ"),
    }
}

fn of_cards(key: Key) -> String {
    match key {
        Key::Breaks => tr!(
            "line breaks in a paragraph: \"keep\" or \"join\"",
            "段落の中の改行: \"keep\" (残す)、\"join\" (つなげる)"
        ),
        Key::Reverse => tr!(
            "whether to make a second card for each term, which shows the definition and asks for the term",
            "説明を見て用語を答える、逆向きのカードも作るかどうか"
        ),
        Key::Templates => tr!(
            "a folder with HTML and CSS for the cards, relative to this file; empty: the built-in look",
            "カードの HTML と CSS があるフォルダ (このファイルからの相対パス)。空なら標準のもの"
        ),
        _ => tr!(
            "codes of findings not to report, such as \"W-empty-heading\"",
            "表示しない指摘のコード (例: \"W-empty-heading\")"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::settings;

    #[test]
    fn the_file_to_start_from_chooses_nothing_and_shows_the_defaults() {
        let text = template();
        assert_eq!(settings(&text), Ok(Vec::new()));
        let is_setting = |line: &&str| {
            let rest = line.strip_prefix("# ").and_then(|rest| rest.split_once(" = "));
            rest.is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        };
        let chosen: String =
            text.lines().map(|line| if is_setting(&line) { &line[2..] } else { line }.to_owned() + "\n").collect();
        let settings = settings(&chosen).unwrap();
        assert!(settings.iter().map(|setting| setting.key).eq(Key::all()));
        for setting in settings {
            assert_eq!(setting.value, setting.key.get(&Config::default()), "{}", setting.key.name());
        }
    }
}
