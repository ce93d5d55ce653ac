//! W-front-matter-unclosed: front matter without an end.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// The front matter has no closing `---`; the file was read as if it had none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedFrontMatter;

impl Describe for UnclosedFrontMatter {
    const CODES: &'static [Code] = &[Code {
        code: "W-front-matter-unclosed",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Front matter without an end",
            why: "It is read as notes.",
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
            why: "ノートの本文として読まれる。",
            cure: "後に `---` だけの行を入れてください。",
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
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "the front matter has no closing `---`, so it is read as notes; add a line `---` after it",
            "front matter を閉じる `---` がないので、本文として読みました。後ろに `---` の行を足してください"
        )
    }
}

