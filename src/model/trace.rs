//! What became of each part of a source, with the evidence for it, as values.
//!
//! A trace is looked up by place: whoever explains, previews or checks a line asks what stands in its span. It says
//! nothing in words.

use super::rule::Rule;
use crate::text::Span;

/// What became of a part of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The part, in bytes of the source's text. It begins where the part does; of a line on a card, it is the line's start.
    pub span: Span,
    /// What became of it.
    pub verdict: Verdict,
    /// What in the text decided.
    pub evidence: Evidence,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is asked by this entry.
    Asks(EntryId),
    /// It is shown by this entry, which begins elsewhere: as part of its question or of its answer.
    Shown(EntryId),
    /// It asks what this earlier entry asks, and stands on its card.
    Joins(EntryId),
    /// It is the hint of this entry.
    Hints(EntryId),
    /// It is a heading above this entry.
    Heads(EntryId),
    /// A rule left it out, or kept it from being an entry of its own.
    LeftOut(Rule),
}

/// An entry of one source, known by where it begins and what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryId {
    /// Its first byte in the source's text.
    pub start: usize,
    /// The end of its span, in bytes.
    pub end: usize,
    /// The rule that made it.
    pub rule: Rule,
    /// What it asks, as plain text.
    pub text: String,
}

/// What in the text decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// Nothing that the rule does not say already.
    #[default]
    Rule,
    /// What stands between a term and its definition.
    Split(Split),
}

/// A term and its definition on one line, and what separates them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The term.
    pub left: String,
    /// What separates them, with the white space around it.
    pub mark: String,
    /// The definition.
    pub right: String,
}
