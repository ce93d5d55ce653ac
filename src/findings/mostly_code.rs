//! W-mostly-code: a section that is mostly code.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// A section that is mostly code, and so is not a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MostlyCode {
    /// The heading.
    pub term: String,
}

impl Describe for MostlyCode {
    const CODES: &'static [Code] = &[Code {
        code: "W-mostly-code",
        severity: Severity::Note,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A section that is mostly code",
            why: "Nobody can recall a whole listing, so it does not become a card.",
            cure: "Say in a sentence or two what the code shows, and keep only the lines that matter.",
            example: &[("notes.md", "\
## Retry
```go
step1()
step2()
step3()
step4()
step5()
step6()
step7()
step8()
step9()
step10()
step11()
step12()
step13()
step14()
step15()
step16()
step17()
step18()
step19()
step20()
step21()
step22()
```
")],
            cured: &[("notes.md", "\
## Retry
Calls again after a failure, each time after a longer pause.
")],
        },
        ja: Words {
            title: "ほとんどがコードの節",
            why: "コード全体を思い出すことはできないため、カードになりません。",
            cure: "そのコードから分かることを 1、2 文で書き、大事な行だけを残してください。",
            example: &[("notes.md", "\
## 再試行
```go
step1()
step2()
step3()
step4()
step5()
step6()
step7()
step8()
step9()
step10()
step11()
step12()
step13()
step14()
step15()
step16()
step17()
step18()
step19()
step20()
step21()
step22()
```
")],
            cured: &[("notes.md", "\
## 再試行
失敗したら、間隔を延ばしながら呼び直す。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term } = self;
        in_lang!(
            reader.lang,
            "`{term}` is mostly code, so it does not become a card",
            "`{term}` はほとんどがコードのため、カードになりません"
        )
    }
}

