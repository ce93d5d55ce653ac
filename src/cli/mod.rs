//! The command line: its arguments, and how the program ends.
//!
//! One file per command. Data goes to standard output, all else to standard error.

mod cards;
mod check;
mod clock;
mod config;
mod console;
mod count;
mod data;
mod diff;
mod excerpt;
mod explain;
mod export;
mod failure;
mod filter;
mod help;
mod japanese;
mod language;
mod lock;
mod messages;
mod output;
mod place;
mod reasons;
mod remembered;
mod sections;
mod study;
mod summary;
mod table;
mod templates;

use std::env;
use std::process::ExitCode;

use crate::Error;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use console::{Console, Verbosity};
use language::Lang;

/// Turns ordinary Markdown study notes into an Anki deck
#[derive(Parser)]
#[command(version, disable_help_subcommand = true, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    voice: Voice,
}

#[derive(Subcommand)]
enum Command {
    Export(export::Export),
    Cards(cards::Cards),
    Check(check::Check),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Lock(lock::Locks),
    Templates(templates::TemplatesCommand),
    Config(config::Configuration),
    Help(help::Help),
}

/// How much is said, and how it looks.
#[derive(Args)]
struct Voice {
    /// Say nothing but errors
    #[arg(short, long, global = true, display_order = 100, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more: every finding, and what is read from where
    #[arg(short, long, global = true, display_order = 101)]
    verbose: bool,
    #[arg(
        long,
        global = true,
        display_order = 102,
        value_name = "WHEN",
        value_enum,
        default_value_t = Color::Auto,
        help = "When to use colours (NO_COLOR in the environment turns them off, too)"
    )]
    color: Color,
    /// The language of messages [default: that of the environment]
    #[arg(long, global = true, display_order = 103, value_name = "LANG", value_enum)]
    lang: Option<Lang>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki export notes/ -o aws.apkg   make a deck of a folder of notes
  soa-anki cards notes/                see first which cards it would have
  soa-anki check notes/                see what in the notes is amiss
  soa-anki diff notes/                 see what an import would change
  soa-anki explain notes/sqs.md:12     see what became of a line, and why

Exit status: 0 done, 1 `diff` found changes or --deny-warnings warnings, 2 wrong usage, 3 input or output failed";

/// Why a command ends early.
#[derive(Debug)]
enum Stop {
    /// What was asked for makes no sense: what is wrong, and what to do.
    Usage { wrong: String, help: String },
    /// The world failed.
    Failed(Error),
    /// There are warnings, and the user denies them.
    Denied,
    /// There are differences, which was what was asked for.
    Different,
    /// Nobody reads the output any longer.
    ClosedPipe,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    // Before the arguments are read: how they are wrong is said in it, too.
    Lang::told(env::args_os()).unwrap_or_else(Lang::of_environment).choose();
    let Arguments { command, voice } = match arguments() {
        Ok(arguments) => arguments,
        Err(status) => return status,
    };
    let console = voice.console();
    let done = match command {
        Command::Export(export) => export.run(&console),
        Command::Cards(cards) => cards.run(&console),
        Command::Check(check) => check.run(&console),
        Command::Diff(diff) => diff.run(&console),
        Command::Explain(explain) => explain.run(&console),
        Command::Lock(lock) => lock.run(&console),
        Command::Templates(templates) => templates.run(&console),
        Command::Config(config) => config.run(&console),
        Command::Help(help) => help.run(),
    };
    match done {
        Ok(()) | Err(Stop::ClosedPipe) => ExitCode::SUCCESS,
        Err(Stop::Denied | Stop::Different) => ExitCode::from(1),
        Err(Stop::Usage { wrong, help }) => {
            console::error(&wrong, Some(&help));
            ExitCode::from(2)
        }
        Err(Stop::Failed(error)) => {
            console::error(&failure::wrong(&error), failure::help(&error).as_deref());
            ExitCode::from(3)
        }
    }
}

/// The command line, its help in the language of the user.
fn command_line() -> clap::Command {
    let mut command = Arguments::command();
    command.build();
    match Lang::current() {
        Lang::En => command,
        Lang::Ja => japanese::translated(command),
    }
}

/// What the user wrote; the exit status, when that was wrong or asked for help.
fn arguments() -> Result<Arguments, ExitCode> {
    let parsed = command_line().try_get_matches().and_then(|matches| Arguments::from_arg_matches(&matches));
    parsed.map_err(|error| {
        match japanese::refusal(&error).filter(|_| Lang::current() == Lang::Ja) {
            Some((wrong, help)) => console::error(&wrong, Some(&help)),
            // When nobody listens, there is nobody to tell.
            None => drop(error.print()),
        }
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })
}

impl Voice {
    fn console(&self) -> Console {
        match self.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        Console::new(match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (_, true) => Verbosity::Verbose,
            _ => Verbosity::Normal,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }
}
