//! HTML and CSS of the cards: what may change, unlike the note types that they belong to.

use crate::model::media::Media;
use crate::model::notetype::Kind;

/// HTML and CSS of the note types: what may change, and reaches the user by a newer `mod`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates {
    /// "Recall" of [`Kind::Term`].
    pub term: Sides,
    /// "Reverse" of [`Kind::Term`]: blank unless the field Reverse holds something.
    pub reverse: Sides,
    /// "Cloze" of [`Kind::Cloze`].
    pub cloze: Sides,
    /// The style of both note types.
    pub css: String,
    /// The files that these name.
    pub files: Vec<Media>,
}

/// The two sides of a card template, in Anki's template language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The question.
    pub front: String,
    /// The answer.
    pub back: String,
}

macro_rules! sides {
    ($name:literal) => {
        Sides {
            front: include_str!(concat!("../../templates/", $name, ".front.html")).to_owned(),
            back: include_str!(concat!("../../templates/", $name, ".back.html")).to_owned(),
        }
    };
}

impl Default for Templates {
    /// The templates of the folder `templates/`, which are part of the program.
    fn default() -> Self {
        Self {
            term: sides!("term"),
            reverse: sides!("reverse"),
            cloze: sides!("cloze"),
            css: include_str!("../../templates/style.css").to_owned(),
            files: Vec::new(),
        }
    }
}

impl Templates {
    /// The files that they are in, by name, in a fixed order.
    pub const FILES: [&'static str; 7] = [
        "term.front.html",
        "term.back.html",
        "reverse.front.html",
        "reverse.back.html",
        "cloze.front.html",
        "cloze.back.html",
        "style.css",
    ];

    /// Their texts, in the order of [`Templates::FILES`].
    pub fn texts(&self) -> [&str; 7] {
        let Self { term, reverse, cloze, css, files: _ } = self;
        [&term.front, &term.back, &reverse.front, &reverse.back, &cloze.front, &cloze.back, css]
    }

    /// The sides of a note type's templates, in its order.
    pub fn of(&self, kind: Kind) -> Vec<&Sides> {
        match kind {
            Kind::Term => vec![&self.term, &self.reverse],
            Kind::Cloze => vec![&self.cloze],
        }
    }
}
