//! `cards --summary`: how many cards each section has, and why some have none.

use std::collections::BTreeMap;

use crate::Outcome;
use crate::model::decision::{Decision, Document, Heading, Rule};
use serde::Serialize;

use crate::cli::ui::console::Console;
use crate::cli::ui::paths::File;
use crate::cli::ui::table::{self, Column};
use crate::cli::words::cards::{self as words, Why};

/// Most reasons shown for one section.
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
    let [section, cards, why, place] = words::summary_columns();
    let columns = [Column::End(section), Column::Start(cards), Column::Start(why), Column::End(place)];
    table::fitting(&columns, &cells)
}

/// The sum of it.
pub fn sum_up(sections: &[Section], console: &Console) {
    let cards: usize = sections.iter().map(|section| section.cards).sum();
    let (all, bare) = (sections.len(), sections.iter().filter(|section| section.cards == 0).count());
    console.say(&words::sum(cards, all, bare));
}

fn name(document: &Document, heading: &Heading) -> String {
    if heading.path.is_empty() { document.title.clone() } else { heading.path.join(" › ") }
}

/// Why a section has no cards: the reason for the whole of it, or else those for its parts, the most frequent first.
fn reasons(decisions: &[&Decision], heading: &Heading, next: Option<&Heading>) -> Vec<String> {
    let mut inside = decisions.iter().filter(|decision| heading.span.contains(&decision.span.start));
    let over_others =
        next.is_some_and(|next| next.path.len() > heading.path.len() && next.path.starts_with(&heading.path));
    let whole = |decision: &&&Decision| decision.span.start == heading.span.start;
    let of_whole = |decision: &Decision| match words::why(decision.rule, over_others) {
        Why::Whole(why) => Some(why),
        Why::Part(_) | Why::Nothing => None,
    };
    if let Some(why) = inside.clone().filter(whole).find_map(|decision| of_whole(decision)) {
        return vec![why];
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for decision in inside.clone() {
        if let Why::Part(why) = words::why(decision.rule, over_others) {
            *times.entry(why).or_default() += 1;
        }
    }
    let mut reasons: Vec<(String, usize)> = times.into_iter().collect();
    reasons.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    if reasons.is_empty() {
        let bare = inside.any(|decision| matches!(decision.rule, Rule::NoWord | Rule::NoDefinition));
        return vec![if bare { words::no_text() } else { words::on_another_card() }];
    }
    reasons.into_iter().take(REASONS).map(|(why, _)| why).collect()
}
