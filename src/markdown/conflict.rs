//! What Git leaves in a text of a merge that nobody finished: both versions, between three or four marks.

use memchr::memmem;

use crate::text::{Span, line_start};

/// How Git begins what it could not merge.
const BEGINS: &str = "<<<<<<< ";
/// What stands above the version of both sides' origin, between the two versions, and at the end.
const ORIGIN: &str = "|||||||";
const BETWEEN: &str = "=======";
const ENDS: &str = ">>>>>>>";

/// Two versions of which one is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// From its first mark to its last one, or the mark that has no end.
    pub span: Span,
    /// The lines of its marks, without line breaks; one, where its end is missing.
    pub marks: Vec<Span>,
    /// How many lines it has, with the marks.
    pub lines: usize,
}

impl Conflict {
    /// Whether its end is there.
    pub fn is_whole(&self) -> bool {
        self.marks.len() > 1
    }
}

/// All conflicts of a text, in its order. Most texts hold none, and are not read line by line.
pub fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let Some(first) = memmem::find(text.as_bytes(), BEGINS.as_bytes()) else { return found };
    let mut open: Option<(Conflict, usize)> = None;
    let start = line_start(text, first);
    let mut at = start;
    for (number, line) in text[start..].split('\n').enumerate() {
        let mark = at..at + line.len();
        at = mark.end + 1;
        if line.starts_with(BEGINS) {
            found.extend(open.take().map(|(conflict, _)| without_end(conflict)));
            open = Some((Conflict { span: mark.clone(), marks: vec![mark], lines: 1 }, number));
        } else if let Some((conflict, first)) = &mut open
            && (line.trim_end() == BETWEEN || is_mark(line, ORIGIN) || is_mark(line, ENDS))
        {
            conflict.span.end = mark.end;
            conflict.lines = number - *first + 1;
            conflict.marks.push(mark);
            if line.starts_with(ENDS) {
                found.extend(open.take().map(|(conflict, _)| conflict));
            }
        }
    }
    found.extend(open.map(|(conflict, _)| without_end(conflict)));
    found
}

/// What begins a conflict and has no end: its other marks may be text.
fn without_end(mut conflict: Conflict) -> Conflict {
    conflict.marks.truncate(1);
    Conflict { span: conflict.marks[0].clone(), marks: conflict.marks, lines: 1 }
}

fn is_mark(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_known_where_a_conflict_has_begun() {
        let text = "a\n=======\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> x\n>>>>>>> y\n";
        let found = conflicts(text);
        let marks: Vec<&str> = found[0].marks.iter().map(|mark| &text[mark.clone()]).collect();
        assert_eq!(marks, ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> x"]);
        assert_eq!((found.len(), found[0].lines, found[0].is_whole()), (1, 7, true));
    }

    #[test]
    fn a_conflict_without_an_end_is_its_first_mark() {
        let found = conflicts("<<<<<<< HEAD\na\n=======\n<<<<<<< HEAD\nb\n>>>>>>>>\n");
        assert!(found.len() == 2 && found.iter().all(|conflict| !conflict.is_whole() && conflict.lines == 1));
        assert_eq!(conflicts("a\n <<<<<<< b"), []);
    }
}
