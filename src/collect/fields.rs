//! The fields and tags of a note.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::markdown::Html;
use crate::model::config::Config;
use crate::model::decision::Document;
use crate::model::entry::{Body, Context, Entry};
use crate::model::notetype::{cloze_field, term_field};

/// What an entry's note shows: its fields, and the templates that make a card of it.
pub(super) struct Shown {
    pub fields: Vec<Html>,
    pub cards: Vec<u16>,
    /// The term or the sentence, as plain text.
    pub text: String,
    /// Where in the definition other entries stand by their terms.
    pub children: Box<[Range<usize>]>,
}

impl Shown {
    /// The fields of an entry. `above` is its context, `numbers` are those of its deletions.
    pub fn new(body: Body, above: &Context, document: &Document, hint: Html, numbers: &[u16]) -> Self {
        let mut made = match body {
            Body::Term { text, term, definition, children } => {
                let mut fields = vec![Html::default(); term_field::COUNT];
                fields[term_field::TERM] = term;
                fields[term_field::DEFINITION] = definition;
                fields[term_field::HINT] = hint;
                fields[term_field::CONTEXT] = context(document, above, |_| false);
                fields[term_field::SOURCE] = source(document, above);
                Self { fields, cards: vec![0], text, children }
            }
            Body::Cloze { text, cloze, notes, .. } => {
                let mut fields = vec![Html::default(); cloze_field::COUNT];
                fields[cloze_field::TEXT] = cloze.with_numbers(numbers);
                fields[cloze_field::EXTRA] = notes;
                fields[cloze_field::CONTEXT] = context(document, above, |_| false);
                fields[cloze_field::SOURCE] = source(document, above);
                Self {
                    fields,
                    cards: numbers.iter().map(|number| number - 1).collect(),
                    text,
                    children: Box::default(),
                }
            }
        };
        made.cards.sort_unstable();
        made
    }
}

/// The title and what stands above the entry, without what is left out; the style draws what separates them.
pub(super) fn context(document: &Document, above: &Context, is_left_out: impl Fn(&str) -> bool) -> Html {
    let mut html = Html::default();
    let mut last = "";
    for part in std::iter::once(&document.title).chain(above.iter()) {
        // A top heading that repeats the title says nothing new.
        if part.is_empty() || part == last || is_left_out(part) {
            continue;
        }
        if !html.is_empty() {
            html.push_text(" ");
        }
        html.push_markup("<span>");
        html.push_text(part);
        html.push_markup("</span>");
        last = part;
    }
    html
}

/// The file and the nearest thing above the entry. Never a line number: an
/// inserted line must not touch every note below it.
fn source(document: &Document, above: &Context) -> Html {
    let mut html = Html::escape(&document.path);
    if let Some(nearest) = above.last() {
        html.push_text(" › ");
        html.push_text(nearest);
    }
    html
}

/// Gives entries the tags that the author chose for all of them, and those of their headings: `EC2::料金`.
pub(super) fn give_tags(entries: &mut [Entry], documents: &[Document], config: &Config) {
    if config.tags.is_empty() && !config.heading_tags {
        return;
    }
    for entry in entries {
        let heading = documents[entry.source].heading(entry.span.start).filter(|_| config.heading_tags);
        // A heading that is an entry itself stands under those above it.
        let tag = heading.map(|heading| heading_tag(heading.path.iter().take(entry.context.len())));
        let tag = tag.filter(|tag| !tag.is_empty());
        entry.add_tags(config.tags.iter().cloned().chain(tag));
    }
}

/// Headings as the levels of a tag: a colon at the edge of one would join with what separates them.
fn heading_tag<'a>(path: impl Iterator<Item = &'a String>) -> String {
    let levels = path.map(|part| part.replace("::", "：：").trim_matches([':', '#', ' ']).to_owned());
    levels.filter(|level| !level.is_empty()).collect::<Vec<_>>().join("::")
}

pub(super) fn tags(document: &Document, entry: &Entry) -> Vec<String> {
    let told = entry.directive.iter().flat_map(|directive| &directive.tags);
    let all =
        document.tags.iter().chain(&entry.tags).chain(told).map(|tag| tag_name(tag)).filter(|tag| !tag.is_empty());
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

/// A tag as Anki can hold it: without white space.
fn tag_name(tag: &str) -> String {
    let words: Vec<&str> = tag.trim_start_matches('#').split_whitespace().collect();
    words.join("_").replace('"', "")
}
