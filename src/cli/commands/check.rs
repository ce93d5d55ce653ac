//! `check`: the findings in the notes, each with its line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::Diagnostic;
use crate::findings::{Place, Severity, codes};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::language::Lang;
use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::data::{json, show, write};
use crate::cli::ui::excerpt::excerpt;
use crate::cli::ui::findings::{Tally, is_counted, label, message, show_skipped};
use crate::cli::words::check as words;

/// Check your notes: report problems, and how to fix them
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    choices: Choices,
    /// How to show them
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// If there are warnings, exit with status 1
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Each with its line, then how many there are
    Human,
    /// An array of objects, one per line
    Json,
    /// Annotations of GitHub Actions
    Github,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki check notes/                     all problems
  soa-anki check --format github notes/     at the lines of a pull request
  soa-anki help W-empty-heading             what a code means, and how to fix it
  soa-anki help codes                       all codes

To hide a finding, write <!-- soa: allow=W-empty-heading --> after its heading or list item, \
`soa: {allow: [W-empty-heading]}` in the front matter of its file, or add it to check.allow in soa-anki.toml.";

/// Most findings of one code that are shown of one file.
const SHOWN_PER_FILE: usize = 5;

/// A finding as all formats show it.
#[derive(Serialize)]
struct Row<'a> {
    code: &'static str,
    severity: &'static str,
    file: String,
    #[serde(flatten)]
    region: Option<Region>,
    message: String,
    #[serde(skip)]
    found: &'a Diagnostic,
    /// The text of its file, where that was read.
    #[serde(skip)]
    text: &'a str,
}

/// Lines and columns from 1, columns in characters; the end is exclusive.
#[derive(Serialize)]
struct Region {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Check {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        let study = Study::begin(&self.paths.or_default(), &self.choices, console)?;
        let outcome = study.outcome(None, console);
        let rows = rows(study.diagnostics(&outcome).filter(|found| is_counted(&found.finding, console)), &study);
        // Each is about a file that was skipped.
        let skipped_files = study.diagnostics(&outcome).filter(|found| !is_counted(&found.finding, console)).count();
        match self.format {
            Format::Json => write(|out| json(out, &rows))?,
            Format::Github => write(|out| rows.iter().try_for_each(|row| writeln!(out, "{}", annotation(row))))?,
            Format::Human => {
                show(&report(&rows, console))?;
                sum_up(&rows, study.notes.sources.len(), console);
                show_skipped(skipped_files, console);
            }
        }
        let warns = |row: &Row<'_>| row.found.finding.severity() == Severity::Warning;
        if self.deny_warnings && rows.iter().any(warns) { Err(Stop::Denied) } else { study.ended() }
    }
}

/// The findings, file by file, from the top of each to its end.
fn rows<'a>(found: impl Iterator<Item = &'a Diagnostic>, study: &'a Study) -> Vec<Row<'a>> {
    let sources = study.notes.sources.iter().enumerate();
    let sources: BTreeMap<&str, (usize, &str)> =
        sources.map(|(at, source)| (source.path.as_str(), (at, source.text.as_str()))).collect();
    let mut found: Vec<(usize, &str, &Diagnostic)> = found
        .map(|found| {
            let (at, text) = sources.get(&*found.path).copied().unwrap_or((usize::MAX, ""));
            (at, text, found)
        })
        .collect();
    found.sort_by_key(|&(at, _, found)| {
        (at, &found.path, found.place.as_ref().map_or((0, 0), |place| (place.line, place.column)))
    });
    found.into_iter().map(|(_, text, found)| row(found, text, study)).collect()
}

fn row<'a>(found: &'a Diagnostic, text: &'a str, study: &Study) -> Row<'a> {
    let severity = match found.finding.severity() {
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    Row {
        code: found.finding.code(),
        severity,
        file: study.shown.path(&found.path),
        region: found.place.as_ref().map(|place| region(place, text)),
        message: message(&found.finding, &study.shown),
        found,
        text,
    }
}

fn region(place: &Place, text: &str) -> Region {
    let whole = || text.get(place.span.clone()).map_or("", str::trim_end).len();
    let end = place.span.start + whole();
    let end = if whole() > 0 { place.onward(text, end..end) } else { place.clone() };
    Region { line: place.line, column: place.column, end_line: end.line, end_column: end.column }
}

/// All findings for people; without `-v`, the first few of each code in a file.
fn report(rows: &[Row<'_>], console: &Console) -> String {
    let mut report = String::new();
    for of_file in rows.chunk_by(|one, next| one.file == next.file) {
        let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
        for row in of_file {
            let nth = alike.entry(row.code).or_default();
            *nth += 1;
            if *nth <= SHOWN_PER_FILE || console.is_verbose() {
                report += &in_text(row);
            }
        }
        let file = &of_file[0].file;
        for (code, number) in alike.into_iter().filter(|_| !console.is_verbose()) {
            if let more @ 1.. = number.saturating_sub(SHOWN_PER_FILE) {
                report += &words::more_in(file, code, more);
            }
        }
    }
    report
}

/// A finding for people: `file:line:column: warning: words [code]`, and its line underlined.
fn in_text(row: &Row<'_>) -> String {
    let place = row.region.as_ref().map_or(String::new(), |at| format!(":{}:{}", at.line, at.column));
    let label = label(row.found.finding.severity());
    let mut text = format!("{}{place}: {label}: {} [{}]\n", row.file, row.message, row.code);
    if let Some(place) = row.found.place.as_ref().filter(|_| !row.text.is_empty()) {
        text += &excerpt(row.text, place);
    }
    text
}

/// Says how many there are of each code, and where they are explained.
fn sum_up(rows: &[Row<'_>], files: usize, console: &Console) {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut tally = Tally::default();
    for row in rows {
        *codes.entry(row.code).or_default() += 1;
        tally.count(row.found.finding.severity());
    }
    let Some(sum) = tally.words() else {
        return console.say(&words::nothing(files));
    };
    let mut codes: Vec<(&str, usize)> = codes.into_iter().collect();
    codes.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let mut table = format!("{sum}:");
    for (code, times) in &codes {
        let title = codes::find(code).map_or("", |code| code.words(Lang::current()).title);
        let _ = write!(table, "\n{times:>6}  {code:<24}  {title}");
    }
    console.advise(&table, &words::explained_by_help(codes[0].0, codes.len()));
}

/// A finding as a workflow command of GitHub.
fn annotation(row: &Row<'_>) -> String {
    let command = match row.found.finding.severity() {
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let file = escape_property(&row.file);
    let place = row.region.as_ref().map_or(String::new(), |at| {
        // GitHub takes columns only for what is on one line.
        let columns = if at.line == at.end_line && at.column < at.end_column {
            format!(",col={},endColumn={}", at.column, at.end_column)
        } else {
            String::new()
        };
        format!(",line={},endLine={}{columns}", at.line, at.end_line)
    });
    format!("::{command} file={file}{place},title={}::{}", escape_property(row.code), escape_data(&row.message))
}

/// A text as the message of such a command.
fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a value before the message.
fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_name_ends_a_command_of_github() {
        assert_eq!(escape_property("a,b:c%\n.md"), "a%2Cb%3Ac%25%0A.md");
        assert_eq!(escape_data("x: 5 %, y\n"), "x: 5 %25, y%0A");
    }
}
