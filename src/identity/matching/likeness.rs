//! The likeness of two terms.
//!
//! It owns the measure and knows nothing of entries.

use crate::identity::weights;

/// The characters and grams of a term.
pub(super) struct TermGrams {
    characters: Vec<char>,
    /// Ascending, each once. A term of one character has that one.
    pub bigrams: Vec<u64>,
    /// Ascending, each once; rarer than bigrams.
    pub fourgrams: Vec<u64>,
    digits: String,
}

impl TermGrams {
    pub fn new(key: &str) -> Self {
        let characters: Vec<char> = key.chars().collect();
        let digits = characters.iter().filter(|c| c.is_numeric()).collect();
        Self {
            bigrams: grams(&characters, weights::TERM_GRAM),
            fourgrams: grams(&characters, weights::TERM_LONG_GRAM),
            digits,
            characters,
        }
    }

    /// The likeness of two terms (T), from 0 to 1: the best of the share of characters that an edit keeps, the share of
    /// common bigrams (Dice), and a fixed value where one contains the other.
    pub fn likeness(&self, other: &Self) -> f32 {
        let mut best = dice(&self.bigrams, &other.bigrams);
        if best < weights::TERM_PART_LIKENESS && self.contains_or_is_in(other) {
            best = weights::TERM_PART_LIKENESS;
        }
        best.max(kept(&self.characters, &other.characters))
    }

    /// Returns true if both have digits, and different ones: gp2 and gp3.
    pub fn has_other_digits(&self, other: &Self) -> bool {
        !self.digits.is_empty() && !other.digits.is_empty() && self.digits != other.digits
    }

    fn contains_or_is_in(&self, other: &Self) -> bool {
        let (one, two) = (&self.characters, &other.characters);
        let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
        short.len() >= weights::TERM_PART_LENGTH && long.windows(short.len()).any(|part| part == short)
    }
}

#[allow(clippy::cast_precision_loss, reason = "terms have no million characters")]
fn share(part: usize, all: usize) -> f32 {
    part as f32 / all as f32
}

fn grams(characters: &[char], length: usize) -> Vec<u64> {
    let number = |part: &[char]| part.iter().fold(0_u64, |sum, &c| sum << 16 ^ u64::from(u32::from(c)));
    let length = length.min(characters.len()).max(1);
    let mut grams: Vec<u64> = characters.windows(length).map(number).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

fn dice(mut one: &[u64], mut other: &[u64]) -> f32 {
    let all = one.len() + other.len();
    let mut common = 0;
    while let (Some((left, one_rest)), Some((right, other_rest))) = (one.split_first(), other.split_first()) {
        common += usize::from(left == right);
        if left <= right {
            one = one_rest;
        }
        if right <= left {
            other = other_rest;
        }
    }
    if all == 0 { 0.0 } else { share(2 * common, all) }
}

/// The share of characters that an edit keeps (Levenshtein); 0 where too many lie between the common beginning and the
/// common end.
fn kept(one: &[char], other: &[char]) -> f32 {
    let all = one.len().max(other.len());
    if all == 0 {
        return 0.0;
    }
    let begins = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[begins..], &other[begins..]);
    let ends = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[..one.len() - ends], &other[..other.len() - ends]);
    if one.len().max(other.len()) > weights::TERM_EDIT_LENGTH {
        return 0.0;
    }
    1.0 - share(strsim::generic_levenshtein(&Characters(one), &Characters(other)), all)
}

/// Characters as `strsim` iterates over them.
struct Characters<'a>(&'a [char]);

impl<'a> IntoIterator for &Characters<'a> {
    type Item = &'a char;
    type IntoIter = std::slice::Iter<'a, char>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::key::key;

    fn likeness(one: &str, other: &str) -> f32 {
        TermGrams::new(&key(one)).likeness(&TermGrams::new(&key(other)))
    }

    #[test]
    fn a_typo_leaves_most_of_a_term() {
        assert!(likeness("availability", "avialability") > 0.8);
        assert!(likeness("可用性", "可用牲") > 0.6);
        assert!(likeness("a", "b") < 0.1);
    }

    #[test]
    fn words_in_another_order_are_alike() {
        assert!(likeness("Lambda function URL", "URL of a Lambda function") > 0.7);
    }

    #[test]
    fn a_part_is_alike() {
        assert!(likeness("Standard", "Standard-Infrequent Access") >= weights::TERM_PART_LIKENESS);
        assert!(likeness("S3", "S3 Glacier Instant Retrieval") < 0.3);
    }

    #[test]
    fn long_statements_differ_where_they_differ() {
        let long = "the same beginning of two statements that are much longer than what is compared by letters";
        assert!(likeness(&format!("{long} one"), &format!("{long} two")) < 1.0);
    }

    #[test]
    fn a_part_of_three_characters_is_alike() {
        assert!(likeness("可用性", "可用性の高い構成") >= weights::TERM_PART_LIKENESS);
    }

    #[test]
    fn terms_are_compared_by_pairs_of_characters() {
        assert!(likeness("lead", "deal") < 0.6);
        assert!(likeness("料金体系", "体系料金") > 0.6);
    }

    #[test]
    fn edits_are_counted_up_to_64_characters() {
        let term = |pairs: usize, between: &str| vec!["ab"; pairs].join(between);
        let likeness = |pairs: usize| likeness(&term(pairs, "x"), &term(pairs, "y"));
        // Two of three characters are the same, and one of five bigrams.
        assert!(likeness(20) > 0.6);
        assert!(likeness(32) < 0.5);
    }

    #[test]
    fn digits_tell_terms_apart() {
        assert!(TermGrams::new("gp2").has_other_digits(&TermGrams::new("gp3")));
        assert!(!TermGrams::new("第1回").has_other_digits(&TermGrams::new("1回目")));
        assert!(!TermGrams::new("gp2").has_other_digits(&TermGrams::new("general purpose")));
    }
}
