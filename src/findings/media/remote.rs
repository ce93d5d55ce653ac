//! W-media-remote: a picture from the web.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What there is to know of it.
pub(super) const CODE: Code = Code {
        code: "W-media-remote",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A picture from the web",
            why: "Cards are learned without a network, too, so the card shows a link.",
            cure: "Save the picture beside the notes.",
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
            why: "カードは通信なしでも使うため、リンクだけが載る。",
            cure: "画像をノートのそばに保存してください。",
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
    };

/// Says that `target` is an address.
pub(super) fn message(target: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{target}` is not in your notes, so only a link is kept; save it there to see it",
        "`{target}` はノートの外にあるので、リンクだけ残します。見たいときはノートのフォルダに保存してください"
    )
}

