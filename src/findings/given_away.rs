//! W-given-away: a cloze that shows its answer.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A cloze whose hidden words also appear in the rest of its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenAway {
    /// The hidden words.
    pub words: String,
}

impl Describe for GivenAway {
    const CODES: &'static [Code] = &[Code {
        code: "W-given-away",
        severity: Severity::Warning,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "A cloze that shows its answer",
            why: "The hidden words also appear in the rest of the sentence, so the card asks nothing. This is reported where \
             `soa: cloze` has them hidden all the same; otherwise nothing is hidden, and W-not-hidden says so.",
            cure: "Reword one of the places. Bold in both does not help: each gap is a card of its own, which shows the other.",
            example: &[("notes.md", "\
- The **inode** of a file tells where its blocks are, and an inode has no name. <!-- soa: cloze -->
")],
            cured: &[("notes.md", "\
- The **inode** of a file tells where its blocks are, and it has no name. <!-- soa: cloze -->
")],
        },
        ja: Words {
            title: "答えが見えている穴埋め",
            why: "隠した言葉が同じ文のほかの所に見えているため、問題になりません。`soa: cloze` と書いて隠したときだけ出ます。書いていなければ、隠さずに W-not-hidden で知らせます。",
            cure: "一方を言い換えてください。両方を太字にしても、別々のカードになるだけで、もう一方が見えます。",
            example: &[("notes.md", "\
- ファイルの **inode** はブロックの位置を記録し、inode には名前がない。 <!-- soa: cloze -->
")],
            cured: &[("notes.md", "\
- ファイルの **inode** はブロックの位置を記録し、名前は持たない。 <!-- soa: cloze -->
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { words } = self;
        in_lang!(
            reader.lang,
            "`{words}` is hidden but also appears in the rest of the sentence; reword one of the two places",
            "`{words}` を隠しても、同じ文のほかの所に見えています。一方を言い換えてください"
        )
    }
}

