//! W-unknown-directive: an unknown directive.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A word of a directive that is not understood, which was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownDirective {
    /// The word, as it was written.
    pub word: String,
    /// What was probably meant.
    pub meant: Option<&'static str>,
    /// What is wrong with it.
    pub slip: WordSlip,
}

/// Why a word of a directive is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordSlip {
    /// There is no such word.
    Unknown,
    /// Its value should be true or false.
    NotTrueOrFalse,
    /// It has no value.
    NoValue,
    /// It names this code, which no finding has.
    NoSuchCode(Box<str>),
    /// There is no colon after `soa`.
    NoColon,
    /// It stands at no heading and no item.
    NoTarget,
}

impl Describe for UnknownDirective {
    const CODES: &'static [Code] = &[Code {
        code: "W-unknown-directive",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A directive that does nothing",
            why: "It is not understood, or stands neither at a heading nor at a list item, so it is ignored.",
            cure: "Put it at the end of a heading or a list item, or on the line after a heading. Write one of `skip`, `cloze`, `reversed`, `deck=…`, `tags=…`, `id=…` and `allow=…`.",
            example: &[("notes.md", "\
- EC2: virtual servers <!-- soa: skpi -->
")],
            cured: &[("notes.md", "\
- EC2: virtual servers <!-- soa: skip -->
")],
        },
        ja: Words {
            title: "効果のない指示",
            why: "書き方が読み取れないか、見出しや箇条書きに付いていないため、無視されます。",
            cure: "見出しか箇条書きの行末、または見出しの次の行に、\
             `skip`、`cloze`、`reversed`、`deck=…`、`tags=…`、`id=…`、`allow=…` のどれかを書いてください。",
            example: &[("notes.md", "\
- EC2: 仮想サーバー <!-- soa: skpi -->
")],
            cured: &[("notes.md", "\
- EC2: 仮想サーバー <!-- soa: skip -->
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { word, meant, slip } = self;
        let key = word.split(['=', '＝', ':', '：']).next().unwrap_or(word).trim();
        match (slip, meant) {
            (WordSlip::NotTrueOrFalse, _) => in_lang!(
                reader.lang,
                "the value of `{key}` was ignored; write true or false",
                "`{key}` の値が読み取れないので無視しました。true か false を書いてください"
            ),
            (WordSlip::NoValue, _) => in_lang!(
                reader.lang,
                "`{key}` has no value and was ignored; write one after it, or delete it",
                "`{key}` に値がないので無視しました。後に値を書くか、削除してください"
            ),
            (WordSlip::NoSuchCode(code), Some(meant)) => in_lang!(
                reader.lang,
                "there is no finding `{code}`, so `{key}` hides nothing; did you mean `{meant}`?",
                "`{code}` という指摘はないため、`{key}` は何も隠しません。もしかして: `{meant}`"
            ),
            (WordSlip::NoSuchCode(code), None) => in_lang!(
                reader.lang,
                "there is no finding `{code}`, so `{key}` hides nothing; `soa-anki help codes` lists the codes",
                "`{code}` という指摘はないため、`{key}` は何も隠しません。コードの一覧は `soa-anki help codes` で表示できます"
            ),
            (WordSlip::NoColon, _) => in_lang!(
                reader.lang,
                "`{word}` was ignored, as the colon after `soa` is missing; write `soa: …`",
                "`{word}` は `soa` の後にコロンがないので無視しました。`soa: …` と書いてください"
            ),
            (WordSlip::NoTarget, _) => in_lang!(
                reader.lang,
                "this has no effect here; put it at the end of a heading or a list item, or on the line after a heading",
                "ここに書いても効果がありません。見出しか箇条書きの行末、または見出しの次の行に書いてください"
            ),
            (WordSlip::Unknown, Some(meant)) => in_lang!(
                reader.lang,
                "unknown directive `{word}` was ignored; did you mean `{meant}`?",
                "`{word}` は不明な指示なので無視しました。もしかして: `{meant}`"
            ),
            (WordSlip::Unknown, None) => in_lang!(
                reader.lang,
                "unknown directive `{word}` was ignored",
                "`{word}` は不明な指示なので無視しました"
            ),
        }
    }
}

