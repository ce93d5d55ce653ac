//! What asks and what answers: marks of questions and answers, letters of options, headings that ask for a set.

use std::ops::Range;

use super::verdict::is_verdict;
use super::{has_cjk, has_word, is_number, without_brackets};
use crate::lexicon::{self, Class, Lexicon};
use crate::text::is_wider;

/// Widest question that is only a word: "Which ones?".
const WIDEST_WORD: usize = 16;
/// Widest key that a space parts from its mark, in columns: 「答え ②」, "Answer B, D".
const WIDEST_KEY: usize = 12;
/// What stands between a mark and its number, and after that.
const SEPARATORS: [char; 11] = ['.', ':', '：', '．', ')', '）', '、', '-', '–', ' ', '\u{3000}'];
/// What the label of an option may stand in.
const LABEL_OPENERS: [char; 4] = ['(', '（', '[', '【'];
/// What parts a letter from its option.
const CLOSERS: [char; 9] = ['.', ')', '）', '．', ':', '：', ']', '】', '、'];
/// How a Japanese clause ends before 「のか」, and a polite one before 「か」.
const CLAUSE_ENDS: [char; 12] = ['る', 'た', 'だ', 'い', 'な', 'う', 'く', 'す', 'つ', 'む', 'ぶ', 'ぐ'];
const POLITE_ENDS: [&str; 4] = ["です", "ます", "だろう", "でしょう"];
/// The syllables by which Korean options begin.
const SYLLABLES: &str = "가나다라마바사";
/// Those by which Japanese options begin.
const KANA: &str = "アイウエオカキクケコ";

/// Whether a heading asks for a set, so that the members are an answer.
pub fn asks_for_a_set(words: &Lexicon, term: &str) -> bool {
    if term.ends_with(['?', '？']) {
        return true;
    }
    let key = lexicon::key(term);
    let ends = words
        .words(Class::SetEnd)
        .any(|end| key.strip_suffix(end).is_some_and(|rest| has_cjk(end) || rest.is_empty() || rest.ends_with(' ')));
    let starts = lexicon::words(Class::SetStart)
        .iter()
        .any(|start| key.strip_prefix(start).is_some_and(|rest| rest.starts_with(' ')));
    ends || starts
        || counts_a_plural(&key)
        || key.match_indices(is_number).any(|(at, number)| begins_with_counter(key[at + number.len()..].trim_start()))
}

/// Whether what follows a number counts: 「3 つ」, "4 types".
fn begins_with_counter(text: &str) -> bool {
    lexicon::words(Class::Counter).iter().any(|counter| {
        text.strip_prefix(counter).is_some_and(|after| has_cjk(counter) || !after.starts_with(char::is_alphanumeric))
    })
}

/// Whether a text counts without a counter, by a number and a plural: "The Four Ps", "5 Whys", "Die drei Gewalten".
fn counts_a_plural(key: &str) -> bool {
    let is_article = |word: &str| matches!(word, "the" | "die" | "les" | "las" | "los");
    let mut words = key.split_whitespace().filter(|word| !is_article(word));
    let (Some(number), Some(counted)) = (words.next(), words.next()) else { return false };
    let digits = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_plural = counted.is_ascii() && counted.ends_with('s') || !digits && counted.ends_with("en");
    (digits || lexicon::is(Class::Number, number)) && is_plural
}

/// Whether there is a question mark in `text`.
pub fn has_question_mark(text: &str) -> bool {
    // `？` begins with 0xef, as does most wide punctuation.
    memchr::memchr2_iter(b'?', 0xef, text.as_bytes()).any(|at| text[at..].starts_with(['?', '？']))
}

/// Whether `text` is nothing but questions, a line each and so many at least: they are asked, and not answered.
///
/// Those of a word or two are an answer: "Who?", "What?", "Why?".
pub fn only_asks(text: &str, fewest: usize) -> bool {
    let lines = || text.lines().filter(|line| has_word(line));
    let mark = |line: &str| line.ends_with(['?', '？']);
    // What says something first may end by asking what follows of it.
    let says = |line: &str| line.contains('。') || line.contains(". ");
    let asked = lines().filter(|line| is_wider(line, WIDEST_WORD)).count();
    asked >= fewest
        && asked * 2 >= lines().count()
        && lines().all(|line| !says(line) && (mark(line) || mark(without_brackets(line).trim_end())))
}

/// The length of the mark by which a line says that it asks: `Q:`, `Q1.`, 問1.
pub fn question_mark(words: &Lexicon, text: &str) -> Option<usize> {
    mark(words, text, Class::QuestionMark)
}

/// The length of the mark by which a line names a task: `Exercise 3.`, 「例題：」. It asks where a solution follows.
pub fn exercise_mark(words: &Lexicon, text: &str) -> Option<usize> {
    if !may_name_exercise(text) {
        return None;
    }
    let counted = || told_mark(words, text, Class::CountedExerciseMark);
    told_mark(words, text, Class::ExerciseMark).or_else(|| counted().filter(|&mark| text[..mark].contains(is_digit)))
}

/// Whether a line may begin with the name of a task: asked of all lines.
pub fn may_name_exercise(text: &str) -> bool {
    text.starts_with(|first| lexicon::EXERCISES_BEGIN.may_be(first))
}

/// Whether a line begins with what calls it the solution of a task, and no explanation: 解, and not 解説.
pub fn begins_solution(words: &Lexicon, text: &str) -> bool {
    let text = text.trim_start_matches('【');
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() && !super::is_hiragana(c));
    words.start(Class::SolutionMark, text).is_some_and(|mark| !goes_on(&text[mark..]))
}

/// Whether a text is nothing but one of `marks`; of those that name a task, with its number.
pub fn is_mark(words: &Lexicon, text: &str, marks: Class) -> bool {
    let Some(length) = words.start(marks, text) else { return false };
    let number = &text[length..];
    match marks {
        Class::ExerciseMark => number.chars().all(counts_task),
        Class::CountedExerciseMark => number.contains(is_digit) && number.chars().all(counts_task),
        _ => number.is_empty(),
    }
}

fn counts_task(c: char) -> bool {
    is_digit(c) || SEPARATORS.contains(&c)
}

/// The length of the mark by which a line says that it answers: `A:`, 答え：, "Answer:".
pub fn answer_mark(words: &Lexicon, text: &str) -> Option<usize> {
    mark(words, text, Class::AnswerMark)
}

/// Where a question ends and its answer begins, if that stands behind it: `What is ADP? A: Spent ATP`.
pub fn answer_behind(words: &Lexicon, text: &str) -> Option<(usize, usize)> {
    let is_apart = |at: usize| text[at..].starts_with('【') || text[..at].ends_with([' ', '\u{3000}', '？', '。']);
    let may_begin = |c: char| c == '【' || lexicon::MARKS_BEGIN.may_be(c) || !words.own(Class::AnswerMark).is_empty();
    let starts = text.char_indices().filter(|&(at, c)| may_begin(c) && is_apart(at));
    let mut found = starts.filter_map(|(at, _)| {
        let (question, rest) = (text[..at].trim_end(), &text[at..]);
        let answer = answer_mark(words, rest)?;
        // "Solve for a: 2a = 4"; "Who is Mr. A. Smith?"
        let is_closed = question.ends_with(['?', '？']);
        let says_so = rest[..answer].contains([':', '：', '】']) && !rest.starts_with('a') && !asks(rest);
        (has_word(question) && (is_closed || says_so)).then_some((question.len(), at + answer))
    });
    found.next().filter(|_| options_in_line(text).is_empty())
}

/// Whether a line says no more than that the answer follows: `A:`, 答え：, "Answer".
pub fn is_answer_mark(words: &Lexicon, text: &str) -> bool {
    if let Some(length) = bracketed_mark(words, text, Class::AnswerMark) {
        return !has_word(&text[length..]) && !is_verdict(&text[length..]);
    }
    if !text.starts_with(|first| lexicon::MARKS_BEGIN.may_be(first)) && words.own(Class::AnswerMark).is_empty() {
        return false;
    }
    let Some(length) = words.start(Class::AnswerMark, text) else { return false };
    // `A` alone may be anything, and `A.` an option.
    let is_letter = text[..length].chars().map(narrow).eq(['A']) || &text[..length] == "a";
    match text[length..].trim() {
        ":" | "：" => true,
        rest => rest.is_empty() && !is_letter,
    }
}

/// Whether a line says no more than that a question follows: `Q:`, 問1, 【問】.
pub fn is_question_mark(words: &Lexicon, text: &str) -> bool {
    if let Some(length) = bracketed_mark(words, text, Class::QuestionMark) {
        return !has_word(&text[length..]);
    }
    if !text.starts_with(|first| lexicon::MARKS_BEGIN.may_be(first)) && words.own(Class::QuestionMark).is_empty() {
        return false;
    }
    let Some(length) = words.start(Class::QuestionMark, text) else { return false };
    // 「問題」 alone may name anything.
    let number = &text[length..];
    number.contains(|c| is_digit(c) || matches!(c, ':' | '：'))
        && number.chars().all(|c| is_digit(c) || SEPARATORS.contains(&c))
}

/// The length of an arrow at the start of a line, with the space after it: below a question, it leads to the answer.
pub fn answer_arrow(text: &str) -> Option<usize> {
    let rest = &text[lexicon::start(Class::Arrow, text)?.len()..];
    has_word(rest).then(|| text.len() - rest.trim_start().len())
}

/// The length of an arrow, a dash or a colon by which an answer begins behind its question, with the white space around it.
pub fn answer_sign(text: &str) -> Option<usize> {
    const DASHES: [char; 5] = ['-', '–', '—', '―', '='];
    let rest = text.trim_start();
    let arrow = lexicon::start(Class::Arrow, rest).map(str::len);
    let colon = || rest.chars().next().filter(|c| matches!(c, ':' | '：')).map(char::len_utf8);
    let dash = || {
        let after = rest.trim_start_matches(DASHES);
        // `-5` is a number.
        let is_apart = rest.len() < text.len() && after.starts_with(char::is_whitespace);
        (is_apart && after.len() < rest.len()).then(|| rest.len() - after.len())
    };
    let after = rest[arrow.or_else(colon).or_else(dash)?..].trim_start();
    has_word(after).then(|| text.len() - after.len())
}

/// The length of one of `marks` at the start of `text`, with its number, its separator and the space after it.
pub(super) fn mark(words: &Lexicon, text: &str, marks: Class) -> Option<usize> {
    let says = |rest: &str| has_word(rest) || marks == Class::AnswerMark && is_verdict(rest);
    if let Some(length) = bracketed_mark(words, text, marks) {
        let rest = text[length..].trim_start_matches(SEPARATORS).trim_start();
        return says(rest).then(|| text.len() - rest.len());
    }
    if !text.starts_with(|first| lexicon::MARKS_BEGIN.may_be(first)) && words.own(marks).is_empty() {
        return None;
    }
    told_mark(words, text, marks)
}

/// The same where the mark stands in no brackets: a separator parts it from what it marks, or its number does.
fn told_mark(words: &Lexicon, text: &str, marks: Class) -> Option<usize> {
    let says = |rest: &str| has_word(rest) || marks == Class::AnswerMark && is_verdict(rest);
    let rest = &text[words.start(marks, text)?..];
    let digits = rest.trim_start_matches(' ').trim_start_matches(is_digit);
    let of_task = matches!(marks, Class::ExerciseMark | Class::CountedExerciseMark);
    let digits = if of_task { after_parts(digits) } else { digits };
    let numbered = digits.len() < rest.trim_start_matches(' ').len();
    let after = if numbered { digits } else { rest };
    let after = if after.trim_start().starts_with([':', '：']) { after.trim_start() } else { after };
    let separated = after.trim_start_matches(['.', ':', '：', '．', ')', '）', '、']);
    // `Answer - B`; `A - oak` is an option.
    let is_word = marks == Class::AnswerMark && text.len() - rest.len() > 1;
    let dash = after.strip_prefix([' ']).and_then(|rest| rest.strip_prefix(['-', '–', '—'])).filter(|_| is_word);
    let separated = dash.filter(|rest| rest.starts_with(' ')).unwrap_or(separated);
    let wide = numbered && after.starts_with([' ', '\u{3000}']);
    let told = separated.len() < after.len() || wide;
    let rest = separated.trim_start();
    (told && says(rest)).then(|| text.len() - rest.len())
}

/// What follows the later parts of a number: of `2.1: Find`, the digits of which are trimmed already.
fn after_parts(digits: &str) -> &str {
    let mut rest = digits;
    while let Some(part) = rest.strip_prefix(['.', '-']).filter(|part| part.starts_with(is_digit)) {
        rest = part.trim_start_matches(is_digit);
    }
    rest
}

/// The length of such a mark in brackets, which say what a colon says elsewhere: 【問】, 【Ｑ1】, 【第3問】.
fn bracketed_mark(words: &Lexicon, text: &str, marks: Class) -> Option<usize> {
    let label = text.strip_prefix('【')?.trim_start();
    let label = label.strip_prefix('第').unwrap_or(label).trim_start_matches(is_digit);
    let number = &label[words.start(marks, label)?..];
    let counts = |c: char| c.is_numeric() || is_number(c) || SEPARATORS.contains(&c);
    let rest = number.trim_start_matches(counts).strip_prefix('】')?;
    Some(text.len() - rest.len())
}

/// Whether a line is, or begins with, the mark of a question or of an answer in brackets: it is no term.
pub(super) fn begins_with_bracketed_mark(words: &Lexicon, text: &str) -> bool {
    [Class::QuestionMark, Class::AnswerMark].iter().any(|&marks| bracketed_mark(words, text, marks).is_some())
}

/// Whether a line asks something.
pub fn asks(text: &str) -> bool {
    text.trim_end_matches([')', '）']).ends_with(['?', '？']) || asks_to_choose(text) || has_question_mark(text)
}

/// Whether a text asks, by a question mark or as Japanese asks and bids without one: 「…か」, 「…せよ」.
pub fn asks_in_words(text: &str) -> bool {
    let end = text.trim_end_matches('。');
    asks(text) || end.ends_with(['か', 'よ']) || lexicon::ends(Class::AskingEnd, end)
}

/// Whether a term is a question, with its mark or without: 「なぜ雷は光るのか」, "What is ADP".
pub fn is_question(term: &str) -> bool {
    let text = term.trim_end_matches('。');
    if text.ends_with(['?', '？']) {
        return true;
    }
    if let Some(rest) = text.strip_suffix('か') {
        let asks_for = |word: &&str| has_cjk(word) && rest.contains(word);
        // 「ほのか」 is no question.
        let of_a_clause = rest.strip_suffix('の').is_some_and(|rest| rest.ends_with(CLAUSE_ENDS));
        return of_a_clause
            || POLITE_ENDS.iter().any(|end| rest.ends_with(end))
            || lexicon::words(Class::QuestionWord).iter().any(asks_for);
    }
    let mut words = text.split_whitespace();
    let asks = words.next().is_some_and(|first| lexicon::is(Class::QuestionWord, first));
    // "How TCP works" names something.
    asks && words.next().is_some_and(|verb| lexicon::is(Class::FiniteVerb, verb)) && words.next().is_some()
}

/// Whether a line that begins with such a mark asks: 「問題：」 may also name a problem, and 「問」 a part of an exam.
pub fn surely_asks(words: &Lexicon, text: &str) -> bool {
    let mark = text[..question_mark(words, text).unwrap_or(0)].trim_start_matches('【');
    mark.starts_with(['Q', 'q', 'Ｑ']) || mark.contains(char::is_numeric) || asks_in_words(text)
}

/// Whether a line asks to choose: 「次のうち…どれですか」, "Which of the following …", "(Choose TWO)".
pub fn asks_to_choose(text: &str) -> bool {
    let end = || text.trim_end_matches(['?', '？', '。', ')', '）']);
    lexicon::CHOOSING.is_in(text) || lexicon::ends(Class::ChoosingEnd, end())
}

/// Whether a line asks which: for one or some of several, or for all of a kind.
pub fn asks_which(text: &str) -> bool {
    let text = text.to_lowercase();
    lexicon::words(Class::WhichWord).iter().any(|word| text.contains(word))
}

/// The letter by which an option begins: `A.`, `(b)`, 「ア．」, 「ア 木星」; in upper case. `Q.` asks.
pub fn letter(text: &str) -> Option<char> {
    let mut chars = text.trim_start_matches(LABEL_OPENERS).chars();
    let letter = narrow(chars.next()?);
    let is_kana = ('ア'..='コ').contains(&letter);
    if !letter.is_ascii_alphabetic() && !is_kana || matches!(letter, 'Q' | 'q') {
        return None;
    }
    let closed = chars.next().is_some_and(|c| CLOSERS.contains(&c) || is_kana && c.is_whitespace());
    closed.then(|| letter.to_ascii_uppercase())
}

/// The range of an option without the sign by which it says that it is right: "S3 ✅".
pub fn without_right_mark(text: &str) -> Range<usize> {
    let mut range = crate::markdown::trimmed(text, 0..text.len());
    let option = &text[range.clone()];
    if let Some(wrong) = lexicon::start(Class::WrongMark, option) {
        range.start += wrong.len();
        return crate::markdown::trimmed(text, range);
    }
    if !may_have_right_mark(option) {
        return range;
    }
    for mark in lexicon::words(Class::RightMark) {
        let rest = &text[range.clone()];
        let end = rest.len().checked_sub(mark.len()).filter(|&end| rest.is_char_boundary(end) && end > 0);
        if end.is_some_and(|end| lexicon::begins(&rest[end..], mark)) {
            range.end -= mark.len();
        } else if lexicon::begins(rest, mark) {
            range.start += mark.len();
        } else {
            continue;
        }
        range = crate::markdown::trimmed(text, range);
    }
    range
}

/// Whether an option says itself that it is right: "S3 ✅".
pub fn has_right_mark(text: &str) -> bool {
    let option = text.trim();
    // Asked of all items: of most, their first and last characters tell.
    may_have_right_mark(option)
        && without_right_mark(option).len() < option.len()
        && lexicon::start(Class::WrongMark, option).is_none()
}

fn may_have_right_mark(option: &str) -> bool {
    option.starts_with(|first| lexicon::RIGHT_BEGIN.may_be(first))
        || option.ends_with(|last| lexicon::RIGHT_END.may_be(last))
}

/// Returns true if a text may hold options side by side, since a second one follows white space: asked of all lines.
pub fn may_hold_options(text: &str) -> bool {
    let is_second = |at: usize| option_label(&text[at..]).is_some_and(|label| matches!(label, 'B' | 'イ' | '2' | '나'));
    // U+3000 ends with 0x80. Of what else does, the next character tells.
    memchr::memchr3_iter(b' ', b'\t', 0x80, text.as_bytes())
        .any(|at| text.is_char_boundary(at + 1) && is_second(at + 1))
}

/// Where options stand that are written in one line: `a) oak  b) balsa`. At least two, in their order.
pub fn options_in_line(text: &str) -> Vec<Range<usize>> {
    if !may_hold_options(text) {
        return Vec::new();
    }
    let mut starts: Vec<(usize, char)> = Vec::new();
    let mut after_space = true;
    for (at, c) in text.char_indices() {
        let label = if after_space { option_label(&text[at..]) } else { None };
        let follows = |label: char| match starts.last() {
            Some(&(_, last)) => is_next_label(last, label),
            None => is_first_label(label),
        };
        starts.extend(label.filter(|&label| follows(label)).map(|label| (at, label)));
        after_space = matches!(c, ' ' | '\t' | '\u{3000}');
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|&(at, _)| at).chain([text.len()]);
    let options = starts.iter().zip(ends).map(|(&(start, _), end)| crate::markdown::trimmed(text, start..end));
    options.collect()
}

fn is_next_label(last: char, label: char) -> bool {
    let syllables = || SYLLABLES.chars().zip(SYLLABLES.chars().skip(1)).any(|pair| pair == (last, label));
    // Small and voiced syllables stand between those that count: ア, ィ, イ.
    let is_kana = ('ア'..='コ').contains(&label) && (last, label) != ('オ', 'カ');
    let step = if is_kana { 2 } else { 1 };
    u32::from(label).checked_sub(u32::from(last)) == Some(step) || syllables()
}

/// The label by which an option begins, whether alone or not: that of [`letter`], ①, 가.
pub fn option_label(text: &str) -> Option<char> {
    if !may_begin_with_label(text) {
        return None;
    }
    letter(text).or_else(|| match text.trim_start_matches(LABEL_OPENERS).chars().next()? {
        circled @ '①'..='⑨' => circled_digit(circled),
        // `(1) oak`, 「１．木星」.
        digit if digit.is_ascii_digit() && text.starts_with(['(', '（']) => {
            text.chars().nth(2).filter(|c| matches!(c, ')' | '）')).map(|_| digit)
        }
        digit @ '１'..='９' => text.chars().nth(1).filter(|c| matches!(c, '．' | '）' | ')')).map(|_| narrow(digit)),
        syllable if SYLLABLES.contains(syllable) => {
            text.chars().nth(1).filter(|c| matches!(c, '.' | ')' | ':'))?;
            Some(syllable)
        }
        _ => None,
    })
}

/// Asked of all lines: of most, the first characters tell.
fn may_begin_with_label(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|first| match first {
        'A'..='Z' | 'a'..='z' => chars.next().is_some_and(|c| CLOSERS.contains(&c)),
        '(' | '（' | '[' | '【' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '１'..='９' | '①'..='⑨' | 'ア'..='コ' | '가'..='사' => {
            true
        }
        _ => false,
    })
}

/// An option without its label.
pub fn after_label(text: &str) -> &str {
    if option_label(text).is_none() {
        return text;
    }
    let inner = text.trim_start_matches(LABEL_OPENERS);
    let label = inner.chars().next().map_or(0, char::len_utf8);
    inner[label..].trim_start_matches(CLOSERS).trim_start_matches([' ', '\u{3000}'])
}

/// The place that a letter counts, from 0: `B` and イ are the second.
pub fn place_of_label(label: char) -> Option<usize> {
    ["ABCDEFGHIJ", KANA, SYLLABLES].iter().find_map(|labels| labels.chars().position(|other| other == label))
}

/// Returns true if options that begin with this label are the first of their question.
pub fn is_first_label(label: char) -> bool {
    matches!(label, 'A' | 'ア' | '1' | '가')
}

/// A letter or a digit that is as wide as a Chinese character, as the narrow one.
fn narrow(c: char) -> char {
    let is_wide = matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let offset = u32::from('Ａ') - u32::from('A');
    if is_wide { char::from_u32(u32::from(c) - offset).unwrap_or(c) } else { c }
}

fn circled_digit(c: char) -> Option<char> {
    char::from_digit(u32::from(c).checked_sub(u32::from('①'))? + 1, 10)
}

/// What a heading says besides that a question follows: nothing in "Question 7", `Q. 32`, 「問題」 and
/// 「Q. 質問4: 未回答」. `None` of a heading that does not say so.
pub fn question_label<'t>(words: &Lexicon, text: &'t str) -> Option<&'t str> {
    let text = text.trim();
    let bracketed = bracketed_mark(words, text, Class::QuestionMark);
    let mut rest = text[bracketed.unwrap_or(0)..].trim_start();
    let mut is_label = bracketed.is_some();
    loop {
        let ordinal = rest.strip_prefix('第').unwrap_or(rest).trim_start_matches(is_digit);
        let word = if ordinal.len() < rest.len() { ordinal } else { rest };
        let Some(length) = words.start(Class::QuestionMark, word) else { break };
        let after = &word[length..];
        let goes_on = after.starts_with(|c: char| c.is_alphabetic() && !is_number(c));
        if goes_on || word[..length].ends_with(is_digit) {
            break;
        }
        rest = after.trim_start_matches([' ', '\u{3000}', '#']).trim_start_matches(is_digit);
        rest = rest.trim_start_matches(SEPARATORS).trim_start_matches(is_digit).trim_start_matches(SEPARATORS);
        is_label = true;
    }
    let is_status =
        lexicon::is(Class::QuestionStatus, &lexicon::key(rest.trim_matches(['(', ')', '（', '）', '[', ']'])));
    // `Q. 3-30`
    let is_number = || rest.chars().all(|c| is_digit(c) || SEPARATORS.contains(&c));
    is_label.then_some(if is_status || is_number() || !has_word(rest) { "" } else { rest })
}

/// Whether a heading asks, or says that a question follows: "What floats?", "Question 7".
pub fn heads_question(words: &Lexicon, text: &str) -> bool {
    asks(text) || question_label(words, text).is_some()
}

/// Whether a heading only counts the parts of what stands above it: `Q.`, "Step", 「手順」.
pub fn names_a_part(words: &Lexicon, text: &str) -> bool {
    let key = lexicon::key(text);
    lexicon::is(Class::PartName, key.trim_end_matches(|c: char| is_digit(c) || c == ' '))
        || question_label(words, text).is_some_and(str::is_empty)
}

/// Whether a character is a digit, as wide as a letter or as a Chinese character.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a text has a name in it, between other words.
pub fn has_name(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + name.len()..].chars().next());
        let goes_on = |edge: Option<char>, next: Option<char>| {
            edge.is_some_and(|c| c.is_ascii_alphanumeric()) && next.is_some_and(|c| c.is_ascii_alphanumeric())
        };
        !goes_on(before, name.chars().next()) && !goes_on(name.chars().next_back(), after)
    })
}

/// What a line says is right: "Answer: B and D", 「正解はBです」, "Correct: B".
pub fn key_told<'t>(words: &Lexicon, text: &'t str) -> Option<&'t str> {
    if let Some(mark) = answer_mark(words, text) {
        return Some(&text[mark..]);
    }
    if let Some(labels) = marked_labels(words, text) {
        return Some(labels);
    }
    if let Some((title, rest)) = text.strip_prefix('【').and_then(|text| text.split_once('】')) {
        let rest = rest.trim_start_matches([':', '：', ' ', '\u{3000}']);
        return (has_word(rest) && words.is(Class::AnswerTitle, &lexicon::key(title))).then_some(rest);
    }
    let after = &text[words.start(Class::AnswerMark, text).filter(|&length| length > 'A'.len_utf8())?..];
    if after.starts_with(char::is_whitespace) && !is_wider(after, WIDEST_KEY) && key_labels(after).is_some() {
        return Some(after.trim_start());
    }
    if text.len() - after.len() <= 'あ'.len_utf8() {
        return None;
    }
    let rest = after[lexicon::start(Class::KeyLink, after)?.len()..].trim_start();
    key_labels(rest).map(|_| rest)
}

/// The labels after a mark that needs them: "Correct: B".
fn marked_labels<'t>(words: &Lexicon, text: &'t str) -> Option<&'t str> {
    let mark = lexicon::start_in_any_case(Class::KeyMark, text)?;
    let told = text[mark.len()..].trim_start().strip_prefix([':', '：'])?.trim_start();
    let is_label = letter(told).is_some() || named_letters(words, told).is_some();
    (is_label && key_labels(told).is_some()).then_some(told)
}

/// The labels of options that a key begins with: `B`, "B and D", "b) Ribosome", 「3番」, `③`.
pub fn key_labels(key: &str) -> Option<Vec<char>> {
    let parts = key.split([',', '，', '、', ';', '/', '&', '+']).flat_map(|part| part.split(" and "));
    let parts: Vec<&str> = parts.flat_map(|part| part.split('と')).filter(|part| has_word(part)).collect();
    let all: Option<Vec<char>> = parts.iter().map(|part| label_of_key(part)).collect();
    all.filter(|all| !all.is_empty()).or_else(|| label_of_key(key).map(|label| vec![label]))
}

/// The label that a part of a key begins with, if it stands alone there: not in "A queue".
fn label_of_key(part: &str) -> Option<char> {
    let text = part.trim_start().trim_start_matches(['(', '（', '[', '"', '「', '\'']);
    let mut chars = text.chars();
    let first = narrow(chars.next()?);
    if ('①'..='⑨').contains(&first) {
        return circled_digit(first);
    }
    let label = first.is_ascii_alphanumeric() || ('ア'..='コ').contains(&first) || SYLLABLES.contains(first);
    let rest = chars.as_str();
    let after = rest.trim_start();
    // "A" and "I" begin sentences.
    let is_word = matches!(first, 'A' | 'I') || !first.is_ascii_uppercase();
    let stands_alone = after.is_empty()
        || !is_word && rest.starts_with(' ')
        || rest.starts_with(['.', ',', ')', '）', '．', ':', '：', ']', '、', '」', '。', '"', '\''])
        || after.starts_with(['-', '–', '—', '(', '（', '=', '→'])
        || lexicon::starts(Class::KeyEnd, after);
    (label && stands_alone).then(|| first.to_ascii_uppercase())
}

/// The letters or digits that an answer names, if it says nothing else: "Correct answer: B, E".
pub fn named_letters(words: &Lexicon, text: &str) -> Option<Vec<char>> {
    let rest = &text[answer_mark(words, text).unwrap_or(0)..];
    let tokens = rest.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty());
    let tokens: Vec<&str> = tokens.filter(|token| !matches!(*token, "and" | "と" | "or")).collect();
    let letter = |token: &&str| {
        let mut chars = token.chars();
        let first = chars.next().filter(|c| c.is_ascii_alphanumeric() || ('ア'..='コ').contains(c))?;
        chars.next().is_none().then(|| first.to_ascii_uppercase())
    };
    // Letters in a row, each once and in their order: "BD".
    if let [run] = tokens[..] {
        let all: Vec<char> = run.chars().collect();
        let ordered = all.windows(2).all(|pair| pair[0] < pair[1]);
        if (2..=5).contains(&all.len()) && ordered && all.iter().all(char::is_ascii_uppercase) {
            return Some(all);
        }
    }
    let letters: Vec<char> = tokens.iter().filter_map(letter).collect();
    (!letters.is_empty() && letters.len() == tokens.len()).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_known_without_their_mark() {
        let ask = ["なぜ雷は光るのか", "細胞の膜は何か。", "水は凍りますか", "What is ADP", "How does it float?"];
        assert_eq!(ask.map(is_question), [true; 5]);
        let name = ["いるか", "ほのか", "わずか", "How TCP works", "What counts", "生物の分類"];
        assert_eq!(name.map(is_question), [false; 6]);
    }

    #[test]
    fn what_only_begins_like_a_label_of_a_question_is_none() {
        let label = |text| question_label(&Lexicon::default(), text);
        let open = ["Question 7", "Q. 32", "Q.", "問題", "第3問", "Q. 質問4: 未回答", "Q. 3-30", "【問 2】"];
        assert_eq!(open.map(label), [Some(""); 8]);
        assert_eq!(["【Question 2026-11-30 - 12】", "【問 2"].map(label), [Some(""), None]);
        assert_eq!(label("Q3: What floats?"), Some("What floats?"));
        assert_eq!(label("【問3】何が浮くか"), Some("何が浮くか"));
        assert_eq!(["Questionnaires", "Qubits", "問題点", "第3章", "Answer 7"].map(label), [None; 5]);
    }
}
