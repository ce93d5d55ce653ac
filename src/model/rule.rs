//! The rules by which an entry is made, or a part of the notes is none. Their words are in `cli`.

/// The rules of extraction, by which an entry is made or a part of the notes is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    // By which an entry is made.
    /// A heading with its own body.
    Heading,
    /// A short file without headings, under its title.
    Title,
    /// A bullet that separates its term from its definition.
    Separated,
    /// A bullet with its definition below.
    TermLine,
    /// A statement with key phrases in bold.
    Bold,

    /// A row of a table whose first column holds terms.
    TableRow,
    /// A line of a paragraph of `term – definition` lines.
    GlossaryLine,
    /// A paragraph that begins with a bold term.
    BoldLead,
    /// A bold line used as heading.
    BoldLine,
    /// A question with its answer.
    Question,
    /// A block that hides what its summary names.
    Details,

    // By which a bullet stays in what it stands under.
    /// Its first line is no term.
    Statement(NotATerm),
    /// Its first line goes on in the next.
    Wrapped,
    /// A short phrase with nothing under it.
    BareItem,
    /// 例, 注意, Note: it belongs to what it stands under.
    Label,
    /// It lists the answers of questions that stand elsewhere.
    AnswerKeys,
    /// It only says which option is right.
    RightOption,

    /// It stands in a worked example: it is a figure or a step of that.
    WorkedExample,
    /// 概要, 特徴, Overview: its body stands in the definition of the heading above.
    Attribute,

    // By which a table's rows are no entries.
    /// Its first column holds no short, distinct terms.
    TableWithoutTerms,
    /// Its first column holds numbers or dates.
    TableOfNumbers,
    /// It compares rivals: the table is the answer.
    TableOfRivals,
    /// The author chose that no table's rows are entries.
    TablesAreOff,
    /// It is too large for an answer.
    LargeTable,
    /// A list of bare phrases that is too long for an answer.
    LongList,
    /// A heading over terms with cards of their own, and some lines between them.
    Leftovers,

    // By which something is left out.
    /// `- [ ]`
    OpenTask,
    /// Marked as unfinished: `TODO`, `(未)`.
    ToDo,
    /// There is no letter or digit in the term.
    NoWord,
    /// There is nothing to read in the definition.
    NoDefinition,
    /// All that the definition shows are pictures or sounds that are not there.
    MissingMedia,
    /// A question without an answer, or a list of such.
    Unanswered,
    /// All there is are links.
    OnlyLinks,
    /// A heading or a bullet over the terms of its children, which does not ask for a set.
    Shelf,
    /// All that the definition says is study advice.
    Advice,
    /// All that the definition says is what will be told, or where.
    Announcement,
    /// Mostly code.
    MostlyCode,
    /// A heading with nothing under it.
    EmptyHeading,
    /// A heading that is about the note: まとめ, Summary.
    AboutTheNote,
    /// A quotation between the title and all headings.
    Motto,
    /// References, tables of contents.
    References,
    /// Text before the first heading.
    Preamble,
    /// A directive tells to leave it out.
    Skipped,
    /// A comment.
    Comment,
    /// Markup that has no text: `:::message`, `[!note]`, `{: .class}`; and what no term holds, though it is shown: a reading, the
    /// name of an emoji.
    Markup,
    /// A property of Logseq: `id:: …`
    Property,
    /// A block id of Obsidian: `^abc`
    Anchor,
    /// Cells beyond those of the table's head.
    ExtraCells,
    /// A footnote of what makes no card.
    Footnote,
    /// What a code fence says besides the language and the file's name.
    FenceInfo,
    /// An entry that is the same, word for word, stands earlier: the one that begins at `start` of `source`.
    Repeated {
        /// The position of its source.
        source: usize,
        /// Its first byte.
        start: usize,
    },
}

/// Why nothing of an item is hidden that has words in bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHidden {
    /// Its author told so: `cloze=false`.
    Told,
    /// The settings say so.
    Off,
    /// It is too long.
    TooLong,
    /// Too much of it is marked.
    TooMany,
    /// Without what is marked, next to nothing is left to ask.
    NothingLeft,
    /// What is marked is a label, or a word such as "not".
    SaysNothing,
    /// What is marked is only the beginning of a word.
    PartOfAWord,
    /// It is a question.
    Question,
    /// What is marked can be read elsewhere in it.
    GivenAway,
    /// It says what to do or to learn.
    Task,
    /// It points to a line above it, which its card would not show.
    PointsAbove,
    /// What is marked stands in a heading above it, which its card would show.
    ShownAbove,
}

/// Why a line with something under it is not a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotATerm {
    /// It ends like a sentence or a clause.
    Ending,
    /// It ends in a particle that leaves the sentence open.
    OpenParticle,
    /// It points to what follows: 「以下の」, "the following".
    PointsForward,
    /// It is a Japanese sentence with a topic.
    Topic,
    /// It is an English sentence with a verb, or begins like a clause.
    Clause,
    /// It is too wide for a term.
    Wide,
    /// It says how many there are, so it answers itself: 「3種類がある」.
    AnswersItself,
    /// It says what is true of the subject above, what to do with it or how much there is of it, and names nothing.
    Remark,
}
