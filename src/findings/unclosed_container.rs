//! W-unclosed-container: a container without an end.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// `:::` or `<details>` without its end.
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
            title: "A container without an end",
            why: "`:::message` or `<details>` takes in what follows: here up to the next heading, elsewhere everything.",
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
            why: "`:::message` や `<details>` が、続く文章まで取り込む。ここでは次の見出しまで、ほかではすべて。",
            cure: "`:::` や `</details>` で閉じてください。",
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
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { opener } = self;
        in_lang!(
            reader.lang,
            "`{opener}` has no end, so it ends before the next heading; close it",
            "`{opener}` に終わりがないので、次の見出しの前までとしました。閉じてください"
        )
    }
}

