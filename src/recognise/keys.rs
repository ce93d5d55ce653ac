//! Lists of keys at the end of a quiz: `1. b`, `問1：木星`, `Answers: 1a, 2b`, 「答え」 over `Q2: A`.
//!
//! They answer questions that stand elsewhere, and are no questions themselves.

use super::phrase;
use crate::lexicon::{self, Class, Lexicon};
use crate::markdown::{BlockId, BlockKind, LineId, Tree};
use crate::text::columns;

/// Fewest keys of a list that no heading names.
const FEWEST_KEYS: usize = 2;
/// Widest key, in columns.
const WIDEST_KEY: usize = 30;

/// The heading over the last list of keys in a source, or the paragraph that lists them.
pub(crate) fn find(tree: &Tree, words: &Lexicon) -> Option<BlockId> {
    let blocks: Vec<BlockId> = tree.children(0).collect();
    let is_title = |id: BlockId| {
        let text = tree.text(&tree.block(id).text);
        words.is(Class::AnswerTitle, &lexicon::key(text.trim()))
    };
    for (at, &id) in blocks.iter().enumerate().rev() {
        match tree.block(id).kind {
            BlockKind::Heading(level) if is_title(id) => {
                let is_own = |&&id: &&BlockId| !matches!(tree.block(id).kind, BlockKind::Heading(_));
                let body: Vec<BlockId> = blocks[at + 1..].iter().take_while(is_own).copied().collect();
                let asks = |&at: &usize| is_question(tree, words, &blocks, at, level);
                let are_many = (0..at).filter(asks).count() != 1;
                if are_many && lists_keys(tree, words, &body) {
                    return Some(id);
                }
            }
            BlockKind::Paragraph(_)
                if runs_through_keys(words, tree.text(&tree.block(id).text))
                    || is_over_keys(tree, words, &blocks, at) =>
            {
                return Some(id);
            }
            _ => {}
        }
    }
    None
}

/// Returns true if a line is the title of an answer, in brackets or not: "Answers:", 【解答】.
pub(super) fn is_title(words: &Lexicon, text: &str) -> bool {
    let title = text.trim().trim_start_matches('【').trim_end_matches('】');
    words.is(Class::AnswerTitle, &lexicon::key(title))
}

/// Returns true if the block at a position asks, as a heading that one under "Answer" might answer: not 「問題」 over a list
/// of questions.
fn is_question(tree: &Tree, words: &Lexicon, blocks: &[BlockId], at: usize, level: u8) -> bool {
    let text = tree.text(&tree.block(blocks[at]).text);
    matches!(tree.block(blocks[at]).kind, BlockKind::Heading(of) if of <= level)
        && phrase::heads_question(words, text)
        && !(phrase::names_a_part(words, text) && blocks.get(at + 1).is_some_and(|&next| lists_questions(tree, next)))
}

/// Returns true if a list is numbered, and most of its items ask.
fn lists_questions(tree: &Tree, list: BlockId) -> bool {
    let count = tree.children(list).count();
    let lines = tree.children(list).filter_map(|item| first_line(tree, item));
    let asking = lines.filter(|&line| phrase::asks_in_words(tree.text(&tree.line(line).text))).count();
    matches!(tree.block(list).kind, BlockKind::List(Some(_))) && asking * 2 > count
}

/// Returns true if blocks hold nothing but keys, each with the number of its question. One alone counts.
fn lists_keys(tree: &Tree, words: &Lexicon, blocks: &[BlockId]) -> bool {
    let are_keys = |id: BlockId| {
        let is_numbered = matches!(tree.block(id).kind, BlockKind::List(Some(_)));
        let is_key = |text: &str| numbered(words, text) || is_numbered && is_short(text);
        tree.block(id).lines.clone().all(|line| is_key(tree.text(&tree.line(line).text).trim()))
    };
    blocks.iter().any(|&id| !tree.block(id).lines.is_empty()) && blocks.iter().all(|&id| are_keys(id))
}

fn is_short(text: &str) -> bool {
    columns(text) <= WIDEST_KEY && !phrase::asks(text)
}

/// Returns true if a line is a key with the number of its question: `問1：木星`, `Q2: B`, `3) c`.
fn numbered(words: &Lexicon, text: &str) -> bool {
    let mark = phrase::question_mark(words, text).unwrap_or(0);
    let rest = if mark > 0 { &text[mark..] } else { text.trim_start_matches(phrase::is_digit) };
    let has_number = text[..text.len() - rest.len()].contains(|c: char| c.is_numeric());
    let rest = rest.trim_start_matches([')', '.', ':', '：', '）', '．', '-', ' ', '\u{3000}', '→']);
    has_number && !rest.is_empty() && is_short(rest)
}

/// Returns true if the block at a position begins with the title of an answer, and what stands below that in it, or in the
/// next block, are keys: 「答え」 over `Q2: A`. One alone counts, since it names a question.
fn is_over_keys(tree: &Tree, words: &Lexicon, blocks: &[BlockId], at: usize) -> bool {
    let lines = tree.block(blocks[at]).lines.clone();
    let text = |line: LineId| tree.text(&tree.line(line).text).trim();
    // Asked of all paragraphs: few begin with such a word.
    let is_title = |text| phrase::is_answer_mark(words, text) && is_title(words, text);
    if !lines.clone().next().is_some_and(|line| is_title(text(line))) {
        return false;
    }
    if lines.len() == 1 && blocks.get(at + 1).is_some_and(|&next| answers_in_order(tree, words, &blocks[..at], next)) {
        return true;
    }
    let mut keys: Vec<&str> = lines.skip(1).map(text).collect();
    if let Some(&next) = blocks.get(at + 1).filter(|_| keys.is_empty()) {
        keys = texts_of_keys(tree, next);
    }
    let is_marked = |key: &str| phrase::question_mark(words, key).is_some();
    let is_counted = |key: &str| key.trim_start_matches(phrase::is_digit).starts_with([':', '：']);
    // 「1：受付」 may be the first step.
    let are_asked =
        |key: &str| is_marked(key) || is_counted(key) && blocks[..at].iter().any(|&id| counts_questions(tree, id));
    !keys.is_empty() && keys.into_iter().all(|key| numbered(words, key) && are_asked(key))
}

/// Returns true if the numbers of a list are those of as many questions above it: those of steps are not.
fn answers_in_order(tree: &Tree, words: &Lexicon, above: &[BlockId], list: BlockId) -> bool {
    let count = tree.children(list).count();
    let is_key = |item: BlockId| {
        tree.children(item).count() == 1
            && first_line(tree, item).is_some_and(|line| is_short(tree.text(&tree.line(line).text).trim()))
    };
    let asks = |id: BlockId| match tree.block(id).kind {
        BlockKind::List(_) => tree.children(id).count() == count && lists_questions(tree, id),
        BlockKind::Paragraph(_) => {
            let mut lines = tree.block(id).lines.clone();
            lines.len() == count
                && lines.all(|line| phrase::question_mark(words, tree.text(&tree.line(line).text)).is_some())
        }
        _ => false,
    };
    count >= FEWEST_KEYS
        && matches!(tree.block(list).kind, BlockKind::List(Some(_)))
        && tree.children(list).all(is_key)
        && above.iter().any(|&id| asks(id))
}

fn first_line(tree: &Tree, item: BlockId) -> Option<LineId> {
    tree.block(tree.children(item).next()?).lines.clone().next()
}

/// The lines of a paragraph, or of the items of a list with bullets.
fn texts_of_keys(tree: &Tree, id: BlockId) -> Vec<&str> {
    let of_block = |id: BlockId| tree.block(id).lines.clone().map(|line| tree.text(&tree.line(line).text).trim());
    match tree.block(id).kind {
        BlockKind::Paragraph(_) => of_block(id).collect(),
        BlockKind::List(None) => tree.children(id).flat_map(|item| tree.children(item)).flat_map(of_block).collect(),
        _ => Vec::new(),
    }
}

/// Returns true if the items of a list are numbered, and one of them asks.
fn counts_questions(tree: &Tree, list: BlockId) -> bool {
    let asks = |item: BlockId| {
        let lines = tree.children(item).next().map(|first| tree.block(first).lines.clone()).unwrap_or_default();
        lines.into_iter().any(|line| phrase::asks(tree.text(&tree.line(line).text)))
    };
    matches!(tree.block(list).kind, BlockKind::List(Some(_))) && tree.children(list).any(asks)
}

/// Returns true if a text is a run of keys: `Answers: 1a, 2b`, 「解答：1-ア 2-ウ」.
fn runs_through_keys(words: &Lexicon, text: &str) -> bool {
    let Some(mark) = phrase::answer_mark(words, text) else { return false };
    let parts: Vec<&str> =
        text[mark..].split([',', '、', '，', ';', ' ', '\u{3000}', '\n']).filter(|part| !part.is_empty()).collect();
    let is_key = |part: &&str| {
        let rest = part.trim_start_matches(phrase::is_digit);
        let label = rest.trim_start_matches(['-', '.', ':', '：', ')', '=']);
        rest.len() < part.len() && label.chars().count() == 1 && phrase::key_labels(label).is_some()
    };
    parts.len() >= FEWEST_KEYS && parts.iter().all(is_key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_the_numbers_of_their_questions() {
        let words = Lexicon::default();
        assert_eq!(["問1：木星", "Q2: B", "3) c"].map(|text| numbered(&words, text)), [true; 3]);
        assert_eq!(["木星", "Q: B", "1976"].map(|text| numbered(&words, text)), [false; 3]);
        assert_eq!(["Answers: 1a, 2b", "解答：1-ア 2-ウ"].map(|text| runs_through_keys(&words, text)), [true; 2]);
        assert_eq!(["Answer: B, D", "Answer: 12, 14"].map(|text| runs_through_keys(&words, text)), [false; 2]);
    }
}
