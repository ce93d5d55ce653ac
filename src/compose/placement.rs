//! How the blocks and lines of a tree appear in the answer that they stand in.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::markdown::{BlockId, LineId, Tree};
use crate::recognise::claim::Spot;

/// How a block or a line appears in the answer around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Placement {
    /// As it stands.
    Whole,
    /// As it stands, and a card asks it: a statement with gaps, a table whose rows are entries.
    Asked,
    /// It has an entry of its own: by this part of this line only.
    TermOnly(LineId, Range<usize>),
    /// An item that only groups the terms inside of it.
    Grouping,
    /// Not at all.
    Omitted,
}

/// Why a block or a line is omitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Omission {
    /// It is asked or answered elsewhere, or left out.
    Elsewhere,
    /// Its author has not finished it.
    Unfinished,
}

impl Omission {
    fn code(self) -> u32 {
        match self {
            Self::Elsewhere => OMITTED,
            Self::Unfinished => TO_DO,
        }
    }
}

/// The placements of all blocks and lines of a tree.
#[derive(Debug)]
pub(super) struct Placements {
    blocks: Vec<u32>,
    lines: Vec<u32>,
    terms: Vec<(LineId, Range<usize>)>,
    /// Blocks that say nothing new.
    restated: BTreeSet<BlockId>,
}

// A placement in four bytes; from `FIRST_TERM` on, the position of a term.
const WHOLE: u32 = 0;
const OMITTED: u32 = 1;
const TO_DO: u32 = 2;
const GROUPING: u32 = 3;
const ASKED: u32 = 4;
const FIRST_TERM: u32 = 5;

impl Placements {
    pub fn new(tree: &Tree) -> Self {
        Self {
            blocks: vec![WHOLE; tree.len()],
            lines: vec![WHOLE; tree.line_count()],
            terms: Vec::new(),
            restated: BTreeSet::new(),
        }
    }

    pub fn block(&self, id: BlockId) -> Placement {
        self.placement(self.blocks[id])
    }

    pub fn line(&self, id: LineId) -> Placement {
        self.placement(self.lines[id])
    }

    /// Returns true if a block does not appear.
    pub fn is_omitted(&self, id: BlockId) -> bool {
        matches!(self.blocks[id], OMITTED | TO_DO)
    }

    /// Returns true if a block is omitted because its author has not finished it.
    pub fn is_unfinished(&self, id: BlockId) -> bool {
        self.blocks[id] == TO_DO
    }

    /// Returns true if a line is omitted because its author has not finished it.
    pub fn is_to_do(&self, id: LineId) -> bool {
        self.lines[id] == TO_DO
    }

    /// Places what has an entry of its own, whose term is this part of this line.
    pub fn by_term(&mut self, spot: Spot, line: LineId, text: Range<usize>) {
        let term = self.term(line, text);
        *self.at(spot) = term;
    }

    /// Notes that what stands there says nothing new, whatever else becomes of it.
    pub fn as_restated(&mut self, spot: Option<Spot>) {
        if let Some(Spot::Block(id)) = spot {
            self.restated.insert(id);
        }
    }

    /// Returns true if a block says nothing new.
    pub fn is_restated(&self, id: BlockId) -> bool {
        self.restated.contains(&id)
    }

    /// Places an item that only groups the terms inside of it.
    pub fn as_group(&mut self, item: BlockId) {
        self.blocks[item] = GROUPING;
    }

    /// Places what stays as it is, and is asked by cards all the same.
    pub fn as_asked(&mut self, block: BlockId) {
        if self.blocks[block] == WHOLE {
            self.blocks[block] = ASKED;
        }
    }

    /// Omits a block or a line.
    pub fn omit(&mut self, spot: Spot, why: Omission) {
        *self.at(spot) = why.code();
    }

    fn at(&mut self, spot: Spot) -> &mut u32 {
        match spot {
            Spot::Block(id) => &mut self.blocks[id],
            Spot::Line(id) => &mut self.lines[id],
        }
    }

    fn term(&mut self, line: LineId, text: Range<usize>) -> u32 {
        self.terms.push((line, text));
        FIRST_TERM + u32::try_from(self.terms.len() - 1).expect("a source has fewer than 2^32 terms")
    }

    fn placement(&self, placement: u32) -> Placement {
        match placement {
            WHOLE => Placement::Whole,
            OMITTED | TO_DO => Placement::Omitted,
            GROUPING => Placement::Grouping,
            ASKED => Placement::Asked,
            term => {
                let (line, text) = &self.terms[(term - FIRST_TERM) as usize];
                Placement::TermOnly(*line, text.clone())
            }
        }
    }
}
