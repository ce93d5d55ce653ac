//! From notes with pictures to a package that holds them: which files, under which names, and what the fields say.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use soa_anki::findings::{Finding, Media, MediaFault};
use soa_anki::{
    Collection, Config, Error, FailedStep, Html, Lock, Note, Outcome, TemplateFault, TemplateMistake, TemplateRefusal,
    Templates, collect, extract, find_media, find_template_media, read, replace_template, write_package,
};
use zip::{CompressionMethod, ZipArchive};

/// A picture of 5 by 3 pixels, and another by its last byte.
const GIF: &[u8] = b"GIF89a\x05\0\x03\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x05\0\x03\0\0\x02\x03\x84\x8f\x05\0;";
const OTHER_GIF: &[u8] = b"GIF89a\x05\0\x03\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x05\0\x03\0\0\x02\x03\x84\x8f\x06\0;";

#[test]
fn the_package_holds_each_file_once_under_a_name_that_tells_its_content() {
    let notes = Notes::new(&[
        ("a.md", b"## A\n![x](img/1.gif)\n\n## B\n![[2.gif]] again\n\n## C\n![y](img/3.gif)\n"),
        ("b.md", b"## D\n![x](img/1.gif)\n"),
        ("img/1.gif", GIF),
        ("img/2.gif", GIF),
        ("img/3.gif", OTHER_GIF),
        ("img/unused.gif", b"GIF89a of no note"),
    ]);
    let (package, outcome) = notes.package();
    assert_eq!(names(&outcome).len(), 2);
    let files = files(&package);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["0", "1", "collection.anki2", "media"]);
    let map: BTreeMap<String, String> = serde_json::from_slice(&files["media"]).unwrap();
    assert_eq!(map.values().map(String::as_str).collect::<Vec<_>>(), names(&outcome));
    assert_eq!((&*files["0"], &*files["1"]), (GIF, OTHER_GIF));
    let shown: Vec<&str> = outcome.collection.notes.iter().flat_map(Note::media).collect();
    assert_eq!(shown, [&*map["0"], &*map["0"], &*map["1"], &*map["0"]]);
    assert!(outcome.diagnostics.is_empty());
}

#[test]
fn what_templates_name_goes_along_under_a_name_that_anki_keeps() {
    let parts: &[(&str, &[u8])] = &[("art/a b.woff2", b"a font"), ("logo.GIF", GIF), ("unused.gif", OTHER_GIF)];
    let look = Notes::new(parts);
    let mut templates = Templates::default();
    let mut replace = |name, text: &str| {
        let find = |target: &str| find_template_media(&look.path(""), target);
        replace_template(&mut templates, name, text, find)
    };
    replace("style.css", "@font-face { src: url('art/a%20b.woff2?v=1#x') } p { background: url(https://a.test/b) }")
        .unwrap();
    replace("term.front.html", "{{Term}}<img src=logo.GIF><img src=\"./logo.GIF\">").unwrap();
    let wrong = replace("term.back.html", "{{Term}}\n<img src=x.png>").unwrap_err();
    let missing = TemplateFault::File { target: "x.png".to_owned(), fault: MediaFault::Missing { meant: None } };
    assert_eq!(wrong, TemplateRefusal::Wrong(TemplateMistake { line: 2, column: 10, fault: missing }));

    let notes = Notes::new(&[("a.md", b"## A\n![x](1.gif)\n"), ("1.gif", GIF)]);
    let config = Config { templates, ..Config::default() };
    let outcome = notes.outcome_with(&config, None);
    let names = names(&outcome);
    let [font, logo, picture] = &names[..] else { panic!("{names:?}") };
    let hash = font.strip_prefix("_soa-").and_then(|rest| rest.strip_suffix(".woff2")).unwrap();
    assert!(hash.len() == 24 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{font}");
    assert_eq!(*logo, &format!("_{picture}"), "a name is by the content");
    let Collection { templates, .. } = &outcome.collection;
    assert_eq!(templates.css, format!("@font-face {{ src: url('{font}') }} p {{ background: url(https://a.test/b) }}"));
    assert_eq!(templates.term.front, format!("{{{{Term}}}}<img src={logo}><img src=\"{logo}\">"));
    let mut package = Vec::new();
    write_package(&outcome.collection, &mut package).unwrap();
    let held = files(&package);
    assert_eq!((&*held["0"], &*held["1"]), (&b"a font"[..], GIF));
}

#[test]
fn names_are_what_anki_takes() {
    let notes = Notes::new(&[("a.md", b"## A\n![](<CON .gif>) ![[.png]]\n"), ("CON .gif", GIF), (".png", OTHER_GIF)]);
    let (_, outcome) = notes.package();
    for name in names(&outcome) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
        assert!(
            name.len() <= 120
                && name.chars().all(fits)
                && name.starts_with("soa-")
                && name.split('.').nth(1) == Some("gif"),
            "{name}"
        );
    }
    assert_eq!(names(&outcome).len(), 2);
}

#[test]
fn files_are_stored_as_they_are_and_tell_no_time() {
    let notes = Notes::new(&[("a.md", b"## A\n![x](1.gif)\n"), ("1.gif", GIF)]);
    let (package, _) = notes.package();
    assert!(package == notes.package().0);
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let entry = archive.by_name("0").unwrap();
    assert_eq!((entry.compression(), entry.last_modified()), (CompressionMethod::Stored, Some(zip::DateTime::DEFAULT)));
}

#[test]
fn drawings_are_bundled_as_they_were_cleaned() {
    let svg = b"<?xml version=\"1.0\"?><svg width=\"4\" height=\"2\" onload=\"x()\"><script>x()</script><path d=\"M0 0\"/></svg>";
    let notes = Notes::new(&[("a.md", b"## A\n![x](1.svg)\n"), ("1.svg", svg)]);
    let (package, outcome) = notes.package();
    let drawing = String::from_utf8(files(&package)["0"].clone()).unwrap();
    assert!(drawing.ends_with("width=\"4\" height=\"2\"><path d=\"M0 0\"/></svg>"), "{drawing}");
    assert!(fields(&outcome).any(|field| field.as_str().ends_with(" alt=\"x\" width=\"4\" height=\"2\">")));
}

#[test]
fn a_file_that_changes_meanwhile_is_noticed() {
    for changed in [OTHER_GIF, &[GIF, b"and more"].concat()[..], b""] {
        let notes = Notes::new(&[("a.md", b"## A\n![x](1.gif)\n"), ("1.gif", GIF)]);
        let outcome = notes.outcome();
        fs::write(notes.path("1.gif"), changed).unwrap();
        let failed = write_package(&outcome.collection, &mut Vec::new()).unwrap_err();
        assert!(matches!(&failed, Error::Changed(path) if path.ends_with("1.gif")), "{failed}");
    }
    let notes = Notes::new(&[("a.md", b"## A\n![x](1.gif)\n"), ("1.gif", GIF)]);
    let outcome = notes.outcome();
    fs::remove_file(notes.path("1.gif")).unwrap();
    let failed = write_package(&outcome.collection, &mut Vec::new()).unwrap_err();
    assert!(matches!(failed, Error::Io { step: FailedStep::Read, .. }), "{failed}");
}

#[test]
fn two_pictures_of_one_name_are_two_notes_and_one_picture_of_two_names_is_one() {
    let note: &[u8] = b"- Which: ![state](p.gif)\n";
    let notes = Notes::new(&[("x/a.md", note), ("x/p.gif", GIF), ("y/a.md", note), ("y/p.gif", OTHER_GIF)]);
    assert_eq!(notes.outcome().collection.notes.len(), 2);
    let notes = Notes::new(&[("x/a.md", note), ("x/p.gif", GIF), ("y/a.md", note), ("y/p.gif", GIF)]);
    assert_eq!(notes.outcome().collection.notes.len(), 1);
}

#[test]
fn another_picture_of_a_name_changes_its_notes_alone_and_no_card_of_theirs() {
    let text = b"## Ring\nA round thing.\n\n## Shapes\n- An **a** ![x](1.gif) is not the **a** or the **0** below.\n";
    let notes = Notes::new(&[("a.md", text), ("1.gif", GIF)]);
    let first = notes.outcome_after(Some(&Lock::default()));
    fs::write(notes.path("1.gif"), OTHER_GIF).unwrap();
    let second = notes.outcome_after(first.lock.as_ref());
    let changed: Vec<bool> = second.fates.iter().map(|fate| fate.changed).collect();
    assert_eq!(changed, [false, true]);
    let same = first.collection.notes.iter().zip(&second.collection.notes);
    for (first, second) in same {
        assert_eq!((&first.guid, &first.cards), (&second.guid, &second.cards));
    }
    let deletions = |outcome: &Outcome| outcome.lock.as_ref().unwrap().records[1].deletions.clone();
    assert_eq!(deletions(&first), deletions(&second));
}

#[test]
fn a_picture_keeps_its_card_under_another_name() {
    let notes = Notes::new(&[
        ("a.md", b"# EC2\n## States\n![](1.gif)\n\n## Ring\n![](2.gif)\n"),
        ("1.gif", GIF),
        ("2.gif", OTHER_GIF),
    ]);
    let first = notes.outcome_after(Some(&Lock::default()));
    fs::write(notes.path("a.md"), "# EC2\n## Life of an instance\n![of it](1.gif)\n\n## Ring\n![](2.gif)\n").unwrap();
    let second = notes.outcome_after(first.lock.as_ref());
    let guids = |outcome: &Outcome| -> Vec<String> {
        outcome.collection.notes.iter().map(|note| note.guid.to_string()).collect()
    };
    assert_eq!(guids(&first), guids(&second));
}

#[test]
fn a_large_file_is_copied_and_a_too_large_one_is_refused() {
    let notes = Notes::new(&[("a.md", b"## A\n![x](1.gif)\n\n## B\n![y](2.gif) and text\n")]);
    let grown = |size: usize| [GIF, &vec![0; size - GIF.len()]].concat();
    fs::write(notes.path("1.gif"), grown(25_000_000)).unwrap();
    fs::write(notes.path("2.gif"), grown(25_000_001)).unwrap();
    let (package, outcome) = notes.package();
    assert!(files(&package)["0"] == grown(25_000_000));
    assert_eq!(outcome.collection.media.len(), 1);
    let codes: Vec<&str> = outcome.diagnostics.iter().map(|found| found.finding.code()).collect();
    assert_eq!(codes, ["W-media-too-large"]);
}

#[test]
fn what_is_not_there_is_told_once_with_its_place() {
    let text = "# T\n\n## A\nText ![x](no.gif)\n\n## B\nMore ![y](no.gif) and ![z](./no.gif)\n";
    let notes = Notes::new(&[("a.md", text.as_bytes())]);
    let outcome = notes.outcome();
    let told = outcome.diagnostics.iter().map(|found| {
        let Finding::Media(Media { target, .. }) = &found.finding else { panic!("{found:?}") };
        let place = found.place.as_ref().unwrap();
        (&**target, place.line, place.column)
    });
    assert_eq!(told.collect::<Vec<_>>(), [("no.gif", 4, 11), ("./no.gif", 7, 28)]);
    let shown: Vec<String> = fields(&outcome).map(Html::to_string).collect();
    assert!(shown.contains(&"Text x".to_owned()) && shown.contains(&"More y and z".to_owned()), "{shown:?}");
}

/// A folder with notes.
struct Notes(tempfile::TempDir);

impl Notes {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let notes = Self(tempfile::tempdir().unwrap());
        for (path, bytes) in files {
            let path = notes.path(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        notes
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn outcome(&self) -> Outcome {
        self.outcome_after(None)
    }

    fn outcome_after(&self, lock: Option<&Lock>) -> Outcome {
        self.outcome_with(&Config::default(), lock)
    }

    fn outcome_with(&self, config: &Config, lock: Option<&Lock>) -> Outcome {
        let notes = read(&[Path::to_owned(self.0.path())]).unwrap();
        let extraction = extract(&notes.sources, config);
        let media = find_media(&extraction.documents, &notes.root);
        collect(extraction, lock, &media, config, 1_700_000_000)
    }

    fn package(&self) -> (Vec<u8>, Outcome) {
        let (mut package, outcome) = (Vec::new(), self.outcome());
        write_package(&outcome.collection, &mut package).unwrap();
        (package, outcome)
    }
}

fn names(outcome: &Outcome) -> Vec<&str> {
    outcome.collection.media.iter().map(|media| &*media.name).collect()
}

fn fields(outcome: &Outcome) -> impl Iterator<Item = &Html> {
    outcome.collection.notes.iter().flat_map(|note| &note.fields)
}

/// What an archive holds.
fn files(package: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}
