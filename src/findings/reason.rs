//! Why the system refused, in words that need no knowledge of the system.

use std::{fmt, io};

use crate::text::{Lang, in_lang};

/// Why the system refused. It is shown in words that need no knowledge of the system, where there are some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it is.
    pub kind: io::ErrorKind,
    /// The system's words.
    pub words: String,
}

impl Reason {
    /// Why the system refused.
    pub fn of(error: &io::Error) -> Self {
        Self { kind: error.kind(), words: error.to_string() }
    }

    /// It in words of a language; in the system's own where there are no better ones.
    pub fn said(&self, lang: Lang) -> String {
        use io::ErrorKind as Kind;
        match self.kind {
            Kind::NotFound => in_lang!(lang, "no such file or folder", "ファイルもフォルダもありません"),
            Kind::PermissionDenied => in_lang!(lang, "no permission", "権限がありません"),
            Kind::ReadOnlyFilesystem => in_lang!(lang, "the disk is read-only", "ディスクが読み取り専用です"),
            Kind::StorageFull | Kind::QuotaExceeded => in_lang!(lang, "the disk is full", "ディスクがいっぱいです"),
            Kind::FileTooLarge => {
                in_lang!(lang, "the file is too large for this disk", "このディスクにはファイルが大きすぎます")
            }
            Kind::BrokenPipe => {
                in_lang!(lang, "the program that reads it has ended", "受け取る側のプログラムが終了しています")
            }
            Kind::IsADirectory => in_lang!(lang, "it is a folder", "フォルダです"),
            Kind::NotADirectory => {
                in_lang!(lang, "a part of the path is a file, not a folder", "パスの途中がフォルダではなくファイルです")
            }
            _ => self.words.clone(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Lang::En))
    }
}
