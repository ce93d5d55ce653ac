//! What is said while a command reads notes and opens what it will write.

use crate::cli::language::{Lang, tr};

use super::Refusal;

/// A name before a Japanese particle, which stands behind a space if Latin letters are before it; in English as it is.
pub fn before_particle(name: &str) -> String {
    match Lang::current() {
        Lang::Ja if name.ends_with(|last: char| last.is_ascii()) => format!("{name} "),
        Lang::Ja | Lang::En => name.to_owned(),
    }
}

/// The name of standard output.
pub fn stdout_name() -> String {
    tr!("standard output", "標準出力")
}

/// A variable that should hold a time holds `text`.
pub fn not_a_time(variable: &str, text: &str) -> Refusal {
    Refusal {
        wrong: tr!("{variable}: `{text}` is not a time", "{variable}: `{text}` は時刻ではありません"),
        help: tr!(
            "set it to seconds since 1970, such as 1767225600, or unset it",
            "1970 年からの秒数 (例: 1767225600) を設定するか、設定を消してください"
        ),
    }
}

/// Where the notes are.
pub fn root(root: &str) -> String {
    tr!("the root of the notes is {root}", "ノートの一番上のフォルダは {root} です")
}

/// Where the settings are.
pub fn settings_file(file: &str) -> String {
    tr!("the settings are in {file}", "設定ファイルは {file} です")
}

/// A file was read.
pub fn read(path: &str) -> String {
    tr!("read {path}", "{path} を読みました")
}

/// A file goes into the package.
pub fn bundled(path: &str, size: &str, name: &str) -> String {
    tr!("bundled {path} ({size}) as {name}", "{path} ({size}) を {name} として入れました")
}

/// The settings leave nothing to read.
pub fn nothing_chosen(path: &str) -> Refusal {
    Refusal {
        wrong: tr!("{path}: the settings exclude all notes here", "{path}: 設定により、読むノートがありません"),
        help: tr!(
            "see files.include and files.exclude in `soa-anki config show`",
            "`soa-anki config show` で files.include と files.exclude を確認してください"
        ),
    }
}

/// Standard output is a terminal.
pub fn to_a_terminal() -> Refusal {
    Refusal {
        wrong: tr!("a package cannot be shown in a terminal", "パッケージは端末に表示できません"),
        help: tr!(
            "send standard output to a file or a pipe, or name a file with -o",
            "標準出力をファイルかパイプにつなぐか、-o でファイルを指定してください"
        ),
    }
}

/// Something that is no file has the name of a file that is to be written.
pub fn in_the_way(path: &str) -> String {
    tr!("{path} is in the way; delete it", "{path} が邪魔になっています。削除してください")
}
