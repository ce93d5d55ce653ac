//! Rust's tokens, as far as paths need them: no comments, no literals, and nothing that is compiled for tests only.

use std::collections::BTreeSet;

/// A token of Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word: an identifier or a keyword.
    Word(String),
    /// `::`
    PathSep,
    /// Any other sign.
    Sign(char),
}

impl Token {
    /// Returns true for this word.
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }

    /// Returns true for this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        matches!(self, Self::Sign(own) if *own == sign)
    }
}

/// A file of Rust.
pub struct Tokens {
    /// The tokens, each with its line (from 1).
    pub tokens: Vec<(usize, Token)>,
    /// Modules in files of their own that are compiled for tests only.
    pub test_modules: BTreeSet<String>,
}

impl Tokens {
    /// Reads a file.
    pub fn read(text: &str) -> Self {
        without_tests(&all(text))
    }
}

fn all(text: &str) -> Vec<(usize, Token)> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(length) = comment(rest).or_else(|| literal(rest)) {
            length
        } else if first.is_alphabetic() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push((line, Token::Word(rest[..length].to_owned())));
            length
        } else if rest.starts_with("::") {
            tokens.push((line, Token::PathSep));
            2
        } else {
            if !first.is_whitespace() {
                tokens.push((line, Token::Sign(first)));
            }
            first.len_utf8()
        };
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The length of the comment that `text` begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.starts_with("/*").then(|| text.find("*/").map_or(text.len(), |end| end + 2))
}

/// The length of the string, character, number or lifetime that `text` begins with.
fn literal(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(['b', 'c']);
    let prefix = text.len() - bare.len();
    if let Some(raw) = bare.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = prefix + 1 + hashes + 1;
            return Some(text[body..].find(&end).map_or(text.len(), |at| body + at + end.len()));
        }
    }
    match bare.chars().next()? {
        '"' => Some(prefix + quoted(bare, '"')),
        '\'' if is_character(bare) => Some(prefix + quoted(bare, '\'')),
        '\'' => Some(prefix + 1 + bare[1..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(0)),
        '0'..='9' if prefix == 0 => text.find(|c: char| !c.is_alphanumeric() && c != '_'),
        _ => None,
    }
}

/// Returns true for a character, false for a lifetime.
fn is_character(text: &str) -> bool {
    let mut letters = text.chars().skip(1);
    let (first, second) = (letters.next(), letters.next());
    first == Some('\\') || second == Some('\'')
}

/// The length of what stands between this sign and the next that is not escaped.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Leaves out each item under `#[cfg(test)]`.
fn without_tests(tokens: &[(usize, Token)]) -> Tokens {
    let mut kept = Tokens { tokens: Vec::new(), test_modules: BTreeSet::new() };
    let mut at = 0;
    while at < tokens.len() {
        if !is_cfg_test(&tokens[at..]) {
            kept.tokens.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let end = at + item(&tokens[at..]);
        let module = tokens[at..end].windows(3).find(|three| three[0].1.is_word("mod") && three[2].1.is_sign(';'));
        if let Some([_, (_, Token::Word(name)), _]) = module {
            kept.test_modules.insert(name.clone());
        }
        at = end;
    }
    kept
}

fn is_cfg_test(tokens: &[(usize, Token)]) -> bool {
    let signs = ["#", "[", "cfg", "(", "test", ")", "]"];
    tokens.len() >= signs.len()
        && signs
            .iter()
            .zip(tokens)
            .all(|(sign, (_, token))| token.is_word(sign) || token.is_sign(sign.chars().next().unwrap()))
}

/// How many tokens an item takes, with its attributes.
fn item(tokens: &[(usize, Token)]) -> usize {
    let mut depth = 0;
    for (at, (_, token)) in tokens.iter().enumerate() {
        match token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign('}' | ')' | ']') => depth -= 1,
            _ => {}
        }
        if depth == 0 && (token.is_sign('}') || token.is_sign(';')) {
            return at + 1;
        }
    }
    tokens.len()
}

#[test]
fn what_is_no_path_is_left_out() {
    let text = "use a::B; // c::D\n/* e */ \"f::G \\\" h\" r#\"i::\"J\"# 'k' '\\'' &'l m 0x1f 1..2\n#[cfg(test)]\nmod n;\n#[cfg(test)]\nmod o { p::q(); }\nfn r() {}";
    let read = Tokens::read(text);
    let words: Vec<&str> = read
        .tokens
        .iter()
        .filter_map(|(_, token)| if let Token::Word(word) = token { Some(word.as_str()) } else { None })
        .collect();
    assert_eq!(words, ["use", "a", "B", "m", "fn", "r"]);
    assert_eq!(read.test_modules.into_iter().collect::<Vec<_>>(), ["n"]);
}
