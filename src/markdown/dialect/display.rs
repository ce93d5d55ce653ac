//! Formulas on lines of their own, which become code of the language `math`: in code, their lines may look like anything.

use super::inline::formula;
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
        let column = self.written_column(line.column);
        let (open, tex) = (line.content(), line.rest()[2..].trim_start());
        self.edits.replace(open..line.end() - tex.len(), &[FENCE, "math"]);
        if !tex.is_empty() {
            self.edits.insert(line.end() - tex.len(), &["\n", prefix(&self.frames), spaces(column)]);
        }
        self.raw_lines(line.next, last.start);
        let end = last.start + last.text.trim_end().len();
        if last.rest().trim_end().len() > 2 {
            self.raw_line(last, 0);
            self.edits.replace(end - 2..end, &["\n", prefix(&self.frames), spaces(column), FENCE]);
        } else {
            self.edits.replace(last.start..end, &[prefix(&self.frames), spaces(column), FENCE]);
        }
        self.above = Above::Other;
        last.next
    }

    /// The last line of the formula that begins with `line`: it ends in the other delimiter.
    fn last_of_formula(&mut self, line: Line<'a>) -> Option<Line<'a>> {
        let close = if line.rest().starts_with('$') { "$$" } else { "\\]" };
        // Between signs that stand alone, there may be blank lines.
        let alone = line.rest().trim_end().len() == 2;
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
            if text.ends_with(close) && !another {
                let tex = &self.source[line.content() + 2..inner.start + inner.text.trim_end().len() - 2];
                return formula::is_display(tex).then_some(inner);
            }
            at = inner.next;
        }
        self.fuel = self.fuel.saturating_sub(at - line.next);
        None
    }
}
