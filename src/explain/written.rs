//! A line as its author wrote it: what stands before and behind its text, and what a comment in it tells.

use std::ops::Range;

use crate::model::directive::Directive;

/// A line in three parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written<'a> {
    /// The indentation, the quotation marks, the bullet or the `#`.
    pub mark: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The comments and the ID that it ends with, and the white space before them.
    pub tail: &'a str,
}

impl<'a> Written<'a> {
    pub fn of(line: &'a str) -> Self {
        let mark = mark(line).len();
        let tail = mark.max(tail(line));
        Self { mark: &line[..mark], text: &line[mark..tail], tail: &line[tail..] }
    }

    /// The line with another text.
    pub fn with(&self, text: &str) -> String {
        format!("{}{text}{}", self.mark, self.tail)
    }
}

/// What stands before the text of a line.
fn mark(line: &str) -> &str {
    let rest = line.trim_start().trim_start_matches(['>', ' ']);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.strip_prefix(['.', ')']).filter(|after| digits.len() < rest.len() && after.starts_with(' '));
    let bullet = rest.strip_prefix(['-', '*', '+', '・']).filter(|after| after.starts_with([' ', '\t']));
    let hashes = Some(rest.trim_start_matches('#')).filter(|after| after.len() < rest.len());
    let rest = bullet.or(numbered).or(hashes).map_or(rest, str::trim_start);
    &line[..line.len() - rest.len()]
}

/// Where the comments and the ID begin that a line ends with.
fn tail(line: &str) -> usize {
    let rest = line.trim_end();
    let comment = || rest.strip_suffix("-->").and_then(|before| before.rfind("<!--"));
    let id = || {
        let at = rest.rfind([' ', '\t'])? + 1;
        let name = rest[at..].strip_prefix('^')?;
        (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).then_some(at)
    };
    match comment().or_else(id) {
        Some(at) => tail(&line[..at]),
        None => rest.len(),
    }
}

/// The line with a comment in it that tells `word`: in the one that is there, since only one counts.
pub(super) fn told(line: &str, word: &str) -> String {
    let line = line.trim_end();
    let Some((span, words)) = directive(line) else {
        let end = if Written::of(line).tail.contains('^') { tail(line) } else { line.len() };
        return format!("{} <!-- soa: {word} -->{}", &line[..end], &line[end..]);
    };
    let is_told = |other: &&&str| key(other) != key(word);
    let mut words: Vec<&str> = words.iter().filter(is_told).copied().collect();
    words.push(word);
    format!("{}<!-- soa: {} -->{}", &line[..span.start], words.join(" "), &line[span.end..])
}

/// The line without what a comment tells to leave out, if one does.
pub(super) fn untold(line: &str) -> Option<String> {
    let (span, all) = directive(line)?;
    let leaves_out = |word: &&str| key(word) == "skip" || key(word) == "cloze" && word.len() > "cloze".len();
    let words: Vec<&str> = all.iter().filter(|word| !leaves_out(word)).copied().collect();
    let (before, after) = (&line[..span.start], &line[span.end..]);
    let other = Written::of(before).text.len() + Written::of(after).text.trim().len();
    if words.len() == all.len() || other == 0 {
        return None;
    }
    Some(if words.is_empty() {
        format!("{}{after}", before.trim_end())
    } else {
        format!("{before}<!-- soa: {} -->{after}", words.join(" "))
    })
}

fn key(word: &str) -> &str {
    word.split(['=', ':', '：', '＝']).next().unwrap_or(word)
}

/// The last comment of a line that is a directive, and its words.
fn directive(line: &str) -> Option<(Range<usize>, Vec<&str>)> {
    let spans = line.match_indices("<!--").filter_map(|(start, _)| {
        let end = start + line[start..].find("-->")? + "-->".len();
        Some(start..end)
    });
    let told = |span: &Range<usize>| Directive::parse(&line[span.clone()]).is_some();
    let span = spans.filter(told).last()?;
    let inner = line[span.clone()].trim_start_matches("<!--").trim_end_matches("-->");
    let words = inner.split_once([':', '：']).map_or("", |(_, words)| words);
    Some((span, words.split_whitespace().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_three_parts() {
        let parts = |line: &'static str| {
            let Written { mark, text, tail } = Written::of(line);
            (mark, text, tail)
        };
        assert_eq!(parts("  - a: b <!-- c --> ^id-1"), ("  - ", "a: b", " <!-- c --> ^id-1"));
        assert_eq!(parts("> 12. a ^ b"), ("> 12. ", "a ^ b", ""));
        assert_eq!(parts("## a"), ("## ", "a", ""));
        assert_eq!(parts("<!-- a -->"), ("", "", "<!-- a -->"));
    }

    #[test]
    fn a_line_is_told_in_the_comment_that_it_has() {
        assert_eq!(told("- a", "skip"), "- a <!-- soa: skip -->");
        assert_eq!(told("- a <!-- b -->", "skip"), "- a <!-- b --> <!-- soa: skip -->");
        assert_eq!(told("- a <!-- soa: id=x -->", "skip"), "- a <!-- soa: id=x skip -->");
        assert_eq!(told("- a <!-- soa: cloze -->", "cloze=false"), "- a <!-- soa: cloze=false -->");
        assert_eq!(told("- a ^id", "skip"), "- a <!-- soa: skip --> ^id");
    }

    #[test]
    fn what_leaves_out_is_taken_back() {
        assert_eq!(untold("- a <!-- soa: skip -->").as_deref(), Some("- a"));
        assert_eq!(untold("- a <!-- soa: skip id=x -->").as_deref(), Some("- a <!-- soa: id=x -->"));
        assert_eq!(untold("- a <!-- soa: cloze=false --> ^b").as_deref(), Some("- a ^b"));
        assert_eq!(untold("- a <!-- b -->"), None);
        assert_eq!(untold("<!-- soa: skip -->"), None);
    }
}
