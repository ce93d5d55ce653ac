//! `diff`: what an import would change, before anything is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::apkg::Held;
use crate::collect::changes::{Change, Changes};
use crate::identity::Record;
use crate::model::error::Step;
use crate::model::note::{Guid, Note};
use crate::model::notetype::Kind;
use crate::{Error, Outcome, apkg, paint};
use clap::builder::styling::AnsiColor;
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::color::painted;
use crate::cli::ui::console::Console;
use crate::cli::ui::difference::{Line, difference};
use crate::cli::ui::paths::File;
use crate::cli::ui::paths::Shown;
use crate::cli::ui::{changes as ui_changes, data, findings};
use crate::cli::words::matching::Reasons;
use crate::cli::words::{changes as words, diff as said};

/// Show what importing these notes would change in Anki
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Diff {
    #[command(flatten)]
    paths: Paths,
    /// The package of the last export, to show the old text of changed cards; soa-anki.lock tells which ones changed
    /// [default: the package that `export` would replace]
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
    /// Card by card, with the old and the new content of each field
    Text,
    /// An array of objects, one per line
    Json,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki diff notes/                     what would change, field by field
  soa-anki diff notes/; [ $? = 1 ] && soa-anki export notes/
                                           export only if something changed
  soa-anki diff --format json | jq '.[] | select(.change == \"renamed\")'

Signs: + new or back, ~ changed, → moved, − no longer made (it stays in Anki), ? new, but may \
be an earlier card under another name.

Exit status: 0 nothing has changed since the last export, 1 something has";

/// One note that changed.
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
    /// Whether that it stands elsewhere is the most that has changed.
    #[serde(skip)]
    moved: bool,
    /// Whether it left, and another card of its name stands in its place.
    #[serde(skip)]
    replaced: bool,
    /// Whether it is a sentence with gaps that left, or has none any more.
    #[serde(skip)]
    without_gap: bool,
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
        let mut study = Study::begin(&self.paths.or_default(), &self.choices, console)?;
        let remembered = study.remembered(false)?;
        let lock = &remembered.lock;
        let (mut outcome, files) = study.outcome_and_files(Some(lock), console);
        let changes = Changes::since(lock, &outcome);
        let before = self.before(&study)?;
        if let Err(unread) = study.ended() {
            findings::show(study.diagnostics(&outcome), findings::Wanted::Grave, &study.shown, console);
            return Err(unread);
        }
        // The package of the last export has coloured code, too.
        paint(&mut outcome.collection);
        let mut rows = rows(&changes, &outcome, &files, &before);
        if console.is_verbose() {
            explain(&mut rows, &changes, &Reasons::new(lock, &outcome));
        }
        match self.format {
            Format::Json => data::write(|out| data::json(out, &rows))?,
            Format::Text => {
                let repeated = if console.is_verbose() { BTreeMap::new() } else { repeated(&rows) };
                data::write(|out| show(out, &rows, &repeated, &study.shown))?;
            }
        }
        if remembered.is_there() || !rows.is_empty() {
            ui_changes::show_counts(&changes, console);
        }
        if !remembered.is_there() && !rows.is_empty() {
            let (what, help) =
                if before.is_empty() { said::first_export() } else { said::without_lock(&remembered.name()) };
            console.advise(&what, &help);
        }
        ui_changes::show_elsewhere(&changes, console);
        if rows.iter().any(|row| row.was.is_some() && row.fields.iter().any(|field| field.was.is_none())) {
            let (what, help) = said::unknown_fields();
            console.advise(&what, &help);
        }
        ui_changes::show_empty(&changes, console);
        ui_changes::show_search(&changes, console);
        ui_changes::show_missing(&changes, &study.shown, console);
        ui_changes::show_unknown_ids(lock, &outcome, &study.shown, console);
        ui_changes::show_whether_to_import(&changes, console);
        if rows.is_empty() && !changes.templates { Ok(()) } else { Err(Stop::Different) }
    }

    /// The notes of the last package. The lock decides what has changed; the package only adds the old content. So the
    /// usual one may be missing; not so one that the user names.
    fn before(&self, study: &Study) -> Result<BTreeMap<Guid, Held>, Stop> {
        let held = if let Some(named) = &self.against {
            held_by(named)?
        } else {
            let usual = format!("{}.apkg", study.notes.stem);
            fs::read(usual).ok().and_then(|bytes| apkg::read(&bytes).ok()).unwrap_or_default()
        };
        Ok(held.into_iter().map(|held| (held.guid.clone(), held)).collect())
    }
}

/// What a package that the user named holds.
fn held_by(path: &Path) -> Result<Vec<Held>, Stop> {
    let bytes = fs::read(path).map_err(|source| match source.kind() {
        ErrorKind::NotFound => Stop::from(Error::NotFound(path.to_owned())),
        ErrorKind::IsADirectory => said::not_a_package(&path.display().to_string()).into(),
        _ => Error::Io { path: path.to_owned(), step: Step::ReadPackage, source }.into(),
    })?;
    let held = apkg::read(&bytes).unwrap_or_default();
    if held.is_empty() { Err(said::not_a_package(&path.display().to_string()).into()) } else { Ok(held) }
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
            moved: change.moved && kind(change) == "moved",
            replaced: false,
            without_gap: false,
        }
    };
    let gone = changes.gone.iter().map(|record| gone(record, outcome));
    changes.notes.iter().map(row).chain(gone).collect()
}

/// A note that left the notes.
fn gone<'a>(record: &'a Record, outcome: &Outcome) -> Row<'a> {
    let replaced = ui_changes::is_replaced(record, outcome);
    Row {
        change: "removed",
        guid: record.guid.as_str(),
        term: &record.term,
        deck: &record.deck,
        place: None,
        was: Some(Was::of(record)),
        candidates: Vec::new(),
        fields: Vec::new(),
        why: Vec::new(),
        moved: false,
        replaced,
        without_gap: !replaced && record.kind == Kind::Cloze,
    }
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

/// What a package holds of an entry, if it is the package that the lock was written with.
fn held<'a>(record: &Record, before: &'a BTreeMap<Guid, Held>) -> Option<&'a Held> {
    before.get(&record.guid).filter(|held| held.kind == record.kind && held.modified == record.stamp.modified)
}

/// The most important change of a note.
fn kind(change: &Change<'_>) -> &'static str {
    match change {
        Change { candidates, .. } if !candidates.is_empty() => "ambiguous",
        Change { was: None, .. } => "new",
        Change { renamed: true, .. } => "renamed",
        Change { changed: true, .. } => "changed",
        Change { back: true, .. } => "back",
        _ => "moved",
    }
}

/// The fields that have changed; of a new note, all that are not empty.
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

/// Fewest notes of a file on which the same has changed, to say it once.
const FEWEST_REPEATED: usize = 3;

/// What has changed in the same way on several notes of a file, as lines, by the file; and on how many.
type Repeated = BTreeMap<(String, Vec<String>), usize>;

fn repeated(rows: &[Row]) -> Repeated {
    let mut all = Repeated::new();
    for row in rows {
        for lines in [deck_of(row), context_of(row)].into_iter().flatten() {
            *all.entry((file_of(row), lines)).or_default() += 1;
        }
    }
    all.retain(|_, notes| *notes >= FEWEST_REPEATED);
    all
}

/// The file that a note stands in.
fn file_of(row: &Row) -> String {
    let place = row.place.as_deref().unwrap_or_default();
    place.rsplit_once(':').map_or(place, |(file, _)| file).to_owned()
}

/// That the cards of a note belong into another deck now.
fn deck_of(row: &Row) -> Option<Vec<String>> {
    let was = row.was.as_ref().filter(|was| row.change != "removed" && was.deck != row.deck)?;
    Some(vec![said::stays_in(was.deck, row.deck)])
}

/// What has changed above the question of a note: the outermost heading alone, if nothing else has.
fn context_of(row: &Row) -> Option<Vec<String>> {
    let field = row.fields.iter().find(|field| is_context(field))?;
    let lines = difference(field.was.as_deref()?, &field.is);
    let outermost = match &*lines {
        [Line::Was(was), Line::Is(is)] => match (was.split_once(" › "), is.split_once(" › ")) {
            (Some((was, under)), Some((is, still))) if under == still => {
                Some(vec![Line::Was(was.to_owned()), Line::Is(is.to_owned())])
            }
            _ => None,
        },
        _ => None,
    };
    let shown = outermost.unwrap_or(lines).iter().map(shown_line).collect::<Vec<_>>();
    Some([said::field(field.name)].into_iter().chain(shown).collect())
}

fn is_context(field: &Field) -> bool {
    field.name == "Context"
}

fn show(out: &mut dyn Write, rows: &[Row], repeated: &Repeated, shown: &Shown) -> std::io::Result<()> {
    let mut said_already = BTreeSet::new();
    for row in rows {
        let is_repeated = |lines: Option<Vec<String>>| {
            let key = (file_of(row), lines?);
            repeated.contains_key(&key).then_some(key)
        };
        let (deck, context) = (is_repeated(deck_of(row)), is_repeated(context_of(row)));
        for key in [&deck, &context].into_iter().flatten() {
            if said_already.insert(key.clone()) {
                writeln!(out, "{}", said::on_several(&key.0, repeated[key]))?;
                key.1.iter().try_for_each(|line| writeln!(out, "    {line}"))?;
            }
        }
        let others = row.fields.iter().filter(|field| context.is_none() || !is_context(field)).collect::<Vec<_>>();
        let is_plain = others.is_empty() && matches!(row.change, "changed" | "moved") && !row.moved;
        if !(is_plain && (deck.is_some() || context.is_some()) && (deck.is_some() || deck_of(row).is_none())) {
            let of = if deck.is_some() { Deck::OfFile } else { Deck::Own };
            show_row(out, row, &others, of, shown)?;
        }
    }
    Ok(())
}

/// Whether the change of a note's deck is said with the note, or was said for its file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deck {
    Own,
    OfFile,
}

fn show_row(out: &mut dyn Write, row: &Row, fields: &[&Field], deck: Deck, shown: &Shown) -> std::io::Result<()> {
    let (sign, color) = match row.change {
        "new" | "back" => ("+", AnsiColor::Green),
        "removed" => ("−", AnsiColor::Red),
        "moved" => ("→", AnsiColor::Cyan),
        "ambiguous" => ("?", AnsiColor::Magenta),
        _ => ("~", AnsiColor::Yellow),
    };
    let style = painted(color);
    let was = || row.was.as_ref().map(|was| shown.path(was.file));
    let place = row.place.clone().or_else(was).unwrap_or_default();
    writeln!(out, "{style}{sign} {}{style:#}  {place}", row.term)?;
    if let Some(was) = row.was.as_ref().filter(|_| row.change != "removed") {
        show_past(out, row, was, deck, shown)?;
    }
    if row.replaced {
        writeln!(out, "    {}", said::is_replaced())?;
    }
    if row.without_gap {
        writeln!(out, "    {}", words::no_gap())?;
    }
    for candidate in &row.candidates {
        let Was { term, file, guid, .. } = candidate;
        writeln!(out, "    {}", said::candidate(term, &shown.path(file), guid))?;
    }
    for why in &row.why {
        writeln!(out, "    {why}")?;
    }
    for field in fields {
        show_field(out, field, row.was.is_none())?;
    }
    Ok(())
}

fn show_past(out: &mut dyn Write, row: &Row, was: &Was, deck: Deck, shown: &Shown) -> std::io::Result<()> {
    let how = was.how.as_ref().map(|how| format!(" ({how})")).unwrap_or_default();
    if was.term != row.term {
        writeln!(out, "    {}", said::was(was.term, &how))?;
    } else if row.moved {
        let file = shown.path(was.file);
        let place: Vec<&str> = was.context.iter().map(String::as_str).collect();
        let place = std::iter::once(&*file).chain(place).collect::<Vec<_>>().join(" › ");
        writeln!(out, "    {}", said::was_in(&place, &how))?;
    }
    if row.change == "back" {
        writeln!(out, "    {}", said::is_back())?;
    }
    if was.deck != row.deck && deck == Deck::Own {
        writeln!(out, "    {}", said::stays_in(was.deck, row.deck))?;
    }
    Ok(())
}

/// Shows the lines of a field that changed.
fn show_field(out: &mut dyn Write, field: &Field, is_new: bool) -> std::io::Result<()> {
    if field.was.is_none() && !is_new {
        return Ok(());
    }
    writeln!(out, "    {}", said::field(field.name))?;
    let lines = difference(field.was.as_deref().unwrap_or_default(), &field.is);
    lines.iter().try_for_each(|line| writeln!(out, "    {}", shown_line(line)))
}

/// A line that only one side has, in its colour.
fn shown_line(line: &Line) -> String {
    let (red, green) = (painted(AnsiColor::Red), painted(AnsiColor::Green));
    match line {
        Line::Was(line) => format!("  {red}- {line}{red:#}"),
        Line::Is(line) => format!("  {green}+ {line}{green:#}"),
    }
}
