//! Statements with key phrases in bold: cloze entries that hide them.

use std::ops::Range;

use crate::findings::{self, InVain};
use crate::lexicon::{self, Class, Lexicon};
use crate::markdown::{Inline, InlineKind, LineId, Look, Tag, closing};
use crate::model::config::Cloze;
use crate::model::decision::{NotHidden, Rule};
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
/// Longest ending of a word that leaves what is hidden a word of its own, and the shortest such, in letters: `**cell**s`.
const LONGEST_ENDING: usize = 2;
const SHORTEST_WORD: usize = 3;
/// Most deletions.
const MOST_DELETIONS: usize = 3;
/// How many lines above and below a numbered item make it a step at a screen, if one of them is.
const NEAR: usize = 4;

/// What hiding the words in bold makes of an item.
pub(super) enum Hidden {
    /// A claim of a sentence with gaps.
    Cloze(Box<Claim>),
    /// Nothing, though its author may count on it.
    InVain(findings::NotHidden),
    /// Nothing.
    Nothing,
}

/// A statement whose author marked in bold what matters.
///
/// The statement also stays listed in what it stands under.
pub(super) fn statement(facts: &Facts<'_>, item: &Item, context: &Context) -> Option<Claim> {
    match hidden(facts, item, context) {
        Hidden::Cloze(claim) => Some(*claim),
        Hidden::InVain(_) | Hidden::Nothing => None,
    }
}

/// The same, and why there is none.
pub(super) fn hidden(facts: &Facts<'_>, item: &Item, context: &Context) -> Hidden {
    let words = Words::of(facts, item);
    if words.deletions.is_empty() {
        return Hidden::Nothing;
    }
    if let Some((why, piece)) = words.not_hidden(facts, item, context) {
        return in_vain(why, piece).map_or(Hidden::Nothing, Hidden::InVain);
    }
    let given_away = words.given_away().map(str::to_owned);
    let Words { lines, text, deletions, hides, .. } = words;
    let last = *lines.last().unwrap_or(&item.line);
    let span = facts.tree.line(item.line).span.start..facts.tree.line(last).span.end;
    let mut claim = Claim::left_out(Rule::Bold, span, context);
    claim.asks = Asks::Statement(Box::new(Statement { item: item.id, lines, text, deletions, hides, given_away }));
    Hidden::Cloze(Box::new(claim))
}

/// What the author hears of words that are not hidden, unless they hardly were to be.
fn in_vain(why: NotHidden, piece: &str) -> Option<findings::NotHidden> {
    let why = match why {
        NotHidden::GivenAway => InVain::SaidBeside,
        NotHidden::ShownAbove => InVain::SaidAbove,
        NotHidden::TooMany => InVain::TooMany,
        NotHidden::Told
        | NotHidden::Off
        | NotHidden::TooLong
        | NotHidden::NothingLeft
        | NotHidden::SaysNothing
        | NotHidden::PartOfAWord
        | NotHidden::Question
        | NotHidden::Task
        | NotHidden::PointsAbove => return None,
    };
    Some(findings::NotHidden { words: piece.to_owned(), why })
}

/// Why nothing of an item is hidden, though it has words in bold, and the words that decided.
pub(crate) fn why_not(
    facts: &Facts<'_>,
    item: &Item,
    context: impl FnOnce() -> Context,
) -> Option<(NotHidden, String)> {
    let words = Words::of(facts, item);
    if words.deletions.is_empty() {
        return None;
    }
    words.not_hidden(facts, item, &context()).map(|(why, piece)| (why, piece.to_owned()))
}

/// What of an item could be hidden.
struct Words {
    lines: Vec<LineId>,
    /// The statement.
    text: String,
    /// What its author marked.
    deletions: Vec<String>,
    /// The first of these that is only the beginning of a word: `**A**irway`.
    cut: Option<usize>,
    hides: fn(Tag) -> bool,
}

impl Words {
    fn of(facts: &Facts<'_>, item: &Item) -> Self {
        let hides = hides(facts.config.cloze);
        let first = std::iter::once(item.line);
        let lines: Vec<LineId> = first.chain(item.below.clone()).filter(|&line| !facts.is_to_do(line)).collect();
        let of_line = |&line: &LineId| {
            let end = facts.tree.line(line).text.end;
            hidden_spans(facts, line, hides).into_iter().map(move |span| (span, end))
        };
        let hidden: Vec<(Range<usize>, usize)> = lines.iter().flat_map(of_line).collect();
        let is_cut = |(span, end): &(Range<usize>, usize)| {
            is_cut(facts.tree.text(span), facts.tree.text(&(span.end..(*end).max(span.end))))
        };
        let cut = hidden.iter().position(is_cut);
        let deletions: Vec<String> = hidden.iter().map(|(span, _)| one_line(facts.tree.text(span))).collect();
        let text = if deletions.is_empty() { String::new() } else { joined(facts, &lines) };
        Self { lines, text, deletions, cut, hides }
    }

    /// Why nothing is hidden, and the words that decided. What its author asks for is hidden in any case.
    fn not_hidden(&self, facts: &Facts<'_>, item: &Item, context: &Context) -> Option<(NotHidden, &str)> {
        let own = facts.directive(item.id).and_then(|directive| directive.cloze);
        match own.or(facts.source.front_matter.soa.cloze) {
            Some(true) => return None,
            Some(false) => return Some((NotHidden::Told, "")),
            None if facts.config.cloze == Cloze::Off => return Some((NotHidden::Off, "")),
            None => {}
        }
        let whole = |why: NotHidden| (why, "");
        let is_shown = |deletion: &&String| is_shown(facts, context, deletion);
        self.asks_little(&facts.config.words)
            .or_else(|| self.given_away().map(|piece| (NotHidden::GivenAway, piece)))
            .or_else(|| self.is_task(facts, item, context).then(|| whole(NotHidden::Task)))
            .or_else(|| points_to_hidden(facts, item, &self.text, context).then(|| whole(NotHidden::PointsAbove)))
            .or_else(|| self.deletions.iter().find(is_shown).map(|piece| (NotHidden::ShownAbove, &**piece)))
    }

    /// Whether it says what to learn or to do, or tells of a day, and nothing of the subject.
    fn is_task(&self, facts: &Facts<'_>, item: &Item, context: &Context) -> bool {
        let is_aim = || context.last().is_some_and(|above| lexicon::is(Class::AimsTitle, &lexicon::key(above)));
        phrase::is_aim(&self.text) || phrase::is_diary(&self.text) || is_aim() || is_walked(facts, item)
    }

    /// Why it is not worth hiding, by its words alone.
    fn asks_little(&self, words: &Lexicon) -> Option<(NotHidden, &str)> {
        let Self { text, deletions, .. } = self;
        let all = columns(text);
        let hidden: usize = deletions.iter().map(|deletion| columns(deletion)).sum();
        let shown = all.saturating_sub(hidden);
        let says_nothing = |deletion: &&String| !says_something(words, deletion);
        if all > WIDEST {
            Some((NotHidden::TooLong, ""))
        } else if hidden * 10 > all * 8 || shown < FEWEST_SHOWN {
            Some((NotHidden::NothingLeft, ""))
        } else if let Some(cut) = self.cut {
            Some((NotHidden::PartOfAWord, &deletions[cut]))
        } else if deletions.len() > MOST_DELETIONS {
            Some((NotHidden::TooMany, ""))
        } else if let Some(deletion) = deletions.iter().find(says_nothing) {
            Some((NotHidden::SaysNothing, deletion))
        } else if text.ends_with(['?', '？']) {
            Some((NotHidden::Question, ""))
        } else if shown <= WIDEST_POINTER && phrase::points_back(text) {
            Some((NotHidden::PointsAbove, ""))
        } else {
            None
        }
    }

    /// The first hidden words that can be read elsewhere in the statement.
    fn given_away(&self) -> Option<&str> {
        let text = self.text.to_lowercase();
        let found = self.deletions.iter().find(|deletion| {
            let deletion = deletion.to_lowercase();
            let hidden = self.deletions.iter().filter(|other| other.to_lowercase().contains(&deletion)).count();
            whole_words(&text, &deletion) > hidden
        });
        found.map(String::as_str)
    }
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

/// Returns true if an item is a step at a screen: it says so, or it has a number, and a line near it does. Or it has a number,
/// and begins with what is to be done: `1. **Rinse** the burette`.
fn is_walked(facts: &Facts<'_>, item: &Item) -> bool {
    let text = |line: LineId| facts.text(line);
    let has_number = || facts.source.text[facts.span(item.id).start..].starts_with(|c: char| c.is_ascii_digit());
    let near = item.line.saturating_sub(NEAR)..facts.tree.line_count().min(item.line + 1 + NEAR);
    phrase::is_walk(text(item.line))
        || names_what_is_on_a_screen(facts, item.line)
        || has_number()
            && (begins_with_a_deed(facts, item.line)
                || near.into_iter().any(|line| phrase::is_numbered_walk(text(line))))
}

/// Returns true if the words in bold are what is chosen or pressed: "Choose **Create budget**", 「**保存**を押す」.
fn names_what_is_on_a_screen(facts: &Facts<'_>, line: LineId) -> bool {
    let (text, start) = (facts.text(line), facts.tree.line(line).text.start);
    hidden_spans(facts, line, |tag| tag == Tag::Strong).iter().any(|bold| {
        let (before, after) = (&text[..bold.start - start], &text[bold.end - start..]);
        let is_title = facts.tree.text(bold).starts_with(char::is_uppercase);
        is_title && phrase::is_screen_verb(before.trim()) || phrase::is_screen_end(after.trim_end_matches(['.', '。']))
    })
}

/// Returns true if a line begins with one word in bold that is done to what follows: an article stands behind no noun.
fn begins_with_a_deed(facts: &Facts<'_>, line: LineId) -> bool {
    let inlines = facts.tree.inlines(&facts.tree.line(line).inlines);
    let bold = inlines.first().is_some_and(|first| first.kind == InlineKind::Open(Tag::Strong));
    let mut words = facts.text(line).split_whitespace();
    let first = words.next().filter(|_| bold);
    first.is_some_and(str::is_ascii)
        && words.next().is_some_and(|next| matches!(next, "the" | "a" | "an" | "it" | "your"))
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

/// Whether a word in letters goes on behind hidden ones: what is left of it would give them away, or make no sense.
fn is_cut(hidden: &str, after: &str) -> bool {
    let is_letter = |c: &char| c.is_alphabetic() && !phrase::is_cjk(*c);
    let ending = after.chars().take_while(is_letter).count();
    let word = hidden.chars().rev().take_while(is_letter).take(SHORTEST_WORD).count();
    ending > 0 && word > 0 && (ending > LONGEST_ENDING || word < SHORTEST_WORD)
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
