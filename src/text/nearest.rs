//! What was probably meant by a word that nobody knows.

/// The known word that `word` most resembles, if it is no more than a slip away from it. Case does not matter.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    let distance = |known: &str| strsim::osa_distance(&word, &known.to_lowercase());
    let (distance, nearest) = known.into_iter().map(|known| (distance(known), known)).min_by_key(|(far, _)| *far)?;
    // Two letters wrong, and most of them right.
    let limit = 2.min(nearest.len() / 2);
    (distance <= limit).then_some(nearest)
}
