//! Directives in comments, and Obsidian's block ids: which heading or item each counts for.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::findings::{self, Diagnostic, Place, WordSlip};
use crate::markdown::{BlockId, BlockKind, Tree};
use crate::model::directive::{Directive, Parsed};
use crate::read::Source;
use crate::text::Span;

/// By heading and item.
pub(super) type Directives = BTreeMap<BlockId, Directive>;

/// The directives of a source, and what is wrong in them.
///
/// A comment in the line of a heading or an item counts for it. One on a line of its own counts for the heading right
/// above it, if that is the line before; else for the heading or the item that comes next. Where both stand, both count;
/// of what they tell otherwise, what stands in the line.
pub(super) fn read(source: &Source, tree: &Tree) -> (Directives, Vec<Diagnostic>) {
    let mut reader = Reader { source, tree, directives: Directives::new(), faults: Vec::new() };
    reader.anchors();
    if memchr::memmem::find(source.text.as_bytes(), b"soa").is_some() {
        for span in tree.comments() {
            reader.take(span, |reader| reader.holder(span, 0..tree.len()), Directive::beside);
        }
        for id in (0..tree.len()).filter(|&id| tree.block(id).kind == BlockKind::Html) {
            let beside = |farther: Directive, nearer: Directive| nearer.beside(farther);
            reader.take(&tree.block(id).span, |reader| reader.neighbour(id), beside);
        }
    }
    (reader.directives, reader.faults)
}

/// The directives of a source while they are read.
struct Reader<'a> {
    source: &'a Source,
    tree: &'a Tree,
    directives: Directives,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Obsidian names blocks so that links find them: as good a name as one that is given on purpose.
    fn anchors(&mut self) {
        let tree = self.tree;
        let tops: Vec<BlockId> = if tree.anchors().is_empty() { Vec::new() } else { tree.children(0).collect() };
        for (span, id) in tree.anchors() {
            // Only the block at the top that it stands in is looked through: vaults hold many such ids.
            let at = tops.partition_point(|&top| tree.block(top).span.start <= span.start);
            let Some(top) = at.checked_sub(1).map(|at| tops[at]) else { continue };
            if let Some(block) = self.holder(span, top..tree.block(top).end) {
                self.directives.entry(block).or_default().id = Some(id.clone());
            }
        }
    }

    /// Takes over what a comment says, if it is a directive: only then is its target looked for. `beside` joins it with what
    /// was told of the target before.
    fn take(
        &mut self,
        span: &Span,
        target: impl Fn(&Self) -> Option<BlockId>,
        beside: impl Fn(Directive, Directive) -> Directive,
    ) {
        let comment = &self.source.text[span.clone()];
        let Some(Parsed { directive, unknown }) = Directive::parse(comment) else { return };
        let target = target(self);
        if target.is_none() && unknown.is_empty() {
            let word = comment.trim().to_owned();
            self.report(span.clone(), findings::UnknownDirective { word, meant: None, slip: WordSlip::NoTarget });
        }
        for word in unknown {
            let place = span.start + word.span.start..span.start + word.span.end;
            self.report(place, findings::UnknownDirective { word: word.word, meant: word.meant, slip: word.slip });
        }
        let Some(target) = target else { return };
        let told = self.directives.remove(&target).unwrap_or_default();
        self.directives.insert(target, beside(directive, told));
    }

    fn report(&mut self, span: Span, finding: findings::UnknownDirective) {
        let place = Some(Place::new(&self.source.text, span));
        self.faults.push(Diagnostic { path: self.source.path.clone(), place, finding: finding.into() });
    }

    /// The heading or the item among `blocks` in whose text something stands.
    fn holder(&self, span: &Span, mut blocks: Range<BlockId>) -> Option<BlockId> {
        let holds = |&id: &BlockId| {
            let block = self.tree.block(id);
            self.is_steered(id) && block.span.start <= span.start && span.end <= block.span.end
        };
        blocks.rfind(holds)
    }

    /// The heading right above a block, or the heading or first item right below.
    fn neighbour(&self, id: BlockId) -> Option<BlockId> {
        let tree = self.tree;
        let above = id.checked_sub(1).filter(|&above| matches!(tree.block(above).kind, BlockKind::Heading(_)));
        let touches = |above: &BlockId| {
            let start = tree.block(id).span.start;
            let between = &self.source.text[tree.block(*above).span.end.min(start)..start];
            between.matches('\n').count() <= 1
        };
        let below = (id + 1..tree.len()).find(|&next| !matches!(tree.block(next).kind, BlockKind::List(_)));
        above.filter(touches).or_else(|| below.filter(|&next| self.is_steered(next)))
    }

    fn is_steered(&self, id: BlockId) -> bool {
        matches!(self.tree.block(id).kind, BlockKind::Heading(_) | BlockKind::Item(_))
    }
}

/// The codes that an author allows, each where it holds: a heading's up to the next heading, an item's in the item, and
/// that of front matter in all of the file.
pub(super) fn allowed(source: &Source, tree: &Tree, directives: &Directives) -> Vec<(Span, Vec<&'static str>)> {
    let of_file = (0..source.text.len(), source.front_matter.soa.allow.clone());
    let of_blocks = directives.iter().filter(|(_, directive)| !directive.allow.is_empty()).map(|(&id, directive)| {
        let span = tree.block(id).span.clone();
        let is_heading = |&next: &BlockId| matches!(tree.block(next).kind, BlockKind::Heading(_));
        let next =
            || (id + 1..tree.len()).find(is_heading).map_or(source.text.len(), |next| tree.block(next).span.start);
        let end = if is_heading(&id) { next() } else { span.end };
        (span.start..end, directive.allow.clone())
    });
    [of_file].into_iter().filter(|(_, codes)| !codes.is_empty()).chain(of_blocks).collect()
}
