//! W-diagram-as-code: a diagram that is shown as code.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A diagram that other programs draw, shown as its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagramAsCode {
    /// In what it is written: Mermaid.
    pub kind: &'static str,
}

impl Describe for DiagramAsCode {
    const CODES: &'static [Code] = &[Code {
        code: "W-diagram-as-code",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A diagram that is shown as code",
            why: "Anki does not draw Mermaid and similar diagrams, so the card shows their code.",
            cure: "Save the diagram as an image, and use that instead.",
            example: &[("notes.md", "\
## Queue
Messages wait in it.
```mermaid
graph LR; A-->B
```
")],
            cured: &[("notes.md", "\
## Queue
Messages wait in it.

![producer, queue, consumer](img/queue.png)
")],
        },
        ja: Words {
            title: "コードのまま表示される図",
            why: "Anki は Mermaid などの図を描かないため、カードにはコードが表示されます。",
            cure: "図を画像として保存し、その画像を貼ってください。",
            example: &[("notes.md", "\
## キュー
メッセージが順番を待つ。
```mermaid
graph LR; 送信者-->受信者
```
")],
            cured: &[("notes.md", "\
## キュー
メッセージが順番を待つ。

![送信者、キュー、受信者](img/queue.png)
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { kind } = self;
        in_lang!(
            reader.lang,
            "the card shows this {kind} diagram as code; save it as an image to see it",
            "この {kind} の図は、カードではコードのまま表示されます。図として見るには、画像として保存してください"
        )
    }
}

