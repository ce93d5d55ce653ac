//! `help`: the usage of a command, or what the code of a finding means and how to fix it.

use crate::findings::codes::{self, Code};
use crate::text::nearest;
use clap::{Args, Command};

use crate::cli::stop::Stop;
use crate::cli::ui::data::show;
use crate::cli::words::topics as words;

/// Print this message, or help for a command or for the code of a finding
#[derive(Args)]
pub struct Help {
    /// A command, a code such as W-empty-heading, or `codes` for a list of them
    #[arg(value_name = "COMMAND or CODE")]
    topic: Vec<String>,
}

impl Help {
    /// Runs the command. `command_line`: all commands, whose help there is.
    pub fn run(&self, command_line: &mut Command) -> Result<(), Stop> {
        let text = match command_of(command_line, &self.topic) {
            None if self.topic == ["codes"] => words::all_codes(codes::all()),
            Some(command) => command.render_long_help().ansi().to_string(),
            None => words::explained(code(&self.topic.join(" "), command_line)?),
        };
        show(&text)
    }
}

/// The command of these names.
fn command_of<'c>(command: &'c mut Command, names: &[String]) -> Option<&'c mut Command> {
    names.iter().try_fold(command, |command, name| command.find_subcommand_mut(name))
}

/// The code of this name; else what was probably meant, of the commands and the codes.
fn code(name: &str, command_line: &Command) -> Result<&'static Code, Stop> {
    codes::find(name).map_err(|meant| {
        let commands = paths(command_line);
        let command = nearest(name, commands.iter().map(String::as_str));
        words::unknown(name, command.or(meant.map(|code| code.code))).into()
    })
}

/// The commands by the names that lead to each.
fn paths(command: &Command) -> Vec<String> {
    let own = command.get_subcommands().filter(|command| !command.is_hide_set());
    own.flat_map(|command| {
        let name = command.get_name();
        let below = paths(command).into_iter().map(|path| format!("{name} {path}")).collect::<Vec<_>>();
        [name.to_owned()].into_iter().chain(below)
    })
    .collect()
}
