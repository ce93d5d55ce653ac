//! `__init__`: names of programs, whose underscores are letters. `__Important__` is bold.

/// Names that are no words.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "FILE", "FUNCTION", "LINE", "VERSION", "abs", "aenter", "aexit", "aiter", "anext", "attr", "attrs", "builtins", "cls", "construct", "contains", "cplusplus", "cwd", "del",
    "delattr", "delete", "delitem", "destruct", "dict", "dir", "dirname", "divmod", "doc", "eq", "filename", "floordiv", "fspath", "func", "ge", "getattr", "getattribute",
    "getitem", "getnewargs", "getstate", "gt", "iadd", "init", "instancecheck", "isabstractmethod", "iter", "kwdefaults", "le", "len", "lt", "matmul", "mocks", "mod", "mro", "mul",
    "ne", "neg", "nonzero", "pos", "pow", "prepare", "proto", "pycache", "qualname", "radd", "repr", "rmul", "rsub", "setattr", "setitem", "setstate", "sizeof", "str", "sub",
    "subclasscheck", "toString", "truediv", "typename", "weakref", "xor",
];

/// Names that are words as well: names only where no other word stands so.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "add", "all", "and", "annotations", "author", "await", "bases", "bool", "bytes", "call", "class", "closure", "code", "complex", "copy", "debug", "defaults", "enter", "exit",
    "file", "fixtures", "float", "format", "future", "get", "globals", "hash", "import", "index", "int", "invert", "invoke", "loader", "main", "missing", "module", "name", "new",
    "next", "or", "package", "path", "reduce", "reversed", "round", "self", "set", "slots", "snapshots", "spec", "tests", "version", "wrapped",
];

/// Longest name, in bytes.
const LONGEST: usize = 60;

/// How an author uses two underscores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// For names, or not at all.
    Names,
    /// For bold text, and no name was seen that is no word.
    Bold,
}

/// What two underscores on each side stand around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Name,
    Word,
    Text,
}

impl Use {
    /// The use of the author of `text`.
    pub fn of(text: &str) -> Self {
        let (mut bold, mut at) = (false, 0);
        while let Some(found) = memchr::memmem::find(&text.as_bytes()[at..], b"__").map(|found| at + found) {
            let Some((kind, end)) = read(text, found) else {
                at = found + text[found..].bytes().take_while(|byte| *byte == b'_').count();
                continue;
            };
            match kind {
                Kind::Name => return Self::Names,
                Kind::Word => {}
                Kind::Text => bold = true,
            }
            at = end;
        }
        if bold { Self::Bold } else { Self::Names }
    }
}

/// The end of the name whose first underscore is at `at`.
pub(super) fn at(text: &str, at: usize, uses: Use) -> Option<usize> {
    match read(text, at)? {
        (Kind::Name, end) => Some(end),
        (Kind::Word, end) => (uses == Use::Names).then_some(end),
        (Kind::Text, _) => None,
    }
}

/// What two underscores at `at` stand around, up to the next two, and where those end.
fn read(text: &str, at: usize) -> Option<(Kind, usize)> {
    let inner = text[at..].strip_prefix("__").filter(|inner| !inner.starts_with(['_', ' ', '\n']))?;
    if text[..at].ends_with(['_', '\\']) {
        return None;
    }
    let length = memchr::memmem::find(&inner.as_bytes()[..inner.len().min(LONGEST)], b"__")?;
    let (name, after) = (&inner[..length], &inner[length + 2..]);
    if after.starts_with('_') || name.contains('\n') || name.ends_with([' ', '\\']) {
        return None;
    }
    Some((kind(&text[..at], name, after), at + 2 + length + 2))
}

fn kind(before: &str, name: &str, after: &str) -> Kind {
    let of = |is: fn(&u8) -> bool| name.bytes().all(|byte| byte == b'_' || byte.is_ascii_digit() || is(&byte));
    let is_identifier =
        !name.starts_with(|c: char| c.is_ascii_digit()) && (of(u8::is_ascii_lowercase) || of(u8::is_ascii_uppercase));
    let is_member =
        before.ends_with('.') && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')');
    let is_called = after.starts_with("()") || after.starts_with("(self");
    let is_file = after.strip_prefix('.').is_some_and(|ending| ending.starts_with(|c: char| c.is_ascii_lowercase()));
    if NAMES.contains(&name) || (is_identifier && (name.contains('_') || is_member || is_called || is_file)) {
        Kind::Name
    } else if WORDS.contains(&name) {
        Kind::Word
    } else {
        Kind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let uses = Use::of(text);
        let found = memchr::memmem::find_iter(text.as_bytes(), b"__");
        found.filter_map(|start| at(text, start, uses).map(|end| &text[start..end])).collect()
    }

    #[test]
    fn names_are_told_from_bold_text() {
        assert_eq!(names("Call __enter__ and __exit__"), ["__enter__", "__exit__"]);
        assert_eq!(names("__init__: the constructor of a __class__"), ["__init__", "__class__"]);
        assert_eq!(names("__max_size__, a.__slots__, __post()__"), ["__max_size__", "__slots__"]);
        assert_eq!(names("__Note__: __init__ and __main__.py"), ["__init__", "__main__"]);
        for text in [
            "__Important words__",
            "__注意__",
            "__important__",
            "__hash__ and __mitosis__",
            "___init___",
            "\\_\\_init\\_\\_",
            "__ init __",
            "a__b",
            "____",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
        let long = |letters: usize| format!("__a_{}__", "b".repeat(letters - 2));
        assert_eq!([58, 59].map(|letters| names(&long(letters)).len()), [1, 0]);
    }
}
