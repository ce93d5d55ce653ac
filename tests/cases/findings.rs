//! The codes of findings: each is documented, its example shows it, and its cure does not.
//!
//! `UPDATE_GOLDEN=1 cargo test --test cases findings::` writes docs/findings.md and docs/findings.ja.md anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use soa_anki::findings::{Code, Severity, Words, codes};
use soa_anki::{Config, Lang, collect, extract, find_media, read};

use crate::expected::compare;

/// A picture of one pixel.
const PICTURE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>";

/// A test for each example of a finding, and what holds for all findings.
pub fn cases() -> Vec<Trial> {
    let mut cases = vec![
        Trial::test("findings::each_code_is_in_the_file_of_its_name", each_code_is_in_the_file_of_its_name),
        Trial::test("findings::japanese_is_polite", japanese_is_polite),
        Trial::test("findings::the_documents_say_what_the_source_says", the_documents_say_what_the_source_says),
    ];
    for code in codes() {
        for (lang, words) in [("en", &code.en), ("ja", &code.ja)].into_iter().filter(|(_, it)| !it.example.is_empty()) {
            cases.push(Trial::test(format!("findings::{}::{lang}", code.code), || is_shown(code.code, words)));
        }
    }
    cases
}

/// Whether the example has its finding, also none where the front matter allows it, and the cure has none at all.
fn is_shown(code: &str, words: &Words) -> Result<(), Failed> {
    let (before, after) = (found(words.example), found(words.cured));
    if !before.contains(code) || !after.is_empty() {
        return Err(format!("found {before:?}, cured {after:?}").into());
    }
    let without_front_matter = words.example.iter().filter(|(_, text)| !text.starts_with("---"));
    let allowed: Vec<(&str, String)> = without_front_matter
        .map(|(path, text)| (*path, format!("---\nsoa: {{allow: [{code}]}}\n---\n{text}")))
        .collect();
    let allowed: Vec<(&str, &str)> = allowed.iter().map(|(path, text)| (*path, text.as_str())).collect();
    if !allowed.is_empty() && found(&allowed).contains(code) {
        return Err("the front matter allows it, and it is reported".into());
    }
    Ok(())
}

/// The codes that are found in notes.
fn found(files: &[(&str, &str)]) -> BTreeSet<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("notes/img")).unwrap();
    fs::create_dir(folder.path().join("notes/.git")).unwrap();
    fs::write(folder.path().join("notes/img/queue.png"), PICTURE).unwrap();
    fs::write(folder.path().join("queue.png"), PICTURE).unwrap();
    for (path, text) in files {
        fs::write(folder.path().join("notes").join(path), text).unwrap();
    }
    let notes = read(&[folder.path().join("notes")]).unwrap();
    let extraction = extract(&notes.sources, &Config::default());
    let media = find_media(&extraction.documents, &notes.root);
    let outcome = collect(extraction, None, &media, &Config::default(), 0);
    notes.diagnostics.iter().chain(&outcome.diagnostics).map(|told| told.finding.code()).collect()
}

fn each_code_is_in_the_file_of_its_name() -> Result<(), Failed> {
    let folder = root().join("src/findings");
    let mut known = BTreeSet::new();
    for code in codes().map(|code| code.code) {
        let name = code.strip_prefix("W-").ok_or(code)?.replace('-', "_");
        let alone = fs::read_to_string(folder.join(format!("{name}.rs")));
        let text = alone.or_else(|_| fs::read_to_string(folder.join(format!("{}.rs", name.replacen('_', "/", 1)))))?;
        assert!(text.contains(&format!("\"{code}\"")), "not in its file: {code}");
        assert!(known.insert(code), "twice: {code}");
    }
    Ok(())
}

fn japanese_is_polite() -> Result<(), Failed> {
    for Code { code, ja: Words { why, cure, .. }, .. } in codes() {
        for sentence in [why, cure].into_iter().flat_map(|text| text.split_terminator('。')) {
            let ends = ["です", "ます", "ました", "ません", "ください"];
            if !ends.iter().any(|end| sentence.ends_with(end)) {
                return Err(format!("{code}: {sentence}").into());
            }
        }
    }
    Ok(())
}

fn the_documents_say_what_the_source_says() -> Result<(), Failed> {
    compare(&root().join("docs/findings.md"), &document(Lang::En))?;
    compare(&root().join("docs/findings.ja.md"), &document(Lang::Ja))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const EN: &str = "# Findings\n\n\
    What `soa-anki check` reports, by code; `soa-anki help W-…` shows the same. To hide a finding, write\n\
    `<!-- soa: allow=W-… -->` after a heading or a list item, or `soa: {allow: [W-…]}` in the front matter of a file.\n\n\
    With `--deny-warnings`, warnings stop an export or fail a check, and remarks do not.\n";
const JA: &str = "# 指摘の一覧\n\n\
    `soa-anki check` の指摘の一覧です。`soa-anki help W-…` でも同じ内容を表示できます。指摘が要らないときは、\
    見出しか項目の後に `<!-- soa: allow=W-… -->` と書くか、ファイルのフロントマターに `soa: {allow: [W-…]}` と書いてください。\n\n\
    `--deny-warnings` を付けると、警告があれば書き出しや点検が失敗します。お知らせでは失敗しません。\n";

fn document(lang: Lang) -> String {
    let (head, [warning, remark], what_to_do, before, after) = match lang {
        Lang::En => (EN, ["Warning", "Remark"], "How to fix it", "Example", "Fixed"),
        Lang::Ja => (JA, ["警告", "お知らせ"], "直し方", "例", "直した例"),
    };
    let mut out = head.to_owned();
    for code in codes() {
        let Words { title, why, cure, example, cured } = code.words(lang);
        let severity = match code.severity {
            Severity::Warning => warning,
            Severity::Note => remark,
        };
        let _ = write!(out, "\n## {}\n\n{severity}: **{title}**\n\n{why}\n\n{what_to_do}: {cure}\n", code.code);
        for (files, heading) in [(example, before), (cured, after)] {
            for (path, text) in *files {
                let _ = write!(out, "\n{heading} (`{path}`):\n\n````markdown\n{text}````\n");
            }
        }
    }
    out
}
