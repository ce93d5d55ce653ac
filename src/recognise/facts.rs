//! What is known of a source before anything is made of it: immutable, and the same whoever asks.
//!
//! Facts are about lines and blocks as they are written. What becomes of them is decided in `compose`.

use crate::lexicon::{self, Class};
use std::ops::Range;

use super::directives::{self, Directives};
use super::keys;
use super::phrase::{self, Named, PartedBy, Separated};
use super::title;
use crate::findings::{Diagnostic, Finding, Place};
use crate::markdown::{BlockId, BlockKind, Breaks, InlineKind, LineId, Tag, Tree, closing};
use crate::model::config::{Config, LineBreaks};
use crate::model::decision::NotATerm;
use crate::model::directive::Directive;
use crate::model::entry::Context;
use crate::read::Source;
use crate::text::{Span, columns, is_wider, line_start, one_line};

/// Most lines of a question, below which a mark of its answer is looked for.
const MOST_QUESTION_LINES: usize = 6;
/// Most columns between an editor's right margin and the end of a line that it wrapped.
const WRAP_SLACK: usize = 16;

/// All that is known of one source.
pub(crate) struct Facts<'a> {
    pub source: &'a Source,
    pub tree: &'a Tree,
    pub config: &'a Config,
    /// The source's title: by front matter, else a sole leading top heading, else the file's stem.
    pub title: String,
    /// The heading or the paragraph under which the keys of all questions are listed, if they stand apart from these.
    pub keys: Option<BlockId>,
    /// What is wrong in the author's directives.
    pub faults: Vec<Diagnostic>,
    directives: Directives,
    /// The column at which an editor wrapped the lines of this file, if one did.
    margin: Option<usize>,
    /// Whether any line may have a bracket that says it is unfinished: asked of all lines at once, and seldom so.
    has_unfinished_marks: bool,
    /// Whether any line may hold a verdict, ○ or ×.
    has_verdicts: bool,
    /// Whether any line may hold a question mark.
    pub has_questions: bool,
}

impl<'a> Facts<'a> {
    /// The facts of `source`, whose tree is `tree`.
    pub fn new(source: &'a Source, tree: &'a Tree, config: &'a Config) -> Self {
        let (directives, faults) = directives::read(source, tree);
        Self {
            source,
            tree,
            config,
            title: title::of(source, tree, config),
            keys: keys::find(tree, &config.words),
            faults,
            directives,
            margin: margin(source, tree),
            has_verdicts: phrase::has_verdict(tree.plain()),
            has_questions: phrase::has_question_mark(tree.plain()),
            has_unfinished_marks: phrase::has_unfinished_mark(&config.words, tree.plain()),
        }
    }

    /// The line at which the keys of all questions are listed, counted from 1.
    pub fn keys_line(&self) -> Option<usize> {
        let keys = self.keys?;
        let is_title = !self.is_paragraph(keys) || self.is_title_of_keys(keys);
        let first = if is_title { self.tree.block(keys).end.min(self.tree.len() - 1) } else { keys };
        let start = self.tree.block(first).span.start;
        Some(self.source.text[..start].matches('\n').count() + 1)
    }

    /// Returns true if the paragraph of the keys is only their title: they stand in the next block.
    pub fn is_title_of_keys(&self, keys: BlockId) -> bool {
        let block = self.tree.block(keys);
        block.lines.len() == 1 && keys::is_title(&self.config.words, self.tree.text(&block.text))
    }

    /// Returns true if a paragraph only says that the options of a question follow: 選択肢, "Options:".
    pub fn is_options_title(&self, id: BlockId) -> bool {
        let block = self.tree.block(id);
        self.is_paragraph(id)
            && block.lines.len() == 1
            && self.config.words.is(Class::OptionsTitle, &lexicon::key(self.tree.text(&block.text)))
    }

    /// The codes of findings that the author does not want to hear of, each where that holds.
    pub fn allowed(&self) -> Vec<(Span, Vec<&'static str>)> {
        directives::allowed(self.source, self.tree, &self.directives)
    }

    /// The tag of what its author has not finished, in the language of the notes.
    pub fn unfinished_tag(&self) -> String {
        self.tag(Class::UnfinishedTag)
    }

    /// The one of some tags that is in the script of the notes.
    fn tag(&self, tags: Class) -> String {
        let script = Script::of(self.tree.plain());
        let tags = lexicon::words(tags);
        let of_script = tags.iter().find(|tag| Script::of(tag) == script);
        of_script.or(tags.first()).copied().unwrap_or_default().to_owned()
    }

    /// What a comment says about a heading or an item.
    pub fn directive(&self, id: BlockId) -> Option<&Directive> {
        self.directives.get(&id)
    }

    /// Returns true if a comment asks for no cards of a heading or an item.
    pub fn is_skipped(&self, id: BlockId) -> bool {
        self.directive(id).is_some_and(|directive| directive.skip)
    }

    /// A diagnostic about a part of the source.
    pub fn diagnostic(&self, span: Span, finding: Finding) -> Diagnostic {
        let place = Some(Place::new(&self.source.text, span));
        Diagnostic { path: self.source.path.clone(), place, finding }
    }

    // Blocks.

    /// The blocks right inside a block.
    pub fn children(&self, id: BlockId) -> Vec<BlockId> {
        self.tree.children(id).collect()
    }

    /// Returns true if a block is a paragraph.
    pub fn is_paragraph(&self, id: BlockId) -> bool {
        matches!(self.tree.block(id).kind, BlockKind::Paragraph(_))
    }

    /// Returns true if a block is a list.
    pub fn is_list(&self, id: BlockId) -> bool {
        matches!(self.tree.block(id).kind, BlockKind::List(_))
    }

    /// Returns true if a block is code.
    pub fn is_code(&self, id: BlockId) -> bool {
        matches!(self.tree.block(id).kind, BlockKind::Code(_))
    }

    /// Where a block stands in the source.
    pub fn span(&self, id: BlockId) -> Span {
        self.tree.block(id).span.clone()
    }

    /// The lines of the paragraph that an item begins with, if it begins with one.
    pub fn first_paragraph(&self, item: BlockId) -> Option<Range<LineId>> {
        let block = self.tree.block(self.tree.children(item).next()?);
        let paragraph = matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Heading(_));
        (paragraph && !block.lines.is_empty()).then(|| block.lines.clone())
    }

    /// The first line of an item, whatever block it is in.
    pub fn first_line(&self, item: BlockId) -> Option<LineId> {
        let lines = self.tree.block(self.tree.children(item).next()?).lines.clone();
        (!lines.is_empty()).then_some(lines.start)
    }

    /// The text of a cell.
    pub fn cell(&self, id: BlockId) -> &'a str {
        self.tree.text(&self.tree.block(id).text).trim()
    }

    // Lines.

    /// The plain text of a line.
    pub fn text(&self, line: LineId) -> &'a str {
        self.tree.text(&self.tree.line(line).text)
    }

    /// The same, with code, links and addresses blotted out.
    pub fn masked(&self, line: LineId) -> &'a str {
        self.tree.masked(&self.tree.line(line).text)
    }

    /// Where lines stand in the source. There is at least one.
    pub fn lines_span(&self, lines: &Range<LineId>) -> Span {
        self.tree.line(lines.start).span.start..self.tree.line(lines.end - 1).span.end
    }

    /// Returns true if the author marked a line as unfinished.
    pub fn is_to_do(&self, line: LineId) -> bool {
        let text = self.text(line);
        let words = &self.config.words;
        phrase::says_to_do(text)
            || (self.has_unfinished_marks && phrase::has_unfinished_mark(words, text))
            || phrase::is_unwritten(words, text)
    }

    /// Returns true if a line begins with a label: 例, Note. It belongs to what stands above it.
    pub fn is_label(&self, line: LineId) -> bool {
        let (text, masked) = (self.text(line), self.masked(line));
        let own = || phrase::is_own_label(&self.config.words, text);
        let ours = phrase::is_label(text, || {
            let after = masked.find([':', '：', ' ']).map_or("", |at| &masked[at..]);
            !phrase::has_word(after)
        });
        ours || own()
    }

    /// The length of the mark by which a line says that it asks: `Q:`, or `**Q**` before what asks; or by which it names
    /// a task that is solved below it, `**Exercise 3.**`.
    pub fn question_mark(&self, line: LineId) -> Option<usize> {
        let (words, text) = (&self.config.words, self.text(line));
        let is_letter = |mark: usize| text[..mark].trim_end().chars().nth(1).is_none() && text.is_char_boundary(1);
        let asks = |&mark: &usize| {
            phrase::asks_in_words(&text[mark..])
                || !is_letter(mark) && self.is_followed_by(line, |below| self.says_it_answers(below))
        };
        let is_solved = |_: &usize| {
            self.is_followed_by(line, |below| {
                phrase::begins_solution(words, self.text(below)) && self.says_it_answers(below)
            })
        };
        let in_bold = || self.bold_mark(line, Class::QuestionMark).filter(asks);
        let exercise = || phrase::exercise_mark(words, text).or_else(|| self.bold_exercise(line)).filter(is_solved);
        phrase::question_mark(words, text).or_else(in_bold).or_else(exercise)
    }

    /// The length of the mark of a task that only bold parts from what follows it.
    fn bold_exercise(&self, line: LineId) -> Option<usize> {
        let may = phrase::may_name_exercise(self.text(line));
        may.then(|| {
            self.bold_mark(line, Class::ExerciseMark).or_else(|| self.bold_mark(line, Class::CountedExerciseMark))
        })?
    }

    /// Returns true if a line says that it answers, or that what is below it does: `A: …`, `A:`.
    pub fn says_it_answers(&self, line: LineId) -> bool {
        self.answer_mark(line).is_some() || phrase::is_answer_mark(&self.config.words, self.text(line))
    }

    /// Returns true if one of the lines below a line, in its paragraph, is what is asked for; or the first line of what
    /// stands right below that.
    fn is_followed_by(&self, line: LineId, is: impl Fn(LineId) -> bool) -> bool {
        let last = self.tree.line_count().min(line + 1 + MOST_QUESTION_LINES);
        for below in line + 1..last {
            let gap = &self.source.text[self.tree.line(below - 1).span.end..self.tree.line(below).span.start];
            // Something else stands between them, which has no lines.
            if gap.contains(|c: char| c.is_alphanumeric() || matches!(c, '#' | '`' | '|')) {
                return false;
            }
            if is(below) {
                return true;
            }
            if gap.bytes().filter(|&byte| byte == b'\n').count() > 1 {
                return false;
            }
        }
        false
    }

    /// The length of the mark by which a line says that it answers: `A:`, `**A**`.
    pub fn answer_mark(&self, line: LineId) -> Option<usize> {
        let marked = phrase::answer_mark(&self.config.words, self.text(line));
        marked.or_else(|| self.bold_mark(line, Class::AnswerMark))
    }

    /// The length of a mark that only bold parts from what follows it.
    fn bold_mark(&self, line: LineId, marks: Class) -> Option<usize> {
        let inlines = self.tree.inlines(&self.tree.line(line).inlines);
        inlines.first().filter(|first| first.kind == InlineKind::Open(Tag::Strong))?;
        let end = inlines[closing(inlines, 0)].start - self.tree.line(line).text.start;
        let (mark, rest) = self.text(line).split_at_checked(end)?;
        let is_mark = phrase::is_mark(&self.config.words, mark, marks) && phrase::has_word(rest);
        is_mark.then(|| mark.len() + rest.len() - rest.trim_start().len())
    }

    /// A question and its answer behind it, in one line: `Q: … A: …`. Ranges of the tree's text.
    pub fn answered_behind(&self, line: LineId) -> Option<(Range<usize>, Range<usize>)> {
        let mark = self.question_mark(line)?;
        let text = self.tree.line(line).text.clone();
        let start = text.start + mark;
        let Some((question, answer)) = phrase::answer_behind(&self.config.words, &self.masked(line)[mark..]) else {
            let sides = self.verdict(line).filter(|sides| sides.left.end > start)?;
            return Some((start..sides.left.end, sides.right));
        };
        Some((start..start + question, start + answer..text.end))
    }

    /// A question without a mark and what stands behind it: `Who signed it? King John`. Ranges of the tree's text.
    pub fn told_behind(&self, line: LineId) -> Option<(Separated, PartedBy)> {
        let masked = self.masked(line);
        let asks = self.has_questions && phrase::has_question_mark(masked);
        let told = || phrase::told_behind(&self.config.words, self.text(line), masked);
        let (sides, by) = asks.then(told).flatten()?;
        Some((sides.shifted_by(self.tree.line(line).text.start), by))
    }

    /// A statement and the verdict behind it: 「水は燃える。 → ×」. Ranges of the tree's text.
    pub fn verdict(&self, line: LineId) -> Option<Separated> {
        let (left, right) = self.has_verdicts.then(|| phrase::verdict_behind(self.masked(line))).flatten()?;
        Some(Separated { left, right }.shifted_by(self.tree.line(line).text.start))
    }

    /// Returns true if a line is a verdict, marked as an answer or not: ×, 「答え：×」.
    pub fn tells_verdict(&self, line: LineId) -> bool {
        self.has_verdicts && phrase::is_verdict(&self.text(line)[self.answer_mark(line).unwrap_or(0)..])
    }

    /// The name in a range of the tree's text, and the tags that its markers are.
    pub fn named(&self, text: &Range<usize>) -> Named {
        let mut named = phrase::name(self.tree.text(text), &self.config.words);
        named.range = named.range.start + text.start..named.range.end + text.start;
        if named.is_starred {
            let tag = self.tag(Class::ImportantTag);
            if !named.tags.contains(&tag) {
                named.tags.push(tag);
            }
        }
        named
    }

    /// Returns true if a part of a line can name something: it has a word, or code or a formula, in which `&&` is a
    /// name.
    pub fn is_name(&self, line: LineId, text: &Range<usize>) -> bool {
        let in_text = |start: usize, end: usize| start < text.end && end > text.start;
        let inlines = self.tree.inlines(&self.tree.line(line).inlines);
        phrase::has_word(self.tree.text(text))
            || phrase::is_sign(self.tree.text(text))
            || inlines.iter().any(|inline| {
                matches!(inline.kind, InlineKind::Code | InlineKind::Math(_)) && in_text(inline.start, inline.end)
            })
    }

    /// Why a line with a definition below it is no term. The author may have chosen how wide a term may be.
    pub fn not_a_term(&self, text: &str) -> Option<NotATerm> {
        let longest = self.config.longest_term;
        match phrase::not_a_term(text) {
            None | Some(NotATerm::Wide) if longest != Config::LONGEST_TERM => {
                is_wider(text.trim(), longest).then_some(NotATerm::Wide)
            }
            why => why,
        }
    }

    /// Returns true if the sentence of a line continues in the next one, though the line reads like a term.
    pub fn continues(&self, line: LineId, next: LineId) -> bool {
        let (first, second) = (self.text(line), self.text(next));
        phrase::is_broken_sentence(first, second)
            || self.reaches_margin(line, next)
            || (self.margin.is_none() && phrase::is_long_prose(first, second))
    }

    /// Returns true if an editor wrapped a line because the first word of the next one had no room in it.
    pub fn reaches_margin(&self, line: LineId, next: LineId) -> bool {
        self.margin.is_some_and(|margin| {
            let end = end_column(self.source, self.tree.line(line).span.end);
            end + 1 + phrase::first_word_columns(self.text(next)) > margin.saturating_sub(6)
        })
    }

    /// The column at which a line begins in its source.
    pub fn indent(&self, line: LineId) -> usize {
        let start = self.tree.line(line).span.start;
        columns(&self.source.text[line_start(&self.source.text, start)..start])
    }

    /// The column at which a block begins in its source.
    pub fn indent_of(&self, id: BlockId) -> usize {
        let start = self.tree.block(id).span.start;
        columns(&self.source.text[line_start(&self.source.text, start)..start])
    }

    /// What becomes of the ends of the author's lines.
    pub fn breaks(&self) -> Breaks {
        match self.config.breaks {
            LineBreaks::Auto => {
                self.margin.map_or(Breaks::Kept, |margin| Breaks::Joined(margin.saturating_sub(WRAP_SLACK)))
            }
            LineBreaks::Join => Breaks::Joined(0),
        }
    }

    // Contexts.

    /// The context of what stands under a term in `context`.
    pub fn under(&self, context: &Context, term: &Range<usize>) -> Context {
        let term = one_line(self.tree.text(term));
        context.iter().cloned().chain(Some(term)).collect()
    }

    /// Returns true if a term only repeats the heading that it stands under.
    pub fn repeats(&self, context: &Context, term: &Range<usize>) -> bool {
        let above = context.last().map_or(&*self.title, String::as_str);
        lexicon::key(above) == lexicon::key(self.tree.text(term))
    }

    /// Returns true if the words of a heading or a term are on the question already.
    pub fn is_shown(&self, context: &Context, text: &str) -> bool {
        let wanted = squeezed(text);
        context.iter().map(String::as_str).chain([&*self.title]).any(|shown| squeezed(shown).contains(&wanted))
    }
}

/// The script that most of a text is written in, as far as the languages of notes differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// Chinese characters and kana.
    Chinese,
    /// Hangul.
    Korean,
    /// Letters with words between spaces.
    Letters,
}

impl Script {
    /// A word of letters counts as much as a character: notes in Japanese are full of names in Latin letters.
    fn of(text: &str) -> Self {
        let (mut chinese, mut korean) = (0, 0);
        for c in text.chars() {
            match c {
                '\u{ac00}'..='\u{d7af}' => korean += 1,
                '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' => chinese += 1,
                _ => {}
            }
        }
        let word = |word: &&str| word.starts_with(|c: char| c.is_alphabetic() && !phrase::is_cjk(c));
        let words = text.split_whitespace().filter(word).count();
        match (chinese + korean > words, korean > chinese) {
            (false, _) => Self::Letters,
            (true, true) => Self::Korean,
            (true, false) => Self::Chinese,
        }
    }
}

fn squeezed(text: &str) -> String {
    lexicon::key(text).replace(' ', "")
}

/// Fewest lines inside of paragraphs by which a margin is known.
const FEWEST_WRAPPED: usize = 6;
/// The largest share of lines with a capital below a line that an editor wrapped: in German, names are many.
const MOST_CAPITALS: (usize, usize) = (3, 4);
/// The widths at which editors wrap lines, in columns.
const MARGINS: std::ops::RangeInclusive<usize> = 56..=130;

/// The column at which an editor wrapped the lines of a file.
///
/// A file is hard-wrapped when at least half of its lines inside paragraphs end within 16 columns of one width between
/// 56 and 130, and not nearly all of those stand above a capital: no prose breaks only there. Elsewhere lines are broken on
/// purpose.
fn margin(source: &Source, tree: &Tree) -> Option<usize> {
    let is_capital = |line: LineId| tree.text(&tree.line(line).text).starts_with(char::is_uppercase);
    let mut widths = Vec::new();
    for id in 0..tree.len() {
        let block = tree.block(id);
        if matches!(block.kind, BlockKind::Paragraph(_)) && block.lines.len() > 1 {
            let inner = block.lines.start..block.lines.end - 1;
            widths.extend(inner.map(|line| (end_column(source, tree.line(line).span.end), is_capital(line + 1))));
        }
    }
    if widths.len() < FEWEST_WRAPPED {
        return None;
    }
    widths.sort_unstable();
    let (margin, _) = widths[widths.len() * 95 / 100 - usize::from(widths.len() % 20 == 0)];
    let near = &widths[widths.partition_point(|&(width, _)| width + WRAP_SLACK < margin)..];
    let capitals = near.iter().filter(|&&(_, is_capital)| is_capital).count();
    let is_prose = capitals * MOST_CAPITALS.1 <= near.len() * MOST_CAPITALS.0;
    (MARGINS.contains(&margin) && near.len() * 2 >= widths.len() && is_prose).then_some(margin)
}

/// The column of the byte `end` in its source line, from 0.
fn end_column(source: &Source, end: usize) -> usize {
    let before = &source.text[..end];
    columns(before[memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1)..].trim_end())
}
