//! Killed at any moment, an export leaves the package and the lock whole, old or new, and the next one is right.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use soa_anki::Lock;

/// Of each history.
const MOMENTS: usize = 100;

const PACKAGE: &str = "notes.apkg";
const LOCK: &str = "notes/soa-anki.lock";

/// The package and the lock, where they are there.
type Files = [Option<Vec<u8>>; 2];

#[test]
fn a_first_export_that_is_killed_leaves_whole_files() {
    let desk = Desk::new();
    desk.write_notes("an answer");
    desk.kill_often();
}

#[test]
fn a_later_export_that_is_killed_leaves_whole_files() {
    let desk = Desk::new();
    desk.write_notes("an answer");
    desk.export("1767225600").wait().unwrap();
    desk.write_notes("a better answer");
    fs::write(desk.path("notes/more.md"), "- S3: objects\n").unwrap();
    let guids = |files: &Files| -> Vec<String> {
        let lock = Lock::parse(files[1].as_ref().unwrap()).unwrap();
        lock.records.iter().map(|record| record.guid.to_string()).collect()
    };
    let before = guids(&desk.files());
    desk.kill_often();
    let after = guids(&desk.files());
    assert_eq!((before.len(), after.len()), (40, 41));
    assert!(before.iter().all(|guid| after.contains(guid)), "a note is another one");
}

/// A folder with notes, and what is made of them.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("notes")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write_notes(&self, answer: &str) {
        let notes: Vec<String> = (0..40).map(|number| format!("- term {number}: {answer} to {number}\n")).collect();
        let notes = notes.concat();
        fs::write(self.path("notes/a.md"), notes).unwrap();
    }

    /// Begins an export at a time.
    fn export(&self, time: &str) -> std::process::Child {
        let mut program = Command::new(env!("CARGO_BIN_EXE_soa-anki"));
        let program = program.args(["export", "-q"]).current_dir(self.0.path()).env("SOURCE_DATE_EPOCH", time);
        program.stdout(Stdio::null()).spawn().unwrap()
    }

    /// The export that is killed and made again.
    fn begin(&self) -> std::process::Child {
        self.export("1767312000")
    }

    fn files(&self) -> Files {
        [PACKAGE, LOCK].map(|name| fs::read(self.path(name)).ok())
    }

    fn put_back(&self, files: &Files) {
        for (name, file) in [PACKAGE, LOCK].iter().zip(files) {
            match file {
                Some(bytes) => fs::write(self.path(name), bytes).unwrap(),
                None => fs::remove_file(self.path(name)).unwrap(),
            }
        }
    }

    /// Kills the export at moments of its life, each time from the files as they are now.
    fn kill_often(&self) {
        let before = self.files();
        let started = Instant::now();
        assert!(self.begin().wait().unwrap().success());
        let usual = started.elapsed();
        let after = self.files();
        let [old, half, new] = [[0, 0], [1, 0], [1, 1]].map(|made| {
            let pick = |at: usize| [&before, &after][made[at]][at].clone();
            [pick(0), pick(1)]
        });
        let mut random = 1_u32;
        for _ in 0..MOMENTS {
            self.put_back(&before);
            let mut export = self.begin();
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            sleep(usual.mul_f64(f64::from(random) / f64::from(u32::MAX)));
            export.kill().unwrap();
            export.wait().unwrap();
            let left = self.files();
            assert!([&old, &half, &new].contains(&&left), "a file is neither old nor new, or the lock came first");
            assert!(self.begin().wait().unwrap().success());
            assert!(self.files() == after, "the next export is another one");
            assert_eq!((hidden(self.0.path()), hidden(&self.path("notes"))), (0, 0), "something is left");
        }
    }
}

/// How many hidden files a folder has.
fn hidden(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with('.')).count()
}
