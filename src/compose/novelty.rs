//! What an answer adds to its question: nothing, where each of its words is in the question, in another form perhaps.
//!
//! It compares words, and knows nothing of what they mean: a translation adds something, and so do a number, a sign and
//! a "not".

use std::collections::BTreeSet;

use crate::lexicon::{self, Class};

/// Longest answer that may only restate its question, in bytes.
const LONGEST: usize = 160;
/// Fewest letters that are left of a word without its ending.
const SHORTEST_STEM: usize = 3;
/// Endings of words that change their form and not what they are about, longer ones first.
const ENDINGS: &[&str] = &[
    "ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion", "age", "ies", "ers", "ors", "ed", "er", "or",
    "es", "ly", "e", "s", "y",
];

/// Whether all that `answer` says stands in `term`, or in what is shown above it, in whatever order and form.
pub(super) fn only_restates(term: &str, above: &[String], answer: &str) -> bool {
    if answer.len() > LONGEST || answer.chars().any(is_sign) {
        return false;
    }
    let mut known = Known::default();
    known.learn(term);
    known.han = term.chars().filter(|&c| script(c) == Script::Han).collect();
    for part in above {
        known.learn(part);
    }
    let mut told = words(answer).filter(|word| !word.is_empty_word()).peekable();
    told.peek().is_some() && told.all(|word| known.has(&word)) && !words(answer).any(Word::denies)
}

/// Whether a character is neither a letter nor what only punctuates: an arrow, an operator.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !is_punctuation(c)
}

fn is_punctuation(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '\'' | '"' | '-' | '’' | '“' | '”' | '/' | '&')
        || matches!(c, '。' | '、' | '，' | '．' | '：' | '；' | '！' | '？' | '（' | '）' | '「' | '」' | '・' | 'ー')
}

/// A word, or a run of characters of one script where words are not divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word<'t> {
    text: &'t str,
    script: Script,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Hiragana,
    Han,
    Katakana,
    Hangul,
    /// All others: their words stand apart.
    Divided,
}

fn script(c: char) -> Script {
    match c {
        '\u{3041}'..='\u{309f}' => Script::Hiragana,
        '\u{30a0}'..='\u{30ff}' => Script::Katakana,
        '\u{3400}'..='\u{9fff}' | '々' => Script::Han,
        '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
        _ => Script::Divided,
    }
}

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != 'ー');
    parts.flat_map(|part| {
        let mut rest = part;
        std::iter::from_fn(move || {
            let script = script(rest.chars().next()?);
            let end = rest.find(|c| self::script(c) != script).unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            rest = after;
            Some(Word { text, script })
        })
    })
}

impl Word<'_> {
    /// Whether it only holds others together, or would fit any answer: of, の, a way.
    fn is_empty_word(self) -> bool {
        const EMPTY: &[Class] = &[
            Class::Article,
            Class::Determiner,
            Class::Copula,
            Class::Conjunction,
            Class::Relative,
            Class::NameLink,
            Class::OpenEnd,
            Class::EmptyWord,
        ];
        self.script == Script::Hiragana || lexicon::is_any(EMPTY, &self.text.to_lowercase())
    }

    fn denies(self) -> bool {
        match self.script {
            Script::Hiragana | Script::Hangul | Script::Han => lexicon::within(Class::Negation, self.text),
            Script::Katakana | Script::Divided => lexicon::is(Class::Negation, &self.text.to_lowercase()),
        }
    }

    /// The word without its ending.
    fn stem(self) -> String {
        let lower = self.text.to_lowercase();
        let cut = |ending: &&str| lower.strip_suffix(*ending).filter(|stem| stem.len() >= SHORTEST_STEM);
        ENDINGS.iter().find_map(cut).unwrap_or(&lower).to_owned()
    }
}

/// The words of a question.
#[derive(Default)]
struct Known {
    stems: BTreeSet<String>,
    /// Runs of Katakana, Hangul and Han.
    runs: Vec<String>,
    /// The Han characters of the term.
    han: BTreeSet<char>,
}

impl Known {
    fn learn(&mut self, text: &str) {
        for word in words(text) {
            match word.script {
                Script::Hiragana => {}
                Script::Han | Script::Katakana | Script::Hangul => self.runs.push(word.text.to_owned()),
                Script::Divided => drop(self.stems.insert(word.stem())),
            }
        }
    }

    fn has(&self, word: &Word<'_>) -> bool {
        match word.script {
            Script::Hiragana => true,
            // A character alone says too little to be found above.
            Script::Han if word.text.chars().nth(1).is_none() => word.text.chars().all(|c| self.han.contains(&c)),
            Script::Han | Script::Katakana => self.runs.iter().any(|run| run.contains(word.text)),
            // What is joined to a word at its end tells only what it does in the sentence.
            Script::Hangul => self.runs.iter().any(|run| word.text.starts_with(run.as_str())),
            // A letter alone is a variable: what it stands for depends on the formula.
            Script::Divided => word.text.chars().nth(1).is_some() && self.stems.contains(&word.stem()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_restates_its_question_or_adds_to_it() {
        for (question, answer, restates) in [
            ("Request tracing", "Traces requests.", true),
            ("Data collection", "the collection of data", true),
            ("Root OU", "a root OU", true),
            ("請求書の確認", "請求書を確認する", true),
            ("손실", "손실되는 것", true),
            ("Request tracing", "Follows a call through all services.", false),
            ("Stateless", "not stateful", false),
            ("Retry", "no retry", false),
            ("暗号化", "暗号化しない", false),
            ("Hund", "dog", false),
            ("Limit", "the limit is 5", false),
            ("x", "x + x", false),
            ("f(a, b)", "f(b, a-b)", false),
            ("は", "wa", false),
            ("Root", "", false),
        ] {
            assert_eq!(only_restates(question, &[], answer), restates, "{question} → {answer}");
        }
    }
}
