//! What of a text is text: code, tags and addresses are passed over.

use std::borrow::Cow;
use std::ops::Range;

use super::formula::{self, Backslashes};
use super::{Change, Moved, Trap, attributes, link, mark, name, note, ruby, script, shortcode};
use crate::markdown::math::PIPE;
use crate::text::Span;

/// A stretch of inline content.
#[derive(Clone, Debug)]
pub(super) enum Leaf {
    /// Text of a paragraph, a heading, an item.
    Text(Range<usize>),
    /// A row of a table, and how many cells it is to have.
    Row(Range<usize>, usize),
}

/// Longest run of backticks around code.
const LONGEST_RUN: usize = 32;

/// What keeps two runs of backticks from being one. It leaves nothing.
const APART: &str = "<wbr>";

/// Bytes at which something may begin.
const SIGNS: [bool; 256] = {
    let bytes = b"\\`<[]$:{|=^~_";
    let mut signs = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        signs[bytes[at] as usize] = true;
        at += 1;
    }
    // Of `《` and `｜`.
    signs[0xE3] = true;
    signs[0xEF] = true;
    signs
};

/// Goes through inline content, and gathers what is to be changed.
pub(super) struct Scanner<'t> {
    text: &'t str,
    changes: Vec<Change>,
    /// What was read otherwise than it is written; also words that are no text of their line any more: names of emoji,
    /// readings.
    traps: Vec<(Span, Trap)>,
    /// The texts of the footnotes that stand in text.
    notes: Vec<String>,
    /// How many there were before.
    earlier_notes: Option<usize>,
    /// Whether what is written below the text is no part of its last block, once that was asked.
    notes_may_follow: Option<bool>,
    /// How the author uses two underscores, once that was asked.
    names: Option<name::Use>,
    /// Where the content begins that is looked at.
    start: usize,
    /// Where the content ends that is looked at.
    end: usize,
    in_row: bool,
    /// How many bars there are in the row beyond those that part its cells.
    spare_bars: usize,
    /// Bars before this are settled.
    bars_done: usize,
    /// What stands before this is settled.
    done: usize,
    /// The `==` that may open a mark, in order.
    marks: Vec<usize>,
    /// Where the last formula ended.
    last_formula: usize,
    /// A comment may have an end from here on.
    comments: bool,
    /// Lengths of runs of backticks that end no code from here on.
    unclosed: [bool; LONGEST_RUN + 1],
}

impl<'t> Scanner<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            changes: Vec::new(),
            traps: Vec::new(),
            notes: Vec::new(),
            earlier_notes: None,
            notes_may_follow: None,
            names: None,
            start: 0,
            end: 0,
            in_row: false,
            spare_bars: 0,
            bars_done: 0,
            done: 0,
            marks: Vec::new(),
            last_formula: usize::MAX,
            comments: true,
            unclosed: [false; LONGEST_RUN + 1],
        }
    }

    /// Whether there will be text at the end that was not gone through.
    pub fn moved(&self) -> Moved {
        if self.notes.is_empty() { Moved::Nothing } else { Moved::Notes }
    }

    /// The changes and the traps, in no order.
    pub fn finish(mut self) -> (Vec<Change>, Vec<(Span, Trap)>) {
        if !self.notes.is_empty() {
            let notes =
                (self.earlier_notes.unwrap_or(0)..).zip(&self.notes).map(|(at, note)| note::definition(at, note));
            self.changes.push((self.text.len()..self.text.len(), notes.collect::<String>().into()));
        }
        (self.changes, self.traps)
    }

    pub fn scan(&mut self, leaf: Leaf) {
        let (range, columns) = match leaf {
            Leaf::Text(range) => (range, None),
            Leaf::Row(range, columns) => (range, Some(columns)),
        };
        let in_row = columns.is_some();
        self.spare_bars = columns.map_or(0, |columns| cells(&self.text[range.clone()]).saturating_sub(columns));
        (self.start, self.end, self.in_row, self.done) = (range.start, range.end, in_row, range.start);
        self.marks.clear();
        (self.comments, self.unclosed) = (true, [false; LONGEST_RUN + 1]);
        let mut at = range.start;
        while let Some(sign) = self.next_sign(at) {
            let next = self.sign(sign);
            // What is more than a sign is settled.
            if next > self.run_end(sign) {
                self.done = next;
            }
            at = next.min(self.end);
        }
    }

    /// Where something may begin next.
    fn next_sign(&self, mut at: usize) -> Option<usize> {
        let bytes = self.bytes();
        loop {
            at += bytes[at..].iter().position(|&byte| SIGNS[usize::from(byte)])?;
            // All kana begin as `《` does: they are passed over here, where that is cheap.
            if bytes[at].is_ascii()
                || bytes[at..].starts_with("《".as_bytes())
                || bytes[at..].starts_with("｜".as_bytes())
            {
                return Some(at);
            }
            at += 1;
        }
    }

    fn bytes(&self) -> &'t [u8] {
        &self.text.as_bytes()[..self.end]
    }

    /// What begins at `at`, and where to go on.
    fn sign(&mut self, at: usize) -> usize {
        match self.text.as_bytes()[at] {
            b'\\' => self.formula(at).unwrap_or_else(|| self.escape(at)),
            b'$' => self.formula(at).unwrap_or_else(|| self.run_end(at)),
            b'`' => self.code(at),
            b'<' => self.tag(at).unwrap_or(at + 1),
            b'[' => self.bracket(at).unwrap_or(at + 1),
            b']' => self.destination(at + 1),
            b'_' => self.name(at).unwrap_or_else(|| self.run_end(at)),
            b':' => self.address(at).or_else(|| self.shortcode(at)).unwrap_or(at + 1),
            b'=' => self.mark(at),
            b'^' | b'~' => self.note(at).unwrap_or_else(|| self.script(at)),
            b'{' => self.braces(at).unwrap_or(at + 1),
            b'|' if self.in_row && !ruby::may_bar(self.text, at) => at + 1,
            b'|' | 0xEF => self.ruby(ruby::barred(self.content(), at)).unwrap_or(at + self.char_len(at)),
            _ => self.ruby(ruby::bare(self.content(), at, self.done)).unwrap_or(at + self.char_len(at)),
        }
    }

    fn content(&self) -> &'t str {
        &self.text[..self.end]
    }

    fn char_len(&self, at: usize) -> usize {
        self.text[at..].chars().next().map_or(1, char::len_utf8)
    }

    /// The end of the run of one byte that begins at `start`.
    fn run_end(&self, start: usize) -> usize {
        let bytes = self.bytes();
        start + bytes[start..].iter().take_while(|byte| **byte == bytes[start]).count()
    }

    // What is passed over.

    fn escape(&self, at: usize) -> usize {
        let escapes = self.bytes().get(at + 1).is_some_and(u8::is_ascii_punctuation);
        at + 1 + usize::from(escapes)
    }

    /// The end of the code span that begins here, or of the backticks.
    fn code(&mut self, at: usize) -> usize {
        let open = self.run_end(at);
        let length = open - at;
        if length > LONGEST_RUN || self.unclosed[length] {
            return open;
        }
        let mut from = open;
        while let Some(found) = memchr::memchr(b'`', &self.bytes()[from..]) {
            let end = self.run_end(from + found);
            if end - from - found == length {
                return if self.crosses_cells(open..from + found) { open } else { end };
            }
            from = end;
        }
        self.unclosed[length] = true;
        open
    }

    fn tag(&mut self, at: usize) -> Option<usize> {
        if !self.text[at..].starts_with("<!--") {
            return tag_end(self.content(), at);
        }
        let end = if self.comments { self.content()[at..].find("-->") } else { None };
        self.comments = end.is_some();
        end.map(|end| at + end + 3)
    }

    /// The end of what a bracket opens that is not text.
    fn bracket(&mut self, at: usize) -> Option<usize> {
        let found = self.formula(at).or_else(|| self.wikilink(at)).or_else(|| self.reversed_link(at));
        if found.is_none() && self.spare_bars > 0 {
            self.crosses_cells(link::inside(self.content(), at)?);
        }
        found
    }

    /// The end of `[[…]]`.
    fn wikilink(&mut self, at: usize) -> Option<usize> {
        let inner = self.content()[at..].strip_prefix("[[")?;
        let length = inner.find(['[', ']', '\n']).filter(|&end| inner[end..].starts_with("]]"))?;
        let inner = at + 2..at + 2 + length;
        if self.in_row {
            self.spare_bars = self.spare_bars.max(1);
            self.crosses_cells(inner.clone());
        }
        Some(inner.end + 2)
    }

    /// Whether bars in a part of a row are edges of cells. Where the row has more than it needs, they are none, and are
    /// escaped.
    fn crosses_cells(&mut self, part: Range<usize>) -> bool {
        if !self.in_row {
            return false;
        }
        let bars = bars(&self.text[part.clone()]).map(|bar| part.start + bar);
        let bars: Vec<usize> = bars.filter(|&bar| bar >= self.bars_done).collect();
        if bars.is_empty() || self.spare_bars == 0 {
            return !bars.is_empty();
        }
        self.spare_bars = self.spare_bars.saturating_sub(bars.len());
        for bar in bars {
            self.change(bar..bar + 1, "\\|");
            self.bars_done = bar + 1;
        }
        false
    }

    /// The end of `(address)` after a link's text; without one, `at` itself.
    fn destination(&self, at: usize) -> usize {
        let mut depth = 0;
        for (offset, byte) in self.bytes()[at..].iter().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' if depth == 1 => return at + offset + 1,
                b')' => depth -= 1,
                _ if depth == 0 => return at,
                byte if byte.is_ascii_whitespace() => return at + offset,
                _ => {}
            }
        }
        self.end
    }

    /// The end of a bare address whose `://` begins here.
    fn address(&self, at: usize) -> Option<usize> {
        let rest = self.content()[at..].strip_prefix("://")?;
        let stop = |c: char| c.is_whitespace() || !c.is_ascii() || matches!(c, '<' | '>' | '"' | '`' | '|');
        Some(at + 3 + rest.find(stop).unwrap_or(rest.len()))
    }

    // What is changed.

    fn change(&mut self, span: Span, new: impl Into<Cow<'static, str>>) {
        self.changes.push((span, new.into()));
    }

    /// Makes a code span of a formula.
    fn formula(&mut self, at: usize) -> Option<usize> {
        let formula = formula::at(self.text, at, self.end)?;
        let tex = &self.text[formula.tex.clone()];
        // A run in the text before that ends no code would end with one as long.
        let merges = |ticks: &&str| self.unclosed[ticks.len()] || (ticks.len() == 1 && tex.contains('`'));
        let ticks = ["`", "``"].into_iter().find(|ticks| !merges(ticks))?;
        let gap = if tex.ends_with('`') { " " } else { "" };
        let apart = |touches| if touches { APART } else { "" };
        let before = apart(self.last_formula == at || self.text[..at].ends_with('`'));
        let after = apart(self.content()[formula.span.end..].starts_with('`'));
        self.last_formula = formula.span.end;
        self.change(formula.span.start..formula.tex.start, [before, ticks, formula.math.sentinel()].concat());
        if formula.backslashes == Backslashes::Doubled {
            for at in formula::doubled(tex) {
                self.change(formula.tex.start + at..formula.tex.start + at + 1, "");
            }
        }
        self.spare_bars = self.spare_bars.saturating_sub(bars(tex).count());
        for pipe in memchr::memchr_iter(b'|', tex.as_bytes()) {
            // In a row, the backslash is the table's.
            let escape = usize::from(self.in_row && tex[..pipe].ends_with('\\'));
            let pipe = formula.tex.start + pipe;
            if pipe < self.bars_done {
                continue;
            }
            self.change(pipe - escape..pipe + 1, PIPE);
        }
        self.change(formula.tex.end..formula.span.end, [gap, ticks, after].concat());
        Some(formula.span.end)
    }

    /// Puts the brackets of a link right whose `[` is at `at`.
    fn reversed_link(&mut self, at: usize) -> Option<usize> {
        let link = link::reversed(self.content(), at, self.start.max(self.last_change()))?;
        self.change(link.span.start..link.span.start + 1, "[");
        self.change(link.middle, "](");
        self.change(link.span.end - 1..link.span.end, ")");
        self.traps.push((link.span.clone(), Trap::ReversedLink));
        Some(link.span.end)
    }

    /// Where what was changed last ends.
    fn last_change(&self) -> usize {
        self.changes.last().map_or(0, |(span, _)| span.end)
    }

    fn ruby(&mut self, ruby: Option<ruby::Ruby>) -> Option<usize> {
        let ruby = ruby?;
        self.changes.extend(ruby.changes);
        self.traps.extend(ruby.moved.into_iter().map(|span| (span, Trap::Markup)));
        Some(ruby.end)
    }

    /// The end of a reading or of attributes in braces.
    fn braces(&mut self, at: usize) -> Option<usize> {
        self.ruby(ruby::braced(self.content(), at, self.done)).or_else(|| self.attributes(at))
    }

    /// Takes out attributes, and the brackets around a text that has them.
    fn attributes(&mut self, at: usize) -> Option<usize> {
        let found = attributes::at(self.content(), at, self.start)?;
        let end = found.span.end;
        if let Some(open) = found.bracket.filter(|&open| open >= self.last_change()) {
            self.change(open..open + 1, "");
            self.change(at - 1..at, "");
        }
        self.change(found.span.clone(), "");
        self.traps.push((found.span, Trap::Markup));
        Some(end)
    }

    fn mark(&mut self, at: usize) -> usize {
        let end = self.run_end(at);
        let sides = mark::flanks(&self.text[..at], &self.text[at..end], &self.content()[end..]);
        let opener = if sides.close { self.marks.pop() } else { None };
        match opener {
            Some(open) if mark::holds(&self.text[open + 2..at]) => {
                self.change(open..open + 2, "<mark>");
                self.change(at..end, "</mark>");
                return end;
            }
            // What it cannot hold, those before it cannot hold either.
            Some(_) => self.marks.clear(),
            None => {}
        }
        if sides.open {
            self.marks.push(at);
        }
        end
    }

    /// A name with its underscores: they are no bold text.
    fn name(&mut self, at: usize) -> Option<usize> {
        if !self.text[at..].starts_with("__") {
            return None;
        }
        let names = *self.names.get_or_insert_with(|| name::Use::of(self.text));
        let end = name::at(self.content(), at, names)?;
        self.change(at..at + 2, "\\_\\_");
        self.change(end - 2..end, "\\_\\_");
        Some(end)
    }

    /// A footnote that stands in text: its text goes to the end.
    fn note(&mut self, at: usize) -> Option<usize> {
        let inner = note::at(&self.text[self.start..self.end], at - self.start)?;
        let inner = inner.start + self.start..inner.end + self.start;
        let text = &self.text[inner.clone()];
        let may_follow = *self.notes_may_follow.get_or_insert_with(|| !super::is_open_at_end(self.text));
        if !may_follow || (self.in_row && bars(text).next().is_some()) {
            return None;
        }
        let earlier = *self.earlier_notes.get_or_insert_with(|| self.text.matches(note::LABEL).count());
        let reference = note::reference(earlier + self.notes.len());
        self.notes.push(note::one_line(text));
        self.change(at..inner.end + 1, reference);
        self.traps.push((inner.clone(), Trap::Markup));
        Some(inner.end + 1)
    }

    fn script(&mut self, at: usize) -> usize {
        let Some(script) = script::at(self.content(), at) else { return self.run_end(at) };
        let (open, close) = script.tags();
        self.change(at..at + 1, open);
        self.change(script.end - 1..script.end, close);
        script.end
    }

    fn shortcode(&mut self, at: usize) -> Option<usize> {
        let (emoji, end) = shortcode::at(self.content(), at)?;
        self.change(at..end, emoji);
        self.traps.push((at..end, Trap::Markup));
        Some(end)
    }
}

/// Where bars stand that part cells.
fn bars(text: &str) -> impl Iterator<Item = usize> + '_ {
    memchr::memchr_iter(b'|', text.as_bytes()).filter(|&bar| !text[..bar].ends_with('\\'))
}

/// How many cells a row has.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let edges = usize::from(row.starts_with('|')) + usize::from(row.ends_with('|') && !row.ends_with("\\|"));
    (bars(row).count() + 1).saturating_sub(edges)
}

/// The end of the tag or address in angle brackets that begins at `at`, if one does.
fn tag_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let inner = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let end = rest[1..].find(['<', '>']).filter(|&end| rest[1 + end..].starts_with('>'))? + 1;
    let after = &inner[name..end - (rest.len() - inner.len())];
    let is_tag = match after.as_bytes().first() {
        None | Some(b'/') => true,
        Some(b':' | b'.' | b'@' | b'+') => !after.contains(char::is_whitespace),
        Some(byte) => byte.is_ascii_whitespace() && (after.trim().is_empty() || after.contains('=')),
    };
    (name > 0 && inner.as_bytes()[0].is_ascii_alphabetic() && is_tag).then_some(at + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_found_between_as_many_backticks_as_anybody_writes() {
        let is_code = |ticks: usize| {
            let text = ["a ", &"`".repeat(ticks), " ==b== ", &"`".repeat(ticks), " c"].concat();
            let mut scanner = Scanner::new(&text);
            scanner.scan(Leaf::Text(0..text.len()));
            scanner.finish().0.is_empty()
        };
        assert_eq!([1, 2, 16, 17, 32, 33, 64].map(is_code), [true, true, true, true, true, false, false]);
    }

    #[test]
    fn tags_and_addresses_are_told_from_comparisons() {
        let end = |text: &str| tag_end(text, 0).map(|end| text[..end].to_owned());
        for tag in ["<b>", "</b>", "<br/>", "<a href=\"==x==\">", "<https://a.b/==c==>", "<a@b.c>"] {
            assert_eq!(end(&format!("{tag} x")).as_deref(), Some(tag));
        }
        for text in ["<b", "< b>", "<b and c>", "<3>", "<b <c>", "<", "<漢>"] {
            assert_eq!(end(text), None, "{text}");
        }
    }
}
