//! What a source calls itself.

use super::phrase;
use crate::lexicon::Lexicon;
use crate::markdown::{BlockId, BlockKind, Tree};
use crate::model::config::Config;
use crate::read::Source;
use crate::text::one_line;

/// The title of a source.
pub(super) fn of(source: &Source, tree: &Tree, config: &Config) -> String {
    let own = source.front_matter.title.clone().or_else(|| leading_title(tree, &config.words));
    own.unwrap_or_else(|| stem(&source.path))
}

/// The text of a sole leading top heading: the title of a file whose front matter has none.
fn leading_title(tree: &Tree, words: &Lexicon) -> Option<String> {
    let mut headings = tree.children(0).filter_map(|id| match tree.block(id).kind {
        BlockKind::Heading(level) => Some((level, id)),
        _ => None,
    });
    let (1, id) = headings.next()? else {
        return None;
    };
    let text = heading_text(tree, id);
    let named = phrase::name(text, words);
    let title = one_line(&text[named.range]);
    (headings.all(|(level, _)| level > 1) && phrase::has_word(&title)).then_some(title)
}

/// The file's name without folders and ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// The plain text of a heading.
pub(crate) fn heading_text(tree: &Tree, heading: BlockId) -> &str {
    let block = tree.block(heading);
    if block.lines.is_empty() { "" } else { tree.text(&block.text).trim() }
}
