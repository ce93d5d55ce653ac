//! W-media-outside: a picture from outside of the project.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What there is to know of it.
pub(super) const CODE: Code = Code {
        code: "W-media-outside",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A picture from outside of the project",
            why: "What is not in the folder of the notes is not put into a package that others may get.",
            cure: "Copy it into the folder of the notes.",
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
            why: "人に渡すこともあるパッケージに、ノートのフォルダの外のものは入れない。",
            cure: "ノートのフォルダにコピーしてください。",
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
    };

/// Says that `target` is outside of the project.
pub(super) fn message(target: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{target}` is outside of the project (the notes' folder, or one above it with .git or .obsidian); \
         copy it there",
        "`{target}` はプロジェクト (ノートのフォルダか、.git や .obsidian のある上のフォルダ) の外にあります。\
         中にコピーしてください"
    )
}

