//! What stands behind the fence of code: its language and the file's name, in the ways of many platforms.

use super::highlight;

/// What a fence says of its code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FenceInfo<'a> {
    /// The language, as it was written; empty if none was.
    pub language: &'a str,
    /// The file's name, or what else its author gave for a title.
    pub title: &'a str,
    /// Whether it says more, which is nothing to a reader: `{3,5}`, `no_run`.
    pub says_more: bool,
}

/// Names under which a title is given.
const TITLES: &[&str] = &["title", "filename", "file", "name", "caption"];

/// Languages of drawings, and how they are called.
const DIAGRAMS: &[(&str, &str)] = &[
    ("d2", "D2"),
    ("dot", "Graphviz"),
    ("graphviz", "Graphviz"),
    ("mermaid", "Mermaid"),
    ("plantuml", "PlantUML"),
    ("puml", "PlantUML"),
    ("uml", "PlantUML"),
];

impl<'a> FenceInfo<'a> {
    /// Reads what stands behind a fence: `rust:src/main.rs`, `js title="a b.js" {3,5}`, `{.python title=a.py}`.
    pub fn read(info: &'a str) -> Self {
        let info = info.trim();
        let braced = info.strip_prefix('{').map_or(info, |inner| inner.trim_end_matches('}')).trim_start();
        let (first, more) = braced.split_at(braced.find([' ', '\t', '{', ',']).unwrap_or(braced.len()));
        let is_title = first.contains('=');
        let (language, file) = if is_title { ("", "") } else { first.split_once(':').unwrap_or((first, "")) };
        let language = language.trim_start_matches('.');
        let given = title(if is_title { braced } else { more });
        let says_more = !more.is_empty() || is_title || braced.len() < info.len();
        let title = if file.is_empty() { given.unwrap_or_default() } else { file };
        Self { language, title, says_more }.or_by_file()
    }

    /// Whether it is a formula, and not code.
    pub fn is_math(&self) -> bool {
        self.language == "math"
    }

    /// What draws it, if it is the code of a drawing.
    pub fn diagram(&self) -> Option<&'static str> {
        let drawn = DIAGRAMS.iter().find(|(language, _)| self.language.eq_ignore_ascii_case(language));
        drawn.map(|(_, name)| *name)
    }

    /// A file's name tells the language: `main.rs` alone, or where none is named.
    fn or_by_file(self) -> Self {
        let ending = |name: &'a str| name.rsplit_once('.').map(|(_, ending)| ending);
        if self.title.is_empty() && ending(self.language).is_some_and(highlight::is_known) {
            return Self { title: self.language, language: ending(self.language).unwrap_or_default(), ..self };
        }
        if self.language.is_empty()
            && let Some(language) = ending(self.title).filter(|ending| highlight::is_known(ending))
        {
            return Self { language, ..self };
        }
        self
    }
}

/// The value of the first attribute that is a title.
fn title(text: &str) -> Option<&str> {
    TITLES.iter().find_map(|name| {
        let (before, after) = text.split_once(name)?;
        let value = after.trim_start().strip_prefix('=')?.trim_start();
        let begins = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '{' | ','));
        let title = match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next(),
            _ => value.split(|c: char| c.is_whitespace() || c == '}').next(),
        };
        title.filter(|_| begins).map(str::trim)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(info: &str) -> (&str, &str, bool) {
        let FenceInfo { language, title, says_more } = FenceInfo::read(info);
        (language, title, says_more)
    }

    #[test]
    fn languages_and_titles_are_read_as_many_write_them() {
        assert_eq!(read(""), ("", "", false));
        assert_eq!(read("js"), ("js", "", false));
        assert_eq!(read("js:src/main.js"), ("js", "src/main.js", false));
        assert_eq!(read("diff js:main.js"), ("diff", "", true));
        assert_eq!(read("typescript {3,5}"), ("typescript", "", true));
        assert_eq!(read("ts{3}"), ("ts", "", true));
        assert_eq!(read("rust,no_run"), ("rust", "", true));
        assert_eq!(read("python title=\"a b.py\" x"), ("python", "a b.py", true));
        assert_eq!(read("py filename='a.py'"), ("py", "a.py", true));
        assert_eq!(read("{.python title=a.py}"), ("python", "a.py", true));
        assert_eq!(read("{r}"), ("r", "", true));
        assert_eq!(read("title=\"notes.txt\""), ("txt", "notes.txt", true));
        assert_eq!(read("main.rs"), ("rs", "main.rs", false));
        assert_eq!(read(":main.rs"), ("rs", "main.rs", false));
        assert_eq!(read("c++:a.h"), ("c++", "a.h", false));
    }
}
