//! `cards`: which cards an export would make.

mod filter;
mod sections;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::collect::shown_above;
use crate::markdown::html_text;
use crate::model::note::Note;
use crate::model::notetype::{Kind, cloze_field, term_field};
use crate::{Origin, Outcome};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::data::{json, write};
use crate::cli::ui::findings;
use crate::cli::ui::paths::File;
use crate::cli::ui::table::{self, Column};
use crate::cli::words::cards as words;
use filter::{Filter, Seen};
use sections::Section;

/// List the cards that an export would make, and where they come from
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Cards {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    choices: Choices,
    /// Show how many cards each section has, and why some have none
    #[arg(long, conflicts_with_all = ["in_deck", "kind", "tag", "text"])]
    summary: bool,
    /// How to show them
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    filter: Filter,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Columns that fit the terminal; elsewhere uncut, separated by tabs, without a header
    Table,
    /// An array of objects, one per line; term and definition as HTML
    Json,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki cards notes/                      a table of all cards
  soa-anki cards notes/ | cut -f1,6          each term with its file:line
  soa-anki cards --in-deck EC2 --text price  those that match both
  soa-anki cards notes/ --summary            sections without cards, and why
  soa-anki cards --format json | jq '.[] | select(.kind == \"cloze\")'

The columns: term, kind (⇄: with a reverse card), context (the title and the headings above), deck, tags, file:line. \
The order is that of learning.";

/// Where there is no room for a path, its end says most.
fn columns() -> [Column; 6] {
    let [term, kind, context, deck, tags, place] = words::columns();
    [
        Column::Start(term),
        Column::Start(kind),
        Column::End(context),
        Column::End(deck),
        Column::Start(tags),
        Column::End(place),
    ]
}

/// A note, and where it comes from.
#[derive(Serialize)]
struct Row<'a> {
    guid: &'a str,
    kind: &'static str,
    /// Of a cloze note: the text with its deletions.
    term: &'a str,
    definition: &'a str,
    /// What a card shows below its answer, as HTML.
    #[serde(skip_serializing_if = "str::is_empty")]
    extra: &'a str,
    /// The definition that asks for the term; of a note with a reverse card.
    #[serde(skip_serializing_if = "str::is_empty")]
    reverse: &'a str,
    /// The title and what stands above, as the card shows it.
    context: Vec<&'a str>,
    /// The line above it and its neighbours that says what they have in common.
    #[serde(skip_serializing_if = "str::is_empty")]
    hint: &'a str,
    deck: &'a str,
    tags: &'a [String],
    /// The names of what the package holds for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    media: Vec<&'a str>,
    file: &'a str,
    line: usize,
    #[serde(skip)]
    text: &'a str,
}

impl Cards {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        let mut study = Study::begin(&self.paths.or_default(), &self.choices, console)?;
        let remembered = study.remembered(false)?;
        let lock = Some(&remembered.lock).filter(|_| remembered.is_there());
        let (outcome, files) = study.outcome_and_files(lock, console);
        findings::show(study.diagnostics(&outcome), findings::Wanted::Grave, &study.shown, console);
        if self.summary {
            return self.summarize(&sections::sections(&outcome, &files), console);
        }
        let mut rows = self.rows(&outcome, &files).peekable();
        match outcome.collection.notes.len() {
            0 => console.say(&words::nothing()),
            all if rows.peek().is_none() => {
                console.say(&words::none_fits(all));
                self.say_what_there_is(&outcome, console);
            }
            _ => {}
        }
        let written = match self.format {
            Format::Json => write(|out| json(out, rows)),
            Format::Table => write(|out| table::write(out, &columns(), rows.map(|row| cells(&row)))),
        };
        let ended = study.ended();
        // The program ends: the system takes all of it at once, faster than it is taken apart.
        std::mem::forget((study, remembered, outcome, files));
        written.and(ended)
    }

    /// Joins the notes that are to be shown with where they come from, in learning order.
    ///
    /// One at a time: all rows of many notes took a quarter of all memory.
    fn rows<'a>(&'a self, outcome: &'a Outcome, files: &'a [File]) -> impl Iterator<Item = Row<'a>> {
        let collection = &outcome.collection;
        let joined = collection.notes.iter().zip(&outcome.origins);
        let row = |(note, origin): (&'a Note, &'a Origin)| {
            let deck = collection.decks[note.deck].as_str();
            let title = &outcome.documents[origin.source].title;
            row(note, origin, title, deck, &files[origin.source])
        };
        let is_filtered = self.filter.is_any();
        joined.map(row).filter(move |row| !is_filtered || self.fits(row))
    }

    /// Names decks or tags, if none of the cards has what is asked for.
    fn say_what_there_is(&self, outcome: &Outcome, console: &Console) {
        let notes = &outcome.collection.notes;
        let decks: BTreeSet<&str> = notes.iter().map(|note| outcome.collection.decks[note.deck].as_str()).collect();
        let tags: BTreeSet<&str> = notes.iter().flat_map(|note| &note.tags).map(String::as_str).collect();
        let [decks, tags] = [decks, tags].map(|names| names.into_iter().collect::<Vec<_>>());
        if self.filter.lacks_deck(&decks) {
            console.say(&words::decks_there(&decks));
        }
        if self.filter.lacks_tag(&tags) {
            console.say(&words::tags_there(&tags));
        }
    }

    fn fits(&self, row: &Row) -> bool {
        let seen = Seen { deck: row.deck, kind: row.kind, tags: row.tags, asked: row.text };
        self.filter.fits(&seen, || html_text(row.definition))
    }

    fn summarize(&self, sections: &[Section], console: &Console) -> Result<(), Stop> {
        match self.format {
            Format::Json => write(|out| json(out, sections))?,
            Format::Table => write(|out| out.write_all(sections::table(sections).as_bytes()))?,
        }
        sections::sum_up(sections, console);
        Ok(())
    }
}

fn row<'a>(note: &'a Note, origin: &'a Origin, title: &'a str, deck: &'a str, file: &'a File) -> Row<'a> {
    let field = |position: usize| note.fields[position].as_str();
    let of_term = |position: usize| if note.kind == Kind::Term { field(position) } else { "" };
    let (kind, term, hint) = match note.kind {
        Kind::Term => ("term", field(term_field::TERM), field(term_field::HINT)),
        Kind::Cloze => ("cloze", field(cloze_field::TEXT), field(cloze_field::HINT)),
    };
    Row {
        guid: note.guid.as_str(),
        kind,
        term,
        definition: of_term(term_field::DEFINITION),
        extra: field(if note.kind == Kind::Term { term_field::EXTRA } else { cloze_field::EXTRA }),
        reverse: of_term(term_field::REVERSE),
        context: shown_above(title, &origin.context).filter(|part| *part != origin.text).collect(),
        hint,
        deck,
        tags: &note.tags,
        media: note.media().collect(),
        file: &file.path,
        line: file.line(origin.span.start),
        text: &origin.text,
    }
}

fn cells<'a>(row: &Row<'a>) -> [Cow<'a, str>; 6] {
    [
        row.text.into(),
        if row.reverse.is_empty() { row.kind.into() } else { format!("{} ⇄", row.kind).into() },
        match row.context[..] {
            [only] => only.into(),
            _ => row.context.join(" › ").into(),
        },
        row.deck.into(),
        match row.tags {
            [only] => only.into(),
            _ => row.tags.join(" ").into(),
        },
        format!("{}:{}", row.file, row.line).into(),
    ]
    .map(in_a_cell)
}

/// What a cell can hold: no tab and no line end.
fn in_a_cell(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_plain = memchr::memchr2(b'\t', b'\n', text.as_bytes()).is_none();
    if is_plain { text } else { text.replace(['\t', '\n'], " ").into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_an_object_on_a_line() {
        let row = || Row {
            guid: "g",
            kind: "term",
            term: "a &lt; b",
            definition: "<p>x</p>",
            extra: "",
            reverse: "",
            hint: "",
            context: Vec::new(),
            deck: "d::e",
            tags: &[],
            media: Vec::new(),
            file: "n.md",
            line: 3,
            text: "a < b",
        };
        let mut out = Vec::new();
        json(&mut out, [row(), row()]).unwrap();
        let object = r#"{"guid":"g","kind":"term","term":"a &lt; b","definition":"<p>x</p>","context":[],"deck":"d::e","tags":[],"file":"n.md","line":3}"#;
        let expected = format!("[\n{object},\n{object}\n]\n");
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
