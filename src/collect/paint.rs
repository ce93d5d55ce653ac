//! Colours for code: the last step before the package.
//!
//! It stands apart from [`collect`](mod@crate::collect): what a note says, and when it last changed, does not hang on
//! its colours, so that better grammars change no note, and only an export waits for them.

use rayon::prelude::*;

use crate::markdown::painted;
use crate::model::note::Collection;

/// Gives the code in all fields its colours.
pub fn paint(collection: &mut Collection) {
    collection.notes.par_iter_mut().flat_map_iter(|note| &mut note.fields).for_each(|field| {
        if let Some(painted) = painted(field) {
            *field = painted;
        }
    });
}
