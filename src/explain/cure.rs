//! What to write to change what becomes of a piece. Each is tried before it is told.

use std::ops::Range;

use super::{Fate, Lines, Piece};
use crate::extract::{NotATerm, Rule, Shape, Sight, extract};
use crate::markdown::has_word;
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

/// What to write to have a card of a piece, or none. `above`: the heading over it, or the title.
pub fn cures(source: &Source, piece: &Piece, above: &str, config: &Config) -> Vec<Cure> {
    if piece.fates.contains(&Fate::FrontMatter) {
        return Vec::new();
    }
    let asks = piece.fates.iter().any(|fate| matches!(fate, Fate::Card { .. }));
    let bench = Bench { source, piece, config, lines: Lines::new(&source.text) };
    let now = bench.cards(&source.text, &piece.lines);
    let plans = if asks {
        vec![(Goal::NoCard, bench.without_card())]
    } else {
        vec![(Goal::Card, bench.with_card(above)), (Goal::Part, bench.unsteered())]
    };
    let tried = plans.into_iter().flat_map(|(goal, edits)| edits.into_iter().map(move |edit| Cure { goal, edit }));
    tried.filter(|cure| bench.does(cure, &now)).take(1).collect()
}

/// What becomes of some lines.
struct Tried {
    /// How many cards begin there.
    here: usize,
    /// How many cards there are in all.
    all: usize,
    /// Whether they stand in what a card asks, and no rule leaves them out.
    is_part: bool,
}

/// A piece on which changes are tried.
struct Bench<'a> {
    source: &'a Source,
    piece: &'a Piece,
    config: &'a Config,
    lines: Lines,
}

/// A line in two parts: what stands before its text, and its text.
struct Parted<'a> {
    mark: &'a str,
    text: &'a str,
}

impl Bench<'_> {
    fn does(&self, cure: &Cure, now: &Tried) -> bool {
        let Cure { goal, edit } = cure;
        let start = self.piece.lines.start.min(edit.lines.start);
        let after = start..self.piece.lines.end.max(edit.lines.end) + edit.added();
        let tried = self.cards(&edit.apply(&self.source.text), &after);
        let over = self.piece.sight.as_ref().is_some_and(|sight| sight.rest);
        match goal {
            // No other card is to be lost for it.
            Goal::Card => tried.here > 0 && tried.all >= now.all,
            Goal::NoCard => tried.here == 0 && (over || tried.all + now.here >= now.all),
            Goal::Part => tried.is_part,
        }
    }

    fn cards(&self, text: &str, lines: &Range<usize>) -> Tried {
        let places = Lines::new(text);
        let source = Source { text: text.to_owned(), ..self.source.clone() };
        let extraction = extract(&[source], self.config);
        let span = places.span(lines, text);
        let here = extraction.entries.iter().filter(|entry| span.contains(&entry.span.start)).count();
        let mut around = extraction.entries.iter().filter(|entry| entry.span.start < span.start);
        let left_out = extraction.decisions.iter().any(|decision| span.contains(&decision.span.start));
        let is_part = around.any(|entry| entry.span.end > span.start) && !left_out;
        Tried { here, all: extraction.entries.len(), is_part }
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

    fn shape(&self) -> Option<Shape> {
        self.piece.sight.as_ref().map(|sight| sight.shape)
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
            Some(Shape::Heading(_)) => vec![before(first, format!("{told}\n"))],
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
        let Some(sight) = &self.piece.sight else { return Vec::new() };
        let mut edits = self.unsteered();
        match sight.shape {
            Shape::Heading(_) => edits.extend(self.heading(above)),
            Shape::Item | Shape::Paragraph | Shape::Line => edits.extend(self.prose(sight, above)),
            Shape::Head | Shape::Row | Shape::Code | Shape::Html => {}
        }
        edits
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

    fn prose(&self, sight: &Sight, above: &str) -> Vec<Edit> {
        let Parted { mark, text } = self.first();
        let bullet = if sight.shape == Shape::Item { mark.to_owned() } else { format!("{mark}- ") };
        let mut lines: Vec<String> = split(sight, text).into_iter().collect();
        if sight.label && !above.is_empty() {
            lines.push(joined(above, text));
        }
        match (sight.shape, sight.rest) {
            (Shape::Item, true) => lines.push(format!("Q: {text}")),
            (Shape::Item, false) => {
                let name = text.trim_end().trim_end_matches([':', '：']);
                let named = sight.not_a_term.is_none().then(|| format!("{name}{}", self.definition()));
                lines.extend(named.into_iter().chain(in_bold(sight, text)));
            }
            // Prose answers what it stands under; a bullet can be asked itself.
            _ if sight.bold.is_empty() => lines.extend(in_bold(sight, text)),
            _ => lines.push(text.to_owned()),
        }
        let mut edits: Vec<Edit> = lines.into_iter().map(|line| self.instead(format!("{bullet}{line}"))).collect();
        if self.piece.fates.iter().any(|fate| matches!(fate, Fate::LeftOut(Rule::Preamble))) {
            edits.insert(0, before(self.piece.lines.start, format!("## {above}\n")));
        }
        edits
    }
}

/// Something that is written before a line.
fn before(line: usize, text: String) -> Edit {
    Edit { lines: line..line, text }
}

/// A line with its term apart: before the topic's は, or before the verb.
fn split(sight: &Sight, text: &str) -> Option<String> {
    let (why, piece) = sight.not_a_term.as_ref()?;
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

/// A statement with what it is about in bold, so that it is hidden: its topic, else its longest name.
fn in_bold(sight: &Sight, text: &str) -> Vec<String> {
    let topic = match &sight.not_a_term {
        Some((NotATerm::Topic, piece)) => piece.strip_suffix('は').map(str::to_owned),
        _ => None,
    };
    let mut names: Vec<&str> =
        text.split(|c: char| !is_of_a_name(c)).filter(|name| has_word(name) && !is_small(name)).collect();
    let is_name = |name: &str| !text.starts_with(name) && name.contains(|c: char| c.is_uppercase() || !c.is_ascii());
    names.sort_by_key(|name| std::cmp::Reverse((is_name(name), !text.starts_with(name), name.chars().count())));
    let wanted = topic.iter().map(String::as_str).chain(names).take(5);
    wanted.filter(|name| text.contains(name)).map(|name| text.replacen(name, &format!("**{name}**"), 1)).collect()
}

/// Whether a word of Latin letters is too short to be a name: "of", "If".
fn is_small(word: &str) -> bool {
    word.len() <= 2 && word.contains(|c: char| c.is_ascii_lowercase())
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
