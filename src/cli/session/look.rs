//! The templates that the user chose, read from files.

use std::path::Path;
use std::{fs, io};

use crate::model::error::Step;
use crate::model::templates::Templates;
use crate::template::{self, Refusal};
use crate::{Error, media};

/// The templates in `folder`, and the built-in ones where it has none.
pub fn read(folder: &Path) -> Result<Templates, Error> {
    let mut templates = Templates::default();
    let names = names(folder)?;
    if names.is_empty() {
        return Err(Error::NoTemplates(folder.to_owned()));
    }
    for name in names {
        let path = folder.join(&name);
        let text = fs::read_to_string(&path).map_err(|source| unreadable(&path, source))?;
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let find = |target: &str| media::of_template(folder, target);
        template::replace(&mut templates, &name, &text, find).map_err(|refusal| match refusal {
            Refusal::Unknown { meant } => Error::UnknownTemplate { path, meant },
            Refusal::Wrong(mistake) => Error::Template { path, mistake },
        })?;
    }
    Ok(templates)
}

/// The names of the template files in `folder`, sorted.
fn names(folder: &Path) -> Result<Vec<String>, Error> {
    let files = fs::read_dir(folder).map_err(|source| unreadable(folder, source))?;
    let mut names = Vec::new();
    for file in files {
        let name = file.map_err(|source| unreadable(folder, source))?.file_name().to_string_lossy().into_owned();
        let ending = Path::new(&name).extension().unwrap_or_default().to_ascii_lowercase();
        if !name.starts_with('.') && (ending == "html" || ending == "htm" || ending == "css") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn unreadable(path: &Path, source: io::Error) -> Error {
    match source.kind() {
        io::ErrorKind::NotFound => Error::NotFound(path.to_owned()),
        _ => Error::Io { path: path.to_owned(), step: Step::ReadTemplates, source },
    }
}
