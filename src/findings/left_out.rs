//! W-left-out: a file that is skipped because it is not notes.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A file of a folder that is not notes, and was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: Exclusion,
}

impl Describe for LeftOut {
    const CODES: &'static [Code] = &[Code {
        code: "W-left-out",
        severity: Severity::Note,
        shown_by: ShownBy::VerboseOnly,
        en: Words {
            title: "A file that is skipped because it is not notes",
            why: "Front pages, licences, templates and the like make poor cards, so they are skipped when a folder \
             is read.",
            cure: "To read it anyway, name the file itself: `soa-anki export notes/board.md`. If its front matter says \
             `soa: skip`, delete that line.",
            example: &[("board.md", "\
---
kanban-plugin: board
---
- S3: today
"), ("compute.md", "\
- EC2: virtual servers
")],
            cured: &[("board.md", "\
- S3: objects in buckets
"), ("compute.md", "\
- EC2: virtual servers
")],
        },
        ja: Words {
            title: "対象外のファイル",
            why: "目次、ライセンス、テンプレートなどはよいカードにならないため、フォルダを読むときは対象外になります。",
            cure: "読みたいときは、`soa-anki export notes/board.md` のように、そのファイル自体を指定してください。\
             フロントマターに `soa: skip` とあるときは、その行を削除してください。",
            example: &[("board.md", "\
---
kanban-plugin: board
---
- S3: 今日やる
"), ("compute.md", "\
- EC2: 仮想サーバー
")],
            cured: &[("board.md", "\
- S3: オブジェクトをバケットに保存する
"), ("compute.md", "\
- EC2: 仮想サーバー
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { reason } = self;
        let lang = reader.lang;
        let what = match reason {
            Exclusion::Skipped => {
                return in_lang!(
                    lang,
                    "skipped, as its front matter says `soa: skip`; to read it, delete that",
                    "フロントマターに `soa: skip` とあるので、対象外にしました。読みたいときは、その指定を消してください"
                );
            }
            Exclusion::FrontPage => in_lang!(lang, "the front page of other notes", "ほかのノートの表紙"),
            Exclusion::Project => in_lang!(lang, "a page about the project", "プロジェクトについての文書"),
            Exclusion::Template => in_lang!(lang, "a template", "テンプレート"),
            Exclusion::Drawing => in_lang!(lang, "a drawing", "図"),
            Exclusion::Board => in_lang!(lang, "a task board", "タスクのボード"),
            Exclusion::Translation => in_lang!(lang, "a translation of the notes beside it", "隣にあるノートの翻訳"),
        };
        in_lang!(
            lang,
            "skipped (not notes): it is {what}; name the file itself to read it",
            "{what}なので、対象外にしました。読みたいときは、ファイル自体を指定してください"
        )
    }
}
/// Why a file in a folder is not notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// Its front matter says `soa: skip`.
    Skipped,
    /// It is the front page of the other notes: a README, an index.
    FrontPage,
    /// It is about the project or the site: a licence, a changelog.
    Project,
    /// Notes are made from it: a template.
    Template,
    /// Excalidraw's drawing.
    Drawing,
    /// A Kanban board.
    Board,
    /// Notes beside it say the same in another language.
    Translation,
}
