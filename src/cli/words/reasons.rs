//! Words for the rules of extraction: why something is a card, and why something is none.

use crate::explain;
use crate::model::decision::{NotATerm, NotHidden, Rule};
use crate::recognise::{Alike, LineFacts, LineKind, NotAGlossary, phrase};
use crate::text::{columns, has_word};

use crate::cli::language::tr;
use crate::cli::words::count::quoted;

/// The name of a rule for programs: `table-row`, `statement-topic`.
pub fn name(rule: Rule) -> String {
    let written = match rule {
        Rule::Statement(why) => format!("Statement{why:?}"),
        Rule::Repeated { .. } => "Repeated".to_owned(),
        _ => format!("{rule:?}"),
    };
    let mut name = String::with_capacity(written.len() + 4);
    for letter in written.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// Why a rule made or left out what it did. `seen`: the facts of the line that it decided about.
#[rustfmt::skip] // A rule a line.
pub fn why(rule: Rule, seen: Option<&LineFacts>) -> String {
    match rule {
        Rule::Heading => tr!("a heading asks for the text under it", "見出しが問題、その下の文章が答え"),
        Rule::Title => tr!("a short file without headings answers its title", "見出しのない短いファイルは、全体がタイトルの答えになる"),
        Rule::Separated => tr!("a separator divides the term and its definition", "区切りの前が用語、後が説明"),
        Rule::TermLine => tr!("the line is a term, and its definition is under it", "行が用語、その下が説明"),
        Rule::Bold => tr!("bold words of a sentence are hidden", "文の太字を隠す"), Rule::Question => tr!("a question with its answer", "問題と答えがそろっている"),
        Rule::TableRow => tr!("the first column of the table holds terms", "表の 1 列目が用語"),
        Rule::GlossaryLine => tr!("several lines in a row are term and definition", "「用語：説明」の行が並んでいる"),
        Rule::BoldLead => tr!("the paragraph begins with a term in bold or italics", "段落が太字か斜体の用語で始まる"),
        Rule::BoldLine => tr!("a line in bold or in 【】 serves as a heading", "太字か【】の行が見出しの代わり"),
        Rule::Details => tr!("the title of a folded block or a callout asks for what is in it", "折りたたみやコールアウトのタイトルが問題、中身が答え"),
        Rule::Statement(why) => seen.and_then(not_hidden).unwrap_or_else(|| statement(why, seen)),
        Rule::Wrapped => tr!("its first line continues on the next one", "1 行目が次の行へ続いている"),
        Rule::BareItem => seen.and_then(not_hidden).unwrap_or_else(|| bare(seen)),
        Rule::Label => label(seen), Rule::AnswerKeys => answer_keys(), Rule::RightOption => right_option(),
        Rule::Attribute => attribute(seen), Rule::WorkedExample => tr!("it is a part of a worked example", "例題や計算例の一部"),
        Rule::TableWithoutTerms => tr!("the first column of the table has no short, distinct terms", "表の 1 列目に、短くて互いに異なる用語がない"),
        Rule::TableOfNumbers => tr!("the first column of the table holds numbers", "表の 1 列目が数値"),
        Rule::TableOfRivals => tr!("the table compares, so it is one answer as a whole", "比較の表なので、表全体で 1 つの答えになる"),
        Rule::LargeTable => tr!("the table is too large for an answer", "表が大きすぎて、1 つの答えにならない"),
        Rule::TablesAreOff => tr!("your settings say that tables make no cards", "表からカードを作らない設定になっている"),
        Rule::LongList => tr!("the list is too long for an answer", "箇条書きが長すぎて、1 つの答えにならない"), Rule::Leftovers => tr!("under it are terms with cards of their own, and lines between them", "下にあるのは、カードのある用語と、その間に残った行だけ"),
        Rule::OpenTask => tr!("it is a task that is not done yet", "終わっていないタスク"), Rule::ToDo => tr!("it is marked as not finished", "書きかけの印がある"),
        Rule::NoWord => tr!("the term has no words", "用語に文字がない"), Rule::OnlyLinks => tr!("there are only links, or images on the web", "リンクか、ウェブ上の画像しかない"),
        Rule::NoDefinition => no_definition(seen),
        Rule::MissingMedia => tr!("its answer is only files that are missing", "答えが、見つからないファイルだけ"),
        Rule::Unanswered => tr!("a question without an answer", "問題に答えがない"), Rule::MostlyCode => tr!("it is mostly code, which nobody can recall", "ほとんどがコードなので、問題にならない"),
        Rule::Shelf => tr!("it only groups the terms under it, which have cards of their own", "下の用語をまとめるだけで、用語にはそれぞれカードがある"),
        Rule::Advice => tr!("it only says what to study", "学習の指示だけで、内容がない"),
        Rule::Announcement => tr!("it only announces what is said below or elsewhere", "これから、または別の場所で述べることの予告だけ"),
        Rule::EmptyHeading => tr!("there is no text directly under the heading", "見出しのすぐ下に文章がない"),
        Rule::AboutTheNote => about_the_note(seen),
        Rule::Motto => tr!("a quotation between the title and the headings is read as a motto", "タイトルと見出しの間の引用は、題辞とみなす"),
        Rule::References => tr!("it only says where to read more", "参考文献や目次"),
        Rule::Preamble => tr!("there is no heading above it", "上に見出しがない"),
        Rule::Skipped => tr!("`soa: skip` excludes it", "`soa: skip` により対象外"),
        Rule::Comment => tr!("a comment or a tag, not text", "文章ではなく、コメントかタグ"),
        Rule::Markup => tr!("it is formatting, not text", "文章ではなく、書式の記号"),
        Rule::Property => tr!("a property or tags, not text", "文章ではなく、プロパティかタグ"), Rule::Anchor => tr!("the ID of a block, not text", "文章ではなく、ブロックの ID"),
        Rule::ExtraCells => tr!("the row has more cells than the table's header", "表の見出しより多いセル"),
        Rule::Footnote => tr!("a footnote that no card refers to", "どのカードからも参照されない脚注"),
        Rule::FenceInfo => tr!("only the language of a code block is used, not its other options", "コードの言語以外の指定は表示されない"),
        Rule::Repeated { .. } => tr!("it repeats an earlier card word for word", "前のカードと一字一句同じ"),
    }
}

fn answer_keys() -> String {
    tr!(
        "it lists the answers of questions that stand elsewhere; write each answer under its question",
        "ほかの場所にある問題の答えの一覧。答えは、それぞれの問題の下に書く"
    )
}

fn right_option() -> String {
    tr!(
        "it only says which option is right, which the answer to the question shows",
        "正解がどれかを示すだけで、正解の選択肢は問題の答えに載る"
    )
}

/// The name of a heading.
fn heading(seen: Option<&LineFacts>) -> Option<String> {
    let seen = seen.filter(|seen| matches!(seen.kind, LineKind::Heading(_)) && !seen.name.is_empty())?;
    Some(quoted(&seen.name))
}

fn attribute(seen: Option<&LineFacts>) -> String {
    match heading(seen) {
        Some(name) => tr!(
            "{name} is a general heading, so its text answers the heading above",
            "{name}は一般的な見出しなので、その下の文章は上の見出しの答えになる"
        ),
        None => tr!(
            "under a general heading, so it answers the heading above that",
            "一般的な見出しの下なので、その上の見出しの答えになる"
        ),
    }
}

fn about_the_note(seen: Option<&LineFacts>) -> String {
    match heading(seen) {
        Some(name) => {
            tr!("the heading {name} is about the note itself", "見出し{name}は、ノート自体についてのもの")
        }
        None => tr!("it is about the note itself", "ノート自体についての文章"),
    }
}

/// Why a line begins with a label, with the label.
fn label(seen: Option<&LineFacts>) -> String {
    let text = seen.map_or("", |seen| &seen.text);
    let sign = text.find(char::is_alphanumeric).filter(|&at| at > 0).map(|at| text[..at].trim());
    let label = sign.or_else(|| text.split([':', '：', ' ', ')', '）', '\u{3000}']).next()).unwrap_or_default();
    let is_item = seen.is_some_and(|seen| seen.kind == LineKind::Item);
    if !is_item || label.is_empty() || columns(label) > WIDEST_LABEL {
        return tr!("it begins with a label, so it belongs to what is above", "ラベルで始まるので、上の内容に属する");
    }
    let label = quoted(label);
    tr!("{label} is a label, so the line belongs to what is above", "{label}はラベルなので、上の内容に属する")
}

fn no_definition(seen: Option<&LineFacts>) -> String {
    match seen.and_then(|seen| seen.sides.as_ref()).filter(|sides| columns(&sides.right) <= WIDEST_QUOTED) {
        Some(sides) => {
            let right = quoted(&sides.right);
            tr!("{right} says nothing new", "{right}では、新しいことが何もわからない")
        }
        None => tr!("it has no text that could be an answer", "答えになる文章がない"),
    }
}

/// Why a line with nothing under it is none.
fn bare(seen: Option<&LineFacts>) -> String {
    let Some(seen) = seen.filter(|seen| seen.kind == LineKind::Item) else {
        return tr!("a short phrase without an explanation", "語句だけで、説明がない");
    };
    let after = seen.mark.as_ref().and_then(|mark| seen.text.split_once(mark.as_str())).map(|(_, after)| after);
    let asks = explain::asks(&seen.text);
    let behind = seen.text.find(['?', '？']).map(|at| seen.text[at..].trim_start_matches(['?', '？']));
    if behind.is_some_and(|behind| behind.starts_with(' ') && has_word(behind)) {
        return tr!(
            "a question with its answer on the same line counts where at least two such lines stand together",
            "問題と答えを同じ行に書けるのは、そのような行が 2 行以上並ぶときだけ"
        );
    }
    if after.is_none_or(has_word) && asks {
        return why(Rule::Unanswered, None);
    }
    if let Some(alike) = &seen.shared {
        return shared(alike);
    }
    if let Some((left, right)) = explain::parted_by_a_space(&seen.text) {
        let (left, right) = (quoted(left), quoted(right));
        return tr!(
            "a space alone does not divide {left} from {right}; write a colon between them",
            "空白だけでは、{left}と{right}は分かれない。間にコロンを書く"
        );
    }
    if let Some(mark) = &seen.mark {
        return not_dividing(seen, mark.trim_matches(' '));
    }
    let is_sentence = phrase::has_hiragana(&seen.text) && columns(&seen.text) > WIDEST_LABEL;
    let is_long = is_sentence || seen.text.split_whitespace().count() > MOST_WORDS;
    if is_long && seen.bold.is_empty() {
        return tr!("there is neither a separator such as `:` nor a word in bold", "「：」などの区切りも、太字もない");
    }
    tr!("a short phrase without an explanation", "語句だけで、説明がない")
}

/// Why a line is not divided that would be in a list of such lines.
pub fn shared(alike: &Alike) -> String {
    let (mark, fewest) = (alike.sides.mark.trim(), alike.fewest);
    // Brackets are around the term, and white space is not seen.
    if mark.is_empty() || mark.contains(['】', ']', '］', '」']) {
        let (left, right) = (quoted(&alike.sides.left), quoted(&alike.sides.right));
        return tr!(
            "{left} and {right} are divided only where at least {fewest} such lines stand together, with few others between \
             them; that is not so here: write more of them, or use a colon",
            "{left}と{right}が分かれるのは、同じ書き方の行が {fewest} 行以上並び、ほかの書き方の行のほうが少ないとき。ここでは違うので、行を足すか、コロンを使う"
        );
    }
    if mark.contains([':', '：']) {
        return tr!(
            "`{mark}` divides such a line only where at least {fewest} of them stand together, with few others between them; \
             that is not so here",
            "このような行が `{mark}` で分かれるのは、同じ書き方の行が {fewest} 行以上並び、ほかの書き方の行のほうが少ないとき。ここでは違う"
        );
    }
    tr!(
        "`{mark}` divides a line only where at least {fewest} such lines stand together, with few others between them; \
         that is not so here: write more of them, or use a colon",
        "`{mark}` で分かれるのは、同じ書き方の行が {fewest} 行以上並び、ほかの書き方の行のほうが少ないとき。ここでは違うので、行を足すか、コロンを使う"
    )
}

/// Why a sign that can separate divides nothing.
pub fn not_dividing(facts: &LineFacts, mark: &str) -> String {
    let (before, after) = facts.text.split_once(mark).unwrap_or((&facts.text, ""));
    if !after.trim().is_empty() && !has_word(after) {
        return tr!("no word follows `{mark}`", "`{mark}` の後に言葉がない");
    }
    if after.trim().is_empty() {
        return tr!("nothing follows `{mark}`", "`{mark}` の後に何もない");
    }
    if columns(before.trim()) > facts.widest {
        return tr!("the text before `{mark}` is too long for a term", "`{mark}` の前が、用語には長すぎる");
    }
    tr!("the text before `{mark}` does not read like a term", "`{mark}` の前が、用語の形ではない")
}

/// Why a sign divides nothing in a line of a paragraph.
pub fn not_dividing_prose(why: NotAGlossary, mark: &str) -> String {
    match why {
        NotAGlossary::TooFew => tr!(
            "separator: `{mark}`, which counts only in bullets, or where three lines of a paragraph have one",
            "区切り: `{mark}` があるが、有効なのは箇条書きか、段落の 3 行以上にあるときだけ"
        ),
        NotAGlossary::GoesOn => tr!(
            "separator: `{mark}`, which does not count here, as the lines seem to be one text that was wrapped; write \
             each as a bullet",
            "区切り: `{mark}` があるが、折り返された一続きの文章に見えるため無効。1 行ずつ箇条書きにする"
        ),
        NotAGlossary::Outnumbered => tr!(
            "separator: `{mark}`, which counts only in bullets, or where at least half of the lines of a paragraph have one",
            "区切り: `{mark}` があるが、有効なのは箇条書きか、段落の半分以上の行にあるときだけ"
        ),
        NotAGlossary::Repeats => tr!(
            "separator: `{mark}`, which does not count here, as the same terms stand under several numbers",
            "区切り: `{mark}` があるが、同じ用語が複数の番号の下にあるため無効"
        ),
    }
}

/// Why nothing of a line is hidden, if words of it are marked.
fn not_hidden(seen: &LineFacts) -> Option<String> {
    let (why, piece) = seen.not_hidden.as_ref()?;
    let piece = quoted(piece);
    let of_marks = match why {
        NotHidden::Told => tr!("`cloze=false` says that nothing is hidden", "`cloze=false` により、太字を隠さない"),
        NotHidden::Off => tr!("your settings say that bold words are not hidden", "太字を隠さない設定になっている"),
        NotHidden::TooLong => tr!("it is too long for a cloze", "穴埋めには長すぎる"),
        NotHidden::TooMany => {
            tr!(
                "more than three parts are in bold, so none is hidden; leave one to three in bold, or write \
                 <!-- soa: cloze --> behind it",
                "太字が 4 か所以上あるので、隠さない。3 か所までに減らすか、後ろに <!-- soa: cloze --> と書く"
            )
        }
        NotHidden::NothingLeft => {
            tr!("with its bold words hidden, too little would be left", "太字を隠すと、残りが少なすぎて問題にならない")
        }
        NotHidden::PartOfAWord => {
            tr!(
                "{piece} is only a part of a word, and the rest would give it away",
                "{piece}は単語の一部で、残りから答えが分かる"
            )
        }
        NotHidden::SaysNothing => tr!("hiding {piece} would ask nothing", "{piece}を隠しても、問題にならない"),
        NotHidden::Question => return None,
        NotHidden::GivenAway => tr!(
            "{piece} is not hidden, as the same line says it elsewhere",
            "{piece}は同じ行のほかの所にもあるので、隠さない"
        ),
        NotHidden::Task => {
            tr!("it says what to do, so nothing is hidden", "目標や手順の文なので、太字を隠さない")
        }
        NotHidden::PointsAbove => tr!(
            "it refers to the line above, which its card would not show, so nothing is hidden",
            "カードに出ない上の行を受けた文なので、太字を隠さない"
        ),
        NotHidden::ShownAbove => tr!(
            "{piece} is not hidden, as a heading or a term above says it; to hide it all the same, write \
             <!-- soa: cloze --> behind the sentence",
            "{piece}は上の見出しか用語にもあるので、隠さない。それでも隠すなら、文の後ろに <!-- soa: cloze --> と書く"
        ),
    };
    Some(of_marks)
}

/// Widest label that is named, in columns.
const WIDEST_LABEL: usize = 16;
/// Widest text that is quoted whole, in columns.
const WIDEST_QUOTED: usize = 32;
/// Most words of a phrase.
const MOST_WORDS: usize = 4;

/// Why a line is a sentence for a word in it.
fn clause(piece: &str, no_bold: bool) -> String {
    if no_bold {
        return tr!(
            "a sentence without a word in bold (the word `{piece}` makes it a sentence, and no term)",
            "太字のない文 (`{piece}` という語があるので、用語ではなく文とみなす)"
        );
    }
    tr!("the word `{piece}` makes it a sentence, and no term", "`{piece}` という語があるので、用語ではなく文とみなす")
}

/// Why a line that ends like a sentence is no term, or one with the end of a sentence in its middle.
fn ending(piece: &str, seen: Option<&LineFacts>, no_bold: bool) -> String {
    let ends = seen.is_none_or(|seen| seen.text.trim_end_matches([':', '：', ' ', ')', '）']).ends_with(piece));
    if !ends {
        return tr!(
            "it reads like two sentences (`{piece}` and a space in its middle)",
            "途中に「{piece}」と空白があるので、2 つの文とみなす"
        );
    }
    if no_bold {
        return tr!("a sentence (it ends in `{piece}`) without a word in bold", "「{piece}」で終わる、太字のない文");
    }
    tr!("it ends like a sentence (`{piece}`)", "「{piece}」で終わる文")
}

/// Why a line is no term, with the words of it that decided.
fn statement(why: NotATerm, seen: Option<&LineFacts>) -> String {
    let piece = seen.and_then(|seen| seen.not_a_term.as_ref()).map_or("", |(_, piece)| piece.trim());
    let no_bold =
        seen.is_some_and(|seen| seen.kind == LineKind::Item && seen.bold.is_empty() && seen.not_hidden.is_none());
    match why {
        NotATerm::Ending => ending(piece, seen, no_bold),
        NotATerm::OpenParticle => {
            tr!("it ends in the particle `{piece}`, so the sentence goes on", "助詞「{piece}」で終わり、文が続いている")
        }
        NotATerm::PointsForward if seen.is_some_and(|seen| seen.kind == LineKind::Item && !seen.rest) => {
            tr!("it reads as if more should follow (`{piece}`)", "続きがありそうな書き方 (「{piece}」)")
        }
        NotATerm::PointsForward => {
            tr!("it only introduces what follows (`{piece}`)", "「{piece}」と、次に続くものを示しているだけ")
        }
        NotATerm::Topic => {
            let piece = piece.strip_suffix('は').unwrap_or(piece);
            if no_bold {
                tr!("a sentence about `{piece}` without a word in bold", "「{piece}は…」という文で、太字がない")
            } else {
                tr!("a sentence about `{piece}`", "「{piece}は…」という文")
            }
        }
        NotATerm::Clause => clause(piece, no_bold),
        NotATerm::Wide => {
            let (wide, most) = seen.map_or((0, 0), |seen| (columns(&seen.text), seen.widest));
            tr!(
                "it is too long for a term (width {wide}; the limit is {most})",
                "用語には長すぎる。幅は {wide} で、上限は {most} (全角は 2)"
            )
        }
        NotATerm::AnswersItself => tr!("it answers itself (`{piece}`)", "「{piece}」と、自分で答えを言っている"),
        NotATerm::Remark => {
            tr!("it describes the subject above and names nothing", "上の主題の説明で、何かの名前ではない")
        }
    }
}
