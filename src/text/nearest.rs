//! What was probably meant by a word that nobody knows.

/// The known word that `word` most resembles, if it is no more than a slip away from it. Case does not matter.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    let distance = |known: &str| strsim::osa_distance(&word, &known.to_lowercase());
    let (distance, nearest) = known.into_iter().map(|known| (distance(known), known)).min_by_key(|(far, _)| *far)?;
    // Two letters wrong, and most of them right. Two words of two Chinese characters that share one are two words.
    let few = if nearest.is_ascii() { 2 } else { 3 };
    let limit = 2.min(nearest.chars().count() / few);
    (distance <= limit).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_word() {
        assert_eq!(nearest("dek", ["deck", "tags"]), Some("deck"));
        assert_eq!(nearest("火山の断面", ["火山の断而"]), Some("火山の断而"));
        let none = [("雲", "犬"), ("火山", "火事"), ("map", "cat")];
        assert!(none.iter().all(|(word, known)| nearest(word, [*known]).is_none()));
    }
}
