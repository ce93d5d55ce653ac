//! What a user may choose. Plain data with defaults; reading it from files and flags is cli/'s.

use crate::notetype::Templates;

/// All choices, with defaults so good that most people never make one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The top deck's name. `None`: the root folder's name.
    pub deck: Option<String>,
    /// HTML and CSS of the cards.
    pub templates: Templates,
    /// Whether terms are asked for by their definitions, too, where the notes do not tell.
    pub reversed: bool,
    /// What becomes of the ends of the author's lines.
    pub breaks: LineBreaks,
    /// Codes of findings that are not to be told.
    pub allow: Vec<String>,
}

/// What a line that ends inside a paragraph becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineBreaks {
    /// A line break, as Zenn shows it; where an editor wrapped the lines of a file, they are joined.
    #[default]
    Auto,
    /// A space, and nothing between characters that are written without spaces, as CommonMark means it.
    Join,
}
