//! How the blocks and lines of a tree appear in the definition of what they stand under.

use std::ops::Range;

use crate::markdown::{BlockId, LineId, Tree};

/// How a block or a line appears in its parent's definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// As it stands.
    Body,
    /// An entry of its own: by this part of this line only.
    Term(LineId, Range<usize>),
    /// An item that only gathers the terms under it.
    Shelf,
    /// Not at all.
    Gone,
}

/// The roles of all blocks and lines of a tree.
#[derive(Debug)]
pub(super) struct Roles {
    blocks: Vec<u32>,
    lines: Vec<u32>,
    terms: Vec<(LineId, Range<usize>)>,
}

// A role in four bytes; from `FIRST_TERM` on, the position of a term.
const BODY: u32 = 0;
const GONE: u32 = 1;
const TO_DO: u32 = 2;
const SHELF: u32 = 3;
const FIRST_TERM: u32 = 4;

impl Roles {
    pub fn new(tree: &Tree) -> Self {
        Self { blocks: vec![BODY; tree.len()], lines: vec![BODY; tree.line_count()], terms: Vec::new() }
    }

    pub fn block(&self, id: BlockId) -> Role {
        self.role(self.blocks[id])
    }

    pub fn line(&self, id: LineId) -> Role {
        self.role(self.lines[id])
    }

    /// Whether a block is gone because its author has not finished it.
    pub fn is_unfinished(&self, id: BlockId) -> bool {
        self.blocks[id] == TO_DO
    }

    pub fn block_is_unfinished(&mut self, id: BlockId) {
        self.blocks[id] = TO_DO;
    }

    /// Whether a line is gone because its author has not finished it.
    pub fn is_to_do(&self, id: LineId) -> bool {
        self.lines[id] == TO_DO
    }

    pub fn block_is_term(&mut self, id: BlockId, line: LineId, text: Range<usize>) {
        self.blocks[id] = self.term(line, text);
    }

    pub fn line_is_term(&mut self, id: LineId, text: Range<usize>) {
        self.lines[id] = self.term(id, text);
    }

    pub fn block_is_shelf(&mut self, id: BlockId) {
        self.blocks[id] = SHELF;
    }

    pub fn block_is_gone(&mut self, id: BlockId) {
        self.blocks[id] = GONE;
    }

    pub fn line_is_gone(&mut self, id: LineId) {
        self.lines[id] = GONE;
    }

    pub fn line_is_to_do(&mut self, id: LineId) {
        self.lines[id] = TO_DO;
    }

    fn term(&mut self, line: LineId, text: Range<usize>) -> u32 {
        self.terms.push((line, text));
        FIRST_TERM + u32::try_from(self.terms.len() - 1).expect("a source has fewer than 2^32 terms")
    }

    fn role(&self, role: u32) -> Role {
        match role {
            BODY => Role::Body,
            GONE | TO_DO => Role::Gone,
            SHELF => Role::Shelf,
            term => {
                let (line, text) = &self.terms[(term - FIRST_TERM) as usize];
                Role::Term(*line, text.clone())
            }
        }
    }
}
