//! The notes of a command: read, and made into cards as the user chooses.

use std::path::{Path, PathBuf};

use super::choices::Choices;
use super::clock;
use super::layers::Layers;
use crate::cli::language::tr;
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::paths::{File, Shown, from_here};
use crate::cli::words::count::bytes;
use crate::identity::{Lock, Tracing};
use crate::model::config::Files;
use crate::read::{self, Choice, Notes};
use crate::{Config, Diagnostic, Error, Outcome, collect_with, extract, media};

/// Notes, and what the steps that make cards of them are to know.
pub struct Study {
    /// What was read.
    pub notes: Notes,
    /// What the user chose.
    pub config: Config,
    /// In seconds.
    pub now: i64,
    /// How paths are shown.
    pub shown: Shown,
}

impl Study {
    /// Reads the notes of `paths`, of which cards are to be made as the user chooses.
    pub fn begin(paths: &[PathBuf], choices: &Choices, console: &Console) -> Result<Self, Stop> {
        let now = clock::now()?;
        let Layers { mut config, file, .. } = Layers::read(paths, choices)?;
        let chosen = choice(file.as_deref(), paths, &config)?;
        let notes = read::read_chosen(paths, &chosen).map_err(|error| nothing_chosen(error, &config))?;
        let shown = Shown::new(&notes.root);
        let root = notes.root.display();
        console.detail(&tr!("the root of the notes is {root}", "ノートの一番上のフォルダは {root}"));
        if let Some(file) = &file {
            let file = from_here(file);
            console.detail(&tr!("the settings are in {file}", "設定ファイルは {file} です"));
        }
        for source in &notes.sources {
            let path = shown.path(&source.path);
            console.detail(&tr!("read {path}", "{path} を読みました"));
        }
        config.deck.get_or_insert_with(|| notes.name.clone());
        Ok(Self { notes, config, now, shown })
    }

    /// The notes that they become, with what an earlier export remembers.
    pub fn outcome(&self, lock: Option<&Lock>, console: &Console) -> Outcome {
        let extraction = extract(&self.notes.sources, &self.config);
        let media = media::find(&extraction.documents, &self.notes.root);
        let tracing = if console.is_verbose() { Tracing::On } else { Tracing::Off };
        let outcome = collect_with(extraction, lock, &media, &self.config, self.now, tracing);
        for media in &outcome.collection.media {
            let (path, size, name) = (from_here(&media.path), bytes(media.size), &media.name);
            console.detail(&tr!("bundled {path} ({size}) as {name}", "{path} ({size}) を {name} として入れました"));
        }
        outcome
    }

    /// Its files, as places to point to.
    pub fn files(&self) -> Vec<File> {
        self.notes.sources.iter().map(|source| File::new(source, &self.shown)).collect()
    }

    /// All that the author should act on: found while reading, and after.
    pub fn diagnostics<'a>(&'a self, outcome: &'a Outcome) -> impl Iterator<Item = &'a Diagnostic> {
        let allow = &self.config.allow;
        let read = self.notes.diagnostics.iter();
        let read = read.filter(|told| allow.iter().all(|allowed| allowed != told.finding.code()));
        read.chain(&outcome.diagnostics)
    }
}

/// There may be notes, and the settings leave all of them out.
fn nothing_chosen(error: Error, config: &Config) -> Stop {
    match error {
        Error::NoNotes(path) if config.files != Files::default() => {
            let path = path.display();
            Stop::Usage {
                wrong: tr!("{path}: the settings leave no notes here", "{path}: 設定により、読むノートがありません"),
                help: tr!(
                    "see files.include and files.exclude in `soa-anki config show`",
                    "`soa-anki config show` で files.include と files.exclude を確認してください"
                ),
            }
        }
        error => error.into(),
    }
}

/// Which files of the folders among `paths` are read; patterns of no file count from the root.
fn choice(file: Option<&Path>, paths: &[PathBuf], config: &Config) -> Result<Choice, Stop> {
    let folder = match file.and_then(Path::parent) {
        Some(folder) => folder.to_owned(),
        None => read::root(paths)?,
    };
    Ok(Choice::new(&folder, &config.files))
}
