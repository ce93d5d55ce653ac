//! Which module uses which: every path of the sources, followed to the file that defines what it names.
//!
//! A path is followed through `use` and `pub use`, so that a re-export hides nothing. A module that is named alone
//! (`use super::phrase;`) counts by what is then used of it.

use std::collections::BTreeMap;

use super::tokens::{Token, Tokens};

/// A module that is a file: the names from the crate's root on. The root has none.
pub type Module = Vec<String>;

/// A use of another module.
#[derive(Clone, Debug)]
pub struct Import {
    /// The module that uses.
    pub from: Module,
    /// The module that defines what is used.
    pub to: Module,
    /// Where it is written: `recognise/walk.rs:12`.
    pub place: String,
    /// What is written, from the crate's root on.
    pub path: Vec<String>,
}

/// Every use of one module by another, and the face of the crate by anyone.
pub fn imports(sources: impl Iterator<Item = (String, String)>) -> Vec<Import> {
    let files: Vec<File> = File::all(sources);
    let modules: BTreeMap<&Module, &File> = files.iter().map(|file| (&file.module, file)).collect();
    let mut imports = Vec::new();
    for file in &files {
        for written in &file.paths {
            let path = absolute(&modules, file, written);
            let Some(path) = path else { continue };
            for to in definers(&modules, &path, 0) {
                if to != file.module {
                    let place = format!("{}:{}", file.path, written.line);
                    imports.push(Import { from: file.module.clone(), to, place, path: path.clone() });
                }
            }
        }
    }
    imports
}

/// A path as it is written.
struct Written {
    line: usize,
    names: Vec<String>,
}

/// What the sources say of one module.
struct File {
    path: String,
    module: Module,
    paths: Vec<Written>,
    /// Names that `use` brings in, and what they stand for.
    uses: BTreeMap<String, Vec<String>>,
}

impl File {
    fn all(sources: impl Iterator<Item = (String, String)>) -> Vec<Self> {
        let mut files = Vec::new();
        let mut tests: Vec<Module> = Vec::new();
        for (path, text) in sources.filter(|(path, _)| path != "main.rs") {
            let module = module(&path);
            let read = Tokens::read(&text);
            tests.extend(read.test_modules.iter().map(|name| [&module[..], std::slice::from_ref(name)].concat()));
            let mut file = Self { path, module, paths: Vec::new(), uses: BTreeMap::new() };
            file.read(&read.tokens);
            files.push(file);
        }
        files.retain(|file| !tests.iter().any(|test| file.module.starts_with(test)));
        files
    }

    fn read(&mut self, tokens: &[(usize, Token)]) {
        let mut at = 0;
        let mut inline: Vec<usize> = Vec::new();
        let mut depth = 0;
        while at < tokens.len() {
            let (line, token) = &tokens[at];
            match token {
                Token::Sign('{') => depth += 1,
                Token::Sign('}') => {
                    depth -= 1;
                    inline.retain(|opened| *opened <= depth);
                }
                Token::Word(word) if word == "mod" && tokens.get(at + 2).is_some_and(|(_, next)| next.is_sign('{')) => {
                    inline.push(depth + 1);
                }
                // Not `impl Trait + use<'a>`.
                Token::Word(word) if word == "use" && !tokens[at + 1].1.is_sign('<') => {
                    at = self.read_use(tokens, at + 1, &[], inline.len());
                    continue;
                }
                Token::Word(_) if at == 0 || tokens[at - 1].1 != Token::PathSep => {
                    let names = path(&tokens[at..]);
                    let length = names.len();
                    if length > 1 {
                        self.paths.push(Written { line: *line, names: outside(names, inline.len()) });
                        at += 2 * length - 1;
                        continue;
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads one tree of a `use` below `above`; returns where it ends.
    fn read_use(&mut self, tokens: &[(usize, Token)], mut at: usize, above: &[String], inline: usize) -> usize {
        let mut names = above.to_vec();
        while let Some((line, token)) = tokens.get(at) {
            match token {
                Token::Word(word) if word != "as" => names.push(word.clone()),
                Token::PathSep => {}
                Token::Sign('{') => {
                    while !tokens[at].1.is_sign('}') {
                        at = self.read_use(tokens, at + 1, &names, inline);
                    }
                    return at + 1;
                }
                Token::Sign('*') => {
                    names.push("*".to_owned());
                    self.paths.push(Written { line: *line, names: outside(names, inline) });
                    return at + 1;
                }
                _ => {
                    return self.bring_in(tokens, at, names, inline, *line, above.len());
                }
            }
            at += 1;
        }
        at
    }

    /// Ends a branch of a `use`: the name that it brings in.
    fn bring_in(
        &mut self,
        tokens: &[(usize, Token)],
        mut at: usize,
        mut names: Vec<String>,
        inline: usize,
        line: usize,
        above: usize,
    ) -> usize {
        if names.len() == above {
            return at;
        }
        if names.last().is_some_and(|last| last == "self") && names.len() > 1 {
            names.pop();
        }
        let mut name = names.last().cloned();
        if tokens[at].1.is_word("as") {
            name = if let Token::Word(word) = &tokens[at + 1].1 { Some(word.clone()) } else { None };
            at += 2;
        }
        let names = outside(names, inline);
        self.paths.push(Written { line, names: names.clone() });
        if let Some(name) = name {
            self.uses.insert(name, names);
        }
        at
    }
}

/// The names that are joined by `::` from the first token on.
fn path(tokens: &[(usize, Token)]) -> Vec<String> {
    let mut names = Vec::new();
    for pair in tokens.chunks(2) {
        let Token::Word(name) = &pair[0].1 else { break };
        names.push(name.clone());
        if pair.len() < 2 || pair[1].1 != Token::PathSep {
            break;
        }
    }
    names
}

/// The same path, as the file's own module would write it.
fn outside(mut names: Vec<String>, inline: usize) -> Vec<String> {
    for _ in 0..inline {
        if names.first().is_some_and(|first| first == "super") {
            names.remove(0);
            if names.first().is_none_or(|first| first != "super") {
                names.insert(0, "self".to_owned());
            }
        }
    }
    names
}

/// `cli/mod.rs` is the module `cli`, `cli/help.rs` is `cli::help`.
fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').filter(|name| *name != "lib").map(str::to_owned).collect()
}

/// The path from the crate's root on; none where it leaves the crate.
fn absolute(modules: &BTreeMap<&Module, &File>, file: &File, written: &Written) -> Option<Vec<String>> {
    from_root(modules, &file.module, &written.names, 0)
}

fn from_root(
    modules: &BTreeMap<&Module, &File>,
    module: &Module,
    names: &[String],
    steps: usize,
) -> Option<Vec<String>> {
    let (first, rest) = names.split_first()?;
    if steps > 8 {
        return None;
    }
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" if rest.first().is_some_and(|next| next == "super") => from_root(modules, module, rest, steps),
        "self" => Some([&module[..], rest].concat()),
        "super" => {
            let above = module[..module.len().checked_sub(1)?].to_vec();
            match rest.first()?.as_str() {
                "super" => from_root(modules, &above, rest, steps),
                _ => Some([&above[..], rest].concat()),
            }
        }
        name => {
            let child = [&module[..], std::slice::from_ref(first)].concat();
            if modules.contains_key(&child) {
                return Some([&child[..], rest].concat());
            }
            let target = modules.get(module)?.uses.get(name)?;
            // What a name stands for is named again only if it comes from elsewhere.
            if target.first() == Some(first) {
                return None;
            }
            Some([&from_root(modules, module, target, steps + 1)?[..], rest].concat())
        }
    }
}

/// The modules that define what a path from the root names: none if it is a module and nothing else.
fn definers(modules: &BTreeMap<&Module, &File>, path: &[String], steps: usize) -> Vec<Module> {
    let mut module: Module = Vec::new();
    for (at, name) in path.iter().enumerate() {
        let child = [&module[..], std::slice::from_ref(name)].concat();
        let is_last = at + 1 == path.len();
        let is_module = modules.contains_key(&child);
        if is_module && !is_last {
            module = child;
            continue;
        }
        let Some(file) = modules.get(&module).filter(|_| steps < 8) else { return Vec::new() };
        if let Some(target) = file.uses.get(name) {
            if let Some(target) = from_root(modules, &module, target, 0).filter(|target| target[..] != path[..=at]) {
                return definers(modules, &[&target[..], &path[at + 1..]].concat(), steps + 1);
            }
            return Vec::new();
        }
        return if is_module { Vec::new() } else { vec![module] };
    }
    Vec::new()
}
