//! What `lock` says.

use crate::cli::language::tr;

use super::count::{Thing, count};

/// There is none.
pub fn none(name: &str) -> String {
    tr!("there is no lock: {name}", "lock がありません: {name}")
}

/// All that is in it is in the notes.
pub fn nothing_to_remove(name: &str, kept: usize) -> String {
    let kept = count(kept, Thing::Record);
    tr!(
        "nothing to remove: the last export found everything in {name} ({kept})",
        "削除する記録はありません。{name} の項目は、前回の書き出しですべて見つかっています ({kept})"
    )
}

/// What would be removed, and how much would stay.
pub fn would_remove(name: &str, gone: usize, kept: usize) -> String {
    let gone = count(gone, Thing::Record);
    tr!(
        "would remove {gone} from {name} ({kept} would be left)",
        "{name} から削除する内容: ノートから消した項目の{gone} (残り {kept} 件)"
    )
}

/// What was removed, and how much stays.
pub fn removed(name: &str, gone: usize, kept: usize) -> String {
    let gone = count(gone, Thing::Record);
    tr!(
        "removed {gone} from {name} ({kept} left)",
        "{name} から削除しました: ノートから消した項目の{gone} (残り {kept} 件)"
    )
}
