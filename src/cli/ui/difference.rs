//! What differs between two fields, as lines that a person can read.
//!
//! It owns how HTML of a field looks in a terminal: as the notes would be written, a line for each block. It knows nothing of notes.

use crate::markdown::html_text;

/// A line that only one side has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The old side.
    Was(String),
    /// The new side.
    Is(String),
}

/// Tags at which a line begins, without the bracket at their end: they may have attributes.
const BLOCKS: &[&str] = &[
    "<blockquote",
    "<caption",
    "<dd",
    "<details",
    "<div",
    "<dt",
    "<figcaption",
    "<hr",
    "<li",
    "<ol",
    "<p",
    "<summary",
    "<table",
    "<tr",
    "<ul",
];

/// Tags at which a line ends.
const ENDS: &[&str] = &["<br>", "<hr>", "</p>", "</li>", "</tr>", "</pre>", "</div>", "</summary>", "</dt>", "</dd>"];

/// What stands for markup, in the order in which it is looked for.
const SIGNS: &[(&str, &str)] = &[
    // Code in a block needs no sign, and code in a line does.
    ("<pre><code", "<pre"),
    ("</code></pre>", "</pre>"),
    ("<code>", "`"),
    ("</code>", "`"),
    ("<strong>", "**"),
    ("</strong>", "**"),
    ("<b>", "**"),
    ("</b>", "**"),
    ("<em>", "*"),
    ("</em>", "*"),
    ("<i>", "*"),
    ("</i>", "*"),
    ("<mark>", "=="),
    ("</mark>", "=="),
    ("<del>", "~~"),
    ("</del>", "~~"),
    ("<hr>", "\n---<hr>"),
    ("<li class=\"soa-done\">", "<li>[x] "),
    ("<li class=\"soa-todo\">", "<li>[ ] "),
    ("</td><t", "</td>|<t"),
    ("</th><t", "</th>|<t"),
    // The style draws what separates the parts of a context.
    ("</span> <span>", " › "),
];

/// Most pairs of lines that are compared; of longer fields, all is shown between the first and the last line that differ.
const MOST_PAIRS: usize = 1 << 20;

/// The lines in which two fields differ, in their order.
pub fn difference(was: &str, is: &str) -> Vec<Line> {
    let (readable, of_is) = (lines(was), lines(is));
    if readable != of_is || was == is {
        return between(&readable, &of_is);
    }
    // What differs is markup that has no sign: then that is what there is to see.
    between(&broken(was), &broken(is))
}

/// HTML as lines that a person can read.
fn lines(html: &str) -> Vec<String> {
    let signed = SIGNS.iter().fold(named(html), |html, (tag, sign)| html.replace(tag, sign));
    let indent = |line: &str| line[..line.len() - line.trim_start().len()].to_owned();
    let shown = broken(&signed).into_iter().map(|line| indent(&line) + &html_text(&line));
    shown.filter(|line| !line.trim().is_empty()).collect()
}

/// HTML in lines, one for each block.
fn broken(html: &str) -> Vec<String> {
    let begun = BLOCKS.iter().fold(html.to_owned(), |html, tag| html.replace(tag, &format!("\n{tag}")));
    let ended = ENDS.iter().fold(begun, |html, tag| html.replace(tag, &format!("{tag}\n")));
    ended.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// HTML with the file name before each image: another image may have the same alternative text.
fn named(html: &str) -> String {
    const PICTURE: &str = "<img src=\"";
    let mut pieces = html.split(PICTURE);
    let first = pieces.next().unwrap_or_default().to_owned();
    let name = |piece: &str| piece.split('"').next().unwrap_or_default().to_owned();
    pieces.fold(first, |html, piece| format!("{html}({}) {PICTURE}{piece}", name(piece)))
}

/// The lines that only one of the two has. What is equal at their start and their end is not compared.
fn between(was: &[String], is: &[String]) -> Vec<Line> {
    let start = was.iter().zip(is).take_while(|(was, is)| was == is).count();
    let end = was[start..].iter().rev().zip(is[start..].iter().rev()).take_while(|(was, is)| was == is).count();
    let (was, is) = (&was[start..was.len() - end], &is[start..is.len() - end]);
    let all_was = |was: &[String]| was.iter().cloned().map(Line::Was).collect::<Vec<_>>();
    let all_is = |is: &[String]| is.iter().cloned().map(Line::Is).collect::<Vec<_>>();
    if was.len() * is.len() > MOST_PAIRS {
        return [all_was(was), all_is(is)].concat();
    }
    let common = common(was, is);
    let (mut shown, mut old, mut new) = (Vec::new(), 0, 0);
    for (at_old, at_new) in common.into_iter().chain([(was.len(), is.len())]) {
        shown.extend(all_was(&was[old..at_old]));
        shown.extend(all_is(&is[new..at_new]));
        (old, new) = (at_old + 1, at_new + 1);
    }
    shown
}

/// The places of the most lines that both have in the same order.
fn common(was: &[String], is: &[String]) -> Vec<(usize, usize)> {
    let width = is.len() + 1;
    // How many lines are common from a place in each to the ends.
    let mut most = vec![0_u32; (was.len() + 1) * width];
    for old in (0..was.len()).rev() {
        for new in (0..is.len()).rev() {
            let (down, right) = (most[(old + 1) * width + new], most[old * width + new + 1]);
            let both = most[(old + 1) * width + new + 1] + 1;
            most[old * width + new] = if was[old] == is[new] { both } else { down.max(right) };
        }
    }
    let (mut pairs, mut old, mut new) = (Vec::new(), 0, 0);
    while old < was.len() && new < is.len() {
        if was[old] == is[new] {
            pairs.push((old, new));
            (old, new) = (old + 1, new + 1);
        } else if most[(old + 1) * width + new] >= most[old * width + new + 1] {
            old += 1;
        } else {
            new += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(was: &str, is: &str) -> Vec<String> {
        let sign = |line: Line| match line {
            Line::Was(text) => format!("- {text}"),
            Line::Is(text) => format!("+ {text}"),
        };
        difference(was, is).into_iter().map(sign).collect()
    }

    #[test]
    fn items_stand_on_lines_of_their_own_and_only_those_that_changed_are_shown() {
        let was = "<ul><li>one</li><li>two<ul><li>a &lt; b</li></ul></li><li>three</li><li>four</li></ul>";
        let is =
            "<ul><li>One</li><li>two<ul><li>a &lt; b</li></ul></li><li><strong>three</strong></li><li>four</li></ul>";
        assert_eq!(shown(was, is), ["- one", "+ One", "- three", "+ **three**"]);
    }

    #[test]
    fn code_cells_and_ticks_are_written_as_in_notes() {
        assert_eq!(shown("<p>a <code>b</code></p>", "<p>a b</p>"), ["- a `b`", "+ a b"]);
        let block = |code: &str| format!("<pre><code class=\"language-sh\">x\n  {code}\n</code></pre>");
        assert_eq!(shown(&block("y"), &block("z")), ["-   y", "+   z"]);
        let table =
            |cell: &str| format!("<table><tr><td>a</td><td>{cell}</td></tr><tr><td>b</td><td>c</td></tr></table>");
        assert_eq!(shown(&table("1"), &table("2")), ["- a | 1", "+ a | 2"]);
        assert_eq!(shown("<li class=\"soa-todo\">a</li>", "<li class=\"soa-done\">a</li>"), ["- [ ] a", "+ [x] a"]);
    }

    #[test]
    fn markup_without_a_sign_is_shown_as_it_is() {
        assert_eq!(
            shown("<p>x<sub>2</sub></p><p>y</p>", "<p>x<sup>2</sup></p><p>y</p>"),
            ["- <p>x<sub>2</sub></p>", "+ <p>x<sup>2</sup></p>"]
        );
    }
}
