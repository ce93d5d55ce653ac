//! What a line of plain text is: a term, a sentence, a label, a to-do.
//!
//! Pure questions about text. It knows nothing of blocks; what it finds are byte offsets.

use std::borrow::Cow;
use std::ops::Range;

use super::words;
pub use crate::markdown::has_word;
use crate::markdown::{columns, is_wider};

/// Why a line with something under it is not a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotATerm {
    /// It ends like a sentence or a clause.
    Ending,
    /// It ends in a particle that leaves the sentence open.
    OpenParticle,
    /// It points to what follows: 「以下の」, "the following".
    PointsForward,
    /// It is a Japanese sentence with a topic.
    Topic,
    /// It is an English sentence with a verb, or begins like a clause.
    Clause,
    /// It is too wide for a term.
    Wide,
    /// It says how many there are, so it answers itself: 「3種類がある」.
    AnswersItself,
    /// It says what is true of the subject above, what to do with it or how much there is of it, and names nothing.
    Remark,
}

/// Widest term, in columns.
const WIDEST_TERM: usize = 100;
/// Widest term that is a question.
const WIDEST_QUESTION: usize = 120;
/// Widest left side of a separator.
const WIDEST_LEFT: usize = 60;
/// Widest line that only leads in what follows, in columns.
const WIDEST_LEAD: usize = 79;
/// Widest line that points to what follows and says nothing of it, in columns.
const WIDEST_EMPTY_LEAD: usize = 24;
/// Narrowest line that is a remark by its verb, in columns: a verb alone may be what is asked.
const NARROWEST_REMARK: usize = 8;
/// Fewest tasks of a syllabus.
const FEWEST_TASKS: usize = 2;
/// Longest label, in characters.
const LONGEST_LABEL: usize = 16;
/// Most words of an English term whose definition begins in lower case on the next line.
const MOST_TERM_WORDS: usize = 5;
/// Most bare phrases that an answer lists.
const MOST_PHRASES: usize = 24;
/// Widest bare phrase.
const WIDEST_PHRASE: usize = 80;
/// Widest question that is only a word: "Which ones?".
const WIDEST_WORD: usize = 16;
/// Fewest questions that a section lists and leaves open.
const FEWEST_QUESTIONS: usize = 3;
/// Most words on the left side of a separator.
const MOST_LEFT_WORDS: usize = 8;

/// Whether a character is of a script that is written without spaces, or of Korean.
pub fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}' | '\u{3005}' | '\u{20000}'..='\u{3ffff}')
}

fn has_cjk(text: &str) -> bool {
    text.contains(is_cjk)
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

/// Whether a line with something under it is no term, and why.
pub fn not_a_term(text: &str) -> Option<NotATerm> {
    let line = text.trim().trim_end_matches([':', '：']).trim_end();
    let line = &line[numbering(line)..];
    if line.ends_with(['?', '？']) {
        return is_wider(line, WIDEST_QUESTION).then_some(NotATerm::Wide);
    }
    if is_plain_name(line) || is_prompt(line) {
        return None;
    }
    if points_forward(line) {
        return Some(NotATerm::PointsForward);
    }
    if has_closed_ending(line) {
        return Some(NotATerm::Ending);
    }
    let bare = without_brackets(line);
    let core = bare.trim();
    if ends_in_open_particle(core) {
        return Some(NotATerm::OpenParticle);
    }
    if has_topic(core) {
        return Some(NotATerm::Topic);
    }
    if answers_itself(core) {
        return Some(NotATerm::AnswersItself);
    }
    if is_sentence(core) {
        return Some(NotATerm::Ending);
    }
    if !has_cjk(line) && is_english_clause(line) {
        return Some(NotATerm::Clause);
    }
    is_wider(line, WIDEST_TERM).then_some(NotATerm::Wide)
}

/// Whether a line asks by how it begins: "True or false: …".
fn is_prompt(line: &str) -> bool {
    if !line.starts_with(|first| words::PROMPTS_BEGIN.may_be(first)) {
        return false;
    }
    let head = line.split([':', '：', '.', ' ', '\u{3000}']).next().unwrap_or_default();
    let before_colon = line.split([':', '：']).next().unwrap_or_default();
    [head, before_colon].iter().any(|head| head.len() < line.len() && words::is_in(words::PROMPTS, head.trim()))
}

/// Whether a short line has nothing of which sentences are made: neither hiragana, Hangul nor
/// punctuation, and few words. Most terms are such, so that they are told from sentences at once.
fn is_plain_name(line: &str) -> bool {
    let sentence = |c: char| {
        is_hiragana(c)
            || matches!(
                c,
                '\u{ac00}'..='\u{d7af}' | '。' | '．' | '.' | ',' | '，' | '、' | '!' | '！' | ';' | '；' | '下'
            )
    };
    line.len() <= 60 && line.bytes().filter(|&byte| byte == b' ').count() <= 2 && !line.contains(sentence)
}

/// Whether a line is only there to announce what follows it.
pub fn points_forward(line: &str) -> bool {
    let ends = |end: &&str| {
        line.len() >= end.len() && line.as_bytes()[line.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
    };
    words::FORWARD.is_in(line) || words::POINTS_FORWARD_ENDS.iter().any(ends)
}

/// Whether a line is short and only leads in what follows: 「下記2パターンある。」, "Three kinds:".
pub fn is_lead(line: &str) -> bool {
    !is_wider(line, WIDEST_LEAD) && (line.ends_with([':', '：']) || points_forward(line))
}

/// Whether a line leads in the list below it: it ends in a colon, or says how many kinds there are.
pub fn leads_in(line: &str) -> bool {
    line.trim_end().ends_with([':', '：']) || lead_in(line).is_some_and(|lead| asks_for_a_set(&line[lead]))
}

/// The last sentence of a line over a list, less its colon, if it says what is in the list: "There are two ways to poll:".
pub fn lead_in(line: &str) -> Option<Range<usize>> {
    let text = line.trim_end().trim_end_matches([':', '：', '.', '。']);
    let starts = ["。", ". ", "! ", "！"].into_iter().filter_map(|end| text.rfind(end).map(|at| at + end.len()));
    let lead = crate::markdown::trimmed(line, starts.max().unwrap_or(0)..text.len());
    let key = words::key(&line[lead.clone()]);
    let empty = words::is_in(words::EMPTY_LEADS, &key)
        || words::is_in(words::PREDICATES, &key)
        || words::is_in(words::LABELS, &key)
        || words::EMPTY_LEAD_STARTS.iter().any(|start| key.starts_with(start) && columns(&key) <= WIDEST_EMPTY_LEAD);
    (has_word(&key) && !empty && !is_wider(&line[lead.clone()], WIDEST_LEAD)).then_some(lead)
}

/// Whether a text only announces what should follow it, or asks for it: 「以下の3種類がある。」, "Three kinds:".
pub fn is_announcement(text: &str) -> bool {
    let ends = |c: char| matches!(c, '。' | '.' | '?' | '？' | '\n');
    let announces = |sentence: &str| {
        let line = sentence.trim_end_matches(ends);
        let short = !is_wider(line, WIDEST_LEAD) && !line.contains(". ");
        short && (line.ends_with([':', '：']) || announces_in_cjk(line))
    };
    let mut sentences = text.split_inclusive(ends).map(str::trim).filter(|sentence| has_word(sentence)).peekable();
    let asks = |sentence: &str| sentence.ends_with(['?', '？']);
    sentences.peek().is_some()
        && text.lines().count() <= 2
        && sentences.clone().any(|sentence| !asks(sentence))
        && sentences.all(|sentence| asks(sentence) || announces(sentence))
}

/// Whether there is in `text` what any announcement has: nearly all text is told by it.
pub fn may_announce(text: &str) -> bool {
    memchr::memchr(b':', text.as_bytes()).is_some() || words::ANNOUNCING.is_in(text)
}

/// 「以下の」 where a phrase begins, and 「次の」 before a number: 「100以下の値」 and 「次のノード」 say something.
fn announces_in_cjk(line: &str) -> bool {
    let begins = |at: usize| line[..at].chars().next_back().is_none_or(|c| is_hiragana(c) || !c.is_alphanumeric());
    let counted = |rest: &str| rest.chars().take(6).any(is_number);
    let found = |word: &&str| line.match_indices(*word).any(|(at, _)| begins(at));
    let next = |word: &&str| line.match_indices(*word).any(|(at, _)| begins(at) && counted(&line[at + word.len()..]));
    words::ANNOUNCING.is_in(line)
        && (words::ANNOUNCEMENTS.iter().any(found) || words::COUNTED_ANNOUNCEMENTS.iter().any(next))
}

/// Ends in punctuation that a term does not end in; `etc.` and `Inc.` are fine.
fn has_closed_ending(line: &str) -> bool {
    let abbreviation = ["etc.", "Inc.", "vs.", "e.g.", "Ltd."].iter().any(|end| line.ends_with(end));
    !abbreviation && line.ends_with(['。', '．', '.', '!', '！', '、', ',', '，', ';', '；'])
}

fn ends_in_open_particle(core: &str) -> bool {
    core.chars().nth(1).is_some()
        && core.ends_with(words::OPEN_PARTICLES)
        && !words::CLOSED_ENDS.iter().any(|end| core.ends_with(end))
}

/// A topic は stands after a word (kanji, katakana, Latin, a bracket) or after a case particle.
///
/// 「とは」 asks what something is, and hiragana after は may make a word of it (はじめ, はず).
fn has_topic(core: &str) -> bool {
    let mut before = None;
    let mut chars = core.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        if c == 'は' {
            let next = chars.peek().map(|&(_, next)| next);
            let word_before = before
                .is_some_and(|b: char| !is_hiragana(b) && (is_cjk(b) || b.is_alphanumeric() || b == ')'))
                || matches!(before, Some('に' | 'で'));
            let word_after =
                next.is_some_and(|n| !matches!(n, 'じ' | 'ず' | 'し' | 'い' | 'っ' | 'る' | 'ん' | 'や' | 'な'));
            if word_before && word_after {
                return true;
            }
        }
        before = Some(c);
    }
    false
}

/// 「3種類の CMK がある」, "There are three kinds": the front would give its own answer.
fn answers_itself(core: &str) -> bool {
    let counts =
        ["つある", "種類ある", "がある", "があります", "つあります", "個ある"].iter().any(|end| core.ends_with(end));
    counts && core.contains(is_number)
}

/// Whether a character is a digit of any script, or a numeral of one character.
fn is_number(c: char) -> bool {
    c.is_numeric() || "一二三四五六七八九十".contains(c)
}

fn is_sentence(core: &str) -> bool {
    let ends = core.ends_with(|last| words::SENTENCES_END.may_be(last))
        && words::SENTENCE_ENDS.iter().any(|end| core.ends_with(end))
        && core.chars().count() > 12;
    ends || core.contains('。') || core.contains(". ") && !core.contains(" vs. ") || is_korean_sentence(core)
}

/// Korean ends a sentence in 다, with or without a full stop, and marks its topic by 는 or 은 after a Latin word.
fn is_korean_sentence(core: &str) -> bool {
    let words = core.split_whitespace().count();
    let topic = |(at, _): (usize, &str)| core[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')');
    (words >= 5 && core.ends_with('다'))
        || (words >= 4 && ["는 ", "은 "].iter().any(|particle| core.match_indices(particle).any(topic)))
}

fn is_english_clause(line: &str) -> bool {
    let line = line.replace('’', "'");
    let all: Vec<&str> =
        line.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let Some(first) = all.first() else {
        return false;
    };
    // "Use cases of …" names something.
    let noun = all.get(1).is_some_and(|second| words::is_in(&["case", "cases"], second));
    if all.len() >= 4 && !noun && words::is_in(words::SENTENCE_STARTS, first) {
        return true;
    }
    let asks = words::is_in(words::QUESTION_STARTS, first);
    all.len() >= 6 && !asks && all.iter().any(|word| words::is_in(words::FINITE_VERBS, word))
}

/// Whether a line is a property, a step or an amount of what stands above it: "Supports HTTPS", "Attach the policy",
/// "Up to 5 per account", 「最大5個」.
pub fn is_remark(text: &str) -> bool {
    let line = text.trim().trim_end_matches([':', '：']).trim_end();
    let line = &line[numbering(line)..];
    if line.ends_with(['?', '？']) || is_prompt(line) {
        return false;
    }
    let ends = line.ends_with(|last| words::REMARKS_END.may_be(last))
        && words::REMARK_ENDS.iter().any(|end| line.ends_with(end));
    let begins = line.starts_with(|first| words::REMARKS_BEGIN.may_be(first))
        && words::REMARK_STARTS.iter().any(|start| line.starts_with(start));
    is_amount(line)
        || ((ends || begins) && columns(line) >= NARROWEST_REMARK)
        || line.starts_with(|c: char| c.is_ascii_alphanumeric()) && is_english_remark(line)
}

/// Whether a line begins with a limit and a number, or counts something for each of others: "0 or 1 address per card".
fn is_amount(line: &str) -> bool {
    let limit = |start: &&str| line.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    let may = line.starts_with(|first| words::LIMITS_BEGIN.may_be(first));
    let limited = words::LIMITS.iter().find(|start| may && limit(start)).map(|start| line[start.len()..].trim_start());
    if limited.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return true;
    }
    line.starts_with(|c: char| c.is_ascii_digit())
        && line.split_whitespace().count() >= 4
        && words::COUNTED_BY.iter().any(|word| line.contains(word))
}

fn is_english_remark(line: &str) -> bool {
    let all: Vec<&str> = line.split_whitespace().collect();
    let [first, second, ..] = all[..] else { return false };
    if words::is_in(words::QUESTION_STARTS, first) || has_cjk(line) {
        return false;
    }
    has_verb(&all) || is_cut_off(&all) || (is_capitalised(first) && begins_a_remark(&all, first, second))
}

/// Not `CREATE`, nor "CAN bus"; and idioms are listed in lower case: "can't help", "interested in".
fn is_capitalised(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && !word[1..].contains(|c: char| c.is_ascii_uppercase())
}

fn begins_a_remark(all: &[&str], first: &str, second: &str) -> bool {
    let lower = second.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    // "Can opener": two words with a short verb are mostly a name.
    let predicate = has_predicate_first(first, second) && (all.len() >= 3 || first.len() >= 4 && first.ends_with('s'));
    let verbs = [words::STEPS, words::AIMS, words::TASKS];
    let step = verbs.iter().any(|list| words::is_in(list, first)) && words::DETERMINERS.contains(&second);
    let duty = words::is_in(words::DUTIES, first) && lower && all.len() >= 3;
    let quantified = words::is_in(words::QUANTIFIERS, first) && lower && all.len() >= 4;
    predicate || step || duty || quantified || is_participle(first, second)
}

/// "Supports HTTPS", "Can extend": not "Uses of the hall", nor "Can Opener".
fn has_predicate_first(first: &str, second: &str) -> bool {
    let lower = second.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    let acronym = second.len() > 1 && !second.contains(|c: char| c.is_ascii_lowercase());
    words::is_in(words::PREDICATES, first) && (lower || acronym) && !words::is_in(words::NAME_LINKS, second)
}

/// "Billed in seconds", "Allocated 1 block".
fn is_participle(first: &str, second: &str) -> bool {
    let number = second.starts_with(|c: char| c.is_ascii_digit());
    let participle = first.len() >= 5 && first.ends_with("ed") && !first.ends_with("eed");
    participle && (number || words::PARTICIPLE_LINKS.contains(&second))
}

/// Whether words after the first one make a clause: "NACLs are stateless", "the service manages the keys".
fn has_verb(all: &[&str]) -> bool {
    let third_person = |word: &str| {
        word.len() >= 5
            && word.ends_with('s')
            && !["ss", "us", "is", "as"].iter().any(|end| word.ends_with(end))
            && !words::is_in(words::NO_VERBS, word)
    };
    let object = |pair: &[&str]| words::ARTICLES.contains(&pair[1]) && third_person(pair[0]);
    let inside = &all[1..all.len() - 1];
    if inside.iter().any(|word| words::is_in(words::RELATIVES, word)) {
        return false;
    }
    let says = |pair: &[&str]| words::COPULAS.contains(&pair[0]) && words::ARTICLES.contains(&pair[1]);
    // "A can of worms".
    let claims = |pair: &[&str]| words::CLAUSE_WORDS.contains(&pair[1]) && !words::ARTICLES.contains(&pair[0]);
    inside.contains(&"are")
        || (all.len() >= 5 && all.windows(2).any(says))
        || (all.len() >= 4 && all[..all.len() - 1].windows(2).any(claims))
        || (all.len() >= 3 && all.windows(2).any(object))
}

/// Whether a line ends where its items go on: "An account can have either", "Billed based on".
fn is_cut_off(all: &[&str]) -> bool {
    let last = all[all.len() - 1];
    words::CUT_OFFS.contains(&last) || (all.len() >= 3 && words::LATE_CUT_OFFS.contains(&last))
}

/// `text` without what stands in brackets, and without the brackets.
fn without_brackets(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| bracket(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        match bracket(c) {
            Some(Side::Open) => depth += 1,
            Some(Side::Close) => depth = depth.saturating_sub(1),
            None if depth == 0 => out.push(c),
            None => {}
        }
    }
    // A line that is all in brackets, or has a stray one, is looked at as it is.
    if depth > 0 || out.trim().is_empty() { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

enum Side {
    Open,
    Close,
}

fn bracket(c: char) -> Option<Side> {
    match c {
        '（' | '(' | '「' | '『' | '【' | '“' | '［' => Some(Side::Open),
        '）' | ')' | '」' | '』' | '】' | '”' | '］' => Some(Side::Close),
        _ => None,
    }
}

/// The two sides of a line that separates a term from its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Separated {
    /// The term, as offsets in the line.
    pub left: Range<usize>,
    /// The definition; empty when the separator ends the line.
    pub right: Range<usize>,
}

impl Separated {
    /// The same sides, of a line that begins at `start`.
    pub fn from(self, start: usize) -> Self {
        let at = |range: Range<usize>| range.start + start..range.end + start;
        Self { left: at(self.left), right: at(self.right) }
    }
}

/// The sides of the only arrow in a line, if both say something: 「誰が → `CloudTrail`」.
pub fn separate_at_arrow(line: &str, masked: &str) -> Option<Separated> {
    // `→` and `⇒` begin with 0xe2.
    memchr::memchr2(b'>', 0xe2, masked.as_bytes())?;
    let mut arrows = ["→", "->", "⇒", "=>"].iter().flat_map(|arrow| masked.match_indices(arrow));
    let (at, arrow) = arrows.next()?;
    let left = crate::markdown::trimmed(line, 0..at);
    let right = crate::markdown::trimmed(line, at + arrow.len()..line.len());
    let fits = arrows.next().is_none()
        && has_word(&line[left.clone()])
        && has_word(&line[right.clone()])
        && !is_wider(&line[left.clone()], WIDEST_LEFT);
    fits.then_some(Separated { left, right })
}

/// The sides of a line with one gap, as vocabulary and chronicles are written: 「1192年　鎌倉幕府」, 「浄土宗 … 法然」.
///
/// A gap is wide white space, or dots that lead the eye. One such line may be chance: the caller counts them.
pub fn separate_at_gap(line: &str, masked: &str) -> Option<Separated> {
    let is_gap = |c: char| matches!(c, '\u{3000}' | '…' | '‥');
    let start = masked.find(is_gap)?;
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

/// The sides of a line whose term is in brackets: 「【分散】 標準偏差の二乗」. The definition is empty when the brackets
/// are all there is.
pub fn separate_at_bracket(line: &str) -> Option<Separated> {
    let (range, inner) = line.starts_with('【').then(|| bracketed(line, 0, '【'))??;
    let fits = has_word(inner) && marker_tag(inner).is_none() && not_a_term(inner).is_none();
    let left = '【'.len_utf8()..'【'.len_utf8() + inner.len();
    let mut right = crate::markdown::trimmed(line, range.end..line.len());
    if line[right.clone()].starts_with(['：', ':']) {
        let colon = line[right.clone()].chars().next().map_or(0, char::len_utf8);
        right = crate::markdown::trimmed(line, right.start + colon..line.len());
    }
    fits.then_some(Separated { left, right })
}

/// Finds a separator in a line: `masked` is the line with code, links and addresses blotted out.
///
/// The left side must read like a term: `term：definition`, `term: definition`, a tab, a dash or `=` between spaces.
pub fn separate(line: &str, masked: &str) -> Option<Separated> {
    let (start, end) = separator(masked).filter(|_| !is_prompt(line))?;
    let left = crate::markdown::trimmed(line, 0..start);
    let right = crate::markdown::trimmed(line, end..line.len());
    let dash = masked[start..end].starts_with(' ');
    let range = dash && is_range(&line[left.clone()], &line[right.clone()]);
    let goes_on = dash && right_goes_on(&line[right.clone()]);
    (!range && !goes_on && is_left_side(&line[left.clone()])).then_some(Separated { left, right })
}

/// Whether what stands after a dash only goes on with a sentence: "costs more – but is faster".
fn right_goes_on(right: &str) -> bool {
    words::CONJUNCTIONS.contains(&right.split_whitespace().next().unwrap_or_default())
}

/// Whether a dash stands between two amounts: "500 GiB - 16 TiB", "from 1 min - 12 hrs".
fn is_range(left: &str, right: &str) -> bool {
    let mut before = left.split_whitespace().rev();
    let (unit, number) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
    let mut after = right.split_whitespace();
    let digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let upper = digits(after.next().unwrap_or_default()) && after.next().is_some_and(is_unit) && after.next().is_none();
    upper && digits(number) && is_unit(unit)
}

fn is_unit(word: &str) -> bool {
    words::is_in(words::UNIT_WORDS, word) || words::is_in(words::DECIMAL_WORDS, word)
}

/// The first separator outside brackets, as offsets.
fn separator(masked: &str) -> Option<(usize, usize)> {
    let bytes = masked.as_bytes();
    // `：` begins with 0xef, the dashes with 0xe2.
    let colon = memchr::memchr3(b':', b'\t', 0xef, bytes).is_some();
    let dash = || memchr::memchr(b' ', bytes).is_some() && memchr::memchr3(b'-', b'=', 0xe2, bytes).is_some();
    if !colon && !dash() {
        return None;
    }
    let mut depth = 0_usize;
    for (at, c) in masked.char_indices() {
        match bracket(c) {
            Some(Side::Open) => depth += 1,
            Some(Side::Close) => depth = depth.saturating_sub(1),
            None => {
                // An opening bracket that is never closed holds nothing together.
                let free = depth == 0 || !closes_later(&masked[at..]);
                if let Some(length) = separator_at(masked, at, c).filter(|_| free && at > 0) {
                    return Some((at, at + length));
                }
            }
        }
    }
    None
}

fn closes_later(rest: &str) -> bool {
    rest.contains(|c| matches!(bracket(c), Some(Side::Close)))
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

fn is_left_side(left: &str) -> bool {
    if !has_word(left) || is_wider(left, WIDEST_LEFT) || left.split_whitespace().count() > MOST_LEFT_WORDS {
        return false;
    }
    if words::is_in(words::STRICT, left) {
        return false;
    }
    // A number alone is a count, an index or a score, and names nothing: `3 : 1`, `94 Amazon EC2`.
    if left.chars().all(|c| c.is_numeric() || c.is_whitespace()) {
        return false;
    }
    let bare = without_brackets(left);
    // `1-1.` and 5,000 hold no stop and no comma.
    let core = bare[numbering(&bare)..].trim();
    let commas = commas(core);
    let sentence = core.contains(['。', '！', '？', '!', '?', '；', ';']) || core.contains(". ");
    if sentence || commas > 1 || (commas == 1 && is_wider(core, 30)) {
        return false;
    }
    let open =
        core.ends_with(['は', 'が', 'を', 'に', 'で']) && !words::CLOSED_ENDS.iter().any(|end| core.ends_with(end));
    !open && !begins_like_a_clause(left)
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
    let asks = words::is_in(words::QUESTION_STARTS, first);
    rest.len() >= 2
        && (words::is_in(words::CLAUSE_STARTS, first)
            || (rest.len() >= 3 && is_capitalised(first) && has_predicate_first(first, rest[0]))
            || (!asks && rest.iter().any(|word| words::is_in(words::COPULAS, word))))
}

/// Whether what follows a bold span after white space is its definition, and not the rest of a sentence.
///
/// `**Task role** the role that …` defines; `**EC2 mode** is …` and 「**ここ** が …」 go on.
pub fn defines_loosely(after: &str) -> bool {
    let rest = after.trim_start();
    let first = rest.split_whitespace().next().unwrap_or_default().trim_end_matches([',', '.', ';', ':']);
    let goes_on = words::is_in(words::FINITE_VERBS, first)
        || words::is_in(words::PREDICATE_STARTS, first)
        || first.starts_with(words::OPEN_PARTICLES)
        || first.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '（' | '「' | '`'));
    rest.len() < after.len() && has_word(rest) && !goes_on
}

/// Whether a line belongs to what it stands under, by what it begins with: 例, 注意, Note.
///
/// `linked`: whether what follows its separator is nothing but links.
pub fn is_label(text: &str, linked: impl Fn() -> bool) -> bool {
    let text = text.trim_start();
    let may_begin = |text: &str| text.starts_with(|first| words::LABELS_BEGIN.may_be(first));
    if !may_begin(text) && !may_begin(text.trim_start_matches(OPEN_BRACKETS).trim_start()) {
        return false;
    }
    if words::LABEL_STARTS.iter().any(|start| text.starts_with(start)) {
        return true;
    }
    let Some(head) = label_head(text) else {
        return false;
    };
    let head = head.trim().trim_end_matches('.').trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace());
    let head = head.strip_suffix("について").unwrap_or(head);
    words::is_in(words::LABELS, head) || (words::is_in(words::LINK_LABELS, head) && linked())
}

/// How many bytes at the start of a line only say that a link follows: 「参考：」, "Docs:".
pub fn link_label(text: &str) -> usize {
    let head = label_head(text).unwrap_or_default();
    let key = words::key(head);
    let lists = [words::LINK_LABELS, words::REFERENCES, words::REFERENCES_OVER_LINKS];
    let known = lists.iter().any(|list| words::is_in(list, &key));
    if known { head.len() + "： ".len() } else { 0 }
}

/// The brackets that a label may stand in.
const OPEN_BRACKETS: [char; 6] = ['（', '(', '[', '【', '「', '［'];

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
pub fn is_summary(title: &str) -> bool {
    let key = words::key(title.trim_matches(|c: char| !c.is_alphanumeric()));
    let known = |key: &str| words::is_in(words::ANSWERS, key) || words::is_in(words::SUMMARIES, key);
    let verb = words::UNFOLDING_VERBS.iter().find_map(|verb| key.strip_prefix(verb));
    let end = words::UNFOLDING_ENDS.iter().find_map(|end| key.strip_suffix(end));
    known(&key)
        || words::UNFOLDING_STARTS.iter().any(|start| key.starts_with(start))
        || words::MORE_ENDS.iter().any(|end| key.ends_with(end))
        || verb.or(end).is_some_and(|what| known(what.trim()))
}

/// Whether a line is marked as unfinished: `TODO`, `(未)`, 要確認.
pub fn is_to_do(text: &str) -> bool {
    says_to_do(text) || has_unfinished_mark(text)
}

/// Whether a line is called unfinished by its first or last word. There is no white space around `text`.
pub fn says_to_do(text: &str) -> bool {
    // Asked of every line: nearly all are told by their first and last characters.
    let may = text.starts_with(['T', 'F', 't', '要']) || text.ends_with('認');
    if !may {
        return false;
    }
    let word = |word: &str| {
        text.strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-'))
    };
    let lower = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    word("TODO") || word("FIXME") || lower("todo:") || text.starts_with("要確認") || text.ends_with("要確認")
}

/// Whether a bracket in `text` says that it is unfinished. In any text of several lines, one that a line has is found.
pub fn has_unfinished_mark(text: &str) -> bool {
    // `（` and `［` begin with 0xef, as do few other characters; `【` shares its first byte with all kana.
    let brackets = memchr::memchr3_iter(b'(', b'[', 0xef, text.as_bytes());
    let wide = memchr::memmem::find_iter(text.as_bytes(), "【");
    brackets.chain(wide).any(|at| is_unfinished_mark(&text[at..]))
}

/// Whether `text` begins with such a bracket.
fn is_unfinished_mark(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(close) = chars.next().and_then(closing_bracket) else {
        return false;
    };
    let inner = chars.as_str();
    let rest = inner.trim_start();
    words::UNFINISHED.iter().any(|word| {
        let begins = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let after = if begins { rest[word.len()..].trim_start() } else { "" };
        after.starts_with(close) && inner.len() - after.len() <= 12
    })
}

/// The bracket that opens at `at`, and what is in it.
fn bracketed(text: &str, at: usize, open: char) -> Option<(Range<usize>, &str)> {
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
}

/// The tag of what its author has not finished.
pub const UNFINISHED_TAG: &str = "未";

/// Takes off `text` what is not the term itself.
pub fn name(text: &str) -> Named {
    let mut named = Named { range: crate::markdown::trimmed(text, 0..text.len()), tags: Vec::new() };
    loop {
        let before = named.range.clone();
        named.range.start += ornament(&text[before.clone()]);
        strip_markers(text, &mut named);
        let term = &text[named.range.clone()];
        let undecorated = term.trim_end().trim_end_matches([':', '：']).trim_end();
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

/// How many bytes of numbering or emoji bullets `text` begins with.
fn ornament(text: &str) -> usize {
    let numbered = numbering(text);
    if numbered > 0 {
        return numbered;
    }
    let mark = |c| {
        is_emoji(c) || matches!(c, '■' | '□' | '◆' | '◇' | '●' | '○' | '▼' | '▲' | '▶' | '►' | '▪' | '◾' | '・' | '•')
    };
    let rest = text.trim_start_matches(mark);
    if rest.len() == text.len() {
        return 0;
    }
    // A term that is nothing but emoji keeps them.
    if has_word(rest) { text.len() - rest.trim_start().len() } else { 0 }
}

fn is_emoji(c: char) -> bool {
    let drawn = matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}' | '⭐');
    drawn && c != '★'
}

/// How many bytes of numbering `text` begins with: `1. `, `1.2 `, `3)`, `①`, `第2章`, `一、`.
fn numbering(text: &str) -> usize {
    let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
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
        c if digits(c) => dotted_number(text, digits),
        _ => 0,
    };
    if end == 0 {
        return 0;
    }
    let rest = text[end..].trim_start();
    let fits = has_word(rest) && !is_measured(&text[..end], &text[end..]);
    if fits { text.len() - rest.len() } else { 0 }
}

/// Whether a number is no numbering but an amount, by the unit after it: 「`2.4 GHz`帯」, 「1.5倍」.
fn is_measured(number: &str, after: &str) -> bool {
    let word = after.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let unit =
        words::is_in(words::DECIMAL_WORDS, word) || words::DECIMAL_UNITS.iter().any(|unit| after.starts_with(unit));
    unit && number.ends_with(|c: char| c.is_ascii_digit())
}

fn chapter(text: &str) -> usize {
    let rest = text['第'.len_utf8()..].trim_start_matches(is_number);
    let counter = ['章', '部', '回', '節'].iter().find(|counter| rest.starts_with(**counter));
    let Some(counter) = counter else { return 0 };
    let after = &rest[counter.len_utf8()..];
    let trimmed = after.trim_start_matches([':', '：', ' ', '\u{3000}', '.', '．']);
    if trimmed.len() < after.len() { text.len() - trimmed.len() } else { 0 }
}

fn parenthesised_number(text: &str) -> usize {
    let inner = text.trim_start_matches(['(', '（']);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    match rest.chars().next() {
        Some(close @ (')' | '）')) if (1..=2).contains(&digits) => text.len() - rest.len() + close.len_utf8(),
        _ => 0,
    }
}

/// `1.` `1)` `1.2` `1.2.`: groups of at most two digits, so that `802.11` and `10.0.0.0/8` stay.
fn dotted_number(text: &str, digit: impl Fn(char) -> bool) -> usize {
    let mut at = 0;
    let mut groups = 0;
    loop {
        let group: usize = text[at..].chars().take_while(|&c| digit(c)).map(char::len_utf8).sum();
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
            Some(c) if groups > 1 && (c.is_whitespace() || is_cjk(c)) => return at + group,
            // As in the names of files: `2-1_監視`.
            Some('_') if groups > 1 => return at + group + 1,
            _ => return 0,
        }
    }
    let next = text[at..].chars().next().filter(|_| text[..at].ends_with(['.', '．']));
    let fits = next.is_some_and(|c| c.is_whitespace() || is_cjk(c) || c.is_uppercase() || matches!(c, '[' | '`' | '('));
    if at > 0 && fits { at } else { 0 }
}

/// Takes markers off both ends, and notes their tags.
fn strip_markers(text: &str, named: &mut Named) {
    loop {
        let term = &text[named.range.clone()];
        let (edge, tag) = match (leading_marker(term), trailing_marker(term)) {
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
        if !named.tags.contains(&tag) {
            named.tags.push(tag);
        }
    }
}

enum Edge {
    Start(usize),
    End(usize),
}

fn leading_marker(term: &str) -> Option<(usize, String)> {
    let stars = term.len() - term.trim_start_matches('★').len();
    if stars > 0 {
        return Some((stars, "重要".to_owned()));
    }
    let (range, inner) = bracketed(term, 0, term.chars().next()?)?;
    Some((range.end, marker_tag(inner)?))
}

fn trailing_marker(term: &str) -> Option<(usize, String)> {
    let stars = term.len() - term.trim_end_matches('★').len();
    if stars > 0 {
        return Some((stars, "重要".to_owned()));
    }
    // Nearly no term ends like one.
    if !term.ends_with([')', '）', '】', ']', '］']) {
        return None;
    }
    let open = term.rfind(['(', '（', '【', '[', '［'])?;
    let (range, inner) = bracketed(term, open, term[open..].chars().next()?)?;
    (range.end == term.len()).then_some(())?;
    Some((range.len(), marker_tag(inner)?))
}

fn marker_tag(inner: &str) -> Option<String> {
    let key = words::key(inner);
    if words::is_in(words::UNFINISHED, &key) {
        return Some(UNFINISHED_TAG.to_owned());
    }
    let starred = key.trim_matches('★').is_empty() && !key.is_empty();
    (words::is_in(words::MARKERS, &key)).then(|| inner.trim().to_owned()).or_else(|| starred.then(|| "重要".to_owned()))
}

/// Whether a heading asks for a set, so that the members are an answer.
pub fn asks_for_a_set(term: &str) -> bool {
    if term.ends_with(['?', '？']) {
        return true;
    }
    let key = words::key(term);
    let ends = words::SET_ENDS
        .iter()
        .any(|end| key.strip_suffix(end).is_some_and(|rest| has_cjk(end) || rest.is_empty() || rest.ends_with(' ')));
    let number = |text: &str| text.trim_end().ends_with(is_number);
    let starts =
        words::SET_STARTS.iter().any(|start| key.strip_prefix(start).is_some_and(|rest| rest.starts_with(' ')));
    ends || starts
        || counts_in_english(&key)
        || key.contains(is_number)
            && words::COUNTERS.iter().any(|counter| {
                key.match_indices(counter).any(|(at, _)| {
                    let after = key[at + counter.len()..].chars().next();
                    let closed = has_cjk(counter) || after.is_none_or(|c| !c.is_alphanumeric());
                    number(&key[..at]) && closed
                })
            })
}

/// English counts without a counter, by a number and a plural: "The Four Ps", "5 Whys".
fn counts_in_english(key: &str) -> bool {
    let mut words = key.split_whitespace().filter(|&word| word != "the");
    let (Some(number), Some(counted)) = (words.next(), words.next()) else { return false };
    let digits = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    (digits || words::is_in(words::NUMBERS, number)) && counted.is_ascii() && counted.ends_with('s')
}

/// Whether `html` may be nothing but study advice, by how it begins and ends.
pub fn may_be_advice(html: &str) -> bool {
    let mut text = html.strip_prefix("<p>").unwrap_or(html);
    while let Some(rest) = text.strip_prefix("<ul><li>") {
        text = rest;
    }
    let starts = |start: &&str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return words::ADVICE_STARTS.iter().any(starts);
    }
    let end = ["</ul>", "</li>", "</p>"].iter().fold(text, |text, tag| text.strip_suffix(tag).unwrap_or(text));
    let end = end.trim_end_matches('。');
    end.ends_with(|last| words::ADVICE_END.may_be(last))
        && words::ADVICE_ENDS.iter().chain(words::STUDY_VERBS).any(|word| end.ends_with(word))
}

/// Whether a line says what to learn, as the guide of an exam does: a verb of study, and what it is about.
/// "Identify the parts".
pub fn is_task(line: &str) -> bool {
    let line = line.trim_start();
    if !line.starts_with(|first| words::TASKS_BEGIN.may_be(first)) {
        return false;
    }
    let mut words = line.split_whitespace();
    words.next().is_some_and(words::is_study_verb) && words.next().is_some_and(has_word)
}

/// The same of one line by itself, in several languages: by words that hardly say anything else.
/// "Describe the parts of a cell", 「違いを説明できる」.
pub fn is_aim(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let line = line.trim_end_matches(['.', '。']);
    words::is_in(words::AIMS, first) || words::AIM_ENDS.iter().any(|end| line.ends_with(end))
}

/// Whether all that `text` says is what to learn: a task that is only divided into others.
pub fn all_tasks(text: &str) -> bool {
    all_sentences(text, is_task)
}

/// Whether `html` may be a list of what a course is to teach, by its first item.
pub fn may_be_syllabus(html: &str) -> bool {
    let mut tags = memchr::memchr_iter(b'<', html.as_bytes());
    tags.find_map(|at| html[at..].strip_prefix("<li>")).is_some_and(is_task)
}

/// Whether most lines of `text` say what to learn.
pub fn is_syllabus(text: &str) -> bool {
    let lines = || text.lines().filter(|line| has_word(line));
    let tasks = lines().filter(|line| is_task(line)).count();
    tasks >= FEWEST_TASKS && tasks * 2 >= lines().count()
}

/// Whether all that `text` says is study advice: "Know the limits", 「押さえておく」.
pub fn is_advice(text: &str) -> bool {
    all_sentences(text, is_advice_sentence)
}

/// Whether all that `text` says is what the section will tell, or where to read on: 「詳しくはこちらの記事を参照」.
pub fn tells_elsewhere(text: &str) -> bool {
    all_sentences(text, |key| {
        let sends = words::ELSEWHERE.iter().any(|place| key.contains(place))
            && words::SENDING_ENDS.iter().any(|end| key.ends_with(end));
        sends
            || words::ANNOUNCING_ENDS.iter().any(|end| key.ends_with(end))
            || words::ANNOUNCING_STARTS.iter().any(|start| key.starts_with(start))
    })
}

/// Whether there are sentences in `text`, and each, as a key, is what is asked for.
fn all_sentences(text: &str, is: impl Fn(&str) -> bool) -> bool {
    let parts = text.split(['。', '\n']).flat_map(|part| part.split(". ")).map(str::trim);
    let mut sentences = parts.filter(|part| has_word(part)).peekable();
    sentences.peek().is_some() && sentences.all(|sentence| is(&words::key(sentence)))
}

/// Whether there is a question mark in `text`.
pub fn has_question_mark(text: &str) -> bool {
    // `？` begins with 0xef, as does most wide punctuation.
    memchr::memchr2_iter(b'?', 0xef, text.as_bytes()).any(|at| text[at..].starts_with(['?', '？']))
}

/// Whether `text` is nothing but questions, a line each: they are asked, and not answered.
///
/// Those of a word or two are an answer: "Who?", "What?", "Why?".
pub fn only_asks(text: &str) -> bool {
    let lines = || text.lines().filter(|line| has_word(line));
    let mark = |line: &str| line.ends_with(['?', '？']);
    let asked = lines().filter(|line| is_wider(line, WIDEST_WORD)).count();
    asked >= FEWEST_QUESTIONS
        && asked * 2 >= lines().count()
        && lines().all(|line| mark(line) || mark(without_brackets(line).trim_end()))
}

/// Whether `text` is nothing but bare phrases, a line each, and more than anybody recalls at once.
pub fn is_catalogue(text: &str) -> bool {
    let lines = || text.lines().filter(|line| has_word(line));
    lines().nth(MOST_PHRASES).is_some()
        && lines().all(|line| !is_wider(line, WIDEST_PHRASE) && not_a_term(line).is_none())
}

/// Whether the text under a title is about the notes: "These are my notes from …".
pub fn is_of_the_notes(text: &str) -> bool {
    let first = text.lines().find(|line| has_word(line)).unwrap_or_default().to_lowercase();
    words::OF_THE_NOTES.iter().any(|words| first.contains(words))
}

/// A verb alone is no advice: it may be what a foreign word means.
fn is_advice_sentence(key: &str) -> bool {
    let noun = words::ADVICE_NOUNS.iter().any(|start| key.starts_with(start));
    let starts =
        || words::ADVICE_STARTS.iter().any(|start| key.strip_prefix(start).is_some_and(|rest| rest.starts_with(' ')));
    let of_aspect = |verb: &str| {
        let object = key.strip_suffix(verb).and_then(|rest| rest.strip_suffix('を'));
        object.is_some_and(|object| words::ADVICE_ASPECTS.iter().any(|aspect| object.ends_with(aspect)))
    };
    (!noun && starts())
        || words::ADVICE_ENDS.iter().any(|end| key.ends_with(end))
        || words::STUDY_VERBS.iter().any(|verb| of_aspect(verb))
}

/// Whether `first` and `next` are one sentence that an editor or its author broke in two.
pub fn is_broken_sentence(first: &str, next: &str) -> bool {
    if first.ends_with(['、', ',', '，']) {
        return true;
    }
    let starts = |chars: &str| next.starts_with(|c| chars.contains(c));
    let kana_end = first.ends_with(|c: char| matches!(c, '\u{3041}'..='\u{30ff}'));
    // After Japanese, a lower-case word is a name: `missing`、….
    let lower = next.starts_with(|c: char| c.is_ascii_lowercase()) && !first.ends_with(is_cjk) && reads_on(first) && {
        let word: String = next.chars().take_while(|c| !c.is_whitespace()).collect();
        // `kebab-case`, `camelCase` and `key:` are names that are written so.
        let name = |c: char| {
            matches!(c, '-' | '_' | ':' | '.' | '/' | '(' | '=') || c.is_ascii_uppercase() || c.is_ascii_digit()
        };
        !word.trim_end_matches(['.', ',', ':', ';']).contains(name)
    };
    lower || (kana_end && starts("ぁっゃゅょーァッャュョ、。）)"))
}

/// Whether an English line may go on in lower case below: a few words are a term, whatever its definition begins with.
fn reads_on(line: &str) -> bool {
    line.split_whitespace().count() > MOST_TERM_WORDS || is_open(line)
}

/// Whether a line ends where no sentence ends: in a comma, or in a word like "the".
pub fn is_open(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    line.ends_with(['、', ',', '，']) || words::is_in(words::OPEN_ENDS, last)
}

/// A word that is too short to be a first line of prose by itself, in an editor-wrapped file.
pub fn first_word_columns(line: &str) -> usize {
    match line.chars().next() {
        Some(c) if is_cjk(c) => 2,
        _ => columns(line.split_whitespace().next().unwrap_or_default()).min(20),
    }
}

/// Whether English prose without wide characters fills its first line: it goes on below.
pub fn is_long_prose(first: &str, next: &str) -> bool {
    first.len() >= 64
        && !has_cjk(first)
        && columns(first) >= 64
        && columns(next) >= 20
        && first.split_whitespace().count() >= 9
}

// Questions and answers.

/// The length of the mark by which a line says that it asks: `Q:`, `Q1.`, 問1.
pub fn question_mark(text: &str) -> Option<usize> {
    mark(text, words::QUESTION_MARKS)
}

/// The length of the mark by which a line says that it answers: `A:`, 答え：, "Answer:".
pub fn answer_mark(text: &str) -> Option<usize> {
    mark(text, words::ANSWER_MARKS)
}

/// The length of an arrow at the start of a line, with the space after it: below a question, it leads to the answer.
pub fn answer_arrow(text: &str) -> Option<usize> {
    let rest = ["→", "⇒", "->", "=>"].iter().find_map(|arrow| text.strip_prefix(arrow))?;
    has_word(rest).then(|| text.len() - rest.trim_start().len())
}

/// The length of one of `marks` at the start of `text`, with its number, its separator and the space after it.
fn mark(text: &str, marks: &[&str]) -> Option<usize> {
    if !text.starts_with(|first| words::MARKS_BEGIN.may_be(first)) {
        return None;
    }
    let rest = marks.iter().find_map(|mark| {
        let start = text.get(..mark.len())?;
        start.eq_ignore_ascii_case(mark).then(|| &text[mark.len()..])
    })?;
    let digits = rest.trim_start_matches(' ').trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < rest.trim_start_matches(' ').len();
    let after = if numbered { digits } else { rest };
    let after = if after.trim_start().starts_with([':', '：']) { after.trim_start() } else { after };
    let separated = after.trim_start_matches(['.', ':', '：', '．', ')', '）', '、']);
    let wide = numbered && after.starts_with([' ', '\u{3000}']);
    let told = separated.len() < after.len() || wide;
    let rest = separated.trim_start();
    (told && has_word(rest)).then(|| text.len() - rest.len())
}

/// Whether a line asks something.
pub fn asks(text: &str) -> bool {
    text.trim_end_matches([')', '）']).ends_with(['?', '？']) || asks_to_choose(text) || has_question_mark(text)
}

/// Whether a line that begins with such a mark asks: 「問題：」 may also name a problem, and 「問」 a part of an exam.
pub fn surely_asks(text: &str) -> bool {
    let mark = &text[..question_mark(text).unwrap_or(0)];
    mark.starts_with(['Q', 'q', 'Ｑ'])
        || mark.contains(char::is_numeric)
        || asks(text)
        || text.trim_end_matches('。').ends_with(['か', 'よ'])
}

/// Whether a line asks to choose: 「次のうち…どれですか」, "Which of the following …", "(Choose TWO)".
pub fn asks_to_choose(text: &str) -> bool {
    words::CHOOSING.is_in(text)
}

/// The letter by which an option begins: `A.`, `(b)`, 「ア．」; in upper case.
pub fn letter(text: &str) -> Option<char> {
    let inner = text.trim_start_matches(['(', '（', '[']);
    let mut chars = inner.chars();
    let letter = chars.next().filter(|c| c.is_ascii_alphabetic() || ('ア'..='コ').contains(c))?;
    let closed = chars.next().is_some_and(|c| matches!(c, '.' | ')' | '）' | '．' | ':' | '：' | ']' | '、'));
    closed.then(|| letter.to_ascii_uppercase())
}

/// The letters or digits that an answer names, if it says nothing else: "Correct answer: B, E".
pub fn named_letters(text: &str) -> Option<Vec<char>> {
    let rest = &text[answer_mark(text).unwrap_or(0)..];
    let tokens = rest.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty());
    let tokens: Vec<&str> = tokens.filter(|token| !matches!(*token, "and" | "と" | "or")).collect();
    let letter = |token: &&str| {
        let mut chars = token.chars();
        let first = chars.next().filter(|c| c.is_ascii_alphanumeric() || ('ア'..='コ').contains(c))?;
        chars.next().is_none().then(|| first.to_ascii_uppercase())
    };
    // Letters in a row, each once and in their order: "BD".
    if let [run] = tokens[..] {
        let all: Vec<char> = run.chars().collect();
        let ordered = all.windows(2).all(|pair| pair[0] < pair[1]);
        if (2..=5).contains(&all.len()) && ordered && all.iter().all(char::is_ascii_uppercase) {
            return Some(all);
        }
    }
    let letters: Vec<char> = tokens.iter().filter_map(letter).collect();
    (!letters.is_empty() && letters.len() == tokens.len()).then_some(letters)
}
