//! What the user is told while a command runs: all of it on standard error.

use std::collections::BTreeMap;
use std::io::Write;

use crate::Diagnostic;
use crate::findings::Severity;
use clap::builder::styling::{AnsiColor, Style};

use super::count::{Thing, count, joined};
use super::language::tr;
use super::messages;
use super::study::Shown;

/// Findings of one kind that are shown before the rest is only counted.
const SHOWN_OF_A_KIND: usize = 5;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors only.
    Quiet,
    /// Warnings, and what was done.
    Normal,
    /// Everything.
    Verbose,
}

/// How many findings there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// What is not on the cards that the author may want there.
    pub warnings: usize,
    /// What is worth knowing.
    pub remarks: usize,
}

/// Speaks to the user.
pub struct Console {
    verbosity: Verbosity,
}

impl Console {
    /// One that says this much.
    pub fn new(verbosity: Verbosity) -> Self {
        Self { verbosity }
    }

    /// Says what was done, unless the user wants to hear nothing.
    pub fn say(&self, line: &str) {
        if self.verbosity >= Verbosity::Normal {
            print(line);
        }
    }

    /// Whether everything is to be said.
    pub fn is_verbose(&self) -> bool {
        self.verbosity == Verbosity::Verbose
    }

    /// Says what was done and what to do next, unless the user wants to hear nothing.
    pub fn advise(&self, line: &str, help: &str) {
        if self.verbosity >= Verbosity::Normal {
            print(line);
            print_help(help);
        }
    }

    /// Says how much was told, and how to hear the rest.
    pub fn sum_up(&self, tally: Tally) {
        let Some(words) = tally.words() else {
            return;
        };
        let untold = tally.remarks > 0 && self.verbosity < Verbosity::Verbose;
        self.say(&if untold {
            tr!("{words} (`soa-anki check` shows them)", "{words} (`soa-anki check` で見られます)")
        } else {
            words
        });
    }

    /// Says what only some want to know.
    pub fn detail(&self, line: &str) {
        if self.verbosity >= Verbosity::Verbose {
            print(line);
        }
    }

    /// Tells the findings that are at least as severe as asked for, not all of one kind unless `-v`.
    pub fn tell<'a>(&self, diagnostics: impl Iterator<Item = &'a Diagnostic>, shown: &Shown) -> Tally {
        let mut tally = Tally::default();
        let mut of_a_kind: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in diagnostics {
            let finding = &diagnostic.finding;
            let severity = if finding.is_advice() { Severity::Note } else { finding.severity() };
            tally.count(severity);
            if !self.tells(severity) {
                continue;
            }
            let told = of_a_kind.entry(diagnostic.finding.code()).or_default();
            *told += 1;
            if *told <= SHOWN_OF_A_KIND || self.verbosity == Verbosity::Verbose {
                print(&line(diagnostic, shown));
            }
        }
        self.tell_rest(&of_a_kind);
        tally
    }

    fn tells(&self, severity: Severity) -> bool {
        self.verbosity
            >= match severity {
                Severity::Warning => Verbosity::Normal,
                Severity::Note => Verbosity::Verbose,
            }
    }

    fn tell_rest(&self, of_a_kind: &BTreeMap<&str, usize>) {
        if self.verbosity == Verbosity::Verbose {
            return;
        }
        for (code, told) in of_a_kind {
            if let Some(rest @ 1..) = told.checked_sub(SHOWN_OF_A_KIND) {
                print(&tr!("and {rest} more of {code} (-v shows all)", "ほかに {code} が {rest} 件 (-v ですべて表示)"));
            }
        }
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
        let kinds = [(self.warnings, Thing::Warning), (self.remarks, Thing::Remark)];
        let kinds = kinds.into_iter().filter(|(number, _)| *number > 0);
        let kinds: Vec<String> = kinds.map(|(number, kind)| count(number, kind)).collect();
        (!kinds.is_empty()).then(|| joined(&kinds))
    }
}

/// `file:line:column: warning: words`, which editors and terminals can follow.
fn line(diagnostic: &Diagnostic, shown: &Shown) -> String {
    let mut place = shown.path(&diagnostic.path);
    if let Some(at) = &diagnostic.place {
        place = format!("{place}:{}:{}", at.line, at.column);
    }
    let label = label(diagnostic.finding.severity());
    let words = messages::finding(&diagnostic.finding, shown);
    format!("{place}: {label}: {words}")
}

/// What a finding is called by how much it matters.
pub fn label(severity: Severity) -> String {
    match severity {
        Severity::Warning => paint(&tr!("warning", "警告"), AnsiColor::Yellow),
        Severity::Note => paint(&tr!("remark", "お知らせ"), AnsiColor::Green),
    }
}

fn paint(label: &str, color: AnsiColor) -> String {
    let style = Style::new().bold().fg_color(Some(color.into()));
    format!("{style}{label}{style:#}")
}

/// Says why a command failed. No verbosity is too low for that.
pub fn error(wrong: &str, help: Option<&str>) {
    let label = paint(&tr!("error", "エラー"), AnsiColor::Red);
    print(&format!("{label}: {wrong}"));
    if let Some(help) = help {
        print_help(help);
    }
}

/// Says what to do, after what is wrong.
fn print_help(help: &str) {
    let label = paint(&tr!("help", "ヒント"), AnsiColor::Cyan);
    print(&format!("  {label}: {help}"));
}

/// When standard error is closed, there is nobody to tell.
fn print(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_is_told_in_words() {
        let words = |warnings, remarks| Tally { warnings, remarks }.words();
        assert_eq!(words(0, 0), None);
        assert_eq!(words(0, 1).as_deref(), Some("1 remark"));
        assert_eq!(words(2, 3).as_deref(), Some("2 warnings, 3 remarks"));
    }
}
