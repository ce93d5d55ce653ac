//! `config`: the choices, where each comes from, and a file to start from.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use crate::model::config::{Key, Value};
use crate::model::error::Step;
use crate::{Config, Error, read};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::layers::{Layers, Origin};
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::data;
use crate::cli::ui::paths::from_here;
use crate::cli::ui::table::{self, Column};
use crate::cli::words::settings::{self as words, template, toml};

/// Show the settings, or create a soa-anki.toml
#[derive(Args)]
pub struct Configuration {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Show(Show),
    Init(Init),
}

/// Show each setting with its value and where it comes from
#[derive(Args)]
#[command(after_help = EXAMPLES)]
struct Show {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    choices: Choices,
    /// How to show them
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Columns: setting, value, where it comes from
    Table,
    /// An array of objects, one per line
    Json,
}

/// Write a soa-anki.toml that explains each setting
#[derive(Args)]
#[command(after_help = INIT)]
struct Init {
    /// The folder to write it to [default: the root of the notes]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki config show notes/
  SOA_ANKI_DECKS_BY=folder soa-anki config show
  soa-anki config show --format json | jq '.[] | select(.from != \"default\")'

Options override environment variables, these override soa-anki.toml, and that overrides the defaults. The file is \
the nearest one above the notes. The variable for decks.by is SOA_ANKI_DECKS_BY; lists are separated by commas.";

const INIT: &str = "\
All settings are in it as comments, with their defaults. To change one, remove the # from its line and edit the \
value. An existing file is never overwritten.";

/// A choice, as it is shown.
#[derive(Serialize)]
struct Row {
    key: &'static str,
    value: Value,
    #[serde(flatten)]
    origin: Origin,
}

impl Configuration {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        match &self.command {
            Command::Show(show) => show.run(),
            Command::Init(init) => init.run(console),
        }
    }
}

impl Show {
    fn run(&self) -> Result<(), Stop> {
        let Layers { config, origins, .. } = Layers::read(&self.paths.or_default(), &self.choices)?;
        let row = |key: Key| {
            let origin = origins.get(&key).cloned().unwrap_or(Origin::Default);
            Row { key: key.name(), value: key.get(&config), origin }
        };
        let rows: Vec<Row> = Key::all().map(row).collect();
        match self.format {
            Format::Json => data::write(|out| data::json(out, &rows)),
            Format::Table => {
                let cells = |row: &Row| [row.key.to_owned(), toml(&row.value), row.origin.to_string()];
                let cells: Vec<_> = rows.iter().map(cells).collect();
                let [setting, value, from] = words::columns();
                let columns = [Column::Start(setting), Column::Start(value), Column::End(from)];
                data::write(|out| out.write_all(table::fitting(&columns, &cells).as_bytes()))
            }
        }
    }
}

impl Init {
    fn run(&self, console: &Console) -> Result<(), Stop> {
        let folder = match &self.folder {
            Some(folder) => folder.clone(),
            None => read::root(&Paths::default().or_default())?,
        };
        let path = folder.join(Config::FILE);
        let shown = from_here(&path);
        if path.exists() {
            return Err(words::file_exists(&shown).into());
        }
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let written = file.and_then(|mut file| file.write_all(template().as_bytes()));
        written.map_err(|source| Error::Io { path: shown.clone().into(), step: Step::Write, source })?;
        console.say(&words::wrote(&shown));
        console.say(&words::next());
        Ok(())
    }
}
