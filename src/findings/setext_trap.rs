//! W-setext-trap: dashes directly below text.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// `---` directly below text, which makes a heading in Markdown. It was read as a divider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetextTrap;

impl Describe for SetextTrap {
    const CODES: &'static [Code] = &[Code {
        code: "W-setext-trap",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Dashes directly below text",
            why: "Markdown turns text with `---` directly below it into a heading. soa-anki reads it as a divider; other \
             programs show a heading.",
            cure: "Put a blank line between them.",
            example: &[("notes.md", "\
## EC2
Virtual servers.
They are paid for by the second, and are stopped when nobody needs them.
---
## ECS
Containers.
")],
            cured: &[("notes.md", "\
## EC2
Virtual servers.
They are paid for by the second, and are stopped when nobody needs them.

---
## ECS
Containers.
")],
        },
        ja: Words {
            title: "文章のすぐ下の `---`",
            why: "Markdown では、すぐ下に `---` のある文章は見出しになります。\
             soa-anki は区切り線として読みますが、ほかのソフトでは見出しになります。",
            cure: "間に空行を入れてください。",
            example: &[("notes.md", "\
## EC2
仮想サーバー。
料金は 1 秒単位でかかり、誰も使わないときは止めておく。
---
## ECS
コンテナの実行基盤。
")],
            cured: &[("notes.md", "\
## EC2
仮想サーバー。
料金は 1 秒単位でかかり、誰も使わないときは止めておく。

---
## ECS
コンテナの実行基盤。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "these dashes were read as a divider, but Markdown turns the text directly above them into a heading; put a \
             blank line between them",
            "区切り線として読みましたが、Markdown では、すぐ上の文章が見出しになります。間に空行を入れてください"
        )
    }
}

