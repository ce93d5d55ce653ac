//! What the dialect read otherwise than it is written: what the author is told, and what is accounted for.

use super::walk::Walk;
use crate::findings::{self, Diagnostic, Finding, MediaFault, Places};
use crate::markdown::Trap;
use crate::model::decision::Rule;
use crate::text::Span;

/// Accounts for what is no text, and tells the author of the rest.
pub(super) fn account(walk: &mut Walk<'_>) {
    for comment in walk.tree.comments() {
        walk.decide(comment.clone(), Rule::Comment);
    }
    let mut places = Places::new(&walk.source.text);
    let mut report = |diagnostics: &mut Vec<Diagnostic>, span: &Span, finding| {
        let place = Some(places.place(span.clone()));
        diagnostics.push(Diagnostic { path: walk.source.path.clone(), place, finding });
    };
    for (span, target) in walk.tree.remote_images() {
        report(
            &mut walk.diagnostics,
            span,
            findings::Media { target: target.to_owned(), fault: Box::new(MediaFault::Remote) }.into(),
        );
    }
    for (span, trap) in walk.tree.traps() {
        let text = &walk.source.text[span.clone()];
        match said_of(*trap, text) {
            Ok(rule) => walk.decide(span.clone(), rule),
            Err(finding) => report(&mut walk.diagnostics, span, finding),
        }
    }
}

/// The rule that left it out, or what the author is told.
fn said_of(trap: Trap, text: &str) -> Result<Rule, Finding> {
    let first = || super::walk::one_line(text.lines().next().unwrap_or_default());
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
