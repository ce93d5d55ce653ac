//! A Python with the real Anki in it, made once for each target folder.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// Anki as PyPI knows it. It is run as a program of its own, and no part of ours.
const REQUIREMENT: &str = "anki==26.9.3";

/// The Python to run `judge.py` with.
///
/// # Panics
///
/// When there is no Python, or Anki cannot be installed: with what to do about it.
pub fn python() -> &'static Path {
    static PYTHON: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    match PYTHON.get_or_init(prepare) {
        Ok(python) => python,
        Err(reason) => panic!("the tests with the real Anki cannot run: {reason}"),
    }
}

fn prepare() -> Result<PathBuf, String> {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("anki-env");
    // Other test programs may want it at this moment. The lock ends with this function, or with the program.
    let lock = File::create(home.with_extension("lock")).map_err(|error| error.to_string())?;
    lock.lock().map_err(|error| error.to_string())?;
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // Written last, so that an environment that was cut short is made anew.
    let finished = home.join("finished");
    if fs::read_to_string(&finished).is_ok_and(|text| text == REQUIREMENT) && python.exists() {
        return Ok(python);
    }
    make(&home, &python)?;
    fs::write(finished, REQUIREMENT).map_err(|error| error.to_string())?;
    Ok(python)
}

fn make(home: &Path, python: &Path) -> Result<(), String> {
    let base = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    run(
        Command::new(&base).args(["-m", "venv", "--clear"]).arg(home),
        "they need Python 3.10 or later with venv; on Debian, install `python3-venv`, \
         or name another Python in the variable PYTHON",
    )?;
    run(
        Command::new(python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args([
            "--only-binary",
            ":all:",
            REQUIREMENT,
        ]),
        "they install Anki with pip, which needs PyPI; where a mirror takes its place, \
         name it in the variable PIP_INDEX_URL",
    )
}

fn run(command: &mut Command, advice: &str) -> Result<(), String> {
    match command.output() {
        Ok(Output { status, .. }) if status.success() => Ok(()),
        Ok(Output { status, stdout, stderr }) => Err(format!(
            "{advice}\n{command:?}: {status}\n{}{}",
            String::from_utf8_lossy(&stdout),
            String::from_utf8_lossy(&stderr),
        )),
        Err(error) => Err(format!("{advice}\n{command:?}: {error}")),
    }
}
