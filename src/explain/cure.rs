//! What to write to change what becomes of a piece. Each is tried before it is told.

use std::ops::Range;

use super::{Fate, Lines, Piece};
use crate::compose::extract;
use crate::model::decision::{Extraction, NotATerm, Rule};
use crate::model::entry::Entry;
use crate::recognise::{LineFacts, LineKind};
use crate::text::{Span, has_word};
use crate::{Config, Source};

/// What a change is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To have a card of it.
    Card,
    /// To have none.
    NoCard,
    /// To have it on the card that it stands under.
    Part,
}

/// Most words of a subject that is worth being a term.
const MOST_SUBJECT_WORDS: usize = 4;

/// A change of some lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The lines that are replaced, from 0; none, where something is written before the first.
    pub lines: Range<usize>,
    /// What is written there.
    pub text: String,
}

/// A change that does what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cure {
    /// What it is for.
    pub goal: Goal,
    /// What to write.
    pub edit: Edit,
    /// What the card around it asks, if that is no card any longer: it was nothing but this.
    pub replaces: Option<String>,
}

impl Edit {
    /// `text` with the change made.
    pub fn apply(&self, text: &str) -> String {
        let span = Lines::new(text).span(&self.lines, text);
        let before = &text[..span.start];
        let line = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
        format!("{before}{line}{}\n{}", self.text, &text[span.end..])
    }

    /// How many lines more there are.
    fn added(&self) -> usize {
        (self.text.matches('\n').count() + 1).saturating_sub(self.lines.len())
    }
}

/// The cures of a source's pieces. What becomes of it now is found once for all of them.
pub struct Cures<'a> {
    source: &'a Source,
    config: &'a Config,
    lines: Lines,
    /// What is found in it now.
    now: Extraction,
}

impl<'a> Cures<'a> {
    /// Those of `source`.
    pub fn new(source: &'a Source, config: &'a Config) -> Self {
        let now = extract(std::slice::from_ref(source), config);
        Self { source, config, lines: Lines::new(&source.text), now }
    }

    /// What to write to have a card of a piece, or none. `above`: the heading over it, or the title.
    pub fn of(&self, piece: &Piece, above: &str) -> Option<Cure> {
        if piece.fates.contains(&Fate::FrontMatter) {
            return None;
        }
        let asks = piece.fates.iter().any(|fate| matches!(fate, Fate::Card { .. }));
        let Self { source, config, lines, now } = self;
        let bench =
            Bench { source, piece, config, lines, now: cards(&now.entries, &lines.span(&piece.lines, &source.text)) };
        let plans = if asks {
            vec![(Goal::NoCard, bench.without_card())]
        } else {
            vec![(Goal::Card, bench.with_card(above)), (Goal::Part, bench.unsteered())]
        };
        let mut second = None;
        for (goal, edit) in plans.into_iter().flat_map(|(goal, edits)| edits.into_iter().map(move |edit| (goal, edit)))
        {
            match bench.tried(Cure { goal, edit, replaces: None }) {
                // Best is what costs no other card.
                Some(cure) if cure.replaces.is_none() => return Some(cure),
                cure => second = second.or(cure),
            }
        }
        second
    }
}

/// The cards of a source, seen from some lines.
struct Cards<'e> {
    /// Those that begin there.
    here: Vec<&'e Entry>,
    /// Those that begin elsewhere.
    elsewhere: Vec<&'e Entry>,
    /// Where the lines stand.
    span: Span,
}

/// A piece on which changes are tried.
struct Bench<'a> {
    source: &'a Source,
    piece: &'a Piece,
    config: &'a Config,
    lines: &'a Lines,
    now: Cards<'a>,
}

/// A line in two parts: what stands before its text, and its text.
struct Parted<'a> {
    mark: &'a str,
    text: &'a str,
}

impl Bench<'_> {
    /// A change, if it does what it is for: no other card is to be lost for it, but for one that was nothing but this.
    fn tried(&self, cure: Cure) -> Option<Cure> {
        let Cure { goal, ref edit, .. } = cure;
        let start = self.piece.lines.start.min(edit.lines.start);
        let after = start..self.piece.lines.end.max(edit.lines.end) + edit.added();
        let source = Source { text: edit.apply(&self.source.text), ..self.source.clone() };
        let span = Lines::new(&source.text).span(&after, &source.text);
        let Extraction { entries, decisions, .. } = extract(std::slice::from_ref(&source), self.config);
        let then = cards(&entries, &span);
        let over = self.piece.facts.as_ref().is_some_and(|facts| facts.rest);
        let lost = self.now.lost(&then);
        let does = match goal {
            Goal::Card => !then.here.is_empty() && (lost.is_empty() || self.now.is_one_around(&lost)),
            Goal::NoCard => then.here.is_empty() && (over || lost.is_empty()),
            Goal::Part => then.is_any_around() && !decisions.iter().any(|decision| span.contains(&decision.span.start)),
        };
        let replaces = lost.first().filter(|_| goal == Goal::Card).map(|card| card.text().to_owned());
        does.then_some(Cure { replaces, ..cure })
    }

    fn line(&self, line: usize) -> &str {
        self.source.text[self.lines.span(&(line..line + 1), &self.source.text)].trim_end_matches('\n')
    }

    fn first(&self) -> Parted<'_> {
        part(self.line(self.piece.lines.start))
    }

    /// The first line written otherwise.
    fn instead(&self, text: String) -> Edit {
        let first = self.piece.lines.start;
        Edit { lines: first..first + 1, text }
    }

    fn shape(&self) -> Option<LineKind> {
        self.piece.facts.as_ref().map(|facts| facts.kind)
    }

    /// A separator, and what to write behind it.
    fn definition(&self) -> String {
        let separator = if is_japanese(&self.source.text) { "：" } else { ": " };
        format!("{separator}{}", self.placeholder())
    }

    /// What stands for what only the author knows, in the language of the notes.
    fn placeholder(&self) -> &'static str {
        if is_japanese(&self.source.text) { "説明をここに書く" } else { "what it is, in your words" }
    }

    // To have no card.

    fn without_card(&self) -> Vec<Edit> {
        let (line, first) = (self.line(self.piece.lines.start), self.piece.lines.start);
        let cloze = matches!(self.piece.fates.first(), Some(Fate::Card { rule: Rule::Bold, .. }));
        let told = if cloze { "<!-- soa: cloze=false -->" } else { "<!-- soa: skip -->" };
        let plain = line.replace("**", "").replace("__", "");
        let indent = &line[..line.len() - line.trim_start().len()];
        let mut edits = match self.shape() {
            Some(LineKind::Heading(_)) => vec![before(first, format!("{told}\n"))],
            _ => vec![self.instead(format!("{line} {told}"))],
        };
        edits.push(before(first, format!("{indent}{told}")));
        if plain != line {
            edits.push(self.instead(plain));
        }
        edits
    }

    // To have a card.

    fn with_card(&self, above: &str) -> Vec<Edit> {
        let Some(facts) = &self.piece.facts else { return Vec::new() };
        let mut edits = self.unsteered();
        match facts.kind {
            LineKind::Heading(_) => edits.extend(self.heading(above)),
            // What is not finished is finished by its author, and then told no longer to be.
            _ if self.is_unfinished() => {}
            LineKind::Item | LineKind::Paragraph | LineKind::Line => edits.extend(self.prose(facts, above)),
            LineKind::Head | LineKind::Row | LineKind::Code | LineKind::Html => {}
        }
        edits
    }

    fn is_unfinished(&self) -> bool {
        [Rule::ToDo, Rule::OpenTask].map(Fate::LeftOut).iter().any(|fate| self.piece.fates.contains(fate))
    }

    /// What the author told to leave out, told no longer: a directive, a box, a mark of what is not finished.
    fn unsteered(&self) -> Vec<Edit> {
        let line = self.line(self.piece.lines.start);
        let comment = line.find("<!--").zip(line.find("-->")).filter(|(start, end)| start < end);
        let uncommented = comment.map(|(start, end)| format!("{}{}", line[..start].trim_end(), &line[end + 3..]));
        let unticked = line.contains("[ ] ").then(|| line.replacen("[ ] ", "", 1));
        let marks = ["TODO: ", "TODO：", "TODO ", "TODO", "(未)", "（未）", "【未】", "(TODO)", "（TODO）", "(WIP)"];
        let finished = marks.iter().find(|mark| line.contains(**mark)).map(|mark| line.replacen(mark, "", 1));
        let written = finished.as_deref().or(unticked.as_deref());
        let explained = written.filter(|line| !line.contains([':', '：']));
        let explained = explained.map(|line| format!("{}{}", line.trim_end(), self.definition()));
        let edits = [uncommented, unticked.clone(), finished.clone(), explained];
        edits.into_iter().flatten().map(|line| self.instead(line)).collect()
    }

    fn heading(&self, above: &str) -> Vec<Edit> {
        let line = self.line(self.piece.lines.start);
        let parted = part(line);
        let told = self.placeholder();
        let named = format!("{}{}", parted.mark, joined(above, parted.text));
        let renamed = self.instead(named.clone());
        let below = before(self.piece.lines.end, format!("\n{told}\n"));
        let both = self.instead(format!("{named}\n\n{told}\n"));
        // Only a heading that any subject may have is named after its own.
        let general = [Rule::Attribute, Rule::AboutTheNote, Rule::References].map(Fate::LeftOut);
        let general = general.iter().any(|fate| self.piece.fates.contains(fate));
        let edits = if general { [renamed, below, both] } else { [below, renamed, both] };
        edits.into_iter().filter(|edit| !above.is_empty() || !edit.text.contains(&named)).collect()
    }

    fn prose(&self, facts: &LineFacts, above: &str) -> Vec<Edit> {
        let Parted { mark, text } = self.first();
        let bullet = if facts.kind == LineKind::Item { mark.to_owned() } else { format!("{mark}- ") };
        let mut lines: Vec<String> = split(facts, text).into_iter().collect();
        if facts.label && !above.is_empty() {
            lines.push(joined(above, text));
        }
        match (facts.kind, facts.rest) {
            (LineKind::Item, true) => lines.push(format!("Q: {text}")),
            (LineKind::Item, false) => {
                let name = text.trim_end().trim_end_matches([':', '：']);
                let named = facts.not_a_term.is_none().then(|| format!("{name}{}", self.definition()));
                lines.extend(named.into_iter().chain(in_bold(facts, text)));
            }
            // Prose answers what it stands under; a bullet can be asked itself.
            _ if facts.bold.is_empty() => lines.extend(in_bold(facts, text)),
            _ => lines.push(text.to_owned()),
        }
        let mut edits: Vec<Edit> = lines.into_iter().map(|line| self.instead(format!("{bullet}{line}"))).collect();
        if self.piece.fates.iter().any(|fate| matches!(fate, Fate::LeftOut(Rule::Preamble))) {
            edits.insert(0, before(self.piece.lines.start, format!("## {above}\n")));
        }
        edits
    }
}

impl<'e> Cards<'e> {
    /// Those elsewhere that are no longer there, by what tells them apart.
    ///
    /// A change leaves nearly all cards as they are and in their order: only those between are looked for.
    fn lost(&self, then: &Self) -> Vec<&'e Entry> {
        let (old, new) = (&self.elsewhere, &then.elsewhere);
        let are_same = |(one, other): &(&&Entry, &&Entry)| is_same(one, other);
        let before = old.iter().zip(new).take_while(are_same).count();
        let after = old[before..].iter().rev().zip(new[before..].iter().rev()).take_while(are_same).count();
        let between = old[before..old.len() - after].iter().copied();
        between.filter(|card| !new.iter().any(|kept| is_same(card, kept))).collect()
    }

    /// Returns true if cards are one, whose answer the lines stand in.
    fn is_one_around(&self, cards: &[&Entry]) -> bool {
        cards.windows(2).all(|pair| is_same(pair[0], pair[1])) && cards.last().is_some_and(|card| self.is_around(card))
    }

    fn is_any_around(&self) -> bool {
        self.elsewhere.iter().any(|card| self.is_around(card))
    }

    fn is_around(&self, card: &Entry) -> bool {
        card.span.start < self.span.start && card.span.end > self.span.start
    }
}

/// The cards of a source, seen from the lines at `span`.
fn cards<'e>(entries: &'e [Entry], span: &Span) -> Cards<'e> {
    let (here, elsewhere) = entries.iter().partition(|entry| span.contains(&entry.span.start));
    Cards { here, elsewhere, span: span.clone() }
}

/// Returns true if two cards ask the same.
fn is_same(one: &Entry, other: &Entry) -> bool {
    one.text() == other.text() && one.context == other.context
}

/// Something that is written before a line.
fn before(line: usize, text: String) -> Edit {
    Edit { lines: line..line, text }
}

/// A line with its term apart: before the topic's は, or before the verb.
fn split(facts: &LineFacts, text: &str) -> Option<String> {
    let (why, piece) = facts.not_a_term.as_ref()?;
    match why {
        NotATerm::Topic => {
            let at = text.find(piece.as_str())? + piece.len();
            let (left, right) = (&text[..at - 'は'.len_utf8()], text[at..].trim_start_matches('、'));
            Some(format!("{}：{right}", left.trim_end_matches(['に', 'で'])))
        }
        NotATerm::Clause => {
            let at = text.find(&format!(" {piece} "))?;
            let mut words = text[..at].split_whitespace();
            let joins = |word: &str| ["and", "or", "that", "which", "if", "when"].contains(&word);
            let short = words.clone().count() <= MOST_SUBJECT_WORDS && !words.any(joins);
            short.then(|| format!("{}: {}", &text[..at], &text[at + 1..]))
        }
        NotATerm::Ending
        | NotATerm::OpenParticle
        | NotATerm::PointsForward
        | NotATerm::Wide
        | NotATerm::AnswersItself
        | NotATerm::Remark => None,
    }
}

/// A statement with what it is about in bold, so that it is hidden: its topic, else its longest name or number.
fn in_bold(facts: &LineFacts, text: &str) -> Vec<String> {
    let topic = match &facts.not_a_term {
        Some((NotATerm::Topic, piece)) => piece.strip_suffix('は').map(str::to_owned),
        _ => None,
    };
    let mut names = names(text);
    names.sort_by_key(|name| std::cmp::Reverse((!text.starts_with(name), name.chars().count())));
    let wanted = topic.iter().map(String::as_str).chain(names).take(5);
    wanted.filter_map(|name| with_bold(text, name)).collect()
}

/// The text with `name` in bold where it first stands by itself: in no bold yet, and as no part of a word or a number.
fn with_bold(text: &str, name: &str) -> Option<String> {
    let joins = |before: Option<char>, after: Option<char>| {
        before.zip(after).is_some_and(|(before, after)| before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric())
    };
    let is_apart = |at: usize| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let in_bold = before.matches("**").count() % 2 == 1;
        !in_bold
            && !joins(before.chars().next_back(), name.chars().next())
            && !joins(name.chars().next_back(), after.chars().next())
    };
    let at = text.match_indices(name).map(|(at, _)| at).find(|&at| is_apart(at))?;
    Some(format!("{}**{name}**{}", &text[..at], &text[at + name.len()..]))
}

/// What is worth hiding in a text, if any of its words is: names, also of several words, and numbers.
fn names(text: &str) -> Vec<&str> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for word in name_words(text) {
        let joins = |last: &Range<usize>| {
            &text[last.end..word.start] == " " && text[last.start..last.end].is_ascii() && text[word.clone()].is_ascii()
        };
        match names.last_mut().filter(|last| joins(last)) {
            Some(last) => last.end = word.end,
            None => names.push(word),
        }
    }
    names.into_iter().map(|name| &text[name]).collect()
}

/// The words of a text that may be of a name: not "Sometimes" at the beginning of a sentence.
fn name_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let inside = |at: usize, c: char| {
        let next = text[at + c.len_utf8()..].chars().next();
        is_of_a_name(c) || ",.-".contains(c) && next.is_some_and(is_of_a_name)
    };
    let mut ends = text.char_indices().filter(move |&(at, c)| !inside(at, c)).map(|(at, c)| (at, at + c.len_utf8()));
    let mut start = 0;
    let words = std::iter::from_fn(move || {
        (start <= text.len()).then(|| {
            let (end, next) = ends.next().unwrap_or((text.len(), text.len() + 1));
            let word = start..end;
            start = next;
            word
        })
    });
    words.filter(|word| {
        let (before, name) = (text[..word.start].trim_end(), &text[word.clone()]);
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '(']);
        let capitals = name.chars().filter(|c| c.is_uppercase()).count();
        let number = name.starts_with(|c: char| c.is_ascii_digit());
        if name.is_ascii() {
            number || capitals > usize::from(begins)
        } else {
            has_word(name) && name.chars().count() > 1
        }
    })
}

/// Letters of names: not kana of grammar, and no punctuation.
fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3041}'..='\u{309f}')
}

/// The indentation, the quotation marks, the bullet or the `#` of a line, and the rest of it.
fn part(line: &str) -> Parted<'_> {
    let mut rest = line.trim_start();
    rest = rest.trim_start_matches(['>', ' ']);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.strip_prefix(['.', ')']).filter(|_| digits.len() < rest.len());
    let bullet = rest.strip_prefix(['-', '*', '+', '・']).filter(|after| after.starts_with([' ', '\t']));
    let hashes = Some(rest.trim_start_matches('#')).filter(|after| after.len() < rest.len());
    if let Some(after) = bullet.or(numbered.filter(|after| after.starts_with(' '))).or(hashes) {
        rest = after.trim_start();
    }
    Parted { mark: &line[..line.len() - rest.len()], text: rest }
}

/// What a name means under another: 「SQSの例」, "SQS example".
fn joined(above: &str, name: &str) -> String {
    if is_japanese(above) || is_japanese(name) { format!("{above}の{name}") } else { format!("{above} {name}") }
}

fn is_japanese(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_put_around_whole_names_that_are_not_bold() {
        let advised = |text: &str, name: &str| with_bold(text, name);
        assert_eq!(advised("**最長14日**と4日", "4日").as_deref(), Some("**最長14日**と**4日**"));
        assert_eq!(advised("**最長14日**で終わる", "4日"), None);
        assert_eq!(advised("SQSS holds SQS", "SQS").as_deref(), Some("SQSS holds **SQS**"));
    }
}
