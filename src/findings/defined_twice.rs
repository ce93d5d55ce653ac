//! W-defined-twice: a term with two definitions.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A term that stands elsewhere with another definition, under the same headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinedTwice {
    /// The term.
    pub term: Box<str>,
    /// The file with the first.
    pub path: Box<str>,
    /// The line of the first, from 1.
    pub line: usize,
}

impl Describe for DefinedTwice {
    const CODES: &'static [Code] = &[Code {
        code: "W-defined-twice",
        severity: Severity::Warning,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "A term with two definitions",
            why: "The same question has two cards with different answers, so neither answer is ever right for sure.",
            cure: "Join both into one place, or write in the term which of the two is meant.",
            example: &[("compute.md", "\
- Lambda: runs code without servers
"), ("summary.md", "\
- Lambda: a function that is paid for by its run time
")],
            cured: &[("compute.md", "\
- Lambda: runs code without servers, paid for by run time
")],
        },
        ja: Words {
            title: "二つの説明がある用語",
            why: "同じ問いに答えの違うカードが 2 枚でき、どちらを答えても正しいとは言い切れなくなる。",
            cure: "一か所にまとめるか、どちらの意味かを用語に書いてください。",
            example: &[("compute.md", "\
- Lambda: runs code without servers
"), ("summary.md", "\
- Lambda: a function that is paid for by its run time
")],
            cured: &[("compute.md", "\
- Lambda: runs code without servers, paid for by run time
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term, path, line } = self;
        let path = reader.path(path);
        in_lang!(
            reader.lang,
            "`{term}` has another definition at {path}:{line}, so one question has two answers; join them, or say in the \
             term which is meant",
            "`{term}` は {path}:{line} でも説明されていて、同じ問いに答えが二つあります。まとめるか、用語を書き分けてください"
        )
    }
}

