//! What the shapes share while one source is read: the tree, the roles, and what was found.

use std::cell::LazyCell;
use std::ops::Range;

use super::definition::{Definition, Renderer, Substance, term_html};
use super::glossary::Style;
use super::phrase::{self, Named, Separated};
use super::roles::{Role, Roles};
use super::steer::{self, Directives};
use crate::findings::{self, Diagnostic, Finding, Place};
use crate::lexicon;
use crate::markdown::{BlockId, BlockKind, Breaks, Html, Inline, InlineKind, LineId, Seen, Tree};
use crate::model::config::{Config, LineBreaks};
use crate::model::decision::NotATerm;
use crate::model::decision::{Decision, Heading, Rule};
use crate::model::directive::Directive;
use crate::model::entry::{Body, Context, Entry};
use crate::read::Source;
use crate::text::Span;
use crate::text::{columns, is_wider};

/// Most columns between an editor's right margin and the end of a line that it wrapped.
const WRAP_SLACK: usize = 16;

/// The reading of one source.
pub(super) struct Walk<'a> {
    pub source: &'a Source,
    pub index: usize,
    pub title: &'a str,
    pub tree: &'a Tree,
    pub roles: Roles,
    /// What comments tell of headings and items.
    pub directives: Directives,
    /// Whether a line may have a bracket that says it is unfinished: asked of all lines at once, and seldom so.
    has_unfinished_marks: bool,
    /// The column at which an editor wrapped the lines of this file, if one did.
    pub margin: Option<usize>,
    pub config: &'a Config,
    pub entries: Vec<Entry>,
    pub decisions: Vec<Decision>,
    pub diagnostics: Vec<Diagnostic>,
    /// The footnotes that are on a card.
    pub footnotes_shown: Vec<BlockId>,
    pub headings: Vec<Heading>,
}

/// A term that may become an entry.
pub(super) struct Draft {
    /// Its tags, and its range in the tree's plain text.
    pub named: Named,
    /// The line that it stands in.
    pub line: LineId,
    /// What follows it on the question: the options of a multiple-choice question.
    pub suffix: Html,
    pub context: Context,
    pub span: Span,
    pub rule: Rule,
    /// What a comment tells of it.
    pub directive: Option<Box<Directive>>,
}

impl Draft {
    /// A draft that stands in one line, for now.
    pub fn new(walk: &Walk<'_>, named: Named, line: LineId, context: &Context, rule: Rule) -> Self {
        let span = walk.tree.line(line).span.clone();
        Self { named, line, suffix: Html::default(), context: context.clone(), span, rule, directive: None }
    }
}

impl<'a> Walk<'a> {
    pub fn new(source: &'a Source, index: usize, title: &'a str, tree: &'a Tree, config: &'a Config) -> Self {
        let mut walk = Self {
            source,
            index,
            title,
            tree,
            roles: Roles::new(tree),
            directives: Directives::new(),
            has_unfinished_marks: phrase::has_unfinished_mark(tree.plain()),
            margin: margin(source, tree),
            config,
            entries: Vec::new(),
            decisions: Vec::new(),
            diagnostics: Vec::new(),
            footnotes_shown: Vec::new(),
            headings: Vec::new(),
        };
        walk.directives = steer::read(&mut walk);
        walk
    }

    /// What a comment tells of a heading or an item.
    pub fn directive(&self, id: BlockId) -> Option<&Directive> {
        self.directives.get(&id)
    }

    /// Whether a comment tells to make no cards of a heading or an item.
    pub fn is_skipped(&self, id: BlockId) -> bool {
        self.directive(id).is_some_and(|directive| directive.skip)
    }

    /// Finds the entries among blocks that stand side by side.
    pub fn blocks(&mut self, blocks: &[BlockId], context: &Context) {
        let mut style = self.style(blocks, context);
        let (mut at, mut leader) = (0, None);
        while at < blocks.len() {
            let made = self.entries.len();
            let count = self.shape(&blocks[at..], &mut style, context);
            let is_list = |at: usize| matches!(self.tree.block(blocks[at]).kind, BlockKind::List(_) | BlockKind::Table);
            let heads_list = count == 2 && is_list(at + 1);
            // Of terms over lists, one after the other, the line above the first is said of all.
            leader = leader.filter(|_| heads_list).or_else(|| at.checked_sub(1));
            if heads_list || is_list(at) {
                let above = leader.and_then(|above| self.last_line(blocks[above]));
                self.lead_in(above.filter(|&line| phrase::leads_in(self.text(line))), made, context);
            }
            leader = leader.filter(|_| heads_list);
            at += count;
        }
    }

    /// Shows the line above a list on those entries of `context` that were made since, if it says what they have in common.
    pub fn lead_in(&mut self, line: Option<LineId>, made: usize, context: &Context) {
        let body = |&line: &LineId| self.roles.line(line) == Role::Body;
        let Some(line) = line.filter(body).filter(|_| self.entries.len() > made) else { return };
        let Some(lead) = phrase::lead_in(self.text(line)) else { return };
        let start = self.tree.line(line).text.start;
        let text = lead.start + start..lead.end + start;
        if self.is_shown(context, self.tree.text(&text)) {
            return;
        }
        let mut hint = term_html(self.tree, line, &text, self.breaks());
        hint.number_references(0, |_| None);
        for entry in &mut self.entries[made..] {
            let below = entry.context == *context && matches!(entry.body, Body::Term { .. });
            if below && entry.hint.is_empty() {
                entry.hint = hint.clone();
            }
        }
    }

    /// The last line of a paragraph that is no term itself.
    pub fn last_line(&self, id: BlockId) -> Option<LineId> {
        let block = self.tree.block(id);
        let prose = matches!(block.kind, BlockKind::Paragraph(_)) && self.roles.block(id) == Role::Body;
        (prose && !block.lines.is_empty()).then(|| block.lines.end - 1)
    }

    /// Finds the entries of the first of `blocks`. Tells how many of them it spoke for.
    fn shape(&mut self, blocks: &[BlockId], style: &mut Style, context: &Context) -> usize {
        let id = blocks[0];
        if self.roles.block(id) == Role::Gone {
            return 1;
        }
        match self.tree.block(id).kind {
            BlockKind::List(_) => return self.list(blocks, context),
            BlockKind::Quote(_) if !self.details(id, context) => {
                let quoted: Vec<BlockId> = self.tree.content(id).collect();
                if !self.hides_example(id) {
                    self.blocks(&quoted, context);
                }
            }
            BlockKind::Paragraph(_) => return self.paragraph(blocks, style, context),
            BlockKind::Table if self.config.tables => self.table(id, context),
            BlockKind::Table => self.decide(self.tree.block(id).span.clone(), Rule::TablesAreOff),
            _ => {}
        }
        1
    }

    pub fn children(&self, id: BlockId) -> Vec<BlockId> {
        self.tree.children(id).collect()
    }

    /// Lines that their author has not finished leave the definition.
    pub fn drop_to_dos(&mut self, lines: Range<LineId>) {
        for line in lines {
            let text = self.text(line);
            if phrase::says_to_do(text) || (self.has_unfinished_marks && phrase::has_unfinished_mark(text)) {
                let text = text.to_owned();
                self.roles.line_is_to_do(line);
                self.unfinished(self.tree.line(line).span.clone(), text);
            }
        }
    }

    pub fn unfinished(&mut self, span: Span, text: String) {
        self.decide(span.clone(), Rule::ToDo);
        self.report(span, findings::ToDo { text }.into());
    }

    pub fn decide(&mut self, span: Span, rule: Rule) {
        self.decisions.push(Decision { source: self.index, span, rule });
    }

    pub fn report(&mut self, span: Span, finding: Finding) {
        let place = Some(Place::new(&self.source.text, span));
        self.diagnostics.push(Diagnostic { path: self.source.path.clone(), place, finding });
    }

    /// The plain text of a line.
    pub fn text(&self, line: LineId) -> &'a str {
        self.tree.text(&self.tree.line(line).text)
    }

    /// The same, with code, links and addresses blotted out.
    pub fn masked(&self, line: LineId) -> &'a str {
        self.tree.masked(&self.tree.line(line).text)
    }

    pub fn breaks(&self) -> Breaks {
        match self.config.breaks {
            LineBreaks::Auto => {
                self.margin.map_or(Breaks::Kept, |margin| Breaks::Joined(margin.saturating_sub(WRAP_SLACK)))
            }
            LineBreaks::Join => Breaks::Joined(0),
        }
    }

    pub fn renderer(&self) -> Renderer<'_> {
        Renderer::new(self.tree, &self.roles, self.breaks())
    }

    /// Takes off a line's range what is not the term itself.
    pub fn named(&self, text: &Range<usize>) -> Named {
        let mut named = phrase::name(self.tree.text(text), &self.config.words.markers);
        named.range = named.range.start + text.start..named.range.end + text.start;
        named
    }

    /// The sides of a part of a line: at one of the author's own separators, else at one of ours.
    pub fn sides(&self, text: &Range<usize>) -> Option<Separated> {
        let (line, masked) = (self.tree.text(text), self.tree.masked(text));
        let own = phrase::separate_at_own(line, masked, &self.config.words.separators);
        own.or_else(|| phrase::separate(line, masked))
    }

    /// Why a line with something under it is no term; the author may have chosen how long one may be.
    pub fn not_a_term(&self, text: &str) -> Option<NotATerm> {
        let longest = self.config.longest_term;
        match phrase::not_a_term(text) {
            None | Some(NotATerm::Wide) if longest != Config::LONGEST_TERM => {
                is_wider(text.trim(), longest).then_some(NotATerm::Wide)
            }
            told => told,
        }
    }

    /// The context of what stands under a term in `context`.
    pub fn under(&self, context: &Context, term: &Range<usize>) -> Context {
        let term = one_line(self.tree.text(term));
        context.iter().cloned().chain(Some(term)).collect()
    }

    /// Makes an entry of a draft, if it asks and answers something; else tells the rule that left it out.
    pub fn add(&mut self, draft: Draft, mut definition: Definition) -> Result<(), Rule> {
        let text = one_line(self.tree.text(&draft.named.range));
        if let Err(rule) = self.is_worth_asking(&draft, &text, &definition) {
            self.review_left_out(&draft, rule, &text, &definition);
            self.decide(draft.span, rule);
            return Err(rule);
        }
        self.review(draft.line, &text, &definition);
        self.account_for(&definition);
        let mut term = term_html(self.tree, draft.line, &draft.named.range, self.breaks());
        term.push(&draft.suffix);
        self.footnotes(&mut term, &mut definition);
        let tags = with_unfinished(draft.named.tags, definition.seen.to_dos);
        let (definition, children) = definition.into_field();
        let body = Body::Term { text, term, definition, children };
        let Draft { span, context, rule, directive, .. } = draft;
        let hint = Html::default();
        self.entries.push(Entry { source: self.index, span, context, hint, tags, rule, directive, body });
        Ok(())
    }

    /// Makes an entry under the file's title.
    pub fn add_titled(&mut self, title: &str, mut term: Html, span: Span, mut definition: Definition) {
        self.account_for(&definition);
        self.footnotes(&mut term, &mut definition);
        let tags = with_unfinished(Vec::new(), definition.seen.to_dos);
        let (definition, children) = definition.into_field();
        let body = Body::Term { text: title.to_owned(), term, definition, children };
        let (context, hint, rule) = (Context::default(), Html::default(), Rule::Title);
        self.entries.push(Entry { source: self.index, span, context, hint, tags, rule, directive: None, body });
    }

    /// Whether a part of a line can name something: it has a word, or code or a formula, in which `&&` is a name.
    pub fn is_name(&self, line: LineId, text: &Range<usize>) -> bool {
        let in_text = |inline: &Inline| inline.start < text.end && inline.end > text.start;
        let inlines = self.tree.inlines(&self.tree.line(line).inlines);
        phrase::has_word(self.tree.text(text))
            || inlines
                .iter()
                .any(|inline| matches!(inline.kind, InlineKind::Code | InlineKind::Math(_)) && in_text(inline))
    }

    /// Says what was left out of a definition, where there was something to read.
    pub fn account_for(&mut self, definition: &Definition) {
        for (span, rule) in &definition.left_out {
            if phrase::has_word(&self.source.text[span.clone()]) {
                self.decide(span.clone(), *rule);
            }
        }
        for (span, finding) in &definition.findings {
            self.report(span.clone(), finding.clone());
        }
    }

    /// `text`: the term, as plain text.
    fn is_worth_asking(&self, draft: &Draft, text: &str, definition: &Definition) -> Result<(), Rule> {
        let seen = &definition.seen;
        if !self.is_name(draft.line, &draft.named.range) {
            return Err(Rule::NoWord);
        }
        if draft.rule == Rule::Heading && phrase::is_invitation(text) {
            return Err(Rule::Advice);
        }
        if seen.is_mostly_code() {
            return Err(Rule::MostlyCode);
        }
        if definition.is_told_by(text) {
            return Err(Rule::NoDefinition);
        }
        if definition.only_announces() {
            return Err(Rule::Announcement);
        }
        let set = seen.names > 0 && !seen.is_own();
        if !seen.is_own() && !set {
            return Err(match seen {
                Substance { aspects: 1.., .. } => Rule::Shelf,
                Substance { inline: Seen { linked: 1.., .. }, .. } => Rule::OnlyLinks,
                _ => Rule::NoDefinition,
            });
        }
        if set && (seen.names > LARGEST_SET || !phrase::asks_for_a_set(self.tree.text(&draft.named.range))) {
            return Err(Rule::Shelf);
        }
        if is_short(seen) && phrase::may_be_advice(definition.html.as_str()) && phrase::is_advice(&definition.text()) {
            return Err(Rule::Advice);
        }
        self.is_answered(draft, definition)
    }

    /// Whether a definition tells something that can be recalled, and not only what is asked, or where it is told.
    fn is_answered(&self, draft: &Draft, definition: &Definition) -> Result<(), Rule> {
        let (term, seen) = (self.tree.text(&draft.named.range), &definition.seen);
        let html = definition.html.as_str();
        let text = LazyCell::new(|| definition.text());
        let lines = definition.plain_line().is_none();
        if lines && phrase::may_be_syllabus(html) && phrase::is_syllabus(&text) {
            return Err(Rule::Advice);
        }
        if seen.code_lines + seen.tables + seen.inline.images > 0 {
            return Ok(());
        }
        if phrase::is_task(term) && phrase::all_tasks(&text) {
            Err(Rule::Advice)
        } else if lines && phrase::has_question_mark(html) && !phrase::asks_for_a_set(term) && phrase::only_asks(&text)
        {
            Err(Rule::Unanswered)
        } else if lines
            && memchr::memchr_iter(b'<', html.as_bytes()).count() >= FEWEST_TAGS.min(self.config.longest_list)
            && phrase::is_catalogue(&text, self.config.longest_list)
        {
            Err(Rule::LongList)
        } else if draft.rule == Rule::Heading && is_short(seen) && phrase::tells_elsewhere(&text) {
            Err(Rule::Announcement)
        } else {
            Ok(())
        }
    }
}

fn with_unfinished(mut tags: Vec<String>, to_dos: usize) -> Vec<String> {
    if to_dos > 0 && !tags.iter().any(|tag| tag == phrase::UNFINISHED_TAG) {
        tags.push(phrase::UNFINISHED_TAG.to_owned());
    }
    tags
}

/// Fewest tags of a list that may be too long for an answer.
const FEWEST_TAGS: usize = 20;

/// Most members of a set that a card may ask for.
const LARGEST_SET: usize = 9;

fn is_short(seen: &Substance) -> bool {
    seen.inline.prose < 200 && seen.code_lines == 0 && seen.tables == 0 && seen.inline.images == 0
}

/// `text` with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    let odd = has_odd_space(text);
    if odd { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.to_owned() }
}

/// Whether there is white space in `text` that is not one space, by its bytes: terms are too
/// short for a search for each kind of it to pay.
fn has_odd_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    let goes_on = |at: usize, rest: &[u8]| bytes[at + 1..].starts_with(rest);
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'\n' | b'\t' => true,
        b' ' => goes_on(at, b" "),
        0xc2 => goes_on(at, b"\xa0"),
        0xe3 => goes_on(at, b"\x80\x80"),
        _ => false,
    })
}

/// The column at which an editor wrapped the lines of a file.
///
/// A file is hard-wrapped when at least half of its lines inside paragraphs end
/// within 16 columns of one width between 56 and 130. Elsewhere lines are broken
/// on purpose.
fn margin(source: &Source, tree: &Tree) -> Option<usize> {
    let mut widths = Vec::new();
    for id in 0..tree.len() {
        let block = tree.block(id);
        if matches!(block.kind, BlockKind::Paragraph(_)) && block.lines.len() > 1 {
            let inner = block.lines.start..block.lines.end - 1;
            widths.extend(inner.map(|line| end_column(source, tree.line(line).span.end)));
        }
    }
    if widths.len() < 6 {
        return None;
    }
    widths.sort_unstable();
    let margin = widths[widths.len() * 95 / 100 - usize::from(widths.len() % 20 == 0)];
    let near = widths.iter().filter(|&&width| width + WRAP_SLACK >= margin).count();
    ((56..=130).contains(&margin) && near * 2 >= widths.len()).then_some(margin)
}

/// The column of the byte `end` in its source line, from 0.
fn end_column(source: &Source, end: usize) -> usize {
    let before = &source.text[..end];
    columns(before[memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1)..].trim_end())
}

/// Whether a line goes on in the next one, though it reads like a term.
impl Walk<'_> {
    pub fn goes_on(&self, line: LineId, next: LineId) -> bool {
        let (first, second) = (self.text(line), self.text(next));
        if phrase::is_broken_sentence(first, second) {
            return true;
        }
        self.reaches_margin(line, next) || (self.margin.is_none() && phrase::is_long_prose(first, second))
    }

    /// Whether an editor wrapped a line because the first word of the next one had no room in it.
    pub fn reaches_margin(&self, line: LineId, next: LineId) -> bool {
        self.margin.is_some_and(|margin| {
            let end = end_column(self.source, self.tree.line(line).span.end);
            end + 1 + phrase::first_word_columns(self.text(next)) > margin.saturating_sub(6)
        })
    }

    /// Whether the words of a heading or a term are already on the question.
    pub fn is_shown(&self, context: &Context, text: &str) -> bool {
        let wanted = squeezed(text);
        context.iter().map(String::as_str).chain(Some(self.title)).any(|shown| squeezed(shown).contains(&wanted))
    }
}

fn squeezed(text: &str) -> String {
    lexicon::key(text).replace(' ', "")
}

#[cfg(test)]
mod tests {
    use crate::model::config::LineBreaks;
    use crate::model::entry::Body;
    use crate::{Config, Source, extract};

    fn definition(text: &str, breaks: LineBreaks) -> String {
        let source = Source { path: "a.md".to_owned(), text: text.to_owned(), ..Source::default() };
        let config = Config { breaks, ..Config::default() };
        let entries = extract(&[source], &config).entries;
        match &entries[0].body {
            Body::Term { definition, .. } => definition.to_string(),
            Body::Cloze { .. } => String::new(),
        }
    }

    #[test]
    fn lines_are_broken_as_their_author_did_or_joined_as_their_language_is_written() {
        let text = "## 季語\n季節を表す\nことば。English\nwords と\n語。  \n改める。\n";
        assert_eq!(definition(text, LineBreaks::Auto), "季節を表す<br>ことば。English<br>words と<br>語。<br>改める。");
        assert_eq!(definition(text, LineBreaks::Join), "季節を表すことば。English words と語。<br>改める。");
    }
}
