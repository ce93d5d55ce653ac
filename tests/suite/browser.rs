//! Hostile notes in a real browser: run with `cargo test --features real-browser`.
//!
//! Every card of `tests/hostile/` is opened as Anki shows it, clicked and poked: nothing may run, and nothing may be
//! fetched. Cards that do run and fetch are shown among them, so that the test is known to notice.

mod card;
mod chromium;
mod listener;

use std::collections::BTreeSet;
use std::time::Duration;

use crate::hostile::cases::Cases;
use chromium::Chromium;
use listener::{HOME, Listener};
use serde::{Deserialize, Serialize};
use soa_anki::{Collection, Config};

/// Cards that run something: the page must tell so of each.
const RUNNING: &[(&str, &str)] = &[
    ("control: script", "text <script>alert(1)</script>"),
    ("control: failing picture", "text <img src=data:x onerror=alert(1)>"),
    ("control: link", "<a href='javascript:alert(1)'>press</a>"),
    ("control: pointer", "<b onmouseover='prompt(1)'>text</b>"),
    ("control: svg", "text <svg onload=alert(1)></svg>"),
    ("control: frame", "text <iframe srcdoc='<script>parent.alert(1)</script>'></iframe>"),
    ("control: form", "<form action='https://control.example/form'><button>send</button></form>"),
];

/// Cards that fetch something: the listener must have been asked for each.
const FETCHING: &[(&str, &str)] = &[
    ("GET http://control.example/picture", "text <img src='http://control.example/picture'>"),
    ("CONNECT control-tls.example:443", "text <img src='https://control-tls.example/picture'>"),
    ("GET http://control.example/style", "text <style>@import 'http://control.example/style';</style>"),
    ("GET http://control.example/inline", "<p style='background:url(http://control.example/inline)'>text</p>"),
    ("GET http://control.example/film", "text <video src='http://control.example/film'></video>"),
    (
        "GET http://control.example/refresh",
        "text <meta http-equiv=refresh content='0;url=http://control.example/refresh'>",
    ),
    ("GET http://soa.test/beside", "text <img src='beside'>"),
];

/// Longest time that the cards may take.
const LONGEST: Duration = Duration::from_secs(240);

/// How long a card is watched, in milliseconds.
const WATCHED: u32 = 120;
/// The same of a control, which must be noticed on a busy computer as well.
const CONTROLLED: u32 = 5000;

#[derive(Serialize)]
struct Page<'a> {
    css: &'a str,
    cards: Vec<Shown>,
}

#[derive(Serialize)]
struct Shown {
    id: String,
    html: String,
    /// How long it is watched, in milliseconds.
    pause: u32,
}

#[derive(Deserialize)]
struct Report {
    /// How many cards had something to read on them.
    shown: usize,
    /// Which card, and what it did.
    ran: BTreeSet<(String, String)>,
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    let cases = Cases::read();
    let mut cards = cards(&cases.collect().collection);
    assert!(cards.len() >= 2 * cases.names.len(), "there are fewer cards than attacks");
    let controls = RUNNING.iter().chain(FETCHING).map(|(id, html)| (*id, *html));
    cards.extend(controls.map(|(id, html)| Shown { id: id.to_owned(), html: html.to_owned(), pause: CONTROLLED }));
    let count = cards.len();
    let (report, asked) = open(&Page { css: &Config::default().templates.css, cards });

    let (told, wrong): (Vec<_>, Vec<_>) = report.ran.into_iter().partition(|(id, _)| is_control(id));
    assert!(wrong.is_empty(), "these cards did something: {wrong:#?}");
    let (controlled, rest): (Vec<_>, Vec<_>) = asked.into_iter().partition(|request| is_control(request));
    let fetched: Vec<_> = rest.iter().filter(|request| !is_the_browsers_own(request)).collect();
    assert!(fetched.is_empty(), "these were fetched: {fetched:#?}");
    assert_eq!(report.shown, count, "some cards show nothing");

    let ran = |id: &str| told.iter().any(|(told, _)| told == id);
    let missed: Vec<_> = RUNNING.iter().filter(|(id, _)| !ran(id)).map(|(id, _)| id).collect();
    assert!(missed.is_empty(), "the test does not notice what runs: {missed:?}");
    let missed: Vec<_> = FETCHING.iter().filter(|(id, _)| !controlled.iter().any(|request| request == id)).collect();
    assert!(missed.is_empty(), "the test does not notice what is fetched: {missed:?}");
}

/// Whether this is a control, or a control asks for it.
fn is_control(id: &str) -> bool {
    RUNNING.iter().chain(FETCHING).any(|(control, _)| *control == id) || id.contains("control.example")
}

/// Whether it is what a browser asks of its maker, whatever page it shows. No attack names these hosts.
fn is_the_browsers_own(request: &str) -> bool {
    let address = request.split(' ').nth(1).unwrap_or_default();
    let host = address.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
    [".google.com", ".googleapis.com", ".gvt1.com"].iter().any(|maker| host.ends_with(maker))
}

/// Both sides of every card.
fn cards(collection: &Collection) -> Vec<Shown> {
    let mut cards = Vec::new();
    for note in &collection.notes {
        for (side, html) in card::sides(note, &collection.templates) {
            cards.push(Shown { id: format!("{side:?} of {}", note.fields[0]), html, pause: WATCHED });
        }
    }
    cards
}

/// Opens a page of cards: what it reports, and what it asked for.
fn open(page: &Page<'_>) -> (Report, BTreeSet<String>) {
    let served = vec![
        ("", "text/html", include_str!("browser/page.html").to_owned()),
        ("cards", "application/json", serde_json::to_string(page).unwrap()),
        ("favicon.ico", "image/x-icon", String::new()),
    ];
    let listener = Listener::start(served);
    let _browser = Chromium::open(HOME, listener.port).unwrap();
    let report = listener.report(LONGEST);
    (serde_json::from_str(&report).unwrap(), listener.asked())
}
