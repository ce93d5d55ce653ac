//! Containers: `:::message` … `:::` and `<details>` … `</details>` as block quotes with a callout's line.
//!
//! Where one has no end, it ends before the next heading: nobody hides the rest of a note in it.

use super::Trap;
use super::line::{Line, spaces};
use super::rewriter::{Above, Frame, Home, Rewriter, prefix};
use super::start::{Container, Start};

/// Containers nested deeper than this stay as they are written.
const DEEPEST: usize = 16;

/// What `:::message Title` says.
struct Opening<'a> {
    kind: &'a str,
    title: &'a str,
}

impl<'a> Opening<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.trim_start_matches(':').trim();
        if let Some(attributes) = text.strip_prefix('{') {
            return Self::of_attributes(attributes);
        }
        let end = text.find([' ', '\t', '\u{3000}', '[', '{']).unwrap_or(text.len());
        let (kind, rest) = (&text[..end], text[end..].trim());
        // Zenn's and Qiita's kinds of one container are no titles.
        match (kind, rest) {
            ("message" | "note", "alert") => return Self { kind: "alert", title: "" },
            ("note", "warn") => return Self { kind: "warning", title: "" },
            ("note", "info") => return Self { kind: "note", title: "" },
            _ => {}
        }
        let title = match rest.strip_prefix('[') {
            Some(inner) => &inner[..inner.rfind(']').unwrap_or(inner.len())],
            None if rest.starts_with('{') => "",
            None => rest,
        };
        Self { kind, title: title.trim() }
    }

    /// `{.callout-note}`
    fn of_attributes(text: &'a str) -> Self {
        let (inner, title) = text.split_once('}').unwrap_or((text, ""));
        let class = inner.split_whitespace().find_map(|word| word.strip_prefix('.')).unwrap_or("note");
        Self { kind: class.strip_prefix("callout-").unwrap_or(class), title: title.trim() }
    }
}

impl<'a> Rewriter<'a> {
    /// Opens a container, and tells where the next line begins. `line` is written up to its content.
    pub fn open_container(&mut self, line: Line<'a>, container: Container) -> usize {
        if self.frames.len() >= DEEPEST {
            self.too_deep += 1;
            self.above = Above::Other;
            self.begin_paragraph(line.content(), Home::OwnLine);
            return line.next;
        }
        match container {
            Container::Colons(_) => self.open_colons(line, container),
            Container::Details => self.open_details(line),
        }
    }

    fn open_colons(&mut self, line: Line<'a>, container: Container) -> usize {
        let Opening { kind, title } = Opening::of(line.rest());
        let start = if title.is_empty() { line.end() } else { self.offset(title) };
        let gap = if title.is_empty() { "]" } else { "] " };
        self.replace(line.content()..start, &["> [!", kind, gap], Trap::Markup);
        self.push_frame(line, container);
        self.end_opening(start + title.len(), line.end());
        line.next
    }

    /// Where a part of the source stands in it.
    fn offset(&self, part: &str) -> usize {
        part.as_ptr() as usize - self.source.as_ptr() as usize
    }

    pub fn push_frame(&mut self, line: Line<'a>, container: Container) {
        let column = self.written_column(line.column);
        let prefix = [prefix(&self.frames), spaces(column), "> "].concat();
        let opener = line.content()..line.end();
        self.frames.push(Frame {
            container,
            column: line.column,
            prefix,
            items: self.items.len(),
            opener,
            is_closed: None,
        });
        self.above = Above::Blank;
    }

    /// Ends the opening line, which has its last word at `from`: what follows is no part of the title.
    pub fn end_opening(&mut self, from: usize, to: usize) {
        let blank = prefix(&self.frames).trim_end().to_owned();
        self.replace(from..to, &["\n", &blank], Trap::Markup);
    }

    // Ends.

    /// Whether `:::` would close something.
    pub fn is_in_colons(&self) -> bool {
        let mut open = self.frames.iter().map(|frame| frame.container);
        self.too_deep > 0 || open.any(|container| container != Container::Details)
    }

    /// Closes the container that `line` ends. Tells where the next line begins, if it ends one.
    pub fn close_container(&mut self, line: Line<'a>, container: Container) -> Option<usize> {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            self.replace(line.start..line.next, &[], Trap::Markup);
            return Some(line.next);
        }
        let open: Vec<Container> = self.frames.iter().map(|frame| frame.container).collect();
        let at = closed_by(&open, container)?;
        while self.frames.len() > at + 1 {
            self.report_unclosed_frame();
        }
        self.pop_frame();
        Some(self.write_end(line))
    }

    /// The line that ends a container goes. A blank line stands for it where text would go on in the quote.
    fn write_end(&mut self, line: Line<'a>) -> usize {
        self.above = Above::Blank;
        let begins_line = line.start == 0 || self.source.as_bytes()[line.start - 1] == b'\n';
        let before = if begins_line { "" } else { "\n" };
        let blank = prefix(&self.frames).trim_end().to_owned();
        let tag = line
            .rest()
            .find('>')
            .filter(|_| line.rest().starts_with('<'))
            .map_or(line.end(), |end| line.content() + end + 1);
        if !self.source[tag..line.end()].trim().is_empty() {
            self.replace(line.start..tag, &[before, &blank, "\n"], Trap::Markup);
            return tag;
        }
        let next = (line.next < self.source.len()).then(|| self.line_at(line.next));
        let joins = |start: Start| match start {
            Start::Closer(Container::Colons(_)) => !self.is_in_colons(),
            _ => start.joins_quote(),
        };
        let goes_on = next.is_some_and(|next| !next.is_blank() && joins(Start::of(next.rest())));
        match (goes_on, begins_line) {
            (true, _) => self.replace(line.start..line.end(), &[before, &blank], Trap::Markup),
            (false, true) => self.replace(line.start..line.next, &[], Trap::Markup),
            (false, false) => self.replace(line.start..line.end(), &[], Trap::Markup),
        }
        line.next
    }

    fn pop_frame(&mut self) {
        if let Some(frame) = self.frames.pop() {
            self.items.truncate(frame.items);
        }
    }

    /// Leaves the innermost container, which has no end.
    pub fn report_unclosed_frame(&mut self) {
        if let Some(frame) = self.frames.last() {
            let opener = frame.opener.clone();
            self.trap(opener, Trap::UnclosedContainer);
        }
        self.pop_frame();
    }

    /// Leaves the containers without an end that cannot hold `line`: a heading, or an item further left.
    pub fn leave_unclosed(&mut self, line: Line<'a>, start: Start) -> Line<'a> {
        let item = matches!(start, Start::Marker(_) | Start::Sign { .. });
        if self.frames.is_empty() || !(item || start.is_heading()) {
            return line;
        }
        for at in 0..self.frames.len() {
            let column = self.frames[at].column;
            let outer = self.items[..self.frames[at].items].last().map_or(0, |item| item.content);
            let leaves = if item { line.written < column } else { line.written < column.min(outer) + 4 };
            if leaves && !self.is_closed(at, line.start) {
                while self.frames.len() > at {
                    self.report_unclosed_frame();
                }
                self.too_deep = 0;
                self.above = Above::Blank;
                let column = line.written.max(self.frame_column());
                return Line { column, ..line };
            }
        }
        line
    }

    fn is_closed(&mut self, at: usize, from: usize) -> bool {
        if let Some(known) = self.frames[at].is_closed {
            return known;
        }
        let closed = self.is_closed_ahead(self.frames[at].container, from);
        self.frames[at].is_closed = Some(closed);
        closed
    }

    /// Whether the end of a container stands after `from`.
    fn is_closed_ahead(&mut self, container: Container, from: usize) -> bool {
        let mut open = vec![container];
        let mut code = None;
        let mut at = from;
        while at < self.source.len() && at - from <= self.fuel {
            let line = self.line_at(at);
            at = line.next;
            match (Start::of(line.rest()), code) {
                (Start::Fence(fence), Some(opener)) if fence.closes(opener) => code = None,
                (_, Some(_)) => {}
                (Start::Fence(fence), None) => code = Some(fence),
                (Start::Container(inner), None) if !line.text.trim_end().ends_with("</details>") => open.push(inner),
                (Start::Closer(end), None) => open.truncate(closed_by(&open, end).unwrap_or(open.len())),
                _ if line.text.trim_end().ends_with("</details>") => {
                    open.truncate(closed_by(&open, Container::Details).unwrap_or(open.len()));
                }
                _ => {}
            }
            if open.is_empty() {
                return true;
            }
            if open.len() > DEEPEST * 4 {
                break;
            }
        }
        self.fuel = self.fuel.saturating_sub(at - from);
        false
    }
}

/// The position of the container that an end closes: the innermost of its kind, of the same number of colons if there is one.
fn closed_by(open: &[Container], end: Container) -> Option<usize> {
    let alike = |container: &Container| match (container, end) {
        (Container::Details, Container::Details) | (Container::Colons(_), Container::Colons(_)) => true,
        (Container::Details, Container::Colons(_)) | (Container::Colons(_), Container::Details) => false,
    };
    open.iter().rposition(|container| *container == end).or_else(|| open.iter().rposition(alike))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_have_a_kind_and_a_title() {
        let read = |text| {
            let Opening { kind, title } = Opening::of(text);
            (kind, title)
        };
        assert_eq!(read(":::message"), ("message", ""));
        assert_eq!(read(":::message alert"), ("alert", ""));
        assert_eq!(read(":::note warn"), ("warning", ""));
        assert_eq!(read(":::note warnings"), ("note", "warnings"));
        assert_eq!(read("::::details 答え を見る"), ("details", "答え を見る"));
        assert_eq!(read(":::note[Title [a]]{#id}"), ("note", "Title [a]"));
        assert_eq!(read("::: {.callout-tip} A title"), ("tip", "A title"));
    }
}
