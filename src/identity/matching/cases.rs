//! Hard cases: notes of yesterday, notes of today, and who a person would say is who.

use super::group::groups;
use super::matcher::{Matcher, Wave};
use super::{Lock, MatchStep, Subject, Tracing, alike};
use crate::read::Source;
use crate::{Config, Outcome, collect, extract, media};

const DISKS: &str = "\
## Disks
- ReadOps: counts the finished read operations of all volumes of the machine.
- WriteOps: counts the finished write operations of all volumes of the machine.
- ReadBytes: counts the bytes that were read from all volumes of the machine.
- WriteBytes: counts the bytes that were written to all volumes of the machine.
";

const TOPICS: &str = "\
## Queue
- 方式: 送る側と受ける側を切り離し、処理の量をならすために使う。
- 単価: 届いた要求の数で決まり、毎月の無料枠がある。
## Topic
- 方式: 一つの知らせを多くの相手へ同時に配るために使う。
- 単価: 配った数と、相手の種類によって決まる。
";

fn export(files: &[(&str, &str)], lock: &Lock) -> Outcome {
    let source = |(path, text): &(&str, &str)| Source {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
        ..Source::default()
    };
    let sources: Vec<Source> = files.iter().map(source).collect();
    let config = Config::default();
    collect(extract(&sources, &config), Some(lock), &media::Index::default(), &config, 1_700_000_000)
}

/// Each entry of today that is another's record, or none: its name, and the record's.
fn changes(old: &[(&str, &str)], new: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let lock = export(old, &Lock::default()).lock.unwrap();
    let today = export(new, &lock);
    let name = |above: &[String], term: &str| format!("{}/{term}", above.last().map_or("", |last| last));
    let all = today.origins.iter().zip(&today.fates).map(|(origin, fate)| {
        let record = fate.known.map(|known| &lock.records[known.record]);
        (name(&origin.context, &origin.text), record.map(|record| name(&record.context, &record.term)))
    });
    all.filter(|(now, then)| then.as_ref() != Some(now)).collect()
}

fn in_one_file(old: &str, new: &str) -> Vec<(String, Option<String>)> {
    changes(&[("a.md", old)], &[("a.md", new)])
}

fn known(now: &str, then: &str) -> (String, Option<String>) {
    (now.to_owned(), Some(then.to_owned()))
}

fn new(now: &str) -> (String, Option<String>) {
    (now.to_owned(), None)
}

#[test]
fn a_typo_in_a_term_among_likes_is_the_same_card() {
    let today =
        DISKS.replace("- ReadBytes", "- ReadByte").replace("the bytes that were read", "all bytes that were read");
    assert_eq!(in_one_file(DISKS, &today), [known("Disks/ReadByte", "Disks/ReadBytes")]);
}

#[test]
fn one_that_takes_the_place_of_a_like_is_new() {
    let gone = "- ReadBytes: counts the bytes that were read from all volumes of the machine.";
    let today = DISKS.replace(gone, "- IdleTime: counts the idle seconds of all volumes of the machine.");
    assert_eq!(in_one_file(DISKS, &today), [new("Disks/IdleTime")]);
}

/// The candidates that the author is asked about: the term of today, and that of the record.
fn questions(old: &str, new: &str) -> Vec<(String, String)> {
    let lock = export(&[("a.md", old)], &Lock::default()).lock.unwrap();
    let today = export(&[("a.md", new)], &lock);
    let pairs = today.ambiguous.iter().flat_map(|(at, records)| records.iter().map(move |record| (*at, *record)));
    pairs.map(|(at, record)| (today.origins[at].text.clone(), lock.records[record].term.clone())).collect()
}

#[test]
fn a_term_and_an_answer_that_are_rewritten_in_their_place_are_asked_about() {
    let old = "## 能力\n- 権利能力：権利と義務の主体となる資格\n- 意思能力：結果を判断できる力\n- 行為能力：単独で契約できる資格\n";
    let named = |is: &str| old.replace("意思能力：結果を判断できる力", is);
    let asked = |is: &str| questions(old, &named(is));
    let pair = |is: &str| vec![(is.to_owned(), "意思能力".to_owned())];
    assert_eq!(asked("意思能力とは：行為の意味がわかること"), pair("意思能力とは"));
    assert_eq!(asked("意思能力（民法3条の2）：行為の意味がわかること"), pair("意思能力（民法3条の2）"));
    assert_eq!(asked("代理：本人に代わって行うこと"), []);
    // Elsewhere, or beside the old one, it is no question.
    assert_eq!(questions(old, &format!("{old}- 意思能力とは：行為の意味がわかること\n")), []);
}

#[test]
fn terms_that_change_places_keep_their_cards() {
    let today = DISKS.replace("ReadOps", "@").replace("WriteOps", "ReadOps").replace('@', "WriteOps");
    assert_eq!(in_one_file(DISKS, &today), []);
}

#[test]
fn terms_that_are_renamed_alike_follow_their_definitions() {
    let today = DISKS.replace("- Read", "- VolumeRead").replace("- Write", "- VolumeWrite");
    let all = ["ReadOps", "WriteOps", "ReadBytes", "WriteBytes"];
    let all = all.map(|term| known(&format!("Disks/Volume{term}"), &format!("Disks/{term}")));
    assert_eq!(in_one_file(DISKS, &today), all);
}

#[test]
fn common_terms_follow_a_renamed_heading() {
    let today = TOPICS.replace("## Topic", "## Amazon Topic").replace("多くの相手へ", "たくさんの相手へ");
    let renamed = ["方式", "単価"].map(|term| known(&format!("Amazon Topic/{term}"), &format!("Topic/{term}")));
    let found = in_one_file(TOPICS, &today);
    assert!(renamed.iter().all(|pair| found.contains(pair)), "{found:?}");
}

#[test]
fn common_terms_under_another_heading_are_new() {
    let today = "\
## Queue
- 方式: 送る側と受ける側を切り離し、処理の量をならすために使う。
- 単価: 届いた要求の数で決まり、毎月の無料枠がある。
## Share
- 方式: 複数の機械から同じファイルを読み書きする。
- 単価: 置いた量に応じて月ごとに払う。
";
    let found = in_one_file(TOPICS, today);
    assert!(found.contains(&new("Share/方式")) && found.contains(&new("Share/単価")), "{found:?}");
}

#[test]
fn twins_follow_their_definitions_and_not_their_order() {
    let one = "## S\n- 窓口: 一番目の説明であり、単価の話をする。\n";
    let two = "## S\n- 窓口: 二番目のまったく違う話で、性能に触れる。\n";
    let lock = export(&[("a.md", one), ("b.md", two)], &Lock::default()).lock.unwrap();
    let today = export(&[("a.md", two), ("b.md", one)], &lock);
    for (origin, fate) in today.origins.iter().zip(&today.fates).filter(|(origin, _)| origin.text == "窓口") {
        let record = &lock.records[fate.known.unwrap().record];
        assert_ne!(record.source, today.documents[origin.source].path);
    }
}

#[test]
fn a_section_moves_to_another_file() {
    let section = TOPICS.split_once("## Topic").unwrap().0;
    let rest = TOPICS.strip_prefix(section).unwrap();
    let moved = changes(&[("a.md", TOPICS)], &[("a.md", rest), ("b.md", section)]);
    assert_eq!(moved, []);
}

#[test]
fn the_same_heading_in_a_new_file_is_new() {
    let one = "## 概要\n単価について書く。従量制である。\n";
    let found = changes(&[("b.md", one)], &[("c.md", "## 概要\nまったく別の仕組みの話をする。\n")]);
    assert!(found.iter().all(|(_, then)| then.is_none()) && !found.is_empty(), "{found:?}");
}

#[test]
fn a_number_makes_another_term() {
    let old = "## Disks\n- gp2: general purpose storage with a baseline and bursts for small volumes.\n";
    let today = old.replace("gp2", "gp3");
    assert_eq!(in_one_file(old, &today), [new("Disks/gp3")]);
}

#[test]
fn an_id_keeps_what_is_unchanged_and_refuses_a_guess() {
    let with_id = DISKS.replace("- ReadBytes:", "- ReadBytes <!-- soa: id=bytes -->:");
    assert_eq!(in_one_file(DISKS, &with_id), []);
    let renamed = DISKS.replace("- ReadBytes:", "- BytesRead <!-- soa: id=bytes -->:");
    assert_eq!(in_one_file(DISKS, &renamed), [new("Disks/BytesRead")]);
    assert_eq!(in_one_file(&with_id, &renamed), [known("Disks/BytesRead", "Disks/ReadBytes")]);
}

#[test]
fn what_comes_back_is_known() {
    let gone = "- ReadBytes: counts the bytes that were read from all volumes of the machine.\n";
    let first = export(&[("a.md", DISKS)], &Lock::default()).lock.unwrap();
    let second = export(&[("a.md", &DISKS.replace(gone, ""))], &first).lock.unwrap();
    assert_eq!(second.records.iter().filter(|record| record.removed).count(), 1);
    let third = export(&[("a.md", DISKS)], &second);
    assert!(third.fates.iter().all(|fate| fate.known.is_some_and(|known| known.step == MatchStep::SameName)));
}

#[test]
fn what_stands_in_other_sources_is_nobody() {
    let mut lock = export(&[("a.md", DISKS)], &Lock::default()).lock.unwrap();
    lock.elsewhere.insert("a.md".to_owned());
    assert!(export(&[("b.md", DISKS)], &lock).fates.iter().all(|fate| fate.known.is_none()));
}

#[test]
fn what_may_be_either_is_neither_and_is_said() {
    let of = |number: &str| format!("## S\n- 窓口: {number}番目の説明であり、単価の話を長くする。\n");
    let lock = export(&[("a.md", &of("一")), ("b.md", &of("二"))], &Lock::default()).lock.unwrap();
    let outcome = export(&[("c.md", &of("三"))], &lock);
    assert!(outcome.ambiguous.iter().any(|(_, candidates)| candidates.len() == 2), "{:?}", outcome.ambiguous);
}

/// What `observe` returns about matching before its first step, of two notes in two files.
fn at_first<T>(old: &str, new: &str, observe: impl Fn(&Matcher<'_>) -> T) -> T {
    let before = export(&[("a.md", old)], &Lock::default()).lock.unwrap();
    let source = Source { path: "b.md".to_owned(), text: new.to_owned(), ..Source::default() };
    let today = extract(&[source], &Config::default());
    let subjects: Vec<Subject<'_>> = today.entries.iter().map(|entry| Subject { source: "b.md", entry }).collect();
    observe(&Matcher::new(&subjects, &before, vec![None; subjects.len()], Tracing::Off))
}

fn section(number: usize, term: &str) -> String {
    (0..number)
        .map(|at| format!("- {term} {at}: the answer of number {at}.\n"))
        .fold("## S\n".to_owned(), |all, item| all + &item)
}

#[test]
fn a_group_compares_400_pairs_or_20_on_each_side() {
    let pairs = |old: usize, new: usize| {
        at_first(&section(old, "Price"), &section(new, "Price"), |matcher| {
            let found = groups(
                matcher,
                Wave::Live,
                |matcher, at| Some(matcher.old[at].kind),
                |matcher, at| Some(matcher.new[at].kind),
            );
            found[0].open_pairs(matcher, Wave::Live, MatchStep::SameName).len()
        })
    };
    assert_eq!(pairs(25, 10), 250);
    assert_eq!(pairs(25, 25), 400);
}

#[test]
fn of_a_section_12_on_each_side_are_compared() {
    let pairs = at_first(&section(30, "Price"), &section(30, "Cost"), |matcher| {
        let old: Vec<usize> = matcher.open_old(Wave::Live).collect();
        let new: Vec<usize> = matcher.open_new().collect();
        alike::in_one_section(matcher, &old, &new).len()
    });
    assert_eq!(pairs, 144);
}
