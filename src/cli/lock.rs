//! `lock`: care for what is remembered.

use clap::{Args, Subcommand};

use super::Stop;
use super::console::Console;
use super::messages::count;
use super::output;
use super::remembered::Remembered;
use super::study::{Paths, Shown};

/// Care for soa-anki.lock, which remembers which card is which
#[derive(Args)]
pub struct Locks {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Prune(Prune),
}

/// Forget the notes that the last export did not find any more
#[derive(Args)]
#[command(after_help = PRUNE)]
struct Prune {
    #[command(flatten)]
    paths: Paths,
    /// Do everything but write
    #[arg(long)]
    dry_run: bool,
}

const PRUNE: &str = "\
A note that left is remembered, so that it gets its history back when it returns. Forget it once you
have deleted it in Anki. -v names each.";

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
        let root = soa_anki::source::root(&self.paths.or_default())?;
        let shown = Shown::new(&root);
        output::clean_up_when_interrupted();
        let found = Remembered::read(&root, &shown)?;
        if !found.is_there() {
            console.say(&format!("there is no lock: {}", found.name()));
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
        let kept = count(lock.records.len(), "note");
        if gone.is_empty() {
            console.say(&format!("nothing to forget: the last export found all of {kept} in {name}"));
            return Ok(());
        }
        found.prepare(&lock)?.write()?;
        let done = if self.dry_run { "would forget" } else { "forgot" };
        console.say(&format!("{done} {} that left the notes; {name} keeps {kept}", count(gone.len(), "note")));
        Ok(())
    }
}
