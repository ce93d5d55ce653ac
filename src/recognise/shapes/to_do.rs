//! Lines that their author has not finished.

use crate::findings::{self, Unfinished};
use crate::markdown::LineId;
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::Claim;
use crate::recognise::facts::Facts;

/// The unfinished ones of some lines.
pub(in crate::recognise) fn to_dos(
    facts: &Facts<'_>,
    lines: impl Iterator<Item = LineId>,
    context: &Context,
) -> impl Iterator<Item = Claim> {
    lines.filter(|&line| facts.is_to_do(line)).map(|line| {
        let finding = findings::ToDo { text: facts.text(line).to_owned(), place: Unfinished::NoCard }.into();
        let span = facts.tree.line(line).span.clone();
        let mut claim = Claim::left_out(Rule::ToDo, span, context).with_finding(finding);
        claim.footprint.lines = line..line + 1;
        claim
    })
}
