//! What there is to know of text before any format: places in it, its width, and which known word was meant.
//!
//! The lowest layer. It knows nothing of Markdown, notes or Anki.

use std::ops::Range;

mod nearest;
mod width;

pub(crate) use nearest::nearest;
pub(crate) use width::join_without_space;
pub use width::{columns, has_word, is_wide, is_wider};

/// Byte offsets in a source's text. Always on character boundaries.
pub type Span = Range<usize>;
