//! What stands behind a question in its line: `Who signed it? King John`, 「首都は？　東京」, `What is it? → iron`.

use super::separator::Separated;
use super::{
    answer_mark, answer_sign, has_cjk, has_question_mark, has_word, is_cjk, is_hiragana, not_a_term, option_label,
    options_in_line,
};
use crate::lexicon::Lexicon;
use crate::markdown::trimmed;
use crate::text::is_wider;

/// Widest answer that only white space parts from its question, in columns.
const WIDEST_ANSWER: usize = 80;
/// Fewest words of a question that is answered so: "Why? Because …" is how prose speaks.
const FEWEST_WORDS: usize = 2;
/// Most letters of a title before a name: "Dr. Watson" is one sentence.
const LONGEST_TITLE: usize = 3;

/// By what an answer is parted from the question before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartedBy {
    /// A dash, an arrow, a colon, or a mark that says that it answers.
    Sign,
    /// White space, or nothing behind a wide mark: beside others that are written so.
    Space,
}

/// A question and its answer behind it, as offsets in the line. Whether it is one, its neighbours say.
pub fn told_behind(words: &Lexicon, line: &str, masked: &str) -> Option<(Separated, PartedBy)> {
    let (at, question_mark) = masked.char_indices().find(|&(_, c)| matches!(c, '?' | '？'))?;
    let end = at + question_mark.len_utf8();
    let (left, rest) = (trimmed(line, 0..end), &line[end..]);
    let sign = answer_sign(rest);
    let start = end + sign.unwrap_or(0);
    let start = line.len() - line[start..].trim_start().len();
    // `a)` may be an option.
    let mark = answer_mark(words, &line[start..]).filter(|&mark| line[start..start + mark].contains([':', '：', '】']));
    let start = start + mark.unwrap_or(0);
    let parted = if sign.or(mark).is_some() { PartedBy::Sign } else { PartedBy::Space };
    let right = trimmed(line, start..line.len());
    let told = &line[right.clone()];
    let says = has_word(&line[left.clone()]) && has_word(told);
    if !says || is_remark_in_brackets(told) || !options_in_line(line).is_empty() {
        return None;
    }
    let fits = match parted {
        PartedBy::Sign => true,
        PartedBy::Space => {
            let is_apart = rest.starts_with(char::is_whitespace)
                || question_mark == '？' && told.starts_with(|c: char| c.is_alphanumeric() && !is_hiragana(c));
            is_apart && asks_something(&line[left.clone()]) && may_answer(told)
        }
    };
    fits.then_some((Separated { left, right }, parted))
}

/// Whether an answer in a paragraph reads like a name or a value: a sentence there may go on with what the author says.
pub fn answers_briefly(told: &str) -> bool {
    not_a_term(told).is_none()
}

/// Points, a source, a note to oneself: `(2 marks)`.
fn is_remark_in_brackets(told: &str) -> bool {
    told.starts_with(['(', '（', '[']) && told.ends_with([')', '）', ']'])
}

fn asks_something(question: &str) -> bool {
    has_cjk(question) && question.chars().filter(|&c| is_cjk(c)).nth(FEWEST_WORDS + 1).is_some()
        || question.split_whitespace().count() >= FEWEST_WORDS
}

/// Whether a text says one thing, and asks nothing.
fn may_answer(told: &str) -> bool {
    let core = told.trim_end_matches(['.', '。', '!', '！']);
    let is_title = |at: usize| {
        let word = core[..at].split_whitespace().next_back().unwrap_or_default();
        word.chars().count() <= LONGEST_TITLE && word.starts_with(char::is_uppercase)
    };
    !has_question_mark(told)
        && !is_wider(told, WIDEST_ANSWER)
        && option_label(told).is_none()
        && !core.contains(['。', '！'])
        && !core.contains("! ")
        && !core.match_indices(". ").any(|(at, _)| !is_title(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_may_stand_behind_its_question() {
        let sides = |line: &'static str| {
            told_behind(&Lexicon::default(), line, line).map(|(it, by)| (&line[it.left], &line[it.right], by))
        };
        let (sign, space) = (PartedBy::Sign, PartedBy::Space);
        assert_eq!(sides("Who signed it? King John"), Some(("Who signed it?", "King John", space)));
        assert_eq!(sides("日本の首都は？　東京"), Some(("日本の首都は？", "東京", space)));
        assert_eq!(sides("日本の首都は？東京"), Some(("日本の首都は？", "東京", space)));
        assert_eq!(sides("What is it? → iron"), Some(("What is it?", "iron", sign)));
        assert_eq!(sides("¿Qué es? — What is it?"), Some(("¿Qué es?", "What is it?", sign)));
        assert_eq!(sides("What is it?: iron"), Some(("What is it?", "iron", sign)));
        assert_eq!(sides("What is it? A: iron"), Some(("What is it?", "iron", sign)));
        assert_eq!(sides("Who solves it? Dr. Watson"), Some(("Who solves it?", "Dr. Watson", space)));
        let none = [
            "Why? Because it is cheap",
            "Why did it fail? Was it the money?",
            "What is it? (2 marks)",
            "なぜ沈むのか？と考える",
            "Which floats? a) oak b) iron",
            "What of it? We went on. It was fine",
            "What is it?",
            "a?b",
        ];
        assert_eq!(none.map(sides), [const { None }; 8]);
    }
}
