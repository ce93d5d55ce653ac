//! W-binary: a file that is not text.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A file with binary data (a NUL byte), which was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binary {
    /// In bytes, from the start of the file.
    pub offset: usize,
    /// What it is instead.
    pub nature: Nature,
}

/// What a file is that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// It has the name of a note.
    NamedAsNote,
    /// A package of Anki's, which somebody took for notes.
    Package,
    /// An image or whatever else.
    Other,
}

impl Describe for Binary {
    const CODES: &'static [Code] = &[Code {
        code: "W-binary",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file that is not text",
            why: "It was skipped.",
            cure: "If it is not one of your notes, give it an extension other than `.md`, or do not name it. A package is named \
                   with `-o`.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "テキストではないファイル",
            why: "読み飛ばしました。",
            cure: "ノートでないなら、拡張子を `.md` 以外にするか、指定から外してください。パッケージは `-o` で指定します。",
            example: &[],
            cured: &[],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        match self.nature {
            Nature::NamedAsNote => in_lang!(
                reader.lang,
                "this is not text and was skipped; give it an extension other than .md",
                "テキストではないため、読み飛ばしました。拡張子を .md 以外にしてください"
            ),
            Nature::Package => in_lang!(
                reader.lang,
                "this is an Anki package, not notes, and was skipped; name your notes, and a package only after -o",
                "ノートではなく Anki のパッケージなので、読み飛ばしました。ノートを指定し、パッケージは -o の後に書いてください"
            ),
            Nature::Other => in_lang!(
                reader.lang,
                "this is not text and was skipped; name a text file, such as one in Markdown",
                "テキストではないため、読み飛ばしました。Markdown などのテキストファイルを指定してください"
            ),
        }
    }
}

