//! Statements with key phrases in bold: cloze entries that hide them.

use std::ops::Range;

use super::phrase;
use super::walk::{Walk, one_line};
use crate::findings;
use crate::lexicon::{self, Class};
use crate::markdown::{BlockId, Bold, Html, Inline, InlineKind, LineId, Look, Tag, closing, render, render_break};
use crate::model::config::Cloze;
use crate::model::decision::Rule;
use crate::model::entry::{Body, Context, Entry};
use crate::text::columns;

/// Widest statement, in columns.
const WIDEST: usize = 240;
/// Fewest columns that must stay when the bold words are hidden.
const FEWEST_SHOWN: usize = 10;
/// Widest rest of a statement that only points to the line above it, in columns: "This is called".
const WIDEST_POINTER: usize = 20;
/// Most deletions.
const MOST_DELETIONS: usize = 3;

/// Makes a cloze entry of a statement, if its author marked in bold what matters. Tells whether it did.
///
/// The statement also stays listed in what it stands under.
pub(super) fn statement(
    walk: &mut Walk<'_>,
    item: BlockId,
    line: LineId,
    below: Range<LineId>,
    context: &Context,
) -> bool {
    let directive = walk.directive(item).cloned();
    let told = directive.as_ref().and_then(|directive| directive.cloze).or(walk.source.front_matter.soa.cloze);
    if !told.unwrap_or(walk.config.cloze != Cloze::Off) {
        return false;
    }
    let hides = hides(walk.config.cloze);
    let lines: Vec<LineId> =
        std::iter::once(line).chain(below).filter(|&line| walk.roles.line(line) != super::roles::Role::Gone).collect();
    let hidden: Vec<Range<usize>> = lines.iter().flat_map(|&line| hidden_spans(walk, line, hides)).collect();
    if hidden.is_empty() {
        return false;
    }
    let text = joined(walk, &lines);
    let deletions: Vec<String> = hidden.iter().map(|range| one_line(walk.tree.text(range))).collect();
    let aim = || phrase::is_aim(&text);
    let shown = || deletions.iter().any(|deletion| is_shown(walk, context, deletion));
    let given_away = given_away(&text, &deletions);
    if told.is_none() && (!is_worth_hiding(&text, &deletions) || given_away.is_some() || aim() || shown()) {
        return false;
    }
    review(walk, line, &text, given_away);
    let mut cloze = render_cloze(walk, &lines, hides);
    let notes = walk.footnotes_of_cloze(&mut cloze);
    let span = walk.tree.line(line).span.start..walk.tree.line(*lines.last().unwrap_or(&line)).span.end;
    let body = Body::Cloze { text, cloze, notes, deletions };
    let (source, context, directive) = (walk.index, context.clone(), directive.map(Box::new));
    walk.entries.push(Entry {
        source,
        span,
        context,
        hint: Html::default(),
        tags: Vec::new(),
        rule: Rule::Bold,
        directive,
        body,
    });
    true
}

/// Whether hidden words, or their short form in brackets, stand above the statement: "Elastic Compute Cloud (EC2)".
fn is_shown(walk: &Walk<'_>, context: &Context, deletion: &str) -> bool {
    let short = deletion.trim_end().strip_suffix([')', '）']).and_then(|rest| rest.rsplit(['(', '（']).next());
    let short = short.filter(|short| short.len() < deletion.len() - 1 && phrase::has_word(short));
    walk.is_shown(context, deletion)
        || short.is_some_and(|short| {
            context.iter().map(String::as_str).chain([walk.title]).any(|above| whole_words(above, short) > 0)
        })
}

/// Tells of a cloze that shows its answer, and of one that is easily broken in Anki.
fn review(walk: &mut Walk<'_>, line: LineId, text: &str, given_away: Option<&str>) {
    let span = || walk.tree.line(line).span.clone();
    let shows = given_away.map(|words| (span(), findings::GivenAway { words: words.to_owned() }.into()));
    let breaks = text.contains("}}").then(|| (span(), findings::ClozeBraces.into()));
    for (span, finding) in shows.into_iter().chain(breaks) {
        walk.report(span, finding);
    }
}

fn joined(walk: &Walk<'_>, lines: &[LineId]) -> String {
    let lines: Vec<&str> = lines.iter().map(|&line| walk.text(line)).collect();
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
fn hidden_spans(walk: &Walk<'_>, line: LineId, hides: fn(Tag) -> bool) -> Vec<Range<usize>> {
    let inlines: &[Inline] = walk.tree.inlines(&walk.tree.line(line).inlines);
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

fn is_worth_hiding(text: &str, deletions: &[String]) -> bool {
    let all = columns(text);
    let hidden: usize = deletions.iter().map(|deletion| columns(deletion)).sum();
    all <= WIDEST
        && deletions.len() <= MOST_DELETIONS
        && hidden * 10 <= all * 8
        && all.saturating_sub(hidden) >= FEWEST_SHOWN
        && deletions.iter().all(|deletion| says_something(deletion))
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
fn says_something(deletion: &str) -> bool {
    phrase::has_word(deletion)
        && !deletion.trim_end().ends_with([':', '：'])
        && !lexicon::is(
            Class::EmptyBold,
            lexicon::key(deletion).trim_matches(['[', ']', '(', ')', '【', '】', '（', '）']),
        )
}

fn render_cloze(walk: &Walk<'_>, lines: &[LineId], hides: fn(Tag) -> bool) -> Html {
    let mut html = Html::default();
    let mut number = 0;
    for (at, &id) in lines.iter().enumerate() {
        let line = walk.tree.line(id);
        render(walk.tree, &line.inlines, &line.text, Bold::Deletion(&mut number, hides), walk.breaks(), &mut html);
        let next = lines.get(at + 1);
        if let (Some((kind, end)), Some(_)) = (walk.tree.line_end(id), next) {
            render_break(walk.tree, end, kind, walk.breaks(), &mut html);
        }
    }
    html
}
