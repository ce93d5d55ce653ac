//! What is said of choices: the file that explains them, and what may be written.

use std::fmt::Write as _;

use crate::Config;
use crate::model::config::{Form, Key, Value};

use crate::cli::language::tr;

/// A value, as it is written in the file.
pub fn toml(value: &Value) -> String {
    // What JSON calls a text, a truth, a number or a list of texts, TOML writes alike.
    serde_json::to_string(value).unwrap_or_default().replace("\",\"", "\", \"")
}

/// The file to start from: each choice with its default, as a comment.
pub fn template() -> String {
    let mut text = tr!(
        "# What soa-anki makes of these notes. Take away the # of a line and change its value to choose.\n",
        "# このノートから soa-anki が作るカードの設定。行頭の # を外し、値を変えると有効になる。\n"
    );
    let mut section = "";
    for key in Key::ALL {
        let (of, name) = key.name().split_once('.').unwrap_or_default();
        if of != section {
            let _ = write!(text, "\n[{of}]\n");
            section = of;
        }
        let default = toml(&key.get(&Config::default()));
        let _ = write!(text, "# {}\n# {name} = {default}\n", about(key));
    }
    text
}

/// What may be written for a choice.
pub fn allowed(key: Key) -> String {
    match key.form() {
        Form::Text => tr!("write a text in quotes", "文字列を引用符で囲んで書いてください"),
        Form::Flag => tr!("write true or false", "true か false を書いてください"),
        Form::Number => tr!("write a whole number from 1", "1 以上の整数を書いてください"),
        Form::List => tr!(
            "write a list of texts: [\"one\", \"another\"]",
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
        Key::GenericHeadings => tr!(
            "headings whose text belongs to the heading above, besides ours (Overview, Features)",
            "本文を上の見出しの説明に含める見出し (「概要」「特徴」などに追加)"
        ),
        Key::Labels => tr!(
            "words that begin a line which belongs to what it stands under, besides ours (Note, Example)",
            "上の項目の説明に含める行の、先頭の言葉 (「例」「注意」などに追加)"
        ),
        Key::Markers => tr!(
            "words that become a tag in brackets beside a term, besides ours (important, exam)",
            "用語に添えた括弧の中でタグになる言葉 (「重要」などに追加)"
        ),
        Key::Separators => tr!(
            "what separates a term from its definition on a line, besides ours (a colon, a dash)",
            "一行の中で用語と説明を分ける記号 (コロンやダッシュに追加)"
        ),
        Key::Cloze => tr!(
            "what is hidden in a statement: \"bold\", \"highlight\" (==x==), \"both\" or \"off\"",
            "文の中で隠す語句: \"bold\" (太字)、\"highlight\" (==x==)、\"both\" (両方)、\"off\" (隠さない)"
        ),
        Key::Tables => tr!("whether the rows of tables become cards", "表の行をカードにするかどうか"),
        Key::LongestTerm => tr!(
            "the longest line, in columns (a kanji is 2), that is a term of what stands below it",
            "下に説明がある行を用語とみなす最大の幅 (半角 1、全角 2 と数える)"
        ),
        Key::LongestList => {
            tr!("the longest list of bare phrases that is an answer", "語句だけの箇条書きを答えとする最大の項目数")
        }
    }
}

fn of_notes(key: Key) -> String {
    match key {
        Key::Include => tr!(
            "only these files and folders, written as in a .gitignore; all, if there are none",
            "読むファイルとフォルダ (.gitignore と同じ書き方)。空ならすべて"
        ),
        Key::Exclude => tr!(
            "not these files and folders, written as in a .gitignore",
            "読まないファイルとフォルダ (.gitignore と同じ書き方)"
        ),
        Key::DeckName => tr!(
            "the deck that gets all cards, its levels joined by ::; empty: the name of the notes' folder",
            "すべてのカードを入れるデッキ (階層は :: で区切る)。空ならノートのフォルダ名"
        ),
        Key::DecksBy => tr!(
            "what gets a deck of its own: \"file\", \"folder\", \"heading\" (files and their top headings) or \"flat\"",
            "デッキの分け方: \"file\" (ファイル)、\"folder\" (フォルダ)、\"heading\" (ファイルと大見出し)、\"flat\" (分けない)"
        ),
        Key::HeadingTags => tr!(
            "whether the headings above a card are a tag of it: EC2::Pricing",
            "上の見出しをタグにするかどうか (例: EC2::料金)"
        ),
        _ => tr!("tags of all cards", "すべてのカードに付けるタグ"),
    }
}

fn of_cards(key: Key) -> String {
    match key {
        Key::Breaks => tr!(
            "the ends of lines in a paragraph: \"keep\" or \"join\"",
            "段落の中の改行: \"keep\" (残す)、\"join\" (つなげる)"
        ),
        Key::Reverse => tr!(
            "whether each term gets a second card, which shows the definition and asks for the term",
            "説明を見て用語を答える、逆向きのカードも作るかどうか"
        ),
        Key::Templates => tr!(
            "a folder with HTML and CSS for the cards, from this file's folder; empty: our own",
            "カードの HTML と CSS があるフォルダ (このファイルからの相対パス)。空なら標準のもの"
        ),
        _ => tr!(
            "codes of findings that are not reported: \"W-empty-heading\"",
            "報告しない指摘のコード (例: \"W-empty-heading\")"
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
        assert_eq!(settings.iter().map(|setting| setting.key).collect::<Vec<_>>(), Key::ALL);
        for setting in settings {
            assert_eq!(setting.value, setting.key.get(&Config::default()), "{}", setting.key.name());
        }
    }
}
