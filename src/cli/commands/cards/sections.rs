//! `cards --summary`: how many cards each section has, and why some have none.

use std::collections::BTreeMap;

use crate::Outcome;
use crate::model::decision::{Decision, Document, Heading, Rule};
use serde::Serialize;

use crate::cli::language::tr;
use crate::cli::ui::console::Console;
use crate::cli::ui::paths::File;
use crate::cli::ui::table::{self, Column};

/// Most reasons that are told of one section.
const REASONS: usize = 2;

/// A section and its cards.
#[derive(Serialize)]
pub struct Section<'a> {
    file: &'a str,
    line: usize,
    /// Its headings; the file's title, where there is none.
    #[serde(rename = "section")]
    name: String,
    cards: usize,
    /// Why there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    why: Vec<String>,
}

/// The sections of all files, in order.
pub fn sections<'a>(outcome: &Outcome, files: &'a [File]) -> Vec<Section<'a>> {
    let mut cards: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (note, origin) in outcome.collection.notes.iter().zip(&outcome.origins) {
        let document = &outcome.documents[origin.source];
        if let Some(heading) = document.heading(origin.span.start) {
            *cards.entry((origin.source, heading.span.start)).or_default() += note.cards.len();
        }
    }
    let mut decisions: Vec<Vec<&Decision>> = vec![Vec::new(); files.len()];
    for decision in &outcome.decisions {
        decisions[decision.source].push(decision);
    }
    let mut all = Vec::new();
    for (source, document) in outcome.documents.iter().enumerate() {
        for (at, heading) in document.headings.iter().enumerate() {
            let next = document.headings.get(at + 1);
            let cards = cards.get(&(source, heading.span.start)).copied().unwrap_or(0);
            let why = if cards == 0 { reasons(&decisions[source], heading, next) } else { Vec::new() };
            let (name, file) = (name(document, heading), &files[source]);
            all.push(Section { file: &file.path, line: file.line(heading.span.start), name, cards, why });
        }
    }
    all
}

/// As a table: section, cards, why there are none, and the place.
pub fn table(sections: &[Section]) -> String {
    let cells = |section: &Section| {
        let place = format!("{}:{}", section.file, section.line);
        [section.name.clone(), section.cards.to_string(), section.why.join("; "), place]
            .map(|cell| cell.replace(['\t', '\n'], " "))
    };
    let cells: Vec<_> = sections.iter().map(cells).collect();
    let columns = [
        Column::End(tr!("section", "節")),
        Column::Start(tr!("cards", "カード")),
        Column::Start(tr!("why none", "ない理由")),
        Column::End(tr!("place", "場所")),
    ];
    table::fitting(&columns, &cells)
}

/// The sum of it.
pub fn sum_up(sections: &[Section], console: &Console) {
    let cards: usize = sections.iter().map(|section| section.cards).sum();
    let (all, bare) = (sections.len(), sections.iter().filter(|section| section.cards == 0).count());
    console.say(&tr!(
        "cards: {cards}; sections: {all}, without cards: {bare}",
        "カード: {cards}、節: {all}、うちカードなし: {bare}"
    ));
}

fn name(document: &Document, heading: &Heading) -> String {
    if heading.path.is_empty() { document.title.clone() } else { heading.path.join(" › ") }
}

/// What kept a section from having cards: what is said of the whole of it, else of its parts, the most frequent first.
fn reasons(decisions: &[&Decision], heading: &Heading, next: Option<&Heading>) -> Vec<String> {
    let mut inside = decisions.iter().filter(|decision| heading.span.contains(&decision.span.start));
    let over_others =
        next.is_some_and(|next| next.path.len() > heading.path.len() && next.path.starts_with(&heading.path));
    let whole = |decision: &&&Decision| decision.span.start == heading.span.start;
    if let Some(why) = inside.clone().filter(whole).find_map(|decision| of_whole(decision.rule, over_others)) {
        return vec![why];
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for why in inside.clone().filter_map(|decision| of_part(decision.rule)) {
        *times.entry(why).or_default() += 1;
    }
    let mut reasons: Vec<(String, usize)> = times.into_iter().collect();
    reasons.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    if reasons.is_empty() {
        let bare = inside.any(|decision| matches!(decision.rule, Rule::NoWord | Rule::NoDefinition));
        return vec![if bare {
            tr!("there is nothing to ask or to answer", "問いか答えになる文字がない")
        } else {
            tr!("its text is on another card", "ほかのカードに含む")
        }];
    }
    reasons.into_iter().take(REASONS).map(|(why, _)| why).collect()
}

/// What a rule says of a whole section, in a few words. `over_others`: whether there are sections in it.
fn of_whole(rule: Rule, over_others: bool) -> Option<String> {
    Some(match rule {
        Rule::EmptyHeading if over_others => tr!("there are only sections under it", "下位の見出しのみ"),
        Rule::EmptyHeading => tr!("nothing is under it", "下に何もない"),
        Rule::AboutTheNote => tr!("it is about the notes", "ノート自体の話"),
        Rule::References => tr!("references", "参考文献"),
        Rule::Preamble => tr!("it stands before the first heading", "最初の見出しより前"),
        Rule::Skipped => tr!("a comment skips it", "コメントで除外"),
        Rule::Attribute => tr!("it is told with the heading above", "上の見出しの説明に含む"),
        Rule::Shelf => tr!("it only gathers other terms", "用語を集めた見出し"),
        _ => return None,
    })
}

/// What a rule says of a part of a section, in a few words; nothing of what is no text, and of what makes entries.
fn of_part(rule: Rule) -> Option<String> {
    Some(match rule {
        Rule::OpenTask | Rule::ToDo => tr!("it is not finished", "書きかけ"),
        Rule::Unanswered => tr!("questions without answers", "答えのない質問"),
        Rule::OnlyLinks => tr!("only links", "リンクのみ"),
        Rule::MostlyCode => tr!("mostly code", "ほとんどがコード"),
        Rule::Advice | Rule::Announcement => {
            tr!("it only says what to study, or what will be told", "学習の指示や予告のみ")
        }
        Rule::MissingMedia => tr!("pictures or sounds are missing", "画像や音声が見つからない"),
        Rule::Repeated { .. } => tr!("it is said elsewhere, word for word", "ほかの場所と同じ内容"),
        Rule::LongList => tr!("a list that is too long for an answer", "答えには長すぎる箇条書き"),
        Rule::BareItem => tr!("phrases without definitions", "説明のない語句"),
        Rule::Statement(_) | Rule::Wrapped | Rule::Label => tr!("only statements", "文のみ"),
        Rule::TablesAreOff => tr!("tables are turned off", "表からは作らない設定"),
        Rule::TableWithoutTerms | Rule::TableOfNumbers | Rule::TableOfRivals | Rule::LargeTable => {
            tr!("a table whose rows are no terms", "行が用語でない表")
        }
        _ => return None,
    })
}
