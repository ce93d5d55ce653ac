//! What is in a file, by its content: its ending is only what somebody called it.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{File, embedded, exif, svg};
use crate::findings::MediaFault;
use crate::findings::Reason;
use crate::markdown::{NAME_PREFIX, Size};
use crate::model::note::{Content, Media};

/// The largest file that is bundled, in bytes. `AnkiWeb` takes up to 100 MB. Phones load each file whole, and are slow
/// well below that.
const LARGEST: u64 = 25_000_000;
/// Bytes of a digest in a name: enough that no two files ever share one.
const NAME_BYTES: usize = 12;

/// The kinds of media.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture, of this size as far as it is known.
    Image(Size),
    /// A sound or a film, which Anki plays.
    Sound,
}

/// Reads the file at `place`.
pub(super) fn read(place: &Path) -> Result<File, MediaFault> {
    let bytes = bytes(place)?;
    let Recognised { ending, kind, cleaned } = identify_format(&bytes)?;
    let digest = Sha256::digest(cleaned.as_ref().unwrap_or(&bytes)).into();
    let name = name(NAME_PREFIX, &digest, ending);
    let size = cleaned.as_ref().unwrap_or(&bytes).len() as u64;
    // A cleaned drawing is kept in memory. All else is read again when it is packed.
    let content = cleaned.map_or_else(|| Content::OfFile(digest), Content::Bytes);
    Ok(File { media: Media { name, path: place.to_owned(), size, content }, kind })
}

/// Reads a file that is written in the notes.
pub(super) fn read_embedded(target: &str) -> Result<File, MediaFault> {
    let bytes = embedded::decoded(target, LARGEST)?;
    let Recognised { ending, kind, cleaned } = identify_format(&bytes)?;
    let bytes = cleaned.unwrap_or(bytes);
    let name = name(NAME_PREFIX, &Sha256::digest(&bytes).into(), ending);
    let media = Media { path: name.clone().into(), name, size: bytes.len() as u64, content: Content::Bytes(bytes) };
    Ok(File { media, kind })
}

/// Reads the file at `place`, which a template names. Its content is not checked: the template is the user's own.
pub(super) fn of_template(place: &Path) -> Result<Media, MediaFault> {
    let bytes = bytes(place)?;
    let digest = Sha256::digest(&bytes).into();
    let ending = place.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let name = name(&format!("_{NAME_PREFIX}"), &digest, &ending);
    Ok(Media { name, path: place.to_owned(), size: bytes.len() as u64, content: Content::OfFile(digest) })
}

/// A name by the content of a file, so that no two files share one.
fn name(prefix: &str, digest: &[u8; 32], ending: &str) -> String {
    let mut name = prefix.to_owned();
    for byte in &digest[..NAME_BYTES] {
        let _ = write!(name, "{byte:02x}");
    }
    // A style may name the file, where a sign could mean something.
    let ending: String = ending.chars().filter(char::is_ascii_alphanumeric).collect();
    if ending.is_empty() { name } else { format!("{name}.{ending}") }
}

/// The content of a file that is not too large. What is no file is not opened: a pipe would never end.
fn bytes(place: &Path) -> Result<Vec<u8>, MediaFault> {
    let unreadable = |error: io::Error| MediaFault::Unreadable { reason: Reason::of(&error) };
    let found = fs::metadata(place).map_err(unreadable)?;
    if !found.is_file() {
        return Err(MediaFault::NoFile);
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(place).map_err(unreadable)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    match bytes.len() as u64 {
        0 => Err(MediaFault::Empty),
        size if size > LARGEST => Err(MediaFault::TooLarge { size: found.len().max(size), most: LARGEST }),
        _ => Ok(bytes),
    }
}

/// What a file's content is.
struct Recognised {
    ending: &'static str,
    kind: Kind,
    /// The bytes that are bundled instead, if it had to be cleaned.
    cleaned: Option<Vec<u8>>,
}

/// The format of a file's content, cleaned where it could run something.
fn identify_format(bytes: &[u8]) -> Result<Recognised, MediaFault> {
    if svg::is_svg(bytes) {
        let drawing = svg::clean(bytes)?;
        return Ok(Recognised { ending: "svg", kind: Kind::Image(drawing.size), cleaned: Some(drawing.bytes) });
    }
    let found = infer::get(bytes).map(|found| found.extension());
    let image = |ending| Ok(Recognised { ending, kind: Kind::Image(size(bytes)), cleaned: None });
    let sound = |ending| Ok(Recognised { ending, kind: Kind::Sound, cleaned: None });
    match found {
        Some(ending @ ("png" | "jpg" | "gif" | "webp" | "bmp" | "ico" | "avif")) => image(ending),
        Some(
            ending @ ("mp3" | "ogg" | "opus" | "wav" | "flac" | "m4a" | "aac" | "mp4" | "webm" | "mov" | "mkv" | "m4v"
            | "avi" | "mpg"),
        ) => sound(ending),
        other => Err(MediaFault::Unknown(other)),
    }
}

/// The size of a picture as it is shown; the default if it is unknown.
fn size(bytes: &[u8]) -> Size {
    let Ok(found) = imagesize::blob_size(bytes) else { return Size::default() };
    let (width, height) = (u32::try_from(found.width).ok(), u32::try_from(found.height).ok());
    if exif::is_turned(bytes) { Size { width: height, height: width } } else { Size { width, height } }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The least that is recognised, and as what.
    const FILES: &[(&[u8], &str)] = &[
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x05\0\0\0\x03\x08\x02\0\0\0", "png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "jpg"),
        (b"GIF89a\x05\0\x03\0\0\0\0", "gif"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
        (b"BM\x46\0\0\0\0\0\0\0", "bmp"),
        (b"\0\0\x01\0\x01\0\x10\x10", "ico"),
        (b"ID3\x04\0\0\0\0\0\0", "mp3"),
        (b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead", "opus"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "wav"),
        (b"fLaC\0\0\0\x22", "flac"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "m4a"),
        (b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41", "mp4"),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "svg"),
    ];

    #[test]
    fn a_file_is_what_it_holds() {
        for (bytes, ending) in FILES {
            let found = identify_format(bytes).map(|found| found.ending);
            assert_eq!(found, Ok(*ending));
        }
        for bytes in [&b"%PDF-1.7"[..], b"PK\x03\x04", b"<html><svg></svg></html>", b"text", b"MZ\x90\0", b"\x7fELF"] {
            assert!(matches!(identify_format(bytes), Err(MediaFault::Unknown(_))), "{bytes:?}");
        }
    }

    #[test]
    fn the_size_of_a_picture_is_known() {
        assert_eq!(size(FILES[0].0), Size { width: Some(5), height: Some(3) });
        assert_eq!(size(FILES[2].0), Size { width: Some(5), height: Some(3) });
        assert_eq!(size(b"GIF"), Size::default());
    }
}
