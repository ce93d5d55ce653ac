//! W-front-matter-unclosed: front matter that is not closed.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Front matter without a closing `---`. The file was read as if it had none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedFrontMatter;

impl Describe for UnclosedFrontMatter {
    const CODES: &'static [Code] = &[Code {
        code: "W-front-matter-unclosed",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Front matter that is not closed",
            why: "It is read as part of the notes.",
            cure: "Add a line `---` after it.",
            example: &[("notes.md", "\
---
title: EC2
")],
            cured: &[("notes.md", "\
---
title: EC2
---
- EC2: virtual servers
")],
        },
        ja: Words {
            title: "閉じていないフロントマター",
            why: "ノートの本文として読まれます。",
            cure: "後に `---` だけの行を足してください。",
            example: &[("notes.md", "\
---
title: EC2
")],
            cured: &[("notes.md", "\
---
title: EC2
---
- EC2: 仮想サーバー
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "the front matter has no closing `---`, so it was read as notes; add a line `---` after it",
            "フロントマターを閉じる `---` がないため、本文として読みました。後に `---` だけの行を足してください"
        )
    }
}

