//! The guid of a new entry.
//!
//! It owns the rule, which is frozen: another one would make every card a new one. Who is recognised as whom is decided
//! before.

use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::hash::{HashMap, HashSet};
use super::lock::{Lock, Record};
use crate::model::entry::{Context, Entry, kind};
use crate::model::note::Guid;
use crate::model::notetype::Kind;
use crate::text::lower_if_common;

/// The version of the rule.
const NAMESPACE: &str = "soa-anki/1";

/// The digits. Anki's field search ignores case and takes `_` as a wildcard; it finds these as they are.
const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// The characters of a guid: 100 bits, so that two of a million notes share one with a probability of 10^-18.
const LENGTH: usize = 20;

/// The guid of an entry that no earlier export knows: 20 characters of lower-case base 32.
///
/// It depends on the kind, the context and the term, and not on the definition, the file's path or the title. `twin` is
/// 0 for the first entry with that kind, context and term, 1 for the next, and so on.
///
/// ```
/// use soa_anki::{NoteKind, guid};
///
/// let context = ["EC2".to_owned()];
/// let first = guid(NoteKind::Term, &context, "AMI", 0);
/// assert_eq!(first, guid(NoteKind::Term, &["ec2".to_owned()], "ami", 0));
/// assert_ne!(first, guid(NoteKind::Term, &context, "AMI", 1));
/// ```
pub fn guid(kind: Kind, context: &[String], term: &str, twin: usize) -> Guid {
    of_parts(under(kind, context), term, twin)
}

/// What the guids of one kind in one context have in common.
fn under(kind: Kind, context: &[String]) -> Sha256 {
    let mut hash = Sha256::new();
    part(&mut hash, NAMESPACE);
    part(
        &mut hash,
        match kind {
            Kind::Term => "term",
            Kind::Cloze => "cloze",
        },
    );
    part(&mut hash, &context.len().to_string());
    for heading in context {
        part(&mut hash, &normalised(heading));
    }
    hash
}

fn of_parts(mut hash: Sha256, term: &str, twin: usize) -> Guid {
    part(&mut hash, &normalised(term));
    if twin > 0 {
        part(&mut hash, &format!("twin {}", twin + 1));
    }
    Guid::new(base32(&hash.finalize()))
}

fn part(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_be_bytes());
    hash.update(text.as_bytes());
}

/// The guid of an entry to which its author gave an id. It depends on nothing else.
pub fn guid_of_id(id: &str) -> Guid {
    let mut hash = Sha256::new();
    for text in [NAMESPACE, "id", &normalised(id)] {
        part(&mut hash, text);
    }
    Guid::new(base32(&hash.finalize()))
}

/// NFKC, lower case, runs of white space as one space: what a person would call the same text.
fn normalised(text: &str) -> String {
    if let Some(lower) = lower_if_common(text) {
        return lower;
    }
    let lower = match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => text.to_lowercase(),
        _ => text.nfkc().collect::<String>().to_lowercase(),
    };
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether an id that an author gave has the form of a guid: then it was copied from what an export told.
pub fn is_like_guid(id: &str) -> bool {
    id.len() == LENGTH && id.bytes().all(|digit| matches!(digit, b'a'..=b'z' | b'2'..=b'7'))
}

/// Gives entries their guids, each guid once.
pub struct Guids<'a> {
    records: &'a [Record],
    /// The guids of the lock, of removed records too. Made for the first new entry, since often there is none.
    known: Option<HashSet<&'a Guid>>,
    /// The guids of new entries, which all have that many digits: a third of what a `Guid` of them takes.
    given: HashSet<[u8; LENGTH]>,
    /// What the guids of the last new entry's neighbours begin with.
    last: Option<(Kind, Context, Sha256)>,
    /// The last number that was tried for each guid of a first namesake.
    twins: HashMap<Guid, usize>,
}

impl<'a> Guids<'a> {
    /// With the guids of `lock` taken.
    pub fn new(lock: Option<&'a Lock>) -> Self {
        let records = lock.map_or(&[][..], |lock| &lock.records);
        Self { records, known: None, given: HashSet::default(), last: None, twins: HashMap::default() }
    }

    /// Takes a guid. Returns false if it was taken.
    fn take(&mut self, guid: &Guid) -> bool {
        let known = self.known.get_or_insert_with(|| self.records.iter().map(|record| &record.guid).collect());
        let digits = guid.as_str().as_bytes().first_chunk().copied().unwrap_or_default();
        !known.contains(guid) && self.given.insert(digits)
    }

    /// What the guid of an entry begins with. It is the same for neighbours, and made once for them.
    fn under(&mut self, entry: &Entry) -> Sha256 {
        let kind = kind(entry);
        let last = self.last.take().filter(|(of, context, _)| *of == kind && *context == entry.context);
        let (_, _, hash) =
            self.last.insert(last.unwrap_or_else(|| (kind, entry.context.clone(), under(kind, &entry.context))));
        hash.clone()
    }

    /// The guid of the next entry: that of the record with which it was matched, else that of the id which its author
    /// gave it, else one of its own. An id that is given twice counts once.
    pub fn next(&mut self, entry: &Entry, author_id: Option<&str>, record: Option<&Record>) -> Guid {
        if let Some(record) = record {
            return record.guid.clone();
        }
        if let Some(guid) = author_id.map(guid_of_id).filter(|guid| self.take(guid)) {
            return guid;
        }
        let under = self.under(entry);
        let first = of_parts(under.clone(), entry.text(), 0);
        if self.take(&first) {
            return first;
        }
        // Numbers that were tried for its last namesake are not tried again.
        let mut twin = self.twins.get(&first).copied().unwrap_or(0);
        loop {
            twin += 1;
            let guid = of_parts(under.clone(), entry.text(), twin);
            if self.take(&guid) {
                self.twins.insert(first, twin);
                return guid;
            }
        }
    }
}

/// The first [`LENGTH`] digits of `bytes` in base 32.
fn base32(bytes: &[u8]) -> String {
    let digit = |at: usize| {
        let bit = at * 5;
        let pair = u16::from_be_bytes([bytes[bit / 8], bytes[bit / 8 + 1]]);
        char::from(BASE32[usize::from(pair >> (11 - bit % 8)) & 31])
    };
    let mut digits = String::with_capacity(LENGTH);
    digits.extend((0..LENGTH).map(digit));
    digits
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn of(context: &[&str], term: &str) -> Guid {
        let context: Vec<String> = context.iter().map(|&part| part.to_owned()).collect();
        guid(Kind::Term, &context, term, 0)
    }

    #[test]
    fn a_guid_is_20_characters_that_anki_finds_as_they_are() {
        let guid = of(&["EC2"], "特徴");
        assert_eq!(guid.as_str().len(), 20);
        assert!(guid.as_str().bytes().all(|byte| BASE32.contains(&byte)));
    }

    #[test]
    fn width_case_and_spaces_change_no_guid() {
        assert_eq!(of(&["ＥＣ２"], "Placement  Group"), of(&["ec2"], "placement\u{3000}group"));
    }

    /// The rule as it was frozen, in one way for all text.
    fn in_full(text: &str) -> String {
        let lower = text.nfkc().collect::<String>().to_lowercase();
        lower.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_short_way_and_the_forms_of_unicode_agree() {
        for text in ["", " ", "a", " a", "a ", "a  b", "a\tb", "A b\n", "EC2 の 料金", "漢字　x", "é A", "ﾊ", "Ⅷ"]
        {
            assert_eq!(normalised(text), in_full(text), "{text:?}");
        }
        for c in (char::MIN..=char::MAX).filter(|c| c.len_utf8() <= 3) {
            let text = format!("A{c}か");
            assert_eq!(normalised(&text), in_full(&text), "{text:?}");
        }
    }

    /// Text of which the short way is often enough: what is common, and spaces, with a few other characters.
    fn texts() -> impl Strategy<Value = String> {
        let common = prop_oneof![
            prop::char::ranges(vec![' '..='~', '\t'..='\n'].into()),
            prop::char::ranges(vec!['ぁ'..='ゖ', 'ァ'..='ヾ', '、'..='。', '\u{4000}'..='\u{9fff}'].into()),
        ];
        let piece = prop_oneof![20 => common, 4 => Just(' '), 1 => any::<char>(), 1 => Just('\u{3099}')];
        vec(piece, 0..12).prop_map(String::from_iter)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(4_000), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_short_way_is_the_frozen_rule(text in texts()) {
            prop_assert_eq!(normalised(&text), in_full(&text));
        }
    }

    #[test]
    fn context_and_term_are_told_apart() {
        assert_ne!(of(&["a"], "b"), of(&[], "a b"));
        assert_ne!(of(&["a", "b"], "c"), of(&["a"], "b c"));
        assert_ne!(of(&["a"], "b"), guid(Kind::Term, &["a".to_owned()], "b", 1));
        assert_ne!(of(&["a"], "b"), guid(Kind::Cloze, &["a".to_owned()], "b", 0));
    }
}
