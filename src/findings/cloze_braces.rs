//! W-cloze-braces: two braces in a cloze.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Two braces in a cloze, which Anki takes for its own signs unless they are written otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClozeBraces;

impl Describe for ClozeBraces {
    const CODES: &'static [Code] = &[Code {
        code: "W-cloze-braces",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Two braces in a cloze",
            why: "In a cloze, `}}` is where Anki ends what is hidden. On the card one brace is written otherwise; whoever edits the note in Anki may break it.",
            cure: "Write the braces apart, or leave the sentence without bold words.",
            example: &[("notes.md", "\
- A template of Jinja writes a value as {{ name }}, and **escapes** what HTML would take for markup.
")],
            cured: &[("notes.md", "\
- A template of Jinja writes a value in double braces, and **escapes** what HTML would take for markup.
")],
        },
        ja: Words {
            title: "穴埋めの中の二重の波かっこ",
            why: "穴埋めでは `}}` が隠す範囲の終わりを表す。カードでは別の書き方に置き換わるが、Anki で編集すると壊れることがある。",
            cure: "波かっこを離して書くか、その文で太字を使わないでください。",
            example: &[("notes.md", "\
- A template of Jinja writes a value as {{ name }}, and **escapes** what HTML would take for markup.
")],
            cured: &[("notes.md", "\
- A template of Jinja writes a value in double braces, and **escapes** what HTML would take for markup.
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "two braces are Anki's own signs in a cloze, so the card keeps them apart; write them as code to be sure",
            "二重の波かっこは Anki の穴埋めの記号なので、カードでは間を空けて見せます。コードとして書くと確実です"
        )
    }
}

