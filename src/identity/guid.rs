//! The guid of a new entry.
//!
//! It owns the rule, which is frozen: another one would make every card a new one. Who is recognised as whom is decided
//! before.

use super::hash::{HashMap, HashSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::lock::{Lock, Record};
use crate::model::entry::{Entry, kind};
use crate::model::note::Guid;
use crate::model::notetype::Kind;

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
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    };
    part(NAMESPACE);
    part(match kind {
        Kind::Term => "term",
        Kind::Cloze => "cloze",
    });
    let mut number = String::new();
    let _ = write!(number, "{}", context.len());
    part(&number);
    for heading in context {
        part(&normalised(heading));
    }
    part(&normalised(term));
    if twin > 0 {
        number.clear();
        let _ = write!(number, "twin {}", twin + 1);
        part(&number);
    }
    Guid::new(base32(&hash.finalize()))
}

/// The guid of an entry to which its author gave an id. It depends on nothing else.
pub fn guid_of_id(id: &str) -> Guid {
    let mut hash = Sha256::new();
    for part in [NAMESPACE, "id", &normalised(id)] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    Guid::new(base32(&hash.finalize()))
}

/// NFKC, lower case, runs of white space as one space: what a person would call the same text.
fn normalised(text: &str) -> String {
    let lower = match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => text.to_lowercase(),
        _ => text.nfkc().collect::<String>().to_lowercase(),
    };
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Gives entries their guids, each guid once.
pub struct Guids<'a> {
    records: &'a [Record],
    /// The guids of the lock, of removed records too. Made for the first new entry, since often there is none.
    known: Option<HashSet<&'a Guid>>,
    /// The guids of new entries.
    given: HashSet<Guid>,
    /// The last number that was tried for each guid of a first namesake.
    twins: HashMap<Guid, usize>,
}

impl<'a> Guids<'a> {
    /// With the guids of `lock` taken.
    pub fn new(lock: Option<&'a Lock>) -> Self {
        let records = lock.map_or(&[][..], |lock| &lock.records);
        Self { records, known: None, given: HashSet::default(), twins: HashMap::default() }
    }

    /// Takes a guid. Returns false if it was taken.
    fn take(&mut self, guid: &Guid) -> bool {
        let known = self.known.get_or_insert_with(|| self.records.iter().map(|record| &record.guid).collect());
        !known.contains(guid) && self.given.insert(guid.clone())
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
        let first = guid(kind(entry), &entry.context, entry.text(), 0);
        if self.take(&first) {
            return first;
        }
        // Numbers that were tried for its last namesake are not tried again.
        let mut twin = self.twins.get(&first).copied().unwrap_or(0);
        loop {
            twin += 1;
            let guid = guid(kind(entry), &entry.context, entry.text(), twin);
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
    (0..LENGTH).map(digit).collect()
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn context_and_term_are_told_apart() {
        assert_ne!(of(&["a"], "b"), of(&[], "a b"));
        assert_ne!(of(&["a", "b"], "c"), of(&["a"], "b c"));
        assert_ne!(of(&["a"], "b"), guid(Kind::Term, &["a".to_owned()], "b", 1));
        assert_ne!(of(&["a"], "b"), guid(Kind::Cloze, &["a".to_owned()], "b", 0));
    }
}
