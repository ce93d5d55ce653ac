//! The ids that authors give entries: `<!-- soa: id=x -->`, or an Obsidian block id.

use crate::model::entry::Entry;

/// The id that its author gives an entry.
pub(crate) fn author_id(entry: &Entry) -> Option<&str> {
    entry.directive.as_ref()?.id.as_deref()
}
