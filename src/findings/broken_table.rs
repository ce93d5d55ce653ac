//! W-broken-table: a table that Markdown does not read as it looks.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader, quoted};
use crate::text::in_lang;

/// A table that is none for Markdown, or of which it drops a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenTable {
    /// What is wrong.
    pub slip: TableSlip,
}

impl Describe for BrokenTable {
    const CODES: &'static [Code] = &[Code {
        code: "W-broken-table",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A table that is not read as it looks",
            why: "Markdown needs a line `|---|---|` below the first row, with as many columns as that row; without it, the rows \
             are text, and no cards. It drops cells beyond the columns of the first row.",
            cure: "Write `|---|---|` below the first row, and give all rows as many cells. A bar inside a cell is `\\|`.",
            example: &[("notes.md", "\
## Storage
| Service | Stores |
| S3 | objects |
| EBS | blocks |
")],
            cured: &[("notes.md", "\
## Storage
| Service | Stores |
|---|---|
| S3 | objects |
| EBS | blocks |
")],
        },
        ja: Words {
            title: "見た目どおりに読めない表",
            why: "Markdown の表には、1 行目の下に、同じ列数の `|---|---|` の行が必要です。なければ表ではなく文章になり、行ごとのカードも\
             できません。1 行目より多いセルは捨てられます。",
            cure: "1 行目の下に `|---|---|` と書き、どの行もセルの数をそろえてください。セルの中の縦線は `\\|` と書きます。",
            example: &[("notes.md", "\
## ストレージ
| サービス | 保存するもの |
| S3 | オブジェクト |
| EBS | ブロック |
")],
            cured: &[("notes.md", "\
## ストレージ
| サービス | 保存するもの |
|---|---|
| S3 | オブジェクト |
| EBS | ブロック |
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let lang = reader.lang;
        match &self.slip {
            TableSlip::NoRule { cells } => {
                let rule = rule(*cells);
                in_lang!(
                    lang,
                    "this looks like a table, but is read as text; write `{rule}` below its first row",
                    "表のように見えますが、文章として読みました。1 行目の下に `{rule}` と書いてください"
                )
            }
            TableSlip::Columns { columns, cells } => {
                let rule = rule(*cells);
                in_lang!(
                    lang,
                    "this table is read as text, as the row above has {cells} cells and this line {columns}; write `{rule}`",
                    "上の行のセルは {cells} 個、この行は {columns} 個なので、表ではなく文章として読みました。`{rule}` と書いてください"
                )
            }
            TableSlip::JoinsText => in_lang!(
                lang,
                "this table is read as text of the item above it; indent its lines as far as the text of the item",
                "この表は、上の項目の文章の続きとして読みました。表のすべての行を、項目の文字の位置まで字下げしてください"
            ),
            TableSlip::ExtraCells(text) => {
                let text = quoted(text);
                in_lang!(
                    lang,
                    "`{text}` is on no card, as the first row of the table has fewer cells; add a column there, or write a \
                     bar inside a cell as `\\|`",
                    "`{text}` は、表の 1 行目にない列なので、どのカードにも載りません。1 行目に列を足してください。\
                     セルの中の縦線なら `\\|` と書いてください"
                )
            }
        }
    }
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableSlip {
    /// There is no line between the first row, which has so many cells, and the others.
    NoRule {
        /// Of the first row.
        cells: usize,
    },
    /// That line has other columns than the first row.
    Columns {
        /// Of the line.
        columns: usize,
        /// Of the first row.
        cells: usize,
    },
    /// It stands below a line of an item, less indented than that.
    JoinsText,
    /// A row has more cells than the first row: their text.
    ExtraCells(String),
}

/// The line below the first row of a table.
fn rule(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}
