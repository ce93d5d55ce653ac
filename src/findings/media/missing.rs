//! W-media-missing: a picture or a sound that is not there.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What there is to know of it.
pub(super) const CODE: Code = Code {
        code: "W-media-missing",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A picture or a sound that is not there",
            why: "The card shows its text instead.",
            cure: "Correct the path, or copy the file there.",
            example: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/qeue.png)
")],
            cured: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/queue.png)
")],
        },
        ja: Words {
            title: "見つからない画像や音声",
            why: "カードには代わりの文字だけが載る。",
            cure: "パスを直すか、ファイルをそこに置いてください。",
            example: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/qeue.png)
")],
            cured: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/queue.png)
")],
        },
    };

/// Says that `target` is not there, and what was probably meant.
pub(super) fn message(target: &str, meant: Option<&str>, lang: Lang) -> String {
    match meant {
        Some(meant) => in_lang!(
            lang,
            "there is no `{target}`; did you mean `{meant}`?",
            "`{target}` がありません。もしかして: `{meant}`"
        ),
        None => in_lang!(
            lang,
            "there is no `{target}`, neither from the note's folder nor from the project's",
            "`{target}` がありません。ノートのフォルダから見ても、プロジェクトのフォルダから見ても見つかりません"
        ),
    }
}

