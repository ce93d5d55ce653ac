//! `config`: the choices, where each comes from, and a file to start from.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use crate::model::config::{Key, Value};
use crate::model::error::Step;
use crate::{Config, Error, read};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::cli::language::tr;
use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::layers::{Layers, Origin};
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::data;
use crate::cli::ui::paths::from_here;
use crate::cli::ui::table::{self, Column};
use crate::cli::words::settings::{template, toml};

/// See the settings, and start a soa-anki.toml
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

/// Show each setting with its value, and where it comes from
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
    /// An array of objects, one on a line
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

A flag counts before the environment, the environment before soa-anki.toml, the file before the
default. The file is the nearest one upward from the notes; the variable for decks.by is
SOA_ANKI_DECKS_BY, and lists in variables are separated by commas.";

const INIT: &str = "\
All settings stand in it as comments, with their defaults: to choose, take away the # and change
the value. A file that is there is never overwritten.";

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
        let rows: Vec<Row> = Key::ALL.into_iter().map(row).collect();
        match self.format {
            Format::Json => data::write(|out| data::json(out, &rows)),
            Format::Table => {
                let cells = |row: &Row| [row.key.to_owned(), toml(&row.value), row.origin.to_string()];
                let cells: Vec<_> = rows.iter().map(cells).collect();
                let columns = [
                    Column::Start(tr!("setting", "設定")),
                    Column::Start(tr!("value", "値")),
                    Column::End(tr!("from", "どこで")),
                ];
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
            return Err(Stop::Usage {
                wrong: tr!("{shown}: it is there already", "{shown}: すでにあります"),
                help: tr!(
                    "change it by hand; `soa-anki config show` says what it chooses",
                    "直接編集してください。いまの設定は `soa-anki config show` で確認できます"
                ),
            });
        }
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let written = file.and_then(|mut file| file.write_all(template().as_bytes()));
        written.map_err(|source| Error::Io { path: shown.clone().into(), step: Step::Write, source })?;
        console.say(&tr!("wrote {shown}", "{shown} を書きました"));
        console.say(&tr!(
            "next: take away the # of what you want to choose, then soa-anki config show",
            "次に、変えたい行の # を外して値を変え、soa-anki config show で確認してください"
        ));
        Ok(())
    }
}
