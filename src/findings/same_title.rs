//! W-same-title: two files with the same title.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Two files have the same title in the same folder; their decks are told apart by file name.
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
            why: "Their decks would have the same name, so they are told apart by the names of the files.",
            cure: "Give each file a title of its own.",
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
            title: "同じタイトルの二つのファイル",
            why: "デッキの名前が同じになるため、ファイル名で区別する。",
            cure: "別々のタイトルを付けてください。",
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
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { title, other } = self;
        let other = reader.path(other);
        in_lang!(
            reader.lang,
            "`{title}` is the title of {other} too, so their decks are told apart by file name",
            "`{title}` は {other} のタイトルでもあるので、デッキ名にファイル名を付けて区別します"
        )
    }
}

