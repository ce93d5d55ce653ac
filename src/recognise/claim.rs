//! What a shape saw in the notes: a claim to be an entry, or the reason why there is none.
//!
//! A claim is a value. Whether it becomes an entry is decided in `compose`, which knows what became of all that is inside
//! of it.

use std::ops::Range;

use super::phrase::{Named, Separated};
use super::sides::Shared;
use crate::findings::Finding;
use crate::markdown::{BlockId, LineId, Tag};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::text::Span;

/// What a shape made of the first of some blocks or items that stand side by side.
#[derive(Debug)]
pub(crate) struct Found {
    /// In the order in which they are composed.
    pub claims: Vec<Claim>,
    /// How many of the blocks, or of the items, these account for. At least one.
    pub count: usize,
    /// Whether unfinished lines of the item leave it.
    pub drops_unfinished: bool,
    /// Whether a glossary begins: after it, one line is enough.
    pub begins_glossary: bool,
}

impl Found {
    /// One claim that accounts for the first block.
    pub fn one(claim: Claim) -> Self {
        Self::of(vec![claim], 1)
    }

    /// Claims that account for so many blocks.
    pub fn of(claims: Vec<Claim>, count: usize) -> Self {
        Self { claims, count, drops_unfinished: true, begins_glossary: false }
    }

    /// The same, and unfinished lines stay as they are.
    pub fn keeping_unfinished(mut self) -> Self {
        self.drops_unfinished = false;
        self
    }

    /// Nothing is claimed of the first block: it stays in the answer that it stands in.
    pub fn nothing() -> Self {
        Self::of(Vec::new(), 1)
    }
}

/// A claim to be an entry, or the reason why there is none.
#[derive(Debug)]
pub(crate) struct Claim {
    /// The rule by which it is an entry, or by which it is none.
    pub rule: Rule,
    /// Where it stands in the source.
    pub span: Span,
    /// What would be asked.
    pub asks: Asks,
    /// What stands above it.
    pub context: Context,
    /// By what in the text it was recognised.
    pub evidence: Evidence,
    /// The line that names the group that it stands in: a hint.
    pub hint: Option<LineId>,
    /// What is read inside of it, before it is decided about.
    pub inside: Inside,
    /// A line that announces what is asked inside: a hint.
    pub lead: Option<LineId>,
    /// The parts of the answer, in order.
    pub answer: Vec<Part>,
    /// How it appears in the answer that it stands in.
    pub footprint: Footprint,
    /// What happens if it is refused.
    pub refused: Refused,
    /// The line at which its author is told of it, if that is not where it begins.
    pub told_at: Option<LineId>,
}

impl Claim {
    /// A claim that asks by a term, which stands in `line`, and which is answered by nothing yet.
    pub fn term(rule: Rule, span: Span, line: LineId, named: Named, context: &Context) -> Self {
        let asks = Asks::Term(Box::new(Term { named, line, shown: Shown::Written, more: Vec::new(), directive: None }));
        Self { asks, ..Self::nothing(rule, span, context) }
    }

    /// No entry, by `rule`.
    pub fn left_out(rule: Rule, span: Span, context: &Context) -> Self {
        Self { asks: Asks::Nothing(None), ..Self::nothing(rule, span, context) }
    }

    /// A claim that only holds others.
    pub fn group(inside: Inside, context: &Context) -> Self {
        Self { asks: Asks::Others, inside, ..Self::nothing(Rule::Shelf, 0..0, context) }
    }

    fn nothing(rule: Rule, span: Span, context: &Context) -> Self {
        Self {
            rule,
            span,
            asks: Asks::Others,
            context: context.clone(),
            evidence: Evidence::Rule,
            hint: None,
            inside: Inside::Nothing,
            lead: None,
            answer: Vec::new(),
            footprint: Footprint::default(),
            refused: Refused::Stands,
            told_at: None,
        }
    }

    /// The same, with something that its author should hear of if it is left out.
    pub fn with_finding(mut self, finding: Finding) -> Self {
        self.asks = Asks::Nothing(Some(Box::new(finding)));
        self
    }
}

/// What a claim asks.
#[derive(Debug)]
pub(crate) enum Asks {
    /// What a term means.
    Term(Box<Term>),
    /// The hidden words of a statement.
    Statement(Box<Statement>),
    /// Nothing: it is left out. What its author should hear of, if anything.
    Nothing(Option<Box<Finding>>),
    /// Only what is inside of it.
    Others,
}

/// A term that may become an entry.
#[derive(Debug)]
pub(crate) struct Term {
    /// Its tags, and its range in the tree's text.
    pub named: Named,
    /// The line that it stands in.
    pub line: LineId,
    /// How it appears on the question.
    pub shown: Shown,
    /// What follows it on the question: later lines of a question, options.
    pub more: Vec<Part>,
    /// The heading or the item whose directive counts for it.
    pub directive: Option<BlockId>,
}

/// How a term appears on the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As it is written.
    Written,
    /// Not at all: it only says that a question follows.
    Replaced,
}

/// A statement with words to hide.
#[derive(Debug)]
pub(crate) struct Statement {
    /// The item that it stands in.
    pub item: BlockId,
    /// Its lines, less those that are unfinished.
    pub lines: Vec<LineId>,
    /// Its plain text, in one line.
    pub text: String,
    /// The words to hide, in order.
    pub deletions: Vec<String>,
    /// Which emphasis hides.
    pub hides: fn(Tag) -> bool,
    /// Hidden words that can be read elsewhere in the statement.
    pub given_away: Option<String>,
}

/// A part of an answer or a question.
#[derive(Debug)]
pub(crate) enum Part {
    /// A paragraph: the rest of a first line, if there is one, and the lines below it.
    Paragraph(Option<(LineId, Range<usize>)>, Range<LineId>),
    /// Blocks that stand side by side.
    Blocks(Vec<BlockId>),
    /// A cell, under its column's name if it has one.
    Cell(Option<Range<LineId>>, Range<LineId>),
    /// The options of a question, in a list that begins with this number.
    Options(BlockId, Option<u64>),
    /// The options of a question, in lines of their own.
    OptionLines(Range<LineId>),
    /// The right ones of the options.
    Chosen(Vec<BlockId>),
    /// Blocks that say that they answer.
    Answers(Vec<BlockId>),
    /// A block that says no more than that the answer follows: "Answer:".
    LeftOut(BlockId),
}

/// What is read inside of a claim.
#[derive(Debug)]
pub(crate) enum Inside {
    /// Nothing.
    Nothing,
    /// Blocks that stand side by side.
    Blocks(Vec<BlockId>, Context),
    /// Items of a list.
    Items(Items),
    /// Rows of a table.
    Rows(Rows),
}

/// Rows of a table.
#[derive(Debug)]
pub(crate) struct Rows {
    pub table: BlockId,
    /// What the rows claim.
    pub claims: Vec<Claim>,
    /// How many rows there are.
    pub count: usize,
}

/// Items of a list that stand side by side.
#[derive(Debug)]
pub(crate) struct Items {
    pub ids: Vec<BlockId>,
    /// What separates in all of them.
    pub shared: Shared,
    pub context: Context,
}

/// How the blocks of a claim appear in the answer around it, if the claim becomes an entry.
#[derive(Debug, Default)]
pub(crate) struct Footprint {
    /// What appears by the entry's term only.
    pub term: Option<Spot>,
    /// Lines that do not appear.
    pub lines: Range<LineId>,
    /// Blocks that do not appear.
    pub blocks: Vec<BlockId>,
    /// The item that stays as what only groups others, if that is why it is refused.
    pub item: Option<BlockId>,
}

/// A block or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    Block(BlockId),
    Line(LineId),
}

/// What happens to a claim that is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It stays in the answer that it stands in, and what is inside of it lives.
    Stands,
    /// The shapes after its own are tried on the same blocks.
    TryNext,
}

/// By what in the text a claim was recognised, as ranges of the tree's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// By nothing that the rule does not say already.
    Rule,
    /// By what stands between two sides of a line.
    Sides(Separated),
}
