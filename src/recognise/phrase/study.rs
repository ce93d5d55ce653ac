//! What is said of learning and of the notes, and not of the subject: advice, tasks, announcements.

use super::{WIDEST_LEAD, has_word, is_hiragana, is_number};
use crate::lexicon::{self, Class, Lexicon};
use crate::markdown::{Element, Fragment, Op, OpKind};
use crate::text::is_wider;

/// The numbers from two on, as sentences count with them.
const COUNTS: [Class; 4] = [Class::Two, Class::Three, Class::Four, Class::Five];
/// Fewest tasks of a syllabus.
const FEWEST_TASKS: usize = 2;

/// Whether a text only announces what should follow it, or asks for it: 「以下の3種類がある。」, "Three kinds:".
pub fn is_announcement(text: &str) -> bool {
    let ends = |c: char| matches!(c, '。' | '.' | '?' | '？' | '\n');
    let announces = |sentence: &str| {
        let line = sentence.trim_end_matches(ends);
        let short = !is_wider(line, WIDEST_LEAD) && !line.contains(". ");
        short && (line.ends_with([':', '：']) || announces_in_cjk(line))
    };
    let mut sentences = text.split_inclusive(ends).map(str::trim).filter(|sentence| has_word(sentence)).peekable();
    let asks = |sentence: &str| sentence.ends_with(['?', '？']);
    sentences.peek().is_some()
        && text.lines().count() <= 2
        && sentences.clone().any(|sentence| !asks(sentence))
        && sentences.all(|sentence| asks(sentence) || announces(sentence))
}

/// The last sentence of a line, if it announces what follows it, whatever else it says.
pub fn announcement(line: &str) -> Option<&str> {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '.'));
    let starts = ["。", ". "].into_iter().filter_map(|end| line.rfind(end).map(|at| at + end.len()));
    let last = &line[starts.max().unwrap_or(0)..];
    (last.ends_with([':', '：']) || announces_in_cjk(last) || last.contains("the following")).then_some(last)
}

/// How many things a sentence counts, if it tells one number from two to five: 「次の二つがある」, "two types".
pub fn count_told(sentence: &str) -> Option<usize> {
    let sentence = sentence.to_lowercase();
    let is_word = |at: usize, number: &str| {
        let of_word = |c: char| c.is_ascii_alphanumeric();
        let (before, after) = (&sentence[..at], &sentence[at + number.len()..]);
        !number.is_ascii() || !before.ends_with(of_word) && !after.starts_with(of_word)
    };
    let is_told = |number: &&str| sentence.match_indices(*number).any(|(at, _)| is_word(at, number));
    let mut told = (2..).zip(COUNTS).filter(|&(_, names)| lexicon::words(names).iter().any(&is_told));
    told.next().filter(|_| told.next().is_none()).map(|(count, _)| count)
}

/// Whether there is in `text` what any announcement has: nearly all text is told by it.
pub fn may_announce(text: &str) -> bool {
    memchr::memchr(b':', text.as_bytes()).is_some() || lexicon::ANNOUNCING.is_in(text)
}

/// 「以下の」 where a phrase begins, and 「次の」 before a number: 「100以下の値」 and 「次のノード」 say something.
fn announces_in_cjk(line: &str) -> bool {
    let begins = |at: usize| line[..at].chars().next_back().is_none_or(|c| is_hiragana(c) || !c.is_alphanumeric());
    let counted =
        |rest: &str| rest.chars().take(6).any(is_number) || lexicon::starts(Class::SpelledCount, rest.trim_start());
    let found = |word: &&str| line.match_indices(*word).any(|(at, _)| begins(at));
    let next = |word: &&str| line.match_indices(*word).any(|(at, _)| begins(at) && counted(&line[at + word.len()..]));
    lexicon::ANNOUNCING.is_in(line)
        && (lexicon::words(Class::Announcement).iter().any(found)
            || lexicon::words(Class::CountedAnnouncement).iter().any(next))
}

/// Returns true if an answer may be nothing but study advice, by how it begins and ends.
pub fn may_be_advice(answer: &Fragment) -> bool {
    let text = first_run(answer);
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return lexicon::start_in_any_case(Class::AdviceStart, text).is_some();
    }
    let end = last_run(answer).trim_end_matches('。');
    end.ends_with(|last| lexicon::ADVICE_END.may_be(last))
        && (lexicon::ends(Class::AdviceEnd, end) || lexicon::ends(Class::StudyVerb, end))
}

/// The text that an answer begins with, in a paragraph or in first items.
fn first_run(answer: &Fragment) -> &str {
    let mut markup = answer.markup().peekable();
    let opens = |op: &&Op, element| op.at == 0 && op.kind == OpKind::Open(element);
    markup.next_if(|op| opens(op, Element::Paragraph));
    let mut ahead = markup.clone();
    while ahead.next().is_some_and(|op| opens(&op, Element::List))
        && ahead.next().is_some_and(|op| opens(&op, Element::Item))
    {
        markup = ahead.clone();
    }
    let end = markup.next().map_or(answer.raw_text().len(), |op| op.at as usize);
    &answer.raw_text()[..end]
}

/// The text that an answer ends with, in a list, an item or a paragraph.
fn last_run(answer: &Fragment) -> &str {
    let text = answer.raw_text();
    let mut markup = answer.markup().rev().peekable();
    for element in [Element::List, Element::Item, Element::Paragraph] {
        markup.next_if(|op| op.at as usize == text.len() && op.kind == OpKind::Close(element));
    }
    &text[markup.next().map_or(0, |op| op.at as usize)..]
}

/// Whether a line says what to learn, as the guide of an exam does: a verb of study, and what it is about.
/// "Identify the parts".
pub fn is_task(line: &str) -> bool {
    let line = line.trim_start();
    if !line.starts_with(|first| lexicon::TASKS_BEGIN.may_be(first)) {
        return false;
    }
    let mut words = line.split_whitespace();
    words.next().is_some_and(lexicon::is_study_verb) && words.next().is_some_and(has_word)
}

/// A task of one sentence without its full stop: "Define osmosis." over its answer asks as "Define osmosis" does. Any other
/// line is as it is.
pub fn task_without_stop(line: &str) -> &str {
    let task = line.trim_end().strip_suffix('.').filter(|task| is_task(task) && !task.contains(". "));
    task.unwrap_or(line)
}

/// Whether one line by itself says what to learn, in several languages: by words that hardly say anything else.
/// "Describe the parts of a cell", 「違いを説明できる」.
pub fn is_aim(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let line = line.trim_end_matches(['.', '。']);
    lexicon::is(Class::AimVerb, first) || lexicon::ends(Class::AimEnd, line)
}

/// Whether a line is a step at a screen, or a step by its number: "Click Continue", "Step 2: …", 「保存をクリックします」.
pub fn is_walk(line: &str) -> bool {
    let line = line.trim_end_matches(['.', '。']);
    let line = &line[super::name::numbering(line)..];
    let first = line.split_whitespace().next().unwrap_or_default();
    let step = || line.split_once([':', '：', '.']).is_some_and(|(head, _)| is_step(head));
    lexicon::is(Class::WalkVerb, first) || lexicon::ends(Class::WalkEnd, line) || step()
}

/// Whether a line is a step at a screen or a machine, if it has a number: "Open Settings", 「設定を開く」. "Type casting" is
/// none: what is opened or chosen has an article or a capital.
pub fn is_numbered_walk(line: &str) -> bool {
    let line = line.trim_end_matches(['.', '。']);
    let line = &line[super::name::numbering(line)..];
    let mut words = line.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let has_object = || {
        second.starts_with(char::is_uppercase)
            || lexicon::is_lower(Class::Determiner, second)
            || matches!(second, "to" | "in" | "into" | "on")
    };
    let is_done = lexicon::is(Class::ScreenVerb, first) && has_object();
    let in_chinese = || super::has_cjk(first) && lexicon::starts(Class::ScreenVerb, line);
    is_walk(line) || is_done || in_chinese() || lexicon::ends(Class::ScreenEnd, line)
}

/// Whether a text is nothing but a verb that begins a step at a screen.
pub fn is_screen_verb(text: &str) -> bool {
    lexicon::is_any(&[Class::ScreenVerb, Class::WalkVerb], text)
}

/// Whether a text is nothing but the end of such a step: 「を押す」.
pub fn is_screen_end(text: &str) -> bool {
    lexicon::words(Class::ScreenEnd).contains(&text)
}

/// Whether the last sentence of a line says that there are several things, which a list below it names: "It has several tasks.",
/// 「次の仕事を行う。」
pub fn names_several(line: &str) -> bool {
    lexicon::within(Class::SeveralWord, &super::last_sentence(line).to_lowercase())
}

/// Whether a line follows from what stands above it: "Therefore …".
pub fn follows(line: &str) -> bool {
    lexicon::starts(Class::FollowsStart, &line.to_lowercase())
}

/// Whether a line tells of a day of its author: "Today I read …", 「今日は…」.
pub fn is_diary(line: &str) -> bool {
    lexicon::starts(Class::DiaryStart, &line.to_lowercase())
}

/// Whether a line says by how it begins that it is one of several steps: "Then restart it", 「次に」.
pub fn is_linked_step(line: &str) -> bool {
    lexicon::starts(Class::StepLink, &line.to_lowercase())
}

/// Whether a term only counts a step: "Step 2", 「ステップ1」.
pub fn is_step(term: &str) -> bool {
    is_counted(term, Class::StepWord)
}

/// Whether a term is a part of a course or an exam by its number: "Domain 2", 「分野 1」.
pub fn is_division(term: &str) -> bool {
    is_counted(term, Class::Division)
}

/// Whether a heading is nothing but the day on which something was written: "2024/11/6", 「2024年11月6日」. Days of history
/// are asked.
pub fn is_day_of_journal(heading: &str) -> bool {
    // Asked of all headings: nearly all begin otherwise.
    if !heading.starts_with("20") && !heading.starts_with("199") {
        return false;
    }
    let parts: Vec<&str> = heading.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts[0].len() == 4 && parts.iter().all(is_number)
}

fn is_counted(term: &str, class: Class) -> bool {
    let name = term.trim_end_matches(|c: char| is_number(c) || c.is_whitespace() || c == '.');
    name.len() < term.len() && lexicon::is(class, name)
}

/// Whether a heading and most lines under it begin with verbs, as the scope of an exam does: "Implement caching".
pub fn is_scope(heading: &str, text: &str) -> bool {
    let begins = |line: &str| {
        let mut words = line.split_whitespace().map(|word| word.trim_end_matches(','));
        let first = words.next().unwrap_or_default();
        let verb = lexicon::is(Class::ScopeVerb, first) || lexicon::is_study_verb(first);
        verb && words.next().is_some_and(has_word)
    };
    let lines = || text.lines().filter(|line| has_word(line));
    let told = lines().filter(|line| begins(line)).count();
    let walks = || lines().any(is_walk);
    begins(heading) && told >= FEWEST_TASKS && told * 2 >= lines().count() && !walks()
}

/// Whether all that `text` says is what to learn: a task that is only divided into others.
pub fn all_tasks(text: &str) -> bool {
    all_sentences(text, is_task)
}

/// Whether an answer may be a list of what a course is to teach, by its first item.
pub fn may_be_syllabus(answer: &Fragment) -> bool {
    let mut markup = answer.markup();
    let item = markup.find(|op| op.kind == OpKind::Open(Element::Item)).map(|op| op.at);
    let begins = item.filter(|at| markup.next().is_none_or(|next| next.at > *at));
    begins.is_some_and(|at| is_task(&answer.raw_text()[at as usize..]))
}

/// Whether most lines of `text` say what to learn.
pub fn is_syllabus(text: &str) -> bool {
    let lines = || text.lines().filter(|line| has_word(line));
    let tasks = lines().filter(|line| is_task(line)).count();
    tasks >= FEWEST_TASKS && tasks * 2 >= lines().count()
}

/// Whether all that `text` says is study advice: "Know the limits", 「押さえておく」.
pub fn is_advice(text: &str) -> bool {
    all_sentences(text, is_advice_sentence)
}

/// Whether all that `text` says is what the section will tell, or where to read on: 「詳しくはこちらの記事を参照」.
pub fn tells_elsewhere(text: &str) -> bool {
    all_sentences(text, |key| {
        let sends = lexicon::within(Class::Elsewhere, key) && lexicon::ends(Class::SendingEnd, key);
        sends || lexicon::ends(Class::AnnouncingEnd, key) || lexicon::starts(Class::AnnouncingStart, key)
    })
}

/// Whether there are sentences in `text`, and each, as a key, is what is asked for.
fn all_sentences(text: &str, is: impl Fn(&str) -> bool) -> bool {
    let parts = text.split(['。', '\n']).flat_map(|part| part.split(". ")).map(str::trim);
    let mut sentences = parts.filter(|part| has_word(part)).peekable();
    sentences.peek().is_some() && sentences.all(|sentence| is(&lexicon::key(sentence)))
}

/// Whether a heading is the title of a worked example: "Example 2", 例題, "Beispielrechnung".
pub fn is_worked_example(heading: &str) -> bool {
    let title = heading.trim_end_matches(|c: char| c.is_numeric() || matches!(c, ' ' | '.' | ':' | '：'));
    lexicon::is(Class::WorkedExample, title)
}

/// Whether a heading tells its reader to do something, and asks nothing: 「復習しましょう」.
pub fn is_invitation(heading: &str) -> bool {
    let heading = heading.trim_end_matches(['.', '。', '!', '！']);
    lexicon::ends(Class::InvitationEnd, heading)
}

/// Whether a line does nothing but end the notes: "end", 「以上」; in emphasis also with a name before it.
pub fn ends_the_notes(words: &Lexicon, line: &str, emphasised: bool) -> bool {
    let key = lexicon::key(line);
    let last = key.rsplit(['.', ' ']).next().unwrap_or_default();
    words.is(Class::NotesEnd, key.trim_matches(['-', '=', ' '])) || emphasised && words.is(Class::NotesEnd, last)
}

/// Whether a statement says something of the line above it, and nothing alone.
pub fn points_back(text: &str) -> bool {
    let text = text.to_lowercase();
    lexicon::starts(Class::PointsBack, &text)
}

/// Whether a statement begins by pointing to the line above it, whatever stands over both: "These two …", 「これにより…」.
pub fn points_above(text: &str) -> bool {
    lexicon::starts(Class::PointsAbove, &text.to_lowercase())
}

/// Whether the text under a title is about the notes: "These are my notes from …".
pub fn is_of_the_notes(text: &str) -> bool {
    let first = text.lines().find(|line| has_word(line)).unwrap_or_default().to_lowercase();
    lexicon::within(Class::OfTheNotes, &first)
}

/// A verb alone is no advice: it may be what a foreign word means.
fn is_advice_sentence(key: &str) -> bool {
    let noun = lexicon::starts(Class::AdviceNoun, key);
    let starts = || {
        lexicon::words(Class::AdviceStart)
            .iter()
            .any(|start| key.strip_prefix(start).is_some_and(|rest| rest.starts_with(' ')))
    };
    let of_aspect = |verb: &str| {
        let object = key.strip_suffix(verb).and_then(|rest| rest.strip_suffix('を'));
        object.is_some_and(|object| lexicon::ends(Class::AdviceAspect, object))
    };
    (!noun && starts())
        || lexicon::ends(Class::AdviceEnd, key)
        || lexicon::words(Class::StudyVerb).iter().any(|verb| of_aspect(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_announcement_says_that_something_follows_and_nothing_else() {
        assert!(
            ["There are two kinds:", "What are they? They are these:", "What are they?\nThey are these:"]
                .map(is_announcement)
                .iter()
                .all(|&is| is)
        );
        let more =
            ["", "What are they?", "There are two kinds.", "They float. They are these:", "These:\nThese:\nThese:"];
        assert!(!more.map(is_announcement).iter().any(|&is| is));
    }
}
