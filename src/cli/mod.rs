//! The program: what its arguments ask for, in a terminal.
//!
//! Its parts, each of which uses those before it and none after: `language`, `stop`, `words` (all that is said),
//! `ui` (how it is shown), `session` (what a command begins with), `commands` (a file for each) and `arguments`.
//! Data goes to standard output, all else to standard error.

mod arguments;
mod commands;
mod language;
mod session;
mod stop;
mod ui;
mod words;

use std::env;
use std::process::ExitCode;

use arguments::{Arguments, Command};
use language::Lang;
use session::environment;
use stop::Stop;
use ui::console;
use words::errors;

/// Runs the program: reads the arguments of the process, does what they ask for, and says how that ended.
///
/// Returns 0 when all was done, 1 when `diff` found changes or warnings were denied, 2 for wrong usage, and 3 when
/// something could not be read or written.
pub fn run() -> ExitCode {
    // Before the arguments are parsed: errors in them are reported in this language, too.
    Lang::of_arguments(env::args_os()).unwrap_or_else(Lang::of_environment).choose();
    let Arguments { command, display } = match arguments::parse() {
        Ok(arguments) => arguments,
        Err(status) => return status,
    };
    let console = display.console();
    environment::review(&console);
    let done = match command {
        Command::Export(export) => export.run(&console),
        Command::Cards(cards) => cards.run(&console),
        Command::Check(check) => check.run(&console),
        Command::Diff(diff) => diff.run(&console),
        Command::Explain(explain) => explain.run(&console),
        Command::Lock(lock) => lock.run(&console),
        Command::Templates(templates) => templates.run(&console),
        Command::Config(config) => config.run(&console),
        Command::Help(help) => help.run(&mut arguments::command_line()),
    };
    match done {
        Ok(()) | Err(Stop::ClosedPipe) => ExitCode::SUCCESS,
        Err(Stop::Denied | Stop::Different) => ExitCode::from(1),
        Err(Stop::Unread) => ExitCode::from(3),
        Err(Stop::Usage { wrong, help }) => {
            console::error(&wrong, Some(&help));
            ExitCode::from(2)
        }
        Err(Stop::Failed(error)) => {
            console::error(&errors::wrong(&error), errors::help(&error).as_deref());
            ExitCode::from(3)
        }
    }
}
