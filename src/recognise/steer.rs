//! Directives in comments, and Obsidian's block ids: which heading or bullet each speaks for.

use std::collections::BTreeMap;
use std::ops::Range;

use super::walk::Walk;
use crate::findings;
use crate::markdown::{BlockId, BlockKind, Tree};
use crate::model::directive::{Directive, Parsed};
use crate::read::Source;
use crate::text::Span;

/// What was told of headings and items.
pub(super) type Directives = BTreeMap<BlockId, Directive>;

/// Reads the directives of a source.
///
/// A comment in the line of a heading or a bullet speaks for it. One on a line of its own speaks for the
/// heading above it, if that is the line before; else for the heading or the bullet that comes next.
pub(super) fn read(walk: &mut Walk<'_>) -> Directives {
    let mut directives = Directives::new();
    // Obsidian names blocks so that links find them: as good a name as one that is given on purpose.
    let tops: Vec<BlockId> = if walk.tree.anchors().is_empty() { Vec::new() } else { walk.tree.children(0).collect() };
    for (span, id) in walk.tree.anchors() {
        // Only the block at the top that it stands in is looked through: vaults hold many such ids.
        let at = tops.partition_point(|&top| walk.tree.block(top).span.start <= span.start);
        let Some(top) = at.checked_sub(1).map(|at| tops[at]) else { continue };
        if let Some(block) = holder(walk, span, top..walk.tree.block(top).end) {
            directives.entry(block).or_default().id = Some(id.clone());
        }
    }
    if memchr::memmem::find(walk.source.text.as_bytes(), b"soa").is_none() {
        return directives;
    }
    for span in walk.tree.comments().to_vec() {
        take(walk, &mut directives, &span, |walk| holder(walk, &span, 0..walk.tree.len()));
    }
    for id in 0..walk.tree.len() {
        if walk.tree.block(id).kind == BlockKind::Html {
            let span = walk.tree.block(id).span.clone();
            take(walk, &mut directives, &span, |walk| neighbour(walk, id));
        }
    }
    directives
}

/// Notes what a comment tells, if it tells anything: only then is it looked for what it speaks for.
fn take(walk: &mut Walk<'_>, directives: &mut Directives, span: &Span, target: impl Fn(&Walk<'_>) -> Option<BlockId>) {
    let comment = &walk.source.text[span.clone()];
    let Some(Parsed { directive, unknown }) = Directive::parse(comment) else { return };
    let Some(target) = target(walk) else { return };
    for word in unknown {
        let place = span.start + word.span.start..span.start + word.span.end;
        walk.report(place, findings::UnknownDirective { word: word.word, meant: word.meant }.into());
    }
    let anchor = directives.remove(&target).and_then(|anchor| anchor.id);
    directives.insert(target, Directive { id: directive.id.or(anchor), ..directive });
}

/// The heading or the item among `blocks` in whose text something stands.
fn holder(walk: &Walk<'_>, span: &Span, mut blocks: Range<BlockId>) -> Option<BlockId> {
    let holds = |&id: &BlockId| {
        let block = walk.tree.block(id);
        let steered = matches!(block.kind, BlockKind::Heading(_) | BlockKind::Item(_));
        steered && block.span.start <= span.start && span.end <= block.span.end
    };
    blocks.rfind(holds)
}

/// The heading just above a block, or the heading or first item just below.
fn neighbour(walk: &Walk<'_>, id: BlockId) -> Option<BlockId> {
    let tree = walk.tree;
    let above = id.checked_sub(1).filter(|&above| matches!(tree.block(above).kind, BlockKind::Heading(_)));
    let touches = |above: &BlockId| {
        let between =
            &walk.source.text[tree.block(*above).span.end.min(tree.block(id).span.start)..tree.block(id).span.start];
        between.matches('\n').count() <= 1
    };
    let below = (id + 1..tree.len()).find(|&next| !matches!(tree.block(next).kind, BlockKind::List(_)));
    let steered = |&next: &BlockId| matches!(tree.block(next).kind, BlockKind::Heading(_) | BlockKind::Item(_));
    above.filter(touches).or_else(|| below.filter(steered))
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
