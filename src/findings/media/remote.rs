//! W-media-remote: an image from the web.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-remote",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An image on the web",
            why: "Cards are also studied offline, so an image on the web is not on them: its card has a link to it, and where \
                  an answer would be nothing else, there is no card.",
            cure: "Save the image as a file next to your notes.",
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
            why: "カードはオフラインでも使うため、ウェブ上の画像は表示されず、リンクだけが載ります。\
                  答えがその画像だけなら、カードになりません。",
            cure: "画像をファイルとしてノートのフォルダに保存してください。",
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
        "`{target}` is on the web, so cards have only a link to it; save the image next to your notes",
        "`{target}` はウェブ上の画像なので、カードにはリンクだけが載ります。画像をノートのフォルダに保存してください"
    )
}

