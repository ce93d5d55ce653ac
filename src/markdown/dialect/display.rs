//! Formulas on lines of their own, which become code of the language `math`: in code, their lines may look like anything.

use std::ops::Range;

use super::inline::formula::{self, Delimiters, Shown};
use super::line::{Line, spaces};
use super::rewriter::{Above, Rewriter, prefix};
use super::start::Start;

/// The fence that stands for `$$` and `\[`.
const FENCE: &str = "```";

/// Most lines of a formula.
const MOST_LINES: usize = 200;

impl<'a> Rewriter<'a> {
    /// Whether a formula that begins with `line` has an end.
    pub fn is_display(&mut self, line: Line<'a>) -> bool {
        self.last_of_formula(line).is_some()
    }

    /// Writes the formula that begins with `line` as code. Tells where the next line begins.
    pub fn display(&mut self, line: Line<'a>) -> usize {
        let Some(last) = self.last_of_formula(line) else { return self.text(line) };
        self.indent(line);
        let Some(Delimiters { open, close, shown }) = Delimiters::of(line.rest()) else { return self.text(line) };
        let (dropped, end) = match shown {
            Shown::No => (open, close.len()),
            Shown::Yes => (0, 0),
        };
        let column = self.written_column(line.column);
        let tex = line.rest()[dropped..].trim_start();
        self.edits.replace(line.content()..line.end() - tex.len(), &[FENCE, "math"]);
        if !tex.is_empty() {
            self.edits.insert(line.end() - tex.len(), &["\n", prefix(&self.frames), spaces(column)]);
        }
        let close = last.start + last.text.trim_end().len();
        let doubled = self.doubled(line, open, close - end);
        self.undouble(&doubled, line.end() - tex.len()..line.next);
        let mut at = line.next;
        while at < last.next && (at < last.start || last.rest().trim_end().len() > end) {
            let inner = self.line_at(at);
            self.raw_line(inner, 0);
            self.undouble(&doubled, inner.start..inner.next);
            at = inner.next;
        }
        if at == last.start {
            self.edits.replace(last.start..close, &[prefix(&self.frames), spaces(column), FENCE]);
        } else {
            self.edits.replace(close - end..close, &["\n", prefix(&self.frames), spaces(column), FENCE]);
        }
        self.above = Above::Other;
        last.next
    }

    /// Where backslashes stand in a formula that are there for Markdown's sake.
    fn doubled(&self, line: Line<'a>, open: usize, end: usize) -> Vec<usize> {
        if !line.rest().starts_with("\\\\") {
            return Vec::new();
        }
        let start = line.content() + open;
        formula::doubled(&self.source[start..end]).into_iter().map(|at| start + at).collect()
    }

    fn undouble(&mut self, doubled: &[usize], within: Range<usize>) {
        for &at in doubled.iter().filter(|at| within.contains(at)) {
            self.edits.remove(at..at + 1);
        }
    }

    /// The last line of the formula that begins with `line`: it ends in the other delimiter.
    fn last_of_formula(&mut self, line: Line<'a>) -> Option<Line<'a>> {
        let Delimiters { open, close, shown } = Delimiters::of(line.rest())?;
        // Between signs that stand alone, there may be blank lines.
        let alone = shown == Shown::No && line.rest().trim_end().len() == open;
        let least = line.column.min(self.base_column());
        let mut at = line.next;
        if line.rest().contains(FENCE) {
            return None;
        }
        for _ in 0..MOST_LINES {
            if at >= self.source.len() || self.fuel == 0 {
                break;
            }
            let inner = self.line_at(at);
            let text = inner.rest().trim_end();
            let leaves = !inner.is_blank() && inner.column < least;
            let ends = matches!(Start::of(text), Start::Heading | Start::Closer(_)) || text.contains(FENCE);
            if leaves || ends || (inner.is_blank() && !alone) {
                break;
            }
            // What begins a block of its own ends no formula that began on a line by itself.
            let another = text.len() > 2 && (text.starts_with("$$") || alone && !Start::of(text).is_text());
            if text.ends_with(&*close) && !another {
                let end = inner.start + inner.text.trim_end().len() - close.len();
                let tex = &self.source[line.content() + open..end];
                return formula::is_display(tex).then_some(inner);
            }
            at = inner.next;
        }
        self.fuel = self.fuel.saturating_sub(at - line.next);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::rewrite;

    #[test]
    fn a_formula_ends_within_200_lines() {
        let formula = |lines: usize| format!("$$\n{}$$\n", "x\n".repeat(lines - 1));
        assert_eq!([200, 201].map(|lines| rewrite(&formula(lines), 0).text.contains("```math")), [true, false]);
    }
}
