//! The fields and tags of a note.

use std::collections::BTreeSet;

use crate::markdown::{Fragment, Html};
use crate::model::config::Config;
use crate::model::decision::Document;
use crate::model::entry::{Body, Context, Entry};
use crate::model::note::Holds;
use crate::model::notetype::{cloze_field, term_field};

/// What an entry's note shows: its fields, and the templates that make a card of it.
pub(super) struct Fields {
    pub html: Vec<Html>,
    pub cards: Vec<u16>,
    pub holds: Holds,
}

/// Where entries stand, as their notes show it: the same for neighbours, and made once for them.
pub(super) struct Place {
    source: usize,
    above: Context,
    /// The title and what stands above them.
    context: Html,
    /// The file and the nearest thing above them.
    file: Html,
}

impl Place {
    /// The place under `above` in the document at `source`, which is that of `last` for most entries.
    pub fn new(last: Option<Self>, source: usize, above: &Context, document: &Document) -> Self {
        let same = last.filter(|last| last.source == source && last.above == *above);
        same.unwrap_or_else(|| Self {
            source,
            above: above.clone(),
            context: context(document, above, |_| false),
            file: file(document, above),
        })
    }
}

impl Fields {
    /// The fields of an entry. `numbers` are those of its deletions.
    pub fn new(body: &Body, place: &Place, hint: Option<&Fragment>, numbers: &[u16]) -> Self {
        let mut fields = Self { html: Vec::new(), cards: vec![0], holds: Holds::default() };
        match body {
            Body::Term { term, definition, .. } => {
                fields.html = vec![Html::default(); term_field::COUNT];
                fields.write(term_field::TERM, term, &[]);
                match definition.outline() {
                    None => fields.write(term_field::DEFINITION, definition, &[]),
                    Some((answer, outline)) => {
                        fields.write(term_field::DEFINITION, &answer, &[]);
                        fields.write(term_field::EXTRA, &outline, &[]);
                    }
                }
                fields.html[term_field::CONTEXT] = place.context.clone();
                if let Some(hint) = hint {
                    fields.write(term_field::HINT, hint, &[]);
                }
                fields.html[term_field::SOURCE] = place.file.clone();
            }
            Body::Cloze { cloze, notes, .. } => {
                fields.html = vec![Html::default(); cloze_field::COUNT];
                fields.write(cloze_field::TEXT, cloze, numbers);
                fields.html[cloze_field::CONTEXT] = place.context.clone();
                if let Some(hint) = hint {
                    fields.write(cloze_field::HINT, hint, &[]);
                }
                fields.write(cloze_field::EXTRA, notes, &[]);
                fields.html[cloze_field::SOURCE] = place.file.clone();
                fields.cards = numbers.iter().map(|number| number - 1).collect();
            }
        }
        fields.cards.sort_unstable();
        fields
    }

    /// Makes the HTML of a field: here, and nowhere else.
    pub fn write(&mut self, field: usize, fragment: &Fragment, numbers: &[u16]) {
        let written = fragment.write(numbers);
        self.html[field] = written.html;
        self.holds.media.extend(written.media);
        self.holds.code.extend(written.code.into_iter().map(|code| (field, code)));
    }

    /// What they hold, if that is anything.
    pub fn take_holds(&mut self) -> Option<Box<Holds>> {
        let holds = std::mem::take(&mut self.holds);
        (holds != Holds::default()).then(|| Box::new(holds))
    }
}

/// The title and what stands above an entry, as a card shows it: a top heading that repeats the title says nothing new.
pub fn shown_above<'a>(title: &'a str, above: &'a Context) -> impl Iterator<Item = &'a str> {
    let mut last = "";
    let parts = std::iter::once(title).chain(above.iter().map(String::as_str));
    parts.filter(move |&part| !part.is_empty() && std::mem::replace(&mut last, part) != part)
}

/// The same, without what is left out; the style draws what separates them.
pub(super) fn context(document: &Document, above: &Context, is_left_out: impl Fn(&str) -> bool) -> Html {
    let mut html = Html::default();
    for part in shown_above(&document.title, above).filter(|part| !is_left_out(part)) {
        if !html.is_empty() {
            html.push_text(" ");
        }
        html.push_markup("<span>");
        html.push_text(part);
        html.push_markup("</span>");
    }
    html
}

/// The file and the nearest thing above the entry. Never a line number: an
/// inserted line must not touch every note below it.
fn file(document: &Document, above: &Context) -> Html {
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
