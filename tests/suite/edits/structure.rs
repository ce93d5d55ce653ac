//! Where sections and items of a page begin and end.

use std::ops::Range;

use super::notebook::{Notebook, Page};

/// How deep a heading is; `None` of other lines.
pub fn level(text: &str) -> Option<usize> {
    let signs = text.len() - text.trim_start_matches('#').len();
    (1..=6).contains(&signs).then_some(signs).filter(|&signs| text[signs..].starts_with(' '))
}

/// The text of a list's item: its indentation, and where it begins after the marker.
pub fn marker(text: &str) -> Option<(usize, usize)> {
    let rest = text.trim_start();
    let indent = text.len() - rest.len();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sign = match rest.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if digits > 0 => digits + 1,
        _ => return None,
    };
    let space = rest[sign..].len() - rest[sign..].trim_start().len();
    (space > 0 && rest.len() > sign + space).then_some((indent, indent + sign + space))
}

/// Where what a line says begins: after the signs of a heading or of an item.
pub fn content(text: &str) -> usize {
    if let Some(level) = level(text) {
        return level + 1;
    }
    marker(text).map_or_else(|| text.len() - text.trim_start().len(), |(_, start)| start)
}

/// A heading with all that stands under it.
#[derive(Clone, Debug)]
pub struct Section {
    pub page: usize,
    pub level: usize,
    pub range: Range<usize>,
}

pub fn sections(notebook: &Notebook) -> Vec<Section> {
    let mut all = Vec::new();
    for (number, page) in notebook.pages.iter().enumerate() {
        let code = page.code();
        let heads: Vec<(usize, usize)> = (page.front..page.lines.len())
            .filter(|&at| !code[at])
            .filter_map(|at| Some((at, level(&page.lines[at].text)?)))
            .collect();
        for (nth, &(start, level)) in heads.iter().enumerate() {
            let end = heads[nth + 1..].iter().find(|(_, other)| *other <= level);
            let end = end.map_or(page.lines.len(), |(at, _)| *at);
            all.push(Section { page: number, level, range: start..end });
        }
    }
    all
}

/// The item of a list that begins at a line, with all that is part of it.
pub fn item(page: &Page, at: usize) -> Option<Range<usize>> {
    let (indent, _) = marker(&page.lines[at].text)?;
    let code = page.code();
    if code[at] {
        return None;
    }
    let mut end = at + 1;
    let mut blank = false;
    for (line, &code) in page.lines[at + 1..].iter().zip(&code[at + 1..]) {
        let text = line.text.as_str();
        let inner = text.len() - text.trim_start().len();
        if text.trim().is_empty() {
            blank = true;
            continue;
        }
        let next = marker(text).is_some_and(|(other, _)| other <= indent);
        if !code && (level(text).is_some() || next) || blank && inner <= indent {
            break;
        }
        let position = page.lines.iter().position(|other| other.id == line.id)?;
        end = position + 1;
        blank = false;
    }
    Some(at..end)
}

/// The items that stand one below the other, the first of them at a line. At least one.
pub fn siblings(page: &Page, at: usize) -> Vec<Range<usize>> {
    let Some((indent, _)) = marker(&page.lines[at].text) else { return Vec::new() };
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut at = at;
    while let Some(item) = page.lines.get(at).and_then(|_| item(page, at)) {
        at = item.end;
        all.push(item);
        let same = page.lines.get(at).and_then(|line| marker(&line.text)).is_some_and(|(other, _)| other == indent);
        if !same {
            break;
        }
    }
    all
}
