//! Anki's template language: what a template of ours may say, and the first thing that is wrong in one.
//!
//! Anki takes any template, and shows an error on every card of a wrong one. So they are checked before they are in a
//! package. What is here follows Anki's parser: names are looked up as they are written, and what stands in a comment
//! of HTML is nobody's.

mod reference;
mod replace;

pub use replace::{Refusal, replace};

use std::ops::Range;

use crate::model::error::{TemplateFault, TemplateMistake};
use crate::model::notetype::{Kind, cloze_field, term_field};
use crate::text::nearest;

/// What Anki knows beside the fields of a note.
const SPECIAL: [&str; 7] = ["Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"];
const FRONT_SIDE: &str = "FrontSide";

/// What may stand before a field, with a colon between.
pub const FILTERS: [&str; 9] = ["text", "hint", "cloze", "cloze-only", "type", "nc", "furigana", "kana", "kanji"];
/// Filters with arguments, and one without a field.
const SPEECH: [&str; 2] = ["tts ", "tts-voices"];

/// The side of a card that a template is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The front of "Recall" or of a cloze.
    Front,
    /// The front of "Reverse", which is blank where there is no reverse card.
    ReverseFront,
    /// A back.
    Back,
}

/// Looks for the first mistake in a template of notes of `kind`.
pub fn check(text: &str, kind: Kind, side: Side) -> Result<(), TemplateMistake> {
    let mut checked = Checked { kind, side, open: Vec::new(), fields: 0, clozes: 0 };
    let found = checked.all(text).and_then(|()| checked.whole());
    found.map_err(|(span, fault)| TemplateMistake::new(text, span, fault))
}

/// A fault with the bytes where it is.
type Found = Result<(), (Range<usize>, TemplateFault)>;

/// A template while it is read from its start to its end.
struct Checked<'t> {
    kind: Kind,
    side: Side,
    /// The sections that are open, with the sign each begins with and where it does.
    open: Vec<(char, &'t str, Range<usize>)>,
    /// How many fields were named to be shown.
    fields: usize,
    /// How many of those by their deletions.
    clozes: usize,
}

impl<'t> Checked<'t> {
    fn all(&mut self, text: &'t str) -> Found {
        let mut at = 0;
        while let Some(start) = next(text, at) {
            let rest = &text[start..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                at = comment.find("-->").map_or(start + 4, |end| start + 4 + end + 3);
                continue;
            }
            let Some(length) = rest.find("}}") else { return Err((start..start + 2, TemplateFault::CutOff)) };
            at = start + length + 2;
            self.tag(rest[2..length].trim_start_matches('{').trim(), start..at)?;
        }
        Ok(())
    }

    /// What stands between `{{` and `}}`.
    fn tag(&mut self, tag: &'t str, span: Range<usize>) -> Found {
        let mut inner = tag.chars();
        let sign = inner.next().unwrap_or_default();
        let name = inner.as_str().trim_start();
        let found = match sign {
            '=' => Err(TemplateFault::Delimiters),
            '#' | '^' => {
                self.open.push((sign, name, span.clone()));
                self.section(name)
            }
            '/' => self.close(name),
            _ => self.shown(tag),
        };
        found.map_err(|fault| (span, fault))
    }

    fn section(&self, name: &str) -> Result<(), TemplateFault> {
        let deletion = |name: &str| name.strip_prefix('c').is_some_and(|number| number.parse::<u16>().is_ok());
        if SPECIAL.contains(&name) || self.kind == Kind::Cloze && deletion(name) { Ok(()) } else { self.field(name) }
    }

    fn close(&mut self, name: &str) -> Result<(), TemplateFault> {
        match self.open.pop() {
            Some((_, open, _)) if open == name => Ok(()),
            open => {
                Err(TemplateFault::Unopened { name: name.to_owned(), open: open.map(|(_, open, _)| open.to_owned()) })
            }
        }
    }

    /// A field to be shown, behind its filters.
    fn shown(&mut self, tag: &str) -> Result<(), TemplateFault> {
        let (filters, name) = tag.rsplit_once(':').unwrap_or(("", tag));
        for filter in filters.split(':').filter(|filter| !filter.is_empty()) {
            if !FILTERS.contains(&filter) && !SPEECH.iter().any(|speech| filter.starts_with(speech)) {
                return Err(TemplateFault::UnknownFilter { name: filter.to_owned(), meant: nearest(filter, FILTERS) });
            }
        }
        match name {
            FRONT_SIDE if self.side == Side::Back => return Ok(()),
            FRONT_SIDE => return Err(TemplateFault::FrontSide),
            "" if filters == SPEECH[1] => return Ok(()),
            _ if SPECIAL.contains(&name) => return self.in_reverse(name),
            _ => self.field(name)?,
        }
        self.fields += 1;
        let text = self.kind.notetype().fields[cloze_field::TEXT].name;
        self.clozes += usize::from(name == text && filters.split(':').any(|filter| filter == "cloze"));
        self.in_reverse(name)
    }

    fn field(&self, name: &str) -> Result<(), TemplateFault> {
        let names = || self.kind.notetype().fields.iter().map(|field| field.name);
        if names().any(|known| known == name) {
            return Ok(());
        }
        Err(TemplateFault::UnknownField { name: name.to_owned(), meant: nearest(name, names()), kind: self.kind })
    }

    /// Anki makes a card of every note whose front shows something.
    fn in_reverse(&self, name: &str) -> Result<(), TemplateFault> {
        let reverse = Kind::Term.notetype().fields[term_field::REVERSE].name;
        let inside = self.open.iter().any(|(sign, open, _)| *sign == '#' && *open == reverse);
        if self.side != Side::ReverseFront || name == reverse || inside {
            return Ok(());
        }
        Err(TemplateFault::OutsideReverse { name: name.to_owned() })
    }

    /// What only the end of the template tells.
    fn whole(&mut self) -> Found {
        if let Some((sign, name, span)) = self.open.pop() {
            return Err((span, TemplateFault::Unclosed { sign, name: name.to_owned() }));
        }
        if self.kind == Kind::Cloze && self.clozes == 0 {
            return Err((0..0, TemplateFault::WithoutCloze));
        }
        if self.side != Side::Back && self.fields == 0 {
            return Err((0..0, TemplateFault::AsksNothing));
        }
        Ok(())
    }
}

/// Where the next `{{` or comment begins.
fn next(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let found = [rest.find("{{"), rest.find("<!--")].into_iter().flatten().min();
    found.map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str, kind: Kind, side: Side) -> Option<(usize, usize, String)> {
        let mistake = check(text, kind, side).err()?;
        Some((mistake.line, mistake.column, mistake.fault.to_string()))
    }

    fn told(text: &str) -> String {
        fault(text, Kind::Term, Side::Back)
            .map_or_else(String::new, |(line, column, words)| format!("{line}:{column}: {words}"))
    }

    #[test]
    fn what_anki_knows_is_right() {
        for text in [
            "{{FrontSide}}<hr id=answer>{{Definition}}",
            "{{#Context}}{{text:Context}}{{^Hint}}{{Tags}} {{CardID}}{{/Hint}}{{/Context}}",
            "{{hint:Hint}} {{type:nc:Term}} {{tts ja_JP voices=Apple_Kyoko:Term}} {{tts-voices:}}",
            "{{ Term }} {{# Term }}{{/ Term }} {{furigana:Term}}{{kana:Term}}{{kanji:Term}} {{#Tags}}t{{/Tags}}",
            "<!-- {{Nothing}} {{ --> {single} }} {{{Term}}}",
        ] {
            assert_eq!(told(text), "", "{text}");
        }
        let cloze = "{{#c1}}{{cloze:Text}}{{/c1}}{{type:cloze:Text}}{{cloze-only:Text}}";
        assert_eq!(fault(cloze, Kind::Cloze, Side::Front), None);
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        assert_eq!(told("<p>\n用語: {{Definiton}}"), "2:5: there is no field `Definiton`");
        assert_eq!(told("{{term}}"), "1:1: there is no field `term`");
        assert_eq!(told("{{}}"), "1:1: there is no field ``");
        assert_eq!(told("{{hnt:Hint}}"), "1:1: there is no filter `hnt`");
        assert_eq!(told("a {{Term"), "1:3: this `{{` has no `}}`");
        assert_eq!(told("{{#Hint}}\n{{^Term}}{{/Term}}"), "1:1: `{{#Hint}}` has no `{{/Hint}}`");
        assert_eq!(told("{{^Hint}}{{/Term}}"), "1:10: `{{/Term}}` has no `{{#Term}}` before it");
        assert_eq!(told("{{/Term}}"), "1:1: `{{/Term}}` has no `{{#Term}}` before it");
        assert_eq!(told("{{=<% %>=}}<% Term %>"), "1:1: these templates can use no delimiters but `{{`");
        assert_eq!(told("{{#c1}}{{/c1}}"), "1:1: there is no field `c1`");
    }

    #[test]
    fn what_was_meant_is_found() {
        let meant = |text| match check(text, Kind::Term, Side::Back).unwrap_err().fault {
            TemplateFault::UnknownField { meant, .. } | TemplateFault::UnknownFilter { meant, .. } => meant,
            _ => None,
        };
        assert_eq!(meant("{{definiton}}"), Some("Definition"));
        assert_eq!(meant("{{hnit:Hint}}"), Some("hint"));
        assert_eq!(meant("{{Front}}"), None);
    }

    #[test]
    fn a_front_asks_something_and_a_cloze_has_gaps() {
        let words = |text, kind, side| fault(text, kind, side).map(|(.., words)| words).unwrap_or_default();
        assert!(words("<p>{{Tags}}</p>", Kind::Term, Side::Front).contains("has no field"));
        assert!(words("{{FrontSide}}{{Term}}", Kind::Term, Side::Front).contains("only on the back"));
        assert!(words("{{Text}}", Kind::Cloze, Side::Front).contains("on both sides"));
        assert!(words("{{FrontSide}}", Kind::Cloze, Side::Back).contains("on both sides"));
        assert!(
            words("{{Term}}{{#Reverse}}{{Reverse}}{{/Reverse}}", Kind::Term, Side::ReverseFront)
                .contains("`{{Term}}` is outside")
        );
        assert_eq!(words("{{#Reverse}}{{Context}}{{/Reverse}}{{Reverse}}", Kind::Term, Side::ReverseFront), "");
    }
}
