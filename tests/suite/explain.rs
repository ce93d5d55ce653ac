//! What `explain` tells is what is: nothing is left unexplained, and what it advises does what it says.

use std::path::{Path, PathBuf};

use soa_anki::{
    Config, Context, Cure, Cures, Entry, Goal, LineKind, MediaIndex, Outcome, Piece, PieceFate, Rule, Source, collect,
    explain, extract, read,
};

use crate::files::files;

/// How files of notes end.
const NOTES: &[&str] = &["md", "txt"];

#[test]
fn every_line_that_says_something_is_explained() {
    let paths = all_notes();
    assert!(!paths.is_empty(), "no notes were found");
    for path in paths {
        let Ok(notes) = read(std::slice::from_ref(&path)) else { continue };
        for source in &notes.sources {
            let wrong = unexplained(source);
            assert!(wrong.is_empty(), "{}:\n{}", path.display(), wrong.join("\n"));
        }
    }
}

/// Whether there is anything to read in `text`.
fn has_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Lines, cards and decisions of a source of which no piece tells.
fn unexplained(source: &Source) -> Vec<String> {
    let outcome = outcome(source);
    let pieces = explain(source, 0, &outcome, &Config::default());
    let ends: Vec<usize> = source.text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |offset: usize| ends.partition_point(|&end| end < offset);
    let at = |offset: usize| pieces.iter().find(|piece| piece.lines.contains(&line(offset)));
    let mut wrong = Vec::new();
    for (number, line) in source.text.lines().enumerate().filter(|(_, line)| has_word(line)) {
        let told = pieces.iter().filter(|piece| piece.lines.contains(&number) && !piece.fates.is_empty()).count();
        if told != 1 {
            wrong.push(format!("{told} tell of line {}: {line}", number + 1));
        }
    }
    for origin in &outcome.origins {
        let is = |fate: &PieceFate| matches!(fate, PieceFate::Card { text, .. } if *text == origin.text);
        if !at(origin.span.start).is_some_and(|piece| piece.fates.iter().any(is)) {
            wrong.push(format!("nothing tells of the card {}", origin.text));
        }
    }
    for decision in outcome.decisions.iter().filter(|decision| decision.span.start >= source.body) {
        let told = at(decision.span.start).is_some_and(|piece| !piece.fates.is_empty());
        if !told && has_word(&source.text[decision.span.clone()]) {
            wrong.push(format!("nothing tells of {decision:?}"));
        }
    }
    wrong.extend(pieces.iter().filter_map(contradiction));
    wrong
}

/// What is told of a piece that cannot all be true: it is a card and none, or on a card and left out with another line.
fn contradiction(piece: &Piece) -> Option<String> {
    let is = |is: fn(&PieceFate) -> bool| piece.fates.iter().any(is);
    let asks = is(|fate| matches!(fate, PieceFate::Card { .. }));
    let within = is(|fate| matches!(fate, PieceFate::Within(..)));
    let left_out =
        is(|fate| matches!(fate, PieceFate::LeftOut(rule) if !matches!(rule, Rule::ExtraCells | Rule::FenceInfo)));
    let wrong = asks && (left_out || within) || within && piece.fates.len() > 1;
    wrong.then(|| format!("line {}: {:?}", piece.lines.start + 1, piece.fates))
}

/// Notes, a line of them (from 1), and the line that is to be written for it.
const ADVICE: &[(&str, &str, usize, &str)] = &[
    (
        "Statement(Topic)",
        "## SQS\n\nキューである。\n\n- 標準キューは順序を保証しない\n",
        5,
        "- 標準キュー：順序を保証しない",
    ),
    (
        "Statement(Clause)",
        "## SQS\n\n- A standard queue does not keep the order\n",
        3,
        "- A standard queue: does not keep the order",
    ),
    ("Statement(PointsForward)", "## SQS\n\n- 以下の種類がある：\n  - 標準\n  - FIFO\n", 3, "- SQSの種類"),
    (
        "Statement(Ending)",
        "## SQS\n\n- メッセージを可視性タイムアウトまで隠している。\n",
        3,
        "- メッセージを**可視性タイムアウト**まで",
    ),
    ("BareItem", "## SQS\n\nキュー。\n\n- DLQ\n", 5, "- DLQ：〈ここに説明〉"),
    ("Label", "## SQS (重要)\n\nキュー。\n\n- 例：注文の受付\n", 5, "- SQSの例：注文の受付"),
    ("OpenTask", "## SQS\n\n- [ ] DLQ: failed messages\n", 3, "- DLQ: failed messages"),
    ("ToDo", "## SQS\n\n- TODO DLQ: failed messages\n", 3, "- DLQ: failed messages"),
    ("ToDo", "## SQS\n\nA queue.\n(未)順序の保証\n", 4, "順序の保証"),
    ("EmptyHeading", "# AWS\n\n## SQS\n", 4, "<your explanation>"),
    ("Attribute", "# AWS\n\n## SQS\n\nキュー。\n\n### 概要\n\n安い。\n", 7, "### SQSの概要"),
    ("Skipped", "## SQS\n\n- DLQ: failed messages <!-- soa: skip -->\n", 3, "- DLQ: failed messages"),
    ("Preamble", "A queue of messages.\n\n## SQS\n\nx y z\n", 1, "## a"),
    ("Separated", "## SQS\n\n- DLQ: failed messages\n", 3, "- DLQ: failed messages <!-- soa: skip -->"),
    ("Bold", "## SQS\n\n- **SNS** はプッシュ型の通知である\n", 3, "<!-- soa: cloze=false -->"),
    ("Bold", "## SQS\n\n- **SNS** pushes to many <!-- soa: id=x cloze -->\n", 3, "<!-- soa: id=x cloze=false -->"),
    ("Heading", "# AWS\n\n## SQS\n\nA queue.\n", 3, "## SQS <!-- soa: skip -->"),
    ("Unanswered", "## SQS\n\nA queue.\n\n- Q: How long?\n", 5, "- Q: How long?\n  A: <your answer>"),
    ("BareItem", "## SQS\n\nA queue.\n\n- How long? A: 14 days\n", 5, "- How long?\n  A: 14 days"),
    ("BareItem", "## SQS\n\nA queue.\n\n- How long is it? - 14 days\n", 5, "- How long is it?\n  A: 14 days"),
];

#[test]
fn what_is_advised_does_what_it_says() {
    let (config, mut wrong) = (Config::default(), Vec::new());
    for (rule, text, line, written) in ADVICE {
        let source = Source { path: "a.md".to_owned(), text: (*text).to_owned(), ..Source::default() };
        let pieces = explain(&source, 0, &outcome(&source), &Config::default());
        let number = if *rule == "EmptyHeading" { line - 1 } else { *line };
        let piece = pieces.iter().find(|piece| piece.lines.contains(&(number - 1))).unwrap();
        if !format!("{:?}", piece.fates).contains(rule) {
            wrong.push(format!("{rule}: {:?}", piece.fates));
        }
        let above = if rule.ends_with("Preamble") { "a" } else { "SQS" };
        let Some(cure) = Cures::new(&source, &config).of(piece, above) else {
            wrong.push(format!("{rule}: nothing is advised"));
            continue;
        };
        let is_there = cards_at(&source, piece) > 0;
        let edited = Source { text: cure.edit.apply(text), ..source.clone() };
        let (before, after) = (outcome(&source).origins.len(), outcome(&edited).origins.len());
        let does = match cure.goal {
            Goal::Card => !is_there && after >= before,
            Goal::NoCard => is_there && after < before,
            Goal::Part => !is_there && shows(&edited, piece),
        };
        if !does || !cure.edit.text.contains(written) {
            wrong.push(format!("{rule}: {} ({before} cards, then {after})", cure.edit.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a piece is on a card.
fn shows(source: &Source, piece: &Piece) -> bool {
    let pieces = explain(source, 0, &outcome(source), &Config::default());
    let now = pieces.iter().find(|now| now.lines.contains(&piece.lines.start)).unwrap();
    now.fates.iter().any(|fate| matches!(fate, PieceFate::Part { .. }))
}

fn cards_at(source: &Source, piece: &Piece) -> usize {
    let line = |offset: usize| source.text[..offset].matches('\n').count();
    let origins = outcome(source).origins;
    origins.iter().filter(|origin| piece.lines.contains(&line(origin.span.start))).count()
}

fn outcome(source: &Source) -> Outcome {
    let config = Config::default();
    collect(extract(std::slice::from_ref(source), &config), None, &MediaIndex::default(), &config, 0)
}

#[test]
fn what_is_advised_takes_no_other_card_than_it_names() {
    let (config, mut wrong, mut tried) = (Config::default(), Vec::new(), 0);
    for path in all_notes() {
        let Ok(notes) = read(std::slice::from_ref(&path)) else { continue };
        for source in &notes.sources {
            let pieces = explain(source, 0, &outcome(source), &Config::default());
            let cures = Cures::new(source, &config);
            let step = pieces.len().div_ceil(MOST_PIECES).max(1);
            for (at, piece) in pieces.iter().enumerate().step_by(step) {
                let Some(cure) = cures.of(piece, above(&pieces[..at])) else { continue };
                tried += 1;
                let faults = faults(source, piece, &cure);
                let place = format!("{}:{}", path.display(), piece.lines.start + 1);
                wrong.extend(faults.into_iter().map(|fault| format!("{place}: {fault}: {}", cure.edit.text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Most pieces of a file for which an advice is asked.
const MOST_PIECES: usize = 12;

/// Notes of the golden pairs, and those of other people if there are any.
fn all_notes() -> Vec<PathBuf> {
    let mut paths = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"), NOTES);
    if let Some(folder) = std::env::var_os("SOA_ANKI_CORPUS") {
        paths.extend(files(Path::new(&folder), NOTES));
    }
    paths
}

/// The last heading of some pieces.
fn above(pieces: &[Piece]) -> &str {
    let mut headings = pieces.iter().filter_map(|piece| piece.facts.as_ref());
    let last = headings.rfind(|facts| matches!(facts.kind, LineKind::Heading(_)));
    last.map_or("Title", |facts| &facts.name)
}

/// What is wrong with an advice, if it is applied.
fn faults(source: &Source, piece: &Piece, cure: &Cure) -> Vec<&'static str> {
    let edited = Source { text: cure.edit.apply(&source.text), ..source.clone() };
    let (before, after) = (cards(source), cards(&edited));
    let (lost, won) = (without(&before, &after), without(&after, &before));
    // Of cards that are alike, any may be the one.
    let is_here = |card: &&&Asked| before.iter().any(|twin| piece.lines.contains(&twin.line) && twin.is_like(card));
    let elsewhere: usize = lost.iter().filter(|card| !is_here(card)).map(|card| card.cards).sum();
    let mut faults = Vec::new();
    let mut fault = |is: bool, words: &'static str| faults.extend(is.then_some(words));
    fault(!has_word(&cure.edit.text) && !cure.edit.text.is_empty(), "it is empty");
    fault(
        text_follows_a_comment(&cure.edit.text) && !text_follows_a_comment(&line(source, piece)),
        "text follows a comment",
    );
    match cure.goal {
        Goal::NoCard => {
            fault(!lost.iter().any(|card| is_here(&card)), "the card stays");
            fault(elsewhere != cure.under, "other cards go");
            fault(!won.is_empty(), "a card comes");
        }
        Goal::Card => {
            let replaced = lost.iter().filter(|card| Some(&card.text) == cure.replaces.as_ref()).count();
            fault(elsewhere > replaced.min(1), "other cards go");
            fault(won.is_empty(), "no card comes");
        }
        Goal::Part => {
            fault(!lost.is_empty(), "other cards go");
            fault(!won.is_empty(), "a card comes");
        }
    }
    faults
}

fn line(source: &Source, piece: &Piece) -> String {
    source.text.lines().nth(piece.lines.start).unwrap_or_default().to_owned()
}

fn text_follows_a_comment(text: &str) -> bool {
    text.lines().any(|line| line.rsplit_once("-->").is_some_and(|(_, after)| has_word(after) && !after.contains(" ^")))
}

/// What an entry asks, how many cards do, and the line that they begin on.
struct Asked {
    line: usize,
    cards: usize,
    context: Context,
    text: String,
}

impl Asked {
    fn is_like(&self, other: &Self) -> bool {
        (&self.context, &self.text) == (&other.context, &other.text)
    }
}

/// The cards of `all` that have no match in `others`.
fn without<'c>(all: &'c [Asked], others: &'c [Asked]) -> Vec<&'c Asked> {
    let mut others: Vec<&Asked> = others.iter().collect();
    let mut left = Vec::new();
    for card in all {
        match others.iter().position(|other| other.is_like(card)) {
            Some(at) => drop(others.remove(at)),
            None => left.push(card),
        }
    }
    left
}

fn cards(source: &Source) -> Vec<Asked> {
    let line = |offset: usize| source.text[..offset].matches('\n').count();
    let entries = extract(std::slice::from_ref(source), &Config::default()).entries;
    let asked = |entry: &Entry| Asked {
        line: line(entry.span.start),
        cards: entry.card_count(),
        context: entry.context.clone(),
        text: entry.text().to_owned(),
    };
    entries.iter().map(asked).collect()
}
