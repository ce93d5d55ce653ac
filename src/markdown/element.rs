//! [`Element`]: what text can stand in, and the HTML of it.
//!
//! It owns the names of all elements of HTML that a field can hold. It knows nothing of text.

/// Where an element can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a line of text: words go on across its edges.
    Line,
    /// Apart from what is before and after it.
    Block,
    /// Nowhere: it is no HTML.
    Nowhere,
}

macro_rules! elements {
    ($($name:ident, $open:literal, $close:literal, $place:ident;)*) => {
        /// What text stands in. Each is documented by the HTML that opens it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Element {
            $(#[doc = concat!("`", $open, "`")] $name,)*
        }

        /// What opens and closes each element, and where it stands, in the order of the enum.
        const MARKUP: &[(&str, &str, Place)] = &[$(($open, $close, Place::$place),)*];

        /// All of them.
        const ALL: &[Element] = &[$(Element::$name,)*];
    };
}

elements! {
    Paragraph, "<p>", "</p>", Block;
    List, "<ul>", "</ul>", Block;
    Ordered, "<ol>", "</ol>", Block;
    FootnoteList, "<ol class=\"soa-footnotes\">", "</ol>", Block;
    Item, "<li>", "</li>", Block;
    ItemDone, "<li class=\"soa-done\">", "</li>", Block;
    ItemToDo, "<li class=\"soa-todo\">", "</li>", Block;
    Quote, "<blockquote>", "</blockquote>", Block;
    Callout, "<div class=\"soa-callout\">", "</div>", Block;
    Alert, "<div class=\"soa-callout soa-alert\">", "</div>", Block;
    Details, "<details open>", "</details>", Block;
    Summary, "<summary>", "</summary>", Block;
    Title, "<div class=\"soa-title\">", "</div>", Block;
    TitledCode, "<div class=\"soa-code\">", "</div>", Block;
    Footnote, "<div class=\"soa-footnotes\">", "</div>", Block;
    Table, "<table>", "</table>", Block;
    Row, "<tr>", "</tr>", Block;
    Cell, "<td>", "</td>", Block;
    CellCenter, "<td class=\"soa-center\">", "</td>", Block;
    CellEnd, "<td class=\"soa-end\">", "</td>", Block;
    HeadCell, "<th>", "</th>", Block;
    HeadCellCenter, "<th class=\"soa-center\">", "</th>", Block;
    HeadCellEnd, "<th class=\"soa-end\">", "</th>", Block;
    Caption, "<caption>", "</caption>", Block;
    TableHead, "<thead>", "</thead>", Block;
    TableBody, "<tbody>", "</tbody>", Block;
    TableFoot, "<tfoot>", "</tfoot>", Block;
    Descriptions, "<dl>", "</dl>", Block;
    Described, "<dt>", "</dt>", Block;
    Description, "<dd>", "</dd>", Block;
    Division, "<div>", "</div>", Block;
    Figure, "<figure>", "</figure>", Block;
    FigureCaption, "<figcaption>", "</figcaption>", Block;
    Preformatted, "<pre>", "</pre>", Block;
    Strong, "<strong>", "</strong>", Line;
    Emphasis, "<em>", "</em>", Line;
    Deleted, "<del>", "</del>", Line;
    Code, "<code>", "</code>", Line;
    Key, "<kbd>", "</kbd>", Line;
    Mark, "<mark>", "</mark>", Line;
    Quoted, "<q>", "</q>", Line;
    Small, "<small>", "</small>", Line;
    Sub, "<sub>", "</sub>", Line;
    Sup, "<sup>", "</sup>", Line;
    Underline, "<u>", "</u>", Line;
    Ruby, "<ruby>", "</ruby>", Line;
    Reading, "<rt>", "</rt>", Line;
    ReadingBracket, "<rp>", "</rp>", Line;
    RubyBase, "<rb>", "</rb>", Line;
    Abbreviation, "<abbr>", "</abbr>", Line;
    Bold, "<b>", "</b>", Line;
    Citation, "<cite>", "</cite>", Line;
    Italic, "<i>", "</i>", Line;
    Inserted, "<ins>", "</ins>", Line;
    StruckOut, "<s>", "</s>", Line;
    Sample, "<samp>", "</samp>", Line;
    Variable, "<var>", "</var>", Line;
    Name, "", "", Nowhere;
    Outline, "", "", Nowhere;
}

impl Element {
    /// The HTML that opens it.
    pub fn open(self) -> &'static str {
        MARKUP[self as usize].0
    }

    /// The HTML that closes it.
    pub fn close(self) -> &'static str {
        MARKUP[self as usize].1
    }

    /// Where it stands.
    pub(crate) fn place(self) -> Place {
        MARKUP[self as usize].2
    }

    /// The element of raw HTML that has this name, without attributes.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        if name == "details" {
            return Some(Self::Details);
        }
        let is_its = |element: &Self| {
            let inner = element.open().strip_prefix('<').and_then(|open| open.strip_suffix('>'));
            inner == Some(name)
        };
        ALL.iter().copied().find(is_its)
    }

    /// Whether what follows it stands on a line of its own, whatever it is.
    pub(super) fn stands_alone(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::List
                | Self::Ordered
                | Self::FootnoteList
                | Self::Quote
                | Self::Callout
                | Self::Alert
                | Self::Details
                | Self::Title
                | Self::TitledCode
                | Self::Footnote
                | Self::Table
                | Self::Division
                | Self::Preformatted
        )
    }

    /// Whether a line of text ends where it closes.
    pub(super) fn ends_line(self) -> bool {
        matches!(self, Self::Paragraph | Self::Item | Self::ItemDone | Self::ItemToDo)
    }
}
