//! Each code of a finding: what it means, why it matters and what cures it, with an example, in English and Japanese.
//!
//! What `soa-anki help W-…` shows, and docs/findings.md holds. Tests try each example, and its cure.

use crate::text::nearest;

/// What there is to know of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Such as `W-to-do`.
    pub code: &'static str,
    /// In English.
    pub en: Words,
    /// In Japanese.
    pub ja: Words,
    /// Notes in which it is found: files with their text. Empty where text alone shows nothing of it.
    pub example: &'static [(&'static str, &'static str)],
    /// The same without it.
    pub cured: &'static [(&'static str, &'static str)],
}

/// A code in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it is.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub cure: &'static str,
}

/// The code of this name, in any case and with or without `W-`; else the one that was probably meant.
pub fn find(name: &str) -> Result<&'static Code, Option<&'static Code>> {
    let bare = |code: &'static Code| code.code.trim_start_matches("W-");
    let name = name.strip_prefix("W-").or_else(|| name.strip_prefix("w-")).unwrap_or(name);
    let of = |name: &str| CODES.iter().find(|code| bare(code).eq_ignore_ascii_case(name));
    of(name).ok_or_else(|| nearest(name, CODES.iter().map(bare)).and_then(of))
}

/// All codes: first what is about the cards, then Markdown, media and files.
pub const CODES: &[Code] = &[
    Code {
        code: "W-defined-twice",
        en: Words {
            title: "A term with two definitions",
            why: "The same question has two cards with different answers, so neither answer is ever right for sure.",
            cure: "Join both into one place, or write in the term which of the two is meant.",
        },
        ja: Words {
            title: "二つの説明がある用語",
            why: "同じ問いに答えの違うカードが 2 枚でき、どちらを答えても正しいとは言い切れなくなる。",
            cure: "一か所にまとめるか、どちらの意味かを用語に書いてください。",
        },
        example: &[("compute.md", "\
- Lambda: runs code without servers
"), ("summary.md", "\
- Lambda: a function that is paid for by its run time
")],
        cured: &[("compute.md", "\
- Lambda: runs code without servers, paid for by run time
")],
    },
    Code {
        code: "W-answers-itself",
        en: Words {
            title: "An answer that says only its term, or nothing",
            why: "There is nothing to recall, so no card is made, though a term was written down.",
            cure: "Write behind the term what it is, or delete the line.",
        },
        ja: Words {
            title: "用語をくり返すだけの答え",
            why: "思い出すことがないため、用語が書いてあってもカードにならない。",
            cure: "用語の後にそれが何かを書くか、行を消してください。",
        },
        example: &[("notes.md", "\
- Visibility timeout: see above
")],
        cured: &[("notes.md", "\
- Visibility timeout: how long a message is hidden after it was received
")],
    },
    Code {
        code: "W-long-answer",
        en: Words {
            title: "An answer of too many facts for one card",
            why: "People recall about seven things at once. With a chapter behind it, a card is judged by its first lines, and the rest is never learned.",
            cure: "Put headings over the parts, or write items as `term: definition`: each becomes a card of its own.",
        },
        ja: Words {
            title: "一枚のカードには長すぎる答え",
            why: "一度に思い出せるのは七つほど。章がまるごと答えになると、最初の数行で正誤を決めてしまい、残りは覚えられない。",
            cure: "途中に見出しを付けるか、項目を「用語: 説明」の形で書いてください。それぞれが別のカードになります。",
        },
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
    Code {
        code: "W-given-away",
        en: Words {
            title: "A cloze that shows its answer",
            why: "The hidden words stand in the rest of the sentence, so the card asks nothing.",
            cure: "Put the words in bold wherever they stand, or say it otherwise in one place.",
        },
        ja: Words {
            title: "答えが見えている穴埋め",
            why: "隠した言葉が同じ文のほかの所に見えているため、問いにならない。",
            cure: "その言葉をすべて太字にするか、一方を言い換えてください。",
        },
        example: &[("notes.md", "\
- The **inode** of a file tells where its blocks are, and an inode has no name. <!-- soa: cloze -->
")],
        cured: &[("notes.md", "\
- The **inode** of a file tells where its blocks are, and it has no name. <!-- soa: cloze -->
")],
    },
    Code {
        code: "W-cloze-braces",
        en: Words {
            title: "Two braces in a cloze",
            why: "In a cloze, `}}` is where Anki ends what is hidden. On the card one brace is written otherwise; whoever edits the note in Anki may break it.",
            cure: "Write the braces apart, or leave the sentence without bold words.",
        },
        ja: Words {
            title: "穴埋めの中の二重の波かっこ",
            why: "穴埋めでは `}}` が隠す範囲の終わりを表す。カードでは別の書き方に置き換わるが、Anki で編集すると壊れることがある。",
            cure: "波かっこを離して書くか、その文で太字を使わないでください。",
        },
        example: &[("notes.md", "\
- A template of Jinja writes a value as {{ name }}, and **escapes** what HTML would take for markup.
")],
        cured: &[("notes.md", "\
- A template of Jinja writes a value in double braces, and **escapes** what HTML would take for markup.
")],
    },
    Code {
        code: "W-unread-text",
        en: Words {
            title: "Prose that is on no card",
            why: "No heading or term asks for it, so it will never be learned.",
            cure: "Put a heading over it, or leave it: an introduction need not be a card.",
        },
        ja: Words {
            title: "どのカードにも載らない文章",
            why: "問いになる見出しや用語がないため、覚える機会がない。",
            cure: "見出しを付けてください。前書きなら、そのままで構いません。",
        },
        example: &[("notes.md", "\
Amazon SQS keeps messages until a consumer has deleted them. A message that was received is hidden from all others for some time, and comes back when it was not deleted until then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
        cured: &[("notes.md", "\
## Amazon SQS
Amazon SQS keeps messages until a consumer has deleted them. A message that was received is hidden from all others for some time, and comes back when it was not deleted until then. It is kept for four days.

## Amazon SNS
Sends a message to all subscribers at once.
")],
    },
    Code {
        code: "W-empty-heading",
        en: Words {
            title: "A heading with nothing under it",
            why: "It asks a question without an answer, so it makes no card.",
            cure: "Write what it is, or delete the heading.",
        },
        ja: Words {
            title: "中身のない見出し",
            why: "問いだけで答えがないため、カードにならない。",
            cure: "説明を書くか、見出しを消してください。",
        },
        example: &[("notes.md", "\
## NAT gateway
")],
        cured: &[("notes.md", "\
## NAT gateway
Lets instances without a public address reach the internet.
")],
    },
    Code {
        code: "W-to-do",
        en: Words {
            title: "Something that is not finished",
            why: "A line with `TODO` or `(未)` is not on the card.",
            cure: "Finish it, or delete the mark.",
        },
        ja: Words {
            title: "書きかけの部分",
            why: "`TODO` や「(未)」のある行はカードに載らない。",
            cure: "書き終えるか、印を消してください。",
        },
        example: &[("notes.md", "\
## NAT gateway
Lets instances reach the internet.

TODO: prices
")],
        cured: &[("notes.md", "\
## NAT gateway
Lets instances reach the internet.
")],
    },
    Code {
        code: "W-unanswered-question",
        en: Words {
            title: "A question without an answer",
            why: "It makes no card.",
            cure: "Write the answer under the question.",
        },
        ja: Words {
            title: "答えのない質問",
            why: "カードにならない。",
            cure: "質問の下に答えを書いてください。",
        },
        example: &[("notes.md", "\
Q: What does a NAT gateway do?
")],
        cured: &[("notes.md", "\
Q: What does a NAT gateway do?
A: It lets instances without a public address reach the internet.
")],
    },
    Code {
        code: "W-mostly-code",
        en: Words {
            title: "A section that is mostly code",
            why: "Nobody recalls a whole listing, so it makes no card.",
            cure: "Say in a sentence or two what the code shows, and keep the lines that matter.",
        },
        ja: Words {
            title: "ほとんどがコードの節",
            why: "コードをまるごと思い出す人はいないため、カードにならない。",
            cure: "そのコードで分かることを一、二文で書き、大事な行だけを残してください。",
        },
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
    Code {
        code: "W-diagram-as-code",
        en: Words {
            title: "A drawing that is shown as its code",
            why: "Anki does not draw Mermaid and its like, so the card shows the code.",
            cure: "Save the drawing as a picture, and show that.",
        },
        ja: Words {
            title: "コードのまま表示される図",
            why: "Anki は Mermaid などを図として描かないため、カードにはコードが表示される。",
            cure: "図を画像として保存し、それを貼ってください。",
        },
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
    Code {
        code: "W-duplicate-id",
        en: Words {
            title: "An id that is given twice",
            why: "An id names one card. The second one is ignored, and that card may lose its review history when its term changes.",
            cure: "Give each its own id, or none.",
        },
        ja: Words {
            title: "二度使われた id",
            why: "id は一枚のカードの名前なので、二つ目は無視され、用語を変えるとそのカードの学習履歴が途切れることがある。",
            cure: "別の id を付けるか、id を外してください。",
        },
        example: &[("notes.md", "\
- EC2: virtual servers <!-- soa: id=servers -->
- ECS: containers <!-- soa: id=servers -->
")],
        cured: &[("notes.md", "\
- EC2: virtual servers <!-- soa: id=servers -->
- ECS: containers <!-- soa: id=containers -->
")],
    },
    Code {
        code: "W-unknown-directive",
        en: Words {
            title: "A word of a directive that nobody knows",
            why: "It was ignored, so what was wanted does not happen.",
            cure: "Write one of `skip`, `cloze`, `reversed`, `deck=…`, `tags=…`, `id=…` and `allow=…`.",
        },
        ja: Words {
            title: "知らない指示",
            why: "無視されるため、意図したことが起こらない。",
            cure: "`skip`、`cloze`、`reversed`、`deck=…`、`tags=…`、`id=…`、`allow=…` のどれかを書いてください。",
        },
        example: &[("notes.md", "\
- EC2: virtual servers <!-- soa: skpi -->
")],
        cured: &[("notes.md", "\
- EC2: virtual servers <!-- soa: skip -->
")],
    },
    Code {
        code: "W-emphasis-elsewhere",
        en: Words {
            title: "Emphasis that other programs do not show",
            why: "Beside CJK punctuation, the rules of Markdown take the signs for text. Cards are right, but GitHub, Obsidian and others show the asterisks.",
            cure: "Put the brackets outside of the emphasis, or a space beside it.",
        },
        ja: Words {
            title: "ほかでは効かない強調",
            why: "Markdown の規則では、句読点やかっこに接した記号がただの文字になることがある。カードでは強調されるが、GitHub や Obsidian などではアスタリスクのまま見える。",
            cure: "かっこを強調の外に出すか、強調の前後に空白を入れてください。",
        },
        example: &[("notes.md", "\
## 可視性タイムアウト
受信したメッセージは**「処理中」**として隠される。
")],
        cured: &[("notes.md", "\
## 可視性タイムアウト
受信したメッセージは「**処理中**」として隠される。
")],
    },
    Code {
        code: "W-setext-trap",
        en: Words {
            title: "Dashes directly below text",
            why: "Markdown makes a heading of text with `---` or `===` below it. Here they are read as a line, other programs show a heading.",
            cure: "Put a blank line between.",
        },
        ja: Words {
            title: "文章のすぐ下の `---`",
            why: "Markdown では、すぐ下に `---` や `===` のある文章は見出しになる。ここでは区切り線として読むが、ほかでは見出しになる。",
            cure: "間に空行を入れてください。",
        },
        example: &[("notes.md", "\
## EC2
Virtual servers.
They are paid for by the second, and are stopped when nobody needs them.
---
## ECS
Containers.
")],
        cured: &[("notes.md", "\
## EC2
Virtual servers.
They are paid for by the second, and are stopped when nobody needs them.

---
## ECS
Containers.
")],
    },
    Code {
        code: "W-reversed-link",
        en: Words {
            title: "A link whose brackets are the wrong way round",
            why: "Markdown puts the text into square brackets and the address into round ones. Here it is read as a link, \
                elsewhere as text.",
            cure: "Write `[text](address)`.",
        },
        ja: Words {
            title: "かっこが逆のリンク",
            why: "Markdown では文字を角かっこ、アドレスを丸かっこに入れる。ここではリンクとして読むが、ほかではただの文字になる。",
            cure: "`[文字](アドレス)` と書いてください。",
        },
        example: &[("notes.md", "\
## EC2
Virtual servers, see (the guide)[https://example.com/ec2].
")],
        cured: &[("notes.md", "\
## EC2
Virtual servers, see [the guide](https://example.com/ec2).
")],
    },
    Code {
        code: "W-heading-without-space",
        en: Words {
            title: "A heading without a space",
            why: "Markdown wants a space after `#`. Here it is read as a heading, elsewhere as text.",
            cure: "Put a space after `#`.",
        },
        ja: Words {
            title: "空白のない見出し",
            why: "Markdown では `#` の後に空白が要る。ここでは見出しとして読むが、ほかではただの文字になる。",
            cure: "`#` の後に空白を入れてください。",
        },
        example: &[("notes.md", "\
##EC2
Virtual servers.
")],
        cured: &[("notes.md", "\
## EC2
Virtual servers.
")],
    },
    Code {
        code: "W-unclosed-fence",
        en: Words {
            title: "Code without an end",
            why: "What follows may be taken for code: here up to the next heading, elsewhere up to the end of the file.",
            cure: "Close the code with the same sign.",
        },
        ja: Words {
            title: "閉じていないコード",
            why: "続く文章までコードになることがある。ここでは次の見出しまで、ほかではファイルの終わりまで。",
            cure: "同じ記号で閉じてください。",
        },
        example: &[("notes.md", "\
## Copy
Copies a file to a bucket.
```sh
aws s3 cp a.txt s3://bucket/

## Move
Moves a file to a bucket.
")],
        cured: &[("notes.md", "\
## Copy
Copies a file to a bucket.
```sh
aws s3 cp a.txt s3://bucket/
```

## Move
Moves a file to a bucket.
")],
    },
    Code {
        code: "W-outdented-fence",
        en: Words {
            title: "Code that stands further left than its item",
            why: "Markdown ends the item there. Here the code stays in the item, elsewhere the list falls apart.",
            cure: "Indent all of the code as far as the item's text.",
        },
        ja: Words {
            title: "項目より左に出たコード",
            why: "Markdown ではそこで項目が終わる。ここでは項目の中として読むが、ほかでは箇条書きが分かれる。",
            cure: "コード全体を、項目の文字の位置まで下げてください。",
        },
        example: &[("notes.md", "\
1. Copy: copies a file to a bucket

   ```sh
aws s3 cp a.txt s3://bucket/
   ```
")],
        cured: &[("notes.md", "\
1. Copy: copies a file to a bucket

   ```sh
   aws s3 cp a.txt s3://bucket/
   ```
")],
    },
    Code {
        code: "W-unclosed-container",
        en: Words {
            title: "A container without an end",
            why: "`:::message` or `<details>` takes in what follows: here up to the next heading, elsewhere everything.",
            cure: "Close it with `:::` or `</details>`.",
        },
        ja: Words {
            title: "閉じていない囲み",
            why: "`:::message` や `<details>` が、続く文章まで取り込む。ここでは次の見出しまで、ほかではすべて。",
            cure: "`:::` や `</details>` で閉じてください。",
        },
        example: &[("notes.md", "\
## EC2
Virtual servers.

:::message
Stop what nobody needs.

## ECS
Containers.
")],
        cured: &[("notes.md", "\
## EC2
Virtual servers.

:::message
Stop what nobody needs.
:::

## ECS
Containers.
")],
    },
    Code {
        code: "W-indented-prose",
        en: Words {
            title: "Prose that is indented like code",
            why: "Four columns make code of it in Markdown. Here it is read as text.",
            cure: "Indent it less.",
        },
        ja: Words {
            title: "コードのように字下げした文章",
            why: "Markdown では 4 桁の字下げはコードになる。ここでは文章として読む。",
            cure: "字下げを減らしてください。",
        },
        example: &[("notes.md", "\
## EC2
Virtual servers.

    They are paid for by the second, and stopped when nobody needs them.
")],
        cured: &[("notes.md", "\
## EC2
Virtual servers.

They are paid for by the second, and stopped when nobody needs them.
")],
    },
    Code {
        code: "W-shallow-children",
        en: Words {
            title: "Children that are indented too little",
            why: "In Markdown they are no children of the item above. Here they are read as such.",
            cure: "Indent them as far as the text of the item above.",
        },
        ja: Words {
            title: "字下げの足りない子項目",
            why: "Markdown では上の項目の子にならない。ここでは子として読む。",
            cure: "上の項目の文字の位置まで下げてください。",
        },
        example: &[("notes.md", "\
1. EC2
  - Virtual servers that are paid for by the second
  - They are stopped when nobody needs them
")],
        cured: &[("notes.md", "\
1. EC2
   - Virtual servers that are paid for by the second
   - They are stopped when nobody needs them
")],
    },
    Code {
        code: "W-media-missing",
        en: Words {
            title: "A picture or a sound that is not there",
            why: "The card shows its text instead.",
            cure: "Correct the path, or copy the file there.",
        },
        ja: Words {
            title: "見つからない画像や音声",
            why: "カードには代わりの文字だけが載る。",
            cure: "パスを直すか、ファイルをそこに置いてください。",
        },
        example: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/qeue.png)
")],
        cured: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/queue.png)
")],
    },
    Code {
        code: "W-media-remote",
        en: Words {
            title: "A picture from the web",
            why: "Cards are learned without a network, too, so the card shows a link.",
            cure: "Save the picture beside the notes.",
        },
        ja: Words {
            title: "ウェブ上の画像",
            why: "カードは通信なしでも使うため、リンクだけが載る。",
            cure: "画像をノートのそばに保存してください。",
        },
        example: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](https://example.com/queue.png)
")],
        cured: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/queue.png)
")],
    },
    Code {
        code: "W-media-outside",
        en: Words {
            title: "A picture from outside of the project",
            why: "What is not in the folder of the notes is not put into a package that others may get.",
            cure: "Copy it into the folder of the notes.",
        },
        ja: Words {
            title: "プロジェクトの外の画像",
            why: "人に渡すこともあるパッケージに、ノートのフォルダの外のものは入れない。",
            cure: "ノートのフォルダにコピーしてください。",
        },
        example: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](../../queue.png)
")],
        cured: &[("notes.md", "\
## Queue
Messages wait in it.

![a queue](img/queue.png)
")],
    },
    Code {
        code: "W-media-unreadable",
        en: Words {
            title: "A picture or a sound that cannot be read",
            why: "The card shows its text instead.",
            cure: "Change who may read it.",
        },
        ja: Words {
            title: "読めない画像や音声",
            why: "カードには代わりの文字だけが載る。",
            cure: "読み取りの権限を直してください。",
        },
        example: &[],
        cured: &[],
    },
    Code {
        code: "W-media-unknown",
        en: Words {
            title: "A file that is no picture, sound or film",
            why: "Anki would show nothing.",
            cure: "Save it as PNG, JPEG, GIF, WebP, AVIF, SVG, MP3, WAV, MP4 or WebM.",
        },
        ja: Words {
            title: "画像でも音声でも動画でもないファイル",
            why: "Anki では何も表示されない。",
            cure: "PNG、JPEG、GIF、WebP、AVIF、SVG、MP3、WAV、MP4、WebM のどれかで保存してください。",
        },
        example: &[],
        cured: &[],
    },
    Code {
        code: "W-media-too-large",
        en: Words {
            title: "A file that is too large for a card",
            why: "It would make each sync slow, and AnkiWeb refuses what is too large.",
            cure: "Make it smaller.",
        },
        ja: Words {
            title: "カードには大きすぎるファイル",
            why: "同期のたびに時間がかかり、大きすぎるものは AnkiWeb に拒まれる。",
            cure: "小さくしてください。",
        },
        example: &[],
        cured: &[],
    },
    Code {
        code: "W-media-nothing-else",
        en: Words {
            title: "An answer that is nothing but what is missing",
            why: "Nothing would be on the back of the card, so none is made.",
            cure: "Correct the path, or say in words what the picture shows.",
        },
        ja: Words {
            title: "見つからない画像だけの答え",
            why: "カードの裏に何も載らないため、カードを作らない。",
            cure: "パスを直すか、画像の内容を言葉で書いてください。",
        },
        example: &[("notes.md", "\
## Queue
![](img/qeue.png)
")],
        cured: &[("notes.md", "\
## Queue
![](img/queue.png)
")],
    },
    Code {
        code: "W-front-matter",
        en: Words {
            title: "Front matter that is not YAML",
            why: "It was ignored, but for what could be saved: title, deck and tags may not be as you want them.",
            cure: "Put values that hold `: ` or begin with a sign into quotation marks.",
        },
        ja: Words {
            title: "YAML になっていないフロントマター",
            why: "読み取れた部分のほかは無視されるため、タイトルやデッキやタグが意図と違うことがある。",
            cure: "`: ` を含む値や記号で始まる値を引用符で囲んでください。",
        },
        example: &[("notes.md", "\
---
title: EC2: servers
---
- EC2: virtual servers
")],
        cured: &[("notes.md", "\
---
title: \"EC2: servers\"
---
- EC2: virtual servers
")],
    },
    Code {
        code: "W-front-matter-unclosed",
        en: Words {
            title: "Front matter without an end",
            why: "It is read as notes.",
            cure: "Add a line `---` after it.",
        },
        ja: Words {
            title: "閉じていないフロントマター",
            why: "ノートの本文として読まれる。",
            cure: "後に `---` だけの行を入れてください。",
        },
        example: &[("notes.md", "\
---
title: EC2
")],
        cured: &[("notes.md", "\
---
title: EC2
---
- EC2: virtual servers
")],
    },
    Code {
        code: "W-left-out",
        en: Words {
            title: "A file that is none of the notes",
            why: "Front pages, licences, templates and the like make no good cards, so they are left out of a folder.",
            cure: "Name the file itself, if it is to be read.",
        },
        ja: Words {
            title: "ノートではないファイル",
            why: "目次、ライセンス、ひな形などはよいカードにならないため、フォルダを読むときは外す。",
            cure: "読ませたいときは、そのファイルを直接指定してください。",
        },
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
    Code {
        code: "W-same-title",
        en: Words {
            title: "Two files with the same title",
            why: "Their decks would have the same name, so they are told apart by the names of the files.",
            cure: "Give each file a title of its own.",
        },
        ja: Words {
            title: "同じタイトルの二つのファイル",
            why: "デッキの名前が同じになるため、ファイル名で区別する。",
            cure: "別々のタイトルを付けてください。",
        },
        example: &[("a.md", "\
# Servers
- EC2: virtual servers
"), ("b.md", "\
# Servers
- ECS: containers
")],
        cured: &[("a.md", "\
# Servers
- EC2: virtual servers
"), ("b.md", "\
# Containers
- ECS: containers
")],
    },
    Code {
        code: "W-not-utf8",
        en: Words {
            title: "A file that is not UTF-8",
            why: "It is damaged, or in an encoding that was not recognised, and was skipped.",
            cure: "Save it as UTF-8.",
        },
        ja: Words {
            title: "UTF-8 ではないファイル",
            why: "壊れているか、文字コードが分からないため、読み飛ばした。",
            cure: "UTF-8 で保存してください。",
        },
        example: &[],
        cured: &[],
    },
    Code {
        code: "W-converted",
        en: Words {
            title: "A file in an older encoding",
            why: "It was read, but the encoding is a guess.",
            cure: "Save it as UTF-8.",
        },
        ja: Words {
            title: "古い文字コードのファイル",
            why: "読み取ったが、文字コードは推測である。",
            cure: "UTF-8 で保存してください。",
        },
        example: &[],
        cured: &[],
    },
    Code {
        code: "W-binary",
        en: Words {
            title: "A file that is not text",
            why: "It was skipped.",
            cure: "Give it another ending than `.md`.",
        },
        ja: Words {
            title: "テキストではないファイル",
            why: "読み飛ばした。",
            cure: "拡張子を `.md` 以外にしてください。",
        },
        example: &[],
        cured: &[],
    },
    Code {
        code: "W-unreadable",
        en: Words {
            title: "A file that cannot be read",
            why: "It was skipped.",
            cure: "Change who may read it.",
        },
        ja: Words {
            title: "読めないファイル",
            why: "読み飛ばした。",
            cure: "読み取りの権限を直してください。",
        },
        example: &[],
        cured: &[],
    },
    Code {
        code: "W-clock-behind",
        en: Words {
            title: "A clock that is behind the last export",
            why: "Anki ignores notes that are older than those of its last import, so an edit might not arrive.",
            cure: "Set the clock, or `SOURCE_DATE_EPOCH`, to the present time.",
        },
        ja: Words {
            title: "前回の書き出しより遅れた時計",
            why: "Anki は前回の取り込みより古いノートを無視するため、変更が届かないことがある。",
            cure: "時計、または `SOURCE_DATE_EPOCH` を今の時刻に合わせてください。",
        },
        example: &[],
        cured: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_by_its_name() {
        for name in ["W-to-do", "w-TO-DO", "to-do"] {
            assert_eq!(find(name).map(|code| code.code), Ok("W-to-do"));
        }
        assert_eq!(find("W-emty-heading").unwrap_err().map(|code| code.code), Some("W-empty-heading"));
        assert_eq!(find("export").unwrap_err(), None);
    }
}
