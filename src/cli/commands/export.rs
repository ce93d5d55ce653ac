//! `export`: notes to a package.

use std::path::{Path, PathBuf};

use crate::collect::changes::Changes;
use crate::findings::{Diagnostic, Finding};
use crate::model::note::Collection;
use crate::model::notetype::Kind;
use crate::{Outcome, apkg, paint};
use clap::Args;

use crate::cli::language::tr;
use crate::cli::session::choices::{Choices, Paths};
use crate::cli::session::output::{self, Target};
use crate::cli::session::remembered::{Pending, Remembered};
use crate::cli::session::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::changes as told;
use crate::cli::ui::console::{self, Console};
use crate::cli::ui::findings::{self, Tally};
use crate::cli::ui::matching;
use crate::cli::words::count::{Thing, bytes, count, joined};

/// Decks that a summary lists before the rest is only counted.
const DECKS_LISTED: usize = 12;

/// Make an Anki package (.apkg) of notes
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    #[command(flatten)]
    paths: Paths,
    /// The file to write, - for standard output [default: the notes' name, with .apkg]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    choices: Choices,
    /// Do everything but write: neither the package nor soa-anki.lock
    #[arg(long)]
    dry_run: bool,
    /// Neither read nor write soa-anki.lock: all notes are as new as now, and known by term and headings alone
    #[arg(long)]
    no_lock: bool,
    /// When there are warnings, write nothing and exit with status 1
    #[arg(long)]
    deny_warnings: bool,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki export                           notes/ (or this folder) to notes.apkg
  soa-anki export notes/ -o aws.apkg        a folder
  soa-anki export ec2.md s3.md --deck AWS   two files, into the deck AWS
  soa-anki export -o - | ssh host 'cat > aws.apkg'

Then choose File > Import in Anki, or open the file on the phone. After an edit, export and import
again: Anki updates the notes, and cards keep their history. soa-anki.lock, at the root of the
notes, remembers which card is which: keep it with the notes, also in git. It is written last, when
the package is whole (or standard output has taken it).";

impl Export {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        let paths = self.paths.or_default();
        let study = Study::begin(&paths, &self.choices, console)?;
        let target = self.target(&study, &paths)?;
        output::clean_up_when_interrupted();
        let mut remembered = if self.no_lock { None } else { Some(study.remembered(!self.dry_run)?) };
        let lock = remembered.as_ref().map(|remembered| &remembered.lock);
        let mut outcome = study.outcome(lock, console);
        let late = remembered.as_ref().and_then(|remembered| remembered.diagnostic(study.now));
        let tally = findings::tell(study.diagnostics_with(&outcome, late.as_ref()), &study.shown, console);
        if self.deny_warnings && tally.warnings > 0 {
            return Err(denied(&target, tally));
        }
        if outcome.collection.notes.is_empty() {
            nothing_to_learn(&study, &target, console);
            return Ok(());
        }
        if !self.dry_run {
            let next = remembered.as_mut().zip(outcome.lock.as_ref());
            let pending = next.map(|(remembered, next)| remembered.prepare(next)).transpose()?;
            paint(&mut outcome.collection);
            target.write(|mut file| apkg::write(&outcome.collection, &mut file))?;
            // Last: killed in between, the next export makes the same package again.
            pending.map(Pending::write).transpose()?;
        }
        self.summarize(&outcome.collection, &target, console);
        let news =
            remembered.as_ref().is_none_or(|remembered| self.tell_changes(&study, remembered, &outcome, console));
        findings::sum_up(tally, console);
        if news && !self.dry_run && matches!(target, Target::File { .. }) {
            console.say(&tr!(
                "next: choose File > Import in Anki, or open the file on the phone",
                "次は: Anki で「ファイル」>「読み込む」を選ぶか、スマホでファイルを開いてください"
            ));
        }
        // The program ends: the system takes all of it at once, faster than it is taken apart.
        std::mem::forget((outcome, remembered));
        Ok(())
    }

    fn target(&self, study: &Study, paths: &[PathBuf]) -> Result<Target, Stop> {
        let path = match &self.output {
            Some(path) => path.clone(),
            None => PathBuf::from(format!("{}.apkg", study.notes.stem)),
        };
        if is_note(&path, paths) {
            let path = path.display();
            return Err(Stop::Usage {
                wrong: tr!(
                    "{path}: this would replace a note by a package",
                    "{path}: ノートがパッケージで上書きされてしまいます"
                ),
                help: tr!("give -o a name that ends in .apkg", "-o には .apkg で終わる名前を付けてください"),
            });
        }
        Target::new(&path)
    }

    /// Tells what an import brings that the last one did not, and whether that is anything; of a first export, by what
    /// the next one will know.
    fn tell_changes(&self, study: &Study, remembered: &Remembered, outcome: &Outcome, console: &Console) -> bool {
        if remembered.is_there() {
            let changes = Changes::since(&remembered.lock, outcome);
            let files = study.files();
            told::tell(&changes, outcome, &files, console);
            matching::tell(&changes, &remembered.lock, outcome, &files, console);
            return changes.reach_anki();
        }
        if !self.dry_run {
            let name = remembered.name();
            console.say(&tr!(
                "keep {name} with the notes: by it, the next export knows these cards again",
                "{name} はノートと一緒に取っておいてください。次の書き出しで、同じカードだと分かります"
            ));
        }
        true
    }

    fn summarize(&self, made: &Collection, target: &Target, console: &Console) {
        let decks = cards_by_deck(made);
        let (contents, files, target) = (contents(made), files(made), target.name());
        let number = count(decks.len(), Thing::Deck);
        console.say(&if self.dry_run {
            tr!(
                "would write {contents}{files} in {number} to {target}",
                "{target} に書き出す内容: {contents}{files}、{number}"
            )
        } else {
            tr!(
                "wrote {contents}{files} in {number} to {target}",
                "{target} に書き出しました: {contents}{files}、{number}"
            )
        });
        for (deck, cards) in decks.iter().take(DECKS_LISTED) {
            console.say(&format!("{cards:>6}  {deck}"));
        }
        if let Some(rest @ 1..) = decks.len().checked_sub(DECKS_LISTED) {
            let rest = count(rest, Thing::MoreDeck);
            console.say(&tr!("        and {rest}", "        {rest}"));
        }
    }
}

/// Whether writing to `path` would destroy notes.
fn is_note(path: &Path, notes: &[PathBuf]) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let named = |note| same_file::is_same_file(path, note).unwrap_or(false);
    ending == "md" || ending == "markdown" || path.is_file() && notes.iter().any(named)
}

fn denied(target: &Target, tally: Tally) -> Stop {
    let (target, warnings) = (target.name(), count(tally.warnings, Thing::Warning));
    let wrong = tr!(
        "{target}: not written, {warnings} denied",
        "{target}: {warnings}のため、書き出しませんでした (--deny-warnings)"
    );
    let help = tr!(
        "fix them (`soa-anki check` shows them), or leave out --deny-warnings",
        "直すか (`soa-anki check` で見られます)、--deny-warnings を外してください"
    );
    console::error(&wrong, Some(&help));
    Stop::Denied
}

fn nothing_to_learn(study: &Study, target: &Target, console: &Console) {
    let target = target.name();
    match study.notes.sources.len() {
        0 if study.notes.diagnostics.iter().any(is_left_out) => console.say(&tr!(
            "all files were left out (-v tells why); {target} was not written",
            "読む対象のファイルがないので (理由は -v)、{target} は書き出しませんでした"
        )),
        0 => console.say(&tr!(
            "no file could be read; {target} was not written",
            "読めるファイルがないので、{target} は書き出しませんでした"
        )),
        files => {
            let files = count(files, Thing::File);
            console.advise(
                &tr!(
                    "nothing to learn in {files}; {target} was not written",
                    "{files}の中にカードになるものがないので、{target} は書き出しませんでした"
                ),
                &tr!(
                    "a heading with text under it makes a card, and so does `- term: definition`",
                    "見出しの下に文を書くか、`- 用語: 説明` と書くと、カードになります"
                ),
            );
        }
    }
}

fn is_left_out(diagnostic: &Diagnostic) -> bool {
    matches!(diagnostic.finding, Finding::LeftOut { .. })
}

/// Such as `6 cards of 5 notes (3 terms, 2 clozes)`.
fn contents(made: &Collection) -> String {
    let of = |kind| made.notes.iter().filter(|note| note.kind == kind).count();
    let kinds = [(of(Kind::Term), Thing::Term), (of(Kind::Cloze), Thing::Cloze)];
    let kinds = kinds.into_iter().filter(|(number, _)| *number > 0);
    let kinds: Vec<String> = kinds.map(|(number, kind)| count(number, kind)).collect();
    let cards = made.notes.iter().map(|note| note.cards.len()).sum();
    let (cards, notes, kinds) = (count(cards, Thing::Card), count(made.notes.len(), Thing::Note), joined(&kinds));
    tr!("{cards} of {notes} ({kinds})", "{cards} ({notes}: {kinds})")
}

/// Such as ` with 2 media files (1.2 MB)`; nothing where there are none.
fn files(made: &Collection) -> String {
    match made.media.len() {
        0 => String::new(),
        number => {
            let (files, size) =
                (count(number, Thing::MediaFile), bytes(made.media.iter().map(|media| media.size).sum()));
            tr!(" with {files} ({size})", "、{files} ({size})")
        }
    }
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
