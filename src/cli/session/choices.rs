//! The arguments that commands share: which notes, and how cards are made of them.

use std::path::{Path, PathBuf};

use clap::Args;

/// Which notes.
#[derive(Args, Default)]
pub struct Paths {
    /// Notes: files, or folders with .md and .markdown files [default: notes/ if it exists, or else .]
    #[arg(value_name = "PATHS")]
    paths: Vec<PathBuf>,
}

/// What the user chooses for all cards.
#[derive(Args, Default)]
pub struct Choices {
    /// The deck above all others, with :: between its levels [default: the name of the notes' folder]
    #[arg(long, value_name = "NAME")]
    pub deck: Option<String>,
    /// With reverse cards: for each term, one that shows the definition and asks for the term
    #[arg(long)]
    pub reverse: bool,
    #[command(flatten)]
    pub look: Look,
    /// Any setting of soa-anki.toml, such as decks.by=folder (see `soa-anki config show`)
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
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

/// How the cards look.
#[derive(Args, Default)]
pub struct Look {
    /// A folder with HTML and CSS for the cards, instead of the built-in ones (see `soa-anki templates export`)
    #[arg(long = "templates", value_name = "DIR")]
    pub folder: Option<PathBuf>,
}
