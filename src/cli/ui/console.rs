//! What the user is told while a command runs: all of it on standard error.

use std::io::Write;

use clap::builder::styling::{AnsiColor, Style};

use crate::cli::words::errors;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors only.
    Quiet,
    /// Warnings, and what was done.
    Normal,
    /// Everything.
    Verbose,
}

/// Speaks to the user.
pub struct Console {
    verbosity: Verbosity,
}

impl Console {
    /// One that says this much.
    pub fn new(verbosity: Verbosity) -> Self {
        Self { verbosity }
    }

    /// Says what was done, unless the user wants to hear nothing.
    pub fn say(&self, line: &str) {
        if self.verbosity >= Verbosity::Normal {
            print(line);
        }
    }

    /// Whether everything is to be said.
    pub fn is_verbose(&self) -> bool {
        self.verbosity == Verbosity::Verbose
    }

    /// Says what was done and what to do next, unless the user wants to hear nothing.
    pub fn advise(&self, line: &str, help: &str) {
        if self.verbosity >= Verbosity::Normal {
            print(line);
            print_help(help);
        }
    }

    /// Says what only some want to know.
    pub fn detail(&self, line: &str) {
        if self.verbosity >= Verbosity::Verbose {
            print(line);
        }
    }
}

/// A word before a line that says what kind of line it is.
pub fn label(word: &str, color: AnsiColor) -> String {
    let style = Style::new().bold().fg_color(Some(color.into()));
    format!("{style}{word}{style:#}")
}

/// Says why a command failed. No verbosity is too low for that.
pub fn error(wrong: &str, help: Option<&str>) {
    let label = label(&errors::label(), AnsiColor::Red);
    print(&format!("{label}: {wrong}"));
    if let Some(help) = help {
        print_help(help);
    }
}

/// Says what to do, after what is wrong.
fn print_help(help: &str) {
    let label = label(&errors::help_label(), AnsiColor::Cyan);
    print(&format!("  {label}: {help}"));
}

/// When standard error is closed, there is nobody to tell.
fn print(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}
