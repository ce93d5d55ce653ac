//! Messages to the user while a command runs, on standard error.

use std::io::Write;

use clap::builder::styling::{AnsiColor, Style};

use crate::cli::words::errors;

/// How many messages are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors only.
    Quiet,
    /// Warnings, and what was done.
    Normal,
    /// Everything.
    Verbose,
}

/// Prints messages, as many as the user wants.
pub struct Console {
    verbosity: Verbosity,
}

impl Console {
    /// A console of this verbosity.
    pub fn new(verbosity: Verbosity) -> Self {
        Self { verbosity }
    }

    /// Prints a message, unless `-q` is set.
    pub fn say(&self, line: &str) {
        if self.verbosity >= Verbosity::Normal {
            print(line);
        }
    }

    /// Whether `-v` is set.
    pub fn is_verbose(&self) -> bool {
        self.verbosity == Verbosity::Verbose
    }

    /// Prints a message and what to do, unless `-q` is set.
    pub fn advise(&self, line: &str, help: &str) {
        if self.verbosity >= Verbosity::Normal {
            print(line);
            print_help(help);
        }
    }

    /// Prints a message if `-v` is set.
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

/// Prints why a command failed, even with `-q`.
pub fn error(wrong: &str, help: Option<&str>) {
    let label = label(&errors::label(), AnsiColor::Red);
    print(&format!("{label}: {wrong}"));
    if let Some(help) = help {
        print_help(help);
    }
}

/// Prints what to do, below what is wrong.
fn print_help(help: &str) {
    let label = label(&errors::help_label(), AnsiColor::Cyan);
    print(&format!("  {label}: {help}"));
}

/// Prints a line. If standard error is closed, it is lost.
fn print(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}
