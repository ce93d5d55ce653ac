//! Where the lines of a text begin.

use std::ops::Range;

use crate::text::Span;

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Those of `text`.
    pub fn new(text: &str) -> Self {
        Self(std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect())
    }

    /// The line that `offset` is on, from 0.
    pub fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset) - 1
    }

    /// How many there are. The end of a text that ends with its last line is one.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The bytes of these lines, with their ends.
    pub fn span(&self, lines: &Range<usize>, text: &str) -> Span {
        let start = |line: usize| self.0.get(line).copied().unwrap_or(text.len());
        start(lines.start)..start(lines.end)
    }
}
