//! `## Answer: B`: a heading over its answer, in one line.

use super::line::Line;
use super::rewriter::Rewriter;
use crate::lexicon::{self, Class};
use crate::text::{Span, has_word};

impl<'a> Rewriter<'a> {
    /// A line that is a heading. One that gives the answer stands over it from then on.
    pub fn heading(&mut self, line: Line<'a>) {
        let is_outside = self.frames.is_empty() && self.items.is_empty() && line.column == 0;
        let Some(gap) = is_outside.then(|| after_key_title(line.rest())).flatten() else {
            return self.inlines(line, line.content());
        };
        let answer = line.content() + gap.end;
        self.edits.replace(line.content() + gap.start..answer, &["\n\n"]);
        self.inlines(line, answer);
        self.edits.insert(line.end(), &["\n"]);
    }
}

/// What stands in a heading between the title of a key and the answer: in `## Answer: B`, the colon and the space.
fn after_key_title(heading: &str) -> Option<Span> {
    let title = heading.trim_start_matches('#').trim_start_matches(' ');
    let word = lexicon::start_in_any_case(Class::KeyTitle, title)?;
    let at = heading.len() - title.len() + word.len();
    let rest = heading[at..].trim_start().strip_prefix([':', '：'])?.trim_start();
    let is_plain = !rest.ends_with('#') && Line::at(rest, 0).end() == rest.len();
    (is_plain && has_word(rest)).then(|| at..heading.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_key_is_parted_from_its_title() {
        let parted = |heading: &str| after_key_title(heading).map(|gap| heading[..gap.start].to_owned());
        assert_eq!(parted("## Answer: B").as_deref(), Some("## Answer"));
        assert_eq!(parted("### 正解：木は浮く").as_deref(), Some("### 正解"));
        for heading in
            ["## Answer", "## Answer:", "## Answering: why", "## Solution: a queue", "## A: b", "## Q1: Why?"]
        {
            assert_eq!(parted(heading), None, "{heading}");
        }
    }
}
