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
mod words;

use rayon::prelude::*;

pub use media::Reference;
pub use phrase::NotATerm;
pub use sight::{Shape, Sides, Sight, sights};

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::entry::{Body, Context, Entry, Span, answer, first_of_each};
use crate::markdown::{self, Html, Tree};
use crate::source::Source;

/// What was found in the notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// One per source, in the order of the sources.
    pub documents: Vec<Document>,
    /// In the order of the notes.
    pub entries: Vec<Entry>,
    /// What is not an entry, and why. In the order of the notes.
    pub decisions: Vec<Decision>,
    /// What the author should act on, in the order of the notes.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a source says of all its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The source's path.
    pub path: String,
    /// Its title: by front matter, else a sole leading top heading, else the file's stem.
    pub title: String,
    /// The deck that front matter names in place of the file's own.
    pub deck: Option<String>,
    /// Front matter's tags.
    pub tags: Vec<String>,
    /// Whether front matter asks for reverse cards; `None` where it does not tell.
    pub reversed: Option<bool>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Codes of findings that its author does not want to hear of, and where.
    pub allowed: Vec<(Span, Vec<&'static str>)>,
    /// The pictures, sounds and films that its entries refer to.
    pub media: Vec<Reference>,
}

impl Document {
    /// The heading that what begins at `offset` stands under, or is.
    pub fn heading(&self, offset: usize) -> Option<&Heading> {
        let above = self.headings.partition_point(|heading| heading.span.start <= offset);
        Some(&self.headings[above.checked_sub(1)?])
    }
}

/// A heading with its own body, up to the next heading; or what stands before the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Where it stands in the source.
    pub span: Span,
    /// The headings down to this one, without the file's title: the context of what stands right under it.
    pub path: Context,
}

/// Why a part of a source is not an entry of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Position of its source.
    pub source: usize,
    /// The part.
    pub span: Span,
    /// The rule that left it out.
    pub rule: Rule,
}

/// The rules of extraction, by which an entry is made or a part of the notes is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    // By which an entry is made.
    /// A heading with its own body.
    Heading,
    /// A short file without headings, under its title.
    Title,
    /// A bullet that separates its term from its definition.
    Separated,
    /// A bullet with its definition below.
    TermLine,
    /// A statement with key phrases in bold.
    Bold,

    /// A row of a table whose first column holds terms.
    TableRow,
    /// A line of a paragraph of `term – definition` lines.
    GlossaryLine,
    /// A paragraph that begins with a bold term.
    BoldLead,
    /// A bold line used as heading.
    BoldLine,
    /// A question with its answer.
    Question,
    /// A block that hides what its summary names.
    Details,

    // By which a bullet stays in what it stands under.
    /// Its first line is no term.
    Statement(NotATerm),
    /// Its first line goes on in the next.
    Wrapped,
    /// A short phrase with nothing under it.
    BareItem,
    /// 例, 注意, Note: it belongs to what it stands under.
    Label,

    /// 概要, 特徴, Overview: its body stands in the definition of the heading above.
    Attribute,

    // By which a table's rows are no entries.
    /// Its first column holds no short, distinct terms.
    TableWithoutTerms,
    /// Its first column holds numbers or dates.
    TableOfNumbers,
    /// It compares rivals: the table is the answer.
    TableOfRivals,
    /// The author chose that no table's rows are entries.
    TablesAreOff,
    /// It is too large for an answer.
    LargeTable,
    /// A list of bare phrases that is too long for an answer.
    LongList,

    // By which something is left out.
    /// `- [ ]`
    OpenTask,
    /// Marked as unfinished: `TODO`, `(未)`.
    ToDo,
    /// There is no letter or digit in the term.
    NoWord,
    /// There is nothing to read in the definition.
    NoDefinition,
    /// All that the definition shows are pictures or sounds that are not there.
    MissingMedia,
    /// A question without an answer, or a list of such.
    Unanswered,
    /// All there is are links.
    OnlyLinks,
    /// A heading or a bullet over the terms of its children, which does not ask for a set.
    Shelf,
    /// All that the definition says is study advice.
    Advice,
    /// All that the definition says is what will be told, or where.
    Announcement,
    /// Mostly code.
    MostlyCode,
    /// A heading with nothing under it.
    EmptyHeading,
    /// A heading that is about the note: まとめ, Summary.
    AboutTheNote,
    /// References, tables of contents.
    References,
    /// Text before the first heading.
    Preamble,
    /// A directive tells to leave it out.
    Skipped,
    /// A comment.
    Comment,
    /// Markup that has no text: `:::message`, `[!note]`, `{: .class}`; and what no term holds, though it is shown: a reading, the
    /// name of an emoji.
    Markup,
    /// A property of Logseq: `id:: …`
    Property,
    /// A block id of Obsidian: `^abc`
    Anchor,
    /// Cells beyond those of the table's head.
    ExtraCells,
    /// A footnote of what makes no card.
    Footnote,
    /// What a code fence says besides the language and the file's name.
    FenceInfo,
    /// An entry that is the same, word for word, stands earlier: the one that begins at `start` of `source`.
    Repeated {
        /// The position of its source.
        source: usize,
        /// Its first byte.
        start: usize,
    },
}

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
