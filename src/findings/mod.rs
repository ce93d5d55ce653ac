//! What the author should act on, as values, with all that is said about them.
//!
//! Everything about one finding is in one file: its values, its code and severity, its message, what it means and how
//! to fix it with an example, in English and Japanese. A line of `findings!` makes it a finding. A diagnostic is
//! never about a failing world (that is an [`Error`](crate::Error)), and never stops the other notes.
//!
//! It knows neither Markdown nor cards, nor the language of the user: the caller passes the [`Reader`].

pub(crate) mod codes;
mod describe;
mod diagnostic;
mod place;
mod reason;

use std::fmt;

pub use codes::{Code, Severity, ShownBy, Words, all as codes, find as find_code};
use describe::quoted;
pub use describe::{Describe, Reader};
pub use diagnostic::Diagnostic;
pub use place::{Place, Places};
pub use reason::Reason;

/// Makes one enum of all findings: `file::Type`, in the order of the documents. The type implements [`Describe`].
macro_rules! findings {
    ($($file:ident::$name:ident,)+) => {
        $(
            mod $file;
            pub use $file::*;
        )+

        /// What is wrong, with the values that a message needs.
        #[derive(Clone, PartialEq, Eq)]
        pub enum Finding {
            $(
                #[doc = concat!("See [`", stringify!($name), "`].")]
                $name($name),
            )+
        }

        $(
            impl From<$name> for Finding {
                fn from(found: $name) -> Self {
                    Self::$name(found)
                }
            }
        )+

        $(const _: () = assert!(!$name::CODES.is_empty(), "a finding has a code");)+

        /// All codes, finding by finding.
        const CODES: &[&[Code]] = &[$($name::CODES,)+];

        impl Finding {
            fn get(&self) -> &dyn Found {
                match self {
                    $(Self::$name(found) => found,)+
                }
            }
        }
    };
}

findings! {
    // What became of notes, and how they could be written.
    defined_twice::DefinedTwice,
    answers_itself::AnswersItself,
    long_answer::LongAnswer,
    given_away::GivenAway,
    not_hidden::NotHidden,
    cloze_braces::ClozeBraces,
    unread_text::UnreadText,
    empty_heading::EmptyHeading,
    to_do::ToDo,
    unanswered_question::UnansweredQuestion,
    question_in_answer::QuestionInAnswer,
    mostly_code::MostlyCode,
    diagram_as_code::DiagramAsCode,
    duplicate_id::DuplicateId,
    unknown_directive::UnknownDirective,
    conflict::Conflict,
    other_syntax::OtherSyntax,
    broken_table::BrokenTable,
    footnote::Footnote,
    // What other programs read otherwise.
    emphasis_elsewhere::EmphasisElsewhere,
    setext_trap::SetextTrap,
    reversed_link::ReversedLink,
    heading_in_html::HeadingInHtml,
    heading_without_space::HeadingWithoutSpace,
    tag_as_heading::TagAsHeading,
    unclosed_fence::UnclosedFence,
    outdented_fence::OutdentedFence,
    unclosed_container::UnclosedContainer,
    indented_prose::IndentedProse,
    shallow_children::ShallowChildren,
    // Pictures, sounds and videos.
    media::Media,
    media_nothing_else::NothingButMissing,
    // Files.
    front_matter::FrontMatter,
    front_matter_unclosed::UnclosedFrontMatter,
    left_out::LeftOut,
    same_title::SameTitle,
    not_utf8::NotUtf8,
    converted::Converted,
    binary::Binary,
    unreadable::Unreadable,
    clock_behind::ClockBehind,
}

/// What every finding can be asked, as an object.
trait Found: fmt::Debug {
    fn code(&self) -> &'static Code;
    fn message(&self, reader: &Reader<'_>) -> String;
}

impl<T: Describe + fmt::Debug> Found for T {
    fn code(&self) -> &'static Code {
        Describe::code(self)
    }

    fn message(&self, reader: &Reader<'_>) -> String {
        Describe::message(self, reader)
    }
}

impl Finding {
    /// The stable code, by which messages and settings know it.
    pub fn code(&self) -> &'static str {
        self.get().code().code
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.get().code().severity
    }

    /// Which commands show it.
    pub fn shown_by(&self) -> ShownBy {
        self.get().code().shown_by
    }

    /// What is wrong, and what to do: lower case, no full stop.
    ///
    /// ```
    /// use soa_anki::findings::{EmptyHeading, Finding, Reader};
    /// use soa_anki::Lang;
    ///
    /// let finding = Finding::from(EmptyHeading { term: "EC2".to_owned(), beside: None });
    /// let message = finding.message(&Reader { lang: Lang::En, path: &str::to_owned });
    /// assert_eq!(message, "there is no answer under `EC2`, so it does not become a card; write one there");
    /// ```
    pub fn message(&self, reader: &Reader<'_>) -> String {
        self.get().message(reader)
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}
