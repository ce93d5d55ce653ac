//! The same term twice in the same context is one entry, its answers joined. What only counts parts is no term: `Step`; and
//! the steps under two headings are two ways.

use crate::lexicon::Lexicon;
use crate::markdown::{Element, Fragment};
use crate::model::decision::Rule;
use crate::model::entry::{Body, Context, Entry, answer, first_of_each};
use crate::recognise::phrase;

/// Whether an entry is answered by numbered steps: those of another are another way.
fn has_steps(entry: &Entry) -> bool {
    matches!(&entry.body, Body::Term { definition, .. } if definition.has(Element::Ordered))
}

/// Joins entries of one source that ask the same, in order.
pub(super) fn repeated(entries: Vec<Entry>, words: &Lexicon) -> Vec<Entry> {
    let is_named = |entry: &Entry| {
        let is_walk = || phrase::names_a_part(words, entry.text()) || has_steps(entry);
        matches!(entry.body, Body::Term { .. }) && !(is_by_heading(entry) && is_walk())
    };
    let first = first_of_each(&entries, is_named, asked);
    if first.iter().enumerate().all(|(at, &first)| at == first) {
        return entries;
    }
    let mut joined: Vec<Option<Entry>> = Vec::with_capacity(entries.len());
    for (at, entry) in entries.into_iter().enumerate() {
        match joined.get_mut(first[at]).and_then(Option::as_mut) {
            Some(earlier) => {
                join(earlier, entry);
                joined.push(None);
            }
            None => joined.push(Some(entry)),
        }
    }
    joined.into_iter().flatten().collect()
}

fn is_by_heading(entry: &Entry) -> bool {
    matches!(entry.rule, Rule::Heading | Rule::Question)
}

/// What a term entry asks, as identity knows it. Questions are told apart by their options, too, and by which of them
/// are right; pictures by what they show.
fn asked(entry: &Entry) -> Option<(&Context, &str, Option<&Fragment>, Option<String>)> {
    match &entry.body {
        Body::Term { text, term, definition, .. } => {
            let is_question = entry.rule == Rule::Question;
            let shown = is_question || term.has_media();
            let chosen = (is_question && term.has(Element::Item)).then(|| answer(term, definition));
            Some((&entry.context, text, shown.then_some(term), chosen))
        }
        Body::Cloze { .. } => None,
    }
}

fn join(earlier: &mut Entry, later: Entry) {
    let (Body::Term { definition, .. }, Body::Term { definition: more, .. }) = (&mut earlier.body, later.body) else {
        return;
    };
    if !definition.contains(&more) {
        definition.append_below(more);
    }
    earlier.add_tags(later.tags);
}
