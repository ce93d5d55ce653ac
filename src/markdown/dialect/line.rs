//! A line of a source, with its indentation.

/// A line, or what is left of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its text, without the `\n`.
    pub text: &'a str,
    /// Where it begins in the source.
    pub start: usize,
    /// Where the next one begins.
    pub next: usize,
    /// Bytes of white space at its start.
    pub indent: usize,
    /// Columns of that white space: full-width spaces count 2.
    pub written: usize,
    /// The same, but at least the column at which its container begins.
    pub column: usize,
}

/// What an indentation is made of: CommonMark's is of spaces and tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Indent {
    Plain,
    /// There are full-width or no-break spaces in it.
    Wide,
    /// There is something in it that is no text, and taken for indentation: `: `, a comment.
    Marked,
}

impl<'a> Line<'a> {
    /// The line of `source` that begins at `start`.
    pub fn at(source: &'a str, start: usize) -> Self {
        let rest = &source[start..];
        let length = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        Self::new(&rest[..length], start, (start + length + 1).min(source.len()))
    }

    fn new(text: &'a str, start: usize, next: usize) -> Self {
        let (indent, column) = indentation(text);
        Self { text, start, next, indent, written: column, column }
    }

    /// The line from the byte `start` on.
    pub fn from(self, start: usize) -> Self {
        Self::new(&self.text[start - self.start..], start, self.next)
    }

    /// The line up to the byte `end` of the source; what is left is a line of its own.
    pub fn up_to(self, end: usize) -> Self {
        Self { text: &self.text[..end - self.start], next: end, ..self }
    }

    /// The same line, with so many more bytes taken for indentation, up to a column.
    pub fn indented_by(self, bytes: usize, column: usize) -> Self {
        Self { indent: self.indent + bytes, column, ..self }
    }

    /// The text after the indentation.
    pub fn rest(&self) -> &'a str {
        &self.text[self.indent..]
    }

    /// Where the text after the indentation begins in the source.
    pub fn content(&self) -> usize {
        self.start + self.indent
    }

    /// Where the text ends in the source, without the `\n`.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub fn is_blank(&self) -> bool {
        self.indent == self.text.len()
    }

    pub fn kind_of_indent(&self) -> Indent {
        let indent = &self.text[..self.indent];
        if indent.bytes().all(|byte| byte == b' ' || byte == b'\t') {
            Indent::Plain
        } else if indent.trim_start().is_empty() {
            Indent::Wide
        } else {
            Indent::Marked
        }
    }

    /// Bytes and columns of the spaces and tabs at its start, up to `most` columns.
    pub fn plain_indent(&self, most: usize) -> (usize, usize) {
        let mut column = 0;
        for (at, byte) in self.text.bytes().enumerate() {
            let width = match byte {
                b' ' => 1,
                b'\t' => 4 - column % 4,
                _ => return (at, column),
            };
            if column + width > most {
                return (at, column);
            }
            column += width;
        }
        (self.text.len(), column)
    }
}

/// Bytes and columns of the white space at the start of a line.
fn indentation(text: &str) -> (usize, usize) {
    let spaces = text.bytes().take_while(|&byte| byte == b' ').count();
    match text.as_bytes().get(spaces) {
        Some(b'\t' | 0xC2 | 0xE3) => mixed_indentation(text),
        _ => (spaces, spaces),
    }
}

fn mixed_indentation(text: &str) -> (usize, usize) {
    let mut column = 0;
    for (at, c) in text.char_indices() {
        column += match c {
            ' ' | '\u{a0}' => 1,
            '\t' => 4 - column % 4,
            '\u{3000}' => 2,
            _ => return (at, column),
        };
    }
    (text.len(), column)
}

/// As many spaces.
pub(super) fn spaces(count: usize) -> &'static str {
    const SPACES: &str = "                                                                                                                                ";
    &SPACES[..count.min(SPACES.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indentation_is_in_columns() {
        let columns = |text| Line::at(text, 0).column;
        assert_eq!(columns("a"), 0);
        assert_eq!(columns("  \ta"), 4);
        assert_eq!(columns("\u{3000}・a"), 2);
        assert_eq!(columns(" \u{3000}\ta"), 4);
    }

    #[test]
    fn lines_follow_each_other() {
        let source = "a\n\n  b";
        let first = Line::at(source, 0);
        let second = Line::at(source, first.next);
        let third = Line::at(source, second.next);
        assert_eq!((first.text, second.text, third.rest(), third.next), ("a", "", "b", source.len()));
        assert!(second.is_blank());
    }
}
