//! W-not-hidden: words in bold that are not hidden, because a card would show them, or there are too many.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Words in bold that are not hidden, so that their sentence is not a cloze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHidden {
    /// The words; empty, where it is all of them.
    pub words: String,
    /// Why they are not.
    pub why: InVain,
}

/// Why words in bold are not hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InVain {
    /// The rest of the sentence says them.
    SaidBeside,
    /// A heading or a term above, which the card shows, says them.
    SaidAbove,
    /// More parts are in bold than make a cloze.
    TooMany,
}

impl Describe for NotHidden {
    const CODES: &'static [Code] = &[Code {
        code: "W-not-hidden",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Bold words that are not hidden",
            why: "The rest of the sentence says them, too, or a heading or a term above does, so a gap would ask nothing; or \
             more than three parts are in bold. The sentence is not a card.",
            cure: "Reword one of the two places, or leave one to three parts in bold. To have them hidden all the same, write \
             <!-- soa: cloze --> behind the sentence. If the bold only emphasises, it can stay as it is.",
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
            why: "同じ文のほかの所か、上の見出しや用語にも同じ言葉があり、隠しても問題になりません。または、太字が 4 か所以上あります。\
             そのため、穴埋めになりません。",
            cure: "一方を言い換えるか、太字を 3 か所までに減らしてください。それでも隠すなら、文の後ろに <!-- soa: cloze --> と書いてください。\
             強調のための太字なら、そのままでかまいません。",
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
        let Self { words, why } = self;
        match why {
            InVain::SaidBeside => in_lang!(
                reader.lang,
                "`{words}` is in bold but not hidden, because the rest of the sentence says it, too; to make a card of it, \
                 reword one of the two places",
                "`{words}` は太字ですが、同じ文のほかの所にもあるため、穴埋めになりません。カードにするなら、一方を言い換えてください"
            ),
            InVain::SaidAbove => in_lang!(
                reader.lang,
                "`{words}` is in bold but not hidden, because a heading or a term above says it, too; to hide it all the \
                 same, write <!-- soa: cloze --> behind the sentence",
                "`{words}` は太字ですが、上の見出しか用語にもあるため、穴埋めになりません。それでも隠すなら、文の後ろに <!-- soa: cloze --> と書いてください"
            ),
            InVain::TooMany => in_lang!(
                reader.lang,
                "more than three parts are in bold, so none is hidden; leave one to three in bold, or write \
                 <!-- soa: cloze --> behind the sentence",
                "太字が 4 か所以上あるため、穴埋めになりません。3 か所までに減らすか、文の後ろに <!-- soa: cloze --> と書いてください"
            ),
        }
    }
}
