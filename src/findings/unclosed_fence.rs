//! W-unclosed-fence: a code block that is not closed.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A code block without its closing fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedFence;

impl Describe for UnclosedFence {
    const CODES: &'static [Code] = &[Code {
        code: "W-unclosed-fence",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A code block that is not closed",
            why: "The text after it may become code: in soa-anki up to the next heading, in other programs up to the \
             end of the file.",
            cure: "Close it with the characters that opened it.",
            example: &[("notes.md", "\
## Copy
Copies a file to a bucket.
```sh
aws s3 cp a.txt s3://bucket/

## Move
Moves a file to a bucket.
")],
            cured: &[("notes.md", "\
## Copy
Copies a file to a bucket.
```sh
aws s3 cp a.txt s3://bucket/
```

## Move
Moves a file to a bucket.
")],
        },
        ja: Words {
            title: "閉じていないコード",
            why: "続きの文章までコードになることがあります。soa-anki では次の見出しまで、\
             ほかのソフトではファイルの終わりまでです。",
            cure: "開始と同じ記号で閉じてください。",
            example: &[("notes.md", "\
## コピー
ファイルをバケットにコピーする。
```sh
aws s3 cp a.txt s3://bucket/

## 移動
ファイルをバケットに移動する。
")],
            cured: &[("notes.md", "\
## コピー
ファイルをバケットにコピーする。
```sh
aws s3 cp a.txt s3://bucket/
```

## 移動
ファイルをバケットに移動する。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "this code block is not closed, so the text after it may become code; close it with the same characters",
            "コードが閉じていないため、続きの文章もコードになることがあります。開始と同じ記号で閉じてください"
        )
    }
}

