//! What is said of wrong arguments in Japanese. In English it is the parser's own words.

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

use super::Refusal;

/// Why arguments are wrong, and what to do; `None` where this is no fault, but an answer.
pub fn refusal(error: &Error) -> Option<Refusal> {
    if !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return None;
    }
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (argument, prior, value) =
        (context(ContextKind::InvalidArg), context(ContextKind::PriorArg), context(ContextKind::InvalidValue));
    let wrong = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!("`{argument}` というオプションはありません")
        }
        ErrorKind::UnknownArgument => format!("`{argument}` は余分な引数です"),
        ErrorKind::InvalidSubcommand => {
            format!("`{}` というコマンドはありません", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "コマンドを指定してください".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` に値がありません"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{argument}` に `{value}` は指定できません")
        }
        ErrorKind::ArgumentConflict if argument == prior => format!("`{argument}` は一度しか指定できません"),
        ErrorKind::ArgumentConflict => format!("`{argument}` と `{prior}` は一緒に使えません"),
        ErrorKind::MissingRequiredArgument => format!("`{argument}` を指定してください"),
        ErrorKind::TooManyValues => format!("`{argument}` に値 (`{value}`) は付けられません"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("`{argument}` の値の数が合いません")
        }
        _ => "引数が正しくありません".to_owned(),
    };
    Some(Refusal { wrong, help: help(error) })
}

/// What to do about wrong arguments: the nearest that there is, and all that there are.
fn help(error: &Error) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty());
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let meant = suggested.into_iter().find_map(context).map(|meant| format!("もしかして: `{meant}`"));
    let values = context(ContextKind::ValidValue).map(|values| format!("指定できるのは {values}"));
    let commands = context(ContextKind::ValidSubcommand).map(|commands| format!("コマンドは {commands}"));
    let usage = context(ContextKind::Usage).map(|usage| usage.trim_start_matches("Usage: ").trim().to_owned());
    let usage = usage.map(|usage| format!("使い方は `{usage}`"));
    let parts = [meant, values, commands, usage, Some("詳しくは `--help` を付けて実行してください".to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("。")
}
