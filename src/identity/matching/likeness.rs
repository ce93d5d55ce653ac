//! How alike two terms are.

/// What a term that is a part of the other one is worth.
const CONTAINED: f32 = 0.7;

/// Terms that are shorter are a part of too many.
const SHORTEST_PART: usize = 3;

/// Beyond this many characters, what differs is not counted but by bigrams.
const LONGEST: usize = 64;

/// A term as likeness looks at it.
pub(super) struct Shape {
    characters: Vec<char>,
    /// Ascending, each once. Of a single character, that one.
    pub bigrams: Vec<u64>,
    /// Ascending, each once: rarer than bigrams.
    pub fourgrams: Vec<u64>,
    digits: String,
}

impl Shape {
    pub fn new(key: &str) -> Self {
        let characters: Vec<char> = key.chars().collect();
        let digits = characters.iter().filter(|c| c.is_numeric()).collect();
        Self { bigrams: grams(&characters, 2), fourgrams: grams(&characters, 4), digits, characters }
    }

    /// How alike two terms are, from 0 to 1: the best of what an edit leaves, the share of common bigrams (Dice), and
    /// whether one is a part of the other.
    pub fn likeness(&self, other: &Self) -> f32 {
        let mut best = dice(&self.bigrams, &other.bigrams);
        if best < CONTAINED && self.contains_or_is_in(other) {
            best = CONTAINED;
        }
        best.max(kept(&self.characters, &other.characters))
    }

    /// Whether both have digits, and others: gp2 and gp3.
    pub fn has_other_digits(&self, other: &Self) -> bool {
        !self.digits.is_empty() && !other.digits.is_empty() && self.digits != other.digits
    }

    fn contains_or_is_in(&self, other: &Self) -> bool {
        let (one, two) = (&self.characters, &other.characters);
        let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
        short.len() >= SHORTEST_PART && long.windows(short.len()).any(|part| part == short)
    }
}

#[allow(clippy::cast_precision_loss, reason = "terms have no million characters")]
fn share(part: usize, all: usize) -> f32 {
    part as f32 / all as f32
}

fn grams(characters: &[char], length: usize) -> Vec<u64> {
    let number = |part: &[char]| part.iter().fold(0_u64, |sum, &c| sum << 16 ^ u64::from(u32::from(c)));
    let mut grams: Vec<u64> = match characters.len() {
        0 => Vec::new(),
        short if short < length => vec![number(characters)],
        _ => characters.windows(length).map(number).collect(),
    };
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

/// The share of characters that an edit leaves (Levenshtein); 0 where too much lies between what begins and what ends
/// alike.
fn kept(one: &[char], other: &[char]) -> f32 {
    let all = one.len().max(other.len());
    if all == 0 {
        return 0.0;
    }
    let begins = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[begins..], &other[begins..]);
    let ends = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[..one.len() - ends], &other[..other.len() - ends]);
    if one.len().max(other.len()) > LONGEST {
        return 0.0;
    }
    1.0 - share(strsim::generic_levenshtein(&Characters(one), &Characters(other)), all)
}

/// What `strsim` wants to iterate over.
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
        Shape::new(&key(one)).likeness(&Shape::new(&key(other)))
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
        assert!(likeness("Standard", "Standard-Infrequent Access") >= CONTAINED);
        assert!(likeness("S3", "S3 Glacier Instant Retrieval") < 0.3);
    }

    #[test]
    fn long_statements_differ_where_they_differ() {
        let long = "the same beginning of two statements that are much longer than what is compared by letters";
        assert!(likeness(&format!("{long} one"), &format!("{long} two")) < 1.0);
    }

    #[test]
    fn digits_tell_terms_apart() {
        assert!(Shape::new("gp2").has_other_digits(&Shape::new("gp3")));
        assert!(!Shape::new("第1回").has_other_digits(&Shape::new("1回目")));
        assert!(!Shape::new("gp2").has_other_digits(&Shape::new("general purpose")));
    }
}
