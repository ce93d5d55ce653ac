//! What there is to know of text before any format: places in it, its width, its entities, which known word was meant,
//! and what is said in two languages.
//!
//! The lowest layer. It knows nothing of Markdown, notes or Anki.

use std::ops::Range;

mod amount;
pub(crate) mod entity;
mod lang;
mod nearest;
mod normal;
mod space;
mod width;

pub use amount::{duration, size};
pub use lang::Lang;
pub(crate) use lang::in_lang;
pub(crate) use nearest::nearest;
pub(crate) use normal::{is_surely_clean, is_surely_nfc, lower_if_common, uncommon};
pub(crate) use space::{line_start, one_line};
pub(crate) use width::join_without_space;
pub use width::{columns, has_word, is_wide, is_wider};

/// Byte offsets in a source's text. Always on character boundaries.
pub type Span = Range<usize>;
