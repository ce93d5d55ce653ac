//! What the author should act on, as codes and values. `codes` says of each what it means, and what cures it.
//!
//! Words are chosen in cli/, by language. A diagnostic is never about a failing
//! world (that is an [`Error`](crate::Error)), and never stops the other notes.

pub mod codes;
mod reason;

use crate::text::Span;
pub use reason::Reason;

/// A place in the notes and what is amiss there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, relative to the root, with `/`; as given when it is outside.
    pub path: String,
    /// Where in it; `None` when it is about the whole file.
    pub place: Option<Place>,
    /// What it is.
    pub finding: Finding,
}

impl Diagnostic {
    /// A diagnostic about a whole file.
    pub fn of_file(path: String, finding: Finding) -> Self {
        Self { path, place: None, finding }
    }
}

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

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Something is not on the cards that the author may want there, or may not be there as it is meant.
    Warning,
}

/// What is amiss, with the values that a message needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The file is not UTF-8; it was skipped. The offset is that of the first bad byte, from 0.
    NotUtf8 {
        /// In bytes, from the start of the file.
        offset: usize,
        /// The byte.
        byte: u8,
    },
    /// The file holds binary data (a NUL byte); it was skipped.
    Binary {
        /// In bytes, from the start of the file.
        offset: usize,
    },
    /// The file is not UTF-8, but in an older encoding that was recognised; it was read.
    Converted {
        /// What it was taken for.
        from: &'static str,
    },
    /// The file could not be read; it was skipped.
    Unreadable {
        /// Why the system refused.
        reason: Reason,
    },
    /// The front matter is not valid YAML; it was ignored and the rest was read.
    FrontMatter {
        /// The parser's words.
        reason: String,
    },
    /// The front matter has no closing `---`; the file was read as if it had none.
    UnclosedFrontMatter,
    /// The file is none of the notes of its folder; it was left out.
    LeftOut {
        /// Why.
        reason: LeftOut,
    },
    /// An id is given twice; the second was ignored.
    DuplicateId {
        /// The id.
        id: String,
        /// The file with the first.
        path: String,
        /// The line of the first, from 1.
        line: usize,
    },
    /// Notes that the lock knows changed later than it is now.
    ClockBehind {
        /// By how much.
        seconds: i64,
        /// Who says what time it is.
        clock: Clock,
    },
    /// A word of a directive that is not known; it was ignored.
    UnknownDirective {
        /// The word, as it was written.
        word: String,
        /// What was probably meant.
        meant: Option<&'static str>,
    },
    /// A heading with nothing under it.
    EmptyHeading {
        /// The heading.
        term: String,
    },
    /// Something marked as unfinished: `TODO`, `(未)`.
    ToDo {
        /// The line.
        text: String,
    },
    /// A picture, a sound or a film that is not on the card; a link or its text is.
    Media {
        /// Where it is, as the author wrote it.
        target: String,
        /// Why.
        fault: Box<MediaFault>,
    },
    /// An entry without a card: all of its answer are media that are not there.
    NothingButMissing {
        /// The term.
        term: String,
        /// Where the first of them is, as the author wrote it.
        target: String,
        /// Why it is not there.
        fault: Box<MediaFault>,
    },
    /// A diagram that is drawn elsewhere, shown as its code.
    DiagramAsCode {
        /// In what it is written: Mermaid.
        kind: &'static str,
    },
    /// Two files have the same title in the same folder; their decks are told apart by file name.
    SameTitle {
        /// The title.
        title: String,
        /// The other file.
        other: String,
    },
    /// A question without an answer, which makes no card.
    UnansweredQuestion {
        /// Its first line.
        question: String,
    },
    /// `---` directly below text, which Markdown takes for a heading; it was read as a rule.
    SetextTrap,
    /// `(text)[address]`, read as the link that it was to be.
    ReversedLink {
        /// The link, as it is written.
        text: String,
    },
    /// A heading without a space after `#`; it was read as a heading.
    HeadingWithoutSpace {
        /// The line.
        text: String,
    },
    /// A code block without its closing fence.
    UnclosedFence,
    /// Code that stands further left than its fence; it was read where the fence stands.
    OutdentedFence,
    /// `:::` or `<details>` without its end.
    UnclosedContainer {
        /// Its first line.
        opener: String,
    },
    /// Prose that is indented like code; it was read as prose.
    IndentedProse,
    /// Children that are indented too little for Markdown; they were read as children.
    ShallowChildren,
    /// A section that is mostly code, which makes no card.
    MostlyCode {
        /// The heading.
        term: String,
    },
    /// A term that stands elsewhere with another definition, under the same headings.
    DefinedTwice {
        /// The term.
        term: Box<str>,
        /// The file with the first.
        path: Box<str>,
        /// The line of the first, from 1.
        line: usize,
    },
    /// A term whose definition says the term again, or nothing; it makes no card.
    AnswersItself {
        /// The term.
        term: String,
    },
    /// An answer of more facts than anybody recalls at once.
    LongAnswer {
        /// The term.
        term: String,
        /// Its items, rows and sentences.
        facts: usize,
    },
    /// A cloze whose hidden words stand in the rest of its sentence.
    GivenAway {
        /// The hidden words.
        words: String,
    },
    /// Two braces in a cloze, which Anki takes for its own signs unless they are written otherwise.
    ClozeBraces,
    /// Emphasis beside CJK punctuation, which most other programs show as asterisks.
    EmphasisElsewhere {
        /// What is emphasised, with its signs.
        text: String,
    },
    /// Prose that is on no card.
    UnreadText {
        /// Its first line.
        text: String,
        /// Why no rule could use it.
        reason: Unread,
    },
}

/// Why prose is on no card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It stands above the first heading.
    AboveHeadings,
    /// The file has no headings, and it is too long for one card, or the file's name asks nothing.
    WithoutHeadings,
    /// It stands under a heading without words.
    Nameless,
    /// It is a table that is too large for an answer, and its rows make no cards.
    LargeTable,
    /// It is a list of bare phrases that is too long for an answer.
    LongList,
}

/// Who says what time it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The system.
    System,
    /// The user, by `SOURCE_DATE_EPOCH`.
    Told,
}

/// Why a picture, a sound or a film is not on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaFault {
    /// It is no file of the project, but an address.
    Remote,
    /// It was not found.
    Missing {
        /// What was probably meant, as it would be written there.
        meant: Option<String>,
    },
    /// It is outside of the project.
    Outside,
    /// It could not be read.
    Unreadable {
        /// Why the system refused.
        reason: Reason,
    },
    /// It is a device or a pipe.
    NoFile,
    /// There is nothing in it.
    Empty,
    /// It holds no picture, sound or film that Anki shows. What it holds, by the usual ending, where that is known.
    Unknown(Option<&'static str>),
    /// It is larger than cards should carry.
    TooLarge {
        /// Its size, in bytes.
        size: u64,
        /// The largest size, in bytes.
        most: u64,
    },
    /// It is an SVG that is not well-formed.
    Svg {
        /// From 1.
        line: u32,
        /// What is wrong there.
        fault: String,
    },
}

/// Why a file in a folder of notes is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Its front matter says `soa: skip`.
    Skipped,
    /// It is the front page of the other notes: a README, an index.
    FrontPage,
    /// It is about the project or the site: a licence, a changelog.
    Project,
    /// Notes are made from it: a template.
    Template,
    /// Excalidraw's drawing.
    Drawing,
    /// A Kanban board.
    Board,
    /// Notes beside it say the same in another language.
    Translation,
}

impl Finding {
    /// The stable code, by which messages and settings know it.
    pub fn code(&self) -> &'static str {
        match self {
            Finding::NotUtf8 { .. } => "W-not-utf8",
            Finding::Binary { .. } => "W-binary",
            Finding::Converted { .. } => "W-converted",
            Finding::Unreadable { .. } => "W-unreadable",
            Finding::FrontMatter { .. } => "W-front-matter",
            Finding::UnclosedFrontMatter => "W-front-matter-unclosed",
            Finding::LeftOut { .. } => "W-left-out",
            Finding::DuplicateId { .. } => "W-duplicate-id",
            Finding::ClockBehind { .. } => "W-clock-behind",
            Finding::UnknownDirective { .. } => "W-unknown-directive",
            Finding::EmptyHeading { .. } => "W-empty-heading",
            Finding::ToDo { .. } => "W-to-do",
            Finding::Media { fault, .. } => fault.code(),
            Finding::NothingButMissing { .. } => "W-media-nothing-else",
            Finding::DiagramAsCode { .. } => "W-diagram-as-code",
            Finding::SameTitle { .. } => "W-same-title",
            Finding::UnansweredQuestion { .. } => "W-unanswered-question",
            Finding::SetextTrap => "W-setext-trap",
            Finding::ReversedLink { .. } => "W-reversed-link",
            Finding::HeadingWithoutSpace { .. } => "W-heading-without-space",
            Finding::UnclosedFence => "W-unclosed-fence",
            Finding::OutdentedFence => "W-outdented-fence",
            Finding::UnclosedContainer { .. } => "W-unclosed-container",
            Finding::IndentedProse => "W-indented-prose",
            Finding::ShallowChildren => "W-shallow-children",
            Finding::MostlyCode { .. } => "W-mostly-code",
            Finding::DefinedTwice { .. } => "W-defined-twice",
            Finding::AnswersItself { .. } => "W-answers-itself",
            Finding::LongAnswer { .. } => "W-long-answer",
            Finding::GivenAway { .. } => "W-given-away",
            Finding::ClozeBraces => "W-cloze-braces",
            Finding::EmphasisElsewhere { .. } => "W-emphasis-elsewhere",
            Finding::UnreadText { .. } => "W-unread-text",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Finding::LeftOut { .. }
            | Finding::EmptyHeading { .. }
            | Finding::ToDo { .. }
            | Finding::UnansweredQuestion { .. }
            | Finding::MostlyCode { .. }
            | Finding::DiagramAsCode { .. }
            | Finding::ClozeBraces
            | Finding::EmphasisElsewhere { .. }
            | Finding::UnreadText { .. }
            // These were read as they were meant.
            | Finding::SetextTrap
            | Finding::ReversedLink { .. }
            | Finding::HeadingWithoutSpace { .. }
            | Finding::OutdentedFence
            | Finding::IndentedProse
            | Finding::ShallowChildren => Severity::Note,
            Finding::Media { fault, .. } if **fault == MediaFault::Remote => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

impl Finding {
    /// Whether it is about the notes as such, and not about what became of them: of these, `check` alone tells.
    pub fn is_advice(&self) -> bool {
        matches!(
            self,
            Finding::DefinedTwice { .. }
                | Finding::AnswersItself { .. }
                | Finding::LongAnswer { .. }
                | Finding::GivenAway { .. }
                | Finding::ClozeBraces
                | Finding::EmphasisElsewhere { .. }
                | Finding::UnreadText { .. }
        )
    }
}

impl MediaFault {
    fn code(&self) -> &'static str {
        match self {
            MediaFault::Remote => "W-media-remote",
            MediaFault::Missing { .. } => "W-media-missing",
            MediaFault::Outside => "W-media-outside",
            MediaFault::Unreadable { .. } | MediaFault::NoFile => "W-media-unreadable",
            MediaFault::Empty | MediaFault::Unknown(_) | MediaFault::Svg { .. } => "W-media-unknown",
            MediaFault::TooLarge { .. } => "W-media-too-large",
        }
    }
}

impl Place {
    /// The place of `span` in `text`.
    pub fn new(text: &str, span: Span) -> Self {
        let before = &text[..span.start];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
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

/// The places of many spans of one text, which mostly come in its order: to count lines from the start for each would
/// take time without end.
pub struct Places<'a> {
    text: &'a str,
    last: Option<Place>,
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
