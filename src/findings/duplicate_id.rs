//! W-duplicate-id: an id that is used twice.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// An id that is used twice. The second use was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateId {
    /// The id.
    pub id: String,
    /// The file with the first.
    pub path: String,
    /// The line of the first, from 1.
    pub line: usize,
}

impl Describe for DuplicateId {
    const CODES: &'static [Code] = &[Code {
        code: "W-duplicate-id",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An ID that is used twice",
            why: "An ID belongs to one card. The second one is ignored, so its card may lose its review history when \
             you change the term.",
            cure: "Give each card its own id, or remove the second one.",
            example: &[("notes.md", "\
- EC2: virtual servers <!-- soa: id=servers -->
- ECS: containers <!-- soa: id=servers -->
")],
            cured: &[("notes.md", "\
- EC2: virtual servers <!-- soa: id=servers -->
- ECS: containers <!-- soa: id=containers -->
")],
        },
        ja: Words {
            title: "2 か所で使われた ID",
            why: "ID はカード 1 枚だけのものです。2 つ目は無視されるため、\
             用語を変えるとそのカードの学習履歴が失われることがあります。",
            cure: "別の ID を付けるか、2 つ目を消してください。",
            example: &[("notes.md", "\
- EC2: 仮想サーバー <!-- soa: id=servers -->
- ECS: コンテナの実行基盤 <!-- soa: id=servers -->
")],
            cured: &[("notes.md", "\
- EC2: 仮想サーバー <!-- soa: id=servers -->
- ECS: コンテナの実行基盤 <!-- soa: id=containers -->
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { id, path, line } = self;
        let first = reader.path(path);
        in_lang!(
            reader.lang,
            "the ID `{id}` is already used at {first}:{line}, so this one was ignored; give each card its own ID",
            "ID `{id}` は {first}:{line} ですでに使われているため、こちらは無視しました。\
             カードごとに別の ID を付けてください"
        )
    }
}

