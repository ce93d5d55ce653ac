//! The files that a template or the style names: pictures and fonts that lie beside it.
//!
//! Cards find only what Anki's media folder holds. So what is named goes along, under the name that it has there.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::findings::MediaFault;
use crate::markdown::end_of_tag;
use crate::model::error::{TemplateFault, TemplateMistake};
use crate::model::note::Media;

/// The attributes by which an element fetches a file, and the elements that do so; empty: all that have it.
const FETCHING: [(&str, &[&str]); 4] =
    [("src", &[]), ("poster", &[]), ("href", &["link", "image", "use"]), ("xlink:href", &["image", "use"])];

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// A template.
    Html,
    /// The style.
    Css,
}

/// `text` with the names that the files it refers to have in Anki, and these files, which `find` finds.
pub fn bundle(
    text: &str,
    language: Language,
    mut find: impl FnMut(&str) -> Result<Media, MediaFault>,
) -> Result<(String, Vec<Media>), TemplateMistake> {
    let (mut out, mut end) = (String::with_capacity(text.len()), 0);
    let mut files = BTreeMap::new();
    for span in references(text, language) {
        let target = &text[span.clone()];
        let media = find(target).map_err(|fault| {
            TemplateMistake::new(text, span.clone(), TemplateFault::File { target: target.to_owned(), fault })
        })?;
        out.push_str(&text[end..span.start]);
        out.push_str(&media.name);
        end = span.end;
        files.entry(media.name.clone()).or_insert(media);
    }
    out.push_str(&text[end..]);
    Ok((out, files.into_values().collect()))
}

/// Where a text names a file of its own folder, in order.
fn references(text: &str, language: Language) -> Vec<Range<usize>> {
    let mut found = match language {
        Language::Html => in_html(text),
        Language::Css => in_css(text, 0..text.len()),
    };
    found.retain(|span| is_of_folder(&text[span.clone()]));
    found
}

/// Whether a target is a file: no address, no place in a page, and not what a field says.
fn is_of_folder(target: &str) -> bool {
    let is_scheme = |(scheme, _): (&str, &str)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    let is_address = target.starts_with("//") || target.split_once(':').is_some_and(is_scheme);
    !target.is_empty() && !target.starts_with('#') && !target.contains("{{") && !is_address
}

fn in_html(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|start| at + start) {
        let rest = &text[start..];
        if rest.starts_with("<!--") {
            at = after(text, start + 4, "-->");
            continue;
        }
        at = start + 1;
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let Some(end) = end_of_tag(rest) else { break };
        let element = in_tag(text, start..start + end, &mut found);
        at = start + end + 1;
        if element == "style" || element == "script" {
            let close = after(text, at, &format!("</{element}"));
            found.extend((element == "style").then(|| in_css(text, at..close)).into_iter().flatten());
            at = close;
        }
    }
    found
}

/// Adds what a tag names, and tells its element.
fn in_tag(text: &str, tag: Range<usize>, found: &mut Vec<Range<usize>>) -> String {
    let name = text[tag.start + 1..tag.end].split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
    let element = name.to_ascii_lowercase();
    let mut at = tag.start + 1 + name.len();
    while let Some(equals) = text[at..tag.end].find('=').map(|equals| at + equals) {
        let attribute = text[at..equals].split_whitespace().next_back().unwrap_or_default();
        let attribute = attribute.trim_start_matches('/').to_ascii_lowercase();
        let value = value(text, equals + 1..tag.end, char::is_whitespace);
        let fetches = |(name, elements): &(&str, &[&str])| {
            *name == attribute && (elements.is_empty() || elements.contains(&element.as_str()))
        };
        if attribute == "style" {
            found.extend(in_css(text, value.clone()));
        } else if FETCHING.iter().any(fetches) {
            found.push(value.clone());
        }
        at = (value.end + 1).min(tag.end);
    }
    element
}

/// What a piece of a style names by `url(…)` and `@import "…"`.
fn in_css(text: &str, piece: Range<usize>) -> Vec<Range<usize>> {
    let lower = text[..piece.end].to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = piece.start;
    let next =
        |at: usize| ["/*", "url(", "@import"].iter().filter_map(|sign| Some((lower[at..].find(sign)?, *sign))).min();
    while let Some((start, sign)) = next(at) {
        at += start + sign.len();
        let quoted = text[at..piece.end].trim_start().starts_with(['"', '\'']);
        match sign {
            "/*" => at = after(&lower, at, "*/"),
            "url(" => found.push(value(text, at..piece.end, |c| c == ')')),
            _ if quoted => found.push(value(text, at..piece.end, |c| c == ';')),
            _ => {}
        }
    }
    found
}

/// The value that begins `span`, without its quotes; without quotes, as far as `ends` says.
fn value(text: &str, span: Range<usize>, ends: impl Fn(char) -> bool) -> Range<usize> {
    let inner = text[span.clone()].trim_start();
    let start = span.end - inner.len();
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (start, inner) = if quote.is_some() { (start + 1, &inner[1..]) } else { (start, inner) };
    let length = match quote {
        Some(quote) => inner.find(quote).unwrap_or(inner.len()),
        None => inner[..inner.find(ends).unwrap_or(inner.len())].trim_end().len(),
    };
    start..start + length
}

/// The place behind the next `sign`, in any case; the end, where there is none.
fn after(text: &str, at: usize, sign: &str) -> usize {
    let found = text[at..].to_ascii_lowercase().find(sign);
    found.map_or(text.len(), |found| at + found + sign.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, language: Language) -> Vec<&str> {
        references(text, language).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn a_style_names_files_by_url_and_import() {
        let css = "@import 'more.css'; /* url(no.png) */ @font-face { src: url(a.woff2) format(\"woff2\"),\n\
            URL( \"b c.ttf\" ), url('d.otf?#iefix') } p { background: url(data:image/png;base64,AA) url(#mask) }\n\
            q { background: url(https://example.com/x.png) url(//example.com/x.png) url() } /* url(x";
        assert_eq!(named(css, Language::Css), ["more.css", "a.woff2", "b c.ttf", "d.otf?#iefix"]);
    }

    #[test]
    fn a_template_names_files_by_its_elements_and_styles() {
        let html = "<!-- <img src=no.png> --><img alt='a > b' src=\"a.png\"><IMG SRC=b.png><img src='{{Term}}'>\n\
            <a href=\"no.html\">x</a> <link rel=stylesheet href=c.css><video poster='d.jpg' src = e.mp4></video>\n\
            <p style=\"background: url('f.png')\"> 1 < 2, url(no) <style>p { src: url(g.png) }</style>\n\
            <script src=\"h.js\">let no = '<img src=no>'; /* url(no) */</script><image xlink:href=\"i.svg\"/>";
        let expected = ["a.png", "b.png", "c.css", "d.jpg", "e.mp4", "f.png", "g.png", "h.js", "i.svg"];
        assert_eq!(named(html, Language::Html), expected);
    }

    #[test]
    fn what_is_cut_off_names_what_it_names() {
        for text in ["<img src=", "<img src='a", "<", "<!--", "<style>", "<p style", "<img src=>"] {
            assert_eq!(named(text, Language::Html), [""; 0], "{text}");
        }
        assert_eq!(named("url(a.png", Language::Css), ["a.png"]);
        assert_eq!(named("url('a.png", Language::Css), ["a.png"]);
        assert_eq!(named("@import", Language::Css), [""; 0]);
    }
}
