//! `lock`: tidies soa-anki.lock.

use clap::{Args, Subcommand};

use crate::cli::session::choices::Paths;
use crate::cli::session::output;
use crate::cli::session::remembered::Remembered;
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::paths::Shown;
use crate::cli::words::lock as words;

/// Tidy soa-anki.lock, which records which card is which
#[derive(Args)]
pub struct Locks {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Prune(Prune),
}

/// Remove from soa-anki.lock what is no longer in the notes
#[derive(Args)]
#[command(after_help = PRUNE)]
struct Prune {
    #[command(flatten)]
    paths: Paths,
    /// Do everything except write
    #[arg(long)]
    dry_run: bool,
}

const PRUNE: &str = "\
What is no longer in the notes stays in the lock, so that it gets its review history back when it returns. \
Remove it after you have deleted it in Anki. -v lists it.";

impl Locks {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        match &self.command {
            Command::Prune(prune) => prune.run(console),
        }
    }
}

impl Prune {
    fn run(&self, console: &Console) -> Result<(), Stop> {
        let root = crate::read::root(&self.paths.or_default())?;
        let shown = Shown::new(&root);
        output::clean_up_when_interrupted();
        let found = Remembered::read(&root, &shown)?;
        if !found.is_there() {
            console.say(&words::none(&found.name()));
            return Ok(());
        }
        let mut found = if self.dry_run { found } else { Remembered::claim(&root, &shown)? };
        let name = found.name();
        let mut lock = found.lock.clone();
        let (gone, kept): (Vec<_>, Vec<_>) = lock.records.into_iter().partition(|record| record.removed);
        for record in &gone {
            console.detail(&format!("{}: `{}`", shown.path(&record.source), record.term));
        }
        lock.records = kept;
        let kept = lock.records.len();
        if gone.is_empty() {
            console.say(&words::nothing_to_remove(&name, kept));
            return Ok(());
        }
        found.prepare(&lock)?.write()?;
        let said = if self.dry_run { words::would_remove } else { words::removed };
        console.say(&said(&name, gone.len(), kept));
        Ok(())
    }
}
