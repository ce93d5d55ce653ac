//! Code in its colours, as classes that the style gives by day and by night.
//!
//! What a language's grammar tells in hundreds of scopes is told in the dozen kinds that a reader tells apart.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};

use super::html::Html;
use super::write::CodeBlock;

/// Longest line that is coloured, in bytes: longer ones were not written by hand.
const LONGEST_LINE: usize = 400;
/// Most lines that are coloured.
const MOST_LINES: usize = 400;
/// Most different lines that are remembered.
const MOST_REMEMBERED: usize = 500;
/// Most states in which one line is remembered.
const MOST_STATES: usize = 8;

/// Names that authors give to languages, and the grammars do not know.
const ALIASES: &[(&str, &str)] = &[
    ("c#", "cs"),
    ("c++", "cpp"),
    ("cjs", "js"),
    ("csharp", "cs"),
    ("docker", "dockerfile"),
    ("golang", "go"),
    ("hcl", "tf"),
    ("json5", "json"),
    ("jsonc", "json"),
    ("jsonl", "json"),
    ("jsx", "js"),
    ("mjs", "js"),
    ("node", "js"),
    ("objective-c", "objc"),
    ("patch", "diff"),
    ("posh", "ps1"),
    ("pwsh", "ps1"),
    ("py3", "py"),
    ("python3", "py"),
    ("shell", "bash"),
    ("terraform", "tf"),
    ("udiff", "diff"),
    ("zsh", "bash"),
];

/// Languages in which commands stand behind a prompt.
const CONSOLES: &[&str] = &["console", "shell-session", "shellsession", "sh-session", "terminal"];

/// What stands before a command.
const PROMPTS: &[&str] = &["$ ", "# ", "% ", "> ", "❯ "];

/// Languages that are none.
const PLAIN: &[&str] = &["", "text", "txt", "plain", "plaintext", "none", "log", "output"];

/// What a part of code is to its reader; `None` where it is nothing in particular. Of two that fit, the first counts.
const KINDS: &[(&str, Option<&str>)] = &[
    ("comment", Some("comment")),
    // What stands in a text and is no text ends it.
    ("meta.interpolation", None),
    ("meta.template.expression", None),
    ("source", None),
    ("constant.character", Some("string")),
    ("constant.other.placeholder", Some("string")),
    ("string.unquoted.argument.shell", None),
    ("meta.string", Some("string")),
    ("string", Some("string")),
    ("constant", Some("number")),
    ("keyword.other.unit", Some("number")),
    ("keyword", Some("keyword")),
    ("storage", Some("keyword")),
    ("variable.language", Some("keyword")),
    ("variable.annotation", Some("attribute")),
    ("meta.annotation", Some("attribute")),
    ("entity.name.tag", Some("tag")),
    ("entity.other.attribute-name", Some("attribute")),
    ("support.type.property-name", Some("attribute")),
    ("entity.name.section", Some("heading")),
    ("markup.heading", Some("heading")),
    ("meta.diff", Some("heading")),
    ("markup.inserted", Some("inserted")),
    ("markup.deleted", Some("deleted")),
    ("entity.name.function", Some("function")),
    ("entity.name.macro", Some("function")),
    ("support.function", Some("function")),
    ("support.macro", Some("function")),
    ("variable.function", Some("function")),
    ("entity.name.class", Some("type")),
    ("entity.name.enum", Some("type")),
    ("entity.name.impl", Some("type")),
    ("entity.name.interface", Some("type")),
    ("entity.name.struct", Some("type")),
    ("entity.name.trait", Some("type")),
    ("entity.name.type", Some("type")),
    ("entity.name.union", Some("type")),
    ("entity.other.inherited-class", Some("type")),
    ("support.class", Some("type")),
    ("support.type", Some("type")),
    ("variable.parameter.option", None),
    ("variable.parameter", Some("variable")),
    ("punctuation.definition.variable", Some("variable")),
    ("variable.other.readwrite.shell", Some("variable")),
    ("variable.other.readwrite.php", Some("variable")),
    ("variable.other.php", Some("variable")),
];

struct Grammars {
    set: SyntaxSet,
    kinds: Vec<(Scope, Option<&'static str>)>,
}

/// They take some time to load, so that only who has code waits for them.
static GRAMMARS: LazyLock<Grammars> = LazyLock::new(|| {
    let scope = |name| Scope::new(name).expect("the names of kinds are scopes");
    let kinds = KINDS.iter().map(|(name, kind)| (scope(name), *kind)).collect();
    Grammars { set: two_face::syntax::extra_newlines(), kinds }
});

/// Gives code its colours, and remembers lines: `}` and what is imported stand in much code, and to read a line by its
/// grammar takes longer than all else that is done with it.
#[derive(Default)]
pub struct Highlighter {
    lines: BTreeMap<String, Vec<Line>>,
}

/// A line that was read.
struct Line {
    before: ParseState,
    changes: Changes,
    after: ParseState,
}

/// Where in a line its scopes change.
type Changes = Rc<[(usize, ScopeStackOp)]>;

impl Highlighter {
    /// The same HTML with its blocks of code in colours. `blocks`: what the serialiser says of them, in order.
    pub fn painted<'b>(&mut self, html: &Html, blocks: impl Iterator<Item = &'b CodeBlock>) -> Html {
        let mut out = Html::default();
        let mut done = 0;
        for CodeBlock { range, language, code } in blocks {
            out.push_markup(&html.as_str()[done..range.start]);
            self.highlight(code, language, &mut out);
            done = range.end;
        }
        out.push_markup(&html.as_str()[done..]);
        out
    }

    /// Appends `code`, in the colours of `language` if it is known.
    fn highlight(&mut self, code: &str, language: &str, html: &mut Html) {
        let language = language.to_ascii_lowercase();
        let long = code.lines().count() > MOST_LINES || code.lines().any(|line| line.len() > LONGEST_LINE);
        if long || PLAIN.contains(&language.as_str()) {
            html.push_text(code);
        } else if CONSOLES.contains(&language.as_str()) {
            self.console(code, html);
        } else if let Some(syntax) = syntax(&language) {
            Painter::new(syntax, self).paint(code, html);
        } else {
            html.push_text(code);
        }
    }

    /// What was typed at a prompt is code; what came back is none.
    fn console(&mut self, code: &str, html: &mut Html) {
        let shell = syntax("bash");
        for line in code.split_inclusive('\n') {
            let prompt = PROMPTS.iter().find(|prompt| line.starts_with(**prompt));
            let (Some(prompt), Some(shell)) = (prompt, shell) else {
                html.push_text(line);
                continue;
            };
            Painter::write(prompt, Some("comment"), html);
            Painter::new(shell, self).paint(&line[prompt.len()..], html);
        }
    }

    /// Reads a line by its grammar, whose state is that after the line before.
    fn read(&mut self, line: &str, state: &mut ParseState) -> Changes {
        let known = self.lines.get(line).into_iter().flatten().find(|known| known.before == *state);
        if let Some(known) = known {
            state.clone_from(&known.after);
            return known.changes.clone();
        }
        let before = state.clone();
        // A grammar that fails leaves the remainder of the line as it stands.
        let changes: Changes = state.parse_line(line, &GRAMMARS.set).unwrap_or_default().into();
        if self.lines.len() >= MOST_REMEMBERED {
            self.lines.clear();
        }
        let known = self.lines.entry(line.to_owned()).or_default();
        if known.len() < MOST_STATES {
            known.push(Line { before, changes: changes.clone(), after: state.clone() });
        }
        changes
    }
}

/// Whether there are colours for a language, or for files with this ending.
pub fn is_known(language: &str) -> bool {
    syntax(&language.to_ascii_lowercase()).is_some()
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    let alias = ALIASES.iter().find(|(name, _)| *name == language);
    GRAMMARS.set.find_syntax_by_token(alias.map_or(language, |(_, known)| known))
}

/// Reads code by its grammar, and writes it.
struct Painter<'h> {
    highlighter: &'h mut Highlighter,
    state: ParseState,
    stack: ScopeStack,
    /// What is read and not yet written, which is all of one kind.
    text: String,
    kind: Option<&'static str>,
}

impl<'h> Painter<'h> {
    fn new(syntax: &SyntaxReference, highlighter: &'h mut Highlighter) -> Self {
        let (state, stack) = (ParseState::new(syntax), ScopeStack::new());
        Self { highlighter, state, stack, text: String::new(), kind: None }
    }

    fn paint(mut self, code: &str, html: &mut Html) {
        for line in code.split_inclusive('\n') {
            self.line(line, html);
        }
        Self::write(&self.text, self.kind, html);
    }

    fn line(&mut self, line: &str, html: &mut Html) {
        let changes = self.highlighter.read(line, &mut self.state);
        let mut done = 0;
        for (at, change) in changes.iter() {
            self.piece(&line[done..*at], html);
            done = *at;
            let _ = self.stack.apply(change);
        }
        self.piece(&line[done..], html);
    }

    fn piece(&mut self, piece: &str, html: &mut Html) {
        if piece.is_empty() {
            return;
        }
        // White space has no colour of its own.
        let kind = if piece.trim().is_empty() { self.kind } else { self.kind_of(piece) };
        if kind != self.kind {
            Self::write(&self.text, self.kind, html);
            self.text.clear();
            self.kind = kind;
        }
        self.text.push_str(piece);
    }

    /// The kind of what stands here, by the innermost scope that tells one.
    fn kind_of(&self, piece: &str) -> Option<&'static str> {
        let told = |scope: &Scope| GRAMMARS.kinds.iter().find(|(kind, _)| kind.is_prefix_of(*scope));
        let (_, kind) = self.stack.as_slice().iter().rev().find_map(told)?;
        // `and` is a word like `if`; `+` needs no colour to be seen.
        let sign = *kind == Some("keyword") && !piece.contains(|c: char| c.is_alphanumeric());
        kind.filter(|_| !sign)
    }

    fn write(text: &str, kind: Option<&'static str>, html: &mut Html) {
        let Some(kind) = kind else { return html.push_text(text) };
        let shown = text.trim_end();
        html.push_markup("<span class=\"soa-hl-");
        html.push_markup(kind);
        html.push_markup("\">");
        html.push_text(shown);
        html.push_markup("</span>");
        html.push_text(&text[shown.len()..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Fragment;

    fn painted(code: &str, language: &str) -> String {
        let mut fragment = Fragment::default();
        fragment.push_code(language, code);
        let written = fragment.write(&[]);
        let html = Highlighter::default().painted(&written.html, written.code.iter());
        let code = html.as_str().split_once("\">").map_or(html.as_str(), |(_, code)| code);
        let code = code.strip_prefix("<pre><code>").unwrap_or(code);
        code.trim_end_matches("</code></pre>").replace("<span class=\"soa-hl-", "<").replace("</span>", "</>")
    }

    #[test]
    fn kinds_are_those_that_a_reader_tells_apart() {
        for (language, code, expected) in [
            ("rust", "fn f() { 1 } // x", "<keyword\">fn</> <function\">f</>() { <number\">1</> } <comment\">// x</>"),
            ("python", "return f\"{a}!\"", "<keyword\">return f</><string\">&quot;</>{a}<string\">!&quot;</>"),
            ("js", "`a ${b()}`", "<string\">`a</> ${<function\">b</>()}<string\">`</>"),
            ("diff", "- a\n+ b\n c", "<deleted\">- a</>\n<inserted\">+ b</>\n c"),
            (
                "console",
                "$ echo \"$A\"\n$ no",
                "<comment\">$</> <function\">echo</> <string\">&quot;</><variable\">$A</><string\">&quot;</>\n<comment\">$</> <function\">no</>",
            ),
            ("jsonc", "{\"a\": null} // b", "{<string\">&quot;a&quot;</>: <number\">null</>} <comment\">// b</>"),
            ("html", "<p class=\"x\">", "&lt;<tag\">p</> <attribute\">class</>=<string\">&quot;x&quot;</>&gt;"),
            ("css", "a { margin: 1px }", "<tag\">a</> { <attribute\">margin</>: <number\">1px</> }"),
        ] {
            assert_eq!(painted(code, language), expected, "{language}");
        }
    }

    #[test]
    fn what_is_remembered_of_a_line_counts_only_after_the_same_lines() {
        let mut highlighter = Highlighter::default();
        for (code, expected) in
            [("/*\na", "<span class=\"soa-hl-comment\">/*\na</span>"), ("a\na", "a\na"), ("a\n", "a\n")]
        {
            for _ in 0..2 {
                let mut html = Html::default();
                highlighter.highlight(code, "rust", &mut html);
                assert_eq!(html.as_str(), expected);
            }
        }
    }

    #[test]
    fn no_language_is_guessed_and_what_nobody_wrote_is_left_plain() {
        for language in ["", "text", "no-such-language", "../../etc/passwd", "<script>"] {
            assert_eq!(painted("if (a) { 1 }", language), "if (a) { 1 }");
        }
    }

    #[test]
    fn what_was_not_written_by_hand_stays_plain() {
        let is_coloured = |code: &str| painted(code, "js").contains('<');
        let line = |bytes: usize| format!("1{}", " ".repeat(bytes - 1));
        assert_eq!([400, 401].map(|bytes| is_coloured(&line(bytes))), [true, false]);
        assert_eq!([400, 401].map(|lines| is_coloured(&"1\n".repeat(lines))), [true, false]);
    }

    #[test]
    fn ankis_syntax_stays_broken_up() {
        let html = painted("{{#each}}{{{a}}} [sound:x] a::b", "handlebars");
        assert!(!html.contains("{{") && !html.contains("}}") && !html.contains("[sound:"), "{html}");
    }
}
