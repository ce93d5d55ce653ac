//! Blanks: names taken out of a [`Fragment`] wherever a reader would recognise them.
//!
//! Names and text are compared as they read: in small letters, in one width of characters, without spaces, and across
//! markup within a line. What nobody reads stays as it is: formulas, pictures, sounds.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::element::{Element, Place};
use super::fragment::{Fragment, Op, OpKind};
use super::media::Shown;
use crate::text;

impl Fragment {
    /// The same with every occurrence of `names` in its text blanked out; `None` when nothing else is in it.
    ///
    /// ```
    /// use soa_anki::Fragment;
    /// let blanked = |text, name: &str| Fragment::plain(text).blank(&[name.to_owned()]).map(|blanked| blanked.text());
    /// assert_eq!(blanked("SQSの標準キュー", "sqs").unwrap(), "…の標準キュー");
    /// assert_eq!(blanked("dnsns", "SNS").unwrap(), "dnsns");
    /// assert_eq!(blanked("SQS.", "SQS"), None);
    /// ```
    pub fn blank(&self, names: &[String]) -> Option<Fragment> {
        let mut names: Vec<Name> = names.iter().map(|name| Name::of(name)).collect();
        names.retain(|name| !name.letters.is_empty());
        // At each place the longest name counts.
        names.sort_by_key(|name| std::cmp::Reverse(name.letters.len()));
        let ops: Vec<Op> = self.markup().copied().collect();
        let mut text = Text { fragment: self, ops: &ops, readings: Vec::new(), rubies: Vec::new(), shows: false };
        let runs = text.runs(0..ops.len(), 0..self.text.len());
        let mut blanks = Vec::new();
        let mut is_left = text.shows;
        for run in &runs {
            is_left |= find(run, &names, &mut blanks);
        }
        for reading in &text.readings {
            find(reading, &names, &mut blanks);
        }
        let hidden = text.with_readings(blanks.iter().map(|blank| text.places(blank)).collect());
        is_left.then(|| without(self, &ops, &hidden))
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
    /// Where in the text the character stands that it is, or is a part of.
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
    fn push_text(&mut self, text: &str, range: Range<usize>) {
        for (at, character) in text[range.clone()].char_indices() {
            let start = range.start + at;
            self.push(character, &(start..start + character.len_utf8()));
        }
    }

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

/// A place in a fragment: how many operations are before it, and how many bytes of text.
type At = (usize, usize);

/// What is to be read in a fragment.
struct Text<'f> {
    fragment: &'f Fragment,
    /// Its operations that show.
    ops: &'f [Op],
    /// What stands over words says what they say.
    readings: Vec<Vec<Letter>>,
    rubies: Vec<Ruby>,
    /// Whether there is something to see or to hear that is no text.
    shows: bool,
}

/// A word with its reading.
#[derive(Default)]
struct Ruby {
    content: Range<At>,
    /// Where its reading stands, and what is around it where it cannot stand above.
    readings: Vec<Range<At>>,
}

impl Text<'_> {
    /// The letters of a part. Names do not reach from one run into the next.
    fn runs(&mut self, ops: Range<usize>, text: Range<usize>) -> Vec<Vec<Letter>> {
        let mut runs = Vec::new();
        let mut run = Run::default();
        let (mut next, mut at) = (ops.start, text.start);
        while next < ops.end {
            let op = self.ops[next];
            run.push_text(&self.fragment.text, at..op.at as usize);
            at = op.at as usize;
            if let Some(last) = self.op(next, &mut run, &mut runs) {
                (next, at) = (last, self.ops[last].at as usize);
            } else {
                next += 1;
            }
        }
        run.push_text(&self.fragment.text, at..text.end);
        runs.push(run.letters);
        runs
    }

    /// Takes in an operation. Returns the one up to which all is read beside the text.
    fn op(&mut self, place: usize, run: &mut Run, runs: &mut Vec<Vec<Letter>>) -> Option<usize> {
        let op = self.ops[place];
        match op.kind {
            OpKind::Media(media) => {
                let media = self.fragment.medium(media).and_then(|media| media.shown.as_ref());
                self.shows = true;
                run.apart |= matches!(media, Some(Shown::Sound { .. }));
            }
            OpKind::Break | OpKind::FootnoteNumber(_) | OpKind::FootnoteReference(_) => run.apart = true,
            OpKind::OpenMath(math) => {
                (self.shows, run.apart) = (true, true);
                return self.position(place, OpKind::CloseMath(math));
            }
            OpKind::Open(Element::Ruby) => {
                let end = self.position(place, OpKind::Close(Element::Ruby)).unwrap_or(place + 1);
                let content = (place + 1, op.at as usize)..(end, self.ops.get(end).map_or(0, |end| end.at as usize));
                self.rubies.push(Ruby { content, readings: Vec::new() });
            }
            OpKind::Open(element @ (Element::Reading | Element::ReadingBracket)) => {
                let end = self.position(place, OpKind::Close(element))?;
                self.reading(place + 1..end, op.at as usize..self.ops[end].at as usize);
                return Some(end);
            }
            kind if is_in_line(kind) => {}
            _ => runs.push(std::mem::take(run).letters),
        }
        None
    }

    /// Where the next operation of a kind stands.
    fn position(&self, after: usize, kind: OpKind) -> Option<usize> {
        self.ops[after..].iter().position(|op| op.kind == kind).map(|found| found + after)
    }

    /// A reading is a run of its own: the word that it is over goes on after it.
    fn reading(&mut self, ops: Range<usize>, text: Range<usize>) {
        let start = (ops.start, text.start);
        if let Some(ruby) = self.rubies.last_mut().filter(|ruby| ruby.content.contains(&start)) {
            ruby.readings.push(start..(ops.end, text.end));
        }
        let shows = self.shows;
        let runs = self.runs(ops, text);
        self.shows = shows;
        self.readings.extend(runs);
    }

    /// Where letters stand: after the operations that are before them.
    fn places(&self, letters: &Range<usize>) -> Range<At> {
        let start = self.ops.partition_point(|op| op.at as usize <= letters.start);
        let end = self.ops.partition_point(|op| (op.at as usize) < letters.end);
        (start, letters.start)..(end, letters.end)
    }

    /// `blanks` in order, with the readings of what they are over; a name in a reading blanks the word as well.
    fn with_readings(&self, mut blanks: Vec<Range<At>>) -> Vec<(Range<At>, Instead)> {
        let touches = |one: &Range<At>, other: &Range<At>| one.start < other.end && other.start < one.end;
        let mut hidden = Vec::new();
        for ruby in &self.rubies {
            let (in_reading, others): (Vec<_>, Vec<_>) = blanks.iter().cloned().partition(|blank| {
                ruby.readings.iter().any(|reading| reading.start <= blank.start && blank.end <= reading.end)
            });
            let over = others.iter().any(|blank| touches(blank, &ruby.content));
            if !over && in_reading.is_empty() {
                continue;
            }
            blanks = others;
            if !over {
                blanks.push(ruby.content.clone());
            }
            hidden.extend(ruby.readings.iter().cloned());
        }
        let blanks = blanks.into_iter().map(|blank| (blank, Instead::Blank));
        let mut all: Vec<_> = blanks.chain(hidden.into_iter().map(|reading| (reading, Instead::Nothing))).collect();
        all.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
        // What is in another goes with it.
        all.dedup_by(|later, earlier| later.0.end <= earlier.0.end);
        all
    }
}

/// What stands in place of what is hidden.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Instead {
    Blank,
    Nothing,
}

/// Whether an operation stands in a line, so that a name may begin or end beside it.
fn is_in_line(kind: OpKind) -> bool {
    match kind {
        OpKind::Open(element) | OpKind::Close(element) => element.place() != Place::Block,
        OpKind::OpenLink(_)
        | OpKind::CloseLink
        | OpKind::OpenMath(_)
        | OpKind::CloseMath(_)
        | OpKind::Break
        | OpKind::FootnoteReference(_)
        | OpKind::FootnoteNumber(_)
        | OpKind::OpenGap(_)
        | OpKind::CloseGap
        | OpKind::Media(_)
        | OpKind::Source(_) => true,
        OpKind::OpenOrdered(_)
        | OpKind::OpenSpanning(_)
        | OpKind::OpenCode(_)
        | OpKind::CloseCode
        | OpKind::Rule
        // What is hidden is a word by itself.
        | OpKind::Blank => false,
    }
}

/// `fragment` without the text in these ranges, which are in order and apart. Elements stay, unless nothing is left in
/// them.
fn without(fragment: &Fragment, ops: &[Op], ranges: &[(Range<At>, Instead)]) -> Fragment {
    let mut copy = Copy { fragment, out: Fragment::default(), open: Vec::new(), ranges, hidden_to: (0, 0) };
    copy.out.aside.clone_from(&fragment.aside);
    let mut at = 0;
    for (place, op) in ops.iter().enumerate() {
        copy.text(place, at..op.at as usize);
        at = op.at as usize;
        copy.op(place, *op);
    }
    copy.text(ops.len(), at..fragment.text.len());
    copy.out
}

/// The lengths of a fragment's text and of its operations.
type Length = (usize, usize);

/// A fragment that is written anew.
struct Copy<'f> {
    fragment: &'f Fragment,
    out: Fragment,
    /// Of each element that is open in a line: the lengths of text and operations before and after it was opened, and
    /// where its content begins.
    open: Vec<(Length, Length, At)>,
    /// What is to be hidden from here on.
    ranges: &'f [(Range<At>, Instead)],
    hidden_to: At,
}

impl Copy<'_> {
    /// Begins to hide what begins up to here.
    fn hide(&mut self, at: At) {
        while let Some(((range, instead), rest)) = self.ranges.split_first().filter(|((range, _), _)| range.start <= at)
        {
            if *instead == Instead::Blank {
                self.out.push(OpKind::Blank);
            }
            (self.hidden_to, self.ranges) = (range.end, rest);
        }
    }

    /// Copies text before the operation at `place`.
    fn text(&mut self, place: usize, mut text: Range<usize>) {
        while !text.is_empty() {
            self.hide((place, text.start));
            if (place, text.start) < self.hidden_to {
                let shown = if self.hidden_to.0 > place { text.end } else { self.hidden_to.1.min(text.end) };
                text.start = shown;
                continue;
            }
            let next = self.ranges.first().map(|(range, _)| range.start).filter(|start| start.0 == place);
            let end = next.map_or(text.end, |start| start.1.clamp(text.start, text.end));
            self.out.push_text(&self.fragment.text[text.start..end]);
            text.start = end;
        }
    }

    fn lengths(&self) -> (usize, usize) {
        (self.out.text.len(), self.out.ops.len())
    }

    fn op(&mut self, place: usize, op: Op) {
        let here = (place, op.at as usize);
        self.hide(here);
        let hides = here < self.hidden_to;
        match op.kind {
            OpKind::Close(element) if element.place() == Place::Line => return self.close(op.kind, here),
            OpKind::CloseLink => return self.close(op.kind, here),
            OpKind::Break
            | OpKind::OpenMath(_)
            | OpKind::CloseMath(_)
            | OpKind::FootnoteNumber(_)
            | OpKind::FootnoteReference(_)
                if hides =>
            {
                return;
            }
            OpKind::Media(media) if hides && self.is_sound(media) => return,
            _ => {}
        }
        let before = self.lengths();
        self.out.push(op.kind);
        let opens = match op.kind {
            OpKind::Open(element) => element.place() == Place::Line,
            kind => matches!(kind, OpKind::OpenLink(_)),
        };
        if opens {
            self.open.push((before, self.lengths(), (place + 1, here.1)));
        }
    }

    /// Closes an element in a line. It goes if all that was in it went.
    fn close(&mut self, kind: OpKind, here: At) {
        match self.open.pop() {
            Some((before, content, start)) if content == self.lengths() && start < here => {
                self.out.text.truncate(before.0);
                self.out.ops.truncate(before.1);
            }
            _ => self.out.push(kind),
        }
    }

    fn is_sound(&self, media: u32) -> bool {
        let shown = self.fragment.medium(media).and_then(|media| media.shown.as_ref());
        matches!(shown, Some(Shown::Sound { .. }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::write::BLANK;
    use crate::markdown::{Math, Size, sanitise};

    fn fragment(html: &str) -> Fragment {
        let mut fragment = sanitise(html).content;
        if !html.starts_with("<p>") {
            fragment.unwrap_paragraph();
        }
        fragment
    }

    fn shown(fragment: Option<Fragment>) -> String {
        fragment.map_or_else(String::new, |blanked| blanked.html().as_str().replace(BLANK, "_"))
    }

    fn blank(fragment: &Fragment, names: &[&str]) -> String {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        shown(fragment.blank(&names))
    }

    /// With `_` for each blank.
    fn blanked(html: &str, names: &[&str]) -> String {
        blank(&fragment(html), names)
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
        let mut noted = Fragment::plain("SQS");
        noted.push_footnote_reference(7);
        noted.push_text("4 x");
        noted.number_footnotes(|_| Some(1));
        assert_eq!(blank(&noted, &["SQS"]), "_<sup class=\"soa-note\">1</sup>4 x");
    }

    #[test]
    fn code_with_a_blank_has_no_colours() {
        let mut code = Fragment::default();
        code.push_code("sql", "SELECT a");
        assert_eq!(code.write(&[]).code.len(), 1);
        let hidden = code.blank(&["select".to_owned()]).unwrap();
        assert!(hidden.write(&[]).code.is_empty());
        assert_eq!(shown(Some(hidden)), "<pre><code class=\"language-sql\">_ a</code></pre>");
        assert_eq!(blank(&code, &["select a"]), "");
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
        let html = "<a href=\"https://sqs.test/?a\">ここ</a> ";
        let mut all = fragment(html);
        all.push_text(" ");
        all.push_math("SQS", Math::Inline);
        assert_eq!(blank(&all, &["SQS", "sqs", "https", "a"]), format!("{html}\\(SQS\\)"));
        let mut media = Fragment::plain("SQS ");
        media.push_media("SQS.png", Size::default());
        media.push_alternative("SQS");
        for (shown, html) in [
            (Shown::Picture { name: "SQS.png".to_owned(), size: Size::default() }, "<img src=\"SQS.png\" alt=\"SQS\">"),
            (Shown::Sound { name: "SQS.mp3".to_owned() }, "[sound:SQS.mp3]"),
        ] {
            media.show_media(|_| Some(shown.clone()));
            assert_eq!(blank(&media, &["SQS"]), format!("_ {html}"));
        }
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
        assert_eq!(blanked("<p><img src=\"a.png\"></p>", &["SQS"]), "<p>a.png</p>");
        assert_eq!(blanked("&amp; x", &[""]), "&amp; x");
    }

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(blanked("SQS FIFO queue, SQS", &["SQS", "SQS FIFO"]), "_ queue, _");
    }
}
