//! What a user sees: every transcript in `tests/cli/` is run, and says what it says.
//!
//! A transcript is a session in a shell, in an empty folder `study`:
//!
//! ```text
//! # a comment
//! $ a command, for `sh`
//! > its next line
//! | a line of standard output
//! ! a line of standard error
//! ? the exit status, when it is not 0
//! ```
//!
//! `UPDATE_GOLDEN=1 cargo test --test cli` writes what the commands say into the transcripts.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "in a test, a failure is the report")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// In a transcript's first line: root would be refused nothing.
const NOT_ROOT: &str = "# not as root";

/// The user who may do least, on every Linux.
const NOBODY: u32 = 65_534;

#[test]
fn transcripts_are_true() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let wrong: Vec<String> = paths.iter().filter_map(|path| difference(path)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How a transcript differs from what happens; `None` when it does not, or is rewritten.
fn difference(path: &Path) -> Option<String> {
    let written = fs::read_to_string(path).unwrap();
    let name = path.file_name().unwrap().display();
    let Some(desk) = Desk::new(written.starts_with(NOT_ROOT)) else {
        eprintln!("{name} is skipped: this is root, and nobody else may run the program");
        return None;
    };
    let happened = replay(&written, &desk);
    if written == happened {
        return None;
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, happened).unwrap();
        return None;
    }
    Some(format!("--- {name} should be\n{written}--- but is\n{happened}"))
}

/// The transcript, with what its commands really say.
fn replay(transcript: &str, desk: &Desk) -> String {
    let mut happened = String::new();
    let mut lines = transcript.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with(['|', '!', '?']) {
            continue;
        }
        happened += line;
        happened += "\n";
        let Some(first) = line.strip_prefix("$ ") else {
            continue;
        };
        let mut command = first.to_owned();
        while let Some(more) = lines.next_if(|line| line.starts_with('>')) {
            happened += more;
            happened += "\n";
            command += "\n";
            command += more[1..].trim_start();
        }
        happened += &told(&desk.run(&command));
    }
    happened
}

/// An empty place, and the user who sits there.
struct Desk {
    home: tempfile::TempDir,
    user: Option<u32>,
}

impl Desk {
    /// For somebody who is not root when that matters; `None` when there is nobody else.
    fn new(not_as_root: bool) -> Option<Self> {
        let home = tempfile::tempdir().unwrap();
        let study = home.path().join("study");
        fs::create_dir(&study).unwrap();
        let is_root = fs::metadata(home.path()).unwrap().uid() == 0;
        let user = (not_as_root && is_root).then_some(NOBODY);
        if user.is_some() {
            let everyone = fs::Permissions::from_mode(0o755);
            fs::set_permissions(home.path(), everyone).unwrap();
            chown(&study, user, user).unwrap();
        }
        let desk = Self { home, user };
        let works = user.is_none() || desk.run("soa-anki --version").status.success();
        works.then_some(desk)
    }

    fn run(&self, command: &str) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_soa-anki"));
        let others = env::var_os("PATH").unwrap_or_default();
        let folders = [program.parent().unwrap().to_owned()];
        let path = env::join_paths(folders.into_iter().chain(env::split_paths(&others)));
        let mut shell = Command::new("sh");
        if let Some(user) = self.user {
            shell.uid(user).gid(user);
        }
        shell
            .args(["-c", command])
            .current_dir(self.home.path().join("study"))
            .env("PATH", path.unwrap())
            .env("HOME", self.home.path())
            .env("SOA_ANKI_LANG", "en")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("SOURCE_DATE_EPOCH")
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap()
    }
}

fn told(output: &Output) -> String {
    let mut told = marked('|', &output.stdout) + &marked('!', &output.stderr);
    match output.status.code() {
        Some(0) => {}
        Some(status) => writeln!(told, "? {status}").unwrap(),
        None => told += "? killed\n",
    }
    told
}

fn marked(mark: char, text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let lines = text.lines().map(|line| format!("{mark} {line}"));
    lines.map(|line| line.trim_end().to_owned() + "\n").collect()
}
