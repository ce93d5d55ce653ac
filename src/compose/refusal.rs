//! Why a claim is no entry, though a shape saw a term and an answer in it.

use std::cell::OnceCell;
use std::ops::Range;

use super::definition::{Definition, Substance, WIDEST_NAME};
use super::{novelty, review};
use crate::lexicon::{self, Class};
use crate::markdown::{Element, Fragment, LineId};
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::Term;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::text::is_wider;

/// Most members of a set that a card may ask for.
const LARGEST_SET: usize = 9;
/// Most commas of an answer that says one thing, and its greatest width, in columns.
const MOST_COMMAS: usize = 1;
const WIDEST_FACT: usize = 80;
/// Fewest terms with cards of their own between which lines are left over.
const FEWEST_NAMES: usize = 3;
/// Least prose of an answer that is more than a remark, in bytes.
const LEAST_PROSE: usize = 200;
/// Fewest terms with cards of their own for each line beside them that is but a name.
const NAMES_PER_LEFTOVER: usize = 4;
/// Fewest questions that a term lists and leaves open; a heading may do so with one. What a term says may be in doubt:
/// `artisan: the command itself?`
const FEWEST_QUESTIONS: usize = 2;
/// Least bytes of links for each byte beside them in a list of what to read.
const LINKED_PER_PROSE: usize = 4;

/// A term with its answer, before it is decided about.
pub(super) struct Candidate<'c> {
    facts: &'c Facts<'c>,
    /// The rule by which it would be an entry.
    rule: Rule,
    /// The line that the term stands in.
    line: LineId,
    /// The term, as a range of the tree's text, and as plain text in one line.
    range: &'c Range<usize>,
    text: &'c str,
    /// What stands above it.
    context: &'c Context,
    definition: &'c Definition,
    /// The term as words are compared, whether it asks for a set, and the answer as plain text, once they were asked for.
    key: OnceCell<String>,
    asks_for_a_set: OnceCell<bool>,
    answer: OnceCell<String>,
}

impl<'c> Candidate<'c> {
    pub fn new(
        facts: &'c Facts<'c>,
        rule: Rule,
        term: &'c Term,
        text: &'c str,
        context: &'c Context,
        definition: &'c Definition,
    ) -> Self {
        let (line, range) = (term.line, &term.named.range);
        let (key, asks_for_a_set, answer) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { facts, rule, line, range, text, context, definition, key, asks_for_a_set, answer }
    }

    /// The answer as plain text, a line for each of its blocks.
    fn answer(&self) -> &str {
        self.answer.get_or_init(|| self.definition.text())
    }

    fn seen(&self) -> &Substance {
        &self.definition.seen
    }

    fn term(&self) -> &str {
        self.facts.tree.text(self.range)
    }

    fn key(&self) -> &str {
        self.key.get_or_init(|| lexicon::key(self.term()))
    }

    fn asks_for_a_set(&self) -> bool {
        *self.asks_for_a_set.get_or_init(|| phrase::asks_for_a_set(&self.facts.config.words, self.term()))
    }

    /// Returns true if the term is the heading that is the file's title.
    fn is_title(&self) -> bool {
        self.is_heading() && self.context.is_empty() && self.key() == lexicon::key(&self.facts.title)
    }

    fn is_heading(&self) -> bool {
        self.rule == Rule::Heading
    }

    /// Returns true if the term stands on one line with the beginning of its answer, or in one row.
    fn is_line(&self) -> bool {
        matches!(self.rule, Rule::Separated | Rule::GlossaryLine | Rule::TableRow | Rule::BoldLead)
    }

    /// Returns true if the answer shows no code, no table and no picture.
    fn is_text(&self) -> bool {
        let seen = self.seen();
        seen.code_lines + seen.tables + seen.inline.images == 0
    }

    fn is_short(&self) -> bool {
        self.seen().inline.prose < LEAST_PROSE && self.is_text()
    }

    /// Returns true if the answer is more than one plain line.
    fn has_markup(&self) -> bool {
        self.definition.plain_line().is_none()
    }

    /// Returns true if the answer shows nothing of its own, and no terms of children.
    fn is_empty(&self) -> bool {
        !self.seen().is_own() && self.seen().names == 0
    }

    /// Returns true if the answer shows nothing but the terms of children.
    fn is_set(&self) -> bool {
        !self.seen().is_own() && self.seen().names > 0
    }

    fn content(&self) -> &Fragment {
        &self.definition.content
    }
}

/// Returns true if a rule refuses a claim.
type Refuses = fn(&Candidate<'_>) -> bool;

/// Why a claim is no entry, the first that holds. What the term alone tells comes first, then what an answer shows, then
/// what its text says, which costs more to ask. A rule may refuse for several reasons.
const REFUSALS: &[(Rule, Refuses)] = &[
    (Rule::NoWord, |claim| !claim.facts.is_name(claim.line, claim.range)),
    (Rule::Advice, |claim| claim.is_heading() && phrase::is_invitation(claim.text)),
    (Rule::AboutTheNote, |claim| claim.is_heading() && phrase::is_day_of_journal(claim.text)),
    (Rule::MostlyCode, |claim| claim.definition.is_mostly_code()),
    (Rule::NoDefinition, |claim| claim.definition.is_told_by(&claim.facts.config.words, claim.text)),
    (Rule::Announcement, |claim| claim.definition.only_announces()),
    (Rule::Shelf, |claim| claim.is_empty() && claim.seen().aspects > 0),
    (Rule::OnlyLinks, |claim| claim.is_empty() && claim.seen().inline.linked > 0),
    (Rule::OnlyLinks, is_reading_list),
    (Rule::NoDefinition, |claim| claim.is_empty() && !is_judged(claim)),
    (Rule::NoDefinition, only_restates),
    (Rule::ToDo, is_unwritten),
    (Rule::Label, is_short_aspect),
    (Rule::Label, is_nameless),
    (Rule::WorkedExample, is_of_a_worked_example),
    (Rule::Shelf, asks_for_no_set),
    (Rule::Shelf, repeats_its_rows),
    (Rule::Leftovers, is_shelf_of_names),
    (Rule::Leftovers, has_only_leftovers),
    (Rule::Advice, is_advice),
    (Rule::Advice, is_syllabus),
    (Rule::Advice, is_scope),
    (Rule::AboutTheNote, is_of_an_exam),
    (Rule::Label, is_step),
    (Rule::Advice, |claim| claim.is_text() && phrase::is_task(claim.term()) && phrase::all_tasks(claim.answer())),
    (Rule::Unanswered, only_asks),
    (Rule::LongList, is_catalogue),
    (Rule::Announcement, tells_elsewhere),
];

/// The rule that refuses a claim.
pub(super) fn refusal(claim: &Candidate<'_>) -> Option<Rule> {
    REFUSALS.iter().find(|(_, refuses)| refuses(claim)).map(|(rule, _)| *rule)
}

/// Whether a heading is answered by a list of links to read, with hardly a word of its own beside them.
fn is_reading_list(claim: &Candidate<'_>) -> bool {
    let seen = claim.seen();
    claim.is_heading()
        && seen.inline.prose * LINKED_PER_PROSE < seen.inline.linked
        && seen.names == 0
        && claim.is_text()
        && claim.content().has(Element::List)
        && !claim.asks_for_a_set()
}

/// Whether a question is answered by ○ or ×.
fn is_judged(claim: &Candidate<'_>) -> bool {
    claim.rule == Rule::Question && phrase::is_verdict(claim.answer())
}

/// Whether all that stands under a heading is that it is yet to be written: 「調べる」. Under a verb or a foreign word, that is
/// what it means.
fn is_unwritten(claim: &Candidate<'_>) -> bool {
    let is_noun = || claim.text.chars().all(phrase::is_cjk) && !claim.text.ends_with(phrase::is_hiragana);
    let says_so = |text: &str| lexicon::is(Class::UnwrittenInBrackets, &lexicon::key(text));
    claim.is_heading() && claim.definition.plain_line().is_some_and(says_so) && is_noun()
}

/// Whether a term on a line with its answer, or a heading over one line, is answered by what its question shows already. The
/// file's title counts for nothing: it may name several subjects.
fn only_restates(claim: &Candidate<'_>) -> bool {
    let restates = |answer: &str| novelty::only_restates(claim.text, claim.context, answer);
    (claim.is_line() || claim.is_heading()) && claim.is_text() && claim.definition.plain_line().is_some_and(restates)
}

/// Whether a term is what any subject has, and says one thing of it: that belongs to the subject's answer, as written.
/// An enumeration says several.
fn is_short_aspect(claim: &Candidate<'_>) -> bool {
    claim.rule == Rule::Separated
        && !claim.context.is_empty()
        && claim.is_text()
        && claim.definition.plain_line().is_some_and(is_one_fact)
        && lexicon::is_aspect(claim.key())
        && !is_of_vocabulary(claim)
}

/// Whether a term is a foreign word before its meaning, whatever else it may be called: 「benefit 利益」.
fn is_of_vocabulary(claim: &Candidate<'_>) -> bool {
    phrase::separate_at_meaning(claim.facts.text(claim.line)).is_some()
}

/// Whether a term only says that what follows is worth knowing: it is said of the subject above.
fn is_nameless(claim: &Candidate<'_>) -> bool {
    matches!(claim.rule, Rule::Separated | Rule::TermLine | Rule::BoldLead)
        && !claim.context.is_empty()
        && claim.facts.config.words.is_nameless(claim.key())
        && !is_of_vocabulary(claim)
}

/// Whether a term stands under the title of a worked example: it names a figure or a step of that. A table of examples is
/// learned by its rows.
fn is_of_a_worked_example(claim: &Candidate<'_>) -> bool {
    matches!(claim.rule, Rule::Separated | Rule::GlossaryLine | Rule::BoldLead | Rule::TermLine)
        && claim.context.iter().any(|above| phrase::is_worked_example(above))
}

fn is_one_fact(answer: &str) -> bool {
    let commas = answer.matches([',', '、', '，', ';', '；', '・']).count();
    review::sentences(answer) <= 1 && commas <= MOST_COMMAS && !is_wider(answer, WIDEST_FACT)
}

/// Whether terms of children are all that an answer shows, and the term asks for no such set. Numbers say that it is one.
fn asks_for_no_set(claim: &Candidate<'_>) -> bool {
    let asks = || claim.asks_for_a_set() || !claim.is_heading() && claim.content().has(Element::Ordered);
    claim.is_set() && (claim.seen().names > LARGEST_SET || !asks())
}

/// Whether a heading is answered by the rows of tables alone, which are asked one by one, and asks for no set of them.
fn repeats_its_rows(claim: &Candidate<'_>) -> bool {
    claim.is_heading() && claim.definition.only_repeats_rows() && !claim.asks_for_a_set()
}

/// Whether the file's title is answered only by lines that are left between terms with cards of their own. What stands
/// first under it introduces its subject, and so do more lines than terms.
fn has_only_leftovers(claim: &Candidate<'_>) -> bool {
    let names = claim.seen().names;
    let may = names >= FEWEST_NAMES && claim.is_title();
    let Some((answer, _)) = may.then(|| claim.content().outline()).flatten() else { return false };
    let lines = answer.text().lines().filter(|line| phrase::has_word(line)).count();
    let end = claim.facts.tree.line(claim.line).span.end;
    let between = answer.sources().next().and_then(|(_, start)| claim.facts.source.text.get(end..start));
    lines <= names && between.is_some_and(phrase::has_word)
}

/// Whether a heading is answered by the terms of many children and a few more names, about which nothing is said.
fn is_shelf_of_names(claim: &Candidate<'_>) -> bool {
    let names = claim.seen().names;
    let may = names > LARGEST_SET && claim.is_heading() && claim.is_text() && !claim.asks_for_a_set();
    let Some(rest) = may.then(|| claim.content().text_without_names()) else { return false };
    let lines = || rest.lines().filter(|line| phrase::has_word(line));
    lines().count() * NAMES_PER_LEFTOVER <= names && lines().all(|line| !is_wider(line, WIDEST_NAME))
}

fn is_advice(claim: &Candidate<'_>) -> bool {
    claim.is_short() && phrase::may_be_advice(claim.content()) && phrase::is_advice(claim.answer())
}

fn is_syllabus(claim: &Candidate<'_>) -> bool {
    claim.has_markup() && phrase::may_be_syllabus(claim.content()) && phrase::is_syllabus(claim.answer())
}

/// Whether a heading and its list are the scope of an exam. Numbered items are steps.
fn is_scope(claim: &Candidate<'_>) -> bool {
    let lists = |wanted| claim.content().count(|element| element == wanted);
    claim.is_heading()
        && claim.is_text()
        && lists(Element::List) > 0
        && lists(Element::Ordered) == 0
        && phrase::is_scope(claim.text, claim.answer())
}

/// Whether a term on a line is a part of a course or an exam, or what only an exam has: "Domain 2: …", 「試験時間：65分」.
fn is_of_an_exam(claim: &Candidate<'_>) -> bool {
    let is_of_exam = || lexicon::is(Class::ExamProperty, &lexicon::key(claim.text)) || phrase::is_division(claim.text);
    claim.is_line() && claim.definition.plain_line().is_some() && is_of_exam()
}

/// Whether a term only counts the steps of what stands above it: they are its answer.
fn is_step(claim: &Candidate<'_>) -> bool {
    claim.is_line() && !claim.context.is_empty() && claim.is_short() && phrase::is_step(claim.text)
}

fn only_asks(claim: &Candidate<'_>) -> bool {
    claim.is_text()
        && (claim.has_markup() || claim.is_heading())
        && phrase::has_question_mark(claim.content().raw_text())
        && !claim.asks_for_a_set()
        && phrase::only_asks(claim.answer(), if claim.is_heading() { 1 } else { FEWEST_QUESTIONS })
}

fn is_catalogue(claim: &Candidate<'_>) -> bool {
    let longest = claim.facts.config.longest_list;
    claim.is_text()
        && claim.has_markup()
        // A cheap test before the text is made and read: an operation divides two lines.
        && claim.content().ops().len() >= longest
        && phrase::is_catalogue(claim.answer(), longest)
}

fn tells_elsewhere(claim: &Candidate<'_>) -> bool {
    claim.is_heading() && claim.is_short() && phrase::tells_elsewhere(claim.answer())
}
