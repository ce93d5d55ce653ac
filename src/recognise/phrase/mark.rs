//! What asks and what answers: marks of questions and answers, letters of options, headings that ask for a set.

use super::{has_cjk, has_word, is_number, without_brackets};
use crate::lexicon::{self, Class, Lexicon};
use crate::text::is_wider;

/// Widest question that is only a word: "Which ones?".
const WIDEST_WORD: usize = 16;
/// Fewest questions that a section lists and leaves open.
const FEWEST_QUESTIONS: usize = 3;

/// Whether a heading asks for a set, so that the members are an answer.
pub fn asks_for_a_set(words: &Lexicon, term: &str) -> bool {
    if term.ends_with(['?', '？']) {
        return true;
    }
    let key = lexicon::key(term);
    let ends = words
        .words(Class::SetEnd)
        .any(|end| key.strip_suffix(end).is_some_and(|rest| has_cjk(end) || rest.is_empty() || rest.ends_with(' ')));
    let number = |text: &str| text.trim_end().ends_with(is_number);
    let starts = lexicon::words(Class::SetStart)
        .iter()
        .any(|start| key.strip_prefix(start).is_some_and(|rest| rest.starts_with(' ')));
    ends || starts
        || counts_in_english(&key)
        || key.contains(is_number)
            && lexicon::words(Class::Counter).iter().any(|counter| {
                key.match_indices(counter).any(|(at, _)| {
                    let after = key[at + counter.len()..].chars().next();
                    let closed = has_cjk(counter) || after.is_none_or(|c| !c.is_alphanumeric());
                    number(&key[..at]) && closed
                })
            })
}

/// English counts without a counter, by a number and a plural: "The Four Ps", "5 Whys".
fn counts_in_english(key: &str) -> bool {
    let mut words = key.split_whitespace().filter(|&word| word != "the");
    let (Some(number), Some(counted)) = (words.next(), words.next()) else { return false };
    let digits = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    (digits || lexicon::is(Class::Number, number)) && counted.is_ascii() && counted.ends_with('s')
}

/// Whether there is a question mark in `text`.
pub fn has_question_mark(text: &str) -> bool {
    // `？` begins with 0xef, as does most wide punctuation.
    memchr::memchr2_iter(b'?', 0xef, text.as_bytes()).any(|at| text[at..].starts_with(['?', '？']))
}

/// Whether `text` is nothing but questions, a line each: they are asked, and not answered.
///
/// Those of a word or two are an answer: "Who?", "What?", "Why?".
pub fn only_asks(text: &str) -> bool {
    let lines = || text.lines().filter(|line| has_word(line));
    let mark = |line: &str| line.ends_with(['?', '？']);
    let asked = lines().filter(|line| is_wider(line, WIDEST_WORD)).count();
    asked >= FEWEST_QUESTIONS
        && asked * 2 >= lines().count()
        && lines().all(|line| mark(line) || mark(without_brackets(line).trim_end()))
}

/// The length of the mark by which a line says that it asks: `Q:`, `Q1.`, 問1.
pub fn question_mark(words: &Lexicon, text: &str) -> Option<usize> {
    mark(words, text, Class::QuestionMark)
}

/// The length of the mark by which a line says that it answers: `A:`, 答え：, "Answer:".
pub fn answer_mark(words: &Lexicon, text: &str) -> Option<usize> {
    mark(words, text, Class::AnswerMark)
}

/// The length of an arrow at the start of a line, with the space after it: below a question, it leads to the answer.
pub fn answer_arrow(text: &str) -> Option<usize> {
    let rest = &text[lexicon::start(Class::Arrow, text)?.len()..];
    has_word(rest).then(|| text.len() - rest.trim_start().len())
}

/// The length of one of `marks` at the start of `text`, with its number, its separator and the space after it.
pub(super) fn mark(words: &Lexicon, text: &str, marks: Class) -> Option<usize> {
    if !text.starts_with(|first| lexicon::MARKS_BEGIN.may_be(first)) && words.own(marks).is_empty() {
        return None;
    }
    let rest = &text[words.start(marks, text)?..];
    let digits = rest.trim_start_matches(' ').trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < rest.trim_start_matches(' ').len();
    let after = if numbered { digits } else { rest };
    let after = if after.trim_start().starts_with([':', '：']) { after.trim_start() } else { after };
    let separated = after.trim_start_matches(['.', ':', '：', '．', ')', '）', '、']);
    let wide = numbered && after.starts_with([' ', '\u{3000}']);
    let told = separated.len() < after.len() || wide;
    let rest = separated.trim_start();
    (told && has_word(rest)).then(|| text.len() - rest.len())
}

/// Whether a line asks something.
pub fn asks(text: &str) -> bool {
    text.trim_end_matches([')', '）']).ends_with(['?', '？']) || asks_to_choose(text) || has_question_mark(text)
}

/// Whether a line that begins with such a mark asks: 「問題：」 may also name a problem, and 「問」 a part of an exam.
pub fn surely_asks(words: &Lexicon, text: &str) -> bool {
    let mark = &text[..question_mark(words, text).unwrap_or(0)];
    mark.starts_with(['Q', 'q', 'Ｑ'])
        || mark.contains(char::is_numeric)
        || asks(text)
        || text.trim_end_matches('。').ends_with(['か', 'よ'])
}

/// Whether a line asks to choose: 「次のうち…どれですか」, "Which of the following …", "(Choose TWO)".
pub fn asks_to_choose(text: &str) -> bool {
    lexicon::CHOOSING.is_in(text)
}

/// The letter by which an option begins: `A.`, `(b)`, 「ア．」; in upper case.
pub fn letter(text: &str) -> Option<char> {
    let inner = text.trim_start_matches(['(', '（', '[']);
    let mut chars = inner.chars();
    let letter = chars.next().filter(|c| c.is_ascii_alphabetic() || ('ア'..='コ').contains(c))?;
    let closed = chars.next().is_some_and(|c| matches!(c, '.' | ')' | '）' | '．' | ':' | '：' | ']' | '、'));
    closed.then(|| letter.to_ascii_uppercase())
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
