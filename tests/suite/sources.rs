//! The source of the program, as text.

use std::fs;
use std::path::Path;

use crate::files::files;

/// The files under a folder of `src`, each by its path there and with its text.
pub fn sources(folder: &str) -> impl Iterator<Item = (String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let paths = files(&root.join(folder), &["rs"]);
    assert!(paths.len() > 10, "the sources were not found");
    paths.into_iter().map(move |path| {
        let text = fs::read_to_string(&path).unwrap();
        let relative = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (relative, text)
    })
}
