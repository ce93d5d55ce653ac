//! Laws that hold for all notes, however they are written.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use soa_anki::findings::{Finding, MediaFault};
use soa_anki::{
    Body, Class, Cloze, Config, Entry, Extraction, Fragment, Guid, Lexicon, MediaIndex, Outcome, Rule, Size, Source,
    collect, extract,
};

use crate::field::field;
use crate::files::files;
use crate::random_notes::{laws, notes};

fn source(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned(), ..Source::default() }
}

fn guids(extraction: &Extraction) -> BTreeSet<Guid> {
    let outcome = collect(extraction.clone(), None, &MediaIndex::default(), &Config::default(), 1_700_000_000);
    outcome.collection.notes.into_iter().map(|note| note.guid).collect()
}

/// Words of an author in every class that is open to them.
fn own_words() -> Lexicon {
    let mut words = Lexicon::default();
    for (class, word) in Class::OPEN.into_iter().zip(["用語", "a", "b", "項目", "c"].into_iter().cycle()) {
        words.set_own(class, vec![word.to_owned()]);
    }
    words.set_own(Class::Attribute, vec!["a".to_owned(), "概念".to_owned()]);
    words.set_own(Class::Label, vec!["b".to_owned(), "用語".to_owned()]);
    words.set_own(Class::Marker, vec!["c".to_owned(), "例".to_owned()]);
    words
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn spans_are_in_their_source_and_ordered(text in notes()) {
        assert_spans(&source("a.md", &text))?;
    }

    #[test]
    fn every_entry_asks_and_answers(text in notes()) {
        for entry in extract(&[source("a.md", &text)], &Config::default()).entries {
            // Code is a term as it stands: `&&`.
            let code = matches!(&entry.body, Body::Term { term, .. } if term.has_code());
            prop_assert!(code || entry.text().contains(char::is_alphanumeric), "{entry:?}");
            if let Body::Term { definition, .. } = &entry.body {
                prop_assert!(!definition.is_empty(), "{entry:?}");
            }
        }
    }

    #[test]
    fn nothing_vanishes(text in notes()) {
        let source = source("a.md", &text);
        prop_assert_eq!(lost(&source, &Config::default()), Vec::<String>::new());
    }

    #[test]
    fn nothing_vanishes_whatever_is_chosen(text in notes(), cloze in 0_usize..3) {
        let config = Config {
            words: own_words(),
            separators: vec!["は".to_owned(), "/".to_owned(), " a ".to_owned()],
            cloze: [Cloze::Highlight, Cloze::Both, Cloze::Off][cloze],
            tables: false,
            longest_term: 9,
            longest_list: 3,
            ..Config::default()
        };
        prop_assert_eq!(lost(&source("a.md", &text), &config), Vec::<String>::new());
    }

    #[test]
    fn no_letter_vanishes_in_angle_brackets(text in comparisons()) {
        let source = source("a.md", &format!("# 題\n\n## Term\nA line of text.\n{text}\n\n- Sign: {text}\n"));
        let extraction = extract(std::slice::from_ref(&source), &Config::default());
        let wanted = squeezed(&text);
        for line in ["Term", "Sign"] {
            let found = extraction.entries.iter().find(|entry| entry.text() == line);
            let shown = found.map(Entry::fragments).into_iter().flatten().map(Fragment::text).collect::<String>();
            prop_assert!(squeezed(&shown).contains(&wanted), "{line}: {shown}");
        }
    }

    #[test]
    fn every_reference_to_media_is_told_and_replaced(text in notes()) {
        let extraction = extract(&[source("a.md", &text)], &Config::default());
        let targets: BTreeSet<String> = extraction.documents[0].media.iter().map(|found| found.target.clone()).collect();
        let plain = extraction.documents[0].media.iter().filter(|found| !found.linked);
        let plain: BTreeSet<String> = plain.map(|found| found.target.clone()).collect();
        let referred = extraction.entries.iter().flat_map(Entry::fragments).flat_map(Fragment::media);
        prop_assert_eq!(&targets, &referred.map(|reference| reference.target.clone()).collect::<BTreeSet<_>>());
        let outcome = collect(extraction, None, &MediaIndex::default(), &Config::default(), 1_700_000_000);
        for note in &outcome.collection.notes {
            prop_assert!(note.media().next().is_none(), "{note:?}");
            prop_assert!(note.fields.iter().all(|field| !field.as_str().contains("<img")), "{note:?}");
        }
        // Once each; what costs a card is told with the card.
        let (mut missing, mut costly) = (Vec::new(), BTreeSet::new());
        for told in outcome.diagnostics.into_iter().filter(|told| told.finding.code() != "W-media-remote") {
            match told.finding {
                Finding::Media(found) => missing.push(found.target),
                Finding::NothingButMissing(found) if *found.fault == MediaFault::Remote => {}
                Finding::NothingButMissing(found) => drop(costly.insert(found.target)),
                _ => {}
            }
        }
        let told: Vec<String> = missing.into_iter().chain(costly).collect();
        let distinct: BTreeSet<String> = told.iter().cloned().collect();
        prop_assert_eq!(told.len(), distinct.len());
        prop_assert!(distinct.is_subset(&targets) && distinct.is_superset(&plain));
    }

    #[test]
    fn guids_are_unique(text in notes(), other in notes()) {
        let extraction = extract(&[source("a.md", &text), source("b.md", &other)], &Config::default());
        let outcome = collect(extraction.clone(), None, &MediaIndex::default(), &Config::default(), 1_700_000_000);
        prop_assert_eq!(guids(&extraction).len(), outcome.collection.notes.len());
    }

    #[test]
    fn what_is_repeated_word_for_word_is_one_note(text in notes()) {
        let collected = |sources: &[Source]| {
            collect(extract(sources, &Config::default()), None, &MediaIndex::default(), &Config::default(), 1_700_000_000)
        };
        let once = collected(&[source("a.md", &text)]);
        let twice = collected(&[source("a.md", &text), source("b.md", &text)]);
        let guids = |outcome: &Outcome| -> Vec<Guid> {
            outcome.collection.notes.iter().map(|note| note.guid.clone()).collect()
        };
        prop_assert_eq!(guids(&once), guids(&twice));
        // What shows nothing but a picture that is not there makes no note, however often it is said.
        let none = |rule: Rule| matches!(rule, Rule::Repeated { .. } | Rule::MissingMedia);
        let later = twice.decisions.iter().filter(|decision| decision.source == 1 && none(decision.rule)).count();
        prop_assert_eq!(later, extract(&[source("b.md", &text)], &Config::default()).entries.len());
        prop_assert!(twice.decisions.is_sorted_by_key(|decision| (decision.source, decision.span.start)));
    }

    #[test]
    fn the_order_and_the_names_of_files_change_no_guid(text in notes(), other in notes()) {
        // An id that two files tell is the first one's, and the author hears of it.
        let other = other.replace("^block-id", "^other-id");
        let one = extract(&[source("a.md", &text), source("b.md", &other)], &Config::default());
        let two = extract(&[source("x/c.md", &other), source("y.md", &text)], &Config::default());
        // Of two cards that were given one id, the first has it: that hangs on the order, and is told.
        prop_assume!(one.diagnostics.iter().all(|told| told.finding.code() != "W-duplicate-id"));
        prop_assert_eq!(guids(&one), guids(&two));
    }

    #[test]
    fn a_reverse_card_does_not_show_its_term(text in notes()) {
        let config = Config { reversed: true, ..Config::default() };
        let outcome = collect(extract(&[source("a.md", &text)], &config), None, &MediaIndex::default(), &config, 0);
        let terms = outcome.collection.notes.iter().zip(&outcome.origins).filter(|(note, _)| note.cards == [0, 1]);
        for (note, origin) in terms {
            prop_assert!(!field(note, "Reverse").is_empty(), "{}", origin.text);
        }
        for entry in extract(&[source("a.md", &text)], &config).entries {
            let Body::Term { text, definition, .. } = entry.body else { continue };
            let names = [text];
            if let Some(question) = definition.blank(&names) {
                prop_assert_eq!(question.blank(&names).map(|same| same.html()), Some(question.html()));
            }
            // Whatever is in it, without blanks it is as it was.
            prop_assert!(definition.blank(&[]).is_none_or(|same| same.html() == definition.html()));
        }
    }

    #[test]
    fn anki_finds_no_syntax_of_its_own_in_what_the_author_wrote(text in notes()) {
        for entry in extract(&[source("a.md", &text)], &Config::default()).entries {
            match &entry.body {
                Body::Term { term, definition, .. } => {
                    let (term, definition) = (term.html(), definition.html());
                    prop_assert!(!term.as_str().contains("{{") && !definition.as_str().contains("{{"));
                }
                Body::Cloze { cloze, deletions, .. } => {
                    let cloze = cloze.html();
                    prop_assert_eq!(cloze.as_str().matches("{{").count(), deletions.len());
                    prop_assert_eq!(cloze.as_str().matches("}}").count(), deletions.len());
                    prop_assert_eq!(cloze.as_str().matches("::").count(), deletions.len());
                }
            }
        }
    }
}

/// Text with angle brackets that dress nothing: comparisons, types, and elements that nothing closes.
fn comparisons() -> impl Strategy<Value = String> {
    let word = prop::sample::select(&["a", "x1", "word", "語", "Vec", "count"][..]);
    let inner = prop::sample::select(
        &[
            "b", "b and b", "i", "q or r", "T", "s t", "table", "u=v", "/b", "/table", "strong", "ul", "em", "a",
            "p c=d", "i = 3",
        ][..],
    );
    let piece = (word, prop::sample::select(&["", " "][..]), inner, prop::sample::select(&["", " "][..]));
    let pieces = piece.prop_map(|(word, before, inner, after)| format!("{word}{before}<{inner}>{after}"));
    prop::collection::vec(pieces, 1..5).prop_map(|pieces| pieces.concat() + "end").prop_filter(
        "nothing is closed",
        |text| {
            // What opens and closes is markup.
            text.match_indices("</").all(|(at, _)| {
                let name = text[at + 2..].split('>').next().unwrap_or_default();
                !text[..at].contains(&format!("<{name}>"))
            })
        },
    )
}

#[test]
fn deep_nesting_and_long_lines_do_no_harm() {
    for text in [
        "- ".repeat(100_000),
        "> ".repeat(100_000),
        "**「".repeat(20_000),
        "[".repeat(50_000),
        "a".repeat(10_000_000),
        "#".repeat(100_000),
        ":::message\n".repeat(100_000),
        ":::message\n# x\n".repeat(20_000),
        "- ```\n".repeat(100_000),
        "```\n\n## x\n\n~~~\n\n## y\n".repeat(10_000),
        "・".repeat(3_000_000),
        "・a\n".repeat(200_000),
        "%%a ".repeat(100_000),
        "$a ".repeat(100_000),
        "$$a".repeat(100_000),
        "$a\\(".repeat(100_000),
        "x $a$ ==b ^c~".repeat(30_000),
        "a <!-- ".repeat(100_000),
        "a <b>".repeat(100_000),
        "a <b> </i>".repeat(50_000),
        "$x$ ` `` ``` ".repeat(30_000),
        "$x$ ](".repeat(30_000),
        "{漢|か".repeat(50_000),
        "|漢《か".repeat(50_000),
        "漢《か》".repeat(50_000),
        "<ruby>漢<rt>か</rt>".repeat(50_000),
        ":x: a:x".repeat(50_000),
        format!("==a{}", "\nb==".repeat(50_000)),
        "$$\n".repeat(50_000),
        "語^[注".repeat(50_000),
        "語^[注]".repeat(20_000),
        "__init__ __a ".repeat(50_000),
        "\\begin{align} ".repeat(30_000),
        "\\\\(x ".repeat(50_000),
        "[$]x ".repeat(50_000),
        "<a href='".repeat(50_000),
        "a <b id=\"".repeat(50_000),
        "<p>, ".repeat(50_000),
        format!("|a|\n|-|\n{}", "|[a|`b".repeat(30_000)),
        format!("|a|\n|-|\n{}", "|[[a|b]]".repeat(30_000)),
        "\\[\na\n".repeat(50_000),
    ] {
        assert_spans(&source("a.md", &text)).unwrap();
    }
}

#[test]
fn nothing_vanishes_from_notes_that_nobody_tuned_it_to() {
    let Some(folder) = env::var_os("SOA_ANKI_CORPUS") else {
        return;
    };
    let paths = files(Path::new(&folder), &["md", "txt"]);
    assert!(!paths.is_empty(), "SOA_ANKI_CORPUS holds no notes");
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let source = source("a.md", &text.replace("\r\n", "\n"));
        assert_spans(&source).unwrap();
        assert_eq!(lost(&source, &Config::default()), Vec::<String>::new(), "{}", path.display());
    }
}

fn assert_spans(source: &Source) -> Result<(), TestCaseError> {
    let extraction = extract(std::slice::from_ref(source), &Config::default());
    let spans = extraction
        .entries
        .iter()
        .map(|entry| &entry.span)
        .chain(extraction.decisions.iter().map(|decision| &decision.span));
    for span in spans {
        prop_assert!(source.text.get(span.clone()).is_some(), "{span:?} is not in the source");
    }
    prop_assert!(extraction.entries.is_sorted_by_key(|entry| entry.span.start));
    prop_assert!(extraction.decisions.is_sorted_by_key(|decision| decision.span.start));
    Ok(())
}

/// Words of a source that are neither in an entry's fields nor in what a decision speaks of.
fn lost(source: &Source, config: &Config) -> Vec<String> {
    let extraction = extract(std::slice::from_ref(source), config);
    let shown: String = extraction.entries.iter().map(shown).collect();
    let told: String =
        extraction.decisions.iter().map(|decision| &source.text[decision.span.clone()]).collect::<Vec<_>>().join("\n");
    let has = |word: &str| shown.contains(&squeezed(word)) || told.contains(word);
    words(&source.text).into_iter().filter(|word| !has(word)).collect()
}

fn shown(entry: &Entry) -> String {
    let mut out = entry.context.join(" ");
    for tag in &entry.tags {
        out.push_str(tag);
    }
    match &entry.body {
        Body::Term { text, term, definition, .. } => {
            for part in [text.clone(), html_and_media(term), html_and_media(definition)] {
                out.push('\n');
                out.push_str(&without_tags(&part));
                out.push_str(&part);
            }
            // Without readings, which may part a word.
            out.extend([term, definition].map(Fragment::text));
        }
        Body::Cloze { text, cloze, notes, .. } => {
            out.push_str(text);
            out.extend(cloze.media().map(|reference| reference.target.as_str()));
            let notes = html_and_media(notes);
            out.push_str(&without_tags(&notes));
            out.push_str(&notes);
        }
    }
    squeezed(&out)
}

/// The HTML of a fragment, and where its media lead.
fn html_and_media(fragment: &Fragment) -> String {
    let targets = fragment.media().map(|reference| format!(" {}", reference.target));
    std::iter::once(fragment.html().to_string()).chain(targets).collect()
}

fn without_tags(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

/// Runs of letters and digits that markup does not split; addresses of links and tags are no text.
fn words(text: &str) -> Vec<String> {
    let text: String = text.split('<').map(without_attributes).collect::<Vec<_>>().join("<");
    // Behind `\!` stands a link with its label, and no picture.
    let labels = text.split("\\![[").enumerate().map(|(at, piece)| match piece.split_once('|') {
        Some((_, label)) if at > 0 => label,
        _ => piece,
    });
    let text = labels.collect::<Vec<_>>().join(" ");
    let pieces = text.split("](").enumerate().map(|(at, piece)| match piece.split_once(')') {
        Some((_, after)) if at > 0 => after,
        _ => piece,
    });
    // The size of a picture is no text.
    let pieces = pieces.map(|piece| match piece.rsplit_once('|') {
        Some((before, size)) if Size::parse(size).is_some() => before,
        _ => piece,
    });
    let letters = pieces.flat_map(|piece| piece.split('&')).map(without_entity).flat_map(letters);
    let words = letters.filter(|word| word.chars().count() >= 2 && !is_list_number(word));
    words.map(str::to_owned).collect()
}

fn is_list_number(word: &str) -> bool {
    word.len() <= 9 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Tags that notes have without attributes.
const TAGS: &[&str] =
    &["b", "br", "details", "div", "kbd", "p", "rt", "ruby", "script", "sub", "summary", "table", "td", "tr", "video"];

/// What follows a `<`, less a tag with attributes: they are no text.
fn without_attributes(text: &str) -> &str {
    match text.split_once('>') {
        Some((tag, after)) if tag.contains('=') || TAGS.contains(&tag.trim_matches('/')) => after,
        _ => text,
    }
}

/// What follows an `&`, less the name of a character.
fn without_entity(text: &str) -> &str {
    match text.split_once(';') {
        Some((name, after)) if name.chars().all(char::is_alphanumeric) && name.len() < 8 => after,
        _ => text,
    }
}

fn letters(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
