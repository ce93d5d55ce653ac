//! Searches in text for all words of some classes at once.
//!
//! It knows the words of classes, and nothing of lines.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Class;

/// Finds any word of some classes in text, in one pass. It is built when it is first used.
pub struct Finder(LazyLock<AhoCorasick>);

/// Finds what points to what follows, whatever the case of Latin letters.
pub static FORWARD: Finder = Finder::new(|| in_any_case(Class::PointsForward));

/// Finds what asks to choose among options, whatever the case of Latin letters.
pub static CHOOSING: Finder = Finder::new(|| in_any_case(Class::Choosing));

/// Finds what any announcement has, but for an ASCII colon, which is found faster alone.
pub static ANNOUNCING: Finder = Finder::new(|| {
    let classes = [Class::Announcement, Class::CountedAnnouncement, Class::Colon];
    by_vectors(classes.into_iter().flat_map(super::words).filter(|word| word.len() > 1))
});

/// Finds the signs of verdicts: ○ and ×.
pub static VERDICTS: Finder = Finder::new(|| by_vectors(super::words(Class::Verdict)));

const SMALL: &str = "a short list of words makes a small automaton";

impl Finder {
    const fn new(build: fn() -> AhoCorasick) -> Self {
        Self(LazyLock::new(build))
    }

    /// Returns true if one of the words is in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The first of the words in `text`, as it is written there.
    pub fn find<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.0.find(text).map(|found| &text[found.range()])
    }
}

/// Whole vectors are compared in search of the leftmost only.
fn by_vectors(words: impl IntoIterator<Item = impl AsRef<[u8]>>) -> AhoCorasick {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(words).expect(SMALL)
}

fn in_any_case(class: Class) -> AhoCorasick {
    AhoCorasick::builder().ascii_case_insensitive(true).build(super::words(class)).expect(SMALL)
}
