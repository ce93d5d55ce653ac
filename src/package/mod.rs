//! A collection to an `.apkg`.
