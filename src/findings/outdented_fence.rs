//! W-outdented-fence: code indented less than its list item.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Code that is indented less than its fence, and was read as if it were not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutdentedFence;

impl Describe for OutdentedFence {
    const CODES: &'static [Code] = &[Code {
        code: "W-outdented-fence",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Code indented less than its list item",
            why: "Markdown ends the item there. soa-anki keeps the code in the item; other programs break the list \
             apart.",
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
            title: "項目より左にはみ出たコード",
            why: "Markdown では、そこで項目が終わります。soa-anki は項目の一部として読みますが、\
             ほかのソフトでは箇条書きが途切れます。",
            cure: "コード全体を、項目の文字の位置まで字下げしてください。",
            example: &[("notes.md", "\
1. コピー: ファイルをバケットにコピーする

   ```sh
aws s3 cp a.txt s3://bucket/
   ```
")],
            cured: &[("notes.md", "\
1. コピー: ファイルをバケットにコピーする

   ```sh
   aws s3 cp a.txt s3://bucket/
   ```
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "this code is indented less than its list item and was read as part of it; indent all of the code",
            "コードが項目より左にはみ出ています。項目の一部として読みました。コード全体を字下げしてください"
        )
    }
}

