//! References to pictures, sounds and films: their targets, their sizes, and what is shown for them.

/// The size that an author asks for, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size {
    /// From left to right.
    pub width: Option<u32>,
    /// From top to bottom.
    pub height: Option<u32>,
}

/// A picture, a sound or a film that a source refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Where it is, as the author wrote it.
    pub target: String,
    /// How large it is to be.
    pub size: Size,
}

/// A reference to a picture, a sound or a film.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct MediaReference {
    /// Where it leads, as the author wrote it.
    pub target: String,
    /// What stands for it where it cannot be shown.
    pub alternative: String,
    /// How large it is to be.
    pub size: Size,
    /// What is shown, once it is found.
    pub shown: Option<Shown>,
}

/// What a field shows for a reference to media.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// A picture that the package holds.
    Picture {
        /// Its name in the package.
        name: String,
        /// Its size on the card.
        size: Size,
    },
    /// A sound or a film that the package holds.
    Sound {
        /// Its name in the package.
        name: String,
    },
}

impl Shown {
    /// Its name in the package.
    pub fn name(&self) -> &str {
        match self {
            Self::Picture { name, .. } | Self::Sound { name } => name,
        }
    }
}

/// What the names of all media in packages begin with.
pub const NAME_PREFIX: &str = "soa-";
/// Largest width or height that is taken for one.
const LARGEST: u32 = 10_000;

/// The endings of files that are media to those who write notes.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "bmp", "ico", "avif", "svg", "heic", "tif", "tiff", "mp3", "ogg", "oga", "opus", "wav", "flac", "m4a", "aac", "3gp",
    "mp4", "webm", "mov", "mkv", "m4v", "ogv", "avi",
];

impl Size {
    /// Reads `300`, `300x200`, `300x` or `x200`.
    ///
    /// ```
    /// use soa_anki::Size;
    /// assert_eq!(Size::parse("300x"), Some(Size { width: Some(300), height: None }));
    /// assert_eq!(Size::parse("x"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (width, height) = text.split_once('x').unwrap_or((text, ""));
        let is_side = |text: &str| text.is_empty() || pixels(text).is_some();
        let size = Self { width: pixels(width), height: pixels(height) };
        (is_side(width) && is_side(height) && size != Self::default()).then_some(size)
    }

    /// Reads the attributes of an element: `300`, `300px`. What is of another unit asks for nothing.
    pub fn of_attributes(width: Option<&str>, height: Option<&str>) -> Self {
        let side = |value: Option<&str>| pixels(value?.trim().trim_end_matches("px").trim_end());
        Self { width: side(width), height: side(height) }
    }
}

/// A number of pixels.
fn pixels(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && (1..=LARGEST).contains(number))
}

/// Where an alternative text ends, and the size behind it: `alt|300`.
pub(super) fn size_at_end(alternative: &str) -> (usize, Option<Size>) {
    let sized = alternative.rfind('|').and_then(|bar| Some((bar, Size::parse(alternative[bar + 1..].trim())?)));
    sized.map_or((alternative.len(), None), |(bar, size)| (bar, Some(size)))
}

/// Whether a target is named like media.
pub fn is_named_like_media(target: &str) -> bool {
    let path = &target[..target.find(['?', '#']).unwrap_or(target.len())];
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether a target is the file itself: `data:image/png;base64,…`.
pub fn is_embedded(target: &str) -> bool {
    target.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// Whether a target leads to no file of the project: it has a scheme, or names another host.
pub fn is_remote(target: &str) -> bool {
    let Some((scheme, _)) = target.split_once(':') else {
        return target.starts_with("//");
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    // One letter is a drive of Windows.
    let is_scheme =
        scheme.len() > 1 && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(fits);
    target.starts_with("//") || (is_scheme && !scheme.eq_ignore_ascii_case("file") && !is_embedded(target))
}

/// The file's name at the end of a target; of a file that stands there itself, its kind.
pub fn file_name(target: &str) -> &str {
    if is_embedded(target) {
        return &target[..target.find([';', ',']).unwrap_or(target.len())];
    }
    target.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_numbers_of_pixels() {
        let size = |width, height| Some(Size { width, height });
        assert_eq!(Size::parse("300"), size(Some(300), None));
        assert_eq!(Size::parse("300x200"), size(Some(300), Some(200)));
        assert_eq!(Size::parse("x200"), size(None, Some(200)));
        assert_eq!(Size::parse("10000"), size(Some(10_000), None));
        for text in ["", "x", "0", "10001", "-3", "3e2", "300 200", "50%", "axb", "300xb", "ax200"] {
            assert_eq!(Size::parse(text), None, "{text}");
        }
        assert_eq!(Size::of_attributes(Some("300px"), Some("50%")), Size { width: Some(300), height: None });
    }

    #[test]
    fn what_has_a_scheme_or_a_host_is_elsewhere() {
        assert!(["https://a/b.png", "//a/b.png", "obsidian://x"].into_iter().all(is_remote));
        let here =
            ["data:image/png;base64,AA", "a.png", "C:\\a.png", "/a.png", "file:///a.png", "図:1.png", "a/b:c.png"];
        assert!(!here.into_iter().any(is_remote));
        assert_eq!((file_name("a/b.png"), file_name("data:image/png;base64,A/A")), ("b.png", "data:image/png"));
    }
}
