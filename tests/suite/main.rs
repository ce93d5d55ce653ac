//! The hand-written tests, a module for each concern. Cases that are files or rows of data are in `tests/cases/`.
//!
//! `cargo test --test suite laws::` runs one module.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[cfg(feature = "real-anki")]
mod anki;
mod architecture;
#[cfg(feature = "real-browser")]
mod browser;
mod costs;
#[cfg_attr(not(feature = "real-anki"), allow(dead_code, reason = "`year` uses the rest"))]
mod edits;
mod explain;
mod field;
mod files;
mod gallery;
mod growth;
mod history;
mod hostile;
#[cfg(all(feature = "cli", target_os = "linux"))]
mod kill;
mod language;
mod laws;
mod media;
mod package;
mod random_notes;
mod sample;
mod sources;
mod theme;
#[cfg(feature = "real-anki")]
mod year;
