//! Findings in a terminal: each on a line, and how many there were.

use std::collections::BTreeMap;

use crate::Diagnostic;
use crate::cli::language::Lang;
use crate::cli::words::findings as words;
use crate::findings::{Finding, Reader, Severity, ShownBy};
use clap::builder::styling::AnsiColor;

use super::console::{self, Console};
use super::paths::Shown;

/// Findings of one kind that are shown before the rest is only counted.
const SHOWN_OF_A_KIND: usize = 5;

/// How many findings there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// What is not on the cards that the author may want there.
    pub warnings: usize,
    /// What is worth knowing.
    pub remarks: usize,
    /// How many of both were shown.
    pub shown: usize,
    /// Files that are not notes, which are neither a warning nor a remark.
    pub skipped: usize,
}

/// Which warnings a command other than `check` shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Those about what became of the notes.
    Grave,
    /// All: they are why nothing is written.
    EveryWarning,
}

/// Shows the warnings that are wanted; with `-v`, all findings. Counts all that `check` would show.
pub fn show<'a>(
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
    wanted: Wanted,
    shown: &Shown,
    console: &Console,
) -> Tally {
    let mut tally = Tally::default();
    let mut of_a_kind: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        let finding = &diagnostic.finding;
        if !is_counted(finding, console) {
            tally.skipped += 1;
            continue;
        }
        tally.count(finding.severity());
        if !is_shown(finding, wanted, console) {
            continue;
        }
        let number = of_a_kind.entry(finding.code()).or_default();
        *number += 1;
        if *number <= SHOWN_OF_A_KIND || console.is_verbose() {
            tally.shown += 1;
            console.say(&line(diagnostic, shown));
        }
    }
    show_rest(&of_a_kind, console);
    tally
}

/// Whether a finding is one at this verbosity. `check` shows all of these.
pub fn is_counted(finding: &Finding, console: &Console) -> bool {
    match finding.shown_by() {
        ShownBy::EveryCommand | ShownBy::CheckOnly => true,
        ShownBy::VerboseOnly => console.is_verbose(),
    }
}

/// Whether a command other than `check` shows a finding.
fn is_shown(finding: &Finding, wanted: Wanted, console: &Console) -> bool {
    let by_default = match finding.shown_by() {
        ShownBy::EveryCommand => true,
        ShownBy::CheckOnly => wanted == Wanted::EveryWarning,
        ShownBy::VerboseOnly => false,
    };
    by_default && finding.severity() == Severity::Warning || console.is_verbose()
}

fn show_rest(of_a_kind: &BTreeMap<&str, usize>, console: &Console) {
    for (code, number) in of_a_kind {
        if let Some(rest @ 1..) = number.checked_sub(SHOWN_OF_A_KIND).filter(|_| !console.is_verbose()) {
            console.say(&words::more_of(code, rest));
        }
    }
}

/// Says how many findings there are, and where to see those that were not shown.
pub fn sum_up(tally: Tally, console: &Console) {
    if let Some(said) = tally.words() {
        let is_all = tally.shown == tally.warnings + tally.remarks;
        console.say(&if is_all { said } else { words::shown_by_check(&said, tally.shown) });
    }
    show_skipped(tally.skipped, console);
}

/// Says how many files are not notes.
pub fn show_skipped(files: usize, console: &Console) {
    if files > 0 {
        console.say(&words::skipped(files));
    }
}

impl Tally {
    /// Counts one more.
    pub fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.remarks += 1,
        }
    }

    /// Such as `2 warnings, 1 remark`; `None` when there is nothing to say.
    pub fn words(self) -> Option<String> {
        words::tally(self.warnings, self.remarks)
    }
}

/// `file:line:column: warning: words`, which editors and terminals can follow.
fn line(diagnostic: &Diagnostic, shown: &Shown) -> String {
    let mut place = shown.path(&diagnostic.path);
    if let Some(at) = &diagnostic.place {
        place = format!("{place}:{}:{}", at.line, at.column);
    }
    let label = label(diagnostic.finding.severity());
    let message = message(&diagnostic.finding, shown);
    format!("{place}: {label}: {message}")
}

/// What a finding says, in the language of the user.
pub fn message(finding: &Finding, shown: &Shown) -> String {
    finding.message(&Reader { lang: Lang::current(), path: &|path| shown.path(path) })
}

/// What a finding is called by how much it matters, in its colour.
pub fn label(severity: Severity) -> String {
    console::label(
        &words::label(severity),
        match severity {
            Severity::Warning => AnsiColor::Yellow,
            Severity::Note => AnsiColor::Green,
        },
    )
}
