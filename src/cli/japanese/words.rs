//! What `--help` says in Japanese: every command, argument and value that it shows. A test finds what is missing here,
//! and what is left over.

/// Commands by their path: what they do, and what stands below their options.
pub const COMMANDS: &[(&str, &str, &str)] = &[
    ("", "いつもの Markdown の勉強ノートを、Anki のデッキにします", PROGRAM),
    ("export", "ノートから Anki のパッケージ (.apkg) を作ります", EXPORT),
    ("cards", "書き出すとどんなカードになるか、どこから来たかを見せます", CARDS),
    ("diff", "いまのノートを読み込むと、Anki で何が変わるかを見せます", DIFF),
    ("lock", "どのカードがどれかを覚えている soa-anki.lock の手入れをします", ""),
    ("lock prune", "前回の書き出しで見つからなかったノートを忘れます", PRUNE),
    ("templates", "カードの見た目 (HTML と CSS) を変えます", ""),
    ("templates export", "もとになるテンプレートをファイルに書き出します", TEMPLATES),
    ("help", "この説明か、コマンドの説明を表示します", ""),
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
    ("cards", "format", "見せ方"),
    ("diff", "against", "前回書き出したパッケージ。前の中身を知るため [既定: export が置き換えるもの]"),
    ("diff", "format", "見せ方"),
    ("lock prune", "dry_run", "書き込まずに試します"),
    ("templates export", "folder", "書き出すフォルダ。なければ作ります"),
];

/// Values that need a word, by their command, their argument and themselves.
pub const VALUES: &[(&str, &str, &str, &str)] = &[
    ("cards", "format", "table", "端末の幅に合わせた表。端末でなければ、タブ区切りで見出しなし"),
    ("cards", "format", "json", "1 行に 1 件のオブジェクトの配列。用語と説明は HTML"),
    ("diff", "format", "text", "1 件ずつ、フィールドごとに前と今の中身"),
    ("diff", "format", "json", "1 行に 1 件のオブジェクトの配列"),
];

const PROGRAM: &str = "\
例:
  soa-anki export notes/ -o aws.apkg   ノートのフォルダからデッキを作る
  soa-anki cards notes/                どんなカードになるかを先に見る
  soa-anki diff notes/                 読み込むと何が変わるかを見る

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

const PRUNE: &str = "\
なくなったノートも、戻したときに学習履歴を引き継げるように覚えています。
Anki で消したら、忘れさせてください。-v で 1 件ずつ見せます。";

const TEMPLATES: &str = "\
例:
  soa-anki templates export look/          7 つのファイル
  soa-anki export notes/ --templates look/ そのとおりの見た目のカード

直すファイルだけ残して、ほかは消してください。ないものには内蔵のものを使い、それは新しい版で良くなって
いきます。すでにあるファイルは上書きしません。";
