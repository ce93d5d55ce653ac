//! The codes of findings: what `soa-anki help W-…` shows and docs/findings.md holds of each.

use super::CODES;
use crate::text::{Lang, nearest};

/// All that is said about one code, apart from the values of a single finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Such as `W-to-do`. It is stable: settings and notes name it.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Which commands show it.
    pub shown_by: ShownBy,
    /// In English.
    pub en: Words,
    /// In Japanese.
    pub ja: Words,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Something is not on the cards that the author may want there, or may not be there as it is meant.
    Warning,
}

/// Which commands show a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownBy {
    /// Every command that reads notes: it is about what became of them.
    EveryCommand,
    /// `check`, and the others with `-v`: it is advice on how the notes are written. All count it.
    CheckOnly,
    /// Every command, but only with `-v`, and nothing counts it before: what was skipped on purpose is no problem.
    VerboseOnly,
}

/// A code in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it is.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub cure: &'static str,
    /// Notes in which it is found: files with their text. Empty where text alone cannot show it.
    pub example: &'static [(&'static str, &'static str)],
    /// The same notes, cured.
    pub cured: &'static [(&'static str, &'static str)],
}

impl Code {
    /// It in words of a language.
    pub fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }

    /// Whether notes themselves can allow it. A file that is not read, or not as notes, has no place to say so.
    pub fn is_allowed_in_notes(&self) -> bool {
        let elsewhere = [
            "W-binary",
            "W-clock-behind",
            "W-converted",
            "W-front-matter",
            "W-front-matter-unclosed",
            "W-left-out",
            "W-not-utf8",
            "W-unreadable",
        ];
        !elsewhere.contains(&self.code)
    }

    /// Its name without `W-`.
    fn bare(&self) -> &'static str {
        self.code.trim_start_matches("W-")
    }
}

/// Returns all codes: first those about cards, then Markdown, media and files.
pub fn all() -> impl Iterator<Item = &'static Code> + Clone {
    CODES.iter().copied().flatten()
}

/// Returns the code of this name, in any case and with or without `W-`; else the one that was probably meant.
pub fn find(name: &str) -> Result<&'static Code, Option<&'static Code>> {
    let name = name.strip_prefix("W-").or_else(|| name.strip_prefix("w-")).unwrap_or(name);
    let of = |name: &str| all().find(|code| code.bare().eq_ignore_ascii_case(name));
    of(name).ok_or_else(|| nearest(name, all().map(Code::bare)).and_then(of).or_else(|| begun(name)))
}

/// The only code that begins with `name`.
fn begun(name: &str) -> Option<&'static Code> {
    let name = name.to_lowercase();
    let mut begun = all().filter(|code| !name.is_empty() && code.bare().starts_with(&name));
    begun.next().filter(|_| begun.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_by_its_name() {
        for name in ["W-to-do", "w-TO-DO", "to-do"] {
            assert_eq!(find(name).map(|code| code.code), Ok("W-to-do"));
        }
        assert_eq!(find("W-emty-heading").unwrap_err().map(|code| code.code), Some("W-empty-heading"));
        assert_eq!(find("W-empty").unwrap_err().map(|code| code.code), Some("W-empty-heading"));
        for name in ["export", "media", "", "W-"] {
            assert_eq!(find(name).unwrap_err(), None, "{name}");
        }
    }
}
