//! W-left-out: a file that is none of the notes.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// The file is none of the notes of its folder; it was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: Exclusion,
}

impl Describe for LeftOut {
    const CODES: &'static [Code] = &[Code {
        code: "W-left-out",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file that is none of the notes",
            why: "Front pages, licences, templates and the like make no good cards, so they are left out of a folder.",
            cure: "Name the file itself, if it is to be read.",
            example: &[("a.md", "\
---
soa: skip
---
- EC2: virtual servers
")],
            cured: &[("a.md", "\
- EC2: virtual servers
")],
        },
        ja: Words {
            title: "ノートではないファイル",
            why: "目次、ライセンス、ひな形などはよいカードにならないため、フォルダを読むときは外す。",
            cure: "読ませたいときは、そのファイルを直接指定してください。",
            example: &[("a.md", "\
---
soa: skip
---
- EC2: virtual servers
")],
            cured: &[("a.md", "\
- EC2: virtual servers
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { reason } = self;
        let lang = reader.lang;
        let what = match reason {
            Exclusion::Skipped => {
                return in_lang!(lang, "left out, as its front matter says", "front matter の指定どおり、読みませんでした");
            }
            Exclusion::FrontPage => in_lang!(lang, "the front page of other notes", "ほかのノートの表紙"),
            Exclusion::Project => in_lang!(lang, "about the project", "プロジェクトについての文書"),
            Exclusion::Template => in_lang!(lang, "a template", "テンプレート"),
            Exclusion::Drawing => in_lang!(lang, "a drawing", "図"),
            Exclusion::Board => in_lang!(lang, "a board of tasks", "タスクのボード"),
            Exclusion::Translation => in_lang!(lang, "a translation of the notes beside it", "隣にあるノートの翻訳"),
        };
        in_lang!(
            lang,
            "left out: it is {what}; name the file itself to read it",
            "{what}なので読みませんでした。読むにはファイルそのものを指定してください"
        )
    }
}
/// Why a file in a folder of notes is none of them.
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
