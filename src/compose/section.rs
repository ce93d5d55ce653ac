//! Sections: a heading with its own body asks what its heading is.

use super::Composer;
use super::definition::{Definition, LONGEST_ANNOUNCEMENT};
use crate::findings::{self, Finding, Says, Unfinished, Unread};
use crate::lexicon::{self, Class, Lexicon};
use crate::markdown::{BlockId, BlockKind};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise;
use crate::recognise::claim::{Asks, Claim};
use crate::recognise::outline::{Section, SectionPart, heading_text, is_link, named_heading};
use crate::recognise::phrase;
use crate::text::Span;
use crate::text::one_line;

/// Longest body of a file without headings that is one entry, in characters.
const LONGEST_UNTITLED: usize = 600;
/// Fewest headings that are the parts of what stands above them.
const FEWEST_PARTS: usize = 2;

/// The answer of a section that is not decided about yet: attribute headings may add to it.
struct Pending {
    section: usize,
    definition: Definition,
    span: Span,
    /// What asks, where it is not the heading alone.
    asked: Option<Claim>,
}

impl Composer<'_> {
    /// Composes all sections, in their order.
    pub(super) fn sections(&mut self) {
        let mut pending = Vec::new();
        for at in 0..self.outline.sections.len() {
            self.section(at, &mut pending);
        }
        self.empty_headings(&pending);
        for mut answer in pending {
            self.name_parts(&mut answer);
            match self.outline.sections[answer.section].heading {
                Some(heading) => self.heading(heading, answer),
                None if answer.definition.only_repeats_rows() => self.decide(answer.span, Rule::Shelf),
                None => self.add_titled(answer.span, answer.definition),
            }
        }
    }

    fn section(&mut self, at: usize, pending: &mut Vec<Pending>) {
        let facts = self.facts;
        let section = &self.outline.sections[at];
        let span = section.span(facts.tree);
        match section.part {
            SectionPart::Skipped => return self.decide(span, Rule::Skipped),
            SectionPart::References => return self.decide(span, Rule::References),
            SectionPart::Unfinished => return self.unfinished(section),
            SectionPart::Answer if section.heading == facts.keys => return self.decide(span, Rule::AnswerKeys),
            SectionPart::Answer => return self.decide(span, Rule::Attribute),
            SectionPart::Subject if self.question(at, pending) => return,
            SectionPart::Subject | SectionPart::Attribute | SectionPart::AboutTheNote => {}
        }
        self.blocks(&section.blocks, &section.context);
        let mut definition = self.rendered(&section.blocks);
        if section.heading.is_some() && self.split(&section.blocks, &section.context, &definition) {
            definition = self.rendered(&section.blocks);
        }
        let answer = Pending { section: at, definition, span, asked: None };
        match section.heading {
            None => self.preamble(answer, pending),
            Some(heading) => self.body(heading, answer, pending),
        }
    }

    fn rendered(&self, blocks: &[BlockId]) -> Definition {
        let mut renderer = self.renderer();
        renderer.blocks(blocks);
        renderer.finish()
    }

    /// Returns true if a heading asks a question with the blocks under it. What is in these is no card of its own.
    fn question(&mut self, at: usize, pending: &mut Vec<Pending>) -> bool {
        let section = &self.outline.sections[at];
        let context = self.outline.context_of(at);
        let claim = |heading| {
            let answered_from = section.answered_from.unwrap_or(section.blocks.len());
            let (asked, answers) = section.blocks.split_at(answered_from);
            recognise::asked_by_heading(self.facts, heading, asked, answers, &context)
        };
        let Some((claim, count)) = section.heading.and_then(claim) else { return false };
        self.blocks(&section.blocks[count..section.answered_from.unwrap_or(section.blocks.len())], &section.context);
        if matches!(claim.asks, Asks::Term(_)) {
            let (definition, span) = (self.answer(&claim.answer), claim.span.clone());
            pending.push(Pending { section: at, definition, span, asked: Some(claim) });
        } else {
            self.leave_out(claim);
        }
        true
    }

    /// A heading that its author has yet to write about: what is under it lives, unless it is called nothing else.
    fn unfinished(&mut self, section: &Section) {
        let facts = self.facts;
        let Some(heading) = section.heading else { return };
        let text = heading_text(facts.tree, heading);
        if phrase::unwritten(text).is_some_and(phrase::has_word) {
            self.blocks(&section.blocks, &section.context);
        }
        self.decide(section.span(facts.tree), Rule::ToDo);
        self.report(facts.span(heading), findings::ToDo { text: text.to_owned(), place: Unfinished::NoCard }.into());
    }

    /// What stands before the first heading: all there is, in a file without headings.
    fn preamble(&mut self, answer: Pending, pending: &mut Vec<Pending>) {
        let facts = self.facts;
        let sections = &self.outline.sections;
        let text = facts.tree.text(&facts.tree.block(0).text);
        let is_alone = sections.len() == 1 && text.chars().count() <= LONGEST_UNTITLED;
        if answer.definition.seen.is_own()
            && is_subject(&facts.config.words, &facts.title)
            && (is_alone || self.introduces(&answer.definition))
        {
            pending.push(answer);
        } else if !sections[0].blocks.is_empty() {
            let reason = if sections.len() == 1 { Unread::WithoutHeadings } else { Unread::AboveHeadings };
            self.review_preamble(&sections[0].blocks, &answer.definition, reason);
            self.decide(answer.span, Rule::Preamble);
        }
    }

    /// Returns true if what stands above all headings says what the title is: a sentence begins with it.
    fn introduces(&self, definition: &Definition) -> bool {
        let text = definition.text();
        let named = self.facts.source.front_matter.aliases.iter().chain([&self.facts.title]);
        let begins = |name: &String| begins_with(&text, name);
        definition.seen.inline.prose <= LONGEST_UNTITLED
            && named.into_iter().any(begins)
            && !phrase::is_of_the_notes(&text)
            && !phrase::tells_elsewhere(&text)
    }

    fn body(&mut self, heading: BlockId, answer: Pending, pending: &mut Vec<Pending>) {
        let section = &self.outline.sections[answer.section];
        if section.is_empty(self.facts.tree) {
            return;
        }
        match section.part {
            SectionPart::Subject => match self.not_of_the_subject(&answer) {
                None => pending.push(answer),
                Some(rule) => {
                    if rule == Rule::Motto {
                        self.review_motto(&section.blocks, &answer.definition);
                    }
                    self.decide(answer.span, rule);
                }
            },
            SectionPart::Attribute => self.attribute(heading, answer, pending),
            SectionPart::AboutTheNote => {
                self.review_about_the_note(heading, &answer);
                self.decide(answer.span, Rule::AboutTheNote);
            }
            SectionPart::References | SectionPart::Skipped | SectionPart::Answer | SectionPart::Unfinished => {
                self.decide(answer.span, Rule::AboutTheNote);
            }
        }
    }

    /// Tells of text under a heading that is read as one about the note, if it may be about the subject.
    fn review_about_the_note(&mut self, heading: BlockId, answer: &Pending) {
        let facts = self.facts;
        let name = facts.tree.text(&named_heading(facts, heading).range);
        let (key, definition) = (lexicon::key(name), &answer.definition);
        let is_topic = lexicon::is(Class::TopicToo, &key) && definition.seen.is_own();
        let may_tell = is_topic || lexicon::is(Class::MayTell, &key) && definition.is_a_sentence();
        if may_tell && definition.may_be_missed() {
            let text = one_line(name);
            self.report(facts.span(heading), findings::UnreadText { text, reason: Unread::AboutTheNote }.into());
        }
    }

    /// Why what stands under the title says nothing of the subject, if so: a few words say what these notes are, or a
    /// quotation stands over all sections.
    fn not_of_the_subject(&self, answer: &Pending) -> Option<Rule> {
        let definition = &answer.definition;
        if self.outline.title != Some(answer.section) || definition.seen.inline.prose > LONGEST_UNTITLED {
            return None;
        }
        if phrase::is_of_the_notes(&definition.text()) {
            return Some(Rule::AboutTheNote);
        }
        let section = &self.outline.sections[answer.section];
        let is_quote = |&id: &BlockId| matches!(self.facts.tree.block(id).kind, BlockKind::Quote(_));
        let is_aside = |&id: &BlockId| {
            is_quote(&id) || self.facts.tree.block(id).kind == BlockKind::Rule || self.placements.is_omitted(id)
        };
        let rule = || if section.blocks.iter().any(is_quote) { Rule::Motto } else { Rule::AboutTheNote };
        (section.has_children && section.blocks.iter().all(is_aside)).then(rule)
    }

    /// The body of an attribute heading says more of the nearest subject above.
    fn attribute(&mut self, heading: BlockId, answer: Pending, pending: &mut Vec<Pending>) {
        let sections = &self.outline.sections;
        let mut subject = answer.section;
        while sections[subject].part == SectionPart::Attribute {
            subject = sections[subject].parent.unwrap_or(0);
        }
        self.decide(self.facts.span(heading), Rule::Attribute);
        let (definition, span) = (self.titled(heading, answer.definition), answer.span);
        match pending.iter_mut().find(|pending| pending.section == subject) {
            Some(pending) => {
                pending.definition.append(definition);
                pending.span.end = span.end;
            }
            None => pending.push(Pending { section: subject, definition, span, asked: None }),
        }
    }

    /// An answer under its attribute's name, unless that says nothing: 概要, Overview.
    fn titled(&self, heading: BlockId, definition: Definition) -> Definition {
        let named = named_heading(self.facts, heading);
        let name = self.facts.tree.text(&named.range);
        if !definition.seen.is_own() || self.facts.config.words.is(Class::Overview, &lexicon::key(name)) {
            return definition;
        }
        definition.under(&one_line(name), self.facts.span(heading).start)
    }

    /// Where what a heading says ends by announcing what follows, and what follows are headings, they are what it says:
    /// 「次の二つがある。」
    fn name_parts(&self, answer: &mut Pending) {
        let facts = self.facts;
        let section = &self.outline.sections[answer.section];
        let last_line = section.blocks.last().and_then(|&last| self.last_line(last));
        let Some(announcement) = last_line.and_then(|line| phrase::announcement(facts.text(line))) else { return };
        let names = part_names(self, answer.section, section);
        if names.len() < FEWEST_PARTS || phrase::count_told(announcement).is_some_and(|count| count != names.len()) {
            return;
        }
        let names: Vec<(String, usize)> = names.into_iter().map(|(name, line)| (one_line(name), line)).collect();
        answer.definition.append(Definition::list(&names));
    }

    /// Returns true if no card came of a section, and no rule speaks of what it holds.
    fn is_bare(&self, section: &Span) -> bool {
        let is_in = |span: &Span| section.start < span.start && span.start < section.end;
        let says_nothing =
            |rule| matches!(rule, Rule::Comment | Rule::Markup | Rule::NoWord | Rule::BareItem | Rule::NoDefinition);
        !self.entries.iter().any(|entry| is_in(&entry.span))
            && self.decisions.iter().all(|decision| !is_in(&decision.span) || says_nothing(decision.rule))
    }

    /// Headings with nothing under them, not even an attribute that became theirs.
    fn empty_headings(&mut self, pending: &[Pending]) {
        let (outline, tree) = (self.outline, self.facts.tree);
        let mut asks = vec![false; outline.sections.len()];
        for answer in pending {
            asks[answer.section] = true;
        }
        for (at, (section, asks)) in outline.sections.iter().zip(asks).enumerate() {
            let Some(heading) = section.heading.filter(|_| !section.part.is_left_out()) else { continue };
            if matches!(section.part, SectionPart::Unfinished | SectionPart::Answer) {
                continue;
            }
            if asks || !section.is_empty(tree) {
                continue;
            }
            let span = self.facts.span(heading);
            if section.part == SectionPart::AboutTheNote {
                self.decide(span, Rule::AboutTheNote);
                continue;
            }
            self.decide(span.clone(), Rule::EmptyHeading);
            if !section.has_children && !is_link(tree, heading) {
                let (term, beside) = (heading_text(tree, heading).to_owned(), self.beside_title(at));
                self.report(span, findings::EmptyHeading { term, beside }.into());
            }
        }
    }

    /// The heading after the first of a source, where both are at the top: the first may be meant as the title.
    fn beside_title(&self, at: usize) -> Option<String> {
        let (sections, tree) = (&self.outline.sections, self.facts.tree);
        let is_first = sections[..at].iter().all(|section| section.heading.is_none() && section.is_empty(tree));
        let next = sections.get(at + 1).filter(|next| is_first && sections[at].level == 1 && next.level == 1)?;
        Some(heading_text(tree, next.heading?).to_owned()).filter(|text| !text.is_empty())
    }

    /// Makes an entry of a heading and its answer, if it asks and answers something.
    fn heading(&mut self, heading: BlockId, answer: Pending) {
        let facts = self.facts;
        let block = facts.tree.block(heading);
        let Pending { section, definition, span, asked } = answer;
        if block.lines.is_empty() {
            self.review_nameless(heading, &definition);
            return self.decide(span, Rule::NoWord);
        }
        let named = named_heading(facts, heading);
        if definition.is_mostly_code() {
            let term = facts.tree.text(&named.range).to_owned();
            self.report(block.span.clone(), findings::MostlyCode { term }.into());
        }
        if named.is_unfinished {
            let text = heading_text(facts.tree, heading).to_owned();
            self.report(block.span.clone(), findings::ToDo { text, place: Unfinished::InPlace }.into());
        }
        let span = block.span.start..span.end.max(block.span.end);
        if let Some(claim) = asked {
            let _ = self.add(Claim { span, ..claim }, definition);
            return;
        }
        let context: Context = self.outline.context_of(section);
        let mut claim = Claim::term(Rule::Heading, span.clone(), block.lines.start, named, &context);
        if let Asks::Term(term) = &mut claim.asks {
            term.directive = Some(heading);
        }
        let slip = self.slip_of(heading, section, &definition);
        let is_own = definition.seen.is_own();
        // A heading that makes no entry has its decision, and stands in no answer.
        let refused = self.add(claim, definition).err();
        if refused == Some(Rule::NoWord) && is_own {
            self.unread(heading, Unread::Nameless);
        }
        if let Some((_, finding)) = slip.filter(|(rule, _)| refused == Some(*rule) && self.is_bare(&span)) {
            self.report(block.span.clone(), finding);
        }
    }

    /// What is told of a heading over nothing that could be an answer, if this rule refuses it.
    fn slip_of(&self, heading: BlockId, section: usize, definition: &Definition) -> Option<(Rule, Finding)> {
        if self.outline.sections[section].has_children {
            return None;
        }
        let term = || heading_text(self.facts.tree, heading).to_owned();
        if definition.is_blank() {
            return Some((Rule::NoDefinition, findings::EmptyHeading { term: term(), beside: None }.into()));
        }
        // What is longer is an answer, whatever it says.
        let is_elsewhere =
            definition.seen.inline.prose < LONGEST_ANNOUNCEMENT && phrase::tells_elsewhere(&definition.text());
        let found = || findings::AnswersItself { term: term(), says: Says::Elsewhere }.into();
        if self.only_embeds(section) {
            return Some((Rule::OnlyLinks, found()));
        }
        is_elsewhere.then(|| (Rule::Announcement, found()))
    }

    /// Returns true if all that stands under a heading is another note that it shows: `![[Heart]]`.
    fn only_embeds(&self, section: usize) -> bool {
        let text = |&id: &BlockId| self.facts.source.text[self.facts.span(id)].trim_start();
        let blocks = &self.outline.sections[section].blocks;
        blocks.iter().all(|id| text(id).starts_with("![["))
    }
}

/// The names of the headings right under a section that are subjects of their own, and where each begins.
fn part_names<'f>(composer: &Composer<'f>, at: usize, section: &Section) -> Vec<(&'f str, usize)> {
    let facts = composer.facts;
    let below = composer.outline.sections.iter().skip(at + 1);
    below
        .take_while(|below| below.level > section.level)
        .filter(|below| below.parent == Some(at) && below.part == SectionPart::Subject)
        .filter_map(|part| part.heading)
        .map(|part| (facts.tree.text(&named_heading(facts, part).range), facts.span(part).start))
        .filter(|(name, _)| phrase::has_word(name))
        .collect()
}

/// Returns true if a text begins by saying what a name is: "Mitosis is …", 「浸透圧とは…」; not 「浸透圧計…」.
fn begins_with(text: &str, name: &str) -> bool {
    let plain = |text: &str| lexicon::key(&text.replace(['-', '_'], " "));
    let (text, name) = (plain(text), plain(name));
    let text = without_article(&text);
    // The page is called by the plural of what it defines: `Queues.md`.
    let names = [name.as_str(), name.strip_suffix('s').unwrap_or_default()];
    names.into_iter().filter(|name| !name.is_empty()).filter_map(|name| text.strip_prefix(name)).any(|rest| {
        // 「浸透圧（Osmotic pressure）とは」.
        lexicon::starts(Class::Defines, rest[phrase::bracketed_start(rest)..].trim_start())
    })
}

/// A text without the article that it begins with, in any language.
fn without_article(text: &str) -> &str {
    if let Some((_, rest)) = text.split_once('\'').filter(|(article, _)| *article == "l") {
        return rest;
    }
    // "die" is a verb in English, and so no word of these classes.
    let is_article = |word: &str| word == "die" || lexicon::is_any(&[Class::Article, Class::Determiner], word);
    let article = |(word, _): &(&str, &str)| is_article(word);
    text.split_once(' ').filter(article).map_or(text, |(_, rest)| rest)
}

/// Returns true if a title names something: not a date, not "README", "untitled 2" or "index.ja". "Index funds" does.
fn is_subject(words: &Lexicon, title: &str) -> bool {
    let key = lexicon::key(title);
    let named = key.contains(|c: char| c.is_alphabetic()) && title.chars().count() > 1;
    let nameless = |name: &str| {
        let rest = key.strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with('.') || !rest.contains(|c: char| c.is_alphabetic()))
    };
    named && !words.words(Class::NamelessTitle).any(nameless)
}
