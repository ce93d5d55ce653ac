//! Callouts: block quotes that begin with `[!kind]`, whoever's syntax they were written in.

use std::ops::Range;

/// The kinds of callouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// Zenn's `:::message`: it stands apart, and says no more than that.
    Message,
    /// Zenn's `:::message alert`.
    Alert,
    /// Something to know; also a kind that nobody knows.
    Note,
    /// Something that helps.
    Tip,
    /// Something that matters.
    Important,
    /// Something to be careful with.
    Warning,
    /// Something dangerous, or wrong.
    Caution,
    /// What it comes to.
    Summary,
    /// Something to do.
    ToDo,
    /// Something asked.
    Question,
    /// Something shown.
    Example,
    /// Someone's words.
    Citation,
    /// Something folded up: `<details>`, `:::details`.
    Details,
}

/// The names that people give to the kinds: GitHub's, Obsidian's, Zenn's, Docusaurus'.
const NAMES: &[(Callout, &[&str])] = &[
    (Callout::Message, &["message"]),
    (Callout::Alert, &["alert"]),
    (Callout::Note, &["note", "info"]),
    (Callout::Tip, &["tip", "hint", "success", "check", "done"]),
    (Callout::Important, &["important"]),
    (Callout::Warning, &["warning", "warn", "attention"]),
    (Callout::Caution, &["caution", "danger", "error", "failure", "fail", "missing", "bug"]),
    (Callout::Summary, &["summary", "abstract", "tldr"]),
    (Callout::ToDo, &["todo"]),
    (Callout::Question, &["question", "faq", "help"]),
    (Callout::Example, &["example"]),
    (Callout::Citation, &["quote", "cite"]),
    (Callout::Details, &["details", "spoiler", "toggle"]),
];

/// Longest name of a kind, in bytes.
const LONGEST_KIND: usize = 64;

impl Callout {
    /// Its title, where its author gave none.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Callout::Message | Callout::Alert | Callout::Details | Callout::Citation => None,
            Callout::Note => Some("Note"),
            Callout::Tip => Some("Tip"),
            Callout::Important => Some("Important"),
            Callout::Warning => Some("Warning"),
            Callout::Caution => Some("Caution"),
            Callout::Summary => Some("Summary"),
            Callout::ToDo => Some("To do"),
            Callout::Question => Some("Question"),
            Callout::Example => Some("Example"),
        }
    }

    /// Whether it warns.
    pub fn is_alert(self) -> bool {
        matches!(self, Callout::Alert | Callout::Warning | Callout::Caution)
    }
}

/// The first line of a callout, as it stands in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub callout: Callout,
    /// Where `[!kind]` and what belongs to it stands, with the white space after it.
    pub span: Range<usize>,
    /// What of it is text: the kind, where nobody knows it and nothing else is a title.
    pub text: Range<usize>,
}

impl Marker {
    /// The marker of the block quote that begins at the byte `start` of `source`.
    pub fn at(source: &str, start: usize) -> Option<Self> {
        let quote = source[start..].trim_start_matches(' ').strip_prefix('>')?.trim_start_matches([' ', '\t']);
        let inner = quote.strip_prefix("[!")?;
        let (kind, after) =
            inner.split_at(inner.bytes().take(LONGEST_KIND).position(|byte| matches!(byte, b']' | b'\n'))?);
        let (after, kind) = (after.strip_prefix(']')?, kind.trim());
        let title = after.strip_prefix(['+', '-']).unwrap_or(after).trim_start_matches([' ', '\t', '\u{3000}']);
        let (start, end) = (source.len() - quote.len(), source.len() - title.len());
        let lower = kind.to_ascii_lowercase();
        let known = NAMES.iter().find(|(_, names)| names.contains(&lower.as_str())).map(|(callout, _)| *callout);
        let titled = !title.is_empty() && !title.starts_with('\n');
        let text = if known.is_some() || titled { end..end } else { start + 2..start + 2 + kind.len() };
        let is_link = after.starts_with(['(', '[', ':']);
        (!kind.is_empty() && !is_link).then(|| Self { callout: known.unwrap_or(Callout::Note), span: start..end, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Option<(Callout, &str, &str)> {
        let marker = Marker::at(source, 0)?;
        Some((marker.callout, &source[marker.span], &source[marker.text]))
    }

    #[test]
    fn a_marker_tells_the_kind_and_what_is_no_title() {
        assert_eq!(read("> [!NOTE]\n> a"), Some((Callout::Note, "[!NOTE]", "")));
        assert_eq!(read("> [!faq]- なぜ？"), Some((Callout::Question, "[!faq]- ", "")));
        assert_eq!(read(">[!定義] 用語"), Some((Callout::Note, "[!定義] ", "")));
        assert_eq!(read("> [!定義]\n> a"), Some((Callout::Note, "[!定義]", "定義")));
        assert_eq!(read("> [link]"), None);
        assert_eq!(read("> [!]"), None);
        assert_eq!(read("> [!a](b)"), None);
        let long = |letters: usize| format!("> [!{}] title", "a".repeat(letters));
        assert_eq!([63, 64].map(|letters| read(&long(letters)).is_some()), [true, false]);
    }
}
