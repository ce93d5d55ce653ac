//! Ids of decks and cards: unique in the package, and the same for the same collection.
//!
//! Nothing hangs on them after an import. Anki finds decks by name and cards by
//! note and template.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::facts::{DECK_IDS, DEFAULT_DECK};
use crate::model::note::{DeckName, Note};

/// The ids of `decks`, in their order. A deck keeps its id while its name stays.
pub(super) fn of_decks(decks: &[DeckName]) -> Vec<i64> {
    let (default_id, default_name) = DEFAULT_DECK;
    let mut by_name = BTreeMap::from([(default_name.to_lowercase(), default_id)]);
    let mut taken = BTreeSet::from([default_id]);
    decks
        .iter()
        // Anki takes two decks whose names differ in case for one.
        .map(|deck| deck.as_str().to_lowercase())
        .map(|name| {
            *by_name.entry(name).or_insert_with_key(|name| {
                let mut id = hashed(name);
                while !taken.insert(id) {
                    id += 1;
                }
                id
            })
        })
        .collect()
}

fn hashed(name: &str) -> i64 {
    let digest = Sha256::digest(name);
    let (first, _) = digest.split_first_chunk().expect("a digest has 32 bytes");
    // 63 bits, so that it is not negative.
    let number = i64::from_be_bytes(*first) & i64::MAX;
    DECK_IDS.start + number % (DECK_IDS.end - DECK_IDS.start)
}

/// A note with what its place among the others gives it.
pub(super) struct Numbered<'a> {
    pub(super) note: &'a Note,
    /// From 1, in the order of learning.
    pub(super) position: i64,
    /// The id of its first card; the others count on from it.
    pub(super) first_card: i64,
}

/// The notes by ascending id, which is the order that SQLite stores them in fastest.
///
/// Cards get the id of their note, or the next that is free: notes of one export are a
/// millisecond apart, so that a note with three cards pushes on the cards of the next.
pub(super) fn number(notes: &[Note]) -> Vec<Numbered<'_>> {
    let mut numbered: Vec<Numbered<'_>> =
        notes.iter().zip(1..).map(|(note, position)| Numbered { note, position, first_card: note.id }).collect();
    numbered.sort_unstable_by_key(|numbered| numbered.note.id);
    let mut free = i64::MIN;
    for numbered in &mut numbered {
        numbered.first_card = numbered.note.id.max(free);
        free = numbered.first_card;
        free += i64::try_from(numbered.note.cards.len()).expect("templates are at most 65536");
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::note::Guid;
    use crate::model::notetype::Kind;

    fn note(id: i64, cards: u16) -> Note {
        Note {
            guid: Guid::new(id.to_string()),
            kind: Kind::Cloze,
            fields: Vec::new(),
            tags: Vec::new(),
            deck: 0,
            id,
            modified: 0,
            cards: (0..cards).collect(),
            holds: None,
        }
    }

    #[test]
    fn no_two_cards_share_an_id() {
        let notes = [note(1002, 1), note(1000, 3), note(1001, 2), note(2000, 1)];
        let numbered: Vec<(i64, i64, i64)> =
            number(&notes).iter().map(|numbered| (numbered.note.id, numbered.position, numbered.first_card)).collect();
        assert_eq!(numbered, [(1000, 2, 1000), (1001, 3, 1003), (1002, 1, 1005), (2000, 4, 2000)]);
    }

    #[test]
    fn decks_that_differ_in_case_are_one() {
        let decks = ["AWS", "default", "aws", "GCP"].map(|name| DeckName::from_levels([name]));
        let ids = of_decks(&decks);
        assert_eq!(ids[0], ids[2]);
        assert_ne!(ids[0], ids[3]);
        assert_eq!(ids[1], 1);
        assert!(DECK_IDS.contains(&ids[0]) && DECK_IDS.contains(&ids[3]));
    }
}
