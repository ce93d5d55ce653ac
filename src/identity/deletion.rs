//! The numbers of a cloze's deletions: each is a card with a history.
//!
//! It owns which deletion keeps which number; it knows no entry and no lock.

use strsim::normalized_levenshtein;

use super::lock::Deletion;
use super::weights::DELETION_LIKENESS;
use crate::markdown::{Fragment, Html};

/// The start of a deletion, up to its number. Words are not counted in it.
const OPENING: &str = "{{c";

/// The numbers of today's deletions, in their order, and all deletions whose numbers are taken from now on.
///
/// A deletion keeps the number of the known one with the same words, else of that with the most similar words. A new one
/// gets a number that was never used: the number of a deletion that is gone is still a card in the user's collection.
///
/// ```
/// use soa_anki::{Deletion, number_deletions};
///
/// let known = [Deletion { number: 1, text: "14 days".to_owned() }];
/// let today = ["4 days".to_owned(), "14 days".to_owned()];
/// assert_eq!(number_deletions(&known, &today).0, [2, 1]);
/// ```
pub fn number(known: &[Deletion], today: &[String]) -> (Vec<u16>, Vec<Deletion>) {
    let mut numbers: Vec<Option<u16>> = vec![None; today.len()];
    let mut free: Vec<&Deletion> = known.iter().collect();
    for (number, text) in numbers.iter_mut().zip(today) {
        if let Some(at) = free.iter().position(|known| known.text == *text) {
            *number = Some(free.remove(at).number);
        }
    }
    while let Some((at, known)) = most_alike(&free, today, &numbers) {
        numbers[at] = Some(free.remove(known).number);
    }
    let mut next = known.iter().map(|known| known.number).max().unwrap_or(0);
    let fresh = || {
        next = next.saturating_add(1);
        next
    };
    let mut fresh = fresh;
    let numbers: Vec<u16> = numbers.into_iter().map(|number| number.unwrap_or_else(&mut fresh)).collect();
    let mut taken: Vec<Deletion> = free.into_iter().cloned().collect();
    taken.extend(numbers.iter().zip(today).map(|(&number, text)| Deletion { number, text: text.clone() }));
    taken.sort_by_key(|deletion| deletion.number);
    (numbers, taken)
}

/// The labels by which the lock knows deletions: their hidden words, with a count where a sentence has those words more
/// than once, such as `instance (2)`.
///
/// Locks hold labels, so how a label is made must not change: words are counted in the HTML before the gap, without
/// media.
pub fn labels(cloze: &Fragment, deletions: &[String]) -> Vec<String> {
    let written = if cloze.has_media() { cloze.clone().without_media().write(&[]) } else { cloze.write(&[]) };
    let label = |(&gap, words): (&usize, &String)| {
        let before = written.html.as_str()[..gap].replace(OPENING, "");
        let earlier = before.matches(Html::escape(words).as_str()).count();
        if earlier == 0 { words.clone() } else { format!("{words} ({})", earlier + 1) }
    };
    written.gaps.iter().zip(deletions).map(label).collect()
}

/// The positions of the most similar pair of a deletion without a number and a known one that is free.
fn most_alike(free: &[&Deletion], today: &[String], numbers: &[Option<u16>]) -> Option<(usize, usize)> {
    let open = (0..today.len()).filter(|&at| numbers[at].is_none());
    let pairs = open.flat_map(|at| (0..free.len()).map(move |known| (at, known)));
    let likeness = |&(at, known): &(usize, usize)| normalized_levenshtein(&today[at], &free[known].text);
    let best = pairs.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
    (likeness(&best) >= DELETION_LIKENESS).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(texts: &[&str]) -> Vec<Deletion> {
        (1..).zip(texts).map(|(number, text)| Deletion { number, text: (*text).to_owned() }).collect()
    }

    fn numbers(known: &[Deletion], today: &[&str]) -> Vec<u16> {
        number(known, &today.iter().map(|&text| text.to_owned()).collect::<Vec<_>>()).0
    }

    #[test]
    fn without_a_lock_the_numbers_follow_the_order() {
        assert_eq!(numbers(&[], &["a", "b"]), [1, 2]);
    }

    #[test]
    fn a_new_deletion_before_an_old_one_gets_a_new_number() {
        assert_eq!(numbers(&known(&["14 days"]), &["4 days", "14 days"]), [2, 1]);
        assert_eq!(numbers(&known(&["one", "two"]), &["two", "three", "one"]), [2, 3, 1]);
    }

    #[test]
    fn a_corrected_deletion_keeps_its_number() {
        assert_eq!(numbers(&known(&["avialability", "cost"]), &["cost", "availability"]), [2, 1]);
    }

    #[test]
    fn other_words_of_the_same_length_have_a_number_of_their_own() {
        assert_eq!(numbers(&known(&["input"]), &["output"]), [2]);
    }

    #[test]
    fn words_that_a_sentence_says_twice_are_told_apart() {
        let mut cloze = Fragment::plain("an instance of the ");
        cloze.open_gap(1);
        cloze.push_text("instance");
        cloze.close_gap();
        assert_eq!(labels(&cloze, &["instance".to_owned()]), ["instance (2)"]);
    }

    #[test]
    fn a_number_is_not_used_again() {
        let (_, taken) = number(&known(&["one", "two"]), &["one".to_owned()]);
        assert_eq!(numbers(&taken, &["one", "something else"]), [1, 3]);
    }
}
