//! What a line of plain text is: a term, a sentence, a remark, a lead.
//!
//! Pure questions about text. It knows nothing of blocks; what it finds are byte offsets.

mod mark;
mod name;
mod separator;
mod study;
mod told;
mod verdict;
mod year;

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::{self, Class, Lexicon};
use crate::model::config::Config;
use crate::model::decision::NotATerm;
pub use crate::text::has_word;
use crate::text::{columns, is_wider};
pub use mark::{
    after_label, answer_arrow, answer_behind, answer_mark, answer_sign, asks, asks_for_a_set, asks_in_words,
    asks_to_choose, asks_which, begins_solution, exercise_mark, has_name, has_question_mark, has_right_mark,
    heads_question, is_answer_mark, is_digit, is_first_label, is_mark, is_question, is_question_mark, key_labels,
    key_told, letter, may_hold_options, may_name_exercise, named_letters, names_a_part, only_asks, option_label,
    options_in_line, place_of_label, question_label, question_mark, surely_asks, without_right_mark,
};
use name::numbering;
pub use name::{
    Named, bracketed_start, has_unfinished_mark, is_label, is_numbered, is_own_label, is_summary, is_to_do,
    is_unwritten, leaves_to_do, link_label, name, ornament, says_to_do, unwritten,
};
pub use separator::{
    Separated, defines_loosely, is_equation, is_meaning, separate, separate_a_phrase, separate_at_arrow,
    separate_at_bracket, separate_at_definition, separate_at_equals, separate_at_gap, separate_at_meaning,
    separate_at_number, separate_at_own, separator,
};
pub use study::{
    all_tasks, announcement, count_told, ends_the_notes, follows, is_advice, is_aim, is_announcement,
    is_day_of_journal, is_diary, is_division, is_invitation, is_linked_step, is_numbered_walk, is_of_the_notes,
    is_scope, is_screen_end, is_screen_verb, is_step, is_syllabus, is_task, is_walk, is_worked_example, may_announce,
    may_be_advice, may_be_syllabus, names_several, points_above, points_back, task_without_stop, tells_elsewhere,
};
pub use told::{PartedBy, answers_briefly, told_behind};
pub use verdict::{has_verdict, is_verdict, verdict_behind};
pub use year::{is_year, separate_at_year, separate_beside_years};

/// Widest line that only leads in what follows, in columns.
const WIDEST_LEAD: usize = 79;
/// Widest line that points to what follows and says nothing of it, in columns.
const WIDEST_EMPTY_LEAD: usize = 24;
/// Widest end of a Japanese sentence that counts what follows, from its number on, in columns.
const WIDEST_COUNT: usize = 28;
/// Narrowest line that is a remark by its verb, in columns: a verb alone may be what is asked.
const NARROWEST_REMARK: usize = 8;
/// Widest Japanese line in a verb that may name a task, in columns.
const NARROWEST_TOLD: usize = 22;
/// Most characters of a noun that ends a sentence: 「暗号化をサポート」.
const LONGEST_DEED: usize = 8;
/// Most words of an English term whose definition begins in lower case on the next line.
const MOST_TERM_WORDS: usize = 5;
/// Widest bare phrase.
const WIDEST_PHRASE: usize = 80;

/// Whether a character is of a script that is written without spaces, or of Korean.
pub fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}' | '\u{3005}' | '\u{20000}'..='\u{3ffff}')
}

/// Most characters of a name that is a sign: a flag has two, and some are joined of more.
const MOST_SIGNS: usize = 4;

/// Whether a text is a sign that has a name of its own: `∀`, `€`, a flag. Not what lines are adorned with: `★`, `→`, `✓`.
pub fn is_sign(text: &str) -> bool {
    let of_script = |c: char| {
        matches!(c, '\u{a2}'..='\u{a5}' | '\u{ac}' | '\u{b1}' | '\u{20a0}'..='\u{20bf}' | '\u{2200}'..='\u{22ff}'
            | '\u{2a00}'..='\u{2aff}' | '\u{2318}' | '\u{2325}' | '\u{21e7}' | '\u{1f1e6}'..='\u{1f1ff}')
    };
    !text.is_empty() && text.chars().all(of_script) && text.chars().nth(MOST_SIGNS).is_none()
}

fn has_cjk(text: &str) -> bool {
    text.contains(is_cjk)
}

/// Whether two characters side by side are of one word, as far as their scripts tell.
pub fn goes_on(one: Option<char>, other: Option<char>) -> bool {
    let script = |c: char| match c {
        _ if c.is_ascii_alphanumeric() => Some(0),
        '\u{30a1}'..='\u{30ff}' => Some(1),
        '\u{3400}'..='\u{9fff}' | '\u{3005}' => Some(2),
        '\u{ac00}'..='\u{d7af}' => Some(3),
        _ => None,
    };
    let (one, other) = (one.and_then(script), other.and_then(script));
    one.is_some() && one == other
}

/// Whether a character is one in which endings and particles are written.
pub fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

/// Whether a line with something under it is no term, and why.
pub fn not_a_term(text: &str) -> Option<NotATerm> {
    judge(text, |_| {})
}

/// The same, with the piece of the line that decided.
pub fn deciding(text: &str) -> Option<(NotATerm, String)> {
    let mut piece = String::new();
    let why = judge(text, |decided| piece.push_str(decided))?;
    Some((why, piece))
}

/// Judges a line, and tells the piece of it that decided: what explains a rule is the rule itself.
fn judge(text: &str, mut tell: impl FnMut(&str)) -> Option<NotATerm> {
    let line = text.trim().trim_end_matches([':', '：']).trim_end();
    let line = &line[numbering(line)..];
    let wide = || is_wider(line, Config::LONGEST_TERM).then_some((NotATerm::Wide, line));
    let bare;
    // A question is the best front there is, however long it is.
    let found = if line.ends_with(['?', '？']) || is_plain_name(line) || is_prompt(line) {
        None
    } else if let Some(piece) = forward(line) {
        Some((NotATerm::PointsForward, piece))
    } else if let Some(piece) = closed_ending(line) {
        Some((NotATerm::Ending, piece))
    } else {
        bare = without_brackets(line);
        let clause = || if has_cjk(line) { None } else { english_clause(line) };
        judge_core(bare.trim()).or_else(|| clause().map(|piece| (NotATerm::Clause, piece))).or_else(wide)
    };
    let (why, piece) = found?;
    tell(piece);
    Some(why)
}

/// Judges a line without what stands in brackets.
fn judge_core(core: &str) -> Option<(NotATerm, &str)> {
    let particle = open_particle(core).map(|piece| (NotATerm::OpenParticle, piece));
    particle
        .or_else(|| topic(core).map(|piece| (NotATerm::Topic, piece)))
        .or_else(|| own_answer(core).map(|piece| (NotATerm::AnswersItself, piece)))
        .or_else(|| sentence_sign(core).map(|piece| (NotATerm::Ending, piece)))
}

/// Whether a line asks by how it begins: "True or false: …".
fn is_prompt(line: &str) -> bool {
    if !line.starts_with(|first| lexicon::PROMPTS_BEGIN.may_be(first)) {
        return false;
    }
    let head = line.split([':', '：', '.', ' ', '\u{3000}']).next().unwrap_or_default();
    let before_colon = line.split([':', '：']).next().unwrap_or_default();
    [head, before_colon].iter().any(|head| head.len() < line.len() && lexicon::is(Class::Prompt, head.trim()))
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
    forward(line).is_some()
}

/// The words by which a line announces what follows it.
fn forward(line: &str) -> Option<&str> {
    let ends = |end: &&&str| {
        line.len() >= end.len() && line.as_bytes()[line.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
    };
    let at_end =
        || lexicon::words(Class::PointsForwardEnd).iter().find(ends).map(|end| line[line.len() - end.len()..].trim());
    lexicon::FORWARD.find(line).or_else(at_end)
}

/// Whether a line is short and only leads in what follows: 「下記2パターンある。」, "Three kinds:".
pub fn is_lead(line: &str) -> bool {
    !is_wider(line, WIDEST_LEAD) && (line.ends_with([':', '：']) || points_forward(line))
}

/// The last sentence of a line.
pub fn last_sentence(line: &str) -> &str {
    let text = line.trim_end_matches([':', '：', '.', '。', ' ']);
    let starts = ["。", ". ", "! ", "！"].into_iter().filter_map(|end| text.rfind(end).map(|at| at + end.len()));
    &line[starts.max().unwrap_or(0)..]
}

/// Whether a line leads in a list by a sentence about a subject of its own: "Master keys (MKs) are used to:". Not "To open
/// the valve, one can:".
pub fn leads_in_of_subject(line: &str) -> bool {
    let first = line.split_whitespace().next().map(bare_word);
    line.ends_with(':')
        && not_a_term(line) == Some(NotATerm::Clause)
        && first.is_some_and(|first| !lexicon::is(Class::SentenceStart, &first))
        && !points_back(line)
}

/// Whether a line names what follows it, by its colon or by its capitals.
pub fn names_group(text: &str) -> bool {
    let text = text.trim_end();
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    text.ends_with([':', '：']) || (letters().count() >= 4 && letters().all(char::is_uppercase) && text.contains(' '))
}

/// Whether a line leads in the list below it: it ends in a colon, or says how many kinds there are.
pub fn leads_in(words: &Lexicon, line: &str) -> bool {
    // What is pasted from a page may end in a space of no width.
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || c == '\u{200b}');
    line.ends_with([':', '：'])
        || lead_in(words, line).is_some_and(|lead| {
            let lead = &line[lead];
            (points_forward(lead) || counts_last(lead)) && asks_for_a_set(words, lead)
        })
}

/// Whether a sentence ends by counting, or is no sentence in Japanese: 「AとBの2つがある」 leads in what it counts,
/// 「ゲート2つをたすきがけにした回路です」 says something else.
fn counts_last(sentence: &str) -> bool {
    let last_number = sentence.char_indices().rev().find(|&(_, c)| is_number(c)).map_or(0, |(at, _)| at);
    !sentence.contains(is_hiragana) || !is_wider(&sentence[last_number..], WIDEST_COUNT)
}

/// The last sentence of a line over a list, less its colon, if it says what is in the list: "There are two ways to poll:".
pub fn lead_in(words: &Lexicon, line: &str) -> Option<Range<usize>> {
    let text = line.trim_end().trim_end_matches([':', '：', '.', '。']);
    let starts = ["。", ". ", "! ", "！"].into_iter().filter_map(|end| text.rfind(end).map(|at| at + end.len()));
    let lead = crate::markdown::trimmed(line, starts.max().unwrap_or(0)..text.len());
    let key = lexicon::key(&line[lead.clone()]);
    let empty = words.is(Class::EmptyLead, &key)
        || lexicon::is(Class::Predicate, &key)
        || lexicon::is(Class::Label, &key)
        || lexicon::words(Class::EmptyLeadStart)
            .iter()
            .any(|start| key.starts_with(start) && columns(&key) <= WIDEST_EMPTY_LEAD);
    (has_word(&key) && !empty && !is_wider(&line[lead.clone()], WIDEST_LEAD)).then_some(lead)
}

/// Punctuation that a term does not end in; `etc.` and `Inc.` are fine.
fn closed_ending(line: &str) -> Option<&str> {
    let abbreviation = ["etc.", "Inc.", "vs.", "e.g.", "Ltd."].iter().any(|end| line.ends_with(end));
    let last = line.char_indices().next_back().filter(|_| !abbreviation);
    last.filter(|(_, c)| matches!(c, '。' | '．' | '.' | '!' | '！' | '、' | ',' | '，' | ';' | '；'))
        .map(|(at, _)| &line[at..])
}

fn open_particle(core: &str) -> Option<&str> {
    core.chars().nth(1)?;
    let rest = core.strip_suffix(lexicon::signs(Class::OpenParticle))?;
    let closed = lexicon::ends(Class::ClosedEnd, core);
    (!closed).then(|| &core[rest.len()..])
}

/// The topic of a sentence, with its は, which stands after a word (kanji, katakana, Latin, a bracket) or after a case particle.
///
/// 「とは」 asks what something is, and hiragana after は may make a word of it (はじめ, はず).
fn topic(core: &str) -> Option<&str> {
    let mut before = None;
    let mut chars = core.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == 'は' {
            let next = chars.peek().map(|&(_, next)| next);
            let word_before = before
                .is_some_and(|b: char| !is_hiragana(b) && (is_cjk(b) || b.is_alphanumeric() || b == ')'))
                || matches!(before, Some('に' | 'で'));
            let word_after =
                next.is_some_and(|n| !matches!(n, 'じ' | 'ず' | 'し' | 'い' | 'っ' | 'る' | 'ん' | 'や' | 'な'));
            if word_before && word_after {
                return Some(&core[..at + c.len_utf8()]);
            }
        }
        before = Some(c);
    }
    None
}

/// 「3種類の CMK がある」, "There are three kinds": the front would give its own answer.
fn own_answer(core: &str) -> Option<&str> {
    let ends = ["つある", "種類ある", "がある", "があります", "つあります", "個ある"];
    let end = ends.iter().find(|end| core.ends_with(**end)).filter(|_| core.contains(is_number))?;
    Some(&core[core.len() - end.len()..])
}

/// Whether a character is a digit of any script, or a numeral of one character.
fn is_number(c: char) -> bool {
    c.is_numeric() || "一二三四五六七八九十".contains(c)
}

/// The sign by which a line is a sentence.
fn sentence_sign(core: &str) -> Option<&str> {
    let may = core.ends_with(|last| lexicon::SENTENCES_END.may_be(last));
    let end = may.then(|| lexicon::end(Class::SentenceEnd, core)).flatten();
    if let Some(end) = end.filter(|_| core.chars().count() > 12) {
        return Some(&core[core.len() - end.len()..]);
    }
    if core.contains('。') {
        return Some("。");
    }
    let stop = core.contains(". ") && !core.contains(" vs. ");
    let korean = || is_korean_sentence(core).then(|| core.split_whitespace().next_back()).flatten();
    if stop { Some(". ") } else { korean() }
}

/// Korean ends a sentence in 다, with or without a full stop, and marks its topic by 는 or 은 after a Latin word.
fn is_korean_sentence(core: &str) -> bool {
    let words = core.split_whitespace().count();
    let topic = |(at, _): (usize, &str)| core[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')');
    (words >= 5 && core.ends_with('다'))
        || (words >= 4 && ["는 ", "은 "].iter().any(|particle| core.match_indices(particle).any(topic)))
}

/// The word that makes an English clause of a line: how it begins, or its verb.
fn english_clause(line: &str) -> Option<&str> {
    let mut all = line.split_whitespace();
    let first = bare_word(all.next()?);
    // "Use cases of …" names something.
    let noun =
        all.clone().next().is_some_and(|second| matches!(&*bare_word(second).to_ascii_lowercase(), "case" | "cases"));
    let count = 1 + all.count();
    if count >= 4 && !noun && lexicon::is(Class::SentenceStart, &first) {
        return line.split_whitespace().next();
    }
    let asks = lexicon::is(Class::QuestionWord, &first);
    let verb = |word: &&str| {
        let word = bare_word(word);
        lexicon::is(Class::FiniteVerb, &word) || lexicon::is_lower(Class::LowerVerb, &word)
    };
    (count >= 6 && !asks).then(|| line.split_whitespace().find(verb)).flatten()
}

/// Whether a line that asks nothing says something: it is no term, or a remark, or has a verb between its words, as short as
/// it may be: "The cell wall is rigid".
pub fn is_statement(text: &str) -> bool {
    let has_verb = || {
        let words: Vec<Cow<'_, str>> = text.split_whitespace().map(bare_word).collect();
        let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
        let asks = words.first().is_some_and(|first| lexicon::is(Class::QuestionWord, first));
        !asks && !text.ends_with(['?', '？']) && inner.iter().any(|word| lexicon::is(Class::FiniteVerb, word))
    };
    not_a_term(text).is_some() || is_remark(text) || is_told(text) || has_verb()
}

/// A word without what stands around it, its apostrophe straight.
fn bare_word(word: &str) -> Cow<'_, str> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) }
}

/// Whether a line is a property, a step or an amount of what stands above it: "Supports HTTPS", "Attach the policy",
/// "Up to 5 per account", 「最大5個」.
pub fn is_remark(text: &str) -> bool {
    let line = text.trim().trim_end_matches([':', '：']).trim_end();
    let line = &line[numbering(line)..];
    if line.ends_with(['?', '？']) || is_prompt(line) {
        return false;
    }
    let ends = line.ends_with(|last| lexicon::REMARKS_END.may_be(last)) && lexicon::ends(Class::RemarkEnd, line);
    let begins =
        line.starts_with(|first| lexicon::REMARKS_BEGIN.may_be(first)) && lexicon::starts(Class::RemarkStart, line);
    is_amount(line)
        || ((ends || begins) && columns(line) >= NARROWEST_REMARK)
        || line.starts_with(|c: char| c.is_ascii_alphanumeric()) && is_english_remark(line)
}

/// Whether a Japanese or Korean line tells what something does or what to do: it ends in a verb, or in a noun that is done
/// to its object, and has a particle before that. A short one may name a task.
pub fn is_told(text: &str) -> bool {
    let line = text.trim().trim_end_matches([':', '：']).trim_end();
    let core = without_brackets(&line[numbering(line)..]);
    let core = core.trim();
    let particle = |c: char| matches!(c, 'を' | 'が' | 'に' | 'で' | 'と' | 'は' | 'も');
    let has_particle = || {
        let after_word =
            |(at, _): (usize, &str)| core[..at].trim_end().ends_with(|c: char| !is_hiragana(c) && c.is_alphanumeric());
        core.match_indices(particle).any(after_word)
    };
    let is_noun = |rest: &str| {
        let signs = rest.chars().count();
        (2..=LONGEST_DEED).contains(&signs) && rest.chars().all(|c| is_cjk(c) && !is_hiragana(c))
    };
    let deed = || core.rsplit_once('を').is_some_and(|(_, rest)| is_noun(rest));
    let in_japanese = || has_particle() && (lexicon::ends(Class::VerbEnd, core) || deed());
    is_wider(core, NARROWEST_TOLD) && (is_told_in_korean(core) || in_japanese())
}

/// Whether a Korean line ends in a verb that is made a noun (함, 됨, 있음), and has a word with a particle before that.
fn is_told_in_korean(core: &str) -> bool {
    let particle = ['을', '를', '은', '는', '이', '가', '에', '로', '서', '의'];
    let mut words = core.split_whitespace();
    words.next_back().is_some_and(|last| last.ends_with(is_hangul) && lexicon::ends(Class::VerbEnd, last))
        && words.clone().count() >= 2
        && words.any(|word| word.ends_with(particle))
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Whether there is hiragana in a text: it says more than names.
pub fn has_hiragana(text: &str) -> bool {
    text.contains(is_hiragana)
}

/// Whether a text says more than names: there is hiragana in it, or several Korean words.
pub fn says_more_than_names(text: &str) -> bool {
    has_hiragana(text) || text.ends_with(is_hangul) && text.split_whitespace().count() >= 3
}

/// Whether a line begins with a limit and a number, or counts something for each of others: "0 or 1 address per card".
fn is_amount(line: &str) -> bool {
    let may = line.starts_with(|first| lexicon::LIMITS_BEGIN.may_be(first));
    let limit = may.then(|| lexicon::start_in_any_case(Class::Limit, line)).flatten();
    let limited = limit.map(|limit| line[limit.len()..].trim_start());
    if limited.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return true;
    }
    line.starts_with(|c: char| c.is_ascii_digit())
        && line.split_whitespace().count() >= 4
        && lexicon::within(Class::CountedBy, line)
}

fn is_english_remark(line: &str) -> bool {
    let all: Vec<&str> = line.split_whitespace().collect();
    let [first, second, ..] = all[..] else { return false };
    if lexicon::is(Class::QuestionWord, first) || has_cjk(line) {
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
    let verbs = [Class::StepVerb, Class::AimVerb, Class::TaskVerb];
    // What learners are advised to understand is worth asking.
    let told = !lexicon::is(Class::AdviceStart, first) && lexicon::is_any(&verbs, first);
    let step = told && lexicon::is_lower(Class::Determiner, second);
    let duty = lexicon::is(Class::DutyVerb, first) && lower && all.len() >= 3;
    let quantified = lexicon::is(Class::Quantifier, first) && lower && all.len() >= 4;
    predicate || step || duty || quantified || is_participle(first, second)
}

/// "Supports HTTPS", "Can extend": not "Uses of the hall", nor "Can Opener".
fn has_predicate_first(first: &str, second: &str) -> bool {
    let lower = second.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    let acronym = second.len() > 1 && !second.contains(|c: char| c.is_ascii_lowercase());
    lexicon::is(Class::Predicate, first) && (lower || acronym) && !lexicon::is(Class::NameLink, second)
}

/// "Billed in seconds", "Allocated 1 block".
fn is_participle(first: &str, second: &str) -> bool {
    let number = second.starts_with(|c: char| c.is_ascii_digit());
    let participle = first.len() >= 5 && first.ends_with("ed") && !first.ends_with("eed");
    participle && (number || lexicon::is_lower(Class::ParticipleLink, second))
}

/// Whether words after the first one make a clause: "NACLs are stateless", "the service manages the keys".
fn has_verb(all: &[&str]) -> bool {
    let third_person = |word: &str| {
        word.len() >= 5
            && word.ends_with('s')
            && !["ss", "us", "is", "as"].iter().any(|end| word.ends_with(end))
            && !lexicon::is(Class::NotAVerb, word)
    };
    let object = |pair: &[&str]| lexicon::is_lower(Class::Article, pair[1]) && third_person(pair[0]);
    let inside = &all[1..all.len() - 1];
    if inside.iter().any(|word| lexicon::is(Class::Relative, word)) {
        return false;
    }
    let says = |pair: &[&str]| lexicon::is_lower(Class::Copula, pair[0]) && lexicon::is_lower(Class::Article, pair[1]);
    // "A can of worms".
    let claims =
        |pair: &[&str]| lexicon::is_lower(Class::ClauseWord, pair[1]) && !lexicon::is_lower(Class::Article, pair[0]);
    inside.contains(&"are")
        || (all.len() >= 5 && all.windows(2).any(says))
        || (all.len() >= 4 && all[..all.len() - 1].windows(2).any(claims))
        || (all.len() >= 3 && all.windows(2).any(object))
}

/// Whether a line ends where its items go on: "An account can have either", "Billed based on".
fn is_cut_off(all: &[&str]) -> bool {
    let last = all[all.len() - 1];
    lexicon::is_lower(Class::CutOff, last) || (all.len() >= 3 && lexicon::is_lower(Class::LateCutOff, last))
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

/// Whether `text` is nothing but bare phrases, a line each, and more than `most`: than anybody recalls at once.
pub fn is_catalogue(text: &str, most: usize) -> bool {
    let lines = || text.lines().filter(|line| has_word(line));
    lines().nth(most).is_some() && lines().all(|line| !is_wider(line, WIDEST_PHRASE) && not_a_term(line).is_none())
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
    line.ends_with(['、', ',', '，']) || lexicon::is(Class::OpenEnd, last)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_broken_where_neither_line_stands_alone() {
        let broken = [
            ("The rate of the tide depends on the", "moon and the sun"),
            ("まず水を、", "次に酸を入れる"),
            ("カード", "ーの色"),
        ];
        assert!(broken.iter().all(|(first, next)| is_broken_sentence(first, next)));
        // Names that are written in lower case begin a line of their own.
        let names =
            ["camelCase names", "kebab-case names", "snake_case names", "x86 machines", "a.b calls", "f(x) calls"];
        let above = "A long line of many words that goes to the";
        assert_eq!(names.map(|name| is_broken_sentence(above, name)), [false; 6]);
        assert!(!is_broken_sentence("Tide", "moon and sun"));
    }
}
