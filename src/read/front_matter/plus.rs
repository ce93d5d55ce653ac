//! Front matter in TOML, as Hugo and Zola have it: between `+++` and `+++`.

use ::toml::de::{DeTable, DeValue};

use super::{Cut, Keys, Soa, Strings, Told, front_matter_of, obey, unclosed};
use crate::findings::{self, Finding, YamlSlip};
use crate::model::directive::{Parsed, Unknown};
use crate::text::{Span, line_start};

/// What stands above and below it.
const FENCE: &str = "+++";
/// Keys by which it is known when its end is missing or it has a mistake.
const KNOWN: [&str; 9] = ["title", "soa", "deck", "tags", "topics", "aliases", "date", "draft", "weight"];

/// Cuts off the front matter of `text`, if it is of this kind.
pub(super) fn cut(text: &str) -> Option<Cut> {
    let opening = opening(text)?;
    let rest = &text[opening..];
    let Some((length, body)) = closing(rest) else {
        let known = rest.lines().take_while(|line| !line.trim().is_empty()).any(has_known_key);
        return known.then(|| unclosed(opening, FENCE));
    };
    let toml = &rest[..length];
    let (keys, problems) = match keys(toml) {
        Ok(keys) => (keys, Vec::new()),
        Err(_) if !toml.lines().any(has_known_key) => return None,
        Err(error) => (rescue(toml), vec![mistake(&error, toml, opening)]),
    };
    let Parsed { directive: soa, unknown } = keys.soa.parsed();
    let unknown = unknown.into_iter().map(|unknown| unknown_word(unknown, toml, opening));
    let problems = problems.into_iter().chain(unknown).collect();
    Some(Cut { body: opening + body, front_matter: obey(front_matter_of(keys, soa)), problems })
}

/// Where the TOML begins, when the first line is a fence and the next that says something is a key or a section.
fn opening(text: &str) -> Option<usize> {
    let first = text.split_inclusive('\n').next()?;
    let mut lines = text[first.len()..].lines().map(str::trim);
    let second = lines.find(|line| !line.starts_with('#') && !line.is_empty())?;
    (first.trim_end() == FENCE && (key(second).is_some() || second.starts_with('['))).then_some(first.len())
}

/// The length of the TOML, and where the line after its closing fence begins.
fn closing(rest: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// The key of a line `key = value`.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim().trim_matches(['"', '\'']);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    (!key.is_empty() && key.chars().all(fits)).then_some(key)
}

fn has_known_key(line: &str) -> bool {
    key(line.trim()).is_some_and(|key| KNOWN.contains(&key))
}

fn keys(toml: &str) -> Result<Keys, ::toml::de::Error> {
    let table = DeTable::parse(toml)?;
    let mut keys = Keys::default();
    for (name, value) in table.get_ref() {
        let value = value.get_ref();
        match &**name.get_ref() {
            "title" | "Title" => keys.title = scalar(value),
            "deck" | "Deck" => keys.deck = scalar(value),
            "topics" | "Topics" => keys.topics = strings(value),
            "tags" | "Tags" => keys.tags = strings(value),
            "aliases" | "Aliases" => keys.aliases = strings(value),
            "soa" => keys.soa = soa(value),
            // Zola has the tags of a page in a section of their own.
            "taxonomies" => keys.tags = value.get("tags").map_or(keys.tags, |tags| strings(tags.get_ref())),
            _ => {}
        }
    }
    Ok(keys)
}

/// A value as text, if it is one.
fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Some(truth.to_string()),
        DeValue::Datetime(time) => Some(time.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn strings(value: &DeValue<'_>) -> Strings {
    match value {
        DeValue::Array(items) => Strings::Many(items.iter().map(|item| scalar(item.get_ref())).collect()),
        _ => scalar(value).map(Strings::One).unwrap_or_default(),
    }
}

/// What stands under `soa`: a table, or words as in a comment.
fn soa(value: &DeValue<'_>) -> Soa {
    match value {
        DeValue::Table(table) => {
            let told = |(name, value): (&::toml::Spanned<_>, &::toml::Spanned<DeValue<'_>>)| {
                let name: &std::borrow::Cow<'_, str> = name.get_ref();
                Told::Entry(name.to_string(), strings(value.get_ref()))
            };
            Soa(table.iter().map(told).collect())
        }
        DeValue::Array(items) => {
            let words: Vec<String> = items.iter().filter_map(|item| scalar(item.get_ref())).collect();
            Soa(vec![Told::Words(words.join(" "))])
        }
        _ => Soa(scalar(value).map(Told::Words).into_iter().collect()),
    }
}

/// What can be read of broken TOML: each line is tried alone.
fn rescue(toml: &str) -> Keys {
    let mut found = Keys::default();
    for read in toml.lines().filter_map(|line| keys(line).ok()) {
        found.title = found.title.or(read.title);
        found.deck = found.deck.or(read.deck);
        for (all, more) in [(&mut found.topics, read.topics), (&mut found.tags, read.tags)] {
            if !more.is_empty() {
                *all = more;
            }
        }
        if !read.soa.0.is_empty() {
            found.soa = read.soa;
        }
    }
    found
}

/// What is told of a mistake, and the line that the parser complains of.
fn mistake(error: &::toml::de::Error, toml: &str, opening: usize) -> (Finding, Span) {
    let at = error.span().map_or(0, |span| span.start).min(toml.len());
    let start = line_start(toml, at);
    let line = toml[start..].lines().next().unwrap_or_default().trim_end();
    let reason = error.message().to_owned();
    let key = key(line).map(str::to_owned);
    let finding = findings::FrontMatter { slip: YamlSlip::Toml, key, reason }.into();
    (finding, opening + start..opening + start + line.len())
}

fn unknown_word(unknown: Unknown, toml: &str, opening: usize) -> (Finding, Span) {
    let Unknown { word, meant, slip, .. } = unknown;
    let soa = toml.find("soa").unwrap_or(0);
    let at = toml[soa..].find(&word).filter(|_| !word.is_empty());
    let span = at.map_or(soa..soa + "soa".len().min(toml.len() - soa), |at| soa + at..soa + at + word.len());
    let span = opening + span.start..opening + span.end;
    (findings::UnknownDirective { word, meant, slip }.into(), span)
}

#[cfg(test)]
mod tests {
    use super::super::cut;
    use crate::model::directive::Directive;

    #[test]
    fn hugo() {
        let text = "+++\nid = \"12\"\ndate = '2025-11-29T11:49:29+09:00'\ndraft = false\ntitle = '仮想記憶: 変換'\n\
                    tags = [\"メモリ\", \"OS\"]\n[params]\nweight = 2\n+++\n## 見出し\n";
        let found = cut(text);
        assert_eq!(&text[found.body..], "## 見出し\n");
        assert_eq!(found.front_matter.title.as_deref(), Some("仮想記憶: 変換"));
        assert_eq!(found.front_matter.tags, ["メモリ", "OS"]);
        assert_eq!(found.problems, []);
    }

    #[test]
    fn zola_has_its_tags_in_a_section() {
        let text = "+++\n# of Zola\ntitle = \"Tides\"\ndate = 2025-11-29\n\n[taxonomies]\ntags = [\"sea\"]\n+++\ntext";
        let found = cut(text);
        assert_eq!(
            (found.front_matter.title.as_deref(), &*found.front_matter.tags),
            (Some("Tides"), &["sea".into()][..])
        );
        assert_eq!(&text[found.body..], "text");
    }

    #[test]
    fn soa_is_a_table_or_words() {
        let expected = Directive { skip: true, deck: Some("A::B".into()), ..Directive::default() };
        for soa in
            ["soa = \"skip deck=A::B\"", "soa = {skip = true, deck = 'A::B'}", "[soa]\nskip = true\ndeck = 'A::B'"]
        {
            let found = cut(&format!("+++\ntitle = \"x\"\n{soa}\n+++\n"));
            assert_eq!((found.front_matter.soa, found.problems), (expected.clone(), vec![]), "{soa}");
        }
        let text = "+++\ntitle = \"x\"\nsoa = \"skpi\"\n+++\n";
        let [(finding, span)] = <[_; 1]>::try_from(cut(text).problems).unwrap();
        assert_eq!((finding.code(), &text[span]), ("W-unknown-directive", "skpi"));
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_the_rest_is_read() {
        let text = "+++\ntitle = Tides of the sea\ntags = [\"sea\"]\n+++\nbody";
        let found = cut(text);
        let [(finding, span)] = <[_; 1]>::try_from(found.problems).unwrap();
        assert_eq!((finding.code(), &text[span]), ("W-front-matter", "title = Tides of the sea"));
        assert_eq!((&text[found.body..], &*found.front_matter.tags), ("body", &["sea".into()][..]));
    }

    #[test]
    fn without_an_end_it_is_told() {
        let text = "+++\ntitle = \"a\"\n\ntext\n";
        let [(finding, span)] = <[_; 1]>::try_from(cut(text).problems).unwrap();
        assert_eq!((finding.code(), &text[span]), ("W-front-matter-unclosed", "+++\n"));
    }

    #[test]
    fn what_only_looks_like_it_is_text() {
        for text in [
            "+++\n",
            "+++",
            "+++\ntext\n+++\n",
            "+++\nx = 1\ny = x + 1\n+++\n",
            "+++\nx = 1\n",
            "text\n+++\ntitle = \"a\"\n+++\n",
            "++++\ntitle = \"a\"\n++++\n",
        ] {
            assert_eq!(cut(text), super::Cut::default(), "{text:?}");
        }
    }
}
