//! Parts paragraphs and lists of a [`Tree`] after it was built: what its author meant as several blocks, without a blank
//! line between them.

use super::tree::{Block, BlockId, BlockKind, InlineKind, LineId, Tree};

impl Tree {
    /// Makes a paragraph of its own of the lines of a paragraph from `line` on. It stands right after `after`: the
    /// paragraph, or a list that the paragraph ends.
    pub fn part_paragraph(&mut self, paragraph: BlockId, line: LineId, after: BlockId) {
        let block = &mut self.blocks[paragraph];
        let (lines, text, span) = (line..block.lines.end, block.text.clone(), block.span.clone());
        let (first, last) = (self.lines[line].clone(), self.lines[line - 1].clone());
        block.lines.end = line;
        block.text.end = last.text.end;
        block.span.end = last.span.end;
        let part = Block {
            kind: block.kind,
            span: first.span.start..span.end,
            end: 0,
            text: first.text.start..text.end,
            lines,
        };
        if after != paragraph {
            // What held its lines ends where these do now.
            for block in self.blocks[after..paragraph].iter_mut().filter(|block| block.end > paragraph) {
                block.span.end = last.span.end;
                block.lines.end = block.lines.end.min(line);
                block.text.end = block.text.end.min(last.text.end);
            }
        }
        let end = self.blocks[after].end;
        let holds = |id: BlockId, block: &Block| id < after && block.end > after;
        for (id, block) in self.blocks.iter_mut().enumerate() {
            let grows = holds(id, block) || block.end > end;
            block.end += usize::from(grows);
        }
        self.insert(end, Block { end: end + 1, ..part });
    }

    /// Makes a list of its own of the items of a list from `item` on.
    pub fn part_list(&mut self, list: BlockId, item: BlockId) {
        let Block { end, span, lines, text, .. } = self.blocks[list].clone();
        let first = self.blocks[item].clone();
        let before = self.children(list).take_while(|&id| id < item).last();
        let count = u64::try_from(self.children(list).take_while(|&id| id < item).count()).unwrap_or(0);
        let kind = match self.blocks[list].kind {
            BlockKind::List(Some(start)) => BlockKind::List(Some(start.saturating_add(count))),
            kind => kind,
        };
        let part = Block {
            kind,
            span: first.span.start..span.end,
            end: end + 1,
            text: first.text.start..text.end.max(first.text.start),
            lines: first.lines.start..lines.end.max(first.lines.start),
        };
        if let Some(before) = before {
            self.blocks[list].span.end = self.blocks[before].span.end;
        }
        let shortened = &mut self.blocks[list];
        shortened.lines.end = first.lines.start.max(shortened.lines.start).min(lines.end);
        shortened.text.end = first.text.start.max(shortened.text.start).min(text.end);
        for block in &mut self.blocks {
            block.end += usize::from(block.end > item);
        }
        self.blocks[list].end = item;
        self.insert(item, part);
    }

    /// Puts a block in its place, and takes what refers to those after it to where they are.
    fn insert(&mut self, at: BlockId, block: Block) {
        self.blocks.insert(at, block);
        for footnote in &mut self.footnotes {
            footnote.block += usize::from(footnote.block >= at);
        }
        for inline in &mut self.inlines {
            if let InlineKind::FootnoteReference(block) = &mut inline.kind {
                *block += usize::from(*block >= at);
            }
        }
    }
}
