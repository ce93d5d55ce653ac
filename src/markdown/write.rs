//! The serialiser: a [`Fragment`] as the [`Html`] of a field. Nothing else makes HTML of what authors write.

use std::ops::Range;

use super::fragment::{Fragment, OpKind, Spanning};
use super::html::Html;
use super::media::{Shown, Size};

/// What stands for a name that is hidden. Its length does not tell that of the name.
pub(super) const BLANK: &str = "<span class=\"soa-blank\">…</span>";
/// What stands around the number of a reference to a footnote.
const FOOTNOTE: (&str, &str) = ("<sup class=\"soa-note\">", "</sup>");
/// What stands before the code of a block, up to its language.
const CODE_IN: &str = "<pre><code class=\"language-";
/// The same of code in no language.
const CODE: &str = "<pre><code>";
/// What stands after it.
const CODE_END: &str = "</code></pre>";

/// The HTML of a fragment, and what of it is worth knowing without reading it again.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The HTML.
    pub html: Html,
    /// The names of the media that it refers to, in order.
    pub media: Vec<String>,
    /// The blocks of code that can be shown in colours, in order.
    pub code: Vec<CodeBlock>,
    /// The bytes of the HTML at which its gaps begin, in order.
    pub gaps: Vec<usize>,
}

/// A block of code in HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeBlock {
    /// The bytes of the HTML between which it stands, escaped.
    pub range: Range<usize>,
    /// Its language, as its author calls it. Never empty.
    pub language: String,
    /// The code.
    pub code: String,
}

impl Fragment {
    /// Its HTML.
    ///
    /// ```
    /// use soa_anki::{Element, Fragment};
    /// let mut fragment = Fragment::default();
    /// fragment.open(Element::Paragraph);
    /// fragment.push_text("R&D");
    /// fragment.close(Element::Paragraph);
    /// assert_eq!(fragment.html().as_str(), "<p>R&amp;D</p>");
    /// ```
    pub fn html(&self) -> Html {
        self.write(&[]).html
    }

    /// Its HTML and what is in it. `numbers`: those of its gaps, in their order; without one, a gap keeps its own.
    pub(crate) fn write(&self, numbers: &[u16]) -> Written {
        let mut written = Written::default();
        written.html.reserve(self.text.len() + self.markup_length());
        if self.ops.is_empty() {
            written.html.push_text(&self.text);
            return written;
        }
        let mut writer = Writer { fragment: self, numbers, written, code: None, is_formula: false };
        let mut at = 0;
        for op in &self.ops {
            writer.text(&self.text[at..op.at as usize]);
            at = op.at as usize;
            writer.op(op.kind, at);
        }
        writer.text(&self.text[at..]);
        writer.written
    }

    /// How long its markup is in HTML, in bytes: not less, and seldom more.
    pub(super) fn markup_length(&self) -> usize {
        self.ops.iter().map(|op| self.length(op.kind)).sum()
    }

    fn length(&self, kind: OpKind) -> usize {
        /// Most digits of a number, and what stands around them in a gap or an attribute.
        const NUMBER: usize = 16;
        /// What an escaped character takes.
        const ESCAPED: usize = 6;
        match kind {
            OpKind::Open(element) => element.open().len(),
            OpKind::Close(element) => element.close().len(),
            OpKind::OpenOrdered(_) => NUMBER + "<ol start=\"\">".len(),
            OpKind::OpenSpanning(_) => 2 * NUMBER + "<td colspan=\"\" rowspan=\"\">".len(),
            OpKind::OpenLink(at) => self.string(at).len() * ESCAPED + "<a href=\"\">".len(),
            OpKind::OpenCode(at) => self.string(at).len() * ESCAPED + CODE_IN.len() + "\">".len(),
            OpKind::CloseCode => CODE_END.len(),
            OpKind::OpenMath(_) | OpKind::CloseMath(_) | OpKind::CloseGap => 2,
            OpKind::CloseLink | OpKind::Break | OpKind::Rule => 4,
            OpKind::Blank => BLANK.len(),
            OpKind::FootnoteReference(_) | OpKind::Source(_) => 0,
            OpKind::FootnoteNumber(_) => NUMBER + FOOTNOTE.0.len() + FOOTNOTE.1.len(),
            OpKind::OpenGap(_) => NUMBER,
            OpKind::Media(at) => self.medium(at).map_or(0, |media| {
                let name = media.shown.as_ref().map_or("", Shown::name).len();
                (media.alternative.len() + name) * ESCAPED + 3 * NUMBER + "<img src=\"\" alt=\"\" width height>".len()
            }),
        }
    }
}

struct Writer<'f> {
    fragment: &'f Fragment,
    numbers: &'f [u16],
    written: Written,
    /// The block of code that is open: its language, and where it begins in the HTML and in the text.
    code: Option<(&'f str, usize, usize)>,
    is_formula: bool,
}

impl Writer<'_> {
    fn text(&mut self, run: &str) {
        if self.is_formula {
            self.written.html.push_tex(run);
        } else if !run.is_empty() {
            self.written.html.push_text(run);
        }
    }

    /// Writes an operation. `at`: where it stands in the text.
    fn op(&mut self, kind: OpKind, at: usize) {
        let html = &mut self.written.html;
        match kind {
            OpKind::Open(element) => html.push_markup(element.open()),
            OpKind::Close(element) => html.push_markup(element.close()),
            OpKind::OpenOrdered(number) => html.push_markup(&format!("<ol start=\"{number}\">")),
            OpKind::OpenSpanning(cell) => html.push_cell(self.fragment.cell(cell)),
            OpKind::OpenLink(target) => html.push_open("<a href=\"", self.fragment.string(target)),
            OpKind::CloseLink => html.push_markup("</a>"),
            OpKind::OpenCode(language) => self.open_code(language, at),
            OpKind::CloseCode => self.close_code(at),
            OpKind::OpenMath(math) => {
                self.is_formula = true;
                html.push_markup(math.delimiters().0);
            }
            OpKind::CloseMath(math) => {
                self.is_formula = false;
                html.push_markup(math.delimiters().1);
            }
            OpKind::Break => html.push_markup("<br>"),
            OpKind::Rule => html.push_markup("<hr>"),
            OpKind::Blank => {
                // What is hidden is no code of the author's.
                self.code = None;
                html.push_markup(BLANK);
            }
            OpKind::FootnoteNumber(number) => {
                html.push_markup(FOOTNOTE.0);
                html.push_markup(&number.to_string());
                html.push_markup(FOOTNOTE.1);
            }
            OpKind::OpenGap(number) => self.open_gap(number),
            OpKind::CloseGap => html.close_deletion(),
            OpKind::Media(media) => self.media(media),
            OpKind::FootnoteReference(_) | OpKind::Source(_) => {}
        }
    }

    fn open_code(&mut self, language: u32, at: usize) {
        let language = self.fragment.string(language);
        if language.is_empty() {
            return self.written.html.push_markup(CODE);
        }
        self.written.html.push_open(CODE_IN, language);
        self.code = Some((language, self.written.html.len(), at));
    }

    fn close_code(&mut self, at: usize) {
        if let Some((language, start, text)) = self.code.take() {
            let code = self.fragment.text[text..at].to_owned();
            let range = start..self.written.html.len();
            self.written.code.push(CodeBlock { range, language: language.to_owned(), code });
        }
        self.written.html.push_markup(CODE_END);
    }

    fn open_gap(&mut self, number: u32) {
        let own = number as usize;
        let number = self.numbers.get(self.written.gaps.len()).map_or(own, |number| usize::from(*number));
        let start = self.written.html.open_deletion(number);
        self.written.gaps.push(start);
    }

    /// One that nothing was found for is its alternative text.
    fn media(&mut self, at: u32) {
        let Some(media) = self.fragment.medium(at) else { return };
        match &media.shown {
            Some(Shown::Picture { name, size }) => self.written.html.push_image(name, &media.alternative, *size),
            Some(Shown::Sound { name }) => self.written.html.push_sound(name),
            None => return self.written.html.push_text(&media.alternative),
        }
        self.written.media.extend(media.shown.as_ref().map(|shown| shown.name().to_owned()));
    }
}

impl Html {
    /// Opens an element by what stands before the value of its last attribute.
    fn push_open(&mut self, before: &str, value: &str) {
        self.push_markup(before);
        self.push_attribute(value);
        self.push_markup("\">");
    }

    fn push_cell(&mut self, cell: Option<Spanning>) {
        let Some(Spanning { element, columns, rows }) = cell else { return };
        self.push_markup(element.open().trim_end_matches('>'));
        for (name, number) in [("colspan", columns), ("rowspan", rows)] {
            if let Some(number) = number {
                self.push_markup(&format!(" {name}=\"{number}\""));
            }
        }
        self.push_markup(">");
    }

    /// Appends a picture that the package holds.
    fn push_image(&mut self, name: &str, alternative: &str, size: Size) {
        self.push_markup("<img src=\"");
        self.push_attribute(name);
        self.push_markup("\" alt=\"");
        self.push_attribute(alternative);
        self.push_markup("\"");
        for (name, side) in [("width", size.width), ("height", size.height)] {
            if let Some(side) = side {
                self.push_markup(&format!(" {name}=\"{side}\""));
            }
        }
        self.push_markup(">");
    }

    /// Appends a sound or a film that the package holds, in Anki's own syntax: it plays on every device.
    fn push_sound(&mut self, name: &str) {
        self.push_markup("[sound:");
        self.push_text(name);
        self.push_markup("]");
    }
}
