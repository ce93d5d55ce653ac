//! A collection made by hand, with all that has ever been hard to get into Anki whole.

use crate::field::position;
use soa_anki::{Collection, DeckName, Guid, Html, Note, NoteKind, TemplateSides, Templates};

/// When the collection was made, in seconds.
pub const CREATED: i64 = 1_700_000_000;

/// Positions in [`Collection::decks`] of the sample.
const BONDS: usize = 2;
const LETTERS: usize = 4;

/// Terms and clozes in two decks, each with decks above it.
pub fn sample() -> Collection {
    let mut notes = vec![
        term("escaped", "Vec<T> & \"{{c1::x}}\" }} {{x}}", "a < b && b > c"),
        cloze("three", &["A bond pays ", " at ", " until ", "."], &["interest", "5%", "it matures"]),
        term("number", "007", "a spy"),
        term("real", "1.50", "a price"),
        term("not-composed", "か\u{3099}くせい", "学生で\u{3099}はない"),
        term("emoji", "👩‍👩‍👧‍👦", "家族 👍🏽"),
        term("control", "a\u{1f}b\u{0}c", "tab\there\nline\u{7f}"),
        cloze("braces", &["`", "` and `", "` }} {"], &["${x}", "}}"]),
        term("reference", "AT&T &amp; [sound:a.mp3]", "[latex]x[/latex] C:\\x :: \u{a0}\u{3000}"),
        cloze("sentence", &["", ""], &["東京は日本の首都である。"]),
    ];
    let reversed = notes.last_mut().expect("there are notes");
    reversed.deck = BONDS;
    notes.push(with_reverse(term("reversed", "利回り", "利回りは投資額に対する収益の割合")));
    // One export numbers its notes without gaps, and later ones learn in another order.
    for (note, id) in notes.iter_mut().rev().zip(CREATED * 1000..) {
        note.id = id;
    }
    let levels: [&[&str]; 5] =
        [&["金融"], &["金融", "債券"], &["金融", "債券", "社債::利付"], &["語学"], &["語学", "文字"]];
    Collection {
        decks: levels.iter().map(|levels| DeckName::from_levels(levels.iter().copied())).collect(),
        notes,
        media: Vec::new(),
        templates: templates(),
        templates_modified: CREATED,
        created: CREATED,
    }
}

/// A note with one card that asks for its term's definition.
pub fn term(guid: &str, term: &str, definition: &str) -> Note {
    let mut fields = vec![Html::default(); NoteKind::Term.notetype().fields.len()];
    fields[position(NoteKind::Term, "Term")] = Html::escape(term);
    fields[position(NoteKind::Term, "Definition")] = Html::escape(definition);
    fields[position(NoteKind::Term, "Id")] = Html::escape(guid);
    note(guid, NoteKind::Term, fields, vec![0])
}

/// A note that hides each of `hidden`, which stand between the `shown`.
pub fn cloze(guid: &str, shown: &[&str], hidden: &[&str]) -> Note {
    let mut text = Html::escape(shown[0]);
    for ((number, hidden), shown) in (1..).zip(hidden).zip(&shown[1..]) {
        text.open_deletion(number);
        text.push_text(hidden);
        text.close_deletion();
        text.push_text(shown);
    }
    let mut fields = vec![Html::default(); NoteKind::Cloze.notetype().fields.len()];
    fields[position(NoteKind::Cloze, "Text")] = text;
    fields[position(NoteKind::Cloze, "Id")] = Html::escape(guid);
    let cards = (0..).take(hidden.len()).collect();
    note(guid, NoteKind::Cloze, fields, cards)
}

fn with_reverse(mut note: Note) -> Note {
    note.fields[position(NoteKind::Term, "Reverse")] = Html::escape("＿＿は投資額に対する収益の割合");
    note.cards = vec![0, 1];
    note
}

fn note(guid: &str, kind: NoteKind, fields: Vec<Html>, cards: Vec<u16>) -> Note {
    Note {
        guid: Guid::new(guid),
        kind,
        fields,
        tags: vec!["soa".to_owned(), "重要::試験".to_owned()],
        deck: LETTERS,
        id: CREATED * 1000,
        modified: CREATED,
        cards,
        holds: None,
    }
}

/// The least that every card needs, so that the tests do not hang on the wording of the real ones.
fn templates() -> Templates {
    let sides = |front: &str, back: &str| TemplateSides { front: front.to_owned(), back: back.to_owned() };
    Templates {
        term: sides("{{Term}}", "{{FrontSide}}<hr id=answer>{{Definition}}"),
        reverse: sides("{{#Reverse}}{{Reverse}}{{/Reverse}}", "{{FrontSide}}<hr id=answer>{{Term}}"),
        cloze: sides("{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}"),
        css: ".card { text-align: center; }".to_owned(),
        files: Vec::new(),
    }
}
