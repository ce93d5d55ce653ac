//! Front matter: the YAML between `---` and `---` at the very start of a file, or TOML between `+++` and `+++`.
//!
//! Zenn, Obsidian, Jekyll, Hugo and others put it there. A `---` that is only a rule is
//! not front matter, and no text of the author is taken for it.

mod plus;

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{MessageFormatter, UserMessageFormatter};

use super::FrontMatter;
use crate::findings::{self, Finding, YamlSlip};
use crate::model::directive::{Directive, Parsed, Unknown};
use crate::text::{Span, nearest};

/// Keys by which front matter is known when its end is missing.
const KNOWN: [&str; 10] = ["title", "soa", "deck", "tags", "topics", "aliases", "emoji", "type", "published", "date"];

/// Keys that are read.
const READ: [&str; 6] = ["title", "deck", "topics", "tags", "aliases", "soa"];
/// Keys of other programs that are nearly one of these.
const FOREIGN: [&str; 6] = ["desc", "date", "tier", "toc", "topic", "table"];

/// A text, cut where its front matter ends.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the body begins, in bytes. 0 when there is no front matter.
    pub body: usize,
    pub front_matter: FrontMatter,
    /// What is wrong in it, and where.
    pub problems: Vec<(Finding, Span)>,
}

/// Cuts off the front matter of `text`.
pub(super) fn cut(text: &str) -> Cut {
    let blank = blank_lines(text);
    if blank > 0 {
        return cut_below_blank_lines(text, blank);
    }
    let Some(opening) = opening(text) else {
        return plus::cut(text).or_else(|| without_beginning(text)).unwrap_or_default();
    };
    let rest = &text[opening..];
    let Some((length, body)) = closing(rest) else {
        return if opens_known_mapping(rest) { unclosed(opening, "---") } else { Cut::default() };
    };
    let yaml = &rest[..length];
    let (front_matter, problems) = match parse(yaml) {
        Ok(Read { front_matter, unknown }) => {
            let misspelt =
                misspelt_keys(yaml).map(|(finding, span)| (finding, opening + span.start..opening + span.end));
            let problems = unknown_words(unknown, yaml, opening).into_iter().chain(misspelt);
            (front_matter, problems.collect())
        }
        Err(_) if !opens_known_mapping(yaml) => return Cut::default(),
        Err(_) if ends_before_a_blank_line(yaml) => return unclosed(opening, "---"),
        Err(error) => {
            let in_text =
                |line: Span| if line.is_empty() { 0..opening } else { opening + line.start..opening + line.end };
            let problems = mistakes(&error, yaml).into_iter().map(|(finding, line)| (finding, in_text(line)));
            (rescue(yaml), problems.collect())
        }
    };
    Cut { body: opening + body, front_matter, problems }
}

/// The length of the blank lines that a text begins with.
fn blank_lines(text: &str) -> usize {
    let lines = text.split_inclusive('\n').take_while(|line| line.trim().is_empty());
    lines.map(str::len).sum()
}

/// Front matter below blank lines: other programs do not see it there, but nobody means a rule with `title: …` below it.
fn cut_below_blank_lines(text: &str, blank: usize) -> Cut {
    let below = &text[blank..];
    let known = opening(below).is_some_and(|opening| opens_known_mapping(&below[opening..]));
    let found = if known { cut(below) } else { Cut::default() };
    if found.body == 0 {
        return Cut::default();
    }
    let late = findings::FrontMatter { slip: YamlSlip::BlankAbove, key: None, reason: String::new() };
    let problems = found.problems.into_iter().map(|(finding, span)| (finding, span.start + blank..span.end + blank));
    let problems = std::iter::once((late.into(), blank..blank + "---".len())).chain(problems).collect();
    Cut { body: blank + found.body, problems, ..found }
}

fn unclosed(opening: usize, fence: &'static str) -> Cut {
    Cut { problems: vec![(findings::UnclosedFrontMatter { fence }.into(), 0..opening)], ..Cut::default() }
}

/// Keys that are closed by `---` in the next line, with no `---` above them: that is told, and they are text.
fn without_beginning(text: &str) -> Option<Cut> {
    let first = text.lines().next()?;
    key(first).filter(|key| KNOWN.contains(key))?;
    let is_of_yaml =
        |line: &&str| key(line).is_some() || line.starts_with(['-', ' ', '\t']) && line.trim_end() != "---";
    let below = text.lines().skip(1).find(|line| !is_of_yaml(line));
    below.filter(|line| line.trim_end() == "---")?;
    let found = findings::FrontMatter { slip: YamlSlip::NoBeginning, key: None, reason: String::new() };
    Some(Cut { problems: vec![(found.into(), 0..first.trim_end().len())], ..Cut::default() })
}

/// Keys that are nearly one of those that are read, which is not there. Most other keys are of other programs.
fn misspelt_keys(yaml: &str) -> impl Iterator<Item = (Finding, Span)> {
    let keys = || parts(yaml).filter_map(|part| key(part.lines().next()?));
    let is_there = move |known: &str| keys().any(|key| key.eq_ignore_ascii_case(known));
    keys().filter_map(move |key| {
        // Of most keys, the first letter tells that they are others.
        let alike = READ.into_iter().filter(|known| known.as_bytes().first() == key.as_bytes().first());
        let meant = nearest(key, alike)?;
        if READ.contains(&&*key.to_lowercase()) || FOREIGN.contains(&key) || is_there(meant) {
            return None;
        }
        let start = key.as_ptr().addr() - yaml.as_ptr().addr();
        let found =
            findings::FrontMatter { slip: YamlSlip::Misspelt(meant), key: Some(key.to_owned()), reason: String::new() };
        Some((found.into(), start..start + key.len()))
    })
}

/// What is not understood under `soa:`, each where it stands.
fn unknown_words(unknown: Vec<Unknown>, yaml: &str, opening: usize) -> Vec<(Finding, Span)> {
    let soa = parts(yaml).find(|part| key(part.lines().next().unwrap_or_default()) == Some("soa")).unwrap_or(yaml);
    let start = soa.as_ptr().addr() - yaml.as_ptr().addr();
    let tell = |Unknown { word, meant, slip, .. }: Unknown| {
        // YAML's quotation marks and escapes may hide a word: then the key is shown.
        let found = soa.find(&word).filter(|_| !word.is_empty());
        let span = found.map_or(0.."soa".len(), |at| at..at + word.len());
        let span = opening + start + span.start..opening + start + span.end;
        (findings::UnknownDirective { word, meant, slip }.into(), span)
    };
    unknown.into_iter().map(tell).collect()
}

/// Where the YAML begins, when the first line is a fence and the second one a key (or a comment above one).
fn opening(text: &str) -> Option<usize> {
    let first = text.split_inclusive('\n').next()?;
    let mut lines = text[first.len()..].lines();
    let second = lines.find(|line| !line.starts_with('#'))?;
    (first.trim_end() == "---" && key(second).is_some()).then_some(first.len())
}

/// The length of the YAML, and where the line after its closing fence begins.
fn closing(rest: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// The key that a line begins with. `title:x` is a mistake for `title: x`, but `http://x` is no key.
fn key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once([':', '：'])?;
    let name = key.trim_end().trim_matches(['"', '\'']);
    let spaced = !line[key.len()..].starts_with('：') && (value.is_empty() || value.starts_with([' ', '\t']));
    let is_key = spaced || KNOWN.contains(&name);
    let starts_well = key.starts_with(|c: char| c.is_alphanumeric() || "_\"'".contains(c));
    (is_key && starts_well && !name.is_empty()).then_some(name)
}

fn opens_known_mapping(rest: &str) -> bool {
    let mut head = rest.lines().take_while(|line| !line.trim().is_empty());
    head.any(|line| key(line).is_some_and(|key| KNOWN.contains(&key)))
}

/// Whether what looks like the closing fence is a rule further down, with notes in between.
fn ends_before_a_blank_line(yaml: &str) -> bool {
    let blank = yaml.find("\n\n").map(|at| &yaml[..=at]);
    blank.is_some_and(|head| opens_known_mapping(head) && parse(head).is_ok())
}

/// What is read. All other keys are the author's own.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Keys {
    #[serde(alias = "Title")]
    title: Option<String>,
    #[serde(alias = "Deck")]
    deck: Option<String>,
    #[serde(alias = "Topics")]
    topics: Strings,
    #[serde(alias = "Tags")]
    tags: Strings,
    #[serde(alias = "Aliases")]
    aliases: Strings,
    soa: Soa,
}

/// Front matter, and the words under `soa:` that are not understood.
struct Read {
    front_matter: FrontMatter,
    unknown: Vec<Unknown>,
}

fn parse(yaml: &str) -> Result<Read, serde_saphyr::Error> {
    let read = parse_plainly(yaml)?;
    Ok(Read { front_matter: obey(read.front_matter), ..read })
}

/// As [`parse`], with the keys of the top level as they are.
fn parse_plainly(yaml: &str) -> Result<Read, serde_saphyr::Error> {
    let keys: Keys = serde_saphyr::from_str(yaml)?;
    let Parsed { directive: soa, unknown } = keys.soa.parsed();
    Ok(Read { front_matter: front_matter_of(keys, soa), unknown })
}

fn front_matter_of(keys: Keys, soa: Directive) -> FrontMatter {
    let mut tags: Vec<String> = Vec::new();
    for tag in keys.topics.split(is_tag_separator).chain(keys.tags.split(is_tag_separator)) {
        let tag = tag.trim_start_matches('#').trim().to_owned();
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    FrontMatter {
        title: keys.title.and_then(|title| one_line(&title)),
        deck: keys.deck.and_then(|deck| one_line(&deck)),
        tags,
        aliases: keys.aliases.split(|c| c == ',').collect(),
        soa,
    }
}

/// `deck` and `tags` are other programs' keys, too: what `soa` says is meant for this one.
fn obey(mut front_matter: FrontMatter) -> FrontMatter {
    let soa = &front_matter.soa;
    front_matter.deck = soa.deck.clone().or(front_matter.deck);
    if !soa.tags.is_empty() {
        front_matter.tags.clone_from(&soa.tags);
    }
    front_matter
}

fn is_tag_separator(c: char) -> bool {
    matches!(c, ',' | '、') || c.is_whitespace()
}

fn one_line(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let line = lines.join(" ").trim().to_owned();
    (!line.is_empty()).then_some(line)
}

/// A list, or one scalar that people write in place of a list.
#[derive(Debug)]
enum Strings {
    One(String),
    Many(Vec<Option<String>>),
}

impl Default for Strings {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Strings {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Many(items) if items.is_empty())
    }

    /// The strings without blanks around them; a scalar is split where `separates` says.
    fn split(&self, separates: fn(char) -> bool) -> impl Iterator<Item = String> {
        let parts: Vec<&str> = match self {
            Strings::One(text) => text.split(separates).collect(),
            Strings::Many(items) => items.iter().flatten().map(String::as_str).collect(),
        };
        let parts: Vec<String> = parts.into_iter().filter_map(one_line).collect();
        parts.into_iter()
    }

    /// As one string, with commas between; `None` when there is none.
    fn joined(&self) -> Option<String> {
        let parts: Vec<String> = self.split(|_| false).collect();
        (!parts.is_empty()).then(|| parts.join(","))
    }
}

impl<'de> Deserialize<'de> for Strings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StringsVisitor)
    }
}

struct StringsVisitor;

impl<'de> Visitor<'de> for StringsVisitor {
    type Value = Strings;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or words separated by commas")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Strings, E> {
        Ok(Strings::One(text.to_owned()))
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Strings, E> {
        Ok(Strings::One(value.to_string()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Strings, E> {
        Ok(Strings::One(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Strings, E> {
        Ok(Strings::One(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Strings, E> {
        Ok(Strings::One(value.to_string()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Strings, E> {
        Ok(Strings::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Strings, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Strings::Many(all))
    }
}

/// What stands under `soa`: a map, or words as in a comment.
#[derive(Default)]
struct Soa(Vec<Told>);

enum Told {
    Words(String),
    Entry(String, Strings),
}

impl Soa {
    fn parsed(&self) -> Parsed {
        let mut parsed = Parsed::default();
        for told in &self.0 {
            match told {
                Told::Words(words) => {
                    let Parsed { directive, unknown } = Directive::of_words(words);
                    parsed.directive = directive;
                    parsed.unknown.extend(unknown);
                }
                Told::Entry(key, value) => {
                    if let Err((slip, meant)) = parsed.directive.set(key, value.joined().as_deref()) {
                        parsed.unknown.push(Unknown { word: key.clone(), span: 0..key.len(), meant, slip });
                    }
                }
            }
        }
        parsed
    }
}

impl<'de> Deserialize<'de> for Soa {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SoaVisitor)
    }
}

struct SoaVisitor;

impl<'de> Visitor<'de> for SoaVisitor {
    type Value = Soa;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a map such as `skip: true`, or words such as `skip`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Soa, E> {
        Ok(Soa(vec![Told::Words(text.to_owned())]))
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Soa, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Soa, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Soa, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Soa, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_unit<E: de::Error>(self) -> Result<Soa, E> {
        Ok(Soa::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Soa, A::Error> {
        let mut words = Vec::new();
        while let Some(item) = items.next_element::<Option<String>>()? {
            words.extend(item);
        }
        self.visit_str(&words.join(" "))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Soa, A::Error> {
        let mut told = Vec::new();
        while let Some((key, value)) = entries.next_entry()? {
            told.push(Told::Entry(key, value));
        }
        Ok(Soa(told))
    }
}

/// What can be read of broken YAML: each key is tried alone, and a title is taken as plain text.
fn rescue(yaml: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    for part in parts(yaml) {
        let read = parse_plainly(part).map_or_else(|_| plain(part), |read| read.front_matter);
        found.title = found.title.or(read.title);
        found.deck = found.deck.or(read.deck);
        found.tags.extend(read.tags);
        found.aliases.extend(read.aliases);
        if read.soa != Directive::default() {
            found.soa = read.soa;
        }
    }
    obey(found)
}

/// The YAML, cut before each key of the top level.
fn parts(yaml: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    let mut cuts = Vec::new();
    for line in yaml.split_inclusive('\n') {
        if key(line.trim_end()).is_some() {
            cuts.push(at);
        }
        at += line.len();
    }
    let ends = cuts.clone().into_iter().skip(1).chain([yaml.len()]);
    cuts.into_iter().zip(ends).map(|(from, to)| &yaml[from..to])
}

/// The title or deck of a line whose value is not valid YAML, such as `title: AWS: EC2`.
fn plain(part: &str) -> FrontMatter {
    let line = part.lines().next().unwrap_or_default();
    let value = line.split_once([':', '：']).map(|(_, value)| value.trim());
    let value = value.map(|value| value.trim_matches(['"', '\'']));
    let value = value.and_then(one_line);
    let mut found = FrontMatter::default();
    match key(line) {
        Some("title") => found.title = value,
        Some("deck") => found.deck = value.filter(|value| !value.starts_with('[')),
        _ => {}
    }
    found
}

/// All mistakes of a YAML, with their lines: the parser stops at the first, and the other keys are tried alone.
fn mistakes(error: &serde_saphyr::Error, yaml: &str) -> Vec<(Finding, Span)> {
    let line = tab_below(yaml, line_of(error, yaml));
    let seen = plain_slip(yaml).filter(|(_, seen)| line.is_empty() || seen.start <= line.start);
    let first = seen.unwrap_or_else(|| (finding(error, &yaml[line.clone()]), line));
    let later = parts(yaml).filter_map(|part| {
        let start = part.as_ptr().addr() - yaml.as_ptr().addr();
        if start <= first.1.start || first.1.is_empty() {
            return None;
        }
        let (found, line) = plain_slip(part).or_else(|| {
            let error = parse_plainly(part).err()?;
            let line = line_of(&error, part);
            Some((finding(&error, &part[line.clone()]), line))
        })?;
        (!line.is_empty()).then_some((found, start + line.start..start + line.end))
    });
    let later: Vec<(Finding, Span)> = later.collect();
    std::iter::once(first).chain(later).collect()
}

/// The line below one that the parser complains of, if that begins with a tab: it goes on with the value above, and does not
/// say so.
fn tab_below(yaml: &str, line: Span) -> Span {
    let next = yaml[line.end..].find('\n').map_or(yaml.len(), |at| line.end + at + 1);
    let end = yaml[next..].find('\n').map_or(yaml.len(), |at| next + at);
    let is_tab = yaml[next..end].starts_with('\t') && !yaml[line.clone()].starts_with('\t');
    if is_tab { next..next + yaml[next..end].trim_end().len() } else { line }
}

/// A mistake that is seen in the text better than in what the parser says, and its line: a wide colon, and a bracket or a
/// quotation mark that is open where the next key begins.
fn plain_slip(yaml: &str) -> Option<(Finding, Span)> {
    parts(yaml).find_map(|part| {
        let line = part.lines().next()?;
        let at = line.find([':', '：'])?;
        let value = part[at..].trim_start_matches([':', '：']).trim();
        let slip = match value.chars().next() {
            _ if line[at..].starts_with('：') => YamlSlip::WideColon,
            Some('[') if !value.contains(']') => YamlSlip::OpenBracket,
            Some('"') if value.matches('"').count() == 1 => YamlSlip::OpenQuote,
            _ => return None,
        };
        let start = line.as_ptr().addr() - yaml.as_ptr().addr();
        let found = findings::FrontMatter { slip, key: key(line).map(str::to_owned), reason: String::new() };
        Some((found.into(), start..start + line.trim_end().len()))
    })
}

/// What is told of a mistake in `line`.
fn finding(error: &serde_saphyr::Error, line: &str) -> Finding {
    let reason = UserMessageFormatter.format_message(error.without_snippet()).into_owned();
    let slip = if line.starts_with('\t') { YamlSlip::Tab } else { slip(error.without_snippet(), &reason) };
    let key = key(line).map(str::to_owned);
    findings::FrontMatter { slip, key, reason }.into()
}

/// The usual mistake that an error tells of.
fn slip(error: &serde_saphyr::Error, reason: &str) -> YamlSlip {
    use serde_saphyr::Error as Yaml;
    match error {
        Yaml::DuplicateMappingKey { .. } => YamlSlip::Twice,
        Yaml::Unexpected { .. } | Yaml::SerdeInvalidType { .. } => YamlSlip::Kind,
        _ if reason.contains("tabs disallowed") => YamlSlip::Tab,
        _ if reason.contains("unclosed quote") => YamlSlip::OpenQuote,
        _ if reason.contains("unclosed bracket") => YamlSlip::OpenBracket,
        _ if reason.contains("mapping values are not allowed") => YamlSlip::Colon,
        _ if reason.contains("unexpected character") || reason.contains("unknown value") => YamlSlip::Symbol,
        _ => YamlSlip::Other,
    }
}

/// The line that the parser complains of; empty when it does not say.
fn line_of(error: &serde_saphyr::Error, yaml: &str) -> Span {
    let location = error.location();
    let number = location.and_then(|location| usize::try_from(location.line()).ok());
    let mut at = 0;
    for (line, text) in (1..).zip(yaml.split_inclusive('\n')) {
        if Some(line) == number {
            return at..at + text.trim_end().len();
        }
        at += text.len();
    }
    0..0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> &str {
        &text[cut(text).body..]
    }

    fn problem(text: &str) -> (String, &str) {
        let [(finding, span)] = <[_; 1]>::try_from(cut(text).problems).unwrap();
        (finding.code().to_owned(), &text[span])
    }

    #[test]
    fn zenn() {
        let text = "---\ntitle: \"監視: その他\"\nemoji: \"👀\"\ntype: \"idea\" # tech: 技術記事\n\
                    topics: [\"AWS\",\"SOA\"]\npublished: false\n---\n\n# 分野\n";
        let cut = cut(text);
        assert_eq!(&text[cut.body..], "\n# 分野\n");
        assert_eq!(cut.front_matter.title.as_deref(), Some("監視: その他"));
        assert_eq!(cut.front_matter.tags, ["AWS", "SOA"]);
        assert_eq!(cut.problems, []);
    }

    #[test]
    fn obsidian() {
        let text = "---\ntags:\n  - aws/ec2\n  - \"#exam\"\n  -\naliases: Elastic Compute Cloud, EC2\n\
                    deck: AWS::Compute\n---\n";
        let found = cut(text).front_matter;
        assert_eq!(found.tags, ["aws/ec2", "exam"]);
        assert_eq!(found.aliases, ["Elastic Compute Cloud", "EC2"]);
        assert_eq!(found.deck.as_deref(), Some("AWS::Compute"));
    }

    #[test]
    fn tags_may_be_one_string_or_numbers_or_nothing() {
        let tags = |line: &str| cut(&format!("---\n{line}\n---\n")).front_matter.tags;
        assert_eq!(tags("tags: \"#aws, #ec2 s3\""), ["aws", "ec2", "s3"]);
        assert_eq!(tags("tags: 2026"), ["2026"]);
        assert_eq!(tags("tags: [2026, aws, aws, true]"), ["2026", "aws", "true"]);
        assert!(tags("tags: #aws").is_empty());
        assert!(tags("tags:").is_empty());
    }

    #[test]
    fn scalars_are_kept_as_they_are_written() {
        let title = |line: &str| cut(&format!("---\n{line}\n---\n")).front_matter.title;
        assert_eq!(title("title: 1.10").as_deref(), Some("1.10"));
        assert_eq!(title("title: 2026-01-01").as_deref(), Some("2026-01-01"));
        assert_eq!(title("title: >-\n  a\n\n  b").as_deref(), Some("a b"));
        assert_eq!(title("title: \"\""), None);
    }

    #[test]
    fn dots_close_it_too() {
        assert_eq!(body("---\ntitle: a\n...\ntext"), "text");
    }

    #[test]
    fn it_may_end_the_file() {
        assert_eq!(body("---\ntitle: a\n---"), "");
    }

    #[test]
    fn a_rule_is_not_front_matter() {
        for text in [
            "---\n",
            "---",
            "---\n\ntitle: a\n---\n",
            "---\n# Heading\ntext\n---\n",
            "---\ntext\n---\n",
            "---\n- item\n---\n",
            "---\nhttps://example.com\n---\n",
            "----\ntitle: a\n----\n",
            "text\n---\ntitle: a\n---\n",
            "---\nNote: this goes on\n",
            "---\nEC2: servers\nand more\n---\n",
        ] {
            assert_eq!(cut(text), Cut::default(), "{text:?}");
        }
    }

    #[test]
    fn broken_yaml_is_told_with_its_line_and_the_rest_is_read() {
        let text = "---\ntopics: [\"AWS\"]\ntitle: AWS: EC2\n---\nbody";
        assert_eq!(problem(text), ("W-front-matter".into(), "title: AWS: EC2"));
        assert_eq!(body(text), "body");
        let found = cut(text).front_matter;
        assert_eq!(found.title.as_deref(), Some("AWS: EC2"));
        assert_eq!(found.tags, ["AWS"]);
    }

    #[test]
    fn a_title_without_a_space_or_with_an_open_quotation_is_rescued() {
        let title = |line: &str| cut(&format!("---\n{line}\n---\n")).front_matter.title;
        assert_eq!(title("title:AWS").as_deref(), Some("AWS"));
        assert_eq!(title("title: \"AWS").as_deref(), Some("AWS"));
        assert_eq!(title("title: @AWS").as_deref(), Some("@AWS"));
    }

    #[test]
    fn a_key_given_twice_is_told() {
        let text = "---\ntitle: a\ntitle: b\n---\n";
        assert_eq!(problem(text), ("W-front-matter".into(), "title: b"));
        assert_eq!(cut(text).front_matter.title.as_deref(), Some("a"));
    }

    #[test]
    fn without_an_end_there_is_no_front_matter() {
        let text = "---\ntitle: a\n\ntext\n";
        assert_eq!(problem(text), ("W-front-matter-unclosed".into(), "---\n"));
        assert_eq!(body(text), text);
    }

    #[test]
    fn a_rule_further_down_does_not_end_it() {
        let text = "---\ntitle: a\n\n# Heading\ntext\n\n---\nmore\n";
        assert_eq!(problem(text), ("W-front-matter-unclosed".into(), "---\n"));
        assert_eq!(body(text), text);
    }

    #[test]
    fn soa_is_a_map_or_words() {
        let soa = |lines: &str| {
            let cut = cut(&format!("---\n{lines}\n---\n"));
            assert_eq!(cut.problems, [], "{lines}");
            cut.front_matter.soa
        };
        let expected = Directive {
            skip: true,
            reversed: Some(true),
            cloze: Some(false),
            deck: Some("A::B".into()),
            tags: vec!["a".into(), "b".into()],
            id: None,
            allow: Vec::new(),
        };
        let map = "soa:\n  skip: true\n  reversed: yes\n  cloze: false\n  deck: A::B\n  tags: [a, \"#b\"]";
        assert_eq!(soa(map), expected);
        assert_eq!(soa("soa: {skip: , reversed: true, cloze: no, deck: 'A::B', tags: 'a, b'}"), expected);
        assert_eq!(soa("soa: skip reversed cloze=false deck=A::B tags=a,b"), expected);
        assert_eq!(soa("soa: [skip, reversed, cloze=false, deck=A::B, 'tags=a,b']"), expected);
        assert_eq!(soa("soa:"), Directive::default());
    }

    #[test]
    fn soa_wins_over_the_plain_keys() {
        let found = |lines: &str| cut(&format!("---\n{lines}\n---\n")).front_matter;
        let both = found("soa: {deck: S, tags: s}\ndeck: D\ntags: [t]");
        assert_eq!((both.deck.as_deref(), both.tags), (Some("S"), vec!["s".to_owned()]));
        let rescued = found("soa: {deck: S, tags: s}\ndeck: D\ntags: [t]\ntitle: a: b");
        assert_eq!((rescued.deck.as_deref(), rescued.tags), (Some("S"), vec!["s".to_owned()]));
        let plain = found("soa: {reversed: true}\ndeck: D\ntags: [t]");
        assert_eq!((plain.deck.as_deref(), plain.tags), (Some("D"), vec!["t".to_owned()]));
    }

    #[test]
    fn an_unknown_word_under_soa_is_told_with_its_place() {
        let text = "---\ntitle: skpi\nsoa:\n  skpi: true\n  deck: D\n---\n";
        assert_eq!(problem(text), ("W-unknown-directive".into(), "skpi"));
        assert_eq!(cut(text).problems[0].1.start, 23);
        assert_eq!(cut(text).front_matter.deck.as_deref(), Some("D"));
        assert_eq!(problem("---\nsoa: revers\n---\n"), ("W-unknown-directive".into(), "revers"));
        assert_eq!(problem("---\nsoa: {\"s\\x6bpi\": 1}\n---\n"), ("W-unknown-directive".into(), "soa"));
    }

    #[test]
    fn hostile_yaml_ends() {
        let bomb = "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n\
                    c: &c [*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: t\n";
        let text = format!("---\n{bomb}x: {}\n---\nbody", "[".repeat(10_000));
        assert_eq!(body(&text), "body");
        assert_eq!(cut(&text).front_matter.title.as_deref(), Some("t"));
    }
}
