//! W-duplicate-id: an id that is given twice.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// An id is given twice; the second was ignored.
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
            title: "An id that is given twice",
            why: "An id names one card. The second one is ignored, and that card may lose its review history when its term changes.",
            cure: "Give each its own id, or none.",
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
            title: "二度使われた id",
            why: "id は一枚のカードの名前なので、二つ目は無視され、用語を変えるとそのカードの学習履歴が途切れることがある。",
            cure: "別の id を付けるか、id を外してください。",
            example: &[("notes.md", "\
- EC2: virtual servers <!-- soa: id=servers -->
- ECS: containers <!-- soa: id=servers -->
")],
            cured: &[("notes.md", "\
- EC2: virtual servers <!-- soa: id=servers -->
- ECS: containers <!-- soa: id=containers -->
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { id, path, line } = self;
        let first = reader.path(path);
        in_lang!(
            reader.lang,
            "the id `{id}` is given at {first}:{line} already, so this one was ignored; give each card its own",
            "id `{id}` は {first}:{line} にもあるので、こちらは無視しました。カードごとに別の id を付けてください"
        )
    }
}

