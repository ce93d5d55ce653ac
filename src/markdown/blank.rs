//! Blanks: names taken out of HTML wherever a reader would recognise them.
//!
//! Names and text are compared as they read: in small letters, in one width of characters, without spaces, and across
//! markup within a line. What nobody reads stays as it is: tags, formulas, sounds.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::html::Html;
use super::tags::{element, end_of_tag, entity};
use crate::text;

/// What stands for a name. Its length does not tell that of the name.
const BLANK: &str = "<span class=\"soa-blank\">…</span>";

/// Elements within a line, which a name may begin or end in.
#[rustfmt::skip]
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// What begins and ends what is no text, and no markup: formulas and sounds.
const OPAQUE: [(&str, &str); 3] = [("\\(", "\\)"), ("\\[", "\\]"), ("[sound:", "]")];

impl Html {
    /// The same HTML with every occurrence of `names` in its text blanked out; `None` when nothing else is in it.
    ///
    /// ```
    /// use soa_anki::markdown::Html;
    /// let blanked = |text, name: &str| Html::escape(text).blank(&[name.to_owned()]);
    /// assert_eq!(blanked("SQSの標準キュー", "sqs").unwrap().as_str(), "<span class=\"soa-blank\">…</span>の標準キュー");
    /// assert_eq!(blanked("dnsns", "SNS").unwrap().as_str(), "dnsns");
    /// assert_eq!(blanked("SQS.", "SQS"), None);
    /// ```
    pub fn blank(&self, names: &[String]) -> Option<Html> {
        let mut names: Vec<Name> = names.iter().map(|name| Name::of(name)).collect();
        names.retain(|name| !name.letters.is_empty());
        // At each place the longest name counts.
        names.sort_by_key(|name| std::cmp::Reverse(name.letters.len()));
        let text = Text::of(self.as_str());
        let mut blanks = Vec::new();
        let mut is_left = text.shows;
        for run in &text.runs {
            is_left |= find(run, &names, &mut blanks);
        }
        for reading in &text.readings {
            find(reading, &names, &mut blanks);
        }
        is_left.then(|| without(self.as_str(), &text.with_readings(blanks)))
    }
}

/// A name as it is compared.
struct Name {
    letters: Vec<char>,
    /// How many characters it has, without marks over them.
    length: usize,
}

impl Name {
    fn of(name: &str) -> Self {
        let mut run = Run::default();
        for character in name.chars() {
            run.push(character, &(0..0));
        }
        let letters: Vec<char> = run.letters.into_iter().map(|letter| letter.character).collect();
        let length = letters.iter().filter(|letter| !is_combining_mark(**letter)).count();
        Self { letters, length }
    }

    /// Whether it stands in `run` at `at`, and not as a part of another word.
    fn is_at(&self, run: &[Letter], at: usize) -> bool {
        let end = at + self.letters.len();
        let there = |found: &[Letter]| found.iter().map(|found| found.character).eq(self.letters.iter().copied());
        run.get(at..end).is_some_and(there) && !self.is_cut(run, at) && !self.is_cut(run, end)
    }

    /// Whether its edge, before the letter at `at`, is in the middle of a word.
    fn is_cut(&self, run: &[Letter], at: usize) -> bool {
        let (before, Some(after)) = (&run[..at], run.get(at)) else { return false };
        let Some(last) = before.last() else { return false };
        if last.bytes == after.bytes || is_combining_mark(after.character) {
            return true;
        }
        let base = before.iter().rfind(|letter| !is_combining_mark(letter.character)).unwrap_or(last);
        !after.apart && is_one_word(base.character, after.character, self.length)
    }
}

/// The names in a run: their bytes are added to `blanks`. Tells whether anything else in it is to be read.
fn find(run: &[Letter], names: &[Name], blanks: &mut Vec<Range<usize>>) -> bool {
    // Of most letters it is told at once that no name begins with them.
    let first: BTreeSet<char> = names.iter().map(|name| name.letters[0]).collect();
    let mut at = 0;
    let mut is_left = false;
    while at < run.len() {
        let begins = first.contains(&run[at].character);
        if let Some(name) = names.iter().find(|name| begins && name.is_at(run, at)) {
            let end = at + name.letters.len();
            blanks.push(run[at].bytes.start..run[end - 1].bytes.end);
            at = end;
        } else {
            is_left |= run[at].character.is_alphanumeric();
            at += 1;
        }
    }
    is_left
}

/// Whether a name of this length that ends between two characters would be a part of a word. Words in kanji are made of
/// words; of short ones in kana, too many are within others, but particles stand beside any.
fn is_one_word(one: char, other: char, length: usize) -> bool {
    match (Script::of(one), Script::of(other)) {
        (Script::Letters, Script::Letters) => true,
        (Script::Hiragana, Script::Hiragana) => length == 1,
        (Script::Katakana, Script::Katakana) => length <= 2,
        _ => false,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Of an alphabet, with digits: words have spaces between them.
    Letters,
    Hiragana,
    Katakana,
    Other,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '\u{3041}'..='\u{309f}' => Self::Hiragana,
            '\u{30a1}'..='\u{30ff}' => Self::Katakana,
            c if c.is_alphanumeric() && !text::is_wide(c) => Self::Letters,
            _ => Self::Other,
        }
    }
}

/// A character as it is compared.
#[derive(Debug)]
struct Letter {
    character: char,
    /// Where in the HTML the character stands that it is, or is a part of.
    bytes: Range<usize>,
    /// Whether there is a space or the like before it.
    apart: bool,
}

/// Letters that follow each other in a line or a paragraph.
#[derive(Debug, Default)]
struct Run {
    letters: Vec<Letter>,
    apart: bool,
}

impl Run {
    fn push(&mut self, character: char, bytes: &Range<usize>) {
        if character.is_whitespace() {
            self.apart = true;
            return;
        }
        for character in std::iter::once(character).nfkd().flat_map(char::to_lowercase) {
            if character.is_alphanumeric() {
                self.join_hyphenated();
            }
            let apart = std::mem::take(&mut self.apart);
            self.letters.push(Letter { character, bytes: bytes.clone(), apart });
        }
    }

    /// `log-in` reads as `log in` does.
    fn join_hyphenated(&mut self) {
        if let [.., before, hyphen] = &*self.letters
            && matches!(hyphen.character, '-' | '\u{2010}' | '\u{2011}' | '・')
            && before.character.is_alphanumeric()
            && !hyphen.apart
            && !self.apart
        {
            self.letters.pop();
            self.apart = true;
        }
    }
}

/// What is to be read in HTML.
#[derive(Default)]
struct Text {
    /// Names do not reach from one run into the next.
    runs: Vec<Vec<Letter>>,
    /// What stands over words says what they say.
    readings: Vec<Vec<Letter>>,
    rubies: Vec<Ruby>,
    /// Whether there is something to see or to hear that is no text.
    shows: bool,
}

/// A word with its reading.
#[derive(Default)]
struct Ruby {
    bytes: Range<usize>,
    /// Where its reading stands: `<rt>` and `<rp>` with all that is in them.
    readings: Vec<Range<usize>>,
}

impl Text {
    fn of(html: &str) -> Self {
        let mut text = Self::default();
        let mut run = Run::default();
        let mut at = 0;
        while let Some(piece) = next_piece(html, at) {
            at = match piece {
                Piece::Character(character, bytes) => {
                    run.push(character, &bytes);
                    bytes.end
                }
                Piece::Opaque(end) => {
                    text.shows = true;
                    run.apart = true;
                    end
                }
                Piece::Tag(end) => text.tag(html, at..end, &mut run),
            };
        }
        text.runs.push(run.letters);
        text
    }

    /// Goes past a tag, and past what is read beside the text.
    fn tag(&mut self, html: &str, tag: Range<usize>, run: &mut Run) -> usize {
        let (written, end) = (&html[tag.clone()], tag.end);
        let name = element(written).unwrap_or_default();
        let opens = !written.starts_with("</");
        match &*name {
            "img" | "video" | "audio" => self.shows = true,
            "br" => run.apart = true,
            "ruby" if opens => {
                let length = html[end..].find("</ruby>").unwrap_or_default();
                self.rubies.push(Ruby { bytes: end..end + length, readings: Vec::new() });
            }
            "rt" | "rp" if opens => return self.reading(html, end, &name),
            "sup" if written.contains("soa-note") => {
                run.apart = true;
                return html[end..].find("</sup>").map_or(end, |length| end + length);
            }
            name if INLINE.contains(&name) => {}
            _ => self.runs.push(std::mem::take(run).letters),
        }
        end
    }

    /// A reading is a run of its own: the word that it is over goes on after it.
    fn reading(&mut self, html: &str, start: usize, name: &str) -> usize {
        let end = html[start..].find(&format!("</{name}>")).map_or(html.len(), |length| start + length);
        if let Some(ruby) = self.rubies.last_mut().filter(|ruby| ruby.bytes.contains(&start)) {
            ruby.readings.push(start..end);
        }
        let inner = Self::of(&html[start..end]);
        let moved = |letter: Letter| Letter { bytes: letter.bytes.start + start..letter.bytes.end + start, ..letter };
        self.readings.extend(inner.runs.into_iter().map(|run| run.into_iter().map(moved).collect()));
        end
    }

    /// `blanks` in order, with the readings of what they are over; a name in a reading blanks the word as well.
    fn with_readings(&self, mut blanks: Vec<Range<usize>>) -> Vec<(Range<usize>, &'static str)> {
        let touches = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        let mut hidden = Vec::new();
        for ruby in &self.rubies {
            let (in_reading, others): (Vec<_>, Vec<_>) = blanks.iter().cloned().partition(|blank| {
                ruby.readings.iter().any(|reading| reading.start <= blank.start && blank.end <= reading.end)
            });
            let over = others.iter().any(|blank| touches(blank, &ruby.bytes));
            if !over && in_reading.is_empty() {
                continue;
            }
            blanks = others;
            if !over {
                blanks.push(ruby.bytes.clone());
            }
            hidden.extend(ruby.readings.iter().cloned());
        }
        let blanks = blanks.into_iter().map(|blank| (blank, BLANK));
        let mut all: Vec<_> = blanks.chain(hidden.into_iter().map(|reading| (reading, ""))).collect();
        all.sort_by_key(|(bytes, _)| (bytes.start, std::cmp::Reverse(bytes.end)));
        // What is in another goes with it.
        all.dedup_by(|later, earlier| later.0.end <= earlier.0.end);
        all
    }
}

/// What HTML is made of.
enum Piece {
    Character(char, Range<usize>),
    /// What is no text, up to here.
    Opaque(usize),
    /// A tag, up to here.
    Tag(usize),
}

impl Piece {
    /// Its text, which begins at `start`, and its end.
    fn written<'h>(&self, html: &'h str, start: usize) -> (&'h str, usize) {
        let (Self::Character(_, Range { end, .. }) | Self::Opaque(end) | Self::Tag(end)) = self;
        (&html[start..*end], *end)
    }
}

fn next_piece(html: &str, at: usize) -> Option<Piece> {
    let rest = &html[at..];
    let character = rest.chars().next()?;
    let one = |length: usize, character| Some(Piece::Character(character, at..at + length));
    match character {
        '<' => Some(Piece::Tag(end_of_tag(rest).map_or(html.len(), |end| at + end + 1))),
        '&' => {
            let (character, length) = entity(rest).unwrap_or(('&', 1));
            one(length, character)
        }
        '\\' | '[' => {
            let end = OPAQUE.iter().find_map(|(open, close)| {
                let inner = rest.strip_prefix(open)?;
                Some(at + open.len() + inner.find(close)? + close.len())
            });
            end.map_or_else(|| one(1, character), |end| Some(Piece::Opaque(end)))
        }
        _ => one(character.len_utf8(), character),
    }
}

/// `html` with other markup in place of the text in these ranges, which are in order and apart. Tags stay, unless
/// nothing is left in them.
fn without(html: &str, ranges: &[(Range<usize>, &str)]) -> Html {
    let mut out = Html::default();
    // Of each element that is open: its start, and the start of its content here and there.
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    let (mut at, mut hidden_to) = (0, 0);
    let mut ranges = ranges.iter().peekable();
    while let Some(piece) = next_piece(html, at) {
        while let Some((range, instead)) = ranges.next_if(|(range, _)| range.start <= at) {
            out.push_markup(instead);
            hidden_to = range.end;
        }
        let start = at;
        let written;
        (written, at) = piece.written(html, at);
        let is_tag = matches!(piece, Piece::Tag(_));
        let name = if is_tag { element(written).unwrap_or_default() } else { String::new() };
        let is_inline = name != "wbr" && INLINE.contains(&&*name);
        let closed = if is_inline && written.starts_with("</") { open.pop() } else { None };
        match closed {
            Some((begin, here, there)) if here == out.len() && there < start => {
                out.truncate(begin);
                continue;
            }
            None if is_inline => open.push((out.len(), out.len() + written.len(), at)),
            _ => {}
        }
        if at > hidden_to || is_tag && name != "br" {
            out.push_markup(written);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With `_` for each blank.
    fn blanked(html: &str, names: &[&str]) -> String {
        let mut field = Html::default();
        field.push_markup(html);
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        field.blank(&names).map_or_else(String::new, |html| html.as_str().replace(BLANK, "_"))
    }

    #[test]
    fn words_of_an_alphabet_are_whole() {
        assert_eq!(blanked("dnsns と SNS、sns。", &["SNS"]), "dnsns と _、_。");
        assert_eq!(blanked("標準SQSキュー", &["SQS"]), "標準_キュー");
        assert_eq!(blanked("C++ と C#", &["C++"]), "_ と C#");
        assert_eq!(blanked("Überlingen: über uns", &["ÜBER"]), "Überlingen: _ uns");
    }

    #[test]
    fn short_names_in_kana_are_whole_and_others_are_found_in_compounds() {
        assert_eq!(blanked("ブログのログ", &["ログ"]), "ブログの_");
        assert_eq!(blanked("セキュリティグループのルール", &["グループ"]), "セキュリティ_のルール");
        assert_eq!(blanked("このかには赤い", &["かに"]), "この_は赤い");
        assert_eq!(blanked("ひのき、火（ひ）", &["ひ"]), "ひのき、火（_）");
        assert_eq!(blanked("樹木と木", &["木"]), "樹_と_");
    }

    #[test]
    fn names_are_found_across_markup_within_a_line() {
        assert_eq!(blanked("<p><strong>Amazon</strong> SQS は</p>", &["Amazon SQS"]), "<p><strong>_</strong> は</p>");
        assert_eq!(blanked("a <code>SQS</code>b", &["SQS"]), "a <code>SQS</code>b");
        assert_eq!(blanked("x A<em>B</em>C x", &["ABC"]), "x _ x");
        assert_eq!(blanked("<p>Amazon</p><p>SQS x</p>", &["Amazon SQS"]), "<p>Amazon</p><p>SQS x</p>");
        assert_eq!(blanked("x Simple<br>Queue Service", &["Simple Queue Service"]), "x _");
        assert_eq!(blanked("H<sub>2</sub>O x", &["H2O"]), "_ x");
        assert_eq!(blanked("SQS<sup class=\"soa-note\">1</sup> x", &["SQS"]), "_<sup class=\"soa-note\">1</sup> x");
    }

    #[test]
    fn highlighted_code_stays_whole() {
        let code = "<pre><code><span class=\"soa-hl-keyword\">SELECT</span> a</code></pre>";
        assert_eq!(blanked(code, &["select"]), code.replace("SELECT", "_"));
        assert_eq!(blanked(code, &["select a", "span"]), "");
    }

    #[test]
    fn widths_of_characters_spaces_and_hyphens_do_not_matter() {
        assert_eq!(blanked("ｓｑｓと ﾊﾞｹｯﾄ", &["SQS", "バケット"]), "_と _");
        assert_eq!(blanked("login, log-in, log in; xlogin", &["log in"]), "_, _, _; xlogin");
        assert_eq!(blanked("かがく", &["か"]), "かがく");
        assert_eq!(blanked("R&amp;D x &amp;", &["R&D"]), "_ x &amp;");
    }

    #[test]
    fn what_is_no_text_stays() {
        let html = "<a href=\"https://sqs.test/?a>b\" title='SQS'>ここ</a> \\(SQS\\) [sound:SQS.mp3]";
        assert_eq!(blanked(html, &["SQS", "sqs", "https", "a"]), html);
        assert_eq!(blanked("SQS <img src=\"SQS.png\" alt=\"SQS\">", &["SQS"]), "_ <img src=\"SQS.png\" alt=\"SQS\">");
        assert_eq!(blanked("x &amp;amp; lt", &["amp", "lt"]), "x &amp;_; _");
    }

    #[test]
    fn a_word_goes_with_its_reading() {
        let ruby = "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>";
        assert_eq!(blanked(&format!("{ruby}の本"), &["漢字"]), "<ruby>_</ruby>の本");
        assert_eq!(blanked(&format!("{ruby}の本"), &["かんじ"]), "<ruby>_</ruby>の本");
        assert_eq!(blanked(&format!("{ruby}の本"), &["漢字の本"]), "");
        assert_eq!(blanked("<ruby>常用<rt>じょうよう</rt></ruby>漢字 x", &["常用漢字"]), "<ruby>_</ruby> x");
        assert_eq!(blanked("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby> x", &["漢字"]), "<ruby>_</ruby> x");
    }

    #[test]
    fn nothing_but_blanks_asks_nothing() {
        assert_eq!(blanked("<p>SQS、sqs。</p>", &["SQS"]), "");
        assert_eq!(blanked("<p><img src=\"a.png\"></p>", &["SQS"]), "<p><img src=\"a.png\"></p>");
        assert_eq!(blanked("&amp; x", &[""]), "&amp; x");
    }

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(blanked("SQS FIFO queue, SQS", &["SQS", "SQS FIFO"]), "_ queue, _");
    }
}
