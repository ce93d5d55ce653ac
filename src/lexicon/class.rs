//! The classes of words: what a word does in notes, and where it is looked for.
//!
//! It knows neither the words nor who asks for them.

/// Where in a text the words of a class are looked for.
#[cfg(test)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The word is the whole text, as [`key`](super::key) makes it: a heading, a label, the name of a column.
    Whole,
    /// The word is one word of a line, or a few that stand together, as they are written there.
    Word,
    /// The text begins with the word.
    Start,
    /// The text ends with the word.
    End,
    /// The word is anywhere in the text.
    Within,
    /// The word is a single character.
    Sign,
}

/// Makes the enum, the list of its variants, their names in the data, and their places.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal, $place:ident;)*) => {
        /// What a word does in notes. A word may be of several classes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class {
            $($(#[$doc])* $class,)*
        }

        impl Class {
            /// All classes, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$class),*];

            /// The name of the class in the data.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$class => $name,)*
                }
            }

            /// The name of the setting that adds words to the class, if it is one of [`Self::OPEN`].
            pub const fn setting(self) -> &'static str {
                match self {
                    $(Self::$class => concat!("words.", $name),)*
                }
            }

            /// Where the words of the class are looked for.
            #[cfg(test)]
            pub const fn place(self) -> Place {
                match self {
                    $(Self::$class => Place::$place,)*
                }
            }
        }
    };
}

impl Class {
    /// The classes to which an author may add words by the settings `words.…`, in their order: what headings, labels,
    /// marks, titles and columns are called. `Attribute`, `Label` and `Marker` are open, too, by settings of their own.
    /// The others make the grammar of a language.
    pub const OPEN: [Self; 23] = [
        Self::Overview,
        Self::NamelessHeading,
        Self::AboutTheNote,
        Self::AboutTheNoteAtTop,
        Self::Reference,
        Self::ReferenceOverLinks,
        Self::NamelessTitle,
        Self::SetEnd,
        Self::PageProperty,
        Self::NotesEnd,
        Self::LabelStart,
        Self::Unfinished,
        Self::EmptyBold,
        Self::QuestionMark,
        Self::AnswerMark,
        Self::AnswerTitle,
        Self::SummaryTitle,
        Self::CountingColumn,
        Self::RowCount,
        Self::AspectColumn,
        Self::Comparison,
        Self::EmptyLead,
        Self::NoAnswer,
    ];
}

classes! {
    // Files and folders.

    /// The name of a folder of templates, in lower case, with `_` for a space or a dash.
    TemplateFolder = "template-folder", Word;
    /// The name of a template without its ending, written likewise.
    TemplateFile = "template-file", Word;
    /// The name of the page that is shown first of a folder, besides README. `home` is that of a wiki.
    FrontPage = "front-page", Word;
    /// The name of the page that leads through a book (mdBook's SUMMARY, docsify's `_sidebar`). Notes may have these
    /// names, so the content decides.
    ContentsPage = "contents-page", Word;
    /// The start of the name of a file about the project, which nobody gives to notes.
    ProjectFile = "project-file", Start;
    /// The same, if it is in capitals and at the top of the project: elsewhere it may be a subject.
    ProjectFileInCapitals = "project-file-in-capitals", Start;
    /// The name of a page that a site owes to the law and to its visitors.
    SitePage = "site-page", Word;
    /// A phrase by which such a page speaks to the visitors of the site.
    ToVisitors = "to-visitors", Within;

    // Headings.

    /// A heading whose body describes the heading above it: 概要, Features.
    Attribute = "attribute", Whole;
    /// Another property that any subject has, so that it asks nothing without its subject: メリット, "Use cases".
    Aspect = "aspect", Whole;
    /// An attribute that adds nothing to its body, which is shown without it: 概要, "What is it".
    Overview = "overview", Whole;
    /// A heading over examples, code or remarks: part of the answer of the heading above it.
    Example = "example", Whole;
    /// A heading that says only that its body is worth knowing, and not of what: 試験のポイント, "Good to know".
    NamelessHeading = "nameless-heading", Whole;
    /// A heading that describes the heading above it, but is a chapter at the top of a file: Architecture.
    NamelessChapter = "nameless-chapter", Whole;
    /// A heading about the note and not about its subject. It gives no card; what is under it does.
    AboutTheNote = "about-the-note", Whole;
    /// The same, at the top level of a file only: はじめに, Prerequisites.
    AboutTheNoteAtTop = "about-the-note-at-top", Whole;
    /// Such a heading that may also be a topic, behind another one: Motivation, 背景.
    TopicToo = "topic-too", Whole;
    /// Such a heading that is none, under which something may be said of the subject all the same: Summary, その他.
    MayTell = "may-tell", Whole;
    /// A heading over what is not to be learnt: references, links, tasks. Neither it nor what is under it gives a card.
    Reference = "reference", Whole;
    /// The same, if there are links under it: an index of a database and quotation in law are subjects.
    ReferenceOverLinks = "reference-over-links", Whole;
    /// The start of such a heading: 「参考：公式ドキュメント」.
    ReferenceStart = "reference-start", Start;
    /// The start of a title or a file's name that names no subject: README, "untitled 2".
    NamelessTitle = "nameless-title", Start;
    /// The end of a heading that asks for a set, whose members are the answer: 種類, Steps.
    SetEnd = "set-end", End;
    /// The start of an English heading that asks for a set: "Types of …".
    SetStart = "set-start", Start;
    /// A counter: after a number, a heading asks for a set: 「3つの原則」.
    Counter = "counter", Within;
    /// A number in words before what an English title counts: "The Four Ps".
    Number = "number", Word;
    /// The end of a heading that invites the reader to do something, and asks nothing: 「復習しましょう」.
    InvitationEnd = "invitation-end", End;

    // The page.

    /// A property that Notion writes under the title of a page: Created, タグ.
    PageProperty = "page-property", Whole;
    /// A line from which another program makes a table of contents: `[toc]`.
    ContentsMark = "contents-mark", Whole;
    /// A line that only ends the notes: end, 以上.
    NotesEnd = "notes-end", Whole;
    /// A phrase by which the text under a title is about the notes: 「この記事」, "my notes".
    OfTheNotes = "of-the-notes", Within;

    // Labels and marks.

    /// What a line is called that belongs to the line above it: 例, Note.
    Label = "label", Whole;
    /// A label only before a link or nothing: `Ref` is a term of its own in `CloudFormation`.
    LinkLabel = "link-label", Whole;
    /// The start of a line that belongs to the line above it, whatever follows: ※, →, "e.g. ".
    LabelStart = "label-start", Start;
    /// What a marker in brackets says; it becomes a tag: 重要, exam.
    Marker = "marker", Whole;
    /// What a marker of unfinished text says: 未, TODO.
    Unfinished = "unfinished", Whole;
    /// What stands in place of an answer that is yet to be written: あとで書く, "to be written".
    Unwritten = "unwritten", Whole;
    /// The same, if it is all that a line has, in brackets: 「（作成中）」. Elsewhere it may be what is asked.
    UnwrittenInBrackets = "unwritten-in-brackets", Whole;
    /// The tag of what its author has not finished, in the script of its language.
    UnfinishedTag = "unfinished-tag", Whole;
    /// The tag of what has a star, in the script of its language.
    ImportantTag = "important-tag", Whole;
    /// A bold word that says nothing alone: hiding it asks nothing.
    EmptyBold = "empty-bold", Whole;
    /// A word that says how strictly something holds: in capitals before a separator, it names nothing.
    Strict = "strict", Whole;
    /// A word in capitals between two items, which defines neither.
    ShoutedLink = "shouted-link", Whole;

    /// What an element of HTML is called where somebody speaks of it: 「`<br>` タグ」, "the `<br>` tag".
    TagWord = "tag-word", Start;

    // Questions and answers.

    /// By which a line says that it asks: Q, 問.
    QuestionMark = "question-mark", Start;
    /// By which a line says that it answers: Answer, 正解.
    AnswerMark = "answer-mark", Start;
    /// What a task is called that is solved below it: 例題, Exercise. Without a solution it may be anything.
    ExerciseMark = "exercise-mark", Start;
    /// The same, if a number follows: a problem without one may be what a pattern of design solves.
    CountedExerciseMark = "counted-exercise-mark", Start;
    /// By which a line says that it solves such a task, and does not explain it: 解, Solution.
    SolutionMark = "solution-mark", Start;
    /// What a heading says of a question besides its number: 未回答, "unanswered".
    QuestionStatus = "question-status", Whole;
    /// A sign at an edge of an option that is right: ✅, (correct).
    RightMark = "right-mark", End;
    /// A sign at the start of an option that is wrong: ×.
    WrongMark = "wrong-mark", Start;
    /// The answer to a statement: whether it holds. ○, ×.
    Verdict = "verdict", Sign;
    /// The end of a question without a question mark: か, なさい.
    AskingEnd = "asking-end", End;
    /// What stands before the label of the right option, and before nothing else that answers: "Correct: B".
    KeyMark = "key-mark", Start;
    /// What stands between a mark of an answer and the right option: 「正解は」, "answer is".
    KeyLink = "key-link", Start;
    /// What follows the label of the right option: 番, です.
    KeyEnd = "key-end", Start;
    /// What names the parts of a whole by their order only, so that equal headings hold different parts: Step, 手順.
    PartName = "part-name", Whole;
    /// The title of a block that hides an answer: 答え, "Show answer".
    AnswerTitle = "answer-title", Whole;
    /// The title of the right answer, and not of what explains it: 正解, "Correct answer".
    KeyTitle = "key-title", Whole;
    /// What stands over the options of a question: 選択肢, Options.
    OptionsTitle = "options-title", Whole;
    /// The title of a block that hides anything, and names nothing: 詳細, Details.
    SummaryTitle = "summary-title", Whole;
    /// The start of a title that only tells to unfold: "Click …".
    UnfoldingStart = "unfolding-start", Start;
    /// The same, before a title of an answer or a summary: "Show the code".
    UnfoldingVerb = "unfolding-verb", Start;
    /// The same, after it: 「コードを見る」.
    UnfoldingEnd = "unfolding-end", End;
    /// The end of a title that promises more about what stands above it: 「詳しい説明」.
    MoreEnd = "more-end", End;
    /// A title of one worked example, alone or with a number. What it holds is said of that example only.
    WorkedExample = "worked-example", Whole;
    /// The start of a title that hides an example: what is in the block asks nothing by itself.
    ExampleStart = "example-start", Start;
    /// The start of a line that asks without a question mark: "True or false".
    Prompt = "prompt", Word;
    /// What asks to choose among options: 「次のうち」, "which of the following".
    Choosing = "choosing", Within;
    /// The end of a question that asks to choose: 「…はどれか」.
    ChoosingEnd = "choosing-end", End;
    /// What asks for one or some of several, or for all of a kind: which, どの.
    WhichWord = "which-word", Within;
    /// The first word of a question: what, how.
    QuestionWord = "question-word", Word;

    // Tables.

    /// The name of a first column that only counts or dates the rows.
    CountingColumn = "counting-column", Whole;
    /// The name of a first column that counts the rows and says nothing of them: an `id` may be of data.
    RowCount = "row-count", Whole;
    /// The name of a first column that holds what the other columns are compared by.
    AspectColumn = "aspect-column", Whole;
    /// What the title of a comparison has in it: 違い, versus.
    Comparison = "comparison", Within;

    // What leads to something else.

    /// What points to what follows: a line with it is no term.
    PointsForward = "points-forward", Within;
    /// The same, at the end of a line only.
    PointsForwardEnd = "points-forward-end", End;
    /// A line over a list that says nothing of what is in the list: "such as", つまり.
    EmptyLead = "empty-lead", Whole;
    /// The start of such a line, if it is short.
    EmptyLeadStart = "empty-lead-start", Start;
    /// By which a line announces what follows it.
    Announcement = "announcement", Within;
    /// The same, if a number follows: 「次のノード」 is the next one.
    CountedAnnouncement = "counted-announcement", Within;
    /// A number in words after such an announcement.
    SpelledCount = "spelled-count", Start;
    /// The number two, as a sentence counts with it.
    Two = "two", Within;
    /// The number three.
    Three = "three", Within;
    /// The number four.
    Four = "four", Within;
    /// The number five.
    Five = "five", Within;
    /// A definition that says only where to look: 同上, "see above".
    NoAnswer = "no-answer", Whole;
    /// The start of a statement about the line above it: "This is called …".
    PointsBack = "points-back", Start;
    /// What follows a name in a sentence that says what it is: "is", 「とは」.
    Defines = "defines", Start;
    /// What follows 「とは、」 where that compares, and defines nothing: 「以前とは、違って」.
    Compares = "compares", Start;
    /// The name of a shell, as blocks of commands are marked with.
    Shell = "shell", Whole;
    /// The start of a statement that points to the line above it, and not to what both stand under: "These two …".
    PointsAbove = "points-above", Start;
    /// A word of a sentence over a list that says that there are several things, which the list names: several, 次の.
    SeveralWord = "several-word", Within;
    /// The end of a sentence that says only what the section is about to explain.
    AnnouncingEnd = "announcing-end", End;
    /// The start of such a sentence, or of one that says only where to read on.
    AnnouncingStart = "announcing-start", Start;
    /// A place where there is more to read: 記事, リンク.
    Elsewhere = "elsewhere", Within;
    /// The end of a sentence that sends the reader to such a place.
    SendingEnd = "sending-end", End;

    // What to learn.

    /// The start of advice for learners: "be familiar …".
    AdviceStart = "advice-start", Start;
    /// What begins like advice and names a thing: "study of the earth".
    AdviceNoun = "advice-noun", Start;
    /// The end of advice for learners: 押さえておく.
    AdviceEnd = "advice-end", End;
    /// A verb of study that also says what a thing does; it is advice about an advice aspect only.
    StudyVerb = "study-verb", End;
    /// What learners are advised to learn about a subject: 違い, 使い方.
    AdviceAspect = "advice-aspect", End;
    /// A verb that begins a task of learners and hardly anything else: describe.
    AimVerb = "aim-verb", Word;
    /// A verb that begins a task of learners, but elsewhere may be a noun or begin a step: outline.
    TaskVerb = "task-verb", Word;
    /// A verb that begins a task where most lines beside it begin with such verbs, too: implement, "design".
    ScopeVerb = "scope-verb", Word;
    /// A verb that begins a step at a screen: click.
    WalkVerb = "walk-verb", Word;
    /// A verb that begins a numbered step at a screen or a machine, and elsewhere may be a noun or begin advice: open, select.
    ScreenVerb = "screen-verb", Word;
    /// The end of such a step: 「を選ぶ」.
    ScreenEnd = "screen-end", End;
    /// A heading over what a course is to teach, and not what it says: "Learning outcomes".
    AimsTitle = "aims-title", Whole;
    /// How a line of a diary begins: today, 昨日は.
    DiaryStart = "diary-start", Start;
    /// How a line begins that follows from the one above: therefore, したがって.
    FollowsStart = "follows-start", Start;
    /// How a line begins that is a step after or before another: "then ", 「次に」.
    StepLink = "step-link", Start;
    /// What a step is called by, before its number.
    StepWord = "step-word", Word;
    /// The end of such a step: 「をクリックします」.
    WalkEnd = "walk-end", End;
    /// What courses and exams are divided into, and number: chapter, 分野.
    Division = "division", Word;
    /// What an exam has and its subject has not: 試験時間, "passing score".
    ExamProperty = "exam-property", Whole;
    /// The end of an aim of a course: 「を説明できる」.
    AimEnd = "aim-end", End;

    // Sentences in Japanese, Korean and Chinese.

    /// A particle that leaves a Japanese sentence open.
    OpenParticle = "open-particle", Sign;
    /// The end of a noun that looks like an open particle: もと.
    ClosedEnd = "closed-end", End;
    /// The end of a sentence without its full stop.
    SentenceEnd = "sentence-end", End;
    /// The end of a line of prose: `---` below it makes no heading of it.
    ProseEnd = "prose-end", End;
    /// The end of a verb in its plain form, by which a long line with a particle is a sentence.
    VerbEnd = "verb-end", End;
    /// The end of a property: が必要.
    RemarkEnd = "remark-end", End;
    /// The start of a property in Chinese: 可以.
    RemarkStart = "remark-start", Start;

    // Sentences in English.

    /// A word that begins a sentence rather than a name.
    SentenceStart = "sentence-start", Word;
    /// A word that a term of three or more words before a separator does not begin with.
    ClauseStart = "clause-start", Word;
    /// A verb that makes a sentence of a long line.
    FiniteVerb = "finite-verb", Word;
    /// The same, but a name in capitals: est, "es".
    LowerVerb = "lower-verb", Word;
    /// A word that continues a sentence after a bold subject, which then names nothing.
    PredicateStart = "predicate-start", Word;
    /// A verb that begins a property of the line above it: supports.
    Predicate = "predicate", Word;
    /// A word that continues a sentence after a dash.
    Conjunction = "conjunction", Word;
    /// A word after which such a verb is a noun: "uses of copper".
    NameLink = "name-link", Word;
    /// A verb that begins a step, if a determiner follows. Not those of idioms: "take a break".
    StepVerb = "step-verb", Word;
    /// A word that begins what a verb is about: the, your.
    Determiner = "determiner", Word;
    /// A verb for what to do or not to do: avoid.
    DutyVerb = "duty-verb", Word;
    /// A word for all or none of something: nothing.
    Quantifier = "quantifier", Word;
    /// A word after a participle that makes a property of it: "billed by the second".
    ParticipleLink = "participle-link", Word;
    /// A word inside a line of four words or more that makes a clause of it.
    ClauseWord = "clause-word", Word;
    /// A word that ends like a verb of the third person and is none: times.
    NotAVerb = "not-a-verb", Word;
    /// A word that begins an object.
    Article = "article", Word;
    /// A word after which a verb only describes a noun: "cells that are haploid".
    Relative = "relative", Word;
    /// The last word of a line whose items continue its sentence: includes.
    CutOff = "cut-off", Word;
    /// The same, in a line of three words or more. Not those that end an idiom: "in front of".
    LateCutOff = "late-cut-off", Word;
    /// A verb that cannot be a noun: what stands before a separator with it is a clause.
    Copula = "copula", Word;
    /// The last word of a line whose sentence continues in the next line.
    OpenEnd = "open-end", Word;

    // What words say.

    /// What follows a subject of which a sentence says something: は, 是.
    AfterSubject = "after-subject", Start;
    /// A word that would fit any answer: of, way, 機能.
    EmptyWord = "empty-word", Word;
    /// Hiragana that joins words, or would fit any answer: を, こと, する.
    KanaLink = "kana-link", Start;
    /// A word that turns what is said into its opposite: not, ない.
    Negation = "negation", Word;

    // Amounts.

    /// A limit: with a number after it, a line is an amount: 最大, "up to".
    Limit = "limit", Start;
    /// What an amount is counted by, after a number: " per ".
    CountedBy = "counted-by", Within;
    /// What stands beside the digits of a number, an amount or a time: 年, 個.
    UnitSign = "unit-sign", Sign;
    /// The same as a word: ms, hours.
    UnitWord = "unit-word", Word;
    /// A unit right after a number with a point, which is then no numbering: 「1.5倍」.
    DecimalUnit = "decimal-unit", Start;
    /// The same as a word, with white space before it or not: only such as no title begins with.
    DecimalUnitWord = "decimal-unit-word", Word;

    /// A day of the week or a month: between two of them, a dash makes a range.
    CalendarWord = "calendar-word", Word;

    // Signs.

    /// An arrow from a term to its definition, or to an answer.
    Arrow = "arrow", Within;
    /// A colon.
    Colon = "colon", Sign;
}
