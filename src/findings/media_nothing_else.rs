//! W-media-nothing-else: an answer with nothing but missing images.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, MediaFault, Reader, quoted};
use crate::text::in_lang;

/// An entry that is not a card because its answer is nothing but missing media.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingButMissing {
    /// The term.
    pub term: String,
    /// Where the first of them is, as the author wrote it.
    pub target: String,
    /// Why it is not there.
    pub fault: Box<MediaFault>,
}

impl Describe for NothingButMissing {
    const CODES: &'static [Code] = &[Code {
        code: "W-media-nothing-else",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An answer with nothing but images that cannot be shown",
            why: "The back of the card would be empty, so there is no card.",
            cure: "Correct the path, or save an image from the web next to your notes, or say in words what the image shows.",
            example: &[("notes.md", "\
## Queue
![](img/qeue.png)
")],
            cured: &[("notes.md", "\
## Queue
![](img/queue.png)
")],
        },
        ja: Words {
            title: "表示できない画像だけの答え",
            why: "カードの裏面が空になるため、カードになりません。",
            cure: "パスを直すか、ウェブ上の画像ならノートのフォルダに保存するか、画像の内容を文章で書いてください。",
            example: &[("notes.md", "\
## キュー
![](img/qeue.png)
")],
            cured: &[("notes.md", "\
## キュー
![](img/queue.png)
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term, target, fault } = self;
        let lang = reader.lang;
        let why = match **fault {
            MediaFault::Remote => {
                let target = quoted(target);
                in_lang!(
                    lang,
                    "`{target}` is on the web; save the image next to your notes",
                    "`{target}` はウェブ上の画像です。ノートのフォルダに保存してください"
                )
            }
            MediaFault::Missing { .. }
            | MediaFault::Outside
            | MediaFault::Unreadable { .. }
            | MediaFault::NoFile
            | MediaFault::Empty
            | MediaFault::Unknown(_)
            | MediaFault::TooLarge { .. }
            | MediaFault::Svg { .. } => fault.message(target, lang),
        };
        in_lang!(
            lang,
            "the answer to `{term}` is nothing but this file, which no card can show, so it does not become a card: {why}",
            "`{term}` の答えはこのファイルだけで、表示できないため、カードになりません: {why}"
        )
    }
}
