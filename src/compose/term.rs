//! Claims that ask by a term, and the entries that they become.

use super::Composer;
use super::definition::{Definition, term_fragment};
use super::placement::Omission;
use super::refusal::{Candidate, refusal};
use super::trace;
use crate::markdown::Fragment;
use crate::model::decision::Rule;
use crate::model::entry::{Body, Context, Entry};
use crate::recognise::claim::{Asks, Claim, Evidence, Footprint, Part, Shown, Spot, Term};
use crate::recognise::phrase::{self, Separated};
use crate::text::Span;
use crate::text::one_line;

impl Composer<'_> {
    /// Makes an entry of a claim that asks by a term, and places what it stands for. The error is the rule that refused
    /// it.
    pub(super) fn term(&mut self, claim: Claim) -> Result<(), Rule> {
        let definition = self.answer(&claim.answer);
        let (line, range) = match &claim.asks {
            Asks::Term(term) => (term.line, term.named.range.clone()),
            Asks::Statement(_) | Asks::Nothing(_) | Asks::Others => return Ok(()),
        };
        let mut claim = claim;
        let restates = self.may_restate(&claim) && definition.plain_line().is_some();
        let footprint = std::mem::take(&mut claim.footprint);
        let made = self.add(claim, definition);
        let Footprint { term, lines, blocks, item } = footprint;
        match (made, item) {
            (Ok(()), _) => {
                if let Some(spot) = term {
                    self.placements.by_term(spot, line, range);
                }
                self.omit(&blocks);
                for line in lines {
                    self.placements.omit(Spot::Line(line), Omission::Elsewhere);
                }
            }
            (Err(Rule::Shelf), Some(item)) => self.placements.as_group(item),
            (Err(Rule::NoDefinition), _) if restates => self.placements.as_restated(term),
            (Err(_), _) => {}
        }
        made
    }

    /// Returns true if an item may do no more than say its term again. An equation says something.
    fn may_restate(&self, claim: &Claim) -> bool {
        let mark = |sides: &Separated| {
            self.facts.tree.text(&(sides.left.end..sides.right.start.max(sides.left.end))).contains(['=', '＝'])
        };
        let is_equation = matches!(&claim.evidence, Evidence::Sides(sides) if mark(sides));
        claim.rule == Rule::Separated && !is_equation
    }

    /// The answer that these parts make.
    pub(super) fn answer(&self, parts: &[Part]) -> Definition {
        let mut renderer = self.renderer();
        for part in parts {
            match part {
                Part::Paragraph(first, lines) if first.is_none() && lines.is_empty() => {}
                Part::Paragraph(first, lines) => renderer.paragraph(first.clone(), lines.clone()),
                Part::Blocks(blocks) => renderer.blocks(blocks),
                Part::Cell(name, lines) => renderer.named_lines(name.clone(), lines.clone()),
                Part::Options(list, start) => renderer.options(*list, *start),
                Part::OptionLines(lines) => renderer.option_lines(lines.clone()),
                Part::Chosen(items) => renderer.chosen(items),
                Part::Answers(blocks) => renderer.answers(blocks),
                Part::LeftOut(block) => renderer.leave_out(*block),
            }
        }
        renderer.finish()
    }

    /// Makes an entry of a claim, if it asks and answers something; else returns the rule that refused it.
    pub(super) fn add(&mut self, claim: Claim, mut definition: Definition) -> Result<(), Rule> {
        let facts = self.facts;
        let Claim { rule, span, asks: Asks::Term(asked), context, evidence, .. } = claim else { return Ok(()) };
        let text = one_line(facts.tree.text(&asked.named.range));
        let refused = refusal(&Candidate::new(facts, rule, &asked, &text, &context, &definition));
        let Term { named, line, shown, more, directive } = *asked;
        if let Some(refused) = refused {
            self.review_refused(line, refused, &text, &definition);
            if refused == Rule::OnlyLinks {
                self.note_only_remote(&span, &text);
            }
            self.decide(span, refused);
            return Err(refused);
        }
        if let Some(recognised) = &mut self.recognised {
            recognised.push((span.start, text.clone(), trace::evidence(facts, &evidence)));
        }
        if rule == Rule::Question || self.is_answered_by_outline(&text, &definition) {
            definition.join_outline();
        }
        self.review(line, &text, &definition);
        self.account_for(&definition);
        let more = self.answer(&more);
        let mut term = match shown {
            Shown::Written => {
                let mut term = term_fragment(facts.tree, line, &named.range, facts.breaks());
                term.append(more.content);
                term
            }
            Shown::Replaced => more.into_field(),
        };
        self.footnotes(&mut term, &mut definition);
        let is_unfinished = named.is_unfinished || definition.is_unfinished();
        let tags = is_unfinished.then(|| facts.unfinished_tag()).into_iter().chain(named.tags).collect();
        let directive = directive.and_then(|id| facts.directive(id)).cloned().map(Box::new);
        let body = Body::Term { text, term, definition: definition.into_field() };
        let hint = None;
        self.entries.push(Entry { source: self.index, span, context, hint, tags, rule, directive, body });
        Ok(())
    }

    /// Whether what is asked elsewhere is an answer as well: a term asks for a set, or has no answer above it.
    fn is_answered_by_outline(&self, term: &str, definition: &Definition) -> bool {
        !definition.has_outline_below() || phrase::asks_for_a_set(&self.facts.config.words, term)
    }

    /// Makes an entry under the file's title.
    pub(super) fn add_titled(&mut self, span: Span, mut definition: Definition) {
        let text = self.facts.title.clone();
        let mut term = Fragment::plain(text.as_str());
        if self.is_answered_by_outline(&text, &definition) {
            definition.join_outline();
        }
        self.account_for(&definition);
        self.footnotes(&mut term, &mut definition);
        let tags = definition.is_unfinished().then(|| self.facts.unfinished_tag()).into_iter().collect();
        let body = Body::Term { text, term, definition: definition.into_field() };
        let (context, hint, rule) = (Context::default(), None, Rule::Title);
        self.entries.push(Entry { source: self.index, span, context, hint, tags, rule, directive: None, body });
    }

    /// Notes what was left out of an answer, where there was something to read.
    pub(super) fn account_for(&mut self, definition: &Definition) {
        for (span, rule) in &definition.left_out {
            if phrase::has_word(&self.facts.source.text[span.clone()]) {
                self.decide(span.clone(), *rule);
            }
        }
        for (span, finding) in &definition.findings {
            self.report(span.clone(), finding.clone());
        }
    }
}
