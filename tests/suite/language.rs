//! The program says everything in two languages, and the same in both: what a person would forget when adding a message.

use std::collections::BTreeSet;

use crate::sources::sources;

/// Where Japanese stands alone: what is said of arguments, which is the parser's own words in English.
const JAPANESE_ALONE: &[&str] = &["cli/ui/help.rs", "cli/ui/wrap.rs", "cli/words/help.rs", "cli/words/usage.rs"];

/// Where Japanese stands beside English by other means: the counters of things.
const COUNTERS: &str = "cli/words/count.rs";

/// What tells the user something: all words in its arguments are in `tr!`.
const VOICES: &[&str] =
    &["console.say(", "console.advise(", "console.detail(", "console::error(", "eprintln!(", "println!("];

/// Where messages are written.
const WORDS: &[&str] = &["cli/words/", "cli/commands/explain.rs"];

#[test]
fn all_words_are_in_one_place() {
    for Message { place, .. } in messages() {
        assert!(WORDS.iter().any(|words| place.starts_with(&format!("src/{words}"))), "{place} is not in cli/words/");
    }
}

#[test]
fn both_languages_hold_the_same_values() {
    let mut wrong = Vec::new();
    for message in messages() {
        let Message { place, english, japanese } = &message;
        if values(english) != values(japanese) {
            wrong.push(format!("{place}: {:?} and {:?}", values(english), values(japanese)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_language_is_itself() {
    let mut wrong = Vec::new();
    for Message { place, english, japanese } in messages() {
        // Some say nothing but values and a sign.
        let says = words(&english).next().is_some();
        if says
            && !japanese.chars().any(is_japanese)
            && japanese.contains(char::is_alphabetic)
            && !only_names(&japanese)
        {
            wrong.push(format!("{place}: no Japanese in {japanese:?}"));
        }
        if english.chars().any(is_japanese) {
            wrong.push(format!("{place}: Japanese in {english:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_ends_in_a_full_stop() {
    for Message { place, english, japanese } in messages() {
        assert!(!english.ends_with('.') && !japanese.ends_with(['。', '.']), "{place}");
        // A word alone is a title.
        let is_sentence = english.contains(' ') && !english.starts_with("SOURCE") && !english.starts_with("Anki ");
        assert!(!is_sentence || !english.starts_with(char::is_uppercase), "{place}: {english}");
    }
}

#[test]
fn all_that_is_told_is_in_both_languages() {
    let mut wrong = Vec::new();
    for (path, text) in sources("cli") {
        let text = without_messages(&code(&text));
        for voice in VOICES {
            for (at, _) in text.match_indices(voice) {
                let told = &text[at + voice.len()..];
                let told = &told[..end_of_call(told)];
                for literal in literals(told).filter(|literal| words(&without_values(literal)).next().is_some()) {
                    wrong.push(format!("src/{path}: {literal:?} is told in one language"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn prose_stands_in_both_languages_or_in_the_help() {
    let mut wrong = Vec::new();
    for (path, text) in sources("cli") {
        if path == COUNTERS {
            continue;
        }
        let alone = JAPANESE_ALONE.contains(&path.as_str());
        let text = without_help(&without_messages(&code(&text)));
        for literal in literals(&text) {
            let english =
                words(&without_values(literal)).filter(|word| word.starts_with(char::is_lowercase)).count() > 1;
            let japanese = literal.chars().any(is_japanese);
            if !alone && (english || japanese) {
                wrong.push(format!("src/{path}: {literal:?} is not in tr!"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A call of `tr!`.
struct Message {
    place: String,
    english: String,
    japanese: String,
}

fn messages() -> Vec<Message> {
    let mut messages = Vec::new();
    for (path, text) in sources("cli") {
        let text = code(&text);
        for (at, _) in text.match_indices("tr!(") {
            let place = format!("src/{path}:{}", 1 + text[..at].matches('\n').count());
            let call = &text[at + "tr!(".len()..];
            let both: Vec<&str> = literals(&call[..end_of_call(call)]).collect();
            let [english, japanese] = both[..] else { panic!("{place}: tr! takes two literals, not {both:?}") };
            messages.push(Message { place, english: joined(english), japanese: joined(japanese) });
        }
    }
    assert!(messages.len() > 100, "the messages were not found");
    messages
}

/// A literal as it is read: lines that a backslash ends go on without their indentation.
fn joined(literal: &str) -> String {
    let mut lines = literal.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |joined, line| joined + line.trim_start())
}

/// The values in braces, without what says how they are shown.
fn values(message: &str) -> BTreeSet<String> {
    let message = message.replace("{{", "").replace("}}", "");
    let values = message.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    values.map(str::to_owned).collect()
}

fn without_values(literal: &str) -> String {
    literal.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}

/// Words of Latin letters: two letters or more, and no option, name in backticks or path.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| c.is_whitespace() || "()[],;:?!".contains(c));
    parts.filter(|part| part.len() > 1 && part.chars().all(|c| c.is_ascii_alphabetic() || c == '\''))
}

/// Whether all that is in it are names that no language translates.
fn only_names(text: &str) -> bool {
    words(text).all(|word| word.starts_with(char::is_uppercase))
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// The code of a file: no comments, and nothing from the unit tests on.
fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| *line != "#[cfg(test)]");
    lines.filter(|line| !line.trim_start().starts_with("//")).map(|line| line.to_owned() + "\n").collect()
}

/// Without the calls of `tr!`.
fn without_messages(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("tr!(") {
        left.push_str(&rest[..at]);
        let call = &rest[at + "tr!(".len()..];
        rest = &call[end_of_call(call)..];
    }
    left + rest
}

/// Without attributes, and the constants that stand below the options of `--help`: Japanese has its own table for them.
fn without_help(text: &str) -> String {
    let mut constants = Vec::new();
    let mut left = text.to_owned();
    while let Some(at) = left.find("#[") {
        let end = at + 2 + end_of_brackets(&left[at + 2..]);
        let attribute = left[at..end].to_owned();
        if let Some((_, name)) = attribute.split_once("after_help = ") {
            let name: String = name.chars().take_while(char::is_ascii_uppercase).collect();
            constants.push(name);
        }
        left.replace_range(at..end, "");
    }
    for name in constants {
        let start = left.find(&format!("const {name}: &str")).expect("the constant is in the same file");
        let end = start + left[start..].find("\";").expect("it ends");
        left.replace_range(start..end + 2, "");
    }
    left
}

/// The string literals in code, as they are written.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = start_of_literal(rest)?;
        let end = start + end_of_literal(&rest[start..]);
        let literal = &rest[start..end];
        rest = &rest[end + 1..];
        Some(literal)
    })
}

/// Behind the next quotation mark that is not a character itself.
fn start_of_literal(text: &str) -> Option<usize> {
    text.match_indices('"')
        .map(|(at, _)| at)
        .find(|&at| !text[..at].ends_with('\'') && !text[..at].ends_with("'\\"))
        .map(|at| at + 1)
}

fn end_of_literal(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// Where the call ends whose opening parenthesis was just before.
fn end_of_call(text: &str) -> usize {
    end_of(text, '(', ')')
}

fn end_of_brackets(text: &str) -> usize {
    end_of(text, '[', ']')
}

fn end_of(text: &str, open: char, close: char) -> usize {
    let (mut depth, mut at) = (1, 0);
    while let Some(c) = text[at..].chars().next() {
        let is_character = text[at + c.len_utf8()..].starts_with('\'') && text[..at].ends_with('\'');
        at += c.len_utf8();
        match c {
            _ if is_character => {}
            '"' => at += end_of_literal(&text[at..]) + 1,
            _ if c == open => depth += 1,
            _ if c == close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}
