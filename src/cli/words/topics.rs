//! What `help` says of codes.

use std::fmt::Write as _;

use crate::cli::language::{Lang, tr};
use crate::findings::codes::{Code, Words};

use super::Refusal;
use super::settings::did_you_mean;

/// Neither a command nor a code has this name.
pub fn unknown(name: &str, meant: Option<&str>) -> Refusal {
    Refusal {
        wrong: tr!("there is no command or code `{name}`", "`{name}` というコマンドもコードもありません"),
        help: meant.map_or_else(
            || {
                tr!(
                    "`soa-anki help` lists the commands, `soa-anki help codes` the codes",
                    "コマンドの一覧は `soa-anki help`、コードの一覧は `soa-anki help codes` で表示できます"
                )
            },
            did_you_mean,
        ),
    }
}

/// The codes, each with its title.
pub fn all_codes(codes: impl Iterator<Item = &'static Code>) -> String {
    let lang = Lang::current();
    codes.fold(String::new(), |mut text, code| {
        let _ = writeln!(text, "{:<28}{}", code.code, code.words(lang).title);
        text
    })
}

/// All about a code.
pub fn explained(code: &Code) -> String {
    let (name, Words { title, why, cure, example, cured }) = (code.code, code.words(Lang::current()));
    let severity = super::findings::label(code.severity);
    let mut text = tr!(
        "{name} ({severity}): {title}\n\n{why}\n\nHow to fix it: {cure}\n",
        "{name} ({severity}): {title}\n\n{why}\n\n直し方: {cure}\n"
    );
    for (files, heading) in [(example, tr!("Example", "例")), (cured, tr!("Fixed", "直した例"))] {
        for (path, notes) in *files {
            let _ = write!(text, "\n{heading} ({path}):\n\n");
            for line in notes.lines() {
                let _ = writeln!(text, "{}", format!("    {line}").trim_end());
            }
        }
    }
    if !code.is_allowed_in_notes() {
        return text
            + &tr!(
                "\nTo hide it, add {name} to check.allow in soa-anki.toml.\n",
                "\n表示したくないときは、soa-anki.toml の check.allow に {name} を加えてください。\n"
            );
    }
    text + &tr!(
        "\nTo hide it, write <!-- soa: allow={name} --> after a heading or a list item,\n`soa: {{allow: [{name}]}}` in the front matter of a file, or add it to check.allow in soa-anki.toml.\n",
        "\n表示したくないときは、見出しや項目の後に <!-- soa: allow={name} -->、\nフロントマターに `soa: {{allow: [{name}]}}` と書くか、soa-anki.toml の check.allow に加えてください。\n"
    )
}
