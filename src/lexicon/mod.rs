//! The words by which notes are understood, as data: a file for each language, each word with its classes.
//!
//! It knows how words are compared, and nothing of what is done with them.
//!
//! The words stand in `ja.toml`, `en.toml`, … and, where all languages write them alike, in `signs.toml`: a word and
//! its [`Class`]es on a line. `table.rs` is made of these files, so that nothing is parsed when the program starts. After
//! a change, `UPDATE_LEXICON=1 cargo test --lib lexicon` writes it again.

mod class;
mod edges;
mod finder;
mod own;
mod table;

use std::cmp::Ordering;

pub use class::Class;
#[cfg(test)]
pub use class::Place;
pub use edges::{
    ADVICE_END, EXERCISES_BEGIN, LABELS_BEGIN, LIMITS_BEGIN, MARKS_BEGIN, PROMPTS_BEGIN, REMARKS_BEGIN, REMARKS_END,
    RIGHT_BEGIN, RIGHT_END, SENTENCES_END, TASKS_BEGIN, UNWRITTEN_END,
};
pub use finder::{ANNOUNCING, CHOOSING, FORWARD, VERDICTS};
pub use own::Lexicon;

use crate::text::lower_if_common;

/// The words of each class, in the order of [`Class::ALL`].
static WORDS: [&[&str]; Class::ALL.len()] = by_class(&table::WORDS);
/// The same of the classes of signs.
static SIGNS: [&[char]; Class::ALL.len()] = by_class(&table::SIGNS);

/// `text` as words are compared: lower case, without white space around, trailing punctuation or doubled spaces.
pub fn key(text: &str) -> String {
    let mut key = lower_if_common(text).unwrap_or_else(|| lower(text));
    let end = key.trim_end_matches(['.', '。', ':', '：', '!', '！', '~', '〜']).trim_end().len();
    key.truncate(end);
    key
}

/// Any text in lower case, with one space between words.
fn lower(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of `class` in all languages, longer ones first.
pub fn words(class: Class) -> &'static [&'static str] {
    WORDS[class as usize]
}

/// The words of a class of [`Place::Sign`], as characters. Other classes have none.
pub fn signs(class: Class) -> &'static [char] {
    SIGNS[class as usize]
}

/// Returns true if `key` is a word of `class`, whatever the case of Latin letters.
pub fn is(class: Class, key: &str) -> bool {
    words(class).binary_search_by(|word| compare(word, key)).is_ok()
}

/// Returns true if `key` is a word of any of `classes`, whatever the case of Latin letters.
pub fn is_any(classes: &[Class], key: &str) -> bool {
    classes.iter().any(|&class| is(class, key))
}

/// Returns true if `word` is a word of `class`, without capitals.
pub fn is_lower(class: Class, word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_uppercase()) && is(class, word)
}

/// Returns true if `word` is a word of `class`, all in capitals.
pub fn is_upper(class: Class, word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_lowercase()) && is(class, word)
}

/// Returns true if `text` begins with a word of `class`.
pub fn starts(class: Class, text: &str) -> bool {
    start(class, text).is_some()
}

/// The longest word of `class` that `text` begins with.
pub fn start(class: Class, text: &str) -> Option<&'static str> {
    words(class).iter().copied().find(|word| text.starts_with(word))
}

/// The longest word of `class` that `text` begins with, whatever the case of Latin letters.
pub fn start_in_any_case(class: Class, text: &str) -> Option<&'static str> {
    words(class).iter().copied().find(|word| begins(text, word))
}

/// Returns true if `text` begins with `word`, whatever the case of Latin letters.
pub fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Returns true if `text` ends with a word of `class`.
pub fn ends(class: Class, text: &str) -> bool {
    end(class, text).is_some()
}

/// The longest word of `class` that `text` ends with.
pub fn end(class: Class, text: &str) -> Option<&'static str> {
    words(class).iter().copied().find(|word| text.ends_with(word))
}

/// Returns true if a word of `class` is anywhere in `text`.
pub fn within(class: Class, text: &str) -> bool {
    words(class).iter().any(|word| text.contains(word))
}

/// Returns true if `key` is what any subject has, so that it asks nothing without its subject: メリット, "Use cases".
pub fn is_aspect(key: &str) -> bool {
    is_any(&[Class::Aspect, Class::Attribute, Class::Example], key)
}

/// Returns true if a line that begins with `verb` may be about what to learn.
pub fn is_study_verb(verb: &str) -> bool {
    is_any(&[Class::AimVerb, Class::TaskVerb, Class::AdviceStart], verb)
}

/// A table in the order of [`Class::ALL`]. A class that is new and not in it yet has no words, so that the test that writes
/// the table can be compiled.
const fn by_class<T>(table: &'static [(&'static str, &'static [T])]) -> [&'static [T]; Class::ALL.len()] {
    let mut lists: [&[T]; Class::ALL.len()] = [&[]; Class::ALL.len()];
    let mut at = 0;
    while at < table.len() {
        let mut class = 0;
        while class < lists.len() {
            if same(Class::ALL[class].name().as_bytes(), table[at].0.as_bytes()) {
                lists[class] = table[at].1;
            }
            class += 1;
        }
        at += 1;
    }
    lists
}

/// Returns true if two texts are the same: `==` cannot be asked while the program is compiled.
const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// The order of words in a class: longer ones first, so that the first that fits at an edge is the longest, then by
/// their bytes. `text` may have capitals.
fn compare(word: &str, text: &str) -> Ordering {
    let letters = || word.bytes().cmp(text.bytes().map(|byte| byte.to_ascii_lowercase()));
    text.len().cmp(&word.len()).then_with(letters)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::collections::{BTreeMap, BTreeSet};
    use std::fmt::Write as _;

    use toml::Spanned;
    use toml::de::{DeTable, DeValue};

    use super::*;

    /// The files of words, by their names.
    const FILES: [(&str, &str); 8] = [
        ("ja", include_str!("ja.toml")),
        ("en", include_str!("en.toml")),
        ("ko", include_str!("ko.toml")),
        ("zh", include_str!("zh.toml")),
        ("fr", include_str!("fr.toml")),
        ("de", include_str!("de.toml")),
        ("es", include_str!("es.toml")),
        ("signs", include_str!("signs.toml")),
    ];

    #[test]
    fn every_file_of_words_is_read() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let names = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
        let names: BTreeSet<String> =
            names.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        assert_eq!(names, FILES.iter().map(|(name, _)| (*name).to_owned()).collect());
    }

    /// The words of a file with their classes. That no word stands twice in a file is a law of TOML.
    fn read(name: &str, text: &str) -> BTreeMap<String, Vec<Class>> {
        let table = DeTable::parse(text).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
        let class = |word: &str, class: &DeValue<'_>| {
            let found = Class::ALL.iter().find(|known| class.as_str() == Some(known.name()));
            *found.unwrap_or_else(|| panic!("{name}.toml: {word:?} has a class that is not known: {class:?}"))
        };
        let read = |(word, classes): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
            let (word, classes) = (word.get_ref().to_string(), classes.get_ref().as_array());
            let classes = classes.unwrap_or_else(|| panic!("{name}.toml: {word:?} has no list of classes"));
            let classes = classes.iter().map(|name| class(&word, name.get_ref())).collect();
            (word, classes)
        };
        table.get_ref().iter().map(read).collect()
    }

    /// All files as the source of `table.rs`.
    fn table() -> String {
        let mut text =
            "//! The words of each class. Made of the TOML files beside it: do not change it by hand.\n".to_owned();
        let files: Vec<_> = FILES.iter().map(|(name, text)| read(name, text)).collect();
        let of = |class: Class| {
            let all = files.iter().flatten().filter(move |(_, classes)| classes.contains(&class));
            let mut words: Vec<&str> = all.map(|(word, _)| word.as_str()).collect();
            words.sort_unstable_by(|one, other| compare(one, other));
            words.dedup();
            words
        };
        let words = |class| of(class).iter().map(|word| format!("{word:?}")).collect();
        let signs = |class: Class| match class.place() {
            Place::Sign => of(class).iter().map(|word| format!("{:?}", word.parse::<char>().unwrap())).collect(),
            _ => Vec::new(),
        };
        array(&mut text, "/// The words of each class, longer ones first.", "WORDS: [(&str, &[&str])", words);
        array(&mut text, "/// The words of the classes of signs, as characters.", "SIGNS: [(&str, &[char])", signs);
        text
    }

    fn array(text: &mut String, doc: &str, name: &str, parts: impl Fn(Class) -> Vec<String>) {
        let rows = Class::ALL.iter().map(|&class| (class, parts(class)));
        let rows: Vec<_> = rows.filter(|(_, parts)| !parts.is_empty()).collect();
        let _ = write!(text, "\n{doc}\n#[rustfmt::skip]\npub(super) const {name}; {}] = [\n", rows.len());
        for (class, parts) in rows {
            let _ = write!(text, "    ({:?}, &[\n        ", class.name());
            let mut width = 0;
            for (at, part) in parts.iter().enumerate() {
                let gap = if at == 0 {
                    ""
                } else if width > 90 {
                    ",\n        "
                } else {
                    ", "
                };
                width = if gap.contains('\n') { 0 } else { width } + part.len() + gap.len();
                let _ = write!(text, "{gap}{part}");
            }
            text.push_str("]),\n");
        }
        text.push_str("];\n");
    }

    #[test]
    fn the_table_is_what_the_files_say() {
        let expected = table();
        if std::env::var_os("UPDATE_LEXICON").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/table.rs"), &expected).unwrap();
            return;
        }
        let same = expected == include_str!("table.rs").replace('\r', "");
        assert!(same, "run `UPDATE_LEXICON=1 cargo test --lib lexicon`, and look at the difference of table.rs");
    }

    #[test]
    fn words_are_written_as_they_are_compared() {
        for (file, text) in FILES {
            for (word, classes) in read(file, text) {
                assert!(!word.is_empty() && !classes.is_empty(), "{file}.toml: {word:?} has no class");
                assert_eq!(word, word.to_ascii_lowercase(), "{file}.toml");
                let mut once = classes.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!(once.len(), classes.len(), "{file}.toml: {word:?} has a class twice");
                for class in classes {
                    let fits = match class.place() {
                        Place::Whole => key(&word) == word,
                        Place::Word => word.trim() == word,
                        Place::Sign => word.chars().count() == 1,
                        Place::Start | Place::End | Place::Within => true,
                    };
                    assert!(fits, "{file}.toml: {word:?} can never be found as {}", class.name());
                }
            }
        }
    }

    #[test]
    fn every_class_has_words_and_a_name_of_its_own() {
        let mut names: Vec<_> = Class::ALL.iter().map(|class| class.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Class::ALL.len());
        for &class in Class::ALL {
            assert!(!words(class).is_empty(), "no word is of the class {}", class.name());
            assert!(words(class).iter().all(|word| is(class, word) && is(class, &word.to_ascii_uppercase())));
        }
    }

    #[test]
    fn words_are_found_by_class_and_place() {
        assert!(is(Class::Label, "NOTE") && is(Class::Label, "例") && !is(Class::Label, "notebook"));
        assert!(is_lower(Class::Article, "the") && !is_lower(Class::Article, "The"));
        assert!(is_upper(Class::Strict, "MUST NOT") && !is_upper(Class::Strict, "Must not"));
        assert_eq!(start_in_any_case(Class::AnswerMark, "Answers: 3"), Some("answers"));
        assert_eq!(start(Class::UnfoldingVerb, "show the code"), Some("show the "));
        assert_eq!(end(Class::SentenceEnd, "利用する必要がある"), Some("する必要がある"));
        assert!(within(Class::Comparison, "ec2 vs lambda") && !starts(Class::Comparison, "ec2 vs lambda"));
        assert_eq!(signs(Class::Colon), ['：', ':']);
    }
}
