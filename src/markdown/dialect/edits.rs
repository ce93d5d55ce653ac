//! What is changed in a source, and where each byte of the changed text comes from.

use std::borrow::Cow;
use std::ops::Range;

/// A source that is being changed, from its start to its end.
#[derive(Debug)]
pub(super) struct Edits<'a> {
    source: &'a str,
    text: String,
    /// How much of the source is in `text`, or replaced.
    done: usize,
    marks: Vec<Mark>,
}

/// A range of the changed text, and what it replaces.
#[derive(Clone, Debug)]
struct Mark {
    new: Range<usize>,
    old: Range<usize>,
}

/// Where the bytes of a changed text come from.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    marks: Vec<Mark>,
    /// Those of what was changed here, if that had been changed itself.
    earlier: Option<Box<Origins>>,
}

impl<'a> Edits<'a> {
    pub fn new(source: &'a str) -> Self {
        Self { source, text: String::new(), done: 0, marks: Vec::new() }
    }

    /// Replaces a range of the source by the concatenation of `new`.
    ///
    /// Ranges come in the order of the source and do not overlap.
    pub fn replace(&mut self, old: Range<usize>, new: &[&str]) {
        debug_assert!(self.done <= old.start && old.start <= old.end, "{old:?} after {}", self.done);
        if self.marks.is_empty() {
            self.text.reserve(self.source.len() + self.source.len() / 16);
        }
        self.text.push_str(&self.source[self.done..old.start]);
        let start = self.text.len();
        for piece in new {
            self.text.push_str(piece);
        }
        self.done = old.end;
        self.marks.push(Mark { new: start..self.text.len(), old });
    }

    pub fn insert(&mut self, at: usize, new: &[&str]) {
        self.replace(at..at, new);
    }

    pub fn remove(&mut self, old: Range<usize>) {
        self.replace(old, &[]);
    }

    /// The changed text, borrowed when nothing was changed.
    pub fn finish(mut self) -> (Cow<'a, str>, Origins) {
        if self.marks.is_empty() {
            return (Cow::Borrowed(self.source), Origins::default());
        }
        self.text.push_str(&self.source[self.done..]);
        (Cow::Owned(self.text), Origins { marks: self.marks, earlier: None })
    }
}

impl Origins {
    /// Where a byte of the changed text stands in the source.
    ///
    /// Monotone, and on a character's boundary if `offset` is. What was inserted stands
    /// where it was inserted; what is left of something removed, after it.
    pub fn original(&self, offset: usize) -> usize {
        let before = self.before(offset);
        self.earlier.as_ref().map_or(before, |earlier| earlier.original(before))
    }

    /// The same, for a text that had been changed before.
    pub fn after(self, earlier: Origins) -> Self {
        let earlier = (!earlier.is_identity()).then(|| Box::new(earlier));
        Self { earlier, ..self }
    }

    /// Where it stood before the last change.
    fn before(&self, offset: usize) -> usize {
        let after = self.marks.partition_point(|mark| mark.new.end <= offset);
        if let Some(mark) = self.marks.get(after).filter(|mark| mark.new.start < offset) {
            return mark.old.start;
        }
        match self.marks[..after].last() {
            Some(mark) => mark.old.end + (offset - mark.new.end),
            None => offset,
        }
    }

    /// Whether every byte stands where it stood.
    pub fn is_identity(&self) -> bool {
        self.marks.is_empty() && self.earlier.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_has_its_origin() {
        let mut edits = Edits::new("ab漢cd");
        edits.insert(0, &["> "]);
        edits.replace(2..5, &["xyz", "w"]);
        edits.remove(6..7);
        let (text, origins) = edits.finish();
        assert_eq!(text, "> abxyzwc");
        let found: Vec<usize> = (0..=text.len()).map(|at| origins.original(at)).collect();
        assert_eq!(found, [0, 0, 0, 1, 2, 2, 2, 2, 5, 7]);
    }

    #[test]
    fn what_was_changed_twice_has_its_origin() {
        let mut once = Edits::new("a$b$");
        once.insert(0, &["> "]);
        let (text, first) = once.finish();
        let mut twice = Edits::new(&text);
        twice.replace(3..4, &["<i>"]);
        let (text, second) = twice.finish();
        let origins = second.after(first);
        assert_eq!(text, "> a<i>b$");
        assert_eq!((0..=text.len()).map(|at| origins.original(at)).collect::<Vec<_>>(), [0, 0, 0, 1, 1, 1, 2, 3, 4]);
    }

    #[test]
    fn what_is_not_changed_is_borrowed() {
        let (text, origins) = Edits::new("ab").finish();
        assert!(matches!(text, Cow::Borrowed("ab")));
        assert!(origins.is_identity());
        assert_eq!(origins.original(1), 1);
    }
}
