//! What a [`Fragment`] says: its text, and facts about it.

use super::{Fragment, Op, OpKind};
use crate::markdown::element::Element;
use crate::markdown::html;
use crate::markdown::math;
use crate::markdown::media::Shown;

/// Whether the text of children's names is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Read,
    LeftOut,
}

impl Fragment {
    /// What there is to read, a line for each of its blocks.
    ///
    /// Readings of characters are left out. Formulas, gaps and sounds are written as Anki writes them. Identity is
    /// computed from it: it may never change.
    pub fn text(&self) -> String {
        self.read(&self.ops, self.text.len(), Names::Read)
    }

    /// The same without the names of children.
    pub fn text_without_names(&self) -> String {
        self.read(&self.ops, self.text.len(), Names::LeftOut)
    }

    /// What there is to read in the list that begins it, up to the end of its first list.
    pub fn first_list(&self) -> Option<String> {
        let end = self.ops.iter().position(|op| op.kind == OpKind::Close(Element::List))?;
        let at = self.ops[end].at as usize;
        self.begins_with(Element::List).then(|| self.read(&self.ops[..end], at, Names::Read))
    }

    /// What is written with readings over it, without those and by those; `None` where nothing is.
    pub fn readings(&self) -> Option<[String; 2]> {
        if !self.has(Element::Ruby) {
            return None;
        }
        let (mut written, mut spoken) = (String::new(), String::new());
        let (mut at, mut within) = (0, None);
        let end = Op { at: super::offset(self.text.len()), kind: OpKind::Break };
        for op in self.markup().chain([&end]) {
            let run = &self.text[at..op.at as usize];
            at = op.at as usize;
            if matches!(within, None | Some(Element::Ruby)) {
                written += run;
            }
            if matches!(within, None | Some(Element::Reading)) {
                spoken += run;
            }
            within = match op.kind {
                OpKind::Open(element @ (Element::Ruby | Element::Reading | Element::ReadingBracket)) => Some(element),
                OpKind::Close(Element::Reading | Element::ReadingBracket) => Some(Element::Ruby),
                OpKind::Close(Element::Ruby) => None,
                _ => within,
            };
        }
        Some([written, spoken])
    }

    fn read(&self, ops: &[Op], end: usize, names: Names) -> String {
        if ops.is_empty() {
            return self.text[..end].to_owned();
        }
        let mut out = String::with_capacity(end + ops.len());
        let (mut at, mut skipped, mut in_name) = (0, false, false);
        for (place, op) in ops.iter().enumerate() {
            let run = &self.text[at..op.at as usize];
            at = op.at as usize;
            let formula = place > 0 && matches!(ops[place - 1].kind, OpKind::OpenMath(_));
            match run {
                _ if skipped || in_name => {}
                run if formula => out.extend(math::spaced(run)),
                run => out.push_str(run),
            }
            skipped = op.kind == OpKind::Open(Element::Reading);
            match op.kind {
                OpKind::Open(Element::Name) => in_name = names == Names::LeftOut,
                OpKind::Close(Element::Name) => in_name = false,
                kind if !in_name => self.read_op(kind, &mut out),
                _ => {}
            }
        }
        if !skipped && !in_name {
            out.push_str(&self.text[at..end]);
        }
        out
    }

    /// Writes what an operation shows as text.
    fn read_op(&self, kind: OpKind, out: &mut String) {
        match kind {
            OpKind::Break => out.push('\n'),
            OpKind::Close(element) if element.ends_line() => out.push('\n'),
            OpKind::Blank => out.push('…'),
            OpKind::OpenMath(math) => out.push_str(math.delimiters().0),
            OpKind::CloseMath(math) => out.push_str(math.delimiters().1),
            OpKind::FootnoteReference(number) | OpKind::FootnoteNumber(number) => out.push_str(&number.to_string()),
            OpKind::OpenGap(number) => out.extend(["{{c", &number.to_string(), "::"]),
            OpKind::CloseGap => out.push_str("}}"),
            OpKind::Media(at) => {
                if let Some(Shown::Sound { name }) = self.medium(at).and_then(|media| media.shown.as_ref()) {
                    out.extend(["[sound:", name, "]"]);
                }
            }
            OpKind::Open(_)
            | OpKind::Close(_)
            | OpKind::OpenOrdered(_)
            | OpKind::OpenSpanning(_)
            | OpKind::OpenLink(_)
            | OpKind::CloseLink
            | OpKind::OpenCode(_)
            | OpKind::CloseCode
            | OpKind::Rule
            | OpKind::Source(_) => {}
        }
    }

    /// Its text, if that is one line without markup; it may stand in a paragraph.
    pub fn plain_line(&self) -> Option<&str> {
        let mut markup = self.markup().map(|op| op.kind).peekable();
        markup.next_if_eq(&OpKind::Open(Element::Paragraph));
        let closes =
            markup.next().is_none_or(|kind| kind == OpKind::Close(Element::Paragraph)) && markup.next().is_none();
        closes.then_some(&self.text)
    }

    /// How many such elements it opens.
    pub fn count(&self, is: impl Fn(Element) -> bool) -> usize {
        self.ops.iter().filter(|op| matches!(op.kind, OpKind::Open(element) if is(element))).count()
    }

    /// Whether it opens this element.
    pub fn has(&self, element: Element) -> bool {
        self.ops.iter().any(|op| op.kind == OpKind::Open(element))
    }

    /// Whether there is code in it, in a line or in a block.
    pub fn has_code(&self) -> bool {
        self.has(Element::Code) || self.ops.iter().any(|op| matches!(op.kind, OpKind::OpenCode(_)))
    }

    /// How many cells of tables are in it, without those of their heads.
    pub fn cells(&self) -> usize {
        let spanning = self.ops.iter().filter(|op| {
            matches!(op.kind, OpKind::OpenSpanning(at) if self.cell(at).is_some_and(|cell| cell.element == Element::Cell))
        });
        self.count(|element| matches!(element, Element::Cell | Element::CellCenter | Element::CellEnd))
            + spanning.count()
    }

    /// All its text, the readings of characters and the TeX of formulas among it.
    pub fn raw_text(&self) -> &str {
        &self.text
    }

    /// Whether its HTML is shorter than so many bytes.
    pub fn is_html_shorter_than(&self, bytes: usize) -> bool {
        self.text.len() < bytes && (self.most_html() < bytes || self.html().len() < bytes)
    }

    /// Not less than the length of its HTML.
    fn most_html(&self) -> usize {
        html::most_escaped(&self.text) + self.markup_length()
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::sanitise;

    #[test]
    fn what_has_readings_is_read_without_and_by_them() {
        let ruby = "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>の<ruby>本<rt>ほん</rt></ruby>";
        let names = ["漢字の本".to_owned(), "かんじのほん".to_owned()];
        assert_eq!(sanitise(ruby).content.readings(), Some(names));
    }
}
