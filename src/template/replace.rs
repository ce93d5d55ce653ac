//! A file of the author's in the place of one of ours.

use super::reference::{self, Language};
use super::{Side, check};
use crate::findings::MediaFault;
use crate::model::error::TemplateMistake;
use crate::model::note::Media;
use crate::model::notetype::Kind;
use crate::model::templates::Templates;
use crate::text::nearest;

/// Why a file does not become one of the templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// None has its name.
    Unknown {
        /// The name that was probably meant.
        meant: Option<&'static str>,
    },
    /// Cards cannot be made with it.
    Wrong(TemplateMistake),
}

/// Puts `text` in the place of what the file `name` of `templates` holds, if it is right, with the files that it names,
/// which `find` finds.
///
/// # Errors
///
/// If no template has the name, or at the first mistake in the text; the templates are then as they were.
pub fn replace(
    templates: &mut Templates,
    name: &str,
    text: &str,
    find: impl FnMut(&str) -> Result<Media, MediaFault>,
) -> Result<(), Refusal> {
    let Some((place, of)) = place(templates, name) else {
        return Err(Refusal::Unknown { meant: nearest(name, Templates::FILES) });
    };
    let language = match of {
        Some((kind, side)) => {
            check(text, kind, side).map_err(Refusal::Wrong)?;
            Language::Html
        }
        None => Language::Css,
    };
    let (text, files) = reference::bundle(text, language, find).map_err(Refusal::Wrong)?;
    *place = text;
    for file in files {
        if !templates.files.contains(&file) {
            templates.files.push(file);
        }
    }
    Ok(())
}

/// The text that the file `name` holds, and whose it is. A style is nobody's.
fn place<'t>(templates: &'t mut Templates, name: &str) -> Option<(&'t mut String, Option<(Kind, Side)>)> {
    Some(match name {
        "term.front.html" => (&mut templates.term.front, Some((Kind::Term, Side::Front))),
        "term.back.html" => (&mut templates.term.back, Some((Kind::Term, Side::Back))),
        "reverse.front.html" => (&mut templates.reverse.front, Some((Kind::Term, Side::ReverseFront))),
        "reverse.back.html" => (&mut templates.reverse.back, Some((Kind::Term, Side::Back))),
        "cloze.front.html" => (&mut templates.cloze.front, Some((Kind::Cloze, Side::Front))),
        "cloze.back.html" => (&mut templates.cloze.back, Some((Kind::Cloze, Side::Back))),
        "style.css" => (&mut templates.css, None),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_of_the_program_are_right() {
        let ours = Templates::default();
        let mut same = ours.clone();
        for (name, text) in Templates::FILES.into_iter().zip(ours.texts()) {
            let none = |_: &str| Err(MediaFault::Missing { meant: None });
            assert_eq!(replace(&mut same, name, text, none), Ok(()), "{name}");
        }
        assert_eq!(same, ours);
    }
}
