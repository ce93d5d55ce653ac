//! W-front-matter: front matter that is not YAML.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// The front matter is not valid YAML; it was ignored and the rest was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The parser's words.
    pub reason: String,
}

impl Describe for FrontMatter {
    const CODES: &'static [Code] = &[Code {
        code: "W-front-matter",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Front matter that is not YAML",
            why: "It was ignored, but for what could be saved: title, deck and tags may not be as you want them.",
            cure: "Put values that hold `: ` or begin with a sign into quotation marks.",
            example: &[("notes.md", "\
---
title: EC2: servers
---
- EC2: virtual servers
")],
            cured: &[("notes.md", "\
---
title: \"EC2: servers\"
---
- EC2: virtual servers
")],
        },
        ja: Words {
            title: "YAML になっていないフロントマター",
            why: "読み取れた部分のほかは無視されるため、タイトルやデッキやタグが意図と違うことがある。",
            cure: "`: ` を含む値や記号で始まる値を引用符で囲んでください。",
            example: &[("notes.md", "\
---
title: EC2: servers
---
- EC2: virtual servers
")],
            cured: &[("notes.md", "\
---
title: \"EC2: servers\"
---
- EC2: virtual servers
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { reason } = self;
        in_lang!(
            reader.lang,
            "the front matter is not valid YAML: {reason}; \
             put values that hold `: ` or begin with a sign into quotation marks",
            "front matter が YAML として正しくありません ({reason})。\
             `: ` を含む値や記号で始まる値は、引用符で囲んでください"
        )
    }
}

