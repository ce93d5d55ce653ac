//! What `explain` says of what it cannot explain.

use crate::cli::language::tr;

use super::Refusal;

/// The path is a folder; `inside`: a note in it.
pub fn is_a_folder(path: &str, inside: Option<&str>) -> Refusal {
    Refusal {
        wrong: tr!("{path} is a folder", "{path} はフォルダです"),
        help: match inside {
            Some(note) => {
                tr!("name one file in it, such as {note}", "中のファイルを指定してください (例: {note})")
            }
            None => tr!("name one file in it", "中のファイルを指定してください"),
        },
    }
}

/// No line has such a number; `file` is there.
pub fn no_line_number(place: &str, file: &str) -> Refusal {
    Refusal {
        wrong: tr!(
            "{place}: what stands after the colon is not a line number, or two with a dash between them",
            "{place}: コロンの後が、行番号や「12-15」のような範囲ではありません"
        ),
        help: tr!(
            "write one line as {file}:12, several as {file}:12-15",
            "1 行なら {file}:12、複数の行なら {file}:12-15 のように指定してください"
        ),
    }
}

/// A comment has no end; it begins on `line`.
pub fn in_open_comment(line: usize) -> String {
    tr!(
        "on no card: the comment that begins on line {line} is not closed; close it with `-->`",
        "どのカードにも載らない: {line} 行目で始まるコメントが閉じていない。`-->` で閉じる"
    )
}

/// The file is shorter.
pub fn no_such_line(file: &str, line: usize, count: usize) -> Refusal {
    Refusal {
        wrong: tr!("{file} has no line {line}", "{file} に {line} 行目はありません"),
        help: tr!("it has lines 1 to {count}", "1 から {count} までの行を指定してください"),
    }
}

/// The line is blank.
pub fn blank_line(file: &str, line: usize) -> Refusal {
    Refusal {
        wrong: tr!("line {line} of {file} has no text", "{file} の {line} 行目には文章がありません"),
        help: tr!("choose a line with text", "文章のある行を指定してください"),
    }
}

/// The lines are blank.
pub fn blank_lines(file: &str, first: usize, last: usize) -> Refusal {
    Refusal {
        wrong: tr!(
            "lines {first} to {last} of {file} have no text",
            "{file} の {first}–{last} 行目には文章がありません"
        ),
        help: tr!("choose lines with text", "文章のある行を指定してください"),
    }
}

/// Nothing of the file was read.
pub fn not_read(file: &str, why: &str) -> String {
    tr!("{file}: no part of it is on a card: {why}", "{file}: どの部分もカードに載りません。{why}")
}

/// There is nothing in the file.
pub fn is_empty(file: &str) -> String {
    tr!("{file}: no part of it is on a card: it has no text", "{file}: どの部分もカードに載りません。文章がありません")
}
