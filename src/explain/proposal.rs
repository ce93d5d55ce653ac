//! What could be written to change what becomes of a piece. Nothing here knows whether it does: that is tried (`cure`).

use super::edit::{Edit, Goal};
use super::hidden::in_bold;
use super::lines::Lines;
use super::written::{Written, told, untold};
use super::{Fate, Piece};
use crate::Source;
use crate::model::decision::{NotATerm, Rule};
use crate::recognise::{LineFacts, LineKind, phrase};
use crate::text::has_word;

/// Most words of a subject that is worth being a term.
const MOST_SUBJECT_WORDS: usize = 4;
/// Most words of an English name.
const MOST_NAME_WORDS: usize = 5;
/// What separates, or may be meant to: one is enough in a line.
const SIGNS: &[&str] = &[":", "：", "=", "＝", "…", "‥", "→", "⇒", " - ", " – ", " — ", "\t", "　", "|"];
/// What a name does not begin with.
const NO_NAMES: &[&str] = &[
    "a", "an", "and", "at", "by", "can", "first", "for", "from", "has", "have", "if", "in", "it", "made", "next", "no",
    "not", "of", "on", "only", "or", "see", "that", "then", "these", "this", "to", "used", "when", "with",
];
/// What stands after a subject and before what it is.
const COPULAS: &[&str] = &["is", "are", "was", "were"];
/// What the marks are of notes that are not finished.
const UNFINISHED: &[&str] =
    &["TODO: ", "TODO：", "TODO ", "TODO", "(未)", "（未）", "【未】", "(TODO)", "（TODO）", "(WIP)"];

/// A piece for which changes are proposed.
pub(super) struct Proposer<'a> {
    pub source: &'a Source,
    pub piece: &'a Piece,
    pub lines: &'a Lines,
    /// The heading over it, or the title.
    pub above: &'a str,
}

impl Proposer<'_> {
    /// What could be written, the best first.
    pub fn all(&self) -> Vec<(Goal, Edit)> {
        let of = |goal: Goal, edits: Vec<Edit>| edits.into_iter().map(move |edit| (goal, edit));
        if self.piece.fates.iter().any(|fate| matches!(fate, Fate::Card { .. })) {
            return of(Goal::NoCard, self.without_card()).collect();
        }
        let is_within = |fate: &Fate| matches!(fate, Fate::FrontMatter | Fate::Within(..));
        if self.piece.fates.iter().any(is_within) {
            return Vec::new();
        }
        of(Goal::Card, self.with_card()).chain(of(Goal::Part, self.as_a_part())).collect()
    }

    fn line(&self, line: usize) -> &str {
        self.source.text[self.lines.span(&(line..line + 1), &self.source.text)].trim_end_matches('\n')
    }

    fn first_line(&self) -> &str {
        self.line(self.piece.lines.start)
    }

    fn instead(&self, text: String) -> Edit {
        Edit::of_line(self.piece.lines.start, text)
    }

    fn is(&self, rules: &[Rule]) -> bool {
        rules.iter().any(|&rule| self.piece.fates.contains(&Fate::LeftOut(rule)))
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

    // To have no card. A comment in the line counts for that line, and for no other.

    fn without_card(&self) -> Vec<Edit> {
        let line = self.first_line();
        let is_cloze = matches!(self.piece.fates.first(), Some(Fate::Card { rule: Rule::Bold, .. }));
        let mut edits = vec![self.instead(told(line, if is_cloze { "cloze=false" } else { "skip" }))];
        let plain = line.replace("**", "").replace("__", "");
        let is_bold_line = matches!(self.piece.fates.first(), Some(Fate::Card { rule: Rule::BoldLine, .. }));
        if plain != line && (is_cloze || is_bold_line) {
            edits.push(self.instead(plain));
        }
        edits
    }

    // To have a card.

    fn with_card(&self) -> Vec<Edit> {
        let Some(facts) = &self.piece.facts else { return Vec::new() };
        let mut edits: Vec<Edit> = untold(self.first_line()).into_iter().map(|line| self.instead(line)).collect();
        match facts.kind {
            _ if self.is(&[Rule::Skipped]) => {}
            // What is not finished is finished by its author, and then told no longer to be.
            _ if self.is(&[Rule::ToDo, Rule::OpenTask]) => edits.extend(self.finished()),
            _ if self.is(&[Rule::Unanswered]) => edits.extend(self.answered(facts)),
            LineKind::Heading(_) => edits.extend(self.heading()),
            LineKind::Item => edits.extend(self.item(facts)),
            LineKind::Paragraph | LineKind::Line => edits.extend(self.prose(facts)),
            LineKind::Head | LineKind::Row | LineKind::Code | LineKind::Html => {}
        }
        edits
    }

    /// What the author left out or has not finished, on the card above.
    fn as_a_part(&self) -> Vec<Edit> {
        if self.is(&[Rule::ToDo, Rule::OpenTask]) { self.finished() } else { Vec::new() }
    }

    /// The line without its box or its mark of what is not finished.
    fn finished(&self) -> Vec<Edit> {
        let line = self.first_line();
        let unticked = line.contains("[ ] ").then(|| line.replacen("[ ] ", "", 1));
        let mark = UNFINISHED.iter().find(|mark| line.contains(**mark));
        let finished = mark.map(|mark| line.replacen(mark, "", 1)).or(unticked);
        let Some(finished) = finished.filter(|line| has_word(Written::of(line).text)) else { return Vec::new() };
        let written = Written::of(&finished);
        let explained = is_name(written.text).then(|| written.with(&format!("{}{}", written.text, self.definition())));
        [Some(finished.clone()), explained].into_iter().flatten().map(|line| self.instead(line)).collect()
    }

    /// A question with an answer under it.
    fn answered(&self, facts: &LineFacts) -> Option<Edit> {
        let line = self.first_line();
        let written = Written::of(line);
        if facts.rest || self.piece.lines.len() > 1 || matches!(facts.kind, LineKind::Heading(_)) {
            return None;
        }
        let is_item = facts.kind == LineKind::Item;
        let indent: String = if is_item {
            written.mark.chars().map(|c| if c == '>' { c } else { ' ' }).collect()
        } else {
            written.mark.to_owned()
        };
        Some(self.instead(format!("{line}\n{indent}A: {}", self.placeholder())))
    }

    fn heading(&self) -> Vec<Edit> {
        let written = Written::of(self.first_line());
        let told = self.placeholder();
        let named = written.with(&joined(self.above, written.text));
        let renamed = self.instead(named.clone());
        let below = Edit::before(self.piece.lines.end, format!("\n{told}\n"));
        // Only a heading that any subject may have is named after its own.
        let edits = if self.is(&[Rule::References, Rule::AboutTheNote]) {
            vec![renamed]
        } else if self.is(&[Rule::Attribute]) {
            vec![renamed, self.instead(format!("{named}\n\n{told}\n"))]
        } else {
            vec![below]
        };
        edits.into_iter().filter(|edit| !self.above.is_empty() || !edit.text.contains(&named)).collect()
    }

    fn item(&self, facts: &LineFacts) -> Vec<Edit> {
        let written = Written::of(self.first_line());
        let text = written.text;
        let mut texts: Vec<String> = separated(facts, text, &self.definition()).into_iter().collect();
        if facts.label && !self.above.is_empty() && has_word(after_sign(text)) {
            texts.push(joined(self.above, text));
        }
        if facts.rest {
            texts.extend(phrase::asks(text).then(|| format!("Q: {text}")));
            texts.extend(self.subject(facts, text));
        } else if is_name(text) && facts.not_a_term.is_none() {
            let name = text.trim_end_matches([':', '：']).trim_end();
            texts.push(format!("{name}{}", self.definition()));
        }
        texts.extend(bold(facts, text));
        texts.into_iter().map(|text| self.instead(written.with(&text))).collect()
    }

    /// What a line names that points to what is under it: 「以下の種類がある：」 are the 種類 of what is above.
    fn subject(&self, facts: &LineFacts, text: &str) -> Option<String> {
        let (NotATerm::PointsForward, piece) = facts.not_a_term.as_ref()? else { return None };
        let rest = text.strip_prefix(piece.as_str())?.trim_end_matches([':', '：']).trim();
        let name = if is_japanese(rest) {
            rest.split(['が', 'は', 'を', 'に', 'で']).next()?
        } else {
            let (name, verb) = rest.rsplit_once(' ')?;
            ["exist", "apply", "are", "is", "available", "supported"].contains(&verb).then_some(name)?
        };
        let is_short = name.split_whitespace().count() < MOST_SUBJECT_WORDS;
        (!self.above.is_empty() && has_word(name) && is_short).then(|| joined(self.above, name))
    }

    /// Prose answers what it stands under; a bullet can be asked itself. One line by itself can become a bullet.
    fn prose(&self, facts: &LineFacts) -> Vec<Edit> {
        let first = self.piece.lines.start;
        let is_alone = self.piece.lines.len() == 1
            && [first.checked_sub(1), Some(first + 1)]
                .into_iter()
                .flatten()
                .all(|line| !has_word(self.line(line)) || self.line(line).starts_with('#'));
        let written = Written::of(self.first_line());
        let text = written.text;
        let mut edits = Vec::new();
        if is_alone && !text.is_empty() {
            let parted = facts.sides.is_some() && facts.bold.is_empty();
            let as_it_is = (parted || !facts.bold.is_empty()).then(|| text.to_owned());
            let texts = as_it_is.into_iter().chain(separated(facts, text, "")).chain(bold(facts, text));
            edits.extend(texts.map(|text| self.instead(format!("{}- {text}{}", written.mark, written.tail))));
        }
        if self.is(&[Rule::Preamble]) && !self.above.is_empty() {
            edits.insert(0, Edit::before(first, format!("## {}\n", self.above)));
        }
        edits
    }
}

/// The text with what it is about in bold, if it is a sentence that says something.
fn bold(facts: &LineFacts, text: &str) -> Vec<String> {
    if !facts.bold.is_empty() || phrase::is_task(text) {
        return Vec::new();
    }
    let topic = match &facts.not_a_term {
        Some((NotATerm::Topic, piece)) => piece.strip_suffix('は'),
        Some((NotATerm::OpenParticle | NotATerm::PointsForward, _)) => return Vec::new(),
        _ => None,
    };
    in_bold(text, topic)
}

/// The text with its term apart: at the sign that is nearly one, before the topic's は, or before the verb.
fn separated(facts: &LineFacts, text: &str, definition: &str) -> Option<String> {
    let separator = if definition.starts_with('：') || is_japanese(text) { "：" } else { ": " };
    if let Some(alike) = facts.shared.as_ref().filter(|_| facts.sides.is_none()) {
        let mark = alike.sides.mark.as_str();
        let parted = if mark.trim().is_empty() { None } else { text.split_once(mark) };
        let bold = || text.strip_prefix("**")?.split_once("**");
        return match (parted, bold()) {
            (Some((left, right)), _) => Some(format!("{}{separator}{}", left.trim_end(), right.trim_start())),
            (None, Some((left, right))) => Some(format!("**{left}**{separator}{}", right.trim_start())),
            (None, None) => None,
        };
    }
    if let Some((left, right)) = text.split_once('＝').filter(|(_, right)| !right.contains('＝')) {
        return Some(format!("{}{separator}{}", left.trim_end(), right.trim_start()));
    }
    let (why, piece) = facts.not_a_term.as_ref()?;
    match why {
        NotATerm::Topic => {
            let at = text.find(piece.as_str())? + piece.len();
            let (left, right) = (&text[..at - 'は'.len_utf8()], text[at..].trim_start_matches('、'));
            let is_one = !right.contains('、') && !text.contains(SIGNS_IN_PROSE);
            is_one.then(|| format!("{}：{right}", left.trim_end_matches(['に', 'で'])))
        }
        NotATerm::Clause => before_the_verb(text, piece),
        NotATerm::Ending
        | NotATerm::OpenParticle
        | NotATerm::PointsForward
        | NotATerm::Wide
        | NotATerm::AnswersItself
        | NotATerm::Remark => None,
    }
}

/// Signs that divide a sentence already.
const SIGNS_IN_PROSE: [char; 4] = ['：', ':', '[', '='];

fn before_the_verb(text: &str, verb: &str) -> Option<String> {
    let at = text.find(&format!(" {verb} "))?;
    let (left, right) = (&text[..at], &text[at + 1..]);
    let mut words = left.split_whitespace();
    let joins = |word: &str| ["and", "or", "that", "which", "if", "when"].contains(&word);
    let is_short = words.clone().count() <= MOST_SUBJECT_WORDS && !words.any(joins) && !left.contains(SIGNS_IN_PROSE);
    // What something is needs no verb; of what is done to it, the verb tells.
    let right = match right.strip_prefix(verb).map(str::trim_start) {
        Some(rest) if COPULAS.contains(&verb) => {
            ["a ", "an ", "the ", "one "].iter().any(|article| rest.starts_with(article)).then_some(rest)?
        }
        _ => right,
    };
    is_short.then(|| format!("{left}: {right}"))
}

/// What stands behind the first sign of a text.
fn after_sign(text: &str) -> &str {
    text.find([':', '：', ' ']).map_or("", |at| &text[at..])
}

/// Whether a text reads like a name that an explanation may follow: no sentence, no link, and nothing that separates.
fn is_name(text: &str) -> bool {
    let name = text.trim().trim_end_matches([':', '：']);
    let is_link = name.contains("://") || name.contains("](") || name.contains("[[");
    if is_link || !has_word(name) || SIGNS.iter().any(|sign| name.contains(sign)) || name.starts_with(':') {
        return false;
    }
    if is_japanese(name) {
        let is_grammar = |c: char| matches!(c, '\u{3041}'..='\u{309f}');
        let is_plain = name.chars().all(|c| is_grammar(c) || c == 'ー');
        return !name.contains(['。', '、', '？', '！']) && (is_plain || !name.ends_with(is_grammar));
    }
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    name.split_whitespace().count() <= MOST_NAME_WORDS
        && !NO_NAMES.contains(&first)
        && !words.any(|word| ["the", "which", "that", "because", "before", "after"].contains(&word))
        && !name.ends_with(['.', '!', '?', ','])
        && !phrase::is_task(name)
}

/// What a name means under another: 「SQSの例」, "SQS example".
fn joined(above: &str, name: &str) -> String {
    if is_japanese(above) || is_japanese(name) { format!("{above}の{name}") } else { format!("{above} {name}") }
}

fn is_japanese(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}
