//! W-unclosed-fence: a code block that is not closed.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A code block without its closing fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedFence {
    /// How many lines became code, with the fence.
    pub lines: usize,
}

impl Describe for UnclosedFence {
    const CODES: &'static [Code] = &[Code {
        code: "W-unclosed-fence",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A code block that is not closed",
            why: "The text after it becomes code: in soa-anki up to the next heading of two or more `#` with a blank line above \
             it, or else up to the end of the file; in other programs always up to the end.",
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
            why: "続きの文章までコードになります。soa-anki では、上に空行のある次の見出し (`##` 以下) の前まで、\
             それがなければファイルの終わりまでです。ほかのソフトでは、いつもファイルの終わりまでです。",
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
        let lines = self.lines;
        if lines < 2 {
            return in_lang!(
                reader.lang,
                "this code block is not closed; close it with the same characters",
                "コードが閉じていません。開始と同じ記号で閉じてください"
            );
        }
        in_lang!(
            reader.lang,
            "this code block is not closed, so {lines} lines from here on became code; close it with the same characters",
            "コードが閉じていないため、ここから {lines} 行がコードになりました。開始と同じ記号で閉じてください"
        )
    }
}

