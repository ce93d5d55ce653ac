//! Who may be alike at all: those that share what few have.

use super::names::Name;
use super::names::Names;
use crate::identity::sketch::Sketch;

/// What more than this many share is not looked up.
const COMMON: u32 = 60;

/// Of the grams of a definition, so many of the rarest are looked up,
const DEFINITION_GRAMS: usize = 12;

/// and of those of a term.
const TERM_GRAMS: usize = 6;

/// So many that share most are looked at.
const CANDIDATES: usize = 20;

/// Places in the index for each gram that is asked for.
const ROOM: usize = 4;

/// Where grams occur, of those that are asked for.
pub(super) struct Index {
    /// Where the list of each place begins; empty ones were too long.
    starts: Vec<u32>,
    items: Vec<u32>,
    shift: u32,
}

impl Index {
    /// The index of `all` items, for the grams of `asked`.
    pub fn new<'a>(
        names: &Names<'_>,
        asked: impl Iterator<Item = (Name, &'a Sketch)> + Clone,
        all: impl Iterator<Item = (usize, Name, &'a Sketch)> + Clone,
    ) -> Self {
        let mut number = 0;
        for (name, sketch) in asked.clone() {
            each_gram(names, name, sketch, |_, _| number += 1);
        }
        let places = (number * ROOM).next_power_of_two().clamp(1 << 12, 1 << 22);
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
            sum += if *count > COMMON { 0 } else { *count };
        }
        starts.push(sum);
        let mut items = vec![0; sum as usize];
        let mut next = starts.clone();
        for (at, name, sketch) in all {
            each_gram(names, name, sketch, |_, gram| {
                let place = place(gram, shift);
                if (1..=COMMON).contains(&counts[place]) {
                    items[next[place] as usize] = u32::try_from(at).expect("no lock has so many lines");
                    next[place] += 1;
                }
            });
        }
        Self { starts, items, shift }
    }

    /// Those that share most of the rarest grams, in their order.
    pub fn candidates(&self, names: &Names<'_>, name: Name, sketch: &Sketch) -> Vec<usize> {
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
        let rarest = of_definition.iter().take(DEFINITION_GRAMS).chain(of_term.iter().take(TERM_GRAMS));
        let mut met: Vec<u32> = rarest.flat_map(|&(_, gram)| self.list(gram)).copied().collect();
        met.sort_unstable();
        let mut counted: Vec<(usize, u32)> =
            met.chunk_by(|one, other| one == other).map(|run| (run.len(), run[0])).collect();
        counted.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        counted.truncate(CANDIDATES);
        counted.into_iter().map(|(_, at)| at as usize).collect()
    }

    fn list(&self, gram: u64) -> &[u32] {
        let place = place(gram, self.shift);
        &self.items[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}

/// The grams of a term and of a definition. Pairs of grams that follow each other in a sketch are rare where there are
/// so many definitions that no single gram is.
fn each_gram(names: &Names<'_>, name: Name, sketch: &Sketch, mut meet: impl FnMut(bool, u64)) {
    let shape = names.shape(name);
    for &gram in &shape.bigrams {
        meet(true, spread(gram, 1));
    }
    for &gram in &shape.fourgrams {
        meet(true, spread(gram, 2));
    }
    for &gram in &sketch.grams {
        meet(false, spread(u64::from(gram), 3));
    }
    for pair in sketch.grams.windows(2) {
        meet(false, spread(u64::from(pair[0]) << 16 | u64::from(pair[1]), 4));
    }
}

fn spread(gram: u64, class: u64) -> u64 {
    let mixed = (gram ^ class << 60).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

fn place(gram: u64, shift: u32) -> usize {
    usize::try_from(gram >> shift).expect("there are fewer places than that")
}
