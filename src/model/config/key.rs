//! The choices by their names, in one table: how each is written, read and set.

use ignore::gitignore::GitignoreBuilder;
use serde::Serialize;

use super::{Cloze, Config, DecksBy, LineBreaks};
use crate::findings::codes;
use crate::lexicon::Class;

/// A choice, as `soa-anki.toml` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// `files.include`
    Include,
    /// `files.exclude`
    Exclude,
    /// `decks.name`
    DeckName,
    /// `decks.by`
    DecksBy,
    /// `tags.headings`
    HeadingTags,
    /// `tags.always`
    Tags,
    /// `extraction.generic-headings`
    GenericHeadings,
    /// `extraction.labels`
    Labels,
    /// `extraction.markers`
    Markers,
    /// `extraction.separators`
    Separators,
    /// `extraction.cloze`
    Cloze,
    /// `extraction.tables`
    Tables,
    /// `extraction.longest-term`
    LongestTerm,
    /// `extraction.longest-list`
    LongestList,
    /// `words.…`, one of [`Class::OPEN`]
    Words(Class),
    /// `cards.breaks`
    Breaks,
    /// `cards.reverse`
    Reverse,
    /// `cards.templates`
    Templates,
    /// `check.allow`
    Allow,
}

/// What may be written for a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text.
    Text,
    /// Yes or no.
    Flag,
    /// Texts.
    List,
    /// A whole number from 1.
    Number,
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// What is written for a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Text.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Texts.
    List(Vec<String>),
    /// A whole number.
    Number(usize),
}

/// Why a value cannot be a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has not the form of the choice.
    Form,
    /// It holds a pattern that cannot be read.
    Pattern(String),
    /// A text in the list is empty.
    Empty,
    /// No finding has this code.
    Code {
        /// As it is written.
        code: String,
        /// The one that was probably meant.
        meant: Option<&'static str>,
    },
}

const DECKS_BY: &[(&str, DecksBy)] =
    &[("file", DecksBy::File), ("folder", DecksBy::Folder), ("heading", DecksBy::Heading), ("flat", DecksBy::Flat)];
const CLOZE: &[(&str, Cloze)] =
    &[("bold", Cloze::Bold), ("highlight", Cloze::Highlight), ("both", Cloze::Both), ("off", Cloze::Off)];
const BREAKS: &[(&str, LineBreaks)] = &[("keep", LineBreaks::Auto), ("join", LineBreaks::Join)];

impl Key {
    /// The choices before those of words, in the order of the file.
    const BEFORE_WORDS: [Self; 14] = [
        Self::Include,
        Self::Exclude,
        Self::DeckName,
        Self::DecksBy,
        Self::HeadingTags,
        Self::Tags,
        Self::GenericHeadings,
        Self::Labels,
        Self::Markers,
        Self::Separators,
        Self::Cloze,
        Self::Tables,
        Self::LongestTerm,
        Self::LongestList,
    ];

    /// The choices after those of words.
    const AFTER_WORDS: [Self; 4] = [Self::Breaks, Self::Reverse, Self::Templates, Self::Allow];

    /// All of them, in the order of the file.
    pub fn all() -> impl Iterator<Item = Self> {
        let words = Class::OPEN.into_iter().map(Self::Words);
        Self::BEFORE_WORDS.into_iter().chain(words).chain(Self::AFTER_WORDS)
    }

    /// Its section and its name there, with a point between them.
    pub fn name(self) -> &'static str {
        match self {
            Self::Include => "files.include",
            Self::Exclude => "files.exclude",
            Self::DeckName => "decks.name",
            Self::DecksBy => "decks.by",
            Self::HeadingTags => "tags.headings",
            Self::Tags => "tags.always",
            Self::GenericHeadings => "extraction.generic-headings",
            Self::Labels => "extraction.labels",
            Self::Markers => "extraction.markers",
            Self::Separators => "extraction.separators",
            Self::Cloze => "extraction.cloze",
            Self::Tables => "extraction.tables",
            Self::LongestTerm => "extraction.longest-term",
            Self::LongestList => "extraction.longest-list",
            Self::Words(class) => class.setting(),
            Self::Breaks => "cards.breaks",
            Self::Reverse => "cards.reverse",
            Self::Templates => "cards.templates",
            Self::Allow => "check.allow",
        }
    }

    /// The choice of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|key| key.name() == name)
    }

    /// What may be written for it.
    pub fn form(self) -> Form {
        match self {
            Self::DeckName | Self::Templates => Form::Text,
            Self::HeadingTags | Self::Tables | Self::Reverse => Form::Flag,
            Self::LongestTerm | Self::LongestList => Form::Number,
            Self::DecksBy => Form::OneOf(&["file", "folder", "heading", "flat"]),
            Self::Cloze => Form::OneOf(&["bold", "highlight", "both", "off"]),
            Self::Breaks => Form::OneOf(&["keep", "join"]),
            Self::Include
            | Self::Exclude
            | Self::Tags
            | Self::GenericHeadings
            | Self::Labels
            | Self::Markers
            | Self::Separators
            | Self::Words(_)
            | Self::Allow => Form::List,
        }
    }

    /// What was chosen.
    pub fn get(self, config: &Config) -> Value {
        let list = |list: &[String]| Value::List(list.to_vec());
        match self {
            Self::Include => list(&config.files.include),
            Self::Exclude => list(&config.files.exclude),
            Self::DeckName => Value::Text(config.deck.clone().unwrap_or_default()),
            Self::DecksBy => name_of(DECKS_BY, &config.decks_by),
            Self::HeadingTags => Value::Flag(config.heading_tags),
            Self::Tags => list(&config.tags),
            Self::GenericHeadings => list(config.words.own(Class::Attribute)),
            Self::Labels => list(config.words.own(Class::Label)),
            Self::Markers => list(config.words.own(Class::Marker)),
            Self::Separators => list(&config.separators),
            Self::Words(class) => list(config.words.own(class)),
            Self::Cloze => name_of(CLOZE, &config.cloze),
            Self::Tables => Value::Flag(config.tables),
            Self::LongestTerm => Value::Number(config.longest_term),
            Self::LongestList => Value::Number(config.longest_list),
            Self::Breaks => name_of(BREAKS, &config.breaks),
            Self::Reverse => Value::Flag(config.reversed),
            Self::Templates => Value::Text(config.look.clone()),
            Self::Allow => list(&config.allow),
        }
    }

    /// Chooses `value`.
    ///
    /// # Errors
    ///
    /// When it is no value of this choice; then nothing is chosen.
    pub fn set(self, config: &mut Config, value: Value) -> Result<(), Wrong> {
        match self {
            Self::Include => config.files.include = patterns(value)?,
            Self::Exclude => config.files.exclude = patterns(value)?,
            Self::DeckName => config.deck = Some(text(value)?).filter(|name| !name.is_empty()),
            Self::DecksBy => config.decks_by = one_of(DECKS_BY, value)?,
            Self::HeadingTags => config.heading_tags = flag(&value)?,
            Self::Tags => config.tags = list(value)?,
            Self::GenericHeadings => config.words.set_own(Class::Attribute, list(value)?),
            Self::Labels => config.words.set_own(Class::Label, list(value)?),
            Self::Markers => config.words.set_own(Class::Marker, list(value)?),
            Self::Separators => config.separators = list(value)?,
            Self::Words(class) => config.words.set_own(class, list(value)?),
            Self::Cloze => config.cloze = one_of(CLOZE, value)?,
            Self::Tables => config.tables = flag(&value)?,
            Self::LongestTerm => config.longest_term = number(&value)?,
            Self::LongestList => config.longest_list = number(&value)?,
            Self::Breaks => config.breaks = one_of(BREAKS, value)?,
            Self::Reverse => config.reversed = flag(&value)?,
            Self::Templates => config.look = text(value)?,
            Self::Allow => config.allow = codes_of(value)?,
        }
        Ok(())
    }
}

impl Form {
    /// A value that is written without its form, as in the environment; a list has commas, and may be written as in the
    /// file, too.
    pub fn read(self, text: &str) -> Option<Value> {
        Some(match self {
            Self::Text | Self::OneOf(_) => Value::Text(text.to_owned()),
            Self::Flag => Value::Flag(match text {
                "true" | "1" => true,
                "false" | "0" => false,
                _ => return None,
            }),
            Self::Number => Value::Number(text.parse().ok()?),
            Self::List => {
                let inner = text.trim().strip_prefix('[').and_then(|text| text.strip_suffix(']'));
                let parts = inner.unwrap_or(text).split(',').map(str::trim);
                let bare = |part| if inner.is_some() { unquoted(part) } else { part };
                let parts = parts.map(bare).filter(|part| !part.is_empty());
                Value::List(parts.map(str::to_owned).collect())
            }
        })
    }
}

/// A text of TOML without its quotation marks.
fn unquoted(text: &str) -> &str {
    let within = |quote: char| text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
    within('"').or_else(|| within('\'')).unwrap_or(text)
}

fn name_of<T: PartialEq>(names: &[(&str, T)], wanted: &T) -> Value {
    let name = names.iter().find(|(_, value)| value == wanted).map(|(name, _)| (*name).to_owned());
    Value::Text(name.expect("every value has a name"))
}

fn one_of<T: Copy>(names: &[(&str, T)], value: Value) -> Result<T, Wrong> {
    let name = text(value)?;
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).ok_or(Wrong::Form)
}

fn text(value: Value) -> Result<String, Wrong> {
    if let Value::Text(text) = value { Ok(text) } else { Err(Wrong::Form) }
}

fn flag(value: &Value) -> Result<bool, Wrong> {
    if let Value::Flag(flag) = value { Ok(*flag) } else { Err(Wrong::Form) }
}

fn number(value: &Value) -> Result<usize, Wrong> {
    if let Value::Number(number @ 1..) = value { Ok(*number) } else { Err(Wrong::Form) }
}

/// An empty word would be found everywhere.
fn list(value: Value) -> Result<Vec<String>, Wrong> {
    let Value::List(list) = value else { return Err(Wrong::Form) };
    if list.iter().any(|word| word.trim().is_empty()) { Err(Wrong::Empty) } else { Ok(list) }
}

fn patterns(value: Value) -> Result<Vec<String>, Wrong> {
    let list = list(value)?;
    let mut builder = GitignoreBuilder::new("");
    for pattern in &list {
        if has_open_bracket(pattern) {
            return Err(Wrong::Pattern(pattern.clone()));
        }
        builder.add_line(None, pattern).map_err(|_| Wrong::Pattern(pattern.clone()))?;
    }
    Ok(list)
}

/// Whether a `[` of a pattern has no `]`: it could fit no name.
fn has_open_bracket(pattern: &str) -> bool {
    let mut rest = pattern.chars();
    while let Some(c) = rest.next() {
        if c == '\\' {
            rest.next();
        } else if c == '[' {
            let inner = rest.as_str();
            let first = inner.strip_prefix(['!', '^']).unwrap_or(inner);
            // In the first place, it is one of the letters.
            let first = first.strip_prefix(']').unwrap_or(first);
            let Some(end) = first.find(']') else { return true };
            rest = first[end + 1..].chars();
        }
    }
    false
}

fn codes_of(value: Value) -> Result<Vec<String>, Wrong> {
    let known = |code: String| match codes::find(&code) {
        Ok(known) => Ok(known.code.to_owned()),
        Err(meant) => Err(Wrong::Code { code, meant: meant.map(|meant| meant.code) }),
    };
    list(value)?.into_iter().map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_what_it_is_set_to() {
        let mut config = Config::default();
        for key in Key::all() {
            let values = match key.form() {
                Form::Text => vec![Value::Text("x".to_owned())],
                Form::Flag => vec![Value::Flag(true), Value::Flag(false)],
                Form::Number => vec![Value::Number(7)],
                Form::List if key == Key::Allow => vec![Value::List(vec!["W-to-do".to_owned()])],
                Form::List => vec![Value::List(vec!["x".to_owned()])],
                Form::OneOf(names) => names.iter().map(|name| Value::Text((*name).to_owned())).collect(),
            };
            for value in values {
                assert_eq!(key.set(&mut config, value.clone()), Ok(()), "{key:?}");
                assert_eq!(key.get(&config), value);
            }
            assert_eq!(Key::named(key.name()), Some(key));
        }
    }

    #[test]
    fn a_default_may_be_written() {
        let mut config = Config::default();
        for key in Key::all() {
            key.set(&mut config, key.get(&Config::default())).unwrap();
        }
        assert_eq!(config, Config::default());
    }

    #[test]
    fn what_is_no_value_is_refused() {
        let mut config = Config::default();
        assert_eq!(Key::Tables.set(&mut config, Value::Text("yes".to_owned())), Err(Wrong::Form));
        assert_eq!(Key::LongestTerm.set(&mut config, Value::Number(0)), Err(Wrong::Form));
        assert_eq!(Key::DecksBy.set(&mut config, Value::Text("chapter".to_owned())), Err(Wrong::Form));
        assert_eq!(Key::Labels.set(&mut config, Value::List(vec![" ".to_owned()])), Err(Wrong::Empty));
        let pattern = Value::List(vec!["a{b".to_owned()]);
        assert_eq!(Key::Exclude.set(&mut config, pattern), Err(Wrong::Pattern("a{b".to_owned())));
        for open in ["[a", "a[!]b", "*.[md", "\\[a]["] {
            let pattern = Value::List(vec![open.to_owned()]);
            assert_eq!(Key::Exclude.set(&mut config, pattern), Err(Wrong::Pattern(open.to_owned())));
        }
        assert_eq!(config, Config::default());
        for closed in ["[ab]*", "[]a]", "[!]]", "\\[a"] {
            assert_eq!(Key::Exclude.set(&mut Config::default(), Value::List(vec![closed.to_owned()])), Ok(()));
        }
        assert_eq!(Form::Flag.read("yes"), None);
        assert_eq!(Form::List.read("a, b,"), Some(Value::List(vec!["a".to_owned(), "b".to_owned()])));
    }
}
