//! Places in notes, as a person finds them: file and line.

use crate::Source;

use super::study::Shown;

/// A source as a place to point to.
pub struct File {
    /// As it is shown.
    pub path: String,
    /// Where its lines begin, but for the first: line numbers without counting from the top each time.
    lines: Vec<usize>,
}

impl File {
    /// The places of a source.
    pub fn new(source: &Source, shown: &Shown) -> Self {
        let ends = source.text.match_indices('\n');
        Self { path: shown.path(&source.path), lines: ends.map(|(at, _)| at + 1).collect() }
    }

    /// The number of the line that `offset` is on, from 1.
    pub fn line(&self, offset: usize) -> usize {
        1 + self.lines.partition_point(|&start| start <= offset)
    }

    /// `file:line` of what begins at `offset`.
    pub fn place(&self, offset: usize) -> String {
        format!("{}:{}", self.path, self.line(offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_from_1() {
        let file = File { path: String::new(), lines: vec![4, 5] };
        assert_eq!([0, 3, 4, 5].map(|at| file.line(at)), [1, 1, 2, 3]);
    }
}
