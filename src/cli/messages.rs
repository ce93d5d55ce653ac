//! Words: what findings say to the author. Lower case, no full stop; what is wrong, and what to do.

use crate::findings::Reason;
use crate::findings::{Clock, Finding, LeftOut, MediaFault, Unread};

use super::language::tr;
use super::words::count::{Thing, bytes, count};
use super::words::system;

/// What a finding says to the author; `shown` gives a path as the author knows it.
pub fn finding(finding: &Finding, shown: &dyn Fn(&str) -> String) -> String {
    match finding {
        Finding::NotUtf8 { offset, byte } => not_utf8(*offset, *byte),
        Finding::Binary { offset } => binary(*offset),
        Finding::Converted { from } => converted(from),
        Finding::Unreadable { reason } => unreadable(reason),
        Finding::FrontMatter { reason } => front_matter(reason),
        Finding::UnclosedFrontMatter => unclosed_front_matter(),
        Finding::LeftOut { reason } => left_out(*reason),
        Finding::DuplicateId { id, path, line } => duplicate_id(id, &shown(path), *line),
        Finding::UnknownDirective { word, meant } => unknown_directive(word, *meant),
        Finding::ClockBehind { seconds, clock } => clock_behind(*seconds, *clock),
        Finding::EmptyHeading { term } => empty_heading(term),
        Finding::ToDo { text } => tr!("not finished: {text}", "書きかけです: {text}"),
        Finding::Media { target, fault } => media(&short(target), fault),
        Finding::NothingButMissing { term, target, fault } => nothing_but_missing(term, &short(target), fault),
        Finding::DiagramAsCode { kind } => diagram(kind),
        Finding::SameTitle { title, other } => same_title(title, &shown(other)),
        Finding::UnansweredQuestion { question } => unanswered(question),
        Finding::MostlyCode { term } => mostly_code(term),
        Finding::SetextTrap => setext_trap(),
        Finding::ReversedLink { text } => reversed_link(&short(text)),
        Finding::HeadingWithoutSpace { text } => heading_without_space(text),
        Finding::UnclosedFence => unclosed_fence(),
        Finding::OutdentedFence => outdented_fence(),
        Finding::UnclosedContainer { opener } => unclosed_container(opener),
        Finding::IndentedProse => indented_prose(),
        Finding::ShallowChildren => shallow_children(),
        Finding::DefinedTwice { term, path, line } => defined_twice(term, &shown(path), *line),
        Finding::AnswersItself { term } => answers_itself(term),
        Finding::LongAnswer { term, facts } => long_answer(term, *facts),
        Finding::GivenAway { words } => given_away(words),
        Finding::ClozeBraces => cloze_braces(),
        Finding::EmphasisElsewhere { text } => emphasis_elsewhere(text),
        Finding::UnreadText { text, reason } => unread(text, *reason),
    }
}

fn defined_twice(term: &str, path: &str, line: usize) -> String {
    tr!(
        "`{term}` has another definition at {path}:{line}, so one question has two answers; join them, or say in the \
         term which is meant",
        "`{term}` は {path}:{line} でも説明されていて、同じ問いに答えが二つあります。まとめるか、用語を書き分けてください"
    )
}

fn answers_itself(term: &str) -> String {
    tr!(
        "the answer of `{term}` says nothing that the question does not, so it makes no card; write what it is",
        "`{term}` の答えは問いのくり返しなので、カードになりません。それが何かを書いてください"
    )
}

fn long_answer(term: &str, facts: usize) -> String {
    tr!(
        "the answer of `{term}` holds {facts} facts, too many to recall at once; put headings or terms into it",
        "`{term}` の答えは {facts} 項目あり、一度に思い出すには多すぎます。見出しや用語で分けてください"
    )
}

fn given_away(words: &str) -> String {
    tr!(
        "`{words}` is hidden, but stands in the rest of the sentence, too; make both bold, or say it otherwise there",
        "`{words}` を隠しても、同じ文のほかの所に見えています。両方を太字にするか、一方を言い換えてください"
    )
}

fn cloze_braces() -> String {
    tr!(
        "two braces are Anki's own signs in a cloze, so the card keeps them apart; write them as code to be sure",
        "二重の波かっこは Anki の穴埋めの記号なので、カードでは間を空けて見せます。コードとして書くと確実です"
    )
}

fn emphasis_elsewhere(text: &str) -> String {
    tr!(
        "`{text}` is bold or italic on the card, but GitHub and others show the signs; put a space beside them, or the \
         brackets outside",
        "`{text}` はカードでは強調されますが、GitHub などでは記号のまま見えます。前後に空白を入れるか、かっこを強調の外に出してください"
    )
}

fn unread(text: &str, reason: Unread) -> String {
    let text = short(text);
    match reason {
        Unread::AboveHeadings => tr!(
            "`{text}` stands above the first heading, so it is on no card; put a heading over it",
            "`{text}` は最初の見出しより前にあり、どのカードにも載りません。見出しを付けてください"
        ),
        Unread::WithoutHeadings => tr!(
            "`{text}` is on no card: there is no heading that would ask for it; put one over each subject",
            "`{text}` には問いになる見出しがなく、どのカードにも載りません。話題ごとに見出しを付けてください"
        ),
        Unread::Nameless => tr!(
            "`{text}` stands under a heading without words, so it is on no card; give the heading a name",
            "`{text}` は文字のない見出しの下にあり、どのカードにも載りません。見出しに名前を付けてください"
        ),
        Unread::LargeTable => tr!(
            "this table is too large for an answer, and its rows make no cards of their own; put a short term first in \
             each row, or split it",
            "この表は答えには大きすぎ、行もカードになりません。各行の先頭に短い用語を置くか、表を分けてください"
        ),
        Unread::LongList => tr!(
            "this list is too long for an answer; put headings over its parts, or say behind each item what it is",
            "この箇条書きは答えには長すぎます。見出しで分けるか、各項目に説明を付けてください"
        ),
    }
}

fn converted(from: &str) -> String {
    tr!(
        "this is not UTF-8; it was read as {from}: save it as UTF-8 to be sure",
        "UTF-8 ではないので、{from} として読みました。念のため UTF-8 で保存してください"
    )
}

fn empty_heading(term: &str) -> String {
    tr!("nothing is under `{term}`, so it makes no card", "`{term}` の下に何もないので、カードになりません")
}

fn nothing_but_missing(term: &str, target: &str, fault: &MediaFault) -> String {
    let why = match fault {
        MediaFault::Remote => tr!(
            "`{target}` is not in your notes; save it there",
            "`{target}` はノートの外にあります。ノートのフォルダに保存してください"
        ),
        fault => media(target, fault),
    };
    tr!(
        "{why}; nothing else answers `{term}`, so it makes no card",
        "{why}。`{term}` の答えがほかにないので、カードになりません"
    )
}

fn unanswered(question: &str) -> String {
    tr!("no answer is under `{question}`, so it makes no card", "`{question}` の下に答えがないので、カードになりません")
}

fn mostly_code(term: &str) -> String {
    tr!("`{term}` is mostly code, so it makes no card", "`{term}` はほとんどコードなので、カードになりません")
}

fn unreadable(reason: &Reason) -> String {
    let reason = system::reason(reason);
    tr!("cannot read: {reason}; it was skipped", "読めないので飛ばしました: {reason}")
}

fn duplicate_id(id: &str, first: &str, line: usize) -> String {
    tr!(
        "the id `{id}` is given at {first}:{line} already, so this one was ignored; give each card its own",
        "id `{id}` は {first}:{line} にもあるので、こちらは無視しました。カードごとに別の id を付けてください"
    )
}

fn diagram(kind: &str) -> String {
    tr!(
        "this {kind} drawing is on the card as its code; a picture of it would be shown",
        "{kind} の図は、カードではコードのまま出ます。図で見たいときは画像にしてください"
    )
}

fn same_title(title: &str, other: &str) -> String {
    tr!(
        "`{title}` is the title of {other} too, so their decks are told apart by file name",
        "`{title}` は {other} のタイトルでもあるので、デッキ名にファイル名を付けて区別します"
    )
}

/// Why a picture, a sound or a film is not on a card.
pub fn media(target: &str, fault: &MediaFault) -> String {
    match fault {
        MediaFault::Remote => tr!(
            "`{target}` is not in your notes, so only a link is kept; save it there to see it",
            "`{target}` はノートの外にあるので、リンクだけ残します。見たいときはノートのフォルダに保存してください"
        ),
        MediaFault::Missing { meant } => missing(target, meant.as_deref()),
        MediaFault::Outside => tr!(
            "`{target}` is outside of the project (the notes' folder, or one above it with .git or .obsidian); \
             copy it there",
            "`{target}` はプロジェクト (ノートのフォルダか、.git や .obsidian のある上のフォルダ) の外にあります。\
             中にコピーしてください"
        ),
        MediaFault::Unreadable { reason } => {
            let reason = system::reason(reason);
            tr!("`{target}` cannot be read: {reason}", "`{target}` を読めません: {reason}")
        }
        MediaFault::NoFile => tr!(
            "`{target}` is no file; save it as one",
            "`{target}` は普通のファイルではありません。ファイルとして保存してください"
        ),
        MediaFault::Empty => tr!("`{target}` is empty; save it again", "`{target}` は空です。保存し直してください"),
        MediaFault::Unknown(ending) => not_shown(target, *ending),
        MediaFault::TooLarge { size, most } => {
            let (size, most) = (bytes(*size), bytes(*most));
            tr!(
                "`{target}` is too large for a card ({size}; the most is {most}); make it smaller",
                "`{target}` はカードには大きすぎます ({size}、上限は {most})。小さくしてください"
            )
        }
        MediaFault::Svg { line, fault } => tr!(
            "`{target}` is no SVG that can be read (line {line}: {fault}); export it again",
            "`{target}` を SVG として読めません ({line} 行目: {fault})。もう一度 SVG で保存してください"
        ),
    }
}

fn missing(target: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => {
            tr!("there is no `{target}`; did you mean `{meant}`?", "`{target}` がありません。もしかして: `{meant}`")
        }
        None => tr!(
            "there is no `{target}`, neither from the note's folder nor from the project's",
            "`{target}` がありません。ノートのフォルダから見ても、プロジェクトのフォルダから見ても見つかりません"
        ),
    }
}

fn not_shown(target: &str, ending: Option<&str>) -> String {
    match ending {
        Some(ending) => tr!(
            "`{target}` holds what Anki does not show ({ending}); save it as {SHOWN} or WebM",
            "`{target}` は Anki で表示できない形式 ({ending}) です。{SHOWN}, WebM のどれかで保存してください"
        ),
        None => tr!(
            "`{target}` holds no picture, sound or film; save it as {SHOWN} or WebM",
            "`{target}` は画像でも音声でも動画でもありません。{SHOWN}, WebM のどれかで保存してください"
        ),
    }
}

/// What Anki shows on every device.
const SHOWN: &str = "PNG, JPEG, GIF, WebP, AVIF, SVG, MP3, WAV, MP4";

/// An address, if it is not a whole picture itself.
fn short(target: &str) -> String {
    let shown: String = target.chars().take(100).collect();
    if shown.len() < target.len() { shown + "…" } else { shown }
}

fn unknown_directive(word: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => tr!(
            "`{word}` tells soa-anki nothing and was ignored; did you mean `{meant}`?",
            "`{word}` は soa-anki の知らない語なので無視しました。もしかして: `{meant}`"
        ),
        None => tr!(
            "`{word}` tells soa-anki nothing and was ignored",
            "`{word}` は soa-anki の知らない語なので無視しました"
        ),
    }
}

fn clock_behind(seconds: i64, clock: Clock) -> String {
    let (number, thing) = match seconds {
        ..120 => (seconds, Thing::Second),
        120..7200 => (seconds / 60, Thing::Minute),
        7200..172_800 => (seconds / 3600, Thing::Hour),
        _ => (seconds / 86_400, Thing::Day),
    };
    let ago = count(usize::try_from(number).unwrap_or_default(), thing);
    match clock {
        Clock::System => tr!(
            "the clock is {ago} behind the newest note in the lock; set it: \
             Anki up to 24.11 ignores what is older than its last import",
            "時計が、lock にある最新のノートより {ago}遅れています。合わせてください \
             (Anki 24.11 までは、前回の読み込みより古いものを無視します)"
        ),
        Clock::Told => tr!(
            "SOURCE_DATE_EPOCH is {ago} behind the newest note in the lock; give the present time: \
             Anki up to 24.11 ignores what is older than its last import",
            "SOURCE_DATE_EPOCH が、lock にある最新のノートより {ago}遅れています。今の時刻にしてください \
             (Anki 24.11 までは、前回の読み込みより古いものを無視します)"
        ),
    }
}

fn left_out(reason: LeftOut) -> String {
    let what = match reason {
        LeftOut::Skipped => {
            return tr!("left out, as its front matter says", "front matter の指定どおり、読みませんでした");
        }
        LeftOut::FrontPage => tr!("the front page of other notes", "ほかのノートの表紙"),
        LeftOut::Project => tr!("about the project", "プロジェクトについての文書"),
        LeftOut::Template => tr!("a template", "テンプレート"),
        LeftOut::Drawing => tr!("a drawing", "図"),
        LeftOut::Board => tr!("a board of tasks", "タスクのボード"),
        LeftOut::Translation => tr!("a translation of the notes beside it", "隣にあるノートの翻訳"),
    };
    tr!(
        "left out: it is {what}; name the file itself to read it",
        "{what}なので読みませんでした。読むにはファイルそのものを指定してください"
    )
}

fn unclosed_front_matter() -> String {
    tr!(
        "the front matter has no closing `---`, so it is read as notes; add a line `---` after it",
        "front matter を閉じる `---` がないので、本文として読みました。後ろに `---` の行を足してください"
    )
}

fn setext_trap() -> String {
    tr!(
        "directly below text, dashes make a heading of it in Markdown; they are read as they were meant; \
         put a blank line between",
        "Markdown では、文のすぐ下に線を引くとその文が見出しになります。ただの線として読みました。\
         間に空行を入れてください"
    )
}

fn reversed_link(text: &str) -> String {
    tr!(
        "the brackets of `{text}` are the wrong way round; write `[text](address)`",
        "`{text}` はかっこが逆です。`[文字](アドレス)` と書いてください"
    )
}

fn heading_without_space(text: &str) -> String {
    tr!(
        "`{text}` is read as a heading; put a space after `#`",
        "`{text}` は見出しとして読みました。`#` の後ろに空白を入れてください"
    )
}

fn unclosed_fence() -> String {
    tr!(
        "this code has no end, so what follows may be taken for code; close it with the same sign",
        "コードが閉じていないので、続きもコードに見えるかもしれません。同じ記号で閉じてください"
    )
}

fn outdented_fence() -> String {
    tr!(
        "this code stands further left than the item it is in, and is read as a part of it; indent all of it",
        "コードが項目より左に出ています。項目の一部として読みました。全体を字下げしてください"
    )
}

fn unclosed_container(opener: &str) -> String {
    tr!(
        "`{opener}` has no end, so it ends before the next heading; close it",
        "`{opener}` に終わりがないので、次の見出しの前までとしました。閉じてください"
    )
}

fn indented_prose() -> String {
    tr!(
        "this is indented by 4 columns or more, which makes code of it in Markdown; it is read as text; \
         indent it less",
        "Markdown では、4 桁以上の字下げはコードになります。文章として読みました。字下げを減らしてください"
    )
}

fn shallow_children() -> String {
    tr!(
        "this is indented too little to be under the item above in Markdown; it is read as if it were; \
         indent it as far as the item's text",
        "Markdown では、この字下げは浅すぎて上の項目の下になりません。下にあるものとして読みました。\
         上の項目の文字の位置まで字下げしてください"
    )
}

fn binary(offset: usize) -> String {
    tr!(
        "this is not text (a NUL byte at offset {offset}) and was skipped; give it another ending than .md",
        "テキストではない (オフセット {offset} に NUL) ので飛ばしました。.md 以外の拡張子にしてください"
    )
}

fn front_matter(reason: &str) -> String {
    tr!(
        "the front matter is not valid YAML: {reason}; \
         put values that hold `: ` or begin with a sign into quotation marks",
        "front matter が YAML として正しくありません ({reason})。\
         `: ` を含む値や記号で始まる値は、引用符で囲んでください"
    )
}

fn not_utf8(offset: usize, byte: u8) -> String {
    match (offset, byte) {
        (0, 0xFE | 0xFF) => tr!(
            "the text is damaged UTF-16 and was skipped; save it as UTF-8",
            "壊れた UTF-16 なので飛ばしました。UTF-8 で保存してください"
        ),
        _ => tr!(
            "the text is not UTF-8 (byte 0x{byte:02X} at offset {offset}) and was skipped; save it as UTF-8",
            "UTF-8 ではない (オフセット {offset} に 0x{byte:02X}) ので飛ばしました。UTF-8 で保存してください"
        ),
    }
}
