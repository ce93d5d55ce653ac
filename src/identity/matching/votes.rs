//! What became of headings and files, by the votes of the entries that were matched.
//!
//! It owns how votes are counted; what is voted on are numbers to it.

use crate::identity::weights;

/// Votes of old numbers for new ones.
#[derive(Default)]
pub(super) struct Votes {
    of: Vec<Vec<(usize, u32)>>,
}

/// The number with most votes.
#[derive(Clone, Copy)]
pub(super) struct Winner {
    pub to: usize,
    /// True if enough votes are for it, and few for others.
    pub firm: bool,
}

impl Votes {
    /// Counts votes for `to` in place of `from`.
    pub fn add(&mut self, from: usize, to: usize, weight: u32) {
        if self.of.len() <= from {
            self.of.resize(from + 1, Vec::new());
        }
        match self.of[from].iter_mut().find(|(known, _)| *known == to) {
            Some((_, votes)) => *votes += weight,
            None => self.of[from].push((to, weight)),
        }
    }

    /// The number with most votes; in a draw, `from` itself, since nothing changed is likelier.
    pub fn choice(&self, from: usize) -> Option<Winner> {
        let votes = self.of.get(from)?;
        let mut best = *votes.first()?;
        for &(to, weight) in votes {
            if weight > best.1 || weight == best.1 && to == from {
                best = (to, weight);
            }
        }
        let others = votes.iter().map(|(_, weight)| weight).sum::<u32>() - best.1;
        Some(Winner {
            to: best.0,
            firm: best.0 == from || best.1 >= weights::VOTES_FIRM && best.1 >= weights::VOTES_LEAD * others,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_votes_win_and_a_draw_changes_nothing() {
        let mut votes = Votes::default();
        assert!(votes.choice(7).is_none());
        votes.add(7, 8, 1);
        votes.add(7, 7, 1);
        assert_eq!(votes.choice(7).unwrap().to, 7);
        votes.add(7, 8, 2);
        let choice = votes.choice(7).unwrap();
        assert!(choice.to == 8 && choice.firm);
    }

    #[test]
    fn three_of_five_votes_are_not_firm() {
        let mut votes = Votes::default();
        votes.add(1, 2, 3);
        votes.add(1, 3, 2);
        let choice = votes.choice(1).unwrap();
        assert!(choice.to == 2 && !choice.firm);
    }

    #[test]
    fn one_vote_is_not_firm() {
        let mut votes = Votes::default();
        votes.add(1, 2, 1);
        assert!(!votes.choice(1).unwrap().firm);
    }
}
