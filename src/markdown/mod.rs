//! The dialect of Markdown that people write, as a tree that extraction can read.

mod html;

pub use html::Html;
