//! W-defined-twice: a term with two definitions.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A term with another definition elsewhere, under the same headings.
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
            title: "A term with more than one definition",
            why: "Cards ask the same question and expect different answers, so you cannot tell which one is right.",
            cure: "Merge the definitions and delete one of them, or make the terms different, such as `Lambda (AWS)`.",
            example: &[("compute.md", "\
- Lambda: runs code without servers
"), ("summary.md", "\
- Lambda: a function that is paid for by its run time
")],
            cured: &[("compute.md", "\
- Lambda: runs code without servers
"), ("summary.md", "\
- Lambda bill: depends on the run time
")],
        },
        ja: Words {
            title: "説明がいくつもある用語",
            why: "同じ問題に答えの違うカードができるため、どれが正解か分からなくなります。",
            cure: "説明を 1 か所にまとめて、もう一方を消すか、`Lambda (AWS)` のように用語を書き分けてください。",
            example: &[("compute.md", "\
- Lambda: サーバーなしでコードを実行する
"), ("summary.md", "\
- Lambda: 実行時間に応じて料金がかかる関数
")],
            cured: &[("compute.md", "\
- Lambda: サーバーなしでコードを実行する
"), ("summary.md", "\
- Lambdaの料金: 実行時間に応じてかかる
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term, path, line } = self;
        let path = reader.path(path);
        in_lang!(
            reader.lang,
            "`{term}` is also defined at {path}:{line}, so cards ask the same question and expect different answers; \
             merge the definitions, or make the terms different",
            "`{term}` は {path}:{line} でも説明されていて、同じ問題に答えの違うカードができます。説明を 1 か所にまとめるか、\
             用語を書き分けてください"
        )
    }
}

