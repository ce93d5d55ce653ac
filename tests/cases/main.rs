//! The tests that are data: each case has a name, and is run, filtered and reported as a test of that name.
//!
//! `cargo test golden::bold-lead` runs the golden pair `tests/golden/bold-lead.md`, `cargo test cli::export` the
//! transcript `tests/cli/export.txt`, `cargo test histories::alike-enough` the history `tests/histories/alike-enough.txt`,
//! `cargo test findings::W-media-missing` the example of a finding. A new file is
//! a new case. `UPDATE_GOLDEN=1` writes what is expected anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[cfg(all(feature = "cli", target_os = "linux"))]
mod cli;
mod expected;
mod findings;
mod golden;
mod histories;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial, run};

fn main() -> ExitCode {
    let mut cases: Vec<Trial> = golden::cases();
    cases.extend(findings::cases());
    cases.extend(histories::cases());
    #[cfg(all(feature = "cli", target_os = "linux"))]
    cases.extend(cli::cases());
    run(&Arguments::from_args(), cases).exit_code()
}
