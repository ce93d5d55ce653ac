//! Slips of writing by which text is lost, or signs are shown as text: what the author is told. It changes no card.

use std::collections::BTreeSet;

use memchr::memmem;

use super::Composer;
use crate::findings::{self, FootnoteSlip, Place, Reach, Syntax, TableSlip, Unfinished};
use crate::markdown::{BlockId, BlockKind, LineId, conflicts};
use crate::recognise::phrase::{self, is_cjk};
use crate::text::Span;
use crate::text::{has_word, one_line};

impl Composer<'_> {
    /// Reports them all.
    pub(super) fn report_slips(&mut self) {
        self.report_footnotes();
        let tree = self.facts.tree;
        for id in 1..tree.len() {
            match tree.block(id).kind {
                BlockKind::TableRow => self.report_extra_cells(id),
                BlockKind::Paragraph(_) => {
                    self.report_tag_as_heading(id);
                    self.report_table_without_rule(id);
                    self.report_open_formulas(id);
                }
                _ => {}
            }
        }
        self.report_lines();
        self.report_open_elements();
        self.report_other_syntax();
        self.report_conflicts();
    }

    /// Cards that are written for other programs: the first of each kind.
    fn report_other_syntax(&mut self) {
        let (tree, text) = (self.facts.tree, self.facts.source.text.as_bytes());
        let lines = 0..tree.line_count();
        let masked = |id: LineId| tree.masked(&tree.line(id).text).trim();
        let holds = |sign: &str| memmem::find(text, sign.as_bytes()).is_some();
        let gap = || lines.clone().find(|&id| has_gap(masked(id)));
        let sides =
            || lines.clone().skip(1).find(|&id| masked(id).starts_with(BACK) && masked(id - 1).starts_with(FRONT));
        let of_word = |id: LineId| lines.contains(&id).then(|| left_of_word(masked(id))).flatten();
        let colons = || {
            let mut divided = lines
                .clone()
                .filter(|&id| !has_gap(masked(id)))
                .filter_map(|id| Some((id, left_of_colons(masked(id))?)));
            let (first, left) = divided.next()?;
            let beside = [first.checked_sub(1), Some(first + 1)].into_iter().flatten().filter_map(of_word);
            // A method of one type is none: its lines begin alike.
            divided.map(|(_, other)| other).chain(beside).any(|other| other != left).then_some(first)
        };
        let words = || {
            let differ = |one: usize, other: usize| Some(of_word(one)? != of_word(other)?);
            let are_cards = |id: usize| differ(id, id + 1) == Some(true) && differ(id + 1, id + 2) == Some(true);
            lines.clone().find(|&id| are_cards(id) && differ(id, id + 2) == Some(true))
        };
        let found = [
            (holds(GAP).then(gap).flatten(), Syntax::Gap),
            (holds(BACK).then(sides).flatten().map(|id| id - 1), Syntax::Sides),
            (holds(COLONS).then(|| colons().or_else(words)).flatten(), Syntax::Colons),
        ];
        for (id, syntax) in found.into_iter().filter_map(|(id, syntax)| Some((id?, syntax))) {
            let text = one_line(self.facts.text(id));
            self.report(tree.line(id).span.clone(), findings::OtherSyntax { text, syntax }.into());
        }
    }

    /// Merges that nobody finished: at the first mark of each. What else is amiss in one is gone when it is solved.
    fn report_conflicts(&mut self) {
        let conflicts = conflicts(&self.facts.source.text);
        if conflicts.is_empty() {
            return;
        }
        let code = self.code();
        let is_in_code = |start: usize| code.iter().any(|span| span.contains(&start));
        let conflicts: Vec<_> = conflicts.into_iter().filter(|conflict| !is_in_code(conflict.span.start)).collect();
        let is_in_one = |place: &Place| {
            let before = conflicts.partition_point(|conflict| conflict.span.start <= place.span.start);
            before > 0 && place.span.start < conflicts[before - 1].span.end
        };
        self.diagnostics.retain(|diagnostic| !diagnostic.place.as_ref().is_some_and(is_in_one));
        for conflict in conflicts {
            self.report(conflict.marks[0].clone(), findings::Conflict { lines: conflict.lines }.into());
        }
    }

    /// Footnotes that nothing refers to, and references to none.
    fn report_footnotes(&mut self) {
        let tree = self.facts.tree;
        let mut known = BTreeSet::new();
        for footnote in tree.footnotes() {
            let block = tree.block(footnote.block);
            let BlockKind::Footnote(label) = block.kind else { continue };
            let label = tree.target(label).to_owned();
            if !footnote.is_referred_to && known.insert(label.clone()) {
                let span = self.first_line(&block.span);
                self.report(span, findings::Footnote { label, slip: FootnoteSlip::Unused }.into());
            }
        }
        let has_notes = !tree.footnotes().is_empty();
        if memmem::find(self.facts.source.text.as_bytes(), REFERENCE.as_bytes()).is_none() {
            return;
        }
        for id in 0..tree.line_count() {
            let line = tree.line(id);
            let source = &self.facts.source.text[line.span.clone()];
            let mut from = 0;
            for label in references(tree.masked(&line.text)) {
                let Some(at) = source[from..].find(&format!("[^{label}]")) else { break };
                let start = from + at;
                from = start + label.len() + "[^]".len();
                let is_attached = source[..start].ends_with(char::is_alphanumeric);
                let counts = has_notes || is_attached || label.bytes().all(|byte| byte.is_ascii_digit());
                if counts && !source[..start].ends_with('\\') {
                    let (label, span) = (label.to_owned(), line.span.start + start..line.span.start + from);
                    self.report(span, findings::Footnote { label, slip: FootnoteSlip::Missing }.into());
                }
            }
        }
    }

    /// Text in cells beyond those of the table's first row.
    fn report_extra_cells(&mut self, row: BlockId) {
        let tree = self.facts.tree;
        let span = &tree.block(row).span;
        let end = tree.children(row).last().map_or(span.end, |cell| tree.block(cell).span.end).min(span.end);
        // Behind it, a line of the dialect may follow that ends a container.
        let rest = self.facts.source.text[end..span.end].lines().next().unwrap_or_default();
        let text = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if !text.is_empty() {
            let start = end + rest.find(text).unwrap_or_default();
            let found = findings::BrokenTable { slip: TableSlip::ExtraCells(one_line(text)) };
            self.report(start..start + text.len(), found.into());
        }
    }

    /// Lines of a paragraph that look like rows of a table.
    fn report_table_without_rule(&mut self, paragraph: BlockId) {
        let lines = self.facts.tree.block(paragraph).lines.clone();
        if lines.len() < 2 {
            return;
        }
        let lines: Vec<LineId> = lines.collect();
        if let Some((line, cells)) = self.open_rows(&lines) {
            self.report(
                self.facts.tree.line(line).span.clone(),
                findings::BrokenTable { slip: TableSlip::NoRule { cells } }.into(),
            );
            return;
        }
        let cells = |line: LineId| cells(self.facts.tree.masked(&self.facts.tree.line(line).text));
        let is_rule = |line: LineId| is_rule(self.facts.tree.masked(&self.facts.tree.line(line).text));
        let found = lines.windows(2).find_map(|pair| {
            let (first, second) = (cells(pair[0])?, cells(pair[1]));
            let slip = match second {
                Some(columns) if is_rule(pair[1]) && columns == first => TableSlip::JoinsText,
                Some(columns) if is_rule(pair[1]) => TableSlip::Columns { columns, cells: first },
                None if is_rule(pair[1]) => TableSlip::Columns { columns: 1, cells: first },
                Some(columns) if columns == first && !is_rule(pair[0]) => TableSlip::NoRule { cells: first },
                _ => return None,
            };
            let line = if matches!(slip, TableSlip::Columns { .. }) { pair[1] } else { pair[0] };
            Some((self.facts.tree.line(line).span.clone(), slip))
        });
        if let Some((span, slip)) = found {
            self.report(span, findings::BrokenTable { slip }.into());
        }
    }

    /// The first of several rows side by side without a bar at their ends, and how many cells it has.
    fn open_rows(&self, lines: &[LineId]) -> Option<(LineId, usize)> {
        let cells = |line: LineId| open_cells(self.facts.tree.masked(&self.facts.tree.line(line).text));
        let rows = lines.windows(FEWEST_OPEN_ROWS).find(|rows| {
            let first = cells(rows[0]);
            first.is_some() && rows.iter().all(|&row| cells(row) == first)
        })?;
        Some((rows[0], cells(rows[0])?))
    }

    /// `#History` over text, which looks like a heading and is read as a tag.
    fn report_tag_as_heading(&mut self, paragraph: BlockId) {
        let tree = self.facts.tree;
        let lines = tree.block(paragraph).lines.clone();
        if lines.len() < 2 || !tree.masked(&tree.line(lines.start).text).starts_with('#') {
            return;
        }
        let text = |line: LineId| tree.text(&tree.line(line).text).trim();
        let name = text(lines.start).strip_prefix('#').filter(|name| name.starts_with(char::is_uppercase));
        let is_word = |name: &str| name.chars().all(char::is_alphanumeric);
        if name.is_some_and(is_word) && !text(lines.start + 1).starts_with('#') {
            let name = text(lines.start).to_owned();
            self.report(tree.line(lines.start).span.clone(), findings::TagAsHeading { text: name }.into());
        }
    }

    /// What lines show of slips, each for itself.
    fn report_lines(&mut self) {
        let has_comments = memmem::find(self.facts.source.text.as_bytes(), COMMENT.as_bytes()).is_some();
        let leaves_to_do = phrase::leaves_to_do(self.facts.tree.plain());
        for id in 0..self.facts.tree.line_count() {
            if leaves_to_do {
                self.report_to_do_in_line(id);
            }
            self.report_unclosed(id);
            if has_comments {
                self.report_open_comment(id);
            }
        }
    }

    /// A line that says in its middle that something is missing: it stays on its card.
    fn report_to_do_in_line(&mut self, id: LineId) {
        let text = self.facts.text(id);
        if phrase::leaves_to_do(text) && !self.facts.is_to_do(id) {
            let found = findings::ToDo { text: text.to_owned(), place: Unfinished::InPlace };
            self.report(self.facts.tree.line(id).span.clone(), found.into());
        }
    }

    /// A comment inside of a line that nothing ends: it stands on the card as text.
    fn report_open_comment(&mut self, id: LineId) {
        let line = self.facts.tree.line(id);
        let source = &self.facts.source.text[line.span.clone()];
        if self.facts.tree.masked(&line.text).contains(COMMENT)
            && let Some(at) = source.rfind(COMMENT)
        {
            let (start, opener) = (line.span.start + at, one_line(&source[at..]));
            let found = findings::UnclosedContainer { opener, reach: Reach::Shown };
            self.report(start..line.span.end, found.into());
        }
    }

    /// `$$` that begins a line, and no formula.
    fn report_open_formulas(&mut self, paragraph: BlockId) {
        let tree = self.facts.tree;
        let lines = tree.block(paragraph).lines.clone().map(|line| tree.line(line));
        let opens = |text: &str| text.strip_prefix(FORMULA).is_some_and(|rest| !rest.contains('$'));
        // Of two, each is the other's end, and something between them is none of a formula.
        for line in lines.filter(|line| opens(tree.masked(&line.text))).step_by(2) {
            let found = findings::UnclosedContainer { opener: FORMULA.to_owned(), reach: Reach::Shown };
            self.report(line.span.clone(), found.into());
        }
    }

    /// `<div>` without `</div>`: to other programs, all that follows is in it.
    fn report_open_elements(&mut self) {
        let text = &self.facts.source.text;
        // Most notes hold none: they are not looked through.
        let may_begin = |at: usize| matches!(text.as_bytes().get(at + 1), Some(b'd' | b'D' | b'/'));
        if !memchr::memchr_iter(b'<', text.as_bytes()).any(may_begin) {
            return;
        }
        let mut open: Vec<Span> = Vec::new();
        for (span, opens) in self.html().iter().flat_map(|span| tags(text, span)) {
            if opens {
                open.push(span);
            } else {
                open.pop();
            }
        }
        for span in open {
            let opener = one_line(&self.facts.source.text[span.clone()]);
            self.report(span, findings::UnclosedContainer { opener, reach: Reach::Elsewhere }.into());
        }
    }

    /// Where there is code of more than a line.
    fn code(&self) -> Vec<Span> {
        let blocks = (1..self.facts.tree.len()).map(|id| self.facts.tree.block(id));
        blocks.filter(|block| matches!(block.kind, BlockKind::Code(_))).map(|block| block.span.clone()).collect()
    }

    /// Where there may be HTML: in blocks of it, and in text.
    fn html(&self) -> Vec<Span> {
        let blocks = (1..self.facts.tree.len()).map(|id| self.facts.tree.block(id));
        let holds = |kind| {
            matches!(kind, BlockKind::Html | BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::TableCell(_))
        };
        blocks.filter(|block| holds(block.kind)).map(|block| block.span.clone()).collect()
    }

    fn first_line(&self, span: &Span) -> Span {
        let first = self.facts.source.text[span.clone()].lines().next().unwrap_or_default();
        span.start..span.start + first.len()
    }
}

const COMMENT: &str = "<!--";
/// How other programs write gaps, sides and what stands between them.
const GAP: &str = "{{c";
const FRONT: &str = "Front:";
const BACK: &str = "Back:";
const COLONS: &str = "::";
const FORMULA: &str = "$$";
/// Fewest rows side by side without a bar at their ends that look like a table.
const FEWEST_OPEN_ROWS: usize = 3;
/// Fewest cells of one of them, and of one with no bar at its start either.
const FEWEST_OPEN_CELLS: usize = 2;
const FEWEST_BARE_CELLS: usize = 3;
/// How a reference to a footnote begins.
const REFERENCE: &str = "[^";

/// Whether a line has a gap of Anki's: `{{c1::words}}`.
pub(super) fn has_gap(line: &str) -> bool {
    line.match_indices(GAP).any(|(at, _)| {
        let rest = &line[at + GAP.len()..];
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        after.len() < rest.len() && after.strip_prefix(COLONS).is_some_and(|inner| inner.contains("}}"))
    })
}

/// What stands before two colons that divide a line: `term::definition`, not `std::vec`, `key:: value` or `AWS::EC2::Instance`.
fn left_of_colons(line: &str) -> Option<&str> {
    let (left, right) = line.split_once(COLONS)?;
    let touches = left.ends_with(char::is_alphanumeric) && right.starts_with(char::is_alphanumeric);
    let says = right.contains(' ') || right.contains(is_cjk);
    (touches && says && !right.contains(COLONS) && !line.contains('`')).then_some(left)
}

/// What stands before two colons in a line of two words, and nothing else: `cat::gato`. Three such lines side by side are
/// no code.
fn left_of_word(line: &str) -> Option<&str> {
    let (left, right) = line.split_once(COLONS)?;
    let is_word = |text: &str| text.chars().all(char::is_alphabetic) && has_word(text);
    (is_word(left) && is_word(right)).then_some(left)
}

/// The labels of what looks like references to footnotes.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(REFERENCE).filter_map(|(at, open)| {
        let rest = &text[at + open.len()..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
        (end > 0 && rest[end..].starts_with(']')).then(|| &rest[..end])
    })
}

/// How many cells a line has that looks like a row of a table.
fn cells(line: &str) -> Option<usize> {
    let line = line.trim();
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    // `|a| + |b| = |c|` compares.
    let is_sign = |cell: &str| !cell.trim().is_empty() && cell.trim().chars().all(|c| "+=<>*/≤≥≠".contains(c));
    let cells = inner.split('|');
    (inner.contains('|') && !cells.clone().any(is_sign)).then(|| cells.count())
}

/// How many cells a line has that looks like a row whose last bar is left out, or both: `| a | b`, `a | b | c`. `|x| < 3` is
/// none.
fn open_cells(line: &str) -> Option<usize> {
    // Asked of all lines: most have no bar.
    memchr::memchr(b'|', line.as_bytes())?;
    let line = line.trim();
    let (inner, fewest) = match line.strip_prefix("| ") {
        Some(inner) => (inner, FEWEST_OPEN_CELLS),
        None => (line, FEWEST_BARE_CELLS),
    };
    // `|x|`, `P(A|B)`, `ls|wc`
    let is_apart = || fewest == FEWEST_OPEN_CELLS || inner.matches(" | ").count() == inner.matches('|').count();
    let count = inner.split('|').count();
    let are_cells = || inner.split('|').all(|cell| !cell.trim().is_empty());
    (!inner.ends_with('|') && count >= fewest && is_apart() && are_cells() && !is_rule(line)).then_some(count)
}

/// Whether a line is that between the first row of a table and the others.
fn is_rule(line: &str) -> bool {
    let is_cell = |cell: &str| {
        let dashes = cell.trim().trim_start_matches(':').trim_end_matches(':');
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
    line.contains('|') && inner.split('|').all(is_cell)
}

/// The tags of `<div>` in a part of a text, and whether each opens one; not those in code or comments.
fn tags(text: &str, within: &Span) -> Vec<(Span, bool)> {
    let part = &text[within.clone()];
    let (mut found, mut at, mut in_code) = (Vec::new(), 0, false);
    while let Some(next) = part[at..].find(['<', '`']) {
        at += next;
        let rest = &part[at..];
        let length = match div(rest) {
            _ if rest.starts_with('`') => {
                in_code = !in_code;
                1
            }
            Some((length, opens)) if !in_code => {
                let start = within.start + at;
                found.push((start..start + length, opens));
                length
            }
            _ if rest.starts_with(COMMENT) && !in_code => rest.find("-->").unwrap_or(rest.len()),
            _ => 1,
        };
        at += length;
    }
    found
}

/// The length of the tag of a `<div>` that a text begins with, and whether it opens one.
fn div(text: &str) -> Option<(usize, bool)> {
    let (name, opens) = match text.strip_prefix("</") {
        Some(name) => (name, false),
        None => (text.strip_prefix('<')?, true),
    };
    let is_div = name.get(..3)?.eq_ignore_ascii_case("div");
    let ends = name[3..].starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    // Where another tag begins before its end, it is none: no text is searched twice.
    let end = name.find(['<', '>']).filter(|&end| name[end..].starts_with('>'))?;
    (is_div && ends).then_some((text.len() - name.len() + end + 1, opens))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_rules_and_references_are_known_by_their_signs() {
        assert_eq!(cells("| a | b |"), Some(2));
        assert_eq!(["|a|", "| a | b", "a | b |", "|a| + |b|"].map(cells), [None; 4]);
        assert_eq!(["| a | b", "a | b | c", "a | b"].map(open_cells), [Some(2), Some(3), None]);
        assert_eq!(["a|b|c", "|x| < 3", "--- | --- | ---", "ls | sort |"].map(open_cells), [None; 4]);
        assert!(has_gap("a {{c12::b}}") && !["{{c1:b}}", "{{cx::b}}", "{{c1::b"].iter().any(|line| has_gap(line)));
        let left =
            ["エントロピー::乱雑さ", "Heat::energy in transit", "std::vec", "a:: b c", "A::B::C d"].map(left_of_colons);
        assert_eq!(left, [Some("エントロピー"), Some("Heat"), None, None, None]);
        assert!(is_rule("|---|:-:|") && is_rule("| - |") && is_rule("|:-:") && !is_rule("| -- a |") && !is_rule("||"));
        assert_eq!(references("a[^1], b[^no_te] but [^a-z] and [^]").collect::<Vec<_>>(), ["1", "no_te"]);
        let text = "a <div> `<div>` <!-- <div> --> </DIV> <divx> <div class=\"x\">";
        let found = tags(text, &(0..text.len()));
        assert_eq!(found.iter().map(|(_, opens)| *opens).collect::<Vec<_>>(), [true, false, true]);
        let tags = [format!("<div style=\"{}\">", "color: red; ".repeat(60)), "<div <div> a".to_owned()];
        assert_eq!(tags.map(|text| div(&text).map(|(length, _)| length)), [Some(734), None]);
    }
}
