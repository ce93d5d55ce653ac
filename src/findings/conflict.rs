//! W-conflict: a merge that was not finished.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// Git's marks `<<<<<<<` and `>>>>>>>` in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// How many lines it has, with the marks.
    pub lines: usize,
}

impl Describe for Conflict {
    const CODES: &'static [Code] = &[Code {
        code: "W-conflict",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A Git conflict in the notes",
            why: "Git could not merge two versions and left both in the file, between the markers `<<<<<<<`, `=======` \
             and `>>>>>>>`, so the cards hold both.",
            cure: "Keep the lines that are right, and delete the others and the three markers.",
            example: &[("notes.md", "\
## SQS
<<<<<<< HEAD
A message queue.
=======
A managed message queue.
>>>>>>> laptop
")],
            cured: &[("notes.md", "\
## SQS
A managed message queue.
")],
        },
        ja: Words {
            title: "ノートに残った Git のコンフリクト",
            why: "Git がマージできなかった両方の版が、印 `<<<<<<<`、`=======`、`>>>>>>>` の間に残っています。\
             カードにも両方が載ります。",
            cure: "正しい行を残し、ほかの行と 3 種類の印を削除してください。",
            example: &[("notes.md", "\
## SQS
<<<<<<< HEAD
メッセージキュー。
=======
フルマネージドのメッセージキュー。
>>>>>>> laptop
")],
            cured: &[("notes.md", "\
## SQS
フルマネージドのメッセージキュー。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let lines = self.lines;
        if lines < 2 {
            return in_lang!(
                reader.lang,
                "this is a marker that Git left in a conflict; delete it, and read the lines below it",
                "Git のコンフリクトの印が残っています。続きの行を見直し、この行を削除してください"
            );
        }
        in_lang!(
            reader.lang,
            "a Git conflict begins here ({lines} lines), so both versions are on cards; keep one, and delete the \
             markers",
            "ここから {lines} 行に Git のコンフリクトが残っていて、両方の版がカードに載ります。一方を残し、印の行を削除してください"
        )
    }
}
