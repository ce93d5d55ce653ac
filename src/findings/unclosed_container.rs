//! W-unclosed-container: a block that is not closed.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// `:::` or `<details>` that is not closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedContainer {
    /// Its first line.
    pub opener: String,
}

impl Describe for UnclosedContainer {
    const CODES: &'static [Code] = &[Code {
        code: "W-unclosed-container",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A block that is not closed",
            why: "`:::message` or `<details>` takes in the text after it: in soa-anki up to the next heading, in \
             other programs up to the end of the file.",
            cure: "Close it with `:::` or `</details>`.",
            example: &[("notes.md", "\
## EC2
Virtual servers.

:::message
Stop what nobody needs.

## ECS
Containers.
")],
            cured: &[("notes.md", "\
## EC2
Virtual servers.

:::message
Stop what nobody needs.
:::

## ECS
Containers.
")],
        },
        ja: Words {
            title: "閉じていない囲み",
            why: "`:::message` や `<details>` が、続きの文章まで取り込みます。soa-anki では次の見出しまで、\
             ほかのソフトではファイルの終わりまでです。",
            cure: "`:::` や `</details>` で閉じてください。",
            example: &[("notes.md", "\
## EC2
仮想サーバー。

:::message
使わないものは止める。

## ECS
コンテナの実行基盤。
")],
            cured: &[("notes.md", "\
## EC2
仮想サーバー。

:::message
使わないものは止める。
:::

## ECS
コンテナの実行基盤。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { opener } = self;
        in_lang!(
            reader.lang,
            "`{opener}` is not closed, so it ends before the next heading; close it",
            "`{opener}` が閉じていないため、次の見出しの前までとして読みました。閉じてください"
        )
    }
}

