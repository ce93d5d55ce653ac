//! Hash maps with a cheap hash, for keys that no attacker chooses.
//!
//! It owns the hasher; the order of these maps must not reach any output.

use std::hash::{BuildHasherDefault, Hasher};

pub(super) type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;
pub(super) type HashSet<K> = std::collections::HashSet<K, BuildHasherDefault<Quick>>;

/// An odd number with bits in no pattern: the golden ratio.
pub(super) const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Another one.
pub(super) const OTHER_FACTOR: u64 = 0xBF58_476D_1CE4_E5B9;

/// Eight bytes at a time, multiplied.
#[derive(Clone, Copy, Default)]
pub(super) struct Quick(u64);

impl Quick {
    fn add(&mut self, word: u64) {
        let product = (self.0 ^ word.rotate_left(23)).wrapping_mul(FACTOR);
        // The low bits of a product do not depend on the high bits of its factors.
        self.0 = product ^ product >> 32;
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.add(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.add(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        // Mixed once more, since the last word went through one product only.
        let mixed = (self.0 ^ self.0 >> 29).wrapping_mul(OTHER_FACTOR);
        mixed ^ mixed >> 32
    }
}

#[cfg(test)]
mod tests {
    use std::hash::Hash;

    use super::*;

    fn hash(value: impl Hash) -> u64 {
        let mut hasher = Quick::default();
        value.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn keys_that_are_much_alike_have_hashes_of_their_own() {
        let numbers = (0..50_000_u64).flat_map(|number| [hash(number), hash(number << 40), hash((number, 7_usize))]);
        let texts = (0..50_000).map(|number| hash(format!("the {number}. term")));
        let hashes: Vec<u64> = numbers.chain(texts).collect();
        // A table looks at the highest bits and at the lowest.
        for part in [|hash: u64| hash >> 40, |hash: u64| hash & 0xFF_FFFF, |hash: u64| hash] {
            let set: std::collections::BTreeSet<u64> = hashes.iter().map(|&hash| part(hash)).collect();
            assert!(set.len() > hashes.len() * 98 / 100, "{} of {}", set.len(), hashes.len());
        }
    }

    #[test]
    fn the_end_of_a_text_counts() {
        assert_ne!(hash("a"), hash("a\0"));
        assert_ne!(hash(("ab", "c")), hash(("a", "bc")));
    }
}
