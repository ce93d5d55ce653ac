//! The notes of a command: read, and made into cards as the user chooses.

use std::path::{Path, PathBuf};

use super::choices::Choices;
use super::clock;
use super::layers::Layers;
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::paths::{File, Shown, from_here};
use crate::cli::words::count::bytes;
use crate::cli::words::session as words;
use crate::findings::Finding;
use crate::identity::{Lock, Tracing};
use crate::model::config::Files;
use crate::model::decision::Extraction;
use crate::read::{self, Choice, Notes};
use crate::{Config, Diagnostic, Error, Outcome, collect_with, extract, media};

/// The notes of a command, with the settings for making cards of them.
pub struct Study {
    /// What was read.
    pub notes: Notes,
    /// What the user chose.
    pub config: Config,
    /// The current time, in seconds since 1970.
    pub now: i64,
    /// How paths are shown.
    pub shown: Shown,
}

impl Study {
    /// Reads the settings and the notes of `paths`.
    pub fn begin(paths: &[PathBuf], choices: &Choices, console: &Console) -> Result<Self, Stop> {
        share_the_work();
        let now = clock::now()?;
        let Layers { mut config, file, .. } = Layers::read(paths, choices)?;
        let chosen = choice(file.as_deref(), paths, &config)?;
        let notes = read::read_chosen(paths, &chosen).map_err(|error| nothing_chosen(error, &config))?;
        let shown = Shown::new(&notes.root);
        console.detail(&words::root(&notes.root.display().to_string()));
        if let Some(file) = &file {
            console.detail(&words::settings_file(&from_here(file)));
        }
        for source in &notes.sources {
            console.detail(&words::read(&shown.path(&source.path)));
        }
        config.deck.get_or_insert_with(|| notes.name.clone());
        Ok(Self { notes, config, now, shown })
    }

    /// The cards made of them; `lock`: that of earlier exports.
    pub fn outcome(&self, lock: Option<&Lock>, console: &Console) -> Outcome {
        self.collect(extract(&self.notes.sources, &self.config), lock, console)
    }

    /// The same, and the files. The texts of the notes are gone afterwards: their memory serves the cards.
    pub fn outcome_and_files(&mut self, lock: Option<&Lock>, console: &Console) -> (Outcome, Vec<File>) {
        let extraction = extract(&self.notes.sources, &self.config);
        let files = self.notes.sources.iter().map(|source| File::new(source, &self.shown)).collect();
        for source in &mut self.notes.sources {
            source.text = String::new();
        }
        (self.collect(extraction, lock, console), files)
    }

    fn collect(&self, extraction: Extraction, lock: Option<&Lock>, console: &Console) -> Outcome {
        let media = media::find(&extraction.documents, &self.notes.root);
        let tracing = if console.is_verbose() { Tracing::On } else { Tracing::Off };
        let outcome = collect_with(extraction, lock, &media, &self.config, self.now, tracing);
        for media in &outcome.collection.media {
            console.detail(&words::bundled(&from_here(&media.path), &bytes(media.size), &media.name));
        }
        outcome
    }

    /// All findings: those of reading, then the others.
    pub fn diagnostics<'a>(&'a self, outcome: &'a Outcome) -> impl Iterator<Item = &'a Diagnostic> {
        let allow = &self.config.allow;
        let read = self.notes.diagnostics.iter();
        let read = read.filter(|found| allow.iter().all(|allowed| allowed != found.finding.code()));
        read.chain(&outcome.diagnostics)
    }
}

impl Study {
    /// Ends a command that has said all if there are notes, and none of them could be read.
    pub fn ended(&self) -> Result<(), Stop> {
        let is_unread = |found: &Diagnostic| {
            matches!(found.finding, Finding::Unreadable(_) | Finding::Binary(_) | Finding::NotUtf8(_))
        };
        let nothing = self.notes.sources.is_empty() && self.notes.diagnostics.iter().any(is_unread);
        if nothing { Err(Stop::Unread) } else { Ok(()) }
    }
}

/// Has this thread do its part of what is done by several.
///
/// One thread less is begun, and memory that was needed for entries is used again for the notes that are made of them: an
/// allocator keeps what is free for the thread that took it, so that a thread which only collects took a fifth more.
fn share_the_work() {
    // Where that cannot be, the threads are begun without it.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
}

/// The error for no notes, if the settings may be the cause.
fn nothing_chosen(error: Error, config: &Config) -> Stop {
    match error {
        Error::NoNotes(path) if config.files != Files::default() => {
            words::nothing_chosen(&path.display().to_string()).into()
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
