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
//! `UPDATE_GOLDEN=1 cargo test --test cases cli::` writes what the commands say into the transcripts.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

use libtest_mimic::{Failed, Trial};

use crate::expected::{compare, files};

/// In a transcript's first line: root would be refused nothing.
const NOT_ROOT: &str = "# not as root";

/// The user who may do least, on every Linux.
const NOBODY: u32 = 65_534;

/// A test for each transcript.
pub fn cases() -> Vec<Trial> {
    let transcripts = files("cli", "txt").into_iter();
    transcripts.map(|(name, path)| Trial::test(format!("cli::{name}"), move || is_true(&path))).collect()
}

fn is_true(path: &Path) -> Result<(), Failed> {
    let written = fs::read_to_string(path)?;
    let Some(desk) = Desk::new(written.starts_with(NOT_ROOT)) else {
        eprintln!("{} is skipped: this is root, and nobody else may run the program", path.display());
        return Ok(());
    };
    compare(path, &replay(&written, &desk))
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
        // Those that are set for the tests are none of the program's.
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SOA_ANKI_")) {
            shell.env_remove(name);
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
