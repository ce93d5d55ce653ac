//! Words: what findings, failures and counts are called. Lower case, no full stop; what is wrong, and what to do.

use std::io::ErrorKind;
use std::path::Path;

use soa_anki::Error;
use soa_anki::diagnostic::{Clock, Finding, LeftOut, MediaFault, Unread};
use soa_anki::identity::Fault as LockFault;
use soa_anki::notetype::Templates;
use soa_anki::package::SPOOL;
use soa_anki::template::{FILTERS, Fault};

use super::language::tr;
use super::study::Shown;
use super::templates::READ_TEMPLATES;

/// What a finding says to the author.
pub fn finding(finding: &Finding, shown: &Shown) -> String {
    match finding {
        Finding::NotUtf8 { offset, byte } => not_utf8(*offset, *byte),
        Finding::Binary { offset } => binary(*offset),
        Finding::Converted { from } => {
            format!("this is not UTF-8; it was read as {from}: save it as UTF-8 to be sure")
        }
        Finding::Unreadable { reason } => format!("cannot read: {reason}; it was skipped"),
        Finding::FrontMatter { reason } => front_matter(reason),
        Finding::UnclosedFrontMatter => UNCLOSED_FRONT_MATTER.to_owned(),
        Finding::LeftOut { reason } => left_out(*reason),
        Finding::DuplicateId { id, path, line } => duplicate_id(id, &shown.path(path), *line),
        Finding::UnknownDirective { word, meant } => unknown_directive(word, *meant),
        Finding::ClockBehind { seconds, clock } => clock_behind(*seconds, *clock),
        Finding::EmptyHeading { term } => format!("nothing is under `{term}`{NO_CARD}"),
        Finding::ToDo { text } => format!("not finished: {text}"),
        Finding::Media { target, fault } => media(&short(target), fault),
        Finding::NothingButMissing { term } => {
            format!("the answer of `{term}` is nothing but what is missing{NO_CARD}")
        }
        Finding::DiagramAsCode { kind } => diagram(kind),
        Finding::SameTitle { title, other } => {
            format!("`{title}` is the title of {} too, so their decks are told apart by file name", shown.path(other))
        }
        Finding::UnansweredQuestion { question } => format!("no answer is under `{question}`{NO_CARD}"),
        Finding::MostlyCode { term } => format!("`{term}` is mostly code{NO_CARD}"),
        Finding::SetextTrap => SETEXT_TRAP.to_owned(),
        Finding::HeadingWithoutSpace { text } => {
            format!("`{text}` is read as a heading; put a space after `#`")
        }
        Finding::UnclosedFence => UNCLOSED_FENCE.to_owned(),
        Finding::OutdentedFence => OUTDENTED_FENCE.to_owned(),
        Finding::UnclosedContainer { opener } => {
            format!("`{opener}` has no end, so it ends before the next heading; close it")
        }
        Finding::IndentedProse => INDENTED_PROSE.to_owned(),
        Finding::ShallowChildren => SHALLOW_CHILDREN.to_owned(),
        Finding::DefinedTwice { term, path, line } => defined_twice(term, &shown.path(path), *line),
        Finding::AnswersItself { term } => answers_itself(term),
        Finding::LongAnswer { term, facts } => long_answer(term, *facts),
        Finding::GivenAway { words } => given_away(words),
        Finding::ClozeBraces => cloze_braces(),
        Finding::EmphasisElsewhere { text } => emphasis_elsewhere(text),
        Finding::UnreadText { text, reason } => unread(text, *reason),
    }
}

fn defined_twice(term: &str, path: &str, line: usize) -> String {
    tr!(
        "`{term}` has another definition at {path}:{line}, so one question has two answers; join them, or say in the \
         term which is meant",
        "「{term}」は {path}:{line} でも別の説明になっていて、同じ問いに答えが二つある。まとめるか、用語を書き分けてください"
    )
}

fn answers_itself(term: &str) -> String {
    tr!(
        "the answer of `{term}` says nothing that the question does not, so it makes no card; write what it is",
        "「{term}」の答えが問いと同じで中身がないため、カードにならない。それが何かを書いてください"
    )
}

fn long_answer(term: &str, facts: usize) -> String {
    tr!(
        "the answer of `{term}` holds {facts} facts, too many to recall at once; put headings or terms into it",
        "「{term}」の答えは {facts} 項目あり、一度に思い出すには多すぎる。見出しや用語で分けてください"
    )
}

fn given_away(words: &str) -> String {
    tr!(
        "`{words}` is hidden, but stands in the rest of the sentence, too; make both bold, or say it otherwise there",
        "「{words}」は隠れるが、同じ文のほかの所に見えている。両方を太字にするか、一方を言い換えてください"
    )
}

fn cloze_braces() -> String {
    tr!(
        "two braces are Anki's own signs in a cloze, so the card keeps them apart; write them as code to be sure",
        "二重の波かっこは Anki の穴埋めの記号なので、カードでは別の字に置き換わる。コードとして書くと確実です"
    )
}

fn emphasis_elsewhere(text: &str) -> String {
    tr!(
        "`{text}` is bold or italic on the card, but GitHub and others show the signs; put a space beside them, or the \
         brackets outside",
        "`{text}` はカードでは強調されるが、GitHub などでは記号のまま見える。前後に空白を入れるか、かっこを強調の外に出してください"
    )
}

fn unread(text: &str, reason: Unread) -> String {
    let text = short(text);
    match reason {
        Unread::AboveHeadings => tr!(
            "`{text}` stands above the first heading, so it is on no card; put a heading over it",
            "「{text}」は最初の見出しより前にあり、どのカードにも載らない。見出しを付けてください"
        ),
        Unread::WithoutHeadings => tr!(
            "`{text}` is on no card: there is no heading that would ask for it; put one over each subject",
            "「{text}」は問いになる見出しがなく、どのカードにも載らない。話題ごとに見出しを付けてください"
        ),
        Unread::LargeTable => tr!(
            "this table is too large for an answer, and its first column holds no terms; put a short term first in each \
             row, or split it",
            "この表は答えには大きすぎ、最初の列が用語でもない。各行の先頭に短い用語を置くか、表を分けてください"
        ),
        Unread::LongList => tr!(
            "this list is too long for an answer; put headings over its parts, or say behind each item what it is",
            "この箇条書きは答えには長すぎる。見出しで分けるか、各項目に説明を付けてください"
        ),
    }
}

fn duplicate_id(id: &str, first: &str, line: usize) -> String {
    format!("the id `{id}` is given at {first}:{line} already, so this one was ignored; give each card its own")
}

fn diagram(kind: &str) -> String {
    format!("this {kind} drawing is on the card as its code; a picture of it would be shown")
}

const NO_CARD: &str = ", so it makes no card";

/// Why a picture, a sound or a film is not on a card.
fn media(target: &str, fault: &MediaFault) -> String {
    let why = match fault {
        MediaFault::Remote => {
            return format!("`{target}` is not in your notes, so a link is on the card; save it there to see it");
        }
        MediaFault::Missing { meant: Some(meant) } => {
            return format!("there is no `{target}`; did you mean `{meant}`?");
        }
        MediaFault::Missing { meant: None } => {
            return format!("there is no `{target}`, neither from the note's folder nor from the project's");
        }
        MediaFault::Outside => MEDIA_OUTSIDE.to_owned(),
        MediaFault::Unreadable { reason } => format!("cannot be read: {reason}"),
        MediaFault::NoFile => "is no file; save it as one".to_owned(),
        MediaFault::Empty => "is empty; save it again".to_owned(),
        MediaFault::Unknown(None) => format!("holds no picture, sound or film; {SAVE_AS}"),
        MediaFault::Unknown(Some(ending)) => format!("holds what Anki does not show ({ending}); {SAVE_AS}"),
        MediaFault::TooLarge { size, most } => {
            format!("is too large for a card ({}; the most is {}); make it smaller", bytes(*size), bytes(*most))
        }
        MediaFault::Svg { line, fault } => {
            format!("is no SVG that can be read (line {line}: {fault}); export it again")
        }
    };
    format!("`{target}` {why}")
}

const SAVE_AS: &str = "save it as PNG, JPEG, GIF, WebP, AVIF, SVG, MP3, WAV, MP4 or WebM";
const MEDIA_OUTSIDE: &str = "is outside of the project (the notes' folder, or one above it with .git or .obsidian); \
    copy it there";

/// An address, if it is not a whole picture itself.
fn short(target: &str) -> String {
    let shown: String = target.chars().take(100).collect();
    if shown.len() < target.len() { shown + "…" } else { shown }
}

/// A size: `12 KB`, `3.4 MB`.
pub fn bytes(size: u64) -> String {
    match size {
        ..1000 => format!("{size} bytes"),
        1000..999_500 => format!("{} KB", (size + 500) / 1000),
        _ => format!("{}.{} MB", (size + 50_000) / 1_000_000, (size + 50_000) / 100_000 % 10),
    }
}

fn unknown_directive(word: &str, meant: Option<&str>) -> String {
    let meant = meant.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
    format!("`{word}` tells soa-anki nothing and was ignored{meant}")
}

fn clock_behind(seconds: i64, clock: Clock) -> String {
    let ago = match seconds {
        ..120 => count(usize::try_from(seconds).unwrap_or_default(), "second"),
        120..7200 => format!("{} minutes", seconds / 60),
        7200..172_800 => format!("{} hours", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    };
    let why = "Anki up to 24.11 ignores what is older than its last import";
    match clock {
        Clock::System => format!("the clock is {ago} behind the newest note in the lock; set it: {why}"),
        Clock::Told => {
            format!("SOURCE_DATE_EPOCH is {ago} behind the newest note in the lock; give the present time: {why}")
        }
    }
}

fn left_out(reason: LeftOut) -> String {
    let what = match reason {
        LeftOut::Skipped => return "left out, as its front matter says".to_owned(),
        LeftOut::FrontPage => "the front page of other notes",
        LeftOut::Project => "about the project",
        LeftOut::Template => "a template",
        LeftOut::Drawing => "a drawing",
        LeftOut::Board => "a board of tasks",
        LeftOut::Translation => "a translation of the notes beside it",
    };
    format!("left out: it is {what}; name the file itself to read it")
}

const UNCLOSED_FRONT_MATTER: &str = "the front matter has no closing `---`, so it is read \
    as notes; add a line `---` after it";
const SETEXT_TRAP: &str = "directly below text, dashes make a heading of it in Markdown; \
    they are read as they were meant; put a blank line between";
const UNCLOSED_FENCE: &str = "this code has no end, so what follows may be taken for code; \
    close it with the same sign";
const OUTDENTED_FENCE: &str = "this code stands further left than the item it is in, and is \
    read as a part of it; indent all of it";
const INDENTED_PROSE: &str = "this is indented by 4 columns or more, which makes code of it \
    in Markdown; it is read as text; indent it less";
const SHALLOW_CHILDREN: &str = "this is indented too little to be under the item above in \
    Markdown; it is read as if it were; indent it as far as the item's text";

fn binary(offset: usize) -> String {
    format!(
        "this is not text (a NUL byte at offset {offset}) and was skipped; \
         give it another ending than .md"
    )
}

fn front_matter(reason: &str) -> String {
    format!(
        "the front matter is not valid YAML: {reason}; \
         put values that hold `: ` or begin with a sign into quotation marks"
    )
}

fn not_utf8(offset: usize, byte: u8) -> String {
    let what = match (offset, byte) {
        (0, 0xFE | 0xFF) => "the text is damaged UTF-16".to_owned(),
        _ => format!("the text is not UTF-8 (byte 0x{byte:02X} at offset {offset})"),
    };
    format!("{what} and was skipped; save it as UTF-8")
}

/// What to do about a failure, where the failure's own words do not say it.
pub fn help(error: &Error) -> Option<String> {
    match error {
        Error::NotFound(_) => Some("check the spelling, and the folder you are in".to_owned()),
        Error::NoNotes(_) => Some(
            "name a folder with .md or .markdown files; hidden ones, and what .gitignore names, \
             are left out of a folder"
                .to_owned(),
        ),
        Error::Template { mistake, .. } => Some(help_with_template(&mistake.fault)),
        Error::UnknownTemplate { meant, .. } => Some(did_you_mean(*meant, &Templates::FILES)),
        Error::NoTemplates(_) => Some("`soa-anki templates export DIR` writes some to begin with".to_owned()),
        Error::Lock { damage, .. } => Some(help_with_lock(&damage.fault).to_owned()),
        Error::Io { step: READ_TEMPLATES, .. } => Some("name a folder with templates".to_owned()),
        Error::Io { step: WRITE_LOCK, .. } => Some(LOCK_CANNOT_BE_WRITTEN.to_owned()),
        Error::Io { step: SPOOL, .. } => Some("make room there, or name another folder by TMPDIR".to_owned()),
        Error::Io { step: READ_LOCK, .. } => Some(LOCK_CANNOT_BE_READ.to_owned()),
        Error::Io { step: "write", path, source } => help_writing(path, source.kind()),
        Error::Io { source, .. } if source.kind() == ErrorKind::PermissionDenied => {
            Some("change who may read it, or name other notes".to_owned())
        }
        Error::Io { .. } => Some("name other notes".to_owned()),
        Error::Busy(_) | Error::Changed(_) | Error::Sqlite(_) | Error::Zip(_) | Error::Write(_) => None,
    }
}

/// What was being done when the lock could not be read.
pub const READ_LOCK: &str = "read the lock";

const LOCK_CANNOT_BE_READ: &str = "change who may read it, or move it out of the way";

/// What was being done when the lock could not be written.
pub const WRITE_LOCK: &str = "write the lock";

const LOCK_CANNOT_BE_WRITTEN: &str = "change who may write there, or give --no-lock: then a card that is renamed \
    later is a new card";
const RESTORE_LOCK: &str = "get it back from git or a backup; without a copy, delete it: cards that were renamed since \
    their first export are new ones then";

fn help_with_lock(fault: &LockFault) -> &'static str {
    match fault {
        LockFault::Newer { .. } => "update soa-anki",
        LockFault::Conflict => "keep the lines of both sides, delete the marks",
        LockFault::Empty
        | LockFault::NoHeader
        | LockFault::NotUtf8 { .. }
        | LockFault::Nul { .. }
        | LockFault::CutLine
        | LockFault::CutFile
        | LockFault::Line { .. } => RESTORE_LOCK,
    }
}

fn help_with_template(fault: &Fault) -> String {
    let help = match fault {
        Fault::UnknownField { meant, kind, .. } => {
            let fields: Vec<&str> = kind.notetype().fields.iter().map(|field| field.name).collect();
            return did_you_mean(*meant, &fields);
        }
        Fault::UnknownFilter { meant, .. } => return did_you_mean(*meant, &FILTERS),
        Fault::CutOff => "close it, or write `{&#123;` if the card is to show two braces",
        Fault::Unclosed { .. } => "end the section where it should end",
        Fault::Unopened { open: Some(open), .. } => return format!("end `{{{{#{open}}}}}` first"),
        Fault::Unopened { open: None, .. } => "begin the section, or leave out its end",
        Fault::Delimiters => "write `{{Term}}`",
        Fault::FrontSide => "name the field itself",
        Fault::AsksNothing => "name one, such as `{{Term}}`",
        Fault::WithoutCloze => "write it where the sentence is to stand",
        Fault::OutsideReverse { .. } => "put it between `{{#Reverse}}` and `{{/Reverse}}`",
        Fault::File { fault: MediaFault::Missing { .. }, .. } => {
            "it is not in the folder of the templates; put it there"
        }
        Fault::File { fault: MediaFault::Outside, .. } => "it is outside the folder of the templates; put it there",
        Fault::File { target, fault } => return media(target, fault),
    };
    help.to_owned()
}

/// What was probably meant, and what there is.
fn did_you_mean(meant: Option<&str>, known: &[&str]) -> String {
    let meant = meant.map_or(String::new(), |meant| format!("did you mean `{meant}`? "));
    format!("{meant}there are {}", known.join(", "))
}

fn help_writing(path: &Path, kind: ErrorKind) -> Option<String> {
    let elsewhere = "choose another place with -o";
    match kind {
        ErrorKind::IsADirectory => {
            let inside = path.join("notes.apkg");
            Some(format!("name a file in it: -o {}", inside.display()))
        }
        ErrorKind::NotFound => {
            let folder = path.parent()?.display();
            Some(format!("make the folder `{folder}` first, or {elsewhere}"))
        }
        ErrorKind::StorageFull => Some(format!("make room, or {elsewhere}")),
        _ => Some(elsewhere.to_owned()),
    }
}

/// A number of things: `1 note`, `2 notes`.
pub fn count(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}
