//! What `lock` says.

use crate::cli::language::tr;

use super::count::{Thing, count};

/// There is none.
pub fn none(name: &str) -> String {
    tr!(
        "{name} is not there, so there is nothing to remove; `soa-anki export` makes it",
        "{name} がないので、削除するものはありません (`soa-anki export` で作られます)"
    )
}

/// All that is in it is in the notes.
pub fn nothing_to_remove(name: &str, kept: usize) -> String {
    let kept = count(kept, Thing::Record);
    tr!(
        "nothing to remove from {name}: at the last export, all of it ({kept}) was in your notes; if you have deleted \
         some since, export first",
        "{name} に削除する記録はありません。前回の書き出しでは、{kept}のすべてがノートにありました。\
         その後に消した項目があれば、先に書き出してください"
    )
}

/// What would be removed, and how much would stay.
pub fn would_remove(name: &str, gone: usize, kept: usize) -> String {
    let gone = count(gone, Thing::Record);
    tr!(
        "would remove {gone} from {name}: what is no longer in your notes ({kept} would be left)",
        "{name} から削除されるのは、ノートにない項目の{gone}です (残り {kept} 件)"
    )
}

/// What was removed, and how much stays.
pub fn removed(name: &str, gone: usize, kept: usize) -> String {
    let gone = count(gone, Thing::Record);
    tr!(
        "removed {gone} from {name}: what is no longer in your notes ({kept} left)",
        "{name} から、ノートにない項目の{gone}を削除しました (残り {kept} 件)"
    )
}
