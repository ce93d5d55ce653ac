//! Statements with key phrases in bold: cloze entries that hide them.

use crate::lexicon::{self, Class, Lexicon};
use std::ops::Range;

use crate::markdown::{Inline, InlineKind, LineId, Look, Tag, closing};
use crate::model::config::Cloze;
use crate::model::decision::Rule;
use crate::model::entry::Context;
use crate::recognise::claim::{Asks, Claim, Statement};
use crate::recognise::cursor::Item;
use crate::recognise::facts::Facts;
use crate::recognise::phrase;
use crate::text::columns;
use crate::text::one_line;

/// Widest statement, in columns.
const WIDEST: usize = 240;
/// Fewest columns that must stay when the bold words are hidden.
const FEWEST_SHOWN: usize = 10;
/// Widest rest of a statement that only points to the line above it, in columns: "This is called".
const WIDEST_POINTER: usize = 20;
/// Most deletions.
const MOST_DELETIONS: usize = 3;

/// A statement whose author marked in bold what matters.
///
/// The statement also stays listed in what it stands under.
pub(super) fn statement(facts: &Facts<'_>, item: &Item, context: &Context) -> Option<Claim> {
    let told = facts.directive(item.id).and_then(|directive| directive.cloze).or(facts.source.front_matter.soa.cloze);
    if !told.unwrap_or(facts.config.cloze != Cloze::Off) {
        return None;
    }
    let hides = hides(facts.config.cloze);
    let first = std::iter::once(item.line);
    let lines: Vec<LineId> = first.chain(item.below.clone()).filter(|&line| !facts.is_to_do(line)).collect();
    let hidden: Vec<Range<usize>> = lines.iter().flat_map(|&line| hidden_spans(facts, line, hides)).collect();
    if hidden.is_empty() {
        return None;
    }
    let text = joined(facts, &lines);
    let deletions: Vec<String> = hidden.iter().map(|range| one_line(facts.tree.text(range))).collect();
    let shown = || deletions.iter().any(|deletion| is_shown(facts, context, deletion));
    let given_away = given_away(&text, &deletions).map(str::to_owned);
    let asks_nothing = || {
        !is_worth_hiding(&facts.config.words, &text, &deletions)
            || given_away.is_some()
            || phrase::is_aim(&text)
            || phrase::is_walk(&text)
            || points_to_hidden(facts, item, &text, context)
            || shown()
    };
    if told.is_none() && asks_nothing() {
        return None;
    }
    let last = *lines.last().unwrap_or(&item.line);
    let span = facts.tree.line(item.line).span.start..facts.tree.line(last).span.end;
    let mut claim = Claim::left_out(Rule::Bold, span, context);
    claim.asks = Asks::Statement(Box::new(Statement { item: item.id, lines, text, deletions, hides, given_away }));
    Some(claim)
}

/// Whether hidden words, or their short form in brackets, stand above the statement: "Elastic Compute Cloud (EC2)".
fn is_shown(facts: &Facts<'_>, context: &Context, deletion: &str) -> bool {
    let short = deletion.trim_end().strip_suffix([')', '）']).and_then(|rest| rest.rsplit(['(', '（']).next());
    let short = short.filter(|short| short.len() < deletion.len() - 1 && phrase::has_word(short));
    facts.is_shown(context, deletion)
        || short.is_some_and(|short| {
            context.iter().map(String::as_str).chain([&*facts.title]).any(|above| whole_words(above, short) > 0)
        })
}

/// Returns true if a statement begins by pointing to a line above it that its card does not show: 「これにより…」.
fn points_to_hidden(facts: &Facts<'_>, item: &Item, text: &str, context: &Context) -> bool {
    if !phrase::points_above(text) {
        return false;
    }
    let list = item.id.checked_sub(1).filter(|&above| facts.is_list(above));
    let above = list.and_then(|list| list.checked_sub(1)).map(|above| facts.tree.block(above));
    let shown = above.filter(|above| !above.lines.is_empty()).is_some_and(|above| {
        let line = facts.text(above.lines.end - 1);
        phrase::leads_in(&facts.config.words, line) || facts.is_shown(context, line)
    });
    !shown
}

fn joined(facts: &Facts<'_>, lines: &[LineId]) -> String {
    let lines: Vec<&str> = lines.iter().map(|&line| facts.text(line)).collect();
    one_line(&lines.join("\n"))
}

/// What is hidden; where nothing is to be, a comment that asks for it means bold.
fn hides(cloze: Cloze) -> fn(Tag) -> bool {
    match cloze {
        Cloze::Bold | Cloze::Off => |tag| tag == Tag::Strong,
        Cloze::Highlight => |tag| tag == Tag::Look(Look::Mark),
        Cloze::Both => |tag| matches!(tag, Tag::Strong | Tag::Look(Look::Mark)),
    }
}

/// The spans of a line that are hidden, and in no other span, as ranges of text.
fn hidden_spans(facts: &Facts<'_>, line: LineId, hides: fn(Tag) -> bool) -> Vec<Range<usize>> {
    let inlines: &[Inline] = facts.tree.inlines(&facts.tree.line(line).inlines);
    let mut spans = Vec::new();
    let mut at = 0;
    while at < inlines.len() {
        if let InlineKind::Open(tag) = inlines[at].kind {
            let end = closing(inlines, at);
            if hides(tag) {
                spans.push(inlines[at].start..inlines[end].start);
            }
            at = end;
        }
        at += 1;
    }
    spans
}

fn is_worth_hiding(words: &Lexicon, text: &str, deletions: &[String]) -> bool {
    let all = columns(text);
    let hidden: usize = deletions.iter().map(|deletion| columns(deletion)).sum();
    all <= WIDEST
        && deletions.len() <= MOST_DELETIONS
        && hidden * 10 <= all * 8
        && all.saturating_sub(hidden) >= FEWEST_SHOWN
        && deletions.iter().all(|deletion| says_something(words, deletion))
        && !text.ends_with(['?', '？'])
        && !(all - hidden <= WIDEST_POINTER && phrase::points_back(text))
}

/// The first hidden words that can be read elsewhere in the statement.
fn given_away<'d>(text: &str, deletions: &'d [String]) -> Option<&'d str> {
    let text = text.to_lowercase();
    let found = deletions.iter().find(|deletion| {
        let hidden = deletions.iter().filter(|other| other.to_lowercase().contains(&deletion.to_lowercase())).count();
        whole_words(&text, &deletion.to_lowercase()) > hidden
    });
    found.map(String::as_str)
}

/// How often `words` stand in `text`, not as a part of longer ones: 「酸化」 is no word of 「酸化還元」.
fn whole_words(text: &str, words: &str) -> usize {
    let found = text.match_indices(words).filter(|(at, _)| {
        let (before, after) = (text[..*at].chars().next_back(), text[at + words.len()..].chars().next());
        !phrase::goes_on(before, words.chars().next()) && !phrase::goes_on(words.chars().next_back(), after)
    });
    found.count()
}

/// A bold label or a lone "not" asks nothing when it is hidden.
fn says_something(words: &Lexicon, deletion: &str) -> bool {
    phrase::has_word(deletion)
        && !deletion.trim_end().ends_with([':', '：'])
        && !words
            .is(Class::EmptyBold, lexicon::key(deletion).trim_matches(['[', ']', '(', ')', '【', '】', '（', '）']))
}
