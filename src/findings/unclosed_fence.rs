//! W-unclosed-fence: code without an end.

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
            title: "Code without an end",
            why: "What follows may be taken for code: here up to the next heading, elsewhere up to the end of the file.",
            cure: "Close the code with the same sign.",
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
            why: "続く文章までコードになることがある。ここでは次の見出しまで、ほかではファイルの終わりまで。",
            cure: "同じ記号で閉じてください。",
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
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "this code has no end, so what follows may be taken for code; close it with the same sign",
            "コードが閉じていないので、続きもコードに見えるかもしれません。同じ記号で閉じてください"
        )
    }
}

