//! The sections of a source, and what each heading is to the cards.

use crate::lexicon::{self, Class, Lexicon};
use std::collections::BTreeMap;

use super::facts::Facts;
use super::phrase::{self, Named};
pub(crate) use super::title::heading_text;
use crate::markdown::{BlockId, BlockKind, InlineKind, Tag, Tree};
use crate::model::decision::Heading;
use crate::model::entry::Context;
use crate::text::Span;

/// The sections of a source, in order; the first one is what stands before the first heading.
#[derive(Default)]
pub(crate) struct Outline {
    pub sections: Vec<Section>,
    /// The position of the section whose heading is the file's title.
    pub title: Option<usize>,
    /// The paragraphs that only say that the options of a question follow. They are in no section.
    pub options_titles: Vec<BlockId>,
}

/// A heading and its own body: everything up to the next heading of any level.
pub(crate) struct Section {
    /// `None`: what stands before the first heading.
    pub heading: Option<BlockId>,
    pub level: u8,
    /// The section that it is in, by position.
    pub parent: Option<usize>,
    pub blocks: Vec<BlockId>,
    /// The position among its blocks of the first that stands under a heading "Answer".
    pub answered_from: Option<usize>,
    pub has_children: bool,
    /// Whether a subject of its own stands right under it, with something under its heading.
    pub has_subject: bool,
    pub part: SectionPart,
    /// The context of what stands right under the heading.
    pub context: Context,
}

/// What a heading is to the cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SectionPart {
    /// A subject of its own.
    Subject,
    /// Its body says more of the heading above it: 概要, Overview.
    Attribute,
    /// It is about the note: no entry, but what is under it lives.
    AboutTheNote,
    /// There is nothing to learn under it: 参考, References.
    References,
    /// It is "Answer", and what is under it answers the question above it: that has its blocks.
    Answer,
    /// The author leaves it out.
    Skipped,
    /// Its author has yet to write about it: `TODO: EFS`.
    Unfinished,
}

impl SectionPart {
    /// Returns true if nothing under the heading is read.
    pub fn is_left_out(self) -> bool {
        match self {
            Self::References | Self::Skipped => true,
            Self::Subject | Self::Attribute | Self::AboutTheNote | Self::Answer | Self::Unfinished => false,
        }
    }
}

impl Section {
    fn new(heading: Option<BlockId>, level: u8, parent: Option<usize>) -> Self {
        Self {
            heading,
            level,
            parent,
            blocks: Vec::new(),
            answered_from: None,
            has_children: false,
            has_subject: false,
            part: SectionPart::Subject,
            context: Context::default(),
        }
    }

    /// Where it stands in the source.
    pub fn span(&self, tree: &Tree) -> Span {
        let first = self.heading.or(self.blocks.first().copied()).unwrap_or(0);
        let last = self.blocks.last().copied().or(self.heading).unwrap_or(0);
        let (start, end) = (tree.block(first).span.start, tree.block(last).span.end);
        if first == 0 { start..start } else { start..end }
    }

    fn is_told_subject(&self, tree: &Tree) -> bool {
        self.part == SectionPart::Subject && (self.has_children || !self.is_empty(tree))
    }

    /// Returns true if nothing stands under the heading. A rule is nothing: `---` often closes each part of a note.
    pub fn is_empty(&self, tree: &Tree) -> bool {
        self.blocks.iter().all(|&id| tree.block(id).kind == BlockKind::Rule)
    }
}

impl Outline {
    /// The outline of a source.
    pub fn new(facts: &Facts<'_>) -> Self {
        let mut sections = sections(facts.tree);
        give_aspects_to_siblings(facts.tree, &mut sections);
        let options_titles = take_out_options_titles(facts, &mut sections);
        let answers = give_answers_to_questions(facts, &mut sections);
        let title = title_heading(facts, &sections);
        let mut outline = Self { sections, title, options_titles };
        for at in 0..outline.sections.len() {
            let answers = answers.binary_search(&at).is_ok();
            outline.sections[at].part = if answers { SectionPart::Answer } else { outline.part(facts, at) };
            outline.sections[at].context = outline.context(facts, at);
            let section = &outline.sections[at];
            if let Some(parent) = section.parent.filter(|_| section.is_told_subject(facts.tree)) {
                outline.sections[parent].has_subject = true;
            }
        }
        outline
    }

    /// The headings with what stands right under each; first of all what stands before them, if anything does.
    pub fn headings(&self, tree: &Tree) -> Vec<Heading> {
        let all = self.sections.iter();
        let all = all.filter(|section| section.heading.is_some() || !section.blocks.is_empty());
        all.map(|section| Heading { span: section.span(tree), path: section.context.clone() }).collect()
    }

    /// The context of a section's own entry.
    pub fn context_of(&self, at: usize) -> Context {
        let parent = self.sections[at].parent;
        parent.map(|parent| self.sections[parent].context.clone()).unwrap_or_default()
    }

    fn context(&self, facts: &Facts<'_>, at: usize) -> Context {
        let above = self.context_of(at);
        let Some(heading) = self.sections[at].heading.filter(|_| self.title != Some(at)) else { return above };
        let term = named_heading(facts, heading).range;
        let lines = &facts.tree.block(heading).lines;
        let says = !lines.is_empty() && facts.is_name(lines.start, &term);
        if says { facts.under(&above, &term) } else { above }
    }

    fn part(&self, facts: &Facts<'_>, at: usize) -> SectionPart {
        let section = &self.sections[at];
        let (Some(heading), Some(parent)) = (section.heading, section.parent) else {
            return SectionPart::Subject;
        };
        if facts.is_skipped(heading) {
            return SectionPart::Skipped;
        }
        if self.sections[parent].part.is_left_out() {
            return SectionPart::References;
        }
        if phrase::unwritten(heading_text(facts.tree, heading)).is_some() {
            return SectionPart::Unfinished;
        }
        if self.title == Some(at) {
            return SectionPart::Subject;
        }
        let named = named_heading(facts, heading);
        let depth = match parent {
            0 => Depth::Outermost,
            parent if self.title == Some(parent) => Depth::UnderTitle,
            _ => Depth::Deeper,
        };
        let key = lexicon::key(facts.tree.text(&named.range));
        if facts.config.words.is(Class::ReferenceOverLinks, &key) && self.lists_links(facts.tree, at) {
            return SectionPart::References;
        }
        if self.sections[parent].has_subject && is_topic(&facts.config.words, &key, depth) {
            return SectionPart::Subject;
        }
        let generic = || facts.config.words.is_own(Class::Attribute, &key);
        match part_by_name(&facts.config.words, &key, depth) {
            SectionPart::Subject if parent != 0 && generic() => SectionPart::Attribute,
            part => part,
        }
    }

    /// Returns true if most lines of a section hold links.
    fn lists_links(&self, tree: &Tree, at: usize) -> bool {
        let lines = self.sections[at].blocks.iter().flat_map(|&id| tree.block(id).lines.clone());
        let (mut all, mut linked) = (0, 0);
        for line in lines {
            let inlines = tree.inlines(&tree.line(line).inlines);
            all += 1;
            linked += usize::from(inlines.iter().any(|inline| matches!(inline.kind, InlineKind::Open(Tag::Link(_)))));
        }
        linked > 0 && linked * 2 >= all
    }
}

/// Where among the headings one stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// No heading is above it.
    Outermost,
    /// Only the file's title is above it.
    UnderTitle,
    /// Other headings are above it.
    Deeper,
}

/// Returns true if a heading that says something of the notes, where it begins them, is a topic behind another one.
fn is_topic(words: &Lexicon, key: &str, depth: Depth) -> bool {
    // Under a topic, what any topic has is said of it.
    let is_aspect = || depth == Depth::Deeper && lexicon::is_aspect(key);
    let is_own = || words.is_own(Class::AboutTheNote, key) || words.is_own(Class::AboutTheNoteAtTop, key);
    lexicon::is(Class::TopicToo, key) && !is_aspect() && !is_own()
}

/// What a heading is, by its words.
fn part_by_name(words: &Lexicon, key: &str, depth: Depth) -> SectionPart {
    let at_top = depth != Depth::Deeper;
    if words.is(Class::Reference, key) || lexicon::starts(Class::ReferenceStart, key) {
        return SectionPart::References;
    }
    if words.is(Class::AboutTheNote, key) || (at_top && words.is(Class::AboutTheNoteAtTop, key)) {
        return SectionPart::AboutTheNote;
    }
    let plain = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let attribute = lexicon::is(Class::Attribute, plain)
        || lexicon::is(Class::Example, plain)
        || words.is(Class::AboutTheNoteAtTop, plain)
        || words.is_nameless(plain)
        || words.is_own(Class::Overview, plain)
        || (!at_top && lexicon::is(Class::NamelessChapter, plain));
    if attribute && depth != Depth::Outermost { SectionPart::Attribute } else { SectionPart::Subject }
}

fn sections(tree: &Tree) -> Vec<Section> {
    let mut sections = vec![Section::new(None, 0, None)];
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
        sections.push(Section::new(Some(id), level, Some(parent)));
    }
    sections
}

/// What any subject has, when it stands several times side by side, belongs to the sibling before it, whatever the
/// levels: 「特徴」 after 「S3」, and again after 「EBS」.
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

/// Takes what only says that the options follow out of the questions: 「**選択肢**」 between a question and its list.
fn take_out_options_titles(facts: &Facts<'_>, sections: &mut [Section]) -> Vec<BlockId> {
    let mut titles = Vec::new();
    for section in sections {
        // A section has such a title seldom: its heading is read only then.
        let is_headed = || {
            let name = section.heading.map(|heading| named_heading(facts, heading).range);
            name.is_some_and(|name| phrase::heads_question(&facts.config.words, facts.tree.text(&name)))
        };
        let asks = |id: BlockId| facts.tree.block(id).lines.clone().any(|line| phrase::asks(facts.text(line)));
        let is_title = |at: usize| {
            facts.is_options_title(section.blocks[at])
                && at + 1 < section.blocks.len()
                && (section.blocks[..at].iter().any(|&id| asks(id)) || is_headed())
        };
        if let Some(at) = (1..section.blocks.len()).find(|&at| is_title(at)) {
            titles.push(section.blocks.remove(at));
        }
    }
    titles
}

/// What stands under "Answer" belongs to the question right above it, and so does what stands under "Options". Returns the
/// positions of such headings.
fn give_answers_to_questions(facts: &Facts<'_>, sections: &mut [Section]) -> Vec<usize> {
    let mut answers: Vec<usize> = Vec::new();
    let mut question = None;
    for at in 1..sections.len() {
        let Some(heading) = sections[at].heading else { continue };
        let named = named_heading(facts, heading);
        let text = facts.tree.text(&named.range);
        let level = sections[at].level;
        let above = question.filter(|&above: &usize| level >= sections[above].level && !facts.is_skipped(heading));
        if facts.keys.is_some_and(|keys| keys == heading) {
            answers.push(at);
            question = None;
            continue;
        }
        let is_titled = |title: Class| facts.config.words.is(title, &lexicon::key(text));
        let answers_it = above.is_some() && is_titled(Class::AnswerTitle);
        if let Some(above) = above.filter(|_| answers_it || is_titled(Class::OptionsTitle)) {
            let blocks = std::mem::take(&mut sections[at].blocks);
            let from = sections[above].blocks.len();
            if answers_it {
                sections[above].answered_from.get_or_insert(from);
            }
            sections[above].blocks.extend(blocks);
            answers.push(at);
        } else {
            question = Some(at).filter(|_| phrase::heads_question(&facts.config.words, text));
        }
    }
    answers
}

/// The heading that is the file's title: the sole top heading, at the start, or one that repeats the title.
fn title_heading(facts: &Facts<'_>, sections: &[Section]) -> Option<usize> {
    let top = sections.iter().skip(1).filter(|section| section.level == 1).count();
    let first = sections.get(1).filter(|section| section.level == 1 && top == 1)?;
    let text = heading_text(facts.tree, first.heading?);
    let untitled = facts.source.front_matter.title.is_none();
    (untitled || lexicon::key(text) == lexicon::key(&facts.title)).then_some(1)
}

/// The name of a heading, and the tags that its markers are.
pub(crate) fn named_heading(facts: &Facts<'_>, heading: BlockId) -> Named {
    facts.named(&facts.tree.block(heading).text)
}

/// Returns true if all of a heading is a link: what it names is told where that leads.
pub(crate) fn is_link(tree: &Tree, heading: BlockId) -> bool {
    let block = tree.block(heading);
    let first = block.lines.clone().next().map(|line| tree.line(line));
    first.is_some_and(|line| tree.whole_span(line, &block.text, |tag| matches!(tag, Tag::Link(_))))
}
