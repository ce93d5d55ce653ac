//! Signs that separate a term from its definition, and the two sides of a line at one.
//!
//! `masked` is always the line with code, links and addresses blotted out, byte for byte: signs in them separate nothing.

use std::ops::Range;

use super::mark::begins_with_bracketed_mark;
use super::name::{bracketed, marker_tag, numbering};
use super::{
    Side, bracket, has_predicate_first, has_word, is_capitalised, is_prompt, is_sign, not_a_term, without_brackets,
};
use crate::lexicon::{self, Class, Lexicon};
use crate::text::is_wider;

/// Widest state that an arrow leads from or to, in columns.
const WIDEST_STATE: usize = 10;
/// Widest left side of a separator, in columns.
const WIDEST_LEFT: usize = 60;
/// Widest left side that holds a comma, in columns.
const WIDEST_WITH_COMMA: usize = 30;
/// Longest sign before the number of an amount, and longest unit behind it, in characters: 「前」, `USD`, `v. Chr.`
const LONGEST_PREFIX: usize = 3;
const LONGEST_UNIT: usize = 8;
/// Most digits of a number that is a name: a port, a status.
const LONGEST_CODE: usize = 5;
/// Widest exclamation that may be a term, in columns: `Stop!`.
const WIDEST_EXCLAMATION: usize = 30;
/// Most characters of a formula behind its first sign.
const LONGEST_FORMULA: usize = 40;
/// Most letters side by side that stand for amounts: `ma`.
const LONGEST_SYMBOL: usize = 2;
/// Most letters side by side of a formula that holds functions: `sin`.
const LONGEST_FUNCTION: usize = 3;
/// Most words behind a minus sign: `revenue - fixed cost = profit`.
const MOST_MINUEND_WORDS: usize = 2;
/// Most words on the left side of a separator.
const MOST_LEFT_WORDS: usize = 8;

/// A line in two: a term and its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Separated {
    /// The term, as offsets in the line.
    pub left: Range<usize>,
    /// The definition; empty when the separator ends the line.
    pub right: Range<usize>,
}

impl Separated {
    /// The sides as offsets in a text, of a line that begins at `start` there.
    pub fn shifted_by(self, start: usize) -> Self {
        let at = |range: Range<usize>| range.start + start..range.end + start;
        Self { left: at(self.left), right: at(self.right) }
    }
}

/// The sides of the only arrow in a line, if both say something: 「誰が → `CloudTrail`」.
pub fn separate_at_arrow(line: &str, masked: &str) -> Option<Separated> {
    // An arrow holds `>` or begins with 0xe2: what is neither would never be found.
    memchr::memchr2(b'>', 0xe2, masked.as_bytes())?;
    let mut all = lexicon::words(Class::Arrow).iter().flat_map(|arrow| masked.match_indices(arrow)).peekable();
    all.peek()?;
    let held = held_together(masked);
    let is_free = |at: usize| held.get(held.partition_point(|held| held.end <= at)).is_none_or(|held| at < held.start);
    let mut arrows = all.filter(|&(at, _)| is_free(at));
    let (at, arrow) = arrows.next()?;
    let left = crate::markdown::trimmed(line, 0..at);
    let right = crate::markdown::trimmed(line, at + arrow.len()..line.len());
    // A colon to the left is the separator instead; so is one to the right, if the arrow joins two states:
    // 「実行 → 待機：入出力」.
    let colon = |text: &str| text.find('：').or_else(|| text.find(": "));
    let state = |text: &str| !is_wider(text.trim(), WIDEST_STATE);
    let changes = |colon: usize| state(&masked[..at]) && state(&masked[at + arrow.len()..][..colon]);
    let is_colons = colon(&masked[..at]).is_some() || colon(&masked[at + arrow.len()..]).is_some_and(changes);
    let fits = arrows.next().is_none()
        && !is_colons
        && has_word(&line[left.clone()])
        && has_word(&line[right.clone()])
        && !is_wider(&line[left.clone()], WIDEST_LEFT);
    fits.then_some(Separated { left, right })
}

/// The sides of a line with one gap, as lists of words and of dates are written: 「1192年　鎌倉幕府」, 「浄土宗 … 法然」.
///
/// A gap holds U+3000 or leader dots (`…`, `‥`). One such line may be chance: the caller counts them.
pub fn separate_at_gap(line: &str, masked: &str) -> Option<Separated> {
    let is_gap = |c: char| matches!(c, '\u{3000}' | '…' | '‥');
    let start = masked.find(is_gap)?;
    // A colon to the left is the separator instead: 「き：過去　接続＝連用形」.
    if separator(&masked[..start]).is_some_and(|(at, end)| matches!(&masked[at..end], ":" | "：")) {
        return None;
    }
    let end = start + masked[start..].find(|c| !is_gap(c) && c != ' ').unwrap_or(0);
    let left = crate::markdown::trimmed(line, 0..start);
    let right = crate::markdown::trimmed(line, end..line.len());
    let chapter = line[left.clone()].ends_with(['章', '部', '回', '節', '編']);
    let fits = !chapter
        && !masked[end..].contains('…')
        && has_word(&line[right.clone()])
        && is_left_side(&line[left.clone()])
        && not_a_term(&line[left.clone()]).is_none();
    fits.then_some(Separated { left, right })
}

/// The sides of a line with one `＝` that nothing parts from its sides: 「酸化＝電子を失う」. One such line may be a formula in
/// a sentence: the caller counts them.
pub fn separate_at_equals(line: &str, masked: &str) -> Option<Separated> {
    // It begins with 0xef, as do few other characters.
    memchr::memchr(0xef, masked.as_bytes())?;
    let (before, after) = masked.split_once('＝').filter(|(_, after)| !after.contains('＝'))?;
    let at = before.len();
    let left = crate::markdown::trimmed(line, 0..at);
    let right = crate::markdown::trimmed(line, at + '＝'.len_utf8()..line.len());
    let (name, value) = (&line[left.clone()], &line[right.clone()]);
    // 「マルクス＝アウレリウス」 is one name.
    let is_katakana = |text: &str| text.chars().all(|c| matches!(c, '\u{30a1}'..='\u{30ff}'));
    let fits = !(is_katakana(name) && value.starts_with(|c: char| is_katakana(c.encode_utf8(&mut [0; 4]))))
        && has_word(value)
        && is_left_side(name)
        && not_a_term(name).is_none()
        && separator(masked).is_none()
        && !is_held(before, after);
    fits.then_some(Separated { left, right })
}

/// The sides of a Japanese sentence that says what a term is: 「機会費用とは、選ばなかった選択肢の価値」.
pub fn separate_at_definition(line: &str, masked: &str) -> Option<Separated> {
    const MARKS: [&str; 2] = ["とは、", "とは，"];
    let (at, mark) = MARKS.iter().find_map(|mark| Some((masked.find(mark)?, mark)))?;
    let (left, right) = (line[..at].trim_end(), line[at + mark.len()..].trim_start());
    // 「急がないとは、」 goes on with a verb.
    let is_clause = || left.ends_with(['う', 'る', 'た', 'だ', 'い', 'く', 'す', 'て']);
    let fits = has_word(right)
        && !is_clause()
        && is_left_side(left)
        && not_a_term(left).is_none()
        && !super::points_back(left)
        && !lexicon::starts(Class::Compares, right)
        && !right.ends_with(['?', '？']);
    fits.then(|| Separated { left: 0..left.len(), right: line.len() - right.len()..line.len() })
}

/// The sides of a line that begins with a foreign word, which one blank parts from its meaning: 「give up あきらめる」,
/// 「abandon v. 放弃」.
///
/// The word is in small Latin letters, as dictionaries have it, and what follows has none but for the part of speech. One such
/// line may be a name, `git コマンド`: the caller counts them, and those that explain.
pub fn separate_at_meaning(line: &str) -> Option<Separated> {
    if line.is_ascii() || !line.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let is_of_word = |c: char| c.is_ascii_lowercase() || matches!(c, ' ' | '-' | '\'' | '’' | '/' | '(' | ')');
    let meaning = line.find(|c| !is_of_word(c) && c != '.')?;
    let word = line[..line.find(|c| !is_of_word(c))?.min(meaning)].trim_end();
    // `abandon v. 放弃`: the last word before a full stop is the part of speech.
    let word = if line[word.len()..].starts_with('.') { word.rsplit_once(' ')?.0.trim_end() } else { word };
    let rest = &line[word.len()..];
    let right = rest.trim_start();
    let begins = line[meaning..].chars().next().is_some_and(|c| super::is_cjk(c) || matches!(c, '〜' | '～'));
    let fits = right.len() < rest.len()
        && begins
        && line[..meaning].ends_with(' ')
        && !goes_on_as_sentence(&line[meaning..])
        && !line[meaning..].contains(|c: char| c.is_ascii_alphabetic())
        && !line.ends_with(['。', '．', '？', '！']);
    fits.then(|| Separated { left: 0..word.len(), right: line.len() - right.len()..line.len() })
}

/// Whether what follows a foreign word makes a sentence of it: 「を使う」, 「は仮想サーバー」. 「はやい」 does not.
fn goes_on_as_sentence(text: &str) -> bool {
    let mut chars = text.chars();
    let particle =
        chars.next().is_some_and(|c| matches!(c, 'は' | 'が' | 'を' | 'に' | 'の' | 'で' | 'と' | 'も' | 'へ'));
    particle && chars.next().is_none_or(|next| !super::is_hiragana(next))
}

/// Whether a meaning explains a word, and does not only make a longer name of it: it has an ending, or the part of speech of the
/// word.
pub fn is_meaning(text: &str) -> bool {
    text.contains(super::is_hiragana)
        || text.ends_with('다')
        || text.split_once(['.', ' ']).is_some_and(|(kind, _)| !kind.is_empty() && kind.is_ascii())
}

/// Whether brackets hold together what stands before and behind a sign.
fn is_held(before: &str, after: &str) -> bool {
    let opens = before.chars().filter(|&c| matches!(side(c), Some(Side::Open))).count();
    let closes = before.chars().filter(|&c| matches!(side(c), Some(Side::Close))).count();
    opens > closes && closes_later(after)
}

/// The sides of a line that begins with a number and a colon: `22: SSH`. Numbered lists look the same: the
/// caller looks at the numbers.
pub fn separate_at_number(line: &str) -> Option<Separated> {
    let end = line.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=LONGEST_CODE).contains(end))?;
    let rest = line[end..].strip_prefix([':', '：'])?;
    let right = crate::markdown::trimmed(line, line.len() - rest.len()..line.len());
    let says = line[right.clone()].starts_with(char::is_alphabetic);
    (right.start > end + 1 && says).then_some(Separated { left: 0..end, right })
}

/// The sides of a line whose term is in brackets: 「【分散】 標準偏差の二乗」. The definition is empty when the brackets
/// are all there is. A marker in brackets is no term: `words` has those of the lexicon and of the author.
pub fn separate_at_bracket(line: &str, words: &Lexicon) -> Option<Separated> {
    let (range, inner) = line.starts_with('【').then(|| bracketed(line, 0, '【'))??;
    let fits = has_word(inner)
        && marker_tag(inner, words).is_none()
        && not_a_term(inner).is_none()
        && !begins_with_bracketed_mark(words, line);
    let left = '【'.len_utf8()..'【'.len_utf8() + inner.len();
    let mut right = crate::markdown::trimmed(line, range.end..line.len());
    if line[right.clone()].starts_with(['：', ':']) {
        let colon = line[right.clone()].chars().next().map_or(0, char::len_utf8);
        right = crate::markdown::trimmed(line, right.start + colon..line.len());
    }
    fits.then_some(Separated { left, right })
}

/// The sides of a line at its first separator: `term：definition`, `term: definition`, `term:: definition`, a tab, a dash,
/// `=` or `＝` between spaces. The left side must read like a term.
pub fn separate(line: &str, masked: &str) -> Option<Separated> {
    let (start, end) = separator(masked).filter(|&at| !is_prompt(line) && !is_ratio(masked, at))?;
    let left = crate::markdown::trimmed(line, 0..start);
    let right = crate::markdown::trimmed(line, end..line.len());
    let is_spaced = masked[start..end].starts_with(' ');
    let goes_on = is_spaced && right_goes_on(&line[right.clone()]);
    let name = &line[left.clone()];
    let fits = is_left_side(name) || !is_spaced && is_exclaimed(name);
    (!goes_on && fits).then_some(Separated { left, right })
}

/// The sides of a line that says the same in two languages, each in a few words: `il pleut: it is raining`. One such line may
/// be a sentence that goes on behind its sign: the caller looks at the lines beside it.
pub fn separate_a_phrase(line: &str, masked: &str) -> Option<Separated> {
    let (start, end) = separator(masked).filter(|&at| !is_prompt(line) && !is_ratio(masked, at))?;
    let left = crate::markdown::trimmed(line, 0..start);
    let right = crate::markdown::trimmed(line, end..line.len());
    let (said, meant) = (&line[left.clone()], &line[right.clone()]);
    let is_brief = |text: &str| text.split_whitespace().take(MOST_LEFT_WORDS + 1).count() <= MOST_LEFT_WORDS;
    // What counts or lists behind its sign is a sentence.
    let lists = || meant.contains([',', ';', '、', '；']) || super::count_told(said).is_some();
    let fits = is_brief(meant) && has_word(meant) && may_be_left_side(said);
    (fits && (is_left_side(said) || !lists())).then_some(Separated { left, right })
}

/// The sides of a line at the first of the author's own separators. Brackets, quotations and ranges hold none together.
pub fn separate_at_own(line: &str, masked: &str, separators: &[String]) -> Option<Separated> {
    let found = separators.iter().filter_map(|own| Some((masked.find(own.as_str())?, own.len())));
    // Of two that begin at one place, the longer one was meant.
    let (start, length) = found.min_by_key(|&(at, length)| (at, std::cmp::Reverse(length)))?;
    let left = crate::markdown::trimmed(line, 0..start);
    let right = crate::markdown::trimmed(line, start + length..line.len());
    (is_left_side(&line[left.clone()]) && has_word(&line[right.clone()])).then_some(Separated { left, right })
}

/// Whether what stands after a dash only goes on with a sentence: "costs more – but is faster".
fn right_goes_on(right: &str) -> bool {
    lexicon::is_lower(Class::Conjunction, right.split_whitespace().next().unwrap_or_default())
}

/// Whether a dash stands between the ends of a range: "500 GiB - 16 TiB", "12:30 - 13:00", "Mon - Fri".
fn is_range(left: &str, right: &str) -> bool {
    let right = right.trim_start();
    if is_of_one_unit(left.trim(), right) {
        return true;
    }
    let is_decimal = |at: usize| right[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let ends = |&(at, c): &(usize, char)| {
        let parts = matches!(c, '：' | '(' | '（' | ')' | '）' | '、') || c == ',' && !is_decimal(at);
        c.is_whitespace() || parts
    };
    let end = right.char_indices().find(ends).map(|(at, _)| at);
    let (upper, after) = right.split_at(end.unwrap_or(right.len()));
    let mut before = left.split_whitespace().rev();
    // Of "500 GiB - 16 TiB", `last` is the unit of `number`.
    let (last, number) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
    let is_calendar = |word: &str| lexicon::is(Class::CalendarWord, word.trim_end_matches(['.', ',', ':']));
    if is_calendar(last) && is_calendar(upper) {
        return true;
    }
    let upper = upper.trim_end_matches(':');
    let digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    // Behind "5 - 10 minutes" nothing may follow but a unit: "5 - 10 people came" says something.
    let closed = after.split_whitespace().next().is_none_or(|next| is_unit(next.trim_end_matches(':')));
    if digits(number) && is_unit(last) {
        return digits(upper) && closed;
    }
    let alone = left.trim() == last;
    digits(upper) && digits(last) && is_bound(last) && is_bound(upper) && (alone || closed) && rises(last, upper)
}

/// An amount: what stands before its number, the number, and all that follows.
fn amount(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let length = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ':')).unwrap_or(rest.len());
    let number = rest[..length].trim_end_matches(['.', ',', ':']);
    let is_short = text[..start].chars().nth(LONGEST_PREFIX).is_none();
    is_short.then(|| (&text[..start], number, &rest[number.len()..]))
}

/// Whether two amounts have one unit, before or behind their numbers, and nothing stands before the first: "753 BC - 509 BC",
/// "2℃ - 8℃", "$0 - $10", 「前660年 - 前585年」.
fn is_of_one_unit(left: &str, right: &str) -> bool {
    const ERAS: [&str; 4] = ["BC", "AD", "BCE", "CE"];
    let (Some((prefix, lower, unit)), Some((same, upper, rest))) = (amount(left), amount(right)) else { return false };
    let (unit, rest) = (unit.trim(), rest.trim_start());
    let is_whole = |after: &str| !after.starts_with(char::is_alphanumeric);
    let goes_on = rest.strip_prefix(unit).is_some_and(is_whole);
    let era = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let has_unit = !prefix.is_empty() || !unit.is_empty() && unit.chars().all(|c| !c.is_ascii_digit());
    let is_unit = unit.chars().nth(LONGEST_UNIT).is_none() && (goes_on || ERAS.contains(&unit) && ERAS.contains(&era));
    prefix == same && lower != upper && has_unit && is_unit
}

/// Whether a word is made of digits and what parts them in numbers, times, dates and addresses, perhaps with a unit.
fn is_bound(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/'));
    unit.is_empty() || is_unit(unit) || unit.chars().all(|c| lexicon::signs(Class::UnitSign).contains(&c) || c == '%')
}

/// Whether two bounds may be the ends of a range: of numbers, the second is greater, or a later year: `1939 - 45`.
fn rises(lower: &str, upper: &str) -> bool {
    let number = |word: &str| word.replace(',', "").parse::<f64>().ok();
    number(lower).zip(number(upper)).is_none_or(|(lower, upper)| lower < upper) || is_later(lower, upper)
}

/// Whether a year comes after another one, of which it may leave out the century: 1868 after 1603, 45 after 1939.
pub(super) fn is_later(first: &str, last: &str) -> bool {
    let number = |text: &str| text.parse::<u16>().ok();
    let same = first.len().checked_sub(last.len()).filter(|&same| same == 0 || last.len() == 2 && first.len() == 4);
    let rest = same.and_then(|same| first.get(same..));
    rest.and_then(number).zip(number(last)).is_some_and(|(first, last)| first < last)
}

fn is_unit(word: &str) -> bool {
    lexicon::is(Class::UnitWord, word) || lexicon::is(Class::DecimalUnitWord, word)
}

/// The first separator outside brackets, as offsets.
pub fn separator(masked: &str) -> Option<(usize, usize)> {
    let bytes = masked.as_bytes();
    // `：` and `＝` begin with 0xef, the dashes with 0xe2.
    let colon = memchr::memchr3(b':', b'\t', 0xef, bytes).is_some();
    let dash = || memchr::memchr(b' ', bytes).is_some() && memchr::memchr3(b'-', b'=', 0xe2, bytes).is_some();
    if !colon && !dash() {
        return None;
    }
    let mut depth = 0_usize;
    let mut quoted_until = 0;
    for (at, c) in masked.char_indices() {
        if at < quoted_until {
            continue;
        }
        match side(c) {
            Some(Side::Open) => depth += 1,
            Some(Side::Close) => depth = depth.saturating_sub(1),
            None => {
                quoted_until = at + quotation(masked, at, c);
                // An opening bracket that is never closed holds nothing together.
                let free = quoted_until == at && (depth == 0 || !closes_later(&masked[at..]));
                let length = separator_at(masked, at, c).filter(|_| free && at > 0);
                if let Some(length) =
                    length.filter(|length| c != ' ' || !is_range(&masked[..at], &masked[at + length..]))
                {
                    let found = (at, at + length);
                    return Some(if c == ':' { found } else { after_formula(masked, found).unwrap_or(found) });
                }
            }
        }
    }
    None
}

/// The separator behind a formula that holds the one found, a minus or an equals sign: `PED = 1: unit elastic`,
/// `v^2 - u^2 = 2as`.
fn after_formula(masked: &str, (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let (left, rest) = (&masked[..start], &masked[end..]);
    let sign = masked[start..end].trim();
    if matches!(sign, "=" | "＝") {
        let (at, colon) = near(rest).find(|(_, c)| matches!(c, ':' | '：'))?;
        let length = separator_at(rest, at, colon)?;
        let says = rest[at + length..].trim_start().starts_with(|c: char| !c.is_ascii_digit());
        (says && is_value(left, rest[..at].trim())).then_some((end + at, end + at + length))
    } else if matches!(sign, "-" | "–" | "—") {
        let (at, _) = near(rest).find(|&(at, _)| rest[at..].starts_with(" = "))?;
        let minuend = &rest[..at];
        // A name over an equation of symbols: "Ohm's law - V = IR".
        let are_words = |text: &str| text.split_whitespace().all(|word| longest_word(word) >= LONGEST_FUNCTION);
        let is_name = longest_word(left) > LONGEST_FUNCTION || left.trim().contains(' ') && are_words(left);
        let is_named = is_name && longest_word(minuend) <= LONGEST_FUNCTION;
        (is_minuend(minuend) && !is_named).then_some((end + at, end + at + " = ".len()))
    } else {
        None
    }
}

/// The characters of a text as far as a formula may reach.
fn near(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().take(LONGEST_FORMULA)
}

/// Whether what stands behind an equals sign makes a condition or a formula of it, and defines nothing: a number without
/// a unit, or letters that stand for amounts: `x = 0`, `F = ma`. Not `g = 9.8 m/s`, nor `IP = internet protocol`.
fn is_value(left: &str, value: &str) -> bool {
    if value.chars().any(char::is_alphabetic) {
        let are_symbols = |text: &str| longest_word(text) <= LONGEST_SYMBOL;
        !value.starts_with(|c: char| c.is_ascii_digit()) && are_symbols(left) && are_symbols(value)
    } else {
        value.contains(|c: char| c.is_numeric() || c == '∞')
    }
}

/// Whether what stands behind a dash goes with it into a formula, of which an equals sign follows: a name or two, or
/// symbols, not what defines something.
fn is_minuend(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| has_word(word)).count();
    let count = |signs: [char; 2]| text.matches(signs).count();
    !text.contains([':', '：', ',', '、', ';'])
        && count(['(', '（']) == count([')', '）'])
        && (words <= MOST_MINUEND_WORDS || longest_word(text) <= LONGEST_FUNCTION)
}

/// Whether a line is an equation of symbols: `v = v0 + at` ends in no word.
pub fn is_equation(line: &str) -> bool {
    line.contains(" = ") && longest_word(line) <= LONGEST_FUNCTION
}

/// How many letters the longest word of a text has.
fn longest_word(text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic()).map(|word| word.chars().count()).max().unwrap_or(0)
}

/// The parts of a line that brackets hold together, less those inside of others: one that is never closed holds nothing.
fn held_together(masked: &str) -> Vec<Range<usize>> {
    let (mut open, mut held) = (Vec::new(), Vec::<Range<usize>>::new());
    for (at, c) in masked.char_indices() {
        match side(c) {
            Some(Side::Open) => open.push(at),
            Some(Side::Close) => {
                let Some(start) = open.pop() else { continue };
                while held.last().is_some_and(|inner| inner.start > start) {
                    held.pop();
                }
                held.push(start..at);
            }
            None => {}
        }
    }
    held
}

/// The side of a bracket that holds together what is in it. Braces and square brackets do, too: a colon in a dictionary
/// of Python separates nothing.
fn side(c: char) -> Option<Side> {
    match c {
        '{' | '[' => Some(Side::Open),
        '}' | ']' => Some(Side::Close),
        _ => bracket(c),
    }
}

/// The length of a quotation in straight, German or French marks that begins at `at`, with both marks; 0 if none does:
/// the marks of `12"` and `don't` begin none.
fn quotation(masked: &str, at: usize, mark: char) -> usize {
    let closes: &[char] = match mark {
        '"' | '\'' => &[],
        '„' => &['“', '”'],
        '«' => &['»'],
        '»' => &['«'],
        _ => return 0,
    };
    if !closes.is_empty() {
        let end = masked[at..].char_indices().skip(1).find(|(_, c)| closes.contains(c));
        return end.map_or(0, |(end, c)| end + c.len_utf8());
    }
    let is_letter = |c: char| c.is_alphanumeric();
    let inner = &masked[at + 1..];
    let ends = |&(end, _): &(usize, &str)| end > 0 && !inner[end + 1..].starts_with(is_letter);
    let begins = !masked[..at].ends_with(is_letter) && inner.starts_with(|c: char| !c.is_whitespace());
    let end = if begins { inner.match_indices(mark).find(ends) } else { None };
    end.map_or(0, |(end, _)| end + 2)
}

fn closes_later(rest: &str) -> bool {
    rest.contains(|c| matches!(side(c), Some(Side::Close)))
}

/// The length of the separator that begins at `at`, if one does.
fn separator_at(masked: &str, at: usize, c: char) -> Option<usize> {
    let rest = &masked[at + c.len_utf8()..];
    let next = rest.chars().next();
    match c {
        '：' => (next != Some('：')).then_some(c.len_utf8()),
        '\t' => Some(1 + rest.len() - rest.trim_start_matches('\t').len()),
        ':' if masked[..at].ends_with(':') => None,
        // What properties and cards of Obsidian's plugins are written with; `std::vec` has no space.
        ':' if next == Some(':') => rest[1..].starts_with([' ', '\t']).then_some(2),
        ':' => {
            let open = next.is_none_or(|n| {
                n.is_whitespace() || matches!(n, '"' | '“' | '「' | '『') || (!n.is_ascii() && n.is_alphanumeric())
            });
            open.then_some(1)
        }
        // `＝` without spaces stands in a formula or a name: 「力＝質量×加速度」.
        ' ' | '\u{3000}' if next == Some('＝') => {
            let sign = '＝'.len_utf8();
            rest[sign..].starts_with([' ', '\u{3000}']).then_some(c.len_utf8() + sign)
        }
        ' ' => {
            let dashes = rest.len() - rest.trim_start_matches(['-', '–', '—', '=']).len();
            let marks = rest[..dashes].chars().count();
            let equals = rest[..dashes].contains('=');
            ((1..=3).contains(&marks) && (!equals || marks == 1) && rest[dashes..].starts_with(' '))
                .then_some(1 + dashes)
        }
        _ => None,
    }
}

/// Whether a text may be the term to the left of a separator.
fn is_left_side(left: &str) -> bool {
    may_be_left_side(left) && (is_sign(left) || !begins_like_a_clause(left))
}

/// Whether a left side reads like a term, or begins like a clause.
fn may_be_left_side(left: &str) -> bool {
    if is_sign(left) {
        return true;
    }
    if !has_word(left) || is_wider(left, WIDEST_LEFT) || left.split_whitespace().count() > MOST_LEFT_WORDS {
        return false;
    }
    if lexicon::is_upper(Class::Strict, left) || is_calculation(left) || is_time(left) {
        return false;
    }
    // A number alone is a count, an index or a score, and names nothing: `3 : 1`, `94 Amazon EC2`.
    if left.chars().all(|c| c.is_numeric() || c.is_whitespace()) {
        return false;
    }
    let bare = without_brackets(left);
    // The stop of `1-1.` and the comma of `5,000` do not count.
    let core = bare[numbering(&bare)..].trim();
    let commas = commas(core);
    let sentence = core.contains(['。', '！', '？', '!', '?', '；', ';']) || core.contains(". ");
    if sentence || commas > 1 || (commas == 1 && is_wider(core, WIDEST_WITH_COMMA)) {
        return false;
    }
    // A particle at the end: the sentence goes on behind the colon.
    let open = core.ends_with(['は', 'が', 'を', 'に', 'で'])
        && !lexicon::ends(Class::ClosedEnd, core)
        && core.chars().nth(1).is_some();
    !open
}

/// Whether a text is a phrase that is called or asked, and nothing after it: `Stop!`, `¡Hola!`, `¿Qué?`.
fn is_exclaimed(left: &str) -> bool {
    let core = left.trim_end_matches(['!', '！', '?', '？']);
    core.len() < left.len()
        && !is_wider(left, WIDEST_EXCLAMATION)
        && is_left_side(core.trim_start_matches(['¡', '¿']).trim())
}

/// Times of a day, which an agenda is made of: `12:30`, `12:30 - 13:00`.
fn is_time(left: &str) -> bool {
    let between = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '~' | '〜' | '～');
    let time = |word: &str| {
        let (hour, minute) = word.split_once(':').unwrap_or_default();
        let digits = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        !hour.is_empty() && minute.len() == 2 && digits(hour) && digits(minute)
    };
    left.split(between).filter(|word| !word.is_empty()).all(time)
}

/// Whether a separator is the mark of a ratio: `1 : 3`.
fn is_ratio(masked: &str, (start, end): (usize, usize)) -> bool {
    let number = masked[end..].split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',', ')']);
    let before = masked[..start].trim_end();
    (before.len() < start || masked[start..end].starts_with(' '))
        && masked[start..end].contains(':')
        && before.ends_with(|c: char| c.is_ascii_digit())
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
}

/// Amounts and an operator: `(2.5 KB / 1 KB)`.
fn is_calculation(left: &str) -> bool {
    let tokens = || left.split_whitespace().map(|token| token.trim_matches(['(', ')']));
    let operator = |token: &str| matches!(token, "/" | "*" | "+" | "×" | "÷");
    let number = |token: &str| token.starts_with(|c: char| c.is_ascii_digit());
    tokens().filter(|token| number(token)).count() >= 2
        && tokens().any(operator)
        && tokens().all(|token| operator(token) || number(token) || is_unit(token))
}

/// How many commas stand in `text`, less those that group digits.
fn commas(text: &str) -> usize {
    let all = text.matches(['、', ',', '，']).count();
    let digits = text.as_bytes().windows(3);
    all - digits.filter(|w| w[0].is_ascii_digit() && w[1] == b',' && w[2].is_ascii_digit()).count()
}

/// Three or more words that begin like a clause, or have a verb that cannot be a noun: "A snapshot is small".
fn begins_like_a_clause(left: &str) -> bool {
    let mut all = left.split_whitespace();
    let first = all.next().unwrap_or_default();
    let rest: Vec<&str> = all.collect();
    let asks = lexicon::is(Class::QuestionWord, first);
    rest.len() >= 2
        && (lexicon::is(Class::ClauseStart, first)
            || (rest.len() >= 3 && is_capitalised(first) && has_predicate_first(first, rest[0]))
            || (!asks && rest.iter().any(|word| lexicon::is(Class::Copula, word))))
}

/// Whether what follows a bold span after white space is its definition, and not the rest of a sentence.
///
/// `**Task role** the role that …` defines; `**EC2 mode** is …` and 「**ここ** が …」 go on.
pub fn defines_loosely(after: &str) -> bool {
    let rest = after.trim_start();
    let first = rest.split_whitespace().next().unwrap_or_default().trim_end_matches([',', '.', ';', ':']);
    let goes_on = lexicon::is(Class::FiniteVerb, first)
        || lexicon::is(Class::PredicateStart, first)
        || first.starts_with(lexicon::signs(Class::OpenParticle))
        || rest.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '（' | '「' | '`'));
    rest.len() < after.len() && has_word(rest) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_may_hold_one_comma() {
        assert!(["red, green", "赤、緑", "5,000 V"].map(is_left_side).iter().all(|&is| is));
        assert!(
            !["red, green, blue", "赤、緑、青", "when the wind drops, hoist the sail"]
                .map(is_left_side)
                .iter()
                .any(|&is| is)
        );
    }

    #[test]
    fn the_authors_own_separator_needs_a_term_and_words_after_it() {
        let own = ["=>".to_owned(), "=>>".to_owned()];
        let separated =
            |line: &'static str| separate_at_own(line, line, &own).map(|it| (&line[it.left], &line[it.right]));
        assert_eq!(separated("mast => holds the sail"), Some(("mast", "holds the sail")));
        assert_eq!(separated("mast =>> holds the sail"), Some(("mast", "holds the sail")));
        assert_eq!(["mast => !", "Wind drops. Sail falls => holds", "mast: holds"].map(separated), [None; 3]);
    }
}
