//! Footnotes: which text refers to which.

use std::collections::BTreeMap;

use super::tree::{BlockId, BlockKind, Footnote, InlineKind, Tree};

/// The references of a source, while it is read.
#[derive(Debug, Default)]
pub(super) struct References(Vec<Reference>);

#[derive(Debug)]
struct Reference {
    /// Its position among the tree's inlines.
    inline: usize,
    /// As it is compared.
    label: String,
    /// The footnote that it stands in.
    footnote: Option<BlockId>,
}

impl References {
    pub fn push(&mut self, inline: usize, label: &str, footnote: Option<BlockId>) {
        self.0.push(Reference { inline, label: label.to_lowercase(), footnote });
    }

    /// Tells each reference its footnote, and each footnote whether it is referred to: by the text, or by a footnote
    /// that is.
    pub fn resolve(self, tree: &mut Tree) {
        let mut blocks: BTreeMap<String, BlockId> = BTreeMap::new();
        for (id, block) in tree.blocks.iter().enumerate() {
            if let BlockKind::Footnote(label) = block.kind {
                tree.footnotes.push(Footnote { block: id, is_referred_to: false });
                blocks.entry(tree.targets[label].to_lowercase()).or_insert(id);
            }
        }
        let mut from: BTreeMap<Option<BlockId>, Vec<BlockId>> = BTreeMap::new();
        for Reference { inline, label, footnote } in self.0 {
            // The parser makes references of what has a footnote, and text of the rest.
            let Some(&block) = blocks.get(&label) else { continue };
            tree.inlines[inline].kind = InlineKind::FootnoteReference(block);
            from.entry(footnote).or_default().push(block);
        }
        let mut reached = from.remove(&None).unwrap_or_default();
        while let Some(block) = reached.pop() {
            let at = tree.footnotes.partition_point(|footnote| footnote.block < block);
            tree.footnotes[at].is_referred_to = true;
            reached.extend(from.remove(&Some(block)).unwrap_or_default());
        }
    }
}
