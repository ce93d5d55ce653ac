//! What `--help` says in Japanese: every command, argument and value that it shows. A test finds what is missing here,
//! and what is left over.

/// Commands by their path: what they do, and what stands below their options.
pub const COMMANDS: &[(&str, &str, &str)] = &[
    ("", "いつもの Markdown の勉強ノートを、Anki のデッキにします", PROGRAM),
    ("export", "ノートから Anki のパッケージ (.apkg) を作ります", EXPORT),
    ("cards", "書き出すとどんなカードになるか、どこから来たかを見せます", CARDS),
    ("check", "ノートの気になるところを、行と直し方とともに知らせます", CHECK),
    ("diff", "いまのノートを読み込むと、Anki で何が変わるかを見せます", DIFF),
    ("explain", "ファイルの各部分がどうなったかを、理由とともに見せます", EXPLAIN),
    ("lock", "どのカードがどれかを覚えている soa-anki.lock の手入れをします", ""),
    ("lock prune", "前回の書き出しで見つからなかったノートを忘れます", PRUNE),
    ("templates", "カードの見た目 (HTML と CSS) を変えます", ""),
    ("templates export", "もとになるテンプレートをファイルに書き出します", TEMPLATES),
    ("config", "設定を見たり、soa-anki.toml を作ったりします", ""),
    ("config show", "それぞれの設定の値と、それがどこで決まったかを見せます", CONFIG),
    ("config init", "すべての設定を説明した soa-anki.toml を作ります", CONFIG_INIT),
    ("help", "この説明か、コマンドや指摘のコードの説明を表示します", ""),
];

/// Arguments by their command, which is empty where they say the same in all, and their name in the code.
pub const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("", "paths", "ノート。ファイルか、.md や .markdown のあるフォルダ [既定: notes/ があればそれ、なければ .]"),
    ("", "deck", "すべてのカードを入れるデッキ。階層は :: で区切ります [既定: ノートのフォルダ名]"),
    ("", "reverse", "用語ごとに、説明を見て用語を答えるカードも作ります"),
    (
        "",
        "folder",
        "カードの HTML と CSS があるフォルダ。内蔵のものの代わりに使います (soa-anki templates export を参照)",
    ),
    ("", "set", "soa-anki.toml のどの設定でも。decks.by=folder のように書きます (soa-anki config show を参照)"),
    ("", "quiet", "エラーだけを表示します"),
    ("", "verbose", "詳しく表示します (すべてのお知らせと、何をどこから読んだか)"),
    ("", "color", "色を付けるとき (環境変数 NO_COLOR があれば付けません)"),
    ("", "lang", "メッセージの言語 [既定: 環境に合わせる]"),
    ("", "version", "バージョンを表示します"),
    ("export", "output", "書き出すファイル。- なら標準出力 [既定: ノートの名前に .apkg を付けたもの]"),
    ("export", "dry_run", "書き込まずに試します (パッケージも soa-anki.lock も書きません)"),
    (
        "export",
        "no_lock",
        "soa-anki.lock を読みも書きもしません。すべてのノートを今できたものとして扱い、用語と見出しだけで見分けます",
    ),
    ("export", "deny_warnings", "警告があれば何も書かず、終了コード 1 で終わります"),
    ("cards", "summary", "節ごとのカードの数と、カードのない節の理由"),
    ("cards", "in_deck", "このデッキと、その下のデッキのカード。名前は後ろの部分だけでも (AWS の中の EC2 なら EC2)"),
    ("cards", "kind", "この種類のカード"),
    ("cards", "tag", "このタグか、その下のタグの付いたカード"),
    ("cards", "text", "問いか答えに、この言葉をすべて含むカード。大文字と小文字、全角と半角は区別しません"),
    ("cards", "format", "見せ方"),
    ("check", "format", "見せ方"),
    ("check", "deny_warnings", "警告があれば、終了コード 1 で終わります"),
    ("explain", "place", "ノートのファイルと、その行"),
    ("explain", "format", "見せ方"),
    ("config show", "format", "見せ方"),
    ("config init", "folder", "作るフォルダ [既定: ノートの一番上のフォルダ]"),
    ("help", "topic", "コマンドか、W-empty-heading のようなコード"),
    ("diff", "against", "前回書き出したパッケージ。前の中身を知るため [既定: export が置き換えるもの]"),
    ("diff", "format", "見せ方"),
    ("lock prune", "dry_run", "書き込まずに試します"),
    ("templates export", "folder", "書き出すフォルダ。なければ作ります"),
];

/// Values that need a word, by their command, their argument and themselves.
pub const VALUES: &[(&str, &str, &str, &str)] = &[
    ("cards", "format", "table", "端末の幅に合わせた表。端末でなければ、タブ区切りで見出しなし"),
    ("cards", "format", "json", "1 行に 1 件のオブジェクトの配列。用語と説明は HTML"),
    ("cards", "kind", "term", "用語とその説明"),
    ("cards", "kind", "cloze", "言葉を隠した文"),
    ("check", "format", "human", "1 件ずつその行とともに。最後に件数"),
    ("check", "format", "json", "1 行に 1 件のオブジェクトの配列"),
    ("check", "format", "github", "GitHub Actions の注釈"),
    ("explain", "format", "human", "ファイルの各部分と、それがどうなったか"),
    ("explain", "format", "json", "1 行に 1 件のオブジェクトの配列"),
    ("config show", "format", "table", "設定、値、どこで決まったかの表"),
    ("config show", "format", "json", "1 行に 1 件のオブジェクトの配列"),
    ("diff", "format", "text", "1 件ずつ、フィールドごとに前と今の中身"),
    ("diff", "format", "json", "1 行に 1 件のオブジェクトの配列"),
];

const PROGRAM: &str = "\
例:
  soa-anki export notes/ -o aws.apkg   ノートのフォルダからデッキを作る
  soa-anki cards notes/                どんなカードになるかを先に見る
  soa-anki check notes/                ノートの気になるところを見る
  soa-anki diff notes/                 読み込むと何が変わるかを見る
  soa-anki explain notes/sqs.md:12     ある行がどうなったかを、理由とともに見る

終了コード: 0 完了、1 diff で変わるものがあるか、--deny-warnings で警告があった、
2 使い方の間違い、3 読み書きの失敗";

const EXPORT: &str = "\
例:
  soa-anki export                           notes/ (なければここ) から notes.apkg へ
  soa-anki export notes/ -o aws.apkg        フォルダ
  soa-anki export ec2.md s3.md --deck AWS   2 つのファイルをデッキ AWS へ
  soa-anki export -o - | ssh host 'cat > aws.apkg'

できたら、Anki で「ファイル」>「読み込む」を選ぶか、スマホでファイルを開いてください。ノートを直したら、
もう一度書き出して読み込むだけです。Anki のノートが新しくなり、カードの学習履歴は残ります。
ノートの一番上のフォルダにできる soa-anki.lock が、どのカードがどれかを覚えています。ノートと一緒に、
git でも管理してください。soa-anki.lock は、パッケージを書き終えた (標準出力に出し終えた) 最後に書きます。";

const CARDS: &str = "\
例:
  soa-anki cards notes/                      すべてのカードの表
  soa-anki cards notes/ | cut -f1,6          用語と、その ファイル:行
  soa-anki cards --in-deck EC2 --text 料金   両方に合うもの
  soa-anki cards notes/ --summary            カードのある節とない節、その理由
  soa-anki cards --format json | jq '.[] | select(.kind == \"cloze\")'

列: 用語、種類 (⇄: 逆向きのカードあり)、文脈、デッキ、タグ、ファイル:行
並びは学習する順です。";

const DIFF: &str = "\
例:
  soa-anki diff notes/                     読み込むと何が変わるかを、フィールドごとに
  soa-anki diff notes/ || soa-anki export  新しいものがあるときだけ書き出す
  soa-anki diff --format json | jq '.[] | select(.change == \"renamed\")'

印: + 新規、~ 変更、→ 移動、− ノートからなくなった、? なくなったもののどれかかもしれない
終了コード: 0 読み込んでも何も変わらない、1 変わる";

const CHECK: &str = "\
例:
  soa-anki check notes/                     見つかったものすべて
  soa-anki check --format github notes/     プルリクエストの行に
  soa-anki help W-empty-heading             コードの意味と直し方

見出しや項目の後に <!-- soa: allow=W-empty-heading --> と書くか、ファイルのフロントマターに
`soa: {allow: [W-empty-heading]}` と書くか、soa-anki.toml の check.allow に入れると、その指摘は表示されません。";

const EXPLAIN: &str = "\
例:
  soa-anki explain sqs.md        各部分と、それがどうなったか
  soa-anki explain sqs.md:12     12 行目のすべて。理由と、変えるにはどう書くか
  soa-anki explain -v sqs.md     各部分のすべて

印: ● カードの問いになる、│ ほかのもののカードに載る、· どのカードにも載らない";

const CONFIG: &str = "\
例:
  soa-anki config show notes/
  SOA_ANKI_DECKS_BY=folder soa-anki config show
  soa-anki config show --format json | jq '.[] | select(.from != \"default\")'

引数、環境変数、soa-anki.toml、既定値の順に優先します。ファイルは、ノートから上へたどって最初にあるもの。
decks.by の環境変数は SOA_ANKI_DECKS_BY で、一覧はコンマで区切ります。";

const CONFIG_INIT: &str = "\
すべての設定が、既定値とともにコメントとして入ります。選ぶには、行頭の # を外して値を変えてください。
すでにあるファイルは上書きしません。";

const PRUNE: &str = "\
なくなったノートも、戻したときに学習履歴を引き継げるように覚えています。
Anki で消したら、忘れさせてください。-v で 1 件ずつ見せます。";

const TEMPLATES: &str = "\
例:
  soa-anki templates export look/          7 つのファイル
  soa-anki export notes/ --templates look/ そのとおりの見た目のカード

直すファイルだけ残して、ほかは消してください。ないものには内蔵のものを使い、それは新しい版で良くなって
いきます。すでにあるファイルは上書きしません。";
