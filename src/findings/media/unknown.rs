//! W-media-unknown: a file that is not an image, sound or video.

use super::super::codes::{Code, Severity, ShownBy, Words};
use crate::text::{Lang, in_lang};

/// What is said about the code.
pub(super) const CODE: Code = Code {
        code: "W-media-unknown",
        severity: Severity::Warning,
        shown_by: ShownBy::EveryCommand,
        en: Words {
            title: "A file that is not an image, sound or video",
            why: "Anki would show nothing.",
            cure: "Save it as PNG, JPEG, GIF, WebP, AVIF, SVG, MP3, WAV, MP4 or WebM.",
            example: &[],
            cured: &[],
        },
        ja: Words {
            title: "画像でも音声でも動画でもないファイル",
            why: "Anki では何も表示されません。",
            cure: "PNG、JPEG、GIF、WebP、AVIF、SVG、MP3、WAV、MP4、WebM のどれかで保存してください。",
            example: &[],
            cured: &[],
        },
    };

/// What Anki shows on every device.
const SHOWN: &str = "PNG, JPEG, GIF, WebP, AVIF, SVG, MP3, WAV, MP4";

/// Says that `target` is empty.
pub(super) fn message_of_empty(target: &str, lang: Lang) -> String {
    in_lang!(lang, "`{target}` is empty; save it again", "`{target}` は空です。保存し直してください")
}

/// Says that `target` is nothing that Anki shows; `ending` is the usual extension of what it is, if known.
pub(super) fn message(target: &str, ending: Option<&str>, lang: Lang) -> String {
    match ending {
        Some(ending) => in_lang!(
            lang,
            "Anki does not show `{target}` ({ending}); save it as {SHOWN} or WebM",
            "`{target}` は Anki で表示できない形式 ({ending}) です。{SHOWN}, WebM のどれかで保存してください"
        ),
        None => in_lang!(
            lang,
            "`{target}` is not an image, sound or video; save it as {SHOWN} or WebM",
            "`{target}` は画像でも音声でも動画でもありません。{SHOWN}, WebM のどれかで保存してください"
        ),
    }
}

/// Says what is wrong with an SVG, and in which line.
pub(super) fn message_of_svg(target: &str, line: u32, fault: &str, lang: Lang) -> String {
    in_lang!(
        lang,
        "`{target}` is not a valid SVG (line {line}: {fault}); export it again",
        "`{target}` は SVG として正しくありません ({line} 行目)。もう一度 SVG で保存してください"
    )
}

