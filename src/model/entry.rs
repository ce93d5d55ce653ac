//! What the author wrote, found in the notes: the seam between Markdown and Anki.
//!
//! An [`Entry`] knows nothing of guids, note types or decks in Anki; it is a
//! term with its definition, and where it stands.

use std::borrow::Cow;

use std::sync::Arc;

use crate::markdown::{Element, Fragment};
use crate::model::directive::Directive;
use crate::model::notetype::Kind;
use crate::model::rule::Rule;
use crate::text::Span;

/// The headings and terms above an entry, top first, as plain text.
///
/// The file's title is not part of it: a renamed file must not change who is
/// who. Siblings share one allocation.
pub type Context = Arc<[String]>;

/// A term with its definition. Becomes one note in Anki.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Position of its source among the sources that were extracted.
    pub source: usize,
    /// Where it stands in the source: the term's line up to the definition's end.
    pub span: Span,
    /// What stands above it.
    pub context: Context,
    /// The line that leads in the list that it stands in, less its colon: shown with the term, and no part of identity.
    pub hint: Option<Arc<Fragment>>,
    /// Tags by markers such as `(重要)`, in the order of the notes.
    pub tags: Vec<String>,
    /// The rule by which the entry was made.
    pub rule: Rule,
    /// What a comment of the author tells of it.
    pub directive: Option<Box<Directive>>,
    /// What is asked and what is answered.
    pub body: Body,
}

/// The two kinds of entries, which become Anki's two note types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// "What is this?"
    Term {
        /// The term as plain text: identity is computed from it.
        text: String,
        /// The term as shown.
        term: Fragment,
        /// The answer. Never empty. What stands for another entry in it is an [`Element::Name`].
        definition: Fragment,
    },
    /// A sentence with hidden words.
    Cloze {
        /// The sentence as plain text, without deletions: identity is computed from it.
        text: String,
        /// The sentence with a gap for each deletion.
        cloze: Fragment,
        /// What its footnotes say.
        notes: Fragment,
        /// The hidden words as plain text; the first one is number 1.
        deletions: Vec<String>,
    },
}

impl Entry {
    /// How many cards Anki makes of it.
    pub fn card_count(&self) -> usize {
        match &self.body {
            Body::Term { .. } => 1,
            Body::Cloze { deletions, .. } => deletions.len(),
        }
    }

    /// The term or the sentence, as plain text.
    pub fn text(&self) -> &str {
        match &self.body {
            Body::Term { text, .. } | Body::Cloze { text, .. } => text,
        }
    }

    /// All of it that a card may show.
    pub fn fragments(&self) -> impl Iterator<Item = &Fragment> {
        let (asked, answered) = match &self.body {
            Body::Term { term, definition, .. } => (term, Some(definition)),
            Body::Cloze { cloze, notes, .. } => (cloze, Some(notes)),
        };
        self.hint.as_deref().into_iter().chain([asked]).chain(answered)
    }

    /// Adds the tags that it does not have.
    pub fn add_tags(&mut self, tags: impl IntoIterator<Item = String>) {
        for tag in tags {
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
        }
    }
}

impl Body {
    /// Takes the text that identity is computed from.
    pub(crate) fn take_text(&mut self) -> String {
        match self {
            Body::Term { text, .. } | Body::Cloze { text, .. } => std::mem::take(text),
        }
    }
}

/// The note type of an entry.
pub(crate) fn kind(entry: &Entry) -> Kind {
    match entry.body {
        Body::Term { .. } => Kind::Term,
        Body::Cloze { .. } => Kind::Cloze,
    }
}

/// What an entry asks, as plain text: of a question, all of it with its options.
fn front(entry: &Entry) -> Cow<'_, str> {
    match &entry.body {
        Body::Term { term, .. } if entry.rule == Rule::Question => Cow::Owned(term.text()),
        _ => Cow::Borrowed(entry.text()),
    }
}

/// What is right. Of a question with options, what explains it is left aside.
pub(crate) fn answer(term: &Fragment, definition: &Fragment) -> String {
    let chosen = if term.has(Element::Item) { definition.first_list() } else { None };
    chosen.unwrap_or_else(|| definition.text())
}

/// For each entry, the position of the first with the same key: its own where it has none. Entries of one key are
/// called the same, but for case and punctuation.
pub(crate) fn first_of_each<'a, K: Ord>(
    entries: &'a [Entry],
    has_key: impl Fn(&Entry) -> bool,
    key: impl Fn(&'a Entry) -> K,
) -> Vec<usize> {
    // Sorted by a hash of what they are called: to sort by the keys themselves took a twentieth of all time.
    let keyed = entries.iter().enumerate().filter(|(_, entry)| has_key(entry));
    let mut order: Vec<(u64, usize)> = keyed.map(|(at, entry)| (hash(&front(entry)), at)).collect();
    order.sort_unstable();
    let mut first: Vec<usize> = (0..entries.len()).collect();
    for run in order.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() > 1) {
        let mut run: Vec<(K, usize)> = run.iter().map(|&(_, at)| (key(&entries[at]), at)).collect();
        run.sort();
        for same in run.chunk_by(|one, other| one.0 == other.0) {
            for &(_, later) in same {
                first[later] = same[0].1;
            }
        }
    }
    first
}

/// A text in small letters, without spaces and what only punctuates: what a reader would call the same words. Signs
/// that make another word of it stay: C++ is not C.
pub(crate) fn reading(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|&c| is_read(c)).flat_map(char::to_lowercase)
}

/// The same with what makes another name of it: its case, its primes and its dots. `f'` is not `f`, and `.NET` no net.
pub(crate) fn spelling(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|&c| is_read(c) || matches!(c, '.' | '\'' | '’' | '‘'))
}

fn is_read(c: char) -> bool {
    let punctuates =
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '\'' | '"' | '`' | '“' | '”' | '‘' | '’')
            || matches!(
                c,
                '。' | '、' | '，' | '．' | '：' | '；' | '！' | '？' | '（' | '）' | '「' | '」' | '・' | '…'
            );
    !punctuates && !c.is_whitespace()
}

/// Alike for texts that read the same, in every run of the program.
fn hash(text: &str) -> u64 {
    // By hand: to feed each character to a hasher of the library took a twentieth of all time.
    let with = |hash: u64, unit: u32| (hash.rotate_left(5) ^ u64::from(unit)).wrapping_mul(0x517c_c1b7_2722_0a95);
    if text.is_ascii() {
        let read = text.bytes().map(char::from).filter(|&c| is_read(c));
        return read.fold(0, |hash, c| with(hash, u32::from(c.to_ascii_lowercase())));
    }
    let (mut hash, mut rest) = (0, text);
    loop {
        if let Some(letter) = plain_letter(rest.as_bytes()) {
            hash = with(hash, letter);
            rest = &rest[3..];
            continue;
        }
        let mut chars = rest.chars();
        match chars.next() {
            Some(c) if is_read(c) => hash = c.to_lowercase().fold(hash, |hash, c| with(hash, u32::from(c))),
            Some(_) => {}
            None => return hash,
        }
        rest = chars.as_str();
    }
}

/// The three bytes of a first letter that is kana or an ideograph: nearly all of a text in Chinese or Japanese. It has no
/// case and punctuates nothing, so that it need not be decoded. No other letter has a number as large.
fn plain_letter(text: &[u8]) -> Option<u32> {
    let &[first, second, third, ..] = text else { return None };
    let letter = u32::from_be_bytes([0, first, second, third]);
    // U+3041 to U+30FA, U+3400 to U+9FFF.
    matches!(letter, 0xe3_81_81..=0xe3_83_ba | 0xe3_90_80..=0xe9_bf_bf).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_alike_is_hashed_alike() {
        for (one, other) in [
            ("用語 A。", "用語a"),
            ("カタ・カナ", "カタカナ"),
            ("「Élan」 vital", "élan Vital"),
            ("TCP/IP (model)", "tcp/ip model"),
        ] {
            assert_eq!(hash(one), hash(other), "{one}");
        }
        for (one, other) in [("用語", "語用"), ("ア", "ァ"), ("C++", "C"), ("é", "è")] {
            assert_ne!(hash(one), hash(other), "{one}");
        }
    }
}
