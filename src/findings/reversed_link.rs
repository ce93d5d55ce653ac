//! W-reversed-link: a link with its brackets swapped.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader, quoted};
use crate::text::in_lang;

/// `(text)[address]`, read as a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReversedLink {
    /// The link, as it is written.
    pub text: String,
}

impl Describe for ReversedLink {
    const CODES: &'static [Code] = &[Code {
        code: "W-reversed-link",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A link with its brackets swapped",
            why: "Markdown puts the text in square brackets and the address in round ones. soa-anki reads it as a \
             link; other programs show plain text.",
            cure: "Write `[text](address)`.",
            example: &[("notes.md", "\
## EC2
Virtual servers, see (the guide)[https://example.com/ec2].
")],
            cured: &[("notes.md", "\
## EC2
Virtual servers, see [the guide](https://example.com/ec2).
")],
        },
        ja: Words {
            title: "かっこが逆のリンク",
            why: "Markdown では、文字を角かっこ、アドレスを丸かっこに入れます。soa-anki はリンクとして読みますが、\
             ほかのソフトではただの文字になります。",
            cure: "`[文字](アドレス)` と書いてください。",
            example: &[("notes.md", "\
## EC2
仮想サーバー。詳しくは (ガイド)[https://example.com/ec2]。
")],
            cured: &[("notes.md", "\
## EC2
仮想サーバー。詳しくは [ガイド](https://example.com/ec2)。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text } = self;
        let text = quoted(text);
        in_lang!(
            reader.lang,
            "the brackets of `{text}` are swapped; write `[text](address)`",
            "`{text}` はかっこが逆です。`[文字](アドレス)` と書いてください"
        )
    }
}

