//! Headings: a section with its own body asks what its heading is.

use std::collections::BTreeMap;

use super::definition::Definition;
use super::phrase::{self, Named};
use super::roles::Role::Gone;
use super::trap;
use super::walk::{Draft, Walk};
use crate::findings::{self, Unread};
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, BlockKind, Html, InlineKind, Tag, Tree};
use crate::model::decision::{Heading, Rule};
use crate::model::entry::Context;
use crate::text::Span;

/// A heading and its own body: everything up to the next heading of any level.
struct Section {
    /// `None`: what stands before the first heading.
    heading: Option<BlockId>,
    level: u8,
    /// The section that it is in, by position.
    parent: Option<usize>,
    blocks: Vec<BlockId>,
    has_children: bool,
}

/// What a heading is to the cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// A subject of its own.
    Subject,
    /// Its body says more of the heading above it: 概要, Overview.
    Attribute,
    /// It is about the note: no entry, but what is under it lives.
    AboutTheNote,
    /// There is nothing to learn under it: 参考, References.
    References,
}

/// An entry of a section that is not made yet: attribute headings may add to it.
struct Pending {
    section: usize,
    definition: Definition,
    span: Span,
}

/// Longest body of a file without headings that is one entry, in characters.
const LONGEST_UNTITLED: usize = 600;

/// Fewest lines under a title that are known properties of a page.
const FEWEST_PROPERTIES: usize = 2;
/// Longest mark of a table of contents, in bytes.
const LONGEST_MARK: usize = 12;
/// Fewest headings that are the parts of what stands above them.
const FEWEST_PARTS: usize = 2;

/// Finds the entries of a whole source.
pub(super) fn source(walk: &mut Walk<'_>) {
    trap::account(walk);
    page_properties(walk);
    marks_of_contents(walk);
    end_of_notes(walk);
    let mut sections = sections(walk.tree);
    give_aspects_to_siblings(walk.tree, &mut sections);
    let title = title_heading(walk, &sections);
    let mut reader =
        Reader { roles: Vec::new(), contexts: Vec::new(), pending: Vec::new(), title, sections: &sections };
    for at in 0..sections.len() {
        reader.section(walk, at);
    }
    walk.headings = reader.headings(walk);
    reader.finish(walk);
    walk.footnotes_left();
}

/// What a page's program writes under its title, as lines `Class: ECON 101`, is on no card.
fn page_properties(walk: &mut Walk<'_>) {
    let mut blocks = walk.tree.children(0);
    let first = blocks.next().filter(|&id| matches!(walk.tree.block(id).kind, BlockKind::Heading(1)));
    let Some(id) = first.and_then(|_| blocks.next()) else { return };
    let block = walk.tree.block(id);
    if !matches!(block.kind, BlockKind::Paragraph(_)) {
        return;
    }
    let keys = block.lines.clone().map(|line| walk.text(line).split_once(':').map(|(key, _)| lexicon::key(key)));
    let Some(keys) = keys.collect::<Option<Vec<String>>>() else { return };
    if keys.iter().filter(|key| lexicon::is(Class::PageProperty, key)).count() >= FEWEST_PROPERTIES {
        walk.roles.block_is_gone(id);
        walk.decide(block.span.clone(), Rule::Property);
    }
}

/// `[toc]` is what another program shows contents for.
fn marks_of_contents(walk: &mut Walk<'_>) {
    let is_mark = |&id: &BlockId| {
        let block = walk.tree.block(id);
        let text = || walk.source.text[block.span.clone()].trim().to_lowercase();
        matches!(block.kind, BlockKind::Paragraph(_)) && block.lines.len() == 1 && {
            block.span.len() <= LONGEST_MARK && lexicon::is_lower(Class::ContentsMark, text().as_str())
        }
    };
    let marks: Vec<BlockId> = walk.tree.children(0).filter(is_mark).collect();
    for id in marks {
        walk.roles.block_is_gone(id);
        walk.decide(walk.tree.block(id).span.clone(), Rule::References);
    }
}

/// A last line that only says that the notes end is on no card.
fn end_of_notes(walk: &mut Walk<'_>) {
    let Some(last) = walk.tree.children(0).last() else { return };
    let block = walk.tree.block(last);
    if !matches!(block.kind, BlockKind::Paragraph(_)) || block.lines.len() != 1 {
        return;
    }
    let line = walk.tree.line(block.lines.start);
    let emphasised = walk.tree.whole_span(line, &block.text, |tag| matches!(tag, Tag::Emphasis | Tag::Strong));
    if phrase::ends_the_notes(walk.tree.text(&block.text), emphasised) {
        walk.roles.block_is_gone(last);
        walk.decide(block.span.clone(), Rule::AboutTheNote);
    }
}

fn sections(tree: &Tree) -> Vec<Section> {
    let mut sections = vec![Section { heading: None, level: 0, parent: None, blocks: Vec::new(), has_children: false }];
    for id in tree.children(0) {
        let last = sections.len() - 1;
        let BlockKind::Heading(level) = tree.block(id).kind else {
            sections[last].blocks.push(id);
            continue;
        };
        let mut parent = last;
        while sections[parent].level >= level {
            parent = sections[parent].parent.unwrap_or(0);
        }
        sections[parent].has_children = true;
        sections.push(Section {
            heading: Some(id),
            level,
            parent: Some(parent),
            blocks: Vec::new(),
            has_children: false,
        });
    }
    sections
}

/// What any subject has, told several times side by side, is told of the sibling before it, whatever the levels:
/// 「特徴」 after 「S3」, and again after 「EBS」.
fn give_aspects_to_siblings(tree: &Tree, sections: &mut [Section]) {
    let aspect = |section: &Section| {
        let key = lexicon::key(heading_text(tree, section.heading?));
        lexicon::is_aspect(&key).then_some((section.parent, section.level, key))
    };
    let mut times: BTreeMap<(Option<usize>, u8, String), usize> = BTreeMap::new();
    for name in sections.iter().filter_map(aspect) {
        *times.entry(name).or_default() += 1;
    }
    times.retain(|_, times| *times > 1);
    if times.is_empty() {
        return;
    }
    let mut siblings: BTreeMap<(Option<usize>, u8), usize> = BTreeMap::new();
    for at in 1..sections.len() {
        let place = (sections[at].parent, sections[at].level);
        if !aspect(&sections[at]).is_some_and(|name| times.contains_key(&name)) {
            siblings.insert(place, at);
        } else if let Some(&sibling) = siblings.get(&place) {
            sections[at].parent = Some(sibling);
            sections[sibling].has_children = true;
        }
    }
}

/// The heading that is the file's title: the sole top heading, at the start, or one that repeats the title.
fn title_heading(walk: &Walk<'_>, sections: &[Section]) -> Option<usize> {
    let top = sections.iter().skip(1).filter(|section| section.level == 1).count();
    let first = sections.get(1).filter(|section| section.level == 1 && top == 1)?;
    let text = heading_text(walk.tree, first.heading?);
    let untitled = walk.source.front_matter.title.is_none();
    (untitled || lexicon::key(text) == lexicon::key(walk.title)).then_some(1)
}

/// The text of a sole leading top heading: the title of a file whose front matter has none.
pub(super) fn leading_title(tree: &Tree, markers: &[String]) -> Option<String> {
    let mut headings = tree.children(0).filter_map(|id| match tree.block(id).kind {
        BlockKind::Heading(level) => Some((level, id)),
        _ => None,
    });
    let (1, id) = headings.next()? else {
        return None;
    };
    let text = heading_text(tree, id);
    let named = phrase::name(text, markers);
    let title = super::walk::one_line(&text[named.range]);
    (headings.all(|(level, _)| level > 1) && phrase::has_word(&title)).then_some(title)
}

fn heading_text(tree: &Tree, heading: BlockId) -> &str {
    let block = tree.block(heading);
    if block.lines.is_empty() { "" } else { tree.text(&block.text).trim() }
}

struct Reader<'a> {
    sections: &'a [Section],
    /// The position of the title's section.
    title: Option<usize>,
    roles: Vec<Role>,
    /// The context of what stands under each section.
    contexts: Vec<Context>,
    pending: Vec<Pending>,
}

impl Reader<'_> {
    fn section(&mut self, walk: &mut Walk<'_>, at: usize) {
        let section = &self.sections[at];
        let role = self.role(walk, at);
        self.roles.push(role);
        self.contexts.push(self.context(walk, at));
        let span = section_span(walk.tree, section);
        if role == Role::References {
            let skipped = section.heading.is_some_and(|heading| walk.is_skipped(heading));
            return walk.decide(span, if skipped { Rule::Skipped } else { Rule::References });
        }
        let context = self.contexts[at].clone();
        walk.blocks(&section.blocks, &context);
        let mut renderer = walk.renderer();
        renderer.blocks(section.blocks.iter().copied());
        let definition = renderer.finish();
        match section.heading {
            None => self.preamble(walk, definition, span),
            Some(_) => self.body(walk, at, definition, span),
        }
    }

    /// What stands before the first heading: all there is, in a file without headings.
    fn preamble(&mut self, walk: &mut Walk<'_>, definition: Definition, span: Span) {
        let text = walk.tree.text(&walk.tree.block(0).text);
        let short = text.chars().count() <= LONGEST_UNTITLED;
        if self.sections.len() == 1 && short && definition.seen.is_own() && is_subject(walk.title) {
            self.pending.push(Pending { section: 0, definition, span });
        } else if !self.sections[0].blocks.is_empty() {
            let reason = if self.sections.len() == 1 { Unread::WithoutHeadings } else { Unread::AboveHeadings };
            walk.review_preamble(&self.sections[0].blocks, &definition, reason);
            walk.decide(span, Rule::Preamble);
        }
    }

    fn body(&mut self, walk: &mut Walk<'_>, at: usize, definition: Definition, span: Span) {
        if self.is_empty(walk, at) {
            return;
        }
        match self.roles[at] {
            Role::Subject if self.is_of_the_notes(walk, at, &definition) => walk.decide(span, Rule::AboutTheNote),
            Role::Subject => self.pending.push(Pending { section: at, definition, span }),
            Role::Attribute => self.attribute(walk, at, definition, span),
            Role::AboutTheNote | Role::References => walk.decide(span, Rule::AboutTheNote),
        }
    }

    /// Whether a few words under the title say what these notes are; so does a quotation over all sections.
    fn is_of_the_notes(&self, walk: &Walk<'_>, at: usize, definition: &Definition) -> bool {
        let short = definition.seen.inline.prose <= LONGEST_UNTITLED;
        let section = &self.sections[at];
        let is_aside = |&id: &BlockId| {
            matches!(walk.tree.block(id).kind, BlockKind::Quote(_) | BlockKind::Rule) || walk.roles.block(id) == Gone
        };
        let aside = || section.has_children && section.blocks.iter().all(is_aside);
        self.title == Some(at) && short && (aside() || phrase::is_of_the_notes(&definition.text()))
    }

    /// Whether there is nothing under a heading. A rule is nothing: `---` often closes each part of a note.
    fn is_empty(&self, walk: &Walk<'_>, at: usize) -> bool {
        self.sections[at].blocks.iter().all(|&id| walk.tree.block(id).kind == BlockKind::Rule)
    }

    /// The body of an attribute heading says more of the nearest subject above.
    fn attribute(&mut self, walk: &mut Walk<'_>, at: usize, definition: Definition, span: Span) {
        let mut subject = at;
        while self.roles[subject] == Role::Attribute {
            subject = self.sections[subject].parent.unwrap_or(0);
        }
        let definition = match self.sections[at].heading {
            Some(heading) => {
                walk.decide(walk.tree.block(heading).span.clone(), Rule::Attribute);
                titled(walk, heading, definition)
            }
            None => definition,
        };
        match self.pending.iter_mut().find(|pending| pending.section == subject) {
            Some(pending) => {
                pending.definition.append(definition);
                pending.span.end = span.end;
            }
            None => self.pending.push(Pending { section: subject, definition, span }),
        }
    }

    /// The headings with what stands right under each; first of all what stands before them, if anything does.
    fn headings(&self, walk: &Walk<'_>) -> Vec<Heading> {
        let all = self.sections.iter().zip(&self.contexts);
        let all = all.filter(|(section, _)| section.heading.is_some() || !section.blocks.is_empty());
        all.map(|(section, path)| Heading { span: section_span(walk.tree, section), path: path.clone() }).collect()
    }

    fn finish(mut self, walk: &mut Walk<'_>) {
        self.empty_headings(walk);
        for mut pending in std::mem::take(&mut self.pending) {
            self.name_parts(walk, &mut pending);
            let section = &self.sections[pending.section];
            let context = section.parent.map(|parent| self.contexts[parent].clone()).unwrap_or_default();
            match section.heading {
                Some(heading) => add_heading(walk, heading, &context, pending),
                None => add_untitled(walk, pending),
            }
        }
    }

    /// Where what a heading says ends by announcing what follows, and what follows are headings, they are what it says:
    /// 「次の二つがある。」
    fn name_parts(&self, walk: &Walk<'_>, pending: &mut Pending) {
        let (at, section) = (pending.section, &self.sections[pending.section]);
        let last_line = section.blocks.last().and_then(|&last| walk.last_line(last));
        let Some(announcement) = last_line.and_then(|line| phrase::announcement(walk.text(line))) else { return };
        let below = self.sections.iter().zip(&self.roles).skip(at + 1);
        let parts: Vec<&str> = below
            .take_while(|(below, _)| below.level > section.level)
            .filter(|(below, role)| below.parent == Some(at) && **role == Role::Subject)
            .filter_map(|(part, _)| Some(walk.tree.text(&named_heading(walk, part.heading?).range)))
            .filter(|name| phrase::has_word(name))
            .collect();
        if parts.len() < FEWEST_PARTS || phrase::count_told(announcement).is_some_and(|count| count != parts.len()) {
            return;
        }
        let mut names = Definition::default();
        names.html.push_markup("<ul>");
        for part in parts {
            names.html.push_markup("<li>");
            names.html.push_text(&super::walk::one_line(part));
            names.html.push_markup("</li>");
        }
        names.html.push_markup("</ul>");
        names.parts = 1;
        pending.definition.append(names);
    }

    /// Headings with nothing under them, not even an attribute that became theirs.
    fn empty_headings(&self, walk: &mut Walk<'_>) {
        let mut asks = vec![false; self.sections.len()];
        for pending in &self.pending {
            asks[pending.section] = true;
        }
        for (at, section) in self.sections.iter().enumerate() {
            let Some(heading) = section.heading.filter(|_| self.roles[at] != Role::References) else { continue };
            if asks[at] || !self.is_empty(walk, at) {
                continue;
            }
            let span = walk.tree.block(heading).span.clone();
            if self.roles[at] == Role::AboutTheNote {
                walk.decide(span, Rule::AboutTheNote);
                continue;
            }
            walk.decide(span.clone(), Rule::EmptyHeading);
            if !section.has_children && !is_link(walk.tree, heading) {
                let term = heading_text(walk.tree, heading).to_owned();
                walk.report(span, findings::EmptyHeading { term }.into());
            }
        }
    }

    fn context(&self, walk: &Walk<'_>, at: usize) -> Context {
        let section = &self.sections[at];
        let above = section.parent.map(|parent| self.contexts[parent].clone()).unwrap_or_default();
        match section.heading {
            Some(heading) if self.title != Some(at) => {
                let term = named_heading(walk, heading).range;
                let lines = &walk.tree.block(heading).lines;
                let says = !lines.is_empty() && walk.is_name(lines.start, &term);
                if says { walk.under(&above, &term) } else { above }
            }
            _ => above,
        }
    }

    fn role(&self, walk: &Walk<'_>, at: usize) -> Role {
        let section = &self.sections[at];
        let (Some(heading), Some(parent)) = (section.heading, section.parent) else {
            return Role::Subject;
        };
        if self.roles[parent] == Role::References || walk.is_skipped(heading) {
            return Role::References;
        }
        if self.title == Some(at) {
            return Role::Subject;
        }
        let named = named_heading(walk, heading);
        let at_top = parent == 0 || self.title == Some(parent);
        let key = lexicon::key(walk.tree.text(&named.range));
        if lexicon::is(Class::ReferenceOverLinks, &key) && self.lists_links(walk, at) {
            return Role::References;
        }
        match role_of(&key, at_top, parent != 0) {
            Role::Subject if parent != 0 && lexicon::is_own(&walk.config.words.generic_headings, &key) => {
                Role::Attribute
            }
            role => role,
        }
    }

    /// Whether most lines of a section hold links.
    fn lists_links(&self, walk: &Walk<'_>, at: usize) -> bool {
        let lines = self.sections[at].blocks.iter().flat_map(|&id| walk.tree.block(id).lines.clone());
        let (mut all, mut linked) = (0, 0);
        for line in lines {
            let inlines = walk.tree.inlines(&walk.tree.line(line).inlines);
            all += 1;
            linked += usize::from(inlines.iter().any(|inline| matches!(inline.kind, InlineKind::Open(Tag::Link(_)))));
        }
        linked > 0 && linked * 2 >= all
    }
}

/// What a heading is, by its words. `below`: whether a heading stands above it.
fn role_of(key: &str, at_top: bool, below: bool) -> Role {
    if lexicon::is(Class::Reference, key) || lexicon::starts(Class::ReferenceStart, key) {
        return Role::References;
    }
    if lexicon::is(Class::AboutTheNote, key) || (at_top && lexicon::is(Class::AboutTheNoteAtTop, key)) {
        return Role::AboutTheNote;
    }
    let plain = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let attribute = lexicon::is(Class::Attribute, plain)
        || lexicon::is(Class::Example, plain)
        || lexicon::is(Class::AboutTheNoteAtTop, plain)
        || lexicon::is(Class::NamelessHeading, plain)
        || (!at_top && lexicon::is(Class::NamelessChapter, plain));
    if attribute && below { Role::Attribute } else { Role::Subject }
}

/// A definition under its attribute's name, unless that says nothing: 概要, Overview.
fn titled(walk: &Walk<'_>, heading: BlockId, definition: Definition) -> Definition {
    let named = named_heading(walk, heading);
    let name = walk.tree.text(&named.range);
    if !definition.seen.is_own() || lexicon::is(Class::Overview, &lexicon::key(name)) {
        return definition;
    }
    let mut titled = Definition::default();
    titled.html.push_markup("<p><strong>");
    titled.html.push_text(&super::walk::one_line(name));
    titled.html.push_markup("</strong></p>");
    titled.parts = 1;
    titled.append(definition);
    titled
}

fn section_span(tree: &Tree, section: &Section) -> Span {
    let first = section.heading.or(section.blocks.first().copied()).unwrap_or(0);
    let last = section.blocks.last().copied().or(section.heading).unwrap_or(0);
    let (start, end) = (tree.block(first).span.start, tree.block(last).span.end);
    if first == 0 { start..start } else { start..end }
}

/// Whether all of a heading is a link: what it names is told where that leads.
fn is_link(tree: &Tree, heading: BlockId) -> bool {
    let block = tree.block(heading);
    let first = block.lines.clone().next().map(|line| tree.line(line));
    first.is_some_and(|line| tree.whole_span(line, &block.text, |tag| matches!(tag, Tag::Link(_))))
}

fn named_heading(walk: &Walk<'_>, heading: BlockId) -> Named {
    let text = &walk.tree.block(heading).text;
    walk.named(text)
}

fn add_heading(walk: &mut Walk<'_>, heading: BlockId, context: &Context, pending: Pending) {
    let block = walk.tree.block(heading);
    if block.lines.is_empty() {
        walk.review_nameless(heading, &pending.definition);
        return walk.decide(pending.span, Rule::NoWord);
    }
    let (named, line) = (named_heading(walk, heading), block.lines.start);
    let span = block.span.start..pending.span.end.max(block.span.end);
    if pending.definition.seen.is_mostly_code() {
        let term = walk.tree.text(&named.range).to_owned();
        walk.report(block.span.clone(), findings::MostlyCode { term }.into());
    }
    if named.tags.iter().any(|tag| tag == phrase::UNFINISHED_TAG) {
        let text = heading_text(walk.tree, heading).to_owned();
        walk.report(block.span.clone(), findings::ToDo { text }.into());
    }
    let directive = walk.directive(heading).cloned().map(Box::new);
    // A heading that makes no entry has its decision, and stands in no definition.
    let draft = Draft { span, directive, ..Draft::new(walk, named, line, context, Rule::Heading) };
    let _ = walk.add(draft, pending.definition);
}

/// A short file without headings is an entry under its title.
fn add_untitled(walk: &mut Walk<'_>, pending: Pending) {
    let title = walk.title.to_owned();
    walk.add_titled(&title, Html::escape(&title), pending.span, pending.definition);
}

/// Whether a title names something: not a date, not "README", "untitled 2" or "index.ja". "Index funds" does.
fn is_subject(title: &str) -> bool {
    let key = lexicon::key(title);
    let named = key.contains(|c: char| c.is_alphabetic()) && title.chars().count() > 1;
    let nameless = |name: &str| {
        let rest = key.strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with('.') || !rest.contains(|c: char| c.is_alphabetic()))
    };
    named && !lexicon::words(Class::NamelessTitle).iter().any(|name| nameless(name))
}
