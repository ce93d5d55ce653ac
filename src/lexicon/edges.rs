//! The first and last characters of words, to leave most lines early.
//!
//! It knows the words of classes, and nothing of lines.

use super::Class;

/// The first or last characters of the words of some classes. Nearly no line begins or ends with one of them, so that
/// they are asked of every line before the words are: that was a tenth of all work. The answer may be yes by mistake,
/// but never no.
pub struct Edges([bool; Edges::SLOTS]);

/// With which labels begin.
pub static LABELS_BEGIN: Edges = Edges::of(&[Class::Label, Class::LinkLabel, Class::LabelStart], Edge::First);
/// With which the marks of questions and answers begin.
pub static MARKS_BEGIN: Edges = Edges::of(&[Class::QuestionMark, Class::AnswerMark], Edge::First);
/// With which the names of tasks begin that are solved below them.
pub static EXERCISES_BEGIN: Edges = Edges::of(&[Class::ExerciseMark, Class::CountedExerciseMark], Edge::First);
/// With which the signs begin that say of an option that it is right.
pub static RIGHT_BEGIN: Edges = Edges::of(&[Class::RightMark], Edge::First);
/// With which they end.
pub static RIGHT_END: Edges = Edges::of(&[Class::RightMark], Edge::Last);
/// With which a line ends that is yet to be written.
pub static UNWRITTEN_END: Edges = Edges::of(&[Class::Unwritten], Edge::Last);
/// With which Japanese advice ends.
pub static ADVICE_END: Edges = Edges::of(&[Class::AdviceEnd, Class::StudyVerb], Edge::Last);
/// With which lines begin that ask by how they begin.
pub static PROMPTS_BEGIN: Edges = Edges::of(&[Class::Prompt], Edge::First);
/// With which English tasks of learners begin.
pub static TASKS_BEGIN: Edges = Edges::of(&[Class::AimVerb, Class::TaskVerb, Class::AdviceStart], Edge::First);
/// With which remarks end in Japanese and Korean.
pub static REMARKS_END: Edges = Edges::of(&[Class::RemarkEnd], Edge::Last);
/// With which remarks begin in Chinese.
pub static REMARKS_BEGIN: Edges = Edges::of(&[Class::RemarkStart], Edge::First);
/// With which limits begin.
pub static LIMITS_BEGIN: Edges = Edges::of(&[Class::Limit], Edge::First);
/// With which sentences end that have no full stop.
pub static SENTENCES_END: Edges = Edges::of(&[Class::SentenceEnd], Edge::Last);

/// Which end of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its first character.
    First,
    /// Its last character.
    Last,
}

impl Edges {
    const SLOTS: usize = 1024;

    /// The characters at `edge` of all words of `classes`.
    pub const fn of(classes: &[Class], edge: Edge) -> Self {
        let mut edges = [false; Self::SLOTS];
        let mut class = 0;
        while class < classes.len() {
            let words = super::WORDS[classes[class] as usize];
            let mut word = 0;
            while word < words.len() {
                edges[Self::slot(character(words[word], edge))] = true;
                word += 1;
            }
            class += 1;
        }
        Self(edges)
    }

    /// Returns true if `character` may be one of them, whatever the case of Latin letters.
    pub fn may_be(&self, character: char) -> bool {
        self.0[Self::slot(character)]
    }

    const fn slot(character: char) -> usize {
        character.to_ascii_lowercase() as usize % Self::SLOTS
    }
}

/// A character at the edge of a word: `chars` cannot be called while the program is compiled.
const fn character(word: &str, edge: Edge) -> char {
    let bytes = word.as_bytes();
    let mut at = match edge {
        Edge::First => 0,
        Edge::Last => bytes.len() - 1,
    };
    while !word.is_char_boundary(at) {
        at -= 1;
    }
    let mut code = match bytes[at] {
        first @ ..0x80 => first as u32,
        first @ ..0xe0 => (first & 0x1f) as u32,
        first @ ..0xf0 => (first & 0x0f) as u32,
        first => (first & 0x07) as u32,
    };
    at += 1;
    while at < bytes.len() && !word.is_char_boundary(at) {
        code = code << 6 | (bytes[at] & 0x3f) as u32;
        at += 1;
    }
    char::from_u32(code).expect("a string is UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_the_first_and_last_characters_of_words() {
        for word in ["a", "é", "例b", "🔹x", "x🔹"] {
            assert_eq!(Some(character(word, Edge::First)), word.chars().next());
            assert_eq!(Some(character(word, Edge::Last)), word.chars().next_back());
        }
        let labels = Edges::of(&[Class::Label], Edge::First);
        assert!(labels.may_be('N') && labels.may_be('例') && !labels.may_be('鍵'));
    }
}
