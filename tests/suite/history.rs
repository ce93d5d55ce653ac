//! What a lock keeps of a note from export to export, and what it leaves alone.

use soa_anki::{
    Changes, Config, DecksBy, Lock, MediaIndex, Note, Outcome, Source, collect, extract, read_package, search,
    write_package,
};

const NOW: i64 = 1_767_225_600;

#[test]
fn a_second_export_of_the_same_notes_changes_no_byte() {
    let mut study = Study::new(&[("a.md", "# EC2\n## AMI\nAn image.\n- A **spot** instance is **cheap**.\n")]);
    let first = study.export(NOW);
    let second = study.export(NOW + 86_400);
    assert_eq!(bytes(&first), bytes(&second));
    assert_eq!(first.lock, second.lock);
}

#[test]
fn an_edit_touches_the_note_that_it_changes_and_no_other() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n## EBS\nA disk.\n")]);
    let first = study.export(NOW);
    study.write("a.md", "## AMI\nAn image of a disk.\n## EBS\nA disk.\n");
    let second = study.export(NOW + 60);
    let times = |outcome: &Outcome| outcome.collection.notes.iter().map(|note| note.modified).collect::<Vec<_>>();
    assert_eq!((times(&first), times(&second)), (vec![NOW, NOW], vec![NOW + 60, NOW]));
    assert_eq!(ids(&first), ids(&second));
}

#[test]
fn a_changed_note_is_newer_within_a_second_and_with_a_clock_that_was_set_back() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n")]);
    let mut last = study.export(NOW).collection.notes[0].modified;
    for (at, now) in [NOW, NOW, NOW - 3600].into_iter().enumerate() {
        study.write("a.md", &format!("## AMI\nAn image, edited {at}.\n"));
        let modified = study.export(now).collection.notes[0].modified;
        assert!(modified > last, "{modified} is no later than {last}");
        last = modified;
    }
}

#[test]
fn the_id_of_a_new_note_is_later_than_all_that_the_lock_knows() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n## EBS\nA disk.\n")]);
    let first = ids(&study.export(NOW));
    study.write("a.md", "## AMI\nAn image.\n");
    study.export(NOW + 60);
    // By the clock alone, it would have an id that EBS has in Anki, where nothing leaves.
    study.write("a.md", "## AMI\nAn image.\n## SQS\nQueues of messages.\n");
    let third = ids(&study.export(NOW));
    assert_eq!(third[0], first[0]);
    assert!(third[1] > first[1], "{third:?} after {first:?}");
}

#[test]
fn a_file_that_is_renamed_costs_nothing() {
    let mut study = Study::new(&[("a.md", "---\ntitle: T\n---\n## AMI\nAn image.\n")]);
    let first = study.export(NOW);
    study.sources = vec![source("b.md", "---\ntitle: T\n---\n## AMI\nAn image.\n")];
    let before = study.lock.clone();
    let second = study.export(NOW + 60);
    assert_eq!(first.collection.notes[0].guid, second.collection.notes[0].guid);
    let changes = Changes::since(&before, &second);
    assert!(changes.notes[0].moved && changes.gone.is_empty());
}

#[test]
fn a_note_that_comes_back_is_the_one_that_it_was() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n## EBS\nA disk.\n")]);
    let first = study.export(NOW);
    study.write("a.md", "## AMI\nAn image.\n");
    let before = study.lock.clone();
    let second = study.export(NOW + 60);
    let gone = Changes::since(&before, &second).gone;
    assert_eq!(gone.iter().map(|record| record.term.as_str()).collect::<Vec<_>>(), ["EBS"]);
    let guid = first.collection.notes[1].guid.as_str();
    assert_eq!(search(gone), Some(format!("\"Id:re:^({guid})$\"")));
    study.write("a.md", "## AMI\nAn image.\n## EBS\nA disk.\n");
    let third = study.export(NOW + 120);
    assert_eq!(third.collection.notes[1].guid, first.collection.notes[1].guid);
}

#[test]
fn what_was_not_read_has_not_left_the_notes() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n"), ("b.md", "## EBS\nA disk.\n")]);
    study.export(NOW);
    study.sources.pop();
    study.lock.elsewhere.insert("b.md".to_owned());
    let before = study.lock.clone();
    let second = study.export(NOW + 60);
    assert!(Changes::since(&before, &second).gone.is_empty());
    assert!(study.lock.records.iter().all(|record| !record.removed));
}

#[test]
fn what_is_missing_outside_of_what_was_read_has_not_left_and_is_known_again() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n"), ("b.md", "## EBS\nA disk.\n")]);
    let first = study.export(NOW);
    let (ebs, second_file) = (first.collection.notes[1].guid.clone(), study.sources.pop().unwrap());
    study.lock.beyond.insert("b.md".to_owned());
    let before = study.lock.clone();
    let second = study.export(NOW + 60);
    let since = Changes::since(&before, &second);
    assert!(since.gone.is_empty() && since.missing == ["b.md"]);
    assert!(study.lock.records.iter().all(|record| !record.removed));
    study.lock.beyond.clear();
    study.sources.push(Source { path: "c.md".to_owned(), ..second_file });
    let before = study.lock.clone();
    let third = study.export(NOW + 120);
    assert_eq!(third.collection.notes[1].guid, ebs);
    let since = Changes::since(&before, &third);
    assert!(since.missing.is_empty() && since.notes.iter().all(|change| !change.back));
}

#[test]
fn a_deletion_keeps_its_number_when_another_comes_before_it() {
    let mut study = Study::new(&[("a.md", "## SQS\nA queue.\n- Messages stay for **14 days** at most.\n")]);
    study.export(NOW);
    study.write("a.md", "## SQS\nA queue.\n- **Messages** stay for **14 days** at most.\n");
    let second = study.export(NOW + 60);
    let cloze = &second.collection.notes[1];
    assert_eq!(cloze.fields[0].as_str(), "{{c2::Messages}} stay for {{c1::14 days}} at most.");
    assert_eq!(cloze.cards, [0, 1]);
}

#[test]
fn an_id_that_is_a_guid_says_whose_history_a_note_has() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n## EBS\nA disk.\n")]);
    let first = study.export(NOW);
    let guid = first.collection.notes[0].guid.clone();
    study.write("a.md", &format!("## Blueprint <!-- soa: id={guid} -->\nFrom it servers are made.\n## EBS\nA disk.\n"));
    let second = study.export(NOW + 60);
    assert_eq!(second.collection.notes[0].guid, guid);
    study.write("a.md", "## Blueprint\nFrom it servers are made.\n## EBS\nA disk.\n");
    assert_eq!(study.export(NOW + 120).collection.notes[0].guid, guid);
}

#[test]
fn an_id_that_is_new_keeps_the_history_of_a_note_that_did_not_change() {
    let mut study = Study::new(&[("a.md", "## SQS\nA queue.\n- FIFO: in order\n")]);
    let first = study.export(NOW);
    study.write("a.md", "## SQS\nA queue.\n- FIFO: in order ^f1\n");
    let second = study.export(NOW + 60);
    assert_eq!(first.collection.notes[1].guid, second.collection.notes[1].guid);
    study.write("a.md", "## SQS\nA queue.\n- Ordered queue: each message once ^f1\n");
    let third = study.export(NOW + 120);
    assert_eq!(first.collection.notes[1].guid, third.collection.notes[1].guid);
}

#[test]
fn another_look_is_newer_and_leaves_the_notes_alone() {
    let mut study = Study::new(&[("a.md", "## AMI\nAn image.\n")]);
    study.export(NOW);
    study.config.templates.css.push_str(".card { color: red }");
    let before = study.lock.clone();
    let second = study.export(NOW + 60);
    assert_eq!((second.collection.templates_modified, second.collection.notes[0].modified), (NOW + 60, NOW));
    let changes = Changes::since(&before, &second);
    assert!(changes.templates && changes.reach_anki() && changes.notes.is_empty());
}

#[test]
fn a_reverse_card_that_is_no_longer_asked_for_is_told() {
    let mut study = Study::new(&[("a.md", "# AMI\nAn image, said of AMI.\n\n# EBS\nA disk.\n")]);
    study.config.reversed = true;
    let first = study.export(NOW);
    assert_eq!(first.collection.notes[0].cards, [0, 1]);
    study.config.reversed = false;
    let before = study.lock.clone();
    let second = study.export(NOW + 60);
    let told = Changes::since(&before, &second);
    assert_eq!((told.empty, told.notes.len()), (2, 2));
    let before = study.lock.clone();
    study.write("a.md", "# AMI\nAnother image.\n\n# EBS\nA disk.\n");
    let third = study.export(NOW + 120);
    assert_eq!(Changes::since(&before, &third).empty, 0);
}

#[test]
fn what_a_package_holds_can_be_read_again() {
    let mut study = Study::new(&[("a.md", "---\ntags: [x, y]\n---\n## AMI\nAn `image` & more.\n- It is **small**.\n")]);
    let outcome = study.export(NOW);
    let held = read_package(&bytes(&outcome)).unwrap();
    let wanted = |note: &Note| note.fields.iter().map(|field| field.as_str().to_owned()).collect::<Vec<_>>();
    for note in &outcome.collection.notes {
        let found = held.iter().find(|held| held.guid == note.guid).unwrap();
        assert_eq!((found.kind, &found.fields, &found.tags), (note.kind, &wanted(note), &note.tags));
    }
}

#[test]
fn other_decks_and_tags_make_no_other_notes() {
    let text = "# AWS\n## EC2\nServers.\n- AMI: an image\n- It is **small** enough for all.\n## S3\nObjects.\n";
    let mut study = Study::new(&[("a.md", text), ("b.md", "# AWS\n- EBS: a disk\n")]);
    let first = study.export(NOW);
    for (at, decks_by) in [DecksBy::Folder, DecksBy::Heading, DecksBy::Flat].into_iter().enumerate() {
        study.config = Config { deck: Some(format!("D{at}")), decks_by, heading_tags: at == 1, ..Config::default() };
        let fresh = collect(extract(&study.sources, &study.config), None, &MediaIndex::default(), &study.config, NOW);
        let later = study.export(NOW + 60);
        let guids =
            |outcome: &Outcome| outcome.collection.notes.iter().map(|note| note.guid.clone()).collect::<Vec<_>>();
        assert_eq!((guids(&fresh), guids(&later)), (guids(&first), guids(&first)), "{decks_by:?}");
        assert_eq!(ids(&later), ids(&first));
        assert_ne!(later.collection.decks, first.collection.decks);
    }
}

/// Notes, and what is remembered of them.
struct Study {
    sources: Vec<Source>,
    lock: Lock,
    config: Config,
}

impl Study {
    fn new(files: &[(&str, &str)]) -> Self {
        let sources = files.iter().map(|(path, text)| source(path, text)).collect();
        Self { sources, lock: Lock::default(), config: Config::default() }
    }

    fn write(&mut self, path: &str, text: &str) {
        *self.sources.iter_mut().find(|source| source.path == path).unwrap() = source(path, text);
    }

    fn export(&mut self, now: i64) -> Outcome {
        let outcome =
            collect(extract(&self.sources, &self.config), Some(&self.lock), &MediaIndex::default(), &self.config, now);
        self.lock = outcome.lock.clone().unwrap();
        outcome
    }
}

/// A source as it is read from a file.
fn source(path: &str, text: &str) -> Source {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(path);
    std::fs::write(&file, text).unwrap();
    soa_anki::read(&[file]).unwrap().sources.remove(0)
}

fn ids(outcome: &Outcome) -> Vec<i64> {
    outcome.collection.notes.iter().map(|note| note.id).collect()
}

fn bytes(outcome: &Outcome) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_package(&outcome.collection, &mut bytes).unwrap();
    bytes
}
