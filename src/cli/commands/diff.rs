//! `diff`: what an import would change, before anything is written.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::apkg::Held;
use crate::collect::changes::{self, Change, Changes};
use crate::identity::Record;
use crate::model::note::{Guid, Note};
use crate::{Outcome, apkg, paint};
use clap::builder::styling::AnsiColor;
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::language::tr;
use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::color::painted;
use crate::cli::ui::console::Console;
use crate::cli::ui::paths::File;
use crate::cli::ui::{changes as told, data};
use crate::cli::words::changes as words;
use crate::cli::words::matching::Reasons;

/// Show what an import of these notes would change in Anki
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Diff {
    #[command(flatten)]
    paths: Paths,
    /// The package of the last export, for what its fields held [default: the one that `export` would replace]
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    #[command(flatten)]
    choices: Choices,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Entry by entry, with what each field was and is
    Text,
    /// An array of objects, one on a line
    Json,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki diff notes/                     what an import would change, field by field
  soa-anki diff notes/ || soa-anki export  export only when there is something new
  soa-anki diff --format json | jq '.[] | select(.change == \"renamed\")'

Signs: + new, ~ changed, → moved, − left the notes, ? may be one of several that left the notes.
Exit status: 0 an import would change nothing, 1 it would";

/// One line of what would change.
#[derive(Serialize)]
struct Row<'a> {
    change: &'static str,
    guid: &'a str,
    term: &'a str,
    deck: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<Was<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<Was<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<Field>,
    /// Why it is, or is not, one of the last export, in the words of the user.
    #[serde(skip)]
    why: Vec<String>,
}

/// What an entry was at the last export.
#[derive(Serialize)]
struct Was<'a> {
    guid: &'a str,
    term: &'a str,
    context: &'a [String],
    file: &'a str,
    deck: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    recognised: Option<&'static str>,
    /// The same in the words of the user.
    #[serde(skip)]
    how: Option<String>,
    /// How alike the terms are, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
}

/// A field or the tags: what they hold now, and held before, where that is known.
#[derive(Serialize)]
struct Field {
    name: &'static str,
    was: Option<String>,
    is: String,
}

impl Diff {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        let study = Study::begin(&self.paths.or_default(), &self.choices, console)?;
        let remembered = study.remembered(false)?;
        let lock = &remembered.lock;
        let mut outcome = study.outcome(Some(lock), console);
        let changes = Changes::since(lock, &outcome);
        let files = study.files();
        let before = self.before(&study);
        // What Anki holds has its colours.
        paint(&mut outcome.collection);
        let mut rows = rows(&changes, &outcome, &files, &before);
        if console.is_verbose() {
            explain(&mut rows, &changes, &Reasons::new(lock, &outcome));
        }
        match self.format {
            Format::Json => data::write(|out| data::json(out, &rows))?,
            Format::Text => data::write(|out| show(out, &rows))?,
        }
        if !remembered.is_there() {
            console.advise(
                &tr!(
                    "there was no export yet, so all cards are new",
                    "まだ一度も書き出していないので、すべて新しいカードです"
                ),
                &tr!("`soa-anki export` makes the first", "`soa-anki export` で最初の書き出しをします"),
            );
        }
        if let Some(counts) = words::counts(&changes) {
            console.say(&words::brings(&counts));
        }
        if rows.iter().any(|row| row.was.is_some() && row.fields.iter().any(|field| field.was.is_none())) {
            console.advise(
                &tr!("what some fields held is not known", "前の中身が分からないフィールドがあります"),
                &tr!(
                    "name the package of the last export by --against",
                    "前回書き出したパッケージを --against で指定してください"
                ),
            );
        }
        told::tell_empty(&changes, console);
        tell_gone(&changes, console);
        if changes.reach_anki() { Err(Stop::Different) } else { Ok(()) }
    }

    /// The notes of the last package, where there is one.
    fn before(&self, study: &Study) -> BTreeMap<Guid, Held> {
        let usual = PathBuf::from(format!("{}.apkg", study.notes.stem));
        let path: &Path = self.against.as_deref().unwrap_or(&usual);
        // What it held is told where that can be known; what changes is told by the lock alone.
        let held = fs::read(path).ok().and_then(|bytes| apkg::read(&bytes).ok()).unwrap_or_default();
        held.into_iter().map(|held| (held.guid.clone(), held)).collect()
    }
}

/// Says how to find in Anki what left the notes.
fn tell_gone(changes: &Changes<'_>, console: &Console) {
    if let Some(search) = changes::search(changes.gone.iter().chain(&changes.gone_before).copied()) {
        let stays = tr!("what left the notes stays in Anki", "ノートからなくなったものは Anki に残ります");
        console.advise(&stays, &words::search_for(&search));
    }
}

fn rows<'a>(
    changes: &'a Changes<'a>,
    outcome: &'a Outcome,
    files: &[File],
    before: &BTreeMap<Guid, Held>,
) -> Vec<Row<'a>> {
    let row = |change: &'a Change<'a>| {
        let (note, origin) = (&outcome.collection.notes[change.note], &outcome.origins[change.note]);
        let guess = change.was.map(|(_, found)| found).filter(|_| words::is_guess(change));
        Row {
            change: kind(change),
            guid: note.guid.as_str(),
            term: &origin.text,
            deck: outcome.collection.decks[note.deck].as_str(),
            place: Some(files[origin.source].place(origin.span.start)),
            was: change.was.map(|(record, _)| Was {
                score: guess.map(|found| found.score),
                recognised: guess.map(words::code),
                how: guess.map(words::how),
                ..Was::of(record)
            }),
            candidates: change.candidates.iter().map(|record| Was::of(record)).collect(),
            fields: if change.changed {
                fields(note, change.was.and_then(|(was, _)| held(was, before)))
            } else {
                Vec::new()
            },
            why: Vec::new(),
        }
    };
    let gone = changes.gone.iter().map(|record| Row {
        change: "removed",
        guid: record.guid.as_str(),
        term: &record.term,
        deck: &record.deck,
        place: None,
        was: Some(Was::of(record)),
        candidates: Vec::new(),
        fields: Vec::new(),
        why: Vec::new(),
    });
    changes.notes.iter().map(row).chain(gone).collect()
}

/// Says why each is, or is not, one of the last export. The rows are those of `changes`, in its order.
fn explain(rows: &mut [Row<'_>], changes: &Changes<'_>, reasons: &Reasons<'_>) {
    let notes = changes.notes.iter().map(|change| reasons.of_note(change.note));
    let gone = changes.gone.iter().map(|record| reasons.of_record(record));
    for (row, why) in rows.iter_mut().zip(notes.chain(gone)) {
        row.why = why;
    }
}

impl<'a> Was<'a> {
    fn of(record: &'a Record) -> Self {
        Self {
            guid: record.guid.as_str(),
            term: &record.term,
            context: &record.context,
            file: &record.source,
            deck: &record.deck,
            recognised: None,
            how: None,
            score: None,
        }
    }
}

/// What a package held of an entry, if it is the package that the lock tells of.
fn held<'a>(record: &Record, before: &'a BTreeMap<Guid, Held>) -> Option<&'a Held> {
    before.get(&record.guid).filter(|held| held.kind == record.kind && held.modified == record.stamp.modified)
}

/// The most that happened to a note.
fn kind(change: &Change<'_>) -> &'static str {
    match change {
        Change { candidates, .. } if !candidates.is_empty() => "ambiguous",
        Change { was: None, .. } => "new",
        Change { renamed: true, .. } => "renamed",
        Change { changed: true, .. } => "changed",
        _ => "moved",
    }
}

/// The fields that are others than before; of a new note, all that hold something.
fn fields(note: &Note, before: Option<&Held>) -> Vec<Field> {
    let names = note.kind.notetype().fields.iter().map(|part| part.name);
    let was = |at: usize| before.and_then(|held| held.fields.get(at)).cloned();
    let fields = names.zip(&note.fields).enumerate().map(|(at, (name, field))| Field {
        name,
        was: was(at),
        is: field.as_str().to_owned(),
    });
    let tags = Field { name: "Tags", was: before.map(|held| held.tags.join(" ")), is: note.tags.join(" ") };
    let differs = |field: &Field| field.was.as_deref().unwrap_or_default() != field.is;
    fields.filter(|field| !matches!(field.name, "Id" | "Source")).chain([tags]).filter(differs).collect()
}

fn show(out: &mut dyn Write, rows: &[Row]) -> std::io::Result<()> {
    for row in rows {
        let (sign, color) = match row.change {
            "new" => ("+", AnsiColor::Green),
            "removed" => ("−", AnsiColor::Red),
            "moved" => ("→", AnsiColor::Cyan),
            "ambiguous" => ("?", AnsiColor::Magenta),
            _ => ("~", AnsiColor::Yellow),
        };
        let style = painted(color);
        let place = row.place.as_deref().or_else(|| row.was.as_ref().map(|was| was.file)).unwrap_or_default();
        writeln!(out, "{style}{sign} {}{style:#}  {place}", row.term)?;
        if let Some(was) = row.was.as_ref().filter(|_| row.change != "removed") {
            show_past(out, row, was)?;
        }
        for candidate in &row.candidates {
            let Was { term, file, guid, .. } = candidate;
            let may = tr!(
                "may have been `{term}` ({file}); to say so: <!-- soa: id={guid} -->",
                "以前の `{term}` ({file}) かもしれません。そうなら: <!-- soa: id={guid} -->"
            );
            writeln!(out, "    {may}")?;
        }
        for why in &row.why {
            writeln!(out, "    {why}")?;
        }
        for field in &row.fields {
            show_field(out, field, row.was.is_none())?;
        }
    }
    Ok(())
}

fn show_past(out: &mut dyn Write, row: &Row, was: &Was) -> std::io::Result<()> {
    let how = was.how.as_ref().map(|how| format!(" ({how})")).unwrap_or_default();
    let Was { term, deck, .. } = was;
    if was.term != row.term {
        writeln!(out, "    {}", tr!("was `{term}`{how}", "以前は `{term}`{how}"))?;
    } else if row.change == "moved" {
        let place: Vec<&str> = std::iter::once(was.file).chain(was.context.iter().map(String::as_str)).collect();
        let place = place.join(" › ");
        writeln!(out, "    {}", tr!("was in {place}{how}", "以前の場所は {place}{how}"))?;
    }
    if was.deck != row.deck {
        let stay = tr!(
            "its cards stay in the deck {deck} until you move them in Anki",
            "カードは、Anki で移すまでデッキ {deck} に残ります"
        );
        writeln!(out, "    {stay}")?;
    }
    Ok(())
}

/// A field, as lines: what is equal at both ends is left out.
fn show_field(out: &mut dyn Write, field: &Field, is_new: bool) -> std::io::Result<()> {
    if field.was.is_none() && !is_new {
        return Ok(());
    }
    let raw = (field.was.clone().unwrap_or_default(), field.is.clone());
    let (was, is) = match (lines(&raw.0), lines(&raw.1)) {
        // Only markup differs: then that is what there is to see.
        (was, is) if was == is => (vec![raw.0], vec![raw.1]),
        shown => shown,
    };
    let start = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
    let end = was[start..].iter().rev().zip(is[start..].iter().rev()).take_while(|(was, is)| was == is).count();
    writeln!(out, "    {}", field.name)?;
    let (red, green) = (painted(AnsiColor::Red), painted(AnsiColor::Green));
    for line in &was[start..was.len() - end] {
        writeln!(out, "      {red}- {line}{red:#}")?;
    }
    for line in &is[start..is.len() - end] {
        writeln!(out, "      {green}+ {line}{green:#}")?;
    }
    Ok(())
}

/// HTML with the name of each picture before it: another picture may be called the same.
fn named(html: &str) -> String {
    const PICTURE: &str = "<img src=\"";
    let mut pieces = html.split(PICTURE);
    let first = pieces.next().unwrap_or_default().to_owned();
    let name = |piece: &str| piece.split('"').next().unwrap_or_default().to_owned();
    pieces.fold(first, |html, piece| format!("{html}({}) {PICTURE}{piece}", name(piece)))
}

/// HTML as lines that a person can read.
fn lines(html: &str) -> Vec<String> {
    let broken = ["<br>", "</p>", "</li>", "</tr>", "</pre>"]
        .iter()
        .fold(named(html), |html, tag| html.replace(tag, &format!("{tag}\n")));
    let shown = crate::markdown::html_text(&broken);
    shown.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect()
}
