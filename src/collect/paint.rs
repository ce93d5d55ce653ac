//! Colours for code: the last step before the package.
//!
//! It stands apart from [`collect`](mod@crate::collect): what a note says, and when it last changed, does not hang on
//! its colours, so that better grammars change no note, and only an export waits for them.

use rayon::prelude::*;

use crate::markdown::Highlighter;
use crate::model::note::Collection;

/// Gives the code in all fields its colours.
pub fn paint(collection: &mut Collection) {
    collection.notes.par_iter_mut().for_each_init(Highlighter::default, |highlighter, note| {
        let Some(holds) = note.holds.as_mut().filter(|holds| !holds.code.is_empty()) else { return };
        // Fields are painted once: their code stands elsewhere then.
        let code = std::mem::take(&mut holds.code);
        for of_field in code.chunk_by(|(one, _), (other, _)| one == other) {
            let field = &mut note.fields[of_field[0].0];
            *field = highlighter.painted(field, of_field.iter().map(|(_, block)| block));
        }
    });
}
