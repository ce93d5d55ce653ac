//! The codes of findings: each is documented, its example shows it, and its cure does not.
//!
//! `UPDATE_GOLDEN=1 cargo test --test cases findings::` writes docs/findings.md and docs/findings.ja.md anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use soa_anki::findings::codes::{CODES, Code, Words};
use soa_anki::{Config, collect, extract, media, read};

use crate::expected::compare;

/// A picture of one pixel.
const PICTURE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>";

/// A test for each finding with an example, and what holds for all of them.
pub fn cases() -> Vec<Trial> {
    let mut cases = vec![
        Trial::test("findings::every_code_is_documented_once", every_code_is_documented_once),
        Trial::test("findings::the_documents_say_what_the_source_says", the_documents_say_what_the_source_says),
    ];
    let shown = CODES.iter().filter(|code| !code.example.is_empty());
    cases.extend(shown.map(|code| Trial::test(format!("findings::{}", code.code), || is_shown(code))));
    cases
}

/// Whether the example has its finding, also none where the front matter allows it, and the cure has none at all.
fn is_shown(code: &Code) -> Result<(), Failed> {
    let (before, after) = (found(code.example), found(code.cured));
    if !before.contains(code.code) || !after.is_empty() {
        return Err(format!("found {before:?}, cured {after:?}").into());
    }
    let without_front_matter = code.example.iter().filter(|(_, text)| !text.starts_with("---"));
    let allowed: Vec<(&str, String)> = without_front_matter
        .map(|(path, text)| (*path, format!("---\nsoa: {{allow: [{}]}}\n---\n{text}", code.code)))
        .collect();
    let allowed: Vec<(&str, &str)> = allowed.iter().map(|(path, text)| (*path, text.as_str())).collect();
    if !allowed.is_empty() && found(&allowed).contains(code.code) {
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
    let notes = read::read(&[folder.path().join("notes")]).unwrap();
    let extraction = extract(&notes.sources, &Config::default());
    let media = media::find(&extraction.documents, &notes.root);
    let outcome = collect(extraction, None, &media, &Config::default(), 0);
    notes.diagnostics.iter().chain(&outcome.diagnostics).map(|told| told.finding.code()).collect()
}

fn every_code_is_documented_once() -> Result<(), Failed> {
    let documented: BTreeSet<&str> = CODES.iter().map(|code| code.code).collect();
    assert_eq!(documented.len(), CODES.len());
    let text = fs::read_to_string(root().join("src/findings/mod.rs"))?;
    let told: BTreeSet<&str> = text.split('"').filter(|part| part.starts_with("W-")).collect();
    assert_eq!(documented, told);
    Ok(())
}

fn the_documents_say_what_the_source_says() -> Result<(), Failed> {
    compare(&root().join("docs/findings.md"), &document(false))?;
    compare(&root().join("docs/findings.ja.md"), &document(true))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const EN: &str = "# Findings\n\n\
    What `soa-anki check` tells of, by code; `soa-anki help W-…` shows the same. To hear no more of one, write\n\
    `<!-- soa: allow=W-… -->` behind a heading or a bullet, or `soa: {allow: [W-…]}` in the front matter of a file.\n";
const JA: &str = "# 指摘の一覧\n\n\
    `soa-anki check` が指摘することの一覧。`soa-anki help W-…` でも同じ内容を表示できる。指摘が要らないときは、\
    見出しか項目の後に `<!-- soa: allow=W-… -->` と書くか、ファイルのフロントマターに `soa: {allow: [W-…]}` と書く。\n";

fn document(japanese: bool) -> String {
    let mut out = if japanese { JA } else { EN }.to_owned();
    for code in CODES {
        let Words { title, why, cure } = if japanese { code.ja } else { code.en };
        let (what_to_do, example, cured) =
            if japanese { ("直し方", "例", "直した例") } else { ("What to do", "Example", "Cured") };
        let Code { code, example: before, cured: after, .. } = code;
        let _ = write!(out, "\n## {code}\n\n**{title}.** {why}\n\n{what_to_do}: {cure}\n");
        for (files, heading) in [(before, example), (after, cured)] {
            for (path, text) in *files {
                let _ = write!(out, "\n{heading} (`{path}`):\n\n````markdown\n{text}````\n");
            }
        }
    }
    if japanese { out.replace(".** ", "。** ") } else { out }
}
