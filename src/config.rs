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
}
