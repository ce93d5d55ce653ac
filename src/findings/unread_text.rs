//! W-unread-text: text that is not on any card.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader, quoted};
use crate::text::{Lang, in_lang};

/// Text that is not on any card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadText {
    /// Its first line.
    pub text: String,
    /// Why no rule could use it.
    pub reason: Unread,
}

impl Describe for UnreadText {
    const CODES: &'static [Code] = &[Code {
        code: "W-unread-text",
        severity: Severity::Note,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "Text that is not on any card",
            why: "No heading or term asks for it, or it is too long to be an answer, so you will never study it.",
            cure: "Put a heading above it. Divide a long list or table with headings, or explain each of its items; the setting \
             `extraction.longest-list` says how long a list can be. An introduction can stay as it is.",
            example: &[("notes.md", "\
Amazon SQS keeps messages until a consumer deletes them. A message that was received is hidden from all other consumers for some time, and comes back if it is not deleted by then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
            cured: &[("notes.md", "\
## Amazon SQS
Amazon SQS keeps messages until a consumer deletes them. A message that was received is hidden from all other consumers for some time, and comes back if it is not deleted by then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
        },
        ja: Words {
            title: "どのカードにも載らない文章",
            why: "問題になる見出しや用語がないか、1 つの答えとしては長すぎるため、覚える機会がありません。",
            cure: "上に見出しを付けてください。長い箇条書きや表は、見出しで分けるか、項目ごとに説明を付けてください。\
             箇条書きの長さの上限は、設定 `extraction.longest-list` で変えられます。前書きなら、そのままでかまいません。",
            example: &[("notes.md", "\
Amazon SQS は、受信者が削除するまでメッセージを保管する。受信されたメッセージはしばらくほかの受信者から見えなくなり、その間に削除されなければ、また見えるようになる。保管期間は標準で 4 日である。

## Amazon SNS
メッセージをすべての購読者に一度に送る。
")],
            cured: &[("notes.md", "\
## Amazon SQS
Amazon SQS は、受信者が削除するまでメッセージを保管する。受信されたメッセージはしばらくほかの受信者から見えなくなり、その間に削除されなければ、また見えるようになる。保管期間は標準で 4 日である。

## Amazon SNS
メッセージをすべての購読者に一度に送る。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { text, reason } = self;
        let (text, lang) = (quoted(text), reader.lang);
        match reason {
            Unread::AboveHeadings => in_lang!(
                lang,
                "`{text}` is above the first heading, so it is not on any card; put a heading above it",
                "`{text}` は最初の見出しより前にあるため、どのカードにも載りません。上に見出しを付けてください"
            ),
            Unread::WithoutHeadings => in_lang!(
                lang,
                "`{text}` is not on any card because no heading asks for it; put a heading above each topic",
                "`{text}` には問題になる見出しがないため、どのカードにも載りません。話題ごとに見出しを付けてください"
            ),
            Unread::AllNotes => in_lang!(
                lang,
                "nothing in this file becomes a card; put headings above what you want to be asked, or see what \
                 `soa-anki explain` says of each line",
                "このファイルからはカードができません。問題にしたい文章の上に見出しを付けてください。行ごとの理由は、\
                 `soa-anki explain` で分かります"
            ),
            Unread::AboutTheNote => in_lang!(
                lang,
                "`{text}` is read as a heading about the notes, so the text under it is not on any card; if it is about the \
                 subject, say more in the heading",
                "`{text}` はノートについての見出しと見なされ、下の文章はどのカードにも載りません。学ぶ内容なら、見出しを具体的にしてください"
            ),
            Unread::Motto => in_lang!(
                lang,
                "`{text}` is a quotation between the title and the headings, so it is not on any card; if it explains the \
                 title, write it without `>`",
                "`{text}` はタイトルと見出しの間の引用なので、どのカードにも載りません。タイトルの説明なら、`>` を付けずに書いてください"
            ),
            Unread::Leftovers => left_over(&text, lang),
            Unread::Nameless => in_lang!(
                lang,
                "this heading has no name, so the text under it is not on any card; give the heading a name",
                "この見出しには名前がないため、下の文章はどのカードにも載りません。見出しに名前を付けてください"
            ),
            Unread::LargeTable | Unread::LongList => self.too_large(lang),
        }
    }
}

impl UnreadText {
    /// The same of what is too large for an answer.
    fn too_large(&self, lang: Lang) -> String {
        if self.reason == Unread::LargeTable {
            in_lang!(
                lang,
                "this table is too large to be an answer, and its rows do not become cards; put a short term first \
                 in each row, or split the table",
                "この表は 1 つの答えとしては大きすぎ、行ごとのカードにもなりません。各行の先頭に短い用語を置くか、\
                 表を分けてください"
            )
        } else {
            in_lang!(
                lang,
                "this list is too long to be an answer; put headings over its parts, or add an explanation to each \
                 item",
                "この箇条書きは 1 つの答えとしては長すぎます。見出しで分けるか、項目ごとに説明を付けてください"
            )
        }
    }
}

/// Of lines that are left between terms.
fn left_over(text: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{text}` stands between terms with cards of their own, so it is not on any card; give it a definition \
         like theirs, or put a heading above it",
        "`{text}` はカードのある用語の間にあり、どのカードにも載りません。これも用語と説明の形で書くか、上に見出しを付けてください"
    )
}

/// Why text is not on any card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is above the first heading.
    AboveHeadings,
    /// The file has no headings, and it is too long for one card, or the file's name is no subject.
    WithoutHeadings,
    /// It is the first of a file of which nothing becomes a card.
    AllNotes,
    /// It is under a heading that is read as one about the note.
    AboutTheNote,
    /// It is a quotation between the title and all headings.
    Motto,
    /// It is between terms with cards of their own.
    Leftovers,
    /// It is under a heading without a name.
    Nameless,
    /// It is a table that is too large for an answer, and its rows make no cards.
    LargeTable,
    /// It is a list of bare phrases that is too long for an answer.
    LongList,
}
