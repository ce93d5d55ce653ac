//! References to media: how they stand in [`Html`] until it is known what they lead to, and what stands there then.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use super::html::Html;

/// The size that an author asks for, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// A reference as it stands in HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference<'h> {
    /// Where the element stands.
    pub range: Range<usize>,
    /// Where it leads, as the author wrote it.
    pub target: Cow<'h, str>,
    /// What stands for it where it cannot be shown.
    pub alternative: Cow<'h, str>,
    /// How large it is to be.
    pub size: Size,
}

/// What a reference begins with, before its target.
const SCHEME: &str = "soa-media:";
/// What the element begins with that is a reference, or a picture.
const ELEMENT: &str = "<img ";
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
    /// use soa_anki::markdown::Size;
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

/// Whether a target leads to no file of the project: it has a scheme, or names another host.
pub fn is_remote(target: &str) -> bool {
    let Some((scheme, _)) = target.split_once(':') else {
        return target.starts_with("//");
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    // One letter is a drive of Windows.
    let is_scheme =
        scheme.len() > 1 && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(fits);
    target.starts_with("//") || (is_scheme && !scheme.eq_ignore_ascii_case("file"))
}

/// The file's name at the end of a target.
pub fn file_name(target: &str) -> &str {
    target.rsplit('/').find(|part| !part.is_empty()).unwrap_or(target)
}

impl Html {
    /// Begins a reference; its alternative text follows.
    pub(super) fn open_reference(&mut self, target: &str) {
        self.push_markup("<img src=\"");
        self.push_markup(SCHEME);
        self.push_attribute(target);
        self.push_markup("\" alt=\"");
    }

    /// Ends it.
    pub(super) fn close_reference(&mut self, size: Size) {
        self.push_markup("\"");
        for (name, side) in [("width", size.width), ("height", size.height)] {
            if let Some(side) = side {
                self.push_markup(&format!(" {name}=\"{side}\""));
            }
        }
        self.push_markup(">");
    }

    /// Appends a picture that the package holds.
    pub fn push_image(&mut self, name: &str, alternative: &str, size: Size) {
        self.push_markup("<img src=\"");
        self.push_attribute(name);
        self.push_markup("\" alt=\"");
        self.push_attribute(alternative);
        self.close_reference(size);
    }

    /// Appends a sound or a film that the package holds, in Anki's own syntax: it plays on every device.
    pub fn push_sound(&mut self, name: &str) {
        self.push_markup("[sound:");
        self.push_text(name);
        self.push_markup("]");
    }

    /// Its references to media, in order.
    pub fn references(&self) -> impl Iterator<Item = Reference<'_>> {
        let html = self.as_str();
        memmem::find_iter(html.as_bytes(), ELEMENT).filter_map(move |start| reference(html, start))
    }

    /// The same with something in place of each reference, and how far each byte has moved.
    pub fn with_references(&self, mut replace: impl FnMut(&Reference<'_>, &mut Html)) -> (Html, Moved) {
        let mut out = Html::default();
        let (mut done, mut moved) = (0, Moved::default());
        for reference in self.references() {
            out.push_markup(&self.as_str()[done..reference.range.start]);
            replace(&reference, &mut out);
            done = reference.range.end;
            moved.0.push((done, out.len()));
        }
        out.push_markup(&self.as_str()[done..]);
        (out, moved)
    }

    /// The same without its media, whose names are others whenever a file is.
    pub fn without_media(&self) -> Cow<'_, str> {
        const MEDIA: [(&str, char); 2] = [(ELEMENT, '>'), ("[sound:", ']')];
        MEDIA.into_iter().fold(Cow::Borrowed(self.as_str()), |html, (start, end)| {
            let Some((first, rest)) = html.split_once(start) else { return html };
            let after = |piece: &'_ str| piece.split_once(end).map_or(String::new(), |(_, after)| after.to_owned());
            Cow::Owned(rest.split(start).fold(first.to_owned(), |html, piece| html + &after(piece)))
        })
    }

    /// The names of the media that the package is to hold for it, in order.
    pub fn media_names(&self) -> impl Iterator<Item = &str> {
        let html = self.as_str();
        memmem::find_iter(html.as_bytes(), NAME_PREFIX).filter_map(move |at| {
            let (before, name) = (&html[..at], &html[at..]);
            let end = [("<img src=\"", '"'), ("[sound:", ']')].into_iter().find(|(start, _)| before.ends_with(start));
            let name = &name[..name.find(end?.1)?];
            (!name.starts_with(SCHEME)).then_some(name)
        })
    }
}

/// Where the bytes of an HTML are after its references were replaced.
#[derive(Clone, Debug, Default)]
pub struct Moved(Vec<(usize, usize)>);

impl Moved {
    /// Where a byte is that stands in no reference.
    pub fn offset(&self, offset: usize) -> usize {
        let after = self.0.partition_point(|(old, _)| *old <= offset);
        self.0[..after].last().map_or(offset, |(old, new)| offset - old + new)
    }
}

/// The reference that begins at `start` with an element of HTML.
fn reference(html: &str, start: usize) -> Option<Reference<'_>> {
    let mut reference = Reference { range: start..start, ..Reference::default() };
    let mut rest = html[start..].strip_prefix(ELEMENT)?;
    let mut is_reference = false;
    loop {
        rest = rest.trim_start_matches([' ', '/']);
        if let Some(after) = rest.strip_prefix('>') {
            reference.range.end = html.len() - after.len();
            return is_reference.then_some(reference);
        }
        let (name, value) = rest.split_once("=\"")?;
        let (value, after) = value.split_once('"')?;
        match name {
            "src" => {
                reference.target = unescape(value.strip_prefix(SCHEME)?);
                is_reference = true;
            }
            "alt" => reference.alternative = unescape(value),
            "width" => reference.size.width = value.parse().ok(),
            "height" => reference.size.height = value.parse().ok(),
            _ => {}
        }
        rest = after;
    }
}

/// The text that escaped text stands for.
fn unescape(html: &str) -> Cow<'_, str> {
    let mut pieces = html.split('&');
    let first = pieces.next().unwrap_or_default();
    if first.len() == html.len() {
        return Cow::Borrowed(html);
    }
    let mut text = first.to_owned();
    for piece in pieces {
        if let Some((character, after)) =
            piece.split_once(';').and_then(|(name, after)| Some((character(name)?, after)))
        {
            text.push(character);
            text.push_str(after);
        } else {
            text.push('&');
            text.push_str(piece);
        }
    }
    Cow::Owned(text)
}

fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => char::from_u32(entity.strip_prefix('#')?.parse().ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn referring(target: &str, alternative: &str, size: Size) -> Html {
        let mut html = Html::escape("src=\"soa-media:no\" <img> ");
        html.open_reference(target);
        html.push_text(alternative);
        html.close_reference(size);
        html.push_text(" after");
        html
    }

    #[test]
    fn a_reference_is_read_as_it_was_written() {
        let size = Size { width: Some(30), height: None };
        for text in ["a.png", "a \"b\" & <c>{{d}}::e.png", "soa-media:x", "図%20.png", "[sound:a]"] {
            let html = referring(text, text, size);
            let found: Vec<Reference<'_>> = html.references().collect();
            assert_eq!(found.len(), 1, "{html}");
            assert_eq!((&*found[0].target, &*found[0].alternative, found[0].size), (text, text, size));
            assert_eq!(&html.as_str()[found[0].range.end..], " after");
        }
    }

    #[test]
    fn what_is_behind_a_reference_moves_with_what_replaces_it() {
        let mut html = referring("a", "b", Size::default());
        html.push(&referring("c", "d", Size::default()));
        let end = html.len();
        let (shown, moved) = html.with_references(|reference, out| out.push_sound(&reference.alternative));
        assert!(shown.as_str().ends_with("[sound:d] after"), "{shown}");
        assert_eq!((moved.offset(3), moved.offset(end)), (3, shown.len()));
    }

    #[test]
    fn names_are_those_of_media_alone() {
        let mut html = Html::escape("[sound:soa-no.mp3] src=\"soa-no.png\" soa-no ");
        html.open_reference("a");
        html.close_reference(Size::default());
        html.push_image("soa-1.png", "soa-x", Size::default());
        html.push_sound("soa-2.mp3");
        assert_eq!(html.media_names().collect::<Vec<_>>(), ["soa-1.png", "soa-2.mp3"]);
    }

    #[test]
    fn without_media_the_text_is_left() {
        let mut html = Html::escape("a > b ");
        html.push_image("soa-1.png", "x > y", Size::default());
        html.push_text(" c] ");
        html.push_sound("soa-2.mp3");
        html.push_text(" d");
        assert_eq!(html.without_media(), "a &gt; b  c]  d");
    }

    #[test]
    fn sizes_are_numbers_of_pixels() {
        let size = |width, height| Some(Size { width, height });
        assert_eq!(Size::parse("300"), size(Some(300), None));
        assert_eq!(Size::parse("300x200"), size(Some(300), Some(200)));
        assert_eq!(Size::parse("x200"), size(None, Some(200)));
        for text in ["", "x", "0", "99999", "-3", "3e2", "300 200", "50%", "axb"] {
            assert_eq!(Size::parse(text), None, "{text}");
        }
        assert_eq!(Size::of_attributes(Some("300px"), Some("50%")), Size { width: Some(300), height: None });
    }

    #[test]
    fn what_has_a_scheme_or_a_host_is_elsewhere() {
        assert!(
            ["https://a/b.png", "//a/b.png", "data:image/png;base64,AA", "obsidian://x"].into_iter().all(is_remote)
        );
        let here = ["a.png", "C:\\a.png", "/a.png", "file:///a.png", "図:1.png", "a/b:c.png"];
        assert!(!here.into_iter().any(is_remote));
    }
}
