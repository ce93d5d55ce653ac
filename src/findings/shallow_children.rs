//! W-shallow-children: list items that are indented too little.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// List items that are indented too little for Markdown, and were read as children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShallowChildren;

impl Describe for ShallowChildren {
    const CODES: &'static [Code] = &[Code {
        code: "W-shallow-children",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "List items that are indented too little",
            why: "In Markdown they do not belong to the item above. soa-anki reads them as if they did.",
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
            title: "字下げの足りない項目",
            why: "Markdown では、上の項目の中に入りません。soa-anki は中の項目として読みます。",
            cure: "上の項目の文字の位置まで字下げしてください。",
            example: &[("notes.md", "\
1. EC2
  - 料金が 1 秒単位でかかる仮想サーバー
  - 誰も使わないときは止めておく
")],
            cured: &[("notes.md", "\
1. EC2
   - 料金が 1 秒単位でかかる仮想サーバー
   - 誰も使わないときは止めておく
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "this is indented too little to belong to the item above in Markdown, and was read as if it did; indent \
             it as far as the item's text",
            "字下げが足りず、Markdown では上の項目の中に入りません。中の項目として読みました。\
             上の項目の文字の位置まで字下げしてください"
        )
    }
}

