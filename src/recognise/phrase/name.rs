//! What a line is called: labels, marks of unfinished text, and a term less its numbering, ornaments and markers.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::{has_word, is_cjk, is_number};
use crate::lexicon::{self, Class, Lexicon};

/// Longest text that says only that something is yet to be written, in bytes: no word of ours is half as long. It bounds
/// what is looked up, and no words of the author.
const LONGEST_UNWRITTEN: usize = 60;
/// Longest label, in characters.
const LONGEST_LABEL: usize = 16;
/// The brackets that a label may stand in.
const OPEN_BRACKETS: [char; 6] = ['（', '(', '[', '【', '「', '［'];

/// Whether a line belongs to what it stands under, by what it begins with: 例, 注意, Note.
///
/// `linked`: whether what follows its separator is nothing but links.
pub fn is_label(text: &str, linked: impl Fn() -> bool) -> bool {
    let text = text.trim_start();
    let may_begin = |text: &str| text.starts_with(|first| lexicon::LABELS_BEGIN.may_be(first));
    if !may_begin(text) && !may_begin(text.trim_start_matches(OPEN_BRACKETS).trim_start()) {
        return false;
    }
    if lexicon::starts(Class::LabelStart, text) {
        return true;
    }
    let Some(head) = label_head(text) else {
        return false;
    };
    let head = head.trim().trim_end_matches('.').trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace());
    let head = head.strip_suffix("について").unwrap_or(head);
    lexicon::is(Class::Label, head) || (lexicon::is(Class::LinkLabel, head) && linked())
}

/// Whether a line begins with one of the author's own labels, as a label is written: 「補足：」, "[Tip] …".
pub fn is_own_label(words: &Lexicon, text: &str) -> bool {
    let text = text.trim_start();
    if words.own_start(Class::LabelStart, text).is_some() {
        return true;
    }
    let inner = text.trim_start_matches(OPEN_BRACKETS);
    words.own(Class::Label).iter().any(|label| {
        let begins = inner.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label));
        let rest = if begins { inner[label.len()..].trim_start() } else { return false };
        rest.is_empty() || rest.starts_with([':', '：', ')', '）', ']', '】', '」', '］', '-', '–', '—'])
    })
}

/// How many bytes at the start of a line only say that a link follows: 「参考：」, "Docs:".
pub fn link_label(text: &str) -> usize {
    let head = label_head(text).unwrap_or_default();
    let key = lexicon::key(head);
    let lists = [Class::LinkLabel, Class::Reference, Class::ReferenceOverLinks];
    let known = lexicon::is_any(&lists, &key);
    if known { head.len() + "： ".len() } else { 0 }
}

/// What stands before the first separator or closing bracket, without an opening one: the whole of a short line.
fn label_head(text: &str) -> Option<&str> {
    let inner = text.trim_start_matches(OPEN_BRACKETS);
    let mut last = ' ';
    for (count, (at, c)) in inner.char_indices().enumerate() {
        let dash = last == ' ' && matches!(c, '-' | '–' | '—') && inner[at + c.len_utf8()..].starts_with(' ');
        if dash || matches!(c, '：' | ':' | '）' | ')' | ']' | '】' | '」' | '］') {
            return Some(&inner[..at]);
        }
        if count == LONGEST_LABEL {
            return None;
        }
        last = c;
    }
    Some(inner)
}

/// Whether the title of what is folded away only says so, and names nothing: "Click to expand", 「コードを見る」.
pub fn is_summary(words: &Lexicon, title: &str) -> bool {
    let key = lexicon::key(title.trim_matches(|c: char| !c.is_alphanumeric()));
    let known = |key: &str| words.is(Class::AnswerTitle, key) || words.is(Class::SummaryTitle, key);
    let verb = lexicon::words(Class::UnfoldingVerb).iter().find_map(|verb| key.strip_prefix(verb));
    let end = lexicon::words(Class::UnfoldingEnd).iter().find_map(|end| key.strip_suffix(end));
    known(&key)
        || lexicon::starts(Class::UnfoldingStart, &key)
        || lexicon::ends(Class::MoreEnd, &key)
        || verb.or(end).is_some_and(|what| known(what.trim()))
}

/// Whether a line is marked as unfinished: `TODO`, `(未)`, 要確認.
pub fn is_to_do(words: &Lexicon, text: &str) -> bool {
    says_to_do(text) || has_unfinished_mark(words, text) || is_unwritten(words, text)
}

/// What stands in place of an answer that is missing, where nothing else does.
const UNWRITTEN: [&str; 3] = ["TBD", "TBA", "WIP"];

/// Whether a line is called unfinished by its first or last word. There is no white space around `text`.
pub fn says_to_do(text: &str) -> bool {
    // Asked of every line: nearly all are told by their first and last characters.
    if UNWRITTEN.contains(&text.trim_end_matches(['.', '。'])) {
        return true;
    }
    let may = text.starts_with(['T', 'F', 't', '要']) || text.ends_with(['認', 'O', 'E', 'D', 'd']);
    if !may {
        return false;
    }
    let word = |word: &str| {
        text.strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-'))
    };
    let lower = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    word("TODO")
        || word("FIXME")
        || lower("todo:")
        || text.starts_with("要確認")
        || text.ends_with("要確認")
        || ends_unfinished(text)
}

/// Whether a text says in its middle that something is missing: "Breaks glucose. TODO: the number of ATP".
pub fn leaves_to_do(text: &str) -> bool {
    // Asked of every line: the search is prepared once.
    static MARK: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("TODO"));
    MARK.find_iter(text.as_bytes()).any(|at| {
        let (before, after) = (&text[..at], &text[at + "TODO".len()..]);
        before.ends_with([' ', '\u{3000}', '。', '、', '(', '（'])
            && after.strip_prefix([':', '：']).is_some_and(has_word)
    })
}

/// Whether a line ends with a word that its author put in place of what is missing: `NAT: TODO`, `TGW：調べる TODO`.
fn ends_unfinished(text: &str) -> bool {
    let after = |word: &str| text.strip_suffix(word).filter(|before| !before.is_empty());
    let apart = |before: &str| before.ends_with([' ', '\u{3000}', ':', '：', '。', '、']);
    let divided = |before: &str| before.trim_end().ends_with([':', '：', '=', '＝', '-', '–', '—', '→']);
    ["TODO", "FIXME"].into_iter().filter_map(after).any(apart)
        || ["TBD", "tbd"].into_iter().filter_map(after).any(|before| apart(before) && divided(before))
}

/// What a heading says that is yet to be written: `EFS` of `TODO: EFS`, nothing of `TODO`. "TODO comments" are written
/// about.
pub fn unwritten(text: &str) -> Option<&str> {
    let upper = ["TODO", "FIXME"].iter().find_map(|word| text.strip_prefix(word));
    let rest = upper.or_else(|| lexicon::begins(text, "todo:").then(|| &text["todo".len()..]))?;
    let after = rest.trim_start();
    let said = after.trim_start_matches([':', '：', '-', '–', '—']);
    (after.is_empty() || said.len() < after.len() && !rest.starts_with('-')).then(|| said.trim())
}

/// Whether a bracket in `text` says that it is unfinished. In any text of several lines, one that a line has is found.
pub fn has_unfinished_mark(words: &Lexicon, text: &str) -> bool {
    // `（` and `［` begin with 0xef, as do few other characters; `【` shares its first two bytes with much else, and is
    // known by its last.
    let brackets = memchr::memchr3_iter(b'(', b'[', 0xef, text.as_bytes());
    let last = "【".len() - 1;
    let wide = memchr::memchr_iter("【".as_bytes()[last], text.as_bytes()).filter_map(|end| end.checked_sub(last));
    let wide = wide.filter(|&at| text.as_bytes()[at..].starts_with("【".as_bytes()));
    brackets.chain(wide).any(|at| is_unfinished_mark(words, &text[at..]))
}

/// Whether a line, or what stands behind its colon, says only that it is yet to be written, in brackets or not:
/// 「（あとで書く）」, 「集合管：あとで書く」.
pub fn is_unwritten(words: &Lexicon, text: &str) -> bool {
    // Asked of every line: nearly all are told by their last character.
    let own = !words.own(Class::Unfinished).is_empty();
    let closes = text.ends_with([')', '）', '】', ']', '］']);
    if !own && !closes && !text.ends_with(|last| lexicon::UNWRITTEN_END.may_be(last)) {
        return false;
    }
    let said = text.rfind([':', '：']).map_or(text, |at| text[at..].trim_start_matches([':', '：']).trim_start());
    if !own && said.len() > LONGEST_UNWRITTEN {
        return false;
    }
    let bracket = said.chars().next().filter(|_| closes).and_then(|open| bracketed(said, 0, open));
    let inner = bracket.filter(|(range, _)| range.end == said.len()).map(|(_, inner)| inner);
    let key = lexicon::key(inner.unwrap_or(said));
    let is_line = said.len() == text.len();
    words.is(Class::Unwritten, &key)
        || words.is_own(Class::Unfinished, &key)
        || inner.is_some() && is_line && words.is(Class::UnwrittenInBrackets, &key)
}

/// Whether `text` begins with such a bracket.
fn is_unfinished_mark(words: &Lexicon, text: &str) -> bool {
    let mut chars = text.chars();
    let Some(close) = chars.next().and_then(closing_bracket) else {
        return false;
    };
    let inner = chars.as_str();
    let rest = inner.trim_start();
    words.words(Class::Unfinished).any(|word| {
        let begins = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let after = if begins { rest[word.len()..].trim_start() } else { "" };
        after.starts_with(close)
    })
}

/// The bracket that opens at `at`, and what is in it.
pub(super) fn bracketed(text: &str, at: usize, open: char) -> Option<(Range<usize>, &str)> {
    let close = closing_bracket(open)?;
    let inner = at + open.len_utf8();
    let end = inner + text[inner..].find(close)?;
    Some((at..end + close.len_utf8(), &text[inner..end]))
}

/// The length of the brackets that `text` begins with, after white space: 「（LTM）…」. 0 if there are none.
pub fn bracketed_start(text: &str) -> usize {
    let open = text.len() - text.trim_start().len();
    let bracket = text[open..].chars().next().filter(|c| matches!(c, '(' | '（'));
    let found = bracket.and_then(|bracket| bracketed(text, open, bracket));
    found.map_or(0, |(range, _)| range.end)
}

/// What closes a bracket in which markers stand.
fn closing_bracket(open: char) -> Option<char> {
    match open {
        '(' => Some(')'),
        '（' => Some('）'),
        '【' => Some('】'),
        '[' => Some(']'),
        '［' => Some('］'),
        _ => None,
    }
}

/// A term less its numbering, its markers and its trailing colon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The term, as offsets in the text.
    pub range: Range<usize>,
    /// Tags by markers, in their order.
    pub tags: Vec<String>,
    /// Whether a marker says that it is not finished.
    pub is_unfinished: bool,
    /// Whether a star says that it is important.
    pub is_starred: bool,
}

/// Takes off `text` what is not the term itself. `words` has the author's markers, too.
pub fn name(text: &str, words: &Lexicon) -> Named {
    let mut named = Named { range: crate::markdown::trimmed(text, 0..text.len()), ..Named::default() };
    loop {
        let before = named.range.clone();
        named.range.start += ornament(&text[before.clone()]);
        strip_markers(text, words, &mut named);
        let term = &text[named.range.clone()];
        let undecorated = without_separator(term);
        let plain = undecorated.trim_end_matches(is_emoji).trim_end();
        // After white space: `C♯` and `A♠` are names.
        let decorated = has_word(plain) && undecorated[plain.len()..].starts_with(char::is_whitespace);
        named.range.end = named.range.start + if decorated { plain.len() } else { undecorated.len() };
        named.range.start = named.range.end - text[named.range.clone()].trim_start().len();
        if named.range == before {
            return named;
        }
    }
}

/// A term without the separator that it ends with: `Sparta:`, `Sparta –`. "C -" is not "C-".
fn without_separator(term: &str) -> &str {
    let term = term.trim_end().trim_end_matches([':', '：']).trim_end();
    let dash = term.strip_suffix(['-', '–', '—', '=', '＝']).filter(|rest| rest.ends_with([' ', '\u{3000}']));
    dash.map_or(term, |rest| if has_word(rest) { rest.trim_end() } else { term })
}

/// How many bytes of numbering or emoji bullets `text` begins with.
pub fn ornament(text: &str) -> usize {
    let numbered = numbering(text);
    if numbered > 0 {
        return numbered;
    }
    let mark = |c| {
        is_emoji(c) || matches!(c, '■' | '□' | '◆' | '◇' | '●' | '○' | '▼' | '▲' | '▶' | '►' | '▪' | '◾' | '・' | '•')
    };
    // `\* term`: a bullet that is written as text.
    let rest = text.strip_prefix("* ").unwrap_or(text).trim_start_matches(mark);
    if rest.len() == text.len() {
        return 0;
    }
    // A term that is nothing but emoji keeps them; 「○×問題」 and 「○○市」 are words.
    let is_word = lexicon::starts(Class::WrongMark, rest) || text.starts_with("○○") || text.starts_with("●●");
    if has_word(rest) && !is_word { text.len() - rest.trim_start().len() } else { 0 }
}

fn is_emoji(c: char) -> bool {
    let drawn = matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}' | '⭐');
    drawn && c != '★'
}

/// Whether a line begins with a number that counts it.
pub fn is_numbered(text: &str) -> bool {
    numbering(text) > 0
}

/// How many bytes of numbering `text` begins with: `1. `, `1.2 `, `3)`, `①`, `第2章`, `一、`.
pub(super) fn numbering(text: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    let end = match first {
        '①'..='⑳' => first.len_utf8(),
        '第' => chapter(text),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => {
            let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
            if rest.starts_with('、') { text.len() - rest.len() + '、'.len_utf8() } else { 0 }
        }
        '(' | '（' => parenthesised_number(text),
        _ => dotted_number(text),
    };
    if end == 0 {
        return 0;
    }
    let rest = text[end..].trim_start();
    // `1.5 - 2.0 m` is a range, `1. --help` a numbered name.
    let after = rest.trim_start_matches(['-', '–', '—', '~', '〜', '～']);
    let is_bound = text[..end].ends_with(is_number) && after.len() < rest.len() && after.starts_with(' ');
    let fits = has_word(rest) && !is_bound && !is_measured(&text[..end], &text[end..]);
    if fits { text.len() - rest.len() } else { 0 }
}

/// Whether a number is no numbering but an amount, by the unit after it: 「`2.4 GHz`帯」, 「1.5倍」.
fn is_measured(number: &str, after: &str) -> bool {
    let word = after.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let unit = lexicon::is(Class::DecimalUnitWord, word) || lexicon::starts(Class::DecimalUnit, after);
    unit && number.ends_with(|c: char| c.is_ascii_digit())
}

pub(super) fn chapter(text: &str) -> usize {
    let rest = text['第'.len_utf8()..].trim_start_matches(is_number);
    let counter = ['章', '部', '節'].iter().find(|counter| rest.starts_with(**counter));
    let Some(counter) = counter else { return 0 };
    let after = &rest[counter.len_utf8()..];
    let trimmed = after.trim_start_matches([':', '：', ' ', '\u{3000}', '.', '．']);
    if trimmed.len() < after.len() { text.len() - trimmed.len() } else { 0 }
}

fn parenthesised_number(text: &str) -> usize {
    let inner = text.trim_start_matches(['(', '（']);
    let is_digit = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c);
    let rest = inner.trim_start_matches(|c: char| is_digit(&c));
    let digits = inner.chars().take_while(is_digit).count();
    match rest.chars().next() {
        Some(close @ (')' | '）')) if (1..=2).contains(&digits) => text.len() - rest.len() + close.len_utf8(),
        _ => 0,
    }
}

/// `1.` `1)` `1.2` `1.2.`: groups of at most two digits, so that `802.11` and `10.0.0.0/8` stay.
fn dotted_number(text: &str) -> usize {
    let is_digit = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c);
    let mut at = 0;
    let mut groups = 0;
    loop {
        let group: usize = text[at..].chars().take_while(is_digit).map(char::len_utf8).sum();
        let count = text[at..at + group].chars().count();
        if count == 0 || count > 2 {
            break;
        }
        groups += 1;
        let after = text[at + group..].chars().next();
        match after {
            Some(dot @ ('.' | '．')) => at += group + dot.len_utf8(),
            Some('-') if text[at + group + 1..].starts_with(|c: char| c.is_ascii_digit()) => at += group + 1,
            Some(close @ (')' | '）' | '、')) if groups == 1 => {
                return at + group + close.len_utf8();
            }
            Some(c) if groups > 1 && (c.is_whitespace() || is_cjk(c)) => {
                return if is_amount_of(text, at + group) { 0 } else { at + group };
            }
            // As in the names of files: `2-1_監視`.
            Some('_') if groups > 1 => return at + group + 1,
            _ => return 0,
        }
    }
    let next = text[at..].chars().next().filter(|_| text[..at].ends_with(['.', '．']));
    let fits = next.is_some_and(|c| c.is_whitespace() || is_cjk(c) || c.is_uppercase() || matches!(c, '[' | '`' | '('));
    if at > 0 && fits { at } else { 0 }
}

/// Whether what begins with a number like `1.5`, up to `end`, is an amount and no title with its number: `0.5 daily`, `5.5 to 6.0`,
/// `1.5 litres`, 「32.7以上」.
fn is_amount_of(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let mut words = rest.split_whitespace();
    let (next, after) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let joins = |word: &str| {
        lexicon::is_any(&[Class::UnitWord, Class::Conjunction], word) || after.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_bound = || rest.starts_with(['以', '未', '超']);
    text.starts_with("0.") || next.starts_with(char::is_lowercase) && joins(next) || is_bound()
}

/// Takes markers off both ends, and notes their tags.
fn strip_markers(text: &str, words: &Lexicon, named: &mut Named) {
    loop {
        let term = &text[named.range.clone()];
        let (edge, tag) = match (leading_marker(term, words), trailing_marker(term, words)) {
            (Some((length, tag)), _) => (Edge::Start(length), tag),
            (None, Some((length, tag))) => (Edge::End(length), tag),
            (None, None) => return,
        };
        let rest = match edge {
            Edge::Start(length) => named.range.start + length..named.range.end,
            Edge::End(length) => named.range.start..named.range.end - length,
        };
        let rest = crate::markdown::trimmed(text, rest);
        if !has_word(&text[rest.clone()]) {
            return;
        }
        named.range = rest;
        match tag {
            Marker::Unfinished => named.is_unfinished = true,
            Marker::Tag(tag) if !named.tags.contains(&tag) => named.tags.push(tag),
            Marker::Tag(_) => {}
            Marker::Star => named.is_starred = true,
        }
    }
}

enum Edge {
    Start(usize),
    End(usize),
}

/// What a marker says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// What it marks is not finished.
    Unfinished,
    /// What it marks has this tag.
    Tag(String),
    /// What it marks is important, as a star says.
    Star,
}

fn leading_marker(term: &str, words: &Lexicon) -> Option<(usize, Marker)> {
    let stars = term.len() - term.trim_start_matches('★').len();
    if stars > 0 {
        return Some((stars, Marker::Star));
    }
    let (range, inner) = bracketed(term, 0, term.chars().next()?)?;
    Some((range.end, marker_tag(inner, words)?))
}

fn trailing_marker(term: &str, words: &Lexicon) -> Option<(usize, Marker)> {
    let stars = term.len() - term.trim_end_matches('★').len();
    if stars > 0 {
        return Some((stars, Marker::Star));
    }
    if let Some(length) = ends_with_to_do(term) {
        return Some((length, Marker::Unfinished));
    }
    // Nearly no term ends like one.
    if !term.ends_with([')', '）', '】', ']', '］']) {
        return None;
    }
    let open = term.rfind(['(', '（', '【', '[', '［'])?;
    let (range, inner) = bracketed(term, open, term[open..].chars().next()?)?;
    (range.end == term.len()).then_some(())?;
    Some((range.len(), marker_tag(inner, words)?))
}

/// The length of the word by which a term is called unfinished at its end: `Meiosis TODO`.
fn ends_with_to_do(term: &str) -> Option<usize> {
    const WORD: &str = "TODO";
    term.strip_suffix(WORD).filter(|before| before.ends_with(char::is_whitespace)).map(|_| WORD.len())
}

pub(super) fn marker_tag(inner: &str, words: &Lexicon) -> Option<Marker> {
    let key = lexicon::key(inner);
    if words.is(Class::Unfinished, &key) {
        return Some(Marker::Unfinished);
    }
    let starred = key.trim_matches('★').is_empty() && !key.is_empty();
    let known = words.is(Class::Marker, &key);
    let tag = known.then(|| inner.trim().to_owned());
    tag.map(Marker::Tag).or_else(|| starred.then_some(Marker::Star))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_alone_before_a_low_line_belongs_to_the_name() {
        let number = |text: &'static str| &text[..numbering(text)];
        assert_eq!(["2-1_監視", "1.2_Alarms", "1.2 Alarms"].map(number), ["2-1_", "1.2_", "1.2 "]);
        assert_eq!(["0.5 daily", "18.2 or later", "32.7以上"].map(number), [""; 3]);
        assert!(["水。TODO：濃さを調べる", "a. TODO: see b"].map(leaves_to_do).iter().all(|&leaves| leaves));
        assert!(!["TODO：調べる", "水。TODO：", "a TODO list: b"].map(leaves_to_do).iter().any(|&leaves| leaves));
        assert_eq!(["2_名前", "12_factor", "802.11 b", "1.2) b"].map(number), [""; 4]);
    }

    #[test]
    fn each_word_that_says_what_is_to_do_is_enough() {
        let said = ["TODO b", "FIXME b", "todo: b", "Todo:b", "要確認の値", "値 要確認"];
        assert_eq!(said.map(says_to_do), [true; 6], "{said:?}");
        let none = ["TODOS b", "FIXME_NAME", "todo lists", "重要", "Tod", "a TO", "確認"];
        assert_eq!(none.map(says_to_do), [false; 7], "{none:?}");
    }
}
