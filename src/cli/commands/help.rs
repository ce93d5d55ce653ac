//! `help`: the usage of a command, or what a finding's code means and how to fix it.

use std::fmt::Write as _;

use crate::findings::codes::{self, Code, Words};
use clap::{Args, Command};

use crate::cli::language::{Lang, tr};
use crate::cli::stop::Stop;
use crate::cli::ui::data::show;

/// Print this message, or the help of a command or of a finding's code
#[derive(Args)]
pub struct Help {
    /// A command, or a code such as W-empty-heading
    #[arg(value_name = "COMMAND or CODE")]
    topic: Vec<String>,
}

impl Help {
    /// Runs the command. `command_line`: all commands, whose help there is.
    pub fn run(&self, command_line: &mut Command) -> Result<(), Stop> {
        let text = match command_of(command_line, &self.topic) {
            Some(command) => command.render_long_help().ansi().to_string(),
            None => explained(code(&self.topic.join(" "))?),
        };
        show(&text)
    }
}

/// The command of these names.
fn command_of<'c>(command: &'c mut Command, names: &[String]) -> Option<&'c mut Command> {
    names.iter().try_fold(command, |command, name| command.find_subcommand_mut(name))
}

/// The code of this name.
fn code(name: &str) -> Result<&'static Code, Stop> {
    codes::find(name).map_err(|meant| Stop::Usage {
        wrong: tr!("there is no command and no code `{name}`", "`{name}` というコマンドもコードもありません"),
        help: match meant.map(|code| code.code) {
            Some(meant) => tr!("did you mean `{meant}`?", "`{meant}` のことですか"),
            None => tr!(
                "`soa-anki help` lists the commands, `soa-anki check` names the codes",
                "コマンドは `soa-anki help`、コードは `soa-anki check` で表示できます"
            ),
        },
    })
}

fn explained(code: &Code) -> String {
    let (name, Words { title, why, cure, example, cured }) = (code.code, code.words(Lang::current()));
    let mut text =
        tr!("{name}: {title}\n\n{why}\n\nHow to fix it: {cure}\n", "{name}: {title}\n\n{why}\n\n直し方: {cure}\n");
    for (files, heading) in [(example, tr!("Example", "例")), (cured, tr!("Fixed", "直した例"))] {
        for (path, notes) in *files {
            let _ = write!(text, "\n{heading} ({path}):\n\n");
            for line in notes.lines() {
                let _ = writeln!(text, "{}", format!("    {line}").trim_end());
            }
        }
    }
    text + &tr!(
        "\nTo hide it, write <!-- soa: allow={name} --> after a heading or a list item,\n`soa: {{allow: [{name}]}}` in the front matter of a file, or add it to check.allow in soa-anki.toml.\n",
        "\n表示しないようにするには、見出しか項目の後に <!-- soa: allow={name} --> と書くか、\nファイルのフロントマターに `soa: {{allow: [{name}]}}` と書くか、soa-anki.toml の check.allow に入れてください。\n"
    )
}
