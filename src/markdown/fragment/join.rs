//! [`Fragment`]s put together, taken apart, and with numbers in place of references.

use std::ops::Range;

use super::{Fragment, Op, OpKind, UNKNOWN, offset};
use crate::markdown::element::Element;

/// What stands around an outline.
const OUTLINE: [OpKind; 2] = [OpKind::Open(Element::Outline), OpKind::Close(Element::Outline)];

impl Fragment {
    /// Appends a fragment.
    pub fn append(&mut self, other: Fragment) {
        if self.text.is_empty() && self.ops.is_empty() {
            *self = other;
            return;
        }
        let (text, aside) = (offset(self.text.len()), self.checkpoint());
        if other.source != UNKNOWN && !other.text.is_empty() {
            self.push(OpKind::Source(other.source));
        }
        let moved = |at: u32, by: usize| at + offset(by);
        self.ops.extend(other.ops.into_iter().map(|Op { at, kind }| {
            let kind = match kind {
                OpKind::OpenSpanning(at) => OpKind::OpenSpanning(moved(at, aside.cells)),
                OpKind::OpenLink(at) => OpKind::OpenLink(moved(at, aside.strings)),
                OpKind::OpenCode(at) => OpKind::OpenCode(moved(at, aside.strings)),
                OpKind::Media(at) => OpKind::Media(moved(at, aside.media)),
                kind => kind,
            };
            Op { at: at + text, kind }
        }));
        self.text.push_str(&other.text);
        if let Some(other) = other.aside {
            let aside = self.aside.get_or_insert_default();
            aside.strings.extend(other.strings);
            aside.media.extend(other.media);
            aside.cells.extend(other.cells);
        }
    }

    /// Appends a fragment on a line of its own.
    pub fn append_below(&mut self, other: Fragment) {
        if !self.is_empty() && !self.ends_in_block() && !other.begins_with(Element::Paragraph) {
            self.push_break();
        }
        self.append(other);
    }

    /// Puts all of it into an element.
    pub fn stand_in(&mut self, element: Element) {
        self.ops.insert(0, Op { at: 0, kind: OpKind::Open(element) });
        self.close(element);
    }

    /// What answers, and what only lists what else there is: its [`Element::Outline`]s, one below the other. `None`
    /// without any.
    pub fn outline(&self) -> Option<(Fragment, Fragment)> {
        let marks: Vec<usize> = (0..self.ops.len()).filter(|&at| OUTLINE.contains(&self.ops[at].kind)).collect();
        if marks.is_empty() {
            return None;
        }
        // None stands in another, so that what is between the marks belongs to the answer and to an outline in turn.
        let (mut answer, mut outline) = (Fragment::default(), Fragment::default());
        let mut start = 0;
        for (nth, end) in marks.into_iter().chain([self.ops.len()]).enumerate() {
            let part = if nth % 2 == 0 { &mut answer } else { &mut outline };
            part.append(self.cut(start..end));
            start = end + 1;
        }
        if answer.markup().filter(|op| op.kind == OpKind::Close(Element::Paragraph)).count() == 1 {
            answer.unwrap_paragraph();
        }
        Some((answer, outline))
    }

    /// Takes off the marks of what only lists what else there is: then all of it answers.
    pub fn join_outline(&mut self) {
        self.ops.retain(|op| !OUTLINE.contains(&op.kind));
    }

    /// What these operations are about: the text from where the one before them stands, to where the one after them does.
    fn cut(&self, ops: Range<usize>) -> Fragment {
        let edge = |at: usize, other: usize| self.ops.get(at).map_or(other, |op| op.at as usize);
        let start = ops.start.checked_sub(1).map_or(0, |before| edge(before, 0));
        let end = edge(ops.end, self.text.len());
        let mut piece =
            Fragment { source: self.source, aside: self.aside.clone(), ..Fragment::plain(&self.text[start..end]) };
        if start > 0 {
            piece.source = UNKNOWN;
        }
        for op in &self.ops[ops] {
            match op.kind {
                OpKind::Source(line) if op.at as usize == start => piece.source = line,
                kind => piece.ops.push(Op { at: op.at - offset(start), kind }),
            }
        }
        piece
    }

    /// Whether a block ends it after which a line begins by itself.
    fn ends_in_block(&self) -> bool {
        let Some(last) = self.markup().next_back().filter(|op| op.at as usize == self.text.len()) else { return false };
        match last.kind {
            OpKind::CloseCode => true,
            OpKind::Close(element) => element.stands_alone(),
            _ => false,
        }
    }

    /// Whether it begins with this element.
    pub fn begins_with(&self, element: Element) -> bool {
        self.markup().next().is_some_and(|op| op.at == 0 && op.kind == OpKind::Open(element))
    }

    /// Takes off the paragraph that begins and ends it.
    pub fn unwrap_paragraph(&mut self) {
        let shows = |op: &Op| op.kind.shows();
        let (first, last) = (self.ops.iter().position(shows), self.ops.iter().rposition(shows));
        let (Some(first), Some(last)) = (first, last) else { return };
        let is_last = self.ops[last].at as usize == self.text.len();
        if !self.begins_with(Element::Paragraph) || self.ops[last].kind != OpKind::Close(Element::Paragraph) || !is_last
        {
            return;
        }
        self.ops.remove(last);
        self.ops.remove(first);
        if self.ops.is_empty() {
            // Most answers are one paragraph of text, and there are many.
            self.ops = Vec::new();
        }
    }

    /// Whether all that `other` shows stands in it, in one piece.
    pub fn contains(&self, other: &Fragment) -> bool {
        let (ours, theirs): (Vec<&Op>, Vec<&Op>) = (self.markup().collect(), other.markup().collect());
        let mut from = 0;
        while let Some(at) = self.text.get(from..).and_then(|rest| rest.find(&other.text)).map(|at| at + from) {
            if self.has_ops(&ours, other, &theirs, at) {
                return true;
            }
            from = at + self.text[at..].chars().next().map_or(1, char::len_utf8);
        }
        false
    }

    /// Whether `theirs` are among `ours` where the text of `other` begins at `start`, and no others within it.
    fn has_ops(&self, ours: &[&Op], other: &Fragment, theirs: &[&Op], start: usize) -> bool {
        let end = start + other.text.len();
        let first = ours.partition_point(|op| (op.at as usize) < start);
        let near = &ours[first..ours.partition_point(|op| op.at as usize <= end)];
        (0..=near.len().saturating_sub(theirs.len())).any(|skipped| {
            let Some((before, rest)) = near.split_at_checked(skipped) else { return false };
            let Some((same, after)) = rest.split_at_checked(theirs.len()) else { return false };
            before.iter().all(|op| op.at as usize == start)
                && after.iter().all(|op| op.at as usize == end)
                && same.iter().zip(theirs).all(|(one, two)| {
                    one.at as usize == two.at as usize + start && self.is_same(one.kind, other, two.kind)
                })
        })
    }

    fn is_same(&self, kind: OpKind, other: &Fragment, of_other: OpKind) -> bool {
        match (kind, of_other) {
            (OpKind::OpenLink(one), OpKind::OpenLink(two)) | (OpKind::OpenCode(one), OpKind::OpenCode(two)) => {
                self.string(one) == other.string(two)
            }
            (OpKind::Media(one), OpKind::Media(two)) => self.medium(one) == other.medium(two),
            (OpKind::OpenSpanning(one), OpKind::OpenSpanning(two)) => self.cell(one) == other.cell(two),
            (one, two) => one == two,
        }
    }

    /// Gives each reference to a footnote the number that `number` has for its block, or takes it off.
    ///
    /// Blocks are those of the tree.
    pub fn number_footnotes(&mut self, mut number: impl FnMut(usize) -> Option<usize>) {
        self.ops.retain_mut(|op| {
            let OpKind::FootnoteReference(block) = op.kind else { return true };
            let number = number(block as usize);
            op.kind = OpKind::FootnoteNumber(number.map_or(0, offset));
            number.is_some()
        });
    }

    /// Takes off the references to footnotes since `checkpoint`.
    pub(crate) fn drop_footnotes(&mut self, checkpoint: super::Checkpoint) {
        let mut at = 0;
        self.ops.retain(|op| {
            at += 1;
            at <= checkpoint.ops || !matches!(op.kind, OpKind::FootnoteReference(_))
        });
    }
}
