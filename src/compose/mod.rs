//! Claims to entries, from the inside out: what is inside of a claim is composed before the claim is decided about.
//!
//! `placement` keeps how each block and line appears in the answer around it, `refusal` says why a claim is no
//! entry, `section` composes headings, and all others follow the shapes of `recognise`.

mod cloze;
mod definition;
mod dialect;
mod footnote;
mod hint;
mod join;
mod listing;
mod media;
mod novelty;
mod placement;
mod questions;
mod refusal;
mod review;
mod section;
mod slips;
mod split;
mod term;
mod trace;
mod twice;
mod unclosed;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::findings::{Diagnostic, Finding, Unread};
use crate::markdown::{BlockId, Tree};
use crate::model::config::Config;
use crate::model::decision::{Decision, Document, Extraction, Rule};
use crate::model::entry::{Context, Entry};
use crate::read::Source;
use crate::recognise;
use crate::recognise::claim::{Asks, Claim, Found, Inside, Items, Refused, Rows, Spot};
use crate::recognise::cursor::{Blocks, Habit, Item};
use crate::recognise::facts::Facts;
use crate::recognise::outline::Outline;
use crate::recognise::settled;
use crate::text::Span;
use definition::Renderer;
use placement::{Omission, Placements};
use trace::Recognised;
pub use trace::trace;

/// Finds the entries of `sources`.
///
/// Pure: the same sources give the same extraction, and what one source gives does not depend on the others. It never
/// fails: all text is valid, and what is strange in it becomes a diagnostic.
///
/// ```
/// use soa_anki::{Config, Source, extract};
///
/// let text = "## SQS\n\nA queue.\n\n- DLQ: keeps what failed\n".to_owned();
/// let source = Source { path: "aws.md".to_owned(), text, ..Source::default() };
/// let found = extract(&[source], &Config::default());
/// let terms: Vec<&str> = found.entries.iter().map(|entry| entry.text()).collect();
/// assert_eq!(terms, ["SQS", "DLQ"]);
/// ```
pub fn extract(sources: &[Source], config: &Config) -> Extraction {
    let parts: Vec<_> = sources
        .par_iter()
        .enumerate()
        .map_init(Tree::default, |tree, (index, source)| extract_one(index, source, tree, config))
        .collect();
    let mut extraction = Extraction::default();
    extraction.entries.reserve(parts.iter().map(|part| part.composed.entries.len()).sum());
    for part in parts {
        extraction.documents.push(part.document);
        extraction.entries.extend(part.composed.entries);
        extraction.decisions.extend(part.composed.decisions);
        extraction.diagnostics.extend(part.diagnostics);
    }
    let twice = twice::find(&extraction.entries, sources, &config.words);
    extraction.diagnostics.extend(twice);
    extraction
}

/// What one source gives.
struct Extracted {
    document: Document,
    composed: Composed,
    diagnostics: Vec<Diagnostic>,
}

/// The entries and the decisions of one source, in the order of the source.
pub(crate) struct Composed {
    pub entries: Vec<Entry>,
    pub decisions: Vec<Decision>,
}

/// What is found in one source, without a look at others, and without what the author is told of it. `tree` holds nothing
/// that is needed: its room is used again.
pub(crate) fn compose(source: &Source, tree: &mut Tree, config: &Config) -> Composed {
    with_composer(0, source, tree, config, in_order)
}

/// All that one source gives.
fn extract_one(index: usize, source: &Source, tree: &mut Tree, config: &Config) -> Extracted {
    with_composer(index, source, tree, config, |mut composer| {
        composer.report_remote_images();
        composer.report_slips();
        composer.report_questions();
        composer.review_notes();
        let mut diagnostics = std::mem::take(&mut composer.diagnostics);
        diagnostics.sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| place.span.start));
        let (facts, outline) = (composer.facts, composer.outline);
        let found = in_order(composer);
        let front_matter = &source.front_matter;
        let has_media = facts.tree.may_have_media();
        let document = Document {
            path: source.path.clone(),
            deck: front_matter.deck.clone(),
            tags: front_matter.tags.clone(),
            reversed: front_matter.soa.reversed,
            headings: outline.headings(facts.tree),
            allowed: facts.allowed(),
            media: if has_media { media::references(source, &found.entries) } else { Vec::new() },
            title: facts.title.clone(),
        };
        Extracted { document, composed: found, diagnostics }
    })
}

/// Composes a source, and makes something of what was composed.
fn with_composer<T>(
    index: usize,
    source: &Source,
    tree: &mut Tree,
    config: &Config,
    make: impl FnOnce(Composer<'_>) -> T,
) -> T {
    recognise::seams::parse(tree, source, config);
    let facts = Facts::new(source, tree, config);
    let outline = Outline::new(&facts);
    let mut composer = Composer::new(&facts, &outline, index);
    composer.source();
    make(composer)
}

/// What was composed, in the order of the source.
fn in_order(composer: Composer<'_>) -> Composed {
    let Composer { facts, mut entries, mut decisions, .. } = composer;
    // A heading is made after what stands under it: its answer shows their terms.
    // Cached keys, because they are small: sorting would move whole entries time and again.
    entries.sort_by_cached_key(|entry| (entry.span.start, std::cmp::Reverse(entry.span.end)));
    let entries = join::repeated(entries, &facts.config.words);
    decisions.sort_by_key(|decision| (decision.span.start, decision.span.end));
    Composed { entries, decisions }
}

/// What was composed of one source so far.
struct Composer<'f> {
    facts: &'f Facts<'f>,
    outline: &'f Outline,
    /// The position of the source.
    index: usize,
    placements: Placements,
    /// How its lines name what stands below them.
    habit: Habit,
    entries: Vec<Entry>,
    decisions: Vec<Decision>,
    diagnostics: Vec<Diagnostic>,
    /// Terms that have no card because all of their answer is an image on the web, by where it begins.
    only_remote: BTreeMap<usize, String>,
    /// The footnotes that are on a card.
    footnotes_shown: Vec<BlockId>,
    /// By what each entry was recognised, where that is asked for.
    recognised: Option<Vec<Recognised>>,
}

impl<'f> Composer<'f> {
    fn new(facts: &'f Facts<'f>, outline: &'f Outline, index: usize) -> Self {
        Self {
            facts,
            outline,
            index,
            placements: Placements::new(facts.tree),
            habit: recognise::habit(facts),
            entries: Vec::new(),
            decisions: Vec::new(),
            diagnostics: facts.faults.clone(),
            only_remote: BTreeMap::new(),
            footnotes_shown: Vec::new(),
            recognised: None,
        }
    }

    /// Composes all of the source.
    fn source(&mut self) {
        self.account_for_dialect();
        for settled in settled::find(self.facts) {
            self.omit(&[settled.block]);
            self.decide(self.facts.span(settled.block), settled.rule);
        }
        for &title in &self.outline.options_titles {
            self.decide(self.facts.span(title), Rule::Label);
        }
        self.sections();
        self.footnotes_left();
    }

    /// Composes blocks that stand side by side.
    fn blocks(&mut self, blocks: &[BlockId], context: &Context) {
        let mut style = recognise::style(self.facts, blocks, context, self.habit);
        let (mut at, mut leader) = (0, None);
        while at < blocks.len() {
            let made = self.entries.len();
            let (count, begins_glossary) = self.block(&Blocks { ids: &blocks[at..], style: &style, context });
            style.glossary |= begins_glossary;
            leader = self.lead_in_blocks(blocks, at, count, (leader, begins_glossary), made, context);
            at += count;
        }
    }

    /// Composes what the first of some blocks claim. Returns how many of the blocks that accounts for, and whether a
    /// glossary begins.
    fn block(&mut self, at: &Blocks<'_>) -> (usize, bool) {
        if self.placements.is_omitted(at.first()) {
            return (1, false);
        }
        let facts = self.facts;
        self.found(|from| recognise::blocks(facts, at, from))
    }

    /// Composes items of a list.
    fn items(&mut self, items: &Items) {
        let facts = self.facts;
        let mut at = 0;
        while at < items.ids.len() {
            let item = Item::read(facts, items.ids[at]);
            let from_here = items.from(at, item.as_ref());
            at += self.found(|from| recognise::items(facts, &from_here, from)).0;
        }
    }

    /// Composes what is found, by later shapes if an earlier one is refused. Returns how many blocks or items that
    /// accounts for, and whether a glossary begins.
    fn found(&mut self, find: impl Fn(usize) -> (Found, usize)) -> (usize, bool) {
        let mut from = 0;
        loop {
            let (found, next) = find(from);
            if self.claims(found.claims).is_ok() {
                return (found.count, found.begins_glossary);
            }
            from = next;
        }
    }

    /// Composes claims in their order, up to one that is refused and asks for other shapes.
    fn claims(&mut self, claims: Vec<Claim>) -> Result<(), Rule> {
        for claim in claims {
            let refused = claim.refused;
            match self.claim(claim) {
                Err(rule) if refused == Refused::TryNext => return Err(rule),
                _ => {}
            }
        }
        Ok(())
    }

    /// Composes what is inside of a claim, then the claim. The error is the rule that refused it.
    fn claim(&mut self, mut claim: Claim) -> Result<(), Rule> {
        let made = self.entries.len();
        match std::mem::replace(&mut claim.inside, Inside::Nothing) {
            Inside::Nothing => {}
            Inside::Blocks(blocks, context) => self.blocks(&blocks, &context),
            Inside::Items(items) => self.items(&items),
            Inside::Rows(rows) => self.rows(rows),
        }
        self.lead_in(claim.lead, made, &claim.context);
        match claim.asks {
            Asks::Term(_) => {
                let (hint, context) = (claim.hint, claim.context.clone());
                let made = self.entries.len();
                self.term(claim)?;
                self.lead_in(hint, made, &context);
                Ok(())
            }
            Asks::Statement(_) => {
                self.statement(claim);
                Ok(())
            }
            Asks::Nothing(_) | Asks::Others => {
                self.leave_out(claim);
                Ok(())
            }
        }
    }

    /// Notes why there is no entry, and what its author should hear of.
    fn leave_out(&mut self, claim: Claim) {
        let Claim { rule, span, asks, footprint, told_at, .. } = claim;
        let lines = footprint.lines.map(Spot::Line);
        let spots: Vec<Spot> = footprint.blocks.into_iter().map(Spot::Block).chain(lines).collect();
        let why = if rule == Rule::ToDo { Omission::Unfinished } else { Omission::Elsewhere };
        for &spot in &spots {
            self.placements.omit(spot, why);
        }
        let Asks::Nothing(finding) = asks else { return };
        self.decide(span.clone(), rule);
        if let Some(finding) = finding {
            let place = told_at.map_or(span, |line| self.facts.tree.line(line).span.clone());
            self.report(place, *finding);
        }
    }

    /// Composes the rows of a table. A large one stays in no answer.
    fn rows(&mut self, rows: Rows) {
        let Rows { table, claims, count } = rows;
        let made = claims.into_iter().map(|claim| self.row(claim)).filter(|&made| made).count();
        if made == count {
            self.placements.as_asked(table);
        }
        if count > LARGEST_OVERVIEW {
            self.omit(&[table]);
            if made < count {
                self.decide(self.facts.span(table), Rule::LargeTable);
            }
            if made == 0 {
                self.unread(table, Unread::LargeTable);
            }
        }
    }

    /// Returns true if a row becomes an entry.
    fn row(&mut self, claim: Claim) -> bool {
        let asks = matches!(claim.asks, Asks::Term(_));
        self.claim(claim).is_ok() && asks
    }

    fn omit(&mut self, blocks: &[BlockId]) {
        for &block in blocks {
            self.placements.omit(Spot::Block(block), Omission::Elsewhere);
        }
    }

    fn decide(&mut self, span: Span, rule: Rule) {
        self.decisions.push(Decision { source: self.index, span, rule });
    }

    fn report(&mut self, span: Span, finding: Finding) {
        self.diagnostics.push(self.facts.diagnostic(span, finding));
    }

    fn renderer(&self) -> Renderer<'_> {
        Renderer::new(self.facts, &self.placements)
    }
}

/// Most rows of a table that stays in its section's answer, as overview.
const LARGEST_OVERVIEW: usize = 9;
