//! `lock`: care for what is remembered.

use clap::{Args, Subcommand};

use crate::cli::language::tr;
use crate::cli::session::choices::Paths;
use crate::cli::session::output;
use crate::cli::session::remembered::Remembered;
use crate::cli::stop::Stop;
use crate::cli::ui::console::Console;
use crate::cli::ui::paths::Shown;
use crate::cli::words::count::{Thing, count};

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
        let root = crate::read::root(&self.paths.or_default())?;
        let shown = Shown::new(&root);
        output::clean_up_when_interrupted();
        let found = Remembered::read(&root, &shown)?;
        if !found.is_there() {
            let name = found.name();
            console.say(&tr!("there is no lock: {name}", "lock がありません: {name}"));
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
        let kept = count(lock.records.len(), Thing::Note);
        if gone.is_empty() {
            console.say(&tr!(
                "nothing to forget: the last export found all of {kept} in {name}",
                "忘れるものはありません: 前回の書き出しで、{name} の{kept}がすべて見つかっています"
            ));
            return Ok(());
        }
        found.prepare(&lock)?.write()?;
        let gone = count(gone.len(), Thing::Note);
        console.say(&if self.dry_run {
            tr!(
                "would forget {gone} that left the notes; {name} keeps {kept}",
                "元の文章がなくなった{gone}を忘れます。{name} に残るのは{kept}です"
            )
        } else {
            tr!(
                "forgot {gone} that left the notes; {name} keeps {kept}",
                "元の文章がなくなった{gone}を忘れました。{name} に残ったのは{kept}です"
            )
        });
        Ok(())
    }
}
