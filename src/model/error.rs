//! The world failing: what could not be read or written, and at which step.

use std::ops::Range;
use std::path::PathBuf;
use std::{fmt, io};

use crate::findings::{MediaFault, Place, Reason};
use crate::model::notetype::Kind;

/// Why the job could not be done. Wrong notes are never an error: see
/// [`Diagnostic`](crate::findings::Diagnostic).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that was named does not exist.
    #[error("{}: no such file or folder", .0.display())]
    NotFound(PathBuf),
    /// There is no note in any of the paths that were named; this is the first.
    #[error("{}: no notes found", .0.display())]
    NoNotes(PathBuf),
    /// The system refused to read or write.
    #[error("{}: cannot {step}: {}", path.display(), Reason::of(source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        step: Step,
        /// The system's reason.
        source: io::Error,
    },
    /// Another export is writing the same file.
    #[error("{}: another export is writing this file; wait until it ends", .0.display())]
    Busy(PathBuf),
    /// The lock cannot be relied on. It is left as it is.
    #[error("{}:{}: {}", path.display(), damage.line, damage.fault)]
    Lock {
        /// The lock.
        path: PathBuf,
        /// What is wrong with it.
        damage: Damage,
    },
    /// A template that cards cannot be made with.
    #[error("{}:{}:{}: {}", path.display(), mistake.line, mistake.column, mistake.fault)]
    Template {
        /// Its file.
        path: PathBuf,
        /// What is wrong in it.
        mistake: TemplateMistake,
    },
    /// A file among templates whose name says nothing.
    #[error("{}: not the name of a template", path.display())]
    UnknownTemplate {
        /// The file.
        path: PathBuf,
        /// What it was probably to be called.
        meant: Option<&'static str>,
    },
    /// There is no template in this folder.
    #[error("{}: no templates found", .0.display())]
    NoTemplates(PathBuf),
    /// A file that was to be bundled is another one than a moment ago.
    #[error("{}: it changed during the export; export again", .0.display())]
    Changed(PathBuf),
    /// The database engine failed.
    #[error("cannot build the package's database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The zip archive could not be written.
    #[error("cannot write the package: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The package could not be written to.
    #[error("cannot write the package: {}", Reason::of(.0))]
    Write(#[from] io::Error),
}

/// What was being done when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading notes, or what they refer to.
    Read,
    /// Writing the package, to where the user said.
    WritePackage,
    /// Writing any other file.
    Write,
    /// Reading the settings.
    ReadSettings,
    /// Reading a package of an earlier export.
    ReadPackage,
    /// Reading the lock.
    ReadLock,
    /// Writing the lock.
    WriteLock,
    /// Reading templates.
    ReadTemplates,
    /// Keeping the unfinished package.
    Spool,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read | Self::ReadPackage => "read",
            Self::WritePackage | Self::Write => "write",
            Self::ReadSettings => "read the settings",
            Self::ReadLock => "read the lock",
            Self::WriteLock => "write the lock",
            Self::ReadTemplates => "read the templates",
            Self::Spool => "store the unfinished package",
        })
    }
}

/// Where a lock is damaged, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: LockFault,
}

/// What may be wrong with a lock.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LockFault {
    /// Nothing is in it.
    #[error("the lock is empty")]
    Empty,
    /// It does not begin as a lock does.
    #[error("this is not the first line of a lock")]
    NoHeader,
    /// A later version of the program wrote it.
    #[error("made by a newer soa-anki (lock version {version})")]
    Newer {
        /// The version that it is of.
        version: u64,
    },
    /// It is not UTF-8.
    #[error("this line of the lock is damaged: it is not UTF-8")]
    NotUtf8 {
        /// In bytes, from the start of the file.
        offset: usize,
        /// The first byte that is wrong.
        byte: u8,
    },
    /// There is a NUL in it.
    #[error("this line of the lock is damaged: it is not text")]
    Nul {
        /// In bytes, from the start of the file.
        offset: usize,
    },
    /// Git left a mark, since it could not merge.
    #[error("the lock has a Git conflict here")]
    Conflict,
    /// The line ends in the middle.
    #[error("this line of the lock is cut off")]
    CutLine,
    /// The file ends before its last line.
    #[error("the lock is cut off after this line")]
    CutFile,
    /// The line is none that the program writes.
    #[error("this line of the lock is damaged")]
    Line {
        /// What is wrong with it.
        reason: String,
    },
}

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateMistake {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What it is.
    pub fault: TemplateFault,
}

impl TemplateMistake {
    /// The mistake at `span` of `text`.
    pub(crate) fn new(text: &str, span: Range<usize>, fault: TemplateFault) -> Self {
        let Place { line, column, .. } = Place::new(text, span);
        Self { line, column, fault }
    }
}

/// What may be wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateFault {
    /// The notes have no such field.
    #[error("there is no field `{name}`")]
    UnknownField {
        /// As it is written.
        name: String,
        /// The field that was probably meant.
        meant: Option<&'static str>,
        /// The note type, whose fields there are.
        kind: Kind,
    },
    /// Anki has no such filter.
    #[error("there is no filter `{name}`")]
    UnknownFilter {
        /// As it is written.
        name: String,
        /// The filter that was probably meant.
        meant: Option<&'static str>,
    },
    /// `{{` without `}}`.
    #[error("this `{{{{` has no `}}}}`")]
    CutOff,
    /// A section without its end.
    #[error("`{{{{{sign}{name}}}}}` has no `{{{{/{name}}}}}`")]
    Unclosed {
        /// How it begins: `#` or `^`.
        sign: char,
        /// Its field.
        name: String,
    },
    /// The end of a section that is not the one that is open.
    #[error("`{{{{/{name}}}}}` has no `{{{{#{name}}}}}` before it")]
    Unopened {
        /// Its field.
        name: String,
        /// The field of the section that is open.
        open: Option<String>,
    },
    /// Anki's old way to write other signs than `{{`.
    #[error("these templates can use no delimiters but `{{{{`")]
    Delimiters,
    /// `{{FrontSide}}` in a front.
    #[error("`{{{{FrontSide}}}}` works only on the back")]
    FrontSide,
    /// A front that shows nothing of the note.
    #[error("this front has no field, so its cards would ask nothing")]
    AsksNothing,
    /// A side of a cloze without its deletions.
    #[error("a cloze template needs `{{{{cloze:Text}}}}` on both sides")]
    WithoutCloze,
    /// The front of the reverse card would be there for every note.
    #[error("`{{{{{name}}}}}` is outside `{{{{#Reverse}}}}`, so every note would get a reverse card")]
    OutsideReverse {
        /// The field.
        name: String,
    },
    /// A file that it names does not go along.
    #[error("`{target}` cannot be bundled with the cards")]
    File {
        /// As it is written.
        target: String,
        /// Why.
        fault: MediaFault,
    },
}
