//! Cards as Anki shows them: the templates of a note type, filled with a note's fields.

use std::fmt::Write as _;

use soa_anki::{Note, NoteKind, Templates};

/// Which side of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Front,
    Back,
}

/// The HTML of both sides of each card of a note.
pub fn sides(note: &Note, templates: &Templates) -> Vec<(Side, String)> {
    let mut shown = Vec::new();
    for &card in &note.cards {
        let (template, number) = match note.kind {
            NoteKind::Term => (usize::from(card), 0),
            NoteKind::Cloze => (0, usize::from(card) + 1),
        };
        let sides = templates.of(note.kind)[template];
        let mut filler = Filler { note, number, side: Side::Front, front: String::new() };
        filler.front = filler.fill(&sides.front);
        shown.push((Side::Front, filler.front.clone()));
        filler.side = Side::Back;
        shown.push((Side::Back, filler.fill(&sides.back)));
    }
    shown
}

struct Filler<'a> {
    note: &'a Note,
    /// The number of the deletion that is asked for.
    number: usize,
    side: Side,
    front: String,
}

impl Filler<'_> {
    fn fill(&self, template: &str) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("{{") {
            out.push_str(before);
            let (tag, after) = after.split_once("}}").unwrap();
            rest = after;
            if let Some(name) = tag.strip_prefix(['#', '^']) {
                let (inner, after) = after.split_once(&format!("{{{{/{name}}}}}")).unwrap();
                rest = after;
                if self.field(name).is_empty() == tag.starts_with('^') {
                    out.push_str(&self.fill(inner));
                }
            } else {
                out.push_str(&self.replacement(tag));
            }
        }
        out + rest
    }

    fn replacement(&self, tag: &str) -> String {
        let (filter, name) = tag.rsplit_once(':').unwrap_or(("", tag));
        match (filter, name) {
            (_, "FrontSide") => self.front.clone(),
            ("cloze", name) => self.cloze(self.field(name)),
            (_, "Tags" | "Deck" | "Subdeck" | "Type" | "Card" | "CardFlag") => String::new(),
            (_, name) => self.field(name).to_owned(),
        }
    }

    fn field(&self, name: &str) -> &str {
        let at = self.note.kind.notetype().fields.iter().position(|field| field.name == name);
        self.note.fields[at.unwrap_or_else(|| panic!("no field {name}"))].as_str()
    }

    fn cloze(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{c") {
            out.push_str(before);
            let (number, after) = after.split_once("::").unwrap();
            let (hidden, after) = after.split_once("}}").unwrap();
            rest = after;
            let asked = number.parse() == Ok(self.number);
            let shown = if asked && self.side == Side::Front { "[...]" } else { hidden };
            if asked {
                let _ = write!(out, "<span class=\"cloze\">{shown}</span>");
            } else {
                out.push_str(shown);
            }
        }
        out + rest
    }
}
