//! W-long-answer: an answer of too many facts for one card.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// An answer of more facts than anybody recalls at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongAnswer {
    /// The term.
    pub term: String,
    /// Its items, rows and sentences.
    pub facts: usize,
}

impl Describe for LongAnswer {
    const CODES: &'static [Code] = &[Code {
        code: "W-long-answer",
        severity: Severity::Warning,
        shown_by: ShownBy::CheckOnly,
        en: Words {
            title: "An answer of too many facts for one card",
            why: "People recall about seven things at once. With a chapter behind it, a card is judged by its first lines, and the rest is never learned.",
            cure: "Put headings over the parts, or write items as `term: definition`: each becomes a card of its own.",
            example: &[("notes.md", "\
## S3
- Standard is for what is read often
- Intelligent tiering moves what is not read
- Infrequent access is cheaper to keep and dearer to read
- One zone keeps all in one place
- Glacier instant answers at once
- Glacier flexible answers in hours
- Deep archive answers within a day
- Objects are at most 5 TB
- One upload is at most 5 GB
- Larger ones come in parts
- Versions keep what was overwritten
- Deletion leaves a marker
- Rules move objects by age
- Rules delete objects by age
- Replication copies to another region
- Events call a function
- Access points have policies of their own
- Block public access is on by default
- Keys encrypt all objects
- Batch operations change many objects
- Inventory lists all objects
- Transfer acceleration goes by the edge
- Presigned addresses open one object for a while
")],
            cured: &[("notes.md", "\
## S3
Keeps objects in buckets.
### Storage classes
Standard is for what is read often. Glacier is for archives.
")],
        },
        ja: Words {
            title: "一枚のカードには長すぎる答え",
            why: "一度に思い出せるのは七つほど。章がまるごと答えになると、最初の数行で正誤を決めてしまい、残りは覚えられない。",
            cure: "途中に見出しを付けるか、項目を「用語: 説明」の形で書いてください。それぞれが別のカードになります。",
            example: &[("notes.md", "\
## S3
- Standard is for what is read often
- Intelligent tiering moves what is not read
- Infrequent access is cheaper to keep and dearer to read
- One zone keeps all in one place
- Glacier instant answers at once
- Glacier flexible answers in hours
- Deep archive answers within a day
- Objects are at most 5 TB
- One upload is at most 5 GB
- Larger ones come in parts
- Versions keep what was overwritten
- Deletion leaves a marker
- Rules move objects by age
- Rules delete objects by age
- Replication copies to another region
- Events call a function
- Access points have policies of their own
- Block public access is on by default
- Keys encrypt all objects
- Batch operations change many objects
- Inventory lists all objects
- Transfer acceleration goes by the edge
- Presigned addresses open one object for a while
")],
            cured: &[("notes.md", "\
## S3
Keeps objects in buckets.
### Storage classes
Standard is for what is read often. Glacier is for archives.
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term, facts } = self;
        in_lang!(
            reader.lang,
            "the answer of `{term}` holds {facts} facts, too many to recall at once; put headings or terms into it",
            "`{term}` の答えは {facts} 項目あり、一度に思い出すには多すぎます。見出しや用語で分けてください"
        )
    }
}

