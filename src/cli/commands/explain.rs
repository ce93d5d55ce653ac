//! `explain`: what became of each piece of a file, why, and what to write to change it.

use std::fmt::Write as _;
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};

use crate::Source;
use crate::explain::{Cure, Cures, Fate, Goal, Lines, Piece, explain};
use crate::model::decision::Rule;
use crate::model::notetype::Kind;
use crate::model::trace::{Evidence, Split};
use crate::recognise::{LineFacts, LineKind};
use crate::text::columns;
use clap::builder::styling::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::language::tr;
use crate::cli::session::choices::Choices;
use crate::cli::session::study::Study;
use crate::cli::stop::Stop;
use crate::cli::ui::color::painted;
use crate::cli::ui::console::Console;
use crate::cli::ui::data::{json, write};
use crate::cli::ui::findings;
use crate::cli::words::count::{Thing, count, quoted};
use crate::cli::words::{explain as said, reasons};

/// Show what became of each part of a file, and why
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    /// A file of notes, and a line or some lines of it
    #[arg(value_name = "FILE[:LINE[-LINE]]")]
    place: String,
    #[command(flatten)]
    choices: Choices,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Each part of the file beside what became of it
    Human,
    /// An array of objects, one per line
    Json,
}

const EXAMPLES: &str = "\
Examples:
  soa-anki explain sqs.md        each part, and what became of it
  soa-anki explain sqs.md:12     line 12: why, and how to change it
  soa-anki explain sqs.md:12-15  the same for lines 12 to 15
  soa-anki explain -v sqs.md     the same for every part

Signs: ● is a question, │ is on the card of something else, · is on no card";

/// Widest text that stands beside what became of it, in columns.
const WIDEST_TEXT: usize = 48;

/// A piece, with all that is told of it.
struct Told<'a> {
    piece: &'a Piece,
    /// Its first line, as it is written.
    text: &'a str,
    /// Later lines of it that were asked for, from 0, as they are written.
    asked: Vec<(usize, &'a str)>,
    cure: Option<Cure>,
    /// Whether it is a comment that nothing closes.
    is_open_comment: bool,
}

/// The same, for programs.
#[derive(Serialize)]
struct Row<'a> {
    line: usize,
    last_line: usize,
    text: &'a str,
    became: Vec<Became<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    saw: Option<Saw<'a>>,
    change: Vec<Change<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "as", rename_all = "kebab-case")]
enum Became<'a> {
    Card { kind: &'static str, rule: String, why: String, term: &'a str },
    Part { of: &'a str, line: usize },
    Joined { to: &'a str, line: usize },
    Hint { cards: usize },
    Context { cards: usize },
    Title { cards: usize },
    LeftOut { rule: String, why: String },
    Within { rule: String, why: String, line: usize },
    FrontMatter,
}

#[derive(Serialize)]
struct Saw<'a> {
    rest: bool,
    columns: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<&'a str>,
}

#[derive(Serialize)]
struct Change<'a> {
    to: &'static str,
    /// The first line that is replaced, or before which is written.
    line: usize,
    replaces: usize,
    write: &'a str,
    /// The card that is none any longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    instead_of: Option<&'a str>,
    /// How many cards of what stands under it are none any longer, too.
    #[serde(skip_serializing_if = "is_none")]
    cards_under: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_none(cards: &usize) -> bool {
    *cards == 0
}

impl Explain {
    /// Runs the command.
    pub fn run(&self, console: &Console) -> Result<(), Stop> {
        let (path, asked) = place(&self.place);
        if let Some(file) = file_before_colon(&path) {
            return Err(said::no_line_number(&self.place, file).into());
        }
        let study = Study::begin(std::slice::from_ref(&path), &self.choices, console)?;
        if path.is_dir() {
            let inside = study.notes.sources.first().map(|source| study.shown.path(&source.path));
            return Err(said::is_a_folder(&path.display().to_string(), inside.as_deref()).into());
        }
        let outcome = study.outcome(None, console);
        let Some(source) = study.notes.sources.first() else {
            return self.without_notes(&path, &study, console);
        };
        let lines = Lines::new(&source.text);
        let all = explain(source, 0, &outcome, &study.config);
        if all.is_empty() {
            return self.without_text(&path, console);
        }
        let pieces = at_lines(&all, asked.as_ref(), source.text.lines().count(), &path)?;
        let detail = asked.is_some() || console.is_verbose();
        let cures = detail.then(|| Cures::new(source, &study.config));
        let told = pieces.iter().map(|piece| Told {
            piece,
            text: source.text[lines.span(&piece.lines, &source.text)].lines().next().unwrap_or_default(),
            asked: asked.as_ref().map_or_else(Vec::new, |asked| later(source, &lines, piece, asked)),
            is_open_comment: is_open_comment(&source.text[lines.span(&piece.lines, &source.text)]),
            cure: cures.as_ref().and_then(|cures| cures.of(piece, above(&all, piece, &outcome.documents[0].title))),
        });
        let told: Vec<Told> = told.collect();
        match self.format {
            Format::Json => write(|out| json(out, &told.iter().map(row).collect::<Vec<_>>())),
            Format::Human => {
                let text: String =
                    told.iter().map(|told| if detail { in_detail(told) } else { in_a_line(told) }).collect();
                write(|out| out.write_all(text.as_bytes()))
            }
        }
    }

    /// Says why nothing of a file was read.
    fn without_notes(&self, path: &Path, study: &Study, console: &Console) -> Result<(), Stop> {
        let reasons = study.notes.diagnostics.iter().map(|found| findings::message(&found.finding, &study.shown));
        let file = path.display().to_string();
        let said: String = reasons.map(|why| said::not_read(&file, &why) + "\n").collect();
        self.in_place_of_pieces(&said, console)?;
        study.ended()
    }

    /// Says that there is nothing in a file.
    fn without_text(&self, path: &Path, console: &Console) -> Result<(), Stop> {
        self.in_place_of_pieces(&(said::is_empty(&path.display().to_string()) + "\n"), console)
    }

    /// Where there is nothing to explain; programs get no pieces.
    fn in_place_of_pieces(&self, said: &str, console: &Console) -> Result<(), Stop> {
        match self.format {
            Format::Json => {
                console.say(said.trim_end());
                write(|out| json(out, &[] as &[Row]))
            }
            Format::Human => write(|out| out.write_all(said.as_bytes())),
        }
    }
}

/// The file and the lines, from 1, of `FILE:LINE`, `FILE:LINE-LINE` or `FILE:LINE:COLUMN`; a file of that very name goes before.
fn place(given: &str) -> (PathBuf, Option<RangeInclusive<usize>>) {
    let parted = |given: &str| {
        let (file, numbers) = given.trim_end_matches(':').rsplit_once(':')?;
        let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
        let (first, last) = (first.parse::<usize>().ok()?, last.parse::<usize>().ok()?);
        Some((file.to_owned(), first.min(last)..=first.max(last)))
    };
    let Some((file, last)) = parted(given).filter(|_| !Path::new(given).exists()) else {
        return (PathBuf::from(given), None);
    };
    match parted(&file) {
        Some((inner, lines)) if !Path::new(&file).exists() => (PathBuf::from(inner), Some(lines)),
        _ => (PathBuf::from(file), Some(last)),
    }
}

/// The file that is there, of a path that is not: what stands behind its colon is no number of a line.
fn file_before_colon(path: &Path) -> Option<&str> {
    let (file, _) = path.to_str().filter(|_| !path.exists())?.rsplit_once(':')?;
    Path::new(file).is_file().then_some(file)
}

/// The pieces on these lines, from 1; all, if none are given.
fn at_lines<'p>(
    all: &'p [Piece],
    asked: Option<&RangeInclusive<usize>>,
    count: usize,
    path: &Path,
) -> Result<&'p [Piece], Stop> {
    let Some(asked) = asked else { return Ok(all) };
    let file = path.display().to_string();
    let (first, last) = (*asked.start(), *asked.end());
    if let Some(line) = [first, last].into_iter().find(|&line| line == 0 || line > count) {
        return Err(said::no_such_line(&file, line, count).into());
    }
    let start = all.partition_point(|piece| piece.lines.end < first);
    let end = all.partition_point(|piece| piece.lines.start < last);
    if start < end {
        Ok(&all[start..end])
    } else if first == last {
        Err(said::blank_line(&file, first).into())
    } else {
        Err(said::blank_lines(&file, first, last).into())
    }
}

/// The lines of a piece behind its first one that were asked for.
fn later<'s>(source: &'s Source, lines: &Lines, piece: &Piece, asked: &RangeInclusive<usize>) -> Vec<(usize, &'s str)> {
    let later = (piece.lines.start + 1..piece.lines.end).filter(|line| asked.contains(&(line + 1)));
    later.map(|line| (line, source.text[lines.span(&(line..line + 1), &source.text)].trim_end())).collect()
}

/// The heading over a piece, or the title.
fn above<'a>(all: &'a [Piece], piece: &Piece, title: &'a str) -> &'a str {
    let level = |facts: &LineFacts| match facts.kind {
        LineKind::Heading(level) => level,
        _ => u8::MAX,
    };
    let own = piece.facts.as_ref().map_or(u8::MAX, level);
    let before =
        all.iter().filter(|other| other.lines.start < piece.lines.start).filter_map(|other| other.facts.as_ref());
    let mut headings = before.filter(|facts| level(facts) < own && level(facts) < u8::MAX);
    headings.next_back().map_or(title, |facts| &facts.name)
}

/// How a piece is marked.
fn sign(piece: &Piece) -> (&'static str, Style) {
    let has = |is: fn(&Fate) -> bool| piece.fates.iter().any(is);
    if has(|fate| matches!(fate, Fate::Card { .. })) {
        ("●", painted(AnsiColor::Green))
    } else if has(|fate| {
        matches!(fate, Fate::Part { .. } | Fate::Joined { .. } | Fate::Hint(_) | Fate::Context(_) | Fate::Title(_))
    }) {
        ("│", painted(AnsiColor::Cyan))
    } else {
        ("·", painted(AnsiColor::Yellow))
    }
}

fn in_a_line(told: &Told) -> String {
    let (sign, style) = sign(told.piece);
    let number = told.piece.lines.start + 1;
    let text = clipped(told.text);
    let gap = " ".repeat(WIDEST_TEXT.saturating_sub(columns(&text)));
    let joined = |before: String, after: String| tr!("{before}; {after}", "{before}。{after}");
    let short = told.words().into_iter().reduce(joined).unwrap_or_default();
    format!("{number:>5} {style}{sign}{style:#} {text}{gap}  {style}{short}{style:#}\n")
}

/// A text of at most so many columns, on one line, that cannot steer the terminal.
fn clipped(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    if columns(&text) <= WIDEST_TEXT {
        return text;
    }
    let mut short = String::new();
    for letter in text.chars() {
        if columns(&short) + columns(letter.encode_utf8(&mut [0; 4])) >= WIDEST_TEXT {
            break;
        }
        short.push(letter);
    }
    short + "…"
}

fn in_detail(told: &Told) -> String {
    let (sign, style) = sign(told.piece);
    let number = told.piece.lines.start + 1;
    let mut out = format!("{number:>5} {style}{sign}{style:#} {}\n", told.text.replace(char::is_control, " "));
    for (line, text) in &told.asked {
        let _ = writeln!(out, "{:>5}   {}", line + 1, text.replace(char::is_control, " "));
    }
    for words in told.words().into_iter().chain(of_prose(told.piece)) {
        let _ = writeln!(out, "        {style}{words}{style:#}");
    }
    if let Some(facts) = told.piece.facts.as_ref().filter(|facts| is_text(facts.kind)) {
        for seen in seen(facts, told.piece) {
            let _ = writeln!(out, "        {seen}");
        }
    }
    out + &advised(told) + "\n"
}

/// Why text that only answers asks nothing itself: no rule had to decide it.
fn of_prose(piece: &Piece) -> Option<String> {
    let is_prose = piece.facts.as_ref().is_some_and(|facts| matches!(facts.kind, LineKind::Paragraph | LineKind::Line));
    let [Fate::Part { rule, .. }] = &*piece.fates else { return None };
    (is_prose && *rule != Rule::Question).then(|| {
        tr!(
            "no card of its own: it is part of an answer; bullets, table rows and lines such as `**term**: definition` can \
             be questions",
            "単独のカードにはならない: 答えの一部。問題になるのは、箇条書き、表の行、`**用語**：説明` のような行"
        )
    })
}

fn advised(told: &Told) -> String {
    told.cure.as_ref().map_or(String::new(), |cure| advice(cure, told.piece))
}

fn is_text(shape: LineKind) -> bool {
    matches!(shape, LineKind::Heading(_) | LineKind::Item | LineKind::Paragraph | LineKind::Line)
}

impl Told<'_> {
    /// All that became of it, in words.
    fn words(&self) -> Vec<String> {
        if self.is_open_comment {
            vec![said::in_open_comment(self.piece.lines.start + 1)]
        } else {
            all_words(self.piece)
        }
    }
}

fn is_open_comment(text: &str) -> bool {
    text.trim_start().starts_with("<!--") && !text.contains("-->")
}

/// All that became of a piece, in words.
fn all_words(piece: &Piece) -> Vec<String> {
    let facts = piece.facts.as_ref();
    let elsewhere = piece.fates.iter().any(|fate| !matches!(fate, Fate::LeftOut(_)));
    let said = piece.fates.iter().filter_map(left_out).min_by_key(|rule| weakness(*rule));
    let is_said = |fate: &&Fate| left_out(fate).is_none_or(|rule| Some(rule) == said);
    let told = |fate: &Fate| match fate {
        Fate::LeftOut(rule) if elsewhere => {
            let why = reasons::why(*rule, facts);
            if matches!(rule, Rule::ExtraCells | Rule::FenceInfo) {
                tr!("not all of it is shown: {why}", "一部は載らない: {why}")
            } else {
                tr!("no card of its own: {why}", "単独のカードにはならない: {why}")
            }
        }
        _ => words(fate, facts),
    };
    let mut words: Vec<String> = piece.fates.iter().filter(is_said).map(told).collect();
    words.dedup();
    words
}

/// The rule that kept a piece from being a card of its own. Each piece has one reason, though several rules may agree.
fn left_out(fate: &Fate) -> Option<Rule> {
    let Fate::LeftOut(rule) = fate else { return None };
    (!matches!(rule, Rule::ExtraCells | Rule::FenceInfo)).then_some(*rule)
}

/// How little a rule says beside another one about the same piece.
fn weakness(rule: Rule) -> usize {
    const WEAK: [Rule; 3] = [Rule::BareItem, Rule::NoDefinition, Rule::Preamble];
    WEAK.iter().position(|weak| *weak == rule).map_or(0, |at| at + 1)
}

/// What became of a piece, in words.
fn words(fate: &Fate, facts: Option<&LineFacts>) -> String {
    match fate {
        Fate::Card { kind, rule, text, .. } => {
            let why = reasons::why(*rule, facts);
            match kind {
                Kind::Term => {
                    let named = quoted(text);
                    tr!("card {named}: {why}", "カード{named}: {why}")
                }
                Kind::Cloze => tr!("cloze: {why}", "穴埋め: {why}"),
            }
        }
        Fate::Part { rule, text, line } => on_a_card(*rule, text, line + 1),
        Fate::Joined { text, line } => {
            let (named, line) = (quoted(text), line + 1);
            tr!(
                "joined to the card {named} of line {line}, which asks the same",
                "{line} 行目の、同じ問題のカード{named}にまとめて載る"
            )
        }
        Fate::Hint(cards) => {
            let cards = count(*cards, Thing::Card);
            tr!("introduces {cards} under it", "下にある{cards}の前置きになる")
        }
        Fate::Context(cards) => {
            let cards = count(*cards, Thing::Card);
            tr!("is shown above the question of {cards}", "{cards}で、問題の上に表示される")
        }
        Fate::Title(cards) => {
            let cards = count(*cards, Thing::Card);
            tr!("is the title of the file, with {cards} under it", "ファイルのタイトル。下にあるのは{cards}")
        }
        Fate::LeftOut(rule) => {
            let why = reasons::why(*rule, facts);
            tr!("no card: {why}", "カードにならない: {why}")
        }
        Fate::Within(rule, line) => {
            let (why, line) = (reasons::why(*rule, None), line + 1);
            tr!("skipped with line {line}: {why}", "{line} 行目とともに対象外: {why}")
        }
        Fate::FrontMatter => tr!(
            "front matter: settings for the file, on no card",
            "フロントマター: ファイルの設定で、カードには載らない"
        ),
    }
}

/// The card that a piece is on, and the line that it begins on.
fn on_a_card(rule: Rule, text: &str, line: usize) -> String {
    let named = quoted(text);
    if rule == Rule::Question {
        return tr!(
            "on the card {named} of line {line}, as a part of the question or its answer",
            "{line} 行目のカード{named}に、問題か答えの一部として載る"
        );
    }
    tr!("on the card {named} of line {line}", "{line} 行目のカード{named}に載る")
}

/// What decided: of a card, by what it was recognised; of another line, which shapes it has, and how each came out. What the
/// reason says already is not said again.
fn seen(facts: &LineFacts, piece: &Piece) -> Vec<String> {
    let has = |is: fn(&Fate) -> bool| piece.fates.iter().any(is);
    // Of a question and its answer, and of what is left out for another reason, nothing else counts.
    let is_settled = |fate: &Fate| match fate {
        Fate::Card { rule, .. } | Fate::Part { rule, .. } => *rule == Rule::Question,
        Fate::LeftOut(rule) => !of_a_line(*rule),
        Fate::Within(..) | Fate::FrontMatter => true,
        Fate::Joined { .. } | Fate::Hint(_) | Fate::Context(_) | Fate::Title(_) => false,
    };
    if has(is_settled) {
        return Vec::new();
    }
    let asks = has(|fate| matches!(fate, Fate::Card { .. }));
    let is_told = has(|fate| matches!(fate, Fate::LeftOut(rule) if tells_all(*rule)));
    let bold = facts.bold.iter().map(|bold| format!("`{bold}`")).collect::<Vec<_>>().join(&tr!(", ", "、"));
    let is_term = has(|fate| matches!(fate, Fate::Card { kind: Kind::Term, .. }));
    let bold = (!bold.is_empty() && !is_told && !is_term).then(|| match facts.kind {
        LineKind::Paragraph | LineKind::Line if !asks => {
            tr!(
                "in bold: {bold} (words in bold are hidden only in a short bullet)",
                "太字: {bold}。穴埋めになるのは、短い箇条書きだけ"
            )
        }
        _ => tr!("in bold: {bold}", "太字: {bold}"),
    });
    let split = piece.fates.iter().find_map(|fate| match fate {
        Fate::Card { kind: Kind::Term, evidence: Evidence::Split(split), .. } => Some(divided(split)),
        _ => None,
    });
    let told =
        if asks || matches!(facts.kind, LineKind::Heading(_)) { split } else { separator(facts).filter(|_| !is_told) };
    let is_known = has(|fate| matches!(fate, Fate::LeftOut(rule) if of_a_line(*rule)));
    let term = (facts.kind == LineKind::Item && !asks && !is_known && facts.sides.is_none()).then(|| as_a_term(facts));
    [told, term, bold].into_iter().flatten().collect()
}

/// Whether the reason that a rule gives is all there is to know of a line.
fn tells_all(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Statement(_) | Rule::Wrapped | Rule::BareItem | Rule::Label | Rule::NoWord | Rule::NoDefinition
    )
}

/// Whether a rule is about how a line is written.
fn of_a_line(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Statement(_)
            | Rule::Wrapped
            | Rule::BareItem
            | Rule::Label
            | Rule::Preamble
            | Rule::NoWord
            | Rule::NoDefinition
            | Rule::ExtraCells
            | Rule::FenceInfo
    )
}

/// What could separate the line, and why it does not.
fn separator(facts: &LineFacts) -> Option<String> {
    let in_prose = facts.kind != LineKind::Item;
    Some(match (&facts.sides, &facts.mark, &facts.shared) {
        (Some(sides), ..) if in_prose => {
            let mark = sides.mark.trim_matches(' ');
            if mark.is_empty() {
                return None;
            }
            reasons::not_dividing_prose(facts.not_a_glossary?, mark)
        }
        // A label is none for its words, not for its separator.
        (Some(_), ..) if facts.label => return None,
        (Some(sides), ..) => divided(sides),
        (None, Some(mark), _) => {
            let why = reasons::not_dividing(facts, mark.trim_matches(' '));
            tr!("separator: none, as {why}", "区切り: なし。{why}")
        }
        (None, None, Some(alike)) => {
            let why = reasons::shared(alike);
            tr!("separator: none; {why}", "区切り: なし。{why}")
        }
        (None, None, None) if in_prose => return None,
        (None, None, None) => {
            tr!(
                "separator: none (`: `, `：`, ` - `, ` = `, ` ＝ ` or a tab)",
                "区切り: なし (`：`、`: `、` - `、` = `、` ＝ `、タブ)"
            )
        }
    })
}

/// What separates a term from its definition.
fn divided(split: &Split) -> String {
    let (left, mark, right) = (&split.left, split.mark.trim_matches(' '), clipped(&split.right));
    if mark.is_empty() {
        return tr!("divided between `{left}` and `{right}`", "「{left}」と「{right}」の間で分かれる");
    }
    tr!("separator: `{mark}` between `{left}` and `{right}`", "区切り: `{mark}` が「{left}」と「{right}」を分ける")
}

fn as_a_term(facts: &LineFacts) -> String {
    let width = columns(&facts.text);
    match (&facts.not_a_term, facts.rest) {
        (Some((why, _)), _) => {
            let why = reasons::why(Rule::Statement(*why), Some(facts));
            tr!("not a term: {why}", "用語か: いいえ。{why}")
        }
        (None, _) if facts.wrapped => {
            tr!("not a term: it continues on the next line", "用語か: いいえ。次の行へ続いている")
        }
        (None, true) => {
            tr!(
                "a possible term (width {width}), with text under it",
                "用語か: はい。幅は {width} (全角は 2) で、下に説明がある"
            )
        }
        (None, false) => tr!(
            "a possible term (width {width}), but nothing is under it",
            "用語か: はい。幅は {width} (全角は 2) だが、下に説明がない"
        ),
    }
}

/// What to write, and what comes of it.
fn advice(cure: &Cure, piece: &Piece) -> String {
    let Range { start, end } = cure.edit.lines.clone();
    let line = start + 1;
    let place = if start + 1 < end {
        tr!("write lines {line} to {end} as:", "{line}–{end} 行目を次のように書く:")
    } else if start < end {
        tr!("write line {line} as:", "{line} 行目を次のように書く:")
    } else if start > piece.lines.start {
        tr!("write this under line {start}:", "{start} 行目の下に次のように書く:")
    } else {
        tr!("write this before line {line}:", "{line} 行目の前に次のように書く:")
    };
    let lead = match cure.goal {
        Goal::Card => to_make_a_card(cure, piece, &place),
        Goal::NoCard if cure.under > 0 => {
            let cards = count(cure.under, Thing::Card);
            tr!(
                "to make no card of it, nor the {cards} of what is under it, {place}",
                "これと、その下の{cards}をなくすには、{place}"
            )
        }
        Goal::NoCard => tr!("to make no card of it, {place}", "カードにしたくないときは、{place}"),
        Goal::Part => tr!("to put it on the card above, {place}", "上のカードに載せるには、{place}"),
    };
    let written =
        cure.edit.text.trim_matches('\n').lines().map(|line| format!("          {line}").trim_end().to_owned() + "\n");
    format!("        {lead}\n{}", written.collect::<String>())
}

/// What a change is for that makes a card.
fn to_make_a_card(cure: &Cure, piece: &Piece, place: &str) -> String {
    let Range { start, end } = cure.edit.lines.clone();
    let line = start + 1;
    // Of a question over options, only the right one is missing.
    let is_unanswered = piece.fates.contains(&Fate::LeftOut(Rule::Unanswered));
    if is_unanswered && start == end {
        return tr!(
            "to make a card of it, write the letter of the right option under line {start}, such as:",
            "カードにするには、正しい選択肢の記号を {start} 行目の下に書く (例):"
        );
    }
    if is_unanswered && start > piece.lines.start && !cure.edit.text.contains("[x] ") {
        return tr!(
            "to make a card of it, write the letter of the right option in line {line}, such as:",
            "カードにするには、{line} 行目に正しい選択肢の記号を書く (例):"
        );
    }
    if is_unanswered && start > piece.lines.start {
        return tr!(
            "to make a card of it, tick the right option, such as that of line {line}:",
            "カードにするには、正しい選択肢にチェックを付ける (例: {line} 行目):"
        );
    }
    match &cure.replaces {
        Some(other) => {
            let named = quoted(other);
            tr!(
                "to make a card of it, instead of the card {named}, {place}",
                "カード{named}の代わりにカードにするには、{place}"
            )
        }
        None => tr!("to make a card of it, {place}", "カードにするには、{place}"),
    }
}

fn row<'a>(told: &'a Told) -> Row<'a> {
    let facts = told.piece.facts.as_ref();
    let saw = facts.filter(|facts| is_text(facts.kind)).map(|facts| Saw {
        rest: facts.rest,
        columns: columns(&facts.text),
        separator: facts.sides.as_ref().map(|sides| sides.mark.as_str()),
        decided: facts.not_a_term.as_ref().map(|(_, piece)| piece.as_str()),
    });
    let change = told.cure.iter().map(|cure| Change {
        to: match cure.goal {
            Goal::Card => "card",
            Goal::NoCard => "no-card",
            Goal::Part => "part",
        },
        line: cure.edit.lines.start + 1,
        replaces: cure.edit.lines.len(),
        write: &cure.edit.text,
        instead_of: cure.replaces.as_deref(),
        cards_under: cure.under,
    });
    Row {
        line: told.piece.lines.start + 1,
        last_line: told.piece.lines.end,
        text: told.text,
        became: told.piece.fates.iter().map(|fate| became(fate, facts)).collect(),
        saw,
        change: change.collect(),
    }
}

fn became<'a>(fate: &'a Fate, facts: Option<&LineFacts>) -> Became<'a> {
    match fate {
        Fate::Card { kind, rule, text, .. } => Became::Card {
            kind: match kind {
                Kind::Term => "term",
                Kind::Cloze => "cloze",
            },
            rule: reasons::name(*rule),
            why: reasons::why(*rule, facts),
            term: text,
        },
        Fate::Part { text, line, .. } => Became::Part { of: text, line: line + 1 },
        Fate::Joined { text, line } => Became::Joined { to: text, line: line + 1 },
        Fate::Hint(cards) => Became::Hint { cards: *cards },
        Fate::Context(cards) => Became::Context { cards: *cards },
        Fate::Title(cards) => Became::Title { cards: *cards },
        Fate::LeftOut(rule) => Became::LeftOut { rule: reasons::name(*rule), why: reasons::why(*rule, facts) },
        Fate::Within(rule, line) => {
            Became::Within { rule: reasons::name(*rule), why: reasons::why(*rule, None), line: line + 1 }
        }
        Fate::FrontMatter => Became::FrontMatter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_may_have_a_column_or_be_several_lines() {
        let of = |given: &str| {
            let (path, lines) = place(given);
            (path.display().to_string(), lines)
        };
        assert_eq!(of("a.md"), ("a.md".to_owned(), None));
        assert_eq!(of("a.md:12"), ("a.md".to_owned(), Some(12..=12)));
        assert_eq!(of("a.md:12:3"), ("a.md".to_owned(), Some(12..=12)));
        assert_eq!(of("a.md:12:3:"), ("a.md".to_owned(), Some(12..=12)));
        assert_eq!(of("a.md:2-5"), ("a.md".to_owned(), Some(2..=5)));
        assert_eq!(of("a.md:5-2"), ("a.md".to_owned(), Some(2..=5)));
        assert_eq!(of("a:b.md"), ("a:b.md".to_owned(), None));
    }
}
