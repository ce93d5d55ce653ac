//! A change of some lines of the notes, and what it is for.

use std::ops::Range;

use super::lines::Lines;

/// What a change is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To have a card of it.
    Card,
    /// To have none.
    NoCard,
    /// To have it on the card that it stands under.
    Part,
}

/// A change of some lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The lines that are replaced, from 0; none, where something is written before the first.
    pub lines: Range<usize>,
    /// What is written there.
    pub text: String,
}

/// A change that does what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cure {
    /// What it is for.
    pub goal: Goal,
    /// What to write.
    pub edit: Edit,
    /// What the card around it asks, if that is no card any longer: it was nothing but this.
    pub replaces: Option<String>,
    /// How many other cards are none any longer, all of what stands under it.
    pub under: usize,
}

impl Edit {
    /// A line that is written otherwise.
    pub(super) fn of_line(line: usize, text: String) -> Self {
        Self { lines: line..line + 1, text }
    }

    /// Something that is written before a line.
    pub(super) fn before(line: usize, text: String) -> Self {
        Self { lines: line..line, text }
    }

    /// `text` with the change made.
    pub fn apply(&self, text: &str) -> String {
        let span = Lines::new(text).span(&self.lines, text);
        let before = &text[..span.start];
        let line = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
        format!("{before}{line}{}\n{}", self.text, &text[span.end..])
    }

    /// How many lines more there are.
    pub(super) fn added(&self) -> usize {
        (self.text.matches('\n').count() + 1).saturating_sub(self.lines.len())
    }
}
