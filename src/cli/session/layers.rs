//! The choices in their layers: a flag counts before the environment, that before the file, and the file before the
//! default.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fmt, fs};

use crate::findings::Place;
use crate::model::config::{Fault, Key, Mistake, Value, Wrong, nearest_key, settings};
use crate::model::error::Step;
use crate::{Config, Error, read};
use serde::Serialize;

use super::choices::Choices;
use super::look;
use crate::cli::stop::Stop;
use crate::cli::ui::paths::from_here;
use crate::cli::words::{Refusal, settings as words};

/// All choices, and where they come from.
pub struct Layers {
    /// What is chosen.
    pub config: Config,
    /// Where it was chosen; what is not here is as it is without a choice.
    pub origins: BTreeMap<Key, Origin>,
    /// The file, where there is one.
    pub file: Option<PathBuf>,
}

/// Where a choice was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "from", content = "place", rename_all = "lowercase")]
pub enum Origin {
    /// Nowhere.
    Default,
    /// In the file, by its path and line.
    File(String),
    /// In the environment, by this variable.
    Environment(String),
    /// By this flag.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str(&words::default()),
            Self::File(place) | Self::Environment(place) => f.write_str(place),
            Self::Flag(flag) => f.write_str(flag),
        }
    }
}

impl Layers {
    /// What is chosen for the notes of `paths`.
    pub fn read(paths: &[PathBuf], choices: &Choices) -> Result<Self, Stop> {
        let file = read::above(paths, Config::FILE)?;
        let mut layers = Self { config: Config::default(), origins: BTreeMap::new(), file };
        if let Some(file) = layers.file.clone() {
            layers.add_file(&file)?;
        }
        layers.add_environment()?;
        layers.add_flags(choices)?;
        layers.add_templates()?;
        Ok(layers)
    }

    fn add_file(&mut self, path: &Path) -> Result<(), Stop> {
        let shown = from_here(path);
        let bytes = fs::read(path);
        let failed = |source| Error::Io { path: shown.clone().into(), step: Step::ReadSettings, source };
        let text = String::from_utf8(bytes.map_err(failed)?);
        let text = text.map_err(|error| {
            let line = 1 + memchr::memchr_iter(b'\n', &error.as_bytes()[..error.utf8_error().valid_up_to()]).count();
            words::not_utf8(&shown, line)
        })?;
        let found = settings(&text).map_err(|mistake| refused(&shown, &text, mistake))?;
        for setting in found {
            let line = Place::new(&text, setting.span).line;
            self.choose(setting.key, setting.value, Origin::File(format!("{shown}:{line}")))?;
        }
        Ok(())
    }

    fn add_environment(&mut self) -> Result<(), Stop> {
        for key in Key::all() {
            let variable = variable(key);
            let Some(text) = env::var(&variable).ok().filter(|text| !text.is_empty()) else { continue };
            let value = key.form().read(&text).ok_or_else(|| words::wrong_value(&variable, key, &Wrong::Form))?;
            self.choose(key, value, Origin::Environment(variable))?;
        }
        Ok(())
    }

    fn add_flags(&mut self, choices: &Choices) -> Result<(), Stop> {
        for setting in &choices.set {
            let Some((name, text)) = setting.split_once('=').filter(|(name, _)| !name.trim().is_empty()) else {
                return Err(words::not_a_setting("--set", setting, Key::named(setting.trim())).into());
            };
            let Some(key) = Key::named(name.trim()) else {
                return Err(words::unknown("--set", name, nearest_key(name)).into());
            };
            let value = key.form().read(text.trim()).ok_or_else(|| words::wrong_value("--set", key, &Wrong::Form))?;
            self.choose(key, value, Origin::Flag("--set"))?;
        }
        if let Some(deck) = &choices.deck {
            if deck.split("::").all(|level| level.trim().is_empty()) {
                return Err(words::deck_without_name("--deck").into());
            }
            self.choose(Key::DeckName, Value::Text(deck.clone()), Origin::Flag("--deck"))?;
        }
        if choices.reverse {
            self.choose(Key::Reverse, Value::Flag(true), Origin::Flag("--reverse"))?;
        }
        if let Some(folder) = &choices.look.folder {
            let folder = folder.to_string_lossy().into_owned();
            self.choose(Key::Templates, Value::Text(folder), Origin::Flag("--templates"))?;
        }
        Ok(())
    }

    fn choose(&mut self, key: Key, value: Value, origin: Origin) -> Result<(), Stop> {
        key.set(&mut self.config, value).map_err(|wrong| words::wrong_value(&origin.to_string(), key, &wrong))?;
        self.origins.insert(key, origin);
        Ok(())
    }

    /// Reads the templates that are chosen; a folder that the file names counts from its own.
    fn add_templates(&mut self) -> Result<(), Stop> {
        if self.config.look.is_empty() {
            return Ok(());
        }
        let origin = self.origins.get(&Key::Templates);
        let beside = matches!(origin, Some(Origin::File(_)));
        let base = self.file.as_deref().and_then(Path::parent).filter(|_| beside);
        let folder = base.map_or_else(|| PathBuf::from(&self.config.look), |base| base.join(&self.config.look));
        let shown = from_here(&folder);
        if let Some(Origin::File(place) | Origin::Environment(place)) = origin
            && !folder.is_dir()
        {
            return Err(words::no_templates_folder(place, &shown).into());
        }
        self.config.templates = look::read(Path::new(&shown))?;
        Ok(())
    }
}

/// The variable of a choice: `SOA_ANKI_DECKS_BY` for `decks.by`.
pub fn variable(key: Key) -> String {
    format!("SOA_ANKI_{}", key.name().replace(['.', '-'], "_").to_uppercase())
}

/// A mistake in a file, with its place.
fn refused(shown: &str, text: &str, mistake: Mistake) -> Refusal {
    let Place { line, column, .. } = Place::new(text, mistake.span);
    let place = format!("{shown}:{line}:{column}");
    match mistake.fault {
        Fault::Syntax { slip: Some(slip), .. } => words::slip(&place, slip),
        Fault::Syntax { slip: None, reason } => words::not_toml(&place, &reason),
        Fault::Unknown { name, meant } => words::unknown(&place, &name, meant),
        Fault::Value { key, wrong } => words::wrong_value(&place, key, &wrong),
    }
}
