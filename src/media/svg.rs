//! Drawings made safe: of an SVG, what draws is kept, and nothing that runs, leads elsewhere or fetches.
//!
//! It is written anew from what is known to be harmless. What is not known is left out with all that it holds.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::label::Label;
use crate::findings::MediaFault;
use crate::markdown::Size;

/// A drawing that can be on a card.
pub(super) struct Drawing {
    pub bytes: Vec<u8>,
    /// As far as it tells.
    pub size: Size,
}

/// Elements that draw, or that hold what does.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "textPath", "image", "marker", "pattern", "mask", "clipPath", "linearGradient", "radialGradient", "stop", "filter", "feBlend", "feColorMatrix",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA",
    "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight",
    "feTile", "feTurbulence",
];

/// Attributes that say how something is drawn. Those that lead somewhere are looked at on their own.
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "id", "class", "style", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "dx", "dy", "width", "height", "points", "transform",
    "viewBox", "preserveAspectRatio", "version", "pathLength", "offset", "rotate", "textLength", "lengthAdjust", "startOffset", "method", "spacing", "side",
    "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits", "maskContentUnits",
    "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient", "filterUnits", "primitiveUnits", "systemLanguage", "requiredFeatures", "lang", "role",
    "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color", "color-interpolation", "color-interpolation-filters", "color-rendering", "cursor",
    "direction", "display", "dominant-baseline", "enable-background", "fill", "fill-opacity", "fill-rule", "filter", "flood-color", "flood-opacity", "font",
    "font-family", "font-size", "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight", "glyph-orientation-vertical", "image-rendering",
    "isolation", "kerning", "letter-spacing", "lighting-color", "marker", "marker-end", "marker-mid", "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity",
    "overflow", "paint-order", "pointer-events", "shape-rendering", "solid-color", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "text-decoration", "text-rendering", "unicode-bidi",
    "vector-effect", "visibility", "white-space", "word-spacing", "writing-mode", "in", "in2", "result", "mode", "type", "values", "tableValues", "slope", "intercept",
    "amplitude", "exponent", "operator", "k1", "k2", "k3", "k4", "order", "kernelMatrix", "divisor", "bias", "targetX", "targetY", "edgeMode", "kernelUnitLength",
    "preserveAlpha", "surfaceScale", "diffuseConstant", "scale", "xChannelSelector", "yChannelSelector", "azimuth", "elevation", "stdDeviation", "radius",
    "specularConstant", "specularExponent", "pointsAtX", "pointsAtY", "pointsAtZ", "z", "limitingConeAngle", "baseFrequency", "numOctaves", "seed", "stitchTiles",
];

/// An element whose tags go and whose content stays: a drawing can be a link, and on a card it is not.
const UNWRAPPED: &str = "a";
/// Functions of CSS that may fetch what they name, up to their parenthesis.
const FETCHING: [&str; 6] = ["url(", "image-set(", "image(", "src(", "cross-fade(", "element("];
/// Pictures that may stand within a drawing: they hold no other content.
const PICTURES: [&str; 4] = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"];

/// Whether a file looks like an SVG.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let first = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).iter().find(|byte| !byte.is_ascii_whitespace());
    let Some(at) = memchr::memmem::find(start, b"<svg") else { return false };
    // A page may hold a drawing.
    let before = start[..at].to_ascii_lowercase();
    first == Some(&b'<') && memchr::memmem::find(&before, b"<html").is_none()
}

/// The safe part of a drawing.
pub(super) fn clean(bytes: &[u8]) -> Result<Drawing, MediaFault> {
    let text = std::str::from_utf8(bytes).map_err(|error| fault(bytes, error.valid_up_to(), "it is not UTF-8"))?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    let mut cleaner = Cleaner::default();
    loop {
        let event = reader.read_event();
        let event = event.map_err(|error| fault(bytes, position(&reader), &error.to_string()))?;
        if let Event::Eof = event {
            break;
        }
        cleaner.push(&event).map_err(|wrong| fault(bytes, position(&reader), &wrong))?;
    }
    if cleaner.depth > 0 || cleaner.out.is_empty() {
        return Err(fault(bytes, bytes.len(), "it is cut off"));
    }
    Ok(Drawing { bytes: cleaner.out.into_bytes(), size: cleaner.size })
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.error_position().max(reader.buffer_position())).unwrap_or(usize::MAX)
}

fn fault(bytes: &[u8], at: usize, fault: &str) -> MediaFault {
    let line = 1 + memchr::memchr_iter(b'\n', &bytes[..at.min(bytes.len())]).count();
    MediaFault::Svg { line: u32::try_from(line).unwrap_or(u32::MAX), fault: fault.to_owned() }
}

#[derive(Default)]
struct Cleaner {
    out: String,
    size: Size,
    /// How many elements are open.
    depth: usize,
    /// The depth of the element that is left out, if one is open.
    left_out: Option<usize>,
    /// The depth of the style that is open, and its text: it only has a meaning as a whole.
    style: Option<(usize, String)>,
    /// The words of the HTML that is left out, if some is open.
    label: Option<Label>,
    /// The depth of the choice that is open: it says itself what stands for HTML.
    choice: Option<usize>,
}

impl Cleaner {
    fn push(&mut self, event: &Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.open(tag, ">")?;
            }
            Event::Empty(tag) => {
                self.depth += 1;
                self.open(tag, "/>")?;
                self.close();
            }
            Event::End(tag) => {
                self.close_style();
                let name = tag.name().0;
                if self.left_out.is_none() && name != UNWRAPPED {
                    self.out.extend(["</", name, ">"]);
                }
                self.close();
            }
            Event::Text(text) => self.text(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(text) => self.text(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(entity) => {
                let character = entity.resolve_char_ref().map_err(|error| error.to_string())?;
                let known = quick_xml::escape::resolve_xml_entity(&entity.xml_content(XmlVersion::Implicit1_0));
                // Entities of the author's own are not told what they stand for.
                let text = character.map(String::from).or_else(|| known.map(str::to_owned)).unwrap_or_default();
                self.text(&text);
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn open(&mut self, tag: &BytesStart<'_>, end: &str) -> Result<(), String> {
        let name = tag.name().0.to_owned();
        if self.depth == 1 && (name != "svg" || !self.out.is_empty()) {
            return Err(format!("its root is not one `svg`, but `{name}`"));
        }
        if let Some(label) = &mut self.label {
            label.open(&name, self.depth);
        }
        if self.left_out.is_some() || name == UNWRAPPED {
            return Ok(());
        }
        if self.style.is_some() || !ELEMENTS.contains(&&*name) {
            self.leave_out(tag);
            return Ok(());
        }
        if name == "switch" {
            self.choice.get_or_insert(self.depth);
        }
        self.out.extend(["<", &name]);
        if self.depth == 1 {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        }
        let mut sides = Sides::default();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            // What an entity of the author's own stands for is not known.
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else { continue };
            if let Some(value) = harmless(&name, attribute.key.0, &value) {
                sides.see(attribute.key.0, &value);
                self.out.extend([" ", attribute.key.0, "=\"", &escape(&*value), "\""]);
            }
        }
        self.out.push_str(end);
        if self.depth == 1 {
            self.size = sides.size();
        }
        if name == "style" && end == ">" {
            self.style = Some((self.depth, String::new()));
        }
        Ok(())
    }

    /// What an element holds is left out; of HTML, the words are kept.
    fn leave_out(&mut self, tag: &BytesStart<'_>) {
        self.left_out = Some(self.depth);
        if tag.name().0 == "foreignObject" && self.choice.is_none() && self.style.is_none() {
            let mut label = Label::default();
            for attribute in tag.attributes().flatten() {
                label.see(attribute.key.0, &attribute.value);
            }
            self.label = Some(label);
        }
    }

    /// The innermost element ends.
    fn close(&mut self) {
        if let Some(label) = &mut self.label {
            label.close(self.depth);
        }
        if self.left_out == Some(self.depth) {
            self.left_out = None;
            self.out.extend(self.label.take().map(|label| label.svg()));
        }
        self.choice = self.choice.filter(|depth| *depth != self.depth);
        self.depth = self.depth.saturating_sub(1);
    }

    fn close_style(&mut self) {
        if let Some((_, css)) = self.style.take_if(|(depth, _)| *depth == self.depth) {
            self.out.push_str(&escape(harmless_css(&css)));
        }
    }

    fn text(&mut self, text: &str) {
        match (&mut self.label, &mut self.style) {
            (Some(label), _) => label.push(text),
            _ if self.left_out.is_some() || self.depth == 0 => {}
            (None, Some((_, css))) => css.push_str(text),
            (None, None) => self.out.push_str(&escape(text)),
        }
    }
}

/// What of an attribute does no harm; `None` of one that is left out.
fn harmless(element: &str, name: &str, value: &str) -> Option<String> {
    match name {
        "href" | "xlink:href" => {
            let value = value.trim();
            let is_picture = element == "image" && PICTURES.iter().any(|kind| value.starts_with(kind));
            (value.starts_with('#') || is_picture).then(|| value.to_owned())
        }
        "xml:space" => (value == "preserve").then(|| value.to_owned()),
        _ => ATTRIBUTES.contains(&name).then(|| harmless_css(value)),
    }
}

/// CSS, or a value of it, without what fetches: `url(#id)` stays.
fn harmless_css(css: &str) -> String {
    // By escapes, a name can be written so that it is not seen.
    let css = css.replace('\\', "");
    let lower = css.to_ascii_lowercase();
    if !lower.contains("@import") && !FETCHING.iter().any(|function| lower.contains(function)) {
        return css;
    }
    let (mut out, mut at) = (String::with_capacity(css.len()), 0);
    while at < css.len() {
        let rest = &lower[at..];
        if rest.starts_with("@import") {
            at += rest.find([';', '}', '<']).map_or(rest.len(), |end| end + 1);
            out.push(' ');
        } else if let Some(function) = FETCHING.iter().find(|function| rest.starts_with(**function)) {
            let inner = &css[at + function.len()..];
            let end = inner.find(')').map_or(inner.len(), |end| end + 1);
            if inner.trim_start_matches([' ', '"', '\'']).starts_with('#') && *function == "url(" {
                out.push_str(&css[at..at + function.len() + end]);
            } else {
                out.push_str("none");
            }
            at += function.len() + end;
        } else {
            let next = rest.chars().next().map_or(1, char::len_utf8);
            out.push_str(&css[at..at + next]);
            at += next;
        }
    }
    out
}

/// What the root tells of the drawing's size.
#[derive(Default)]
struct Sides {
    width: Option<f64>,
    height: Option<f64>,
    view: Option<(f64, f64)>,
}

impl Sides {
    fn see(&mut self, name: &str, value: &str) {
        match name {
            "width" => self.width = pixels(value),
            "height" => self.height = pixels(value),
            "viewBox" => {
                let numbers: Vec<f64> =
                    value.split([' ', ',', '\n', '\t']).filter_map(|part| part.parse().ok()).collect();
                self.view = if let [_, _, width, height] = numbers[..] { Some((width, height)) } else { None };
            }
            _ => {}
        }
    }

    /// One side follows from the other by the part of the plane that is shown.
    fn size(&self) -> Size {
        let view = self.view.filter(|(width, height)| *width > 0.0 && *height > 0.0);
        let (width, height) = match (self.width, self.height, view) {
            (None, None, Some((width, height))) => (Some(width), Some(height)),
            (Some(width), None, Some(view)) => (Some(width), Some(width * view.1 / view.0)),
            (None, Some(height), Some(view)) => (Some(height * view.0 / view.1), Some(height)),
            (width, height, _) => (width, height),
        };
        Size { width: width.and_then(whole), height: height.and_then(whole) }
    }
}

/// A length of CSS in pixels.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let end = length.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(length.len());
    let number: f64 = length[..end].parse().ok()?;
    let unit = match length[end..].trim() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" | "em" | "rem" => 16.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        _ => return None,
    };
    Some(number * unit)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 1 and 100,000")]
fn whole(side: f64) -> Option<u32> {
    let side = side.round();
    (1.0..=100_000.0).contains(&side).then_some(side as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(inner: &str) -> String {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
        let text = String::from_utf8(clean(svg.as_bytes()).unwrap().bytes).unwrap();
        // What is clean stays as it is.
        assert_eq!(clean(text.as_bytes()).unwrap().bytes, text.as_bytes());
        let inner = text.split_once('>').unwrap().1.strip_suffix("</svg>").unwrap();
        inner.to_owned()
    }

    #[test]
    fn lengths_are_told_in_pixels() {
        for (length, wanted) in [
            ("96", Some(96.0)),
            ("96px", Some(96.0)),
            (" 72 pt ", Some(96.0)),
            ("6pc", Some(96.0)),
            ("6em", Some(96.0)),
            ("6rem", Some(96.0)),
            ("25.4mm", Some(96.0)),
            ("2.54cm", Some(96.0)),
            ("1in", Some(96.0)),
            ("50%", None),
            ("px", None),
        ] {
            let found = pixels(length);
            assert!(found.zip(wanted).map_or(found == wanted, |(one, other)| (one - other).abs() < 1e-9), "{length}");
        }
    }

    #[test]
    fn words_behind_a_script_in_html_are_kept() {
        let html = "<foreignObject width=\"2\" height=\"2\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\
            <style>p{}</style>one<script>x</script> two</div></foreignObject>";
        let text = cleaned(html);
        assert!(text.contains(">one two</tspan>"), "{text}");
    }

    #[test]
    fn what_draws_is_kept() {
        for drawing in [
            "<path d=\"M0 0h1\" fill=\"url(#a)\"/><defs><linearGradient id=\"a\"/></defs>",
            "<text x=\"1\">図 &amp; &lt;b&gt;</text>",
            "<style>.a{fill:red}</style><use href=\"#b\"/><use xlink:href=\"#b\"/>",
            "<image href=\"data:image/png;base64,AA==\"/>",
        ] {
            assert_eq!(cleaned(drawing), drawing);
        }
    }

    #[test]
    fn what_runs_is_left_out() {
        for attack in [
            "<script>alert(1)</script>",
            "<script href=\"https://x/a.js\"/>",
            "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></body></foreignObject>",
            "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">x</svg:script>",
            "<iframe src=\"https://x\"/>",
            "<animate attributeName=\"href\" values=\"javascript:x\"/>",
            "<set attributeName=\"onload\" to=\"x\"/>",
            "<handler>x</handler><metadata>x</metadata><unknown><g/></unknown>",
            "<!-- c --><?xml-stylesheet href=\"https://x\"?>",
        ] {
            assert_eq!(cleaned(attack), "", "{attack}");
        }
        assert_eq!(cleaned("<g onload=\"x\" ONCLICK=\"x\" data-x=\"x\" ev:event=\"x\"/>"), "<g/>");
    }

    #[test]
    fn of_html_the_words_are_kept() {
        let html = "<foreignObject x=\"10\" width=\"20\" height=\"8\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p onclick=\"x\">\
            A &lt;b&gt;<br/>図<script>alert(1)</script><style>p{}</style></p></div></foreignObject>";
        let text = "<text x=\"20\" y=\"4\" text-anchor=\"middle\" dominant-baseline=\"central\">\
            <tspan x=\"20\" dy=\"-0.6em\">A &lt;b&gt;</tspan><tspan x=\"20\" dy=\"1.2em\">図</tspan></text>";
        assert_eq!(cleaned(html), text);
        let choice = "<switch><g/></switch>";
        assert_eq!(cleaned(&choice.replace("<g/>", &format!("{html}<g/>"))), choice);
    }

    #[test]
    fn what_leads_elsewhere_is_left_out() {
        assert_eq!(cleaned("<a href=\"javascript:x\"><g/></a>"), "<g/>");
        for target in
            ["https://x/a.svg#b", "//x", "javascript:x", "data:image/svg+xml;base64,AA", "data:text/html,x", "a.png"]
        {
            assert_eq!(cleaned(&format!("<use href=\"{target}\"/><image xlink:href=\"{target}\"/>")), "<use/><image/>");
        }
        assert_eq!(cleaned("<use href=\" data:image/png;base64,AA\"/>"), "<use/>");
    }

    #[test]
    fn css_fetches_nothing() {
        for (css, safe) in [
            ("fill:url(#a)", "fill:url(#a)"),
            ("fill:url( '#a' )", "fill:url( '#a' )"),
            ("fill:URL(https://x)", "fill:none"),
            ("fill:\\75rl(https://x)", "fill:75rl(https://x)"),
            ("fill:u\\rl(//x)", "fill:none"),
            ("background:image-set(\"https://x\" 1x)", "background:none"),
            ("background:-webkit-image-set(url(//x) 1x)", "background:-webkit-none 1x)"),
            ("@import 'https://x'; a{}", "  a{}"),
            ("@im@import x;port 'https://x';", "@im port 'https://x';"),
            ("@font-face{src:url(https://x)}", "@font-face{src:none}"),
            ("fill:url(", "fill:none"),
        ] {
            assert_eq!(harmless_css(css), safe, "{css}");
        }
        assert_eq!(cleaned("<style><![CDATA[@import url(//x);b{}]]></style>"), "<style> b{}</style>");
        assert_eq!(cleaned("<style>@im<!-- -->port &#117;<g/>rl(//x);<a>b</a>{}</style>"), "<style> b{}</style>");
        assert_eq!(
            cleaned("<g style=\"fill:url(//x)\" fill=\"url(//x#a)\"/>"),
            "<g style=\"fill:none\" fill=\"none\"/>"
        );
    }

    #[test]
    fn entities_of_its_own_stand_for_nothing() {
        let bomb = "<!DOCTYPE svg [<!ENTITY a \"<script>\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n\
            <svg><text>&a;&x;&#65;</text><g id=\"&x;\"/></svg>";
        let text = String::from_utf8(clean(bomb.as_bytes()).unwrap().bytes).unwrap();
        assert!(text.ends_with("><text>A</text><g/></svg>"), "{text}");
    }

    #[test]
    fn what_is_not_well_formed_is_refused_with_its_line() {
        for (svg, line) in [
            ("<svg>\n<g>\n</svg>", 3),
            ("<svg>\n<g", 2),
            ("<svg>\n", 2),
            ("<svg/><svg/>", 1),
            ("<g><svg/></g>", 1),
            ("<svg>\n<g a=1 a=1/></svg>", 2),
        ] {
            let found = clean(svg.as_bytes()).err();
            assert!(matches!(found, Some(MediaFault::Svg { line: at, .. }) if at == line), "{svg}: {found:?}");
        }
    }

    #[test]
    fn the_size_is_known_by_its_sides_or_its_view() {
        let size = |attributes: &str| {
            let Size { width, height } = clean(format!("<svg {attributes}/>").as_bytes()).unwrap().size;
            (width.unwrap_or(0), height.unwrap_or(0))
        };
        assert_eq!(size("width='30' height='20px'"), (30, 20));
        assert_eq!(size("width='1in' viewBox='0 0 40 20'"), (96, 48));
        assert_eq!(size("width='100%' height='100%' viewBox='0,0,40,20'"), (40, 20));
        assert_eq!(size("height='24' viewBox='0 0 40 20'"), (48, 24));
        assert_eq!(size("viewBox='0 0 0 0'"), (0, 0));
        assert_eq!(size("viewBox='0 0 40 0'"), (0, 0));
        assert_eq!(size("width='10' viewBox='0 0 0 20'"), (10, 0));
        assert_eq!(size(""), (0, 0));
    }

    #[test]
    fn depth_does_no_harm() {
        let deep = format!("<svg>{}{}</svg>", "<g>".repeat(100_000), "</g>".repeat(100_000));
        assert!(clean(deep.as_bytes()).is_ok());
    }
}
