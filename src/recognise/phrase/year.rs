//! Years at the start of a line, as chronicles are written: 「1192　鎌倉幕府」, 「313年 ミラノ勅令」, `1066 Battle of Hastings`.

use super::separator::is_later;
use super::{Separated, has_word, is_cjk, is_hiragana};
use crate::lexicon::{self, Class};
use crate::markdown::trimmed;

/// What stands before a year.
const BEFORE: &[&str] = &["紀元前", "前", "約", "BC ", "B.C. ", "AD ", "c. ", "ca. "];

/// Fewest characters of what happened, if it begins like an amount.
const SHORTEST_NAME: usize = 4;

/// Longest year with what belongs to it, in characters: 「前3000年頃〜前1500年頃」.
const LONGEST: usize = 18;

/// What is known of a line that begins with a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Nothing: it may count something.
    Any,
    /// Lines with years: it is one, if it has four digits.
    Years,
}

/// The sides of a line that begins with a year. One such line may be chance: the caller counts them.
pub fn separate_at_year(line: &str) -> Option<Separated> {
    separate(line, Beside::Any)
}

/// The same of a line beside lines with years: `1949 NATO is founded`.
pub fn separate_beside_years(line: &str) -> Option<Separated> {
    separate(line, Beside::Years)
}

fn separate(line: &str, beside: Beside) -> Option<Separated> {
    if !line.starts_with(|c: char| is_digit(c) || c.is_alphabetic()) {
        return None;
    }
    let end = end_of_year(line)?;
    let rest = &line[end..];
    let after = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '-' | '–' | '—' | '…'));
    let gap = &rest[..rest.len() - after.len()];
    let left = trimmed(line, 0..end);
    let right = trimmed(line, line.len() - after.len()..line.len());
    let is_sure = beside == Beside::Years && left.len() == 4 && after.starts_with(|c: char| !c.is_ascii_lowercase());
    let bare = is_bare(&line[left.clone()]) && !is_sure;
    let fits = !gap.is_empty() && has_word(after) && is_event(after, gap, bare);
    fits.then_some(Separated { left, right })
}

/// Whether a text is nothing but a year that is told as one: 「1868年」, not 「1868」.
pub fn is_year(text: &str) -> bool {
    end_of_year(text) == Some(text.len()) && !is_bare(text)
}

/// The end of the year that a line begins with, or of the years from one to another: `1939–45`, `1603 - 1868`.
fn end_of_year(line: &str) -> Option<usize> {
    let before = BEFORE.iter().find(|before| line.starts_with(**before));
    let before = before.map_or_else(|| length_of_month(line), |before| before.len());
    let is_part = |(at, c): &(usize, char)| {
        // A hyphen joins digits: `1979-90`, not `1066-Battle`.
        let joins = || line[before + at + c.len_utf8()..].starts_with(is_digit);
        is_digit(*c)
            || matches!(c, '年' | '月' | '日' | '代' | '世' | '紀' | '頃' | '前' | '〜' | '～' | '–')
            || matches!(c, '-' | '~') && *at > 0 && joins()
    };
    let length = line[before..].char_indices().take(LONGEST).find(|part| !is_part(part));
    let end = before + length.map_or(line.len() - before, |(at, _)| at);
    let year = &line[before..end];
    let digits = year.chars().take_while(|&c| is_digit(c)).count();
    let is_told = before > 0 || year.contains('年') || year.contains("世紀");
    (digits > 0 && (is_told && year.chars().count() <= LONGEST || (3..=4).contains(&digits)))
        .then(|| end + length_to_last(year, &line[end..]))
}

/// The length of a month, with its day, before four digits: that of `Jan ` and `30 Jan. ` before `1933`.
fn length_of_month(line: &str) -> usize {
    let day = line.bytes().take_while(u8::is_ascii_digit).count();
    let month = if day > 0 { line[day..].strip_prefix(' ').filter(|_| day <= 2) } else { Some(line) };
    let Some(month) = month.filter(|month| month.starts_with(char::is_alphabetic)) else { return 0 };
    let Some((name, rest)) = month.split_once(' ') else { return 0 };
    // Asked of all lines: few have a number behind their first word, and looking for that is cheapest.
    let has_year = rest.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let is_month = || lexicon::is(Class::CalendarWord, name.trim_end_matches(['.', ',']));
    if has_year && is_month() { line.len() - rest.len() } else { 0 }
}

/// The length of a dash between spaces and the later year behind it: that of ` - 1868` behind `1603`, and of ` - 45` where a
/// colon follows.
fn length_to_last(first: &str, rest: &str) -> usize {
    let spaced = rest.strip_prefix(' ').and_then(|rest| rest.strip_prefix(is_dash)?.strip_prefix(' '));
    let Some(last) = spaced else { return 0 };
    let digits = last.bytes().take_while(u8::is_ascii_digit).count();
    let told = last[digits..].strip_prefix('年').unwrap_or(&last[digits..]);
    let is_closed = told.is_empty() || told.starts_with([':', '：']);
    let fits = (digits >= 3 || is_closed || told.len() < last.len() - digits)
        && (told.is_empty() || told.starts_with([':', '：', ' ', '\u{3000}']))
        && is_later(first.strip_suffix('年').unwrap_or(first), &last[..digits]);
    if fits { rest.len() - told.len() } else { 0 }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '~' | '〜' | '～')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether it is a bare number or two, which may count something else: "1024 bytes", "1000-2000 bytes".
fn is_bare(year: &str) -> bool {
    year.chars().all(|c| is_digit(c) || is_dash(c) || c == ' ')
}

/// Whether something that happened may begin like that; of a bare number in words that are no unit.
fn is_event(text: &str, gap: &str, bare: bool) -> bool {
    let particles = ["は", "が", "を", "に", "で", "の", "と", "も", "から", "まで", "へ", "、", "以"];
    let wide = gap != " ";
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    let may_count = |c: char| c.is_ascii_digit() || lexicon::signs(Class::UnitSign).contains(&c);
    let is_name = first.is_some_and(|c| !c.is_ascii() && !may_count(c))
        || first.is_some_and(|c| c.is_ascii_uppercase()) && second.is_some_and(|c| c.is_ascii_lowercase())
        || first.is_some_and(may_count) && is_long_name(text);
    !particles.iter().any(|particle| text.starts_with(particle)) && (!bare || wide || is_name)
}

/// Whether a text that begins like an amount is longer than one: 「日英同盟」, 「第一次世界大戦」, 「91年憲法」; not 「円以上」, 「2人」.
fn is_long_name(text: &str) -> bool {
    let is_sign = |c: &char| c.is_ascii_digit() || is_cjk(*c) && !is_hiragana(*c);
    let name: Vec<char> = text.chars().take_while(is_sign).collect();
    let is_bound = |c: &char| matches!(c, '以' | '未' | '超' | '約' | '程');
    name.len() >= SHORTEST_NAME && name.iter().any(|c| is_cjk(*c)) && !name.iter().any(is_bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(line: &str) -> Option<(&str, &str)> {
        separate_at_year(line).map(|sides| (&line[sides.left], &line[sides.right]))
    }

    #[test]
    fn a_year_is_parted_from_what_happened() {
        for (line, year, event) in [
            ("1192　鎌倉幕府", "1192", "鎌倉幕府"),
            ("1192 鎌倉幕府", "1192", "鎌倉幕府"),
            ("313年 ミラノ勅令", "313年", "ミラノ勅令"),
            ("392 キリスト教の国教化", "392", "キリスト教の国教化"),
            ("前73〜前71  剣奴の反乱", "前73〜前71", "剣奴の反乱"),
            ("1492：コロンブスの航海", "1492", "コロンブスの航海"),
            ("前494　聖山事件", "前494", "聖山事件"),
            ("1871年7月 廃藩置県", "1871年7月", "廃藩置県"),
            ("1066 Battle of Hastings", "1066", "Battle of Hastings"),
            ("1914 - war breaks out", "1914", "war breaks out"),
            ("1979-90 Margaret Thatcher", "1979-90", "Margaret Thatcher"),
            ("1939-45: WWII", "1939-45", "WWII"),
            ("1904〜1905　日露戦争", "1904〜1905", "日露戦争"),
            ("1894～95：日清戦争", "1894～95", "日清戦争"),
            ("1603 - 1868: Edo", "1603 - 1868", "Edo"),
            ("1603年 – 1868年 江戸時代", "1603年 – 1868年", "江戸時代"),
            ("1939 - 45: the war", "1939 - 45", "the war"),
            ("1989-11-09: the wall falls", "1989-11-09", "the wall falls"),
            ("1902 日英同盟", "1902", "日英同盟"),
            ("1914 第一次世界大戦", "1914", "第一次世界大戦"),
            ("1791 91年憲法", "1791", "91年憲法"),
            ("Jan 1923 Ruhr", "Jan 1923", "Ruhr"),
            ("30 Jan. 1933 Hitler", "30 Jan. 1933", "Hitler"),
            ("Mai 1968 : Paris", "Mai 1968", "Paris"),
            ("1939 - 39: the war", "1939", "39: the war"),
            ("1914 - 28 July is the first day", "1914", "28 July is the first day"),
            ("1066-Battle of Hastings", "1066", "Battle of Hastings"),
        ] {
            assert_eq!(sides(line), Some((year, event)), "{line}");
        }
    }

    #[test]
    fn an_amount_is_no_year() {
        for line in [
            "1024 bytes a page",
            "1000-2000 bytes a page",
            "1000 - 2000 bytes a page",
            "2000 IOPS",
            "300 円",
            "1000 円以上",
            "1960 3日間",
            "1500 人以下",
            "1000 第3",
            "May 12 tests",
            "In 1923 Ruhr",
            "30 in 1923 Ruhr",
            "31 ミラノ",
            "1192年に鎌倉幕府",
            "1192年 に始まる",
            "1192",
            "A cat",
            "前の章 次",
        ] {
            assert_eq!(sides(line), None, "{line}");
        }
        let beside =
            |line: &'static str| separate_beside_years(line).map(|sides| (&line[sides.left], &line[sides.right]));
        assert_eq!(beside("1949 NATO is founded"), Some(("1949", "NATO is founded")));
        assert_eq!(beside("1960 2月革命"), Some(("1960", "2月革命")));
        assert_eq!(["1024 bytes a page", "300 円", "19490 NATO"].map(beside), [None; 3]);
        assert!(is_year("1868年") && is_year("前5世紀") && !is_year("1868") && !is_year("440 Hz"));
    }
}
