//! The gallery in `tests/gallery/`: a card for every construct that people put into notes.
//!
//! To see it: `soa-anki export tests/gallery -o gallery.apkg`, and import that.

use std::path::Path;

use crate::field::field;
use soa_anki::{Config, Note, NoteKind, Outcome, collect, extract, find_media, read};

/// The cards of a construct each, by their terms, in the order of the notes.
const SHOWN: &[&str] = &[
    "Ownership",
    "List comprehension",
    "Window function",
    "Rebase",
    "Bucket policy",
    "Custom element",
    "Exit status",
    "Log of a container",
    "Pseudocode",
    "Storage classes",
    "Morning checklist",
    "Animalia",
    "Deploying by hand",
    "Sourdough",
    "Opening line of Anna Karenina",
    "Things to know of hashes",
    "Reflog",
    "Monty Hall problem",
    "Lifetime",
    "Pluto",
    "Ceres",
    "HTML by hand",
    "Half-life",
    "Euler's identity",
    "Gaussian integral",
    "Area of a circle",
    "Navier–Stokes equations",
    "Price of a t3.micro",
    "Marks of all kinds",
    "Water",
    "Mood of the team",
    "Request for Comments",
    "Zettelkasten video",
    "Handshake of TCP",
    "Message queue",
    "Delivery pipeline",
    "Icon of the console",
    "Lighthouse",
    "Lanes of a queue",
    "Marquee",
    "Diagram of Obsidian",
    "Picture by HTML",
    "Picture with a caption",
    "Picture in a table",
    "Remote picture",
    "Concert pitch",
    "Simple Queue Service (SQS)",
    "Chloroplast",
    "月極",
    "漢字",
    "蝸牛",
    "読み方の書き方",
    "所有権",
    "起動の順番",
    "割引の種類",
    "個人情報",
    "鎖国",
    "連濁",
    "吾輩は猫である",
    "二次方程式の解の公式",
    "料金",
    "記号の使い方",
    "三つの箱",
    "四つの箱",
    "標準の音",
    "Amazon SQS",
    "サーバー",
];

fn gallery() -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    let notes = read(&[folder]).unwrap();
    assert_eq!(notes.sources.len(), 2, "both files are notes");
    let extraction = extract(&notes.sources, &Config::default());
    let media = find_media(&extraction.documents, &notes.root);
    collect(extraction, None, &media, &Config::default(), 0)
}

#[test]
fn every_construct_has_its_card() {
    let outcome = gallery();
    let mut made = outcome.origins.iter().map(|origin| origin.text.as_str());
    for term in SHOWN {
        assert!(made.any(|made| made == *term), "no card, or not in its place: {term}");
    }
    let mut told: Vec<&str> = outcome.diagnostics.iter().map(|told| told.finding.code()).collect();
    told.sort_unstable();
    assert_eq!(told, ["W-diagram-as-code", "W-emphasis-elsewhere", "W-media-remote"]);
    let deletions: Vec<usize> =
        outcome.collection.notes.iter().map(clozes).filter(|&deletions| deletions > 0).collect();
    assert_eq!(deletions, [1, 2, 1], "the facts are clozes");
}

#[test]
fn reverse_cards_of_the_gallery_hide_their_terms() {
    let outcome = gallery();
    let terms = outcome.collection.notes.iter().filter(|note| note.kind == NoteKind::Term);
    let reversed: Vec<String> = terms
        .map(|note| field(note, "Reverse").as_str())
        .filter(|question| !question.is_empty())
        .map(|question| question.replace("<span class=\"soa-blank\">…</span>", "_"))
        .collect();
    let expected = [
        "<strong>_</strong> keeps messages; the _ holds them for up to 14 days.",
        "_ turn light into sugar; a _ has its own DNA.",
        "_は、送る側と受け取る側を切り離すキュー。_とも書く。",
        "<strong>_</strong>に届いた要求に答える機械",
    ];
    assert_eq!(reversed, expected);
}

fn clozes(note: &Note) -> usize {
    note.fields[0].as_str().matches("{{c").count()
}
