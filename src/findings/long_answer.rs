//! W-long-answer: an answer with too many facts for one card.

use super::codes::{Code, Severity, ShownBy, Words};
use super::{Describe, Reader};
use crate::text::in_lang;

/// An answer with too many facts to recall at once.
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
            title: "An answer with too many facts for one card",
            why: "People recall about seven things at once. When the answer is a whole chapter, you judge yourself \
             by its first lines and never learn the rest. It is reported from more than 20 facts on: sentences, items \
             and rows that have no cards of their own.",
            cure: "Put headings over its parts, or write items as `term: definition`: each part becomes its own card.",
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
            title: "1 枚のカードには長すぎる答え",
            why: "一度に思い出せるのは 7 つほどです。章全体が答えになると、最初の数行だけで正解と判断してしまい、\
             残りを覚えられません。単独のカードのない文、項目、表の行が、合わせて 20 を超えるときに報告します。",
            cure: "途中に見出しを付けるか、項目を「用語: 説明」の形で書いてください。それぞれが別のカードになります。",
            example: &[("notes.md", "\
## S3
- 標準クラスはよく読むデータに使う
- Intelligent-Tiering は読まれないデータを自動で移す
- 低頻度アクセスは保管が安く、読み出しが高い
- One Zone は一つの場所だけに保存する
- Glacier は種類によってすぐに読み出せる
- Glacier Flexible は数時間かけて読み出す
- Deep Archive は 1 日以内に読み出せる
- オブジェクトは最大 5 TB である
- 一度のアップロードは最大 5 GB である
- それより大きいものは分割して送る
- バージョニングで上書き前の内容が残る
- 削除すると削除マーカーが付く
- ルールで古いオブジェクトを移せる
- ルールで古いオブジェクトを削除できる
- 別のリージョンへ複製できる
- イベントで関数を呼び出せる
- アクセスポイントごとにポリシーを付けられる
- パブリックアクセスは最初から止まっている
- すべてのオブジェクトが暗号化される
- 一括操作で多くのオブジェクトを変えられる
- インベントリで一覧を作れる
- 転送を近くの拠点で速くできる
- 署名付き URL で一時的に公開できる
")],
            cured: &[("notes.md", "\
## S3
オブジェクトをバケットに保存する。
### ストレージクラス
標準はよく読むデータ、Glacier は保管だけのデータに使う。
")],
        },
    }];

    fn message(&self, reader: &Reader<'_>) -> String {
        let Self { term, facts } = self;
        in_lang!(
            reader.lang,
            "the answer to `{term}` has {facts} facts, too many to recall at once; split it with headings or `term: \
             definition` items",
            "`{term}` の答えには {facts} 項目あり、一度に思い出すには多すぎます。見出しを付けるか、\
             「用語: 説明」の形に分けてください"
        )
    }
}

