//! W-front-matter: front matter that is not valid YAML.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Front matter that is not valid YAML. It was ignored, and the rest of the file was read.
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
            title: "Front matter that is not valid YAML",
            why: "What could not be read is ignored, so title, deck and tags may not be as you want them.",
            cure: "Put quotation marks around values that contain `: ` or begin with a symbol.",
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
            title: "YAML として正しくないフロントマター",
            why: "読み取れなかった部分は無視されるため、タイトル、デッキ、タグが意図と違うことがあります。",
            cure: "`: ` を含む値や記号で始まる値を、引用符で囲んでください。",
            example: &[("notes.md", "\
---
title: EC2: サーバー
---
- EC2: 仮想サーバー
")],
            cured: &[("notes.md", "\
---
title: \"EC2: サーバー\"
---
- EC2: 仮想サーバー
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { reason } = self;
        in_lang!(
            reader.lang,
            "the front matter is not valid YAML ({reason}); put quotation marks around values that contain \
             `: ` or begin with a symbol",
            "フロントマターが YAML として正しくありません。`: ` を含む値や記号で始まる値は、引用符で囲んでください"
        )
    }
}

