//! W-cloze-braces: double braces in a cloze.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Double braces in a cloze, which end its hidden words for Anki unless they are escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClozeBraces;

impl Describe for ClozeBraces {
    const CODES: &'static [Code] = &[Code {
        code: "W-cloze-braces",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Double braces in a cloze",
            why: "In a cloze, Anki ends the hidden words at `}}`. The card escapes the braces, but editing the note \
             in Anki may break it.",
            cure: "Put a space between the braces, or use no bold words in that sentence.",
            example: &[("notes.md", "\
- A template of Jinja writes a value as {{ name }}, and **escapes** what HTML would take for markup.
")],
            cured: &[("notes.md", "\
- A template of Jinja writes a value in double braces, and **escapes** what HTML would take for markup.
")],
        },
        ja: Words {
            title: "穴埋めの中の二重の波かっこ",
            why: "穴埋めでは、`}}` が隠す範囲の終わりを表します。カードでは正しく表示されますが、\
             Anki で編集すると壊れることがあります。",
            cure: "波かっこの間に空白を入れるか、その文で太字を使わないでください。",
            example: &[("notes.md", "\
- Jinja のテンプレートでは値を {{ name }} と書き、HTML の記号は **エスケープ** される。
")],
            cured: &[("notes.md", "\
- Jinja のテンプレートでは値を二重の波かっこで囲み、HTML の記号は **エスケープ** される。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "double braces end the hidden words of a cloze, so editing the note in Anki may break it; put a space \
             between them",
            "二重の波かっこは Anki の穴埋めの記号なので、Anki で編集すると壊れることがあります。\
             間に空白を入れてください"
        )
    }
}

