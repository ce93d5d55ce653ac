//! W-emphasis-elsewhere: emphasis that other programs do not show.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Emphasis next to CJK punctuation, which most other programs show as asterisks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmphasisElsewhere {
    /// What is emphasised, with its signs.
    pub text: String,
}

impl Describe for EmphasisElsewhere {
    const CODES: &'static [Code] = &[Code {
        code: "W-emphasis-elsewhere",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Emphasis that other programs do not show",
            why: "Next to CJK punctuation, Markdown takes `**` for plain text. The card shows the emphasis, but \
             GitHub, Obsidian and others show the asterisks.",
            cure: "Move the brackets or the sign (such as `％`) outside the emphasis, or put a space beside it.",
            example: &[("notes.md", "\
## 可視性タイムアウト
受信したメッセージは**「処理中」**として隠される。
")],
            cured: &[("notes.md", "\
## 可視性タイムアウト
受信したメッセージは「**処理中**」として隠される。
")],
        },
        ja: Words {
            title: "ほかのソフトでは効かない強調",
            why: "Markdown の規則では、句読点やかっこに接した記号がただの文字になることがあります。\
             カードでは強調されますが、GitHub や Obsidian などではアスタリスクのまま表示されます。",
            cure: "かっこや記号 (`％` など) を強調の外に出すか、強調の前後に空白を入れてください。",
            example: &[("notes.md", "\
## 可視性タイムアウト
受信したメッセージは**「処理中」**として隠される。
")],
            cured: &[("notes.md", "\
## 可視性タイムアウト
受信したメッセージは「**処理中**」として隠される。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text } = self;
        match self.edge() {
            Edge::Brackets => in_lang!(
                reader.lang,
                "`{text}` is emphasised on the card, but GitHub and others show the symbols; put a space beside it, or \
                 move the brackets outside",
                "`{text}` はカードでは強調されますが、GitHub などでは記号のまま表示されます。前後に空白を入れるか、\
                 かっこを強調の外に出してください"
            ),
            Edge::Sign(sign) => in_lang!(
                reader.lang,
                "`{text}` is emphasised on the card, but GitHub and others show the symbols; put a space beside it, or \
                 put the `{sign}` outside",
                "`{text}` はカードでは強調されますが、GitHub などでは記号のまま表示されます。前後に空白を入れるか、\
                 `{sign}` を強調の外に出してください"
            ),
            Edge::Other => in_lang!(
                reader.lang,
                "`{text}` is emphasised on the card, but GitHub and others show the symbols; put a space beside it",
                "`{text}` はカードでは強調されますが、GitHub などでは記号のまま表示されます。前後に空白を入れてください"
            ),
        }
    }
}

/// What stands at an edge of the emphasis, so that others do not take it for one.
enum Edge {
    /// A pair of brackets or quotes, or one of it.
    Brackets,
    /// Another sign.
    Sign(char),
    /// Nothing that could stand outside.
    Other,
}

impl EmphasisElsewhere {
    fn edge(&self) -> Edge {
        const BRACKETS: &str = "「」『』（）()【】［］[]〈〉《》〔〕｛｝“”‘’\"'";
        let inner = self.text.trim_matches(['*', '_', '=', '~']);
        let edges = [inner.chars().next_back(), inner.chars().next()];
        let is_sign = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
        match edges.into_iter().flatten().find(is_sign) {
            Some(sign) if BRACKETS.contains(sign) => Edge::Brackets,
            Some('`' | '$') | None => Edge::Other,
            Some(sign) => Edge::Sign(sign),
        }
    }
}

