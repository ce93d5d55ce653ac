//! Parts paragraphs and lists of a [`Tree`] after it was built: what its author meant as several blocks, without a blank
//! line between them.
//!
//! Each part moves the blocks after it. So they are kept beside the tree until all are found, and take their places
//! at once.

use std::cmp::Reverse;

use super::tree::{Block, BlockId, BlockKind, Fit, InlineKind, LineId, Tree};

/// The parts of a tree that have no place in it yet. They are found from its end on, and the tree keeps its ids until
/// [`Parts::place`].
#[derive(Debug, Default)]
pub struct Parts {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// The block before which it is to stand.
    at: BlockId,
    /// The block that it was parted from, and beside which it is to stand.
    of: BlockId,
    /// It, with its end as if no part had a place.
    block: Block,
}

/// A line that names the items below it, though it stands in the item above them.
#[derive(Clone, Copy, Debug)]
pub struct GroupName {
    /// The position of the item that it stands in.
    pub at: usize,
    /// The paragraph that ends the item, and its last line.
    pub paragraph: BlockId,
    pub line: LineId,
    /// The number of the next item, as its author wrote it.
    pub number: Option<u64>,
}

impl Parts {
    /// Makes paragraphs of their own of the lines of a paragraph from each of `seams` on.
    pub fn part_paragraph(&mut self, tree: &mut Tree, paragraph: BlockId, seams: &[LineId]) {
        for &line in seams.iter().rev() {
            let block = cut(tree, paragraph, line);
            self.parts.push(Part { at: block.end, of: paragraph, block });
        }
    }

    /// Makes a paragraph of its own of the lines from `line` on of the paragraph that ends a list. `item` is the last of
    /// the list, and holds nothing else. It stands right after the list.
    pub fn part_key(&mut self, tree: &mut Tree, list: BlockId, item: BlockId, line: LineId) {
        let block = cut_end(tree, item, item + 1, line);
        let (above, list_above) = (tree.blocks[item].clone(), &mut tree.blocks[list]);
        list_above.span.end = above.span.end;
        list_above.lines.end = list_above.lines.end.min(above.lines.end);
        list_above.text.end = list_above.text.end.min(above.text.end);
        self.parts.push(Part { at: block.end, of: list, block });
    }

    /// Parts a list where lines of it name the items below them: each such line is a paragraph between two lists.
    pub fn part_groups(&mut self, tree: &mut Tree, list: BlockId, items: &[BlockId], names: &[GroupName]) {
        let seams: Vec<usize> = names.iter().map(|name| name.at + 1).collect();
        let cut = |name: &GroupName| {
            let block = cut_end(tree, items[name.at], name.paragraph, name.line);
            Part { at: block.end, of: list, block }
        };
        let lines: Vec<Part> = names.iter().map(cut).collect();
        let before = self.parts.len();
        self.part_list(tree, list, items, &seams);
        // Each list has a number of its own.
        for (part, name) in self.parts[before..].iter_mut().zip(names.iter().rev()) {
            if let BlockKind::List(Some(number)) = &mut part.block.kind {
                *number = name.number.unwrap_or(*number);
            }
        }
        self.parts.extend(lines.into_iter().rev());
    }

    /// Makes lists of their own of the items of a list from each of `seams` on: positions among `items`, after the first.
    pub fn part_list(&mut self, tree: &mut Tree, list: BlockId, items: &[BlockId], seams: &[usize]) {
        let mut end = tree.blocks[list].end;
        for &seam in seams.iter().rev() {
            let (before, item) = (items[seam - 1], items[seam]);
            let (before, first) = (tree.blocks[before].clone(), tree.blocks[item].clone());
            let shortened = &mut tree.blocks[list];
            let kind = match shortened.kind {
                BlockKind::List(Some(start)) => {
                    BlockKind::List(Some(start.saturating_add(u64::try_from(seam).unwrap_or(0))))
                }
                kind => kind,
            };
            let block = Block {
                kind,
                span: first.span.start..shortened.span.end,
                end,
                text: first.text.start..shortened.text.end.max(first.text.start),
                lines: first.lines.start..shortened.lines.end.max(first.lines.start),
            };
            shortened.span.end = before.span.end;
            shortened.lines.end = before.lines.end.max(shortened.lines.start).min(shortened.lines.end);
            shortened.text.end = before.text.end.max(shortened.text.start).min(shortened.text.end);
            self.parts.push(Part { at: item, of: list, block });
            end = item;
        }
    }

    /// Returns true if something was parted from a block.
    pub fn are_of(&self, id: BlockId) -> bool {
        self.parts.binary_search_by(|part| id.cmp(&part.of)).is_ok()
    }

    /// Gives all parts their places in the tree, and takes what refers to a block to where it is. Returns how many blocks
    /// were moved.
    pub fn place(self, tree: &mut Tree) -> usize {
        let Self { mut parts } = self;
        if parts.is_empty() {
            return 0;
        }
        // Of those in one place, what lies deeper stands first: it was parted from a later block.
        parts.reverse();
        parts.sort_by_key(Part::key);
        for part in &parts {
            let block = &mut tree.blocks[part.of];
            block.end = block.end.min(part.at);
        }
        let places: Vec<(BlockId, Reverse<BlockId>)> = parts.iter().map(Part::key).collect();
        let moved = |id: BlockId| id + places.partition_point(|&(at, _)| at <= id);
        // What was parted from a descendant lies before the end of a block.
        let end =
            |block: &Block, of: BlockId| block.end + places.partition_point(|place| *place < (block.end, Reverse(of)));
        let mut blocks: Vec<Block> = Vec::with_capacity(tree.blocks.len() + parts.len());
        let mut parts = parts.into_iter().peekable();
        for (id, block) in std::mem::take(&mut tree.blocks).into_iter().map(Some).chain([None]).enumerate() {
            while let Some(Part { of, block, .. }) = parts.next_if(|part| part.at <= id) {
                // A paragraph ends where it stands, after those that were parted from the same block.
                let end = end(&block, of).max(blocks.len() + 1);
                blocks.push(Block { end, ..block });
            }
            blocks.extend(block.map(|block| Block { end: end(&block, id), ..block }));
        }
        tree.blocks = blocks;
        for footnote in &mut tree.footnotes {
            footnote.block = moved(footnote.block);
        }
        for inline in &mut tree.inlines {
            if let InlineKind::FootnoteReference(block) = &mut inline.kind {
                *block = moved(*block);
            }
        }
        tree.blocks.len()
    }
}

impl Part {
    /// Parts stand in the order of these.
    fn key(&self) -> (BlockId, Reverse<BlockId>) {
        (self.at, Reverse(self.of))
    }
}

/// Takes the lines from `line` on out of a paragraph, and returns them as one.
fn cut(tree: &mut Tree, paragraph: BlockId, line: LineId) -> Block {
    let (first, last) = (&tree.lines[line], &tree.lines[line - 1]);
    let block = &mut tree.blocks[paragraph];
    let part = Block {
        // It stands apart from what it was parted from, as after a blank line.
        kind: BlockKind::Paragraph(Fit::Loose),
        span: first.span.start..block.span.end,
        end: block.end,
        text: first.text.start..block.text.end,
        lines: line..block.lines.end,
    };
    block.lines.end = line;
    block.text.end = last.text.end;
    block.span.end = last.span.end;
    part
}

/// Takes the lines from `line` on out of the paragraph that ends an item, and returns them as one.
fn cut_end(tree: &mut Tree, item: BlockId, paragraph: BlockId, line: LineId) -> Block {
    let block = cut(tree, paragraph, line);
    // What held its lines ends where these do now.
    let last = tree.blocks[paragraph].clone();
    for holder in tree.blocks[item..paragraph].iter_mut().filter(|holder| holder.end == last.end) {
        holder.span.end = last.span.end;
        holder.lines.end = holder.lines.end.min(line);
        holder.text.end = holder.text.end.min(last.text.end);
    }
    block
}
