//! Lines and columns of spans.

use crate::text::{Span, line_start};

/// A span with the line and column a person looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Bytes in the source's text.
    pub span: Span,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// Finds the places of many spans of one text. Spans mostly come in the order of the text, so that lines are counted
/// onward from the last one: counting from the start for each would take quadratic time.
pub struct Places<'a> {
    text: &'a str,
    last: Option<Place>,
}

impl Place {
    /// The place of `span` in `text`.
    pub fn new(text: &str, span: Span) -> Self {
        let before = &text[..span.start];
        let start = line_start(text, span.start);
        let line = 1 + before.bytes().filter(|&byte| byte == b'\n').count();
        Self { line, column: 1 + before[start..].chars().count(), span }
    }

    /// The place of a span that begins no earlier than this one, without counting from the start.
    #[must_use]
    pub fn onward(&self, text: &str, span: Span) -> Self {
        let between = &text[self.span.start..span.start];
        let lines = between.bytes().filter(|&byte| byte == b'\n').count();
        let column = match between.rfind('\n') {
            Some(end) => 1 + between[end + 1..].chars().count(),
            None => self.column + between.chars().count(),
        };
        Self { line: self.line + lines, column, span }
    }
}

impl<'a> Places<'a> {
    /// Those of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, last: None }
    }

    /// The place of a span.
    pub fn place(&mut self, span: Span) -> Place {
        let place = match &self.last {
            Some(last) if last.span.start <= span.start => last.onward(self.text, span),
            _ => Place::new(self.text, span),
        };
        self.last = Some(place.clone());
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_the_same_from_wherever_they_are_counted() {
        let text = "漢a\nb 漢\n\nc";
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for &from in &starts {
            for &to in starts.iter().filter(|&&to| to >= from) {
                let place = Place::new(text, from..from).onward(text, to..to);
                assert_eq!(place, Place::new(text, to..to));
            }
        }
    }
}
