//! W-front-matter-unclosed: front matter that is not closed.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Front matter without a closing line. The file was read as if it had none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedFrontMatter {
    /// What should close it: `---`, or `+++` where it is TOML.
    pub fence: &'static str,
}

impl Describe for UnclosedFrontMatter {
    const CODES: &'static [Code] = &[Code {
        code: "W-front-matter-unclosed",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Front matter that is not closed",
            why: "It is read as part of the notes.",
            cure: "Add a line `---` below its last line.",
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
            cure: "設定の最後の行の下に、`---` だけの行を足してください。",
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
        let fence = self.fence;
        in_lang!(
            reader.lang,
            "the front matter has no closing `{fence}`, so it was read as notes; add a line `{fence}` below its last line",
            "フロントマターを閉じる `{fence}` がないため、本文として読みました。設定の最後の行の下に、`{fence}` だけの行を足してください"
        )
    }
}

