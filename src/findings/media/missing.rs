//! W-media-missing: an image, sound or video that cannot be found.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-missing",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An image, sound or video that cannot be found",
            why: "The card shows its alternative text instead.",
            cure: "Correct the path, or put the file there.",
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
            title: "見つからない画像・音声・動画",
            why: "カードには代替テキストだけが載ります。",
            cure: "パスを直すか、ファイルをそこに置いてください。",
            example: &[("notes.md", "\
## キュー
メッセージが順番を待つ。

![キューの図](img/qeue.png)
")],
            cured: &[("notes.md", "\
## キュー
メッセージが順番を待つ。

![キューの図](img/queue.png)
")],
        },
    };

/// Says that `target` cannot be found, and what was probably meant.
pub(super) fn message(target: &str, meant: Option<&str>, lang: Lang) -> String {
    match meant {
        Some(meant) => in_lang!(
            lang,
            "cannot find `{target}`; did you mean `{meant}`?",
            "`{target}` が見つかりません。もしかして: `{meant}`"
        ),
        None => in_lang!(
            lang,
            "cannot find `{target}`, neither from the note's folder nor from the project's; correct the path, or put the \
             file there",
            "`{target}` が見つかりません (ノートのフォルダからも、プロジェクトのフォルダからも探しました)。パスを直すか、\
             ファイルをそこに置いてください"
        ),
    }
}

