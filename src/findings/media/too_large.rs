//! W-media-too-large: a file that is too large for a card.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{self, Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-too-large",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file that is too large for a card",
            why: "It slows down every sync, and AnkiWeb rejects files that are too large.",
            cure: "Make it smaller.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "カードに入れるには大きすぎるファイル",
            why: "同期のたびに時間がかかり、大きすぎるファイルは AnkiWeb に拒否されます。",
            cure: "小さくしてください。",
            example: &[],
            cured: &[],
        },
    };

/// Says how large `target` is and may be, in bytes.
pub(super) fn message(target: &str, size: u64, most: u64, lang: Lang) -> String {
    let (size, most) = (text::size(size, lang), text::size(most, lang));
    in_lang!(
        lang,
        "`{target}` is too large for a card ({size}; the limit is {most}); make it smaller",
        "`{target}` はカードには大きすぎます ({size}、上限は {most})。小さくしてください"
    )
}

