//! What could be written to change what becomes of a piece. Nothing here knows whether it does: that is tried (`cure`).

use super::edit::{Edit, Goal};
use super::hidden::in_bold;
use super::lines::Lines;
use super::written::{Written, told, untold};
use super::{Fate, Piece};
use crate::Source;
use crate::lexicon::{self, Class, Lexicon};
use crate::model::decision::{NotATerm, NotHidden, Rule};
use crate::recognise::{Alike, LineFacts, LineKind, phrase};
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
/// What no explanation can be given of: they stand for something else.
const PRONOUNS: &[&str] = &[
    "he", "here", "how", "i", "it", "she", "that", "there", "these", "they", "this", "those", "we", "what", "which",
    "who", "you",
];
/// The marks of notes that are not finished.
const UNFINISHED: &[&str] =
    &["TODO: ", "TODO：", "TODO ", "TODO", "(未)", "（未）", "【未】", "(TODO)", "（TODO）", "(WIP)"];
/// What an author leaves as answer of what is not finished, with the mark or in place of it.
const NO_ANSWERS: &[&str] = &["TODO", "FIXME", "TBD", "調べる", "確認する", "後で", "あとで", "要確認"];
/// How lines end that say what to do with the notes.
const CHORES: &[&str] = &["調べる", "確認する", "書く", "まとめる", "読む", "復習する", "追記する", "覚える", "要確認"];
/// Verbs by which a task begins.
const CHORE_VERBS: &[&str] = &[
    "add", "ask", "buy", "call", "check", "do", "email", "finish", "fix", "learn", "look", "practice", "read",
    "review", "revise", "study", "update", "watch", "write",
];
/// Labels that name nothing of what they stand under.
const NO_PARTS: &[&str] = &[
    "a",
    "ans",
    "answer",
    "caution",
    "hint",
    "important",
    "memo",
    "nb",
    "note",
    "notes",
    "tip",
    "warning",
    "メモ",
    "注",
    "答え",
    "正解",
    "解答",
    "解説",
];
/// Japanese nouns that end like verbs or adjectives.
const NOUNS: &[&str] = &[
    "違い",
    "働き",
    "はたらき",
    "流れ",
    "仕組み",
    "しくみ",
    "つくり",
    "扱い",
    "大きさ",
    "長さ",
    "重さ",
    "高さ",
    "速さ",
];
/// Words of Japanese that name nothing.
const NO_NOUNS: &[&str] = &["なし", "あり", "ない", "以上", "その他", "など", "同上", "未定"];
/// Words by which a Japanese line goes on from the one above it.
const GOES_ON: &[&str] = &["次に", "しかし", "また", "そして", "さらに", "つまり", "ただし", "なお"];
/// How Japanese questions without a mark end.
const QUESTION_ENDS: &[&str] = &["何か", "なにか", "なぜか", "どれか", "だれか", "誰か", "いつか", "どこか"];
/// Dashes that may stand between a term and its definition without a space around them.
const DASHES: &[char] = &['―', '—', '–', '─'];

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
        // What is a part of a question, or is left out with what it stands in, has no fate of its own.
        let is_within = |fate: &Fate| {
            matches!(fate, Fate::FrontMatter | Fate::Part { rule: Rule::Question, .. })
                || matches!(fate, Fate::Within(rule, _) if *rule != Rule::AboutTheNote)
        };
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
        let separator = if self.is_japanese() { "：" } else { ": " };
        format!("{separator}{}", self.placeholder())
    }

    /// What stands for an explanation that only the author knows, in the language of the piece.
    fn placeholder(&self) -> &'static str {
        if self.is_japanese() { "〈ここに説明〉" } else { "<your explanation>" }
    }

    /// The same for the answer of a question.
    fn answer(&self) -> &'static str {
        if self.is_japanese() { "〈ここに答え〉" } else { "<your answer>" }
    }

    /// Whether a piece is in Japanese: by its own words, or, since names may be in any letters, by most lines of the notes.
    fn is_japanese(&self) -> bool {
        if is_japanese(Written::of(self.first_line()).text) {
            return true;
        }
        let lines = (0..self.lines.count()).filter_map(|line| script(Written::of(self.line(line)).text));
        let told: Vec<Script> = lines.collect();
        let japanese = told.iter().filter(|&&script| script == Script::Japanese).count();
        japanese * 2 > told.len()
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
            _ if self.is(&[Rule::Unanswered]) => edits.extend(self.keyed().or_else(|| self.answered(facts))),
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
        if let Some(explained) = self.without_answer(line) {
            return vec![self.instead(explained)];
        }
        let unticked = line.contains("[ ] ").then(|| line.replacen("[ ] ", "", 1));
        let mark = UNFINISHED.iter().find(|mark| line.contains(**mark));
        let marked = mark.map(|mark| line.replacen(mark, "", 1).trim_end().to_owned());
        let is_marked = marked.is_some();
        let Some(finished) = marked.or(unticked) else { return Vec::new() };
        let written = Written::of(&finished);
        if !has_word(written.text) || is_chore(written.text) {
            return Vec::new();
        }
        // What is ticked may be an option, or a thing to buy.
        let is_term = is_marked && is_name(written.text);
        let explained = is_term.then(|| written.with(&format!("{}{}", written.text, self.definition())));
        [Some(finished.clone()), explained].into_iter().flatten().map(|line| self.instead(line)).collect()
    }

    /// The line with a definition in place of the word by which its author left it open: `NAT：TODO`.
    fn without_answer(&self, line: &str) -> Option<String> {
        let written = Written::of(line);
        let at = written.text.find([':', '：', '＝'])?;
        let (term, after) = (&written.text[..at], written.text[at..].trim_start_matches([':', '：', '＝']));
        let rest = NO_ANSWERS.iter().fold(after.to_owned(), |rest, word| rest.replace(word, ""));
        let is_open = rest.len() < after.len() && !has_word(&rest);
        (is_open && is_name(term)).then(|| written.with(&format!("{term}{}", self.definition())))
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
        if let Some((question, answer)) = answered_behind(written.text) {
            let (mark, tail) = (written.mark, written.tail);
            return Some(self.instead(format!("{mark}{question}\n{indent}A: {answer}{tail}")));
        }
        Some(self.instead(format!("{line}\n{indent}A: {}", self.answer())))
    }

    /// A question over options with the letter of the right one: that of the first, as an example.
    fn keyed(&self) -> Option<Edit> {
        let said = |line: &usize| has_word(self.line(*line));
        let boxed = |line: &usize| Written::of(self.line(*line)).text.starts_with("[ ] ");
        let next = (self.piece.lines.end..self.lines.count()).find(said)?;
        // What stands beside an item is no option of it.
        let indent = |line: usize| self.line(line).len() - self.line(line).trim_start().len();
        let start = self.piece.lines.start;
        if Written::of(self.first_line()).mark.trim_end().ends_with(['-', '*', '+', '.', ')'])
            && indent(next) <= indent(start)
        {
            return None;
        }
        if boxed(&next) {
            return Some(Edit::of_line(next, self.line(next).replacen("[ ] ", "[x] ", 1)));
        }
        let mut options = (self.piece.lines.end..self.lines.count()).filter(said).map_while(|line| {
            let label = phrase::option_label(Written::of(self.line(line)).text)?;
            Some((line, label))
        });
        let (first, label) = options.next()?;
        let (last, _) = options.last()?;
        let word = if is_japanese(self.line(first)) || self.is_japanese() { "正解：" } else { "Answer: " };
        // A key that names none of them is there already.
        let is_key = |line: &usize| phrase::key_told(&Lexicon::default(), Written::of(self.line(*line)).text).is_some();
        if let Some(key) = (last + 1..self.lines.count()).find(said).filter(is_key) {
            return Some(Edit::of_line(key, format!("{word}{label}")));
        }
        Some(Edit::before(last + 1, format!("\n{word}{label}")))
    }

    fn heading(&self) -> Vec<Edit> {
        // Nobody wants to be asked for the title of a file whose parts are asked.
        if self.piece.fates.iter().any(|fate| matches!(fate, Fate::Title(_))) {
            return Vec::new();
        }
        let written = Written::of(self.first_line());
        let told = self.placeholder();
        let named = written.with(&joined(self.above, written.text));
        let renamed = self.instead(named.clone());
        let below = Edit::before(self.piece.lines.end, format!("\n{told}\n"));
        // Only a heading that any subject may have is named after its own, and where it may be no topic, only in Japanese
        // does that read well.
        let names_no_part = NO_PARTS.contains(&&*written.text.to_lowercase());
        let may_be_topic = lexicon::is(Class::TopicToo, &lexicon::key(written.text));
        let is_general = self.is(&[Rule::AboutTheNote, Rule::Attribute]);
        let reads_well = may_be_topic || self.is(&[Rule::Attribute]) && is_japanese(&named);
        let edits = if is_general && reads_well && !names_no_part {
            vec![renamed]
        } else if is_general || self.is(&[Rule::References]) {
            Vec::new()
        } else {
            vec![below]
        };
        edits.into_iter().filter(|edit| !self.above.is_empty() || !edit.text.contains(&named)).collect()
    }

    fn item(&self, facts: &LineFacts) -> Vec<Edit> {
        let written = Written::of(self.first_line());
        let text = written.text;
        // An option is no term, and no sentence.
        if is_option(text) || is_place(text) || is_judged(text) {
            return Vec::new();
        }
        // What its author marked otherwise is what is to be hidden.
        if is_marked_otherwise(text) {
            return hidden_as_marked(text).into_iter().map(|text| self.instead(written.with(&text))).collect();
        }
        if self.is(&[Rule::NoDefinition]) {
            return self.explained(facts, &written).into_iter().collect();
        }
        let mut texts: Vec<String> = separated(facts, text, &self.definition()).into_iter().collect();
        if facts.label && self.has_parts(text) {
            texts.push(joined(self.above, text));
        }
        if facts.rest {
            texts.extend(phrase::asks(text).then(|| format!("Q: {text}")));
            texts.extend(self.subject(facts, text));
        } else if has_word(after_colon(text)) && asks(text) {
            return self.answered(facts).into_iter().collect();
        } else if is_name(before_colon(text)) && facts.not_a_term.is_none() && !is_asked(self.above) {
            let name = before_colon(text);
            texts.push(format!("{name}{}", self.definition()));
        }
        texts.extend(less_bold(facts, text));
        texts.extend(told_last(text).filter(|_| facts.bold.is_empty()));
        texts.extend(bold(facts, text));
        texts.into_iter().map(|text| self.instead(written.with(&text))).collect()
    }

    /// A term whose definition says nothing, with another.
    fn explained(&self, facts: &LineFacts, written: &Written) -> Option<Edit> {
        let sides = facts.sides.as_ref().filter(|sides| is_name(&sides.left))?;
        let term = &written.text[..written.text.find(sides.mark.trim())?];
        has_word(term).then(|| self.instead(written.with(&format!("{}{}", term.trim_end(), self.definition()))))
    }

    /// Whether what a label names may be asked of what it stands under: the example of a subject, not its answer.
    fn has_parts(&self, text: &str) -> bool {
        let label = text.split([':', '：', ' ']).next().unwrap_or_default().to_lowercase();
        has_word(after_sign(text))
            && is_name(self.above)
            && (is_japanese(self.above) || is_japanese(label.as_str()))
            && !is_asked(self.above)
            && !text.contains("**")
            && !NO_PARTS.contains(&&*label)
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
        let counts = name.ends_with('つ') || name.contains(char::is_numeric);
        (!self.above.is_empty() && has_word(name) && is_short && !counts).then(|| joined(self.above, name))
    }

    /// Two lines, of which the first names what the second explains, as a bullet.
    fn term_over_text(&self) -> Option<Edit> {
        let [first, second] = [0, 1].map(|at| self.piece.lines.start + at);
        let (term, text) = (Written::of(self.first_line()), self.line(second.min(self.lines.count() - 1)));
        let is_term = self.piece.lines.len() == 2 && term.mark.is_empty() && term.tail.is_empty() && is_name(term.text);
        let says = !is_name(text) && has_word(text) && Written::of(text).mark.is_empty();
        let bullet = || Edit { lines: first..second + 1, text: format!("- {}\n  {}", term.text, text.trim()) };
        (is_term && says).then(bullet)
    }

    /// A question over the line that answers it, or over a list that may be its answer.
    fn question_over_text(&self) -> Option<Edit> {
        let start = self.piece.lines.start;
        let question = Written::of(self.first_line());
        let next = (start + 1..self.lines.count()).find(|&line| has_word(self.line(line)))?;
        let below = Written::of(self.line(next));
        let asks = question.mark.is_empty() && question.tail.is_empty() && phrase::asks(question.text);
        if !asks
            || question.text.starts_with('<')
            || phrase::asks(below.text)
            || below.text.starts_with(['#', '|', '`'])
        {
            return None;
        }
        let (question, answer) = (question.text, self.line(next));
        if is_list_mark(below.mark) {
            let word = if self.is_japanese() { "答え：" } else { "Answer:" };
            return Some(Edit { lines: start..next, text: format!("{question}\n\n{word}\n") });
        }
        let is_whole = self.piece.lines.len() == 2 && next == start + 1;
        is_whole.then(|| Edit { lines: start..next + 1, text: format!("Q: {question}\nA: {}", answer.trim()) })
    }

    /// A name over a list, as a bold line, which is a heading.
    fn name_over_list(&self) -> Option<Edit> {
        let (start, name) = (self.piece.lines.start, Written::of(self.first_line()));
        let next = (start + 1..self.lines.count()).find(|&line| has_word(self.line(line)))?;
        let is_over_list = self.piece.lines.len() == 1 && is_list_mark(Written::of(self.line(next)).mark);
        let is_plain = name.mark.is_empty() && name.tail.is_empty() && !name.text.contains("**") && is_name(name.text);
        (is_over_list && is_plain).then(|| self.instead(format!("**{}**", before_colon(name.text))))
    }

    /// The first lines of a piece, each parted by the same sign, as bullets: too few of them are only lines.
    fn lines_as_bullets(&self, facts: &LineFacts) -> Option<Edit> {
        let (mark, lines) = (facts.sides.as_ref()?.mark.trim(), self.piece.lines.clone());
        let is_parted = |at: &usize| {
            let written = Written::of(self.line(*at));
            written.mark.is_empty() && written.tail.is_empty() && written.text.contains(mark)
        };
        let parted = lines.clone().take_while(is_parted).count();
        (parted > 1 && !mark.is_empty()).then(|| {
            let end = lines.start + parted;
            let bullets: Vec<String> = (lines.start..end).map(|at| format!("- {}", self.line(at).trim())).collect();
            // What follows is no part of the last one.
            let gap = if end < lines.end { "\n" } else { "" };
            Edit { lines: lines.start..end, text: bullets.join("\n") + gap }
        })
    }

    /// A question in prose, marked as one, and the line below it as its answer, where that is of the same paragraph.
    fn asked_in_prose(&self, question: &Written<'_>) -> Option<Edit> {
        let first = self.piece.lines.start;
        if !question.mark.is_empty() || !question.text.ends_with(['?', '？']) {
            return None;
        }
        let asked = format!("Q: {}{}", question.text, question.tail);
        if self.piece.lines.len() == 1 {
            return Some(self.instead(asked));
        }
        Some(Edit { lines: first..first + 2, text: format!("{asked}\nA: {}", self.line(first + 1).trim()) })
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
        let as_question = self.question_over_text().into_iter().chain(self.name_over_list());
        let as_bullets = self.term_over_text().into_iter().chain(self.lines_as_bullets(facts));
        let mut edits: Vec<Edit> = as_question.chain(as_bullets).collect();
        if is_alone && !text.is_empty() {
            let parted = facts.sides.is_some() && facts.bold.is_empty();
            let as_it_is = (parted || !facts.bold.is_empty()).then(|| text.to_owned());
            let asks = phrase::asks(text) && !text.starts_with('<');
            edits.extend(asks.then(|| self.instead(format!("{}Q: {text}{}", written.mark, written.tail))));
            let texts = as_it_is.into_iter().chain(separated(facts, text, ""));
            edits.extend(texts.map(|text| self.instead(format!("{}- {text}{}", written.mark, written.tail))));
        }
        if !is_alone {
            edits.extend(self.asked_in_prose(&written));
        }
        if self.is(&[Rule::Preamble]) && !self.above.is_empty() {
            edits.insert(0, Edit::before(first, format!("## {}\n", self.above)));
        }
        edits
    }
}

/// Whether a text has a gap in the syntax of Anki, a mark, a blank, or two colons between words.
fn is_marked_otherwise(text: &str) -> bool {
    let colons = || {
        text.split_once("::")
            .is_some_and(|(left, right)| left.ends_with(is_of_a_word) && right.starts_with(is_of_a_word))
    };
    text.contains("{{c") || text.contains("__") || text.matches("==").count() > 1 || colons()
}

/// The text with that in bold, where it is told.
fn hidden_as_marked(text: &str) -> Option<String> {
    let with =
        |start: usize, end: usize, inner: &str| format!("{}**{}**{}", &text[..start], inner.trim(), &text[end..]);
    if let Some(start) = text.find("{{c") {
        let (gap, _) = text[start..].split_once("}}")?;
        let inner = gap.split("::").nth(1)?;
        return Some(with(start, start + gap.len() + "}}".len(), inner));
    }
    if let Some(start) = text.find("==") {
        let (inner, _) = text[start + 2..].split_once("==")?;
        return Some(with(start, start + inner.len() + 4, inner));
    }
    // `is ___ (Tokyo)`
    let start = text.find("__")?;
    let after = text[start..].trim_start_matches('_').trim_start();
    let (inner, rest) = after.strip_prefix(['(', '（'])?.split_once([')', '）'])?;
    has_word(inner).then(|| with(start, text.len() - rest.len(), inner))
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// The text with what it is about in bold, if it is a sentence that says something.
fn bold(facts: &LineFacts, text: &str) -> Vec<String> {
    if !facts.bold.is_empty() || phrase::is_task(text) {
        return Vec::new();
    }
    let topic = match &facts.not_a_term {
        Some((NotATerm::Topic, piece)) => piece.strip_suffix('は'),
        Some((NotATerm::OpenParticle | NotATerm::PointsForward, _)) => return Vec::new(),
        // A name is to be explained.
        None if NOUNS.iter().any(|noun| text.ends_with(noun)) => return Vec::new(),
        _ => None,
    };
    in_bold(text, topic)
}

/// The text without what it has in bold in vain, if more of it is in bold.
fn less_bold(facts: &LineFacts, text: &str) -> Option<String> {
    let (why, piece) = facts.not_hidden.as_ref()?;
    let marked = format!("**{piece}**");
    let is_in_vain =
        matches!(why, NotHidden::GivenAway | NotHidden::ShownAbove | NotHidden::SaysNothing | NotHidden::PartOfAWord);
    (is_in_vain && text.contains(&marked)).then(|| text.replace(&marked, piece)).filter(|less| less.contains("**"))
}

/// The text with its term apart: at the sign that is nearly one, before the topic's は, or before the verb.
fn separated(facts: &LineFacts, text: &str, definition: &str) -> Option<String> {
    let separator = if definition.starts_with('：') || is_japanese(text) { "：" } else { ": " };
    if let Some(alike) = facts.shared.as_ref().filter(|_| facts.sides.is_none()) {
        return separated_alike(alike, text, separator);
    }
    // What is in bold is to be hidden, not to be parted.
    if text.contains("**") {
        return None;
    }
    let found = divided(text).or_else(|| parted_by_a_space(text)).or_else(|| nearly_parted(text));
    if let Some((left, right)) = found {
        return Some(format!("{}{separator}{}", left.trim_end(), right.trim_start()));
    }
    // Of an abbreviation, what follows is what it does.
    let verb =
        || text.split_once(' ').filter(|(left, _)| left.len() > 1 && left.chars().all(|c| c.is_ascii_uppercase()));
    if let Some((left, right)) = verb().filter(|_| tells(text) && facts.not_a_term.is_none()) {
        return Some(format!("{left}: {right}"));
    }
    // When something was: 「桜田門外の変 1860年」.
    let year = || text.rsplit_once([' ', '\u{3000}']).filter(|(left, right)| is_name(left) && is_year(right));
    if let Some((left, right)) = year().or_else(|| value(facts, text)) {
        return Some(format!("{left}：{right}"));
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

/// The sides of a line at what nearly separates: 「同化=単純な…」, 「核 ... 遺伝情報」, or a number behind an abbreviation, "HTTP 80".
fn nearly_parted(text: &str) -> Option<(&str, &str)> {
    let is_one = |mark: &str| text.matches(mark).count() == 1 && !text.contains(['`', '$', '<', '>']);
    let equals = || text.split_once('=').filter(|_| is_japanese(text) && is_one("="));
    let dots = || text.split_once(" ... ").filter(|_| is_one(" ... "));
    let number = || {
        let is_short = |left: &str| left.len() > 1 && left.chars().all(|c| c.is_ascii_uppercase());
        let counts =
            |right: &str| !right.is_empty() && right.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | ','));
        text.split_once(' ').filter(|(left, right)| is_short(left) && counts(right))
    };
    let (left, right) = equals().or_else(dots).or_else(number)?;
    (is_name(left) && has_word(right)).then_some((left, right))
}

/// The text with its term apart, of a line that is only parted where lines beside it are written like it.
fn separated_alike(alike: &Alike, text: &str, separator: &str) -> Option<String> {
    let (mark, sides) = (alike.sides.mark.as_str(), &alike.sides);
    let is_whole = text.starts_with(&*sides.left) || text.starts_with(['【', '[', '［', '「']);
    let parted = if is_whole && text.ends_with(&*sides.right) && !text.contains("**") && !text.contains('＝') {
        Some((&*sides.left, &*sides.right))
    } else if mark.trim().is_empty() {
        None
    } else {
        text.split_once(mark)
    };
    let bold = || text.strip_prefix("**")?.split_once("**");
    match (parted, bold()) {
        (Some((left, right)), _) => Some(format!("{}{separator}{}", left.trim_end(), right.trim_start())),
        (None, Some((left, right))) => Some(format!("**{left}**{separator}{}", right.trim_start())),
        (None, None) => None,
    }
}

/// The sides of a line that is a definition, but for how it is written: 「NATとは、…」, 「ACL―…」.
fn divided(text: &str) -> Option<(&str, &str)> {
    let dash = || text.split_once(DASHES).filter(|(_, right)| !right.contains(DASHES));
    let (left, right) = text.split_once("とは、").or_else(|| text.split_once("とは")).or_else(dash)?;
    let is_range = left.ends_with(|c: char| c.is_ascii_digit()) && right.starts_with(|c: char| c.is_ascii_digit());
    let right = right.trim_start_matches('、');
    let is_short = right.starts_with(['い', '言', '異', '違', '別', '何', '限']) || right.contains(['：', '？', '?']);
    (is_name(left) && has_word(right) && !is_range && !is_short).then_some((left, right))
}

/// The sides of a line that tells a value of something and has no verb: 「大きさは10μm」.
fn value<'t>(facts: &LineFacts, text: &'t str) -> Option<(&'t str, &'t str)> {
    let (left, right) = text.split_once('は').filter(|_| facts.not_a_term.is_none())?;
    let says = |c: char| matches!(c, '、' | 'は' | 'が' | 'を' | 'の') || SIGNS_IN_PROSE.contains(&c);
    let is_value = !right.ends_with(is_hiragana) && !right.contains(says);
    (has_word(left) && has_word(right) && is_value && !left.contains(says)).then_some((left, right))
}

/// The text with what it tells last in bold: 「細胞説を唱えたのは**シュワン**」.
fn told_last(text: &str) -> Option<String> {
    let (left, right) = text.split_once("のは")?;
    let is_name = !right.ends_with(is_hiragana) && !right.contains(['、', '。', 'は', 'が', 'を', '*']);
    (has_word(left) && has_word(right) && is_name).then(|| format!("{left}のは**{right}**"))
}

fn is_year(text: &str) -> bool {
    let year = text.strip_suffix('年').unwrap_or_default();
    year.len() > 2 && year.chars().all(|c| c.is_ascii_digit())
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

/// A question and its answer, if one stands behind it on its line.
fn answered_behind(text: &str) -> Option<(&str, &str)> {
    let (at, mark) = text.char_indices().find(|&(_, c)| matches!(c, '?' | '？'))?;
    let (question, answer) = text.split_at(at + mark.len_utf8());
    let is_apart = mark == '？' || answer.starts_with(' ');
    let is_apart = is_apart || phrase::answer_sign(answer).is_some();
    // `A:` is written anew, instead of a dash or an arrow.
    let told = answer[phrase::answer_sign(answer).unwrap_or(0)..].trim();
    let told = phrase::answer_mark(&Lexicon::default(), told).map_or(told, |mark| &told[mark..]);
    (is_apart && has_word(told) && has_word(question)).then_some((question, told))
}

/// Whether a line asks, with a mark or without.
pub(crate) fn asks(text: &str) -> bool {
    phrase::has_question_mark(text) || QUESTION_ENDS.iter().any(|end| text.trim_end_matches('。').ends_with(end))
}

/// A word and what it means, with nothing but a space between them: 「abandon 捨てる」, 「享保の改革 徳川吉宗」.
pub(crate) fn parted_by_a_space(text: &str) -> Option<(&str, &str)> {
    const PARTICLES: &[char] = &['は', 'が', 'を', 'に', 'の', 'と', 'も', 'で', 'へ', 'や'];
    let is_wide = |c: char| is_japanese(c.encode_utf8(&mut [0; 4]));
    let at = text.match_indices(' ').find(|&(at, _)| text[at + 1..].starts_with(|c| is_wide(c) || c == '～'))?.0;
    let (left, right) = (&text[..at], &text[at + 1..]);
    let mut first = right.chars();
    let is_particle = first.next().is_some_and(|c| PARTICLES.contains(&c))
        && first.next().is_none_or(|c| !is_hiragana(c) || PARTICLES.contains(&c))
        || right.starts_with('を');
    let is_word = if is_japanese(left) {
        !left.contains(' ') && !right.contains(' ') && !left.ends_with(PARTICLES)
    } else {
        left.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '\''))
    };
    let is_plain = !text.contains(['*', '`', '：', ':', '。', '→', '＝', '=', '[', '「']) && !left.contains('、');
    (is_word && is_plain && !is_particle && has_word(left) && left.split(' ').count() <= MOST_NAME_WORDS)
        .then_some((left, right))
}

/// What stands before a colon with no word behind it; else the whole text.
fn before_colon(text: &str) -> &str {
    text.find([':', '：']).filter(|&at| !has_word(&text[at..])).map_or(text, |at| text[..at].trim_end())
}

/// What stands behind the first colon, if there is one; else the whole text.
fn after_colon(text: &str) -> &str {
    text.find([':', '：']).map_or(text, |at| &text[at..])
}

/// Signs that divide a sentence already.
const SIGNS_IN_PROSE: [char; 4] = ['：', ':', '[', '='];

fn before_the_verb(text: &str, verb: &str) -> Option<String> {
    let at = text.find(&format!(" {verb} "))?;
    let (left, right) = (&text[..at], &text[at + 1..]);
    let mut words = left.split_whitespace();
    let is_pronoun = |word: &str| PRONOUNS.contains(&&*word.to_lowercase());
    if is_pronoun(verb) || words.clone().any(is_pronoun) {
        return None;
    }
    let joins = |word: &str| ["and", "or", "that", "which", "if", "when"].contains(&word);
    let is_short = words.clone().count() <= MOST_SUBJECT_WORDS && !words.any(joins) && !left.contains(SIGNS_IN_PROSE);
    // "(True)" behind a sentence is said of it.
    if right.contains(". ") {
        return None;
    }
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
    let name = name.strip_prefix("**").and_then(|name| name.strip_suffix("**")).unwrap_or(name);
    let is_link = name.contains("://") || name.contains("](") || name.contains("[[");
    let is_letter = name.chars().count() == 1 && name.is_ascii();
    let is_marked = name.contains("**") || name.contains("~~") || name.contains("` ") || name.starts_with(['_', '=']);
    let compares = name.contains(" < ") || name.contains(" > ");
    let is_parted = SIGNS.iter().any(|sign| name.contains(sign)) || name.starts_with(':') || name.contains(DASHES);
    if is_link || is_letter || is_marked || compares || is_parted || !has_word(name) {
        return false;
    }
    if is_japanese(name) {
        let is_plain = name.chars().all(|c| is_hiragana(c) || c == 'ー');
        let is_noun = is_plain || !name.ends_with(is_hiragana) || NOUNS.iter().any(|noun| name.ends_with(noun));
        let core = name.split(['(', '（']).next().unwrap_or(name);
        let is_noun = is_noun && (core.is_empty() || is_plain || !core.ends_with(is_hiragana))
            || NOUNS.iter().any(|noun| core.ends_with(noun));
        let goes_on = GOES_ON.iter().any(|word| name.starts_with(word)) || name.contains('←');
        let has_particle = name.char_indices().any(|(at, c)| c == 'を' || c == 'は' && at > 0 && !is_plain);
        return is_noun
            && !goes_on
            && !has_particle
            && !NO_NOUNS.contains(&name)
            && !name.contains(['。', '、', '？', '！']);
    }
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    name.split_whitespace().count() <= MOST_NAME_WORDS
        && !NO_NAMES.contains(&first)
        && !words.any(|word| ["the", "which", "that", "because", "before", "after"].contains(&word))
        && !name.ends_with(['.', '!', '?', ','])
        && !is_place(name)
        && !tells(name)
        && !phrase::is_task(name)
}

/// Whether a heading asks, so that what is under it answers.
fn is_asked(above: &str) -> bool {
    phrase::asks(above) || above.trim_end_matches('。').ends_with(['か', '？', '?'])
}

/// Whether an item is one of several to choose from: with a letter, or with a box.
fn is_option(text: &str) -> bool {
    let mut chars = text.chars();
    let kana =
        chars.next().is_some_and(|c| ('ア'..='コ').contains(&c)) && chars.next().is_some_and(char::is_whitespace);
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().any(|mark| text.starts_with(mark));
    kana || boxed || phrase::option_label(text).is_some_and(|_| !text.contains([':', '：']))
}

/// Whether a line says what to do with the notes, and nothing to learn.
fn is_chore(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '.']);
    let first = text.split([' ', ':', '：']).next().unwrap_or_default().to_lowercase();
    CHORES.iter().any(|chore| text.ends_with(chore)) || CHORE_VERBS.contains(&&*first) || phrase::is_task(text)
}

/// Whether a statement says itself that it is true or false: a gap in it would ask something else.
fn is_judged(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(['(', '（', ' ']).next().unwrap_or_default().trim_end_matches([')', '）']).to_lowercase();
    let is_word = text.ends_with([')', '）']) && matches!(&*last, "true" | "false" | "t" | "f" | "correct" | "wrong");
    is_word || phrase::verdict_behind(text).is_some()
}

/// Whether a line begins as an item does.
fn is_list_mark(mark: &str) -> bool {
    mark.trim_end().ends_with(['-', '*', '+', '.', ')'])
}

/// Whether a text only says where something stands: "Chapter 3, pp. 12-15".
fn is_place(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let places = ["chapter", "lecture", "lesson", "p.", "page", "pages", "pp.", "section", "slide", "unit", "week"];
    places.contains(&&*first) && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text of a few words has a verb behind its first word: "SD measures spread".
fn tells(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1);
    let is_verb = |word: &str| {
        word.len() > 3 && word.starts_with(char::is_lowercase) && word.ends_with('s') && !word.ends_with("ss")
    };
    words.next().is_some_and(is_verb) && words.next().is_some()
}

/// What a name means under another: 「SQSの例」, "SQS example".
fn joined(above: &str, name: &str) -> String {
    if is_japanese(above) || is_japanese(name) { format!("{above}の{name}") } else { format!("{above} {name}") }
}

/// What a text is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Japanese,
    Letters,
}

/// What a text is written in, if it tells: a name in Latin letters may stand in any notes.
fn script(text: &str) -> Option<Script> {
    let words = || text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    if is_japanese(text) { Some(Script::Japanese) } else { (words().count() > 1).then_some(Script::Letters) }
}

fn is_japanese(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}
