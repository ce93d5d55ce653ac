//! `templates`: the look of the cards as files to start from.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::model::error::Step;
use crate::model::templates::Templates;
use clap::{Args, Subcommand};

use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::words::templates as words;

/// Change the look of the cards: HTML and CSS as files
#[derive(Args)]
pub struct TemplatesCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Export(Export),
}

/// Write the card templates as files to start from
#[derive(Args)]
#[command(after_help = EXPORT)]
struct Export {
    /// The folder to write them to; it is created if it does not exist
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

const EXPORT: &str = "\
Examples:
  soa-anki templates export look/          the seven files
  soa-anki export notes/ --templates look/ cards that look as these files say

Keep the files that you change and delete the others: the built-in ones take their place, and improve with new \
versions. Images and fonts that they name, such as url(font.woff2) or <img src=logo.png>, are bundled with the cards. \
No file is overwritten.";

impl TemplatesCommand {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        match &self.command {
            Command::Export(export) => export.run(console),
        }
    }
}

impl Export {
    fn run(&self, console: &Console) -> Result<(), Stop> {
        let folder = &self.folder;
        let there: Vec<&str> = Templates::FILES.into_iter().filter(|name| folder.join(name).exists()).collect();
        if !there.is_empty() {
            return Err(words::already(&folder.display().to_string(), &there).into());
        }
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| Error::Io { path, step: Step::Write, source }
        };
        fs::create_dir_all(folder).map_err(failed(folder))?;
        let ours = Templates::default();
        for (name, text) in Templates::FILES.into_iter().zip(ours.texts()) {
            let path = folder.join(name);
            let file = OpenOptions::new().write(true).create_new(true).open(&path);
            file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(failed(&path))?;
        }
        let folder = folder.display().to_string();
        console.say(&words::wrote(Templates::FILES.len(), &folder));
        console.say(&words::next(&folder));
        Ok(())
    }
}
