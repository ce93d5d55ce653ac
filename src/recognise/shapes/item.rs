//! Items of lists: terms with definitions, statements, labels, bare items.

use std::ops::Range;

use super::cloze::Hidden;
use super::{asked, choice, cloze, question};
use crate::findings::{self, Says, Unfinished};
use crate::markdown::{BlockId, BlockKind, InlineKind, LineId, Tag, Task};
use crate::model::decision::{NotATerm, Rule};
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Evidence, Found, Inside, Part, Spot};
use crate::recognise::cursor::{Item, ItemsFrom};
use crate::recognise::facts::Facts;
use crate::recognise::phrase::{self, Named, PartedBy, Separated};
use crate::recognise::sides::{self, MOST_CUT_WORDS, Shared};

impl Item {
    /// Returns true if something stands below the first line.
    pub fn has_rest(&self, facts: &Facts<'_>) -> bool {
        self.below.clone().any(|line| !facts.is_to_do(line))
            || self.blocks.iter().any(|&id| !matches!(facts.tree.block(id).kind, BlockKind::Rule))
    }

    /// Why the first line is no term of what stands below it, if it is none.
    pub fn not_a_term(&self, facts: &Facts<'_>) -> Option<Rule> {
        let line = facts.tree.line(self.line);
        let whole = facts.tree.whole_span(line, &line.text, |tag| matches!(tag, Tag::Strong | Tag::Link(_)))
            || matches!(facts.tree.inlines(&line.inlines), [inline, ..] if matches!(inline.kind, InlineKind::Code | InlineKind::Math(_)) && inline.end >= line.text.end);
        if whole {
            return None;
        }
        if !self.below.is_empty() && facts.continues(self.line, self.below.start) {
            return Some(Rule::Wrapped);
        }
        let text = phrase::task_without_stop(facts.text(self.line));
        // A step that code shows is a question: how is it done?
        let shown = || self.blocks.iter().any(|&id| facts.is_code(id));
        let remark = || (phrase::is_remark(text) && !shown()).then_some(NotATerm::Remark);
        let told = || (phrase::is_told(text) && !shown() && self.is_remarked_on(facts)).then_some(NotATerm::Remark);
        facts.not_a_term(text).or_else(remark).or_else(told).map(Rule::Statement)
    }

    /// Returns true if a list below the first line says something of it, and not only names. Lines below it define it.
    fn is_remarked_on(&self, facts: &Facts<'_>) -> bool {
        let lists = self.blocks.iter().filter(|&&id| facts.is_list(id));
        let mut items = lists.flat_map(|&list| facts.tree.children(list)).filter_map(|item| facts.first_line(item));
        self.below.is_empty() && items.any(|line| phrase::says_more_than_names(facts.text(line)))
    }

    /// A claim that asks by a part of the item, and is answered by the rest of it.
    fn claim(&self, facts: &Facts<'_>, rule: Rule, named: Named, context: &Context) -> Claim {
        let inside = if self.blocks.is_empty() {
            Inside::Nothing
        } else {
            Inside::Blocks(self.blocks.clone(), facts.under(context, &named.range))
        };
        let mut claim = Claim::term(rule, facts.span(self.id), self.line, named, context);
        if let Asks::Term(term) = &mut claim.asks {
            term.directive = Some(self.id);
        }
        claim.footprint.item = Some(self.id);
        if rule == Rule::Question {
            // A question is no member of what it stands under.
            claim.footprint.blocks.push(self.id);
        } else {
            claim.footprint.term = Some(Spot::Block(self.id));
        }
        claim.inside = inside;
        claim
    }

    /// A term and its definition on one line; `stays`: the line stays whole in the answer around it, too.
    fn parted(&self, facts: &Facts<'_>, sides: Separated, stays: bool, context: &Context) -> Found {
        let mut claim = self.claim(facts, Rule::Separated, facts.named(&sides.left), context);
        claim.answer = self.rest(Some((self.line, sides.right.clone())));
        if stays {
            claim.footprint.term = None;
        }
        claim.evidence = Evidence::Sides(sides);
        Found::one(claim)
    }

    fn left_out(&self, facts: &Facts<'_>, rule: Rule, context: &Context) -> Found {
        Found::one(Claim::left_out(rule, facts.span(self.id), context))
    }

    fn rest(&self, first: Option<(LineId, Range<usize>)>) -> Vec<Part> {
        vec![Part::Paragraph(first, self.below.clone()), Part::Blocks(self.blocks.clone())]
    }
}

/// An open task, or an item that the author leaves out.
pub(in crate::recognise) fn left_out(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let id = at.first();
    let rule = if facts.tree.block(id).kind == BlockKind::Item(Some(Task::Open)) {
        Rule::OpenTask
    } else if facts.is_skipped(id) {
        Rule::Skipped
    } else {
        return None;
    };
    let mut claim = Claim::left_out(rule, facts.span(id), at.context);
    if rule == Rule::OpenTask
        && let Some(item) = at.item
        && !facts.is_to_do(item.line)
    {
        let below = item.below.clone().find(|&line| is_lazy(facts, item, line));
        let place = below.map_or(Unfinished::NoCard, |line| Unfinished::NoCardWith(facts.text(line).to_owned()));
        claim = claim.with_finding(findings::ToDo { text: format!("[ ] {}", facts.text(item.line)), place }.into());
    }
    claim.footprint.blocks.push(id);
    Some(Found::one(claim).keeping_unfinished())
}

/// Returns true if a line below the first one of an item stands no deeper than the mark of the item, and can be read alone.
fn is_lazy(facts: &Facts<'_>, item: &Item, line: LineId) -> bool {
    facts.indent(line) <= facts.indent_of(item.id)
        && (sides::separated(facts, line).is_some() || !facts.continues(line - 1, line))
}

/// An item that begins with something else than text.
pub(in crate::recognise) fn without_text(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    if at.item.is_some() {
        return None;
    }
    let inside = Inside::Blocks(facts.children(at.first()), at.context.clone());
    Some(Found::one(Claim::group(inside, at.context)))
}

/// An item whose first line is unfinished; what is under it may be finished.
pub(in crate::recognise) fn unfinished(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    if !facts.is_to_do(item.line) {
        return None;
    }
    if item.below.is_empty() && item.blocks.is_empty() {
        // The line was decided about already; here its item leaves, too.
        let mut claim = Claim::group(Inside::Nothing, at.context);
        claim.rule = Rule::ToDo;
        claim.footprint.blocks.push(item.id);
        return Some(Found::one(claim));
    }
    Some(Found::one(Claim::group(Inside::Blocks(item.blocks.clone(), at.context.clone()), at.context)))
}

/// A statement that the author asks to hide words of.
pub(in crate::recognise) fn told_to_hide(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let id = at.first();
    facts.directive(id).filter(|directive| directive.cloze == Some(true))?;
    let item = at.item?;
    let statement = cloze::statement(facts, item, at.context)?;
    let inside = Claim::group(Inside::Blocks(item.blocks.clone(), at.context.clone()), at.context);
    Some(Found::of(vec![statement, inside], 1))
}

/// An item that asks by options below it.
pub(in crate::recognise) fn choice(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    choice::item(facts, item, at.context).map(Found::one)
}

/// An item that begins with `Q:`, with its answer below, marked as such or not.
pub(in crate::recognise) fn question(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    let text = facts.text(item.line);
    let mark = facts.question_mark(item.line)?;
    let behind = facts.answered_behind(item.line);
    if behind.is_none() && !item.has_rest(facts) {
        // `Q: queen` defines a card of the pack.
        return phrase::asks(text).then(|| {
            Found::one(asked::unanswered(facts, item.id, item.line, at.context, findings::NoAnswer::Missing))
        });
    }
    let range = facts.tree.line(item.line).text.clone();
    let asked = behind.as_ref().map_or(range.start + mark..range.end, |(asked, _)| asked.clone());
    let mut claim = item.claim(facts, Rule::Question, facts.named(&asked), at.context);
    if let Some((_, answer)) = behind {
        claim.answer = item.rest(Some((item.line, answer)));
        return Some(Found::one(claim));
    }
    let marked = |line: LineId| Some(asked::marked_answer(facts, line));
    if !item.below.is_empty() {
        claim.answer.push(Part::Paragraph(marked(item.below.start), item.below.start + 1..item.below.end));
    }
    match question::answer_list(facts, &item.blocks) {
        Some(lines) => {
            claim.inside = Inside::Nothing;
            claim.answer.push(Part::Paragraph(marked(lines.start), lines.start + 1..lines.end));
        }
        None => claim.answer.push(Part::Blocks(item.blocks.clone())),
    }
    Some(Found::one(claim))
}

/// A statement with its verdict behind it, beside another one: 「水は燃える。 → ×」. One alone may be a remark.
pub(in crate::recognise) fn judged(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    let Some(sides) = judged_sides(facts, item.line) else { return judged_below(facts, item, at.context) };
    let neighbours = at.above.iter().chain(at.ids.get(1));
    let mut lines = neighbours.filter_map(|&id| facts.first_line(id));
    if !lines.any(|line| judged_sides(facts, line).is_some()) {
        return None;
    }
    let mut claim = item.claim(facts, Rule::Question, facts.named(&sides.left), at.context);
    claim.answer = item.rest(Some((item.line, sides.right)));
    Some(Found::one(claim))
}

/// A statement and its verdict. A name may have ○ for what it has: 「駐車場（○）」.
fn judged_sides(facts: &Facts<'_>, line: LineId) -> Option<Separated> {
    facts.verdict(line).filter(|sides| may_be_judged(facts.tree.text(&sides.left)))
}

/// A statement with its verdict below it: 「答え：×」, or `×` in a list.
fn judged_below(facts: &Facts<'_>, item: &Item, context: &Context) -> Option<Found> {
    let list = || item.blocks.first().filter(|&&id| facts.is_list(id));
    let below = item.below.clone().next().or_else(|| facts.first_line(facts.tree.children(*list()?).next()?))?;
    if !facts.tells_verdict(below) || !may_be_judged(facts.text(item.line)) {
        return None;
    }
    Some(answered_below(facts, item, context))
}

/// A question without a mark, whose answer below it has one: `A: King John`.
pub(in crate::recognise) fn answered(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    let in_lines = (!item.below.is_empty()).then(|| item.below.clone());
    let answer = in_lines.or_else(|| question::answer_list(facts, &item.blocks))?;
    let asks = facts.says_it_answers(answer.start) && phrase::is_question(facts.text(item.line));
    // `A: oak` over `B: balsa` is an option.
    let are_options = || answer.clone().skip(1).any(|line| phrase::option_label(facts.text(line)).is_some());
    (asks && !are_options()).then(|| answered_below(facts, item, at.context))
}

/// A question, with the answer that stands below it less its mark.
fn answered_below(facts: &Facts<'_>, item: &Item, context: &Context) -> Found {
    let named = facts.named(&facts.tree.line(item.line).text);
    let mut claim = item.claim(facts, Rule::Question, named, context);
    claim.answer = match question::answer_list(facts, &item.blocks) {
        _ if !item.below.is_empty() => {
            vec![asked::marked_paragraph(facts, &item.below), Part::Blocks(item.blocks.clone())]
        }
        Some(lines) => vec![asked::marked_paragraph(facts, &lines)],
        None => vec![Part::Blocks(item.blocks.clone())],
    };
    claim.inside = Inside::Nothing;
    Found::one(claim)
}

fn may_be_judged(text: &str) -> bool {
    text.ends_with(['。', '．', '?', '？']) || phrase::not_a_term(text).is_some()
}

/// A label belongs to what it stands under.
pub(in crate::recognise) fn label(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    facts.is_label(item.line).then(|| item.left_out(facts, Rule::Label, at.context))
}

/// A numbered question whose answer is listed with all others below: that is told.
pub(in crate::recognise) fn keyed_apart(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let keys = facts.keys?;
    let item = at.item.filter(|item| item.id < keys && !item.has_rest(facts))?;
    let is_numbered = facts.source.text[facts.span(item.id)].trim_start().starts_with(phrase::is_digit);
    let asks = is_numbered && phrase::asks_in_words(facts.text(item.line)) && facts.told_behind(item.line).is_none();
    let why = findings::NoAnswer::Missing;
    asks.then(|| Found::one(asked::unanswered(facts, item.id, item.line, at.context, why)))
}

/// A question with its answer behind it, beside another one: `Who signed it? King John`. What a sign parts may also stand
/// beside terms that a sign parts.
pub(in crate::recognise) fn told(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    let (sides, by) = facts.told_behind(item.line)?;
    // `¿Qué?: what` is a phrase and its meaning.
    if sides::separated(facts, item.line).is_some_and(|own| own.left == sides.left) {
        return None;
    }
    let is_alike = |line: LineId| match (by, facts.told_behind(line)) {
        (_, Some(_)) => true,
        (PartedBy::Sign, None) => sides::separated(facts, line).is_some() || sides::at_arrow(facts, line).is_some(),
        (PartedBy::Space, None) => false,
    };
    let neighbours = at.above.iter().chain(at.ids.get(1));
    let has_room = by == PartedBy::Sign || item.blocks.is_empty();
    if !has_room || !neighbours.filter_map(|&id| facts.first_line(id)).any(is_alike) {
        return None;
    }
    let mut claim = item.claim(facts, Rule::Question, facts.named(&sides.left), at.context);
    claim.answer = item.rest(Some((item.line, sides.right)));
    Some(Found::one(claim))
}

/// A sentence that says what a term is, and stays whole in the answer it stands in: 「機会費用とは、…」.
pub(in crate::recognise) fn defined(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    let sides = sides::at_definition(facts, item.line)?;
    // What the heading above asks, it answers.
    if facts.is_shown(at.context, facts.tree.text(&sides.left)) {
        return None;
    }
    Some(item.parted(facts, sides, true, at.context))
}

/// Returns true if a line is a question, and nothing behind it.
fn asks_openly(facts: &Facts<'_>, line: LineId) -> bool {
    let text = facts.text(line);
    text.ends_with(['?', '？']) && phrase::is_question(text)
}

/// A question without an answer beside one that has its own: that is told.
pub(in crate::recognise) fn left_open(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item.filter(|item| !item.has_rest(facts))?;
    let has_more = |id: BlockId, line: LineId| {
        line + 1 < facts.tree.line_count() && facts.tree.line(line + 1).span.start < facts.span(id).end
    };
    let is_answered =
        |&id: &BlockId| facts.first_line(id).is_some_and(|line| asks_openly(facts, line) && has_more(id, line));
    let is_beside = || at.above.iter().chain(at.ids.get(1)).any(is_answered);
    let why = findings::NoAnswer::Missing;
    (asks_openly(facts, item.line) && is_beside())
        .then(|| Found::one(asked::unanswered(facts, item.id, item.line, at.context, why)))
}

/// A term and its definition on one line.
pub(in crate::recognise) fn separated(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    let is_cut = |sides: &Separated| at.shared == Shared::Lead && is_cut(facts, item, sides);
    let by_list = at.shared.sides(facts, item.line).filter(|sides| !is_cut(sides));
    let arrow = || if at.shared.allows_arrows() { sides::at_short_arrow(facts, item.line) } else { None };
    let sides = by_list.or_else(|| sides::separated(facts, item.line)).or_else(arrow)?;
    if is_step_of_sentences(facts, at, item, &sides) {
        return None;
    }
    let stays = sides::answers_by_arrow(facts, &sides, at.context);
    Some(item.parted(facts, sides, stays, at.context))
}

/// Returns true if a formula is one of several numbered sentences, as a law among laws: it is known by its number.
fn is_step_of_sentences(facts: &Facts<'_>, at: &ItemsFrom<'_>, item: &Item, sides: &Separated) -> bool {
    let mark = facts.tree.text(&(sides.left.end..sides.right.start.max(sides.left.end)));
    let is_numbered = || facts.source.text[facts.span(item.id)].starts_with(|c: char| c.is_ascii_digit());
    if !mark.contains(['=', '＝']) || item.has_rest(facts) || !is_numbered() {
        return false;
    }
    let is_sentence = |line: LineId| facts.text(line).ends_with(['.', '。']) && sides::separated(facts, line).is_none();
    let neighbours = at.above.iter().chain(at.ids.get(1));
    let mut lines = neighbours.filter_map(|&id| facts.first_line(id)).peekable();
    lines.peek().is_some() && lines.all(is_sentence)
}

/// Returns true if a bold span is only the first word of a term whose definition stands below: `**client** side
/// encryption`.
fn is_cut(facts: &Facts<'_>, item: &Item, sides: &Separated) -> bool {
    let after = facts.tree.text(&sides.right);
    let words = after.split_whitespace().count();
    let lower = after.starts_with(|c: char| c.is_ascii_lowercase());
    lower && words <= MOST_CUT_WORDS && !after.ends_with('.') && item.has_rest(facts)
}

/// A line with something below it: a term with its definition, or a statement with remarks.
pub(in crate::recognise) fn with_rest(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item.filter(|item| item.has_rest(facts))?;
    if let Some(rule) = item.not_a_term(facts) {
        return Some(statement_with_rest(facts, item, rule, at.context));
    }
    let named = facts.named(&facts.tree.line(item.line).text);
    let mut claim = item.claim(facts, Rule::TermLine, named, at.context);
    claim.answer = item.rest(None);
    Some(Found::one(claim))
}

fn statement_with_rest(facts: &Facts<'_>, item: &Item, rule: Rule, context: &Context) -> Found {
    let mut claims = vec![Claim::left_out(rule, facts.tree.line(item.line).span.clone(), context)];
    claims.extend(cloze::statement(facts, item, context));
    let last = item.below.end - 1;
    let mut inside = Claim::group(Inside::Blocks(item.blocks.clone(), context.clone()), context);
    inside.lead = Some(last).filter(|&line| leads_in(facts, facts.text(line), rule));
    claims.push(inside);
    Found::of(claims, 1)
}

/// Returns true if an item that is no term by `rule` announces what stands under it, rather than saying something of
/// its own.
fn leads_in(facts: &Facts<'_>, text: &str, rule: Rule) -> bool {
    use NotATerm::{AnswersItself, PointsForward, Remark};
    matches!(rule, Rule::Statement(AnswersItself | PointsForward | Remark))
        || phrase::leads_in(&facts.config.words, text)
}

/// A line with nothing below it: a statement, or a bare item.
pub(in crate::recognise) fn lone_line(facts: &Facts<'_>, at: &ItemsFrom<'_>) -> Option<Found> {
    let item = at.item?;
    let in_vain = match cloze::hidden(facts, item, at.context) {
        Hidden::Cloze(statement) => return Some(Found::one(*statement)),
        Hidden::InVain(finding) => Some(finding.into()),
        Hidden::Nothing => None,
    };
    let text = facts.text(item.line);
    let left_out = |rule: Rule| Claim::left_out(rule, facts.span(item.id), at.context);
    if let Some(term) = without_answer(text) {
        let finding = findings::AnswersItself { term: term.to_owned(), says: Says::Nothing }.into();
        return Some(Found::one(left_out(Rule::BareItem).with_finding(finding)));
    }
    let claim = left_out(facts.not_a_term(text).map_or(Rule::BareItem, Rule::Statement));
    Some(Found::one(match in_vain {
        Some(finding) => claim.with_finding(finding),
        None => claim,
    }))
}

/// The term whose definition its author left open: 「資本金：？」.
fn without_answer(text: &str) -> Option<&str> {
    let open = text.trim_end_matches(['?', '？']);
    let term = open.trim_end().strip_suffix([':', '：']).filter(|_| open.len() < text.len())?.trim_end();
    phrase::has_word(term).then_some(term)
}
