//! W-diagram-as-code: a drawing that is shown as its code.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A diagram that is drawn elsewhere, shown as its code.
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
            title: "A drawing that is shown as its code",
            why: "Anki does not draw Mermaid and its like, so the card shows the code.",
            cure: "Save the drawing as a picture, and show that.",
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
            why: "Anki は Mermaid などを図として描かないため、カードにはコードが表示される。",
            cure: "図を画像として保存し、それを貼ってください。",
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
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { kind } = self;
        in_lang!(
            reader.lang,
            "this {kind} drawing is on the card as its code; a picture of it would be shown",
            "{kind} の図は、カードではコードのまま出ます。図で見たいときは画像にしてください"
        )
    }
}

