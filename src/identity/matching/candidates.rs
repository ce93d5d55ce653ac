//! The candidates of step 8: entries that share rare grams.
//!
//! It owns the index that finds them in time linear in the notes; it scores nothing.

use super::tables::{NameId, NameTable};
use crate::identity::hash::{FACTOR, OTHER_FACTOR};
use crate::identity::sketch::Sketch;
use crate::identity::weights;

/// The entries in which each gram occurs, for the grams that are looked up.
pub(super) struct GramIndex {
    /// The start of each place's list in `items`; a list that would be too long is empty.
    starts: Vec<u32>,
    items: Vec<u32>,
    shift: u32,
}

impl GramIndex {
    /// The index of `all` entries, for the grams of `asked`.
    pub fn new<'a>(
        names: &NameTable<'_>,
        asked: impl Iterator<Item = (NameId, &'a Sketch)> + Clone,
        all: impl Iterator<Item = (usize, NameId, &'a Sketch)> + Clone,
    ) -> Self {
        let mut count = 0;
        for (name, sketch) in asked.clone() {
            each_gram(names, name, sketch, |_, _| count += 1);
        }
        let places = (count * weights::INDEX_ROOM).next_power_of_two().clamp(weights::INDEX_LEAST, weights::INDEX_MOST);
        let shift = 64 - places.trailing_zeros();
        let mut wanted = vec![false; places];
        for (name, sketch) in asked {
            each_gram(names, name, sketch, |_, gram| wanted[place(gram, shift)] = true);
        }
        let mut counts = vec![0_u32; places];
        for (_, name, sketch) in all.clone() {
            each_gram(names, name, sketch, |_, gram| {
                let place = place(gram, shift);
                counts[place] += u32::from(wanted[place]);
            });
        }
        let mut starts = Vec::with_capacity(places + 1);
        let mut sum = 0;
        for count in &counts {
            starts.push(sum);
            sum += if *count > weights::CANDIDATES_PER_GRAM { 0 } else { *count };
        }
        starts.push(sum);
        let mut items = vec![0; sum as usize];
        let mut next = starts.clone();
        for (at, name, sketch) in all {
            each_gram(names, name, sketch, |_, gram| {
                let place = place(gram, shift);
                if (1..=weights::CANDIDATES_PER_GRAM).contains(&counts[place]) {
                    items[next[place] as usize] = u32::try_from(at).expect("no lock has so many lines");
                    next[place] += 1;
                }
            });
        }
        Self { starts, items, shift }
    }

    /// The entries that share most of the rarest grams, the best first.
    pub fn candidates(&self, names: &NameTable<'_>, name: NameId, sketch: &Sketch) -> Vec<usize> {
        let mut of_term = Vec::new();
        let mut of_definition = Vec::new();
        each_gram(names, name, sketch, |is_term, gram| {
            let list = self.list(gram);
            match list.len() {
                0 => {}
                length if is_term => of_term.push((length, gram)),
                length => of_definition.push((length, gram)),
            }
        });
        of_term.sort_unstable();
        of_definition.sort_unstable();
        let rarest = of_definition.iter().take(weights::CANDIDATES_DEFINITION_GRAMS);
        let rarest = rarest.chain(of_term.iter().take(weights::CANDIDATES_TERM_GRAMS));
        let mut met: Vec<u32> = rarest.flat_map(|&(_, gram)| self.list(gram)).copied().collect();
        met.sort_unstable();
        let mut counted: Vec<(usize, u32)> =
            met.chunk_by(|one, other| one == other).map(|run| (run.len(), run[0])).collect();
        counted.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        counted.truncate(weights::CANDIDATES);
        counted.into_iter().map(|(_, at)| at as usize).collect()
    }

    fn list(&self, gram: u64) -> &[u32] {
        let place = place(gram, self.shift);
        &self.items[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}

/// Calls `meet` for each gram of a term and of a definition, true for the term's. Pairs of grams that follow each other
/// in a sketch are rare where there are so many definitions that no single gram is.
fn each_gram(names: &NameTable<'_>, name: NameId, sketch: &Sketch, mut meet: impl FnMut(bool, u64)) {
    let grams = names.grams(name);
    for &gram in &grams.bigrams {
        meet(true, spread(gram, Class::Bigram));
    }
    for &gram in &grams.fourgrams {
        meet(true, spread(gram, Class::Fourgram));
    }
    for &gram in &sketch.grams {
        meet(false, spread(u64::from(gram), Class::Definition));
    }
    for pair in sketch.grams.windows(2) {
        meet(false, spread(u64::from(pair[0]) << 16 | u64::from(pair[1]), Class::DefinitionPair));
    }
}

/// What a gram is one of: equal numbers of different classes are different grams.
#[derive(Clone, Copy)]
enum Class {
    Bigram = 1,
    Fourgram,
    Definition,
    DefinitionPair,
}

/// A gram with its bits spread over the whole number.
fn spread(gram: u64, class: Class) -> u64 {
    let mixed = (gram ^ (class as u64) << 60).wrapping_mul(FACTOR);
    (mixed ^ (mixed >> 29)).wrapping_mul(OTHER_FACTOR)
}

fn place(gram: u64, shift: u32) -> usize {
    usize::try_from(gram >> shift).expect("there are fewer places than that")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gram_has_a_number_of_its_own() {
        let classes = [Class::Bigram, Class::Fourgram, Class::Definition, Class::DefinitionPair];
        let numbers = |class| (0..10_000).map(move |gram| spread(gram, class));
        let all: std::collections::HashSet<u64> = classes.into_iter().flat_map(numbers).collect();
        assert_eq!(all.len(), 40_000);
    }

    /// The positions in `all` of the candidates for the first of them.
    fn candidates(all: &[(&str, Sketch)]) -> Vec<usize> {
        let mut names = NameTable::default();
        let all: Vec<(usize, NameId, &Sketch)> =
            all.iter().enumerate().map(|(at, (term, sketch))| (at, names.number(term), sketch)).collect();
        let asked = std::iter::once((all[0].1, all[0].2));
        let index = GramIndex::new(&names, asked, all[1..].iter().copied());
        index.candidates(&names, all[0].1, all[0].2)
    }

    fn count(all: &[(&str, Sketch)]) -> usize {
        candidates(all).len()
    }

    fn sketch(grams: &[u16]) -> Sketch {
        Sketch { grams: grams.to_vec(), count: 200, whole: 1 }
    }

    #[test]
    fn a_gram_that_more_than_60_share_is_not_looked_up() {
        let shared = |others: usize| count(&vec![("x", sketch(&[7])); 1 + others]);
        assert!(shared(60) > 0);
        assert_eq!(shared(61), 0);
    }

    #[test]
    fn the_20_that_share_most_are_scored() {
        assert_eq!(count(&vec![("x", sketch(&[7])); 51]), 20);
    }

    #[test]
    fn the_12_rarest_grams_of_a_definition_are_looked_up() {
        let all: Vec<u16> = (0..18).map(|at| at * 100).collect();
        let each = all.iter().map(|&gram| ("", sketch(&[gram])));
        assert_eq!(count(&std::iter::once(("", sketch(&all))).chain(each).collect::<Vec<_>>()), 12);
    }

    #[test]
    fn the_6_rarest_grams_of_a_term_are_looked_up() {
        let pairs = ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi", "ij", "jk", "kl", "lm", "mn", "no", "op"];
        let each = pairs.iter().map(|&pair| (pair, Sketch::default()));
        assert_eq!(count(&std::iter::once(("abcdefghijklmnop", Sketch::default())).chain(each).collect::<Vec<_>>()), 6);
    }

    #[test]
    fn a_term_is_found_by_four_characters_where_all_pairs_are_common() {
        let of =
            |number: usize| -> String { (0..12).map(|at| ['a', 'b', 'c'][number / 3_usize.pow(at) % 3]).collect() };
        let terms: Vec<String> = (0..150).map(|at| of(at * 7919 + 12_345)).collect();
        let edited = format!("{}x{}", &terms[0][..6], &terms[0][7..]);
        let all = std::iter::once(&edited).chain(&terms).map(|term| (term.as_str(), Sketch::default()));
        assert!(candidates(&all.collect::<Vec<_>>()).contains(&1));
    }
}
