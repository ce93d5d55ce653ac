//! What an answer adds to its question: nothing, where each of its words is in the question, in another form perhaps.
//!
//! It compares words, and knows nothing of what they mean: a translation adds something, and so do a number, a sign and
//! a "not".

use crate::lexicon::{self, Class};

/// Longest answer that may only restate its question, in bytes.
const LONGEST: usize = 160;
/// Fewest letters that are left of a word without its ending.
const SHORTEST_STEM: usize = 3;
/// Longest ending of a word in kanji that is written in kana, in characters: 確かめる.
const LONGEST_KANA_END: usize = 3;
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
    // Most answers say something new with their first words, so that little is compared.
    words(answer).all(|word| word.is_told_by(term, above) || word.is_empty_word())
        && words(answer).any(|word| !word.is_empty_word())
        && !words(answer).any(Word::denies)
        && !is_namesake(term, above, answer)
}

/// Whether an answer is that after which the term is called, and nothing else: 「日蓮宗：日蓮」.
fn is_namesake(term: &str, above: &[String], answer: &str) -> bool {
    let Some(kind) = term.trim().strip_prefix(answer.trim()) else { return false };
    let mut runs = words(answer);
    let is_name = |run: Word<'_>| {
        matches!(run.script, Script::Han | Script::Katakana)
            && run.text == answer.trim()
            && run.text.chars().count() > 1
    };
    runs.next().is_some_and(is_name)
        && !kind.is_empty()
        && kind.chars().all(|c| script(c) == Script::Han)
        && !above.iter().any(|part| part.contains(answer.trim()))
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
    /// Whether it stands right after kanji, whose ending it may begin with.
    ends_han: bool,
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
        let mut before = None;
        std::iter::from_fn(move || {
            let script = script(rest.chars().next()?);
            let ends_han = before.replace(script) == Some(Script::Han);
            let end = rest.find(|c| self::script(c) != script).unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            rest = after;
            Some(Word { text, script, ends_han })
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
        match self.script {
            Script::Hiragana => self.only_links(self.text),
            Script::Han | Script::Katakana | Script::Hangul | Script::Divided => {
                lexicon::is_any(EMPTY, &self.text.to_lowercase())
            }
        }
    }

    /// Whether kana, which are a part of the word, only end and join words: 「を」, 「むこと」 after 進. A verb of their own
    /// says something: 「をあげる」.
    fn only_links(self, kana: &str) -> bool {
        let is_ending = !kana.starts_with(lexicon::signs(Class::OpenParticle));
        let longest = if self.ends_han && is_ending { LONGEST_KANA_END } else { 0 };
        let mut starts = kana.char_indices().map(|(at, _)| at).chain([kana.len()]).take(longest + 1);
        starts.any(|start| {
            let mut rest = &kana[start..];
            while let Some(link) = lexicon::start(Class::KanaLink, rest) {
                rest = &rest[link.len()..];
            }
            rest.is_empty()
        })
    }

    fn denies(self) -> bool {
        match self.script {
            Script::Hiragana | Script::Hangul | Script::Han => lexicon::within(Class::Negation, self.text),
            Script::Katakana | Script::Divided => lexicon::is(Class::Negation, &self.text.to_lowercase()),
        }
    }

    /// Whether it stands in a term, or in what is above that, in another form perhaps.
    fn is_told_by(self, term: &str, above: &[String]) -> bool {
        let mut question = above.iter().map(String::as_str).chain([term]);
        let is_alone = self.text.chars().nth(1).is_none();
        match self.script {
            Script::Hiragana => {
                let after = |run: Word<'_>| self.text.strip_prefix(run.text).filter(|_| run.script == Script::Hiragana);
                question.flat_map(words).filter_map(after).any(|rest| self.only_links(rest))
            }
            // A character alone says too little to be found above. One of several in a word says what the word is made
            // of: 「手をあげる」 explains 挙手.
            Script::Han if is_alone => words(term).any(|word| word.text == self.text),
            Script::Han | Script::Katakana => question.any(|part| part.contains(self.text)),
            // What is joined to a word at its end tells only what it does in the sentence.
            Script::Hangul => question.flat_map(words).any(|run| run.is_run() && self.text.starts_with(run.text)),
            // A letter alone is a variable: what it stands for depends on the formula.
            Script::Divided if is_alone => false,
            Script::Divided => {
                let stem = self.stem();
                question.flat_map(words).any(|word| word.script == Script::Divided && word.stem() == stem)
            }
        }
    }

    /// Whether it is a run of characters that hold a meaning.
    fn is_run(self) -> bool {
        matches!(self.script, Script::Han | Script::Katakana | Script::Hangul)
    }

    /// The word without its ending.
    fn stem(self) -> String {
        let lower = self.text.to_lowercase();
        let cut = |ending: &&str| lower.strip_suffix(*ending).filter(|stem| stem.len() >= SHORTEST_STEM);
        ENDINGS.iter().find_map(cut).unwrap_or(&lower).to_owned()
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
            ("減価償却", "減価償却のこと", true),
            ("リトライ", "リトライすること", true),
            ("確認", "確認されるもの", true),
            ("値の読み方", "値を読むこと", true),
            ("のれん", "のれんのこと", true),
            ("のれん", "のれんに傷がつくこと", false),
            ("邁進", "ひたすら進むこと", false),
            ("挙手", "手をあげること", false),
            ("登山", "山にのぼること", false),
            ("青空", "青い空", false),
            ("出席", "出席をとること", false),
            ("確認", "しっかり確認すること", false),
            ("日蓮宗", "日蓮", false),
            ("マルクス主義", "マルクス", false),
            ("日蓮宗", "日蓮宗", true),
            ("鍵の管理", "管理", true),
            ("暗号化する鍵", "暗号化", true),
        ] {
            assert_eq!(only_restates(question, &[], answer), restates, "{question} → {answer}");
        }
    }
    #[test]
    fn what_stands_above_counts_unless_it_is_a_character_alone() {
        let above = ["暗号化の鍵".to_owned(), "S3 buckets".to_owned()];
        assert!(only_restates("KMS", &above, "暗号化"));
        assert!(only_restates("Bucket policy", &above, "the policy of an S3 bucket"));
        assert!(!only_restates("KMS", &above, "鍵"));
        assert!(only_restates("鍵", &[], "鍵のこと"));
        assert!(only_restates("日蓮宗", &["日蓮".to_owned()], "日蓮"));
    }
}
