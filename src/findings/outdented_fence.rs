//! W-outdented-fence: code that stands further left than its item.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Code that stands further left than its fence; it was read where the fence stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutdentedFence;

impl Describe for OutdentedFence {
    const CODES: &'static [Code] = &[Code {
        code: "W-outdented-fence",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Code that stands further left than its item",
            why: "Markdown ends the item there. Here the code stays in the item, elsewhere the list falls apart.",
            cure: "Indent all of the code as far as the item's text.",
            example: &[("notes.md", "\
1. Copy: copies a file to a bucket

   ```sh
aws s3 cp a.txt s3://bucket/
   ```
")],
            cured: &[("notes.md", "\
1. Copy: copies a file to a bucket

   ```sh
   aws s3 cp a.txt s3://bucket/
   ```
")],
        },
        ja: Words {
            title: "項目より左に出たコード",
            why: "Markdown ではそこで項目が終わる。ここでは項目の中として読むが、ほかでは箇条書きが分かれる。",
            cure: "コード全体を、項目の文字の位置まで下げてください。",
            example: &[("notes.md", "\
1. Copy: copies a file to a bucket

   ```sh
aws s3 cp a.txt s3://bucket/
   ```
")],
            cured: &[("notes.md", "\
1. Copy: copies a file to a bucket

   ```sh
   aws s3 cp a.txt s3://bucket/
   ```
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "this code stands further left than the item it is in, and is read as a part of it; indent all of it",
            "コードが項目より左に出ています。項目の一部として読みました。全体を字下げしてください"
        )
    }
}

