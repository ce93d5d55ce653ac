//! Paths to sources: the only place that reads notes.
//!
//! It walks folders as git would, decodes, and cuts off front matter; it knows
//! nothing of Markdown's blocks.

/// One Markdown file, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Relative to the root, NFC, with `/`: what identity, decks and messages use.
    pub path: String,
    /// The text: UTF-8 without BOM, NFC, lines ended by `\n`, no control characters but tab and `\n`.
    pub text: String,
    /// Where the text after the front matter begins, in bytes.
    pub body: usize,
    /// What the front matter says.
    pub front_matter: FrontMatter,
}

/// The part of a file's front matter that matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<String>,
    /// `deck`, levels joined by `::`.
    pub deck: Option<String>,
    /// `topics` and `tags`, in their order.
    pub tags: Vec<String>,
    /// `aliases`.
    pub aliases: Vec<String>,
}
