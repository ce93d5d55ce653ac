//! The command line: its commands and what all of them take.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::commands;
use super::language::Lang;
use super::ui::console::{self, Console, Verbosity};
use super::ui::help;
use super::words::{Refusal, usage};

/// Turns ordinary Markdown study notes into an Anki deck
#[derive(Parser)]
#[command(version, disable_help_subcommand = true, after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub display: Display,
}

#[derive(Subcommand)]
pub enum Command {
    Export(commands::export::Export),
    Cards(commands::cards::Cards),
    Check(commands::check::Check),
    Diff(commands::diff::Diff),
    Explain(commands::explain::Explain),
    Lock(commands::lock::Locks),
    Templates(commands::templates::TemplatesCommand),
    Config(commands::config::Configuration),
    Help(commands::help::Help),
}

/// How much is shown, in which language and colours.
#[derive(Args)]
pub struct Display {
    /// Show only errors (`check` still lists what it finds)
    #[arg(short, long, global = true, display_order = 100, conflicts_with = "verbose")]
    quiet: bool,
    /// Show more: the files read and skipped, all remarks, and why
    #[arg(short, long, global = true, display_order = 101)]
    verbose: bool,
    #[arg(
        long,
        global = true,
        display_order = 102,
        value_name = "WHEN",
        value_enum,
        default_value_t = Color::Auto,
        help = "When to use colours (never, if NO_COLOR is set)"
    )]
    color: Color,
    #[arg(
        long,
        global = true,
        display_order = 103,
        value_name = "LANG",
        value_enum,
        help = "The language of messages [default: SOA_ANKI_LANG, or else the language of the system]"
    )]
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
  soa-anki export notes/ -o aws.apkg   make a deck from a folder of notes
  soa-anki cards notes/                list the cards before you make it
  soa-anki check notes/                find problems in the notes
  soa-anki diff notes/                 see what an import would change
  soa-anki explain notes/sqs.md:12     see what became of a line, and why

Exit status: 0 success, 1 `diff` found changes or --deny-warnings found warnings, 2 wrong usage, \
3 something could not be read or written";

/// The command line, its help in the language of the user.
pub fn command_line() -> clap::Command {
    let mut command = Arguments::command().term_width(help::width());
    command.build();
    match Lang::current() {
        Lang::En => command,
        Lang::Ja => help::translated(command),
    }
}

/// The parsed arguments; the exit status, if they are wrong or ask for help.
pub fn parse() -> Result<Arguments, ExitCode> {
    let mut command_line = command_line();
    let parsed = command_line.try_get_matches_from_mut(std::env::args_os());
    parsed.and_then(|matches| Arguments::from_arg_matches(&matches)).map_err(|mut error| {
        suggest_inner(&mut error, &command_line);
        match usage::refusal(&error).filter(|_| Lang::current() == Lang::Ja) {
            Some(Refusal { wrong, help }) => console::error(&wrong, Some(&help)),
            // A failure to print cannot be reported.
            None => drop(error.print()),
        }
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })
}

/// Suggests a command that stands in another one, where its own name alone was written: `lock prune` for `prune`.
fn suggest_inner(error: &mut clap::Error, command_line: &clap::Command) {
    let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand) else { return };
    let holds = |command: &&clap::Command| command.get_name() != "help" && command.find_subcommand(name).is_some();
    let Some(outer) = command_line.get_subcommands().find(holds) else { return };
    let inner = format!("{} {name}", outer.get_name());
    error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(vec![inner]));
}

impl Display {
    pub fn console(&self) -> Console {
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
    use crate::cli::words::help::COMMANDS;
    use crate::text::columns;

    #[test]
    fn examples_fit_a_terminal() {
        for help in
            help_below(&Arguments::command()).into_iter().chain(COMMANDS.iter().map(|(.., below)| (*below).to_owned()))
        {
            for line in help.lines().filter(|line| line.starts_with(' ')) {
                assert!(columns(line) <= 80, "{line}");
            }
        }
    }

    /// What stands below the options of a command, and of those in it.
    fn help_below(command: &clap::Command) -> Vec<String> {
        let own = command.get_after_help().map(ToString::to_string);
        own.into_iter().chain(command.get_subcommands().flat_map(help_below)).collect()
    }

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }
}
