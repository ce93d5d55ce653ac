//! What `cards` says.

use crate::cli::language::tr;
use crate::model::decision::Rule;

use super::count::{Thing, count};

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
    tr!("no card matches; without filters there are {all}", "条件に合うカードはありません (絞り込まなければ {all} 件)")
}

/// How many cards there are in how many sections.
pub fn sum(cards: usize, sections: usize, bare: usize) -> String {
    let (cards, sections) = (count(cards, Thing::Card), count(sections, Thing::Section));
    tr!("{cards} in {sections} ({bare} without cards)", "{cards}、{sections} (うちカードなし {bare})")
}

/// What a rule says of a whole section, in a few words. `over_others`: whether there are sections in it.
pub fn why_whole(rule: Rule, over_others: bool) -> Option<String> {
    Some(match rule {
        Rule::EmptyHeading if over_others => tr!("only sections under it", "下位の見出しだけ"),
        Rule::EmptyHeading => tr!("nothing under it", "下に何もない"),
        Rule::AboutTheNote => tr!("about the notes", "ノート自体の話"),
        Rule::References => tr!("references", "参考文献"),
        Rule::Preamble => tr!("before the first heading", "最初の見出しより前"),
        Rule::Skipped => tr!("skipped by a comment", "コメントで対象外"),
        Rule::Attribute => tr!("part of the answer above", "上の見出しの説明に含む"),
        Rule::Shelf => tr!("only groups other terms", "用語を集めた見出し"),
        _ => return None,
    })
}

/// What a rule says of a part of a section, in a few words; nothing of what is no text, and of what makes entries.
pub fn why_part(rule: Rule) -> Option<String> {
    Some(match rule {
        Rule::OpenTask | Rule::ToDo => tr!("not finished", "書きかけ"),
        Rule::Unanswered => tr!("questions without answers", "答えのない問題"),
        Rule::OnlyLinks => tr!("only links", "リンクだけ"),
        Rule::MostlyCode => tr!("mostly code", "ほとんどがコード"),
        Rule::Advice | Rule::Announcement => {
            tr!("only says what to study, or what comes next", "学習の指示か予告だけ")
        }
        Rule::MissingMedia => tr!("missing pictures or sounds", "見つからない画像や音声"),
        Rule::Repeated { .. } => tr!("the same text as elsewhere", "ほかの場所と同じ内容"),
        Rule::LongList => tr!("a list too long for an answer", "答えには長すぎる箇条書き"),
        Rule::BareItem => tr!("phrases without definitions", "説明のない語句"),
        Rule::Statement(_) | Rule::Wrapped | Rule::Label => tr!("only sentences", "文だけ"),
        Rule::TablesAreOff => tr!("tables are turned off", "表からは作らない設定"),
        Rule::TableWithoutTerms | Rule::TableOfNumbers | Rule::TableOfRivals | Rule::LargeTable => {
            tr!("a table whose rows are not terms", "行が用語ではない表")
        }
        _ => return None,
    })
}

/// There is no text that could be asked or answered.
pub fn no_text() -> String {
    tr!("nothing to ask or to answer", "問題か答えになる文字がない")
}

/// All of the section's text belongs to other cards.
pub fn on_another_card() -> String {
    tr!("its text is on another card", "ほかのカードに含む")
}
