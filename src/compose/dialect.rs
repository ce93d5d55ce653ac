//! What the dialect read otherwise than it is written: what the author is told, and what is accounted for.

use super::Composer;
use crate::findings::{self, Diagnostic, Finding, MediaFault, Places};
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
        let mut places = Places::new(&facts.source.text);
        let mut report = |diagnostics: &mut Vec<Diagnostic>, span: &Span, finding| {
            let place = Some(places.place(span.clone()));
            diagnostics.push(Diagnostic { path: facts.source.path.clone(), place, finding });
        };
        for (span, target) in facts.tree.remote_images() {
            let finding = findings::Media { target: target.to_owned(), fault: Box::new(MediaFault::Remote) }.into();
            report(&mut self.diagnostics, span, finding);
        }
        for (span, trap) in facts.tree.traps() {
            match said_of(*trap, &facts.source.text[span.clone()]) {
                Ok(rule) => self.decide(span.clone(), rule),
                Err(finding) => report(&mut self.diagnostics, span, finding),
            }
        }
    }
}

/// The rule that left it out, or what the author is told.
fn said_of(trap: Trap, text: &str) -> Result<Rule, Finding> {
    let first = || one_line(text.lines().next().unwrap_or_default());
    Err(match trap {
        Trap::Markup => return Ok(Rule::Markup),
        Trap::Comment => return Ok(Rule::Comment),
        Trap::Property => return Ok(Rule::Property),
        Trap::Anchor => return Ok(Rule::Anchor),
        Trap::Setext => findings::SetextTrap.into(),
        Trap::HeadingWithoutSpace => findings::HeadingWithoutSpace { text: first() }.into(),
        Trap::UnclosedFence => findings::UnclosedFence.into(),
        Trap::OutdentedFence => findings::OutdentedFence.into(),
        Trap::UnclosedContainer => findings::UnclosedContainer { opener: first() }.into(),
        Trap::IndentedProse => findings::IndentedProse.into(),
        Trap::Emphasis => findings::EmphasisElsewhere { text: first() }.into(),
        Trap::ReversedLink => findings::ReversedLink { text: first() }.into(),
        Trap::ShallowChildren => findings::ShallowChildren.into(),
    })
}
