//! The dialect of Markdown that people write, as a tree that extraction can read.
//!
//! It owns the parser and its options; it knows nothing of terms and cards.

mod address;
mod blank;
mod build;
mod callout;
#[cfg(test)]
mod comrak;
mod conflict;
mod dialect;
mod element;
mod embed;
mod emphasis;
mod fence_info;
mod flanking;
mod footnote;
mod fragment;
mod highlight;
mod html;
mod math;
mod media;
mod part;
mod render;
mod sanitise;
mod tags;
mod tree;
mod write;

use pulldown_cmark::Options;

/// What of CommonMark's extensions is read. `dialect` asks the parser, too, and must see the same blocks.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_WIKILINKS);

#[cfg(test)]
pub use build::parse;
pub use build::{parse_into, trimmed};
pub use callout::Callout;
pub use conflict::conflicts;
pub use dialect::Trap;
#[cfg(test)]
pub use dialect::rewrite;
pub use element::Element;
pub use fence_info::FenceInfo;
pub use fragment::{Checkpoint, Fragment, Op, OpKind};
pub use highlight::Highlighter;
pub use html::Html;
pub use math::Math;
pub use media::{MediaReference, NAME_PREFIX, Shown, Size, is_embedded, is_named_like_media};
pub use part::{GroupName, Parts};
pub use render::{Bold, Breaks, Seen, render, render_break};
pub use sanitise::sanitise;
pub(crate) use tags::end_of_tag;
pub use tags::text as html_text;
pub(crate) use tree::closing;
pub use tree::{Align, BlockId, BlockKind, Fit, Inline, InlineKind, Line, LineId, Look, Tag, Task, Tree};
pub use write::CodeBlock;
