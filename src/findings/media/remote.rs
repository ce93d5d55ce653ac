//! W-media-remote: an image from the web.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-remote",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An image that is not a file",
            why: "Cards are also studied offline, so the card only has a link to an image on the web. An image that is written \
                  into the note itself (`data:…`) is not shown.",
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
            title: "ファイルではない画像",
            why: "カードはオフラインでも使うため、ウェブ上の画像はリンクだけが載ります。\
                  ノートに直接書き込まれた画像 (`data:…`) は表示されません。",
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

/// The image itself in place of an address; else `None`.
pub(in crate::findings) fn message_of_data(target: &str, lang: Lang) -> Option<String> {
    let is_data = target.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
    is_data.then(|| {
        in_lang!(
            lang,
            "an image that is written into the note itself (`data:…`) is not shown; save it as a file next to your notes",
            "ノートに直接書き込まれた画像 (`data:…`) は表示されません。ファイルとしてノートのフォルダに保存してください"
        )
    })
}

/// Says that `target` is an address.
pub(super) fn message(target: &str, lang: Lang) -> String {
    if let Some(said) = message_of_data(target, lang) {
        return said;
    }
    in_lang!(
        lang,
        "`{target}` is on the web, so the card only has a link; save the image next to your notes to see it",
        "`{target}` はウェブ上の画像なので、リンクだけが載ります。表示するには、ノートのフォルダに保存してください"
    )
}

