//! Keys: what two texts must have in common to be the same text, whatever a formatter did to them.
//!
//! It owns the normal form; who compares which keys is no concern of it.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use super::weights::IDEOGRAPH_INFORMATION;
use crate::markdown::Fragment;
use crate::model::rule::Rule;

/// ASCII signs that distinguish words: `C++` is not `C`, and `!Ref` is a name.
const SIGNS: &str = "+#@$%&=<>~/!^*|\\";

/// A text as it is compared: NFKC, in lower case, without spaces and punctuation.
///
/// A text of nothing else is its own key: `.` and `,` are different terms.
pub(super) fn key(text: &str) -> String {
    let key = match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => kept(text.chars()),
        _ => kept(text.nfkc()),
    };
    if key.is_empty() { text.split_whitespace().collect() } else { key }
}

/// The key of what tells a term entry from its namesakes: its definition. Of a question that is called otherwise than it
/// asks (`Q. 3`) the question, too.
pub(crate) fn key_of_answer(rule: Rule, text: &str, term: &Fragment, definition: &Fragment) -> String {
    let answer = key_of_definition(definition);
    if is_called_otherwise(rule, text, term) { key(&term.text()) + &answer } else { answer }
}

/// Returns true if a question is not called as it asks.
pub(crate) fn is_called_otherwise(rule: Rule, text: &str, term: &Fragment) -> bool {
    rule == Rule::Question && !key(&term.text()).starts_with(&key(text))
}

/// The key of a definition's own text, without the names of its children. One without text has the names of its
/// pictures as its key.
pub(super) fn key_of_definition(definition: &Fragment) -> String {
    let text = definition.text_without_names();
    if text.trim().is_empty() {
        return key(&definition.media_names().collect::<Vec<_>>().join(" "));
    }
    key(&text)
}

/// The information of a key, in letters of an alphabet. Short formulas are common to many entries.
pub(super) fn information(key: &str) -> f32 {
    key.chars().map(|c| if c < '\u{250}' { 1.0 } else { IDEOGRAPH_INFORMATION }).sum()
}

/// The characters of a text that its key keeps.
fn kept(characters: impl Iterator<Item = char>) -> String {
    let mut key = String::new();
    for character in characters {
        if character.is_ascii() {
            if character.is_ascii_alphanumeric() || SIGNS.contains(character) {
                key.push(character.to_ascii_lowercase());
            }
        } else if distinguishes(character) {
            key.extend(character.to_lowercase());
        }
    }
    key
}

/// Returns true if a character beyond ASCII is neither a space nor punctuation.
fn distinguishes(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(
            character.general_category_group(),
            GeneralCategoryGroup::Mark | GeneralCategoryGroup::Symbol | GeneralCategoryGroup::Number
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Element, Shown, Size};

    #[test]
    fn a_key_leaves_out_what_formatters_change() {
        assert_eq!(key("Placement  Group"), key("placement\u{3000}ｇｒｏｕｐ"));
        assert_eq!(key("EC2 の設定方法"), key("EC2の設定方法"));
        assert_eq!(key("「可用性」とは、"), "可用性とは");
    }

    #[test]
    fn a_key_keeps_signs_that_make_another_word() {
        assert_ne!(key("C"), key("C++"));
        assert_ne!(key("C#"), key("C"));
        assert_ne!(key("~/.ssh"), key("/.ssh"));
        assert_ne!(key("A → B"), key("A ← B"));
        assert_ne!(key("."), key(","));
    }

    #[test]
    fn a_definition_reads_without_markup_and_children() {
        let mut definition = Fragment::plain("R&D <now>");
        assert_eq!(key_of_definition(&definition), "r&d<now>");
        definition.open(Element::Name);
        definition.push_text("Child");
        definition.close(Element::Name);
        assert_eq!(key_of_definition(&definition), "r&d<now>");
    }

    #[test]
    fn a_definition_without_words_is_known_by_its_picture() {
        let mut definition = Fragment::default();
        definition.push_media("1.png", Size::default());
        definition.push_alternative("an instance");
        definition.show_media(|_| Some(Shown::Picture { name: "soa-1.png".to_owned(), size: Size::default() }));
        assert_eq!(key_of_definition(&definition), key("soa-1.png"));
        definition.push_text("states");
        assert_eq!(key_of_definition(&definition), "states");
    }

    #[test]
    fn ideographs_tell_more_than_letters() {
        assert!(information("可用性") > information("abc"));
    }
}
