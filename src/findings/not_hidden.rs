//! W-not-hidden: words in bold that are not hidden, because their sentence says them elsewhere, too.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Words in bold that the rest of their sentence says, too, so that the sentence is not a cloze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHidden {
    /// The words.
    pub words: String,
}

impl Describe for NotHidden {
    const CODES: &'static [Code] = &[Code {
        code: "W-not-hidden",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Bold words that are not hidden",
            why: "The rest of the sentence says them, too, so a gap would ask nothing. The sentence is not a card. \
             (Nothing is hidden either where more than three parts are in bold, or where a heading or a term above says the \
             words; that is not reported, but `soa-anki explain` tells it.)",
            cure: "Reword one of the two places. If the bold only emphasises, it can stay as it is.",
            example: &[("notes.md", "\
## Electrons
- **Oxidation** is the loss of electrons, and oxidation is never alone.
")],
            cured: &[("notes.md", "\
## Electrons
- **Oxidation** is the loss of electrons, and it is never alone.
")],
        },
        ja: Words {
            title: "隠されない太字",
            why: "同じ文のほかの所にも同じ言葉があり、隠しても問題にならないため、穴埋めになりません。太字が 4 か所以上のときや、上の見出しや用語に同じ言葉があるときも隠されませんが、\
             それは報告しません。その理由は `soa-anki explain` で分かります。",
            cure: "一方を言い換えてください。強調のための太字なら、そのままでかまいません。",
            example: &[("notes.md", "\
## 電子
- **酸化**とは電子を失うこと。酸化の逆は還元。
")],
            cured: &[("notes.md", "\
## 電子
- **酸化**とは電子を失うこと。その逆は還元。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { words } = self;
        in_lang!(
            reader.lang,
            "`{words}` is in bold but not hidden, because the rest of the sentence says it, too; to make a card of it, \
             reword one of the two places",
            "`{words}` は太字ですが、同じ文のほかの所にもあるため、穴埋めになりません。カードにするなら、一方を言い換えてください"
        )
    }
}
