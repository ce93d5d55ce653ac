//! What is said of findings apart from their own words: what they are called, and how many there are.

use crate::cli::language::tr;
use crate::findings::Severity;

use super::count::{Thing, count, joined};

/// What a finding is called by how much it matters.
pub fn label(severity: Severity) -> String {
    match severity {
        Severity::Warning => tr!("warning", "警告"),
        Severity::Note => tr!("remark", "お知らせ"),
    }
}

/// Such as `2 warnings, 1 remark`; `None` when there are none.
pub fn tally(warnings: usize, remarks: usize) -> Option<String> {
    let kinds = [(warnings, Thing::Warning), (remarks, Thing::Remark)];
    let kinds = kinds.into_iter().filter(|(number, _)| *number > 0);
    let kinds: Vec<String> = kinds.map(|(number, kind)| count(number, kind)).collect();
    (!kinds.is_empty()).then(|| joined(&kinds))
}

/// A tally of which not all was shown. `shown`: how many were.
pub fn shown_by_check(tally: &str, shown: usize) -> String {
    if shown == 0 {
        return tr!("{tally} (`soa-anki check` shows them)", "{tally} (`soa-anki check` で表示します)");
    }
    tr!(
        "{tally} ({shown} shown above; `soa-anki check` shows all)",
        "{tally} (上に表示したのは {shown} 件。`soa-anki check` ですべて表示します)"
    )
}

/// More of one code were found than are shown.
pub fn more_of(code: &str, rest: usize) -> String {
    tr!("{rest} more of {code} (-v shows all)", "{code} はほかに {rest} 件 (-v ですべて表示)")
}

/// Files in the folders of notes were not read, since they are not notes.
pub fn skipped(files: usize) -> String {
    let files = count(files, Thing::File);
    tr!(
        "skipped {files} (not notes, or marked `soa: skip`; -v lists them)",
        "{files}は、ノートではないか `soa: skip` とあるので対象外です (-v で表示)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_is_told_in_words() {
        assert_eq!(tally(0, 0), None);
        assert_eq!(tally(0, 1).as_deref(), Some("1 remark"));
        assert_eq!(tally(2, 3).as_deref(), Some("2 warnings, 3 remarks"));
    }
}
