//! What both commands begin with: notes read, choices made.

use std::env;
use std::path::{Path, PathBuf};

use crate::identity::Lock;
use crate::model::config::Files;
use crate::read::{self, Choice, Notes};
use crate::{Config, Diagnostic, Error, Outcome, collect, extract, media};
use clap::Args;

use super::config::Layers;
use super::console::Console;
use super::count::bytes;
use super::language::tr;
use super::place::File;
use super::templates::Look;
use super::{Stop, clock};

/// Which notes.
#[derive(Args, Default)]
pub struct Paths {
    /// Notes: files, and folders with .md and .markdown files [default: notes/ if there, else .]
    #[arg(value_name = "PATHS")]
    paths: Vec<PathBuf>,
}

/// What the user chooses for all cards.
#[derive(Args, Default)]
pub struct Choices {
    /// The deck that gets all cards, its levels joined by :: [default: name of the notes' folder]
    #[arg(long, value_name = "NAME")]
    pub deck: Option<String>,
    /// A second card for each term, which shows the definition and asks for the term
    #[arg(long)]
    pub reverse: bool,
    #[command(flatten)]
    pub look: Look,
    /// Any setting of soa-anki.toml, as decks.by=folder (see `soa-anki config show`)
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
}

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

impl Paths {
    /// The paths given, or where notes are when none is.
    pub fn or_default(&self) -> Vec<PathBuf> {
        let usual = Path::new("notes");
        match &*self.paths {
            [] if usual.is_dir() => vec![usual.to_owned()],
            [] => vec![PathBuf::from(".")],
            paths => paths.to_owned(),
        }
    }
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
        let outcome = collect(extraction, lock, &media, &self.config, self.now);
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

/// How the paths of notes are shown: as they can be opened from where the user is.
pub struct Shown {
    prefix: String,
}

impl Shown {
    /// From the working folder, for notes in `root`.
    pub fn new(root: &Path) -> Self {
        let here = env::current_dir().unwrap_or_default();
        let prefix = root.strip_prefix(here).unwrap_or(root);
        let prefix = prefix.to_string_lossy().replace('\\', "/");
        Self {
            prefix: match prefix.trim_end_matches('/') {
                "" if prefix.is_empty() => String::new(),
                trimmed => format!("{trimmed}/"),
            },
        }
    }

    /// The path of a note, from the working folder when it is in it.
    pub fn path(&self, path: &str) -> String {
        let shown = if Path::new(path).is_absolute() { path.to_owned() } else { format!("{}{path}", self.prefix) };
        printable(&shown)
    }
}

/// Where a file is, from the working folder when it is in it.
pub fn from_here(place: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    printable(&place.strip_prefix(here).unwrap_or(place).to_string_lossy())
}

/// A file's name must not steer the terminal.
fn printable(path: &str) -> String {
    path.replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_from_the_working_folder() {
        let here = env::current_dir().unwrap();
        assert_eq!(Shown::new(&here).path("a.md"), "a.md");
        assert_eq!(Shown::new(&here.join("notes")).path("a/b.md"), "notes/a/b.md");
        assert_eq!(Shown::new(Path::new("/elsewhere")).path("a.md"), "/elsewhere/a.md");
        assert_eq!(Shown::new(Path::new("/")).path("a.md"), "/a.md");
    }

    #[test]
    fn a_file_name_cannot_steer_the_terminal() {
        let shown = Shown::new(Path::new("/elsewhere"));
        assert_eq!(shown.path("a\u{1b}[2J.md"), "/elsewhere/a\u{fffd}[2J.md");
    }
}
