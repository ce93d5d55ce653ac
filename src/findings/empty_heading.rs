//! W-empty-heading: a heading with nothing under it.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A heading with nothing under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyHeading {
    /// The heading.
    pub term: String,
    /// The next heading, where the first of a file stands beside it at the top, and may be meant as the title of all.
    pub beside: Option<String>,
}

impl Describe for EmptyHeading {
    const CODES: &'static [Code] = &[Code {
        code: "W-empty-heading",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A heading with nothing under it",
            why: "It asks a question without an answer, so it does not become a card.",
            cure: "Write the answer under it. If it is only the name of a part, which the text above announces, it can stay as it \
             is; otherwise delete it.",
            example: &[("notes.md", "\
## NAT gateway
")],
            cured: &[("notes.md", "\
## NAT gateway
Lets instances without a public address reach the internet.
")],
        },
        ja: Words {
            title: "中身のない見出し",
            why: "問題だけで答えがないため、カードになりません。",
            cure: "下に説明を書いてください。上の文章が予告する項目の名前だけなら、そのままでかまいません。不要な見出しなら消してください。",
            example: &[("notes.md", "\
## NAT ゲートウェイ
")],
            cured: &[("notes.md", "\
## NAT ゲートウェイ
パブリック IP アドレスのないインスタンスを、インターネットに接続できるようにする。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term, beside } = self;
        if let Some(beside) = beside {
            return in_lang!(
                reader.lang,
                "nothing stands right under `# {term}`; if it is the title, write the headings of its parts with `##`, as in \
                 `## {beside}`: then it names the deck, too",
                "`# {term}` のすぐ下に何もありません。これがタイトルなら、下の見出しを `## {beside}` のように `##` にしてください。デッキの名前にもなります"
            );
        }
        if term.is_empty() {
            return in_lang!(
                reader.lang,
                "this heading has neither a name nor an answer under it; write both, or delete it",
                "この見出しには名前も、下の説明もありません。両方を書くか、見出しを消してください"
            );
        }
        in_lang!(
            reader.lang,
            "there is no answer under `{term}`, so it does not become a card; write one there",
            "`{term}` の下に説明がないため、カードになりません。下に説明を書いてください"
        )
    }
}

