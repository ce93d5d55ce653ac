//! What `templates` says.

use crate::cli::language::tr;

use super::Refusal;
use super::count::{Thing, count};

/// Some of the files are there already.
pub fn already(folder: &str, there: &[&str]) -> Refusal {
    let there = there.join(", ");
    Refusal {
        wrong: tr!("{folder}: it already has {there}", "{folder}: すでに {there} があります"),
        help: tr!(
            "name another folder, or move these files away",
            "別のフォルダを指定するか、これらのファイルを移してください"
        ),
    }
}

/// They were written.
pub fn wrote(files: usize, folder: &str) -> String {
    let files = count(files, Thing::File);
    tr!("wrote {files} to {folder}", "{files}を {folder} に書き出しました")
}

/// What to do next.
pub fn next(folder: &str) -> String {
    tr!(
        "next: change them, then run `soa-anki export --templates {folder}`",
        "次に、ファイルを編集し、`soa-anki export --templates {folder}` で書き出してください"
    )
}
