//! What `--help` says in Japanese: every command, argument and value that it shows. A test finds what is missing here,
//! and what is left over. The English help is in the commands, where the parser takes it.
//!
//! Lines are as long as their paragraphs: `ui` wraps them, but for those that begin with a space.

/// Commands by their path: what they do, and the text below their options.
pub const COMMANDS: &[(&str, &str, &str)] = &[
    ("", "いつもの Markdown の勉強ノートを、Anki のデッキにします", PROGRAM),
    ("export", "ノートから Anki のパッケージ (.apkg) を作ります", EXPORT),
    ("cards", "できるカードを、元のファイルと行とともに一覧にします", CARDS),
    ("check", "ノートの問題を、その行と直し方とともに表示します", CHECK),
    ("diff", "読み込むと Anki で何が変わるかを表示します", DIFF),
    ("explain", "ファイルの各部分がどうなったかを、理由とともに表示します", EXPLAIN),
    ("lock", "ノートとカードの対応を記録した soa-anki.lock を整理します", ""),
    ("lock prune", "ノートから消した項目の記録を lock から削除します", PRUNE),
    ("templates", "カードの見た目 (HTML と CSS) を変えます", ""),
    ("templates export", "カードのテンプレートをファイルに書き出します", TEMPLATES),
    ("config", "設定を表示します。soa-anki.toml も作れます", ""),
    ("config show", "各設定の値と、それがどこで決まったかを表示します", CONFIG),
    ("config init", "すべての設定の説明が入った soa-anki.toml を作ります", CONFIG_INIT),
    ("help", "コマンドや、`check` の指摘 (W-…) の説明を表示します", ""),
];

/// Arguments by their command, which is empty where they say the same in all, and their name in the code.
pub const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("", "paths", "ノート。ファイルか、.md や .markdown のあるフォルダ [既定: notes/、なければ .]"),
    ("", "deck", "一番上のデッキの名前。階層は :: で区切ります [既定: ノートのフォルダ名]"),
    ("", "reverse", "逆向きのカード (説明を見て用語を答えるもの) も、用語ごとに作ります"),
    (
        "",
        "folder",
        "カードの HTML と CSS があるフォルダ。標準のものの代わりに使います (`soa-anki templates export` を参照)",
    ),
    (
        "",
        "set",
        "soa-anki.toml の設定を 1 つ変えます。decks.by=folder のように書きます (`soa-anki config show` を参照)",
    ),
    ("", "quiet", "エラーだけを表示します (`check` の指摘は表示します)"),
    ("", "verbose", "詳しく表示します (読んだファイル、省いたファイル、すべての指摘と理由)"),
    ("", "color", "いつ色を付けるか (環境変数 NO_COLOR があれば付けません)"),
    ("", "lang", "メッセージの言語 [既定: SOA_ANKI_LANG、なければシステムの言語]"),
    ("", "version", "バージョンを表示します"),
    ("export", "output", "書き出すファイル。- なら標準出力 [既定: ノートの名前に .apkg を付けたもの]"),
    ("export", "dry_run", "パッケージも soa-anki.lock も書き込まず、結果だけを表示します"),
    (
        "export",
        "no_lock",
        "soa-anki.lock を読みも書きもしません。前回との比較をせず、用語と見出しだけでカードを見分けます",
    ),
    ("export", "deny_warnings", "警告があれば何も書き出さず、終了コード 1 で終わります"),
    ("cards", "summary", "節ごとのカードの数と、カードのない節の理由を表示します"),
    (
        "cards",
        "in_deck",
        "このデッキと、その下のデッキのカード。名前は後ろの部分だけでもかまいません (AWS::EC2 なら EC2)",
    ),
    ("cards", "kind", "この種類のカード"),
    ("cards", "tag", "このタグか、その下のタグの付いたカード"),
    ("cards", "text", "問題か答えに、この言葉をすべて含むカード。大文字と小文字、全角と半角は区別しません"),
    ("cards", "format", "表示の形式"),
    ("check", "format", "表示の形式"),
    ("check", "deny_warnings", "警告があれば、終了コード 1 で終わります"),
    ("explain", "place", "ノートのファイルと、その行 (12-15 のような範囲も可)"),
    ("explain", "format", "表示の形式"),
    ("config show", "format", "表示の形式"),
    ("config init", "folder", "作るフォルダ [既定: ノートの一番上のフォルダ]"),
    ("help", "topic", "コマンドか、W-empty-heading のようなコード。codes ならコードの一覧"),
    ("diff", "against", "比較に使う、前回書き出したパッケージ [既定: export が上書きする場所にあるもの]"),
    ("diff", "format", "表示の形式"),
    ("lock prune", "dry_run", "何も書き込まず、結果だけを表示します"),
    ("templates export", "folder", "書き出すフォルダ。なければ作ります"),
];

/// Values that need a word, by their command, their argument and themselves.
pub const VALUES: &[(&str, &str, &str, &str)] = &[
    ("cards", "format", "table", "画面では表、パイプやファイルへの出力ではタブ区切り (列名なし)"),
    ("cards", "format", "json", "1 行に 1 件のオブジェクトの配列。用語と説明は HTML"),
    ("cards", "kind", "term", "用語とその説明"),
    ("cards", "kind", "cloze", "言葉を隠した文 (穴埋め)"),
    ("check", "format", "human", "1 件ずつその行とともに。最後に件数"),
    ("check", "format", "json", "1 行に 1 件のオブジェクトの配列"),
    ("check", "format", "github", "GitHub Actions の注釈"),
    ("explain", "format", "human", "ファイルの各部分と、それがどうなったか"),
    ("explain", "format", "json", "1 行に 1 件のオブジェクトの配列"),
    ("config show", "format", "table", "設定、値、どこで決まったかの表"),
    ("config show", "format", "json", "1 行に 1 件のオブジェクトの配列"),
    ("diff", "format", "text", "カードごとに、各フィールドの前と今の内容"),
    ("diff", "format", "json", "1 行に 1 件のオブジェクトの配列"),
];

const PROGRAM: &str = "\
例:
  soa-anki export notes/ -o aws.apkg   ノートのフォルダからデッキを作る
  soa-anki cards notes/                作る前に、どんなカードになるかを見る
  soa-anki check notes/                ノートの問題を調べる
  soa-anki diff notes/                 読み込むと何が変わるかを見る
  soa-anki explain notes/sqs.md:12     ある行がどうなったかを、理由とともに見る

終了コード: 0 正常終了、1 変わるものがあった (`diff`) か警告があった (--deny-warnings)、\
2 使い方の間違い、3 読み込みか書き込みの失敗";

const EXPORT: &str = "\
例:
  soa-anki export                           notes/、なければ今のフォルダ
  soa-anki export notes/ -o aws.apkg        フォルダ
  soa-anki export ec2.md s3.md --deck AWS   2 つのファイルをデッキ AWS へ
  soa-anki export -o - | ssh host 'cat > aws.apkg'

できたファイルを、Anki の「ファイル」>「読み込む」(古い版では「インポート」) で選ぶか、スマホで開いてください。\
ノートを直したら、もう一度書き出して読み込むだけです。変わったカードだけが更新され、学習履歴は残ります。

ノートの一番上のフォルダにできる soa-anki.lock は、ノートとカードの対応を記録したファイルです。\
Git でもノートと一緒に管理してください。パッケージができ上がった後、最後に書き込みます。";

const CARDS: &str = "\
例:
  soa-anki cards notes/                      すべてのカードの表
  soa-anki cards notes/ | cut -f1,6          用語と、その ファイル:行
  soa-anki cards --in-deck EC2 --text 料金   両方の条件に合うもの
  soa-anki cards notes/ --summary            カードのない節と、その理由
  soa-anki cards --format json | jq '.[] | select(.kind == \"cloze\")'

列: 用語、種類 (⇄: 逆向きのカードあり)、題名と上の見出し、デッキ、タグ、ファイル:行。学習する順に並びます。";

const DIFF: &str = "\
例:
  soa-anki diff notes/                     何が変わるかを、フィールドごとに
  soa-anki diff notes/; [ $? = 1 ] && soa-anki export notes/
                                           変わったものがあるときだけ書き出す
  soa-anki diff --format json | jq '.[] | select(.change == \"renamed\")'

印: + 新規か、戻ったもの、~ 変更、→ 移動、− 作られなくなった (Anki には残ります)、? 新規だが、以前のカードの名前が変わったものかもしれない

終了コード: 0 前回の書き出しから変わっていない、1 変わったものがある";

const CHECK: &str = "\
例:
  soa-anki check notes/                     すべての問題
  soa-anki check --format github notes/     プルリクエストの該当する行に
  soa-anki help W-empty-heading             コードの意味と直し方
  soa-anki help codes                       コードの一覧

表示したくない指摘があれば、見出しや項目の後に <!-- soa: allow=W-empty-heading -->、\
フロントマターに `soa: {allow: [W-empty-heading]}` と書くか、soa-anki.toml の check.allow に加えてください。";

const EXPLAIN: &str = "\
例:
  soa-anki explain sqs.md        各部分と、それがどうなったか
  soa-anki explain sqs.md:12     12 行目の理由と、変えるにはどう書くか
  soa-anki explain sqs.md:12-15  12–15 行目について、同じことを
  soa-anki explain -v sqs.md     すべての部分の理由と、どう書くか

印: ● 問題になる、│ ほかのカードに載る、· どのカードにも載らない";

const CONFIG: &str = "\
例:
  soa-anki config show notes/
  SOA_ANKI_DECKS_BY=folder soa-anki config show
  soa-anki config show --format json | jq '.[] | select(.from != \"default\")'

優先順位は、高いほうからオプション、環境変数、soa-anki.toml、既定値です。\
ファイルは、ノートから上にたどって最初に見つかったものを使います。\
decks.by の環境変数は SOA_ANKI_DECKS_BY で、一覧はコンマで区切ります。";

const CONFIG_INIT: &str = "\
すべての設定が、既定値とともにコメントとして入ります。変えるには、行頭の # を外して値を書き換えてください。\
すでにあるファイルは上書きしません。";

const PRUNE: &str = "\
ノートから消した項目の記録は、ノートに戻したときに学習履歴を引き継げるように、lock に残ります。\
Anki でも削除したら、記録を削除してください。-v で一覧を表示します。";

const TEMPLATES: &str = "\
例:
  soa-anki templates export look/          7 つのファイル
  soa-anki export notes/ --templates look/ そのとおりの見た目のカード

変えるファイルだけを残し、ほかは削除してください。ないファイルには標準のものが使われ、\
soa-anki の新しい版で標準が改良されれば、その改良も反映されます。`url(font.woff2)` や `<img src=logo.png>` のように名前を書いたフォントや画像は、\
カードと一緒に入ります。すでにあるファイルは上書きしません。";
