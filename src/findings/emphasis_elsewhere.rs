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
            cure: "Move the brackets outside the emphasis, or put a space beside it.",
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
            cure: "かっこを強調の外に出すか、強調の前後に空白を入れてください。",
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
        in_lang!(
            reader.lang,
            "`{text}` is emphasised on the card, but GitHub and others show the symbols; put a space beside it, or \
             move the brackets outside",
            "`{text}` はカードでは強調されますが、GitHub などでは記号のまま表示されます。前後に空白を入れるか、\
             かっこを強調の外に出してください"
        )
    }
}

