//! Sources to entries: which parts of free-form notes become cards.
//!
//! One file per shape of notes. Rules look at the tree and at plain text; they
//! know nothing of Anki. Whatever they leave out, they say why in a [`Decision`].

mod bullet;
mod cloze;
mod definition;
mod footnote;
mod glossary;
mod heading;
mod media;
mod phrase;
mod question;
mod review;
mod roles;
mod sight;
mod steer;
mod table;
mod trap;
mod twice;
mod walk;

use rayon::prelude::*;

pub use sight::{Shape, Sides, Sight, sights};

use crate::findings::Diagnostic;
use crate::markdown::{self, Html, Tree};
use crate::model::config::Config;
use crate::model::decision::{Decision, Document, Extraction, Rule};
use crate::model::entry::{Body, Context, Entry, answer, first_of_each};
use crate::read::Source;

/// Finds the entries of `sources`.
///
/// Pure: the same sources give the same extraction, and what one source gives
/// does not depend on the others.
pub fn extract(sources: &[Source], config: &Config) -> Extraction {
    let parts: Vec<_> = sources
        .par_iter()
        .enumerate()
        .map_init(Tree::default, |tree, (index, source)| extract_one(index, source, tree, config))
        .collect();
    let mut extraction = Extraction::default();
    extraction.entries.reserve(parts.iter().map(|(_, entries, ..)| entries.len()).sum());
    for (document, entries, decisions, diagnostics) in parts {
        extraction.documents.push(document);
        extraction.entries.extend(entries);
        extraction.decisions.extend(decisions);
        extraction.diagnostics.extend(diagnostics);
    }
    let twice = twice::find(&extraction.entries, sources);
    extraction.diagnostics.extend(twice);
    extraction
}

/// `tree` holds nothing that is needed.
fn extract_one(
    index: usize,
    source: &Source,
    tree: &mut Tree,
    config: &Config,
) -> (Document, Vec<Entry>, Vec<Decision>, Vec<Diagnostic>) {
    markdown::parse_into(tree, &source.text, source.body);
    let front_matter = &source.front_matter;
    let title = title(source, tree, config);
    let mut walk = walk::Walk::new(source, index, &title, tree, config);
    heading::source(&mut walk);
    let (mut entries, mut decisions, mut diagnostics) = (walk.entries, walk.decisions, walk.diagnostics);
    let headings = walk.headings;
    let allowed = steer::allowed(source, tree, &walk.directives);
    // A heading is made after what stands under it: its definition shows their terms.
    // Cached keys, because they are small: sorting would move whole entries time and again.
    entries.sort_by_cached_key(|entry| (entry.span.start, std::cmp::Reverse(entry.span.end)));
    let entries = join_repeated(entries);
    decisions.sort_by_key(|decision| (decision.span.start, decision.span.end));
    diagnostics.sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| place.span.start));
    let document = Document {
        path: source.path.clone(),
        title,
        deck: front_matter.deck.clone(),
        tags: front_matter.tags.clone(),
        reversed: front_matter.soa.reversed,
        headings,
        allowed,
        media: if tree.may_have_media() { media::references(source, &entries) } else { Vec::new() },
    };
    (document, entries, decisions, diagnostics)
}

/// The same term twice in the same context is one entry, definitions joined.
fn join_repeated(entries: Vec<Entry>) -> Vec<Entry> {
    let first = first_of_each(&entries, |entry| matches!(entry.body, Body::Term { .. }), asked);
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

/// What a term entry asks, as identity knows it. Questions are told apart by their options, too, and by which of them
/// are right; pictures by what they show.
fn asked(entry: &Entry) -> Option<(&Context, &str, Option<&Html>, Option<String>)> {
    match &entry.body {
        Body::Term { text, term, definition, .. } => {
            let is_question = entry.rule == Rule::Question;
            let shown = is_question || term.references().next().is_some();
            let chosen = (is_question && term.as_str().contains("<li>")).then(|| answer(term, definition));
            Some((&entry.context, text, shown.then_some(term), chosen))
        }
        Body::Cloze { .. } => None,
    }
}

fn join(earlier: &mut Entry, later: Entry) {
    let (Body::Term { definition, children, .. }, Body::Term { definition: more, children: others, .. }) =
        (&mut earlier.body, later.body)
    else {
        return;
    };
    if !definition.as_str().contains(more.as_str()) {
        definition.push_below(&more);
        let start = definition.as_str().len() - more.as_str().len();
        let others = others.iter().map(|child| child.start + start..child.end + start);
        *children = children.iter().cloned().chain(others).collect();
    }
    earlier.add_tags(later.tags);
}

/// What a source calls itself.
fn title(source: &Source, tree: &Tree, config: &Config) -> String {
    let told = source.front_matter.title.clone().or_else(|| heading::leading_title(tree, &config.words.markers));
    told.unwrap_or_else(|| stem(&source.path))
}

/// The file's name without folders and ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
