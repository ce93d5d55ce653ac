//! The help of the command line: its width, and its words in Japanese. In English they are with the commands.

use std::io::IsTerminal;

use clap::builder::{PossibleValue, Styles};
use clap::{Arg, Command};

use crate::cli::words::help::{ARGUMENTS, COMMANDS, VALUES};
use crate::text::columns;

use super::wrap::wrapped;

/// The widest that help is made.
const WIDEST: usize = 100;

/// Its width in a pipe or a file, and in a terminal of unknown width.
const USUAL: usize = 80;

/// What stands in brackets in the line of usage, and is no name that other texts use.
const WORDS_OF_USAGE: [(&str, &str); 3] =
    [("[OPTIONS]", "[オプション]"), ("<COMMAND>", "<コマンド>"), ("COMMAND or CODE", TOPIC)];

/// What `help` is asked about.
const TOPIC: &str = "コマンドかコード";

/// Columns around the names of arguments: before them, before a long name, behind them.
const AROUND: usize = 2 + 4 + 2;

/// How wide help is, in columns.
pub fn width() -> usize {
    let terminal = terminal_size::terminal_size().filter(|_| std::io::stdout().is_terminal());
    terminal.map_or(USUAL, |(width, _)| usize::from(width.0).min(WIDEST))
}

/// The same command, whose help is Japanese.
///
/// It has to be built: what the parser adds itself is translated, too.
pub fn translated(command: Command) -> Command {
    of_path(command, "")
}

fn of_path(command: Command, path: &str) -> Command {
    let (about, after) = of_command(path).unwrap_or_default();
    let styles = command.get_styles().clone();
    let room = room(&command);
    // Copies of all commands stand below `help`.
    let below = if path == "help" { "" } else { path };
    let usage = usage(&command);
    command
        .about(about)
        .override_usage(usage)
        .after_help(wrapped(after, width()))
        .help_template(template(&styles))
        .subcommand_help_heading("コマンド")
        .mut_args(|argument| of_argument(argument, path, room))
        .mut_subcommands(|command| {
            let path = path_of(&command, below);
            of_path(command, &path)
        })
}

/// The path of a command below another. Its `help` says the same everywhere.
fn path_of(command: &Command, above: &str) -> String {
    match command.get_name() {
        "help" => "help".to_owned(),
        name => format!("{above} {name}").trim_start().to_owned(),
    }
}

fn template(styles: &Styles) -> String {
    let usage = styles.get_usage();
    format!("{{about-with-newline}}\n{usage}使い方:{usage:#} {{usage}}\n\n{{all-args}}{{after-help}}")
}

/// How a command is called, as the parser says it, but for its words in brackets.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    WORDS_OF_USAGE.iter().fold(usage.to_owned(), |usage, (en, ja)| usage.replace(en, ja))
}

/// How wide the words about an argument may be, right of the widest argument.
fn room(command: &Command) -> usize {
    let name = |argument: &Arg| {
        let long = argument.get_long().map_or(0, |long| "--".len() + long.len());
        let values = argument.get_value_names().filter(|_| argument.get_action().takes_values());
        long + values.map_or(0, |names| names.iter().map(|name| " <>".len() + name.len()).sum())
    };
    let widest = command.get_arguments().map(name).max().unwrap_or_default();
    width().saturating_sub(widest + AROUND)
}

fn of_argument(argument: Arg, path: &str, room: usize) -> Arg {
    let heading = if argument.is_positional() { "引数" } else { "オプション" };
    let argument = argument.help_heading(heading);
    if argument.get_id() == "help" {
        return help_flag(argument);
    }
    let mut words = of_id(path, argument.get_id().as_str()).unwrap_or_default().to_owned();
    if argument.get_id() == "topic" {
        return argument.value_name(TOPIC).help(beside_topic(&words));
    }
    if !argument.get_action().takes_values() {
        return argument.help(wrapped(&words, room));
    }
    if let [default] = argument.get_default_values() {
        words = format!("{words} [既定: {}]", default.to_string_lossy());
    }
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let long = of_values(&argument, path, &names).map(|values| wrapped(&words, room) + &values);
    if !names.is_empty() {
        words = format!("{words} [選択肢: {}]", names.join(", "));
    }
    let argument = argument.help(wrapped(&words, room)).hide_default_value(true).hide_possible_values(true);
    if let Some(long) = long { argument.long_help(long) } else { argument }
}

/// The words beside a name whose letters are wider than the parser counts them.
fn beside_topic(words: &str) -> String {
    let room = width().saturating_sub(columns(TOPIC) + "[]...".len() + "    ".len());
    let missing = columns(TOPIC) - TOPIC.chars().count();
    wrapped(words, room).replace('\n', &format!("\n{}", " ".repeat(missing)))
}

/// The flag that the parser adds: where there is more to see, its words say how.
fn help_flag(argument: Arg) -> Arg {
    let is_longer = argument.get_help().is_some_and(|help| help.to_string().contains('('));
    if is_longer {
        argument.help("説明を表示します (--help でさらに詳しく)").long_help("説明を表示します (-h で短く)")
    } else {
        argument.help("説明を表示します")
    }
}

/// A list of what each value does, where they need words.
fn of_values(argument: &Arg, path: &str, names: &[&str]) -> Option<String> {
    let id = argument.get_id().as_str();
    let line = |name: &&str| of_value(path, id, name).map(|words| format!("\n- {name}: {words}"));
    let lines: String = names.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| format!("\n\n選択肢:{lines}"))
}

fn of_command(path: &str) -> Option<(&'static str, &'static str)> {
    let found = COMMANDS.iter().find(|(of, ..)| *of == path);
    found.map(|(_, about, after)| (*about, *after))
}

/// Of an argument's own command, or of all.
fn of_id(path: &str, id: &str) -> Option<&'static str> {
    let of = |path: &str| ARGUMENTS.iter().find(|(of, name, _)| *of == path && *name == id);
    of(path).or_else(|| of("")).map(|(.., words)| *words)
}

fn of_value(path: &str, id: &str, value: &str) -> Option<&'static str> {
    let found = VALUES.iter().find(|(of, name, of_value, _)| *of == path && *name == id && *of_value == value);
    found.map(|(.., words)| *words)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::arguments::Arguments;

    /// Every visible part of the English help, as the keys of the tables.
    fn visible() -> BTreeSet<String> {
        let mut command = Arguments::command();
        command.build();
        let mut keys = BTreeSet::new();
        collect(&command, "", &mut keys);
        keys
    }

    fn collect(command: &Command, path: &str, keys: &mut BTreeSet<String>) {
        let after = if command.get_after_help().is_some() { " with more below" } else { "" };
        keys.insert(format!("`{path}`{after}"));
        for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
            let id = argument.get_id().as_str();
            // The words of `--help` are not in the table.
            if id == "help" {
                continue;
            }
            let own = ARGUMENTS.iter().any(|(of, name, _)| *of == path && *name == id);
            keys.insert(format!("`{}` {id}", if own { path } else { "" }));
            for value in argument.get_possible_values().iter().filter(|value| value.get_help().is_some()) {
                keys.insert(format!("`{path}` {id} {}", value.get_name()));
            }
        }
        for command in command.get_subcommands().filter(|command| !command.is_hide_set() && path != "help") {
            collect(command, &path_of(command, path), keys);
        }
    }

    #[test]
    fn all_of_the_help_is_in_japanese() {
        let more = |after: &str| if after.is_empty() { "" } else { " with more below" };
        let commands = COMMANDS.iter().map(|(path, _, after)| format!("`{path}`{}", more(after)));
        let arguments = ARGUMENTS.iter().map(|(path, id, _)| format!("`{path}` {id}"));
        let values = VALUES.iter().map(|(path, id, value, _)| format!("`{path}` {id} {value}"));
        let translated: BTreeSet<String> = commands.chain(arguments).chain(values).collect();
        let missing: Vec<_> = visible().difference(&translated).cloned().collect();
        let left_over: Vec<_> = translated.difference(&visible()).cloned().collect();
        assert!(missing.is_empty() && left_over.is_empty(), "missing: {missing:#?}\nleft over: {left_over:#?}");
    }

    #[test]
    fn the_japanese_help_is_that_of_a_whole_command() {
        let mut command = Arguments::command();
        command.build();
        translated(command).debug_assert();
    }
}
