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

    /// It in words of a language. What has no words of its own is named by the system's number.
    pub fn said(&self, lang: Lang) -> String {
        use io::ErrorKind as Kind;
        match self.kind {
            Kind::NotFound => in_lang!(lang, "no such file or folder", "ファイルもフォルダもありません"),
            Kind::AlreadyExists => {
                in_lang!(lang, "a file or folder of that name is already there", "同じ名前のものがすでにあります")
            }
            Kind::PermissionDenied => in_lang!(lang, "no permission", "権限がありません"),
            Kind::IsADirectory => in_lang!(lang, "it is a folder", "フォルダです"),
            Kind::NotADirectory => {
                in_lang!(lang, "there is a file where a folder should be", "フォルダがあるべき所に、ファイルがあります")
            }
            Kind::DirectoryNotEmpty => in_lang!(lang, "the folder is not empty", "フォルダが空ではありません"),
            Kind::InvalidData => in_lang!(lang, "it is not UTF-8", "UTF-8 ではありません"),
            Kind::InvalidFilename => {
                in_lang!(lang, "the name is too long or not allowed", "名前が長すぎるか、使えない名前です")
            }
            _ => self.said_of_device(lang),
        }
    }

    /// The same, for what is not the fault of a path or a file, but of the disk or the system.
    fn said_of_device(&self, lang: Lang) -> String {
        use io::ErrorKind as Kind;
        match self.kind {
            Kind::ReadOnlyFilesystem => in_lang!(lang, "the disk is read-only", "ディスクが読み取り専用です"),
            Kind::StorageFull | Kind::QuotaExceeded | Kind::WriteZero => {
                in_lang!(lang, "the disk is full", "ディスクがいっぱいです")
            }
            Kind::FileTooLarge => {
                in_lang!(lang, "the file is too large for this disk", "このディスクにはファイルが大きすぎます")
            }
            Kind::BrokenPipe | Kind::ConnectionReset | Kind::ConnectionAborted => {
                in_lang!(lang, "the program that reads it has ended", "受け取る側のプログラムが終了しています")
            }
            Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::WouldBlock | Kind::Deadlock => {
                in_lang!(lang, "another program is using it", "ほかのプログラムが使っています")
            }
            Kind::TimedOut
            | Kind::StaleNetworkFileHandle
            | Kind::HostUnreachable
            | Kind::NetworkUnreachable
            | Kind::NetworkDown
            | Kind::NotConnected
            | Kind::ConnectionRefused => {
                in_lang!(lang, "the disk or the network does not answer", "ディスクかネットワークから応答がありません")
            }
            Kind::UnexpectedEof => in_lang!(lang, "it ends too early", "途中で終わっています"),
            Kind::Interrupted => in_lang!(lang, "it was interrupted", "中断されました"),
            Kind::OutOfMemory => in_lang!(lang, "there is not enough memory", "メモリが足りません"),
            Kind::Unsupported | Kind::NotSeekable | Kind::CrossesDevices | Kind::InvalidInput => {
                in_lang!(lang, "this is not possible here", "ここではできない操作です")
            }
            // Words of our own, not of the system.
            Kind::Other => self.words.clone(),
            // Known to the system, and not yet to Rust under a stable name.
            kind if format!("{kind:?}") == "FilesystemLoop" => {
                in_lang!(lang, "the link leads back to itself", "リンクをたどると元に戻ってしまいます")
            }
            _ => self.said_by_system(lang),
        }
    }

    /// The system's own words, which are English: elsewhere only their number.
    fn said_by_system(&self, lang: Lang) -> String {
        let words = &self.words;
        let number = words.rsplit_once("(os error ").and_then(|(_, rest)| rest.strip_suffix(')'));
        let number = number.map(|number| format!(" {number}")).unwrap_or_default();
        in_lang!(lang, "{words}", "システムのエラー{number}")
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Lang::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_system_speaks_english_in_japanese() {
        let of_system = (1..134).map(io::Error::from_raw_os_error);
        let of_rust = io::Error::new(io::ErrorKind::InvalidData, "stream did not contain valid UTF-8");
        for error in of_system.chain([of_rust]) {
            let said = Reason::of(&error).said(Lang::Ja);
            let known = said.replace("UTF-8", "");
            assert!(!known.contains(|c: char| c.is_ascii_alphabetic()), "{error}: {said}");
        }
    }
}
