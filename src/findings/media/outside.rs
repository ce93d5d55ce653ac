//! W-media-outside: an image from outside the project.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-outside",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An image from outside the project",
            why: "You may share the package, so nothing from outside the folder of your notes is put into it.",
            cure: "Copy it into the folder of your notes.",
            example: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](../../queue.png)
")],
            cured: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/queue.png)
")],
        },
        ja: Words {
            title: "プロジェクトの外の画像",
            why: "パッケージは人に渡すこともあるため、ノートのフォルダの外にあるファイルは入れません。",
            cure: "ノートのフォルダにコピーしてください。",
            example: &[("notes.md", "\
## キュー
メッセージが順番を待つ。

![キューの図](../../queue.png)
")],
            cured: &[("notes.md", "\
## キュー
メッセージが順番を待つ。

![キューの図](img/queue.png)
")],
        },
    };

/// Says that `target` is outside the project.
pub(super) fn message(target: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{target}` is outside the project (the folder of your notes, or one above it with .git or .obsidian); copy \
         it there",
        "`{target}` はプロジェクト (ノートのフォルダか、その上で .git や .obsidian のあるフォルダ) の外にあります。\
         中にコピーしてください"
    )
}

