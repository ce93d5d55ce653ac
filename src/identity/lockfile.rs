//! The lock as text: a header, a line of JSON for each record, and a last line.
//!
//! A change to one note changes one line, and git merges what two branches did. What is damaged is never guessed at.

use super::hash::{HashMap, HashSet};
use std::borrow::Cow;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::base64;
use super::lock::{Content, Deletion, Lock, Record, Stamp};
use super::sketch::Sketch;
use crate::model::entry::Context;
use crate::model::error::{Damage, LockFault};
use crate::model::note::Guid;
use crate::model::notetype::Kind;

/// The version of this form. A program refuses a lock of a newer one.
const VERSION: u64 = 1;

/// The last line: without it nobody would notice that a file was cut off at the end of a line.
const END: &str = r#"{"end":true}"#;

/// How a header begins, further down in the file: a merge of branches may leave two.
const HEADER: &str = r#"{"soa-anki-lock":"#;

/// What git puts around what it could not merge.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The end of the year 9999, in seconds: no later time was ever written.
const LATEST: i64 = 253_402_300_799;

/// Lines that are read at once. Those that follow each other share what stands above them.
const AT_ONCE: usize = 1024;

/// Bytes of a usual line, rounded up.
const USUAL_LINE: usize = 420;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header<'a> {
    #[serde(rename = "soa-anki-lock")]
    version: u64,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    templates: Option<StampPart<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StampPart<'a> {
    #[serde(borrow)]
    content: Cow<'a, str>,
    #[serde(rename = "mod")]
    modified: i64,
}

/// The version alone: of a newer header the rest may be anything.
#[derive(Deserialize)]
struct Version {
    #[serde(rename = "soa-anki-lock")]
    version: u64,
}

/// A record as it is written: the order of these fields is that of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    guid: Cow<'a, str>,
    #[serde(with = "KindName")]
    kind: Kind,
    #[serde(borrow)]
    source: Cow<'a, str>,
    context: Vec<Text<'a>>,
    #[serde(borrow)]
    term: Cow<'a, str>,
    #[serde(borrow)]
    deck: Cow<'a, str>,
    #[serde(borrow)]
    sketch: Cow<'a, str>,
    #[serde(borrow)]
    content: Cow<'a, str>,
    #[serde(rename = "mod")]
    modified: i64,
    id: i64,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    told: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    deletions: Vec<(u16, Text<'a>)>,
    #[serde(default, skip_serializing_if = "is_false")]
    removed: bool,
}

/// In a list, text is borrowed only under a name of its own.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Kind", rename_all = "lowercase")]
enum KindName {
    Term,
    Cloze,
}

/// What lines that follow each other say.
#[derive(Default)]
struct Part {
    templates: Option<Stamp>,
    records: Vec<Record>,
    /// Whether the last of them is the last of all.
    ends: bool,
}

impl Lock {
    /// Reads what [`Lock::to_text`] wrote, in any order of lines, with the line ends of any system.
    ///
    /// Where branches were merged, an entry may stand on two lines: the later one counts, and one that is still in the
    /// notes counts more than one that has left them.
    pub fn parse(bytes: impl AsRef<[u8]>) -> Result<Self, Damage> {
        let text = decode(bytes.as_ref())?;
        let lines: Vec<(usize, &str)> = text
            .split('\n')
            .enumerate()
            .map(|(at, line)| (at + 1, line.trim()))
            .filter(|(_, line)| !line.is_empty())
            .collect();
        let Some(&(first, header)) = lines.first() else {
            return Err(Damage { line: 1, fault: LockFault::Empty });
        };
        check_header(header).map_err(|fault| Damage { line: first, fault })?;
        let read: Vec<_> = lines.par_chunks(AT_ONCE).map(read_lines).collect();
        let mut lock = Self { records: Vec::with_capacity(lines.len()), ..Self::default() };
        let mut is_whole = false;
        for part in read {
            let Part { templates, records, ends } = part?;
            lock.templates = later(lock.templates, templates);
            lock.records.extend(records);
            is_whole = ends;
        }
        let last = lines.last().map_or(first, |(line, _)| *line);
        if !is_whole {
            return Err(Damage { line: last, fault: LockFault::CutFile });
        }
        lock.records = one_of_each(lock.records);
        Ok(lock)
    }

    /// The lock as text.
    pub fn to_text(&self) -> Vec<u8> {
        let mut text = Vec::with_capacity((self.records.len() + 2) * USUAL_LINE);
        let content = self.templates.map(|stamp| base64::encode(&stamp.content.0));
        let templates = content
            .zip(self.templates)
            .map(|(content, stamp)| StampPart { content: content.into(), modified: stamp.modified });
        push(&mut text, &Header { version: VERSION, templates });
        for record in &self.records {
            push(&mut text, &Line::of(record));
        }
        text.extend_from_slice(END.as_bytes());
        text.push(b'\n');
        text
    }
}

/// Text of bytes, without a mark of their order.
fn decode(bytes: &[u8]) -> Result<&str, Damage> {
    let damage =
        |offset: usize, fault| Damage { line: 1 + memchr::memchr_iter(b'\n', &bytes[..offset]).count(), fault };
    if let Some(offset) = memchr::memchr(0, bytes) {
        return Err(damage(offset, LockFault::Nul { offset }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        match error.error_len() {
            Some(_) => damage(offset, LockFault::NotUtf8 { offset, byte: bytes[offset] }),
            None => damage(offset, LockFault::CutLine),
        }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn check_header(line: &str) -> Result<(), LockFault> {
    if is_mark(line) {
        return Err(LockFault::Conflict);
    }
    match serde_json::from_str(line) {
        Ok(Version { version: ..VERSION }) | Err(_) => Err(LockFault::NoHeader),
        Ok(Version { version: VERSION }) => Ok(()),
        Ok(Version { version }) => Err(LockFault::Newer { version }),
    }
}

fn is_mark(line: &str) -> bool {
    MARKS.iter().any(|mark| line.starts_with(mark))
}

/// Reads lines that follow each other, up to the first that is damaged.
fn read_lines(lines: &[(usize, &str)]) -> Result<Part, Damage> {
    let mut part = Part { records: Vec::with_capacity(lines.len()), ..Part::default() };
    for &(line, text) in lines {
        let read = if line == 1 || text.starts_with(HEADER) { part.header(text) } else { part.line(text) };
        read.map_err(|fault| Damage { line, fault })?;
    }
    Ok(part)
}

impl Part {
    fn header(&mut self, text: &str) -> Result<(), LockFault> {
        check_header(text)?;
        let Header { templates, .. } = serde_json::from_str(text).map_err(|error| fault(&error))?;
        let templates = templates.map(|part| stamp(&part.content, part.modified)).transpose()?;
        self.templates = later(self.templates, templates);
        self.ends = false;
        Ok(())
    }

    /// Reads a line that is no header.
    fn line(&mut self, text: &str) -> Result<(), LockFault> {
        self.ends = text == END;
        if self.ends {
            return Ok(());
        }
        if is_mark(text) {
            return Err(LockFault::Conflict);
        }
        let line: Line<'_> = serde_json::from_str(text).map_err(|error| fault(&error))?;
        let last = self.records.last().map(|record| &record.context);
        let above = last.filter(|last| last.iter().eq(line.context.iter().map(|part| &*part.0))).cloned();
        let above = above.unwrap_or_else(|| line.context.iter().map(|part| part.0.clone().into_owned()).collect());
        self.records.push(line.record(above)?);
        Ok(())
    }
}

impl<'a> Line<'a> {
    fn of(record: &'a Record) -> Self {
        Self {
            guid: record.guid.as_str().into(),
            kind: record.kind,
            source: Cow::from(&record.source),
            context: record.context.iter().map(Text::of).collect(),
            term: Cow::from(&record.term),
            deck: Cow::from(&record.deck),
            sketch: base64::encode(&sketch_bytes(&record.sketch)).into(),
            content: base64::encode(&record.stamp.content.0).into(),
            modified: record.stamp.modified,
            id: record.id,
            told: record.author_id.as_ref().map(Text::of),
            deletions: record.deletions.iter().map(|deletion| (deletion.number, Text::of(&deletion.text))).collect(),
            removed: record.removed,
        }
    }

    /// The record, if the line's values are those of one.
    fn record(self, context: Context) -> Result<Record, LockFault> {
        let sketch = base64::decode(&self.sketch).and_then(|bytes| sketch_of(&bytes));
        let numbered = self.deletions.into_iter().map(|(number, text)| Deletion { number, text: text.0.into_owned() });
        let deletions: Vec<Deletion> = numbered.collect();
        if self.guid.is_empty() {
            return Err(wrong("guid"));
        }
        if !(1..=LATEST * 1000).contains(&self.id) {
            return Err(wrong("id"));
        }
        if deletions.iter().any(|deletion| deletion.number == 0) {
            return Err(wrong("deletions"));
        }
        Ok(Record {
            guid: Guid::new(self.guid),
            kind: self.kind,
            author_id: self.told.map(|id| id.0.into_owned()),
            source: self.source.into_owned(),
            context,
            term: self.term.into_owned(),
            deck: self.deck.into_owned(),
            sketch: sketch.ok_or_else(|| wrong("sketch"))?,
            stamp: stamp(&self.content, self.modified)?,
            id: self.id,
            deletions,
            removed: self.removed,
        })
    }
}

impl<'a> Text<'a> {
    fn of(text: &'a String) -> Self {
        Self(Cow::from(text))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it asks about by reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Appends `line` to `text`, and ends it.
fn push(text: &mut Vec<u8>, line: &impl Serialize) {
    serde_json::to_writer(&mut *text, line).expect("plain structs are JSON, and memory takes them");
    text.push(b'\n');
}

fn stamp(content: &str, modified: i64) -> Result<Stamp, LockFault> {
    let content = base64::decode(content).and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| wrong("content"))?;
    if !(0..=LATEST).contains(&modified) {
        return Err(wrong("mod"));
    }
    Ok(Stamp { content: Content(content), modified })
}

fn wrong(field: &str) -> LockFault {
    LockFault::Line { reason: format!("`{field}` has a value that it cannot have") }
}

/// What is wrong with a line, in the parser's words.
fn fault(error: &serde_json::Error) -> LockFault {
    if error.is_eof() {
        return LockFault::CutLine;
    }
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    // Of a field that is not known, the names of those that are would fill the screen.
    let words = words.split(", expected").next().unwrap_or_default();
    LockFault::Line { reason: format!("{words} (byte {})", error.column()) }
}

/// The later of two stamps.
fn later(one: Option<Stamp>, other: Option<Stamp>) -> Option<Stamp> {
    let time = |stamp: Option<Stamp>| stamp.map(|stamp| (stamp.modified, stamp.content));
    if time(other) > time(one) { other } else { one }
}

/// One record for each guid, in the order of the lines.
fn one_of_each(records: Vec<Record>) -> Vec<Record> {
    let guids: HashSet<&Guid> = records.iter().map(|record| &record.guid).collect();
    if guids.len() == records.len() {
        return records;
    }
    let mut place: HashMap<Guid, usize> = HashMap::default();
    let mut kept: Vec<Record> = Vec::with_capacity(records.len());
    for record in records {
        if let Some(&at) = place.get(&record.guid) {
            merge(&mut kept[at], record);
        } else {
            place.insert(record.guid.clone(), kept.len());
            kept.push(record);
        }
    }
    kept
}

/// Makes one record of what two branches remember of an entry. A deletion's number stays taken if either knows it.
fn merge(kept: &mut Record, mut other: Record) {
    let rank = |record: &Record| (!record.removed, record.stamp.modified);
    if rank(&other) > rank(kept) {
        std::mem::swap(kept, &mut other);
    }
    let known = |deletion: &Deletion| kept.deletions.iter().any(|own| own.number == deletion.number);
    let more: Vec<Deletion> = other.deletions.into_iter().filter(|deletion| !known(deletion)).collect();
    if !more.is_empty() {
        kept.deletions.extend(more);
        kept.deletions.sort_by_key(|deletion| deletion.number);
    }
}

/// A sketch as bytes: its hash, its count, and the steps from each gram to the next, which are small numbers.
fn sketch_bytes(sketch: &Sketch) -> Vec<u8> {
    if *sketch == Sketch::default() {
        return Vec::new();
    }
    let mut bytes = sketch.whole.to_be_bytes().to_vec();
    push_number(&mut bytes, sketch.count);
    let mut last = 0;
    for &gram in &sketch.grams {
        push_number(&mut bytes, u32::from(gram.wrapping_sub(last)));
        last = gram;
    }
    bytes
}

/// The sketch of what [`sketch_bytes`] wrote; `None` when it is something else.
fn sketch_of(bytes: &[u8]) -> Option<Sketch> {
    if bytes.is_empty() {
        return Some(Sketch::default());
    }
    let (whole, mut rest) = bytes.split_first_chunk()?;
    let count = take_number(&mut rest)?;
    // Most steps take two bytes.
    let mut grams: Vec<u16> = Vec::with_capacity(rest.len().div_ceil(2));
    while !rest.is_empty() {
        let step = u16::try_from(take_number(&mut rest)?).ok()?;
        let gram = match grams.last() {
            // Each stands there once.
            Some(last) => last.checked_add(step).filter(|gram| gram > last)?,
            None => step,
        };
        grams.push(gram);
    }
    Some(Sketch { grams, count, whole: u64::from_be_bytes(*whole) })
}

/// Appends a number, 7 bits a byte, the lowest first; the last byte has its highest bit clear.
fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    let low = |number: u32| number.to_le_bytes()[0];
    while number >= 0x80 {
        bytes.push(low(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low(number));
}

/// Takes a number off the front.
fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let part = u32::from(byte & 0x7F);
        number |= part.checked_shl(shift).filter(|shifted| shifted >> shift == part)?;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    fn record(guid: &str, modified: i64) -> Record {
        Record {
            guid: Guid::new(guid),
            kind: Kind::Term,
            author_id: None,
            source: "aws/ec2.md".to_owned(),
            context: Arc::from(["EC2".to_owned()]),
            term: "AMI".to_owned(),
            deck: "notes::aws".to_owned(),
            sketch: Sketch { grams: vec![3, 300, 65_535], count: 200, whole: 7 },
            stamp: Stamp { content: Content([1; 9]), modified },
            id: 1_767_225_600_000,
            deletions: Vec::new(),
            removed: false,
        }
    }

    fn lock(records: &[Record]) -> Lock {
        let templates = Some(Stamp { content: Content(*b"templates"), modified: 5 });
        Lock { templates, records: records.to_vec(), ..Lock::default() }
    }

    fn text(records: &[Record]) -> String {
        String::from_utf8(lock(records).to_text()).unwrap()
    }

    fn fault(text: impl AsRef<[u8]>) -> (usize, LockFault) {
        let damage = Lock::parse(text).unwrap_err();
        (damage.line, damage.fault)
    }

    /// A lock of this version is read for ever.
    #[test]
    fn a_lock_is_a_header_a_line_for_each_record_and_an_end() {
        let cloze = Record {
            kind: Kind::Cloze,
            author_id: Some("x".to_owned()),
            deletions: vec![Deletion { number: 2, text: "14 \"days\"".to_owned() }],
            sketch: Sketch::default(),
            removed: true,
            ..record("b", 12)
        };
        let expected = r#"{"soa-anki-lock":1,"templates":{"content":"dGVtcGxhdGVz","mod":5}}
{"guid":"a","kind":"term","source":"aws/ec2.md","context":["EC2"],"term":"AMI","deck":"notes::aws","sketch":"AAAAAAAAAAfIAQOpAtP9Aw","content":"AQEBAQEBAQEB","mod":11,"id":1767225600000}
{"guid":"b","kind":"cloze","source":"aws/ec2.md","context":["EC2"],"term":"AMI","deck":"notes::aws","sketch":"","content":"AQEBAQEBAQEB","mod":12,"id":1767225600000,"told":"x","deletions":[[2,"14 \"days\""]],"removed":true}
{"end":true}
"#;
        let records = [record("a", 11), cloze];
        assert_eq!(text(&records), expected);
        assert_eq!(Lock::parse(expected).unwrap(), lock(&records));
        assert_eq!(Lock::parse(Lock::default().to_text()).unwrap(), Lock::default());
    }

    #[test]
    fn line_ends_blank_lines_and_marks_of_other_systems_are_read() {
        let records = [record("a", 1), record("b", 2)];
        let windows = format!("\u{feff}{}\r\n", text(&records).replace('\n', "\r\n"));
        assert_eq!(Lock::parse(windows).unwrap(), lock(&records));
        assert_eq!(Lock::parse(text(&records).trim_end()).unwrap(), lock(&records));
    }

    #[test]
    fn of_an_entry_on_two_lines_the_later_counts_and_a_living_one_more() {
        let old = record("a", 1);
        let new = Record { term: "image".to_owned(), ..record("a", 2) };
        let gone = Record { removed: true, ..record("a", 3) };
        for records in [[&old, &new, &gone], [&gone, &new, &old], [&new, &gone, &old]] {
            let text = text(&records.map(Clone::clone));
            assert_eq!(Lock::parse(text).unwrap().records, std::slice::from_ref(&new));
        }
    }

    #[test]
    fn a_number_that_one_branch_gave_stays_taken() {
        let of = |modified, numbers: &[u16]| {
            let deletions = numbers.iter().map(|&number| Deletion { number, text: format!("{number}") }).collect();
            Record { deletions, ..record("a", modified) }
        };
        let merged = Lock::parse(text(&[of(2, &[1, 3]), of(1, &[1, 2])])).unwrap();
        assert_eq!(merged.records, [of(2, &[1, 2, 3])]);
    }

    #[test]
    fn of_two_headers_the_later_templates_count() {
        let mut text = text(&[]);
        text.insert_str(0, "{\"soa-anki-lock\":1,\"templates\":{\"content\":\"AQEBAQEBAQEB\",\"mod\":9}}\n");
        assert_eq!(Lock::parse(text).unwrap().templates.unwrap().modified, 9);
    }

    #[test]
    fn damage_is_named_with_its_line() {
        let whole = text(&[record("a", 1), record("b", 2)]);
        let line = |at: usize, with: &str| {
            let lines = whole.lines().enumerate().map(|(number, line)| if number == at { with } else { line });
            lines.collect::<Vec<_>>().join("\n")
        };
        assert_eq!(fault(""), (1, LockFault::Empty));
        assert_eq!(fault("\u{feff}\r\n\n"), (1, LockFault::Empty));
        assert_eq!(fault("guids = []"), (1, LockFault::NoHeader));
        assert_eq!(fault(line(0, "")), (2, LockFault::NoHeader));
        assert_eq!(fault(line(0, r#"{"soa-anki-lock":0}"#)), (1, LockFault::NoHeader));
        assert_eq!(fault(line(0, r#"{"soa-anki-lock":2,"new":[]}"#)), (1, LockFault::Newer { version: 2 }));
        assert_eq!(fault(line(3, "")), (3, LockFault::CutFile));
        assert_eq!(fault(line(1, "<<<<<<< HEAD")), (2, LockFault::Conflict));
        assert_eq!(fault(line(0, "<<<<<<< HEAD")), (1, LockFault::Conflict));
        assert_eq!(fault(line(2, "=======")), (3, LockFault::Conflict));
        assert_eq!(fault(line(2, r#"{"guid":"b","kind":"te"#)), (3, LockFault::CutLine));
        assert_eq!(
            fault(line(2, "").replace("AMI", "A\0")).1,
            LockFault::Nul { offset: whole.find("AMI").unwrap() + 1 }
        );
        let offset = whole.len() - 2;
        assert_eq!(
            fault([&whole.as_bytes()[..offset], b"\xff}\n"].concat()).1,
            LockFault::NotUtf8 { offset, byte: 0xFF }
        );
        let cut = whole.lines().take(2).collect::<Vec<_>>().join("\n") + "\n{\"guid\":\"漢";
        assert_eq!(fault(&cut.as_bytes()[..cut.len() - 1]), (3, LockFault::CutLine));
    }

    #[test]
    fn what_a_hand_wrote_is_no_line() {
        let written = text(&[record("a", 1)]);
        let said = |from: &str, to: &str| {
            assert!(written.contains(from), "{from}");
            match fault(written.replace(from, to)) {
                (2, LockFault::Line { reason }) => reason.split(" (byte").next().unwrap_or_default().to_owned(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(said(r#","mod":1"#, ""), "missing field `mod`");
        assert_eq!(said(r#""mod":1"#, r#""mod":"1""#), "invalid type: string \"1\"");
        assert_eq!(said(r#""guid""#, r#""giud""#), "unknown field `giud`");
        assert_eq!(said(r#""guid":"a""#, r#""guid":"""#), "`guid` has a value that it cannot have");
        assert_eq!(said(r#""mod":1"#, r#""mod":-1"#), "`mod` has a value that it cannot have");
        assert_eq!(said(r#""id":1767225600000"#, r#""id":0"#), "`id` has a value that it cannot have");
        // The last second of the year 9999, and the one after it.
        assert_eq!(said(r#""mod":1"#, r#""mod":253402300800"#), "`mod` has a value that it cannot have");
        assert!(Lock::parse(written.replace(r#""mod":1"#, r#""mod":253402300799"#)).is_ok());
        assert_eq!(said("AQEBAQEBAQEB", "AQEB"), "`content` has a value that it cannot have");
        assert_eq!(said("AAAAAAAAAAfIAQOpAtP9Aw", "?"), "`sketch` has a value that it cannot have");
        assert_eq!(said("}\n{\"end\"", ",}\n{\"end\""), "trailing comma");
    }

    fn texts() -> impl Strategy<Value = String> {
        prop_oneof!["[ -~]{0,8}", any::<String>(), Just("\u{2028}\r\n\"\\".to_owned())]
    }

    prop_compose! {
        fn sketches()(grams in btree_set(any::<u16>(), 0..32), count in any::<u32>(), whole in any::<u64>()) -> Sketch {
            Sketch { grams: grams.into_iter().collect(), count, whole }
        }
    }

    prop_compose! {
        fn records()(
            (removed, term, author_id) in (any::<bool>(), texts(), proptest::option::of(texts())),
            (source, deck, context) in (texts(), texts(), vec(texts(), 0..3)),
            (sketch, content) in (sketches(), any::<[u8; 9]>()),
            (modified, id) in (0..=LATEST, 1..=LATEST * 1000),
            deletions in btree_map(1_u16.., texts(), 0..3),
        ) -> Record {
            let kind = if deletions.is_empty() { Kind::Term } else { Kind::Cloze };
            let deletions = deletions.into_iter().map(|(number, text)| Deletion { number, text }).collect();
            let stamp = Stamp { content: Content(content), modified };
            let guid = Guid::new("");
            let context = context.into();
            Record { guid, kind, author_id, source, context, term, deck, sketch, stamp, id, deletions, removed }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(records in btree_map("[a-z\"]{1,4}", records(), 0..8)) {
            let records: Vec<Record> =
                records.into_iter().map(|(guid, record)| Record { guid: Guid::new(guid), ..record }).collect();
            let lock = lock(&records);
            let text = lock.to_text();
            prop_assert_eq!(memchr::memchr_iter(b'\n', &text).count(), records.len() + 2);
            prop_assert_eq!(Lock::parse(text).unwrap(), lock);
        }

        #[test]
        fn no_bytes_panic(bytes in vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>()) {
            let _ = Lock::parse(&bytes);
            let mut text = text(&[record("a", 1), record("b", 2)]).into_bytes();
            let at = at.index(text.len());
            text.splice(at.., bytes);
            let _ = Lock::parse(&text);
        }

        #[test]
        fn a_lock_that_is_cut_off_is_no_lock(at in any::<prop::sample::Index>()) {
            let text = text(&[record("a", 1), record("漢", 2)]);
            // The last line may lack its end.
            let at = at.index(text.len() - 1);
            prop_assert!(Lock::parse(&text.as_bytes()[..at]).is_err());
        }
    }
}
