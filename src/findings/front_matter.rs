//! W-front-matter: front matter that is not valid YAML or TOML.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::{Lang, in_lang};

/// Front matter with a mistake. What could not be read of it was ignored, and the rest of the file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// What is wrong.
    pub slip: YamlSlip,
    /// The key of the line that is wrong, where it has one.
    pub key: Option<String>,
    /// The parser's words.
    pub reason: String,
}

/// What people usually get wrong in front matter, which mostly is YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YamlSlip {
    /// A key is there a second time.
    Twice,
    /// A value is of another kind than its key needs: a list, and not a text.
    Kind,
    /// A tab in the indentation.
    Tab,
    /// A quotation mark that is not closed.
    OpenQuote,
    /// A bracket that is not closed.
    OpenBracket,
    /// A value that holds `: `.
    Colon,
    /// A value that begins with a sign of YAML's own.
    Symbol,
    /// A full-width colon behind a key.
    WideColon,
    /// A key that is nearly this one.
    Misspelt(&'static str),
    /// It has an end, and no `---` above it.
    NoBeginning,
    /// Blank lines above it all.
    BlankAbove,
    /// It is TOML, and not valid.
    Toml,
    /// Something else.
    Other,
}

impl Describe for FrontMatter {
    const CODES: &'static [Code] = &[Code {
        code: "W-front-matter",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Front matter with a mistake",
            why: "What could not be read is ignored, so title, deck and tags may not be as you want them.",
            cure: "Put quotation marks around values that contain `: ` or begin with a symbol, close what is open, indent \
             with spaces, write each key once, use half-width colons, and begin in the first line of the file.",
            example: &[("notes.md", "\
---
title: EC2: servers
---
- EC2: virtual servers
")],
            cured: &[("notes.md", "\
---
title: \"EC2: servers\"
---
- EC2: virtual servers
")],
        },
        ja: Words {
            title: "書き間違いのあるフロントマター",
            why: "読み取れなかった部分は無視されるため、タイトル、デッキ、タグが意図と違うことがあります。",
            cure: "`: ` を含む値や記号で始まる値は引用符で囲み、引用符やかっこは閉じ、字下げには空白を使い、\
             同じキーは 1 回だけ書いてください。コロンは半角にし、ファイルの 1 行目から始めてください。",
            example: &[("notes.md", "\
---
title: EC2: サーバー
---
- EC2: 仮想サーバー
")],
            cured: &[("notes.md", "\
---
title: \"EC2: サーバー\"
---
- EC2: 仮想サーバー
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { slip, key, .. } = self;
        let lang = reader.lang;
        let wrong = match (slip, key) {
            (YamlSlip::Twice, Some(key)) => {
                in_lang!(lang, "`{key}` appears twice; delete one", "`{key}` が 2 つあります。一方を削除してください")
            }
            (YamlSlip::Twice, None) => {
                in_lang!(lang, "this key appears twice; delete one", "同じキーが 2 つあります。一方を削除してください")
            }
            (YamlSlip::Kind, key) => kind_needed(key.as_deref(), lang),
            (YamlSlip::Tab, _) => in_lang!(
                lang,
                "this line begins with a tab; delete it, or use spaces",
                "行がタブで始まっています。タブを消すか、空白を使ってください"
            ),
            (YamlSlip::OpenQuote, _) => {
                in_lang!(lang, "a quotation mark is not closed; close it", "引用符が閉じていません。閉じてください")
            }
            (YamlSlip::OpenBracket, _) => {
                in_lang!(lang, "a bracket is not closed; close it", "かっこが閉じていません。閉じてください")
            }
            (YamlSlip::Colon, _) => in_lang!(
                lang,
                "this value contains `: `; put quotation marks around it",
                "値に `: ` が含まれています。値を引用符で囲んでください"
            ),
            (YamlSlip::Symbol, _) => in_lang!(
                lang,
                "this value begins with a symbol; put quotation marks around it",
                "値が記号で始まっています。値を引用符で囲んでください"
            ),
            (YamlSlip::WideColon, _) => wide_colon(lang),
            (YamlSlip::Misspelt(meant), key) => misspelt(key.as_deref().unwrap_or_default(), meant, lang),
            (YamlSlip::NoBeginning, _) => no_beginning(lang),
            (YamlSlip::BlankAbove, _) => blank_above(lang),
            (YamlSlip::Toml, _) => no_toml(lang),
            (YamlSlip::Other, _) => in_lang!(
                lang,
                "this line is not valid YAML; write `name: value`, and put quotation marks around a value with symbols",
                "この行は YAML として読み取れません。`名前: 値` の形で書き、記号を含む値は引用符で囲んでください"
            ),
        };
        in_lang!(lang, "mistake in the front matter: {wrong}", "フロントマターの書き間違い: {wrong}")
    }
}

fn no_toml(lang: Lang) -> String {
    in_lang!(
        lang,
        "this line is not valid TOML; write `name = \"value\"`, with text in quotation marks",
        "この行は TOML として読み取れません。`名前 = \"値\"` の形で書いてください"
    )
}

fn wide_colon(lang: Lang) -> String {
    in_lang!(
        lang,
        "the colon is full-width (`：`); write `: `",
        "コロンが全角 (`：`) です。半角のコロンと空白 (`: `) を書いてください"
    )
}

fn misspelt(key: &str, meant: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{key}` has no effect; did you mean `{meant}`?",
        "`{key}` は使われません。もしかして: `{meant}`"
    )
}

fn no_beginning(lang: Lang) -> String {
    in_lang!(
        lang,
        "the `---` above it is missing, so it was read as text; write `---` in the first line",
        "始まりの `---` がないため、本文として読みました。1 行目に `---` を書いてください"
    )
}

fn blank_above(lang: Lang) -> String {
    in_lang!(
        lang,
        "it does not begin in the first line; delete the blank lines above it",
        "1 行目から始まっていません。上の空行を削除してください"
    )
}

/// What the value of a key should be.
fn kind_needed(key: Option<&str>, lang: Lang) -> String {
    match key {
        Some(key @ ("title" | "Title" | "deck" | "Deck")) => in_lang!(
            lang,
            "`{key}` needs one name, not a list; write it behind the colon, without brackets",
            "`{key}` には一覧ではなく名前が 1 つ必要です。かっこを付けず、コロンの後に書いてください"
        ),
        Some("soa") => in_lang!(
            lang,
            "`soa` needs settings such as `skip: true`",
            "`soa` には `skip: true` のような指定が必要です"
        ),
        Some(key) => in_lang!(
            lang,
            "`{key}` needs text or a list such as `[a, b]`",
            "`{key}` には文字列か、`[a, b]` のような一覧が必要です"
        ),
        None => in_lang!(
            lang,
            "this value is not of the kind that its key needs; write text, or a list such as `[a, b]`",
            "値の種類が違います。文字列か、`[a, b]` のような一覧を書いてください"
        ),
    }
}
