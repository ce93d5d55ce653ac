//! W-unclosed-container: a block that is not closed.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader, quoted};
use crate::text::{Lang, in_lang};

/// `:::`, `<details>`, `<div>`, a comment or a formula that is not closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclosedContainer {
    /// Its first line.
    pub opener: String,
    /// What becomes of it.
    pub reach: Reach,
}

impl Describe for UnclosedContainer {
    const CODES: &'static [Code] = &[Code {
        code: "W-unclosed-container",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "Something that is not closed",
            why: "`:::message` or `<details>` takes in the text after it: in soa-anki up to the next heading, in \
             other programs up to the end of the file. A comment `<!--` at the start of a line hides all that follows, so \
             it is on no card. Inside a line, cards show `<!--` as text. Where nothing closes `**`, `` ` ``, `==`, `$`, a link or \
             a formula, cards show the sign as text. So they do of `** term **`, with spaces inside.",
            cure: "Close it with `:::`, `</details>`, `</div>`, `-->`, or the sign that begins it: `**`, `` ` ``, `$$`. If the sign is meant as text, put it \
                   between `` ` `` or a `\\` before it.",
            example: &[("notes.md", "\
## EC2
Virtual servers.

:::message
Stop what nobody needs.

## ECS
Containers.
")],
            cured: &[("notes.md", "\
## EC2
Virtual servers.

:::message
Stop what nobody needs.
:::

## ECS
Containers.
")],
        },
        ja: Words {
            title: "閉じていない囲みや記号",
            why: "`:::message` や `<details>` が、続きの文章まで取り込みます。soa-anki では次の見出しまで、\
             ほかのソフトではファイルの終わりまでです。行頭のコメント `<!--` の中は、どのカードにも載りません。\
             行の途中の `<!--` や、閉じていない `**`、`` ` ``、`==`、`$`、リンク、数式は、文字のまま載ります。\
             内側に空白のある `** 用語 **` も同じです。",
            cure: "`:::`、`</details>`、`</div>`、`-->` か、始まりと同じ記号 (`**`、`` ` ``、`$$`) で閉じてください。\
                   文字として書いた記号なら、`` ` `` で囲むか、前に `\\` を付けてください。",
            example: &[("notes.md", "\
## EC2
仮想サーバー。

:::message
使わないものは止める。

## ECS
コンテナの実行基盤。
")],
            cured: &[("notes.md", "\
## EC2
仮想サーバー。

:::message
使わないものは止める。
:::

## ECS
コンテナの実行基盤。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let (opener, lang) = (quoted(&self.opener), reader.lang);
        match self.reach {
            Reach::Heading => {
                let end = end_of(&opener);
                in_lang!(
                    lang,
                    "`{opener}` is not closed, so it ends before the next heading; close it with `{end}`",
                    "`{opener}` が閉じていないため、次の見出しの前までとして読みました。`{end}` で閉じてください"
                )
            }
            Reach::Lines(lines) => in_lang!(
                lang,
                "this comment is not closed, so nothing from here on is on a card (lines: {lines}); close it with `-->`",
                "コメントが閉じていないため、ここから {lines} 行はどのカードにも載りません。`-->` で閉じてください"
            ),
            Reach::Shown => shown(&self.opener, &opener, lang),
            Reach::Spaced => {
                let inner = opener.trim_matches(|c: char| c == '*' || c.is_whitespace());
                in_lang!(
                    lang,
                    "`{opener}` is not bold, as there is a space inside of its `**`; write `**{inner}**`",
                    "`{opener}` は、`**` の内側に空白があるため、太字になりません。`**{inner}**` と書いてください"
                )
            }
            Reach::Elsewhere => in_lang!(
                lang,
                "`{opener}` is not closed, so other programs take in all that follows; close it with `</div>`",
                "`{opener}` が閉じていないため、ほかのソフトでは続きがすべてこの中に入ります。`</div>` で閉じてください"
            ),
        }
    }
}

/// What is said of one that is shown as text. `quoted`: what opens it, as it is shown.
fn shown(opener: &str, quoted: &str, lang: Lang) -> String {
    match opener {
        // Between backticks, one of them could not be read.
        "`" => in_lang!(
            lang,
            "a backtick has no second one, so cards show it as text; write the second one behind the code",
            "バッククォートが 1 つだけなので、文字のままカードに載ります。コードの後ろにもう 1 つ書いてください"
        ),
        // Of code, it compares; of text, it marks.
        "==" => in_lang!(
            lang,
            "`==` has no second one, so cards show it as text; if you mean the sign itself, write it as code, between \
             backticks; if it marks words, close it with `==`",
            "`==` が 1 つだけなので、文字のままカードに載ります。記号そのもののことなら、バッククォートで囲んでコードにして\
             ください。マーカーなら、`==` で閉じてください"
        ),
        _ => {
            let end = end_of(quoted);
            in_lang!(
                lang,
                "`{quoted}` is not closed, so cards show it as text; close it with `{end}`",
                "`{quoted}` が閉じていないため、文字のままカードに載ります。`{end}` で閉じてください"
            )
        }
    }
}

/// What closes it.
fn end_of(opener: &str) -> String {
    match opener {
        _ if opener.starts_with("<!--") => "-->".to_owned(),
        _ if opener.starts_with("<details") => "</details>".to_owned(),
        _ if opener.starts_with(":::") => opener.chars().take_while(|&c| c == ':').collect(),
        _ if opener.starts_with(['[', '!']) => ")".to_owned(),
        _ => opener.replace("\\begin", "\\end"),
    }
}

/// What becomes of a block that is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It ends before the next heading.
    Heading,
    /// It takes so many lines, up to the end, and they are on no card: a comment.
    Lines(usize),
    /// It is text: a comment in a line, a formula.
    Shown,
    /// It is text, as white space stands inside of its signs: `** term **`.
    Spaced,
    /// It is nothing to cards, and takes in all that follows elsewhere.
    Elsewhere,
}
