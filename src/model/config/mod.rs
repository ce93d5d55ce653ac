//! What a user may choose. Plain data with defaults; `key` gives each choice its name, and `file` reads a
//! `soa-anki.toml`. Where the file is, and what flags and the environment say, is cli/'s.

mod file;
mod key;

pub use file::{Fault, Mistake, Slip, nearest_key, settings};
pub use key::{Form, Key, Value, Wrong};

use crate::lexicon::Lexicon;
use crate::model::templates::Templates;

/// All choices, with defaults so good that most people never make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Which files of a folder are notes.
    pub files: Files,
    /// The top deck's name. `None`: the root folder's name.
    pub deck: Option<String>,
    /// What gets a deck of its own.
    pub decks_by: DecksBy,
    /// Whether the headings above an entry are a tag of it.
    pub heading_tags: bool,
    /// Tags of all notes.
    pub tags: Vec<String>,
    /// Words of the author's own, which rules know besides ours.
    pub words: Lexicon,
    /// What separates a term from its definition on one line, besides our separators.
    pub separators: Vec<String>,
    /// What is hidden in a statement.
    pub cloze: Cloze,
    /// Whether the rows of tables are entries.
    pub tables: bool,
    /// Widest line that may be a term of what stands below it, in columns.
    pub longest_term: usize,
    /// Most bare phrases that an answer lists.
    pub longest_list: usize,
    /// What becomes of the ends of the author's lines.
    pub breaks: LineBreaks,
    /// Whether terms are asked for by their definitions, too, where the notes do not tell.
    pub reversed: bool,
    /// The folder that the templates are from; empty when they are ours.
    pub look: String,
    /// HTML and CSS of the cards.
    pub templates: Templates,
    /// Codes of findings that are not reported.
    pub allow: Vec<String>,
}

impl Config {
    /// The name of its file.
    pub const FILE: &str = "soa-anki.toml";
    /// Widest line that may be a term of what stands below it, unless the author chose another width.
    pub(crate) const LONGEST_TERM: usize = 100;
}

impl Default for Config {
    fn default() -> Self {
        Self {
            files: Files::default(),
            deck: None,
            decks_by: DecksBy::File,
            heading_tags: false,
            tags: Vec::new(),
            words: Lexicon::default(),
            separators: Vec::new(),
            cloze: Cloze::Bold,
            tables: true,
            longest_term: Self::LONGEST_TERM,
            longest_list: 24,
            breaks: LineBreaks::Auto,
            reversed: false,
            look: String::new(),
            templates: Templates::default(),
            allow: Vec::new(),
        }
    }
}

/// Which files of a folder are notes, by patterns as in a `.gitignore`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Only what fits one of these; all, if there are none.
    pub include: Vec<String>,
    /// Not what fits one of these.
    pub exclude: Vec<String>,
}

/// What gets a deck of its own, under the top deck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecksBy {
    /// Each file, by its title, in decks of its folders.
    #[default]
    File,
    /// Each folder.
    Folder,
    /// The same as files, and in them each heading of the first level that stands over more than its own card.
    Heading,
    /// Nothing: there is one deck.
    Flat,
}

/// What is hidden in a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cloze {
    /// `**bold**`
    #[default]
    Bold,
    /// `==highlighted==`
    Highlight,
    /// Both.
    Both,
    /// Nothing, unless a comment asks for it.
    Off,
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
