//! The text of a `soa-anki.toml` to settings, each with its place, or the first mistake in it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Config;
use super::key::{Form, Key, Value, Wrong};
use crate::text::Span;
use crate::text::nearest;

/// A choice that a file makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Which.
    pub key: Key,
    /// What is chosen. It is a value of this choice.
    pub value: Value,
    /// Where its name stands in the text.
    pub span: Span,
}

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where in the text.
    pub span: Span,
    /// What it is.
    pub fault: Fault,
}

/// The kinds of mistakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no TOML.
    Syntax {
        /// What is wrong, where it is one of the usual mistakes.
        slip: Option<Slip>,
        /// The parser's words.
        reason: String,
    },
    /// A name that is no choice and no section of them.
    Unknown {
        /// The name.
        name: String,
        /// What was probably meant.
        meant: Option<&'static str>,
    },
    /// A value that cannot be this choice.
    Value {
        /// The choice.
        key: Key,
        /// Why.
        wrong: Wrong,
    },
}

/// What people usually get wrong in TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A name or a section is there a second time.
    Twice,
    /// A text has no closing quotation mark.
    OpenText,
    /// A list has no `]`.
    OpenList,
    /// The name of a section has no `]`.
    OpenSection,
    /// A name has no value.
    NoValue,
    /// A text is not in quotation marks.
    Unquoted,
    /// A name holds a letter that is not allowed in names.
    Name,
    /// A backslash in a text.
    Backslash,
    /// There is more on the line than a name and its value.
    More,
}

impl Slip {
    /// The mistake that the parser's words tell of; `before` and `after`: the text around it.
    fn of(reason: &str, before: &str, after: &str) -> Option<Self> {
        let rest = after.lines().next().unwrap_or_default().trim_start();
        let ends_at_sign = before.trim_end().ends_with('=') && (rest.is_empty() || rest.starts_with('#'));
        let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| reason.starts_with(beginning));
        let slips = [
            (Self::Twice, starts(&["duplicate key"])),
            (Self::OpenText, starts(&["invalid basic string", "invalid literal string", "invalid multi-line"])),
            (Self::OpenList, starts(&["unclosed array", "missing comma"])),
            (Self::OpenSection, starts(&["unclosed table"])),
            (Self::NoValue, starts(&["key with no value"]) || ends_at_sign),
            (Self::Unquoted, starts(&["string values must be quoted", "invalid boolean", "extra `=`"])),
            (Self::Name, starts(&["invalid unquoted key", "unquoted keys cannot be empty", "invalid key-value pair"])),
            (Self::Backslash, starts(&["missing escaped value"])),
            (Self::More, starts(&["unexpected key or value"])),
        ];
        slips.into_iter().find(|(_, is)| *is).map(|(slip, _)| slip)
    }
}

impl Config {
    /// The choices of a `soa-anki.toml`, and the default for all that it does not name.
    ///
    /// # Errors
    ///
    /// At the first mistake: a file that is half understood would make cards that nobody asked for.
    ///
    /// ```
    /// let config = soa_anki::Config::parse("[cards]\nreverse = true\n")?;
    /// assert!(config.reversed);
    /// # Ok::<(), soa_anki::ConfigMistake>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, Mistake> {
        let mut config = Self::default();
        for Setting { key, value, span } in settings(text)? {
            let mistake = |wrong| Mistake { span, fault: Fault::Value { key, wrong } };
            key.set(&mut config, value).map_err(mistake)?;
        }
        Ok(config)
    }
}

/// What a file says, in its order.
///
/// # Errors
///
/// At the first mistake: a file that is half understood would make cards that nobody asked for.
pub fn settings(text: &str) -> Result<Vec<Setting>, Mistake> {
    let table = DeTable::parse(text).map_err(|error| {
        let end = error.span().map_or(text.len(), |span| span.start);
        // What is missing is told where the last line with text ends.
        let at = end.min(text.trim_end().len());
        let reason = error.message().replace('\n', " ");
        Mistake { span: at..at, fault: Fault::Syntax { slip: Slip::of(&reason, &text[..at], &text[at..]), reason } }
    })?;
    let mut found = Vec::new();
    for (section, value) in table.get_ref() {
        match value.get_ref() {
            DeValue::Table(keys) if is_section(section.get_ref()) => {
                for (name, value) in keys {
                    found.push(setting(section.get_ref(), name.get_ref(), &name.span(), value)?);
                }
            }
            _ => return Err(unknown(section.get_ref(), section.span())),
        }
    }
    found.sort_by_key(|setting| setting.span.start);
    Ok(found)
}

fn setting(section: &str, name: &str, span: &Span, value: &Spanned<DeValue<'_>>) -> Result<Setting, Mistake> {
    let full = format!("{section}.{name}");
    let Some(key) = Key::named(&full) else { return Err(unknown(&full, span.clone())) };
    let wrong = |wrong| Mistake { span: value.span(), fault: Fault::Value { key, wrong } };
    let value = read(value.get_ref(), key.form()).ok_or_else(|| wrong(Wrong::Form))?;
    key.set(&mut Config::default(), value.clone()).map_err(wrong)?;
    Ok(Setting { key, value, span: span.clone() })
}

fn read(value: &DeValue<'_>, form: Form) -> Option<Value> {
    Some(match (value, form) {
        (DeValue::String(text), Form::Text | Form::OneOf(_)) => Value::Text(text.clone().into_owned()),
        (DeValue::Boolean(flag), Form::Flag) => Value::Flag(*flag),
        (DeValue::Integer(number), Form::Number) => {
            Value::Number(usize::from_str_radix(number.as_str(), number.radix()).ok()?)
        }
        (DeValue::Array(parts), Form::List) => {
            let text = |part: &Spanned<DeValue<'_>>| part.get_ref().as_str().map(str::to_owned);
            Value::List(parts.iter().map(text).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

fn is_section(name: &str) -> bool {
    sections().any(|section| section == name)
}

fn sections() -> impl Iterator<Item = &'static str> {
    Key::all().map(|key| key.name().split('.').next().unwrap_or_default())
}

fn unknown(name: &str, span: Span) -> Mistake {
    Mistake { span, fault: Fault::Unknown { name: name.to_owned(), meant: nearest_key(name) } }
}

/// The choice or the section that `name` was probably meant to be: somebody may know a name, and not its section.
pub fn nearest_key(name: &str) -> Option<&'static str> {
    let keys = || Key::all().map(Key::name);
    let own = name.rsplit('.').next().unwrap_or(name);
    let elsewhere = || {
        let names = keys().map(|key| key.rsplit('.').next().unwrap_or(key));
        let own = nearest(own, names)?;
        keys().find(|key| key.rsplit('.').next() == Some(own))
    };
    let meant = if name.contains('.') { nearest(name, keys()) } else { nearest(name, sections()) };
    meant.or_else(elsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that a mistake is about, and what it is.
    fn mistake(text: &str) -> (&str, Fault) {
        let Mistake { span, fault } = settings(text).unwrap_err();
        (&text[span], fault)
    }

    fn meant(text: &str) -> Option<&'static str> {
        match mistake(text).1 {
            Fault::Unknown { meant, .. } => meant,
            _ => None,
        }
    }

    #[test]
    fn settings_are_read_with_their_places() {
        let text = "[decks]\nby = \"folder\"\n\n[extraction]\nlongest-term = 40\nlabels = [\"補\"]\ntables = false\n";
        let found = settings(text).unwrap();
        let shown: Vec<_> = found.iter().map(|one| (one.key, one.value.clone(), &text[one.span.clone()])).collect();
        assert_eq!(
            shown,
            [
                (Key::DecksBy, Value::Text("folder".to_owned()), "by"),
                (Key::LongestTerm, Value::Number(40), "longest-term"),
                (Key::Labels, Value::List(vec!["補".to_owned()]), "labels"),
                (Key::Tables, Value::Flag(false), "tables"),
            ]
        );
        assert_eq!(settings("# nothing\n"), Ok(Vec::new()));
    }

    #[test]
    fn unknown_names_are_told_with_what_was_meant() {
        assert_eq!(mistake("[deck]\nby = \"file\"\n").0, "deck");
        assert_eq!(meant("[deck]\n"), Some("decks"));
        assert_eq!(meant("[decks]\nbye = 1\n"), Some("decks.by"));
        assert_eq!(meant("[extraction]\nbreaks = \"join\"\n"), Some("cards.breaks"));
        assert_eq!(meant("reverse = true\n"), Some("cards.reverse"));
        assert_eq!(meant("[decks]\ncolour = 1\n"), None);
        assert_eq!(meant("decks = 1\n"), Some("decks"));
    }

    #[test]
    fn wrong_values_are_told_where_they_stand() {
        let wrong = |key| Fault::Value { key, wrong: Wrong::Form };
        assert_eq!(mistake("[cards]\nreverse = \"yes\"\n"), ("\"yes\"", wrong(Key::Reverse)));
        assert_eq!(mistake("[decks]\nby = \"chapter\"\n"), ("\"chapter\"", wrong(Key::DecksBy)));
        assert_eq!(mistake("[extraction]\nlongest-list = -1\n"), ("-1", wrong(Key::LongestList)));
        assert_eq!(mistake("[tags]\nalways = [\"a\", 1]\n"), ("[\"a\", 1]", wrong(Key::Tags)));
    }

    #[test]
    fn broken_toml_is_told_where_it_breaks() {
        let text = "[decks]\nby = \"file\nname = \"x\"\n";
        let Mistake { span, fault } = settings(text).unwrap_err();
        assert!(matches!(fault, Fault::Syntax { .. }));
        assert_eq!(text[..span.start].matches('\n').count(), 1, "{span:?}");
    }
}
