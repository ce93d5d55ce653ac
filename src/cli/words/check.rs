//! What `check` says in addition to the findings.

use crate::cli::language::tr;

use super::count::{Thing, count};

/// Nothing was found.
pub fn nothing(files: usize) -> String {
    if files == 0 {
        return tr!("no file was read, so nothing was checked", "読んだファイルがないので、何も調べていません");
    }
    let files = count(files, Thing::File);
    tr!("no problems found in {files}", "問題は見つかりませんでした ({files})")
}

/// Where the codes are explained. `code`: one of them.
pub fn explained_by_help(code: &str, codes: usize) -> String {
    if codes == 1 {
        return tr!(
            "`soa-anki help {code}` explains it and how to fix it",
            "`soa-anki help {code}` で意味と直し方を表示します"
        );
    }
    tr!(
        "`soa-anki help CODE` explains each and how to fix it, such as `soa-anki help {code}`",
        "`soa-anki help コード` で、それぞれの意味と直し方を表示します (例: `soa-anki help {code}`)"
    )
}

/// More of one code were found in a file than are shown.
pub fn more_in(file: &str, code: &str, rest: usize) -> String {
    let more = super::findings::more_of(code, rest);
    format!("{file}: {more}\n")
}
