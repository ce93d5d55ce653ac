//! Writes files so that each is either complete or as it was before, whatever happens.
//!
//! A file is written beside its target under a fixed name, and then renamed. The name is
//! fixed so that what a killed export left is used up by the next one; a lock keeps two
//! exports of the same file apart.
//!
//! A command that reads the old file before it writes the new one claims it first, so that no other process changes it
//! in between.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::Error;
use crate::model::error::Step;
use same_file::Handle;

use crate::cli::stop::Stop;
use crate::cli::words::session::{self as words, stdout_name};

/// The status of a program that the user interrupted.
const INTERRUPTED: i32 = 130;

/// How often to try again when another export takes the temporary file away.
const ATTEMPTS: usize = 100;

/// Where to write.
#[derive(Debug)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// Not a regular file, so it cannot be replaced: `/dev/null`, a pipe.
    Device(PathBuf),
    /// A file, there or not.
    File {
        /// As given by the user.
        path: PathBuf,
        /// With links resolved: a link stays a link.
        real: PathBuf,
    },
}

impl Target {
    /// The target at `path`. Fails at once if it cannot be written, before any work is done.
    pub fn new(path: &Path) -> Result<Self, Stop> {
        if path == Path::new("-") {
            return standard_output();
        }
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => Err(failed(path, io::ErrorKind::IsADirectory)),
            Ok(found) if !found.is_file() => Ok(Self::Device(path.to_owned())),
            Ok(found) if found.permissions().readonly() => Err(failed(path, io::ErrorKind::PermissionDenied)),
            Ok(_) => Ok(Self::File {
                path: path.to_owned(),
                real: fs::canonicalize(path).map_err(|error| cannot_write(path, error))?,
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound && folder_of(path).is_dir() => {
                Ok(Self::File { path: path.to_owned(), real: path.to_owned() })
            }
            Err(error) => Err(cannot_write(path, error).into()),
        }
    }

    /// Its name for the user.
    pub fn name(&self) -> String {
        match self {
            Self::Stdout => stdout_name(),
            Self::Device(path) | Self::File { path, .. } => path.display().to_string(),
        }
    }

    /// Writes what `fill` writes. A file gets all of it or nothing.
    pub fn write(&self, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
        match self {
            Self::File { path, real } => Claim::of(path, real)?.write(fill),
            Self::Device(path) => {
                let device = OpenOptions::new().write(true).open(path);
                pour(path, device.map_err(|error| cannot_write(path, error))?, fill)
            }
            Self::Stdout => pour(Path::new(&stdout_name()), io::stdout().lock(), fill),
        }
    }
}

/// A file that no other process writes until this is dropped.
pub struct Claim {
    /// Its name for the user.
    path: PathBuf,
    real: PathBuf,
    temporary: Temporary,
}

impl Claim {
    /// Claims the file at `real`, which the user calls `path`.
    pub fn of(path: &Path, real: &Path) -> Result<Self, Error> {
        let temporary = Temporary::beside(real).map_err(|failure| match failure {
            Taken::Busy => Error::Busy(path.to_owned()),
            Taken::Failed(error) => cannot_write(path, error),
        })?;
        Ok(Self { path: path.to_owned(), real: real.to_owned(), temporary })
    }

    /// Replaces the file by what `fill` writes.
    pub fn write(self, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
        let Self { path, real, temporary } = self;
        pour(&path, &temporary.file, fill)?;
        temporary.become_file(&real).map_err(|error| cannot_write(&path, error))
    }
}

fn standard_output() -> Result<Target, Stop> {
    if io::stdout().is_terminal() {
        return Err(words::to_a_terminal().into());
    }
    Ok(Target::Stdout)
}

/// Removes the unfinished files and ends the program when the user interrupts it.
pub fn clean_up_when_interrupted() {
    // Without a handler unfinished files stay until the next export: no reason to stop.
    let _ = ctrlc::set_handler(|| {
        // Held to the end, so that nothing is renamed meanwhile.
        let unfinished = unfinished();
        for path in &*unfinished {
            let _ = fs::remove_file(path);
        }
        std::process::exit(INTERRUPTED);
    });
}

/// The files that an interrupt must remove: those of the package and the lock.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes into what is open already, which the user calls `path`.
fn pour(path: &Path, into: impl Write, fill: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let mut writer = BufWriter::new(into);
    fill(&mut writer).map_err(|error| match error {
        Error::Write(source) => cannot_write(path, source),
        other => other,
    })?;
    writer.flush().map_err(|error| cannot_write(path, error))
}

/// An unfinished file, removed when it is dropped without becoming the real one.
struct Temporary {
    file: File,
    path: PathBuf,
    done: bool,
}

/// Why there is no temporary file.
enum Taken {
    /// Another export is writing it.
    Busy,
    Failed(io::Error),
}

impl From<io::Error> for Taken {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl Temporary {
    /// An empty file beside `real`, locked, with the permissions of what it will replace.
    fn beside(real: &Path) -> Result<Self, Taken> {
        let mut name = std::ffi::OsString::from(".");
        name.push(real.file_name().unwrap_or_default());
        name.push(".soa-anki-tmp");
        let path = folder_of(real).join(name);
        // Held while the file comes to be, so that an interrupt finds either no file or the name of it.
        let mut unfinished = unfinished();
        let file = locked(&path)?;
        unfinished.push(path.clone());
        drop(unfinished);
        let temporary = Self { file, path, done: false };
        temporary.file.set_len(0)?;
        if let Ok(replaced) = fs::metadata(real) {
            // Some file systems have no permissions; then there is nothing to keep.
            let _ = temporary.file.set_permissions(replaced.permissions());
        }
        Ok(temporary)
    }

    /// Takes the place of `real`, surviving a loss of power.
    fn become_file(mut self, real: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        let mut unfinished = unfinished();
        fs::rename(&self.path, real)?;
        unfinished.retain(|path| *path != self.path);
        drop(unfinished);
        self.done = true;
        // The name is safe on the disk when the folder is, where a folder can be synced.
        let _ = File::open(folder_of(real)).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.done {
            let mut unfinished = unfinished();
            let _ = fs::remove_file(&self.path);
            unfinished.retain(|path| *path != self.path);
        }
    }
}

/// Opens the file at `path`, making it when it is not there, for this process alone.
fn locked(path: &Path) -> Result<File, Taken> {
    for _ in 0..ATTEMPTS {
        // Not truncated: it may be another export's.
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let file = options.open(path).map_err(|error| match error.kind() {
            io::ErrorKind::IsADirectory => in_the_way(path),
            _ => error,
        })?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(Taken::Busy),
            // Some file systems know no locks; alone on such a one is the usual case.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        if is_at(&file, path)? {
            return Ok(file);
        }
        // The export that held it has just renamed or removed it.
    }
    Err(Taken::Busy)
}

/// Whether `file` is still the file at `path`.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => Ok(Handle::from_file(file.try_clone()?)? == Handle::from_path(path)?),
        // An attack or an accident: writing would change another file.
        Ok(_) => Err(in_the_way(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn in_the_way(path: &Path) -> io::Error {
    io::Error::other(words::in_the_way(&path.display().to_string()))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

fn failed(path: &Path, kind: io::ErrorKind) -> Stop {
    Stop::Failed(cannot_write(path, kind.into()))
}

fn cannot_write(path: &Path, source: io::Error) -> Error {
    Error::Io { path: path.to_owned(), step: Step::WritePackage, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, text: &str) -> Result<(), Error> {
        Target::new(path).unwrap().write(|file| Ok(file.write_all(text.as_bytes())?))
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.apkg");
        for text in ["the first one", "second"] {
            write(&path, text).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names(folder.path()), ["a.apkg"]);
    }

    #[test]
    fn a_failure_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.apkg");
        write(&path, "old").unwrap();
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        let failed = Target::new(&path).unwrap().write(|file| {
            file.write_all(b"half of the")?;
            Err(full().into())
        });
        assert_eq!(failed.unwrap_err().to_string(), format!("{}: cannot write: the disk is full", path.display()));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a.apkg"]);
    }

    #[test]
    fn what_a_killed_export_left_is_used_up() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(".a.apkg.soa-anki-tmp");
        fs::write(&left, "a long rest of an export that was killed").unwrap();
        write(&folder.path().join("a.apkg"), "new").unwrap();
        assert_eq!(fs::read(folder.path().join("a.apkg")).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a.apkg"]);
    }

    #[test]
    fn another_export_of_the_same_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.apkg");
        Target::new(&path)
            .unwrap()
            .write(|file| {
                file.write_all(b"first")?;
                assert!(matches!(write(&path, "second"), Err(Error::Busy(_))));
                Ok(())
            })
            .unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real.apkg");
        let link = folder.path().join("link.apkg");
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("real.apkg", &link).unwrap();
        write(&link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        let mode = fs::metadata(&real).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_the_temporary_file_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        fs::write(&victim, "precious").unwrap();
        let trap = folder.path().join(".a.apkg.soa-anki-tmp");
        std::os::unix::fs::symlink(&victim, &trap).unwrap();
        assert!(write(&folder.path().join("a.apkg"), "new").is_err());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    }

    #[test]
    fn a_read_only_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.apkg");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(Target::new(&path).is_err());
    }
}
