//! W-unclosed-container: a block that is not closed.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// `:::`, `<details>` or a comment that is not closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedContainer {
    /// Its first line.
    pub opener: String,
    /// How many lines are on no card for it: of a comment, which has no end at a heading.
    pub lines: Option<usize>,
}

impl Describe for UnclosedContainer {
    const CODES: &'static [Code] = &[Code {
        code: "W-unclosed-container",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A block that is not closed",
            why: "`:::message` or `<details>` takes in the text after it: in soa-anki up to the next heading, in \
             other programs up to the end of the file. What is in a comment `<!--` is on no card.",
            cure: "Close it with `:::`, `</details>` or `-->`.",
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
             ほかのソフトではファイルの終わりまでです。コメント `<!--` の中は、どのカードにも載りません。",
            cure: "`:::`、`</details>`、`-->` のどれかで閉じてください。",
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
        let Self { opener, lines } = self;
        if let Some(lines) = lines {
            return in_lang!(
                reader.lang,
                "this comment is not closed, so nothing from here on is on a card (lines: {lines}); close it with `-->`",
                "コメントが閉じていないため、ここから {lines} 行はどのカードにも載りません。`-->` で閉じてください"
            );
        }
        in_lang!(
            reader.lang,
            "`{opener}` is not closed, so it ends before the next heading; close it",
            "`{opener}` が閉じていないため、次の見出しの前までとして読みました。閉じてください"
        )
    }
}

