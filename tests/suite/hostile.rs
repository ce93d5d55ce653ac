//! Hostile notes become cards like any others, on which nothing is left that acts.
//!
//! `tests/hostile/` holds them. Here each field is read strictly; `browser.rs` opens the cards in a browser.

pub mod cases;
mod strict;

use crate::field::position;
use cases::Cases;
use soa_anki::{Config, Html, MediaIndex, NoteKind, Outcome, Source, collect, extract};

/// Fewest attacks that there must be.
const FEWEST: usize = 200;

#[test]
fn every_attack_becomes_a_card() {
    let cases = Cases::read();
    let outcome = cases.collect();
    let is_asked = |name: &&String| outcome.origins.iter().any(|origin| origin.text.starts_with(name.as_str()));
    let lost: Vec<&String> = cases.names.iter().filter(|name| !is_asked(name)).collect();
    assert!(lost.is_empty(), "no cards: {lost:#?}");
    assert!(cases.names.len() >= FEWEST, "only {} attacks", cases.names.len());
}

#[test]
fn fields_hold_nothing_but_what_is_ours() {
    let wrong = faults(&Cases::read().collect());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_notices_what_is_not_ours() {
    for html in [
        "<script>alert(1)</script>",
        "<p onclick=\"alert(1)\">x</p>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<img src=\"https://evil.example/a.png\">",
        "<p class=\"card\">x</p>",
        "<p class=soa-x>x</p>",
        "<p>x",
        "<b><i>x</b></i>",
        "a < b",
        "{{Term}}",
        "[sound:https://evil.example/a.mp3]",
        "\\(\\href{javascript:alert(1)}{x}\\)",
        "<p>\\[x \\require{html}\\]</p>",
    ] {
        assert!(!strict::faults(html).is_empty(), "{html}");
    }
    assert!(strict::faults("<p>a &lt; b <code>\\(\\href\\)</code> \\(x\\)</p>").is_empty());
}

#[test]
fn what_is_nested_deeply_or_without_end_is_ours_as_well() {
    let pieces =
        ["<div>", "<b>", "<table><tr><td>", "<svg>", "<a href=\"x\">", "<!--", "<script>", "> ", "- ", "**", "{{"];
    let texts = pieces.iter().map(|piece| format!("## 題\n文。\n\n{}\n", piece.repeat(3000)));
    let sources: Vec<Source> =
        texts.map(|text| Source { path: "a.md".to_owned(), text, ..Source::default() }).collect();
    let outcome = collect(extract(&sources, &Config::default()), None, &MediaIndex::default(), &Config::default(), 0);
    let wrong = faults(&outcome);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn faults(outcome: &Outcome) -> Vec<String> {
    let mut wrong = Vec::new();
    for (note, origin) in outcome.collection.notes.iter().zip(&outcome.origins) {
        for (at, field) in note.fields.iter().enumerate() {
            let html = match note.kind {
                NoteKind::Cloze if at == position(note.kind, "Text") => without_deletions(field, note.cards.len()),
                _ => field.to_string(),
            };
            wrong.extend(strict::faults(&html).iter().map(|fault| format!("{}: {fault}\n  {field}", origin.text)));
        }
        let tags = note.tags.iter().filter(|tag| tag.contains(char::is_whitespace) || tag.contains('"'));
        wrong.extend(tags.map(|tag| format!("{}: the tag {tag}", origin.text)));
    }
    wrong
}

/// The text of a cloze without the syntax of its deletions, of which there must be so many.
fn without_deletions(field: &Html, count: usize) -> String {
    let mut out = String::new();
    let mut rest = field.as_str();
    for _ in 0..count {
        let (before, after) = rest.split_once("{{c").unwrap();
        let (number, after) = after.split_once("::").unwrap();
        assert!(number.bytes().all(|byte| byte.is_ascii_digit()), "{field}");
        let (hidden, after) = after.split_once("}}").unwrap();
        out.push_str(before);
        out.push_str(hidden);
        rest = after;
    }
    out + rest
}
