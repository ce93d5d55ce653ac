//! Notes that attack whoever learns from them: the files of this folder, and what no file can hold.
//!
//! A case is a heading, `## Script 01`, with its attack below it or in it.

use std::fs;
use std::path::{Path, PathBuf};

use soa_anki::{Config, FrontMatter, MediaIndex, Outcome, Source, collect, extract, paint};

/// What is put into titles, tags, decks and names of files.
const NAMES: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onclick='alert(1)",
    "{{Term}} {{FrontSide}}",
    "{{c1::x}}",
    "[sound:https://evil.example/a.mp3]",
    "[latex]x[/latex] [$]x[/$] [anki:play:q:0]",
    "javascript:alert(1)",
    "</style><svg onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\(\\href{javascript:alert(1)}{x}\\)",
    "a::b --><script>alert(1)</script>",
];

/// The notes, and what each case is called.
pub struct Cases {
    sources: Vec<Source>,
    pub names: Vec<String>,
}

impl Cases {
    pub fn read() -> Self {
        let mut sources: Vec<Source> = paths().into_iter().flat_map(read).collect();
        sources.extend(named());
        sources.push(zeros());
        let lines = sources.iter().flat_map(|source| source.text.lines());
        let headings = lines.filter_map(|line| line.strip_prefix("## "));
        let names = headings.map(|heading| first_words(heading, 2)).collect();
        Self { sources, names }
    }

    pub fn collect(&self) -> Outcome {
        let extraction = extract(&self.sources, &Config::default());
        let mut outcome = collect(extraction, None, &MediaIndex::default(), &Config::default(), 1_700_000_000);
        paint(&mut outcome.collection);
        outcome
    }
}

fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}

fn paths() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    paths
}

/// One at a time: a folder of such names would not be taken for notes.
fn read(path: PathBuf) -> Vec<Source> {
    let notes = soa_anki::read(&[path]).unwrap();
    assert!(notes.diagnostics.is_empty(), "{:?}", notes.diagnostics);
    notes.sources
}

/// Notes whose attack is in what they are called.
fn named() -> impl Iterator<Item = Source> {
    NAMES.iter().zip(1..).map(|(name, number)| {
        let name = (*name).to_owned();
        let front_matter = FrontMatter {
            title: Some(name.clone()),
            deck: Some(name.clone()),
            tags: vec![name.clone()],
            ..FrontMatter::default()
        };
        let text = format!("## Name {number:02}\nThe attack is in the names around it.\n\n### {name}\nAnd above it.\n");
        Source { path: format!("{name}/{name}.md"), text, front_matter, ..Source::default() }
    })
}

/// A text file has no such character, but nothing is to hang on that.
fn zeros() -> Source {
    let text = "## Zero 01\nZeros in <scr\0ipt>alert(1)</scr\0ipt> and <img\0src=x onerror=alert(1)>.\n\n\
                <a href=\"java\0script:alert(1)\">press</a><\0script>alert(1)</script>\n"
        .to_owned();
    Source { path: "zeros.md".to_owned(), text, ..Source::default() }
}
