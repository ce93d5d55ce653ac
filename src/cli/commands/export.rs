//! `export`: notes to a package.

use std::path::PathBuf;

use crate::collect::changes::Changes;
use crate::findings::{Diagnostic, Finding, Severity};
use crate::model::decision::{Decision, Rule};
use crate::model::note::Collection;
use crate::{Outcome, apkg, paint};
use clap::Args;

use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::output::{self, Target};
use crate::cli::session::overwrite;
use crate::cli::session::remembered::{Pending, Remembered};
use crate::cli::session::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::changes;
use crate::cli::ui::console::{self, Console};
use crate::cli::ui::findings::{self, Tally, Wanted};
use crate::cli::ui::matching;
use crate::cli::ui::paths::{File, Shown};
use crate::cli::words::{Refusal, export as words};

/// Decks that a summary lists before the rest is only counted.
const DECKS_LISTED: usize = 12;

/// Make an Anki package (.apkg) from notes
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    #[command(flatten)]
    paths: Paths,
    /// The file to write, or - for standard output [default: the name of the notes, with .apkg]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    choices: Choices,
    /// Do everything except write the package and soa-anki.lock
    #[arg(long)]
    dry_run: bool,
    /// Do not use soa-anki.lock: every card is sent again, and is recognised only by its term and headings
    #[arg(long)]
    no_lock: bool,
    /// If there are warnings, write nothing and exit with status 1
    #[arg(long)]
    deny_warnings: bool,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki export                           notes/, or else this folder
  soa-anki export notes/ -o aws.apkg        a folder
  soa-anki export ec2.md s3.md --deck AWS   two files, into the deck AWS
  soa-anki export -o - | ssh host 'cat > aws.apkg'

Then choose File > Import in Anki, or open the file on your phone. After an edit, export and import again: Anki \
updates the cards that changed, and their review history stays.

soa-anki.lock, at the root of the notes, records which card is which: keep it with the notes, in Git too. It is \
written last, when the package is complete.";

impl Export {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        let paths = self.paths.or_default();
        let mut study = Study::begin(&paths, &self.choices, console)?;
        let target = self.target(&study, &paths)?;
        output::clean_up_when_interrupted();
        let mut remembered = if self.no_lock { None } else { Some(study.remembered(!self.dry_run)?) };
        let lock = remembered.as_ref().map(|remembered| &remembered.lock);
        let (mut outcome, files) = study.outcome_and_files(lock, console);
        let late = remembered.as_ref().and_then(|remembered| remembered.diagnostic(study.now));
        let tally =
            findings::show(study.diagnostics_with(&outcome, late.as_ref()), self.wanted(), &study.shown, console);
        if self.deny_warnings && tally.warnings > 0 {
            return Err(denied(&target, tally));
        }
        if outcome.collection.notes.is_empty() {
            return nothing_made(&study, &outcome, remembered.as_ref(), &target, console);
        }
        let lost = remembered.as_ref().and_then(|of_last| lost(of_last, &target, &outcome.collection));
        if !self.dry_run {
            let next = remembered.as_mut().zip(outcome.lock.as_ref());
            let pending = next.map(|(remembered, next)| remembered.prepare(next)).transpose()?;
            if !remembered.as_ref().is_some_and(Remembered::is_there) {
                forget_sources(&mut outcome);
            }
            paint(&mut outcome.collection);
            target.write(|mut file| apkg::write(&outcome.collection, &mut file))?;
            // Last: killed in between, the next export makes the same package again.
            pending.map(Pending::write).transpose()?;
        }
        self.summarize(&outcome.collection, &target, console);
        say_lost(lost.as_deref(), &target, console);
        let news = remembered
            .as_ref()
            .is_none_or(|remembered| self.show_changes(remembered, &outcome, &files, &study.shown, console));
        findings::sum_up(tally, console);
        match &target {
            Target::File { path, .. } if !self.dry_run && !overwrite::is_package(path) => {
                console.say(&words::next_rename(&target.name()));
            }
            Target::File { .. } if !self.dry_run && news => console.say(&words::next()),
            _ => {}
        }
        // The program ends: the system takes all of it at once, faster than it is taken apart.
        std::mem::forget((outcome, remembered));
        Ok(())
    }

    fn wanted(&self) -> Wanted {
        if self.deny_warnings { Wanted::EveryWarning } else { Wanted::Grave }
    }

    fn target(&self, study: &Study, paths: &[PathBuf]) -> Result<Target, Stop> {
        let path = match &self.output {
            Some(path) => path.clone(),
            None => PathBuf::from(format!("{}.apkg", study.notes.stem)),
        };
        overwrite::review(&path, paths)?;
        Target::new(&path)
    }

    /// Shows what has changed since the last export, and returns whether an import changes anything. After a first export,
    /// says what the lock is for.
    fn show_changes(
        &self,
        remembered: &Remembered,
        outcome: &Outcome,
        files: &[File],
        shown: &Shown,
        console: &Console,
    ) -> bool {
        if remembered.is_there() {
            let since = Changes::since(&remembered.lock, outcome);
            changes::show(&since, outcome, files, shown, console);
            changes::show_unknown_ids(&remembered.lock, outcome, shown, console);
            matching::show(&since, &remembered.lock, outcome, files, shown, console);
            changes::show_whether_to_import(&since, console);
            return since.reach_anki();
        }
        if !self.dry_run {
            console.say(&words::keep_lock(&remembered.name()));
        }
        true
    }

    fn summarize(&self, made: &Collection, target: &Target, console: &Console) {
        let decks = cards_by_deck(made);
        let said = if self.dry_run { words::would_write } else { words::wrote };
        console.say(&said(made, decks.len(), &target.name()));
        for (deck, cards) in decks.iter().take(DECKS_LISTED) {
            console.say(&format!("{cards:>6}  {deck}"));
        }
        if let Some(rest @ 1..) = decks.len().checked_sub(DECKS_LISTED) {
            console.say(&words::more_decks(rest));
        }
    }
}

/// The name of the lock of an earlier export of these notes to the same file, if it is gone.
fn lost(remembered: &Remembered, target: &Target, made: &Collection) -> Option<String> {
    let is_of_these = |real: &PathBuf| overwrite::holds_some_of(real, made);
    let is_lost = !remembered.is_there() && matches!(target, Target::File { real, .. } if is_of_these(real));
    is_lost.then(|| remembered.name())
}

fn say_lost(lost: Option<&str>, target: &Target, console: &Console) {
    if let Some(lock) = lost {
        let (what, help) = words::lock_is_gone(&target.name(), lock);
        console.advise(&format!("{}: {what}", findings::label(Severity::Warning)), &help);
    }
}

/// Frees what only a comparison with an earlier export asks for: its memory serves the database.
fn forget_sources(outcome: &mut Outcome) {
    (outcome.origins, outcome.fates, outcome.documents, outcome.decisions) = Default::default();
}

fn denied(target: &Target, tally: Tally) -> Stop {
    let Refusal { wrong, help } = words::denied(&target.name(), tally.warnings);
    console::error(&wrong, Some(&help));
    Stop::Denied
}

/// Ends an export of notes without cards.
fn nothing_made(
    study: &Study,
    outcome: &Outcome,
    remembered: Option<&Remembered>,
    target: &Target,
    console: &Console,
) -> Result<(), Stop> {
    nothing_to_learn(study, outcome, target, console);
    if let Some(remembered) = remembered {
        show_left(remembered, outcome, &study.shown, target, console);
    }
    study.ended()
}

fn nothing_to_learn(study: &Study, outcome: &Outcome, target: &Target, console: &Console) {
    let target = target.name();
    let found = &study.notes.diagnostics;
    let skips = |decision: &Decision| decision.rule == Rule::Skipped;
    match study.notes.sources.len() {
        0 if found.iter().any(|found| study.notes.is_skipped(&found.path)) => {
            let (wrong, help) = words::all_skipped_by_author(&target);
            console.advise(&wrong, &help);
        }
        0 if found.iter().any(is_left_out) => console.say(&words::all_skipped(&target)),
        0 => console.say(&words::nothing_read(&target)),
        _ if outcome.decisions.iter().any(skips) => {
            let (wrong, help) = words::all_skipped_by_author(&target);
            console.advise(&wrong, &help);
        }
        files => {
            let (wrong, help) = words::nothing_to_learn(&target, files);
            console.advise(&wrong, &help);
        }
    }
}

/// Says what was exported before, where nothing is left of it, and that the package of then is still there.
fn show_left(remembered: &Remembered, outcome: &Outcome, shown: &Shown, target: &Target, console: &Console) {
    let since = Changes::since(&remembered.lock, outcome);
    if since.gone.is_empty() && since.missing.is_empty() {
        return;
    }
    changes::show_counts(&since, console);
    changes::show_gone(&since, outcome, shown, console);
    changes::show_missing(&since, shown, console);
    if let Target::File { real, .. } = target
        && real.exists()
    {
        console.say(&words::old_package_stays(&target.name()));
    }
}

fn is_left_out(diagnostic: &Diagnostic) -> bool {
    matches!(diagnostic.finding, Finding::LeftOut { .. })
}

/// The decks that hold cards, in the order of the notes.
fn cards_by_deck(made: &Collection) -> Vec<(&str, usize)> {
    let mut cards = vec![0; made.decks.len()];
    for note in &made.notes {
        cards[note.deck] += note.cards.len();
    }
    let decks = made.decks.iter().map(crate::model::note::DeckName::as_str);
    decks.zip(cards).filter(|(_, cards)| *cards > 0).collect()
}
