//! The dialect of Markdown that people write, as a tree that extraction can read.
//!
//! It owns the parser and its options; it knows nothing of terms and cards.

mod build;
mod callout;
mod dialect;
mod embed;
mod emphasis;
mod fence_info;
mod flanking;
mod footnote;
mod highlight;
mod html;
mod render;
mod sanitise;
mod tags;
mod tree;
mod width;

pub use build::{parse, parse_into, trimmed};
pub use callout::Callout;
pub use dialect::{Rewritten, Trap, rewrite};
pub use fence_info::FenceInfo;
pub use highlight::highlight;
pub use html::Html;
pub use render::{Bold, Breaks, Seen, render, render_break};
pub use sanitise::{Kept, sanitise};
pub use tags::text as html_text;
pub(crate) use tree::closing;
pub use tree::{Block, BlockId, BlockKind, Break, Fit, Inline, InlineKind, Line, LineId, Tag, Task, Tree};
pub use width::{columns, has_word, is_wide, is_wider};
