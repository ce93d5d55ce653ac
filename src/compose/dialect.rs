//! What the dialect read otherwise than it is written: what the author is told, and what is accounted for.

use super::Composer;
use crate::findings::{self, Diagnostic, Finding, MediaFault, Places, Reach};
use crate::markdown::BlockKind;
use crate::markdown::Trap;
use crate::model::decision::Rule;
use crate::text::Span;
use crate::text::one_line;

impl Composer<'_> {
    /// Accounts for what is no text, and reports the rest to the author.
    pub(super) fn account_for_dialect(&mut self) {
        let facts = self.facts;
        for comment in facts.tree.comments() {
            self.decide(comment.clone(), Rule::Comment);
        }
        self.report_open_comments();
        let mut places = Places::new(&facts.source.text);
        let mut report = |diagnostics: &mut Vec<Diagnostic>, span: &Span, finding| {
            let place = Some(places.place(span.clone()));
            diagnostics.push(Diagnostic { path: facts.source.path.clone(), place, finding });
        };
        for (span, trap) in facts.tree.traps() {
            let text = &facts.source.text[span.clone()];
            match said_of(*trap, text) {
                Ok(rule) => self.decide(span.clone(), rule),
                Err(finding) => report(&mut self.diagnostics, span, finding),
            }
        }
    }

    /// Reports images on the web, and what has no card for each, once that is known.
    pub(super) fn report_remote_images(&mut self) {
        let facts = self.facts;
        let mut places = Places::new(&facts.source.text);
        for (span, target) in facts.tree.remote_images() {
            let (target, fault) = (target.to_owned(), Box::new(MediaFault::Remote));
            let finding = match self.only_remote.remove(&span.start) {
                Some(term) => findings::NothingButMissing { term, target, fault }.into(),
                None => findings::Media { target, fault }.into(),
            };
            let place = Some(places.place(span.clone()));
            self.diagnostics.push(Diagnostic { path: facts.source.path.clone(), place, finding });
        }
    }

    /// Notes that the answer of a term is an image on the web, if one is in it.
    pub(super) fn note_only_remote(&mut self, span: &Span, term: &str) {
        if let Some(start) = self.facts.tree.remote_image_in(span) {
            self.only_remote.entry(start).or_insert_with(|| term.to_owned());
        }
    }

    /// Reports comments that nothing closes: they take all that follows.
    fn report_open_comments(&mut self) {
        let tree = self.facts.tree;
        for id in 1..tree.len() {
            let block = tree.block(id);
            let text = &self.facts.source.text[block.span.clone()];
            if block.kind == BlockKind::Html && text.starts_with("<!--") && !text.contains("-->") {
                let (opener, reach) = ("<!--".to_owned(), Reach::Lines(line_count(text)));
                let span = block.span.start..block.span.start + first_line(text).len();
                self.report(span, findings::UnclosedContainer { opener, reach }.into());
            }
        }
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// How many lines a text has, without blank ones at its end.
fn line_count(text: &str) -> usize {
    text.trim_end().lines().count()
}

/// The rule that left it out, or what the author is told.
fn said_of(trap: Trap, text: &str) -> Result<Rule, Finding> {
    let first = || one_line(first_line(text));
    Err(match trap {
        Trap::Markup => return Ok(Rule::Markup),
        Trap::Comment => return Ok(Rule::Comment),
        Trap::Property => return Ok(Rule::Property),
        Trap::Anchor => return Ok(Rule::Anchor),
        Trap::Setext => findings::SetextTrap.into(),
        Trap::HeadingWithoutSpace => findings::HeadingWithoutSpace { text: first() }.into(),
        Trap::HeadingInHtml => findings::HeadingInHtml { text: first() }.into(),
        Trap::UnclosedFence => findings::UnclosedFence { lines: line_count(text) }.into(),
        Trap::OutdentedFence => findings::OutdentedFence.into(),
        Trap::UnclosedContainer => findings::UnclosedContainer { opener: first(), reach: Reach::Heading }.into(),
        Trap::IndentedProse => findings::IndentedProse.into(),
        Trap::Emphasis => findings::EmphasisElsewhere { text: first() }.into(),
        Trap::ReversedLink => findings::ReversedLink { text: first() }.into(),
        Trap::ShallowChildren => findings::ShallowChildren.into(),
    })
}
