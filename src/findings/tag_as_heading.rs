//! W-tag-as-heading: a tag that looks like a heading.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// `#History` over text: a tag, where a heading was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagAsHeading {
    /// The tag.
    pub text: String,
}

impl Describe for TagAsHeading {
    const CODES: &'static [Code] = &[Code {
        code: "W-tag-as-heading",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "A tag that looks like a heading",
            why: "`#` directly before a word in Latin letters is a tag, as in Obsidian. Text under it belongs to no heading.",
            cure: "For a heading, put a space after `#`. For a tag, put a blank line under it.",
            example: &[("notes.md", "\
#Volcano
An opening in the crust through which magma rises.
")],
            cured: &[("notes.md", "\
# Volcano
An opening in the crust through which magma rises.
")],
        },
        ja: Words {
            title: "見出しのように見えるタグ",
            why: "`#` のすぐ後にラテン文字の言葉があると、Obsidian と同じくタグとして読みます。下の文章には見出しがないことになります。",
            cure: "見出しなら、`#` の後に空白を入れてください。タグなら、下に空行を入れてください。",
            example: &[("notes.md", "\
#Volcano
地殻の割れ目からマグマが噴き出してできた山。
")],
            cured: &[("notes.md", "\
# Volcano
地殻の割れ目からマグマが噴き出してできた山。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text } = self;
        in_lang!(
            reader.lang,
            "`{text}` was read as a tag; for a heading, put a space after `#`",
            "`{text}` をタグとして読みました。見出しなら、`#` の後に空白を入れてください"
        )
    }
}

