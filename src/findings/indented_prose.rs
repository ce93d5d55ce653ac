//! W-indented-prose: text that is indented like code.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Text that is indented like code, and was read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndentedProse;

impl Describe for IndentedProse {
    const CODES: &'static [Code] = &[Code {
        code: "W-indented-prose",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Text that is indented like code",
            why: "Four columns of indentation make code in Markdown. soa-anki reads it as text.",
            cure: "Indent it less.",
            example: &[("notes.md", "\
## EC2
Virtual servers.

    They are paid for by the second, and stopped when nobody needs them.
")],
            cured: &[("notes.md", "\
## EC2
Virtual servers.

They are paid for by the second, and stopped when nobody needs them.
")],
        },
        ja: Words {
            title: "コードのように字下げした文章",
            why: "Markdown では、空白 4 つ分の字下げはコードになります。soa-anki は文章として読みます。",
            cure: "字下げを減らしてください。",
            example: &[("notes.md", "\
## EC2
仮想サーバー。

    料金は 1 秒単位でかかり、誰も使わないときは止めておく。
")],
            cured: &[("notes.md", "\
## EC2
仮想サーバー。

料金は 1 秒単位でかかり、誰も使わないときは止めておく。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        in_lang!(
            reader.lang,
            "an indentation of 4 columns or more makes code in Markdown; this was read as text; indent it less",
            "Markdown では、4 桁以上の字下げはコードになります。文章として読みました。字下げを減らしてください"
        )
    }
}

