//! W-same-title: two files with the same title.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Two files of a folder with the same title. The deck of the second has its file name added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameTitle {
    /// The title.
    pub title: String,
    /// The other file.
    pub other: String,
}

impl Describe for SameTitle {
    const CODES: &'static [Code] = &[Code {
        code: "W-same-title",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Two files with the same title",
            why: "Their decks would have the same name, so the file name is added to the second.",
            cure: "Give each file its own title.",
            example: &[("a.md", "\
# Servers
- EC2: virtual servers
"), ("b.md", "\
# Servers
- ECS: containers
")],
            cured: &[("a.md", "\
# Servers
- EC2: virtual servers
"), ("b.md", "\
# Containers
- ECS: containers
")],
        },
        ja: Words {
            title: "同じタイトルの 2 つのファイル",
            why: "デッキ名が同じになるため、2 つ目のデッキ名にファイル名を付けて区別します。",
            cure: "ファイルごとに別のタイトルを付けてください。",
            example: &[("a.md", "\
# サーバー
- EC2: 仮想サーバー
"), ("b.md", "\
# サーバー
- ECS: コンテナの実行基盤
")],
            cured: &[("a.md", "\
# サーバー
- EC2: 仮想サーバー
"), ("b.md", "\
# コンテナ
- ECS: コンテナの実行基盤
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { title, other } = self;
        let other = reader.path(other);
        in_lang!(
            reader.lang,
            "`{title}` is also the title of {other}, so the name of this deck includes the file name; give each file its own title",
            "`{title}` は {other} のタイトルでもあるため、このデッキ名にファイル名を付けて区別します。別のタイトルを付けてください"
        )
    }
}

