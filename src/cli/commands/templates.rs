//! `templates`: the look of the cards as files to start from.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::model::error::Step;
use crate::model::templates::Templates;
use clap::{Args, Subcommand};

use crate::cli::language::tr;
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::words::count::{Thing, count};

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

/// Write the templates of the cards as files to start from
#[derive(Args)]
#[command(after_help = EXPORT)]
struct Export {
    /// The folder to write them to; it is made if it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

const EXPORT: &str = "\
Examples:
  soa-anki templates export look/          the seven files
  soa-anki export notes/ --templates look/ cards that look as they say

Keep the files that you change and delete the others: soa-anki uses its own for those that are not
there, and improves them. Pictures and fonts that they name, such as url(font.woff2) or
<img src=logo.png>, go along with the cards. No file is ever overwritten.";

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
            let (folder, there) = (folder.display(), there.join(", "));
            return Err(Stop::Usage {
                wrong: tr!("{folder}: there already is {there}", "{folder}: すでに {there} があります"),
                help: tr!(
                    "name another folder, or move them out of the way",
                    "別のフォルダを指定するか、そのファイルを移してください"
                ),
            });
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
        let files = count(Templates::FILES.len(), Thing::File);
        let folder = folder.display();
        console.say(&tr!("wrote {files} to {folder}", "{files}を {folder} に書きました"));
        console.say(&tr!(
            "next: change them, then soa-anki export --templates {folder}",
            "次は: 好きに直してから soa-anki export --templates {folder}"
        ));
        Ok(())
    }
}
