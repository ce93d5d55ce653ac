//! Words for the rules of extraction: why something is a card, and why something is none.

use crate::model::decision::{NotATerm, Rule};
use crate::recognise::Sight;
use crate::text::columns;

use crate::cli::language::tr;

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

/// Why a rule made or left out what it did. `seen`: what it saw.
#[rustfmt::skip]
pub fn why(rule: Rule, seen: Option<&Sight>) -> String {
    match rule {
        Rule::Heading | Rule::Title | Rule::Separated | Rule::TermLine | Rule::Bold | Rule::TableRow
        | Rule::GlossaryLine | Rule::BoldLead | Rule::BoldLine | Rule::Question | Rule::Details => made(rule),
        Rule::Statement(why) => statement(why, seen),
        Rule::Wrapped | Rule::BareItem | Rule::Label | Rule::Attribute | Rule::TableWithoutTerms
        | Rule::TableOfNumbers | Rule::TableOfRivals | Rule::LargeTable | Rule::TablesAreOff
        | Rule::LongList => of_the_block_above(rule),
        Rule::OpenTask | Rule::ToDo | Rule::NoWord | Rule::NoDefinition | Rule::MissingMedia | Rule::Unanswered
        | Rule::OnlyLinks | Rule::Shelf | Rule::Advice | Rule::Announcement | Rule::MostlyCode => no_card(rule),
        Rule::EmptyHeading | Rule::AboutTheNote | Rule::References | Rule::Preamble | Rule::Skipped | Rule::Comment
        | Rule::Markup | Rule::Property | Rule::Anchor | Rule::ExtraCells | Rule::Footnote | Rule::FenceInfo
        | Rule::Repeated { .. } => no_text(rule),
    }
}

fn made(rule: Rule) -> String {
    match rule {
        Rule::Heading => tr!("a heading asks for the text under it", "見出しが、その下の文章を問う"),
        Rule::Title => {
            tr!("a short file without headings answers its title", "見出しのない短いファイルは、題名の答えになる")
        }
        Rule::Separated => {
            tr!("a separator parts the term from its definition", "区切りで用語と説明が分かれている")
        }
        Rule::TermLine => {
            tr!("the line is a term, and its definition stands under it", "行が用語で、その下に説明がある")
        }
        Rule::Bold => tr!("bold words of a statement are hidden", "文の太字が穴埋めになる"),
        Rule::TableRow => tr!("the first column of the table holds terms", "表の最初の列が用語である"),
        Rule::GlossaryLine => {
            tr!("several lines side by side are term and definition", "「用語：説明」の行が並んでいる")
        }
        Rule::BoldLead => tr!("the paragraph begins with a term in bold", "段落が太字の用語で始まる"),
        Rule::BoldLine => tr!("a line in bold serves as a heading", "太字の行が見出しの役をしている"),
        Rule::Question => tr!("a question stands with its answer", "質問と答えがそろっている"),
        _ => tr!("a block hides what its summary names", "折りたたみが、題の答えを隠している"),
    }
}

/// Why a line is no term, with the words of it that decided.
fn statement(why: NotATerm, seen: Option<&Sight>) -> String {
    let piece = seen.and_then(|seen| seen.not_a_term.as_ref()).map_or("", |(_, piece)| piece.trim());
    match why {
        NotATerm::Ending => tr!(
            "it ends like a sentence (`{piece}`), so it is no term",
            "「{piece}」と文のように終わるので、用語ではない"
        ),
        NotATerm::OpenParticle => {
            tr!("it ends in the particle `{piece}`, so the sentence is open", "助詞「{piece}」で終わり、文が続いている")
        }
        NotATerm::PointsForward => {
            tr!("it only points to what follows (`{piece}`)", "「{piece}」と、次に続くものを指しているだけ")
        }
        NotATerm::Topic => {
            tr!("it is a sentence about `{piece}`, and no term", "「{piece}」を主題にした文で、用語ではない")
        }
        NotATerm::Clause => {
            tr!("`{piece}` makes it a sentence, so it is no term", "`{piece}` があり文なので、用語ではない")
        }
        NotATerm::Wide => {
            let (wide, most) = seen.map_or((0, 0), |seen| (columns(&seen.text), seen.widest));
            tr!(
                "it is too long for a term ({wide} columns; the most is {most})",
                "用語には長すぎる（{wide} 桁、上限は {most} 桁）"
            )
        }
        NotATerm::AnswersItself => tr!("it answers itself (`{piece}`)", "「{piece}」と、自分で答えを言っている"),
        NotATerm::Remark => tr!(
            "it says something of the subject above, and names nothing",
            "上の主題について述べていて、何かの名前ではない"
        ),
    }
}

fn of_the_block_above(rule: Rule) -> String {
    match rule {
        Rule::Wrapped => tr!("its first line goes on in the next one", "最初の行が次の行へ続いている"),
        Rule::BareItem => tr!("it is a short phrase, and nothing tells what it means", "短い語だけで、説明がない"),
        Rule::Label => {
            tr!("it begins with a label, so it belongs to what stands above", "ラベルで始まるので、上の項目に属する")
        }
        Rule::Attribute => tr!(
            "any subject has such a heading, so its text answers the heading above",
            "どの主題にもある見出しなので、その下の文章は上の見出しの答えになる"
        ),
        Rule::TableWithoutTerms => tr!(
            "the first column of the table holds no short, distinct terms",
            "表の最初の列に、短くて互いに異なる用語がない"
        ),
        Rule::TableOfNumbers => tr!("the first column of the table holds numbers", "表の最初の列が数値である"),
        Rule::TableOfRivals => {
            tr!("the table compares, so it is one answer as a whole", "比較の表なので、表全体でひとつの答えになる")
        }
        Rule::LargeTable => tr!("the table is too large for an answer", "表が大きすぎて、ひとつの答えにならない"),
        Rule::TablesAreOff => {
            tr!("your settings say that tables make no cards", "表からカードを作らない設定になっている")
        }
        _ => tr!("the list is too long for an answer", "箇条書きが長すぎて、ひとつの答えにならない"),
    }
}

fn no_card(rule: Rule) -> String {
    match rule {
        Rule::OpenTask => tr!("it is a task that is not done yet", "まだ終わっていないタスクである"),
        Rule::ToDo => tr!("it is marked as not finished", "書きかけの印がある"),
        Rule::NoWord => tr!("there is no word in the term", "用語に文字がない"),
        Rule::NoDefinition => tr!("nothing that answers it can be read under it", "答えになる文章がない"),
        Rule::MissingMedia => {
            tr!("all of its answer are files that are missing", "答えが、見つからないファイルだけである")
        }
        Rule::Unanswered => tr!("a question without an answer", "質問に答えがない"),
        Rule::OnlyLinks => tr!("there are only links", "リンクしかない"),
        Rule::Shelf => tr!(
            "it only gathers the terms under it, which have cards of their own",
            "下の用語を集めているだけで、用語にはそれぞれカードがある"
        ),
        Rule::Advice => tr!("it says what to study, and not what is so", "学習の指示だけで、内容がない"),
        Rule::Announcement => {
            tr!("it only says what will be told, or where", "これから、または別の場所で述べることの予告だけである")
        }
        _ => tr!("it is mostly code, which nobody recalls", "ほとんどがコードで、思い出す問いにならない"),
    }
}

fn no_text(rule: Rule) -> String {
    match rule {
        Rule::EmptyHeading => tr!("nothing is under the heading", "見出しの下に何もない"),
        Rule::AboutTheNote => tr!("it is about the note itself", "ノートそのものについて述べている"),
        Rule::References => tr!("it only says where to read more", "参考文献や目次である"),
        Rule::Preamble => tr!("it stands before the first heading", "最初の見出しより前にある"),
        Rule::Skipped => tr!("a `soa: skip` tells to leave it out", "`soa: skip` で除かれている"),
        Rule::Comment => tr!("a comment or markup without text", "コメント、または文章を含まないタグである"),
        Rule::Markup => tr!("markup that has no text of its own", "文章を含まない記法がある"),
        Rule::Property => tr!("a property, and no text", "文章ではなくプロパティである"),
        Rule::Anchor => tr!("the name of a block, and no text", "文章ではなくブロックの名前がある"),
        Rule::ExtraCells => tr!("the row has more cells than the table's head", "見出し行より多いセルがある"),
        Rule::Footnote => tr!("a footnote that no card refers to", "どのカードからも参照されない脚注である"),
        Rule::FenceInfo => {
            tr!("what the fence says besides the language is not shown", "コードの言語のほかの指定は表示されない")
        }
        _ => tr!("it says word for word what an earlier card says", "前のカードと一字一句同じである"),
    }
}
