//! W-shallow-children: children that are indented too little.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Children that are indented too little for Markdown; they were read as children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShallowChildren;

impl Describe for ShallowChildren {
    const CODES: &'static [Code] = &[Code {
        code: "W-shallow-children",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Children that are indented too little",
            why: "In Markdown they are no children of the item above. Here they are read as such.",
            cure: "Indent them as far as the text of the item above.",
            example: &[("notes.md", "\
1. EC2
  - Virtual servers that are paid for by the second
  - They are stopped when nobody needs them
")],
            cured: &[("notes.md", "\
1. EC2
   - Virtual servers that are paid for by the second
   - They are stopped when nobody needs them
")],
        },
        ja: Words {
            title: "字下げの足りない子項目",
            why: "Markdown では上の項目の子にならない。ここでは子として読む。",
            cure: "上の項目の文字の位置まで下げてください。",
            example: &[("notes.md", "\
1. EC2
  - Virtual servers that are paid for by the second
  - They are stopped when nobody needs them
")],
            cured: &[("notes.md", "\
1. EC2
   - Virtual servers that are paid for by the second
   - They are stopped when nobody needs them
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "this is indented too little to be under the item above in Markdown; it is read as if it were; \
             indent it as far as the item's text",
            "Markdown では、この字下げは浅すぎて上の項目の下になりません。下にあるものとして読みました。\
             上の項目の文字の位置まで字下げしてください"
        )
    }
}

