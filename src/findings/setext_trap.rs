//! W-setext-trap: dashes directly below text.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// `---` directly below text, which Markdown takes for a heading; it was read as a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetextTrap;

impl Describe for SetextTrap {
    const CODES: &'static [Code] = &[Code {
        code: "W-setext-trap",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Dashes directly below text",
            why: "Markdown makes a heading of text with `---` or `===` below it. Here they are read as a line, other programs show a heading.",
            cure: "Put a blank line between.",
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
            why: "Markdown では、すぐ下に `---` や `===` のある文章は見出しになる。ここでは区切り線として読むが、ほかでは見出しになる。",
            cure: "間に空行を入れてください。",
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
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "directly below text, dashes make a heading of it in Markdown; they are read as they were meant; \
             put a blank line between",
            "Markdown では、文のすぐ下に線を引くとその文が見出しになります。ただの線として読みました。\
             間に空行を入れてください"
        )
    }
}

