//! W-media-unreadable: an image, sound or video that cannot be read.

use super::super::Reason;
use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-unreadable",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "An image, sound or video that cannot be read",
            why: "The card shows its alternative text instead.",
            cure: "Check the permissions of the file.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "読めない画像・音声・動画",
            why: "カードには代替テキストだけが載ります。",
            cure: "ファイルの読み取り権限を確かめてください。",
            example: &[],
            cured: &[],
        },
    };

/// Says why the system refused to read `target`.
pub(super) fn message(target: &str, reason: &Reason, lang: Lang) -> String {
    let reason = reason.said(lang);
    in_lang!(lang, "cannot read `{target}`: {reason}", "`{target}` を読めません: {reason}")
}

/// Says that `target` is a device or a pipe.
pub(super) fn message_of_no_file(target: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{target}` is not a regular file; save it as one",
        "`{target}` は普通のファイルではありません。ファイルとして保存してください"
    )
}

