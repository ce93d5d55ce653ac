//! The words of an author, which count besides ours.
//!
//! It knows nothing of the file in which they are chosen.

use std::collections::BTreeMap;

use super::{Class, begins, key};

/// The words of every class: ours, and those that an author added.
///
/// Only classes of [`Class::OPEN`] are asked through it. The words of the others make the grammar of a language, which is
/// not a matter of one author: they are looked up by the functions of this module's parent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon(BTreeMap<Class, Own>);

/// The words that an author added to a class.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Own {
    /// As the author wrote them.
    words: Vec<String>,
    /// As they are compared.
    keys: Vec<String>,
}

impl Lexicon {
    /// The words that the author added to `class`, as they were written.
    pub fn own(&self, class: Class) -> &[String] {
        self.0.get(&class).map_or(&[], |own| &own.words)
    }

    /// Sets the words that the author added to `class`.
    pub fn set_own(&mut self, class: Class, words: Vec<String>) {
        if words.is_empty() {
            self.0.remove(&class);
        } else {
            let keys = words.iter().map(|word| key(word)).collect();
            self.0.insert(class, Own { words, keys });
        }
    }

    /// Returns true if `key` is a word of `class`. It is made by `lexicon::key`.
    pub fn is(&self, class: Class, key: &str) -> bool {
        super::is(class, key) || self.is_own(class, key)
    }

    /// Returns true if `key` only says that something is worth knowing: "Key points", "Important note".
    pub fn is_nameless(&self, key: &str) -> bool {
        let is = |key: &str| self.is(Class::NamelessHeading, key);
        // Of English words the plural is listed. A word alone may be a term of its own: consideration.
        is(key) || key.ends_with(|c: char| c.is_ascii_lowercase()) && key.contains(' ') && is(&format!("{key}s"))
    }

    /// Returns true if `key` is a word that the author added to `class`.
    pub fn is_own(&self, class: Class, key: &str) -> bool {
        self.keys(class).iter().any(|own| own == key)
    }

    /// The words of `class` as they are compared, ours first.
    pub fn words(&self, class: Class) -> impl Iterator<Item = &str> {
        super::words(class).iter().copied().chain(self.keys(class).iter().map(String::as_str))
    }

    /// The length of the longest word of `class` that `text` begins with, whatever the case of Latin letters.
    pub fn start(&self, class: Class, text: &str) -> Option<usize> {
        let ours = super::start_in_any_case(class, text).map(str::len);
        ours.max(self.own_start(class, text))
    }

    /// The length of the longest word that the author added to `class` and `text` begins with.
    pub fn own_start(&self, class: Class, text: &str) -> Option<usize> {
        self.own(class).iter().filter(|word| begins(text, word)).map(String::len).max()
    }

    fn keys(&self, class: Class) -> &[String] {
        self.0.get(&class).map_or(&[], |own| &own.keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_count_besides_ours() {
        let mut lexicon = Lexicon::default();
        lexicon.set_own(Class::Reference, vec!["Quellen:".to_owned()]);
        lexicon.set_own(Class::QuestionMark, vec!["Frage".to_owned()]);
        assert!(lexicon.is(Class::Reference, "quellen") && lexicon.is(Class::Reference, "参考"));
        assert!(!lexicon.is(Class::Label, "quellen"));
        assert_eq!(lexicon.own(Class::Reference), ["Quellen:"]);
        assert_eq!(lexicon.start(Class::QuestionMark, "FRAGE 1: x"), Some(5));
        assert_eq!(lexicon.start(Class::QuestionMark, "Question: x"), Some(8));
        lexicon.set_own(Class::Reference, Vec::new());
        lexicon.set_own(Class::QuestionMark, Vec::new());
        assert_eq!(lexicon, Lexicon::default());
    }
}
