//! Sketches: enough of a text to recognise it after an edit, in a few bytes.
//!
//! It owns how a sketch is made, which is frozen like a file format: locks hold sketches of texts that are no longer
//! there. So its numbers stand here and not in `weights`.

use super::key::{key, key_of_answer, key_of_definition};
use crate::markdown::Fragment;
use crate::model::rule::Rule;

/// The trigrams that a sketch keeps: with 32, the likeness of two sketches is as good a measure as that of the texts.
const KEPT: usize = 32;

/// The bits of a character in the number of its trigram: Unicode has 21.
const CHARACTER: u32 = 21;

/// A sketch of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The smallest hashes of the text's trigrams, ascending, each once; at most 32.
    pub grams: Vec<u16>,
    /// How many different trigrams there are.
    pub count: u32,
    /// A hash of the whole text; 0 for an empty one.
    pub whole: u64,
}

impl Sketch {
    /// The sketch of `text`.
    pub fn of(text: &str) -> Self {
        Self::of_key(&key(text))
    }

    /// The sketch of a definition's own text, without the names of its children.
    pub fn of_definition(definition: &Fragment) -> Self {
        Self::of_key(&key_of_definition(definition))
    }

    /// The sketch of what answers a term, of a question that is called otherwise with what it asks.
    pub fn of_answer(rule: Rule, text: &str, term: &Fragment, definition: &Fragment) -> Self {
        Self::of_key(&key_of_answer(rule, text, term, definition))
    }

    pub(super) fn of_key(key: &str) -> Self {
        if key.is_empty() {
            return Self::default();
        }
        let mut hashes: Vec<u32> = trigrams(key).map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let count = u32::try_from(hashes.len()).unwrap_or(u32::MAX);
        let mut grams: Vec<u16> = Vec::with_capacity(KEPT.min(hashes.len()));
        for high in hashes.into_iter().map(|hash| u16::try_from(hash >> 16).expect("16 of 32 bits")) {
            if grams.last() == Some(&high) {
                continue;
            }
            if grams.len() == KEPT {
                break;
            }
            grams.push(high);
        }
        Self { grams, count, whole: whole(key) }
    }

    /// Returns true if the text is empty.
    pub fn is_empty(&self) -> bool {
        self.whole == 0
    }

    /// Returns true if it is the sketch of the same text, which is not empty.
    pub fn is_same(&self, other: &Self) -> bool {
        self.whole == other.whole && !self.is_empty()
    }

    /// About the length of the text, in characters.
    pub fn length(&self) -> u32 {
        if self.is_empty() { 0 } else { self.count.saturating_add(2) }
    }

    /// The likeness of two texts (D), from 0 to 1: the share of their trigrams that both have (Dice). It is estimated
    /// where a text has more trigrams than a sketch keeps. An empty text is like no other.
    pub fn likeness(&self, other: &Self) -> f32 {
        if self.is_empty() || other.is_empty() {
            return 0.0;
        }
        if self.whole == other.whole {
            return 1.0;
        }
        // A sketch says nothing about trigrams beyond the last that it keeps.
        let last = self.last_known().min(other.last_known());
        let (mut left, mut right) = (within(&self.grams, last), within(&other.grams, last));
        let all = left.len() + right.len();
        let mut common = 0_usize;
        while let (Some((one, left_rest)), Some((two, right_rest))) = (left.split_first(), right.split_first()) {
            common += usize::from(one == two);
            if one <= two {
                left = left_rest;
            }
            if two <= one {
                right = right_rest;
            }
        }
        if all == 0 {
            return 0.0;
        }
        #[allow(clippy::cast_precision_loss, reason = "both are at most 64")]
        let estimate = (2 * common) as f32 / all as f32;
        estimate.min(self.most_likeness(other))
    }

    /// The greatest likeness that the numbers of trigrams allow.
    fn most_likeness(&self, other: &Self) -> f32 {
        #[allow(clippy::cast_precision_loss, reason = "no definition has so many trigrams that it matters")]
        let (one, two) = (self.count as f32, other.count as f32);
        2.0 * one.min(two) / (one + two)
    }

    fn last_known(&self) -> u16 {
        let whole = self.count as usize <= KEPT;
        self.grams.last().copied().filter(|_| !whole).unwrap_or(u16::MAX)
    }
}

fn within(grams: &[u16], last: u16) -> &[u16] {
    &grams[..grams.partition_point(|&gram| gram <= last)]
}

/// The trigrams of a key as numbers. A key that is shorter is its only one.
fn trigrams(key: &str) -> impl Iterator<Item = u64> + '_ {
    let mut window = 0_u64;
    let first = key.chars().take(3).count() - 1;
    key.chars().enumerate().filter_map(move |(at, character)| {
        window = (window << CHARACTER | u64::from(u32::from(character))) & ((1 << (3 * CHARACTER)) - 1);
        (at >= first).then_some(window)
    })
}

/// The upper half of a product with an odd number: good enough for a key that is a number.
fn hash(gram: u64) -> u32 {
    let mixed = gram.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    u32::try_from(mixed >> 32).expect("32 of 64 bits")
}

/// FNV-1a, and never 0.
fn whole(key: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in key.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "Object storage with eleven nines of durability, for backups and for websites of any size.";

    #[test]
    fn a_sketch_is_frozen() {
        let queue = Sketch { grams: vec![38_092, 58_198, 63_252], count: 3, whole: 12_762_791_313_848_017_368 };
        assert_eq!(Sketch::of("Queue"), queue);
        assert_eq!(Sketch::of("無効"), Sketch { grams: vec![26_004], count: 1, whole: 11_482_267_246_791_966_085 });
    }

    #[test]
    fn what_a_formatter_changes_is_not_in_a_sketch() {
        assert_eq!(Sketch::of("ＥＣ２ is a machine."), Sketch::of("EC2 is  a\nmachine"));
    }

    #[test]
    fn likeness_is_exact_where_all_is_kept() {
        let (one, two) = (Sketch::of("abcdef"), Sketch::of("abcdxy"));
        assert!((one.likeness(&two) - 0.5).abs() < 1e-6);
        assert!(one.likeness(&one) > 0.999);
        assert!(one.likeness(&Sketch::of("zzz")) < 0.001);
    }

    #[test]
    fn likeness_of_long_texts_is_near() {
        let one = Sketch::of(LONG);
        let edited = Sketch::of(&LONG.replace("websites of any size", "the pages of a company"));
        assert!((0.5..0.95).contains(&one.likeness(&edited)), "{}", one.likeness(&edited));
        assert!(one.likeness(&Sketch::of("Queues keep messages until a worker takes them, at least once.")) < 0.2);
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert!(Sketch::of("").likeness(&Sketch::of("")) < 0.001);
        assert!(!Sketch::of("").is_same(&Sketch::of("")));
    }
}
