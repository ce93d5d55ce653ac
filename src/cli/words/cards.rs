//! What `cards` says.

use crate::cli::language::tr;
use crate::model::decision::Rule;

use super::count::{Thing, count, joined};

/// The titles of the columns: term, kind, context, deck, tags, place.
pub fn columns() -> [String; 6] {
    [
        tr!("term", "用語"),
        tr!("kind", "種類"),
        tr!("context", "上の見出し"),
        tr!("deck", "デッキ"),
        tr!("tags", "タグ"),
        tr!("place", "場所"),
    ]
}

/// The titles of the columns of a summary: section, cards, why there are none, place.
pub fn summary_columns() -> [String; 4] {
    [tr!("section", "節"), tr!("cards", "カード"), tr!("why none", "ない理由"), tr!("place", "場所")]
}

/// Nothing in the notes makes a card.
pub fn nothing() -> String {
    tr!("nothing in these notes makes a card", "このノートにはカードになるものがありません")
}

/// There are cards, and the filters leave none.
pub fn none_fits(all: usize) -> String {
    if all == 1 {
        return tr!(
            "nothing matches your filters; without them, 1 line is listed",
            "条件に合うカードはありません (絞り込まなければ 1 行)"
        );
    }
    tr!(
        "nothing matches your filters; without them, {all} lines are listed",
        "条件に合うカードはありません (絞り込まなければ {all} 行)"
    )
}

/// Names that are shown before the rest is only counted.
const NAMED: usize = 8;

/// The decks that the cards are in.
pub fn decks_there(decks: &[&str]) -> String {
    let some = some_of(decks);
    tr!("no card is in that deck; the decks are {some}", "そのデッキのカードはありません。あるデッキ: {some}")
}

/// The tags that the cards have.
pub fn tags_there(tags: &[&str]) -> String {
    if tags.is_empty() {
        return tr!("no card has a tag", "タグの付いたカードはありません");
    }
    let some = some_of(tags);
    tr!("no card has that tag; the tags are {some}", "そのタグのカードはありません。あるタグ: {some}")
}

/// The first of several names, and how many more there are.
fn some_of(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let shown = joined(&shown);
    match names.len().saturating_sub(NAMED) {
        0 => shown,
        rest => tr!("{shown} and {rest} more", "{shown}、ほか {rest} 個"),
    }
}

/// How many cards there are in how many sections.
pub fn sum(cards: usize, sections: usize, bare: usize) -> String {
    let (cards, sections) = (count(cards, Thing::Card), count(sections, Thing::Section));
    tr!("{cards} in {sections} ({bare} without cards)", "{cards}、{sections} (うちカードなし {bare})")
}

/// Why a rule keeps cards out of a section, in a few words.
pub enum Why {
    /// It decides about the whole section.
    Whole(String),
    /// It decides about a part of the section.
    Part(String),
    /// It keeps none out: it makes entries, or is about what is not text.
    Nothing,
}

/// Why a rule keeps cards out of a section. `over_others`: whether there are sections in it.
#[rustfmt::skip]
pub fn why(rule: Rule, over_others: bool) -> Why {
    use Why::{Nothing, Part, Whole};
    match rule {
        Rule::EmptyHeading if over_others => Whole(tr!("only sections under it", "下位の見出しだけ")),
        Rule::EmptyHeading => Whole(tr!("nothing under it", "下に何もない")),
        Rule::Motto => Whole(tr!("a motto", "題辞")),
        Rule::AboutTheNote => Whole(tr!("about the notes", "ノート自体の話")),
        Rule::References => Whole(tr!("references", "参考文献")),
        Rule::Preamble => Whole(tr!("before the first heading", "最初の見出しより前")),
        Rule::Skipped => Whole(tr!("skipped by a comment", "コメントで対象外")),
        Rule::Attribute => Whole(tr!("part of the answer above", "上の見出しの説明に含む")),
        Rule::AnswerKeys => Whole(tr!("answers of other questions", "ほかの問題の答え")),
        Rule::Leftovers => Part(tr!("lines between terms with cards of their own", "カードのある用語の間に残った行")),
        Rule::Shelf => Whole(tr!("only groups other terms", "用語を集めた見出し")),
        Rule::OpenTask | Rule::ToDo => Part(tr!("not finished", "書きかけ")),
        Rule::Unanswered => Part(tr!("questions without answers", "答えのない問題")),
        Rule::OnlyLinks => Part(tr!("only links", "リンクだけ")),
        Rule::MostlyCode => Part(tr!("mostly code", "ほとんどがコード")),
        Rule::Advice | Rule::Announcement => {
            Part(tr!("only says what to study, or what comes next", "学習の指示か予告だけ"))
        }
        Rule::MissingMedia => Part(tr!("missing pictures or sounds", "見つからない画像や音声")),
        Rule::Repeated { .. } => Part(tr!("the same text as elsewhere", "ほかの場所と同じ内容")),
        Rule::LongList => Part(tr!("a list too long for an answer", "答えには長すぎる箇条書き")),
        Rule::BareItem => Part(tr!("phrases without definitions", "説明のない語句")),
        Rule::Statement(_) | Rule::Wrapped | Rule::Label => Part(tr!("only sentences", "文だけ")),
        Rule::WorkedExample => Part(tr!("a worked example", "例題や計算例")),
        Rule::TablesAreOff => Part(tr!("tables are turned off", "表からは作らない設定")),
        Rule::TableWithoutTerms | Rule::TableOfNumbers | Rule::TableOfRivals | Rule::LargeTable => {
            Part(tr!("a table whose rows are not terms", "行が用語ではない表"))
        }
        Rule::Heading | Rule::Title | Rule::Separated | Rule::TermLine | Rule::Bold | Rule::TableRow
        | Rule::GlossaryLine | Rule::BoldLead | Rule::BoldLine | Rule::Question | Rule::Details | Rule::NoWord
        | Rule::NoDefinition | Rule::Comment | Rule::Markup | Rule::Property | Rule::Anchor | Rule::ExtraCells
        | Rule::Footnote | Rule::FenceInfo | Rule::RightOption => Nothing,
    }
}

/// There is no text that could be asked or answered.
pub fn no_text() -> String {
    tr!("nothing to ask or to answer", "問題か答えになる文字がない")
}

/// All of the section's text belongs to other cards.
pub fn on_another_card() -> String {
    tr!("its text is on another card", "ほかのカードに含む")
}
