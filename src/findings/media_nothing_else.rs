//! W-media-nothing-else: an answer that is nothing but what is missing.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, MediaFault, Reader, quoted};
use crate::text::in_lang;

/// An entry without a card: all of its answer are media that are not there.
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
            title: "An answer that is nothing but what is missing",
            why: "Nothing would be on the back of the card, so none is made.",
            cure: "Correct the path, or say in words what the picture shows.",
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
            title: "見つからない画像だけの答え",
            why: "カードの裏に何も載らないため、カードを作らない。",
            cure: "パスを直すか、画像の内容を言葉で書いてください。",
            example: &[("notes.md", "\
## Queue
![](img/qeue.png)
")],
            cured: &[("notes.md", "\
## Queue
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
                    "`{target}` is not in your notes; save it there",
                    "`{target}` はノートの外にあります。ノートのフォルダに保存してください"
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
            "{why}; nothing else answers `{term}`, so it makes no card",
            "{why}。`{term}` の答えがほかにないので、カードになりません"
        )
    }
}

