//! W-media-remote: an image from the web.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-remote",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An image from the web",
            why: "Cards are also studied offline, so the card only has a link.",
            cure: "Save the image next to your notes.",
            example: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](https://example.com/queue.png)
")],
            cured: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/queue.png)
")],
        },
        ja: Words {
            title: "ウェブ上の画像",
            why: "カードはオフラインでも使うため、リンクだけが載ります。",
            cure: "画像をノートのフォルダに保存してください。",
            example: &[("notes.md", "\
## キュー
メッセージが順番を待つ。

![キューの図](https://example.com/queue.png)
")],
            cured: &[("notes.md", "\
## キュー
メッセージが順番を待つ。

![キューの図](img/queue.png)
")],
        },
    };

/// Says that `target` is an address.
pub(super) fn message(target: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{target}` is not in your notes, so the card only has a link; save it there to see it",
        "`{target}` はノートのフォルダにないため、リンクだけが載ります。表示するには、\
         ノートのフォルダに保存してください"
    )
}

