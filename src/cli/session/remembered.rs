//! The lock beside the notes: read before an export, written after it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::findings::{self, Clock, Diagnostic};
use crate::identity::{Lock, Record};
use crate::model::error::Step;
use crate::read::LOCK_FILE;
use crate::read::Notes;
use crate::{Error, Outcome};

use super::clock;
use super::output::Claim;
use super::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::paths::Shown;

/// How far the clock may be behind, in seconds, without a warning: the clocks of two machines differ.
const CLOCKS_DIFFER: i64 = 60;

/// The lock of earlier exports.
pub struct Remembered {
    /// Its content; empty, if there is none.
    pub lock: Lock,
    /// Its name for the user.
    path: PathBuf,
    /// What was found in its place.
    found: Found,
    /// The claim on it, or why it cannot be written; `None` if it is only read.
    claim: Option<Result<Claim, Error>>,
}

/// What was found in place of the lock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    /// Nothing.
    Nothing,
    /// The lock as it would be written.
    Tidy,
    /// A lock with blank or repeated lines.
    Untidy,
}

/// A lock that is ready to be written.
pub struct Pending {
    path: PathBuf,
    /// `None`, if the lock would not change.
    change: Option<(Claim, Vec<u8>)>,
}

impl Remembered {
    /// What the lock of the notes in `root` holds.
    pub fn read(root: &Path, shown: &Shown) -> Result<Self, Stop> {
        let path = PathBuf::from(shown.path(LOCK_FILE));
        let written = match fs::read(root.join(LOCK_FILE)) {
            Ok(written) => Some(written),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(source) => return Err(Error::Io { path, step: Step::ReadLock, source }.into()),
        };
        let Some(written) = written else {
            return Ok(Self { lock: Lock::default(), path, found: Found::Nothing, claim: None });
        };
        let lock = Lock::parse(&written).map_err(|damage| Error::Lock { path: path.clone(), damage })?;
        let lines = memchr::memchr_iter(b'\n', &written).count();
        let found = if lines == lock.records.len() + 2 { Found::Tidy } else { Found::Untidy };
        Ok(Self { lock, path, found, claim: None })
    }

    /// The same, for a command that will write it. No other process writes it until this is dropped.
    pub fn claim(root: &Path, shown: &Shown) -> Result<Self, Stop> {
        let path = PathBuf::from(shown.path(LOCK_FILE));
        let claim = match claim(root, &path) {
            Err(Error::Busy(path)) => return Err(Error::Busy(path).into()),
            claim => claim,
        };
        Ok(Self { claim: Some(claim), ..Self::read(root, shown)? })
    }

    /// The same, with the sources that still exist outside of these notes.
    pub fn beside(mut self, notes: &Notes) -> Self {
        let paths = || self.lock.records.iter().map(|record| &*record.source);
        (self.lock.elsewhere, self.lock.beyond) = (notes.elsewhere(paths()), notes.beyond(paths()));
        self
    }

    /// Whether there is a lock.
    pub fn is_there(&self) -> bool {
        self.found != Found::Nothing
    }

    /// Its name for the user.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// A warning, if `now` is earlier than the newest change in the lock.
    pub fn diagnostic(&self, now: i64) -> Option<Diagnostic> {
        let stamps = self.lock.records.iter().map(|record: &Record| record.stamp).chain(self.lock.templates);
        let newest = stamps.map(|stamp| stamp.modified).max()?;
        let clock = clock::clock();
        let allowed = match clock {
            Clock::System => CLOCKS_DIFFER,
            Clock::Told => 0,
        };
        let seconds = newest - now;
        let finding = findings::ClockBehind { seconds, clock };
        (seconds > allowed).then(|| Diagnostic::of_file(LOCK_FILE.to_owned(), finding))
    }

    /// Makes sure that `next` can be written, before anything else is.
    pub fn prepare(&mut self, next: &Lock) -> Result<Pending, Error> {
        let is_same = self.found == Found::Tidy && self.lock == *next;
        let change = match self.claim.take() {
            Some(claim) if !is_same => Some((claim?, next.to_text())),
            _ => None,
        };
        Ok(Pending { path: self.path.clone(), change })
    }
}

impl Pending {
    /// Writes the lock, unless it is as it was: then its time stays, too.
    pub fn write(self) -> Result<(), Error> {
        let Some((claim, text)) = self.change else { return Ok(()) };
        let written = claim.write(|file| Ok(file.write_all(&text)?));
        written.map_err(|error| of_lock(&self.path, error))
    }
}

impl Study {
    /// The lock of these notes; with `claims`, claimed for writing.
    pub fn remembered(&self, claims: bool) -> Result<Remembered, Stop> {
        let of = if claims { Remembered::claim } else { Remembered::read };
        Ok(of(&self.notes.root, &self.shown)?.beside(&self.notes))
    }

    /// All findings, the one about the clock included.
    pub fn diagnostics_with<'a>(
        &'a self,
        outcome: &'a Outcome,
        late: Option<&'a Diagnostic>,
    ) -> impl Iterator<Item = &'a Diagnostic> {
        let allow = &self.config.allow;
        let late = late.filter(|found| allow.iter().all(|allowed| allowed != found.finding.code()));
        late.into_iter().chain(self.diagnostics(outcome))
    }
}

/// Claims the lock in `root`, which the user knows as `path`; if it is a link, the file it leads to.
fn claim(root: &Path, path: &Path) -> Result<Claim, Error> {
    let place = root.join(LOCK_FILE);
    let real = fs::canonicalize(&place).unwrap_or(place);
    if fs::metadata(&real).is_ok_and(|found| found.permissions().readonly()) {
        let source = io::ErrorKind::PermissionDenied.into();
        return Err(Error::Io { path: path.to_owned(), step: Step::WriteLock, source });
    }
    Claim::of(path, &real).map_err(|error| of_lock(path, error))
}

/// An error of writing, as one of writing the lock, which has other help.
fn of_lock(path: &Path, error: Error) -> Error {
    match error {
        Error::Io { source, .. } | Error::Write(source) => {
            Error::Io { path: path.to_owned(), step: Step::WriteLock, source }
        }
        other => other,
    }
}
