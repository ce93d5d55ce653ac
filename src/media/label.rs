//! Labels that stand in a drawing as HTML, which is left out: as plain text. Mermaid writes all of its labels so.

use std::fmt::Write as _;

use quick_xml::escape::escape;

/// Elements that begin a line.
const BREAKS: [&str; 7] = ["br", "p", "div", "li", "tr", "h1", "h2"];
/// Elements whose content is no text.
const SILENT: [&str; 4] = ["script", "style", "template", "title"];

/// The HTML of a `foreignObject`, and the box that it stands in.
#[derive(Default)]
pub(super) struct Label {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    text: String,
    /// The depth of the element that is open and has no text.
    silent: Option<usize>,
}

impl Label {
    /// An attribute of the box.
    pub fn see(&mut self, name: &str, value: &str) {
        let number = value.trim().trim_end_matches("px").parse::<f64>().ok().filter(|number| number.is_finite());
        match (name, number) {
            ("x", Some(number)) => self.left = number,
            ("y", Some(number)) => self.top = number,
            ("width", Some(number)) => self.width = number,
            ("height", Some(number)) => self.height = number,
            _ => {}
        }
    }

    /// An element in it begins.
    pub fn open(&mut self, name: &str, depth: usize) {
        if BREAKS.contains(&name) {
            self.text.push('\n');
        } else if SILENT.contains(&name) {
            self.silent.get_or_insert(depth);
        }
    }

    /// An element in it ends.
    pub fn close(&mut self, depth: usize) {
        self.silent = self.silent.filter(|silent| *silent != depth);
    }

    /// Its text.
    pub fn push(&mut self, text: &str) {
        if self.silent.is_none() {
            // Where lines break, elements say.
            self.text.push_str(&text.replace('\n', " "));
        }
    }

    /// The text in the middle of its box, as elements of SVG.
    pub fn svg(&self) -> String {
        let lines: Vec<String> =
            self.text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let lines: Vec<&String> = lines.iter().filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            return String::new();
        }
        let (x, y) = (self.left + self.width / 2.0, self.top + self.height / 2.0);
        let mut svg = format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" dominant-baseline=\"central\">");
        // In tenths of a line's height, less than half of all lines stand above the middle.
        let above = (lines.len() - 1) * 6;
        for (at, line) in lines.iter().enumerate() {
            let down = if at == 0 { format!("-{}.{}", above / 10, above % 10) } else { "1.2".to_owned() };
            let _ = write!(svg, "<tspan x=\"{x}\" dy=\"{down}em\">{}</tspan>", escape(line.as_str()));
        }
        svg + "</text>"
    }
}
