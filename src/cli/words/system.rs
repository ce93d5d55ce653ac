//! Why the system refused to read or write.

use std::io::ErrorKind;

use crate::cli::language::tr;
use crate::findings::Reason;

/// Why the system refused: in its own words where there are no better ones.
pub fn reason(reason: &Reason) -> String {
    match reason.kind {
        ErrorKind::NotFound => tr!("no such file or folder", "ファイルもフォルダもありません"),
        ErrorKind::PermissionDenied => tr!("no permission", "権限がありません"),
        ErrorKind::ReadOnlyFilesystem => tr!("the disk is read-only", "ディスクが読み取り専用です"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => tr!("the disk is full", "ディスクがいっぱいです"),
        ErrorKind::FileTooLarge => {
            tr!("the file is too large for this disk", "このディスクにはファイルが大きすぎます")
        }
        ErrorKind::BrokenPipe => tr!("nobody reads it to its end", "相手が最後まで読んでいません"),
        ErrorKind::IsADirectory => tr!("it is a folder", "フォルダです"),
        ErrorKind::NotADirectory => {
            tr!("a part of the path is a file, not a folder", "パスの途中がフォルダではなくファイルです")
        }
        _ => reason.words.clone(),
    }
}
